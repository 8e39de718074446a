"""Durations counted from an event: "seven months after the flood", "two days before the bombing", "the week since the dam broke".

The passages and the times found in them come in; the times go out, such durations with the day of the event as their anchor and
with the days they cover. The event's day must be told plainly: a day that hangs on the event's own word ("the flood on May 3",
"Tuesday's bombing", "the dam broke on Monday"), and only one such day in the article. Which event is meant is read off its head
word; nothing is guessed from what is told nearby.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from samestory.attributing.days import moved
from samestory.language import Passage
from samestory.model import Anchor, Span, Time
from samestory.text import listed

if TYPE_CHECKING:
    from samestory.language import Token

_SIDE = re.compile(r" (?:just |shortly )?(?P<side>after|before|following|since) ")
_BEFORE = re.compile(r" (?:before|after)$")
_COUNTED = re.compile(r"P(?P<count>\d+)(?P<unit>[DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
# verbs of which what happens is the subject: "the blast came on Friday", "the storm hit on Monday"
_HAPPENS = listed("""hold happen occur take come begin start strike hit kill injure wound destroy damage rock erupt follow leave claim
    devastate sweep end be""")
_NO_EVENT = listed("""day week month year time hour fact news report statement moment start end date age noon midnight people man woman
    season place case thing battle war fight offensive be have say tell do get make go take""")
_SAME_EVENT = {
    "death": "die",
    "explosion": "explode",
    "collision": "collide",
    "arrival": "arrive",
    "election": "elect",
    "quake": "earthquake",
}
_SAME_EVENT |= dict.fromkeys(("kill", "killing", "murder", "slay", "slaying"), "die")
_NEW = frozenset({"a", "an", "another", "any", "each", "every", "no"})  # "after a flood": any one


@dataclass(frozen=True, slots=True)
class _Told:
    """A day of an event, where it is told, and the words of its sentence."""

    day: date
    span: Span
    words: frozenset[str]


def anchored(passages: Sequence[Passage], times: tuple[Time, ...]) -> tuple[Time, ...]:
    """The times, durations counted from a dated event with that event's day."""
    meant = {at: event for at, time in enumerate(times) if _is_counted(time) and (event := _event_of(passages, time))}
    if not meant:
        return times
    told = _told(passages, times, {_key(word) for _, word in meant.values()})
    answer = list(times)
    for at, (side, word) in meant.items():
        found = _day_of(word, told.get(_key(word), []))
        if found:
            answer[at] = _counted(times[at], side, found)
    return tuple(answer)


def _is_counted(time: Time) -> bool:
    return time.type == "DURATION" or (time.rule == "unit-before" and time.value is None)


def _event_of(passages: Sequence[Passage], time: Time) -> tuple[str, Token] | None:
    """The side and the word of the event that stand behind a duration."""
    passage = _passage_of(passages, time)
    side = _SIDE.match(passage.text, _end(passage, time)) if passage else None
    if passage is None or side is None:
        return None
    found = passage.doc.char_span(side.start("side"), side.end("side"))
    if found is None:
        return None
    token = found[0]
    word = token.head if token.dep_ == "mark" else next((t for t in token.children if t.dep_ in ("pobj", "pcomp")), None)
    if (
        word is None
        or word.pos_ not in ("NOUN", "VERB")
        or word.lemma_.lower() in _NO_EVENT
        or any(t.lower_ in _NEW for t in word.children)
    ):
        return None
    return side["side"], word


def _end(passage: Passage, time: Time) -> int:
    """Where the duration ends, without a "before" that belongs to its words."""
    end = time.span.end - passage.start
    side = _BEFORE.search(passage.text, max(0, end - 7), end)
    return side.start() if side else end


def _passage_of(passages: Sequence[Passage], time: Time) -> Passage | None:
    at = bisect_right(passages, time.span.start, key=lambda passage: passage.start) - 1
    passage = passages[at] if at >= 0 else None
    return passage if passage and time.span.end <= passage.start + len(passage.text) else None


def _key(word: Token) -> str:
    """The word of an event without what makes it a noun: "bombing" and "bombed" are one event."""
    lemma = word.lemma_.lower()
    lemma = _SAME_EVENT.get(lemma, lemma)
    stem = lemma[:-3] if lemma.endswith("ing") and len(lemma) > 5 else lemma
    return stem[:-1] if stem[-1:] == stem[-2:-1] else stem


def _told(passages: Sequence[Passage], times: Sequence[Time], wanted: set[str]) -> dict[str, list[_Told]]:
    """The days of the events wanted."""
    told: dict[str, list[_Told]] = {}
    for time in times:
        passage = _passage_of(passages, time) if time.type in ("DATE", "TIME") and time.first and time.first == time.last else None
        words = passage and passage.doc.char_span(time.span.start - passage.start, time.span.end - passage.start, alignment_mode="expand")
        if not passage or not words or not time.first:
            continue
        for word in _events(words.root):
            key = _key(word)
            if key in wanted:
                around = frozenset(t.lemma_.lower() for t in word.sent)
                told.setdefault(key, []).append(_Told(date.fromisoformat(time.first), time.span, around))
    return told


def _events(day: Token) -> Iterator[Token]:
    """The words of what happened on a day: what the day hangs on."""
    word = day.head.head if day.dep_ == "pobj" else day.head
    if word.i == day.i or (day.dep_ == "pobj" and day.head.lower_ not in ("on", "of", "from")):
        return
    yield word
    if word.pos_ == "VERB" and word.lemma_.lower() in _HAPPENS:
        yield from (t for t in word.children if t.dep_ in ("nsubj", "nsubjpass") and t.pos_ == "NOUN")


def _day_of(word: Token, told: list[_Told]) -> _Told | None:
    """The day of the event, where the article tells one and what else is said of the event agrees."""
    of = {t.lemma_.lower() for t in word.subtree if t.pos_ in ("NOUN", "PROPN") and t.i != word.i}
    if word.pos_ == "VERB":  # "after the dam broke": its subject or object must be told of there
        of = {t.lemma_.lower() for t in word.children if t.dep_ in ("nsubj", "nsubjpass", "dobj") and t.pos_ in ("NOUN", "PROPN")}
        if not of:
            return None
    fitting = [each for each in told if not of or of & each.words]
    return fitting[0] if fitting and len({each.day for each in told}) == 1 else None


def _counted(time: Time, side: str, told: _Told) -> Time:
    anchor = Anchor("told", told.day.isoformat(), told.span)
    if time.type != "DURATION":  # "the day after the flood"
        beside = (told.day + timedelta(-1 if side == "before" else 1)).isoformat()
        return replace(time, value=beside, first=beside, last=beside, anchor=anchor)
    counted = _COUNTED.fullmatch(time.value or "")
    if counted is None or time.first:
        return replace(time, anchor=time.anchor or anchor)
    count = int(counted["count"]) * (-1 if side == "before" else 1)
    other = moved(told.day, count, _UNITS[counted["unit"]])
    if other is None:
        return replace(time, anchor=anchor)
    first, last = sorted((told.day, other))
    return replace(time, first=first.isoformat(), last=last.isoformat(), anchor=anchor)
