"""Tellings with a fact or two, and the points found between them."""

from __future__ import annotations

from samestory.comparing import agreement
from samestory.comparing.persons import of_story
from samestory.model import Point, Telling
from telling_builder import Marks, Stated, telling


def points(*tellings: Telling) -> tuple[Point, ...]:
    return agreement.find(tellings, of_story(tellings))


def one(*tellings: Telling) -> Point:
    found = [point for point in points(*tellings) if point.verdict != "alone"]
    assert len(found) == 1, found
    return found[0]


def verdicts(*tellings: Telling) -> list[str]:
    return [point.verdict for point in points(*tellings)]


def aged(name: str, age: int, day: str | None = "2025-11-03", about: str = "Joel Tarn") -> Telling:
    text = f"The sailor {about}, {age}, was found off Gull Point."
    return telling(name, text, Marks(facts=[Stated("age", about, str(age), age, "year")]), outlet=f"Outlet {name}", day=day)


def hurt(name: str, words: str, value: float | None, bounds: tuple[float | None, float | None] | None = None, **heads: str) -> Telling:
    text = f"A stand gave way at the Wexley boat race and {words} people were injured."
    marks = Marks(facts=[Stated("count", "people injured", f"{words} people", value, "person", bounds)])
    return telling(name, text, marks, outlet=f"Outlet {name}", day=heads.get("day", "2025-11-03"))


def killed(name: str, text: str, words: str, value: int, day: str | None = "2025-11-03") -> Telling:
    return telling(name, text, Marks(facts=[Stated("count", "people killed", words, value, "person")]), outlet=f"Outlet {name}", day=day)
