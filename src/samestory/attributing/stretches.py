"""What a wording means that is counted from the day told of or is no day at all: "last week", "two days later", "P3M", "daily".

A `Case` comes in, an `Answer` goes out, or None where the words are no time after all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from samestory.attributing.days import MONTHS_OF, SEASONS, WEEKDAYS, moved, week_of
from samestory.attributing.expressions import MONTH_NUMBERS
from samestory.attributing.numerals import value
from samestory.attributing.periods import ended, the_year, year_before
from samestory.attributing.told import Answer, Case
from samestory.text import listed

_OF_YEAR = re.compile(r" (?:of |in )?(?:(?P<year>1\d{3}|20\d\d)\b|(?P<which>the|this|last) year\b)")
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
_MIDWEEK = 3  # Thursday: from then on "this weekend" is the one to come
_RATE = 5  # tokens: a number so near before "annually" makes it a rate
_REGULAR = frozenset({"daily", "hourly", "weekly", "nightly"})  # "his weekly address"; a quarterly dividend only describes
_VAGUE_CODES = {"decade": "PXE", "century": "PXC"}
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
        here: date | None = case.told.day if unit == "day" else _here(case, unit)
    elif unit == "day":
        return None  # "last day", "this day" are no dates
    else:
        off = -1 if which in _BACK else 1 if which in _ON else 0
        here = case.told.published
    if here is None:
        return Answer("DATE", None)
    if unit == "weekend":
        over = which == "this" and here.weekday() < _MIDWEEK and case.tense == "past"  # "was in town this weekend", on a Monday
        return Answer("DATE", _weekend(here, "last" if over else which))
    if unit in ("decade", "century") and off < 0:
        recent = which not in ("previous", "the previous")
        return Answer("DURATION", duration_value(1, unit), moved(here, -1, unit) if recent else None, here if recent else None)
    day = moved(here.replace(day=1) if unit in MONTHS_OF else here, off, unit)
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
    elif which in ("next", "the next"):
        here += timedelta(7)
    return f"{week_of(here)}-WE"


def the_unit(case: Case) -> Answer | None:
    """the weekend; the end of the year; the year (a duration)"""
    unit, published = _unit(case), case.told.published
    bare = case.wording.start == case.wording.match.start()
    if unit == "year" and bare:
        return the_year(case)
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
    if _unit(case) == "year" and case.wording.start == case.wording.match.start():
        return Answer("DATE", f"{published.year}", date(published.year, 12, 31), date(published.year, 12, 31))
    return Answer("DATE", _grained(published, _unit(case)))


def ago(case: Case) -> Answer | None:
    """two weeks ago; a year ago (in talk of a quarter: that quarter a year before)"""
    count, unit, told = _count(case), _unit(case), case.told
    if count is None or unit in ("hour", "minute", "second"):
        return Answer("DATE", "PAST_REF")
    if unit == "year" and count == 1 and told.quarter and not told.narrative:
        return Answer("DATE", year_before(told))
    if told.published is None:
        return Answer("DATE", None)
    day = moved(told.published, -count, unit)
    if day is None:
        return None
    return Answer("DATE", day.isoformat() if unit == "week" and count == 1 else _grained(day, unit))


def ago_vague(case: Case) -> Answer | None:
    return Answer("DATE", "PAST_REF")


def later(case: Case) -> Answer | None:
    """two days later, a year earlier: counted from the time told of last"""
    count, unit, told = _count(case), _unit(case), case.told
    back = case.part("side") in ("earlier", "before", "previously", "beforehand")
    after = case.passage.text[case.wording.end : case.wording.end + 2]
    followed = after[:1] == " " and after[1:2].isalnum() and case.part("side") in ("before", "after", "previously")
    followed = followed or case.passage.text.startswith(" than ", case.wording.end)  # "had they come two weeks earlier than they did"
    if count is None or followed or unit in ("hour", "minute", "second"):  # "30 days before closing": the length alone is told
        return Answer("DURATION", duration_value(count, unit))
    if back and unit == "year" and count == 1 and told.quarter:
        return Answer("DATE", year_before(told))
    here = _here(case, unit)
    day = moved(here, -count if back else count, unit) if here else None
    return Answer("DATE", _grained(day, unit) if day else None)


def unit_before(case: Case) -> Answer | None:
    """the day before, the year after"""
    unit = _unit(case)
    if case.part("side") == "before" and case.passage.text[: case.wording.start].endswith("later in "):
        return None  # "later in the day before returning home"
    place = case.told.places.get("day")
    if unit == "day" and place and case.told.day and case.passage.text[max(0, place.end - case.passage.start) : case.wording.start] == ", ":
        return Answer("DATE", case.told.day.isoformat())  # "on Saturday, the day before the vote"
    here = None if _is_of_event(case) else _here(case, unit)
    day = moved(here, -1 if case.part("side") == "before" else 1, unit) if here else None
    if day and unit == "night":
        return Answer("TIME", f"{day.isoformat()}TNI")
    return Answer("DATE", _grained(day, unit) if day else None)


def _is_of_event(case: Case) -> bool:
    """ "The day before the vote", "the day after she was shot": counted from what follows, not from the day told of."""
    words = case.passage.doc.char_span(case.wording.start, case.wording.end, alignment_mode="expand")
    if words is None or not len(words):
        return False
    side = words[-1]
    return side.dep_ == "mark" or any(t.dep_ in ("pobj", "pcomp", "advcl") and t.i > side.i for t in side.children)


def before_last(case: Case) -> Answer | None:
    """the week before last, the night before last"""
    unit, published = _unit(case), case.told.published
    day = moved(published, -2 if "last" in (case.part("side") or "") else 2, unit) if published else None
    if day and unit == "night":
        return Answer("TIME", f"{day.isoformat()}TNI")
    return Answer("DATE", None if day is None else f"{week_of(day)}-WE" if unit == "weekend" else _grained(day, unit))


def last_units(case: Case) -> Answer | None:
    """the past three years: a duration that ends, or begins, with the day of publication"""
    count, unit, which = _count(case), _unit(case), case.part("which") or ""
    plural = (case.part("unit") or "").endswith("s")
    if case.part("number") is None and not plural:
        if case.words.endswith("or so") and which in ("last", "past", "next", "coming"):
            return which_unit(case)
        return None  # "the first day", "the last hour": no time by themselves
    text = "PAST_REF" if which == "recent" and unit == "year" else duration_value(count, unit)
    if text == "PAST_REF":
        return Answer("DATE", text)
    published = case.told.published
    if count is None or published is None or which in ("first", "latest", "final", "following", "previous"):
        return _of_year(case, _up_to(case, count, unit), count, unit)
    if which in ("next", "coming"):
        return Answer("DURATION", text, published, moved(published, count, unit))
    return Answer("DURATION", text, moved(published, -count, unit), published)


def _of_year(case: Case, answer: Answer, count: float | None, unit: str) -> Answer:
    """The first nine months of 2018: with their days."""
    year = _OF_YEAR.match(case.passage.text, case.wording.end)
    published = case.told.published
    if not year or not count or unit not in ("month", "quarter") or case.part("which") != "first":
        return answer
    said = int(year["year"]) if year["year"] else published.year - (year["which"] == "last") if published else None
    last = moved(date(said, 1, 1), count, unit) if said else None
    return Answer("DURATION", answer.value, date(said, 1, 1), last - timedelta(1)) if said and last else answer


def units(case: Case) -> Answer | None:
    """seven months; 20-week; an hour; $5 a year (a set)"""
    number, unit = case.part("number") or "", _unit(case)
    single = not (case.part("unit") or "").endswith("s")
    before, after = _around(case)
    if unit == "second" and single and number not in ("one", "1") and "-" not in case.words:
        return None  # "a second miscarriage", "the 26 second"
    if unit == "quarter" and (number in ("a", "an") or (after in ("of", "-") and (single or number == "three")) or before in ("down",)):
        return None  # a quarter of it
    if number in ("a", "an") and case.words == f"{number} {unit}" and before not in _FOR and unit != "weekend":
        return Answer("SET", duration_value(1, unit))
    return _up_to(case, _count(case), unit)


def _up_to(case: Case, count: float | None, unit: str) -> Answer:
    """A duration; with its days where its last one stands behind it: "the six months ended June 30"."""
    last = ended(case) if count else None
    first = moved(last + timedelta(1), -(count or 0), unit) if last else None
    return Answer("DURATION", duration_value(count, unit), first, last if first else None)


def _around(case: Case) -> tuple[str, str]:
    """The word before and the word after, in lower case."""
    text, wording = case.passage.text, case.wording
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


def unit_long(case: Case) -> Answer | None:
    """week-long; decades-long"""
    plural = "s-" in case.words.lower()
    return Answer("DURATION", duration_value(None if plural else 1, _unit(case)))


def some_day(case: Case) -> Answer | None:
    """One day it will: some day to come. "One day" alone is a duration or the day of a tale, which day nobody knows."""
    if case.tense == "future":
        return Answer("DATE", "FUTURE_REF")
    before, _ = _around(case)
    return Answer("DURATION", "P1D") if "one" in case.words.lower() and before in _FOR | {"by"} else None


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
    """Daily, weekly. A rate ("10,000 units annually") and what only describes ("its quarterly dividend") are no times."""
    doc, match = case.passage.doc, case.wording.match
    words = doc.char_span(match.start(), match.end(), alignment_mode="expand")
    if words is None or not len(words):
        return None
    if words.start > 0 and doc[words.start - 1].lower_ == "average":
        return None  # "the average daily volume"
    describes = words.root.dep_ in ("amod", "compound", "nmod") and case.part("adverb") not in _REGULAR
    sized = case.part("adverb") != "daily" and any(t.like_num or t.text in "$%" for t in doc[max(0, words.start - _RATE) : words.start])
    if describes or sized or (words.root.pos_ in ("NOUN", "PROPN") and words.root.dep_ not in ("npadvmod", "advmod")):
        return None
    codes = {"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "monthly": "P1M", "quarterly": "P3M"}
    return Answer("SET", codes.get(case.part("adverb") or "", "P1Y"))


def future(case: Case) -> Answer | None:
    """The near future; soon, unless it tells what soon happened: "which soon became a flood"."""
    return None if case.words.lower() == "soon" and case.tense == "past" else Answer("DATE", "FUTURE_REF")


def vague(reference: str) -> Callable[[Case], Answer | None]:
    return lambda case: Answer("DATE", reference)


RESOLVERS: dict[str, Callable[[Case], Answer | None]] = {
    "which-unit": which_unit,
    "the-unit": the_unit,
    "unit-end": unit_end,
    "ago": ago,
    "ago-vague": ago_vague,
    "later": later,
    "before-last": before_last,
    "unit-before": unit_before,
    "last-units": last_units,
    "range-units": units,
    "number-and-half": number_and_half,
    "adjective-units": units,
    "units": units,
    "the-number-units": units,
    "thing-age": units,
    "unit-long": unit_long,
    "some-day": some_day,
    "half-unit": half_unit,
    "plural-units": plural_units,
    "every": every,
    "every-number": every,
    "every-named": every_named,
    "adverb": adverb,
    "per": every,
    "present": vague("PRESENT_REF"),
    "past": vague("PAST_REF"),
    "future": future,
}
