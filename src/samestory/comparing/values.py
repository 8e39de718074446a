"""Whether two values that stand at the same place of two sentences are really not the same.

Two tokens with their tellings come in; the kind of the change goes out, or None where both can be true: bounds that meet,
rounded numbers, one day under two names, news of different weeks.
"""

from __future__ import annotations

import re
from datetime import date

from samestory.comparing.tokens import Token
from samestory.model import FactKind, Telling

ROUGH = 0.1  # of a value that "about", "some" or a rounded number leave open
ONE_NEWS = 7  # days of publication apart
ROUND_FROM = 100
_AT_LEAST = re.compile(r"\b(?:more than|over|at least|above|upwards? of|exceed\w*|no (?:fewer|less) than|as many as)\W*$", re.I)
_AT_MOST = re.compile(r"\b(?:less than|fewer than|under|below|up to|at most|as many as)\W*$", re.I)
_JUST_UNDER = re.compile(r"\b(?:nearly|almost|close to|just (?:short of|under|below))\W*$", re.I)
_HEDGED = re.compile(r"\b(more than|over|nearly|almost)\W*$", re.I)
_ABOUT = re.compile(r"\b(?:about|around|some|roughly|approximately|an? estimated|estimated|near)\W*$", re.I)
_PLUS = re.compile(r"^(?: or more|\+|-plus)")
_SAID = re.compile(r"\b(?:said|says|told|announced|reported|added|wrote|tweeted|statement|published|updated)\b", re.I)
# "From April 19 through May 31" and "between May 5 and June 9" are two stretches of time, each told rightly.
_OPENS_STRETCH = re.compile(r"\b(?:from|between)\W*$", re.I)
_OTHER_END = re.compile(r"\W*(?:through|to|until|till|and|[-–])\s*(?:the )?([A-Z]\w+\.? \d{1,2}|\d{1,2}(?: [A-Z]\w+)?)\b")
_CLOSES_STRETCH = re.compile(r"\b(?:from|between) ([^.;\n]{3,24}?)\s*(?:through|to|until|till|and|[-–])\s*$", re.I)
_STRETCH = re.compile(r"\b(?:from|between) ([A-Z]\w+\.? \d{1,2})\s*(?:through|to|until|till|and|[-–])\s*((?:[A-Z]\w+\.? )?\d{1,2})\b")
_KINDS: dict[str, FactKind] = {
    "money": "money",
    "percent": "percent",
    "count": "count",
    "ordinal": "count",
    "date": "date",
    "weekday": "date",
}


def change(ours: Telling, mine: Token, theirs: Telling, other: Token) -> FactKind | None:
    """The kind of the change; None where it is none."""
    if mine.kind is None or mine.kind != other.kind or _weeks_apart(ours, theirs):
        return None
    if mine.kind in ("date", "weekday"):
        return "date" if _other_days(ours, mine, theirs, other) else None
    if mine.kind == "money" and ours.article.text[mine.start] != theirs.article.text[other.start]:
        return None  # pounds and dollars
    if _rounded(mine, other):
        return None
    one, two = _bounds(ours, mine), _bounds(theirs, other)
    if max(one[0], two[0]) <= min(one[1], two[1]) and not _hedged_alike(ours, mine, theirs, other):
        return None
    return _KINDS[mine.kind]


def _weeks_apart(ours: Telling, theirs: Telling) -> bool:
    days = days_apart(ours, theirs)
    return days is not None and days > ONE_NEWS


def days_apart(ours: Telling, theirs: Telling) -> int | None:
    """Days between the publications; None where one is unknown."""
    if not ours.day or not theirs.day:
        return None
    return abs((date.fromisoformat(ours.day[:10]) - date.fromisoformat(theirs.day[:10])).days)


def _bounds(telling: Telling, token: Token) -> tuple[float, float]:
    """Between what the value lies, by the words before it."""
    value = float(token.value or 0)
    before, after = _before(telling, token), telling.article.text[token.end : token.end + 8]
    low = high = value
    if _AT_LEAST.search(before) or _PLUS.match(after):
        high = float("inf")
    if _AT_MOST.search(before):
        low = float("-inf")
    if _JUST_UNDER.search(before):
        low = value * (1 - ROUGH)
    if _ABOUT.search(before):
        low, high = min(low, value * (1 - ROUGH)), max(high, value * (1 + ROUGH))
    return low, high


def _hedged_alike(ours: Telling, mine: Token, theirs: Telling, other: Token) -> bool:
    """Whether both say "more than" or both "nearly": "more than four weeks" is not what "more than three weeks" means."""
    hedges = [_HEDGED.search(_before(telling, token)) for telling, token in ((ours, mine), (theirs, other))]
    return all(hedges) and len({hedge[1].casefold() for hedge in hedges if hedge}) == 1


def _before(telling: Telling, token: Token) -> str:
    return telling.article.text[max(0, token.start - 24) : token.start]


def _rounded(mine: Token, other: Token) -> bool:
    """Whether one is the other with fewer digits; small counts are given exactly."""
    small, large = sorted(abs(float(token.value or 0)) for token in (mine, other))
    if mine.kind in ("count", "ordinal") and large < ROUND_FROM:
        return False
    if large - small > ROUGH * large:
        return False
    return any(float(f"{exact:.{_digits(rough)}g}") == rough for exact, rough in ((small, large), (large, small)))


def stands(value: str, text: str) -> bool:
    """Whether a number stands anywhere in a text.

    >>> stands("35%", "35 per cent of them"), stands("35%", "2.35, or 1,350")
    (True, False)
    """
    found = re.search(r"\d[\d.,]*", value)
    number = found.group().rstrip(".,") if found else value
    return re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d.]\d|\d)", text) is not None


def _digits(value: float) -> int:
    plain = f"{value:.6f}".rstrip("0").rstrip(".")
    return len(plain.replace(".", "").lstrip("0").rstrip("0" if "." not in plain else "")) or 1


def _other_days(ours: Telling, mine: Token, theirs: Telling, other: Token) -> bool:
    """Whether two days are not the same one, and neither is the day somebody spoke on."""
    if any(_spoken(telling, token) for telling, token in ((ours, mine), (theirs, other))):
        return False
    if _other_end(ours, mine) != _other_end(theirs, other):
        return False
    first, second = _resolved(ours, mine), _resolved(theirs, other)
    if first and second:
        own = first == (ours.day or "")[:10] and second == (theirs.day or "")[:10]  # "Tuesday's developments": today for both
        return first != second and not own
    return mine.kind == "date" or (ours.day is None and theirs.day is None)


def _other_end(telling: Telling, token: Token) -> str | None:
    """The words of the other end where a day is one end of a stretch."""
    text = telling.article.text
    before = text[max(0, token.start - 40) : token.start]
    closed = _CLOSES_STRETCH.search(before)
    opened = _OTHER_END.match(text, token.end) if _OPENS_STRETCH.search(before) else None
    found = closed or opened
    return found[1].casefold() if found else None


def of_two_stretches(one: str, other: str) -> bool:
    """Whether two sentences count in two stretches of time.

    >>> of_two_stretches("from April 19 through May 31 2,000 came", "between May 5 and June 9 2,300 came")
    True
    """
    ours, theirs = _STRETCH.search(one), _STRETCH.search(other)
    return ours is not None and theirs is not None and ours[1] != theirs[1] and ours[2] != theirs[2]


def _resolved(telling: Telling, token: Token) -> str | None:
    here = telling.article.span(token.start, token.end)
    return next((time.first[:10] for time in telling.times if time.first and time.span.overlaps(here)), None)


def _spoken(telling: Telling, token: Token) -> bool:
    return bool(_SAID.search(telling.article.text[max(0, token.start - 40) : token.end + 24]))
