"""The comparing step as a whole, and what its modules share."""

from __future__ import annotations

from samestory.comparing import compare, spells, tellers
from samestory.comparing.persons import Persons
from samestory.comparing.rarity import CROWD, Rarity
from samestory.model import Point, Span, Story, Telling
from telling_builder import Marks, Said, Stated, When, place, story, telling

# -- the whole -----------------------------------------------------------------------------------


def test_a_story_of_one_has_its_timeline_and_provenance_only() -> None:
    marks = Marks(
        says=[Said('"We lost the mill."', "Ann Harwick")],
        times=[When("Monday", "2025-11-03")],
        credits=[("Wexley Radio", "Wexley Radio reported")],
        facts=[Stated("age", "Ann Harwick", "34", 34, "year")],
    )
    one = telling("a", 'Ann Harwick, 34, said on Monday: "We lost the mill." Wexley Radio reported it.', marks)
    found = compare(story(one), [one])
    assert (found.sayings, found.points, found.only_in) == ((), (), ())
    assert len(found.timeline) == len(found.provenance) == 1


def test_tellings_stand_in_the_order_of_the_story() -> None:
    a, b, c = (telling(name, "The dam at Tarn Bridge broke.") for name in "abc")
    found = compare(Story("s", "The dam", None, None, ("c", "a", "missing")), [a, b, c])
    assert [one.article.id for one in found.tellings] == ["c", "a"]
    assert compare(Story("s", "", None, None, ()), []).tellings == ()


def test_the_same_input_gives_the_same_comparison() -> None:
    texts = ('"We lost the old mill in the fire," Ann Harwick said.', '"We lost the mill in the fire," Harwick said on Monday.')
    marks = [Marks(says=[Said(text.split(" Ann")[0].split(" Harwick")[0], "Ann Harwick")]) for text in texts]
    tellings = [telling(name, text, mark) for name, text, mark in zip("ab", texts, marks, strict=True)]
    assert compare(story(*tellings), tellings) == compare(story(*tellings), list(reversed(tellings)))


# -- tellers -------------------------------------------------------------------------------------


def test_labels() -> None:
    a = telling("a", "The dam broke.", outlet="Ledger", title="The  dam is gone")
    b = telling("b", "The dam broke.", Marks(kinds=((0, "title"),)), outlet="Ledger")
    c = telling("c", "The dam at Tarn Bridge above the town of Wexley broke early on Monday morning.")
    d = telling("d", "Ad here", Marks(kinds=((0, "furniture"),)))
    e = telling("e", "It broke.", outlet="Courier")
    assert tellers.labels([a, b, c, d, e]) == {
        "a": "Ledger, “The dam is gone”",
        "b": "Ledger, “The dam broke.”",
        "c": "“The dam at Tarn Bridge above the town of Wexley broke …”",
        "d": "“d”",
        "e": "Courier",
    }


def test_the_sentence_around_a_place() -> None:
    one = telling("a", "The dam broke. It rained.")
    assert tellers.sentence_around(one, place(one, "rained")) == place(one, "It rained.")
    assert tellers.sentence_around(one, Span("a", 14, 15)) is None
    assert tellers.sentence_around(telling("b", ""), Span("b", 0, 1)) is None


def test_shorten_cuts_even_one_long_word() -> None:
    assert tellers.shorten("a" * 20, 10) == "a" * 9 + " …"


# -- persons -------------------------------------------------------------------------------------


def test_one_person_under_several_names() -> None:
    persons = Persons(["Joel Tarn", "Mr. Tarn", "Capt. Joel A. Tarn", "J. Tarn", "Ann Harwick", ""])
    assert persons.shown("Tarn") == "Capt. Joel A. Tarn"
    assert persons.same("Tarn", "Joel Tarn")
    assert not persons.same("Tarn", "Harwick")
    assert not persons.same(None, None)
    assert persons.shown("Somebody Else") == "Somebody Else"
    assert persons.identity("Mara Tarn") is None


def test_a_bare_last_name_in_a_family_is_nobody() -> None:
    persons = Persons(["Joel Tarn", "Mara Tarn", "Tarn", "Robert Vale", "Rob Vale", "Al Vale"])
    assert persons.identity("Tarn") is None
    assert persons.same("Rob Vale", "Robert Vale")
    assert not persons.same("Al Vale", "Robert Vale")


def test_two_people_together_are_neither_of_them() -> None:
    persons = Persons(["Mara Tarn", "Mara Tarn and Joel Tarn", "Joel Tarn"])
    assert persons.shown("Mara Tarn") == "Mara Tarn"
    assert not persons.same("Mara Tarn and Joel Tarn", "Mara Tarn")
    assert persons.same("Mara Tarn and Joel Tarn", "Mara Tarn and Joel Tarn")


def test_middle_names_tell_people_apart() -> None:
    persons = Persons(["Joel Adam Tarn", "Joel Bert Tarn"])
    assert not persons.same("Joel Adam Tarn", "Joel Bert Tarn")
    assert persons.identity("Joel Tarn") is None
    assert Persons(["Rihanna"]).same("Rihanna", "Rihanna's")


# -- rarity --------------------------------------------------------------------------------------


def test_rare_words_weigh_more_and_crowded_ones_are_no_probes() -> None:
    crowded = [frozenset({"the", f"w{number}"}) for number in range(CROWD + 1)]
    rarity = Rarity([*crowded, frozenset({"the", "dam"}), frozenset({"dam"})])
    assert rarity.weight("dam") > rarity.weight("the") > 0
    assert rarity.near({"the", "dam"}) == [CROWD + 1, CROWD + 2]
    assert len(rarity.near({"the"})) == CROWD + 2
    assert rarity.near({"unheard"}) == []


# -- spells --------------------------------------------------------------------------------------


def spelled(*tellings: Telling) -> list[Point]:
    return list(spells.find(tellings, tellers.labels(tellings)))


def crash(name: str, words: str, day: str | None = None, times: tuple[When, ...] = ()) -> Telling:
    return telling(name, f"It was the line's {words}.", Marks(times=times), outlet=f"Outlet {name}", day=day)


def test_dates_do_the_arithmetic() -> None:
    april = When("April, 2019", "2019-04-01", "2019-04-30")
    a = crash("a", "second crash this year, after one in April, 2019", "2019-11-12", (april,))
    (point,) = spelled(a, crash("b", "second crash in seven months"))
    assert (point.verdict, point.kind, point.about) == ("compatible", "count", "second crash")
    assert point.why == (
        "Second crash: Outlet a (Nov. 12, 2019) says “second crash this year”; Outlet b says “second crash in seven months”. "
        "Both can be true: from “April, 2019” to November 2019 it is 7 months, which is what “in seven months” says."
    )
    assert [(fact.article, fact.value) for fact in point.facts] == [("a", 2), ("b", 2)]


def test_without_a_date_beside_it_the_lengths_speak() -> None:
    january = When("Jan. 5", "2019-01-05")
    a = crash("a", "second crash the firm has seen this year, and on Jan. 5 it paid", "2019-11-12", (january,))
    (point,) = spelled(a, crash("b", "2nd crash in seven months"))
    assert point.why.endswith("seen from November 2019, “in seven months” reaches back to April 2019 and “this year” to January 2019.")
    (point,) = spelled(crash("a", "second crash this year"), crash("b", "second crash in a month"))
    assert (point.verdict, point.why[-41:]) == ("compatible", "; the stretches of time can overlap.".rjust(41)[-41:]) or point.why.endswith(
        "the stretches of time can overlap."
    )


def test_the_same_and_another_count() -> None:
    assert [point.verdict for point in spelled(crash("a", "third crash this year"), crash("b", "third crash this year"))] == ["agree"]
    assert [point.verdict for point in spelled(crash("a", "second crash this year"), crash("b", "third crash this year"))] == ["differ"]


def test_what_is_no_count_of_events() -> None:
    for words in ("second time this year", "third quarter in three years", "second crash in the valley", "second crash in many months"):
        assert spelled(crash("a", words), crash("b", words)) == []
    assert spelled(crash("a", "second crash this year"), crash("b", "second strike this year")) == []
    twice = telling("a", "A second crash this year. Yes, a second crash this year.")
    assert spelled(twice) == []


def test_spells_stand_among_the_points() -> None:
    a, b = crash("a", "second crash this year"), crash("b", "second crash in seven months")
    assert [point.about for point in compare(story(a, b), [a, b]).points] == ["second crash"]
