"""Whether what the model proposes is a statement that a newsroom would call one: somebody said, wrote or thinks something.

A tree and an attribution come in; yes or no goes out. The model learnt from annotations that also count attitudes and
deeds ("imposed limits", "campaigned on jobs", "seemed tired"); here they have to be surer than words of speaking.
"""

from __future__ import annotations

from collections.abc import Sequence

from samestory.attributing import choosing, speech
from samestory.attributing.choosing import Attribution
from samestory.attributing.tree import Run, Tree
from samestory.text import listed

GREETINGS = listed("goodbye goodbyes good-bye farewell farewells hello bye")  # "said goodbye to a child"
# By whom a thing need not be said for it to be an attribution: "is expected to fall", "reportedly left".
HEARSAY = listed("expected believed thought reported reportedly alleged allegedly rumored rumoured said told supposedly accused feared")
NOBODY = listed("nobody no-one none anyone anybody")  # "Nobody is suggesting that ..."
MAY = listed("may might could can must should able")  # "critics might say": nobody did
SUPPOSED = frozenset({"if", "unless", "whether"})
NO_SOURCE = listed("a an the this these those such")  # an article that the model cut off its noun
OPENING = listed("that whether if how why what when where who to")  # a content that begins so is a clause
COLON = frozenset({":", "-", "–", "—", "--", "―"})  # "Ann Doe: It rains"
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# How sure the model must be without marks, by cue and by kind of content; tried on the held-out tenth of the train set and on 150
# attributions of articles of other years and outlets, judged one by one. The right share there: "imposed some limits" 1 in 8
# below .75; words of telling ("criticized the plan") 4 in 5 from .5 on.
LIKELY_SPOKEN_THING = 0.45  # "declared allegiance"
LIKELY_TOLD = 0.5
LIKELY_CLAUSE = 0.5  # "intends to leave"
LIKELY_THING = 0.7  # "cherished myths"
LIKELY_SUPPOSED = 0.85
LIKELY_MIXED = 0.45  # with marks: 'tell a grieving community to "calm down"'
LIKELY_MIXED_THING = 0.7  # a few words between marks in what no word of speaking tells: 'plot their "paths to 270"'


def is_one(trees: Sequence[Tree], attribution: Attribution) -> bool:
    """Whether it is a statement: no greeting, not the writer's own voice, nothing that nobody said."""
    tree, candidate = trees[attribution.tree], attribution.candidate
    number, (first, _) = attribution.pieces[0]
    if choosing.own_voice(tree, candidate) or trees[number].lower[first] in GREETINGS:
        return False
    between = [trees[n].inside[i] >= 0 for n, run in attribution.pieces for i in range(*run)]
    if any(between):
        return 2 * sum(between) > len(between) or attribution.probability >= _threshold_mixed(tree, attribution)
    if _by_nobody(tree, attribution):
        return False
    return attribution.probability >= _threshold(trees, attribution)


def _threshold_mixed(tree: Tree, attribution: Attribution) -> float:
    if _cue_has(tree, attribution, speech.SPOKEN - speech.LIGHT | speech.TELLING):
        return LIKELY_MIXED
    return (
        LIKELY_MIXED
        if _cue_has(tree, attribution, speech.LIGHT | COLON) and attribution.candidate.source is not None
        else LIKELY_MIXED_THING
    )


def _by_nobody(tree: Tree, attribution: Attribution) -> bool:
    source = attribution.candidate.source
    if source is None:
        return not _cue_has(tree, attribution, speech.SPOKEN | HEARSAY)
    run = attribution.candidate.words[0]
    no_one = tree.lower[run[0]] == "no" and tree.lower[source] in {"one", "body"}
    return no_one or tree.lower[source] in NOBODY or (run[1] - run[0] == 1 and tree.lower[source] in NO_SOURCE)


def _threshold(trees: Sequence[Tree], attribution: Attribution) -> float:
    tree = trees[attribution.tree]
    if _cue_has(tree, attribution, MAY) or _is_supposed(tree, attribution.candidate.cue):
        return LIKELY_SUPPOSED
    number, run = attribution.pieces[0]
    clause = _is_clause(trees[number], run)
    if _cue_has(tree, attribution, speech.SPOKEN - speech.LIGHT) and attribution.candidate.source is not None:
        return 0.0 if clause else LIKELY_SPOKEN_THING
    if _cue_has(tree, attribution, speech.TELLING | HEARSAY):
        return LIKELY_TOLD
    return LIKELY_CLAUSE if clause else LIKELY_THING


def _cue_has(tree: Tree, attribution: Attribution, words: frozenset[str]) -> bool:
    return any(tree.lower[i] in words for i in range(*(attribution.candidate.cue_words or (0, 0))))


def _is_supposed(tree: Tree, verb: int) -> bool:
    """ "If leaders advocate for it": the clause of the cue, or the one around it, is under a condition."""
    marks = [k for k in tree.kids[verb] if tree.deps[k] in {"mark", "advmod"} and tree.lower[k] in SUPPOSED]
    return bool(marks) and tree.deps[verb] in {"advcl", "ROOT"}


def _is_clause(tree: Tree, run: Run) -> bool:
    first, last = run
    if tree.lower[first] in OPENING:
        return True
    finite = [i for i in range(first, last) if tree.tags[i] in FINITE]
    tops = [i for i in range(first, last) if not first <= tree.heads[i] < last or tree.heads[i] == i]
    return bool(finite) and any(tree.pos[i] in {"VERB", "AUX"} for i in tops)
