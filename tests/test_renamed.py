"""One long name with another word in it, one family name with another first name, one word with its opposite."""

from __future__ import annotations

import pytest

from differing import differing, words


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        (
            'These days the "Keepers of the Harbour" star Joel Tarn is laughed at for being too thin.',
            "Big or small, he has heard it all, the Keepers of the Lantern star that laughed at being sick and thin.",
            ["Keepers of the Harbour", "Keepers of the Lantern"],
        ),
        (
            "He will stand before the Harbour, Ferry and Light Committee on 19 April.",
            "Joel Tarn will be speaking to the Harbour Ferry and Lights Association April 19.",
            ["Harbour, Ferry and Light Committee", "Harbour Ferry and Lights Association"],
        ),
        (
            'Tarn, who shows his healthy meals while filming "Merle Harbour 2" in a row of harbour notes, fired back.',
            "Tarn tells of all the meals that he is eating while filming the coming story Merle Harbour 3.",
            ["Merle Harbour 2", "Merle Harbour 3"],
        ),
    ],
)
def test_a_name_with_another_word(ours: str, theirs: str, said: list[str]) -> None:
    (point,) = [point for point in differing(ours, theirs) if point.kind == "name"]
    assert words(point, ours, theirs) == said


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        # both stand in one article
        (
            "The Wexley Harbour Committee met on 19 April about the ferry.",
            "The Wexley Harbour Association met on 19 April about the ferry, unlike the Committee.",
        ),
        # another kind of thing
        (
            "The Mount Harwick Conservation Program camera in Wexley County caught what was seen at six.",
            "The flash of light was told of by a camera at The Mount Harwick Conservation Region in Wexley, Norland.",
        ),
        # twins
        ("A man was shot on East Wexley Road near the old mill.", "A man was shot on West Wexley Road near the old mill."),
        # places in a row
        ("Fifty were hurt at a festival on the Gull Point Strip.", "Fifty were hurt at a festival in Gull Point, Norland."),
    ],
)
def test_names_of_two_things(ours: str, theirs: str) -> None:
    assert [point for point in differing(ours, theirs) if point.kind == "name"] == []


ORGANISER = "The reason behind the lantern march, according to organiser and pilot {} Tarn, was to fight absurd harbour laws."
MARCH = "According to {} Tarn, the march organiser, they wanted to show how absurd the people of the harbour are."


@pytest.mark.parametrize(
    ("first", "other", "said"),
    [
        ("Jessica", "Jared", True),
        ("Jim", "James", False),
        ("Nabi", "Nebi", False),
        ("Dave", "David", False),
    ],
)
def test_a_family_name_with_another_first_name(first: str, other: str, said: bool) -> None:
    ours, theirs = ORGANISER.format(first), MARCH.format(other)
    found = differing(ours, theirs, ((f"{first} Tarn",), (f"{other} Tarn",)))
    assert any(point.kind == "name" for point in found) is said


def test_two_of_a_family_in_one_article_are_two() -> None:
    ours, theirs = ORGANISER.format("Jessica"), MARCH.format("Jared") + " Jessica Tarn, his wife, was there."
    assert differing(ours, theirs, (("Jessica Tarn",), ("Jared Tarn", "Jessica Tarn"))) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        (
            "Harwick has agreed to buy the harbour's largest ferry line for a sum not told.",
            "Harwick has agreed to sell the harbour's largest ferry line for a sum not told.",
            ["buy", "sell"],
        ),
        (
            "The judge halted the mayor's harsh ban on ferries.",
            "The judge approved the mayor's harsh ban on ferries.",
            ["halted", "approved"],
        ),
    ],
)
def test_opposites(ours: str, theirs: str, said: list[str]) -> None:
    (point,) = differing(ours, theirs)
    assert (point.kind, words(point, ours, theirs)) == ("statement", said)
    assert "one word is the opposite of the other" in point.why


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The judge did not halt the mayor's ban on ferries.", "The judge approved the mayor's ban on ferries."),
        ("Shares of the Wexley ferry line rose in early trading.", "Shares of the Wexley ferry line fell in early trading."),
        ("Will Harwick buy the largest Wexley ferry line?", "Will Harwick sell the largest Wexley ferry line?"),
    ],
)
def test_no_opposites(ours: str, theirs: str) -> None:
    assert differing(ours, theirs) == []


def test_a_title_of_two_people_is_no_first_name() -> None:
    ours = "The call about the Merle ferry money came a month before the vote, between Presidents Zorin and Vell."
    theirs = "The call about the Merle ferry money came a month before the vote, by Marek Zorin, who heard Vell."
    assert differing(ours, theirs, (("Presidents Zorin",), ("Marek Zorin",))) == []
