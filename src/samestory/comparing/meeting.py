"""Points of figures that no fact was made of: several tellings give one figure, in sentences of their own wording.

Tellings in story order come in, with the places that other points tell of already; lines with "agree" or "compatible" and the reason
go out. Two figures that cannot both be true are not looked for here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from samestory.comparing import shared, vouching
from samestory.comparing.figures import Figure
from samestory.comparing.lining import Line, Stated
from samestory.comparing.shared import Given, Shared
from samestory.comparing.tellers import day_in_words
from samestory.model import Fact, Span, Telling, Verdict

SHOWN = 16  # points of figures in a story; those that most tellings give come first
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
KNOWN = 2  # tellings whose figure stands in another point already


def find(tellings: Sequence[Telling], told: Collection[Span]) -> Iterator[tuple[Line, Verdict, str]]:
    """The lines with their verdict and its reason, those of most tellings first."""
    places: dict[str, list[Span]] = {}
    for span in told:
        places.setdefault(span.article, []).append(span)
    fresh = [one for one in shared.find(tellings) if not _known(one, places)]
    fresh.sort(
        key=lambda one: (one.equal, -one.tellings, -shared.digits(one.given[0].figure), one.given[0].place, one.given[0].figure.span)
    )
    for one in fresh[:SHOWN]:
        yield _line(one), "agree" if one.equal else "compatible", _reason(one)


def _known(one: Shared, told: dict[str, list[Span]]) -> bool:
    found = {given.place for given in one.given if any(given.figure.span.overlaps(span) for span in told.get(given.telling.article.id, ()))}
    return len(found) >= KNOWN


def _line(one: Shared) -> Line:
    stated = tuple(_stated(given, one.about) for given in one.given)
    return Line(stated[0].fact.kind, one.about, None, False, stated, False, frozenset(), {})


def _stated(given: Given, about: str) -> Stated:
    figure = given.figure
    said_by = vouching.of_place(given.telling, figure.span)
    low, high = (bound if abs(bound) != float("inf") else None for bound in (figure.low, figure.high))
    unit = figure.unit if figure.unit and figure.kind != "place" else None
    fact = Fact(figure.kind, about, _value(figure), unit, low, high, figure.span, said_by, "figure")
    return Stated(given.place, given.telling, fact, low, high, given.matter, (), False, False, frozenset())


def _value(figure: Figure) -> float | int | str:
    if figure.dimension == "address":
        return f"{figure.value:g}{figure.unit}"
    if figure.dimension == "clock":
        return f"T{int(float(figure.value)) // 60:02}:{int(float(figure.value)) % 60:02}"
    if isinstance(figure.value, float) and figure.kind in ("count", "age") and figure.value.is_integer():
        return int(figure.value)
    return figure.value


def _reason(one: Shared) -> str:
    figures = [given.figure for given in one.given]
    if one.equal:
        return f"Both are {day_in_words(str(figures[0].value))}" if figures[0].dimension == "day" else "the same value"
    ours, theirs = next((a, b) for a in one.given for b in one.given if a.place != b.place and _apart(a.figure, b.figure))
    return _both(ours, theirs)


def _apart(ours: Figure, theirs: Figure) -> bool:
    return ours.told != theirs.told


def _both(ours: Given, theirs: Given) -> str:
    """Why two figures can both be true."""
    one, other = ours.figure, theirs.figure
    first, second = (f"“{' '.join(given.telling.article.words(given.figure.span).split())}”" for given in (ours, theirs))
    if one.dimension == "day":
        wide, near, narrow = (first, second, other) if one.high - one.low > other.high - other.low else (second, first, one)
        when = "" if _YEAR.search(near) else f", {day_in_words(date.fromordinal(int(narrow.low)).isoformat())},"
        return f"{near}{when} lies in {wide}"
    if max(one.low, other.low) == min(one.high, other.high) and min(one.high, other.high) in (one.left_out, other.left_out):
        return "one is the other rounded"
    if one.low <= other.low and other.high <= one.high:
        return f"{first} leaves room for {second}"
    if other.low <= one.low and one.high <= other.high:
        return f"{second} leaves room for {first}"
    if max(one.low, other.low) <= min(one.high, other.high):
        return f"{first} overlaps with {second}"
    if one.dimension == "clock":
        return f"{first} and {second} are less than half an hour apart"
    return f"{first} is about {second} in another unit" if one.unit != other.unit else "one is the other rounded"
