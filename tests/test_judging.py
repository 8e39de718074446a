"""What is held back, and what two roles say of one person."""

from __future__ import annotations

import pytest

from agreement_builder import hurt, killed, one, points, verdicts
from samestory.comparing import vouching
from samestory.model import Telling
from telling_builder import Marks, Said, Stated, place, telling

RACE = "{} people were killed when a stand of wood gave way at the Wexley boat race."


def role(name: str, words: str) -> Telling:
    text = f"The {words} Ann Harwick spoke at Gull Point."
    return telling(name, text, Marks(facts=[Stated("role", "Ann Harwick", words, words)]), outlet=f"Outlet {name}", day="2025-03-04")


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        ("mayor", "mayor", "agree"),
        ("harbour master", "harbour master of Wexley", "compatible"),
        ("mayor", "mayor of Wexley", None),  # one bare word
        ("her harbour master", "harbour master", "agree"),
        ("his brother", "His brother", None),  # whose?
        ("brother", "brother", None),
        ("CLOSE harbour master", "CLOSE harbour master", None),  # furniture
        ("Office Deputy", "Office Deputy", None),  # cut
        ("his press secretary", "Wexley press secretary", None),
        ("Joel Tarn's brother", "Joel Tarn's brother", "agree"),
        ("director of the Verian harbour agency", "director of Verian harbour", "agree"),
        ("Wexley County Circuit Court Judge", "Wexley Circuit Judge", "agree"),
        ("Wexley County Attorney", "Wexley Attorney", "compatible"),
        ("Wexley Fire Protection District Chief", "Wexley Fire Chief", "agree"),
        ("Assistant Police Chief", "Assistant Chief", "agree"),
        ("Tarn's harbour master", "harbour master", None),  # only whose
        ("former harbour master", "harbour master", None),  # who was it is not it and more
        ("former Wexley harbour master", "harbour master", None),
        ("Veria's harbour master", "Verian harbour master", "agree"),
        ("harbour master - mate", "harbour master", None),
        ("slain harbour master", "harbour master", None),
        ("EPA Wexley harbour master", "Wexley harbour master", None),
        ("master of the harbour.The boats", "harbour master", None),
        ("police Sgt.", "police sergeant", "agree"),
        ("police Sgt.", "police Lt.", "differ"),
        ("mayor", "baker", None),
        ("| 3:20 mayor", "mayor", None),
    ],
)
def test_roles(ours: str, theirs: str, verdict: str | None) -> None:
    assert verdicts(role("a", ours), role("b", theirs)) == ([verdict] if verdict else [])


def test_a_fuller_role_is_no_graver_than_what_is_told_alike() -> None:
    a, b = role("a", "harbour master"), role("b", "harbour master of Wexley")
    fact = Stated("age", "Joel Tarn", "34", 34, "year")
    aged = [telling(name, f"Joel Tarn, 34, saw {name}.", Marks(facts=[fact]), outlet=name, day="2025-03-04") for name in "cd"]
    assert verdicts(a, b, *aged) == ["agree", "compatible"]


def test_one_apart_may_be_the_attacker() -> None:
    point = one(killed("a", RACE.format(50), "50 people", 50), killed("b", RACE.format(49), "49 people", 49))
    assert (point.verdict, "may count an attacker" in point.why) == ("differ", True)
    assert one(killed("a", RACE.format(50), "50 people", 50), killed("b", RACE.format(47), "47 people", 47)).verdict == "contradict"


def test_a_bound_that_the_words_do_not_say_leaves_no_room() -> None:
    def count(name: str, words: str, bounds: tuple[float, float | None]) -> Telling:
        fact = Stated("count", "people killed", words, bounds[0], "person", bounds)
        return telling(name, RACE.format(words), Marks(facts=[fact]), outlet=f"Outlet {name}", day="2025-03-04")

    assert points(count("a", "one", (1, None)), count("b", "two", (2, 2))) == ()
    assert one(count("a", "one", (1, None)), count("b", "one", (1, 1))).verdict == "agree"
    assert one(count("a", "at least one", (1, None)), count("b", "two", (2, 2))).verdict == "compatible"


def test_a_number_that_the_other_gives_too_is_no_difference() -> None:
    text = "Five people were trapped in the tug off Gull Point. Later two people were still trapped in the tug off Gull Point."
    facts = [Stated("count", "people trapped", "Five", 5, "person"), Stated("count", "people trapped", "two", 2, "person")]
    both = telling("a", text, Marks(facts=facts), day="2025-03-04")
    late = Stated("count", "people trapped", "Two", 2, "person")
    later = telling("b", "Two people were trapped in the tug off Gull Point at ten.", Marks(facts=[late]), day="2025-03-04")
    assert "differ" not in verdicts(both, later)


def test_values_that_do_not_fit_the_others_are_not_among_what_can_be_true() -> None:
    about = [hurt("a", "about 180", 180, (162, 198)), hurt("b", "nearly 180", 180, (162, 180))]
    far = hurt("c", "at least 264", 264, (264, None))
    both = telling("c", far.article.text + " " + about[0].article.text, Marks(), day="2025-11-03")
    facts = [
        Stated("count", "people injured", "at least 264 people", 264, "person", (264, None)),
        Stated("count", "people injured", "about 180 people", 180, "person", (162, 198)),
    ]
    both = telling("c", both.article.text, Marks(facts=facts), outlet="Outlet c", day="2025-11-03")
    point = one(*about, both)
    assert (point.verdict, "264" in point.why) == ("compatible", False)


def test_who_somebody_is_the_writer_tells() -> None:
    says = [
        Said("nine boats sank", "costa Verde officials", "indirect"),
        Said("he was shocked by a fire that killed 12", "Joel Tarn", "indirect"),
        Said("he and Mara Doe, his friend of four years, had seen it", "Joel Tarn", "indirect"),
    ]
    says += [Said("the harbour master Joel Tarn left", "Ann Harwick", "indirect"), Said("my mate Mara Doe is well", "Ann Harwick")]
    facts = [
        Stated("role", "Joel Tarn", "harbour master", "harbour master", by="Ann Harwick"),
        Stated("role", "Mara Doe", "mate", "mate", by="Ann Harwick"),
        Stated("count", "boats", "nine", 9, "boat", by="costa Verde officials"),
        Stated("count", "boats", "forty", 40, "boat", by="AP EDITED"),
        Stated("count", "people killed", "12", 12, "person", by="Joel Tarn"),
        Stated("measure", "friendship", "four", 4, "year", by="Joel Tarn"),
    ]
    text = 'Ann Harwick said the harbour master Joel Tarn left. "my mate Mara Doe is well," she said.'
    text += " Costa Verde officials said nine boats sank. Of forty boats some came back."
    text += " Joel Tarn said he was shocked by a fire that killed 12."
    text += " Joel Tarn said he and Mara Doe, his friend of four years, had seen it."
    told = telling("a", text, Marks(says=says, facts=facts), outlet="Outlet a")
    assert [vouching.of_fact(told, fact) for fact in told.facts] == [None, "Ann Harwick", "Costa Verde officials", None, None, None]
    assert vouching.of_place(told, place(told, "Costa Verde officials said")) is None
    unnamed = telling("b", "Nine boats, they said.", Marks(says=[Said("Nine boats")]))
    assert vouching.of_place(unnamed, place(unnamed, "Nine")) is None


def test_one_number_of_hurt_is_of_the_same_people_where_nothing_speaks_against_it() -> None:
    fact = Stated("count", "people injured", "43 people", 43, "person")
    texts = (
        "43 people were injured as the old stand of the boat race gave way with a great crash.",
        "A doctor of the hospital at Wexley said that after the boat trip 43 people were injured.",
    )
    first, second = (telling(name, text, Marks(facts=[fact]), outlet=name) for name, text in zip("ab", texts, strict=True))
    assert one(first, second).verdict == "agree"
    other = Stated("count", "people injured", "9 people", 9, "person")
    text = texts[1] + " In the mine of Gollop 9 people were injured by gas."
    assert verdicts(first, telling("b", text, Marks(facts=[fact, other]), outlet="b")) == []


def test_a_number_of_another_part_makes_no_difference() -> None:
    five = Stated("count", "people trapped", "Five people", 5, "person")
    two = Stated("count", "people trapped", "two people", 2, "person")
    text = "Five people were trapped in the tug of the board off Gull Point. At ten, as divers came, two people were trapped below."
    both = telling("a", text, Marks(facts=[five, two]), outlet="a", day="2025-03-04")
    late = "Divers came at ten to the tug of the board off Gull Point, where two people were trapped below."
    assert "differ" not in verdicts(both, telling("b", late, Marks(facts=[two]), outlet="b", day="2025-03-04"))


def beside(name: str, before: str, words: str, after: str = "Ann Harwick spoke at Gull Point.") -> Telling:
    marks = Marks(facts=[Stated("role", "Ann Harwick", words, words)])
    return telling(name, f"{before} {words} {after}", marks, outlet=f"Outlet {name}", day="2025-03-04")


def test_a_role_is_told_with_the_words_right_before_it() -> None:
    point = one(beside("a", "On Sunday Wexley", "police Lt."), beside("b", "Then", "Wexley police Lt."))
    assert (point.verdict, "Outlet a (March 4, 2025), Outlet b (March 4, 2025) say “Wexley police Lt.”" in point.why) == ("agree", True)


@pytest.mark.parametrize("words", ["presumptive", "Tarnhaven", "ousted"])
def test_a_role_that_the_text_goes_on_with_is_no_shorter_one(words: str) -> None:
    assert points(beside("a", f"Later {words}", "harbour master"), beside("b", "The", "Wexley harbour master")) == ()


@pytest.mark.parametrize("before", ["Hide Caption 3 of 8 Photos: Fire in", "Mayor Tarn Joel TarnThe mill is told by"])
def test_captions_and_linked_headlines_give_no_role(before: str) -> None:
    assert points(beside("a", before, "harbour master"), beside("b", before, "harbour master")) == ()


def crews(name: str, words: str, bounds: tuple[float, float | None], text: str = RACE) -> Telling:
    fact = Stated("count", "people killed", words, bounds[0], "person", bounds)
    return telling(name, text.format(words), Marks(facts=[fact]), outlet=f"Outlet {name}", day="2025-03-04")


def test_more_than_ten_leaves_no_room_for_ten() -> None:
    assert points(crews("a", "more than ten", (10, None)), crews("b", "ten", (10, 10))) == ()
    assert one(crews("a", "more than ten", (10, None)), crews("b", "twelve", (12, 12))).verdict == "compatible"
    near = one(crews("a", "nearly ten", (9, 10)), crews("b", "ten", (10, 10)))
    assert (near.verdict, "the other rounded" in near.why) == ("compatible", True)


def test_at_least_two_is_not_two_though_both_may_be_more() -> None:
    assert one(crews("a", "at least two", (2, None)), crews("b", "two", (2, None))).verdict == "compatible"
    assert one(crews("a", "two", (2, None)), crews("b", "two", (2, None))).verdict == "agree"
    both = one(crews("a", "at least ten", (10, None)), crews("b", "more than ten", (10, None)))
    assert (both.verdict, "“at least ten” leaves room for “more than ten”" in both.why) == ("compatible", True)


def test_a_misspelt_bound_gives_no_value() -> None:
    assert points(crews("a", "seven", (7, 7), "A least " + RACE), crews("b", "seven", (7, 7))) == ()


def test_one_of_two_places_is_not_the_place() -> None:
    def held(name: str, text: str) -> Telling:
        marks = Marks(facts=[Stated("place", "race", "Wexley", "Wexley")])
        return telling(name, text, marks, outlet=f"Outlet {name}", day="2025-03-04")

    alone = "The boat race of the old harbour guild is held in Wexley."
    assert one(held("a", alone), held("b", "Each year " + alone)).verdict == "agree"
    assert points(held("a", alone), held("b", alone.replace("Wexley", "Wexley and Gull Point"))) == ()


def test_the_next_of_a_row_is_another() -> None:
    def fire(name: str, words: str, value: int) -> Telling:
        marks = Marks(facts=[Stated("count", "fires", words, value, "ordinal")])
        return telling(name, f"It was the {words} fire of the year in Wexley harbour.", marks, outlet=f"Outlet {name}", day="2025-03-04")

    assert points(fire("a", "39th", 39), fire("b", "40th", 40)) == ()
