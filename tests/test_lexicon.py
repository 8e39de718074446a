"""Reading by rows of numbers, finding by arrays and summing by arrays give what plain loops give. All words are invented."""

from __future__ import annotations

import re
from collections import Counter

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samestory.grouping import furniture, lexicon, weighing
from samestory.grouping.background import Rarity
from samestory.grouping.evidence import gather, names
from samestory.grouping.index import Index, Keys
from samestory.grouping.signs import CHIEF, DAY, LEAD, NAME, PRINT, TERM, Evidence
from samestory.grouping.words import NUMBERS, STEMS
from telling_builder import telling

PIECES = (
    *("Ada", "Quill", "o'Brandt", "Ada's", "mill", "the", "3M", "D.", "J.", "(Ostwick", "“Zor", '"Fire', "Tarn,", "burned.", "A_B", "é"),
    *("Élan", "35-year-old", "1,200", "2025", "—", "", "\n", "Newsletter,", "Sign", "up", "www.ostwick.org/x", "a@tarn.net", "U.S."),
    *("on", "Twitter."),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)
_CAPITAL = re.compile(r"(?<!\w)[A-ZÀ-ÞĀ-ſА-Я][^\W\d_]*(?:['’][^\W\d_]+)*")
_ENDS = frozenset('.!?:\n\r"“”‘([•|')


def plain_names(text: str) -> dict[int, str]:
    """Names found by a loop over capitalised words."""
    found: dict[int, str] = {}
    before = ("", "", -9)
    for one in _CAPITAL.finditer(text):
        surface, (start, end) = one[0], one.span()
        word = STEMS[surface]
        if not word or not surface[0].isupper():
            continue
        head = text[max(0, start - 2) : start]
        if NUMBERS[word] not in found and not (not head.strip(" ") or head[-1] in _ENDS or head[0] in _ENDS):
            found[NUMBERS[word]] = surface
        between = text[before[2] : start] if 0 < start - before[2] < 6 else ""
        if between == " " or re.fullmatch(r" [^ .]\.+ | \.+[^ .] | \.[^ .]\. ", between):
            found.setdefault(NUMBERS[f"{before[0]} {word}"], f"{before[1]} {surface}")
        before = (word, surface, end)
    return found


@settings(deadline=None)
@given(TEXTS)
def test_rows_hold_the_words_of_a_text(text: str) -> None:
    words = lexicon.WORD_OR_NUMBER.findall(text)
    ids = lexicon.rows(text).having(lexicon.WORD)
    assert lexicon.words(ids) == words
    assert lexicon.numbers(ids).tolist() == [NUMBERS[STEMS[word]] if STEMS[word] else 0 for word in words]


@settings(deadline=None)
@given(TEXTS)
def test_names_are_those_of_a_plain_loop(text: str) -> None:
    assert names(lexicon.rows(text)) == plain_names(text)


def test_what_is_forgotten_is_read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ada Quill saw the old mill burn at 5 Balsam Court in Ostwick on Monday."
    before = evidence("one", text)
    monkeypatch.setattr(lexicon, "MOST_REMEMBERED", 3)
    for _ in range(2):
        after = evidence("one", text)
        assert after.numbers.tolist() == before.numbers.tolist()
        assert {NUMBERS.spelled[sign] for sign in after.marked(NAME).tolist()} >= {"ada quill", "balsam court"}


@settings(deadline=None)
@given(TEXTS)
def test_only_the_phrases_hinted_at_need_looking_for(text: str) -> None:
    assert furniture.without(text, sorted(lexicon.loud(lexicon.rows(text)))) == furniture.without(text)


def keys(signs: list[int]) -> Keys:
    """Keys under which an article is filed, each worth its number."""
    made = Keys.__new__(Keys)
    made.signs, made.values, made.least = signs, numpy.array(signs, dtype=float), 2.0
    return made


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(1, 12), min_size=1, max_size=6, unique=True), min_size=1, max_size=60), st.integers(0, 30))
def test_the_index_finds_what_a_plain_one_finds(filed: list[list[int]], first: int) -> None:
    found = Index()
    for place, signs in enumerate(filed):
        found.file(keys(signs), place)
    found.slide(min(first, len(filed) - 1))
    scores = {place: sum({*signs} & {*filed[-1]}) for place, signs in enumerate(filed) if place >= min(first, len(filed) - 1)}
    near = sorted((place for place, score in scores.items() if score >= 2), key=lambda place: (-scores[place], -place))
    assert found.near(keys(filed[-1]), 24) == near[:24]


def evidence(name: str, words: str) -> Evidence:
    return gather(telling(name, words, day="2025-03-04"), Rarity())


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=5), TEXTS)
def test_what_two_articles_share_is_summed_up_as_a_plain_loop_does(texts: list[str], text: str) -> None:
    one, others = evidence("one", text), [evidence(str(n), words) for n, words in enumerate(texts)]
    weight = numpy.where(one.marks & (TERM | NAME) > 0, 2.0, 0.0)
    shared = weighing._share(one, others, weight)
    for n, other in enumerate(others):
        marks = dict(zip(other.numbers.tolist(), other.marks.tolist(), strict=True))
        both = Counter[int]()
        for sign, mark in zip(one.numbers.tolist(), one.marks.tolist(), strict=True):
            both.update(kind for kind in (TERM, NAME, LEAD, DAY, PRINT, CHIEF) if mark & marks.get(sign, 0) & kind)
        assert shared.sums[weighing.ALL_SHARED, n] == 2.0 * both[TERM]
        assert shared.sums[weighing.BOTH_DAYS, n] == both[DAY]
        assert shared.sums[weighing.BOTH_PRINTS, n] == both[PRINT]
        assert shared.greatest_chief[n] == (2.0 if both[CHIEF] else 0.0)
