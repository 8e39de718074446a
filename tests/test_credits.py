"""Outlets credited with reporting."""

from __future__ import annotations

import pytest

from attributing_setup import passages
from samestory.attributing import credits, outlets


def credited(text: str) -> list[tuple[str, str]]:
    made, parsed = passages(text)
    return [(credit.outlet, credit.rule) for credit in credits.find(made, parsed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill was sold, E! News reported.", [("E! News", "outlet-verb")]),
        ("The mill was sold, according to the L.A. Times.", [("Los Angeles Times", "according-to")]),
        ('"It was sold," Hanna Marrow told Reuters.', [("Reuters", "told-outlet")]),
        ("MILL RIVER (Reuters) - The mill was sold.", [("Reuters", "dateline")]),
        ("MILL RIVER (XYZ) — The mill was sold.", [("XYZ", "dateline")]),
        ("The sale was first reported by The Mill River Gazette.", [("The Mill River Gazette", "reported-by")]),
        ("Time flies. Today people said it was time to sell.", []),
        ("Hanna Marrow, who works for CNN, bought the mill.", []),
    ],
)
def test_credits(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(name.removeprefix("The "), rule) for name, rule in credited(text)]
    assert found == [(name.removeprefix("The "), rule) for name, rule in expected]


def test_what_is_covered_is_the_rest_of_the_sentence() -> None:
    made, parsed = passages("It rained. The mill was sold, E! News reported. It snowed.")
    (credit,) = credits.find(made, parsed)
    assert made.words(credit.covers) == "The mill was sold"
    assert made.words(credit.span) == "E! News reported"


def test_usual_names() -> None:
    assert outlets.usual_name("AP") == outlets.usual_name("The Associated Press") == "Associated Press"
    assert outlets.usual_name("People") is None, "a plain word alone is no outlet"
    assert outlets.usual_name("") is None
