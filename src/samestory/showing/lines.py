"""What a command prints for a value: one JSON row, or a few plain lines for a person at a terminal."""

from __future__ import annotations

from collections import Counter

from samestory.model import Article, Comparison, Decision, Story, Telling, Unreadable
from samestory.showing import export

Shown = Article | Telling | Story | Decision | Comparison | Unreadable
UNKNOWN = "unknown"


def row(value: Shown) -> export.Row:
    """The row of the contract for a value of any step."""
    match value:
        case Article():
            return export.article_row(value)
        case Telling():
            return export.telling_row(value)
        case Story():
            return export.story_row(value)
        case Decision():
            return export.decision_row(value)
        case Comparison():
            return export.comparison_row(value)
        case Unreadable():
            return export.unreadable_row(value)


def plain(value: Shown) -> str:
    """A few lines for a person; the whole of it is in the JSON and on the page."""
    match value:
        case Article():
            return _article(value)
        case Telling():
            return _telling(value)
        case Story():
            return _story(value)
        case Decision():
            verb = "opens" if value.new else "joins"
            return f"{value.article} {verb} {value.story}: {value.rule}" + (f" ({', '.join(value.shared)})" if value.shared else "")
        case Comparison():
            return _comparison(value)
        case Unreadable():
            return f"UNREADABLE {value.origin}: {value.reason}"


def _article(article: Article) -> str:
    kinds = Counter(block.kind for block in article.blocks)
    return "\n".join(
        [
            article.title or "(no title)",
            f"  {article.outlet or f'outlet {UNKNOWN}'} | {', '.join(article.byline) or f'author {UNKNOWN}'}"
            f" | {article.published or f'date {UNKNOWN}'} | {article.id}",
            f"  {', '.join(f'{n} {kind}' for kind, n in sorted(kinds.items()))} | {article.origin}",
        ]
    )


def _telling(telling: Telling) -> str:
    lines = [telling.article.title or telling.article.origin]
    for quote in telling.quotes:
        who = (quote.speaker.name or quote.speaker.role or "unnamed") if quote.speaker else UNKNOWN
        words = " … ".join(telling.article.words(span) for span in quote.content)
        lines.append(f"  {quote.kind:8} {who}: {_short(words)}")
    lines += [f"  no word  {telling.article.words(silence.span)}" for silence in telling.silences]
    lines += [f"  credit   {credit.outlet}: {_short(telling.article.words(credit.covers))}" for credit in telling.credits]
    lines += [f"  {fact.kind:8} {fact.about}: {telling.article.words(fact.span)}" for fact in telling.facts]
    return "\n".join(lines)


def _story(story: Story) -> str:
    head = f"{story.title} ({story.first or UNKNOWN} to {story.last or UNKNOWN}, {len(story.articles)} articles)"
    copies = [f"  {c.article} copies {c.of} ({c.shared:.0%})" for c in story.copies]
    return "\n".join([head, *(f"  {article}" for article in story.articles), *copies])


def _comparison(comparison: Comparison) -> str:
    lines = [f"{comparison.story.title} ({len(comparison.tellings)} articles)"]
    for saying in comparison.sayings:
        lines.append(f"  said by {saying.speaker or UNKNOWN}, in {len(saying.versions)} articles: {_short(saying.versions[0].text)}")
    lines += [f"  {point.verdict:10} {point.why}" for point in comparison.points if point.verdict != "alone"]
    return "\n".join(lines)


def _short(words: str, longest: int = 110) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= longest else flat[: longest - 1].rsplit(" ", 1)[0] + "…"
