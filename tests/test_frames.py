"""Values whose surroundings are alike: moved clauses, rows, shares, ages behind a name."""

from __future__ import annotations

import pytest

from differing import differing, words

STAKE = "He left in March when the Merle Harbour Group, the Wexley-based company, completed its purchase of a {} stake of Gull Lines."
RETOLD = "Ann Harwick, head of the Wexley-based company, has purchased an incredible {} stake of Gull Lines and wants more ferries."


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        (STAKE.format("35.5 percent"), RETOLD.format("60.3 percent"), ["35.5 percent", "60.3 percent"]),
        (
            "In the autumn the pilot sent four letters about the sunken Merle ferry with a stamp to the harbour site.",
            "Nobody knew of it until the pilot sent three letters about the sunken Merle ferry to the harbour site last night.",
            ["four", "three"],
        ),
        # of one row one value is another
        (
            "The harbour lamp will come in 20-watt and 40-watt models from March.",
            "Models of the lamp for a harbour: the lamp will come in 40-watt and 60-watt models.",
            ["20-watt and 40-watt", "40-watt and 60-watt"],
        ),
        # the words that follow the percentage
        (
            "It found more than a third (35%) of ferry people say they personally know someone who has fallen in.",
            "A poll showed that 70% know someone who has fallen in.",
            ["35%", "70%"],
        ),
    ],
)
def test_values_in_like_surroundings_differ(ours: str, theirs: str, said: list[str]) -> None:
    (point,) = differing(ours, theirs)
    assert (point.verdict, words(point, ours, theirs)) == ("differ", said)
    assert "not the same" in point.why.casefold() or "is another" in point.why


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        # the other article gives the value too
        (STAKE.format("35.5 percent") + " Its 60.3 percent of Merle Lines is old.", RETOLD.format("60.3 percent")),
        # what moves by the hour
        ("Harbour Group shares fell 6.6 percent in Wexley trading.", "Shares of Harbour Group fell 1.5 percent in early Wexley trading."),
        # something else of the same thing
        ("A 69% chance of winning was given to the Wexley mayor.", "The board had an 85% chance of winning the Harbour Council in May."),
        # hedges that mean the same stretch
        (STAKE.format("nearly 40 percent"), RETOLD.format("38 percent")),
        # the dead and hurt are weighed as facts
        ("At least 40 people were hurt when the Merle ferry overturned.", "Seven people have died after the Merle ferry overturned."),
        (
            "The lamp will come in 20-watt and 40-watt models for a harbour.",
            "The lamp will come in 40-watt and 20-watt models for a harbour.",
        ),
    ],
)
def test_what_is_of_something_else_is_left_alone(ours: str, theirs: str) -> None:
    assert differing(ours, theirs) == []


def test_an_age_behind_a_name() -> None:
    ours = "Joel Tarn kept the light. Tarn, a 24-year-old known for songs of the sea, came to Wexley early."
    theirs = "Joel Tarn has friends. Tarn may be a young (25-year-old) pilot, but all of the harbour likes him."
    (point,) = differing(ours, theirs, (("Joel Tarn",), ("Joel Tarn",)))
    assert (point.kind, point.about, words(point, ours, theirs)) == ("age", "Joel Tarn", ["24", "25"])


def test_the_age_of_a_brother_is_not_the_mans() -> None:
    ours = "Joel Tarn kept the light. Tarn, a 24-year-old known for songs of the sea, came to Wexley early."
    theirs = "Joel Tarn has friends. Tarn and his 31-year-old brother steered the ferry of Wexley."
    assert differing(ours, theirs, (("Joel Tarn",), ("Joel Tarn",))) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        (
            "A Harbour Gazette poll found that 69 percent of voters want the old ferry back.",
            "In a Merle News poll 80% of voters want the old ferry back.",
            False,
        ),
        (
            "A Merle News poll found that 69 percent of voters want the old ferry back.",
            "In a Merle News poll 80% of voters want the old ferry back.",
            True,
        ),
        (
            "The ferry school is 60 miles south of Wexley, near the old mill.",
            "The ferry school is 65 miles south of Northfield, near the old mill.",
            False,
        ),
    ],
)
def test_two_polls_and_two_places_are_of_two_things(ours: str, theirs: str, said: bool) -> None:
    assert bool(differing(ours, theirs)) is said
