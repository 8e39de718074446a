"""How much a sentence is about somebody whom it names, and whether a pronoun in it can mean them.

A tree and token indexes come in, an answer goes out; who bears a name and whom a pronoun means at last is for `references`.
"""

from __future__ import annotations

from samestory.attributing import roles
from samestory.attributing.tree import Tree
from samestory.text import listed

SUBJECT = frozenset({"nsubj", "nsubjpass"})
OBJECT = frozenset({"dobj", "dative", "pobj"})
MAIN, SUBORDINATE, OTHER = 3, 2, 1  # how much a sentence is about somebody
CLAUSES = frozenset({"ccomp", "xcomp", "parataxis", "dobj", "attr", "acomp", "relcl", "acl"})
SAYING = listed("say answer add note tell ask write argue explain continue recall warn declare insist reply announce claim state conclude")


def is_stranger(tree: Tree, token: int) -> bool:
    """A single person by the word, who acts, a noun for a person, or a name that the language library takes for a person's."""
    if tree.tags[token] == "NNP":
        named = tree.kinds[token] == "PERSON" and tree.deps[token] != "compound"
        return named or (tree.deps[token] in SUBJECT and tree.kinds[token] == "")
    return tree.deps[token] in SUBJECT and tree.tags[token] == "NN" and roles.is_for_a_person(tree.passage.doc[token])


def rank(tree: Tree, token: int) -> int:
    """How much the sentence is about whom the word means: as the subject of its main clause, of another one, or less.

    Of "Ann Doe's plan" and of "Ann Doe and Jo Roe" each name stands for the whole subject; of the plan its owner only as of a clause.
    """
    top, owner = token, False
    while tree.deps[top] in {"poss", "conj", "appos", "compound"} and tree.heads[top] != top:
        owner = owner or tree.deps[top] == "poss"
        top = tree.heads[top]
    if tree.deps[token] == "compound" and token + 1 == tree.heads[token] and tree.lemmas[token + 1] in SAYING:
        return MAIN  # '"No," Doe answers', which the language library takes for answers
    if tree.deps[top] not in SUBJECT:
        return OTHER
    verb = tree.heads[top]
    while tree.deps[verb] == "conj" and tree.heads[verb] != verb:
        verb = tree.heads[verb]
    main = tree.deps[verb] == "ROOT" or (tree.lemmas[verb] in SAYING and tree.deps[verb] in {"parataxis", "ccomp"})
    return SUBORDINATE if owner or not main else MAIN


def free(tree: Tree, name: int, pronoun: int) -> bool:
    """Whether a pronoun that acts can mean who is named before it in its sentence.

    In "Doe won, she said" it cannot: what somebody says of herself she says with "she". In "When Doe came, she said" it can.
    """
    if "(" in tree.words[name:pronoun]:
        return True
    verb = tree.heads[pronoun]
    at = name
    while tree.heads[at] not in {at, verb}:
        at = tree.heads[at]
    if tree.heads[at] == verb and at != verb:
        return tree.deps[at] not in CLAUSES
    tag = tree.lemmas[verb] in SAYING and abs(verb - pronoun) == 1 and tree.words[max(0, min(verb, pronoun) - 1)] == ","
    return not (
        tag
        and tree.deps[verb] in {"parataxis", "ccomp", "conj", "ROOT", "advcl"}
        and not any(tree.deps[k] == "mark" for k in tree.kids[verb])
    )


def in_fronted_clause(tree: Tree, name: int, pronoun: int) -> bool:
    """ "Doe" in "When I asked Doe, she said"."""
    verb = tree.heads[pronoun]
    at = name
    while tree.heads[at] not in {at, verb}:
        at = tree.heads[at]
    return name < pronoun and tree.heads[at] == verb and tree.deps[at] == "advcl"
