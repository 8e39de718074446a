"""Values become rows: the JSON that the commands print and that `stories.json` holds (docs/output.md).

Spans come out as `[start, end]` beside the id of their article. Nothing is rounded away but scores (four digits).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from samestory.model import (
    Anchor,
    Article,
    Block,
    Comparison,
    Copy,
    Credit,
    Decision,
    Event,
    Fact,
    Medium,
    Origins,
    Person,
    Point,
    Published,
    Quote,
    Relation,
    Revision,
    Saying,
    Selector,
    Silence,
    Span,
    Speaker,
    Story,
    Summary,
    Telling,
    Time,
    Unreadable,
)

Row = dict[str, Any]


def article_row(article: Article) -> Row:
    """The row of `samestory read`."""
    return {
        "id": article.id,
        "origin": article.origin,
        "url": article.url,
        "outlet": article.outlet,
        "title": article.title,
        "byline": list(article.byline),
        "published": article.published,
        "language": article.language,
        "text": article.text,
        "blocks": [_block(b) for b in article.blocks],
        "links": [{"span": _pair(link.span), "url": link.url} for link in article.links],
        "modified": article.modified,
        "section": article.section,
        "found": {told.field: told.where for told in article.told},
    }


def _block(block: Block) -> Row:
    return {
        "start": block.span.start,
        "end": block.span.end,
        "kind": block.kind,
        "rule": block.rule,
        "selector": selector_row(block.selector),
    }


def selector_row(selector: Selector | None) -> Row | None:
    """As the W3C Web Annotation Data Model writes it."""
    if selector is None:
        return None
    refined = {"type": "TextPositionSelector", "start": selector.start, "end": selector.end}
    return {"type": "XPathSelector", "value": selector.xpath, "refinedBy": refined}


def unreadable_row(unreadable: Unreadable) -> Row:
    """The row of a document that could not be read."""
    return {"origin": unreadable.origin, "unreadable": unreadable.reason}


def telling_row(telling: Telling) -> Row:
    """The row of `samestory attribute`."""
    return {
        "article": telling.article.id,
        "published": _published(telling.published),
        "quotes": [_quote(q, faint) for q, faint in _in_order(telling)],
        "silences": [_silence(s) for s in telling.silences],
        "credits": [_credit(c) for c in telling.credits],
        "times": [_time(t) for t in telling.times],
        "people": [_person(p) for p in telling.people],
        "facts": [_fact(f) for f in telling.facts],
        "names": [{"name": n.name, "kind": n.kind, "span": _pair(n.span)} for n in telling.names],
        "event": _event(telling.event),
    }


def story_row(story: Story) -> Row:
    """The row of `samestory group`."""
    return {
        "id": story.id,
        "title": story.title,
        "first": story.first,
        "last": story.last,
        "articles": list(story.articles),
        "copies": [_copy(c) for c in story.copies],
        "decisions": [decision_row(d) for d in story.decisions],
        "signed": [
            {"article": s.article, "agency": s.agency, "how": s.how, "span": _pair(s.span) if s.span else None} for s in story.signed
        ],
    }


def decision_row(decision: Decision) -> Row:
    """The row of `samestory group --online`."""
    return {
        "article": decision.article,
        "story": decision.story,
        "new": decision.new,
        "score": None if decision.score is None else round(decision.score, 4),
        "shared": list(decision.shared),
        "rule": decision.rule,
    }


def comparison_row(comparison: Comparison) -> Row:
    """The row of `samestory compare`."""
    return {
        "story": comparison.story.id,
        "sayings": [_saying(s) for s in comparison.sayings],
        "points": [_point(p) for p in comparison.points],
        "timeline": [
            {
                "first": m.first,
                "last": m.last,
                "what": m.what,
                "mentions": [_placed(s) for s in m.mentions],
                "conflicts": [{"why": c.why, "mentions": [_placed(s) for s in c.mentions]} for c in m.conflicts],
            }
            for m in comparison.timeline
        ],
        "provenance": [
            {
                "from": p.teller,
                "to": p.origin,
                "to_article": p.origin_article,
                "how": p.how,
                "evidence": [_placed(s) for s in p.evidence],
            }
            for p in comparison.provenance
        ],
        "only_in": [{"article": o.article, "spans": _pairs(o.spans)} for o in comparison.only_in],
        "left_out": [
            {"article": out.article, "statements": [[_placed(s) for s in told] for told in out.statements]} for out in comparison.left_out
        ],
        "revisions": [_revision(r) for r in comparison.revisions],
        "origins": _origins(comparison.origins),
        "summary": _summary(comparison.summary),
    }


def nested_row(comparison: Comparison) -> Row:
    """One story of `stories.json`: the story, its articles with their tellings, and the comparison."""
    tellings = [{**article_row(t.article), "telling": telling_row(t)} for t in comparison.tellings]
    return {**story_row(comparison.story), "tellings": tellings, "comparison": comparison_row(comparison)}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [_pair(span) for span in spans]


def _placed(span: Span) -> Row:
    return {"article": span.article, "span": _pair(span)}


def _published(published: Published | None) -> Row | None:
    if published is None:
        return None
    return {"day": published.day, "inferred": published.inferred, "rule": published.rule, "evidence": _pairs(published.evidence)}


def _speaker(speaker: Speaker | None) -> Row | None:
    if speaker is None:
        return None
    return {"name": speaker.name, "role": speaker.role, "kind": speaker.kind, "mentions": _pairs(speaker.mentions)}


def _medium(medium: Medium | None) -> Row | None:
    return None if medium is None else {"name": medium.name, "span": _pair(medium.span)}


def _in_order(telling: Telling) -> list[tuple[Quote, bool]]:
    every = [*((quote, False) for quote in telling.quotes), *((quote, True) for quote in telling.faint)]
    return sorted(every, key=lambda pair: (pair[0].content, pair[0].cue))


def _quote(quote: Quote, faint: bool) -> Row:
    return {
        "kind": quote.kind,
        "content": _pairs(quote.content),
        "cue": _pairs(quote.cue),
        "source": _pairs(quote.source),
        "speaker": _speaker(quote.speaker),
        "medium": _medium(quote.medium),
        "rule": quote.rule,
        "score": round(quote.score, 4),
        "faint": faint,
    }


def _silence(silence: Silence) -> Row:
    return {"kind": silence.kind, "speaker": _speaker(silence.speaker), "span": _pair(silence.span), "rule": silence.rule}


def _credit(credit: Credit) -> Row:
    return {"outlet": credit.outlet, "span": _pair(credit.span), "covers": _pair(credit.covers), "rule": credit.rule}


def _time(time: Time) -> Row:
    return {
        "span": _pair(time.span),
        "type": time.type,
        "value": time.value,
        "first": time.first,
        "last": time.last,
        "anchor": _anchor(time.anchor),
        "rule": time.rule,
    }


def _anchor(anchor: Anchor | None) -> Row | None:
    return {"of": anchor.of, "value": anchor.value, "span": _pair(anchor.span) if anchor.span else None} if anchor else None


def _person(person: Person) -> Row:
    return {
        "name": person.name,
        "names": list(person.names),
        "role": person.role,
        "age": person.age,
        "relations": [_relation(r) for r in person.relations],
        "mentions": _pairs(person.mentions),
    }


def _relation(relation: Relation) -> Row:
    return {"role": relation.role, "to": relation.to, "span": _pair(relation.span), "rule": relation.rule}


def _event(event: Event | None) -> Row | None:
    if event is None:
        return None
    return {
        "what": event.what,
        "span": _pair(event.span),
        "first": event.first,
        "last": event.last,
        "when": _pair(event.when) if event.when else None,
        "place": event.place,
        "where": _pair(event.where) if event.where else None,
        "rule": event.rule,
    }


def _fact(fact: Fact) -> Row:
    return {
        "kind": fact.kind,
        "about": fact.about,
        "value": fact.value,
        "unit": fact.unit,
        "low": fact.low,
        "high": fact.high,
        "span": _pair(fact.span),
        "stated_by": fact.stated_by,
        "rule": fact.rule,
    }


def _copy(copy: Copy) -> Row:
    return {
        "article": copy.article,
        "of": copy.of,
        "shared": round(copy.shared, 4),
        "kind": copy.kind,
        "agency": copy.agency,
        "passages": [[_pair(ours), _pair(theirs)] for ours, theirs in copy.passages],
    }


def _saying(saying: Saying) -> Row:
    versions = [
        {
            "article": v.article,
            "kind": v.kind,
            "content": _pairs(v.content),
            "text": v.text,
            "speaker": v.speaker,
            "medium": v.medium,
            "edits": [{"kind": e.kind, "ours": e.ours, "theirs": e.theirs} for e in v.edits],
        }
        for v in saying.versions
    ]
    given_to = [{"speaker": g.speaker, "articles": list(g.articles)} for g in saying.given_to]
    return {"speaker": saying.speaker, "versions": versions, "given_to": given_to}


def _point(point: Point) -> Row:
    facts = [{**_placed(f.span), "value": f.value, "said_by": f.said_by} for f in point.facts]
    return {"kind": point.kind, "about": point.about, "verdict": point.verdict, "why": point.why, "facts": facts}


def _revision(revision: Revision) -> Row:
    changes = [
        {"kind": c.kind, "why": c.why, "before": [_placed(s) for s in c.before], "after": [_placed(s) for s in c.after]}
        for c in revision.changes
    ]
    return {"earlier": revision.earlier, "later": revision.later, "why": revision.why, "changes": changes}


def _origins(origins: Origins | None) -> Row | None:
    if origins is None:
        return None
    sources = [
        {
            "name": s.name,
            "kind": s.kind,
            "articles": list(s.articles),
            "only": list(s.only),
            "evidence": [_placed(span) for span in s.evidence],
        }
        for s in origins.sources
    ]
    return {"why": origins.why, "sources": sources, "unnamed": list(origins.unnamed), "independent": list(origins.independent)}


def _summary(summary: Summary | None) -> Row | None:
    if summary is None:
        return None
    return {
        "text": summary.text,
        "articles": summary.articles,
        "outlets": summary.outlets,
        "unknown_outlets": summary.unknown_outlets,
        "earlier_versions": summary.earlier_versions,
        "independent_sources": summary.independent_sources,
        "no_source": summary.no_source,
        "shared_quotations": summary.shared_quotations,
        "contradict": summary.contradict,
        "differ": summary.differ,
    }
