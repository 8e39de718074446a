"""Whether two values of one thing agree, can both be true, differ or contradict each other, and why.

Two statements of one line come in; a `Finding` goes out: a verdict with its reason in words, or None where nothing can be
said. "contradict" is an accusation: only exact values of the same well known thing reach it, and only where no update,
birthday or rounding can explain them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from samestory.comparing import roles, wording
from samestory.comparing.lining import Line, Stated, words_of
from samestory.comparing.persons import Persons, in_full
from samestory.comparing.tellers import sentence_around
from samestory.model import Fact, Verdict

# From the harmless to the grave; a line's verdict is its gravest.
GRAVITY: dict[Verdict, int] = {"alone": 0, "agree": 1, "compatible": 2, "differ": 3, "contradict": 4}
ROUND_NUMBER = 10  # below it a number is spelled out
ABOUT_WITHIN = 0.1  # of the larger value: "about 15" beside 16 is neither the same nor another
ROUND_FROM = 100  # counts below are given exactly: 40 is not 43 rounded
ROUNDED_WITHIN = 0.1  # of the value; "2 million" for 1.5 million is no rounding
# Who counts the hurt, the missing or the held counts differently; a death is a death.
CONVERTED_WITHIN = 0.02  # miles told as kilometres, feet as metres
ONE_CHILD = 2  # years that tellings of one day may be apart on "the boy"; a boy of 17 and one of 13 are two
GENERATION = 15  # years; a father and a son of one name were called a contradiction
GROWN_UP = 18
ONE_NEWS = 7  # days of publication apart, beyond which another price or height may be of a later event of its kind
HARDLY_ONE = 10  # times
A_PART = 1.25  # times; of two counts of one telling that lie closer neither is a part of the other
DEVELOPING = re.compile(
    r"\b(?:toll|rose|risen|rising|grew|grown|climb\w*|jump\w*|so far|early|earlier|at first|initial\w*|now|revised|confirmed"
    r"|previous\w*|at the time|feared|believed|reported\w*|number\w*)\b",
    re.I,
)
_HOUR = re.compile(r"(\d{1,2})(?::(\d\d))? ?([ap])\.?m", re.I)
UPDATED = "such a count changes as news comes in, so the later one may be an update"
OF_ONE_DAY = "the numbers are not the same; both are of one day, and one may be newer than the other"
OF_SEVERAL_DAYS = "the numbers are not the same; such a count changes as news comes in, so one may be newer than the other"
_AT_LEAST = re.compile(r"\b(?:least|more|over|above|excess|minimum|fewer|less|upwards?)\b|\+", re.I)
# "more than ten" leaves no room for ten, and "nearly ten" is less
_BEYOND = re.compile(
    r"(?<!no )(?<!not )\b(?:(?:more|less|fewer|greater) than|over|above|excess of|upwards? of|under|below|nearly|almost|just short of)\b",
    re.I,
)
_NEARLY = re.compile(r"\b(?:nearly|almost|just (?:under|over|short of))\b", re.I)
ATTACKERS = 1  # "50 were killed" with the gunman, "49" without him: called a contradiction once
EXACT_OUTCOMES = ("killed",)


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on two statements."""

    verdict: Verdict
    reason: str  # completes a sentence: "a birthday may lie between them"


def weigh(line: Line, one: Stated, other: Stated, persons: Persons) -> Finding | None:
    """Hold two statements of a line against each other; None where neither agreement nor difference can be told."""
    if line.kind == "age":
        return _ages(line, one, other)
    if line.kind == "role":
        return _roles(one, other)
    if line.kind in ("date", "place"):
        found = None if _of_two_hours(one, other) else _wordings(one.fact, other.fact)
        # Of two days in one sentence it is not sure which is whose; two sentences of one day agree all the same.
        unsure = line.kind == "date" and max(len(one.days), len(other.days)) > 1
        return None if unsure and found and found.verdict != "agree" else found
    if line.kind == "name":
        same = persons.same(str(one.fact.value), str(other.fact.value))
        return Finding("agree", "the same name") if same else None
    return _numbers(line, one, other)


def _ages(line: Line, one: Stated, other: Stated) -> Finding | None:
    earlier, later = sorted((one, other), key=lambda stated: (stated.telling.day or "", stated.place))
    young, old = earlier.fact.value, later.fact.value
    if not isinstance(young, int | float) or not isinstance(old, int | float) or one.fact.unit != other.fact.unit:
        return None
    grown = old - young
    if not grown:
        return Finding("agree", "the same age")
    if _meet(one, other):
        return Finding("compatible", "the one includes the other")
    days = _days_between(earlier.telling.day, later.telling.day)
    if line.nameless and (days != 0 or abs(grown) > ONE_CHILD or line.undecided & {one.place, other.place}):
        return None
    if days is None:
        return Finding("differ", "the day of publication is not known for both, so a birthday cannot be ruled out")
    if days and days // 366 <= grown <= days // 365 + 1:
        return Finding("compatible", f"published {_days(days)} apart, and {_birthdays(int(grown))} may lie between them")
    if abs(grown) == 1:
        return Finding("differ", "they are a year apart, and no birthday explains it")
    if abs(grown) >= GENERATION:  # "arrested 49-year-old Joel Tarn", and his 5-year-old of that name
        return Finding("differ", "so far apart that they may be two people of one name") if min(young, old) >= GROWN_UP else None
    if not _well_known(line, one, other) or not (_exact(one) and _exact(other)):
        return Finding("differ", "but it is not certain that both speak of one person and give the age exactly")
    return Finding("contradict", "one person has one age, and the days of publication do not explain the difference")


def _well_known(line: Line, one: Stated, other: Stated) -> bool:
    """Whether both articles give the person's full name and one age only."""
    return in_full(one.fact.about) and in_full(other.fact.about) and not line.undecided & {one.place, other.place}


def _roles(one: Stated, other: Stated) -> Finding | None:
    """Who somebody is: the same words, or the one with more of them; of two ranks a person has one. Anybody may be two other things."""
    ours, theirs = (roles.matter_of(str(stated.fact.value)) for stated in (one, other))
    if roles.same(ours, theirs) or roles.same(*(roles.post_of(str(stated.fact.value)) for stated in (one, other))):
        return Finding("agree", "the same words")
    ranks = ours & roles.RANKS, theirs & roles.RANKS
    if all(len(rank) == 1 for rank in ranks) and ranks[0] != ranks[1]:
        return Finding("differ", "the ranks are not the same")
    if (theirs < ours and roles.says_more(one, other)) or (ours < theirs and roles.says_more(other, one)):
        return Finding("compatible", "the one says more than the other")
    return None


def _of_two_hours(one: Stated, other: Stated) -> bool:
    """Whether both name an hour of the day, and not the same: "11:35 a.m. Friday" and "11:37 a.m. Friday" are one day, and no agreement."""
    hours = [[found.groups() for found in _HOUR.finditer(words_of(stated))] for stated in (one, other)]
    return all(hours) and hours[0] != hours[1]


def _wordings(one: Fact, other: Fact) -> Finding | None:
    """Days and places: equal, or the one a part of the other; two places can be a town and its state."""
    ours, theirs = str(one.value).casefold(), str(other.value).casefold()
    if ours == theirs:
        return Finding("agree", "the same")
    if ours in theirs or theirs in ours:
        return Finding("compatible", "the one is more exact than the other")
    return Finding("differ", "the days are not the same") if one.kind == "date" else None


def _numbers(line: Line, one: Stated, other: Stated) -> Finding | None:
    if (one.low, one.high, one.fact.value) == (other.low, other.high, other.fact.value):
        return _same_bounds(one, other) if one.low is not None or one.high is not None else None
    if any(stated.low is None and stated.high is None for stated in (one, other)):
        return None
    if _told(one) is not None and _told(one) == _told(other):
        return Finding("agree", "the same value")  # "about 40" and "40"
    if one.fact.value == other.fact.value and words_of(one).casefold() == words_of(other).casefold():
        return Finding("agree", "the same words")  # the one is known to be exact, the other not
    if _touch(one, other):
        exact = _exact(one) or _exact(other)
        rounded = any(_NEARLY.search(words_of(stated)) for stated in (one, other))
        return Finding("compatible", "one is the other rounded") if rounded and exact else None
    if _meet(one, other):
        if any(_open_unsaid(wide, near) for wide, near in ((one, other), (other, one))):
            return None
        wide, near = (one, other) if _holds(one, other) else (other, one)
        reason = "leaves room for" if _holds(wide, near) else "overlaps with"
        return Finding("compatible", f"{_said(wide)} {reason} {_said(near)}")
    if _rounded(one, other):
        in_other_units = one.fact.unit != other.fact.unit
        return Finding("compatible", "one is the other in another unit" if in_other_units else "one is the other rounded")
    if _far_apart(one, other) or _hardly_apart(one, other):
        return None
    return _unequal(line, one, other)


def _same_bounds(one: Stated, other: Stated) -> Finding | None:
    """Two equal values; "at least two" does not say what "two" says, though more than two may be known to both."""
    said = [bool(_AT_LEAST.search(words_of(stated))) for stated in (one, other)]
    beyond = [bool(_BEYOND.search(words_of(stated))) for stated in (one, other)]
    if one.high is None and all(said) and beyond[0] != beyond[1]:
        wide, near = (other, one) if beyond[0] else (one, other)
        return Finding("compatible", f"{_said(wide)} leaves room for {_said(near)}")
    if one.high is not None or said[0] == said[1]:
        return Finding("agree", "the same value")
    wide, near = (one, other) if said[0] else (other, one)
    return None if _BEYOND.search(words_of(wide)) else Finding("compatible", f"{_said(wide)} leaves room for {_said(near)}")


def _touch(one: Stated, other: Stated) -> bool:
    """Whether the only value that both could have is one that the words of one leave out: "ten" and "more than ten"."""
    low, high = max(_low(one), _low(other)), min(_high(one), _high(other))
    open_ones = [stated for stated in (one, other) if not _exact(stated) and _BEYOND.search(words_of(stated))]
    return low == high and any(low == (stated.low if stated.high is None else stated.high) for stated in open_ones)


def _unequal(line: Line, one: Stated, other: Stated) -> Finding | None:
    day, other_day = (stated.telling.article.published or stated.telling.day for stated in (one, other))
    if one.value in line.also.get(other.place, ()) or other.value in line.also.get(one.place, ()):
        return None  # "two are still trapped" of "five": the one gives the other's number as well, of another time or part
    if one.fact.unit == "ordinal":
        return None  # "the 39th" and "the 40th" fire of a year are two
    if line.outcome and line.undecided & {one.place, other.place} and _may_be_a_part(one, other):
        return None  # "10 were killed at the airport and 20 at the station": parts of what others give as one
    if line.outcome and day and other_day and day != other_day:
        return Finding("differ", UPDATED)
    settled = not line.undecided & {one.place, other.place} and not any(map(_developing, (one, other)))
    if line.outcome in EXACT_OUTCOMES and day and other_day and settled and _exact(one) and _exact(other):
        if abs((one.low or 0) - (other.low or 0)) <= ATTACKERS:
            return Finding("differ", "they are one apart: one of them may count an attacker, or somebody who died later")
        return Finding("contradict", "both are exact, of the same day and of the same thing")
    if line.outcome and day and other_day:
        return Finding("differ", OF_ONE_DAY)
    days = _days_between(one.telling.day, other.telling.day)
    if not line.outcome and days is not None and abs(days) > ONE_NEWS:
        return None
    return Finding("differ", "the numbers are not the same")


def _may_be_a_part(one: Stated, other: Stated) -> bool:
    """Whether the smaller number can be that of one place among several."""
    small, large = sorted(abs(stated.low if stated.low is not None else _high(stated)) for stated in (one, other))
    return large > A_PART * small


def _developing(one: Stated) -> bool:
    """Whether the sentence says that the count is not the last word."""
    sentence = sentence_around(one.telling, one.fact.span) or one.fact.span
    return bool(DEVELOPING.search(one.telling.article.words(sentence)))


def _far_apart(one: Stated, other: Stated) -> bool:
    """Whether two exact values are so far apart that they are hardly of one thing: a price of a share and of the company."""
    if not (_exact(one) and _exact(other)) or one.low is None or other.low is None:
        return False
    small, large = sorted((abs(one.low), abs(other.low)))
    return large > HARDLY_ONE * small


def _hardly_apart(one: Stated, other: Stated) -> bool:
    """Whether of two values that lie close the one is given with "about"."""
    ours, theirs = _told(one), _told(other)
    if ours is None or theirs is None or (_exact(one) and _exact(other)):
        return False
    return abs(ours - theirs) <= ABOUT_WITHIN * max(abs(ours), abs(theirs))


def _told(one: Stated) -> float | None:
    """The number itself: 40 of "40" and of "about 40"; None of "nearly 40", "more than 40" and "30 to 40"."""
    if one.low is None or one.high is None or (not _exact(one) and (one.fact.value is None or _NEARLY.search(words_of(one)))):
        return None
    return round((one.low + one.high) / 2, 6)


def _exact(one: Stated) -> bool:
    return one.low is not None and one.low == one.high


def _meet(one: Stated, other: Stated) -> bool:
    """Whether some value lies in both."""
    low, high = max(_low(one), _low(other)), min(_high(one), _high(other))
    return low <= high


def _open_unsaid(wide: Stated, near: Stated) -> bool:
    """Whether a value that is not equal is left room for by a bound that the words do not say: "one" of more who died elsewhere."""
    given, other = wide.fact.value, near.fact.value
    return wide.high is None and given is not None and given == wide.low and given != other and not _AT_LEAST.search(words_of(wide))


def _holds(wide: Stated, near: Stated) -> bool:
    """Whether every value of the one lies in the other."""
    return _low(wide) <= _low(near) and _high(near) <= _high(wide)


def _low(one: Stated) -> float:
    return float("-inf") if one.low is None else one.low


def _high(one: Stated) -> float:
    return float("inf") if one.high is None else one.high


def _rounded(one: Stated, other: Stated) -> bool:
    """Whether one value is the other with fewer digits: 8 and 8.1 percent, 1,000 and 985 homes, 100 metres and 330 feet."""
    if one.low is None or other.low is None or not (_exact(one) and _exact(other)):
        return False
    small, large = sorted((abs(one.low), abs(other.low)))
    if (one.fact.kind == "count" and large < ROUND_FROM) or large - small > ROUNDED_WITHIN * large:
        return False
    if one.fact.unit != other.fact.unit and large - small <= CONVERTED_WITHIN * large:
        return True
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


def _birthdays(years: int) -> str:
    """
    >>> _birthdays(1), _birthdays(2), _birthdays(12)
    ('a birthday', 'two birthdays', '12 birthdays')
    """
    counted = next((word for word, value in wording.NUMERALS.items() if value == years < ROUND_NUMBER), str(years))
    return "a birthday" if years == 1 else f"{counted} birthdays"


def _days(days: int) -> str:
    return "a day" if days == 1 else f"{days} days"


def _said(one: Stated) -> str:
    return f"“{words_of(one)}”"
