"""Time expressions after TIMEX3, and the day of publication.

An article and its parsed passages come in; `Time`s go out, each resolved against the day of publication where
that is known, and unknown (None) where it is not. How expressions are worded is in `expressions`, what they
mean in `points` and `stretches`, what only looks like one in `lookalikes`, the day of publication in `inferred`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from samestory.attributing import anchors, clocks, expressions, inferred, occasions, periods, points, stretches
from samestory.attributing.days import covered
from samestory.attributing.expressions import Wording
from samestory.attributing.lookalikes import is_lookalike
from samestory.attributing.told import EXPLICIT, Answer, Case, Told
from samestory.attributing.uttered import when_said
from samestory.language import Passage, model
from samestory.model import Article, Published, Time

RESOLVERS = points.RESOLVERS | periods.RESOLVERS | stretches.RESOLVERS | clocks.RESOLVERS
_HISTORY_YEARS = 10  # so many years far from the year of publication, and far more of them than of "this week" and "Friday", make a history
_FEW_NEAR = 8  # times as many; with 4, of 591 news articles thirteen were histories, and the months of most went wrong
_BARE = 10  # dates without a year that a history has at the least
_NEAR_RULES = frozenset({"weekday", "weekday-part", "weekday-which", "deictic", "part-of-day"})
_BARE_DATES = frozenset({"month", "month-day", "day-month"})
_NEAR_WORDS = frozenset({"this", "last", "next"})
_CLOCKS = frozenset({"clock", "clock-24", "noon"})
_NEAR = 30  # characters between "10:35 a.m." and the "Friday" that it belongs to
# "Sept. 18-20", "Aug. 6 and 7,": the second day; "1939-45": the second year
_SECOND_DAY = re.compile(
    r"(?P<gap> ?[-–—] ?| to | and | or )(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?(?=[,.;:)\s]|$)(?! (?:people|percent|million|other)\b)"
)


_SECOND_YEAR = re.compile(r"[-–—](?P<year>1\d{3}|20\d\d)(?![\d-])")  # "1914-1918"
_FIRST_DAY = re.compile(r"(?<![\d.,$/-])(?P<day>3[01]|[12]?[1-9]|[12]0) ?(?:[-–]|to|and) ?$")  # "6-15 October 1952"
_SPAN_DAYS = frozenset({"day-month", "day-month-year"})


def publication(article: Article, passages: Sequence[Passage]) -> Published | None:
    """The day of publication: as given, else inferred from what the article says, else None."""
    given = _day(article.published)
    return Published(given.isoformat(), False, "given") if given else inferred.publication(article, passages)


def find(article: Article, passages: Sequence[Passage], published: Published | None) -> tuple[Time, ...]:
    """The time expressions of the passages, in order."""
    told = Told(_day(published.day) if published else None, inferred=bool(published and published.inferred))
    read = sorted([*passages, *_datelines(article)], key=lambda passage: passage.start)
    worded = [(passage, list(expressions.find(passage.text))) for passage in read]
    told.narrative = _is_history([w for _, wordings in worded for w in wordings], told.published)
    times = [time for passage, wordings in worded for time in _in_passage(passage, wordings, told)]
    return occasions.anchored(read, tuple(sorted(times, key=lambda time: time.span)))


def _datelines(article: Article) -> Iterator[Passage]:
    """Datelines hold days, and nothing to parse."""
    for block in article.blocks:
        if block.kind == "dateline":
            yield Passage(article.id, block, block.span.start, model().make_doc(article.words(block.span)))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _is_history(wordings: Sequence[Wording], published: date | None) -> bool:
    years = [int(w.part("year") or 0) for w in wordings if w.rule in EXPLICIT and (w.part("year") or "").isdigit()]
    far = [year for year in years if published is None or abs(year - published.year) > 1]
    near = sum(w.rule in _NEAR_RULES or (w.rule == "which-unit" and (w.part("which") or "") in _NEAR_WORDS) for w in wordings)
    return (
        published is not None
        and len(far) >= (_HISTORY_YEARS if near else _HISTORY_YEARS // 2)
        and sum(w.rule in _BARE_DATES for w in wordings) >= _BARE
        and len(far) > _FEW_NEAR * near
        and len(far) > 0.8 * len(years)
    )


def _in_passage(passage: Passage, wordings: Sequence[Wording], told: Told) -> Iterator[Time]:
    told.paragraph += 1
    said, inside = _said(passage, wordings, told)
    for wording in _days_before_hours(wordings):
        case = Case(wording, passage, said if wording.start in inside else told)
        if is_lookalike(case):
            continue
        answer = RESOLVERS[wording.rule](case)
        if answer is None:
            continue
        anchor = anchors.of(case, answer)
        told.note(answer, wording.rule, passage.chars(wording.start, wording.end))
        yield replace(_time(passage, wording.start, wording.end, answer, wording.rule), anchor=anchor)
        yield from _seconds(case, answer)


def _said(passage: Passage, wordings: Sequence[Wording], told: Told) -> tuple[Told, frozenset[int]]:
    """What a reader has in mind within quotations of the paragraph that are dated there, and which expressions stand in them."""
    found = when_said(passage, wordings)
    case = Case(found[0], passage, told) if found else None
    if found is None or case is None or is_lookalike(case):
        return told, frozenset()
    answer = RESOLVERS[case.wording.rule](case)
    days = covered(answer.value) if answer else None
    if not days or days[0] == told.published:
        return told, frozenset()
    place = passage.chars(case.wording.start, case.wording.end)
    return replace(told, published=days[0], inferred=False, said=place), found[1]


def _days_before_hours(wordings: Sequence[Wording]) -> list[Wording]:
    """A time of day after the day that stands right behind it: "10:35 a.m. (0735 GMT) Friday"."""
    order = list(wordings)
    for at in range(len(order) - 1):
        hour, day = order[at], order[at + 1]
        if hour.rule in _CLOCKS and day.rule not in _CLOCKS and day.start - hour.end <= _NEAR:
            order[at], order[at + 1] = day, hour
    return order


def _seconds(case: Case, answer: Answer) -> Iterator[Time]:
    """The second end of a range that shares its month or century with the first."""
    wording, passage = case.wording, case.passage
    if wording.rule == "year-range":
        start = wording.match.start("last")
        second = f"{(case.part('year') or '')[:2]}{case.part('last')}"
        yield _time(passage, start, wording.end, Answer("DATE", second), wording.rule)
    elif wording.rule == "year" and (found := _SECOND_YEAR.match(passage.text, wording.end)):
        yield _time(passage, found.start("year"), found.end(), Answer("DATE", found["year"]), "year-range")
    elif wording.rule in _SPAN_DAYS and (found := _FIRST_DAY.search(passage.text, max(0, wording.start - 8), wording.start)):
        value = f"{answer.value[:8]}{int(found['day']):02}" if answer.value else None
        if covered(value) and value and answer.value and value < answer.value:
            yield _time(passage, found.start("day"), found.end("day"), Answer("DATE", value), "first-day")
    elif wording.rule == "month-day" and answer.value:
        found = _SECOND_DAY.match(passage.text, wording.end)
        value = f"{answer.value[:8]}{int(found['day']):02}" if found else None
        if found and covered(value):
            yield _time(passage, found.start("day"), found.end(), Answer("DATE", value), "second-day")


def _time(passage: Passage, start: int, end: int, answer: Answer, rule: str) -> Time:
    if rule == "year-range" and answer.value and end - start > 4:
        end = start + 4
    days = covered(answer.value)
    first, last = (answer.first, answer.last) if answer.first else days or (None, None)
    span = passage.chars(start, end)
    return Time(span, answer.type, answer.value, first.isoformat() if first else None, last.isoformat() if last else None, rule)
