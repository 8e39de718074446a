"""What an opening says of the story that it nearly joined: the fit by which it was settled, never one above what is needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from samestory.grouping.reasons import Reasons
from samestory.grouping.settling import LONE


def said(links: Mapping[tuple[int, int], float], own: Sequence[int], story: Sequence[int], inside: float = 1.0) -> str:
    """The clause, from the log-odds of pairs (all others: 0); `inside` are those within each story."""

    def of(place: int, others: Sequence[int]) -> dict[int, float]:
        return {other: links.get((place, other), 0.0) for other in others}

    known: Any = SimpleNamespace(of=of, inside=lambda places: inside)
    nothing: Any = None
    return Reasons(nothing, known, nothing)._short_of(own, story, 0.1)


def test_one_article_beside_one_is_told_by_what_a_single_pair_needs() -> None:
    assert said({(9, 1): 0.5}, [9], [1]) == f", {0.1 + LONE:.2f} needed"


def test_one_article_beside_a_story_is_told_by_all_of_it() -> None:
    assert said({(9, 1): 2.0, (9, 2): -4.0}, [9], [1, 2]) == f", its story by -0.40, {0.1 + LONE / 2:.2f} needed"


def test_the_first_of_a_story_is_told_by_both_stories() -> None:
    """It alone fits the other well; those beside it do not."""
    links = {(8, 1): 2.0, (8, 2): 2.0, (9, 1): -3.0, (9, 2): -3.0}
    assert said(links, [8, 9], [1, 2]) == f", their stories fit each other by 0.00, {0.1 + LONE / 4:.2f} needed"


def test_two_stories_that_each_hold_together_are_told_by_that() -> None:
    links = {(own, other): 1.5 for own in (6, 7, 8, 9) for other in (1, 2, 3, 4)}
    told = ", the articles of the two stories by 1.5 on average, those of each among themselves by 6.0 and more"
    assert said(links, [6, 7, 8, 9], [1, 2, 3, 4], 6.0) == told


@pytest.mark.parametrize(
    ("story", "links", "told"),
    [
        ([1, 2], dict.fromkeys([(9, 1), (9, 2)], 0.09 + LONE / 2), f", its story by just less than the {0.1 + LONE / 2:.2f} needed"),
        ([1], {(9, 1): 0.098 + LONE}, ", a little more needed"),
    ],
)
def test_what_would_read_the_same_is_told_in_words(story: list[int], links: dict[tuple[int, int], float], told: str) -> None:
    assert said(links, [9], story) == told
