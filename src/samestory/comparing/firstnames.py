"""One family name with another first name: "organiser Ann Doe" and "Joan Doe, the organiser".

The sentences of a story come in; changes go out with the two sentences they stand in. Only where each article knows one person of
the family name alone, both first names are of no one person, and the sentences have much in common besides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from samestory.comparing import pairs
from samestory.comparing.changes import Change
from samestory.comparing.parallels import Sentence
from samestory.comparing.persons import TITLES, Persons
from samestory.comparing.wording import LIGHT

WHY = "in like surroundings one family name has two first names"
BESIDE = 6  # tokens on each side, of which one word of matter is shared: "organiser"
COMMON = 3  # words of matter that both sentences share; with fewer, two of a family are taken for one
OTHER = 0.5  # of the letters; "Nabi" and "Nebi" are one name, spelt twice
SHARED = 0.2  # of the words of the shorter sentence
_SHORT_FORMS = """
    jim james; jimmy james; jamie james; bill william; will william; billy william; liam william; bob robert; bobby robert; rob robert;
    dick richard; rick richard; ricky richard; rich richard; jack john; johnny john; jon john; jon jonathan; jack jackson; joe joseph;
    joey joseph; tony anthony; mike michael; mick michael; mickey michael; tom thomas; tommy thomas; ted edward; ed edward; eddie edward;
    ned edward; ted theodore; teddy theodore; charlie charles; chuck charles; hank henry; harry henry; harry harold; larry lawrence;
    jerry gerald; gerry gerald; jerry jerome; dan daniel; danny daniel; dave david; steve stephen; steve steven; stevie steven;
    bernie bernard; andy andrew; drew andrew; al albert; al alan; fred frederick; frank francis; liz elizabeth; beth elizabeth;
    betty elizabeth; lisa elizabeth; meg margaret; peggy margaret; maggie margaret; kate katherine; kathy katherine; katie katherine;
    kate catherine; cathy catherine; sue susan; pat patricia; patty patricia; pat patrick; nancy ann; sandy sandra; debbie deborah;
    jenny jennifer; vicky victoria; mandy amanda; sandy alexander; alex alexander; sasha alexander; nick nicholas; chris christopher;
    greg gregory; jeff jeffrey; ken kenneth; ron ronald; ray raymond; sam samuel; tim timothy; vince vincent; walt walter; zack zachary"""
SHORT_FORMS = frozenset(frozenset(pair.split()) for pair in _SHORT_FORMS.split(";"))


@dataclass(frozen=True, slots=True)
class _Named:
    """A person in full, in a sentence."""

    sentence: Sentence
    at: int  # token of the first name
    end: int
    name: str


def find(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence, Change]]:
    """People of one family name with two first names."""
    found = [person for sentence in sentences for person in _people(sentence)]
    names: dict[str, set[str]] = defaultdict(set)
    for family, named in found:
        names[family].add(named.name)
    texts = {sentence.telling.article.id: sentence.telling.article.text for sentence in sentences}
    for family, ours, theirs in pairs.of_one_key(person for person in found if len(names[person[0]]) > 1):
        if ours.name == theirs.name or not _one_person(ours, theirs, family):
            continue
        if any(ours.name in text and theirs.name in text for text in texts.values()):
            continue  # another article knows both
        here, there = (one.sentence.telling.article.span(*_place(one)) for one in (ours, theirs))
        yield ours.sentence, theirs.sentence, Change("name", family, here, there, ours.name, theirs.name, WHY)


def _people(sentence: Sentence) -> Iterator[tuple[str, _Named]]:
    """The people of two names whom the sentence names in full, alone of their family in the article."""
    people = [person.name for person in sentence.telling.people if len(person.name.split()) == 2]
    last = [person.name.split()[-1] for person in sentence.telling.people]
    words = [sentence.telling.article.text[token.start : token.end] for token in sentence.tokens]
    for name in people:
        first, family = name.split()
        titled = {first.casefold(), first.casefold().removesuffix("s")} & TITLES  # "Presidents Tarn and Vell"
        if last.count(family) == 1 and not titled:
            for at in range(len(words) - 1):
                if words[at : at + 2] == [first, family]:
                    yield family, _Named(sentence, at, at + 2, name)


def _one_person(ours: _Named, theirs: _Named, family: str) -> bool:
    """Whether two first names stand for one person in like sentences."""
    here, there = (one.name.split()[0].casefold() for one in (ours, theirs))
    if Persons([ours.name, theirs.name]).same(ours.name, theirs.name) or here in there or there in here or here[:3] == there[:3]:
        return False
    if frozenset((here, there)) in SHORT_FORMS or Levenshtein.distance(here, there) < OTHER * max(len(here), len(there)):
        return False
    if len({age for one in (ours, theirs) if (age := _age(one)) is not None}) > 1:
        return False  # "Joel Tarn, 34," and "Mara Tarn, 61,"
    if _knows(ours, theirs.name) or _knows(theirs, ours.name):
        return False
    common = (ours.sentence.matter & theirs.sentence.matter) - {family.casefold()}
    shorter = min(len(ours.sentence.matter), len(theirs.sentence.matter))
    return len(common) >= COMMON and len(common) >= SHARED * shorter and bool(_beside(ours) & _beside(theirs))


def _age(named: _Named) -> float | str | None:
    """The number right after the name."""
    return next((token.value for token in named.sentence.tokens[named.end : named.end + 1] if token.kind == "count"), None)


def _knows(named: _Named, name: str) -> bool:
    """Whether the first name stands anywhere in the article."""
    return re.search(rf"\b{re.escape(name.split()[0])}\b", named.sentence.telling.article.text) is not None


def _beside(named: _Named) -> set[str]:
    """The words of matter beside the name; a name in a row of names, and "former", tell nothing of whom it is."""
    tokens = named.sentence.tokens
    near = (*tokens[max(0, named.at - BESIDE) : named.at], *tokens[named.end : named.end + BESIDE])
    return {token.key for token in near if token.kind is None and not token.capital and token.key not in LIGHT | {"form"}}


def _place(named: _Named) -> tuple[int, int]:
    return named.sentence.tokens[named.at].start, named.sentence.tokens[named.end - 1].end
