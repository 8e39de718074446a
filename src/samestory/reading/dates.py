"""Dates as documents write them, to ISO: "2019-11-12T08:30:00-05:00", "Tue, 12 Nov 2019 08:30:00 GMT", "Nov. 12, 2019".

Only what is written goes out: a time where there is a time, a zone where there is a zone. A date that can be read two
ways ("2/3/18") and a date that cannot be (year 1, 31 February) are None. Time expressions in prose are not for here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
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

# Months in the other languages that pages of news are often in, for dates printed there: 7. November 2023, 12 de mayo de 2022.
_FOREIGN = """
    januar jänner janvier enero janeiro gennaio januari janv ene gen stycznia января ocak
    februar februari février fevrier febrero fevereiro febbraio févr fev lutego февраля şubat
    märz maerz mars marzo março marco maart marts mär mrt maret marca марта mart
    april avril abril aprile avr abr kwietnia апреля nisan
    mai mayo maio maggio mei maj mag maja мая mayıs
    juni juin junio junho giugno giu czerwca июня haziran
    juli juillet julio julho luglio juil lug lipca июля temmuz
    august août aout agosto augustus augusti ago agustus sierpnia августа ağustos
    september septembre septiembre setiembre setembro settembre set września сентября eylül
    oktober octobre octubre outubro ottobre okt out ott października октября ekim
    november novembre noviembre novembro listopada ноября kasım
    dezember décembre decembre diciembre dezembro dicembre december desember dez déc dic grudnia декабря aralık"""
_MONTHS = MONTHS | {name: number for number, names in enumerate(_FOREIGN.strip().splitlines(), 1) for name in names.split()}
_ANY_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?")  # IPTC: 20191112T083000-0500
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]+(\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?", re.I)
_ISO_DAY = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_YEAR = r"(?:1[789]|20)\d\d"  # what follows may stick to it: Nov 20 20194:29 AM
_MONTH_FIRST = re.compile(rf"({MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+({_YEAR})", re.I)  # Nov. 12, 2019
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?,?\s+({MONTH})\s*,?\s+({_YEAR})", re.I)  # 12 November 2019
_DAY_FOREIGN = re.compile(  # 7. November 2023, 12 de mayo de 2022, 1er août 2019
    rf"(?<!\d)(\d{{1,2}})(?:\.|er|º|ª|,)?\s+(?:de\s+)?({_ANY_MONTH})\.?,?\s+(?:de[l]?\s+)?({_YEAR})",
    re.I,
)
_HALF = re.compile(r"\d\s*[ap]\.?\s?m\b", re.I)
_SLASHED = re.compile(r"(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d\d)\b")  # 1/21/18, 21.1.2018
_YEAR_FIRST = re.compile(r"(\d{4})(?:[/.]|年\s?)(\d\d?)(?:[/.]|月\s?)(\d\d?)(?!\d)")  # 2019/11/12, 2019.11.12, 2019年11月12日


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
    for pattern, read in _WRITTEN[1:]:
        if found := pattern.search(text):
            return read(found)
    return None


def spans(text: str, *, day_first: bool | None = None) -> list[tuple[int, int, str]]:
    """Where full dates stand in a line, in order, each with its ISO day; `day_first` is for those that can be read two ways.

    >>> spans("12 Nov 2019, updated 2019-11-13")
    [(0, 11, '2019-11-12'), (21, 31, '2019-11-13')]
    >>> spans("2/3/18"), spans("2/3/18", day_first=True), spans("2/3/18", day_first=False)
    ([], [(0, 6, '2018-03-02')], [(0, 6, '2018-02-03')])
    """
    found: list[tuple[int, int, str]] = []
    for pattern, read in _WRITTEN:
        for one in pattern.finditer(text):
            day = read(one)
            if pattern is _SLASHED and day is None and day_first is not None and one[2] == "/":
                day = _ordered(one, day_first=day_first)
            if day and not any(start < one.end() and one.start() < end for start, end, _ in found):
                found.append((one.start(), one.end(), day))
    return sorted(found)


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
    if ":" not in text or _HALF.search(text):  # the parser of mail drops "pm"
        return None
    try:
        return _known(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _ordered(found: re.Match[str], *, day_first: bool) -> str | None:
    """The day of a date that can be read two ways, on a page whose order is known."""
    number, month = (found[1], found[3]) if day_first else (found[3], found[1])
    return _day(_year(found[4]), int(month), int(number))


def _year(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year) if int(year) < 70 else 1900 + int(year)


def _slashed(first: int, second: int, year: str, mark: str) -> str | None:
    full = _year(year)
    if mark == "." or first > 12:  # with dots the day is always first; a number above 12 is no month
        return _day(full, second, first)
    return _day(full, first, second) if second > 12 or first == second else None


def _day(year: int, month: int, number: int) -> str | None:
    try:
        return _known(date(year, month, number))
    except ValueError:
        return None


def _month(name: str) -> int:
    """The number of a month; 0 where only a letter of another case made it look like one (the long s)."""
    return _MONTHS.get(name.lower(), 0)


# The ways to write a date, the surest first, and how each is read.
_WRITTEN: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
    (_ISO_DAY, lambda found: _day(int(found[1]), int(found[2]), int(found[3]))),
    (_MONTH_FIRST, lambda found: _day(int(found[3]), _month(found[1][:3]), int(found[2]))),
    (_DAY_FIRST, lambda found: _day(int(found[3]), _month(found[2][:3]), int(found[1]))),
    (_DAY_FOREIGN, lambda found: _day(int(found[3]), _month(found[2]), int(found[1]))),
    (_YEAR_FIRST, lambda found: _day(int(found[1]), int(found[2]), int(found[3]))),
    (_SLASHED, lambda found: _slashed(int(found[1]), int(found[3]), found[4], found[2])),
)


def _known(value: date) -> str | None:
    return value.isoformat() if EARLIEST <= value.year < LATEST else None
