"""Sentences of two tellings that say the same in nearly the same words.

Tellings in story order come in; pairs of sentences go out, laid along each other token by token. What the differences between
them mean is not decided here.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from samestory.comparing import tokens
from samestory.comparing.rarity import Rarity
from samestory.comparing.tokens import Token
from samestory.comparing.wording import LIGHT
from samestory.model import Span, Telling

HELD = 0.5  # share of the lighter sentence's weight that stands in the other, in the same order
FEWEST = 4  # stems of matter in common
LOOKED_AT = 24  # sentences that share most with one; in a story of 200 articles there are hundreds


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens."""

    place: int  # of the telling in the story
    telling: Telling
    span: Span
    tokens: tuple[Token, ...]
    matter: frozenset[str]
    twins: tuple[Span, ...]  # where other tellings have the very same words

    def in_twins(self, span: Span) -> tuple[Span, ...]:
        """The same words as those of a span of this sentence, in its twins."""
        start, end = span.start - self.span.start, span.end - self.span.start
        return tuple(Span(twin.article, twin.start + start, twin.start + end) for twin in self.twins)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(token.key for token in self.tokens)


@dataclass(frozen=True, slots=True)
class Parallel:
    """Two sentences and the tokens that stand beside each other."""

    ours: Sentence
    theirs: Sentence
    beside: tuple[tuple[int, int], ...]  # places of tokens with the same key, in order
    held: float  # share of the lighter sentence's weight that is among them
    common: int  # stems of matter among them

    @property
    def alike(self) -> float:
        """Share of both sentences' matter that they have in common; the geometric mean."""
        return self.common / math.sqrt(len(self.ours.matter) * len(self.theirs.matter))


def find(sentences: Sequence[Sentence]) -> Iterator[Parallel]:
    """Every two sentences of two tellings that are near each other, but not the same."""
    rarity = Rarity([sentence.matter for sentence in sentences])
    weights = [rarity.total(sentence.matter) for sentence in sentences]
    found: list[Parallel] = []
    for at, ours in enumerate(sentences):
        near = _nearest(at, sentences, rarity, weights)
        found += [parallel for other in near if (parallel := _lay(ours, sentences[other], rarity)) is not None]
    yield from _best(found)


def of_tellings(tellings: Sequence[Telling]) -> Iterator[Sentence]:
    """Each sentence once: ten copies of one article say it ten times in the same words."""
    given: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        for span in telling.sentences:
            given[telling.article.words(span)].append((place, span))
    for places in given.values():
        place, span = places[0]
        telling = tellings[place]
        split = tuple(tokens.split(telling.article.text, span.start, span.end))
        matter = frozenset(token.key for token in split if token.kind is None and token.key not in LIGHT)
        if len(matter) >= FEWEST:
            yield Sentence(place, telling, span, split, matter, tuple(other for _, other in places[1:]))


def _nearest(at: int, sentences: Sequence[Sentence], rarity: Rarity, weights: Sequence[float]) -> list[int]:
    """The later sentences of other tellings that share most of the weight with one."""
    ours = sentences[at]
    scored: list[tuple[float, int]] = []
    for other in rarity.near(ours.matter):
        theirs = sentences[other]
        if other <= at or theirs.place == ours.place:
            continue
        common = ours.matter & theirs.matter
        if len(common) < FEWEST:
            continue
        share = rarity.total(common) / min(weights[at], weights[other])
        if share >= HELD:
            scored.append((-share, other))
    return [other for _, other in sorted(scored)[:LOOKED_AT]]


def _lay(ours: Sentence, theirs: Sentence, rarity: Rarity) -> Parallel | None:
    codes = Indel.opcodes(ours.keys, theirs.keys)
    beside = tuple(
        (code.src_start + step, code.dest_start + step)
        for code in codes
        if code.tag == "equal"
        for step in range(code.src_end - code.src_start)
    )
    common = {ours.tokens[i].key for i, _ in beside} & ours.matter
    if len(common) < FEWEST:
        return None
    held = rarity.total(common) / min(rarity.total(ours.matter), rarity.total(theirs.matter))
    return Parallel(ours, theirs, beside, held, len(common)) if held >= HELD else None


def _best(found: Sequence[Parallel]) -> Iterator[Parallel]:
    """Of the pairs of one sentence with one other telling the best: the third of three like sentences is not the first."""
    best: dict[tuple[Span, int], float] = defaultdict(float)
    for one in found:
        score = one.held * len(one.beside)
        for key in ((one.ours.span, one.theirs.place), (one.theirs.span, one.ours.place)):
            best[key] = max(best[key], score)
    for one in found:
        score = one.held * len(one.beside)
        if score >= best[one.ours.span, one.theirs.place] or score >= best[one.theirs.span, one.ours.place]:
            yield one
