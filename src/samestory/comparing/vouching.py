"""On whose word a value stands in an article: the outlet's own, or a speaker's; and how many of those who give it share their text.

A telling with a place in it, or the copies of a story with some articles, come in; a name, or a sentence, goes out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from samestory.comparing.clusters import join
from samestory.model import Copy, Fact, Quote, Span, Telling

# "Ann Harwick, 49, a baker, said": who somebody is, is told by the one who writes, unless it stands between quotation marks.
OUTLETS_OWN = frozenset({"role", "name"})
# "The mayor was shocked by a fire that left 50 dead": the mayor's words are not the number's.
_BACKGROUND = re.compile(r"\w,? (?:that|which|who) (?:\w+ ){0,2}?(?:left|shot|took|hit|\w+ed)\b", re.I)
# "She and Joel Tarn, her friend of nearly four years, had parted"
_BESIDE, _CLOSES = re.compile(r", (?:his|her|their|its) [^,.;]*$"), re.compile(r"[^,.;]{0,30},")
_SAYERS = frozenset({"person", "group", "organisation"})


def of_fact(telling: Telling, fact: Fact) -> str | None:
    """Whose word a fact is; None where it is the article's own."""
    if fact.kind in OUTLETS_OWN:
        return of_place(telling, fact.span, direct=True)
    return of_place(telling, fact.span) if fact.stated_by and fact.stated_by != telling.article.outlet else None


def of_place(telling: Telling, span: Span, *, direct: bool = False) -> str | None:
    """Whose words hold the place; with `direct` only those between quotation marks count."""
    holding = [quote for quote in telling.quotes if any(part.holds(span) for part in quote.content)]
    for quote in sorted(holding, key=_length):
        if (direct and quote.kind != "direct") or _only_background(telling, quote, span):
            continue
        speaker = quote.speaker
        said_by = (speaker.name or speaker.role) if speaker and speaker.kind in _SAYERS else None
        if said_by:
            return _as_written(telling, said_by)
    return None


def _only_background(telling: Telling, quote: Quote, span: Span) -> bool:
    """Whether the place lies in a clause by which the writer tells what the speaker speaks of."""
    part = next(part for part in quote.content if part.holds(span))
    if quote.kind == "direct":
        return False
    before, after = telling.article.text[part.start : span.start], telling.article.text[span.end : part.end]
    return bool(_BACKGROUND.search(before) or (_BESIDE.search(before) and _CLOSES.match(after)))


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
