"""Titles before a name: which tell that it is a person's."""

from __future__ import annotations

import pytest

from attributing_setup import passages
from samestory.attributing import names, titles

SURE = "Councillor Councilwoman Cllr. Alderman Constable Superintendent Trooper Firefighter Magistrate Baroness Chaplain Mayor Sgt."
IN_FULL = "Bishop Nurse Delegate Chair Trustee"


def kinds(words: str) -> set[tuple[str, str]]:
    _, parsed = passages(f"The vote was taken on Tuesday. “The roof leaks,” said {words}, who moved the vote.")
    return {(name.name, name.kind) for name in names.find(parsed)}


@pytest.mark.parametrize(
    "title", [*SURE.split(), *IN_FULL.split(), "Deputy Mayor", "Detective Inspector", "Inspector General", "Fire Chief"]
)
def test_a_name_behind_a_title_is_a_person_s(title: str) -> None:
    assert ("Hattie Brannock", "person") in kinds(f"{title} Hattie Brannock")


@pytest.mark.parametrize("firm", ["Bishop Ranch", "King Power Stadium", "Prince Sports Group", "Duke University"])
def test_a_title_that_begins_a_firm_s_name_makes_nobody(firm: str) -> None:
    assert all(kind != "person" for _, kind in kinds(firm))


def test_no_name_is_longer_than_a_name_can_be() -> None:
    words = ["Councillor", "Ann", "Bea", "Cora", "Dora", "Emma", "Fay"]
    assert titles.name_behind(words, lambda _: True) is None
    assert titles.name_behind(words[:4], lambda _: True) == 1


def test_a_title_at_the_end_has_no_name_behind_it() -> None:
    assert titles.name_behind(["Town", "Council", "President"], lambda _: True) is None
