"""The place of a block leads back to its words: by its XPath and offsets alone, in the tree as a browser builds it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from samestory.demo import articles
from samestory.model import Article, Selector
from samestory.reading import layout, read_bytes


def found(tree: LexborHTMLParser, selector: Selector) -> str:
    """What stands at a place, white space squeezed."""
    node: LexborNode | None = None
    for step in selector.xpath.strip("/").split("/"):
        tag, _, number = step.rstrip("]").partition("[")
        node = _child(node, tag, int(number or 1)) if node is not None else tree.root
        assert node is not None
        assert node.tag == tag
    assert node is not None
    return " ".join(node.text(deep=True)[selector.start : selector.end].split())


def _child(node: LexborNode, tag: str, number: int) -> LexborNode | None:
    child = node.child
    while child is not None:
        number -= child.tag == tag
        if not number:
            return child
        child = child.next
    return None


PAGES = sorted(path for path in Path(str(articles())).rglob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_block_of_the_demo_comes_back(path: Path) -> None:
    article = next(iter(read_bytes(path.read_bytes(), path.name)))
    assert isinstance(article, Article)
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    placed = [block for block in article.blocks if block.selector]
    assert len(placed) >= len(article.blocks) - 1  # a headline may be told in the head only
    for block in placed:
        assert block.selector
        assert found(tree, block.selector) == " ".join(article.words(block.span).split())


@pytest.mark.parametrize(
    "markup",
    [
        "<p>One<p>Two<table>lost<tr><td>cell</table>tail",  # closed by themselves, moved out of a table
        "<div>a<br>b<script>var x = 1;</script><br>c</div>d",
        "<ul><li>One</li><li>Two<ul><li>Inner</li></ul>rest</li></ul>",
        "<p>Soft\u00adly \U0001f600 said <b>she</b>, <a href=x>twice</a>.</p>\n\n<p hidden>gone</p> after",
        "<nav>\n<a>Home</a> <a>News</a>\n</nav><nav><a>Home</a><a>News</a></nav><main>x</main>",
        "<nav></nav><nav>word ",
        "<p>before <svg><title>icon</title></svg> after</p>",
        "<template><p>not here</p></template><noscript><p>nor here</p></noscript><p>here</p>",
    ],
)
def test_places_hold_in_odd_markup(markup: str) -> None:
    tree = layout.parse(markup)
    lines = layout.lines(tree)
    assert lines
    for line in lines:
        assert found(tree, line.selector).replace("\u00ad", "") == line.text


def test_what_is_unseen_inside_of_a_line_stands_at_its_place_too() -> None:
    tree = layout.parse("<p>One paragraph <script>var x;</script>goes on.</p>")
    (line,) = layout.lines(tree)
    assert line.text == "One paragraph goes on."
    assert found(tree, line.selector) == "One paragraph var x;goes on."


TAGS = ["<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<td>", "<br>", "<li>", "<table>", "<a href=y>", "</a>", "<nav>", "</nav>"]
PIECES = st.lists(st.sampled_from([*TAGS, " ", "word ", "\U0001f600", "é\n", "<!-- c -->"]), max_size=40)


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_places_hold_whatever_the_markup(pieces: list[str]) -> None:
    tree = layout.parse("".join(pieces))
    for line in layout.lines(tree):
        assert re.fullmatch(r"/html(/[a-z0-9]+(\[\d+\])?)*", line.selector.xpath)
        assert found(tree, line.selector) == line.text
