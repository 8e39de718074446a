"""Who is whose: "her husband, the actor Carl Marrow", "Ann Doe's brother Ben", "Carl Marrow, husband of Ann Doe".

The passages and the people of an article come in; facts of kind "name" go out: about "husband of Ann Doe", value "Carl Marrow",
where the name stands. Both must be persons that the article names. A pronoun is followed only where one person alone can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samestory.attributing import genders
from samestory.language import Passage
from samestory.model import Fact, Person
from samestory.text import listed

if TYPE_CHECKING:
    from samestory.language import Token

_KIN = listed("""husband wife spouse mother father mom dad son daughter brother sister uncle aunt cousin grandmother grandfather grandson
    granddaughter nephew niece stepfather stepmother stepson stepdaughter half-brother half-sister girlfriend boyfriend fiance fiancee
    fiancé fiancée widow widower""")
_ONE_NAME = {"mom": "mother", "dad": "father", "fiancé": "fiance", "fiancée": "fiancee"}
_NO_MORE = frozenset({"ex", "former", "late", "estranged", "alleged"})  # "his former wife": said along
# From the noun to the name behind it: "husband Carl", "husband, Carl", "husband, the actor Carl", "husband, actor Carl"
_NO_ROLE = "of|and|or|to|with|in|for|from|by|at|on|was|is|said|says|told|who|that|as"
_BEHIND = re.compile(rf"(?P<comma>,)? (?:(?:the |a )?(?:(?!(?:{_NO_ROLE}) )[a-z][\w’'-]+ ){{1,3}})?$")
_CLOSES = re.compile(r"[,.;:)\]—–]|$| (?:and|who|was|is|were|had|has|said|died)\b")
_CLOSES_AFTER_COMMA = re.compile(r" ?[,.;)—–]|$")  # "her husband, Ann Doe said": she tells it


@dataclass(frozen=True, slots=True)
class _Mention:
    name: str
    start: int  # in the passage
    end: int


def find(passages: Sequence[Passage], roster: Sequence[Person]) -> Iterator[Fact]:
    """The relations between named people, in order; one of each kind between two people."""
    seen: set[tuple[str, object]] = set()
    for passage in passages:
        mentions = _mentions(passage, roster)
        likely = len(mentions) > 1 or (mentions and passage.block.kind == "body")
        for i in [n for n, word in enumerate(passage.words) if word.lower() in _KIN] if likely else ():
            word = passage.doc[i]
            if word.tag_ not in ("NN", "NNP"):
                continue
            fact = _relation(passage, word, mentions)
            if fact and (fact.about, fact.value) not in seen:
                seen.add((fact.about, fact.value))
                yield fact


def _mentions(passage: Passage, roster: Sequence[Person]) -> list[_Mention]:
    size = len(passage.text)
    found = [
        _Mention(person.name, span.start - passage.start, span.end - passage.start)
        for person in roster
        for span in person.mentions
        if passage.start <= span.start < passage.start + size
    ]
    return sorted(found, key=lambda mention: mention.start)


def _relation(passage: Passage, word: Token, mentions: Sequence[_Mention]) -> Fact | None:
    in_full = [m for m in mentions if " " in passage.text[m.start : m.end]]  # "Peter" alone may be another of the family
    named = _named(passage, word, in_full)
    whose = _whose(word, [m for m in mentions if named is None or m != named])
    if named is None or whose is None or whose == named.name:
        return None
    kin = _ONE_NAME.get(word.lemma_.lower(), word.lemma_.lower())
    if _genders_differ(kin, named.name):
        return None
    about = f"{_before(word)}{kin} of {whose}"
    return Fact("name", about, named.name, None, None, None, passage.chars(named.start, named.end), None, "name:relation")


def _named(passage: Passage, word: Token, mentions: Sequence[_Mention]) -> _Mention | None:
    """The person who the noun says is somebody's: the name behind it, or the name it describes from behind a comma."""
    text, end = passage.text, word.idx + len(word)
    behind = next((m for m in mentions if m.start > end), None)
    if behind and behind.start - end <= 40:
        joint = _BEHIND.fullmatch(text, end, behind.start)
        closes = _CLOSES_AFTER_COMMA if joint and joint["comma"] else _CLOSES
        if joint and closes.match(text, behind.end):
            return behind
    first = min((t.idx for t in word.subtree if t.i < word.i), default=word.idx)
    before = next((m for m in reversed(mentions) if m.end <= first), None)
    apposed = before and word.dep_ == "appos" and before.start <= word.head.idx < before.end
    return before if before and apposed and text[before.end : first].strip(" ") == "," else None


def _whose(word: Token, mentions: Sequence[_Mention]) -> str | None:
    prefix = word.doc[word.i - 2] if _is_ex(word) else word  # "her ex-husband": the model hangs "her" on "ex"
    for child in (*word.children, *prefix.children):
        if child.dep_ == "poss":
            return _pronoun(child, mentions) if child.lower_ in ("his", "her") else _person_at(child, mentions)
        if child.dep_ == "prep" and child.lower_ == "of":
            holder = next((t for t in child.children if t.dep_ == "pobj"), None)
            return _person_at(holder, mentions) if holder is not None else None
    return None


def _person_at(word: Token, mentions: Sequence[_Mention]) -> str | None:
    return next((m.name for m in mentions if m.start <= word.idx < m.end), None)


def _pronoun(word: Token, mentions: Sequence[_Mention]) -> str | None:
    """Whom "his" or "her" means: the one person of the paragraph so far, unless the first name says otherwise."""
    people = {m.name for m in mentions if m.end <= word.idx}
    if len(people) != 1:
        return None
    (name,) = people
    gender = genders.of_name(name)
    return name if gender == ("he" if word.lower_ == "his" else "she") else None


def _genders_differ(kin: str, name: str) -> bool:
    told, known = genders.of_word(kin), genders.of_name(name)
    return told is not None and known is not None and told != known


def _is_ex(word: Token) -> bool:
    doc, at = word.doc, word.i
    return at > 1 and doc[at - 1].text == "-" and doc[at - 2].lower_ == "ex"


def _before(word: Token) -> str:
    """ "ex-", "former " and the like: an ex-husband is no husband."""
    if _is_ex(word):
        return "ex-"
    said = next((t.lower_ for t in word.lefts if t.lower_ in _NO_MORE), None)
    return "ex-" if said == "ex" else f"{said} " if said else ""
