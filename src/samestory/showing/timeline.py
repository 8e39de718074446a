"""When: the days the tellings speak of, and apart from them the days they were published.

A sheet comes in; the list of moments and a drawing of them go out. The drawing's axis is time, with long gaps
cut short, and says so; the list beside it says the same in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import sqrt

from samestory.model import Time
from samestory.showing import wording
from samestory.showing.sheet import Cite, Sheet

WIDTH, EDGE = 520, 28  # of the drawing, in its own units: about one pixel on a desk screen
MOST_DRAWN = 40  # moments; beyond them the drawing is a blot, and the list serves better
LABEL_ROOM, TAG_ROOM, ROW = 62, 26, 20
NEAR, MONTH = timedelta(days=60), timedelta(days=27)  # drawn: stretches shorter than a month, this near to a day of publication
FEWEST_BEFORE = 3  # days long before the event that are worth folding away
LONG_GAP = 9  # days; a longer gap is drawn as long as this one, with a break in the axis


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """Another day that a telling gives for this one."""

    why: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class MomentLine:
    number: str
    when: str
    what: str
    tellers: int
    cites: tuple[Cite, ...]
    first: date | None
    last: date | None
    conflicts: tuple[ConflictLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """A label in the drawing, at its place."""

    x: float
    y: float
    text: str
    href: str
    title: str
    to: float  # the right end of a stretch of days, else x


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Drawing:
    width: int
    height: float
    axis: float
    ticks: tuple[Tick, ...]
    breaks: tuple[float, ...]  # where a long gap is cut short
    moments: tuple[Tag, ...]
    published: tuple[Tag, ...]
    left_out: str  # numbers of the moments that are not drawn


_Stretch = tuple[date, date, MomentLine]


def moments(sheet: Sheet) -> tuple[MomentLine, ...]:
    """The moments, earliest first, each with its mentions."""
    found = []
    for moment in sorted(sheet.comparison.timeline, key=lambda m: (m.first, m.last)):
        number = sheet.number("T")
        cites = _distinct_first(sheet.cites(moment.mentions, "time", ref=number))
        when = wording.days(moment.first, moment.last)
        tellers = len({cite.teller.letter for cite in cites})
        first, last = wording.parsed(moment.first), wording.parsed(moment.last)
        conflicts = tuple(ConflictLine(one.why, sheet.cites(one.mentions, "time", ref=number)) for one in moment.conflicts)
        found.append(MomentLine(number, when, wording.excerpt(moment.what, 160), tellers, cites, first, last, conflicts))
    return tuple(found)


def _distinct_first(cites: tuple[Cite, ...]) -> tuple[Cite, ...]:
    """The mentions with each telling's different words first: sixteen times "July 15" of one telling say no more than one does."""
    first = dict.fromkeys((cite.teller.letter, cite.words) for cite in cites)
    seen = {(cite.teller.letter, cite.words): cite for cite in reversed(cites)}
    chosen = [seen[key] for key in first]
    return (*chosen, *(cite for cite in cites if cite not in chosen))


def mark_rest(sheet: Sheet) -> None:
    """Marks every time expression, so that the texts show how each was read."""
    for teller in sheet.tellers.values():
        for time in teller.telling.times:
            sheet.places.mark((time.span,), "time", note=_note(time))


def drawing(sheet: Sheet, lines: Sequence[MomentLine]) -> Drawing | None:
    """Moments above the axis, publications below; None where there are fewer than two days to draw."""
    told = _told(sheet)
    drawn, left_out = _near(lines, [day for day, _ in told])
    days = sorted({d for stretch in drawn for d in stretch[:2]} | {day for day, _ in told})
    if len(days) < 2:
        return None
    at = _scale(days)
    rows = _rows([(at[first], at[last]) for first, last, _ in drawn])
    axis = ROW * (max(rows, default=0) + 1) + 16
    moments = tuple(
        Tag(at[first], axis - 14 - ROW * row, line.number, f"#{line.number}", f"{line.when}: {line.what}", at[last])
        for (first, last, line), row in zip(drawn, rows, strict=True)
    )
    published, depth = _published(told, at, axis + 34)
    return Drawing(WIDTH, axis + 44 + ROW * depth, axis, _ticks(days, at), _breaks(days, at), moments, published, left_out)


def parted(sheet: Sheet, lines: Sequence[MomentLine]) -> tuple[tuple[MomentLine, ...], tuple[MomentLine, ...]]:
    """The moments long before the first publication, and the others; no part is made of fewer than three."""
    told = _told(sheet)
    before = tuple(line for line in lines if told and line.last and line.last < told[0][0] - NEAR)
    if len(before) < FEWEST_BEFORE:
        return (), tuple(lines)
    return before, tuple(line for line in lines if line not in before)


def _told(sheet: Sheet) -> list[tuple[date, str]]:
    return sorted((day, teller.letter) for teller in sheet.tellers.values() if (day := wording.parsed(teller.telling.day)))


def _near(lines: Sequence[MomentLine], told: Sequence[date]) -> tuple[list[_Stretch], str]:
    """The moments near the days of publication, and the numbers of those that are not drawn."""
    known = [(line.first, line.last, line) for line in lines if line.first and line.last and line.first <= line.last]
    if told:
        start, end = min(told) - NEAR, max(told) + NEAR
        known = [(first, last, line) for first, last, line in known if start <= first and last <= end and last - first < MONTH]
    drawn = known[:MOST_DRAWN]
    kept = {line.number for _, _, line in drawn}
    return drawn, wording.runs([line.number for line in lines if line.number not in kept])


def _published(told: Sequence[tuple[date, str]], at: dict[date, float], top: float) -> tuple[tuple[Tag, ...], int]:
    """The days of publication with the letters of their tellings, and how many rows they fill below the first."""
    by_day: dict[date, list[str]] = {}
    for day, letter in told:
        by_day.setdefault(day, []).append(letter)
    spots = [(day, _letters(letters)) for day, letters in by_day.items()]
    rows = _rows([(at[day], at[day] + 7 * len(text)) for day, text in spots])
    tags = tuple(
        Tag(at[day], top + ROW * row, text, "#tellings", f"Published {wording.day(day.isoformat())}", at[day])
        for (day, text), row in zip(spots, rows, strict=True)
    )
    return tags, max(rows, default=0)


def _scale(days: Sequence[date]) -> dict[date, float]:
    """Where each day lies: gaps by the root of their days, up to a bound, so that a year does not hide a week."""
    gaps = [0.0, *(sqrt(min((b - a).days, LONG_GAP)) for a, b in pairwise(days))]
    total, run = sum(gaps), 0.0
    at = {}
    for day, gap in zip(days, gaps, strict=True):
        run += gap
        at[day] = round(EDGE + (WIDTH - 2 * EDGE) * run / total, 1)
    return at


def _breaks(days: Sequence[date], at: dict[date, float]) -> tuple[float, ...]:
    return tuple(round((at[a] + at[b]) / 2, 1) for a, b in pairwise(days) if (b - a).days > LONG_GAP)


def _rows(stretches: Sequence[tuple[float, float]]) -> list[int]:
    """A row for each stretch so that no two labels touch."""
    ends: list[float] = []
    rows = []
    for start, end in stretches:
        row = next((n for n, taken in enumerate(ends) if taken + TAG_ROOM <= start), len(ends))
        ends[row : row + 1] = [max(start, end)]
        rows.append(row)
    return rows


def _ticks(days: Sequence[date], at: dict[date, float]) -> tuple[Tick, ...]:
    """The days to write under the axis: first and last, and between them where there is room."""
    last = days[-1]
    kept = [days[0]]
    for day in days[1:-1]:
        if at[day] - at[kept[-1]] >= LABEL_ROOM and at[last] - at[day] >= LABEL_ROOM:
            kept.append(day)
    kept.append(last)
    return tuple(Tick(at[day], f"{day.day} {wording.MONTHS[day.month - 1][:3]} {day.year % 100:02d}") for day in kept)


def _letters(letters: Sequence[str]) -> str:
    return " ".join(letters) if len(letters) <= 6 else f"{letters[0]} … {letters[-1]}"


def _note(time: Time) -> str:
    read = wording.days(time.first, time.last) if time.first or time.last else time.value or "not resolved"
    return f"read as {read}"
