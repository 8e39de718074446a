"""What a wording means that is counted from the day told of or is no day at all: "last week", "two days later", "P3M", "daily".

A `Case` comes in, an `Answer` goes out, or None where the words are no time after all.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from samestory.attributing.days import SEASONS, WEEKDAYS, covered, months_from, week_of
from samestory.attributing.expressions import MONTH_NUMBERS
from samestory.attributing.numerals import value
from samestory.attributing.points import PARTS, full_date, month_day, weekday_near
from samestory.attributing.told import Answer, Case
from samestory.text import listed

_CODES = {
    "second": ("T", "S", 1),
    "minute": ("T", "M", 1),
    "hour": ("T", "H", 1),
    "day": ("", "D", 1),
    "night": ("", "D", 1),
    "week": ("", "W", 1),
    "weekend": ("", "WE", 1),
    "fortnight": ("", "W", 2),
    "month": ("", "M", 1),
    "quarter": ("", "Q", 1),
    "year": ("", "Y", 1),
    "decade": ("", "Y", 10),
    "century": ("", "Y", 100),
}
_VAGUE_CODES = {"decade": "PXE", "century": "PXC"}
_DAYS = {"day": 1.0, "night": 1.0, "week": 7.0, "weekend": 7.0, "fortnight": 14.0, "hour": 1 / 24, "minute": 1 / 1440, "second": 1 / 86400}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_BACK = frozenset({"last", "past", "previous", "this past", "the last", "the past"})
_ON = frozenset({"next", "coming", "this coming", "the next", "the coming"})
_FOR = listed("for in within of after over during about than nearly almost least around approximately every")
_BEFORE_BARE = listed("for in within of after over during by several many")  # "for weeks"
_AFTER_BARE = listed("of after before later ago ahead earlier")


def _unit(case: Case) -> str:
    unit = (case.part("unit") or case.part("unit2") or "").removesuffix("s")
    return {"centurie": "century", "morning": "day", "evening": "day", "afternoon": "day"}.get(unit, unit)


def _count(case: Case) -> float | None:
    """How many units; None where the words leave it open ("several")."""
    number = case.part("low") or case.part("number")
    if number is None:
        return None
    if number in ("a", "an"):
        return 1.0
    return 2.0 if number.startswith(("a couple", "couple", "the couple")) else value(number)


def duration_value(count: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units.

    >>> duration_value(2.5, "year"), duration_value(None, "week"), duration_value(2, "decade"), duration_value(24, "hour")
    ('P2Y6M', 'PXW', 'P20Y', 'PT24H')
    """
    time, code, times = _CODES[unit]
    if count is None:
        return _VAGUE_CODES.get(unit, f"P{time}X{code}")
    count *= times
    whole, rest = int(count), count - int(count)
    smaller = {"Y": (12, "M"), "H": (60, "M"), "M": (60, "S") if time else (30, "D"), "W": (7, "D")}.get(code)
    if rest and smaller and round(rest * smaller[0]):
        return f"P{time}" + (f"{whole}{code}" if whole else "") + f"{round(rest * smaller[0])}{smaller[1]}"
    return f"P{time}{whole if not rest else round(count, 2)}{code}"


def _moved(day: date, count: float, unit: str) -> date | None:
    try:
        if unit in _MONTHS:
            return months_from(day, round(count * _MONTHS[unit]))
        return day + timedelta(round(count * _DAYS[unit]))
    except (ValueError, OverflowError):  # before the year 1
        return None


def _grained(day: date, unit: str) -> str:
    """The day as a value no finer than the unit that led there."""
    if unit in ("year", "decade", "century"):
        return f"{day.year:04}"
    if unit in ("month", "quarter"):
        return f"{day.year:04}-{day.month:02}"
    return week_of(day) if unit in ("week", "fortnight", "weekend") else day.isoformat()


def which_unit(case: Case) -> Answer | None:
    """last week, this year, that day, the following month"""
    which, unit = case.part("which") or "", _unit(case)
    if which in ("the following", "the previous", "the same", "that same", "that") or (unit == "day" and which in ("the next", "next")):
        off = {"the following": 1, "the next": 1, "next": 1, "the previous": -1}.get(which, 0)
        here: date | None = _here(case, unit)
    elif unit == "day":
        return None  # "last day", "this day" are no dates
    else:
        off = -1 if which in _BACK else 1 if which in _ON else 0
        here = case.told.published
    if here is None:
        return Answer("DATE", None)
    if unit == "weekend":
        return Answer("DATE", _weekend(here, which))
    if unit in ("decade", "century") and off < 0:
        return Answer("DURATION", duration_value(1, unit), _moved(here, -1, unit), here)
    day = _moved(here.replace(day=1) if unit in _MONTHS else here, off, unit)
    if day is None:
        return None
    text = _grained(day, unit)
    return Answer("DATE", {"decade": text[:3], "century": text[:2]}.get(unit, text))


def _here(case: Case, unit: str) -> date | None:
    told = case.told
    if unit == "month" and told.month:
        return date(*told.month, 1)
    if unit in ("year", "decade", "century") and told.year:
        return date(told.year, 1, 1)
    return told.day or (None if told.narrative else told.published)


def _weekend(here: date, which: str) -> str:
    back = which in _BACK
    if back:
        here -= timedelta(7 if here.weekday() < 5 else here.weekday() - 4 + 2)
    elif which in ("next", "the next") and here.weekday() >= 5:
        here += timedelta(7)
    return f"{week_of(here)}-WE"


def the_unit(case: Case) -> Answer | None:
    """the weekend; the end of the year; the year (a duration)"""
    unit, published = _unit(case), case.told.published
    bare = case.wording.start == case.wording.match.start()
    if unit == "year" and bare:
        return Answer("DURATION", "P1Y")
    if published is None:
        return Answer("DATE", None)
    if unit == "weekend":
        return Answer("DATE", _weekend(published, "last" if published.weekday() < 5 and case.tense != "future" else "this"))
    if case.told.narrative and unit == "year":
        return Answer("DATE", f"{case.told.year}" if case.told.year else None)
    return Answer("DATE", _grained(published, unit))


def unit_end(case: Case) -> Answer | None:
    published = case.told.published
    if published is None:
        return Answer("DATE", None)
    return Answer("DATE", _grained(published, _unit(case)))


def ago(case: Case) -> Answer | None:
    """two weeks ago; a year ago (in talk of a quarter: that quarter a year before)"""
    count, unit, told = _count(case), _unit(case), case.told
    if count is None or unit in ("hour", "minute", "second"):
        return Answer("DATE", "PAST_REF")
    if unit == "year" and count == 1 and told.quarter and not told.narrative:
        return Answer("DATE", f"{told.quarter[0] - 1}-Q{told.quarter[1]}")
    if told.published is None:
        return Answer("DATE", None)
    day = _moved(told.published, -count, unit)
    if day is None:
        return None
    return Answer("DATE", day.isoformat() if unit == "week" and count == 1 else _grained(day, unit))


def ago_vague(case: Case) -> Answer | None:
    return Answer("DATE", "PAST_REF")


def later(case: Case) -> Answer | None:
    """two days later, a year earlier: counted from the time told of last"""
    count, unit, told = _count(case), _unit(case), case.told
    back = case.part("side") in ("earlier", "before", "previously", "beforehand")
    after = case.passage.doc.text[case.wording.end : case.wording.end + 2]
    followed = after[:1] == " " and after[1:2].isalnum() and case.part("side") in ("before", "after", "previously")
    if count is None or followed or unit in ("hour", "minute", "second"):  # "30 days before closing": the length alone is told
        return Answer("DURATION", duration_value(count, unit))
    if back and unit == "year" and count == 1 and told.quarter:
        return Answer("DATE", f"{told.quarter[0] - 1}-Q{told.quarter[1]}")
    here = _here(case, unit)
    day = _moved(here, -count if back else count, unit) if here else None
    return Answer("DATE", _grained(day, unit) if day else None)


def unit_before(case: Case) -> Answer | None:
    """the day before, the year after"""
    unit = _unit(case)
    here = _here(case, unit)
    day = _moved(here, -1 if case.part("side") == "before" else 1, unit) if here else None
    if day and unit == "night":
        return Answer("TIME", f"{day.isoformat()}TNI")
    return Answer("DATE", _grained(day, unit) if day else None)


def last_units(case: Case) -> Answer | None:
    """the past three years: a duration that ends, or begins, with the day of publication"""
    count, unit, which = _count(case), _unit(case), case.part("which") or ""
    plural = (case.part("unit") or "").endswith("s")
    if case.part("number") is None and not plural:
        return None  # "the first day", "the last hour": no time by themselves
    text = "PAST_REF" if which == "recent" and unit == "year" else duration_value(count, unit)
    if text == "PAST_REF":
        return Answer("DATE", text)
    published = case.told.published
    if count is None or published is None or which in ("first", "latest", "final", "following", "previous"):
        return Answer("DURATION", text)
    if which in ("next", "coming"):
        return Answer("DURATION", text, published, _moved(published, count, unit))
    return Answer("DURATION", text, _moved(published, -count, unit), published)


def units(case: Case) -> Answer | None:
    """seven months; 20-week; an hour; $5 a year (a set)"""
    number, unit = case.part("number") or "", _unit(case)
    single = not (case.part("unit") or "").endswith("s")
    before, after = _around(case)
    if unit == "second" and single and number not in ("one", "1") and "-" not in case.words:
        return None  # "a second miscarriage", "the 26 second"
    if unit == "quarter" and (number in ("a", "an") or after in ("of", "-") or before in ("down",)):
        return None  # a quarter of it
    if number in ("a", "an") and case.words == f"{number} {unit}" and before not in _FOR and unit != "weekend":
        return Answer("SET", duration_value(1, unit))
    return Answer("DURATION", duration_value(_count(case), unit))


def _around(case: Case) -> tuple[str, str]:
    """The word before and the word after, in lower case."""
    text, wording = case.passage.doc.text, case.wording
    before, after = text[max(0, wording.start - 24) : wording.start].split(), text[wording.end : wording.end + 24].split()
    return before[-1].lower() if before else "", after[0].lower().strip(".,;") if after else ""


def plural_units(case: Case) -> Answer | None:
    """weeks, in "for weeks": only where a preposition shows it to be a stretch of time"""
    before, after = _around(case)
    if before not in _BEFORE_BARE and after not in _AFTER_BARE and "ahead" not in case.words:
        return None
    return Answer("DURATION", duration_value(None, _unit(case)))


def number_and_half(case: Case) -> Answer | None:
    return Answer("DURATION", duration_value((_count(case) or 1) + 0.5, _unit(case)))


def half_unit(case: Case) -> Answer | None:
    return Answer("DURATION", duration_value(0.5, _unit(case)))


def every(case: Case) -> Answer | None:
    """every day; every other year; every two weeks"""
    count = 2.0 if " other " in case.words else _count(case) or 1.0
    return Answer("SET", duration_value(count, _unit(case)))


def every_named(case: Case) -> Answer | None:
    if case.part("weekday"):
        return Answer("SET", f"XXXX-WXX-{WEEKDAYS.index(case.part('weekday') or '') + 1}")
    if case.part("month"):
        return Answer("SET", f"XXXX-{MONTH_NUMBERS[case.part('month') or '']:02}")
    return Answer("SET", f"XXXX-{SEASONS[case.part('season') or '']}")


def adverb(case: Case) -> Answer | None:
    codes = {"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "monthly": "P1M", "quarterly": "P3M"}
    return Answer("SET", codes.get(case.part("adverb") or "", "P1Y"))


def deictic(case: Case) -> Answer | None:
    """today, tonight, yesterday morning, the day before yesterday"""
    name, published = case.part("deictic") or "", case.told.published
    part = PARTS.get(case.part("part") or "", "TNI" if name == "tonight" else "")
    if published is None or (case.told.inferred and case.quoted):  # the speaker's today need not be the inferred day
        return Answer("DATE", "PRESENT_REF" if name == "today" else None)
    off = {"yesterday": -1, "tomorrow": 1}.get(name, 0) + {"before": -1, "after": 1}.get(case.part("side") or "", 0)
    return Answer("TIME" if part else "DATE", f"{(published + timedelta(off)).isoformat()}{part}")


def part_of_day(case: Case) -> Answer | None:
    """this morning, last night, that evening"""
    which, code = case.part("which") or "", PARTS[case.part("part") or ""]
    if case.told.inferred and case.quoted:
        day = None
    elif which in ("this", "early this"):
        day = case.told.published
    elif which in ("last", "late last"):
        day = case.told.published and case.told.published - timedelta(1)
    else:
        off = {"the next": 1, "the following": 1, "the previous": -1}.get(which, 0)
        day = case.told.day and case.told.day + timedelta(off)
    return Answer("TIME", f"{day.isoformat()}{code}" if day else None)


def overnight(case: Case) -> Answer | None:
    return Answer("TIME", None)


def clock(case: Case) -> Answer | None:
    """10:35 a.m.; 5 p.m. Wednesday; noon Saturday. The day from the words, the sentence, or what was told before."""
    hour, minute = _hour(case)
    if hour is None:
        return None
    day = _clock_day(case)
    return Answer("TIME", f"{day.isoformat()}T{hour:02}:{minute:02}" if day else f"XXXX-XX-XXT{hour:02}:{minute:02}")


def has_own_day(case: Case) -> bool:
    """Whether a time of day names its day itself."""
    return bool(case.part("month") or case.part("deictic") or case.part("weekday"))


def _hour(case: Case) -> tuple[int | None, int]:
    noon = case.part("noon")
    if noon:
        return (24 if noon == "midnight" else 12), 0
    hour, minute, half = int(case.part("hour") or 0), int(case.part("minute") or 0), (case.part("half") or "")[:1]
    if half and not 1 <= hour <= 12:
        return None, 0
    return (hour % 12 + (12 if half == "p" else 0) if half else hour), minute


def _clock_day(case: Case) -> date | None:
    told = case.told
    if case.part("month"):
        dated = full_date(case) if case.part("year") else month_day(case)
        days = covered(dated.value) if dated else None
        return days[0] if days else None
    if case.part("deictic"):
        off = {"yesterday": -1, "tomorrow": 1}.get(case.part("deictic") or "", 0)
        return told.published and told.published + timedelta(off)
    return weekday_near(case) if case.part("weekday") else told.day


def vague(reference: str) -> Callable[[Case], Answer | None]:
    return lambda case: Answer("DATE", reference)


RESOLVERS: dict[str, Callable[[Case], Answer | None]] = {
    "which-unit": which_unit,
    "the-unit": the_unit,
    "unit-end": unit_end,
    "ago": ago,
    "ago-vague": ago_vague,
    "later": later,
    "unit-before": unit_before,
    "last-units": last_units,
    "range-units": units,
    "number-and-half": number_and_half,
    "adjective-units": units,
    "units": units,
    "the-number-units": units,
    "half-unit": half_unit,
    "plural-units": plural_units,
    "every": every,
    "every-number": every,
    "every-named": every_named,
    "adverb": adverb,
    "per": every,
    "deictic": deictic,
    "deictic-part": deictic,
    "part-of-day": part_of_day,
    "overnight": overnight,
    "clock": clock,
    "clock-24": clock,
    "clock-day": clock,
    "clock-date": clock,
    "noon-day": clock,
    "noon": clock,
    "present": vague("PRESENT_REF"),
    "past": vague("PAST_REF"),
    "future": vague("FUTURE_REF"),
}
