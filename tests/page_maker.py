"""Small pages for the tests of what a page says of itself: a head, and lines with what each was taken for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from samestory.reading import metadata

BODY = "The pier of Wexley reopened on Monday after two years of work that cost more than anybody had been told at the outset. " * 2


@dataclass(frozen=True)
class Line:
    """A line as `layout` makes it, as far as it matters here."""

    text: str
    names: tuple[str, ...] = ()
    tags: tuple[str, ...] = ("p",)
    links: tuple[tuple[int, int, str], ...] = ()

    def near_names(self, most: int) -> tuple[str, ...]:
        return self.names[:most]

    def near_tags(self, most: int) -> tuple[str, ...]:
        return self.tags[:most]


@dataclass(frozen=True)
class Kind:
    kind: str
    rule: str = "test"


def tree(head: str = "", body: str = "", html: str = "") -> LexborHTMLParser:
    return LexborHTMLParser(f"<html {html}><head>{head}</head><body>{body}</body></html>")


def told(head: str = "", body: str = "", html: str = "") -> metadata.Metadata:
    return metadata.find(tree(head, body, html))


def where(found: metadata.Metadata) -> dict[str, str]:
    return {one.field: one.where for one in found.told}


def linked(**fields: object) -> str:
    return script({"@type": "NewsArticle", **fields})


def script(value: object) -> str:
    return f'<script type="application/ld+json">{value if isinstance(value, str) else json.dumps(value)}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def completed(head: str, above: Sequence[Line], behind: Sequence[Line] = ()) -> metadata.Metadata:
    """The whole of what a page tells: its head, a headline, lines, two paragraphs, more lines."""
    lines = [Line("Menu"), Line("Pier reopens", tags=("h1",)), *above, Line(BODY), Line(BODY), *behind]
    kinds = [kind_of(line) for line in lines]
    return metadata.complete(told(head), lines, kinds, 1)  # type: ignore[arg-type]


def kind_of(line: Line) -> Kind:
    if line.text == BODY:
        return Kind("body")
    return Kind("byline", "line:byline") if line.text.startswith("By ") else Kind("furniture")


def linking(text: str, words: str, address: str, **more: tuple[str, ...]) -> Line:
    start = text.index(words)
    return Line(text, links=((start, start + len(words), address),), **more)
