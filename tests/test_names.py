"""Named things, and people under their fullest names."""

from __future__ import annotations

import pytest

from attributing_setup import passages
from samestory.attributing import names
from samestory.model import Person


def people(text: str) -> dict[str, Person]:
    made, parsed = passages(text)
    return {person.name: person for person in names.people(made, parsed, names.find(parsed))}


def test_a_last_name_belongs_to_the_full_name_given_before() -> None:
    found = people("Hanna Marrow sold the mill. Marrow said it was time. Her son Carl Bellow agreed. Bellow left.")
    assert set(found) == {"Hanna Marrow", "Carl Bellow"}
    assert len(found["Hanna Marrow"].mentions) == 2


def test_people_who_share_a_last_name_are_never_merged() -> None:
    found = people("Hanna Marrow and Carl Marrow sold the mill. Marrow said it was time.")
    assert {"Hanna Marrow", "Carl Marrow"} <= set(found)
    assert all(len(person.mentions) == 1 for person in found.values()), "a bare name that could be either is nobody's"


def test_the_bare_last_name_is_the_main_person_s() -> None:
    text = "Hanna Marrow sold the mill. Hanna Marrow was tired. Her brother, Carl Marrow, was not. Marrow said it was time."
    assert len(people(text)["Hanna Marrow"].mentions) == 3


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Police Chief Hanna Marrow spoke on Monday.", "Hanna Marrow", "Police Chief"),
        ("Hanna Marrow, a spokeswoman for the mill, spoke on Monday.", "Hanna Marrow", "spokeswoman for the mill"),
        ("Her husband, actor Carl Marrow, spoke on Monday.", "Carl Marrow", "actor"),
        ("Carl Marrow spoke on Monday.", "Carl Marrow", None),
    ],
)
def test_roles(text: str, name: str, role: str | None) -> None:
    assert people(text)[name].role == role


def test_capitals_of_a_headline_name_nobody() -> None:
    found = people("Mill Owner Hanna Marrow Speaks Of Loss And Hope\n\nHanna Marrow spoke on Monday about the mill.")
    assert set(found) == {"Hanna Marrow"}
    assert len(found["Hanna Marrow"].mentions) == 2


def test_a_tower_is_no_person() -> None:
    found = people("Carl Marrow lives in Marrow Tower. He likes it.")
    assert len(found["Carl Marrow"].mentions) == 1


def test_same_person() -> None:
    assert names.same_person(("Hanna", "R.", "Marrow"), ("Hanna", "Marrow"))
    assert not names.same_person(("Hanna", "Marrow"), ("Carl", "Marrow"))
    assert not names.same_person(("Carl", "Marrow", "Jr."), ("Carl", "Marrow", "Sr."))


def test_a_he_is_no_woman_of_that_name() -> None:
    text = "President Marrow spoke on Monday. Hanna Marrow, the first lady, was there. Marrow said he was glad. Mr. Marrow left."
    found = people(text)
    assert len(found["Hanna Marrow"].mentions) == 1
    assert len(found["Marrow"].mentions) == 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ursula von der Poe spoke on Monday.", "Ursula von der Poe"),
        ("G.K. Marrow spoke on Monday.", "G.K. Marrow"),
        ("Many are Never Marrow. Carl Marrow spoke on Monday.", "Carl Marrow"),
    ],
)
def test_whole_names(text: str, name: str) -> None:
    assert set(people(text)) == {name}


def test_a_president_is_not_the_first_lady() -> None:
    found = people("President Marrow spoke on Monday. First lady Hanna Marrow was there. Marrow left early.")
    assert len(found["Hanna Marrow"].mentions) == 1
