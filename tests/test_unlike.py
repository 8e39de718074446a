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
    (found,) = of(CLUB, "Early on Sunday at the Wexley harbour, sixteen people were shot in the boat club as a band played on.")
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


def test_south_is_not_west() -> None:
    town = "The old boat guild of Wexley is about 110 miles {} of Gollop city."
    other = "The fire shook Wexley, where the boat guild of old families lies 110 miles {} of Gollop city."
    assert len(of(town.format("south"), other.format("south"))) == 1
    assert of(town.format("south"), other.format("west")) == []


def test_two_hours_of_one_day_do_not_agree() -> None:
    def hour(name: str, words: str) -> Telling:
        marks = Marks(facts=[Stated("date", "fire", words, "2025-03-03")])
        text = f"The fire at the old Wexley guild mill broke out at {words} by the harbour, said Joel Tarn."
        return telling(name, text, marks, outlet=f"Outlet {name}", day="2025-03-04")

    dates = [point for point in points(hour("a", "11:35 a.m. Monday"), hour("b", "11:37 a.m. Monday")) if point.verdict == "agree"]
    assert dates == []
    assert verdicts(hour("a", "11:35 a.m. Monday"), hour("b", "Monday")) == ["agree"]


def test_hours_that_are_both_rough_need_each_other() -> None:
    one = "The old barge caught fire off the pier at around 3:{}am local time."
    other = "At around 3:{}am a barge with fireworks caught fire off the pier."
    assert [found.verdict for found in of(one.format(30), other.format(40))] == ["compatible"]
    assert of(one.format(30), other.format(50)) == []


@pytest.mark.parametrize(
    "text",
    ["They are Joel Tarn, 9; Ann Harwick, 8, and a dog.", "Text a tip to 50411 now.", "He fell at 2211 Gull Point, where they live."],
)
def test_what_counts_nothing(text: str) -> None:
    from samestory.comparing import figures

    made = told("a", text)
    assert [one for sentence in made.sentences for one in figures.find(made, sentence) if one.kind == "count"] == []


def test_attempted_murder_is_no_murder() -> None:
    def charged(name: str, deed: str) -> Telling:
        marks = Marks(facts=[Stated("count", "counts of murder", "two counts", 2, "count")])
        return telling(
            name, f"Joel Tarn of Wexley faces two counts of {deed} in the mill.", marks, outlet=f"Outlet {name}", day="2025-03-04"
        )

    assert [one.kind for one in points(charged("a", "murder"), charged("b", "murder")) if one.verdict == "agree"] == ["count"]
    assert [one for one in points(charged("a", "murder"), charged("b", "attempted murder")) if one.verdict == "agree"] == []


def test_two_ages_of_one_name_in_one_sentence_are_of_two() -> None:
    def aged(name: str, text: str, *ages: int) -> Telling:
        marks = Marks(facts=[Stated("age", "Joel Tarn", str(age), age, "year") for age in ages])
        return telling(name, text, marks, outlet=f"Outlet {name}", day="2025-03-04")

    apart = aged("a", "Joel Tarn, 32, fled. Later Joel Tarn, 34, fled.", 32, 34)
    assert [one.verdict for one in points(apart, aged("b", "Joel Tarn, 34, fled.", 34)) if one.verdict != "alone"] == ["agree"]
    both = aged("a", "Joel Tarn, 32, and his brother, Said Tarn, 34, fled.", 32, 34)
    assert [one.verdict for one in points(both, aged("b", "Joel Tarn, 34, fled.", 34)) if one.verdict != "alone"] == []


def test_a_value_that_another_gives_speaks_for_a_telling() -> None:
    def killed(name: str, text: str, *given: tuple[str, int, tuple[float, float | None]]) -> Telling:
        marks = Marks(facts=[Stated("count", "people killed", words, value, "person", bounds) for words, value, bounds in given])
        return telling(name, text, marks, outlet=f"Outlet {name}", day="2025-03-04")

    text = "At the Wexley boat race {} people were killed."
    two = "At the Wexley boat race at least 10 people were killed at the pier, and 20 people were killed on the boats of the race."
    a = killed("a", text.format("At least 20"), ("At least 20", 20, (20, None)))
    b = killed("b", two, ("at least 10", 10, (10, None)), ("20", 20, (20, 20)))
    c = killed("c", text.format("20"), ("20", 20, (20, 20)))
    (found,) = [one for one in points(a, b, c) if one.verdict != "alone"]
    assert (found.verdict, "10" in found.why.replace("Outlet", "")) == ("compatible", False)


def test_two_of_a_kind_may_be_two_others() -> None:
    def seen(name: str, text: str) -> Telling:
        marks = Marks(facts=[Stated("count", "passengers", "Two passengers", 2, "person")])
        return telling(name, text, marks, outlet=f"Outlet {name}", day="2025-03-04")

    first = seen("a", "Two passengers of first class gave the players their blankets on the ferry to Wexley as they went below.")
    rude = "Two passengers of Gollop made rude remarks to the players on the Wexley ferry in the harbour."
    again = "Two passengers gave the players their blankets as they went below on the ferry to Wexley, said Joel Tarn."
    assert [one for one in points(first, seen("b", rude)) if one.verdict == "agree"] == []
    assert [one.verdict for one in points(first, seen("b", again)) if one.verdict != "alone"] == ["agree"]
