"""Colours: what is read on them meets WCAG AA (4.5 : 1), light and dark."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

CSS = files("samestory.showing").joinpath("templates", "style.css").read_text(encoding="utf-8")
LIGHT, DARK = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[:2])
GROUNDS = ("paper", "card")
ON_GROUND = ("ink", "soft", "link", "quote-ink", "point-ink", "time-ink", "credit-ink", "contradict", "del")
PAIRS = [(ink, ground) for ink in ON_GROUND for ground in GROUNDS] + [
    ("ink", "quote"), ("ink", "point"), ("ink", "credit"), ("ink", "sunk"), ("ink", "ins"), ("lit-ink", "lit"), ("paper", "ink"),
    ("quote-ink", "quote"), ("point-ink", "point"), ("point-ink", "quote"), ("quote-ink", "point"), ("credit-ink", "credit"),
    ("time-ink", "quote"), ("time-ink", "point"), ("credit-ink", "quote"), ("quote-ink", "alone-ground"),
    ("contradict", "contradict-ground"), ("differ", "differ-ground"), ("compatible", "compatible-ground"),
    ("agree", "agree-ground"), ("alone", "alone-ground"),
]  # fmt: skip
LINES = [(line, ground) for line in ("strong-line", "focus", "quote-line", "point-line", "time-line", "credit-line") for ground in GROUNDS]


def _light(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_their_ground(colours: dict[str, str]) -> None:
    assert {pair: round(c, 2) for pair in PAIRS if (c := _contrast(colours[pair[0]], colours[pair[1]])) < 4.5} == {}


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_lines_that_mean_something_can_be_seen(colours: dict[str, str]) -> None:
    assert {pair: round(c, 2) for pair in LINES if (c := _contrast(colours[pair[0]], colours[pair[1]])) < 3} == {}
