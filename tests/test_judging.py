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
        ("mayor", "mayor of Wexley", "compatible"),
        ("police Sgt.", "police sergeant", "agree"),
        ("police Sgt.", "police Lt.", "differ"),
        ("mayor", "baker", None),
        ("| 3:20 mayor", "mayor", None),
    ],
)
def test_roles(ours: str, theirs: str, verdict: str | None) -> None:
    assert verdicts(role("a", ours), role("b", theirs)) == ([verdict] if verdict else [])


def test_a_fuller_role_is_no_graver_than_what_is_told_alike() -> None:
    a, b = role("a", "mayor"), role("b", "mayor of Wexley")
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
    says = [Said("the harbour master Joel Tarn left", "Ann Harwick", "indirect"), Said("my mate Mara Doe is well", "Ann Harwick")]
    facts = [
        Stated("role", "Joel Tarn", "harbour master", "harbour master", by="Ann Harwick"),
        Stated("role", "Mara Doe", "mate", "mate", by="Ann Harwick"),
        Stated("count", "boats", "nine", 9, "boat", by="costa Verde officials"),
    ]
    text = 'Ann Harwick said the harbour master Joel Tarn left. "my mate Mara Doe is well," she said. Costa Verde officials saw nine boats.'
    told = telling("a", text, Marks(says=says, facts=facts), outlet="Outlet a")
    assert [vouching.of_fact(told, fact) for fact in told.facts] == [None, "Ann Harwick", "Costa Verde officials"]
    assert vouching.of_place(told, place(told, "Costa Verde officials saw")) is None
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
