"""Tellings arrive and become stories. All people, places and outlets are invented."""

from __future__ import annotations

from itertools import permutations

import pytest

from samestory.grouping import Grouper, group, stories
from samestory.grouping.explaining import title
from samestory.grouping.reasons import name
from samestory.model import Story, Telling
from telling_builder import telling
from test_grouping import MILL, MILL_AGAIN, SHOP

BRIDGE = """Gull Bridge closes after a crack is found

The Gull Bridge over the Ister was closed on Tuesday after divers found a crack in its third pier, the road office said.

"Nobody will cross it before the spring," said Odile Marchetti, the county's chief engineer. About 9,400 cars use it daily."""
BRIDGE_AGAIN = """Cracked pier shuts Gull Bridge until spring

Drivers face a detour of 14 miles after the Gull Bridge across the Ister was shut on Tuesday. Divers had found a crack in the third pier.

The chief engineer of the county, Odile Marchetti, said that the 9,400 cars which use it each day must go by Ostrick."""


def tellings() -> list[Telling]:
    return [
        telling("mill-1", MILL, outlet="The Sandlow Post", day="2025-03-04", title="Fire guts the old mill in Sandlow"),
        telling("mill-2", MILL_AGAIN, outlet="County Wire", day="2025-03-05", title="Sandlow mill lost to the flames"),
        telling("shop", SHOP, outlet="County Wire", day="2025-03-08"),
        telling("bridge-1", BRIDGE, outlet="County Wire", day="2025-03-12"),
        telling("bridge-2", BRIDGE_AGAIN, outlet="The Sandlow Post"),
    ]


def together(found: tuple[Story, ...]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in found}


WANTED = {frozenset({"mill-1", "mill-2"}), frozenset({"shop"}), frozenset({"bridge-1", "bridge-2"})}


def test_tellings_of_one_event_become_one_story_in_any_order() -> None:
    for order in permutations(tellings()):
        assert together(group(order)) == WANTED


def test_every_article_is_in_exactly_one_story_and_has_its_decision() -> None:
    found = group(tellings())
    articles = [article for story in found for article in story.articles]
    assert sorted(articles) == sorted(t.article.id for t in tellings())
    for story in found:
        assert tuple(decision.article for decision in story.decisions) == story.articles
        assert {decision.story for decision in story.decisions} == {story.id}


def test_a_story_is_named_after_its_opener_and_keeps_the_name() -> None:
    grouper = Grouper()
    first, second, *_ = tellings()
    assert grouper.add(first).story == name("mill-1")
    assert grouper.add(second).story == name("mill-1")
    assert [story.id for story in grouper.stories()] == [name("mill-1")]
    assert len(name("mill-1")) == 12


def test_a_decision_shows_its_evidence() -> None:
    grouper = Grouper()
    first, second, *_ = tellings()
    opened, joined = grouper.add(first), grouper.add(second)
    assert opened.new
    assert opened.score is None
    assert not opened.shared
    assert not joined.new
    assert {"Ada Quill", "Jory Penhale", "street Tanner", "age 35", "Monday"} <= set(joined.shared)
    assert joined.rule.startswith("joins:")


def test_days_and_title_of_a_story() -> None:
    story = group(tellings())[0]
    assert (story.first, story.last) == ("2025-03-04", "2025-03-05")
    assert story.title == "Fire guts the old mill in Sandlow"


def test_an_article_without_a_date_joins_and_stands_last() -> None:
    story = next(story for story in group(tellings()) if "bridge-2" in story.articles)
    assert story.articles == ("bridge-1", "bridge-2")
    assert story.last == "2025-03-12"


def test_a_title_falls_back_to_the_first_sentence_and_loses_the_name_of_the_site() -> None:
    assert title([telling("a", "The mill burned. It was old.")]) == "The mill burned."
    assert title([telling("a", "x", title="Mill burns to the ground | The Sandlow Post")]) == "Mill burns to the ground"
    assert title([telling("a", "x", title="Mill | burns to the ground on Monday")]) == "Mill | burns to the ground on Monday"
    assert title([telling("a", "")]) == "(no text)"
    assert title([telling("a", "mill " * 100)]).endswith("mill …")


def test_a_later_article_bridges_two_stories(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two stories that were kept apart become one when an arrival fits both and their members fit each other."""
    grouper = Grouper()
    first, second, *_ = tellings()
    third = telling("mill-3", MILL + "\n\n" + MILL_AGAIN, outlet="Ister Radio", day="2025-03-05")
    with monkeypatch.context() as strict:
        strict.setattr(stories, "JOIN", 100.0)
        grouper.add(first)
        grouper.add(second)
    assert len(grouper.stories()) == 2
    assert "joins 1 other story to it" in grouper.add(third).rule
    assert together(grouper.stories()) == {frozenset({"mill-1", "mill-2", "mill-3"})}
    assert grouper.stories()[0].id == name("mill-1")


def test_no_tellings_make_no_stories() -> None:
    assert group([]) == ()
    assert together(group([telling("a", "")])) == {frozenset({"a"})}
