"""Furniture that a word in the line gives away, and the prose that looks like it."""

from __future__ import annotations

import pytest

from samestory.reading import furniture, giveaways


@pytest.mark.parametrize(("rule", "needed", "line"), [(rule, needed, line) for rule, needed, _, line in giveaways.PATTERNS])
def test_every_pattern_fits_its_example(rule: str, needed: tuple[str, ...], line: str) -> None:
    assert any(word in line.lower() for word in needed)
    assert furniture.find(line) == rule


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ("related", "Opinion:The bridge should go"),
        ("related", "Opinion | The bridge should go, and soon"),
        ("subscription", "Log in or subscribe to go on reading"),
        ("subscription", "Unlock this article for 1 a week"),
        ("app", "Read this story in our app"),
        ("app", "Available on the App Store and Google Play"),
        ("live", "Please turn on JavaScript to use this feature"),
        ("live", "Newest first"),
        ("live", "The live blog is now closed."),
        ("comments", "Load more comments"),
        ("comments", "Log in to leave a comment"),
        ("comments", "Your email address will not be published. Required fields are marked *"),
        ("cookies", "We value your privacy and, with our 812 partners, store what you read."),
        ("cookies", "Reject all"),
        ("feed", "This story was first published on March 4."),
        ("reading-time", "5 min read"),
        ("section", "関連記事"),
        ("section", "Читайте также: мост закрыт"),
        ("share", "Sharing is caring!"),
        ("player", "Listen to the morning programme live at 7:45 - or listen back here."),
        ("follow", "Follow Gazette coverage of the floods at https://example.org/floods"),
        ("newsletter", "For more news of the valley, subscribe to our weekly letter"),
    ],
)
def test_prompts_of_pages_that_were_copied_as_text(rule: str, line: str) -> None:
    assert furniture.find(line) == rule


@pytest.mark.parametrize(
    "line",
    [
        "The report was published on Monday and has forty pages.",
        "This report was published by the council a year ago.",
        "Get the app, the mayor said, and you will know when the river rises.",
        "Opinion: divided. The council will vote again in May.",
        "More: she wanted a bridge, and a school.",
        "Live from the bridge, she told them what she saw.",
        "Reply came there none, and the river rose.",
        "Comments by the mayor drew laughter on Monday.",
        "Log in hand, he walked to the fire.",
        "Ann Ode can be reached by boat only, as she lives on the island.",
        "He asked them to vote now. They did.",
        "Register to vote before Monday, the town clerk said.",
        "Listen to her, he said, and go back there.",
        "Popular on the island, the mayor is less so in the town.",
        "Related costs from the flood ran to 40,000.",
        "Updated plans at 3:15 p.m. showed the bridge without its rail, and nobody knew why.",
        "More of this at 5, she said.",
        "[music]",
        "We agree.",
        "She wrote the book for those who read more",
        "Your donation of blood saved her, the doctor said.",
    ],
)
def test_prose_stays_prose(line: str) -> None:
    assert furniture.find(line) is None
