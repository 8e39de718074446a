"""Figures of one value that are of two things, and values that say the same though they are told with more or fewer words."""

from __future__ import annotations

import pytest

from agreement_builder import hurt, points, verdicts
from samestory.comparing import unlike
from samestory.model import Point, Telling
from telling_builder import Marks, Stated, telling


def told(name: str, text: str) -> Telling:
    return telling(name, text, Marks(), outlet=f"Outlet {name}", day="2025-03-04")


def of(*texts: str) -> list[Point]:
    return list(points(*(told(name, text) for name, text in zip("abc", texts, strict=False))))


CLUB = "In the old Wexley boat club by the harbour sixteen people were shot, one fatally, early on a Sunday."


def test_who_was_shot_counts_the_dead_and_who_was_wounded_does_not() -> None:
    assert of(CLUB, "The shots in the boat club by the Wexley harbour wounded sixteen people early on Sunday and killed one.") == []
    (found,) = of(
        CLUB, "Early on Sunday at the Wexley harbour, sixteen people were shot in the boat club as a band of the guild played on."
    )
    assert found.verdict == "agree"


@pytest.mark.parametrize(
    ("ours", "theirs", "apart"),
    [
        (("", " people died."), ("It wounded ", "."), True),
        (("", " people were shot."), ("It wounded ", "."), False),  # of nobody dead is told
        (("", " boats sank."), ("It wounded ", "."), False),
        (("", " people, and many were hurt."), ("It killed ", "."), False),  # "and" begins another clause
    ],
)
def test_people(ours: tuple[str, str], theirs: tuple[str, str], apart: bool) -> None:
    assert unlike.people(unlike.Words(*ours), unlike.Words(*theirs)) is apart


def test_what_could_be_is_not_what_is() -> None:
    lifts = "The new crane of the Wexley harbour board lifts 5,100 tons with its long arms."
    assert len(of(lifts, "With its arms the Wexley harbour crane lifts 5,100 tons, as Joel Tarn of the guild said.")) == 1
    assert of(lifts, "With its arms the Wexley harbour crane lifts 5,100 tons in future builds, said the board.") == []
    assert of(lifts, "With its arms the Wexley harbour crane could lift some 5,100 tons, said the board.") == []


def test_a_fact_on_a_condition_does_not_meet_one_without() -> None:
    def cost(name: str, text: str) -> Telling:
        marks = Marks(facts=[Stated("money", "repair", "$7 million", 7_000_000, "USD")])
        return telling(name, text, marks, outlet=f"Outlet {name}", day="2025-03-04")

    plain = "The repair of the Wexley breakwater cost the board $7 million."
    assert verdicts(cost("a", plain), cost("b", "The board paid for repair of the Wexley breakwater $7 million.")) == ["agree"]
    supposed = cost("b", "The repair of the Wexley breakwater could cost the board $7 million.")
    assert [one for one in points(cost("a", plain), supposed) if one.verdict != "alone"] == []


GLUE = "The pieces of glue pots found in the mill suggest that each of the two held 6 litres ({}) of bone glue."


def test_what_was_converted_is_not_weighed() -> None:
    other = "Each of the glue pots held 6 litres ({}) in volume, a guild source said of the pieces from the mill."
    (found,) = of(GLUE.format("1.5 gallons"), other.format("about 1.6 gallons"))
    assert (found.verdict, found.facts[0].unit if hasattr(found.facts[0], "unit") else None) == ("agree", None)
    assert "gallons" not in found.why


def test_about_a_number_is_that_number() -> None:
    tons = "The tug off Gull Point took over {} of oil from the Wexley barge at night."
    other = "At night the Wexley barge gave the tug {} of oil off Gull Point, said the board."
    (found,) = of(tons.format("about 600 tons"), other.format("600 tons"))
    assert (found.verdict, found.why.count("600 tons")) == ("agree", 2)
    (found,) = of(tons.format("about 600 tons"), other.format("605 tons"))
    assert found.verdict == "compatible"
    assert of(tons.format("about 16 tons"), other.format("15 tons")) == []


def test_about_a_number_of_hurt_is_that_number() -> None:
    assert verdicts(hurt("a", "about 40", 40, (36, 44)), hurt("b", "40", 40)) == ["agree"]
    assert verdicts(hurt("a", "about 40", 40, (36, 44)), hurt("b", "42", 42)) == ["compatible"]
    assert verdicts(hurt("a", "nearly 40", 40, (36, 40)), hurt("b", "40", 40)) == ["compatible"]
    assert verdicts(hurt("a", "about 15", 15, (14.5, 15.5)), hurt("b", "16", 16)) == []  # neither the same nor another


def test_a_count_of_several_days_is_not_said_to_be_of_one() -> None:
    tellings = [hurt("a", "15", 15), hurt("b", "16", 16), hurt("c", "16", 16, day="2025-11-04")]
    (found,) = points(*tellings)
    assert (found.verdict, "of one day" in found.why, "news comes in" in found.why) == ("differ", False, True)
    (found,) = points(*tellings[:2])
    assert "both are of one day" in found.why
