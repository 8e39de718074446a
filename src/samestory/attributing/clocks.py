"""Times of day, and days named from where the writer stands: "10:35 a.m.", "last night", "yesterday", "noon Saturday".

A `Case` comes in, an `Answer` goes out, or None where the words are no time after all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from samestory.attributing.days import covered
from samestory.attributing.numerals import value
from samestory.attributing.points import PARTS, full_date, month_day, weekday_near
from samestory.attributing.told import Answer, Case

_SMALL_HOURS = 5  # "3 at night" is before dawn
# "today's youth", "today's world": not one day
_AGE_OF = re.compile(
    r"['’]s (?:\w+ ){0,2}?(?:world|computers|cars|students|consumers|youth|society|children|generation|kids|economy|standards|culture|"
    r"teenagers|parents|climate|age)\b"
)


def deictic(case: Case) -> Answer | None:
    """today, tonight, yesterday morning, the day before yesterday"""
    name, published = case.part("deictic") or "", case.told.published
    part = PARTS.get(case.part("part") or "", "TNI" if name == "tonight" else "")
    if name == "today" and _AGE_OF.match(case.passage.text, case.wording.match.end()):
        return None
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


def the_part(case: Case) -> Answer | None:
    """In the morning: of the day told of; "by mid-afternoon": of that, else of the day of publication. In the present it is no one day."""
    told, published = case.told.day, case.told.published
    if case.part("deictic"):
        day = published and published + timedelta({"yesterday": -1, "tomorrow": 1}.get(case.part("deictic") or "", 0))
    elif case.tense == "present":
        return None
    else:
        day = told or (published if case.wording.rule == "mid-part" else None)
    return Answer("TIME", f"{day.isoformat()}{PARTS[case.part('part') or '']}" if day else None)


def overnight(case: Case) -> Answer | None:
    return Answer("TIME", None)


def clock(case: Case) -> Answer | None:
    """10:35 a.m.; 5 p.m. Wednesday; noon Saturday. The day from the words, the sentence, or what was told before."""
    hour, minute = _hour(case)
    if hour is None:
        return None
    day = _clock_day(case)
    return Answer("TIME", f"{day.isoformat()}T{hour:02}:{minute:02}" if day else f"XXXX-XX-XXT{hour:02}:{minute:02}")


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
    return weekday_near(case) if case.part("weekday") else told.near


def clock_words(case: Case) -> Answer | None:
    """eight o'clock; 4 in the morning"""
    hour = value(case.part("oclock") or "")
    if hour is None or hour != int(hour) or not 1 <= hour <= 12:
        return None
    half = case.part("when") or case.part("at") or ""
    late = "afternoon" in half or "evening" in half or ("night" in half and hour > _SMALL_HOURS)
    shown = int(hour) % 12 + (12 if late else 0) if half else int(hour)
    day = case.told.near
    return Answer("TIME", f"{day.isoformat() if day else 'XXXX-XX-XX'}T{shown:02}:00")


RESOLVERS: dict[str, Callable[[Case], Answer | None]] = {
    "deictic": deictic,
    "deictic-part": deictic,
    "part-of-day": part_of_day,
    "the-part": the_part,
    "mid-part": the_part,
    "overnight": overnight,
    "clock": clock,
    "clock-24": clock,
    "clock-words": clock_words,
    "clock-day": clock,
    "clock-date": clock,
    "noon-day": clock,
    "noon": clock,
}
