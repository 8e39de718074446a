"""Tellings and comparisons laid out as rows of the plain tables of `samestory.db` (store.sql), so that any tool can ask it.

A value comes in; its rows go out, each with the name of its table, columns in the table's order. Knows no SQL.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from samestory.model import Comparison, Span, Telling

Row = tuple[str, tuple[object, ...]]  # the table, and the values of its columns
OF_A_STORY = ("compared", "only_in", "revisions", "sources", "provenance", "timeline", "points", "sayings", "copies", "members")
OF_AN_ARTICLE = ("facts", "people", "times", "credits", "silences", "quotes", "tellings")


def json_of(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def of_article(telling: Telling) -> tuple[object, ...]:
    """The row of the table `articles`, without its number."""
    article = telling.article
    blocks = [{"start": b.span.start, "end": b.span.end, "kind": b.kind, "rule": b.rule} for b in article.blocks]
    inferred = telling.published is not None and telling.published.inferred
    given = (article.id, article.origin, article.url, article.outlet, article.title, json_of(article.byline), article.published)
    return (*given, telling.day, int(inferred), article.language, article.text, json_of(blocks))


def of_telling(telling: Telling) -> Iterator[Row]:
    """What was found in an article."""
    yield from _said(telling)
    yield from _stated(telling)


def of_comparison(comparison: Comparison) -> Iterator[Row]:
    """What was found of a story, the story itself first."""
    story = comparison.story
    told = (comparison.summary.text if comparison.summary else None, comparison.origins.why if comparison.origins else None)
    yield "stories", (story.id, story.title, story.first, story.last, len(story.articles), *told)
    why = {d.article: (d.score, json_of(d.shared), d.rule) for d in story.decisions}
    for n, article in enumerate(story.articles):
        yield "members", (story.id, article, n, *why.get(article, (None, "[]", "")))
    for n, c in enumerate(story.copies):
        passages = [[[a.start, a.end], [b.start, b.end]] for a, b in c.passages]
        yield "copies", (story.id, n, c.article, c.of, c.shared, json_of(passages), c.kind, c.agency)
    for n, saying in enumerate(comparison.sayings):
        for m, v in enumerate(saying.versions):
            edits = [{"kind": e.kind, "ours": e.ours, "theirs": e.theirs} for e in v.edits]
            said = (v.article, v.kind, v.speaker, v.medium, v.text, _spans(v.content), json_of(edits))
            yield "sayings", (story.id, n, m, *said)
    yield from _compared(comparison)


def _compared(comparison: Comparison) -> Iterator[Row]:
    story = comparison.story.id
    for n, p in enumerate(comparison.points):
        facts = [{"article": f.article, "span": [f.span.start, f.span.end], "value": f.value} for f in p.facts]
        yield "points", (story, n, p.kind, p.about, p.verdict, p.why, json_of(facts))
    for n, m in enumerate(comparison.timeline):
        yield "timeline", (story, n, m.first, m.last, m.what, _placed(m.mentions))
    for n, e in enumerate(comparison.provenance):
        yield "provenance", (story, n, e.teller, e.origin, int(e.origin_article), e.how, _placed(e.evidence))
    for n, source in enumerate(comparison.origins.sources if comparison.origins else ()):
        given = (source.name, source.kind, json_of(source.articles), json_of(source.only), _placed(source.evidence))
        yield "sources", (story, n, *given)
    for n, r in enumerate(comparison.revisions):
        changes = [(c.kind, c.why, [[s.start, s.end] for s in c.before], [[s.start, s.end] for s in c.after]) for c in r.changes]
        changed = [dict(zip(("kind", "why", "before", "after"), change, strict=True)) for change in changes]
        yield "revisions", (story, n, r.earlier, r.later, r.why, json_of(changed))
    for only in comparison.only_in:
        text = comparison.telling(only.article).article.text
        for n, s in enumerate(only.spans):
            yield "only_in", (story, only.article, n, s.of(text), s.start, s.end)


def _said(telling: Telling) -> Iterator[Row]:
    article = telling.article
    for n, q in enumerate(telling.quotes):
        who = (q.speaker.name, q.speaker.role, q.speaker.kind) if q.speaker else (None, None, None)
        words = " … ".join(article.words(s) for s in q.content)
        where = (_spans(q.content), _spans(q.cue), _spans(q.source))
        yield "quotes", (article.id, n, q.kind, words, *who, q.medium.name if q.medium else None, *where, q.rule, q.score)
    for n, s in enumerate(telling.silences):
        name = s.speaker.name if s.speaker else None
        yield "silences", (article.id, n, s.kind, article.words(s.span), name, s.span.start, s.span.end, s.rule)
    for n, c in enumerate(telling.credits):
        place = (c.span.start, c.span.end, c.covers.start, c.covers.end)
        yield "credits", (article.id, n, c.outlet, article.words(c.span), *place, c.rule)


def _stated(telling: Telling) -> Iterator[Row]:
    article = telling.article
    for n, t in enumerate(telling.times):
        yield "times", (article.id, n, t.type, article.words(t.span), t.value, t.first, t.last, t.span.start, t.span.end, t.rule)
    for n, p in enumerate(telling.people):
        yield "people", (article.id, n, p.name, p.role, p.age, _spans(p.mentions))
    for n, f in enumerate(telling.facts):
        what = (f.kind, f.about, f.value, f.unit, f.low, f.high, article.words(f.span))
        yield "facts", (article.id, n, *what, f.span.start, f.span.end, f.stated_by, f.rule)


def _spans(spans: Iterable[Span]) -> str:
    return json.dumps([[s.start, s.end] for s in spans])


def _placed(spans: Iterable[Span]) -> str:
    return json_of([{"article": s.article, "span": [s.start, s.end]} for s in spans])
