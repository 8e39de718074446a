"""The quoted words of one article, sentence by sentence.

A telling comes in; `Utterance`s go out: the sentences that stand between quotation marks, each joined over the cue that
breaks it. One article may quote in one quotation what another gives as two, so sentences are what is lined up.
Words outside the marks are the reporter's own and never part of an utterance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samestory.comparing import wording
from samestory.model import Quote, QuoteKind, Span, Telling
from samestory.text import BLANKS, CLOSING, DASHES, DOUBLE, OPENING, SINGLE, trim

FEWEST_WORDS = 3  # "I love you" is an utterance; "disaster" is a word that two reporters may both have heard
MARKED_SHARE = 0.5  # of a direct quotation that must stand between marks, else it is a dialogue without marks and taken whole

_ENDS = re.compile(r"""[.!?…]+["'”’)\]]*(?=\s+["'“‘(\[]*[A-Z0-9])""")
_STOPPED = re.compile(r"""[.!?…]["'”’)\]]*\s*$""")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Sen|Gov|Gen|Rep|Lt|Col|Sgt|Capt|Jr|Sr|No|vs|Prof|Rev|Hon)|\b[A-Z](?:\.[A-Z])*|[ap]\.m)\.$"
)


@dataclass(frozen=True, slots=True)
class Utterance:
    """One quoted sentence, or the part of it that the article quotes."""

    article: str
    place: int  # of the article in the story
    quote: int  # of the quotation in the article
    kind: QuoteKind
    pieces: tuple[Span, ...]  # without the marks
    text: str
    words: tuple[str, ...]  # keys
    speaker: str | None
    medium: str | None


def spoken(telling: Telling, place: int) -> Iterator[Utterance]:
    """The utterances of a telling, in order of its quotations."""
    marked = tuple(_marked(telling))
    for number, quote in enumerate(telling.quotes):
        if quote.kind == "indirect":
            continue
        text = telling.article.text
        for sentence in _sentences(text, tuple(_stretches(text, quote, marked)), quote.kind):
            pieces = _tidied(text, sentence)
            said = " ".join(text[start:end] for start, end in pieces)
            words = wording.keys(said)
            if len(words) >= FEWEST_WORDS <= len(said.split()):  # "all-options-open" is one word of the reporter's
                yield Utterance(
                    telling.article.id,
                    place,
                    number,
                    quote.kind,
                    tuple(telling.article.span(start, end) for start, end in pieces),
                    said,
                    words,
                    quote.speaker.name if quote.speaker else None,
                    quote.medium.name if quote.medium else None,
                )


def _marked(telling: Telling) -> Iterator[tuple[int, int]]:
    """What stands between double quotation marks; the end of a paragraph ends an open quotation."""
    text = telling.article.text
    for block in telling.article.blocks:
        opened: int | None = None
        for at in range(block.span.start, block.span.end):
            mark = text[at]
            if mark not in DOUBLE:
                continue
            if mark in OPENING or (mark not in CLOSING and opened is None):
                opened = at + 1
            elif opened is not None:
                yield opened, at
                opened = None
        if opened is not None:
            yield opened, block.span.end


def _stretches(text: str, quote: Quote, marked: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, int]]:
    """The quoted parts of a quotation's content, in order."""
    for piece in sorted(quote.content):
        inside = [(max(start, piece.start), min(end, piece.end)) for start, end in marked if start < piece.end and piece.start < end]
        covered = sum(end - start for start, end in inside)
        if quote.kind == "direct" and covered < MARKED_SHARE * (piece.end - piece.start):
            inside = [(piece.start, piece.end)]
        for start, end in inside:
            start, end = trim(text, start, end, BLANKS + DOUBLE + SINGLE if quote.kind == "direct" else BLANKS)
            if start < end:
                yield start, end


def _sentences(text: str, stretches: tuple[tuple[int, int], ...], kind: QuoteKind) -> Iterator[tuple[tuple[int, int], ...]]:
    """The stretches cut into sentences; a sentence that a cue breaks keeps both its parts."""
    open_pieces: list[tuple[int, int]] = []
    for start, end in stretches:
        if open_pieces and not _goes_on(text, open_pieces[-1][1], start, kind):
            yield tuple(open_pieces)
            open_pieces = []
        *whole, last = _cut(text, start, end)
        for sentence in whole:
            yield (*open_pieces, sentence)
            open_pieces = []
        open_pieces.append(last)
    if open_pieces:
        yield tuple(open_pieces)


def _tidied(text: str, pieces: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The pieces without the comma that a cue asks for at their end, and without a dash at their start."""
    *before, (start, end) = pieces
    tidy = (*before, trim(text, start, end, BLANKS + ","))
    start, end = tidy[0]
    opened = (trim(text, start, end, BLANKS + DASHES)[0], end)
    return tuple(piece for piece in (opened, *tidy[1:]) if piece[0] < piece[1])


def _goes_on(text: str, end: int, start: int, kind: QuoteKind) -> bool:
    """Whether the sentence that stops at `end` goes on at `start`: '"We are sad," she said, "to share this."'"""
    between = text[end:start]
    if _STOPPED.search(text[max(0, end - 4) : end]) or _STOPPED.search(between.rstrip(BLANKS + DOUBLE)):
        return False
    if not between.strip(BLANKS + DOUBLE):
        return True
    # Fragments inside the reporter's own sentence ("a disaster" that "hurt all") are not one; before a cue stands a comma.
    return kind == "direct" and (text[end - 1] in ",-–—" or between.lstrip(BLANKS + DOUBLE)[:1] in ",-–—")


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch as sentences; always at least one."""
    found: list[tuple[int, int]] = []
    at = start
    for stop in _ENDS.finditer(text, start, end):
        if _ABBREVIATED.search(text, at, stop.end()):
            continue
        found.append((at, stop.end()))
        at, _ = trim(text, stop.end(), end)
    if at < end or not found:
        found.append((at, end))
    return found
