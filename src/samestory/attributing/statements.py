"""Whether what the model proposes is a statement that a newsroom would call one: somebody said, wrote or thinks something.

A tree and an attribution come in; how much surer it is than it must be goes out. The model learnt from annotations that
also count attitudes and deeds ("imposed limits", "campaigned on jobs", "seemed tired"); here they have to be surer than
words of speaking.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from samestory.attributing import choosing, speech
from samestory.attributing.choosing import Attribution
from samestory.attributing.tagger import odds
from samestory.attributing.tree import Tree
from samestory.text import listed

GREETINGS = listed("goodbye goodbyes good-bye farewell farewells hello bye")  # "said goodbye to a child"
# By whom a thing need not be said for it to be an attribution: "is expected to fall", "reportedly left".
HEARSAY = listed("expected believed thought reported reportedly alleged allegedly rumored rumoured said told supposedly accused feared")
NOBODY = listed("nobody no-one none anyone anybody you")  # "Nobody is suggesting that ..."
MIGHT = listed("may might could should must able")  # "critics might say": nobody did
WOULD = listed("can would will 'll ’ll get gets")  # "get to decide"
NOT = listed("not n't n’t never declined declines decline")
SUPPOSED = frozenset({"if", "unless", "whether", "once", "maybe", "perhaps"})
ASKED = listed("would could might should will can")
NO_SOURCE = listed("a an the this these those such")  # an article that the model cut off its noun
SHADOWS = listed("they that which who it you")  # whoever they are
ATTITUDES = listed(
    """support supports supported supporting oppose opposes opposed opposing back backs backed backing favor favors favored reluctant
    divided fond interested passionate obsessed committed love loves like likes hate hates trust trusts distrust push pushes pushed
    prefer prefers preferred dislike dislikes fixated vote votes voted voting adopt adopted pressured
    nominate nominates nominated appoint appoints appointed sponsor sponsors sponsored co-sponsor co-sponsors co-sponsored cosponsored
    pass passes passed enact enacts enacted sign signs signed veto vetoed await awaits awaited awaiting launch launches launched
    approve approves approved ratify ratified impose imposes imposed ban bans banned show shows showed shown disdain"""
)
COLON = frozenset({":", "-", "–", "—", "--", "―"})  # "Ann Doe: It rains"

# How sure the model must be, in log odds of its score: a logistic regression on 232 attributions of 150 articles of 2012-2020, judged one
# by one, gave the proportions. NEEDED is the one dial between finding and being right. Of 21 attributions between .72 and 1.22 (of 200
# others, each judged twice; benchmarks/attributions.py) 7 were right, of the 179 above 9 in 10; of two draws of 200 made after that, by
# readers as strict, 84 and 81 in 100. On polnear_dev the attributions above it give who said what P 89.9, R 55.5; with the faint
# ones, which are everything else that the model proposes, 78.3 and 71.4.
NEEDED = 1.25
SPOKEN = -0.79  # the cue is a word of speaking
TOLD = -0.64  # or a word of telling: "criticized"
TO_DO = 0.52  # "get to decide how": the content is an infinitive
UNSOURCED = 1.14
SHADOWY = 0.35
HYPOTHETICAL = 1.3  # by reason, not by count: there were three
POSSIBLE = 1.2  # by reason: what will or would be said is not said
BETWEEN_MARKS = 1.0  # less where most of it stands between marks: 'adopted an "open primary" system' is none
NEGATED = 2.0  # "never used to be passionate about", "have never said"
ATTITUDE = 0.9  # by reason: on which side somebody stands, and what was done, is no statement
NOMINAL = 0.8  # by reason: 'nominated Mr. Doe', "eagerly await the plan" state nothing; "criticized the plan" does


def margin(trees: Sequence[Tree], attribution: Attribution) -> float:
    """How much surer than `NEEDED` it is, in log odds; minus infinity for a greeting, the writer's own voice, what nobody said."""
    tree, candidate = trees[attribution.tree], attribution.candidate
    number, (first, _) = attribution.pieces[0]
    if choosing.own_voice(tree, candidate) or trees[number].lower[first] in GREETINGS:
        return -math.inf
    between = [trees[n].inside[i] >= 0 for n, run in attribution.pieces for i in range(*run)]
    sure = odds(attribution.probability) - needed(trees, attribution)
    if 2 * sum(between) > len(between):
        return sure + BETWEEN_MARKS
    return -math.inf if _by_nobody(tree, attribution) else sure


def needed(trees: Sequence[Tree], attribution: Attribution) -> float:
    """The log odds that an attribution must have, by its cue, source and content."""
    tree, source = trees[attribution.tree], attribution.candidate.source
    number, (first, _) = attribution.pieces[0]
    cue_ends_in_to = tree.lower[(attribution.candidate.cue_words or (0, 1))[1] - 1] == "to"
    total = NEEDED
    if _cue_has(tree, attribution, speech.SPOKEN - speech.LIGHT) or _labelled(tree, attribution):
        total += SPOKEN
    elif _cue_has(tree, attribution, speech.TELLING | HEARSAY):
        total += TOLD
    elif not any(trees[n].pos[i] in {"VERB", "AUX"} for n, run in attribution.pieces for i in range(*run)):
        total += NOMINAL
    total += ATTITUDE * _cue_has(tree, attribution, ATTITUDES)
    total += TO_DO * (cue_ends_in_to or trees[number].lower[first] == "to")
    total += UNSOURCED if source is None else SHADOWY * (tree.lower[source] in SHADOWS)
    total += HYPOTHETICAL * (_cue_has(tree, attribution, MIGHT) or _is_supposed(tree, attribution.candidate.cue))
    total += POSSIBLE * _cue_has(tree, attribution, WOULD)
    return total + NEGATED * _cue_has(tree, attribution, NOT)


def _labelled(tree: Tree, attribution: Attribution) -> bool:
    """ "Ann Doe: It rains", and not "TWITTER: You can follow me"."""
    source = attribution.candidate.source
    return source is not None and tree.kinds[source] in {"PERSON", "ORG", "NORP"} and _cue_has(tree, attribution, COLON)


def _by_nobody(tree: Tree, attribution: Attribution) -> bool:
    source = attribution.candidate.source
    if source is None:
        return not _cue_has(tree, attribution, speech.SPOKEN | HEARSAY)
    run = attribution.candidate.words[0]
    no_one = tree.lower[run[0]] == "no" and tree.lower[source] in {"one", "body"}
    return no_one or tree.lower[source] in NOBODY or (run[1] - run[0] == 1 and tree.lower[source] in NO_SOURCE)


def _cue_has(tree: Tree, attribution: Attribution, words: frozenset[str]) -> bool:
    return any(tree.lower[i] in words for i in range(*(attribution.candidate.cue_words or (0, 0))))


def _is_supposed(tree: Tree, verb: int) -> bool:
    """ "If leaders advocate for it": the clause of the cue, or the one around it, is under a condition."""
    subject = next((k for k in tree.kids[verb] if tree.deps[k] in {"nsubj", "nsubjpass"}), -1)
    if any(tree.deps[k] == "aux" and k < subject and tree.lower[k] in ASKED for k in tree.kids[verb]):
        return True  # "Would they say that ...?"
    marks = [k for k in tree.kids[verb] if tree.deps[k] in {"mark", "advmod"} and tree.lower[k] in SUPPOSED]
    return bool(marks) and tree.deps[verb] in {"advcl", "ROOT"}
