"""Named things, and the people of an article under their fullest names."""

from __future__ import annotations

from collections.abc import Sequence

from samestory.language import Passage
from samestory.model import Article, Name, Person


def find(passages: Sequence[Passage]) -> tuple[Name, ...]:
    """The named things of the passages, in order."""
    return ()


def people(article: Article, passages: Sequence[Passage], named: Sequence[Name]) -> tuple[Person, ...]:
    """One entry for each person, under the fullest name, with all mentions by name; age is left None."""
    return ()
