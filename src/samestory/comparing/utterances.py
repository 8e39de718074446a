"""The quoted words of one article, sentence by sentence.

A telling comes in; `Utterance`s go out: the sentences that stand between quotation marks, each joined over the cue that
breaks it. One article may quote in one quotation what another gives as two, so sentences are what is lined up.
Words outside the marks are the reporter's own and never part of an utterance. What stands between marks without a source
that the article's telling knows comes out too, as loose: a second paragraph of a quotation, an advertisement, a title.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from samestory.comparing import wording
from samestory.model import Quote, QuoteKind, Span, Telling
from samestory.text import BLANKS, CLOSING, DASHES, DOUBLE, OPENING, SINGLE, trim

FEWEST_WORDS = 3  # "I love you" is an utterance; "disaster" is a word that two reporters may both have heard
FEWEST_LOOSE = 5  # words between marks without a source: fewer are titles and catchwords
TITLE_WORD = 4  # letters
TITLE_SHARE = 0.7  # of the long words that begin with a capital
MARKED_SHARE = 0.5  # of a direct quotation that must stand between marks, else it is a dialogue without marks and taken whole

LOOSE = -1  # for the number of a quotation: what stands between marks without one
# 'We are here,' she said: the mark opens before a letter and closes after a stop, so that an apostrophe is neither.
_SINGLE = re.compile(r"""(?<![\w.,!?])['‘](?P<said>(?=[A-Z@#])[^"“”\n]{20,900}?[.,!?])['’](?=[\s]|$)""")
_SINGLE_PART = re.compile(
    r"""(?<!\w)['‘](?P<said>[A-Za-z](?:[^"“”\n'’]|(?<=\w)['’](?=\w)){24,400}?)['’](?=[\s.,;:?!])"""
)  # hailed as 'a boon to all'
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

    @property
    def loose(self) -> bool:
        """Whether it stands between marks without a source."""
        return self.quote == LOOSE


def spoken(telling: Telling, place: int) -> Iterator[Utterance]:
    """The utterances of a telling, in order of its quotations; what is loose comes last."""
    marked, single = tuple(_marked(telling)), tuple(_singly_marked(telling))
    for number, quote in enumerate(telling.quotes):
        if quote.kind == "indirect":
            continue
        stretches = tuple(_stretches(telling.article.text, quote, marked)) or tuple(_stretches(telling.article.text, quote, single))
        for sentence in _sentences(telling.article.text, stretches, quote.kind):
            if utterance := _utterance(telling, place, number, sentence):
                yield utterance
    held = sorted((piece.start, piece.end) for quote in telling.quotes if quote.kind != "indirect" for piece in quote.content)
    for start, end in _unheld(telling, marked, single, held):
        number = _holding(telling, start, end)
        for sentence in _sentences(telling.article.text, ((start, end),), "direct"):
            utterance = _utterance(telling, place, number, sentence)
            if utterance and len(utterance.words) >= FEWEST_LOOSE and not (utterance.loose and _title_like(utterance.text)):
                yield utterance


def _title_like(text: str) -> bool:
    """Whether nearly every long word has a capital: a book, not words that were said."""
    long = [word for word in text.split() if sum(letter.isalpha() for letter in word) >= TITLE_WORD]
    return sum(word.lstrip("\"'‘“(#@")[:1].isupper() for word in long) >= TITLE_SHARE * len(long)


def _holding(telling: Telling, start: int, end: int) -> int:
    """The number of the indirect quotation that these marked words are, where single marks hid that they are quoted."""
    for number, quote in enumerate(telling.quotes):
        if any(piece.start <= start + 1 and end <= piece.end + 1 for piece in quote.content):
            return number
    return LOOSE


def _utterance(telling: Telling, place: int, number: int, sentence: tuple[tuple[int, int], ...]) -> Utterance | None:
    """A quoted sentence as an utterance; None where it is too little."""
    quote = telling.quotes[number] if number != LOOSE else None
    pieces = _tidied(telling.article.text, sentence)
    said = " ".join(telling.article.text[start:end] for start, end in pieces)
    words = wording.keys(said)
    if len(words) < FEWEST_WORDS or len(said.split()) < FEWEST_WORDS:  # "all-options-open" is one word of the reporter's
        return None
    return Utterance(
        telling.article.id,
        place,
        number,
        "mixed" if quote and quote.kind == "mixed" else "direct",
        tuple(telling.article.span(start, end) for start, end in pieces),
        said,
        words,
        quote.speaker.name if quote and quote.speaker else None,
        quote.medium.name if quote and quote.medium else None,
    )


def _singly_marked(telling: Telling) -> Iterator[tuple[int, int]]:
    """What stands between single marks that open and close as such."""
    text = telling.article.text
    for block in telling.article.blocks:
        if block.kind == "body":
            whole = [match.span("said") for match in _SINGLE.finditer(text, block.span.start, block.span.end)]
            parts = [match.span("said") for match in _SINGLE_PART.finditer(text, block.span.start, block.span.end)]
            parts = [(start, end) for start, end in parts if not any(first < end and start < last for first, last in whole)]
            yield from sorted(whole + parts)


def _unheld(
    telling: Telling, marked: Sequence[tuple[int, int]], singly: Sequence[tuple[int, int]], held: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Whole stretches between marks of the body that no quotation touches: double marks, and single ones that open and close as such."""
    text = telling.article.text
    bodies = [block.span for block in telling.article.blocks if block.kind == "body"]
    again = {span.end: text[after.start : after.start + 1] in DOUBLE for span, after in pairwise(bodies)}  # the next paragraph opens too
    double = [(start, end) for start, end in marked if text[end : end + 1] in DOUBLE or again.get(end)]
    single = [(start, end) for start, end in singly if not any(first < end and start < last for first, last in marked)]
    for start, end in sorted(double + single):
        at = bisect_right(held, (end, end))
        touched = any(first < end and start < last for first, last in held[max(0, at - 2) : at])
        if not touched and any(body.start <= start and end <= body.end for body in bodies):
            yield trim(text, start, end, BLANKS)


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
