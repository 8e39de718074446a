"""Outlets credited with reporting."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attributing_setup import passages
from samestory.attributing import credits, outlets, sourced
from samestory.model import Link, Quote, Span


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


def test_the_short_name_of_the_articles_own_outlet() -> None:
    made, parsed = passages("Hanna Marrow told The Ledger that she was ill.")
    own = replace(made, outlet="The Harbour Ledger")
    assert [credit.outlet for credit in credits.find(own, parsed)] == ["The Harbour Ledger"]
    assert credits.find(made, parsed) == (), "which Ledger, nobody knows"


def test_a_linked_name_needs_its_own_page() -> None:
    made, parsed = passages("The mayor wept, Damp Walls reported on Monday, and left the hall.")
    start = made.text.index("Damp")
    for address, expected in (("https://www.dampwalls.example/1", ["Damp Walls"]), ("https://twitter.com/dampwalls", [])):
        linked = replace(made, links=(Link(Span("a", start, start + 10), address),))
        assert [credit.outlet for credit in credits.find(linked, parsed)] == expected


def test_a_quotation_whose_source_is_an_outlet_is_a_credit() -> None:
    made, parsed = passages("So much for the dam (Mill River Gazette, on Monday: leaking for years now).")

    def span(words: str) -> Span:
        return Span("a", made.text.index(words), made.text.index(words) + len(words))

    quote = Quote("indirect", (span("leaking for years now"),), (span(":"),), (span("Mill River Gazette"),), None, None, "model", 0.9)
    names = credits.named(made, parsed)
    assert sourced.add(made, parsed, names, (), (quote,)) == (), "a colon is no word of reporting"
    said, parsed = passages("What the Mill River Gazette, in its own words, wrote: leaking for years now.")
    made = said
    quote = Quote(
        "indirect", (span("leaking for years now"),), (span("wrote"),), (span("the Mill River Gazette"),), None, None, "model", 0.9
    )
    (credit,) = sourced.add(made, parsed, credits.named(made, parsed), (), (quote,))
    assert (credit.outlet, made.words(credit.covers)) == ("Mill River Gazette", "leaking for years now")
