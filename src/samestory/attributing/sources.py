"""The words in an article that name a statement's source, found from its cue.

A tree and the index of a cue word come in; the tokens of the source and the way it was found go out. Whose name
stands behind the words is left to `speakers`.
"""

from __future__ import annotations

from samestory.attributing.tree import Run, Tree

SUBJECTS = ("nsubj", "csubj", "expl")
HIGHEST = 5  # steps up the tree; further up the subject is somebody else's


def of_verb(tree: Tree, verb: int) -> tuple[int | None, str]:
    """The head word of who does what the verb says, and how it was found."""
    if tree.child(verb, "nsubjpass") is not None:
        agent = tree.child(verb, "agent")
        doer = tree.child(agent, "pobj") if agent is not None else None
        return doer, "agent" if doer is not None else "passive"
    subject = tree.child(verb, *SUBJECTS)
    if subject is not None:
        return subject, "inverted" if subject > verb else "subject"
    return _from_above(tree, verb)


def _from_above(tree: Tree, verb: int) -> tuple[int | None, str]:
    at, way = verb, ""
    for _ in range(HIGHEST):
        dep, head = tree.deps[at], tree.heads[at]
        if dep in {"acl", "relcl"} and tree.pos[head] in {"NOUN", "PROPN", "PRON"}:
            return _owner(tree, head, verb), way + dep
        if dep == "amod" or head == at:
            return None, "none"
        if dep == "prep" and tree.tags[at] != "VBG":
            return None, "none"
        way = way or dep
        at = head
        if tree.pos[at] in {"NOUN", "PROPN"} and way:
            return _owner(tree, at, verb), way + ">noun"
        if tree.child(at, "nsubjpass") is not None and way in {"conj", ""}:
            return None, "passive"
        subject = tree.child(at, "nsubj", "nsubjpass", "csubj")
        if subject is not None and subject != verb and not _within(tree, verb, subject):
            return subject, way
    return None, "none"


def _within(tree: Tree, token: int, top: int) -> bool:
    first, last = tree.edges[top]
    return first <= token < last


def _owner(tree: Tree, noun: int, verb: int) -> int | None:
    """Whose noun it is, where the verb hangs on a noun of speaking ("her decision to leave"); else the noun ("a man saying")."""
    if tree.tags[verb] == "VBG" or tree.child(noun, "poss") is None:
        return noun
    return tree.child(noun, "poss")


def of_noun(tree: Tree, noun: int) -> tuple[int | None, str]:
    """Who owns a noun of speaking: "her claim", "the claim by officials", "the claim from officials"."""
    owner = tree.child(noun, "poss")
    if owner is not None:
        return owner, "owner"
    for prep in tree.children(noun, "prep", "agent"):
        if tree.lower[prep] in {"by", "from", "among"}:
            doer = tree.child(prep, "pobj")
            if doer is not None:
                return doer, "by"
    verb = tree.heads[noun]
    if tree.deps[noun] in {"dobj", "pobj", "attr"} and verb != noun:
        at = verb if tree.deps[noun] != "pobj" else tree.heads[verb]
        if tree.pos[at] in {"VERB", "AUX"}:
            doer, way = of_verb(tree, at)
            return doer, "verb:" + way
    adjective = next((k for k in tree.children(noun, "compound", "amod") if tree.kinds[k] in {"NORP", "ORG", "PERSON", "GPE"}), None)
    return adjective, "adjective" if adjective is not None else "none"


def phrase(tree: Tree, head: int, cue: int) -> Run:
    """The whole noun phrase of the head, up to the cue: appositions are part of it, clauses after a comma are not."""
    first, last = tree.edges[head]
    if cue < head:
        first = max(first, cue + 1)
    else:
        last = min(last, cue)
    for kid in tree.kids[head]:
        start, end = tree.edges[kid]
        if tree.deps[kid] in {"relcl", "advcl", "acl"} and kid > head and start < last and (_parted(tree, start) or start <= cue < end):
            last = min(last, start)
        if tree.deps[kid] in {"cc", "conj"} and start <= cue < end:
            last = min(last, start)
    runs = tree.runs(range(first, last))
    return (runs[0][0], runs[-1][1]) if runs else (head, head + 1)


def _parted(tree: Tree, start: int) -> bool:
    return start > 0 and tree.words[start - 1] in {",", "-", "—", "–", "--"}
