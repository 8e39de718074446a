"""Points of ages and counts: facts lined up, with verdict and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agreement_builder import aged, hurt, one, points, verdicts
from samestory.model import Name, Span
from telling_builder import Marks, Stated, When, telling


def test_two_ages_of_one_person_contradict() -> None:
    point = one(aged("a", 34), aged("b", 36, about="Captain Joel Tarn"))
    assert (point.verdict, point.kind, point.about) == ("contradict", "age", "Captain Joel Tarn")
    assert [(fact.article, fact.value) for fact in point.facts] == [("a", 34), ("b", 36)]
    assert point.why.startswith(
        "Captain Joel Tarn: Outlet a (Nov. 3, 2025) says “34”; Outlet b (Nov. 3, 2025) says “36”. They cannot both be true: one"
    )


@pytest.mark.parametrize(
    ("ages", "days", "verdict"),
    [
        ((34, 34), ("2025-11-03", "2025-11-03"), "agree"),
        ((34, 35), ("2025-11-03", "2025-11-09"), "compatible"),  # a birthday may lie between
        ((34, 36), ("2024-09-03", "2025-11-09"), "compatible"),
        ((35, 34), ("2025-11-03", "2025-11-09"), "differ"),  # nobody grows younger
        ((34, 35), ("2025-11-03", "2025-11-03"), "differ"),
        ((34, 40), ("2025-11-03", "2025-11-09"), "contradict"),
        ((34, 40), ("2025-11-03", None), "differ"),
    ],
)
def test_ages_and_days_of_publication(ages: tuple[int, int], days: tuple[str | None, str | None], verdict: str) -> None:
    assert one(aged("a", ages[0], days[0]), aged("b", ages[1], days[1])).verdict == verdict


def test_ages_of_two_people_do_not_meet() -> None:
    assert verdicts(aged("a", 34), aged("b", 61, about="Mara Tarn")) == ["alone", "alone"]
    family = telling("c", "Joel Tarn and Mara Tarn sailed. Tarn, 61, came home.", Marks(facts=[Stated("age", "Tarn", "61", 61, "year")]))
    assert verdicts(aged("a", 34), aged("b", 34, about="Mara Tarn"), family).count("contradict") == 0


def test_an_age_of_another_time_is_left_out() -> None:
    text = "Joel Tarn was 12 when he first went to sea."
    young = telling("b", text, Marks(facts=[Stated("age", "Joel Tarn", "12", 12, "year")]), day="2025-11-03")
    assert verdicts(aged("a", 34), young) == ["alone"]


def test_ages_in_other_units_or_words_are_not_weighed() -> None:
    months = telling("b", "Joel Tarn, 34 months, slept.", Marks(facts=[Stated("age", "Joel Tarn", "34 months", 34, "month")]))
    words = telling("c", "Joel Tarn, in his forties, slept.", Marks(facts=[Stated("age", "Joel Tarn", "forties", None, "year", (40, 49))]))
    assert points(aged("a", 34), months) == ()
    assert points(aged("a", 34), words) == ()


def test_an_age_between_bounds_leaves_room() -> None:
    about = telling(
        "b", "Joel Tarn, 30 to 35, slept.", Marks(facts=[Stated("age", "Joel Tarn", "30 to 35", 32, "year", (30, 35))]), day="2025-11-03"
    )
    assert one(aged("a", 34), about).verdict == "compatible"
    assert one(aged("a", 39), about).verdict == "differ"


def test_father_and_son_of_one_name_do_not_contradict() -> None:
    assert "agree" not in verdicts(aged("a", 49), aged("b", 5))
    assert "differ" not in verdicts(aged("a", 49), aged("b", 5))
    point = one(aged("a", 49), aged("b", 31))
    assert (point.verdict, "two people of one name" in point.why) == ("differ", True)


def test_an_age_that_is_the_end_of_a_word_is_left_out() -> None:
    typo = telling("b", "Twetny-one-year-old Joel Tarn slept.", Marks(facts=[Stated("age", "Joel Tarn", "one-year-old", 1, "year")]))
    assert verdicts(aged("a", 21), typo) == ["alone"]


def test_a_sentence_of_two_days_says_not_which_is_whose() -> None:
    marks = [
        Marks(
            facts=[Stated("date", "attack", "July 7", "2025-07-07")], times=[When("July 7", "2025-07-07"), When("the 17th", "2025-07-17")]
        ),
        Marks(facts=[Stated("date", "attack", "July 18", "2025-07-18")], times=[When("July 18", "2025-07-18")]),
    ]
    texts = ("The attack of July 7 and the Wexley attack of the 17th on the mill.", "The Wexley attack on the mill was on July 18.")
    assert points(*(telling(name, text, mark) for name, text, mark in zip("ab", texts, marks, strict=True))) == ()


# -- counts -----------------------------------------------------------------------------------


def test_more_than_forty_leaves_room_for_43() -> None:
    point = one(hurt("a", "more than 40", 40, (40, None)), hurt("b", "43", 43))
    assert point.verdict == "compatible"
    assert point.why.endswith("“more than 40 people” leaves room for “43 people”.")
    assert one(hurt("a", "43", 43), hurt("b", "more than 40", 40, (40, None))).why.endswith("leaves room for “43 people”.")


def test_words_for_one_outcome_are_one() -> None:
    other = telling(
        "b",
        "43 wounded persons were counted when a stand gave way at the Wexley boat race.",
        Marks(facts=[Stated("count", "persons wounded", "43 wounded persons", 43, "person")]),
        day="2025-11-03",
    )
    assert one(hurt("a", "43", 43), other).verdict == "agree"


def test_a_count_of_another_day_may_be_an_update() -> None:
    point = one(hurt("a", "43", 43), hurt("b", "45", 45, day="2025-11-04"))
    assert point.verdict == "differ"
    assert "may be an update" in point.why


def test_exact_counts_of_injured_on_one_day_differ_and_of_dead_contradict() -> None:
    assert one(hurt("a", "43", 43), hurt("b", "45", 45)).verdict == "differ"
    dead = [
        telling(
            name,
            f"A stand gave way at the Wexley boat race and {count} people were killed.",
            Marks(facts=[Stated("count", "people killed", f"{count} people", count, "person")]),
            day="2025-11-03",
        )
        for name, count in (("a", 3), ("b", 5))
    ]
    assert one(*dead).verdict == "contradict"


def test_an_article_that_gives_two_values_is_weighed_by_the_one_that_fits() -> None:
    text = "A stand gave way at the Wexley boat race: at least 40 people were injured. Later 43 people were injured at the Wexley race."
    facts = [
        Stated("count", "people injured", "at least 40 people", 40, "person", (40, None)),
        Stated("count", "people injured", "43 people", 43, "person"),
    ]
    both = telling("b", text, Marks(facts=facts), day="2025-11-03")
    assert one(hurt("a", "43", 43), both).verdict == "agree"


def test_values_without_number_or_bound_are_not_weighed() -> None:
    assert points(hurt("a", "several", None, (None, None)), hurt("b", "43", 43)) == ()


def test_the_same_number_of_different_things_does_not_meet() -> None:
    tents = telling(
        "b", "Police counted 43 tents on the moor of Gollop.", Marks(facts=[Stated("count", "tents counted", "43 tents", 43, "tent")])
    )
    assert verdicts(hurt("a", "43", 43), tents) == ["alone", "alone"]
    elsewhere = "In the mine at Gollop 43 people were injured by gas."
    mine = telling("b", elsewhere, Marks(facts=[Stated("count", "people injured", "43 people", 43, "person")]))
    assert points(hurt("a", "43", 43), mine) == ()  # and neither is called alone: both tell of 43 injured


def test_counts_of_different_days_or_places_do_not_meet() -> None:
    text = "On Sunday 43 people were injured at the Wexley boat race."
    fact = Stated("count", "people injured", "43 people", 43, "person")
    sunday = telling("a", text, Marks(facts=[fact], times=[When("Sunday", "2025-11-02")]))
    before = telling("b", text, Marks(facts=[fact], times=[When("Sunday", "2024-11-03")]))
    assert points(sunday, before) == ()
    texts = {
        "a": "43 people were injured as a stand of wood gave way at the fair.",
        "b": "43 people were injured as a stand of iron caught fire at the fair.",
    }
    placed = [
        replace(telling(name, words, Marks(facts=[fact])), names=(Name(town, "place", Span(name, 0, 5)),))
        for (name, words), town in zip(texts.items(), ("Wexley", "Gollop"), strict=True)
    ]
    assert points(*placed) == ()
    assert verdicts(*(replace(one, names=()) for one in placed)) == ["agree"]


def test_a_number_of_nothing_in_particular_is_no_point() -> None:
    people = [telling(name, "There were 43 people.", Marks(facts=[Stated("count", "people", "43", 43, "person")])) for name in "ab"]
    assert points(*people) == ()
