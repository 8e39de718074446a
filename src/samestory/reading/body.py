"""Which lines of a page are its article: those that three extractors agree on.

The lines of a page come in, with its markup; a set of line numbers goes out. trafilatura finds nearly all of an article
and some furniture, readability and resiliparse err elsewhere: a line that all of them keep is body (BLOCKS.md: F1 .969
against .960 for the best of them alone). Which kind a body line is, and what patterns give away, is not decided here.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import trafilatura
from readability import Document
from readability.readability import Unparseable
from resiliparse.extract.html2text import extract_plain_text

from samestory.reading import layout
from samestory.reading.layout import Element, Line
from samestory.reading.source import CannotRead

for _name in ("trafilatura", "readability", "htmldate"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # what they have to say is said by our `Unreadable`

RUN = 4  # words of a line that have to stand in a row in what an extractor keeps
SHARE = 0.75  # of a line's runs, how many
LEAST_WORDS = 25  # an extractor that keeps less has failed and has no vote
LEAST_SHARE = 0.3  # nor one that keeps less than this share of what trafilatura keeps
_WORD = re.compile(r"\w+")


def wordlist(text: str) -> tuple[str, ...]:
    """The words of a line, for comparing."""
    return tuple(_WORD.findall(text.casefold()))


@dataclass(frozen=True)
class Vote:
    """What one extractor keeps of a page."""

    words: tuple[tuple[str, ...], ...]  # line by line

    @cached_property
    def _lines(self) -> frozenset[tuple[str, ...]]:
        return frozenset(self.words)

    @cached_property
    def _runs(self) -> frozenset[tuple[str, ...]]:
        flat = [word for line in self.words for word in line]
        return frozenset(zip(*(flat[at:] for at in range(RUN)), strict=False))

    @property
    def size(self) -> int:
        return sum(map(len, self.words))

    def keeps(self, words: tuple[str, ...]) -> bool:
        """Whether a line of the page is kept."""
        if words in self._lines:
            return True
        runs = [words[at : at + RUN] for at in range(len(words) - RUN + 1)]
        return bool(runs) and sum(run in self._runs for run in runs) >= SHARE * len(runs)


def find(lines: Sequence[Line], tree: Element, markup: str) -> set[int]:
    """The numbers of the lines that are the article's."""
    votes = [_trafilatura(tree), _readability(markup), _resiliparse(markup)]
    most = votes[0].size or max(vote.size for vote in votes)
    votes = [vote for vote in votes if vote.size >= max(LEAST_WORDS, LEAST_SHARE * most)]
    words = [wordlist(line.text) for line in lines]
    return {at for at, line in enumerate(words) if votes and line and all(vote.keeps(line) for vote in votes)}


def _vote(text: str) -> Vote:
    return Vote(tuple(words for line in text.split("\n") if (words := wordlist(line))))


def _trafilatura(tree: Element) -> Vote:
    found = trafilatura.bare_extraction(tree, fast=True, include_comments=False, include_tables=True, with_metadata=False)
    return _vote((found.text or "") if found else "")


def _readability(markup: str) -> Vote:
    try:
        kept = Document(markup).summary(html_partial=True)
        return Vote(tuple(wordlist(line.text) for line in layout.lines(layout.parse(kept))))
    except (Unparseable, CannotRead, ValueError, TypeError):
        return Vote(())


def _resiliparse(markup: str) -> Vote:
    return _vote(extract_plain_text(markup, main_content=True, alt_texts=False, list_bullets=False, preserve_formatting=True))
