"""The day of publication of an article that does not give it, from what it says.

An article and its passages come in; a `Published` with its evidence goes out, or None. A line that dates the text is the evidence
("Published: 2019-11-12", "FRANKLIN (Feb. 4, 2014)"). Weaker, and so with many conditions: a weekday with its date ("on Monday,
Nov. 11") is true of few years; one that the lead tells of as past, in the last year that the text names with a month, and a weekday
told of as past soon after it, give that last day. The date alone gives none: the article may be days younger, or look ahead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from samestory.attributing import expressions
from samestory.attributing.days import make
from samestory.attributing.expressions import DAY_NUMBERS, MONTH_NUMBERS, Wording
from samestory.attributing.tenses import tense
from samestory.attributing.uttered import quoted
from samestory.language import Passage
from samestory.model import Article, Published, Span
from samestory.text import lines

# "Updated" is no publication, nor is "first published in 1984"
_LABEL = re.compile(r"(?:published|posted|date)(?: on| at)?\s*:?\s+(?=[\w,])", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:on )?(?:[A-Z][a-z]{2,8}day,? )?")
_DATELINE = re.compile(r"[A-Z][A-Za-z .,'’/-]{2,40} ?\((?=[A-Z\d])|[A-Z][A-Z .'’/-]{2,30}, (?=[A-Z])")
_DATED = frozenset({"iso-date", "month-day-year", "day-month-year"})
_FIRST_LINES = 8  # where a dating line without a label may stand
_PARAGRAPH = 150  # characters: so long a line is text; the dates below it are told of, not printed on it
_LATER = 3  # days: "on Tuesday" beside "Monday, Nov. 11" is Nov. 12; "on Friday" may be the Friday before
_FEW = 2  # weekdays with their dates in one article
_LEAD = 5  # paragraphs in which the news stands
_WEEKS = 40  # days
_YEARS = range(1990, 2051)


@dataclass(frozen=True, slots=True)
class _Clue:
    """A day of the text and the words it stands in."""

    day: date
    spans: tuple[Span, ...]


def publication(article: Article, passages: Sequence[Passage]) -> Published | None:
    """The day inferred; None where the evidence leaves more than one."""
    line = _dating_line(article)
    if line:
        return Published(line.day.isoformat(), True, "inferred:dating-line", line.spans)
    worded = [(passage, wording) for passage in passages for wording in expressions.find(passage.text)]
    anchor = _anchor(worded)
    if anchor is None:
        return None
    last = _last_told(worded, anchor)
    if last is None:
        return None
    return Published(last.day.isoformat(), True, "inferred:weekday-date+later-weekday", tuple(dict.fromkeys((*anchor.spans, *last.spans))))


def _dating_line(article: Article) -> _Clue | None:
    """A line that says when the text was published, labelled so, or a date between its headline and its first paragraph."""
    labelled: list[_Clue] = []
    plain: list[_Clue] = []
    above = True
    for number, (start, end) in enumerate(lines(article.text)):
        line = article.text[start:end]
        label = _LABEL.match(line)
        above = above and number < _FIRST_LINES
        at = label.end() if label else _dateline_end(line) if above else None
        above = above and len(line) < _PARAGRAPH
        day = _dated_at(line, at) if at is not None else None
        if day:
            clue = _Clue(day[0], (article.span(start + day[1].start, start + day[1].end),))
            (labelled if label else plain).append(clue)
    clues = labelled or plain
    return clues[0] if len({clue.day for clue in clues}) == 1 else None


def _dated_at(line: str, at: int) -> tuple[date, Wording] | None:
    """The full date that stands at the place, but for its weekday."""
    for wording in expressions.find(line):
        day = _full(wording)
        if day and wording.start >= at and _BETWEEN.fullmatch(line, at, wording.start) and not line.startswith(":", wording.end):
            return day, wording
    return None


def _dateline_end(line: str) -> int | None:
    """Where a date must begin for the line to be a dating one: at its start if it is short, else after the place."""
    place = _DATELINE.match(line)
    return place.end() if place else 0 if len(line) < 60 else None


def _full(wording: Wording) -> date | None:
    if wording.rule not in _DATED:
        return None
    month = wording.part("month") or ""
    return make(int(wording.part("year") or 0), MONTH_NUMBERS.get(month) or int(month), int(wording.part("day") or 0))


def _anchor(worded: Sequence[tuple[Passage, Wording]]) -> _Clue | None:
    """The last day that the lead tells of with its weekday as past, in the one year that fits; None where the text also looks beyond it."""
    dated = [(p, w) for p, w in worded if w.part("weekday") and w.part("day") and w.part("month")]
    if len({w.match[0] for _, w in dated}) > _FEW:  # captions of a gallery
        return None
    lead = set(sorted({passage.start for passage, _ in worded})[:_LEAD])
    plain = [(p, w) for p, w in dated if not w.part("year") and p.start in lead and _is_told(p, w)]
    years = set(_YEARS).intersection(*(_years(wording) for _, wording in plain)) if plain else set()
    named = {year: p.chars(w.start, w.end) for p, w in reversed(worded) if (year := _named_year(w)) in years and w.part("month")}
    said = [int(w.part("year") or 0) for _, w in worded if (w.part("year") or "").isdigit()]
    if len(named) != 1 or max(said) > min(named):
        return None
    ((year, evidence),) = named.items()
    clues = [_Clue(day, (p.chars(w.start, w.end), evidence)) for p, w in plain if (day := _in_year(w, year))]
    return max(clues, key=lambda clue: clue.day, default=None)


def _is_told(passage: Passage, wording: Wording) -> bool:
    """Whether what happened then is told in the past, outside of quotations, by the verb that the words hang on."""
    words = passage.doc.char_span(wording.match.start(), wording.match.end(), alignment_mode="expand")
    if words is None or not len(words) or quoted(passage, wording.start):
        return False
    verb = words.root.head.head if words.root.dep_ == "pobj" else words.root.head
    return verb.tag_ in ("VBD", "VBN") and not _is_ahead(passage, wording)


def _years(wording: Wording) -> set[int]:
    """The years in which the day has the weekday that is printed with it."""
    wanted = DAY_NUMBERS[wording.part("weekday") or ""]
    said = wording.part("year")
    return {year for year in ([int(said)] if said else _YEARS) if (day := _in_year(wording, year)) and day.weekday() == wanted}


def _in_year(wording: Wording, year: int) -> date | None:
    month = MONTH_NUMBERS.get(wording.part("month") or "")
    return make(year, month, int(wording.part("day") or 0)) if month else None


def _named_year(wording: Wording) -> int | None:
    year = wording.part("year")
    return int(year) if year and year.isdigit() and wording.rule in (*_DATED, "month-year", "year", "year-phrase", "season-year") else None


def _last_told(worded: Sequence[tuple[Passage, Wording]], anchor: _Clue) -> _Clue | None:
    """The last weekday told of soon after the anchor; None where none is, or where another date of those weeks is named."""
    near = [day for _, w in worded if w.part("day") and w.part("month") and (day := _in_year(w, int(w.part("year") or anchor.day.year)))]
    if any(timedelta(0) < day - anchor.day < timedelta(_WEEKS) for day in near):
        return None
    return max(_told_after(worded, anchor), key=lambda clue: clue.day, default=None)


def _told_after(worded: Sequence[tuple[Passage, Wording]], anchor: _Clue) -> Iterator[_Clue]:
    seen = False
    for passage, wording in worded:
        span = passage.chars(wording.start, wording.end)
        seen = seen or span == anchor.spans[0]
        if seen and wording.rule in ("weekday", "weekday-part") and _is_told(passage, wording):
            ahead = (DAY_NUMBERS[wording.part("weekday") or ""] - anchor.day.weekday()) % 7
            if 0 < ahead <= _LATER:
                yield _Clue(anchor.day + timedelta(ahead), (span,))


def _is_ahead(passage: Passage, wording: Wording) -> bool:
    return tense(passage, wording.match.start(), wording.match.end()) == "future"
