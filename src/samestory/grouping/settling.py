"""Which of some articles that lie near each other belong together, whatever order they came in.

Parts (an article each, or several that stay together) with the log-odds between their articles come in; groups of parts go
out. The two that fit best are joined first, and so on until none fit well enough. Weighs no text and keeps nothing.
"""

from __future__ import annotations

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
FIRST, NEWEST = 4, 8  # articles by which a large story is weighed: the first ones keep it from drifting
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


def more(size: int) -> float:
    """How much better than a small story one of so many articles must fit."""
    return float(_more(numpy.array([size], dtype=numpy.float64))[0])


def _more(places: Floats) -> Floats:
    asked: Floats = GROWTH * numpy.log2(numpy.maximum(places, BIG) / BIG)
    return asked


def settle(parts: Sequence[Part], links: Floats, apart: Iterable[tuple[int, int]], needed: float) -> list[list[int]]:
    """The groups of parts, by their numbers. `links` holds the log-odds between all weighed articles, in order of the parts."""
    sizes = numpy.array([len(part.weighed) for part in parts], dtype=numpy.float64)
    starts = numpy.concatenate([[0], numpy.cumsum(sizes[:-1])]).astype(int)
    total = numpy.add.reduceat(numpy.add.reduceat(links, starts, axis=0), starts, axis=1)
    best = numpy.maximum.reduceat(numpy.maximum.reduceat(links, starts, axis=0), starts, axis=1)
    for one, two in apart:
        total[one, two] = total[two, one] = NEVER
    groups = [[number] for number in range(len(parts))]
    places = numpy.array([len(part.places) for part in parts], dtype=numpy.float64)
    score = BEST_SHARE * best + (1 - BEST_SHARE) * total / (sizes[:, None] * sizes) - _more(places[:, None] + places)
    numpy.fill_diagonal(score, -numpy.inf)
    while True:
        one, two = divmod(int(score.argmax()), len(parts))
        if score[one, two] < needed:
            return [sorted(group) for group in groups if group]
        total[one] += total[two]
        total[:, one] = total[one]
        best[one] = best[:, one] = numpy.maximum(best[one], best[two])
        sizes[one] += sizes[two]
        places[one] += places[two]
        groups[one] += groups[two]
        groups[two] = []
        gone = score[one] == -numpy.inf
        row = BEST_SHARE * best[one] + (1 - BEST_SHARE) * total[one] / (sizes[one] * sizes) - _more(places[one] + places)
        row[gone] = -numpy.inf
        score[one] = score[:, one] = row
        score[two] = score[:, two] = -numpy.inf
