"""The days that a text speaks of, cheaply: enough to tell two look-alike events apart.

A text's words and its day of publication come in; days go out, as ordinals where the year is known, as month and day and
as weekdays where it is not. Resolving time expressions for readers is the attribution step's work, not done here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

_MONTH_NAMES = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_MONTHS = {name.title(): n for n, name in enumerate(_MONTH_NAMES, 1)} | {name[:3].title(): n for n, name in enumerate(_MONTH_NAMES, 1)}
_MONTHS |= {"Sept": 9, **{name.upper(): n for name, n in _MONTHS.items()}}
_WEEKDAYS = {day: n for n, day in enumerate(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])}
SIGNS = _MONTHS.keys() | _WEEKDAYS.keys()  # a word that may tell a day
_ENDINGS = frozenset({"st", "nd", "rd", "th", "of"})  # "11th", "11th of November"
LEAD = 120  # words in which the event's own day stands; later days are mostly background
# A month and day without a year: from AHEAD days after publication on it may as well be the last one, beyond UNSURE it is. Of 40 read in
# gva and news_cluster 14 of 19 that lie 31 to 60 days ahead were the coming one ("due in court on March 16"), 5 of 14 that lie 61 to 100.
AHEAD, UNSURE = 60, 100
_NO_MONTH = frozenset({"Long"})  # "Long March 4C" is a rocket


@dataclass(frozen=True, slots=True)
class Days:
    """The days of one text."""

    published: int | None  # ordinal of the day of publication, where it is given
    event: int | None  # ordinal of the first day named in the lead
    named: frozenset[int]  # ordinals of all days named
    month_days: frozenset[int]  # month * 100 + day, of dates whose year is not known as well
    weekdays: frozenset[int]  # of the lead


def find(words: Sequence[str], published: date | None, signs: Iterable[int]) -> Days:
    """The days a text names, resolved against its day of publication where that is known; `signs` are the places of words of `SIGNS`."""
    named: list[tuple[int, int]] = []
    month_days: set[int] = set()
    weekdays: set[int] = set()
    for at in signs:
        word = words[at]
        weekday = _WEEKDAYS.get(word)
        if weekday is not None:
            if at < LEAD:
                weekdays.add(weekday)
            if published:
                named.append((at, published.toordinal() - (published.weekday() - weekday) % 7))
            continue
        month, day, year = _MONTHS[word], *_around(words, at)
        if day is None or (at and words[at - 1] in _NO_MONTH):
            continue
        month_days.add(month * 100 + day)
        ordinal = _ordinal(year, month, day) if year else _nearest(month, day, published)
        if ordinal is not None:
            named.append((at, ordinal))
    event = named[0][1] if named and named[0][0] < LEAD else None
    return Days(
        published.toordinal() if published else None,
        event,
        frozenset(ordinal for _, ordinal in named),
        frozenset(month_days),
        frozenset(weekdays),
    )


def _around(words: Sequence[str], at: int) -> tuple[int | None, int | None]:
    """The day and the year that stand about a month: "Nov. 11, 2019", "11 November 2019", "11th of November"."""
    after = [word for word in words[at + 1 : at + 4] if word not in _ENDINGS]
    before = [word for word in words[max(0, at - 3) : at] if word not in _ENDINGS]
    if after and _is_day(after[0]):
        return int(after[0]), int(after[1]) if len(after) > 1 and _is_year(after[1]) else None
    if before and _is_day(before[-1]):
        return int(before[-1]), int(after[0]) if after and _is_year(after[0]) else None
    return None, None


def _is_day(word: str) -> bool:
    return len(word) <= 2 and word.isascii() and word.isdigit() and 1 <= int(word) <= 31


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isascii() and word.isdigit() and word[:2] in ("19", "20")


def _ordinal(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).toordinal()
    except ValueError:  # "February 30"
        return None


def _nearest(month: int, day: int, published: date | None) -> int | None:
    if published is None:
        return None
    last, this, coming = (_ordinal(published.year + by, month, day) for by in (-1, 0, 1))
    for ordinal in (coming, this):
        ahead = UNSURE + 1 if ordinal is None else ordinal - published.toordinal()
        if ahead <= AHEAD:
            return ordinal
        if ahead <= UNSURE:
            return None
    return last
