"""From the model's proposals to attributions on the trees, as the rules make them.

The trees of an article and the proposals of `tagger` come in; attributions go out, in the order of the text. The
words are the model's; the head words, by which speakers and media are found, are the trees'.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from samestory.attributing import choosing, speech
from samestory.attributing.candidates import Candidate
from samestory.attributing.choosing import Attribution
from samestory.attributing.tagger import Proposal
from samestory.attributing.tree import Run, Tree
from samestory.model import Span
from samestory.text import listed

FRAME = "model"
GREETINGS = listed("goodbye goodbyes good-bye farewell farewells hello bye")  # "said goodbye to a child"
# Without marks, and without a word of speaking or a source. On half of the held-out tenth .35 gives P 74.4 and F1 70.6 of who said
# what, .45 77.5 and 71.0, .5 78.8 and 70.4, .6 80.7 and 68.9; for precision.
LIKELY_UNSPOKEN = 0.6
GAP = 6  # tokens that the model may have missed within one stretch of content
Place = tuple[int, Run]  # the number of the tree, and the tokens


def choose(trees: Sequence[Tree], proposals: Sequence[Proposal]) -> list[Attribution]:
    """The proposals as attributions, in order; with speech between marks that only the rules see, and what goes on without a cue."""
    found: list[Attribution] = []
    made = [a for proposal in proposals if (a := _attribution(trees, proposal)) is not None]
    for number, tree in enumerate(trees):
        chosen = _each_its_own(number, [a for a in made if a.tree == number and _is_statement(tree, a)])
        for attribution in chosen:
            choosing.complete(tree, attribution)
        found += _with_rules(number, tree, chosen)
    found.sort(key=lambda a: (a.tree, a.pieces, a.candidate.cue))
    choosing.join(trees, found)
    return found


def _is_statement(tree: Tree, attribution: Attribution) -> bool:
    """Whether it is a statement to a newsroom too: no greeting, not the writer's own voice, no faint "is planning X"."""
    candidate = attribution.candidate
    number, (first, _) = attribution.pieces[0]
    if choosing.own_voice(tree, candidate) or (number == attribution.tree and tree.lower[first] in GREETINGS):
        return False
    spoken = any(tree.lower[i] in speech.SPOKEN for i in range(*(candidate.cue_words or (0, 0))))
    quoted = any(n == attribution.tree and tree.inside[i] >= 0 for n, run in attribution.pieces for i in range(*run))
    return quoted or (spoken and candidate.source is not None) or attribution.probability >= LIKELY_UNSPOKEN


def _each_its_own(number: int, chosen: list[Attribution]) -> list[Attribution]:
    """A piece that two cues claim goes to the one that has nothing else, where neither stands within the other's content."""
    for long in chosen:
        for short in chosen:
            cue = (number, short.candidate.cue)
            nested = any(n == cue[0] and first <= cue[1] < last for n, (first, last) in long.pieces)
            if len(short.pieces) < len(long.pieces) and not nested:
                long.pieces = [piece for piece in long.pieces if not _shared(piece, short.pieces)] or long.pieces
    return chosen


def _shared(piece: Place, pieces: Sequence[Place]) -> bool:
    number, (first, last) = piece
    return any(n == number and 2 * (min(last, end) - max(first, start)) > last - first for n, (start, end) in pieces)


def _with_rules(number: int, tree: Tree, chosen: list[Attribution]) -> list[Attribution]:
    """What the model proposes of a paragraph, and what the rules know of speech between marks that it left out."""
    if not tree.stretches:
        return chosen
    by_cue = {attribution.candidate.cue: attribution for attribution in chosen}
    for candidate, probability in choosing.left_out(tree, chosen):
        if tree.lower[candidate.cue] not in speech.FORMS:
            continue  # "he hopes to remove “the cap,”": what the model saw no cue in needs a certain one
        pieces = [(number, run) for run in candidate.content]
        if candidate.cue in by_cue:
            by_cue[candidate.cue].pieces = _united([*by_cue[candidate.cue].pieces, *pieces])
        else:
            by_cue[candidate.cue] = Attribution(number, candidate, probability, pieces)
            chosen = [*chosen, by_cue[candidate.cue]]
    return chosen


def _united(pieces: Sequence[Place]) -> list[Place]:
    """The pieces in order, those that overlap made one.

    >>> _united([(0, (4, 9)), (0, (1, 5)), (1, (1, 5)), (0, (9, 12))])
    [(0, (1, 9)), (0, (9, 12)), (1, (1, 5))]
    """
    apart: list[Place] = []
    for number, (first, last) in sorted(pieces):
        before, (start, end) = apart[-1] if apart else (-1, (0, 0))
        if before == number and first < end:
            apart[-1] = (number, (start, max(end, last)))
        else:
            apart.append((number, (first, last)))
    return apart


def _attribution(trees: Sequence[Tree], proposal: Proposal) -> Attribution | None:
    cue = _places(trees, proposal.cue)
    pieces = _places(trees, proposal.content)
    if not cue or not pieces:
        return None
    number, said_by = cue[0]
    tree = trees[number]
    source = [run for n, run in _places(trees, proposal.source) if n == number]
    pieces = _closed(trees, pieces, {(number, i) for run in (said_by, *source) for i in range(*run)})
    content = tuple(run for n, run in pieces if n == number)
    candidate = Candidate(
        frame=FRAME,
        cue=_top(tree, said_by),
        content=content,
        head=_top(tree, content[0]) if content else said_by[0],
        source=_top(tree, source[0]) if source else None,
        way=FRAME if source else "none",
        words=tuple(source),
        cue_words=said_by,
    )
    return Attribution(number, candidate, proposal.score, pieces)


def _closed(trees: Sequence[Tree], pieces: Sequence[Place], parting: set[tuple[int, int]]) -> list[Place]:
    """The pieces, those made one between which stands neither cue, source nor quotation mark; none ends in a conjunction."""
    whole: list[Place] = []
    for number, (first, last) in sorted(pieces):
        before, (start, end) = whole[-1] if whole else (-1, (0, 0))
        parted = any((number, i) in parting for i in range(end, first)) or len(set(trees[number].inside[max(0, end - 1) : first + 1])) > 1
        if before == number and first - end <= GAP and not parted:
            whole[-1] = (number, (start, last))
        else:
            whole.append((number, (first, last)))
    return [(n, (first, last - (trees[n].pos[last - 1] == "CCONJ" and last - first > 1))) for n, (first, last) in whole]


def _places(trees: Sequence[Tree], spans: Sequence[Span]) -> list[Place]:
    return [place for span in spans for place in _tokens(trees, span)]


def _tokens(trees: Sequence[Tree], span: Span) -> Iterator[Place]:
    """The tokens that share a character with the span, tree by tree."""
    starts = [tree.passage.start for tree in trees]
    for number in range(max(0, bisect_right(starts, span.start) - 1), bisect_right(starts, span.end - 1)):
        tree = trees[number]
        low, high = span.start - tree.passage.start, span.end - tree.passage.start
        inside = [i for i, start in enumerate(tree.starts) if start < high and start + len(tree.words[i]) > low and tree.pos[i] != "SPACE"]
        if inside:
            yield number, (inside[0], inside[-1] + 1)


def _top(tree: Tree, run: Run) -> int:
    """The word of the run that the others hang on; of several the first verb, else the first."""
    first, last = run
    tops = [i for i in range(first, last) if not first <= tree.heads[i] < last or tree.heads[i] == i]
    verbs = [i for i in tops if tree.pos[i] in {"VERB", "AUX"}]
    words = [i for i in tops if tree.words[i][0].isalnum()]
    return (verbs or words or tops or [first])[0]
