"""Whether a sentence says that something was said at all: negated, possible, asked, supposed and generic saying is none.

    "Would they say so?", "critics could argue", "once the court announces", "not one of them says", "let's say it rains"

A tree and the cue of an attribution come in; how far it is from having been said goes out, by reason. What somebody
else is said to have denied is not looked at here.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from samestory.attributing.tree import Run, Tree
from samestory.text import listed

NOBODY = listed("nobody no-one none anyone anybody you y'all")  # "Nobody is suggesting that ..."
NO_ONE = listed("no not none neither nobody")  # first of a source: "not one person in the group", "neither side"
NOT = listed(
    """not n't n’t never seldom rarely hardly scarcely declined declines decline refused refuses refusing no little
    ignore ignored ignores ignoring fail failed fails failing avoid avoided avoids deflected deflects"""
)
MIGHT = listed("may might could should must able ought")  # "critics might say": nobody did
WOULD = listed("can would will 'll ’ll get gets")  # "get to decide"
TO_COME = listed("going about set likely unlikely")  # before "to": "are going to hear that and think"
MUST = listed("have has need needs")  # before "to": "they have to admit"; who "had to admit" did
DO = listed("do does did")
SUPPOSED = listed("if unless whether once when whenever until till lest")  # with a verb that tells no past: "once the court announces"
MAYBE = listed("maybe perhaps")
GUESSED = listed("probably presumably doubtless undoubtedly")  # "are probably hoping": the writer's guess
ADDRESSING = listed("warn tell inform advise remind notify assure instruct caution brief")  # "we are warned": by somebody else
TAKING_IN = listed("read reads hear hears see sees learn learns find finds")  # "we read": the reader's voice, not whose words they are
ONESELF = listed("yourself themselves oneself ourselves")  # "people said to themselves": the writer makes it up
LET = listed("let suppose imagine")
LINKS = frozenset({"RELATED", "READ", "WATCH", "SEE", "VIDEO", "MORE"})  # "READ MORE:", "SEE ALSO:"
LONGEST_LINK = 40  # tokens
SOON = 5
LONGEST_CHAIN = 5  # verbs from the cue up to the one that has its subject
PARTS = frozenset({"aux", "auxpass", "neg", "advmod", "mark"})
BARE = frozenset({"VB", "VBP"})
PAST = frozenset({"VBD", "VBN"})
VERBAL = frozenset({"VERB", "AUX"})


def verb_of(tree: Tree, cue: int) -> int:
    """The verb of the clause that the cue stands in: itself, or the one that "made the claim" hangs on."""
    at = cue
    while tree.pos[at] not in VERBAL and tree.heads[at] != at:
        at = tree.heads[at]
    return at if tree.pos[at] in VERBAL else cue


def chain(tree: Tree, verb: int) -> list[int]:
    """The verb and those whose subject and auxiliaries it shares: "can challenge it, argue", "is going to say"."""
    found = [verb]
    while len(found) < LONGEST_CHAIN:
        last = found[-1]
        shares = tree.deps[last] == "xcomp" or (tree.deps[last] == "conj" and tree.child(last, "nsubj", "nsubjpass") is None)
        if not shares or tree.heads[last] == last:
            break
        found.append(tree.heads[last])
    return found


def around(tree: Tree, cue: Run, head: int) -> set[str]:
    """The words of the cue and what stands with its verbs before them."""
    verbs = chain(tree, verb_of(tree, head))
    return {tree.lower[i] for i in range(*cue)} | {tree.lower[i] for i in _parts(tree, verbs)}


def _parts(tree: Tree, verbs: list[int]) -> Iterator[int]:
    for verb in verbs:
        if verb == verbs[0] or tree.tags[verbs[0]] in BARE:  # "he may run, but said": no auxiliary of said
            yield from (k for k in tree.kids[verb] if k < verb and tree.deps[k] in PARTS)


def is_to_come(tree: Tree, cue: Run, head: int) -> bool:
    """ "Is going to say", "has to admit", "hard for them to explain", "a sit-in to demand": not yet, and perhaps never."""
    verbs = {*chain(tree, verb_of(tree, head)), *range(*cue)}
    before_to = {tree.lower[i] for i in verbs if i + 1 < len(tree) and tree.lower[i + 1] == "to"}
    if before_to & (TO_COME | MUST):
        return True
    infinitive = tree.tags[head] == "VB" and any(tree.lower[k] == "to" for k in tree.kids[head] if k < head)
    return infinitive and (tree.deps[head] in {"acl", "relcl", "csubj"} or any(tree.lower[k] == "for" for k in tree.kids[head] if k < head))


def by_no_one(tree: Tree, source: Run) -> bool:
    """ "No one said", "not one person in the group says", "neither of them knows"; "No. 10 said" is somebody."""
    first = tree.lower[source[0]]
    return first in NO_ONE and not (source[1] - source[0] > 1 and tree.lower[source[0] + 1] in {".", "10"})


def is_supposed(tree: Tree, head: int, said: Set[int]) -> bool:
    """ "If leaders advocate", "once the court announces", "perhaps he knows": under a condition, or the writer's guess."""
    verb = verb_of(tree, head)
    for i in chain(tree, verb):
        marks = [k for k in tree.kids[i] if k < i and tree.deps[k] in {"mark", "advmod"} and tree.lower[k] in SUPPOSED]
        if marks and tree.tags[verb] not in PAST and not _has_past(tree, verb):
            return True
        if any(tree.lower[k] == "because" and tree.lower[k - 1] in {"not", "n't", "n’t"} for k in tree.kids[i] if 0 < k < i):
            return True  # "it is not because they think so"
    return any(tree.lower[i] in MAYBE and i not in said for i in range(tree.sentence(verb)[0], head))


def _has_past(tree: Tree, verb: int) -> bool:
    return any(tree.tags[k] in PAST for k in tree.kids[verb] if tree.deps[k] in {"aux", "auxpass"})


def is_guessed(tree: Tree, head: int) -> bool:
    """ "They are probably hoping that it rains": nobody heard them."""
    verbs = chain(tree, verb_of(tree, head))
    return any(tree.lower[k] in GUESSED for verb in verbs for k in tree.kids[verb] if k < head and tree.deps[k] == "advmod")


def is_addressee(tree: Tree, head: int, source: int) -> bool:
    """ "We are warned that it rains": whom the verb in the passive was said to is not who said it."""
    return tree.deps[source] == "nsubjpass" and tree.heads[source] == head and tree.lemmas[head] in ADDRESSING


def is_readers(tree: Tree, head: int, source: int) -> bool:
    """Whether the reader speaks: "In the almanac we read: ..."."""
    return tree.lower[source] in {"i", "we", "you", "one"} and tree.lower[head] in TAKING_IN


def is_asked(tree: Tree, head: int, said: Set[int]) -> bool:
    """ "Did they really think that ...?", outside quotation marks: the question mark is the narrator's."""
    if tree.inside[head] >= 0:
        return False
    verb = verb_of(tree, head)
    subject = next((k for k in tree.kids[verb] if tree.deps[k] in {"nsubj", "nsubjpass"} and k < verb), None)
    if subject and any(k == subject - 1 and tree.lower[k] in MIGHT | WOULD | DO for k in tree.kids[verb]):
        return True  # "Would they say", with the question mark between the marks of what they would
    end = tree.sentence(head)[1] - 1
    marks = [i for i in range(max(head, end - 2), end + 1) if tree.words[i] == "?" and tree.inside[i] < 0]
    verb = chain(tree, verb)[-1]
    return bool(marks) and (tree.deps[verb] == "ROOT" or marks[-1] - 1 in said)


def is_invented(tree: Tree, cue: Run, head: int) -> bool:
    """ "Let's say it rains", "people said to themselves": the writer's own."""
    above = tree.heads[verb_of(tree, head)]
    to_self = any(tree.lower[i] in ONESELF for i in range(cue[1], min(len(tree), cue[1] + 2)))
    let = tree.lower[above] in LET and tree.lower[above + 1 : above + 2] in (["'s"], ["’s"], ["us"], ["that"])
    return to_self or let or tree.lower[above] == "lets"


def is_silence(tree: Tree, run: Run) -> bool:
    """ "(Doe said) he had no comment": a silence, no statement."""
    return any(tree.lower[i : i + 2] == ["no", "comment"] for i in range(run[0], min(run[1], run[0] + SOON)))


def is_link(tree: Tree, head: int) -> bool:
    """ "(RELATED: Doe Rants About the Mayor)": the headline of another article."""
    for i in range(max(0, head - LONGEST_LINK), head):
        if tree.words[i] in LINKS and ":" in tree.words[i + 1 : i + 3]:
            return ")" not in tree.words[i:head]
    return False


def is_gerund(tree: Tree, head: int) -> bool:
    """ "Reminding them that it rains helps", "by saying so one could": an act as such, nobody's."""
    return tree.tags[head] == "VBG" and tree.deps[head] in {"csubj", "csubjpass", "nsubj", "nsubjpass"}
