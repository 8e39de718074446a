"""Checkable values: ages, counts, money, percent, measures, roles, places, dates - each with what it is about.

The passages of an article, its people and its times come in; facts go out, in order. How each kind of value is
found stands in `ages`, `counts`, `amounts` and `happenings`. A value of which it is unclear what it is about makes
no fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from samestory.attributing import ages, amounts, counts, decades, happenings, people, relations, results, tolls
from samestory.language import Passage
from samestory.model import Article, Credit, Fact, Person, Quote, Span, Time

_PARAGRAPH = 600  # characters; a credit of a whole article ("(AP)") says whose text it is, not on whose word each fact stands
_BACKGROUND = 60  # days before the last day told of: a number in a sentence so dated is of another event or a total
# "from 1996 to 2009", "over the past year": of more than the one year
_STRETCH = re.compile(
    r"\b(?:from|between|since) [^.;]{0,25}?\d{4}|\bpast (?:\w+ )?year\b|\d{4}(?: ?[-–] ?| and | to | through | or )(?:in )?\d{2}",
    re.IGNORECASE,
)
_DATED_KINDS = frozenset({"count", "money", "percent"})


def find(
    article: Article, passages: Sequence[Passage], roster: Sequence[Person], times: Sequence[Time]
) -> tuple[tuple[Fact, ...], tuple[Person, ...]]:
    """The facts of the article in order, and the people with their ages, names and relations."""
    aged = [*ages.find(passages, roster), *decades.find(passages, roster)]
    ties = list(relations.find(passages, roster))
    found = [*aged, *happenings.roles(passages, roster), *relations.facts(ties)]
    taken = [*(time.span for time in times), *(fact.span for fact in aged)]
    latest = _latest(article, times)
    for passage in passages:
        size = len(passage.text)
        near = [span for span in taken if passage.start <= span.start < passage.start + size]
        here = [time for time in times if passage.start <= time.span.start < passage.start + size]
        found += (dated for fact in _in_passage(passage, near, here) if (dated := _of_its_year(fact, passage, here, latest)))
    ours = dict.fromkeys(results.of_one(tolls.of_this_event(found, article)))
    return tuple(sorted(ours, key=lambda fact: (fact.span, fact.kind, fact.about))), people.complete(roster, passages, aged, ties)


def _in_passage(passage: Passage, taken: Sequence[Span], times: Sequence[Time]) -> Iterator[Fact]:
    sums = [fact for fact in amounts.find(passage) if not any(fact.span.overlaps(span) for span in taken)]
    yield from sums
    sides = [fact for fact in results.find(passage) if not any(fact.span.overlaps(span) for span in taken)]
    yield from sides
    yield from counts.find(passage, [*taken, *(fact.span for fact in (*sums, *sides))])
    yield from happenings.places(passage)
    yield from happenings.days(passage, times)


def _latest(article: Article, times: Sequence[Time]) -> date | None:
    """The last single day of the article: what lies long before it is background."""
    days = [time.last for time in times if time.last and time.first == time.last] or [(article.published or "")[:10]]
    return date.fromisoformat(max(days)) if max(days) else None


def _of_its_year(fact: Fact, passage: Passage, times: Sequence[Time], latest: date | None) -> Fact | None:
    """A number in a sentence about another time is about that year: "people killed in 2012" beside "people killed".

    None where another time is named and it is not plain that the number is of it: "in the market's 2007 heyday".
    """
    if fact.kind not in _DATED_KINDS or latest is None or fact.unit == "ordinal" or fact.rule == "count:family":
        return fact
    start, end = fact.span.start - passage.start, fact.span.end - passage.start
    words = passage.doc.char_span(start, end, alignment_mode="expand")
    if words is None or not len(words):
        return fact
    sentence = words.sent
    for time in times:
        at = time.span.start - passage.start
        if not (time.first and time.last and sentence.start_char <= at < sentence.end_char) or time.type not in ("DATE", "TIME"):
            continue
        first, last = date.fromisoformat(time.first), date.fromisoformat(time.last)
        far = (latest - last).days > _BACKGROUND or (last - first).days > _BACKGROUND
        if far and _STRETCH.search(passage.text, max(0, at - 25), time.span.end - passage.start + 10):
            return None
        if far:
            return (
                replace(fact, about=f"{fact.about} in {first.year}") if happenings.dates_an_event(passage, time.span, words.root) else None
            )
    return fact


def on_whose_word(facts: Sequence[Fact], quotes: Sequence[Quote], credited: Sequence[Credit]) -> tuple[Fact, ...]:
    """The facts with `stated_by` set where they stand inside a quotation's content or under a credit."""
    return tuple(replace(fact, stated_by=_stated_by(fact.span, quotes, credited)) for fact in facts)


def _stated_by(span: Span, quotes: Sequence[Quote], credited: Sequence[Credit]) -> str | None:
    """The speaker of the narrowest quotation around the words, else the outlet of the narrowest credit."""
    said = [(piece.end - piece.start, quote) for quote in quotes for piece in quote.content if piece.holds(span)]
    for _, quote in sorted(said, key=lambda pair: pair[0]):
        name = quote.speaker and (quote.speaker.name or quote.speaker.role)
        if name:
            return name
    covering = [(credit.covers.end - credit.covers.start, credit.outlet) for credit in credited if credit.covers.holds(span)]
    nearest = min(covering, default=None)
    return nearest[1] if nearest and nearest[0] <= _PARAGRAPH and not said else None
