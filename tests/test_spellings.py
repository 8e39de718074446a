"""One person's name in several spellings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from samestory.comparing import spellings
from samestory.comparing.tellers import labels
from samestory.model import Person, Point, Telling
from telling_builder import place, telling


def naming(name: str, *people: tuple[str, str | None]) -> Telling:
    text = "; ".join(f"{who} came to Wexley" for who, _ in people) + "."
    told = telling(name, text, outlet=f"Outlet {name}", day="2025-03-04")
    return replace(told, people=tuple(Person(who, role, None, (place(told, who),)) for who, role in people))


def found(*tellings: Telling) -> list[Point]:
    return list(spellings.find(tellings, labels(tellings)))


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Ann Harwick", "Ann Harwicke", "none"),  # two forms rather than a mistake
        ("Ann Harwick", "Ann Harwcik", "differ"),
        ("Bernhard Cazenau", "Bernhard Cazanau", "differ"),
        ("Mohamed Tarn", "Mohammed Tarn", "compatible"),
        ("Ann Harwick-Doe", "Ann Harwickdoe", "compatible"),
        ("Alla Tsarnaeva", "Alla Tsarnayeva", "differ"),
        ("Ann Harwick", "Ann Hallam", "none"),
        ("Joel Lee", "Joel Lea", "none"),
        ("Al Harwick", "Ali Harwick", "none"),
        ("Mohammod Tarn", "Mahammad Tarn", "compatible"),
        ("Joel Abu Salha", "Joel Abusalha", "compatible"),
        ("Noor Mohammad Fayed", "Noor Mohammad Faid", "compatible"),  # of another alphabet
        ("Ahmad Bin Kassem", "Ahmad Bin Qasim", "compatible"),
        ("Ahmad Tarnov", "Ahmad Tarmov", "differ"),
        ("Joel Fayed", "Joel Faid", "differ"),
        ("Steve Harwick", "Steven Harwick", "none"),
        ("Ann Harwick", "Ann Mara Harwick", "none"),
    ],
)
def test_spellings(one: str, other: str, verdict: str) -> None:
    points = found(naming("a", (one, None)), naming("b", (other, None)))
    assert [point.verdict for point in points] == ([] if verdict == "none" else [verdict])


def test_who_writes_what() -> None:
    (point,) = found(naming("a", ("Ann Harwick", None)), naming("b", ("Ann Harwcik", None)), naming("c", ("Ann Harwick", None)))
    assert point.why == (
        "Ann Harwick: Outlet a (March 4, 2025), Outlet c (March 4, 2025) write “Ann Harwick”; Outlet b (March 4, 2025) writes "
        "“Ann Harwcik”. Not the same: the name is spelled in two ways, of which one may be a mistake."
    )
    assert [(fact.article, fact.value) for fact in point.facts] == [("a", "Ann Harwick"), ("c", "Ann Harwick"), ("b", "Ann Harwcik")]


def test_first_names_need_one_role() -> None:
    assert found(naming("a", ("Jorn Harwick", None)), naming("b", ("John Harwick", None))) == []
    (point,) = found(naming("a", ("Jorn Harwick", "harbour master")), naming("b", ("John Harwick", "the harbour master of Wexley")))
    assert point.verdict == "differ"


def test_a_telling_that_knows_both_has_two_people() -> None:
    both = naming("a", ("Ann Harwick", None), ("Ann Harwcik", None))
    assert found(both, naming("b", ("Ann Harwcik", None))) == []
    assert found(naming("a", ("Harwick", None)), naming("b", ("Harwcik", None))) == []


def test_several_spellings_of_one_family_are_no_mistake() -> None:
    tellings = [naming(name, (f"{first} Tarn", None)) for name, first in zip("abc", ("Mohamed", "Mohammed", "Muhammad"), strict=True)]
    (point,) = found(*tellings)
    assert (point.verdict, "written in several ways" in point.why) == ("compatible", True)


def test_a_mistake_does_not_make_a_family_one() -> None:
    names = "Mohamed Tarnov", "Mohammed Tarnov", "Mohamed Tarmov"
    points = found(*(naming(name, (who, None)) for name, who in zip("abc", names, strict=True)))
    assert [(point.verdict, len(point.facts)) for point in points] == [("compatible", 2), ("differ", 2)]
    assert "Tarmov" not in points[0].why
