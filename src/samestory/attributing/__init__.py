"""The second step: who said what, where from, when, how many - in one article, needing no other.

Article -> Telling
"""

from __future__ import annotations

from samestory import language
from samestory.attributing import credits, dates, facts, mainly, names, quotes, resting, sourced
from samestory.model import Article, Telling


def attribute(article: Article) -> Telling:
    """Everything samestory finds in one article: quotations, credits, times, people, facts."""
    with resting.collector():
        return _attribute(article)


def _attribute(article: Article) -> Telling:
    passages = language.parse(article)
    named = names.find(passages)
    roster = names.people(article, passages, named)
    published = dates.publication(article, passages)
    times = dates.find(article, passages, published)
    outlets = credits.named(article, passages)
    credited = credits.find(article, passages, outlets)
    said = quotes.find(article, passages, roster, credited)
    credited = sourced.add(article, passages, outlets, credited, said.quotes)
    stated, aged = facts.find(article, passages, roster, times)
    return Telling(
        article=article,
        published=published,
        quotes=said.quotes,
        silences=said.silences,
        credits=credited,
        times=times,
        people=aged,
        facts=facts.on_whose_word(stated, said.quotes, credited, article),
        names=named,
        sentences=tuple(language.sentences(passages)),
        faint=said.faint,
        event=mainly.find(article, passages, times),
    )
