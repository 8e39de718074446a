"""Quotations with source, cue and content, and the lines that say somebody did not speak.

Parsed passages, the people of the article and its credits come in; quotations and silences go out. What counts
as a quotation, and where it begins and ends, follows PARC3 and PolNeAR: content with its marks, "that" included.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samestory.attributing import candidates, choosing, marks, media, silences, speakers, tagged, tagger
from samestory.attributing.choosing import Attribution
from samestory.attributing.tree import Run, Tree
from samestory.language import Passage
from samestory.model import Article, Credit, Person, Quote, QuoteKind, Silence, Span
from samestory.text import DOUBLE

DIRECT = 0.98  # of the letters stand between marks


@dataclass(frozen=True, slots=True)
class Said:
    """What is said in an article, and what is said not to have been, each in order."""

    quotes: tuple[Quote, ...]
    faint: tuple[Quote, ...]  # attributions that are hardly statements, or not surely
    silences: tuple[Silence, ...]


def find(article: Article, passages: Sequence[Passage], roster: Sequence[Person], credited: Sequence[Credit]) -> Said:
    """The quotations, the faint ones, and the silences of the article."""
    singles = not any(mark in article.text for mark in DOUBLE)
    trees = [Tree(passage, marks.stretches(passage.text, singles=singles)) for passage in passages]
    cast = speakers.Cast(article, trees, roster, credited)
    silent = silences.find(trees, cast)
    sure, faint = tagged.choose(trees, tagger.propose(article, passages)) if tagger.at_hand() else (choosing.choose(trees), [])
    choosing.part(trees, sure)

    def quotes(found: Sequence[Attribution]) -> tuple[Quote, ...]:
        held = [_quote(trees, a, cast) for a in found if cast.holds(trees[a.tree], a.candidate)]
        kept = [quote for quote in held if not any(silence.span.overlaps(cue) for silence in silent for cue in quote.cue)]
        return tuple(sorted(kept, key=lambda quote: (quote.content, quote.cue)))

    return Said(quotes(sure), quotes(faint), silent)


def _quote(trees: Sequence[Tree], attribution: Attribution, cast: speakers.Cast) -> Quote:
    tree, chosen = trees[attribution.tree], attribution.candidate
    content = tuple(_with_marks(trees[number], run) for number, run in attribution.pieces)
    said_by = [chosen.cue_words] if chosen.cue_words else _runs(candidates.cue_tokens(tree, chosen.cue))
    return Quote(
        kind=_kind(trees, attribution),
        content=content,
        cue=tuple(tree.span(run) for run in said_by),
        source=tuple(tree.span(run) for run in chosen.words),
        speaker=cast.speaker(tree, chosen),
        medium=media.find(tree, chosen),
        rule=_rule(attribution),
        score=round(attribution.probability, 3),
    )


def _rule(attribution: Attribution) -> str:
    joined = "+joined" if len(attribution.pieces) > len(attribution.candidate.content) else ""
    return attribution.candidate.frame + joined


def _runs(tokens: Sequence[int]) -> list[Run]:
    found: list[Run] = []
    for i in tokens:
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found


def _with_marks(tree: Tree, run: Run) -> Span:
    """The span of a run, with the closing mark that belongs to an opening one inside it, and the other way round."""
    first, last = run
    for stretch in tree.stretches:
        start, end = tree.run_of(stretch)
        if first <= start < last and end - 2 <= last <= end:
            last = end
        if first == start + 1 and (last >= end or (stretch.closed and end - 2 <= last)):
            first, last = start, max(last, end)
    return tree.span((first, last))


def _kind(trees: Sequence[Tree], attribution: Attribution) -> QuoteKind:
    inside = total = 0
    for number, (first, last) in attribution.pieces:
        tree = trees[number]
        for i in range(first, last):
            if tree.words[i][0].isalnum():
                total += len(tree.words[i])
                inside += len(tree.words[i]) * (tree.inside[i] >= 0)
    return "indirect" if not inside else "direct" if inside > DIRECT * total else "mixed"
