"""From the model's proposals to attributions on the trees, as the rules make them.

The trees of an article and the proposals of `tagger` come in; attributions go out, in the order of the text. The
words are the model's; the head words, by which speakers and media are found, are the trees'.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from samestory.attributing import choosing, clauses, speech, statements
from samestory.attributing.candidates import Candidate
from samestory.attributing.choosing import Attribution
from samestory.attributing.tagger import Proposal
from samestory.attributing.tree import Run, Tree
from samestory.model import Span
from samestory.text import listed

FRAME = "model"
GAP = 6  # tokens that the model may have missed within one stretch of content
OWN_REACH = 5  # tokens from a closing mark to a verb of speaking that belongs to it
ADVERBS = 2  # tokens before a mark: 'commented simply, "..."'
WHEN = listed("when while as after before once during in at on")
LEAST = 4  # tokens of a sentence between marks, marks included
NICKNAME = 4  # tokens between marks within a name, marks included: Carl "Big Bill" Doe
Place = tuple[int, Run]  # the number of the tree, and the tokens


def choose(trees: Sequence[Tree], proposals: Sequence[Proposal]) -> tuple[list[Attribution], list[Attribution]]:
    """The proposals as attributions, those that are surely statements and the faint ones, each in order.

    The sure ones come with speech between marks that only the rules see, and with what goes on without a cue. The faint
    ones change nothing about them.
    """
    found: list[Attribution] = []
    faint: list[Attribution] = []
    made = [a for proposal in proposals if (a := _attribution(trees, proposal)) is not None]
    for number, tree in enumerate(trees):
        margins = [(a, statements.margin(trees, a)) for a in made if a.tree == number]
        chosen = _each_its_own(number, [a for a, margin in margins if margin >= 0])
        for attribution in chosen:
            choosing.complete(tree, attribution)
            _give_up(tree, number, attribution)
        doubtful = _each_its_own(number, [a for a, margin in margins if -math.inf < margin < 0])
        found += _with_rules(trees, number, chosen)
        faint += doubtful
    found.sort(key=_place)
    choosing.join(trees, found)
    taken = {(a.tree, a.candidate.cue) for a in found}
    return found, sorted((a for a in faint if (a.tree, a.candidate.cue) not in taken), key=_place)


def _place(attribution: Attribution) -> tuple[int, list[Place], int]:
    return attribution.tree, attribution.pieces, attribution.candidate.cue


def _each_its_own(number: int, chosen: list[Attribution]) -> list[Attribution]:
    """A piece that two cues claim goes to the one that has nothing else, where neither stands within the other's content."""
    for long in chosen:
        for short in chosen:
            cue = (number, short.candidate.cue)
            nested = any(n == cue[0] and first <= cue[1] < last for n, (first, last) in long.pieces)
            if len(short.pieces) < len(long.pieces) and not nested:
                long.pieces = [piece for piece in long.pieces if not _shared(piece, short.pieces)] or long.pieces
    return chosen


def _give_up(tree: Tree, number: int, attribution: Attribution) -> None:
    """Leave a sentence between marks that has a cue of its own, '"We did," Doe answers', to that cue; `_with_rules` finds it."""
    cue = attribution.candidate.cue
    kept = [piece for piece in attribution.pieces if piece[0] != number or not _has_own_cue(tree, piece[1], cue)]
    attribution.pieces = kept or attribution.pieces


def _has_own_cue(tree: Tree, run: Run, cue: int) -> bool:
    """Whether a verb of speaking with a plain phrase follows the closing mark, in its sentence, and the other cue stands before it."""
    first, last = run
    index = tree.inside[last - 1]
    if index < 0 or tree.run_of(tree.stretches[index]) != run or cue >= first:
        return False
    after = range(last, min(len(tree), last + OWN_REACH))
    verb = next((i for i in after if tree.lower[i] in speech.FORMS), None)
    return verb is not None and verb > last and all(tree.pos[i] in {"DET", "ADJ", "NOUN", "PROPN", "PRON"} for i in range(last, verb))


def _shared(piece: Place, pieces: Sequence[Place]) -> bool:
    number, (first, last) = piece
    return any(n == number and 2 * (min(last, end) - max(first, start)) > last - first for n, (start, end) in pieces)


def _with_rules(trees: Sequence[Tree], number: int, chosen: list[Attribution]) -> list[Attribution]:
    """What the model proposes of a paragraph, and what the rules know of speech between marks that it left out."""
    tree = trees[number]
    if not tree.stretches:
        return chosen
    by_cue = {attribution.candidate.cue: attribution for attribution in chosen}
    for candidate, probability in choosing.left_out(tree, chosen):
        if tree.lower[candidate.cue] not in speech.FORMS:
            continue  # "he hopes to remove “the cap,”": what the model saw no cue in needs a certain one
        pieces = [(number, run) for run in candidate.content]
        if candidate.cue in by_cue:
            by_cue[candidate.cue].pieces = _united([*by_cue[candidate.cue].pieces, *pieces])
        elif statements.is_told(trees, made := Attribution(number, candidate, probability, pieces)):
            by_cue[candidate.cue] = made
            chosen = [*chosen, made]
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
    said_by = _within_marks(tree, said_by, said_by[0])
    source = [_plain(tree, _within_marks(tree, run, said_by[0])) for n, run in _places(trees, proposal.source) if n == number]
    source = [_subject(tree, run, said_by) for run in source]
    if tree.words[said_by[0]] == ":":
        labelled = bool(source) and source[0][0] == 0 and source[0][1] >= said_by[0] and tree.words[source[0][1] - 1].isupper()
        pieces = [_to_next_speaker(trees, _turn(trees, piece) if labelled else piece) for piece in pieces]
    pieces = _of_one_speech(trees, pieces)
    pieces = _closed(trees, pieces, {(number, i) for run in (said_by, *source) for i in range(*run)})
    pieces = _whole(tree, number, pieces, [said_by, *source])
    pieces = _mended(trees, (number, said_by), pieces, source)
    if not pieces:
        return None
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


def _mended(trees: Sequence[Tree], cue: Place, pieces: Sequence[Place], source: Sequence[Run]) -> list[Place]:
    """The pieces as the grammar of their sentences has them; what a colon announces goes over sentences."""
    number, said_by = cue
    tree = trees[number]
    kept = clauses.strays(trees, pieces, cue)
    if tree.words[said_by[1] - 1] == ":":
        return kept
    taken = {i for run in (said_by, *source) for i in range(*run)}
    return [(n, clauses.mended(tree, run, said_by, taken) if n == number else run) for n, run in kept]


def _within_marks(tree: Tree, run: Run, cue: int) -> Run:
    """The part of a source or a cue on the cue's side of a quotation mark: no name runs on into the next quotation."""
    first, last = run
    for stretch in tree.stretches:
        start, end = tree.run_of(stretch)
        covered = min(last, end) - max(first, start)
        if covered <= 0 or covered == last - first or (end - start <= NICKNAME and covered == end - start):
            continue
        if cue < start:
            last = min(last, start) if first < start else last
        elif cue >= end:
            first = max(first, end) if end < last else first
    return first, last


def _plain(tree: Tree, run: Run) -> Run:
    """A source without a sentence of its own: of "Doe left the shop he" the "he", of "Doe said it rained and snowed" the "Doe"."""
    first, last = run
    if last - first > 1 and tree.lower[last - 1] in {"he", "she", "they"}:
        return last - 1, last
    clauses = {i for i in range(first, last) if tree.tags[i] in {"WP", "WDT", "WP$", "WRB"} or tree.words[i] in {"(", "—", "–", "-"}}
    verb = next((i for i in range(first + 1, last) if tree.tags[i] in {"VBD", "VBZ", "MD"} and tree.deps[i] not in {"relcl", "acl"}), None)
    if verb is None or any(i < verb for i in clauses) or tree.inside[verb] >= 0 or tree.pos[verb] != "VERB":
        return run
    return first, verb


def _subject(tree: Tree, run: Run, cue: Run) -> Run:
    """A source before its cue as the grammar has it: of "Doe, the mayor, told Roe" what stands before "told".

    "(In) a long article Doe (notes)" is Doe; "(The Ledger's piece on old,) leaking dams (says)" is the whole piece.
    """
    first, last = run
    if first < cue[0] < last:
        last = cue[0]
    verb = next((i for i in range(*cue) if tree.pos[i] == "VERB"), None)
    subject = tree.child(verb, "nsubj") if verb is not None else None
    if subject is None or last > cue[0] or any(tree.inside[i] >= 0 for i in range(tree.edges[subject][0], last)):
        return first, last
    start, end = tree.edges[subject]
    top = _top(tree, (first, last))
    if first < start <= subject < last and tree.deps[top] == "pobj" and tree.heads[top] < first:
        return start, last
    above = top
    while tree.deps[above] in {"pobj", "prep"}:
        above = tree.heads[above]
    midway = tree.edges[top][0] < first and tree.words[first - 1] == "," and tree.deps[top] == "pobj"
    return (start, last) if midway and above == subject and end == last else (first, last)


def _of_one_speech(trees: Sequence[Tree], pieces: Sequence[Place]) -> list[Place]:
    """The pieces, cut where one runs out of speech between marks into the next sentence, or into it out of the one before."""
    cut = [_cut(trees, piece) for piece in pieces]
    return [(number, run) for number, run in cut if any(trees[number].words[i][0].isalnum() for i in range(*run))]


def _cut(trees: Sequence[Tree], piece: Place) -> Place:
    """'"It rains." That was in May' ends at the mark; '" The mayor: "It rains."' begins at the second one."""
    number, (first, last) = piece
    tree = trees[number]
    for stretch in tree.stretches:
        start, end = tree.run_of(stretch)
        if first <= start + 1 and end < last and stretch.closed and tree.words[end - 2] in {".", "!", "?"} and _begins(tree, end):
            return number, (first, end)
        if first < start <= first + ADVERBS and last >= end - 1 and all(tree.pos[i] in {"ADV", "PUNCT"} for i in range(first, start)):
            return number, (start, last)
        if (
            first < start
            and tree.lower[first] in WHEN
            and tree.words[start - 1] == ","
            and _opens_sentence(tree, (start, end))
            and last >= end - 1
        ):
            return number, (start, last)  # 'telling her, when it rained, "You are late."'
        if first == end - 1 and start < first < last - 1:
            following = next((i for i in range(end, last) if tree.inside[i] >= 0), None)
            return number, (following or end, last)
    return piece


def _opens_sentence(tree: Tree, run: Run) -> bool:
    """Whether what stands between marks is a sentence of its own."""
    start, end = run
    return end - start > LEAST and tree.words[start + 1][0].isupper() and tree.words[end - 2] in {".", "!", "?", ","}


def _whole(tree: Tree, number: int, pieces: list[Place], around: Sequence[Run]) -> list[Place]:
    """ "It rained, Doe said.": where cue and source close a sentence, what the model left out of the rest is told as well."""
    tail, end = min(run[0] for run in around), max(run[1] for run in around)
    own = range(*tree.sentence(tail))
    here = [piece for piece in pieces if piece[0] == number and own[0] <= piece[1][0] <= own[-1]]
    closes = tail > 0 and tree.words[tail - 1] == "," and not any(tree.words[i][0].isalnum() for i in range(end, own[-1] + 1))
    if len(here) < 2 or not closes or here[-1][1][1] not in {tail, tail - 1} or any(tree.inside[i] >= 0 for i in own):
        return pieces
    first = min(here[0][1][0], next(i for i in own if tree.words[i][0].isalnum()))
    return [*(piece for piece in pieces if piece not in here), (number, (first, tail - 1))]


def _turn(trees: Sequence[Tree], piece: Place) -> Place:
    """What follows "ANN DOE:" at the beginning of a paragraph is hers to its end."""
    number, (first, _) = piece
    return number, (first, len(trees[number]))


def _to_next_speaker(trees: Sequence[Tree], piece: Place) -> Place:
    """ "DOE: It rained. ROE: It did": in a transcript what one says ends where the next one's name stands in capitals."""
    number, (first, last) = piece
    words = trees[number].words
    labels = (i for i in range(first + 1, last - 1) if words[i + 1] == ":" and words[i].isupper() and len(words[i]) > 2)
    return number, (first, next(labels, last))


def _begins(tree: Tree, i: int) -> bool:
    return tree.words[i][0].isupper() or tree.inside[i] >= 0


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
    return [(n, _joined(trees[n], run, {i for number, i in parting if number == n})) for n, run in whole]


def _joined(tree: Tree, run: Run, parting: set[int]) -> Run:
    """A stretch that ends in "and" goes on to the end of what this joins to its verb, or ends before it."""
    first, last = run
    end = last - 1
    if tree.pos[end] != "CCONJ" or end == first:
        return run
    verb = tree.heads[end]
    other = next((k for k in tree.kids[verb] if tree.deps[k] == "conj" and tree.edges[k][0] == last), None)
    if other is None or not first <= verb < last or tree.pos[verb] not in {"VERB", "AUX"} or tree.pos[other] not in {"VERB", "AUX"}:
        return first, end
    ends = tree.edges[other][1]
    parted = any(i in parting or tree.inside[i] != tree.inside[end] for i in range(last, ends))
    return (first, end) if parted else (first, ends)


def _places(trees: Sequence[Tree], spans: Sequence[Span]) -> list[Place]:
    return [place for span in spans for place in _tokens(trees, span)]


def _tokens(trees: Sequence[Tree], span: Span) -> Iterator[Place]:
    """The tokens that share a character with the span, tree by tree."""
    starts = [tree.passage.start for tree in trees]
    for number in range(max(0, bisect_right(starts, span.start) - 1), bisect_right(starts, span.end - 1)):
        tree = trees[number]
        low, high = span.start - tree.passage.start, span.end - tree.passage.start
        first, last = max(0, bisect_right(tree.starts, low) - 1), bisect_left(tree.starts, high)
        inside = [i for i in range(first, last) if tree.starts[i] + len(tree.words[i]) > low and tree.pos[i] != "SPACE"]
        if inside:
            yield number, (inside[0], inside[-1] + 1)


def _top(tree: Tree, run: Run) -> int:
    """The word of the run that the others hang on; of several the first verb, else the first."""
    first, last = run
    tops = [i for i in range(first, last) if not first <= tree.heads[i] < last or tree.heads[i] == i]
    verbs = [i for i in tops if tree.pos[i] in {"VERB", "AUX"}]
    words = [i for i in tops if tree.words[i][0].isalnum()]
    return (verbs or words or tops or [first])[0]
