"""Dates as documents write them, to ISO: "2019-11-12T08:30:00-05:00", "Tue, 12 Nov 2019 08:30:00 GMT", "Nov. 12, 2019".

Only what is written goes out: a time where there is a time, a zone where there is a zone. A date that can be read two
ways ("2/3/18") and a date that cannot be (year 1, 31 February) are None. Time expressions in prose are not for here.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

EARLIEST = 1700  # newspapers begin; the load set has years 0001 and 1899 for "unknown"
LATEST = 2100
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    r"|Dec(?:ember)?)\.?"
)

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?")  # IPTC: 20191112T083000-0500
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]+(\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?", re.I)
_MONTH_FIRST = re.compile(rf"({MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.I)  # Nov. 12, 2019
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({MONTH})\s*,?\s+(\d{{4}})\b", re.I)  # 12 November 2019
_SLASHED = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d\d)\b")  # 1/21/18, 21.1.2018
_YEAR_FIRST = re.compile(r"(\d{4})/(\d\d?)/(\d\d?)")


def iso(value: object) -> str | None:
    """The ISO date or date-time that a field gives, None where it gives none that can be.

    >>> iso("2019-11-12T08:30:00Z"), iso("Nov. 12, 2019"), iso("1/21/18"), iso("2/3/18"), iso("0001-01-01")
    ('2019-11-12T08:30:00+00:00', '2019-11-12', '2018-01-21', None, None)
    """
    if not isinstance(value, str) or not (text := " ".join(value.split())[:80]):
        return None
    return _exact(text) or _mail(text) or day(text)


def day(text: str) -> str | None:
    """The ISO day of the first date written out in a line, None where it is not a full date.

    >>> day("Posted 12 November 2019 by the desk"), day("12 November")
    ('2019-11-12', None)
    """
    if found := _MONTH_FIRST.search(text):
        return _day(int(found[3]), MONTHS[found[1][:3].lower()], int(found[2]))
    if found := _DAY_FIRST.search(text):
        return _day(int(found[3]), MONTHS[found[2][:3].lower()], int(found[1]))
    if found := _YEAR_FIRST.search(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _SLASHED.search(text):
        return _slashed(int(found[1]), int(found[3]), found[4], found[2])
    return None


def local(day: str, other: str) -> bool:
    """True where both are the same moment, `day` with a zone of its own and `other` in UTC.

    >>> local("2019-11-11T20:30:00-05:00", "2019-11-12T01:30:00+00:00")
    True
    """
    if not other.endswith("+00:00") or "T" not in day or day.endswith("+00:00"):
        return False
    one, two = datetime.fromisoformat(day), datetime.fromisoformat(other)
    return one.tzinfo is not None and abs((one - two).total_seconds()) < 60


def _exact(text: str) -> str | None:
    if found := _ISO.match(text):
        parts = (found[1], found[2], found[3])
    elif found := _COMPACT.fullmatch(text):
        clock = f"{found[4]}:{found[5]}:{found[6] or '00'}" if found[4] else None
        parts = (f"{found[1]}-{found[2]}-{found[3]}", clock, found[7])
    else:
        return None
    zone = {"Z": "+00:00", "UTC": "+00:00", "GMT": "+00:00"}.get((parts[2] or "").upper(), parts[2] or "")
    try:
        if not parts[1]:
            return _known(date.fromisoformat(parts[0]))
        return _known(datetime.fromisoformat(f"{parts[0]}T{parts[1]}{zone}"))
    except ValueError:
        return None


def _mail(text: str) -> str | None:
    """The form of feeds: Tue, 12 Nov 2019 08:30:00 GMT."""
    if ":" not in text:
        return None
    try:
        return _known(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _slashed(first: int, second: int, year: str, mark: str) -> str | None:
    full = int(year) if len(year) == 4 else 2000 + int(year) if int(year) < 70 else 1900 + int(year)
    if mark == "." or first > 12:  # with dots the day is always first; a number above 12 is no month
        return _day(full, second, first)
    return _day(full, first, second) if second > 12 or first == second else None


def _day(year: int, month: int, number: int) -> str | None:
    try:
        return _known(date(year, month, number))
    except ValueError:
        return None


def _known(value: date) -> str | None:
    return value.isoformat() if EARLIEST <= value.year < LATEST else None
