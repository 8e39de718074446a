"""Points of prices, words, days, places and names; and what keeps facts of other things apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agreement_builder import aged, hurt, killed, one, points, verdicts
from samestory.comparing.agreement import ALONE_SHOWN
from samestory.model import Name, Published, Telling
from telling_builder import Marks, Said, Stated, When, place, telling


def priced(name: str, words: str, value: float) -> Telling:
    text = f"The council of Wexley will repair the broken dam for {words}."
    return telling(name, text, Marks(facts=[Stated("money", "repair", words, value, "USD")]), outlet=f"Outlet {name}", day="2025-11-03")


def test_rounded_values_are_compatible_and_others_differ() -> None:
    assert one(priced("a", "$1.9 million", 1_900_000), priced("b", "$1,887,400", 1_887_400)).verdict == "compatible"
    assert one(priced("a", "$2 million", 2_000_000), priced("b", "$1.5 million", 1_500_000)).verdict == "differ"
    assert one(priced("a", "$1.9 million", 1_900_000), priced("b", "$1.9 million", 1_900_000)).verdict == "agree"


def test_small_counts_are_never_rounded() -> None:
    assert one(hurt("a", "40", 40), hurt("b", "43", 43)).verdict == "differ"


def worded(name: str, kind: str, about: str, words: str, value: str) -> Telling:
    text = f"Tarn council of Wexley said the dam inquiry opening was for {words} with Ines."
    return telling(name, text, Marks(facts=[Stated(kind, about, words, value)]), outlet=f"Outlet {name}")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "ours", "theirs", "verdict"),
    [
        ("role", "fire chief", "fire chief", "agree"),
        ("role", "chief", "fire chief", None),  # one bare word
        ("role", "Fire chief", "fire chief", "agree"),
        ("role", "Mayor", "Mayor", None),  # a form of address
        ("role", "Lady", "Lady", None),
        ("date", "2025-11-03", "2025-11-03", "agree"),
        ("date", "2025-11", "2025-11-03", "compatible"),
        ("date", "2025-11-04", "2025-11-03", "differ"),
        ("place", "Wexley", "Wexley", "agree"),
        ("place", "Wexley", "Wexley, Tarn County", "compatible"),
        ("place", "Wexley", "Tarn County", None),
        ("name", "Ines Corbridge", "Ines Corbridge", "agree"),
        ("name", "Ines Corbridge", "Ben Oduya", "differ"),  # by its words: the rest of the sentence is the same
    ],
)
def test_words_days_places_and_names(kind: str, ours: str, theirs: str, verdict: str | None) -> None:
    about = "Ann Harwick" if kind == "role" else "inquiry opening"
    a, b = worded("a", kind, about, ours, ours), worded("b", kind, about, theirs, theirs)
    found = [point.verdict for point in points(a, b) if point.verdict != "alone"]
    assert found == ([verdict] if verdict else [])


# -- order and words ------------------------------------------------------------------------------


def test_what_matters_most_comes_first() -> None:
    a, b = hurt("a", "43", 43), hurt("b", "45", 45)
    found = points(a, b, aged("c", 34), aged("d", 36), priced("e", "$2 million", 2_000_000))
    assert [(point.verdict, point.kind) for point in found] == [("contradict", "age"), ("differ", "count"), ("alone", "money")]


def test_only_so_many_points_stand_alone() -> None:
    people = [aged(f"a{number}", 20 + number, about=f"Person Name{chr(97 + number) * 3}") for number in range(ALONE_SHOWN + 3)]
    found = points(*people)
    assert [point.verdict for point in found] == ["alone"] * ALONE_SHOWN
    assert found[0].why == "Person Nameaaa: only Outlet a0 (Nov. 3, 2025) says “20”."


def test_many_outlets_are_counted_and_a_source_is_named() -> None:
    fact = Stated("age", "Joel Tarn", "34", 34, "year", by="Ann Harwick")
    says = [Said("Joel Tarn, 34, was found", "Ann Harwick", "indirect")]
    quoting = telling("e", "Joel Tarn, 34, was found, Ann Harwick said.", Marks(says=says, facts=[fact]), outlet="Outlet e")
    point = one(*(aged(name, 34) for name in "abcd"), quoting)
    assert point.why == "Joel Tarn: Outlet a (Nov. 3, 2025), Outlet b (Nov. 3, 2025), Outlet c (Nov. 3, 2025) and 2 more say “34”."
    assert one(quoting, aged("a", 34)).why.startswith("Joel Tarn: Outlet e (on the word of Ann Harwick), ")


def test_nobody_is_given_another_ones_words() -> None:
    def died(name: str, words: str) -> Telling:
        text = f"A woman was killed {words} when fire tore through the old mill."
        return telling(name, text, Marks(facts=[Stated("date", "killed", words, "2025-11-03")]), outlet=f"Outlet {name}")

    point = one(died("a", "early on Monday"), died("b", "Monday"), replace(died("c", "Monday"), facts=2 * died("c", "Monday").facts))
    assert point.why == "Killed: Outlet a says “early on Monday”; Outlet b, Outlet c say “Monday”."
    many = one(
        *(
            died(name, words)
            for name, words in zip("abcdef", ("Monday", "on Monday", "Nov. 3", "3 Nov.", "the 3rd", "the 3rd"), strict=True)
        )
    )
    assert many.why.endswith("Outlet c says “Nov. 3”; 3 more in other words.")


def test_the_same_input_gives_the_same_points() -> None:
    tellings = (hurt("a", "43", 43), hurt("b", "45", 45), aged("c", 34), aged("d", 36))
    assert points(*tellings) == points(*tellings)


# -- what keeps an accusation back ------------------------------------------------------------------


def test_a_toll_that_is_said_to_rise_contradicts_nothing() -> None:
    a = killed("a", "The toll of the stand that gave way at the Wexley race rose to three people.", "three people", 3)
    b = killed("b", "Five people were killed when a stand gave way at the Wexley race.", "Five people", 5)
    point = one(a, b)
    assert (point.verdict, "may be newer" in point.why) == ("differ", True)


def test_a_count_without_a_day_of_publication_only_differs() -> None:
    a = killed("a", "Three people were killed when a stand gave way at the Wexley race.", "Three people", 3, None)
    b = killed("b", "Five people were killed when a stand gave way at the Wexley race.", "Five people", 5, None)
    assert one(a, b).why.endswith("Not the same: the numbers are not the same.")


def test_an_age_under_a_last_name_only_differs() -> None:
    assert one(aged("a", 34), aged("b", 61, about="Tarn")).verdict == "differ"


def test_the_age_of_somebody_without_a_name_needs_the_same_sentence_and_never_contradicts() -> None:
    def boy(name: str, text: str, age: int) -> Telling:
        return telling(name, text, Marks(facts=[Stated("age", "boy", f"{age}-year-old", age, "year")]), day="2025-11-03")

    a = boy("a", "A 4-year-old boy fell into the old well behind the mill.", 4)
    assert one(a, boy("b", "Divers saved a 5-year-old boy from the well behind the mill.", 5)).verdict == "differ"
    assert points(a, boy("b", "Divers saved a 9-year-old boy from the well behind the mill.", 9)) == ()
    assert points(a, boy("b", "In the next town a 9-year-old boy won the chess cup.", 9)) == ()
    anybody = telling("c", "A 4-year-old fell.", Marks(facts=[Stated("age", "person", "4-year-old", 4, "year")]))
    assert points(anybody, a) == ()


def test_values_far_apart_are_hardly_of_one_thing() -> None:
    fact = Stated("money", "repair", "$121 billion", 121e9, "USD")
    other = telling(
        "b", "Wexley asks $121 billion of the state for repair of dams, says the council.", Marks(facts=[fact]), day="2025-11-03"
    )
    assert points(priced("a", "$82", 82), other) == ()


def test_prices_of_another_week_are_not_held_against_each_other() -> None:
    later = replace(priced("b", "$1.5 million", 1_500_000), published=Published("2025-11-20", False, "given"))
    assert points(priced("a", "$2 million", 2_000_000), later) == ()


def test_a_bare_value_and_a_length_of_time_in_the_sentence() -> None:
    text = "For two hours after a stand gave way at the Wexley boat race 45 people were injured."
    fact = Stated("count", "people injured", "45 people", 45, "person", (None, None))
    bare = telling("b", text, Marks(facts=[fact], times=[When("two hours", None, type="DURATION")]), day="2025-11-03")
    assert one(hurt("a", "43", 43), bare).verdict == "differ"


def test_bounds_that_overlap_and_values_without_number() -> None:
    overlap = one(hurt("a", "20 to 40", 30, (20, 40)), hurt("b", "30 to 50", 40, (30, 50)))
    assert (overlap.verdict, "overlaps with" in overlap.why) == ("compatible", True)
    assert one(hurt("a", "dozens", None, (24, None)), hurt("b", "dozens", None, (24, None))).verdict == "agree"
    assert points(hurt("a", "several", None, (None, None)), hurt("b", "several", None, (None, None))) == ()
    assert one(hurt("a", "more than 50", 50, (50, None)), hurt("b", "40", 40)).verdict == "differ"


def test_metres_and_feet_are_one_length() -> None:
    def deep(name: str, words: str, value: float, unit: str) -> Telling:
        return telling(name, f"The old well behind the mill is {words} deep.", Marks(facts=[Stated("measure", "well", words, value, unit)]))

    assert one(deep("a", "40 metres", 40, "metre"), deep("b", "131 feet", 131, "foot")).verdict == "compatible"
    assert one(deep("a", "40 metres", 40, "metre"), deep("b", "80 metres", 80, "metre")).verdict == "differ"


def test_long_ago_does_not_meet_today() -> None:
    text = "In 1996 a stand gave way at the Wexley boat race and 43 people were injured."
    fact = Stated("count", "people injured", "43 people", 43, "person")
    then = telling("b", text, Marks(facts=[fact], times=[When("1996", "1996-01-01", "1996-12-31")]), day="2025-11-03")
    assert points(hurt("a", "45", 45), then) == ()


def test_a_short_sentence_is_read_with_the_one_before() -> None:
    text = "A stand gave way at the Wexley boat race. Police say 45 people are injured."
    short = telling("b", text, Marks(facts=[Stated("count", "people injured", "45 people", 45, "person")]), day="2025-11-03")
    assert one(hurt("a", "43", 43), short).verdict == "differ"
    first = telling("b", "Police say 45 people are injured.", Marks(facts=[Stated("count", "people injured", "45 people", 45, "person")]))
    assert points(hurt("a", "43", 43), first) == ()


def test_a_count_that_has_risen_is_of_the_one_event_counted() -> None:
    text = "The number of injured has risen to 46, as people who went home sore came back, the hospital said on Friday."
    fact = Stated("count", "people injured", "46", 46, "person")
    later = telling("z", text, Marks(facts=[fact], times=[When("Friday", "2025-11-07")]), outlet="Outlet z", day="2025-11-08")
    point = one(hurt("a", "43", 43), later)
    assert (point.verdict, [fact.value for fact in point.facts]) == ("differ", [43, 46])
    mine = telling(
        "m", "In the mine of Gollop 9 people were injured by gas.", Marks(facts=[Stated("count", "people injured", "9", 9, "person")])
    )
    assert verdicts(hurt("a", "43", 43), mine, later) == []  # of which of the two it is cannot be told


def test_large_counts_that_are_nearly_the_same_need_less_of_the_sentence() -> None:
    def aboard(name: str, text: str, count: int) -> Telling:
        return telling(name, text, Marks(facts=[Stated("count", "people aboard", str(count), count, "person")]))

    carrying = "A commuter ferry carrying 212 people hit the stone breakwater of the harbour in the morning, the coast guard said."
    listed = "There were 221 people on board, among them 14 crew, when it left its landing, according to a list of the coast guard."
    assert one(aboard("a", carrying, 212), aboard("b", listed, 221)).verdict == "differ"
    assert verdicts(aboard("a", carrying, 212), aboard("b", listed.replace("221", "900"), 900)) == []
    scores = replace(aboard("b", listed, 221), facts=tuple(replace(one, low=None) for one in aboard("b", listed, 221).facts))
    assert verdicts(aboard("a", carrying, 212), scores) == []  # "up to 221"


def test_other_lengths_need_more_of_the_sentence() -> None:
    def score(name: str, text: str, words: str, value: float) -> Telling:
        return telling(name, text, Marks(facts=[Stated("measure", "score", words, value, "yard")]))

    first = score("a", "Tarn added a 10-yard score late in the third quarter for Wexley.", "10-yard", 10)
    other = score("b", "Oduya caught a five-yard score in the first quarter for Wexley.", "five-yard", 5)
    assert points(first, other) == ()


def test_where_tellings_agree_only_those_are_named() -> None:
    a, b = (worded(name, "place", "inquiry opening", "Wexley", "Wexley") for name in "ab")
    c = worded("c", "place", "inquiry opening", "Tarn County", "Tarn County")
    point = one(a, b, c)
    assert (point.verdict, [fact.article for fact in point.facts]) == ("agree", ["a", "b"])
    assert "Tarn" not in point.why
    both = replace(b, facts=(*b.facts, replace(b.facts[0], value="Wexley Photos")))
    assert "Photos" not in [fact.value for fact in one(a, both).facts]


def test_one_role_for_each_person() -> None:
    chief = [worded(name, "role", "Ann Harwick", "fire chief", "fire chief") for name in "abc"]
    baker = [worded(name, "role", "Ann Harwick", "baker", "baker") for name in "de"]
    point = one(*chief, *baker)
    assert [fact.article for fact in point.facts] == ["a", "b", "c"]


def test_others_are_counted_on_top() -> None:
    assert points(hurt("a", "four", 4), hurt("b", "three other", 3)) == ()
    assert one(hurt("a", "another 4", 4), hurt("b", "three other", 3)).verdict == "differ"


def test_the_nearest_place_and_its_state_tell_events_apart() -> None:
    text = "Days after the fire in Wexley a stand of wood gave way: 43 people were injured in Gollop, Tarn County."
    fact = Stated("count", "people injured", "43 people", 43, "person")

    def at(name: str, words: str, *towns: str) -> Telling:
        marked = telling(name, words, Marks(facts=[fact]))
        return replace(marked, names=tuple(Name(town, "place", place(marked, town)) for town in towns))

    a = at("a", text, "Wexley", "Gollop", "Tarn County")
    assert verdicts(a, at("b", "In Tarn County 43 people were injured as an old stand of iron sank at night.", "Tarn County")) == ["agree"]
    assert points(a, at("b", "In Wexley 43 people were injured as an old stand of iron sank at night.", "Wexley")) == ()


def test_lines_whose_first_sentence_said_little_are_merged() -> None:
    fact = Stated("count", "people injured", "43 people", 43, "person")
    texts = (
        "43 people were hurt in Wexley, the mayor told the evening paper of the town.",
        "43 people were hurt when a wooden stand gave way at the boat race.",
        "A wooden stand gave way at the Wexley boat race; the mayor spoke of 43 people hurt.",
    )
    point = one(*(telling(name, text, Marks(facts=[fact])) for name, text in zip("abc", texts, strict=True)))
    assert [fact.article for fact in point.facts] == ["a", "b", "c"]


@pytest.mark.parametrize(("numbers", "whole", "told"), [((10, 20), 31, False), ((21, 23), 22, True)])
def test_parts_of_a_count_do_not_differ_from_the_whole(numbers: tuple[int, int], whole: int, told: bool) -> None:
    text = "The blasts at the harbour hall of Wexley killed {} people. The blasts at the ferry of Wexley killed {} people.".format(*numbers)
    stated = [Stated("count", "people killed", f"{n} people", n, "person") for n in numbers]
    parts = telling("a", text, Marks(facts=stated), outlet="Outlet a", day="2025-11-03")
    other = killed("b", f"The blasts at the harbour of Wexley killed {whole} people.", f"{whole} people", whole)
    assert ("differ" in verdicts(parts, other)) == told
