"""A page in HTML: its text laid out, every line of it marked, and what the page says about the article.

Markup comes in; a `Draft` goes out: the headline, then all visible lines in page order. What is not the article's own
(menus, teasers, prompts) is marked as furniture with the rule that decided it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from samestory.model import Article, BlockKind, Unreadable
from samestory.reading import body, bylines, layout, metadata, signs
from samestory.reading.draft import Draft, Mark, finish, whole
from samestory.reading.layout import Line
from samestory.reading.source import Source
from samestory.text import key

GAP = "\n\n"
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
HEADLINE_LIKE = 0.5  # share of the shorter one's words that a headline on the page has in common with the one told

_CAPTION = re.compile(r"caption|wp-caption|image-desc|photo-desc|media__desc|cutline", re.I)
_CREDIT = re.compile(
    r"(?:photo|image|media|picture|img|caption|figure)[\w-]*(?:credit|copyright|source|byline|author)|\bcredits?\b|imagecredit", re.I
)
_BYLINE = re.compile(
    r"\bby-?line|\bauthor(?:s|-?name|-?info|-?list|-?link|-?byline)?\b|\bp-author\b|article-?author|story-?author|contributor", re.I
)
_STAMP = re.compile(r"\b(?:date|time|timestamp|published|pub-?date|post-?date|dateline|datepublished)\b", re.I)
HEADLINE_WORDS = 3
MENUS = frozenset(("nav", "footer", "button"))
ABOVE = 6  # lines above the headline in which a byline may stand
PROSE = 100  # characters from which on a line is a paragraph
# What stands in these belongs to readers or to other articles: who is named there did not write this one.
_OTHERS = re.compile(
    r"comment(?:s|-list|-author|-body|ary-list)?\b|disqus|respond|related|recirc|recommend|sidebar|teaser|promo|most-?read|popular", re.I
)
OTHERS_NEAR = 6
NEAR = 4  # elements around a line whose names count


@dataclass(frozen=True, slots=True)
class _Kind:
    kind: BlockKind
    rule: str


def read(source: Source) -> Iterator[Article | Unreadable]:
    """The one article of a page."""
    made = draft(source.text(), source.address)
    yield finish(made, source.origin)


def draft(markup: str, address: str | None = None) -> Draft:
    """The marked text of a page, with what the page says of it; `address` is where it was fetched from, if it was."""
    tree = layout.parse(markup)
    told = metadata.find(tree)
    told = replace(told, url=told.url or address)
    lines = layout.lines(tree)
    title, at = _headline(lines, told.title)
    kept = body.find(lines, tree, at)
    kinds = [_kind(line, kept.get(number)) for number, line in enumerate(lines)]
    names = told.byline or _signed(lines, kinds, at, told.outlet) or _checked(lines, kinds, metadata.guess_byline(tree, told.outlet))
    return _assembled(lines, kinds, replace(told, byline=names), (title, at))


def fragment(markup: str, title: str | None) -> Draft:
    """The marked text of a piece of markup that is an article's body and nothing else, as feeds and wires carry it."""
    lines = layout.lines(layout.parse(f"<div>{markup}</div>"))
    same = key(title) if title else None
    at = next((at for at, line in enumerate(lines[:3]) if key(line.text) == same), None)
    kinds = [_kind(line, "given-body") for line in lines]
    told = metadata.Metadata(title, (), None, None, None, None)
    return _assembled(lines, kinds, told, (title, at))


# -- the headline ----------------------------------------------------------------------------


def _headline(lines: Sequence[Line], told: str | None) -> tuple[str | None, int | None]:
    """The headline as it stands on the page, with the number of its line; the one that is only told otherwise."""
    tops = [at for at, line in enumerate(lines) if "h1" in line.tags[:NEAR]]
    if told is None:
        return (lines[tops[0]].text, tops[0]) if tops else (None, None)
    for among in (tops, [at for at, line in enumerate(lines) if "h2" in line.tags[:NEAR]]):
        near = [(_alike(lines[at].text, told), -at) for at in among]
        if near and max(near)[0] >= HEADLINE_LIKE:
            at = -max(near)[1]
            return lines[at].text, at
    if len(tops) == 1 and len(lines[tops[0]].text.split()) >= HEADLINE_WORDS:  # told for search engines, written otherwise
        return lines[tops[0]].text, tops[0]
    same = key(told)
    at = next((at for at, line in enumerate(lines) if key(line.text) == same), -1)
    return (lines[at].text, at) if at >= 0 else (told, None)


def _alike(one: str, other: str) -> float:
    a, b = set(body.wordlist(one)), set(body.wordlist(other))
    return len(a & b) / max(3, min(len(a), len(b))) if a and b else 0.0


# -- kinds -----------------------------------------------------------------------------------


def _kind(line: Line, kept: str | None) -> _Kind:
    if not kept and MENUS & set(line.tags):
        return _Kind("furniture", "html:outside-body")
    look = signs.look(line.text)
    if not kept and _OTHERS.search(" ".join(line.names[:OTHERS_NEAR])):
        return _Kind("furniture", f"line:{look[1]}" if look and look[0] == "furniture" else "html:outside-body")
    names = " ".join(line.names[:NEAR])
    caption = "figcaption" in line.tags[:NEAR] or bool(_CAPTION.search(names))
    if look and look[0] == "furniture":
        return _Kind("furniture", f"line:{look[1]}")
    if look and look[0] in ("photo_credit", "caption") and (kept or caption):
        return _Kind(look[0], f"line:{look[1]}")
    if caption:
        return _Kind("photo_credit", "html:credit") if _CREDIT.search(names) and len(line.text) < 80 else _Kind("caption", "html:caption")
    if look and look[0] == "byline":
        return _Kind("byline", f"line:{look[1]}")
    if look and look[0] == "dateline" and (kept or _STAMP.search(names) or "time" in line.tags[:NEAR]):
        return _Kind("dateline", f"line:{look[1]}")
    if kept == body.STANDFIRST:
        return _Kind("title", f"html:{kept}")
    if kept:
        return _Kind("heading", "html:heading") if HEADINGS & set(line.tags[:NEAR]) else _Kind("body", f"html:{kept}")
    return _outside(line, names)


def _outside(line: Line, names: str) -> _Kind:
    """A line that is not the article's body."""
    if len(line.text) < 80 and not line.text.endswith(".") and _BYLINE.search(names) and bylines.persons(line.text):
        return _Kind("byline", "html:byline")
    return _Kind("furniture", "html:outside-body")


# -- the text --------------------------------------------------------------------------------


class _Text:
    """The text as it grows, with what is marked in it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.marks: list[Mark] = []
        self.links: list[tuple[int, int, str]] = []
        self._length = 0

    def put(self, words: str, kind: _Kind) -> int:
        """Adds a block and says where it begins."""
        start = self._length + (len(GAP) if self.pieces else 0)
        self.pieces.append(words)
        self._length = start + len(words)
        self.marks.append(Mark(start, self._length, kind.kind, kind.rule))
        return start


def _assembled(lines: Sequence[Line], kinds: Sequence[_Kind], told: metadata.Metadata, headline: tuple[str | None, int | None]) -> Draft:
    title, at = headline
    text = _Text()
    if title:
        text.put(title, _Kind("title", "html:headline" if at is not None else "html:headline-told"))
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if number == at:
            continue
        start = text.put(line.text, kind)
        if kind.kind in ("body", "heading", "caption"):
            text.links.extend(_links(line, start, told.url))
    return Draft(
        whole(GAP.join(text.pieces)),
        tuple(text.marks),
        title=title,
        byline=told.byline or _signed(lines, kinds, at, told.outlet),
        published=told.published,
        outlet=told.outlet,
        url=told.url,
        language=told.language,
        links=tuple(text.links),
    )


def _links(line: Line, start: int, base: str | None) -> Iterator[tuple[int, int, str]]:
    for first, last, address in line.links:
        try:
            full = urljoin(base or "", whole(address))
        except ValueError:
            continue
        if full.startswith(("http://", "https://")):
            yield start + first, start + last, full


def _signed(lines: Sequence[Line], kinds: Sequence[_Kind], at: int | None, outlet: str | None) -> tuple[str, ...]:
    """The names of a byline on the page, between a little above the headline and the second paragraph."""
    prose = [number for number, kind in enumerate(kinds) if kind.kind == "body" and len(lines[number].text) > PROSE and number > (at or 0)]
    window = range(max(0, (at or 0) - ABOVE), (prose[1:] or prose or [len(lines)])[0])
    for number in window:
        line, kind = lines[number], kinds[number]
        if kind.kind == "byline" and "reporting" not in kind.rule and (names := bylines.persons(line.text, outlet)):
            return names
        if kind.kind != "body" and (names := bylines.signed(line.text)):
            return names
    return ()


def _checked(lines: Sequence[Line], kinds: Sequence[_Kind], names: tuple[str, ...]) -> tuple[str, ...]:
    """What trafilatura takes for authors, where such a full name stands in a line of its own up to the end of the article: below
    come those who comment."""
    last = max((number for number, kind in enumerate(kinds) if kind.kind == "body"), default=-1)
    short = " | ".join(key(line.text) for line in lines[: last + 3] if len(line.text) <= bylines.SIGNED_LONGEST)
    return tuple(name for name in names if " " in name and key(name) in short)
