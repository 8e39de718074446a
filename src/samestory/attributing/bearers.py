"""Who bears a name of one word, "Marrow", by the pronouns and titles around it: a he, a she, or a thing.

Parsed passages come in; for each word that stands alone as a name, how often "Mr.", "she said" or "its" tell of its bearer
goes out. Which person of the article that is, is decided in `names`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from samestory.attributing import genders, roles
from samestory.attributing.genders import Gender
from samestory.language import Passage
from samestory.text import DOUBLE, fold

if TYPE_CHECKING:
    from samestory.language import Doc

TOLD_BY: dict[str, Gender] = {"he": "he", "himself": "he", "his": "he", "she": "she", "herself": "she"}
SURE = frozenset({"he", "himself", "she", "herself"})  # "Aldine suspended his account" tells nothing of Aldine
THINGS = frozenset({"its", "itself"})
SPOUSES: dict[str, Gender] = {"wife": "he", "husband": "she"}  # "Marrow's wife": Marrow is a he
FAR = 25  # tokens from the name to the pronoun
BY_TITLE = 3  # votes: "Mrs. Marrow" is worth three pronouns
ENOUGH = 2  # votes
CLEAR = 2  # times as many as for the other gender, or for a thing
SUBJECT = frozenset({"nsubj", "nsubjpass"})


@dataclass(slots=True)
class Bearer:
    """What the text tells of those who bear a word as their whole name."""

    he: int = 0
    she: int = 0
    things: int = 0
    surely: int = 0  # pronouns that are no possessives, and titles
    titles: int = 0  # "President Marrow"

    @property
    def leaning(self) -> Gender | None:
        """The gender that at least one sign tells, and none against it."""
        return None if bool(self.he) == bool(self.she) else "he" if self.he else "she"

    @property
    def gender(self) -> Gender | None:
        if self.he >= ENOUGH and self.he >= CLEAR * self.she:
            return "he"
        return "she" if self.she >= ENOUGH and self.she >= CLEAR * self.he else None

    @property
    def person(self) -> bool:
        """Whether the bearer is surely somebody."""
        told = self.he + self.she + self.titles
        return self.surely + self.titles > 0 and told >= ENOUGH and told >= CLEAR * self.things


def find(passages: Sequence[Passage]) -> dict[str, Bearer]:
    """The bearers of the names of one word."""
    found: dict[str, Bearer] = defaultdict(Bearer)
    for passage in passages:
        for word, by, sure in _votes(passage):
            bearer = found[word]
            bearer.surely += sure
            if by is None:
                bearer.titles += sure
                bearer.things += not sure
            elif by == "he":
                bearer.he += BY_TITLE if sure == BY_TITLE else 1
            else:
                bearer.she += BY_TITLE if sure == BY_TITLE else 1
    return dict(found)


def titled(doc: Doc, token: int) -> Gender | None:
    """The gender that the title right before a name tells: "Mrs. Marrow", "Congresswoman Marrow"."""
    before = doc[token - 1].text if token else ""
    return genders.of_word(before) if before[:1].isupper() else None


@lru_cache(maxsize=256)  # names, people and references all ask for an article's
def _votes(passage: Passage) -> tuple[tuple[str, Gender | None, int], ...]:
    return tuple(_signs(passage))


def _signs(passage: Passage) -> Iterator[tuple[str, Gender | None, int]]:
    """Each sign with its word, what it tells (None: nothing, if it is sure, of a gender, and else a thing), and how sure it is."""
    doc, words = passage.doc, passage.words
    inside = False
    for i, word in enumerate(words):
        if word in DOUBLE:
            inside = not inside
        lower = word.lower()
        if i and word[0].isupper() and words[i - 1][0].isupper() and roles.is_title(doc[i - 1]) and not _goes_on(doc, i):
            told = titled(doc, i)
            yield fold(word), told, BY_TITLE if told else ENOUGH
        if lower in SPOUSES and i > 1 and words[i - 1] in {"'s", "’s"} and not _goes_back(doc, i - 2):
            yield fold(words[i - 2]), SPOUSES[lower], BY_TITLE
        if inside or (lower not in TOLD_BY and lower not in THINGS):
            continue
        name = _subject_before(passage, i)
        if name is not None:
            yield fold(words[name]), TOLD_BY.get(lower), int(lower in SURE)


def _subject_before(passage: Passage, pronoun: int) -> int | None:
    """The name of one word that acts before the pronoun, with nobody else between them."""
    doc, words = passage.doc, passage.words
    crossed = False
    for i in range(pronoun - 1, max(-1, pronoun - FAR), -1):
        word = words[i]
        if word in {".", "!", "?"}:
            if crossed or i != pronoun - 1 or doc[pronoun].dep_ not in SUBJECT:
                return None
            crossed = True
        elif word.lower() in TOLD_BY or word in DOUBLE:
            return None
        elif word[0].isupper() and doc[i].pos_ in {"PROPN", "NOUN"} and len(word) > 1:
            alone = word.isalpha() and not word.isupper() and not _goes_on(doc, i) and not _goes_back(doc, i)
            if alone and doc[i].dep_ in SUBJECT:
                return i
            if doc[i].ent_type_ in {"PERSON", "ORG", ""}:
                return None
        elif doc[i].tag_ == "NN" and roles.is_for_a_person(doc[i]):
            return None
    return None


def _goes_on(doc: Doc, i: int) -> bool:
    """ "Marrow" in "Marrow Tower"."""
    return i + 1 < len(doc) and (doc[i + 1].pos_ == "PROPN" or doc[i].dep_ == "compound")


def _goes_back(doc: Doc, i: int) -> bool:
    """ "Marrow" in "Hanna Marrow"; a title is no part of the name."""
    return i > 0 and doc[i - 1].pos_ == "PROPN" and doc[i - 1].dep_ in {"compound", "nmod"} and not roles.is_title(doc[i - 1])
