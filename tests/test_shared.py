"""Figures that several tellings give in words of their own, and the points made of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agreement_builder import points
from samestory.comparing import shared
from samestory.model import Copy, Name, Person, Point, Telling
from telling_builder import Marks, Said, Stated, When, place, telling


def told(name: str, text: str, *times: When) -> Telling:
    return telling(name, text, Marks(times=times), outlet=f"Outlet {name}", day="2025-03-04")


def point(*texts: str) -> Point | None:
    found = points(*(told(name, text) for name, text in zip("abcd", texts, strict=False)))
    assert len(found) < 2, found
    return found[0] if found else None


def test_one_figure_in_two_wordings() -> None:
    found = point("Ann Harwick got a bill of $28,156 from the mill.", "The mill asked for a payment of $28,156, said Harwick.")
    assert found is not None
    assert (found.kind, found.verdict, found.about) == ("money", "agree", "“Ann Harwick got a bill of … from the mill”")
    assert found.why == "“Ann Harwick got a bill of … from the mill”: Outlet a (March 4, 2025), Outlet b (March 4, 2025) say “$28,156”."


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("$284 billion", "more than $280 billion", "“more than $280 billion” leaves room for “$284 billion”"),
        ("40 tons", "nearly 40 tons", "one is the other rounded"),
        ("$1.9 billion", "$1.92 billion", "one is the other rounded"),
        ("40 metres", "131 feet", "“40 metres” is about “131 feet” in another unit"),
        ("20 weeks", "4 months", "“20 weeks” is about “4 months” in another unit"),
        ("about 20 tons", "nearly 23 tons", "“about 20 tons” overlaps with “nearly 23 tons”"),
    ],
)
def test_figures_that_can_both_be_true(one: str, other: str, reason: str) -> None:
    found = point(
        f"The harbour board paid {one} for the repair of the old stone breakwater of Wexley.",
        f"For repair of its stone breakwater the harbour board of Wexley has spent {other} in all, said Harwick.",
    )
    assert found is not None
    assert (found.verdict, found.why.endswith(f"Both can be true: {reason}.")) == ("compatible", True), found.why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$65.09", "$70"),
        ("$284 billion", "more than $284 billion"),
        ("20 weeks", "2 months"),
        ("40 metres", "80 metres"),
        ("more than $50", "$72"),
        ("21 sheds", "22 sheds"),
        ("another 40 sheds", "40 sheds"),
    ],
)
def test_what_is_not_said_to_be_the_same(one: str, other: str) -> None:
    text = "The harbour board paid {} for the repair of the old stone breakwater of Wexley."
    other_text = "For repair of its stone breakwater the harbour board of Wexley has spent {} in all, said Harwick."
    assert point(text.format(one), other_text.format(other)) is None


def test_the_same_sentence_is_no_second_wording() -> None:
    text = "The harbour board paid $28,156 for the repair of the old stone breakwater of Wexley."
    assert point(text, text) is None
    assert point(text, text.replace("The harbour", "Harbour")) is None


def test_small_counts_need_the_same_noun_and_more_of_the_sentence() -> None:
    one = "Two pilots of the harbour board died when the tug sank off Gull Point."
    assert point(one, "When the tug sank off Gull Point, the harbour board lost two pilots.") is not None
    assert point(one, "When the tug sank off Gull Point, the harbour board lost two boats.") is None
    assert point(one, "The board has two pilots.") is None


def test_figures_of_two_days_do_not_meet() -> None:
    texts = (
        "On Sunday 4,312 boats of the race came to Wexley pier.",
        "In 1996 the race at Wexley pier had 4,312 boats.",
    )
    tellings = (told("a", texts[0], When("Sunday", "2025-03-02")), told("b", texts[1], When("1996", "1996-01-01", "1996-12-31")))
    assert points(*tellings) == ()


def test_one_day_under_two_names() -> None:
    a = told("a", "The tug of the harbour board sank off Gull Point on Sunday with all hands.", When("Sunday", "2025-03-02"))
    b = told("b", "It was March 2 when the old steel tug sank near Gull Point in a storm.", When("March 2", "2025-03-02"))
    (found,) = points(a, b)
    assert (found.kind, found.verdict) == ("date", "agree")
    assert found.why.endswith("Both are March 2, 2025.")
    assert points(a, told("c", "On Sunday night the tug sank off Gull Point.", When("Sunday night", "2025-03-02"))) == ()


def test_a_day_in_a_month() -> None:
    a = told("a", "The harbour board ordered the steel tug from a yard in Gollop on November 6.", When("November 6", "2024-11-06"))
    text = "In November a steel tug was ordered by the harbour board, from the Gollop yard of Joel Tarn."
    (found,) = points(a, told("b", text, When("November", "2024-11-01", "2024-11-30")))
    assert found.why.endswith("Both can be true: “November 6”, Nov. 6, 2024, lies in “November”.")


def test_hours() -> None:
    found = point(
        "The old barge caught fire off the pier at around 9 p.m. local time.", "At 9pm a barge with fireworks caught fire off the pier."
    )
    assert found is not None
    assert (found.verdict, found.kind, [fact.value for fact in found.facts]) == ("agree", "date", ["T21:00", "T21:00"])
    late = point(
        "The old barge caught fire off the pier at 9 p.m. local time.", "At 9:10pm a barge with fireworks caught fire off the pier."
    )
    assert late is not None
    assert "less than half an hour apart" in late.why


def test_an_address() -> None:
    found = point("A fire broke out in the 300 block of Mill Street.", "The fire at 300 block of Mill Street killed a dog.")
    assert found is not None
    assert (found.kind, found.facts[0].value) == ("place", "300 block of Mill Street")


def test_a_figure_that_stands_in_a_point_is_not_told_again() -> None:
    def fact(name: str, text: str) -> Telling:
        return telling(name, text, Marks(facts=[Stated("money", "repair", "$28,156", 28156, "USD")]), day="2025-03-04")

    a = fact("a", "The harbour board of Wexley paid $28,156 for repair of the breakwater.")
    b = fact("b", "For repair of the breakwater the board paid $28,156, said Harwick.")
    assert len(points(a, b)) == 1


def test_a_chain_of_figures_does_not_drift() -> None:
    text = "The harbour board paid {} for the repair of the old stone breakwater of Wexley."
    other = "For repair of its stone breakwater the harbour board of Wexley has spent {} in all, said Harwick."
    third = "Harwick of the harbour board says repair of the stone breakwater of Wexley ate {}."
    texts = (text.format("$100 million"), other.format("more than $83 million"), third.format("more than $70 million"))
    assert [one.verdict for one in points(*(told(name, words) for name, words in zip("abc", texts, strict=True)))] != ["compatible"]


def test_hundreds_of_equal_figures_stay_few_pairs() -> None:
    tellings = [told(f"t{at}", f"Ann Harwick got bill {at}x of $28,156 from the mill of Wexley, said {at}y.") for at in range(40)]
    assert len(list(shared.find(tellings))) <= 1


def test_articles_that_share_their_text_do_not_confirm_each_other() -> None:
    from samestory.comparing import agreement
    from samestory.comparing.persons import of_story

    a = told("a", "Ann Harwick got a bill of $28,156 from the mill.")
    b = told("b", "The mill asked for a payment of $28,156, said Harwick.")
    copies = (Copy("b", "a", 0.9, ()),)
    (found,) = agreement.find((a, b), of_story((a, b)), copies)
    assert found.why.endswith("Both articles share their text, so the one does not confirm the other.")
    c = told("c", "Harwick says the mill wants $28,156.")
    (found,) = agreement.find((a, b, c), of_story((a, b, c)), copies)
    assert found.why.endswith("2 of the 3 articles share their text.")


def test_whose_word_a_figure_is() -> None:
    says = Marks(says=[Said("asked for a payment of $28,156", "Ann Harwick", "indirect")])
    b = telling("b", "The mill asked for a payment of $28,156, said Ann Harwick.", says, outlet="Outlet b", day="2025-03-04")
    (found,) = points(told("a", "Ann Harwick got a bill of $28,156 from the mill."), b)
    assert [fact.said_by for fact in found.facts] == [None, "Ann Harwick"]
    assert "Outlet b (March 4, 2025, on the word of Ann Harwick)" in found.why


def test_figures_of_two_places_need_more_of_the_sentence() -> None:
    texts = ("At Wexley the mill race drew 412 boats of the club.", "The mill paid for 412 boats of its own at Gollop, says Harwick.")
    tellings = [told(name, text) for name, text in zip("ab", texts, strict=True)]
    placed = [
        replace(one, names=(Name(town, "place", place(one, town)),)) for one, town in zip(tellings, ("Wexley", "Gollop"), strict=True)
    ]
    assert len(points(*tellings)) == 1
    assert points(*placed) == ()


def test_of_people_the_facts_know_what_happened() -> None:
    text = "A tug of the harbour board sank off the old Gull Point and {} people of Wexley were aboard."
    assert (
        point(
            text.format("12"), "Of those aboard the harbour board tug that sank off old Gull Point, {} people came.".format("at least 12")
        )
        is None
    )


def test_a_height_is_no_distance() -> None:
    texts = "The rocket of the Wexley guild reached an altitude of 40 miles.", "The rocket of the Wexley guild flew 40 miles."
    assert point(*texts) is None
    assert point(texts[0], "At a height of 40 miles the Wexley rocket of the guild was lost.") is not None


def test_an_age_is_of_the_name_beside_it() -> None:
    def aged(name: str, text: str) -> Telling:
        made = told(name, text)
        return replace(made, people=tuple(Person(who, None, None, (place(made, who),)) for who in ("Joel Tarn", "Ann Harwick")))

    first = "Found in the burnt mill were Joel Tarn, 25, and Ann Harwick, 42."
    found = points(aged("a", first), aged("b", "Ann Harwick, 42, and Joel Tarn, 25, were found in what was left of the mill."))
    assert sorted((one.about, one.verdict) for one in found) == [("Ann Harwick", "agree"), ("Joel Tarn", "agree")]
    assert points(told("a", first), told("b", "Ann Harwick, 42, and Joel Tarn, 25, were found in what was left of the mill.")) == ()


def test_a_briefing_of_the_next_day_is_another() -> None:
    one = "The harbour board has scheduled a briefing on the Wexley fire for 17:00 in the guild hall."
    other = "At 17:00 the mayor and those of the harbour board will hold the briefing that was scheduled on the cause of the fire."
    assert point(one, other) is not None
    assert points(told("a", one), telling("b", other, outlet="Outlet b", day="2025-03-05")) == ()


def test_an_age_of_nobody_with_a_name_is_of_one_who_did_the_same() -> None:
    one = "A man is held in Wexley County for the shooting of an 18 year old in Tarnhaven."
    assert point(one, "The 18-year-old shooter, of Tarnhaven, was taken to the Wexley County house.") is None
    assert (
        point(one, "For the shooting of the 18-year-old in Tarnhaven a man of Wexley is held, and the board asks the guild for help.")
        is not None
    )
