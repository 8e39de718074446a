"""Pieces of words, packed into windows."""

import re
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from samestory.attributing.windows import BETWEEN, FIRST, LONGEST, NOWHERE, OVERLAP, pack, units


@dataclass
class Pieces:
    ids: list[int]
    offsets: list[tuple[int, int]]


class Words:
    """A tokenizer whose pieces are words; each word's id is its length."""

    def encode_batch(self, texts, *, add_special_tokens):
        assert not add_special_tokens
        return [
            Pieces([len(m[0]) for m in found], [m.span() for m in found]) for found in (list(re.finditer(r"\w+", text)) for text in texts)
        ]


def paragraphs(*sizes):
    start, found = 0, []
    for size in sizes:
        text = "ab " * size
        found.append((start, text))
        start += len(text) + 2
    return found


def test_neighbours_share_a_window():
    (window,) = pack(list(units(Words(), [(0, "Ann spoke."), (12, "Bob did not.")])))
    assert window.ids == (FIRST, 3, 5, BETWEEN, 3, 3, 3, BETWEEN)
    assert window.places == (NOWHERE, (0, 3), (4, 9), NOWHERE, (12, 15), (16, 19), (20, 23), NOWHERE)
    assert window.owned == (False, True, True, False, True, True, True, False)


def test_empty_paragraphs_make_no_window():
    assert list(pack(list(units(Words(), [(0, ""), (2, " ")])))) == []
    assert list(pack([])) == []


def test_a_long_paragraph_is_cut_with_overlap():
    cuts = list(units(Words(), paragraphs(LONGEST * 2)))
    assert len(cuts) > 2
    assert cuts[0].places[-OVERLAP:] == cuts[1].places[:OVERLAP]


@given(st.lists(st.integers(0, 500), max_size=8))
def test_every_piece_is_owned_once_and_no_window_is_too_long(sizes):
    given_paragraphs = paragraphs(*sizes)
    windows = list(pack(list(units(Words(), given_paragraphs))))
    owned = [place for window in windows for place, mine in zip(window.places, window.owned, strict=True) if mine]
    assert owned == [(start + 3 * i, start + 3 * i + 2) for start, text in given_paragraphs for i in range(len(text) // 3)]
    assert all(len(window.ids) <= LONGEST for window in windows)
