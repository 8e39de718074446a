"""Who is whose: "her husband, the actor Carl Marrow", "Ann Doe's brother Ben", "his lawyer, Mark Roe", "the victim's father, Bo Lowe".

The passages and the people of an article come in; ties go out, and of them facts of kind "name": about "husband of Ann Doe", value
"Carl Marrow", where the name stands. Who is somebody's must be named; a pronoun is followed only where one person alone can be meant,
"the couple" only where two are named side by side. What Carl Marrow's wife then is to him, `people` tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samestory.attributing import genders
from samestory.language import Passage
from samestory.model import Fact, Person, Span
from samestory.text import listed

if TYPE_CHECKING:
    from samestory.language import Token

_KIN = listed("""husband wife spouse mother father mom dad son daughter brother sister uncle aunt cousin grandmother grandfather grandson
    granddaughter nephew niece stepfather stepmother stepson stepdaughter half-brother half-sister girlfriend boyfriend fiance fiancee
    fiancé fiancée widow widower""")
# Ties of work and life: "Doe's lawyer, Mark Roe", "Mark Roe, a spokesman for Ann Doe"
_TIES = listed("""lawyer attorney agent manager publicist spokesman spokeswoman spokesperson assistant boss doctor coach friend neighbor
    neighbour colleague partner roommate teammate bodyguard""")
# Whom an article may leave unnamed: "the victim's father, Bo Lowe"
_UNNAMED = listed("victim suspect gunman shooter defendant boy girl baby infant toddler teen teenager couple bride groom")
_ONE_NAME = {"mom": "mother", "dad": "father", "fiancé": "fiance", "fiancée": "fiancee"}
_NO_MORE = frozenset({"ex", "former", "late", "estranged", "alleged"})  # "his former wife": said along
# From the noun to the name behind it: "husband Carl", "husband, Carl", "husband, the actor Carl", "husband, actor Carl"
_NO_ROLE = "of|and|or|to|with|in|for|from|by|at|on|was|is|said|says|told|who|that|as"
_BEHIND = re.compile(rf"(?P<comma>,)? (?:(?:the |a )?(?:(?!(?:{_NO_ROLE}) )[a-z][\w’'-]+ ){{1,3}})?$")
_CLOSES = re.compile(r"[,.;:)\]—–]|$| (?:and|who|was|is|were|had|has|said|died)\b")
_CLOSES_AFTER_COMMA = re.compile(r" ?[,.;)—–]|$")  # "her husband, Ann Doe said": she tells it


@dataclass(frozen=True, slots=True)
class Tie:
    """What somebody named is to somebody else."""

    who: str  # fullest name
    role: str  # "husband", "ex-wife"
    whose: str  # fullest name, or in small letters who is left unnamed
    name: Span  # the words that name who it is
    span: Span  # the word for the role


@dataclass(frozen=True, slots=True)
class _Mention:
    name: str
    start: int  # in the passage
    end: int


def find(passages: Sequence[Passage], roster: Sequence[Person]) -> Iterator[Tie]:
    """The ties of named people, in order; one of each kind between two people."""
    seen: set[tuple[str, str, str]] = set()
    for passage in passages:
        likely = [n for n, word in enumerate(passage.words) if word.lower() in _KIN or word.lower() in _TIES]
        mentions = _mentions(passage, roster) if likely else []
        for i in likely if mentions and (len(mentions) > 1 or passage.block.kind == "body") else ():
            word = passage.doc[i]
            for tie in _ties(passage, word, mentions) if word.tag_ in ("NN", "NNP") else ():
                if (tie.who, tie.role, tie.whose) not in seen:
                    seen.add((tie.who, tie.role, tie.whose))
                    yield tie


def facts(ties: Sequence[Tie]) -> Iterator[Fact]:
    """The ties between two people who are named, as facts."""
    for tie in ties:
        if tie.whose[0].isupper():
            yield Fact("name", f"{tie.role} of {tie.whose}", tie.who, None, None, None, tie.name, None, "name:relation")


def _mentions(passage: Passage, roster: Sequence[Person]) -> list[_Mention]:
    size = len(passage.text)
    found = [
        _Mention(person.name, span.start - passage.start, span.end - passage.start)
        for person in roster
        for span in person.mentions
        if passage.start <= span.start < passage.start + size
    ]
    return sorted(found, key=lambda mention: mention.start)


def _ties(passage: Passage, word: Token, mentions: Sequence[_Mention]) -> Iterator[Tie]:
    # "Peter" alone may be another of the family, but where that is all his name
    in_full = [m for m in mentions if " " in (told := passage.text[m.start : m.end]) or told == m.name]
    named = _named(passage, word, in_full) if not _is_of_kin(word) else None
    if named is None:
        return
    kin = _ONE_NAME.get(word.lemma_.lower(), word.lemma_.lower())
    if _genders_differ(kin, named.name):
        return
    for whose in _whose(passage, word, [m for m in mentions if m != named]):
        if whose != named.name:
            yield Tie(named.name, f"{_before(word)}{_at_work(word)}{kin}", whose, passage.chars(named.start, named.end), passage.span(word))


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
    listed_on = text.startswith(" and ", end)  # "her mother, Ann Doe, her brother and her friend": three people
    return before if before and apposed and not listed_on and text[before.end : first].strip(" ") == "," else None


def _whose(passage: Passage, word: Token, mentions: Sequence[_Mention]) -> tuple[str, ...]:
    prefix = word.doc[word.i - 2] if _is_ex(word) else word  # "her ex-husband": the model hangs "her" on "ex"
    of = ("of", "for", "to") if word.lower_ in _TIES else ("of",)
    for child in (*word.children, *prefix.children):
        if child.dep_ == "poss":
            return _pronoun(child, mentions) if child.lower_ in ("his", "her") else _holder(passage, child, mentions)
        if child.dep_ == "prep" and child.lower_ in of:
            holder = next((t for t in child.children if t.dep_ == "pobj"), None)
            return _holder(passage, holder, mentions) if holder is not None else ()
    return ()


def _holder(passage: Passage, word: Token, mentions: Sequence[_Mention]) -> tuple[str, ...]:
    """The person of that name, the two of "the couple", or who is left unnamed."""
    lemma = word.lemma_.lower()
    if word.pos_ == "NOUN" and lemma in _UNNAMED and word.tag_ == "NN" and any(t.lower_ == "the" for t in word.children):
        couple = _couple(passage, [m for m in mentions if m.end <= word.idx]) if lemma == "couple" else ()
        return couple or (lemma,)
    if any(t.dep_ == "conj" for t in word.children):
        return ()  # "Ann Doe and Ben Roe's lawyer"
    return tuple(m.name for m in mentions if m.start <= word.idx < m.end)[:1]


def _couple(passage: Passage, mentions: Sequence[_Mention]) -> tuple[str, ...]:
    """Two people named side by side, and nobody else before: "Ann Doe and Carl Marrow"."""
    names = tuple(dict.fromkeys(m.name for m in mentions))
    beside = len(mentions) > 1 and passage.text[mentions[0].end : mentions[1].start] == " and "
    return names if len(names) == 2 and beside else ()


def _pronoun(word: Token, mentions: Sequence[_Mention]) -> tuple[str, ...]:
    """Whom "his" or "her" means: the one person of the paragraph so far, unless the first name says otherwise."""
    people = {m.name for m in mentions if m.end <= word.idx}
    if len(people) != 1:
        return ()
    (name,) = people
    gender = genders.of_name(name)
    return (name,) if gender == ("he" if word.lower_ == "his" else "she") else ()


def _genders_differ(kin: str, name: str) -> bool:
    told, known = genders.of_word(kin), genders.of_name(name)
    return told is not None and known is not None and told != known


def _is_of_kin(word: Token) -> bool:
    """ "the brother of Ann Doe's friend, Ben Roe": who of the two he is, is open."""
    holder = word.head if word.dep_ == "pobj" and word.head.lower_ == "of" else None
    return holder is not None and holder.head.lemma_.lower() in _KIN | _TIES


def _at_work(word: Token) -> str:
    """ "campaign " of a campaign manager, "defense " of a defense lawyer."""
    if word.lower_ not in _TIES:
        return ""
    return "".join(
        f"{t.lower_} " for t in word.lefts if t.dep_ == "compound" and t.pos_ == "NOUN" and t.text.islower() and t.text.isalpha()
    )


def _is_ex(word: Token) -> bool:
    doc, at = word.doc, word.i
    return at > 1 and doc[at - 1].text == "-" and doc[at - 2].lower_ == "ex"


def _before(word: Token) -> str:
    """ "ex-", "former " and the like: an ex-husband is no husband."""
    if _is_ex(word):
        return "ex-"
    if word.i > 1 and word.nbor(-1).text == "-" and word.nbor(-1).idx + 1 == word.idx:
        return f"{word.nbor(-2).lower_}-"  # "step-grandfather"
    said = next((t.lower_ for t in word.lefts if t.lower_ in _NO_MORE), None)
    return "ex-" if said == "ex" else f"{said} " if said else ""
