"""The statements of a story, sentence by sentence, and whether a telling has one, in whatever words.

Tellings come in; statements with what they are about go out, and an index to look them up in. Shared words are weighed by how rare
they are in the story; names and numbers weigh more. A line that is no sentence is no statement: a caption, a counter of pictures, a
line that leads elsewhere, a question to the reader.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samestory.comparing import wording
from samestory.comparing.rarity import Rarity
from samestory.model import Span, Telling
from samestory.text import CLOSING, SINGLE

FEWEST_WORDS = 5
FOREIGN = 9  # words without one of the small words of English: another language
FEWEST_MATTER = 3  # stems; "That was not all of it" says nothing alone
SOME = 0.12  # less of a statement's weight than this and a sentence is not looked at closer; nothing was lost by it
NAMED = 1.6  # a name or number weighs this much more than another word

_NAME = re.compile(r"(?<![.!?\"“]\s)(?<!^)\b[A-Z][\w’'-]+")
_ENDED = re.compile(rf"[.!…][\s\"{CLOSING}{SINGLE})\]]*$|[?][\"{CLOSING}{SINGLE}]\s*$")
# What reading took for a paragraph and is none, one example each: "Image copyright AFP", "Hide Caption 3 of 8", "12/34 Skaters at ...",
# "Related Coverage", "CLOSE John Doe talks", "Read more: ...", "Sign up for our newsletter.", "Copyright 2017 The ...", "Media playback is"
_FURNITURE = re.compile(
    r"^(?:image (?:copyright|caption|source)|media (?:caption|playback)|(?:hide|show) caption|related|read more|read also|see also|"
    r"watch|photos?|video|gallery|getty|skip|share|sign up|subscribe|follow|click|copyright|©|updated?:|more from|advertisement|"
    r"editor['’]s note|correction|this (?:article|story|post) (?:was|has been|originally)|\d+\s?(?:/|of)\s?\d+|CLOSE|Close)\b"
    r"|\b(?:hide caption|getty images|newsletter|all rights reserved|click here|contributed to this (?:report|story)|via getty)\b"
    r"|@\w+\.com|\b(?:pre-?order|order (?:a|your) copy|my (?:new )?(?:\w+ )?book|auf twitter|be reached at|opinions expressed)\b"
    r"|\b(?:him|her|me|us|them) on (?:twitter|facebook)\b|\bis (?:a|the) (?:contributing |senior |staff )?(?:editor|columnist|author of)\b"
    r"|\b(?:joined (?:now )?by|verify (?:that )?you|javascript|(?:accept|uses?) cookies|your browser)\b"
    r"|\b(?:zip code|sign up for|for all readers|digital access)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence and what it is about."""

    place: int  # of the article
    span: Span
    words: str
    matter: frozenset[str]
    marked: frozenset[str]  # stems of its names and its numbers


def of_telling(telling: Telling, place: int) -> Iterator[Statement]:
    """Every sentence, headlines and captions too: they are places where a thing may be told elsewhere."""
    for span in telling.sentences:
        yield of_words(telling.article.words(span), span, place)


def of_words(words: str, span: Span, place: int) -> Statement:
    """What some words of an article say."""
    named = {wording.stem(key) for name in _NAME.findall(words) for key in wording.keys(name)}
    keys = wording.keys(words)
    numbers = {wording.stem(key) for key in keys if key[0].isdigit()}
    matter = wording.stems(keys)
    return Statement(place, span, words, matter, frozenset(named | numbers) & matter)


def may_be_shown(statement: Statement, telling: Telling) -> bool:
    """Sentences of the body that say something."""
    if _block_kind(telling, statement.span) != "body" or len(statement.matter) < FEWEST_MATTER:
        return False
    keys = wording.keys(statement.words)
    whole = bool(_ENDED.search(statement.words)) and not is_furniture(statement.words)
    foreign = len(keys) >= FOREIGN and not any(wording.light(key) for key in keys)
    return whole and len(keys) >= FEWEST_WORDS and not foreign


def is_furniture(words: str) -> bool:
    """Whether a line leads elsewhere, tells of a picture or is the page's own."""
    return bool(_FURNITURE.search(words.strip()))


def _block_kind(telling: Telling, span: Span) -> str | None:
    blocks = telling.article.blocks
    at = bisect_left(blocks, span.start + 1, key=lambda block: block.span.start) - 1
    return blocks[at].kind if at >= 0 and blocks[at].span.end > span.start else None


def matters(statement: Statement, telling: Telling) -> float:
    """How much a statement matters: with people, numbers and quotations the most."""
    quoted = [piece for quote in telling.quotes for piece in quote.content]
    people = [mention for person in telling.people for mention in person.mentions]
    numbers = sum(stem[0].isdigit() for stem in statement.marked)
    names = min(3, len(statement.marked) - numbers)
    return (
        2.0 * any(statement.span.overlaps(mention) for mention in people)
        + 1.5 * any(statement.span.overlaps(piece) for piece in quoted)
        + 1.0 * min(3, numbers)
        + 0.7 * names
        + 0.1 * min(20, len(statement.matter))
    )


@dataclass(frozen=True, slots=True)
class Bounds:
    """How alike two sentences must be to tell the same."""

    held: float  # share of a statement's weight that a sentence elsewhere, or two in a row, hold
    alike: float  # the same, both ways: the geometric mean of the shares that each holds of the other
    scattered: float  # share of its weight that stands somewhere in one other telling


class Told:
    """All that the story's articles tell, to look statements up in."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.statements = statements
        self._rarity = Rarity([statement.matter for statement in statements])
        self._weights = [self._weigh(statement) for statement in statements]
        self._wholes = [math.fsum(weights.values()) for weights in self._weights]
        self._places: dict[str, set[int]] = defaultdict(set)
        for statement in statements:
            for word in statement.matter:
                self._places[word].add(statement.place)

    def elsewhere(self, statement: Statement, bounds: Bounds) -> bool:
        """Whether another telling has these words: in one sentence, in two that follow one another, or here and there."""
        return next(self._telling(statement, bounds), None) is not None

    def names_something_new(self, statement: Statement) -> bool:
        """Whether it holds a name or a number that stands in no other telling."""
        return any(self._places[word] <= {statement.place} for word in statement.marked)

    def tellers(self, statement: Statement, bounds: Bounds) -> frozenset[int]:
        """The other tellings that have these words."""
        return frozenset(self._telling(statement, bounds))

    def same(self, statement: Statement, bounds: Bounds) -> dict[int, Span]:
        """The other tellings that have these words in one sentence, and the sentence of each that is most like it."""
        weights = self._weigh(statement)
        whole = math.fsum(weights.values())
        best: dict[int, tuple[float, Span]] = {}
        for other, common in self._near(statement, weights):
            alike = common / math.sqrt(whole * self._wholes[other])
            if common >= bounds.held * whole and alike >= bounds.alike and alike > best.get(self.statements[other].place, (0.0,))[0]:
                best[self.statements[other].place] = (alike, self.statements[other].span)
        return {place: span for place, (_, span) in sorted(best.items())}

    def _telling(self, statement: Statement, bounds: Bounds) -> Iterator[int]:
        """The tellings that have these words, some of them more than once."""
        weights = self._weigh(statement)
        whole = math.fsum(weights.values())
        for other, common in self._near(statement, weights):
            place = self.statements[other].place
            alike = common >= bounds.held * whole or common**2 >= bounds.alike**2 * whole * self._wholes[other]
            if alike or any(_common(weights, pair) >= bounds.held * whole for pair in self._pairs(other)):
                yield place
        for place, weight in self._scattered(weights).items():
            if place != statement.place and weight >= bounds.scattered * whole:
                yield place

    def _near(self, statement: Statement, weights: dict[str, float]) -> Iterator[tuple[int, float]]:
        """The sentences of other tellings that share something, with the weight of it."""
        least = SOME * math.fsum(weights.values())
        for other in self._rarity.near(statement.matter):
            theirs = self.statements[other]
            if theirs.place == statement.place or len(theirs.matter) < FEWEST_MATTER:
                continue
            common = _common(weights, theirs.matter)
            if common >= least:
                yield other, common

    def _weigh(self, statement: Statement) -> dict[str, float]:
        return {word: self._rarity.weight(word) * (NAMED if word in statement.marked else 1.0) for word in sorted(statement.matter)}

    def _pairs(self, at: int) -> Iterator[frozenset[str]]:
        """A sentence together with the one before, and with the one after."""
        for beside in (at - 1, at + 1):
            if 0 <= beside < len(self.statements) and self.statements[beside].place == self.statements[at].place:
                yield self.statements[at].matter | self.statements[beside].matter

    def _scattered(self, weights: dict[str, float]) -> dict[int, float]:
        """How much of a statement's weight stands anywhere in each telling."""
        held: dict[int, float] = defaultdict(float)
        for word, weight in weights.items():
            for place in self._places[word]:
                held[place] += weight
        return dict(sorted(held.items()))


def _common(weights: dict[str, float], matter: frozenset[str]) -> float:
    """The weight of what a statement shares; `fsum`, so that the order of a set does not matter."""
    return math.fsum(weight for word, weight in weights.items() if word in matter)
