"""Numbers as newspapers write them."""

import pytest

from samestory.attributing import quantities
from samestory.attributing.numerals import value


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("1,250", 1250),
        ("twenty-four", 24),
        ("2 1/2", 2.5),
        ("a hundred and five", 105),
        ("half a million", 500_000),
        ("a million and a half", 1_500_000),
        ("1.9 trillion", 1.9e12),
        ("two dozen", 24),
        ("several", None),
        ("", None),
    ],
)
def test_value(words, number):
    assert value(words) == number


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("more than 40", (40, 40, None)),
        ("at least three", (3, 3, None)),
        ("nearly 100", (100, 90, 100)),
        ("up to 20", (20, None, 20)),
        ("about 50", (50, 45, 55)),
        ("20 to 30", (None, 20, 30)),
        ("forty-five", (45, 45, 45)),
        ("at least forty-five", (45, 45, None)),
        ("dozens", (None, 24, None)),
        ("12", (12, 12, 12)),
    ],
)
def test_quantities_carry_their_bounds(words, expected):
    (found,) = quantities.find(f"There were {words} people.")
    assert (found.value, found.low, found.high) == expected
    assert found.words == words


@pytest.mark.parametrize("text", ["a 3-2 win", "at 10:35 a.m.", "a 20-year-old", "covid-19 spread", "5% of it"])
def test_no_quantity(text):
    assert all(q.words not in text or q.value not in (3, 10, 20, 19, 5) for q in quantities.find(text) if q.words)
