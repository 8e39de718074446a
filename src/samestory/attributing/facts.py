"""Checkable values: ages, counts, money, percent, measures, roles, places - each with what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from samestory.language import Passage
from samestory.model import Article, Credit, Fact, Person, Quote, Time


def find(
    article: Article, passages: Sequence[Passage], roster: Sequence[Person], times: Sequence[Time]
) -> tuple[tuple[Fact, ...], tuple[Person, ...]]:
    """The facts of the article in order, and the people with the ages found."""
    return (), tuple(roster)


def on_whose_word(facts: Sequence[Fact], quotes: Sequence[Quote], credited: Sequence[Credit]) -> tuple[Fact, ...]:
    """The facts with `stated_by` set where they stand inside a quotation's content or under a credit."""
    return tuple(facts)
