"""The how-manieth within what time: "second crash this year" beside "second crash in seven months".

Tellings in story order come in; points go out. Only a plain pattern is read: an ordinal from "second" on, the thing
counted, and in the same breath the stretch of time it is counted over. The reason does the arithmetic of dates
where a day of publication and an earlier date beside the statement allow it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from samestory.comparing import wording
from samestory.comparing.tellers import MONTHS_IN_FULL, day_in_words, sentence_around
from samestory.model import Evidence, Point, Span, Telling, Verdict

_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), 2)}
_UNIT = {"day": 1 / 30.4, "week": 7 / 30.4, "month": 1.0, "year": 12.0}  # in months
# "second time", "third quarter", "second half" count nothing that happened.
_NO_EVENTS = "time day week month year quarter half century floor place round person party degree amendment season term child"
NO_EVENTS = frozenset(wording.stem(word) for word in _NO_EVENTS.split())

_ORDINAL = re.compile(rf"\b({'|'.join(ORDINALS)}|\d{{1,2}}(?:nd|rd|th))[ -]((?:[\w'’-]+ ){{1,6}}?)(?=this |in |over |within )", re.I)
_WINDOW = re.compile(
    r"(?P<this>this (?P<part>week|month|year))\b|"
    r"(?:in|over|within) "
    r"(?:just |only |about |less than |the (?:past|last|space of) |the )*(?P<count>[\w-]+) (?P<unit>day|week|month|year)s?\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Spell:
    """One article's statement."""

    place: int
    telling: Telling
    ordinal: int
    counted: tuple[str, ...]  # stems of the words after the ordinal
    words: str  # "second crash", as it stands there
    span: Span  # with the window
    window: str  # "this year", "in seven months"
    months: float | None  # its length; None for "this year"
    part: str | None  # "year" of "this year"


def find(tellings: Sequence[Telling], named: Mapping[str, str]) -> Iterator[Point]:
    """One point for each thing counted that several tellings give."""
    told = [spell for place, telling in enumerate(tellings) for spell in _spells(telling, place)]
    groups: list[list[_Spell]] = []
    for spell in told:
        home = next((group for group in groups if _one_thing(group[0], spell)), None)
        if home is None:
            groups.append([spell])
        else:
            home.append(spell)
    for group in groups:
        if len({spell.place for spell in group}) > 1:
            yield _point(group, named)


def _spells(telling: Telling, place: int) -> Iterator[_Spell]:
    text = telling.article.text
    for sentence in telling.sentences:
        for found in _ORDINAL.finditer(text, sentence.start, sentence.end):
            window = _WINDOW.match(text, found.end(), sentence.end)
            counted = tuple(wording.stem(key) for key in wording.keys(found[2]) if key not in wording.LIGHT)
            if window and counted and counted[0] not in NO_EVENTS and (window["this"] or _length(window)):
                span = telling.article.span(found.start(), window.end())
                words = text[found.start() : found.end(1)] + " " + found[2].split()[0]
                yield _Spell(place, telling, _ordinal(found[1]), counted, words, span, window.group(), _length(window), window["part"])


def _ordinal(words: str) -> int:
    return ORDINALS.get(words.lower()) or int(words[:-2])


def _length(window: re.Match[str]) -> float | None:
    """Months; None for "this year", and where it is no stretch of time."""
    if window["this"]:
        return None
    count = wording.number(window["count"].lower())
    if window["count"].lower() in ("a", "an", "one"):
        count = 1.0
    return count * _UNIT[window["unit"].lower()] if count else None


def _one_thing(one: _Spell, other: _Spell) -> bool:
    """The same first noun after the ordinal: "second miscarriage Doe has had" and "second miscarriage"."""
    same = one.counted[0] == other.counted[0]
    return same and (one.ordinal == other.ordinal or one.window.casefold() == other.window.casefold())


def _point(group: Sequence[_Spell], named: Mapping[str, str]) -> Point:
    verdict, reason = _verdict(group)
    firsts = {one.place: one for one in reversed(group)}
    said = "; ".join(_said(firsts[place], named) for place in sorted(firsts))
    facts = tuple(Evidence(one.telling.article.id, one.span, one.ordinal) for one in group)
    about = group[0].words[:1].upper() + group[0].words[1:]
    return Point("count", group[0].words, verdict, f"{about}: {said}. {IN_WORDS[verdict]}: {reason}.", facts)


IN_WORDS: dict[Verdict, str] = {"agree": "The same", "compatible": "Both can be true", "differ": "Not the same"}


def _said(one: _Spell, named: Mapping[str, str]) -> str:
    day = f" ({day_in_words(one.telling.day)})" if one.telling.day else ""
    return f"{named[one.telling.article.id]}{day} says “{' '.join(one.telling.article.words(one.span).split())}”"


def _verdict(group: Sequence[_Spell]) -> tuple[Verdict, str]:
    if len({one.ordinal for one in group}) > 1:
        return "differ", "they do not count as many"
    if len({one.window.casefold() for one in group}) == 1:
        return "agree", "the same count over the same time"
    for one, other in combinations(group, 2):
        for whole, part in ((one, other), (other, one)):
            reason = _by_an_earlier_date(whole, part, group)
            if reason:
                return "compatible", reason
    return "compatible", _by_their_length(group)


def _by_an_earlier_date(dated: _Spell, counted: _Spell, group: Sequence[_Spell]) -> str | None:
    """ "April, 2019" beside the one statement, and the length of time that the other gives, tell of the same stretch."""
    today = _today(group)
    sentence = sentence_around(dated.telling, dated.span)
    if today is None or counted.months is None or sentence is None:
        return None
    for time in dated.telling.times:
        if not sentence.holds(time.span) or not time.first or not time.last or time.first[:7] != time.last[:7]:
            continue
        first = date.fromisoformat(time.first[:10])
        months = (today.year - first.year) * 12 + today.month - first.month
        if months and abs(months - counted.months) < 0.5:
            earlier = " ".join(dated.telling.article.words(time.span).split())
            return f"from “{earlier}” to {_month(today)} it is {months} months, which is what “{counted.window}” says"
    return None


def _by_their_length(group: Sequence[_Spell]) -> str:
    today = _today(group)
    begun = next((one for one in group if one.part == "year"), None)
    counted = next((one for one in group if one.months is not None), None)
    if today is None or begun is None or counted is None or counted.months is None:
        return "the stretches of time can overlap"
    back = today.year * 12 + today.month - 1 - round(counted.months)
    start = date(back // 12, back % 12 + 1, 1)
    return f"seen from {_month(today)}, “{counted.window}” reaches back to {_month(start)} and “{begun.window}” to January {today.year}"


def _today(group: Sequence[_Spell]) -> date | None:
    """The first day of publication known; articles of one story are of about one time."""
    days = [one.telling.day for one in group if one.telling.day]
    return date.fromisoformat(min(days)[:10]) if days else None


def _month(day: date) -> str:
    return f"{MONTHS_IN_FULL[day.month - 1]} {day.year}"
