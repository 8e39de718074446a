"""Which earlier articles are worth comparing with a new one: an inverted index with bounded lists.

Evidence comes in; places of earlier articles go out, most promising first. Lists of common terms are cut to the
newest, so that the cost of an arrival stays flat.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest

from samestory.grouping.background import Rarity
from samestory.grouping.evidence import Evidence

KEYS = 50  # the rarest-and-most-used terms by which an article is filed and looked up
NEWEST = 200  # articles kept under one key


class Index:
    """Articles filed under their most telling terms, full names and fingerprints."""

    def __init__(self, rarity: Rarity) -> None:
        self._rarity = rarity
        self._filed: dict[int, list[int]] = defaultdict(list)
        self._prints: dict[int, list[int]] = defaultdict(list)

    def keys(self, evidence: Evidence) -> list[tuple[float, int]]:
        """The terms that tell most about an article, each with its weight."""
        weight = self._rarity.weights
        terms = [((1.5 if t in evidence.lead else 1.0) * tf * weight[t], t) for t, tf in evidence.terms.items()]
        terms += [(weight[t], t) for t in evidence.names if t not in evidence.terms]
        return nlargest(KEYS, terms)

    def near(self, evidence: Evidence, most: int) -> list[int]:
        """The places of the earlier articles that share most with this one."""
        scores: dict[int, float] = defaultdict(float)
        weight = self._rarity.weights
        for score, key in self.keys(evidence):
            value = score * weight[key]
            for place in self._filed.get(key, ()):
                scores[place] += value
        for sampled in evidence.prints:
            for place in self._prints.get(sampled, ()):
                scores[place] += 10.0
        return [place for _, place in nlargest(most, ((score, place) for place, score in scores.items()))]

    def file(self, evidence: Evidence, place: int) -> None:
        """Make an article findable from now on."""
        for _, key in self.keys(evidence):
            self._push(self._filed[key], place)
        for sampled in evidence.prints:
            self._push(self._prints[sampled], place)

    def _push(self, places: list[int], place: int) -> None:
        places.append(place)
        if len(places) > 2 * NEWEST:
            del places[:-NEWEST]
