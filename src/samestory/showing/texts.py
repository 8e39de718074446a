"""The tellings in full: every character of every text, block by block, with its places marked.

A sheet whose findings are all made comes in; the texts as HTML go out. Nothing is left out: what no block
holds is shown too, and page furniture is shown dimmed with the rule that made it so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from samestory.model import Article, Block
from samestory.showing import marking, wording
from samestory.showing.marking import Place
from samestory.showing.sheet import Sheet, Teller

FURNITURE_FOLDED = 3  # so many lines of page furniture in a row are folded into one
ASIDE = frozenset({"caption", "photo_credit", "byline", "dateline", "furniture"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    kind: str
    label: str | None  # shown before it where it is no body text
    rule: str | None
    html: Markup


@dataclass(frozen=True, slots=True)
class Run:
    """Paragraphs in a row; `folded` where they are page furniture that nobody came for."""

    paragraphs: tuple[Paragraph, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class Text:
    teller: Teller
    runs: tuple[Run, ...]
    language: str | None


def texts(sheet: Sheet) -> tuple[Text, ...]:
    """The text of each telling."""
    return tuple(_text(sheet, teller) for teller in sheet.tellers.values())


def _text(sheet: Sheet, teller: Teller) -> Text:
    article = teller.article
    places = sheet.places.of(article.id)
    paragraphs = [_paragraph(article, piece, places) for piece in _pieces(article)]
    code = article.language or ""
    return Text(teller, tuple(_runs(paragraphs)), code if code.isascii() and code.isalpha() and len(code) <= 3 else None)


def _pieces(article: Article) -> Iterator[tuple[int, int, Block | None]]:
    """The blocks in order, and between them whatever text no block holds."""
    at = 0
    for block in article.blocks:
        start, end = max(at, block.span.start), min(len(article.text), block.span.end)
        if article.text[at:start].strip():
            yield at, start, None
        if article.text[start:end].strip():
            yield start, end, block
        at = max(at, end)
    if article.text[at:].strip():
        yield at, len(article.text), None


def _paragraph(article: Article, piece: tuple[int, int, Block | None], places: list[Place]) -> Paragraph:
    start, end, block = piece
    html = marking.marked(article.text, start, end, places)
    if block is None:
        return Paragraph("unmarked", "not classified", None, html)
    label = wording.BLOCK_KINDS.get(block.kind)
    return Paragraph(block.kind, label, block.rule if block.kind in ASIDE else None, html)


def _runs(paragraphs: list[Paragraph]) -> Iterator[Run]:
    at = 0
    while at < len(paragraphs):
        furniture = paragraphs[at].kind == "furniture"
        end = at + 1
        while end < len(paragraphs) and (paragraphs[end].kind == "furniture") == furniture:
            end += 1
        yield Run(tuple(paragraphs[at:end]), furniture and end - at >= FURNITURE_FOLDED)
        at = end
