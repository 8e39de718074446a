"""String work keeps count of characters, whatever the string."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from samestory import text


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_trim_stays_inside_and_trims_all(words: str, start: int, length: int) -> None:
    start = min(start, len(words))
    end = min(start + length, len(words))
    first, last = text.trim(words, start, end)
    assert start <= first <= last <= end
    assert words[first:last] == words[start:end].strip(text.BLANKS)


@given(st.text(alphabet="ab \n\r\t\u2028"))
def test_lines_are_ordered_trimmed_and_hold_every_letter(words: str) -> None:
    found = list(text.lines(words))
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert all(words[s:e] == words[s:e].strip(text.BLANKS) != "" for s, e in found)
    assert sum(words[s:e].count("a") + words[s:e].count("b") for s, e in found) == words.count("a") + words.count("b")


@given(st.text())
def test_fold_keeps_the_length(words: str) -> None:
    assert len(text.fold(words)) == len(words)


@given(st.text())
def test_words_are_where_they_say(words: str) -> None:
    assert all(0 <= s < e <= len(words) for s, e in text.words(words))
    assert list(text.words(words, 3)) == list(text.words(words, 3, len(words)))


def test_key_sees_through_marks_but_not_words() -> None:
    assert text.key("“It’s 4 p.m.,” he—she") == text.key('"It\'s 4 p.m." he - she')
    assert text.key("not here") != text.key("here")
