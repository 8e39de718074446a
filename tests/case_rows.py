"""What the steps found, put into words: a value comes in, the rows come out that the expected lines of a case are held against.

`names` gives each article its short name in the case: a letter, or in the demo's truth a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import permutations

from case_files import Row, row
from samestory.model import Article, Comparison, Copy, Quote, Span, Speaker, Story, Telling, Unreadable


def of_document(letter: str, one: Article | Unreadable) -> Iterator[Row]:
    if isinstance(one, Unreadable):
        yield row("unreadable", article=letter, reason=one.reason)
        return
    byline = ", ".join(one.byline) or None
    yield row("article", article=letter, title=one.title, outlet=one.outlet, published=one.published, byline=byline,
              language=one.language, url=one.url, text=one.text, modified=one.modified, section=one.section)  # fmt: skip
    for told in one.told:
        yield row("found", told.field, where=told.where, article=letter)
    for block in one.blocks:
        yield row("block", block.kind, words=one.words(block.span), article=letter, rule=block.rule)
    for link in one.links:
        yield row("link", words=one.words(link.span), url=link.url, article=letter)


def of_telling(letter: str, telling: Telling) -> Iterator[Row]:
    words = telling.article.words
    if telling.published:
        published = telling.published
        yield row("published", article=letter, day=published.day, inferred=published.inferred, words=tuple(map(words, published.evidence)))
    for quote in telling.quotes:
        yield _quote_row(letter, telling.article, quote)
    for silence in telling.silences:
        yield row("silence", silence.kind, words=words(silence.span), article=letter, **_speaker(silence.speaker))
    for credit in telling.credits:
        yield row("credit", outlet=credit.outlet, words=words(credit.span), covers=words(credit.covers), article=letter)
    for time in telling.times:
        yield row("time", time.type, words=words(time.span), value=time.value, first=time.first, last=time.last, article=letter)
    yield from _people_rows(letter, telling)
    for fact in telling.facts:
        yield row("fact", fact.kind, about=fact.about, value=fact.value, unit=fact.unit, low=fact.low, high=fact.high,
                  words=words(fact.span), stated_by=fact.stated_by, article=letter)  # fmt: skip
    for name in telling.names:
        yield row("name", name.kind, name=name.name, words=words(name.span), article=letter)
    for sentence in telling.sentences:
        yield row("sentence", words=words(sentence), article=letter)


def _people_rows(letter: str, telling: Telling) -> Iterator[Row]:
    words = telling.article.words
    for person in telling.people:
        mentions = tuple(map(words, person.mentions))
        names = ", ".join(person.names)
        yield row("person", name=person.name, role=person.role, age=person.age, words=mentions, names=names, article=letter)
        for tie in person.relations:
            yield row("relation", name=person.name, role=tie.role, to=tie.to, words=words(tie.span), rule=tie.rule, article=letter)
    if telling.event:
        event = telling.event
        where = words(event.where) if event.where else None
        when = words(event.when) if event.when else None
        yield row("event", what=event.what, first=event.first, last=event.last, place=event.place, words=words(event.span),
                  when=when, where=where, article=letter)  # fmt: skip


def _quote_row(letter: str, article: Article, quote: Quote) -> Row:
    pieces = {key: _pieces(article, spans) for key, spans in (("content", quote.content), ("cue", quote.cue), ("source", quote.source))}
    medium = quote.medium.name if quote.medium else None
    return row("quote", quote.kind, **pieces, **_speaker(quote.speaker), medium=medium, article=letter, rule=quote.rule)


def _speaker(speaker: Speaker | None) -> dict[str, str | None]:
    if speaker is None:
        return {"speaker": None, "role": None, "who": None}
    return {"speaker": speaker.name, "role": speaker.role, "who": speaker.kind}


def of_stories(stories: tuple[Story, ...], articles: Mapping[str, Article], names: Mapping[str, str]) -> Iterator[Row]:
    for story in stories:
        yield row("story", articles=", ".join(sorted(names[one] for one in story.articles)), title=story.title)
    home = {names[one]: story.id for story in stories for one in story.articles}
    for one, other in permutations(sorted(home), 2):
        yield row("together" if home[one] == home[other] else "apart", articles=f"{one}, {other}")
    for story in stories:
        for copy in story.copies:
            yield _copy_row(copy, articles, names)


def _copy_row(copy: Copy, articles: Mapping[str, Article], names: Mapping[str, str]) -> Row:
    passages = tuple(articles[copy.article].words(ours) for ours, _ in copy.passages)
    return row("copy", article=names[copy.article], of=names[copy.of], words=passages, shared=round(copy.shared, 2))


def of_comparison(comparison: Comparison, names: Mapping[str, str]) -> Iterator[Row]:
    for saying in comparison.sayings:
        texts = {names[version.article]: version.text for version in saying.versions}
        edits = sorted({edit.kind for version in saying.versions for edit in version.edits})
        yield row("saying", speaker=saying.speaker, **texts, edits=", ".join(edits) or None)
    for point in comparison.points:
        values: dict[str, list[str]] = {}
        for fact in point.facts:
            values.setdefault(names[fact.article], []).append(str(fact.value))
        yield row("point", point.verdict, kind=point.kind, about=point.about, **values, why=point.why)
    for moment in comparison.timeline:
        mentions = tuple(_words(comparison, span) for span in moment.mentions)
        yield row("moment", first=moment.first, last=moment.last, what=moment.what, words=mentions)
    for step in comparison.provenance:
        to = names[step.origin] if step.origin_article else step.origin
        evidence = tuple(_words(comparison, span) for span in step.evidence)
        yield row("provenance", step.how, **{"from": names[step.teller]}, to=to, words=evidence)
    for only in comparison.only_in:
        yield row("only_in", article=names[only.article], words=tuple(_words(comparison, span) for span in only.spans))


def _words(comparison: Comparison, span: Span) -> str:
    return comparison.telling(span.article).article.words(span)


def _pieces(article: Article, spans: tuple[Span, ...]) -> str | None:
    return " ... ".join(" ".join(article.words(span).split()) for span in spans) or None
