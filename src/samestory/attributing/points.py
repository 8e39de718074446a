"""Which day, month, quarter or year a wording means: the expressions that name a place in the calendar.

A `Case` comes in, an `Answer` goes out, or None where the words are no time after all. Without a day of
publication whatever needs one has the value None: unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from samestory.attributing.days import SEASONS, holiday, make, months_from
from samestory.attributing.days import week_of as iso_week
from samestory.attributing.expressions import DAY_NUMBERS, MONTH_NUMBERS
from samestory.attributing.numerals import ORDINALS, SMALL
from samestory.attributing.tenses import Tense, is_awaited, is_of_purpose, is_plain, is_verbless
from samestory.attributing.told import Answer, Case

_TERROR = re.compile(r",? (?:terror\w*|attacks?\b|hijack\w*|Commission\b|Memorial\b|Museum\b)")  # "the Sept. 11 attacks" are those of 2001
_FAR = 270  # days; farther off than this the tense is doubted and the nearer year taken
_ENDED = re.compile(r"\bended (?:on )?$")  # "the year ended Jan. 31": however long ago
_NEXT_MONTH = 11  # months back
_HALF = 6  # months
_HALF_WEEK = 3  # days
_BESIDE = re.compile(r" (?:before|after)\b")
_THROUGH = re.compile(r"\bthrough (?:early |late |mid-|the end of )?$")
_BACK = frozenset({"last", "past", "previous", "this past", "the last", "the past", "the previous"})
_ON = frozenset({"next", "coming", "this coming", "the next", "the coming", "the following"})
_SAME = frozenset({"the same", "that same", "that"})
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "midday": "TMI"}
PARTS |= {f"{part}s": code for part, code in PARTS.items()}
_EVENINGS = re.compile(
    r"(?:, [A-Z]\w+day)*,? (?:and|or) [A-Z]\w+day (?P<part>mornings|afternoons|evenings|nights)\b"
)  # "Monday and Tuesday nights"


def weekday(case: Case) -> Answer | None:
    """Friday: the last or the next one, by tense; on a Friday, that day."""
    day = None if _is_beside(case) else weekday_near(case)
    part = PARTS.get(case.part("part") or "", "")
    also = None if part else _EVENINGS.match(case.passage.text, case.wording.end)
    if (case.part("part") or "").endswith("s") or also:  # "Tuesday nights"
        return Answer("SET", f"XXXX-WXX-{_weekday_number(case) + 1}{PARTS[also['part']] if also else part}")
    if _is_any(case):
        return Answer("DATE", f"XXXX-WXX-{_weekday_number(case) + 1}")
    if day is None:
        return Answer("TIME" if part else "DATE", None)
    return Answer("TIME" if part else "DATE", f"{day.isoformat()}{part}")


def _is_any(case: Case) -> bool:
    """ "It falls on a Saturday": no one day; "a Saturday hearing" is on one."""
    if case.wording.rule != "weekday" or not case.passage.text.endswith((" a ", " any "), 0, case.wording.start):
        return False
    words = case.passage.doc.char_span(case.wording.start, case.wording.end, alignment_mode="expand")
    return words is not None and len(words) > 0 and words.root.dep_ not in ("compound", "nmod", "amod")


def _is_beside(case: Case) -> bool:
    """ "the Monday before the vote": of which week is not told."""
    text, start = case.passage.text, case.wording.start
    the = text[max(0, start - 4) : start].lower() == "the "
    return case.wording.rule == "weekday" and the and bool(_BESIDE.match(text, case.wording.end))


def weekday_near(case: Case) -> date | None:
    published, wanted = case.told.published, _weekday_number(case)
    if published is None:
        return None
    back = (published.weekday() - wanted) % 7
    which, told = case.part("which"), case.told.day
    if told and which in ("previous", "the previous"):  # counted from the day told of
        return told - timedelta((told.weekday() - wanted) % 7 or 7)
    if told and which == "the following":
        return told + timedelta((wanted - told.weekday()) % 7 or 7)
    if which in _BACK:
        return published - timedelta(back or 7)
    if which in _ON:
        return published + timedelta((wanted - published.weekday()) % 7 or 7)
    tense = "past" if not back or case.words.lower().startswith("earlier") else case.tense
    if back == 1 and tense == "future" and not is_plain(case.passage, case.wording.match.start(), case.wording.match.end()):
        return published - timedelta(1)  # the day before publication is seldom named for the one six days ahead
    if tense == "future" or (tense == "either" and back > _HALF_WEEK):
        return published + timedelta((wanted - published.weekday()) % 7)
    return published - timedelta(back)


def day_beside(case: Case) -> Answer | None:
    """the day before last Tuesday"""
    day = weekday_near(case)
    return Answer("DATE", (day + timedelta(1 if case.part("side") == "after" else -1)).isoformat() if day else None)


def _weekday_number(case: Case) -> int:
    return DAY_NUMBERS[(case.part("weekday") or "").rstrip("s") if case.wording.rule == "weekdays" else case.part("weekday") or ""]


def weekdays(case: Case) -> Answer | None:
    return Answer("SET", f"XXXX-WXX-{_weekday_number(case) + 1}")


def week_of_weekday(case: Case) -> Answer | None:
    published = case.told.published
    if published is None:
        return Answer("DATE", None)
    ahead = (_weekday_number(case) - published.weekday()) % 7
    day = published + timedelta(ahead + 7) if "from" in case.words else published + timedelta(ahead - 14 if ahead else -7)
    return Answer("DATE", day.isoformat())


def full_date(case: Case) -> Answer | None:
    """Nov. 11, 2019; 2019-11-11 17:52."""
    month = case.part("month") or ""
    number = MONTH_NUMBERS.get(month) or int(month)
    day = make(int(case.part("year") or 0), number, int(case.part("day") or 0))
    if day is None:
        return None
    if case.wording.rule == "iso-date" and case.part("hour"):
        return Answer("TIME", f"{day.isoformat()}T{case.part('hour')}:{case.part('minute')}")
    return Answer("DATE", day.isoformat())


def slash_date(case: Case) -> Answer | None:
    """11/12/2019: month first as in America where both could be, if that is near the day of publication; else unknown."""
    first, second, year = int(case.part("first") or 0), int(case.part("second") or 0), int(case.part("year") or 0)
    if year < 100:
        year += 1900 if year > 50 else 2000
    readings = {day for day in (make(year, first, second), make(year, second, first)) if day}
    published = case.told.published
    if len(readings) > 1 and published:
        readings = {day for day in readings if abs((day - published).days) < 60}
    if not readings and first != second:
        return None if not (make(year, first, second) or make(year, second, first)) else Answer("DATE", None)
    return Answer("DATE", readings.pop().isoformat() if len(readings) == 1 else None)


def month_day(case: Case) -> Answer | None:
    """Nov. 11: in the year that the tense and the day of publication make the nearest."""
    month, number = MONTH_NUMBERS[case.part("month") or ""], int(case.part("day") or 0) or ordinal(case.part("ordinal") or "")
    if make(2000, month, number) is None:
        return None
    if (month, number) == (9, 11) and _is_of_2001(case):
        return Answer("DATE", "2001-09-11")
    day = _dated(case, month, number)
    return Answer("DATE", day.isoformat() if day else None)


def _is_of_2001(case: Case) -> bool:
    """ "The Sept. 11 attacks"; "after September 11", told of as past and not in the autumn."""
    text, published = case.passage.text, case.told.published
    if _TERROR.match(text, case.wording.end):
        return True
    since = text[: case.wording.start].lower().endswith(("after ", "since "))
    return since and published is not None and published.year > 2001 and published.month not in (9, 10, 11) and case.tense == "past"


def _dated(case: Case, month: int, number: int) -> date | None:
    told, which = case.told, case.part("which")
    published = told.published
    choices = [day for off in (-1, 0, 1) if (day := make(published.year + off, month, number))] if published else []
    if published and which in _BACK:
        return max((day for day in choices if day < published), default=None)
    if published and which in _ON:
        return min((day for day in choices if day > published), default=None)
    if (which and which != "this") or told.narrative:
        year = told.published.year if which in ("of this year", "of last year") and told.published else told.year
        return make(year - (which == "of last year"), month, number) if year else None
    if told.published is None:
        return None
    if _ENDED.search(case.passage.text, max(0, case.wording.start - 12), case.wording.start):
        choices = [day for day in choices if day <= told.published] or choices
    if case.part("weekday"):  # "Monday, Nov. 11" is true of some years only
        choices = [day for day in choices if day.weekday() == DAY_NUMBERS[case.part("weekday") or ""]] or choices
    return chosen(choices, told.published, _tense(case))


def chosen(choices: list[date], published: date, tense: Tense) -> date:
    nearest = min(choices, key=lambda day: abs((day - published).days))
    told = [day for day in choices if (day >= published if tense == "future" else day <= published)]
    if not told or tense in ("present", "either"):
        return nearest
    best = min(told, key=lambda day: abs((day - published).days))
    return nearest if abs((best - published).days) > _FAR else best


def month_year(case: Case) -> Answer | None:
    year = case.part("year") or spelled_year(case)
    return Answer("DATE", f"{year}-{MONTH_NUMBERS[case.part('month') or '']:02}")


def month_which(case: Case) -> Answer | None:
    """April last year; April of that year."""
    which, told = case.part("which") or "", case.told
    at = told.published.year if told.published and which in ("this year", "last year", "next year") else told.year
    if at is None:
        return Answer("DATE", None)
    at += {"last year": -1, "next year": 1, "the following year": 1}.get(which, 0)
    return Answer("DATE", f"{at}-{MONTH_NUMBERS[case.part('month') or '']:02}")


def month(case: Case) -> Answer | None:
    """April: by tense, the nearest; last April: the nearest before the month of publication."""
    number, which, told = MONTH_NUMBERS[case.part("month") or ""], case.part("which"), case.told
    if which in _SAME or (told.narrative and which is None):
        return Answer("DATE", f"{told.year}-{number:02}" if told.year else None)
    if told.published is None:
        return Answer("DATE", None)
    here = told.published.replace(day=1)
    back = (here.month - number) % 12
    if which in _BACK:
        first = months_from(here, -(back or 12))
    elif which in _ON or (which is None and _is_ahead(_tense(case), back)):
        first = months_from(here, (number - here.month) % 12 or 12)
    elif which is None and 0 < (12 - back) % 12 < _HALF and _through(case):
        first = months_from(here, 12 - back)  # "has lent money through January", in October
    elif which:  # "this April": in the year of publication
        first = date(here.year, number, 1)
    else:
        first = months_from(here, -back)
    return Answer("DATE", f"{first.year}-{number:02}")


def _through(case: Case) -> bool:
    before = case.passage.text[max(0, case.wording.start - 60) : case.wording.start]
    return bool(_THROUGH.search(before)) and "from " not in before


def _tense(case: Case) -> Tense:
    """The tense for months and seasons: a purpose lies ahead, and what is awaited is the nearest."""
    found, start, end = case.tense, case.wording.match.start(), case.wording.match.end()
    if found == "past" and is_of_purpose(case.passage, start, end):
        return "future"
    if found == "past" and is_verbless(case.passage, start, end):
        return "either"
    if found in ("past", "present") and is_awaited(case.passage, start, end):
        return "either" if found == "past" else "future"
    return found


def _is_ahead(tense: Tense, back: int) -> bool:
    """Whether a month so many months back is meant in its next year; a present tense leaves it to what is nearer.

    Next month is told of in any tense: in August, the September of last year would be called "last September".
    """
    return (tense == "future" and back > 0) or (tense in ("present", "either") and back > 6) or back >= _NEXT_MONTH


def day_of_month(case: Case) -> Answer | None:
    """on the 5th: of the month told of"""
    month_told, number = case.told.month, int(re.sub(r"\D", "", case.part("day") or "0"))
    day = make(*month_told, number) if month_told else None
    return Answer("DATE", day.isoformat()) if day else None


def week_of(case: Case) -> Answer | None:
    number, day = MONTH_NUMBERS[case.part("month") or ""], int(case.part("day") or 0)
    found = _dated(case, number, day) if make(2000, number, day) else None
    return Answer("DATE", iso_week(found) if found else None)


def named_holiday(case: Case) -> Answer | None:
    """Thanksgiving; last Christmas; Christmas 2007."""
    name = (case.part("holiday") or "").replace("’", "'")
    name = {"new years day": "new year's day", "new years eve": "new year's eve"}.get(name, name)
    day = _holiday_near(case, name)
    unit = case.part("unit")
    if day is None or unit is None:
        return Answer("DATE", day.isoformat() if day else None)
    return Answer("DATE", iso_week(day) + ("-WE" if unit == "weekend" else ""))  # Easter week, Thanksgiving weekend


def _holiday_near(case: Case, name: str) -> date | None:
    published, which = case.told.published, case.part("which")
    if case.part("year"):
        return holiday(name, int(case.part("year") or 0))
    choices = [day for off in (-1, 0, 1) if (day := holiday(name, published.year + off))] if published else []
    if published is None or not choices:
        return None
    if which in _BACK:
        return max((day for day in choices if day < published), default=choices[0])
    if which in _ON:
        return min((day for day in choices if day > published), default=choices[-1])
    return chosen(choices, published, case.tense)


def bare_year(case: Case) -> Answer | None:
    return Answer("DATE", case.part("year"))


def year_bc(case: Case) -> Answer | None:
    return Answer("DATE", f"BC{int(case.part('number') or 0):04}")


def year_spelled(case: Case) -> Answer | None:
    """nineteen ninety-six; the year two thousand"""
    return Answer("DATE", spelled_year(case))


def spelled_year(case: Case) -> str:
    """The digits of a year in words."""
    if case.part("thousand"):
        return "2000"
    head = {"nineteen": 1900, "eighteen": 1800, "twenty": 2000}[case.part("head") or ""]
    return str(head + sum(SMALL.get(word, 0) for word in (case.part("tail") or "").replace("-", " ").split()))


def ordinal(words: str) -> int:
    """Which day of the month: "eighth", "twenty-first"."""
    tens, _, ones = words.rpartition("-")
    return {"": 0, "twenty": 20, "thirty": 30}[tens] + ({"twentieth": 20, "thirtieth": 30}.get(ones) or ORDINALS.get(ones, 0))


def decade(case: Case) -> Answer | None:
    """the 1990s, the '90s, the nineties"""
    words = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
    if case.part("decade"):
        return Answer("DATE", (case.part("decade") or "")[:3])
    digit = (case.part("short") or "0")[0] if case.part("short") else str(words.index(case.part("word") or "") + 2)
    published = case.told.published
    this = (published.year // 10) % 10 if published else 2
    century = "20" if published and published.year >= 2000 and int(digit) <= this else "19"
    return Answer("DATE", f"{century}{digit}")


def century(case: Case) -> Answer | None:
    name = (case.part("number") or "").removeprefix("twenty-")
    tens = 20 if "twenty-" in (case.part("number") or "") else 0
    number = int(name[:-2]) if name[0].isdigit() else _CENTURIES.get(name, ORDINALS.get(name, 0)) + tens
    return Answer("DATE", f"{number - 1:02}") if number else None


_CENTURIES = {"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20}


def season(case: Case) -> Answer | None:
    """last fall; this summer; the winter of 1944"""
    code, which, told = SEASONS[case.part("season") or ""], case.part("which"), case.told
    if case.part("year"):
        return Answer("DATE", f"{case.part('year')}-{code}")
    if which in _SAME or (told.narrative and not which):
        return Answer("DATE", f"{told.year}-{code}" if told.year else None)
    if told.published is None:
        return Answer("DATE", None)
    year, begins = told.published.year, {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    tense = _tense(case)
    if which in _BACK or (which is None and tense == "past"):
        over = told.published.month > begins + (2 if which in _BACK else -1)
        year -= 0 if over else 1
    elif (which in _ON or tense == "future") and told.published.month > begins + 2:
        year += 1
    return Answer("DATE", f"{year}-{code}")


RESOLVERS: dict[str, Callable[[Case], Answer | None]] = {
    "iso-date": full_date,
    "slash-date": slash_date,
    "month-day-year": full_date,
    "day-month-year": full_date,
    "month-day": month_day,
    "day-month": month_day,
    "month-year": month_year,
    "month-which": month_which,
    "month-ordinal": month_day,
    "month-year-spelled": month_year,
    "which-month-day": month_day,
    "which-month": month,
    "month": month,
    "weekday-which": weekday,
    "weekday-part": weekday,
    "weekday": weekday,
    "weekdays": weekdays,
    "day-of-month": day_of_month,
    "day-beside": day_beside,
    "week-of": week_of,
    "week-of-weekday": week_of_weekday,
    "holiday": named_holiday,
    "year-bc": year_bc,
    "fiscal-year": bare_year,
    "year-spelled": year_spelled,
    "year-range": bare_year,
    "year-phrase": bare_year,
    "year": bare_year,
    "decade": decade,
    "decade-short": decade,
    "century": century,
    "season-year": season,
    "season-which": season,
    "season": season,
}
