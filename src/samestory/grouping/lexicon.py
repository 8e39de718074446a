"""A text as rows of numbers, word by word, so that what one article offers is counted by numpy and not by a loop over its words.

A text comes in; for each of its words a row of what is known of it (its number, the code of its shingles, marks) goes out. What
stands between two blanks ("“Ashford's", "35-year-old,") is cut into words once and remembered: news repeats itself. Decides nothing.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from samestory.grouping import days, furniture, shingles
from samestory.grouping.words import NUMBERS, STEMS

MOST_REMEMBERED = 600_000  # rows; some 250 bytes each
WORD_OR_NUMBER = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d,.]*\d|\d")
_CAPITAL = re.compile(r"(?<!\w)[A-ZÀ-ÞĀ-ſА-Я][^\W\d_]*(?:['’][^\W\d_]+)*")
_SENTENCE_ENDS = frozenset('.!?:\n\r"“”‘([•|')
_YEAR = re.compile(r"(?:19|20)\d\d")
# What a row is: a word or number; a capitalised word with a key of its own; a number, a year; a word that may tell a day.
WORD, CAPITAL, NUMBER, YEAR, DAY, STREET, BLOCK, YEARS, AGED = (1 << n for n in range(9))
# Where it stands in what stands between two blanks: at its beginning, as its second character, at its end; behind a sign that ends a
# sentence; before a blank behind such a sign; a line's end; one letter or sign with a full stop; in what may be no news.
FIRST, SECOND, LAST, OPENS, CLOSES, BREAK, INITIAL, LOUD = (1 << n for n in range(9, 17))
STREETS = frozenset(
    {"Street", "Streets", "St", "Avenue", "Avenues", "Ave", "Road", "Roads", "Rd", "Drive", "Dr", "Boulevard", "Blvd", "Lane", "Ln"}
    | {"Court", "Ct", "Place", "Parkway", "Pkwy", "Circle", "Terrace", "Row", "Crescent"}
)
_MARKS = (
    dict.fromkeys(days.SIGNS, DAY)
    | dict.fromkeys(STREETS, STREET)
    | dict.fromkeys(("block", "blocks"), BLOCK)
    | dict.fromkeys(("year", "years"), YEARS)
    | dict.fromkeys(("aged", "age", "Age", "Aged"), AGED)
)

Integers = NDArray[numpy.int64]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a text, in its order; a line's end and what holds no word are rows as well."""

    ids: NDArray[numpy.int32]
    marks: NDArray[numpy.int32]

    def having(self, mark: int) -> NDArray[numpy.int32]:
        """The ids of the rows with a mark (or one of several)."""
        return self.ids[(self.marks & mark) > 0]


class _Lexicon(dict[str, bytes]):
    """What stands between blanks, each with the ids of its rows as bytes: joined, they are an array at once."""

    def __init__(self) -> None:
        super().__init__()
        self._empty()

    def _empty(self) -> None:
        self.words: list[str] = []
        self.numbers = array("q")
        self.codes = array("Q")
        self.marks = array("i")
        self.loud: dict[int, tuple[str, ...]] = {}

    def __missing__(self, chunk: str) -> bytes:
        start = len(self.words)
        whole = chunk if chunk.isalpha() else chunk[:-1]  # most are one word, with a comma or a full stop at most
        if whole.isalpha() and whole.isascii() and (whole is chunk or not chunk[-1].isalnum()):
            self._put(whole, WORD | FIRST | (CAPITAL if whole[0].isupper() else 0) | (LAST if whole is chunk else 0))
        else:
            for word, marks in _words(chunk):
                self._put(word, marks)
        self.marks[-1] |= _end(chunk)
        phrases = furniture.hints(chunk) if len(chunk) >= furniture.SHORTEST or not chunk.isalpha() else ()
        if phrases:
            self.marks[-1] |= LOUD
            self.loud[len(self.words) - 1] = phrases
        ids = self[chunk] = array("i", range(start, len(self.words))).tobytes()
        return ids

    def _put(self, word: str, marks: int) -> None:
        key = STEMS[word] if word else ""
        if not key:
            marks &= ~CAPITAL
        elif key[0].isdigit():
            marks |= YEAR if _YEAR.fullmatch(key) else NUMBER if len(key) > 1 else 0
        self.words.append(word)
        self.numbers.append(NUMBERS[key] if key else 0)
        self.codes.append(shingles.CODES[word] if word else 0)
        self.marks.append(marks | _MARKS.get(word, 0))

    def forget_most(self) -> None:
        """Called between articles: ids hold for one article only."""
        if len(self.words) > MOST_REMEMBERED or len(NUMBERS) > MOST_REMEMBERED:
            NUMBERS.forget()
            self.clear()
            self._empty()


LEXICON = _Lexicon()


def rows(text: str) -> Rows:
    """The rows of a text."""
    ids = numpy.frombuffer(b"".join(map(LEXICON.__getitem__, text.replace("\n", " \n ").split(" "))), dtype=numpy.int32)
    return Rows(ids, numpy.frombuffer(LEXICON.marks, numpy.int32)[ids])


def words(ids: NDArray[numpy.int32]) -> list[str]:
    """How words are written."""
    return [*map(LEXICON.words.__getitem__, ids.tolist())]


def numbers(ids: NDArray[numpy.int32]) -> Integers:
    """The numbers of the keys of words, 0 for the commonest."""
    return numpy.frombuffer(LEXICON.numbers, numpy.int64)[ids]


def codes(ids: NDArray[numpy.int32]) -> NDArray[numpy.uint64]:
    """The codes of words as `shingles` takes them."""
    return numpy.frombuffer(LEXICON.codes, numpy.uint64)[ids]


def marked(ids: NDArray[numpy.int32], mark: int) -> NDArray[numpy.int32]:
    """Those of some words that have a mark."""
    return ids[(numpy.frombuffer(LEXICON.marks, numpy.int32)[ids] & mark) > 0]


def loud(found: Rows) -> set[str]:
    """The phrases of furniture that may stand in a text, by single words of it; see `furniture.hints`."""
    return {phrase for row in found.having(LOUD).tolist() for phrase in LEXICON.loud[row]}


def _end(chunk: str) -> int:
    """How what stands between two blanks ends."""
    if chunk == "\n":
        return BREAK | CLOSES
    end = CLOSES if not chunk or chunk[-1] in _SENTENCE_ENDS else 0
    return end | INITIAL if 1 < len(chunk) < 4 and len(chunk.strip(".")) == 1 else end


def _words(chunk: str) -> Iterator[tuple[str, int]]:
    """The words of what stands between two blanks, each with its marks: a capital may begin inside a word ("o'Brien")."""
    found = {one.span(): WORD for one in WORD_OR_NUMBER.finditer(chunk)}
    for one in _CAPITAL.finditer(chunk):
        if one[0][0].isupper():
            found[one.span()] = found.get(one.span(), 0) | CAPITAL
    if not found:
        yield "", 0
    for (start, end), marks in sorted(found.items()):
        place = FIRST if not start else SECOND if start == 1 else 0
        opens = OPENS if start and (chunk[start - 1] in _SENTENCE_ENDS or (start > 1 and chunk[start - 2] in _SENTENCE_ENDS)) else 0
        yield chunk[start:end], marks | place | opens | (LAST if end == len(chunk) else 0)
