"""How many words of a shared passage are nobody else's: no quotation, no embedded post, no caption.

Tellings and sayings come in; for two places with the same words the number of those that both articles tell in words of their own
goes out. Two articles that print one tweet, one statement or the captions of one gallery share no text of either.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from samestory.comparing import wording
from samestory.model import Block, Saying, Span, Telling

LONGEST_POST = 600  # characters; in a longer paragraph only the sentence with the name of an account is the post
_CAPTIONS = frozenset({"caption", "photo_credit"})
_MARKED = re.compile(r"“[^”\n]+”|\"[^\"\n]+\"|«[^»\n]+»")
_POST = re.compile(r"(?<![\w.])@\w{2,}|\bpic\.twitter\.com/|\bt\.co/|\b(?:A|This) post shared by\b", re.I)
_GALLERY = re.compile(
    r"\W*(?:(?:photos?|pictures?|images?|gallery|slideshow|in pictures|photo gallery)\s*(?:[:|–—]|- )|hide captions?\b)", re.I
)


class OwnWords:
    """What of the articles of a story is told in their own words."""

    def __init__(self, tellings: Sequence[Telling], sayings: Sequence[Saying]) -> None:
        self._by = {telling.article.id: telling for telling in tellings}
        self._said: dict[str, list[Span]] = defaultdict(list)
        for version in chain.from_iterable(saying.versions for saying in sayings):
            self._said[version.article] += version.content
        self._others: dict[str, list[Span]] = {}

    def shared(self, ours: Span, theirs: Span) -> int:
        """The words of two places that are own words in both."""
        own, other = self._own(ours), self._own(theirs)
        return sum(map(min, own, other)) if len(own) == len(other) else min(sum(own), sum(other))

    def _own(self, passage: Span) -> list[bool]:
        """Of each word of a passage whether it is the article's own."""
        telling = self._by[passage.article]
        if passage.article not in self._others:
            self._others[passage.article] = [*_others(telling, self._said)]
        near = [span for span in self._others[passage.article] if span.overlaps(passage)]
        found, at = [], passage.start
        for word in wording.split(telling.article.words(passage)):
            start = at + len(word.before)
            at = start + len(word.text)
            found.append(not any(span.start < at and start < span.end for span in near))
        return found


def galleries(telling: Telling) -> tuple[Span, ...]:
    """The paragraphs of an article that are the captions of a picture gallery: what stands there was written for other articles too."""
    return tuple(block.span for block in telling.article.blocks if _GALLERY.match(telling.article.words(block.span)))


def _others(telling: Telling, said: Mapping[str, Sequence[Span]]) -> Iterator[Span]:
    """The places of an article that are somebody else's words, or stand under a picture."""
    article = telling.article
    yield from said.get(article.id, ())
    yield from chain.from_iterable(quote.content for quote in telling.quotes if quote.kind == "direct")
    yield from (article.span(*found.span()) for found in _MARKED.finditer(article.text))
    yield from galleries(telling)
    for block in article.blocks:
        if block.kind in _CAPTIONS:
            yield block.span
        elif _POST.search(article.words(block.span)):
            yield from _posts(telling, block)


def _posts(telling: Telling, block: Block) -> Iterator[Span]:
    if block.span.end - block.span.start <= LONGEST_POST:
        yield block.span
    else:
        within = (sentence for sentence in telling.sentences if block.span.holds(sentence))
        yield from (sentence for sentence in within if _POST.search(telling.article.words(sentence)))
