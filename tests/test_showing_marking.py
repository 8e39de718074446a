"""Marked texts: every place holds exactly its words, whatever lies in, across or beside it."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from samestory.model import Article, Span
from samestory.showing.marking import Places, marked

TEXT = "The ferry, she said, met the dredger <half> a mile & more from port \U0001f6a2 at dusk."


def _article(text: str) -> Article:
    return Article("a", "-", None, None, None, (), None, None, text, ())


def _tree(text: str, places: Places, cuts: tuple[int, ...] = ()) -> html.HtmlElement:
    edges = [0, *cuts, len(text)]
    found = places.of("a")
    return html.fromstring("<div>" + "".join(marked(text, a, b, found) for a, b in itertools.pairwise(edges)) + "</div>")


def _words(element: html.HtmlElement) -> str:
    """The text of an element without the numbers of findings in it."""
    return "".join(_texts(element))


def _texts(element: html.HtmlElement) -> list[str]:
    pieces = [element.text or ""] if element.tag != "a" else []
    for inner in element:
        pieces += [*_texts(inner), inner.tail or ""]
    return pieces


def _piece(tree: html.HtmlElement, anchor: str) -> str:
    return "".join(_words(e) for e in tree.iter("span") if anchor in (e.get("id"), e.get("data-of")))


def test_a_place_in_a_place_is_an_element_in_an_element() -> None:
    places = Places({"a": _article(TEXT)})
    outer = places.mark([Span("a", 0, 9)], "quote", ref="Q1")
    inner = places.mark([Span("a", 4, 9)], "point", ref="P1")
    tree = _tree(TEXT, places)
    assert tree.get_element_by_id(inner).getparent() is tree.get_element_by_id(outer)
    assert _words(tree.get_element_by_id(outer)) == "The ferry"


def test_places_that_cross_are_cut_and_the_pieces_know_each_other() -> None:
    places = Places({"a": _article(TEXT)})
    first = places.mark([Span("a", 0, 9)], "quote", ref="Q1")
    second = places.mark([Span("a", 4, 19)], "quote", ref="Q2")
    tree = _tree(TEXT, places)
    assert _piece(tree, first) == "The ferry"
    assert _piece(tree, second) == "ferry, she said"
    assert len(tree.xpath("//*[@data-of]")) == 1


def test_a_broken_quotation_is_one_place() -> None:
    places = Places({"a": _article(TEXT)})
    anchor = places.mark([Span("a", 21, 36), Span("a", 0, 9)], "quote", ref="Q1")
    tree = _tree(TEXT, places)
    assert anchor == "s-a-0-9_21-36"
    assert _piece(tree, anchor) == "The ferrymet the dredger"
    assert [a.text for a in tree.iter("a")] == ["Q1"]
    assert places.broken() == [anchor]


def test_the_number_stands_at_the_end_of_a_place_over_several_paragraphs() -> None:
    text = "One line.\n\nAnother line."
    places = Places({"a": _article(text)})
    anchor = places.mark([Span("a", 4, 18)], "only", ref="O1")
    tree = html.fromstring(f"<div><p>{marked(text, 0, 9, places.of('a'))}</p><p>{marked(text, 11, len(text), places.of('a'))}</p></div>")
    assert _piece(tree, anchor) == "line.Another"
    assert [a.getparent().get("data-of") for a in tree.iter("a")] == [anchor]


def test_what_the_text_does_not_hold_has_no_place() -> None:
    places = Places({"a": _article("One  word")})
    assert places.mark([Span("a", 3, 5)], "quote") is None, "blanks only"
    assert places.mark([Span("a", 90, 95)], "quote") is None, "past the end"
    assert places.mark([Span("b", 0, 3)], "quote") is None, "another article"
    assert places.mark([], "quote") is None
    assert places.mark([Span("a", 5, 99)], "quote") == "s-a-5-9", "cut to the text"


@given(st.lists(st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), min_size=1, max_size=3), max_size=8), st.integers(1, 79))
def test_text_is_kept_and_places_hold_their_words(wanted: list[list[tuple[int, int]]], cut: int) -> None:
    places = Places({"a": _article(TEXT)})
    anchors = {}
    for number, pieces in enumerate(wanted):
        spans = [Span("a", min(pair), max(pair)) for pair in pieces]
        anchor = places.mark(spans, "quote", ref=f"Q{number}")
        if anchor:
            anchors[anchor] = spans
    tree = _tree(TEXT, places, (cut,))
    assert _words(tree) == TEXT
    for place in places.of("a"):
        covered = sorted({at for span in place.spans for at in range(span.start, span.end)})
        if sum(span.end - span.start for span in place.spans) == len(covered):
            assert _piece(tree, place.id) == "".join(TEXT[at] for at in covered)
        assert len([e for e in tree.iter("span") if e.get("id") == place.id]) == 1
