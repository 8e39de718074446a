"""Two articles of one day made of texts, and the points found between them, for the tests of what differs by the words."""

from __future__ import annotations

from agreement_builder import points
from samestory.model import Point
from telling_builder import Marks, telling

DAY = "2025-11-03"
SHARED = " Nobody may swim there before Thursday, as a sign on the wooden gate tells every guest."  # by it the two are of one text


def differing(ours: str, theirs: str, people: tuple[tuple[str, ...], tuple[str, ...]] = ((), ()), shared: str = SHARED) -> list[Point]:
    """The points that say the two are not the same; both texts end on a shared sentence."""
    a, b = (
        telling(name, text + shared, Marks(people=named), outlet=f"Outlet {name}", day=DAY)
        for name, text, named in zip("ab", (ours, theirs), people, strict=True)
    )
    return [point for point in points(a, b) if point.verdict in ("differ", "contradict")]


def words(point: Point, *texts: str) -> list[str]:
    """The words of each place."""
    return [fact.span.of(texts[0] if fact.article == "a" else texts[1]) for fact in point.facts]
