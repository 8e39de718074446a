"""What kind of speaker a source's words tell of, where they name no person: a group, an organisation, somebody unnamed.

A tree, the head word and the words of a source come in; a speaker goes out, or None where that cannot be told. Who
bears a name is decided in `speakers`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from samestory.attributing import entities, roles
from samestory.attributing.tree import Run, Tree
from samestory.model import Speaker, SpeakerKind
from samestory.text import DOUBLE, listed

# Who speaks but is never to be named: "a source close to the family", "Sources".
SOURCES = listed("source sources insider insiders whistleblower tipster")
ANONYMOUS = listed("anonymity anonymous anonymously unnamed unidentified undisclosed named identified")
NOT_NAMED = re.compile(
    r"\b(?:not (?:(?:want |wish )?to )?be (?:named|identified)|declined to be (?:named|identified)"
    r"|(?:condition of|requested|granted) anonymity|not authori[sz]ed to (?:speak|talk|comment|discuss)|asked (?:for anonymity|not to))\b"
)
INDEFINITE = listed("a an another one some yet any each every no")
GROUPS = listed(
    """police people family couple pair parents officials authorities public majority crowd staff crew team-mates teammates media press
    prosecution defense defence both others many most some several few half all those everyone everybody percent"""
)
PEOPLE = listed(
    """person user man woman official commenter parent kid child friend fan neighbor neighbour relative democrat republican conservative
    liberal independent latino hispanic immigrant migrant refugee executive individual youth elder spokesfolk folk guy celebrity
    expert source aide ally rival critic radical activist hawk survivor victim cop patient native local adult teen"""
)
ORGANISATIONS = listed(
    """company firm campaign department agency office committee court government administration ministry party team league union
    hospital school university college club board council commission bureau embassy force army military navy group organization
    organisation association institute foundation bank studio network station paper newspaper outlet publication site website
    magazine airline church charity house congress senate parliament panel service"""
)
PAPERS = listed(
    """report poll survey study statement email e-mail letter document lawsuit complaint indictment affidavit ruling order bill law
    memo paper article story post tweet message video data record figure statistic analysis review book ad advertisement finding
    evidence result research text transcript filing headline sign caption page release number fact chart map image photo"""
)
SETS = listed("group number handful majority pair trio series coalition")  # "a group of farmers"
DETERMINERS = listed("the a an another one yet some any this that these those his her their its our my your")


def several(tree: Tree, head: int, run: Run | None = None) -> bool:
    """ "Ann Doe and her husband" are two, "Doe, Roe and Poe" three."""
    joined = any(tree.deps[k] == "conj" and not _one_more_office(tree, head, k) for k in tree.kids[head])
    return joined and (any(tree.deps[k] == "cc" for k in tree.kids[head]) or (run is not None and "and" in tree.lower[run[0] : run[1]]))


def _one_more_office(tree: Tree, head: int, other: int) -> bool:
    """ "Ann Doe, founder of the Ledger, and author of a book" is one person: a bare office behind another that stands beside the name."""
    beside = any(tree.deps[k] == "appos" and head < k < other for k in tree.kids[head])
    bare = tree.tags[other] == "NN" and not any(tree.deps[k] in {"det", "poss", "appos"} or tree.tags[k] == "NNP" for k in tree.kids[other])
    return beside and bare and tree.tags[head] == "NNP" and roles.is_for_a_person(tree.passage.doc[other])


def one_of_two_offices(tree: Tree, head: int) -> bool:
    """ "strategist and commentator Ann Doe" is one person: a bare office, joined to a name with another."""
    bare = tree.tags[head] == "NN" and not any(tree.deps[k] in {"det", "poss"} for k in tree.kids[head])
    joined = [k for k in tree.kids[head] if tree.deps[k] == "conj"]
    titled = [k for k in joined if tree.tags[k] == "NNP" and any(roles.is_for_a_person(tree.passage.doc[j]) for j in tree.kids[k])]
    return bare and len(joined) == 1 and bool(titled) and roles.is_for_a_person(tree.passage.doc[head])


def by_words(tree: Tree, head: int, run: Run) -> Speaker | None:
    """A speaker of whom the article gives no person's name."""
    lemma, mention = tree.lemmas[head], (tree.span(run),)
    words = [tree.lower[i] for i in range(*run)]
    around = " ".join(tree.lower[i] for i in range(*tree.edges[head]))
    if NOT_NAMED.search(around) and not any(tree.kinds[i] == "PERSON" for i in range(*run)):
        return Speaker(None, called(tree, head, run), "unnamed", mention)
    if lemma in SOURCES or tree.lower[head] in SOURCES or any(word in ANONYMOUS for word in words):
        return Speaker(None, called(tree, head, run), "unnamed", mention)
    kind = _kind(tree, head, words)
    if kind is None:
        return None
    name = called(tree, head, run)
    if kind == "unnamed" or (kind == "organisation" and not any(tree.pos[i] == "PROPN" for i in range(*run))):
        return Speaker(None, name, kind, mention)
    return Speaker(name, None, kind, mention) if name and not any(mark in name for mark in DOUBLE) else None


def _kind(tree: Tree, head: int, words: Sequence[str]) -> SpeakerKind | None:
    lemma, tag, entity = tree.lemmas[head], tree.tags[head], tree.kinds[head]
    if lemma in PAPERS or not words or entity in {"DATE", "TIME", "MONEY", "EVENT"} or _in_capitals(tree, head, words):
        return None
    human = roles.is_for_a_person(tree.passage.doc[head]) or lemma in PEOPLE
    many = tag == "NNPS" or (tag == "NNS" and (human or lemma == "percent"))
    if several(tree, head) or lemma in GROUPS or tree.lower[head] in GROUPS or (many and entity not in {"ORG", "GPE"}):
        return "group"
    if lemma in SETS and _of_many(tree, head):
        return "group"
    if entity == "ORG" and lemma not in ORGANISATIONS and (human or _perhaps_a_person(tree, head, words)):
        return None
    if lemma in ORGANISATIONS or entity in {"ORG", "GPE", "LOC", "FAC"}:
        return "organisation"
    if entity == "NORP":
        return _of_a_party(tag, words[0])
    if tree.lower[head] in entities.NOT_IN_A_PERSON and tag in {"NNP", "NNPS"}:
        return "organisation"  # "Aldine Lines"
    if entity == "PERSON" or tag == "NNP":
        return None
    if lemma in {"person", "individual"} or (lemma == "one" and "of" in words):
        return "unnamed"
    return "unnamed" if human and words[0] in INDEFINITE else None


def _in_capitals(tree: Tree, head: int, words: Sequence[str]) -> bool:
    """ "ANN DOE", as a transcript has it."""
    return len(words) > 1 and head > 0 and tree.kinds[head] != "ORG" and all(word.isupper() for word in tree.words[head - 1 : head + 1])


def _of_a_party(tag: str, first: str) -> SpeakerKind | None:
    """ "Democrats" are a group; "the Vermont Democrat" is one person, whom we do not know."""
    if tag in {"NNS", "NNPS", "JJ"} or first not in {"the", "this", "that", *INDEFINITE}:
        return "group"
    return "unnamed" if first in INDEFINITE else None


def _perhaps_a_person(tree: Tree, head: int, words: Sequence[str]) -> bool:
    """ "Doe-Roe", "the Ledger's Ann Doe", "negotiator Ann Doe": names that the language library takes for an organisation's."""
    if len(words) == 2 and entities.is_first_name(tree.words[head - 1]):
        return True  # "Frank Church"
    role = any(tree.pos[k] == "NOUN" and roles.is_for_a_person(tree.passage.doc[k]) for k in tree.kids[head])
    return role or not {"-", "'s", "’s"}.isdisjoint(words)


def _joined(tree: Tree, head: int) -> int:
    """The last of several names, "Doe, Roe and Poe"."""
    following = [k for k in tree.kids[head] if tree.deps[k] == "conj" and k > head]
    return _joined(tree, following[-1]) if following else head


def called(tree: Tree, head: int, run: Run) -> str | None:
    """The words of a phrase without article and clauses: "Many women who ..." are "many women"."""
    first, last = run
    while first < head and tree.lower[first] in DETERMINERS:
        first += 1
    for kid in tree.kids[head]:
        start = tree.edges[kid][0]
        if kid > head and tree.deps[kid] in {"relcl", "acl", "appos", "advcl"} and start < last:
            last = max(head + 1, start)
    joined = _joined(tree, head)
    last = next((i for i in range(max(head, joined) + 1, last) if tree.words[i] == ","), last)
    runs = tree.runs(range(first, last))
    if not runs:
        return None
    span = tree.span((runs[0][0], runs[-1][1]))
    text = tree.said(span)
    plain = tree.pos[runs[0][0]] not in {"PROPN"} and not text[:2].isupper()
    return text[0].lower() + text[1:] if plain else text


def _of_many(tree: Tree, head: int) -> bool:
    """Whether persons stand behind "of"."""
    of = [k for k in tree.children(head, "prep") if tree.lower[k] == "of"]
    many = [k for prep in of for k in tree.children(prep, "pobj") if tree.tags[k] in {"NNS", "NNPS"}]
    return any(roles.is_for_a_person(tree.passage.doc[k]) or tree.lemmas[k] in PEOPLE for k in many)
