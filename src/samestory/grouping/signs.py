"""The evidence of one article as rows of numbers: small in memory, quick to compare, and the same in a store and in every run.

Signs (numbers of words and other values, each with the marks that say what it is) come in; an `Evidence` goes out, and
from its bytes comes back. Reads no text: `evidence` does.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from samestory.grouping.background import Rarity
from samestory.grouping.days import Days
from samestory.grouping.words import NUMBER_BITS

# What a sign is; a word may be several of these.
TERM, NAME, LEAD, TITLE, CHIEF, NUMBER, STREET = 1, 2, 4, 8, 16, 32, 64
AGE, YEAR, DAY, MONTH_DAY, PRINT, QUOTED = 128, 256, 512, 1024, 2048, 4096
WORDS = TERM | NAME | LEAD | STREET  # the signs by which rarity is learnt
_TAGS = {AGE: 1, YEAR: 2, DAY: 3, MONTH_DAY: 4, PRINT: 5, QUOTED: 6}  # above a word's bits, so that none is taken for a word
_VALUE = (1 << NUMBER_BITS) - 1
_FREQUENCY = (0.0, 1.0, 1.7, 2.1, 2.4, 2.6, 2.8, 2.9, 3.1, 3.2, 3.3)  # 1 + ln(count)
FREQUENCIES = numpy.array(_FREQUENCY)
_HEAD = struct.Struct("<qiiHHi")

Numbers = NDArray[numpy.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What one article offers."""

    article: str
    outlet: int  # the number of its name; 0 where unknown
    published: int  # ordinal of the day of publication; 0 where it is not given
    event: int  # ordinal of the first day named in the lead; 0 where there is none
    weekdays: int  # of the lead, one bit each
    numbers: Numbers  # all signs, ascending, each once
    marks: NDArray[numpy.uint16]  # what each is
    counts: NDArray[numpy.uint8]  # how often each term occurs

    def marked(self, kind: int) -> Numbers:
        """The signs of a kind (or of any of several), ascending."""
        return self.numbers[(self.marks & kind) > 0]

    def weights(self, rarity: Rarity) -> NDArray[numpy.float64]:
        """The weight of each sign; 0 for those that are no words."""
        found = numpy.zeros(len(self.numbers))
        words = (self.marks & WORDS) > 0
        found[words] = rarity.of(self.numbers[words].tolist())
        return found

    def values(self, kind: int) -> list[int]:
        """The values of ages, years, days and fingerprints."""
        return [value(sign) for sign in self.marked(kind).tolist()]

    def packed(self) -> bytes:
        """The evidence as bytes, without the article's id."""
        head = _HEAD.pack(self.outlet, self.published, self.event, self.weekdays, 0, len(self.numbers))
        return head + self.numbers.astype("<i8").tobytes() + self.marks.astype("<u2").tobytes() + self.counts.tobytes()


def value(sign: int) -> int:
    """The age, year, day or fingerprint that a sign stands for."""
    return sign & _VALUE


def unpacked(article: str, packed: bytes) -> Evidence:
    """The evidence that `Evidence.packed` made these bytes of."""
    outlet, published, event, weekdays, _, size = _HEAD.unpack_from(packed)
    at = _HEAD.size
    numbers = numpy.frombuffer(packed, "<i8", size, at)
    marks = numpy.frombuffer(packed, "<u2", size, at + 8 * size)
    return Evidence(article, outlet, published, event, weekdays, numbers, marks, numpy.frombuffer(packed, "u1", size, at + 10 * size))


def tagged(kind: int, values: Sequence[int] | NDArray[numpy.uint64]) -> Numbers:
    """Values of a kind as signs."""
    return numpy.asarray(values, dtype=numpy.int64) | (_TAGS[kind] << NUMBER_BITS)


def put_together(
    article: str, outlet: int, told: Days, signs: Sequence[tuple[int, Sequence[int] | Numbers]], terms: tuple[Numbers, Numbers]
) -> Evidence:
    """The evidence of an article from its signs by kind, its days, and its terms, ascending, with how often each occurs."""
    found = numpy.concatenate([numpy.asarray(each, dtype=numpy.int64) for _, each in signs])
    order = numpy.argsort(found, kind="stable")
    found = found[order]
    starts = numpy.flatnonzero(numpy.concatenate([[True], found[1:] != found[:-1]])) if len(found) else order
    kinds = numpy.repeat(numpy.array([kind for kind, _ in signs], dtype=numpy.uint16), [len(each) for _, each in signs])[order]
    numbers = found[starts]
    counts = numpy.zeros(len(numbers), dtype=numpy.uint8)
    counts[numpy.searchsorted(numbers, terms[0])] = numpy.minimum(terms[1], len(_FREQUENCY) - 1)
    return Evidence(
        article,
        outlet,
        told.published or 0,
        told.event or 0,
        sum(1 << day for day in told.weekdays),
        numbers,
        numpy.bitwise_or.reduceat(kinds, starts) if len(starts) else kinds,
        counts,
    )
