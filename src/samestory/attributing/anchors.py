"""What an expression was counted from: the day of publication, or the day, month, quarter or year told of before.

A `Case` and its `Answer` come in; the `Anchor` goes out, None where the words name the day themselves ("Nov. 11, 2019"), where no
day was found, or where what they are counted from is an event whose day is not told ("two days after the bombing").
"""

from __future__ import annotations

from samestory.attributing.told import EXPLICIT, Answer, Case
from samestory.model import Anchor

_NAMED = EXPLICIT | frozenset(
    {"slash-date", "month-year-spelled", "year-bc", "fiscal-year", "year-spelled", "year-range", "decade", "century", "year-quarter"}
)
_FROM_DAY = frozenset({"later", "unit-before", "clock", "clock-24", "clock-words", "noon", "overnight"})
_FROM_TOLD = frozenset({"the same", "that same", "that", "the following", "the previous", "previous"})
_FROM_QUARTER = frozenset({"year-ago-quarter", "the-quarter", "the-period", "year-period"})


def _counted_from(case: Case) -> Anchor | None:
    """The day, month or year told of before, by the unit that is counted."""
    told, unit = case.told, (case.part("unit") or "").removesuffix("s")
    if unit in ("year", "decade", "century") and told.year:
        return Anchor("told", f"{told.year:04}", told.places.get("year"))
    if unit == "month" and told.month:
        return Anchor("told", f"{told.month[0]}-{told.month[1]:02}", told.places.get("month"))
    return Anchor("told", told.day.isoformat(), told.places.get("day")) if told.day else None


def of(case: Case, answer: Answer) -> Anchor | None:
    """The anchor of an answer."""
    rule, told, which = case.wording.rule, case.told, case.part("which")
    value = answer.value
    counted = answer.type in ("DATE", "TIME") and value and value[0].isdigit()
    if rule in _NAMED or case.part("year") or not (counted or answer.first):
        return None
    if rule in _FROM_QUARTER and told.quarter and told.places.get("quarter"):
        return Anchor("told", f"{told.quarter[0]}-Q{told.quarter[1]}", told.places["quarter"])
    if rule == "day-of-month" and told.month:
        return Anchor("told", f"{told.month[0]}-{told.month[1]:02}", told.places.get("month"))
    if rule in _FROM_DAY or which in _FROM_TOLD or (which == "the next" and (case.part("unit") in ("day", None))):
        counted_from = _counted_from(case)
        if counted_from:
            return counted_from
    if told.narrative and told.year:
        return Anchor("told", str(told.year), told.places.get("year"))
    if told.said and told.published:
        return Anchor("told", told.published.isoformat(), told.said)
    return Anchor("published", told.published.isoformat(), None) if told.published else None
