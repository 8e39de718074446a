"""Which of some articles that lie near each other belong together, whatever order they came in.

Parts (an article each, or several that stay together) with the log-odds between their articles come in; groups of parts go
out. The two that fit best are joined first, and so on until none fit well enough. Weighs no text and keeps nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

# Of the best pair's log-odds in how well two groups fit; the rest is the mean over all pairs. Tried on fixed log-odds: .2 and a
# mark of 0 gave news_cluster 94.8 and ecbplus 92.3 in any order; .5 joined too much (ecbplus 79 P), 0 and .1 news_cluster 94.
BEST_SHARE = 0.2
# A large story must hold together better: each doubling of its articles beyond BIG asks for GROWTH more. A mean over many pairs hides
# that a running topic (a shutdown, a primary) is many events. Without it one month of a shutdown was 60 articles in one story, with it 37.
# Chosen on the half of the stories learnt on (F1: ecbplus 92.7 to 95.0, news_cluster 95.2 to 94.7; the other half: 93.9 to 95.5, 94.4).
# The same from 12 and by .5; from 8 ecbplus fell to 93.2, from 24 no story was large enough.
BIG, GROWTH = 16, 0.75
# One pair says less than a mean over many: two articles must fit by LONE more, an article and a story of four by a quarter of that.
LONE = 0.5
# Two stories that each hold together are one only if their articles fit each other by COHESION of what those of the looser one fit
# among themselves: a car to be flown and the rocket's flight two months later share all names. Asked of FEWEST articles and more.
# LONE and COHESION let the log-odds count more (`weighing.MORE_DATED`): see there and changes/grouping.md for what was tried.
COHESION, FEWEST = 0.35, 4
FIRST, NEWEST = 4, 8  # articles by which a large story is weighed: the first ones keep it from drifting
SETTLED = 60  # articles looked at one by one; a story beyond stays whole and is weighed by its first and newest articles
NEVER = -1e6  # between articles that a person keeps apart: outweighs every mean

Floats = NDArray[numpy.float64]


@dataclass(frozen=True, slots=True)
class Part:
    """Articles that are moved together, by their places, and those of them that are weighed."""

    places: tuple[int, ...]
    weighed: tuple[int, ...]


def core(places: Sequence[int]) -> Sequence[int]:
    """The articles by which a story is weighed: all, or the first and the newest of a large one."""
    return places if len(places) <= FIRST + NEWEST else [*places[:FIRST], *places[-NEWEST:]]


def fit(links: Mapping[int, float]) -> float:
    """How well an article fits others, from its log-odds with each of them."""
    return BEST_SHARE * max(links.values()) + (1 - BEST_SHARE) * sum(links.values()) / len(links)


def more(size: int, pairs: int) -> float:
    """How much better than nothing the two halves of a story of so many articles must fit, so many pairs weighed."""
    return float(_more(numpy.array([size], dtype=numpy.float64), numpy.array([pairs], dtype=numpy.float64))[0])


def held(inside: float, size: float) -> float:
    """What the articles of another story must fit those of one of such a size that fit each other by so much."""
    return COHESION * inside if size >= FEWEST else -math.inf


def _more(places: Floats, pairs: Floats) -> Floats:
    asked: Floats = GROWTH * numpy.log2(numpy.maximum(places, BIG) / BIG) + LONE / pairs
    return asked


def settle(parts: Sequence[Part], links: Floats, apart: Iterable[tuple[int, int]], needed: float) -> list[list[int]]:
    """The groups of parts, by their numbers. `links` holds the log-odds between all weighed articles, in order of the parts."""
    table = _Table(parts, links, apart)
    groups = [[number] for number in range(len(parts))]
    score = table.scores(numpy.arange(len(parts)))
    numpy.fill_diagonal(score, -numpy.inf)
    while True:
        one, two = divmod(int(score.argmax()), len(parts))
        if score[one, two] < needed:
            return [sorted(group) for group in groups if group]
        table.join(one, two)
        groups[one] += groups[two]
        groups[two] = []
        gone = score[one] == -numpy.inf
        (row,) = table.scores(numpy.array([one]))
        row[gone] = -numpy.inf
        score[one] = score[:, one] = row
        score[two] = score[:, two] = -numpy.inf


class _Table:
    """How well groups fit each other, and hold together: sums over the pairs of their articles."""

    def __init__(self, parts: Sequence[Part], links: Floats, apart: Iterable[tuple[int, int]]) -> None:
        self._weighed = numpy.array([len(part.weighed) for part in parts], dtype=numpy.float64)
        self._places = numpy.array([len(part.places) for part in parts], dtype=numpy.float64)
        starts = numpy.concatenate([[0], numpy.cumsum(self._weighed[:-1])]).astype(int)
        self._total = numpy.add.reduceat(numpy.add.reduceat(links, starts, axis=0), starts, axis=1)
        self._best = numpy.maximum.reduceat(numpy.maximum.reduceat(links, starts, axis=0), starts, axis=1)
        for one, two in apart:
            self._total[one, two] = self._total[two, one] = NEVER
        # Inside a part of several articles nobody has weighed: what is known of a group is what it was joined from.
        self._inside, self._pairs = numpy.zeros((2, len(parts)))
        self._held = numpy.full(len(parts), -numpy.inf)

    def scores(self, ones: NDArray[numpy.intp]) -> Floats:
        """How well some groups fit each of the others, less what is asked; far below where each of two is a story of its own."""
        pairs = self._weighed[ones, None] * self._weighed
        mean = self._total[ones] / pairs
        fits = BEST_SHARE * self._best[ones] + (1 - BEST_SHARE) * mean - _more(self._places[ones, None] + self._places, pairs)
        found: Floats = numpy.where(mean < numpy.minimum(self._held[ones, None], self._held), NEVER, fits)
        return found

    def join(self, one: int, two: int) -> None:
        """Add the second group to the first."""
        self._inside[one] += self._inside[two] + self._total[one, two]
        self._pairs[one] += self._pairs[two] + self._weighed[one] * self._weighed[two]
        self._total[one] += self._total[two]
        self._total[:, one] = self._total[one]
        self._best[one] = self._best[:, one] = numpy.maximum(self._best[one], self._best[two])
        self._weighed[one] += self._weighed[two]
        self._places[one] += self._places[two]
        self._held[one] = held(self._inside[one] / self._pairs[one], self._weighed[one])
