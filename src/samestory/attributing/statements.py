"""Whether what the model proposes is a statement that a newsroom would call one: somebody said, wrote or thinks something.

A tree and an attribution come in; how much surer it is than it must be goes out. The model learnt from annotations that
also count attitudes and deeds ("imposed limits", "campaigned on jobs", "seemed tired"); here they have to be surer than
words of speaking.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from samestory.attributing import choosing, speech, unsaid
from samestory.attributing.choosing import Attribution
from samestory.attributing.tagger import odds
from samestory.attributing.tree import Run, Tree
from samestory.text import listed

GREETINGS = listed("goodbye goodbyes good-bye farewell farewells hello bye")  # "said goodbye to a child"
# By whom a thing need not be said for it to be an attribution: "is expected to fall", "reportedly left".
HEARSAY = listed("expected believed thought reported reportedly alleged allegedly rumored rumoured said told supposedly accused feared")
NO_SOURCE = listed("a an the this these those such")  # an article that the model cut off its noun
SHADOWS = listed("they that which who it you")  # whoever they are
ATTITUDES = listed(
    """support supports supported supporting oppose opposes opposed opposing back backs backed backing favor favors favored reluctant
    divided fond interested passionate obsessed committed love loves like likes hate hates trust trusts distrust push pushes pushed
    prefer prefers preferred dislike dislikes fixated vote votes voted voting adopt adopted pressured
    nominate nominates nominated appoint appoints appointed sponsor sponsors sponsored co-sponsor co-sponsors co-sponsored cosponsored
    pass passes passed enact enacts enacted sign signs signed veto vetoed await awaits awaited awaiting launch launches launched
    resist resists resisted resisting uphold upholds upheld reject rejects rejected rejecting endorse endorses endorsed endorsing
    encourage encourages encouraged encouraging
    approve approves approved ratify ratified impose imposes imposed ban bans banned show shows showed shown disdain
    considering mulling weighing address addresses addressed addressing"""
)
SIDES = listed(
    """praise praises praised praising laud lauds lauded lauding applaud applauds applauded applauding admire admires admired
    defend defends defended defending"""
)  # before a thing: "is defending its decision"
FEELINGS = listed("optimistic pessimistic enthusiastic excited upbeat bullish thrilled happy glad")  # "are less optimistic about it"
PROPOSING = listed("propose proposes proposed proposing introduce introduces introduced introducing draft drafts drafted drafting")
BILLS = listed("bill legislation amendment resolution ordinance law")  # what is brought in and not said
ABOUT = listed("about")
BARE = listed("it this that these those them him her us me")  # as all that is said: "wrote about it"
COLON = frozenset({":", "-", "–", "—", "--", "―"})  # "Ann Doe: It rains"

# How sure the model must be, in log odds of its score: a logistic regression on 232 attributions of 150 articles of 2012-2020, judged one
# by one, gave the proportions. NEEDED is the one dial between finding and being right. Of 590 others, each judged twice
# (benchmarks/attributions.py; wrong speakers left aside, which sureness does not tell), 434 of some 450 above it were right, and 27 of
# 42 less than .4 below it. On polnear_dev the sure ones give who said what P 91.4, R 49.5; with the faint ones, which are everything
# else that the model proposes, 78.5 and 71.6.
NEEDED = 1.7
SPOKEN = -0.79  # the cue is a word of speaking
TWICE = -0.4  # "commented saying"
PLAIN = -0.5  # "sources report that it rained": of 45 judged ones near `NEEDED` 42 were right, of 127 others 102
TOLD = -0.64  # or a word of telling: "criticized"
TO_DO = 0.52  # "get to decide how": the content is an infinitive
UNSOURCED = 1.14
SHADOWY = 0.35
HYPOTHETICAL = 2.0  # by reason: what may be said is not said
POSSIBLE = 1.6  # by reason: what will or would be said is not said
BETWEEN_MARKS = 1.0  # less where most of it stands between marks: 'adopted an "open primary" system' is none
NEGATED = 2.0  # "never used to be passionate about", "have never said"
MISPLACED = 2.0  # by reason: see `_elsewhere`
INVENTED = 3.0  # 'you say to yourself, "Why?"'; marks do not help
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
        return sure + BETWEEN_MARKS * (between[0] or _states(trees, attribution))
    return -math.inf if _by_nobody(tree, attribution) else sure


def needed(trees: Sequence[Tree], attribution: Attribution) -> float:
    """The log odds that an attribution must have, by its cue, source and content."""
    tree, source = trees[attribution.tree], attribution.candidate.source
    number, (first, _) = attribution.pieces[0]
    cue_ends_in_to = tree.lower[(attribution.candidate.cue_words or (0, 1))[1] - 1] == "to"
    states = _states(trees, attribution)
    total = NEEDED
    plain = _is_plain(tree, attribution)  # "shared that it rained": what is else a light word speaks
    spoken = speech.SPOKEN if plain else speech.SPOKEN - speech.LIGHT
    words = sum(tree.lower[i] in spoken for i in range(*(attribution.candidate.cue_words or (0, 0))))
    if words or _labelled(tree, attribution):
        total += SPOKEN + TWICE * (words > 1) + PLAIN * plain
    elif _cue_has(tree, attribution, speech.TELLING | HEARSAY):
        total += TOLD + NOMINAL * (not states)
    else:
        total += NOMINAL * (not states)
    total += ATTITUDE * _cue_has(tree, attribution, ATTITUDES)
    total += (ATTITUDE + NOMINAL) * _takes_side(tree, attribution) + HYPOTHETICAL * _brings_in(tree, attribution)
    total += INVENTED * all(last - first == 1 and trees[n].lower[first] in BARE for n, (first, last) in attribution.pieces)
    total += TO_DO * (cue_ends_in_to or trees[number].lower[first] == "to")
    total += UNSOURCED if source is None else SHADOWY * (tree.lower[source] in SHADOWS)
    return total + _unsaid(trees, attribution)


def _states(trees: Sequence[Tree], attribution: Attribution) -> bool:
    """Whether what is said has a verb at all."""
    return any(trees[n].pos[i] in {"VERB", "AUX"} for n, run in attribution.pieces for i in range(*run))


def _takes_side(tree: Tree, attribution: Attribution) -> bool:
    """ "Praised the mayor", "is defending its decision", "are less optimistic about what it can do"; "praised her for staying" tells."""
    if _cue_has(tree, attribution, FEELINGS):
        return _cue_has(tree, attribution, ABOUT)
    chosen = attribution.candidate
    thing = tree.child(chosen.cue, "dobj")
    noun = tree.pos[chosen.head if thing is None else thing] in {"NOUN", "PROPN", "PRON"}
    above = {chosen.cue, chosen.head}
    reason = any(tree.lower[i] in {"for", "as"} and tree.heads[i] in above for run in chosen.content for i in range(*run))
    return noun and not reason and _cue_has(tree, attribution, SIDES)


def _brings_in(tree: Tree, attribution: Attribution) -> bool:
    """ "Is proposing legislation that would close the dam": what the law says is the writer's to tell."""
    return tree.lemmas[attribution.candidate.head] in BILLS and _cue_has(tree, attribution, PROPOSING)


def is_told(trees: Sequence[Tree], attribution: Attribution) -> bool:
    """Whether somebody said it at all, going by the sentence only."""
    tree, chosen = trees[attribution.tree], attribution.candidate
    if chosen.source is not None and unsaid.is_readers(tree, chosen.cue, chosen.source):
        return False
    return not _by_nobody(tree, attribution) and _unsaid(trees, attribution) == 0


def _unsaid(trees: Sequence[Tree], attribution: Attribution) -> float:
    """How much surer it must be because the sentence hardly says that it was said."""
    tree, head = trees[attribution.tree], attribution.candidate.cue
    cue = attribution.candidate.cue_words or (head, head + 1)
    said = {i for n, run in attribution.pieces if n == attribution.tree for i in range(*run)}
    words = unsaid.around(tree, cue, head)
    total = NEGATED * (bool(words & unsaid.NOT) or any(unsaid.by_no_one(tree, run) for run in attribution.candidate.words))
    generic = attribution.candidate.source is not None and tree.lower[attribution.candidate.source] in unsaid.NOBODY
    total += INVENTED * (generic or unsaid.is_invented(tree, cue, head))
    total += HYPOTHETICAL * bool(words & unsaid.MIGHT) + POSSIBLE * bool(words & unsaid.WOULD)
    total += HYPOTHETICAL * (unsaid.is_supposed(tree, head, said) or unsaid.is_to_come(tree, cue, head))
    total += HYPOTHETICAL * unsaid.is_guessed(tree, head)
    total += INVENTED * (attribution.candidate.source is not None and unsaid.is_addressee(tree, head, attribution.candidate.source))
    total += NEGATED * unsaid.is_asked(tree, head, said)
    total += HYPOTHETICAL * unsaid.is_gerund(tree, head)
    total += INVENTED * (unsaid.is_link(tree, head) or unsaid.is_silence(trees[attribution.pieces[0][0]], attribution.pieces[0][1]))
    return total + MISPLACED * _elsewhere(trees, attribution, cue)


def _elsewhere(trees: Sequence[Tree], attribution: Attribution, cue: Run) -> bool:
    """What was said stands elsewhere: "Checking the claim, the Ledger reported: | It rained.", "he told me that in a bar"."""
    tree = trees[attribution.tree]
    number, (first, last) = attribution.pieces[0]
    if number != attribution.tree or trees[number].inside[first] >= 0:
        return False
    announced = ":" in tree.words[cue[1] - 1 : cue[1] + 1] and last <= cue[0] and len(attribution.pieces) == 1
    return announced or (tree.lower[first] == "that" and tree.deps[first] in {"dobj", "pobj"} and tree.heads[first] < first)


def _is_plain(tree: Tree, attribution: Attribution) -> bool:
    """A subject, its verb of speaking and the clause that this governs."""
    chosen = attribution.candidate
    governed = tree.deps[chosen.head] == "ccomp" and tree.heads[chosen.head] == chosen.cue
    if not governed or chosen.source is None:
        return False
    return chosen.source == tree.child(chosen.cue, "nsubj") or tree.tags[chosen.cue] == "VBG"  # "Doe agreed, adding that it rained"


def _labelled(tree: Tree, attribution: Attribution) -> bool:
    """ "Ann Doe: It rains", and not "TWITTER: You can follow me"."""
    source = attribution.candidate.source
    cue = attribution.candidate.cue_words or (0, 0)
    if source is None or tree.kinds[source] not in {"PERSON", "ORG", "NORP"} or not COLON.intersection(tree.words[cue[0] : cue[0] + 1]):
        return False
    return any(cue[1] == first or last == cue[0] for first, last in attribution.candidate.words)  # not "-- Monday to the Ledger"


def _by_nobody(tree: Tree, attribution: Attribution) -> bool:
    source = attribution.candidate.source
    if source is None:
        return not _cue_has(tree, attribution, speech.SPOKEN | HEARSAY)
    run = attribution.candidate.words[0]
    no_one = tree.lower[run[0]] == "no" and tree.lower[source] in {"one", "body"}
    return no_one or tree.lower[source] in unsaid.NOBODY or (run[1] - run[0] == 1 and tree.lower[source] in NO_SOURCE)


def _cue_has(tree: Tree, attribution: Attribution, words: frozenset[str]) -> bool:
    return any(tree.lower[i] in words for i in range(*(attribution.candidate.cue_words or (0, 0))))
