"""Runs of words that articles share outside quotation marks, too few to make a copy: who shares them did not write alone.

Tellings come in; for each article the runs that another one has too go out, as keys. Nothing here says who took them from whom.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from samestory.comparing.wording import keys
from samestory.model import Span, Telling

RUN = 8  # words in a row, as in `copies`
_Run = tuple[str, ...]


def shared(tellings: Sequence[Telling]) -> dict[str, frozenset[_Run]]:
    """By article the runs of words that stand in another article too."""
    having: dict[_Run, set[str]] = defaultdict(set)
    for telling in tellings if len(tellings) > 1 else ():
        for run in _runs(telling):
            having[run].add(telling.article.id)
    found: dict[str, set[_Run]] = {telling.article.id: set() for telling in tellings}
    for run, articles in having.items():
        if len(articles) > 1:
            for article in articles:
                found[article].add(run)
    return {article: frozenset(runs) for article, runs in found.items()}


def _runs(telling: Telling) -> set[_Run]:
    said = sorted(content for quote in telling.quotes if quote.kind == "direct" for content in quote.content)
    runs: set[_Run] = set()
    for sentence in telling.sentences:
        for piece in _unquoted(sentence, [content for content in said if content.overlaps(sentence)]):
            words = keys(telling.article.words(piece))
            runs |= {words[at : at + RUN] for at in range(len(words) - RUN + 1)}
    return runs


def _unquoted(sentence: Span, said: Sequence[Span]) -> Iterator[Span]:
    """What of a sentence stands between no marks."""
    at = sentence.start
    for content in said:
        if content.start > at:
            yield Span(sentence.article, at, content.start)
        at = max(at, content.end)
    if at < sentence.end:
        yield Span(sentence.article, at, sentence.end)
