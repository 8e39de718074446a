"""The log-odds between articles near each other, remembered, so that a later arrival can have them looked at again.

Places come in; log-odds go out. They are weighed anew once so much more has arrived that words have another rarity. Decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy

from samestory.grouping.past import Past
from samestory.grouping.settling import Floats
from samestory.grouping.weighing import Weigher

CLIP = 7.0  # log-odds beyond this say no more
GROWN = 1.5  # the articles arrived have grown by so much, and SOME, since a pair was weighed: it is weighed anew
SOME = 20
OLD = 1.1  # the same, where all are looked at anew


class Links:
    """What the articles of the window weigh against each other."""

    def __init__(self, weigher: Weigher, past: Past) -> None:
        self._weigher = weigher
        self._past = past
        self._known: dict[int, tuple[int, dict[int, float]]] = {}  # of an article to earlier ones, and how many had arrived

    def of(self, place: int, others: Sequence[int]) -> dict[int, float]:
        """The log-odds of an article with each of some others."""
        earlier = self._weighed(place, [other for other in others if other < place])
        return {other: earlier[other] if other < place else self._weighed(other, [place])[place] for other in others}

    def between(self, groups: Sequence[Sequence[int]]) -> Floats:
        """The log-odds between all articles of some groups; 0 inside a group, where nobody asks."""
        flat = [(place, number) for number, group in enumerate(groups) for place in group]
        found = numpy.zeros((len(flat), len(flat)))
        ranked = sorted(range(len(flat)), key=flat.__getitem__)
        for n, at in enumerate(ranked):
            place, number = flat[at]
            earlier = [other for other in ranked[:n] if flat[other][1] != number]
            known = self._weighed(place, [flat[other][0] for other in earlier])
            found[at, earlier] = found[earlier, at] = [known[flat[other][0]] for other in earlier]
        return found

    def old(self) -> list[int]:
        """The articles that were weighed against earlier ones when words may have had another rarity."""
        return sorted(place for place, (taken, _) in self._known.items() if self._past.rarity.articles > OLD * taken)

    def again(self, place: int) -> dict[int, float]:
        """What an article weighs by now against those that it was weighed against before."""
        _, known = self._known.pop(place)
        return self.of(place, [*known])

    def inside(self, places: Sequence[int]) -> float:
        """How well the articles of a story fit each other, by the mean."""
        return sum(sum(self.of(place, places[:n]).values()) for n, place in enumerate(places)) / (len(places) * (len(places) - 1) / 2)

    def forget(self, place: int) -> None:
        """Let go of what an article weighs against earlier ones."""
        self._known.pop(place, None)

    def _weighed(self, place: int, earlier: Sequence[int]) -> dict[int, float]:
        """What an article weighs against earlier ones, these among them."""
        arrived = self._past.rarity.articles
        taken, known = self._known.get(place, (arrived, {}))
        if arrived > GROWN * taken + SOME:
            taken, known = arrived, {}
        new = [other for other in earlier if other not in known]
        if new:
            found = self._weigher.weigh(self._past.evidence(place), [*map(self._past.evidence, new)])
            known.update(zip(new, numpy.clip(found, -CLIP, CLIP).tolist(), strict=True))
            self._known[place] = (taken, known)
        return known
