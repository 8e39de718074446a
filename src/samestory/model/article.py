"""An article as it was read, and the `Span` by which every finding points into it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["title", "body", "heading", "caption", "photo_credit", "byline", "dateline", "furniture"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: the only pointer there is."""

    article: str  # id of the article
    start: int  # first character
    end: int  # one past the last character

    def overlaps(self, other: Span) -> bool:
        return self.article == other.article and self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        return self.article == other.article and self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words of this span, given its article's text."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Selector:
    """The place of a block in a marked-up document: a W3C XPathSelector refined by a TextPositionSelector."""

    xpath: str  # of an element, from the root, as a browser numbers it
    start: int  # code points of that element's text content, half open
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or line of the text and what it is. Blocks are in order and never overlap."""

    span: Span
    kind: BlockKind
    rule: str  # what decided the kind, e.g. "html:figcaption", "text:related-line"
    selector: Selector | None = None  # None where the text is kept to the letter (its span is its place), or only told in the head


@dataclass(frozen=True, slots=True)
class Told:
    """Where a field of an article was found, e.g. "published", "json-ld:datePublished"."""

    field: str  # the name of the field: title, byline, outlet, published, modified, section, language, url
    where: str  # "json-ld:NAME", "meta:NAME", "page:RULE", "row:NAME", "feed:NAME", "wire:NAME", "text:RULE"


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink inside the text."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read. `text` never changes; furniture is marked in `blocks`, not cut out."""

    id: str
    origin: str  # where it was read: path, address, or path#entry
    url: str | None
    outlet: str | None  # a clean name where the page tells it
    title: str | None
    byline: tuple[str, ...]  # persons
    published: str | None  # ISO date or date-time; never a guess
    language: str | None  # ISO 639-1
    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    modified: str | None = None  # ISO date or date-time of the last change that the document tells
    section: str | None = None  # as the outlet names it
    told: tuple[Told, ...] = ()  # where each of the fields above was found

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def span(self, start: int, end: int) -> Span:
        return Span(self.id, start, end)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A document that could not be read: counted and named, never dropped."""

    origin: str
    reason: str  # in words
