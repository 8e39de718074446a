"""Which earlier articles are worth comparing with a new one: an inverted index over a sliding window of arrivals.

Evidence comes in; places (the order of arrival) of earlier articles go out, most promising first. Lists of common terms are cut
to the newest and the window slides, so that neither the cost of an arrival nor the memory grows with the past.
"""

from __future__ import annotations

from array import array
from itertools import repeat

import numpy
from numpy.typing import NDArray

from samestory.grouping.signs import FREQUENCIES, LEAD, NAME, PRINT, TERM, Evidence

KEYS = 40  # the rarest-and-most-used terms by which an article is filed and looked up
NEWEST = 80  # articles kept under one key
WINDOW = 40_000  # arrivals that can be found by any key; older ones by the names of their story, see `shelf`
IN_LEAD = 1.5  # how much more a term of the lead counts
PRINT_VALUE = 10.0  # what a shared fingerprint counts, about as much as a rare word
# The share of an article's own keys, by weight, that an earlier one must have to be compared. Of pairs of one story .98
# reach it in news_cluster, .99 in ecbplus and gva; of the other pairs looked up in plain articles less than half.
LEAST = 0.04

_SOME = 1e-12  # a score above zero
_NOWHERE: array[int] = array("I")

Floats = NDArray[numpy.float64]


class Keys:
    """What an article is filed and looked up under."""

    __slots__ = ("least", "signs", "values")

    def __init__(self, evidence: Evidence, weights: Floats) -> None:
        terms = numpy.flatnonzero((evidence.marks & (TERM | NAME)) > 0)
        numbers = evidence.numbers[terms]
        weight = weights[terms]
        counted = numpy.where(evidence.counts[terms] > 0, FREQUENCIES[evidence.counts[terms]], 1.0)
        score = weight * counted * numpy.where((evidence.marks[terms] & LEAD) > 0, IN_LEAD, 1.0)
        best = numpy.argsort(-score, kind="stable")[:KEYS]
        prints = evidence.marked(PRINT)
        values = (score * weight)[best]
        self.least = LEAST * float(values.sum())
        self.signs: list[int] = [*numbers[best].tolist(), *prints.tolist()]
        self.values = numpy.concatenate([values, numpy.full(len(prints), PRINT_VALUE)])


class Index:
    """The newest `WINDOW` articles, filed under their most telling terms, full names and fingerprints."""

    def __init__(self) -> None:
        self._filed: dict[int, array[int]] = {}
        self._first = 0  # the place from which on articles are found

    def near(self, keys: Keys, most: int) -> list[int]:
        """The places of the earlier articles that share most with this one."""
        lists = [*map(self._filed.get, keys.signs, repeat(_NOWHERE))]
        places = numpy.frombuffer(b"".join(lists), dtype=numpy.uint32).astype(numpy.int64) - self._first
        if not len(places):
            return []
        scores: Floats = numpy.bincount(numpy.maximum(places, -1) + 1, numpy.repeat(keys.values, [*map(len, lists)])).astype(float)
        scores[0] = 0.0  # what has left the window
        return self._best(scores, keys.least, most)

    def file(self, keys: Keys, place: int) -> None:
        """Make an article findable from now on."""
        filed = self._filed
        new = array("I", (place,))
        for sign, places in zip(keys.signs, [*map(filed.get, keys.signs)], strict=True):
            if places is None:
                filed[sign] = new[:]
            elif len(places) < 2 * NEWEST:
                places.append(place)
            else:
                filed[sign] = places[1 - NEWEST :] + new

    def slide(self, first: int) -> None:
        """Let go of what arrived before this place."""
        self._first = first
        self._filed = {sign: places for sign, places in self._filed.items() if places[-1] >= first}

    def _best(self, scores: Floats, least: float, most: int) -> list[int]:
        found = numpy.flatnonzero(scores >= max(least, _SOME))
        best = found[numpy.lexsort((-found, -scores[found]))[:most]]
        return [*map(int, best - 1 + self._first)]
