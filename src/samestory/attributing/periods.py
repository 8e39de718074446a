"""Which quarter, half or business year a wording means: "the third quarter", "the year ended Sept. 30", "the year-earlier period".

A `Case` comes in, an `Answer` goes out. A period whose end is written behind it is that period; else the one told of last,
else the one that the day of publication and the tense make the nearest.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from samestory.attributing.days import make, months_from, quarter_of
from samestory.attributing.expressions import MONTH_NUMBERS
from samestory.attributing.points import chosen
from samestory.attributing.told import Answer, Case, Told

_ORDINAL_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_REPORTS = 3  # until March the results of the year before are reported
# "the quarter ended Sept. 30", "the six months ended June 30, 2019"
_ENDED = re.compile(
    r",? (?:which |that )?(?P<word>ended|ending|ends|will end) (?:on |in )?(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>3[01]|[12]?\d)"
    r"(?:, (?P<year>1\d{3}|20\d\d))?(?!\d)"
)


def ended(case: Case) -> date | None:
    """The last day of the period, where it stands behind the words."""
    found = _ENDED.match(case.passage.text, case.wording.end)
    month = MONTH_NUMBERS.get(found["month"].lower()) if found else None
    published = case.told.published
    if not found or not month or not (found["year"] or published):
        return None
    if found["year"] or published is None:
        return make(int(found["year"]), month, int(found["day"]))
    choices = [day for off in (-1, 0, 1) if (day := make(published.year + off, month, int(found["day"])))]
    return chosen(choices, published, "past" if found["word"] == "ended" else "present") if choices else None


def _after(day: date) -> date:
    return day + timedelta(1)


def _of(day: date) -> str:
    """The quarter that ends on this day, or a few days after the end of the calendar's: "ended Oct. 1"."""
    middle = months_from(day, -1)
    return f"{middle.year}-Q{quarter_of(middle)}"


def _quarter_number(case: Case) -> int | None:
    return _ORDINAL_QUARTERS.get(case.part("quarter") or "")


def quarter(case: Case) -> Answer | None:
    """the third quarter (by tense); the third quarter of 1990; last year's third quarter"""
    number, told, which = _quarter_number(case), case.told, case.part("which")
    if case.part("year"):
        return Answer("DATE", f"{case.part('year')}-Q{number}")
    if told.published is None:
        return Answer("DATE", None)
    last = ended(case)
    if last:  # a business year of its own: which months the quarter has is told by its last day
        return Answer("DATE", f"{last.year}-Q{number}", months_from(_after(last), -3), last)
    year = told.published.year
    if which:
        return Answer("DATE", f"{year + {'last': -1, 'next': 1}.get(which, 0)}-Q{number}")
    now = quarter_of(told.published)
    if number and number > now and case.tense == "past":
        year -= 1
    elif number and number < now - 1 and case.tense == "future":  # the quarter just ended is still to be reported
        year += 1
    return Answer("DATE", f"{year}-Q{number}")


def the_quarter(case: Case) -> Answer | None:
    """the quarter: the one told of last, else the last that had ended when this was published"""
    told, which, last = case.told, case.part("which") or "", ended(case)
    if last:
        return Answer("DATE", _of(last), months_from(_after(last), -3), last)
    over = told.quarter and told.published and told.quarter < (told.published.year, quarter_of(told.published))
    if told.quarter and (which in ("the", "that", "the same") or (which == "the latest" and over)):
        year, number = told.quarter
    elif told.published is None:
        return Answer("DATE", None)
    else:
        off = {"this": 0, "the current": 0, "next": 1}.get(which, -1)
        day = months_from(told.published.replace(day=1), 3 * off)
        year, number = day.year, quarter_of(day)
    return Answer("DATE", f"{year}-Q{number}")


def the_period(case: Case) -> Answer | None:
    """the latest period: the quarter told of"""
    quarter_told = case.told.quarter
    return Answer("DATE", f"{quarter_told[0]}-Q{quarter_told[1]}") if quarter_told else None


def the_year(case: Case) -> Answer | None:
    """the year: of publication; the year ended Sept. 30: the twelve months up to that day"""
    told, last = case.told, ended(case)
    if last:
        return Answer("DURATION", "P1Y", months_from(_after(last), -12), last)
    if told.narrative or told.published is None:
        return Answer("DATE", f"{told.year}" if told.narrative and told.year else None)
    before = case.passage.text[max(0, case.wording.start - 4) : case.wording.start].lower()
    over = before == "for " and told.published.month <= _REPORTS and case.tense == "past"  # "for the year, profit fell", in January
    return Answer("DATE", f"{told.published.year - over}")


def year_before(told: Told) -> str | None:
    """A year earlier: the same quarter; the year where figures of more than a quarter are told of."""
    if told.quarter is None:
        return None
    return f"{told.quarter[0] - 1}" + (f"-Q{told.quarter[1]}" if told.stretch is None else "")


def year_ago_quarter(case: Case) -> Answer | None:
    """the year-earlier quarter; the 1988 period"""
    told, number = case.told, _quarter_number(case)
    said = case.part("year")
    if told.stretch and told.quarter and number is None and "quarter" not in case.words:
        if not said and case.words.endswith(("period", "months")):
            return Answer("DURATION", told.stretch)
        return Answer("DATE", said or year_before(told))
    if told.quarter:
        return Answer("DATE", f"{said or told.quarter[0] - 1}-Q{number or told.quarter[1]}")
    if said or told.published is None:
        return Answer("DATE", said)
    return Answer("DATE", f"{told.published.year - 1}" + (f"-Q{number}" if number else ""))


def halves(case: Case) -> Answer | None:
    number = 2 if (case.part("half") or "").split()[0] in ("second", "last", "latter") else 1
    which, told = case.part("which"), case.told
    at = case.part("year") or (told.year if which == "that year" else told.published.year if told.published else None)
    if at is None:
        return Answer("DATE", None)
    return Answer("DATE", f"{int(at) + {'last year': -1, 'next year': 1}.get(which or '', 0)}-H{number}")


RESOLVERS: dict[str, Callable[[Case], Answer | None]] = {
    "quarter-year": quarter,
    "year-quarter": quarter,
    "which-year-quarter": quarter,
    "quarter-which-year": quarter,
    "year-ago-quarter": year_ago_quarter,
    "year-period": year_ago_quarter,
    "quarter": quarter,
    "the-quarter": the_quarter,
    "the-period": the_period,
    "halves": halves,
}
