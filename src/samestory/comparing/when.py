"""The days that a sentence names, and whether two sentences speak of two times.

A telling and a sentence of it come in; stretches of days, and yes or no, go out.
"""

from __future__ import annotations

from datetime import date

from samestory.model import Span, Telling, Time

Days = tuple[tuple[date, date], ...]

LONGEST_DAYS = 31  # a longer stretch does not tell two events apart
LONG_AGO = 200  # days before publication
NEIGHBOURS = 1  # days that two stated days may lie apart: "the toll rose on Friday" of Thursday's attack


def days(telling: Telling, sentence: Span) -> Days:
    """The days and short stretches of days that the sentence names."""
    return tuple((first, last) for first, last in _stretches(telling, sentence) if (last - first).days <= LONGEST_DAYS)


def long_ago(telling: Telling, sentence: Span) -> bool:
    """Whether the sentence speaks of long before the day of publication only."""
    if not telling.day:
        return False
    today, stretches = date.fromisoformat(telling.day[:10]), _stretches(telling, sentence)
    return bool(stretches) and all((today - last).days > LONG_AGO for _, last in stretches)


def apart(ours: tuple[Days, bool], theirs: tuple[Days, bool]) -> bool:
    """Whether both sentences name days and none of them lie together, or one of them alone speaks of long ago."""
    if not ours[0] or not theirs[0]:
        return ours[1] != theirs[1]
    return not any((c - b).days <= NEIGHBOURS and (a - d).days <= NEIGHBOURS for a, b in ours[0] for c, d in theirs[0])


def _stretches(telling: Telling, sentence: Span) -> list[tuple[date, date]]:
    return [stretch for time in telling.times if sentence.holds(time.span) and (stretch := _stretch(time)) is not None]


def _stretch(time: Time) -> tuple[date, date] | None:
    if time.type not in ("DATE", "TIME") or not time.first or not time.last:
        return None
    return date.fromisoformat(time.first[:10]), date.fromisoformat(time.last[:10])
