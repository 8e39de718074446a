"""On whose word a value stands in an article: the outlet's own, or a speaker's; and how many of those who give it share their text.

A telling with a place in it, or the copies of a story with some articles, come in; a name, or a sentence, goes out.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from samestory.comparing.clusters import join
from samestory.model import Copy, Fact, Quote, Span, Telling

# "Ann Harwick, 49, a baker, said": who somebody is, is told by the one who writes, unless it stands between quotation marks.
OUTLETS_OWN = frozenset({"role", "name"})


def of_fact(telling: Telling, fact: Fact) -> str | None:
    """Whose word a fact is; None where it is the article's own."""
    if fact.kind in OUTLETS_OWN:
        return of_place(telling, fact.span, direct=True)
    said_by = fact.stated_by
    return None if not said_by or said_by == telling.article.outlet else _as_written(telling, said_by)


def of_place(telling: Telling, span: Span, *, direct: bool = False) -> str | None:
    """Whose words hold the place; with `direct` only those between quotation marks count."""
    holding = [quote for quote in telling.quotes if any(part.holds(span) for part in quote.content)]
    for quote in sorted(holding, key=_length):
        if direct and quote.kind != "direct":
            continue
        speaker = quote.speaker
        said_by = (speaker.name or speaker.role) if speaker else None
        if said_by:
            return _as_written(telling, said_by)
    return None


def _length(quote: Quote) -> int:
    return sum(part.end - part.start for part in quote.content)


def _as_written(telling: Telling, said_by: str) -> str:
    """The words as the article writes them: "Costa Rican officials", not "costa Rican officials"."""
    at = telling.article.text.casefold().find(said_by.casefold())
    written = telling.article.text[at : at + len(said_by)] if at >= 0 else said_by
    return written if written.casefold() == said_by.casefold() else said_by


def shared_text(articles: Collection[str], copies: Sequence[Copy]) -> str | None:
    """A sentence on those of the articles that share their text; None where all wrote for themselves."""
    listed = list(dict.fromkeys(articles))
    place = {article: at for at, article in enumerate(listed)}
    pairs = [(place[copy.article], place[copy.of]) for copy in copies if copy.article in place and copy.of in place]
    groups = [group for group in join(len(listed), pairs) if len(group) > 1]
    if not groups:
        return None
    sharing = sum(map(len, groups))
    if len(groups) == 1 and sharing == len(listed):
        return f"{'Both' if sharing == 2 else f'All {sharing}'} articles share their text, so the one does not confirm the other"
    return f"{sharing} of the {len(listed)} articles share their text"
