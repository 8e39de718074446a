"""Articles that come late: weeks after the event, out of order, and what a court says months later. Everybody here is invented."""

from __future__ import annotations

from itertools import permutations

from samestory.grouping import group
from samestory.model import Story, Telling
from telling_builder import telling
from test_stories import tellings, together

FIRST = """Guard hurt as thieves empty the Ister mint

Three masked thieves forced the gate of the Ister mint in Ostrick on Friday night and took 212 gold medals, police said.

The night guard, Benedek Sorrel, 58, was struck on the head. The medals were made for the Gull Bridge jubilee."""
ARREST = """Two brothers held over the theft at the Ister mint

Police in Ostrick have arrested Corvin and Matthias Hauke, two brothers of 31 and 34, over the theft of 212 gold medals from the Ister mint.

The guard who was struck, Benedek Sorrel, 58, knew them again, said Inspector Livia Ortmann. The jubilee medals are still missing."""
COURT = """Hauke brothers plead guilty in mint theft

Corvin Hauke, 31, and his brother Matthias, 34, pleaded guilty on Monday to the theft of 212 gold medals from the Ister mint in Ostrick.

The guard Benedek Sorrel told the court that he sleeps badly since. Inspector Livia Ortmann said that the jubilee medals were melted."""
OTHER_COURT = """Baker pleads guilty in Ostrick to selling unweighed bread

The baker Emeric Vole, 44, pleaded guilty on Monday before the county court in Ostrick to selling 900 loaves that were not weighed."""


def followed() -> list[Telling]:
    return [
        telling("theft", FIRST, outlet="Ostrick Star", day="2025-02-08"),
        telling("arrest", ARREST, outlet="County Wire", day="2025-03-03"),
        telling("court", COURT, outlet="Ostrick Star", day="2025-05-20"),
        telling("baker", OTHER_COURT, outlet="Ostrick Star", day="2025-05-20"),
    ]


def story_of(found: tuple[Story, ...], article: str) -> frozenset[str]:
    return next(frozenset(story.articles) for story in found if article in story.articles)


def test_a_court_says_months_later_what_became_of_it() -> None:
    found = group([*tellings(), *followed()])
    assert story_of(found, "court") == {"theft", "arrest", "court"}
    assert story_of(found, "baker") == {"baker"}


def test_follow_ups_end_in_one_story_in_any_order() -> None:
    for order in permutations(followed()):
        assert story_of(group([*tellings(), *order]), "theft") == {"theft", "arrest", "court"}


def test_an_article_that_arrives_weeks_after_it_was_published_joins_and_stands_in_its_place() -> None:
    early, *later = tellings()
    found = group([*later, *followed(), early])
    assert together(found) >= {frozenset({"mill-1", "mill-2"})}
    assert next(story.articles for story in found if "mill-1" in story.articles) == ("mill-1", "mill-2")
