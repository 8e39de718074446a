"""Which articles tell of one event, why, and who copied whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from samestory.model.article import Span


@dataclass(frozen=True, slots=True)
class Decision:
    """Why an article went where it went when it arrived."""

    article: str
    story: str
    new: bool  # it opened the story
    score: float | None  # against the story it joined, or the nearest it did not join
    shared: tuple[str, ...]  # the rare terms, names, numbers and days it shares with that story
    rule: str


CopyKind = Literal["whole", "trimmed", "topped", "embedded", "part"]
SignedHow = Literal["outlet", "dateline", "byline", "copyright", "contributed"]


@dataclass(frozen=True, slots=True)
class Signed:
    """A news agency named as the author of an article's text, or as one who contributed to it."""

    article: str
    agency: str  # its usual name: "Associated Press"
    how: SignedHow
    span: Span | None  # None where the document's outlet or byline tells it and the text does not


@dataclass(frozen=True, slots=True)
class Copy:
    """Text that one article took from another of its story."""

    article: str
    of: str  # the earlier one
    shared: float  # containment, 0 to 1: the part of the shorter text that stands in the other
    passages: tuple[tuple[Span, Span], ...]  # the same words in `article` and in `of`
    # whole: hardly anything else in either; trimmed: `article` has a part of `of` and little else; topped: own words stand only
    # before what is shared; embedded: all of `of` stands among own words; part: some words of each
    kind: CopyKind = "part"
    agency: str | None = None  # whose text it is where either article signs it as an agency's


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event; a story of one is a story."""

    id: str
    title: str
    first: str | None  # ISO day of the earliest publication known
    last: str | None
    articles: tuple[str, ...]  # ids, earliest first
    copies: tuple[Copy, ...] = ()
    decisions: tuple[Decision, ...] = ()  # one for each article, in order of `articles`
    signed: tuple[Signed, ...] = ()  # agencies named as authors of its articles
