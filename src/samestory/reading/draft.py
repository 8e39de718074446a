"""What the readers of this step make, before it gets its id and becomes an `Article`.

A `Draft` comes in from any format; an `Article` goes out, its blocks in order, trimmed, not empty and not overlapping,
or an `Unreadable` where there is no text. Nothing here decides what a block is.
"""

from __future__ import annotations

import hashlib
import operator
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from resiliparse.parse.lang import detect_fast

from samestory.model import Article, BlockKind, Link, Selector, Told, Unreadable
from samestory.reading import making
from samestory.text import trim

_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_].*)?")
# All that is blank to Python, and the marks of direction.
_EDGES = "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + "\u200b\u200e\u200f\u2060\ufeff"
_SURROGATE = re.compile("[\ud800-\udfff]")
# resiliparse's rank: "above 1200 usually false". Over 2,000 news articles in English all right ones were below 900.
LANGUAGE_RANK = 900
# A long novel. The steps behind take a minute for it; news articles have 1,000 to 60,000 characters.
LONGEST_TEXT = 1_000_000
_START = operator.itemgetter(0)
LANGUAGE_LEAST = 200  # characters of body below which a language is not detected


class Mark(NamedTuple):
    """A stretch of the text and what it is."""

    start: int
    end: int
    kind: BlockKind
    rule: str
    selector: Selector | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An article but for its id."""

    text: str
    marks: tuple[Mark, ...]
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    links: tuple[tuple[int, int, str], ...] = ()
    id: str | None = None  # the id a row brings along
    key: str | None = None  # what names the entry inside its document, where there is no address
    modified: str | None = None
    section: str | None = None
    told: tuple[Told, ...] = ()


def finish(draft: Draft, origin: str) -> Article | Unreadable:
    """The article, or an `Unreadable` where nothing is written in it."""
    text = whole(draft.text)
    if len(text) > LONGEST_TEXT:
        return Unreadable(origin, f"longer than {LONGEST_TEXT:,} characters: too long for one article")
    marks = _tidy(text, draft.marks)
    if not marks:
        return Unreadable(origin, "there is no text in it")
    named = draft.url or draft.key or origin.rsplit("/", 1)[-1]
    own = draft.id or hashlib.sha256(whole(f"{named}\0{text}").encode()).hexdigest()[:16]
    blocks = tuple([making.block(making.span(own, start, end), kind, rule, selector) for start, end, kind, rule, selector in marks])
    links = tuple(Link(making.span(own, start, end), url) for start, end, url in draft.links if start < end)
    language = draft.language or _detect(text, marks)
    return Article(
        own,
        origin,
        draft.url,
        draft.outlet,
        draft.title,
        draft.byline,
        draft.published,
        language,
        text,
        blocks,
        links,
        draft.modified,
        draft.section,
        draft.told,
    )


def whole(text: str) -> str:
    """The text with halves of characters (lone surrogates) replaced, so that it can be written as UTF-8; same length."""
    try:
        text.encode()  # four times as fast as to look for them
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def squeezed(value: object) -> str | None:
    r"""A field as one line of text, None where there is nothing.

    >>> squeezed(" The \n Gazette "), squeezed(""), squeezed(3)
    ('The Gazette', None, None)
    """
    return (" ".join(whole(value).split()) or None) if isinstance(value, str) else None


def language(name: object) -> str | None:
    """The ISO 639-1 code of a language tag.

    >>> language("en-US"), language("english"), language(None)
    ('en', None, None)
    """
    found = _LANGUAGE.fullmatch(name.strip()) if isinstance(name, str) else None
    return found[1].lower() if found else None


def _tidy(text: str, marks: Iterable[Mark]) -> list[Mark]:
    at, found = 0, []
    for mark in sorted(marks, key=_START):
        start, end, _, _, _ = mark
        if start < at or start >= end or text[start] in _EDGES or text[end - 1] in _EDGES:
            start, end = trim(text, max(start, at), end, _EDGES)
            if start >= end:
                continue
            mark = mark._replace(start=start, end=end)
        found.append(mark)
        at = end
    return found


def _detect(text: str, marks: Sequence[Mark]) -> str | None:
    body = "\n".join(text[mark.start : mark.end] for mark in marks if mark.kind == "body")
    if len(body) < LANGUAGE_LEAST:
        return None
    name, rank = detect_fast(body[:4000])
    return name if rank <= LANGUAGE_RANK and len(name) == 2 else None
