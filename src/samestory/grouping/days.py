"""The days that a text speaks of, cheaply: enough to tell two look-alike events apart.

Text and its day of publication come in; days go out, as ordinals where the year is known, as (month, day) and as
weekdays where it is not. Resolving time expressions for readers is the attribution step's work, not done here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# "Nov. 11, 2019", "11 November 2019", "Saturday"; blanks before marks, as tokenised text has them ("Nov . 11 , 2019")
_DAY = re.compile(
    r"\b(?:(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\s?\.?\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)(?:\s?,?\s(?P<year>(?:19|20)\d\d)\b)?"
    r"|(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?\s(?:of\s)?(?P<month2>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\s?\.?(?:\s?,?\s(?P<year2>(?:19|20)\d\d)\b)?"
    r"|(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))",
)
LEAD = 700  # characters in which the event's own day stands; later days are mostly background
AHEAD = 30  # a month and day without a year may lie this many days after publication, else it is last year's


@dataclass(frozen=True, slots=True)
class Days:
    """The days of one text."""

    published: int | None  # ordinal of the day of publication, where it is given
    event: int | None  # ordinal of the first day named in the lead
    named: frozenset[int]  # ordinals of all days named
    month_days: frozenset[int]  # month * 100 + day, of dates whose year is not known as well
    weekdays: frozenset[int]  # of the lead


def find(text: str, published: date | None) -> Days:
    """The days a text names, resolved against its day of publication where that is known."""
    event: int | None = None
    named: set[int] = set()
    month_days: set[int] = set()
    weekdays: set[int] = set()
    for found in _DAY.finditer(text):
        ordinal: int | None
        if found["weekday"]:
            weekday = _WEEKDAYS.index(found["weekday"].lower())
            if found.start() < LEAD:
                weekdays.add(weekday)
            ordinal = _last(weekday, published)
        else:
            month = _MONTHS.index((found["month"] or found["month2"])[:3].lower()) + 1
            day = int(found["day"] or found["day2"])
            year = found["year"] or found["year2"]
            month_days.add(month * 100 + day)
            ordinal = _ordinal(int(year), month, day) if year else _nearest(month, day, published)
        if ordinal is not None:
            named.add(ordinal)
            if event is None and found.start() < LEAD:
                event = ordinal
    return Days(published.toordinal() if published else None, event, frozenset(named), frozenset(month_days), frozenset(weekdays))


def _last(weekday: int, published: date | None) -> int | None:
    """The latest such weekday up to the day of publication."""
    if published is None:
        return None
    return published.toordinal() - (published.weekday() - weekday) % 7


def _ordinal(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).toordinal()
    except ValueError:  # "February 30"
        return None


def _nearest(month: int, day: int, published: date | None) -> int | None:
    if published is None:
        return None
    ordinal = _ordinal(published.year, month, day)
    if ordinal is not None and ordinal > published.toordinal() + AHEAD:
        return _ordinal(published.year - 1, month, day)
    return ordinal
