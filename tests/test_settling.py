"""Which articles near each other belong together, and what happens when a later one shows it. Everything is invented."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import numpy
import pytest

from samestory.grouping import Grouper, stories
from samestory.grouping.reasons import name
from samestory.grouping.settling import COHESION, FEWEST, LONE, Part, core, fit, held, more, settle
from samestory.store import Store
from telling_builder import telling
from test_grouping import MILL, MILL_AGAIN
from test_stories import WANTED, tellings, together

LINKS = {(0, 1): 4.0, (0, 2): 3.0, (1, 2): 2.0, (3, 4): 2.0, (2, 3): 1.0}  # all others: -3
GROUPS = [{0, 1, 2}, {3, 4}]


def settled(order: tuple[int, ...], apart: tuple[tuple[int, int], ...] = ()) -> list[set[int]]:
    """The groups of the articles above, given in some order."""
    table = numpy.array([[LINKS.get((min(a, b), max(a, b)), -3.0) for b in order] for a in order])
    parts = [Part((article,), (article,)) for article in order]
    numbers = settle(parts, table, [(order.index(a), order.index(b)) for a, b in apart], 0.0)
    return sorted(({order[number] for number in group} for group in numbers), key=min)


def test_the_same_articles_settle_in_the_same_groups_in_any_order() -> None:
    assert all(settled(order) == GROUPS for order in permutations(range(5)))


def test_what_a_person_keeps_apart_never_meets() -> None:
    for order in permutations(range(5)):
        assert not any({0, 1} <= group for group in settled(order, ((0, 1),)))


def test_a_large_story_stays_whole_and_is_weighed_by_some() -> None:
    large = Part(tuple(range(40)), tuple(core(range(40))))
    assert large.weighed == (0, 1, 2, 3, 32, 33, 34, 35, 36, 37, 38, 39)
    links = numpy.full((13, 13), 2.0)
    assert settle([Part((40,), (40,)), large], links, (), 1.9 - more(41, 12)) == [[0, 1]]
    assert settle([Part((40,), (40,)), large], links, (), 2.1 - more(41, 12)) == [[0], [1]]
    assert fit({1: 1.0, 2: 0.0}) == pytest.approx(0.6)


def test_a_large_story_must_hold_together_better() -> None:
    """Pairs that make three articles a story do not make thirty-two one."""
    assert more(3, 4) == more(16, 4)
    assert more(16, 4) < more(32, 4) < more(64, 4)
    links = numpy.full((32, 32), LONE + 0.05)
    sizes = sorted(len(group) for group in settle([Part((n,), (n,)) for n in range(32)], links, (), 0.0))
    assert len(sizes) > 1
    assert sizes[-1] > 16


def between(small: int, inside: float, across: float, best: float) -> numpy.ndarray:
    """The log-odds of two stories of so many articles, with one pair that fits best."""
    table = numpy.full((2 * small, 2 * small), across)
    table[:small, :small] = table[small:, small:] = inside
    table[0, small] = table[small, 0] = best
    return table


def test_two_stories_that_hold_together_are_not_joined_by_what_both_name() -> None:
    """A car that will fly and the flight two months later: each pair across fits a little, one very well."""
    parts = [Part((n,), (n,)) for n in range(2 * FEWEST)]
    apart = [[*range(FEWEST)], [*range(FEWEST, 2 * FEWEST)]]
    assert settle(parts, between(FEWEST, 5.0, 1.0, 4.0), (), 0.0) == apart
    assert settle(parts, between(FEWEST, 2.0, 1.0, 1.9), (), 0.0) == [[*range(2 * FEWEST)]]  # no closer among themselves
    few = FEWEST - 1
    assert settle(parts[: 2 * few], between(few, 5.0, 1.0, 4.0), (), 0.0) == [[*range(2 * few)]]  # of so few nobody knows
    assert held(5.0, FEWEST) == 5.0 * COHESION
    assert held(5.0, few) < -1e6


def test_one_pair_must_fit_better_than_many() -> None:
    assert settle([Part((n,), (n,)) for n in range(2)], numpy.full((2, 2), LONE - 0.1), (), 0.0) == [[0], [1]]
    three = numpy.array([[0.0, 5.0, LONE - 0.1], [5.0, 0.0, LONE - 0.1], [LONE - 0.1, LONE - 0.1, 0.0]])
    assert settle([Part((n,), (n,)) for n in range(3)], three, (), 0.0) == [[0, 1, 2]]


def test_a_story_that_is_two_is_parted_and_every_article_has_its_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """All were joined when too little was asked; what arrives then shows it."""
    store = Store(tmp_path / "samestory.db")
    store.put(tellings())
    third = telling("mill-3", MILL + "\n\n" + MILL_AGAIN, outlet="Ister Radio", day="2025-03-05")
    store.put([third])
    for shelf in (None, store.shelf()):
        grouper = Grouper(shelf)
        with monkeypatch.context() as lax:
            lax.setattr(stories, "JOIN", -100.0)
            lax.setattr(stories, "NEAR", -100.0)
            lax.setattr(stories, "RENEWED", (0,))
            for told in tellings():
                grouper.add(told)
        assert len(grouper.stories()) < len(WANTED)
        grouper.add(third)
        grouper.renew()
        assert together(grouper.stories()) == {*WANTED, frozenset({"mill-1", "mill-2", "mill-3"})} - {frozenset({"mill-1", "mill-2"})}
        for story in grouper.stories():
            opened = [decision.article for decision in story.decisions if decision.new]
            assert [name(article) for article in opened] == [story.id]
        why = {decision.article: decision for story in grouper.stories() for decision in story.decisions}
        assert "Odile Marchetti" in why["bridge-2"].shared
        assert why["bridge-1"].rule.startswith("opens: the first of its story; nearest is shop (2025-03-08), which fits by -7.0, ")
        assert why["bridge-1"].rule.endswith("looked at again after 6 arrivals")
    store.close()


def test_words_count_once_for_a_story_whatever_came_first() -> None:
    weights = []
    for order in (tellings(), [*reversed(tellings())]):
        grouper = Grouper()
        for told in order:
            grouper.add(told)
        grouper.renew()
        weights.append(len(grouper._past._uncounted))
    assert weights == [2, 2]
