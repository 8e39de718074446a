"""From candidates to attributions: the likeliest readings that do not contradict each other, whole quotations joined.

The trees of an article come in; attributions in the order of the text go out. A quotation's later sentences and
paragraphs, which have no cue of their own, are joined to the one that has it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from samestory.attributing import candidates, speech, weighing
from samestory.attributing.candidates import Candidate
from samestory.attributing.tree import Run, Tree

# Tried on the last 140 of 840 articles of polnear_train, with weights learnt on the other 700: .3 gives P 67.5 and F1 64.6 of who
# said what, .35 70.2 and 64.7, .4 72.8 and 64.7, .5 77.3 and 63.9. The highest that costs no F1, for precision.
LIKELY = 0.4
# Readings that are right less often than not at .4 ("X's hope for"): .5 costs .05 of F1 and wins 1 of precision.
LOOSE = ("dobj>", "xcomp>", "ccomp>", "host-advcl", "host-ccomp", "noun-acl")
LIKELY_IF_LOOSE = 0.5
# What is an attribution in PolNeAR and no statement to a newsroom: "was open about X", "is seen as X", "hopes for X".
FAR = ("acomp", "attr", "passive", "seems", "noun-prep")
LIKELY_IF_FAR = 0.75
# Two contents that share this much (IoU) are readings of one statement: .7 gives F1 64.0, .5 64.7, .3 65.2, .2 65.4, .1 65.5 (but
# then a quotation within a long quotation is lost).
SAME = 0.2
HALF = 0.5  # of a stretch that is content of others already: nothing is left to say of it
WHOLE = 0.8  # of a stretch between marks must be content for it to count as said
FAINT = 0.1  # enough for a cue beside a whole sentence between marks, which somebody must have said
NEAR = 2  # tokens between an opening mark and the content that it opens: the mark, a blank
PIECE = 2  # words that a stretch needs to be joined as a further piece

Weighed = tuple[Candidate, float]


@dataclass(slots=True)
class Attribution:
    """A chosen candidate with all its pieces: (number of the tree, run of tokens)."""

    tree: int
    candidate: Candidate
    probability: float
    pieces: list[tuple[int, Run]] = field(default_factory=list)

    @property
    def last(self) -> tuple[int, int]:
        number, (_, end) = self.pieces[-1]
        return number, end


def choose(trees: Sequence[Tree]) -> list[Attribution]:
    """The attributions of an article, in order."""
    found: list[Attribution] = []
    for number, tree in enumerate(trees):
        weighed = weigh(tree)
        chosen = [Attribution(number, c, p, [(number, run) for run in c.content]) for c, p in _likeliest(tree, weighed)]
        for attribution in chosen:
            complete(tree, attribution)
        chosen += [Attribution(number, c, p, [(number, run) for run in c.content]) for c, p in left_out(tree, chosen, weighed)]
        found += _of_one_cue(chosen)
    found.sort(key=lambda a: (a.tree, a.pieces, a.candidate.cue))
    join(trees, found)
    return found


def weigh(tree: Tree) -> list[Weighed]:
    """Every candidate of a paragraph with its probability."""
    return [(c, weighing.probability(tree, c)) for c in candidates.find(tree, weighing.cues())]


def _likeliest(tree: Tree, weighed: Sequence[Weighed]) -> Iterator[Weighed]:
    likely = (pair for pair in weighed if pair[1] >= _threshold(pair[0]) and not own_voice(tree, pair[0]) and not _astray(tree, pair[0]))
    ranked = sorted(likely, key=lambda pair: (-pair[1], pair[0].cue, pair[0].content))
    kept: list[set[int]] = []
    by_cue: dict[int, list[set[int]]] = defaultdict(list)
    for candidate, probability in ranked:
        tokens = {i for first, last in candidate.content for i in range(first, last) if tree.words[i][0].isalnum()}
        if not tokens or any(tokens & other for other in by_cue[candidate.cue]):
            continue
        if any(len(tokens & other) > SAME * len(tokens | other) for other in kept):
            continue
        kept.append(tokens)
        by_cue[candidate.cue].append(tokens)
        yield candidate, probability


def _threshold(candidate: Candidate) -> float:
    if candidate.frame.startswith(FAR) or (candidate.source is None and candidate.frame.startswith(("xcomp", "dobj", "prep"))):
        return LIKELY_IF_FAR
    return LIKELY_IF_LOOSE if candidate.frame.startswith(LOOSE) else LIKELY


def _astray(tree: Tree, candidate: Candidate) -> bool:
    """A verb before the full stop that stands before the marks, and none of speaking: "... because he hopes to be called. "We left."."""
    if candidate.stretch < 0 or tree.lower[candidate.cue] in speech.FORMS:
        return False
    return not _near(tree, candidate, tree.run_of(tree.stretches[candidate.stretch]))


def own_voice(tree: Tree, candidate: Candidate) -> bool:
    """ "We imagine that ..." outside quotation marks: the writer speaks, nobody is quoted."""
    source = candidate.source
    return source is not None and tree.lower[source] in {"i", "we"} and tree.inside[candidate.cue] < 0 and candidate.stretch < 0


def complete(tree: Tree, attribution: Attribution) -> None:
    """A content that ends within a stretch between marks goes on to its end: the parser stops at the full stop."""
    for at, (number, (first, last)) in enumerate(attribution.pieces):
        index = tree.inside[last - 1]
        if index < 0 or tree.inside[attribution.candidate.cue] == index or (last < len(tree) and tree.inside[last] != index):
            continue
        start, end = tree.run_of(tree.stretches[index])
        if any(start <= i < end for run in attribution.candidate.words for i in range(*run)):
            continue
        later = at > 0 and attribution.pieces[at - 1][0] == number and tree.inside[attribution.pieces[at - 1][1][0]] >= 0
        begins = first <= start or first - start <= NEAR or later  # the second half of '"It rained," Doe said. "It | poured."'
        only_marks = not any(tree.words[i][0].isalnum() for i in range(last, end))
        if begins and (only_marks or tree.words[last] != ","):
            attribution.pieces[at] = (number, (min(first, start), end))


def left_out(tree: Tree, chosen: Sequence[Attribution], weighed: Sequence[Weighed] | None = None) -> Iterator[Weighed]:
    """For a whole sentence between marks that nobody has said yet: its likeliest cue, even where that is not likely."""
    said = {i for a in chosen for _, (first, last) in a.pieces for i in range(first, last)}
    for index, stretch in enumerate(tree.stretches):
        first, last = tree.run_of(stretch)
        if not _is_speech(tree, (first, last)) or sum(i in said for i in range(first, last)) > HALF * (last - first):
            continue
        weighed = weigh(tree) if weighed is None else weighed
        own = [pair for pair in weighed if pair[0].stretch == index and pair[0].source is not None and pair[1] >= FAINT]
        own = [pair for pair in own if _near(tree, pair[0], (first, last))]
        if own:
            yield max(own, key=lambda pair: (pair[1], -pair[0].cue))


def _near(tree: Tree, candidate: Candidate, run: Run) -> bool:
    """Whether no full stop stands between the cue and the marks: else the stretch goes on what was said before."""
    between = range(candidate.cue + 1, run[0]) if candidate.cue < run[0] else range(run[1], candidate.cue)
    return not any(tree.words[i] in {".", "!", "?"} for i in between)


def _is_speech(tree: Tree, run: Run) -> bool:
    """Whether the words between marks are spoken and no title or single word: they end like a sentence and hold a verb."""
    first, last = run
    ends = last - 2 > first and tree.words[last - 2] in {",", ".", "!", "?", "...", "…", "—", "-"}
    return ends and any(tree.pos[i] in {"VERB", "AUX", "PRON"} for i in range(first, last))


def _of_one_cue(chosen: Sequence[Attribution]) -> list[Attribution]:
    """Stretches that one cue parts are one quotation: "It rains," he said. "It pours."."""
    by_cue: dict[int, Attribution] = {}
    for attribution in sorted(chosen, key=lambda a: a.pieces):
        first = by_cue.get(attribution.candidate.cue)
        if first and all(c.candidate.stretch >= 0 or c.candidate.frame == "ccomp" for c in (first, attribution)):
            first.pieces = sorted({*first.pieces, *attribution.pieces})
            first.probability = max(first.probability, attribution.probability)
        elif first:
            by_cue[-len(by_cue) - 1] = attribution
        else:
            by_cue[attribution.candidate.cue] = attribution
    return list(by_cue.values())


def join(trees: Sequence[Tree], found: list[Attribution]) -> None:
    """Give every stretch between marks that nobody has said yet to who said the one before it, where nothing stands between."""
    named = {(a.tree, i) for a in found for first, last in a.candidate.words for i in range(first, last)}  # 'author of "Doe"'
    before: tuple[int, int] | None = None  # the stretch before: tree and number
    holder: Attribution | None = None
    for number, tree in enumerate(trees):
        for index, stretch in enumerate(tree.stretches):
            first, last = tree.run_of(stretch)
            inside = [i for i in range(first, last) if tree.words[i][0].isalnum()]
            if not inside or stretch.single or any((number, i) in named for i in inside):
                continue
            # "I think that it rains" within a quotation is part of it, and says nothing of whose quotation it is
            outer = [a for a in found if a.tree != number or not first <= a.candidate.cue < last]
            said = {i for a in outer for n, (start, end) in a.pieces if n == number for i in range(start, end)}
            own = _holder(outer, number, (first, last))
            if own is not None:
                holder = own
            elif any(i in said for i in inside):
                pass
            elif holder is not None and before and _goes_on(trees, before, (number, index), holder):
                holder.pieces.append((number, (first, last)))
            else:
                holder = None
            before = (number, index)


def part(trees: Sequence[Tree], found: Sequence[Attribution]) -> None:
    """Give a stretch that two have said in full to the one whose cue stands nearer; the other keeps its other pieces."""
    for number, tree in enumerate(trees):
        for stretch in tree.stretches:
            run = tree.run_of(stretch)
            holders = [(a, piece) for a in found for n, piece in a.pieces if n == number and len(a.pieces) > 1 and _same(piece, run)]
            others = [a for a in found if any(n == number and _same(piece, run) for n, piece in a.pieces)]
            for attribution, piece in holders if len(others) > 1 else ():
                nearer = [a for a in others if a is not attribution and a.tree == number]
                if attribution.tree != number or any(_distance(a, run) < _distance(attribution, run) for a in nearer):
                    attribution.pieces.remove((number, piece))


def _same(piece: Run, run: Run) -> bool:
    shared = min(piece[1], run[1]) - max(piece[0], run[0])
    return shared >= WHOLE * max(piece[1] - piece[0], run[1] - run[0])


def _distance(attribution: Attribution, run: Run) -> int:
    cue = attribution.candidate.cue
    return cue - run[1] if cue >= run[1] else run[0] - cue


def _holder(found: Sequence[Attribution], number: int, run: Run) -> Attribution | None:
    """Who said most of the stretch; of several, the innermost."""
    size = run[1] - run[0]
    holders = []
    for attribution in found:
        shared = sum(max(0, min(last, run[1]) - max(first, run[0])) for n, (first, last) in attribution.pieces if n == number)
        if shared >= WHOLE * size:
            total = sum(last - first for _, (first, last) in attribution.pieces)
            holders.append((total, attribution.candidate.cue, attribution))
    return min(holders, key=lambda h: h[:2])[2] if holders else None


def _goes_on(trees: Sequence[Tree], before: tuple[int, int], now: tuple[int, int], holder: Attribution) -> bool:
    """Whether a stretch follows on the one before with nothing but its cue between."""
    number, index = now
    tree = trees[number]
    first, last = tree.run_of(tree.stretches[index])
    if last - first < PIECE + 2:
        return False
    if before[0] == number:
        _, end = tree.run_of(tree.stretches[before[1]])
        between = range(end, first)
        if first > end and tree.words[first - 1][-1].isalnum():
            return False  # 'said on "Doe This Sunday"', 'on GVA's "Doe Today"': speech goes on after a point or a comma
        cue = holder.candidate.cue if holder.tree == number else -1
        sentences = {tree.sentences[i] for i in between if tree.words[i][0].isalnum()}
        return not sentences or (len(sentences) == 1 and cue in between) or (cue >= 0 and cue < end and not sentences)
    if before[0] != number - 1 or first > 0:
        return False
    previous = trees[number - 1]
    _, end = previous.run_of(previous.stretches[before[1]])
    open_end = not previous.stretches[before[1]].closed
    rest = [i for i in range(end, len(previous)) if previous.words[i][0].isalnum()]
    cued = holder.tree == number - 1 and all(previous.sentences[i] == previous.sentences[holder.candidate.cue] for i in rest)
    alone = last >= len(tree) - 1 and not tree.words[last - 2].isalnum()  # "RISING WATERS" between marks is a heading
    return open_end or (alone and (not rest or cued))
