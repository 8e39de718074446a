"""The days that the tellings speak of, in order.

Tellings in story order come in; moments go out, each a day or a stretch of days, with every mention of it. Whether
a moment lies in the past or is only planned is left to its words. The day of publication is no moment unless
the articles speak of it. Where a point says that tellings put one thing on different days, each of these days tells of the others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from samestory.comparing import statements
from samestory.comparing.tellers import sentence_around, shorten
from samestory.model import Conflict, Moment, Point, Span, Telling, Time

LONGEST_DAYS = 31  # a stretch up to a month is a moment; a year is a setting
VAGUE_DAYS = 366  # a longer stretch is never a moment
LONGEST_WORDS = 160  # characters
FEWEST_LETTERS = 6  # besides the time itself and the words of a time stamp; a line with fewer tells of no event
VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})

_STAMP = re.compile(r"\b(?:last|first|updated?|published|posted|modified|created|on|at|am|pm|[ecmp][sd]t|gmt|by)\b", re.I)
# No day of what is told, one example each: "is today the biggest port", "the leaders of tomorrow", "in 1080p", "a 10-yard run late in the
# third quarter".
_ALWAYS = re.compile(r"\b(?:is|are|remains?|even|until|to this|of|that)\s+$", re.I)
_GENERAL = frozenset({"today", "tomorrow"})
_STILL = re.compile(r"\s+(?:is|are|remains?)\b|\s+and in the", re.I)
_GAME = re.compile(r"\b(?:touchdown|yards?|goals?|kick|halftime|quarterback|points? lead|scor(?:ed|ing)|first play|drive of)\b|-yard", re.I)
_CLAUSES = (re.compile(r"[;:—–]\s+|\s-\s"), re.compile(r"[;:—–]\s+|\s-\s|,\s+(?=(?:and|but|while|after|before|when|which|who)\b)"))


def find(tellings: Sequence[Telling], points: Sequence[Point] = ()) -> tuple[Moment, ...]:
    """The moments of the story, earliest first."""
    days: dict[tuple[date, date], list[tuple[Telling, Time]]] = defaultdict(list)
    for telling in tellings:
        for time in telling.times:
            stretch = _stretch(time)
            if stretch and _tells(telling, time):
                days[stretch].append((telling, time))
    kept = sorted(stretch for stretch in days if _is_moment(stretch, days))
    disputed = [point for point in points if point.kind == "date" and point.verdict in ("differ", "contradict")]
    return tuple(_disputed(_moment(first, last, days[first, last]), disputed) for first, last in kept)


def _disputed(moment: Moment, points: Sequence[Point]) -> Moment:
    """The moment with the other days that tellings give for what happened on it."""
    conflicts = []
    for point in points:
        here = {fact.value for fact in point.facts if any(fact.span.overlaps(span) for span in moment.mentions)}
        others = tuple(fact.span for fact in point.facts if fact.value not in here)
        if here and others:
            conflicts.append(Conflict(point.why, others))
    return replace(moment, conflicts=tuple(conflicts)) if conflicts else moment


def _stretch(time: Time) -> tuple[date, date] | None:
    """The first and last day of a time that is one."""
    if time.type not in ("DATE", "TIME") or not time.first or not time.last or time.value in VAGUE:
        return None
    try:
        first, last = date.fromisoformat(time.first[:10]), date.fromisoformat(time.last[:10])
    except ValueError:  # a day before year 1 or of more than four digits: history, no moment of a story
        return None
    return (first, last) if first <= last else None


def _is_moment(stretch: tuple[date, date], days: dict[tuple[date, date], list[tuple[Telling, Time]]]) -> bool:
    first, last = stretch
    length = (last - first).days + 1
    # "in 2019" says nothing once a day of 2019 is known, nor does "this week" of the news; alone they are the best there is.
    nearer = any(first <= other <= end <= last for other, end in days if (other, end) != stretch)
    spoken_on = {telling.day for telling, _ in days[stretch]}
    present = any(day and first <= date.fromisoformat(day[:10]) <= last for day in spoken_on)
    if length <= LONGEST_DAYS:
        return length == 1 or not (nearer and present)
    return length <= VAGUE_DAYS and not nearer and not present


def _tells(telling: Telling, time: Time) -> bool:
    """Whether more than the time itself stands in its sentence."""
    sentence = sentence_around(telling, time.span)
    if sentence is None:
        return False
    words = telling.article.words(sentence)
    if statements.is_furniture(words) or _is_no_day(telling, time.span, words):
        return False
    besides = _STAMP.sub("", words.replace(telling.article.words(time.span), ""))
    return sum(letter.isalpha() for letter in besides) >= FEWEST_LETTERS


def _is_no_day(telling: Telling, span: Span, sentence: str) -> bool:
    """Whether the words only look like a day of what is told."""
    text, words = telling.article.text, telling.article.words(span).casefold()
    if words in _GENERAL:
        return bool(_ALWAYS.search(text, max(0, span.start - 12), span.start) or _STILL.match(text, span.end))
    if words.isdigit() and text[span.end : span.end + 1].isalpha():
        return True
    return "quarter" in words and bool(_GAME.search(sentence))


def _moment(first: date, last: date, told: Sequence[tuple[Telling, Time]]) -> Moment:
    telling, time = told[0]
    mentions = tuple(dict.fromkeys(time.span for _, time in told))
    return Moment(first.isoformat(), last.isoformat(), _what(telling, time.span), mentions)


def _what(telling: Telling, span: Span) -> str:
    """The sentence around a mention, or the clauses around it where the sentence is too long."""
    sentence = sentence_around(telling, span)
    assert sentence is not None, "a mention outside every sentence is no moment"
    start, end = sentence.start, sentence.end
    text = telling.article.text
    for clause in _CLAUSES:
        cuts = [match.end() for match in clause.finditer(text, start, end)]
        for first, last in _widest_first(start, end, cuts):
            if first <= span.start and span.end <= last and last - first <= LONGEST_WORDS:
                return _plain(text[first:last])
    before = text.find(" ", max(start, span.end - LONGEST_WORDS + 40)) + 1
    from_here = start if span.end - start < LONGEST_WORDS - 10 else min(before, span.start)
    return ("… " if from_here > start else "") + shorten(_plain(text[from_here:end]), LONGEST_WORDS - 2)


def _widest_first(start: int, end: int, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    edges = [start, *cuts, end]
    stretches = [(edges[i], edges[j]) for i in range(len(edges)) for j in range(i + 1, len(edges))]
    yield from sorted(stretches, key=lambda stretch: (stretch[0] - stretch[1], stretch[0]))


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" ,;:-–—")
