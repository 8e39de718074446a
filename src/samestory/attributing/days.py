"""The calendar: days of holidays, and which days a TIMEX3 value covers.

Values and dates come in, dates go out. No text is read here.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # northern; the winter of a year begins in its December
FIXED_HOLIDAYS = {
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "independence day": (7, 4),
    "fourth of july": (7, 4),
    "halloween": (10, 31),
    "veterans day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
# month, weekday, which one of the month (negative: from its end)
_FLOATING_HOLIDAYS = {
    "martin luther king jr. day": (1, 0, 3),
    "presidents' day": (2, 0, 3),
    "mother's day": (5, 6, 2),
    "memorial day": (5, 0, -1),
    "father's day": (6, 6, 3),
    "labor day": (9, 0, 1),
    "columbus day": (10, 0, 2),
    "thanksgiving day": (11, 3, 4),
    "thanksgiving": (11, 3, 4),
}
_FROM_EASTER = {"good friday": -2, "easter sunday": 0, "easter": 0, "easter monday": 1}
HOLIDAYS = (*FIXED_HOLIDAYS, *_FLOATING_HOLIDAYS, *_FROM_EASTER, "election day")

MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS_OF = {
    "day": 1.0,
    "night": 1.0,
    "week": 7.0,
    "weekend": 7.0,
    "fortnight": 14.0,
    "hour": 1 / 24,
    "minute": 1 / 1440,
    "second": 1 / 86400,
}

_SHAPES = (
    ("day", re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")),
    ("month", re.compile(r"(\d{4})-(\d\d)(?:-XX)?")),
    ("weekend", re.compile(r"(\d{4})-W(\d\d)-WE")),
    ("week", re.compile(r"(\d{4})-W(\d\d)")),
    ("quarter", re.compile(r"(\d{4})-Q([1-4])")),
    ("half", re.compile(r"(\d{4})-H([12])")),
    ("season", re.compile(r"(\d{4})-(SP|SU|FA|WI)")),
    ("year", re.compile(r"(\d{4})")),
    ("decade", re.compile(r"(\d{3})")),
    ("century", re.compile(r"(\d\d)")),
)


def make(year: int, month: int, day: int) -> date | None:
    """The day, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def holiday(name: str, year: int) -> date | None:
    """The day a holiday falls on.

    >>> holiday("thanksgiving", 2019), holiday("easter", 2000), holiday("election day", 1998)
    (datetime.date(2019, 11, 28), datetime.date(2000, 4, 23), datetime.date(1998, 11, 3))
    """
    if name in FIXED_HOLIDAYS:
        return date(year, *FIXED_HOLIDAYS[name])
    if name in _FLOATING_HOLIDAYS:
        month, weekday, nth = _FLOATING_HOLIDAYS[name]
        if nth < 0:
            last = date(year, month, monthrange(year, month)[1])
            return last - timedelta((last.weekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))
    if name in _FROM_EASTER:
        return _easter(year) + timedelta(_FROM_EASTER[name])
    if name == "election day":  # the Tuesday after the first Monday of November
        first = date(year, 11, 1)
        return first + timedelta((0 - first.weekday()) % 7 + 1)
    return None


def _easter(year: int) -> date:
    """Gregorian Easter (Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, left = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, over = divmod(rest, 4)
    week = (32 + 2 * left + 2 * quarter - moon - over) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def months_from(day: date, months: int) -> date:
    """The day so many months on, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def moved(day: date, count: float, unit: str) -> date | None:
    """The day so many units on; None where the calendar has no such day."""
    try:
        if unit in MONTHS_OF:
            return months_from(day, round(count * MONTHS_OF[unit]))
        return day + timedelta(round(count * _DAYS_OF[unit]))
    except (ValueError, OverflowError):  # before the year 1
        return None


def week_of(day: date) -> str:
    """The ISO week as a TIMEX3 value."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def quarter_of(day: date) -> int:
    return (day.month + 2) // 3


def covered(value: str | None) -> tuple[date, date] | None:
    """First and last day of a TIMEX3 value; None for durations, sets and vague ones.

    >>> covered("2019-Q3"), covered("199")
    ((datetime.date(2019, 7, 1), datetime.date(2019, 9, 30)), (datetime.date(1990, 1, 1), datetime.date(1999, 12, 31)))
    >>> covered("P3D") is None
    True
    """
    for shape, pattern in _SHAPES:
        found = pattern.fullmatch(value or "")
        if found:
            try:
                return _days_of(shape, found)
            except ValueError:  # a thirteenth month, the year 0
                return None
    return None


def _days_of(shape: str, found: re.Match[str]) -> tuple[date, date]:
    first = int(found[1])
    if shape == "day":
        day = date(first, int(found[2]), int(found[3]))
        return day, day
    if shape in ("week", "weekend"):
        monday = date.fromisocalendar(first, int(found[2]), 1)
        return (monday, monday + timedelta(6)) if shape == "week" else (monday + timedelta(5), monday + timedelta(6))
    if shape in ("year", "decade", "century"):
        years = {"year": 1, "decade": 10, "century": 100}[shape]
        return date(first * years, 1, 1), date(first * years + years - 1, 12, 31)
    if shape == "season":
        start, length = _SEASON_START[found[2]], 3
    else:
        length = {"month": 1, "quarter": 3, "half": 6}[shape]
        start = (int(found[2]) - 1) * length + 1
    begin = date(first, start, 1)
    return begin, months_from(begin, length) - timedelta(1)
