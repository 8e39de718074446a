"""Points of results, of charges and of an office that was left: one point for a score, nobody's charges given to another."""

from __future__ import annotations

import pytest

from agreement_builder import one, points
from samestory.model import Telling
from telling_builder import Marks, Stated, telling


def result(
    name: str, text: str, words: str, numbers: tuple[int, int], sides: tuple[str, str] = ("score of the winner", "score of the loser")
) -> Telling:
    facts = [Stated("count", about, words, number, "point") for about, number in zip(sides, numbers, strict=True)]
    return telling(name, text, Marks(facts=facts), outlet=f"Outlet {name}", day="2025-11-03")


def test_a_score_is_one_point() -> None:
    a = result("a", "Wexley Rovers opened the season with a 3-1 win over Tarn Town.", "3-1", (3, 1))
    b = result("b", "Wexley Rovers began the season with a 3-1 win over Tarn Town.", "3-1", (3, 1))
    point = one(a, b)
    assert (point.about, point.verdict) == ("score", "agree")


def test_a_vote_is_one_point() -> None:
    sides = ("votes of the majority", "votes of the minority")
    a = result("a", "The council of Wexley voted 12-3 to close the old dam road.", "12-3", (12, 3), sides)
    b = result("b", "The council of Wexley voted 12-3 to close the dam road for good.", "12-3", (12, 3), sides)
    assert one(a, b).about == "votes"


def charged(name: str, who: str) -> Telling:
    text = f"{who} was charged with arson and two counts of assault with intent to rob at the Wexley mill."
    marks = Marks(facts=[Stated("count", "counts of assault", "two", 2)], people=[who])
    return telling(name, text, marks, outlet=f"Outlet {name}", day="2025-11-03")


def test_charges_of_two_people_are_not_one_thing() -> None:
    assert [point.about for point in points(charged("a", "Joel Tarn"), charged("b", "Ben Oduya")) if point.verdict == "agree"] == []
    assert one(charged("a", "Joel Tarn"), charged("b", "Joel Tarn")).verdict == "agree"


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        ("former Wexley harbour inspector", "Wexley harbour inspector", None),
        ("deputy Wexley harbour inspector", "Wexley harbour inspector", None),
        ("Wexley foreign affairs minister", "Wexley foreign minister", "agree"),
    ],
)
def test_an_office_that_was_left_is_not_the_office_and_more(ours: str, theirs: str, verdict: str | None) -> None:
    def roled(name: str, role: str) -> Telling:
        text = f"{role.capitalize()} Ann Harwick opened the new dam road on Monday."
        return telling(name, text, Marks(facts=[Stated("role", "Ann Harwick", role.capitalize(), role)]), outlet=f"Outlet {name}")

    found = [point.verdict for point in points(roled("a", ours), roled("b", theirs)) if point.verdict != "alone"]
    assert found == ([verdict] if verdict else [])
