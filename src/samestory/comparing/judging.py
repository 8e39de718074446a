"""Whether two values of one thing agree, can both be true, differ or contradict each other, and why.

Two statements of one line come in; a `Finding` goes out: a verdict with its reason in words, or None where nothing can be
said. "contradict" is an accusation: only exact values of the same well known thing reach it, and only where no update,
birthday or rounding can explain them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samestory.comparing import wording
from samestory.comparing.lining import Line, Stated
from samestory.comparing.persons import Persons
from samestory.model import Fact, Verdict

# From the harmless to the grave; a line's verdict is its gravest.
GRAVITY: dict[Verdict, int] = {"alone": 0, "agree": 1, "compatible": 2, "differ": 3, "contradict": 4}
ROUND_FROM = 100  # counts below are given exactly: 40 is not 43 rounded
ROUNDED_WITHIN = 0.1  # of the value; "2 million" for 1.5 million is no rounding
# Who counts the hurt, the missing or the held counts differently; a death is a death.
EXACT_OUTCOMES = ("killed",)


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on two statements."""

    verdict: Verdict
    reason: str  # completes a sentence: "a birthday may lie between them"


def weigh(line: Line, one: Stated, other: Stated, persons: Persons) -> Finding | None:
    """Hold two statements of a line against each other; None where neither agreement nor difference can be told."""
    if line.kind == "age":
        return _ages(one, other)
    if line.kind == "role":
        return _roles(one.fact, other.fact)
    if line.kind in ("date", "place"):
        return _wordings(one.fact, other.fact)
    if line.kind == "name":
        same = persons.same(str(one.fact.value), str(other.fact.value))
        return Finding("agree", "the same name") if same else None
    return _numbers(line, one, other)


def _ages(one: Stated, other: Stated) -> Finding | None:
    earlier, later = sorted((one, other), key=lambda stated: (stated.telling.day or "", stated.place))
    young, old = earlier.fact.value, later.fact.value
    if not isinstance(young, int | float) or not isinstance(old, int | float) or one.fact.unit != other.fact.unit:
        return None
    grown = old - young
    if not grown:
        return Finding("agree", "the same age")
    if _bounds_meet(one.fact, other.fact):
        return Finding("compatible", "the one includes the other")
    days = _days_between(earlier.telling.day, later.telling.day)
    if days is None:
        return Finding("differ", "the day of publication is not known for both, so a birthday cannot be ruled out")
    if days and days // 366 <= grown <= days // 365 + 1:
        return Finding("compatible", f"published {_days(days)} apart, and a birthday may lie between them")
    if abs(grown) == 1 or not (_exact(one.fact) and _exact(other.fact)):
        return Finding(
            "differ", "no birthday explains it, but a year is easily miscounted" if abs(grown) == 1 else "the values are not exact"
        )
    return Finding("contradict", "one person has one age, and the days of publication do not explain the difference")


def _roles(one: Fact, other: Fact) -> Finding:
    ours, theirs = (wording.matter(str(fact.value)) for fact in (one, other))
    if wording.keys(str(one.value)) == wording.keys(str(other.value)):
        return Finding("agree", "the same words")
    if ours <= theirs or theirs <= ours:
        return Finding("compatible", "one is the fuller form of the other")
    return Finding("compatible", "one person can be both")


def _wordings(one: Fact, other: Fact) -> Finding | None:
    """Days and places: equal, or the one a part of the other; two places can be a town and its state."""
    ours, theirs = str(one.value).casefold(), str(other.value).casefold()
    if ours == theirs:
        return Finding("agree", "the same")
    if ours in theirs or theirs in ours:
        return Finding("compatible", "the one is more exact than the other")
    return Finding("differ", "the days are not the same") if one.kind == "date" else None


def _numbers(line: Line, one: Stated, other: Stated) -> Finding | None:
    ours, theirs = one.fact, other.fact
    if (ours.value, ours.low, ours.high) == (theirs.value, theirs.low, theirs.high):
        return Finding("agree", "the same value")
    if any(_low(fact) is None and _high(fact) is None for fact in (ours, theirs)):
        return None
    if _bounds_meet(ours, theirs):
        return Finding(
            "compatible",
            f"{_said(one)} leaves room for {_said(other)}" if not _exact(ours) else f"{_said(other)} leaves room for {_said(one)}",
        )
    if _rounded(ours, theirs):
        return Finding("compatible", "one is the other rounded")
    return _unequal(line, one, other)


def _unequal(line: Line, one: Stated, other: Stated) -> Finding:
    day, other_day = one.telling.article.published or one.telling.day, other.telling.article.published or other.telling.day
    if line.outcome and day and other_day and day != other_day:
        return Finding("differ", "such a count changes as news comes in, so the later one may be an update")
    single = all(len({stated.fact.value for stated in line.stated if stated.place == place}) == 1 for place in (one.place, other.place))
    well_known = line.outcome in EXACT_OUTCOMES and day and other_day and single
    if well_known and _exact(one.fact) and _exact(other.fact):
        return Finding("contradict", "both are exact, of the same day and of the same thing")
    return Finding("differ", "the numbers are not the same")


def _low(fact: Fact) -> float | None:
    return fact.low if fact.low is not None or fact.high is not None or not isinstance(fact.value, int | float) else float(fact.value)


def _high(fact: Fact) -> float | None:
    return fact.high if fact.low is not None or fact.high is not None or not isinstance(fact.value, int | float) else float(fact.value)


def _exact(fact: Fact) -> bool:
    return fact.low is not None and fact.low == fact.high


def _bounds_meet(one: Fact, other: Fact) -> bool:
    """Whether some value lies in both."""
    if _exact(one) and _exact(other):
        return one.low == other.low
    low = max((bound for bound in (_low(one), _low(other)) if bound is not None), default=float("-inf"))
    high = min((bound for bound in (_high(one), _high(other)) if bound is not None), default=float("inf"))
    return low <= high


def _rounded(one: Fact, other: Fact) -> bool:
    """Whether one value is the other with fewer digits: 8 and 8.1 percent, 1,000 and 985 homes."""
    if not (_exact(one) and _exact(other)) or one.low is None or other.low is None:
        return False
    small, large = sorted((abs(one.low), abs(other.low)))
    if (one.kind == "count" and large < ROUND_FROM) or large - small > ROUNDED_WITHIN * large:
        return False
    return any(_to_digits(exact, _digits(rough)) == rough for exact, rough in ((small, large), (large, small)))


def _digits(value: float) -> int:
    """The digits that a value is given with: 1,200 with two, 8.1 with two."""
    plain = f"{value:.6f}".rstrip("0").rstrip(".")
    return len(plain.replace(".", "").lstrip("0").rstrip("0" if "." not in plain else "")) or 1


def _to_digits(value: float, digits: int) -> float:
    return float(f"{value:.{digits}g}")


def _days_between(first: str | None, last: str | None) -> int | None:
    if not first or not last:
        return None
    return (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days


def _days(days: int) -> str:
    return "a day" if days == 1 else f"{days} days"


def _said(one: Stated) -> str:
    return f"“{' '.join(one.telling.article.words(one.fact.span).split())}”"
