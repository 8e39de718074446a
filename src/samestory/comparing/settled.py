"""What articles agree on already, so that a difference by the words does not part them again.

Points come in; yes or no goes out. "Five were trapped" and "two were trapped" stand in like sentences of two articles; where the
second gives the five as well, in another sentence, the two do not differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from samestory.model import Evidence, Point, Span

ALIKE = ("agree", "compatible")


class Settled:
    """The values on which articles agree."""

    def __init__(self, points: Iterable[Point]) -> None:
        self._agreed: dict[str, list[tuple[Span, frozenset[str]]]] = defaultdict(list)
        for point in points:
            if point.verdict in ALIKE:
                articles = frozenset(one.article for one in point.facts)
                for one in point.facts:
                    self._agreed[one.article].append((one.span, articles))

    def between(self, point: Point) -> bool:
        """Whether any two sides of the point agree on the value of one of them."""
        sides = [(one, other) for one in point.facts for other in point.facts if one.value != other.value and one.article != other.article]
        return bool(sides) and all(self._share(one, other) or self._share(other, one) for one, other in sides)

    def _share(self, one: Evidence, other: Evidence) -> bool:
        """Whether the other's article gives the value of this one too."""
        return any(span.overlaps(one.span) and other.article in articles for span, articles in self._agreed.get(one.article, ()))
