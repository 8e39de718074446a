"""Which earlier articles are worth comparing with a new one: an inverted index with bounded lists.

Evidence comes in; places of earlier articles go out, most promising first. Lists of common terms are cut to the
newest, so that the cost of an arrival stays flat.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest

from samestory.grouping.background import Rarity
from samestory.grouping.evidence import Evidence

KEYS = 40  # the rarest-and-most-used terms by which an article is filed and looked up
NEWEST = 80  # articles kept under one key
IN_LEAD = 1.5  # how much more a term of the lead counts
PRINT = 10.0  # what a shared fingerprint counts, about as much as a rare word
# The share of an article's own keys, by weight, that an earlier one must have to be compared. Of pairs of one story .98
# reach it in news_cluster, .99 in ecbplus and gva; of the other pairs looked up in plain articles less than half.
LEAST = 0.04

Keys = list[tuple[float, int]]


class Index:
    """Articles filed under their most telling terms, full names and fingerprints."""

    def __init__(self, rarity: Rarity) -> None:
        self._rarity = rarity
        self._filed: dict[int, list[int]] = defaultdict(list)
        self._prints: dict[int, list[int]] = defaultdict(list)

    def keys(self, evidence: Evidence) -> Keys:
        """The terms that tell most about an article, each with its weight."""
        weight, lead, own = self._rarity.weights, evidence.lead, evidence.terms
        terms = [((IN_LEAD if t in lead else 1.0) * tf * weight[t], t) for t, tf in own.items()]
        terms += [(weight[t], t) for t in evidence.names if t not in own]
        return nlargest(KEYS, terms)

    def near(self, keys: Keys, evidence: Evidence, most: int) -> list[int]:
        """The places of the earlier articles that share most with this one."""
        scores: dict[int, float] = defaultdict(float)
        weight = self._rarity.weights
        least = 0.0
        for score, key in keys:
            value = score * weight[key]
            least += LEAST * value
            for place in self._filed.get(key, ()):
                scores[place] += value
        for sampled in evidence.prints:
            for place in self._prints.get(sampled, ()):
                scores[place] += PRINT
        return [place for _, place in nlargest(most, ((score, place) for place, score in scores.items() if score >= least))]

    def file(self, keys: Keys, evidence: Evidence, place: int) -> None:
        """Make an article findable from now on."""
        for _, key in keys:
            _push(self._filed[key], place)
        for sampled in evidence.prints:
            _push(self._prints[sampled], place)


def _push(places: list[int], place: int) -> None:
    places.append(place)
    if len(places) > 2 * NEWEST:
        del places[:-NEWEST]
