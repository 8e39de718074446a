"""Fingerprints of runs of words, sampled by value, so that two texts that share a run share its fingerprints.

Words come in; a set of numbers goes out. The same words give the same numbers on every machine and in every run.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy
from numpy.typing import NDArray

SIZE = 5  # words of a run (BLOCKS.md: a sampled 5-gram containment index found .989 of made-up trimmed copies)
KEEP_ONE_IN = 12
LEAST = 120
_FACTOR = 0x9E3779B97F4A7C15  # 2**64 / golden ratio: spreads sums over all bits
MOST_REMEMBERED = 300_000
_WRAP = (1 << 64) - 1


class _Codes(dict[str, int]):
    """A number for each word; remembered, because a dictionary is the fastest way there."""

    def __missing__(self, word: str) -> int:
        if len(self) > MOST_REMEMBERED:
            self.clear()
        code = self[word] = (zlib.crc32(word.casefold().encode("utf-8")) * _FACTOR) & _WRAP
        return code


CODES = _Codes()


def sample(words: Sequence[str]) -> frozenset[int]:
    """Fingerprints of about one in twelve of the runs of five words, whatever their case."""
    return frozenset(sampled(_codes(words)).tolist())


def least(words: Sequence[str]) -> frozenset[int]:
    """Fingerprints of the runs of five words of short passages: all, or the `LEAST` smallest, which two texts choose alike."""
    return frozenset(smallest(_codes(words)).tolist())


def sampled(codes: NDArray[numpy.uint64]) -> NDArray[numpy.uint64]:
    """`sample` of words by their codes; a run that comes twice is there twice."""
    runs = _runs(codes)
    found: NDArray[numpy.uint64] = runs[runs % numpy.uint64(KEEP_ONE_IN) == 0]
    return found


def smallest(codes: NDArray[numpy.uint64]) -> NDArray[numpy.uint64]:
    """`least` of words by their codes; a run that comes twice is there twice."""
    return numpy.sort(_runs(codes))[:LEAST]


def _codes(words: Sequence[str]) -> NDArray[numpy.uint64]:
    return numpy.array([*map(CODES.__getitem__, words)], dtype=numpy.uint64)


def _runs(codes: NDArray[numpy.uint64]) -> NDArray[numpy.uint64]:
    mixed = numpy.zeros(max(0, len(codes) - SIZE + 1), dtype=numpy.uint64)
    for i in range(SIZE if len(mixed) else 0):
        mixed = mixed * numpy.uint64(_FACTOR) + codes[i : len(codes) - SIZE + 1 + i]
    mixed = (mixed ^ (mixed >> numpy.uint64(29))) * numpy.uint64(0xBF58476D1CE4E5B9)
    return mixed >> numpy.uint64(24)
