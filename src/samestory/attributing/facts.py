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
from samestory.text import listed

_PARAGRAPH = 600  # characters; a credit of a whole article ("(AP)") says whose text it is, not on whose word each fact stands
# "In an interview with the Ledger, the 51-year-old senator spoke of ...": what he said is his word, and his age the article's own
_SOMEBODY_ELSE = frozenset({"told-outlet", "contributed"})
_WRITERS_OWN = frozenset({"role", "name"})
_LONGEST_SOURCE = 60  # characters
_PRONOUNS = listed("he she it they we i you who which that this one")
_OPENERS = listed("the a an our his her its their this some one many")
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


def on_whose_word(
    facts: Sequence[Fact], quotes: Sequence[Quote], credited: Sequence[Credit], article: Article | None = None
) -> tuple[Fact, ...]:
    """The facts with `stated_by` set where they stand inside a quotation's content or under a credit."""
    return tuple(replace(fact, stated_by=_stated_by(fact, quotes, credited, article)) for fact in facts)


def _stated_by(fact: Fact, quotes: Sequence[Quote], credited: Sequence[Credit], article: Article | None) -> str | None:
    """The speaker of the narrowest quotation around the words, else the outlet of the narrowest credit."""
    span = fact.span
    # "..., said Ann Harwick, a baker": who somebody is, is told by the one who writes, but between quotation marks
    heard = [quote for quote in quotes if quote.kind != "indirect" or fact.kind not in _WRITERS_OWN]
    said = sorted(((piece.end - piece.start, n) for n, quote in enumerate(heard) for piece in quote.content if piece.holds(span)))
    for _, n in said:
        speaker = heard[n].speaker
        name = speaker and (speaker.name or speaker.role)
        if name:
            return name
    told = [credit for credit in credited if credit.covers.holds(span) and credit.rule not in _SOMEBODY_ELSE]
    nearest = min(((credit.covers.end - credit.covers.start, credit.outlet) for credit in told), default=None)
    # "According to the Ledger, 12 were hurt": the outlet itself is the source of the words
    anonymous = [heard[n] for _, n in said if not any(c.span.overlaps(part) for c in told for part in (*heard[n].cue, *heard[n].source))]
    if nearest and nearest[0] <= _PARAGRAPH and not anonymous:
        return nearest[1]
    return _unnamed(anonymous[0], article) if anonymous and article else None


def _unnamed(quote: Quote, article: Article) -> str | None:
    """A source without a name, in the article's words: "the complaint", "government data"; not the article's own word in any case."""
    words = " ".join(article.words(quote.source[0]).split()).split(",")[0] if quote.source else ""
    first = words.split(" ")[0]
    if not words or len(words) > _LONGEST_SOURCE or words.lower() in _PRONOUNS:
        return None if quote.kind == "indirect" and not words else "somebody unnamed"
    return first.lower() + words[len(first) :] if first.lower() in _OPENERS else words
