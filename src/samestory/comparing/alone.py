"""What one telling says and no other does, sentence by sentence.

Tellings in story order come in; for each article its lonely statements go out, the weightiest first. A sentence is lonely
when no other telling has one, or two in a row, with similar content: shared words are weighed by how rare they are in
the story, names and numbers weigh more. When in doubt a sentence is taken as told elsewhere.
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
from samestory.model import OnlyIn, Span, Telling

SHOWN = 12  # statements of one article
FEWEST_WORDS = 5
FEWEST_MATTER = 3  # stems; "That was not all of it" says nothing alone
# Read on 54 pairs of sentences from half of 60 real stories: nearly all pairs above one of these tell the same, about half of
# those just below do. A wrong "only here" is worse than one missed, so they stand low.
# A letter ratio (rapidfuzz token_set_ratio from 82) beside them found none of 41,931 pairs more.
HELD = 0.42  # share of a sentence's weight that a sentence elsewhere, or two in a row, hold
ALIKE = 0.27  # the same, both ways: the geometric mean of the shares that each holds of the other
SCATTERED = 0.75  # share of its weight that stands somewhere in one other telling
SOME = 0.12  # less than this and the sentence is not looked at closer; nothing of the above was lost by it
NAMED = 1.6  # a name or number weighs this much more than another word

_NAME = re.compile(r"(?<![.!?\"“]\s)(?<!^)\b[A-Z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class _Statement:
    """One sentence and what it is about."""

    place: int  # of the article
    span: Span
    words: str
    matter: frozenset[str]
    marked: frozenset[str]  # stems of its names and its numbers


def find(tellings: Sequence[Telling]) -> tuple[OnlyIn, ...]:
    """The lonely statements of each article that has any; nothing for a story of one."""
    if len(tellings) < 2:
        return ()
    told = _Told([statement for place, telling in enumerate(tellings) for statement in _statements(telling, place)])
    lonely: dict[int, list[_Statement]] = defaultdict(list)
    for at, statement in enumerate(told.statements):
        if _may_be_shown(statement, tellings[statement.place]) and not told.elsewhere(at):
            lonely[statement.place].append(statement)
    return tuple(
        OnlyIn(tellings[place].article.id, tuple(one.span for one in _weightiest(lonely[place], tellings[place])))
        for place in sorted(lonely)
    )


def _statements(telling: Telling, place: int) -> Iterator[_Statement]:
    """Every sentence, headlines and captions too: they are places where a thing may be told elsewhere."""
    for span in telling.sentences:
        words = telling.article.words(span)
        named = {wording.stem(key) for name in _NAME.findall(words) for key in wording.keys(name)}
        numbers = {wording.stem(key) for key in wording.keys(words) if key[0].isdigit()}
        matter = wording.matter(words)
        yield _Statement(place, span, words, matter, frozenset(named | numbers) & matter)


def _may_be_shown(statement: _Statement, telling: Telling) -> bool:
    """Sentences of the body that say something."""
    in_body = _block_kind(telling, statement.span) == "body"
    return in_body and len(wording.keys(statement.words)) >= FEWEST_WORDS and len(statement.matter) >= FEWEST_MATTER


def _block_kind(telling: Telling, span: Span) -> str | None:
    blocks = telling.article.blocks
    at = bisect_left(blocks, span.start + 1, key=lambda block: block.span.start) - 1
    return blocks[at].kind if at >= 0 and blocks[at].span.end > span.start else None


class _Told:
    """All that the story's articles tell, to look statements up in."""

    def __init__(self, statements: Sequence[_Statement]) -> None:
        self.statements = statements
        self._rarity = Rarity([statement.matter for statement in statements])
        self._weights = [self._weigh(statement) for statement in statements]
        self._wholes = [math.fsum(weights.values()) for weights in self._weights]
        self._places: dict[str, set[int]] = defaultdict(set)
        for statement in statements:
            for word in statement.matter:
                self._places[word].add(statement.place)

    def elsewhere(self, at: int) -> bool:
        """Whether another telling has these words: in one sentence, in two that follow one another, or here and there."""
        statements, ours, whole = self.statements, self.statements[at], self._wholes[at]
        for other in self._rarity.near(ours.matter):
            theirs = statements[other]
            if theirs.place == ours.place or len(theirs.matter) < FEWEST_MATTER:
                continue
            common = self._common(at, theirs.matter)
            if common < SOME * whole:
                continue
            if common >= HELD * whole or common**2 >= ALIKE**2 * whole * self._wholes[other]:
                return True
            if any(self._common(at, pair) >= HELD * whole for pair in self._pairs(other)):
                return True
        return self._scattered(at) >= SCATTERED * whole

    def _weigh(self, statement: _Statement) -> dict[str, float]:
        return {word: self._rarity.weight(word) * (NAMED if word in statement.marked else 1.0) for word in statement.matter}

    def _common(self, at: int, matter: frozenset[str]) -> float:
        """The weight of what a statement shares; `fsum`, so that the order of a set does not matter."""
        weights = self._weights[at]
        return math.fsum(weights[word] for word in self.statements[at].matter & matter)

    def _pairs(self, at: int) -> Iterator[frozenset[str]]:
        """A sentence together with the one before, and with the one after."""
        for beside in (at - 1, at + 1):
            if 0 <= beside < len(self.statements) and self.statements[beside].place == self.statements[at].place:
                yield self.statements[at].matter | self.statements[beside].matter

    def _scattered(self, at: int) -> float:
        """The most of a statement's weight that stands anywhere in one other telling."""
        held: dict[int, float] = defaultdict(float)
        for word, weight in sorted(self._weights[at].items()):
            for place in self._places[word]:
                held[place] += weight
        return max((weight for place, weight in held.items() if place != self.statements[at].place), default=0.0)


def _weightiest(lonely: Sequence[_Statement], telling: Telling) -> list[_Statement]:
    """The statements that matter most: with people, numbers and quotations."""
    quoted = sorted((piece.start, piece.end) for quote in telling.quotes for piece in quote.content)
    people = sorted((mention.start, mention.end) for person in telling.people for mention in person.mentions)

    def matters(statement: _Statement) -> float:
        numbers = sum(stem[0].isdigit() for stem in statement.marked)
        names = min(3, len(statement.marked) - numbers)
        return (
            2.0 * _touches(statement.span, people)
            + 1.5 * _touches(statement.span, quoted)
            + 1.0 * min(3, numbers)
            + 0.7 * names
            + 0.1 * min(20, len(statement.matter))
        )

    ranked = sorted(lonely, key=lambda statement: (-matters(statement), statement.span))
    return ranked[:SHOWN]


def _touches(span: Span, places: Sequence[tuple[int, int]]) -> bool:
    return any(start < span.end and span.start < end for start, end in places)
