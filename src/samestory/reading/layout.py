"""A page's visible text, laid out line by line from one parse of its tree.

Markup comes in; lines go out, in page order, each with its links and the elements it stands in. Scripts, styles and what
is hidden are no text. Which line is body, caption or menu is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from lxml import etree, html

from samestory.reading.source import CannotRead

Element: TypeAlias = etree._Element

# Beyond these a page is no news page but a trap or an archive (361 saved ones: at most 9,700 elements, 58 levels deep, 140,000
# characters of text). At the bounds a page costs about 3 s and 300 MB.
MOST_ELEMENTS = 20_000
MOST_TEXT = 600_000  # characters
DEEPEST = 500

_NOT_TEXT = """
    script style noscript template svg math iframe object embed applet head select option datalist textarea input canvas audio video
    map noembed noframes"""
NOT_TEXT = frozenset(_NOT_TEXT.split())
_LINES = """
    address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol p pre section summary table tbody td tfoot th
    thead tr ul"""
LINES = frozenset(_LINES.split())
_SOFT = str.maketrans(dict.fromkeys("\u00ad\u200b\ufeff", None))
_UNSEEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_OPENED = re.compile(r"<(script|style)\b([^>]{0,2000})>", re.I)
_CLOSED = {name: re.compile(rf"</{name}\b[^>]{{0,200}}>", re.I) for name in ("script", "style")}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page."""

    text: str
    links: tuple[tuple[int, int, str], ...]  # start and end in `text`, address as written
    tags: tuple[str, ...]  # the elements around it, innermost first
    names: tuple[str, ...]  # their class, id, role and itemprop, innermost first; "" where there is none

    @property
    def linked(self) -> float:
        """The share of its characters that are links."""
        return sum(end - start for start, end, _ in self.links) / len(self.text)


def parse(markup: str) -> Element:
    """The tree of a page; `CannotRead` where there is none, or where it is a trap."""
    data = _CONTROL.sub(" ", _without_scripts(markup)).encode("utf-8", "replace")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as problem:
        raise CannotRead("the page holds no markup that can be read") from problem
    if any(number >= MOST_ELEMENTS for number, _ in enumerate(tree.iter())):
        raise CannotRead(f"the page has more than {MOST_ELEMENTS:,} elements: too large for one article")
    return tree


def lines(tree: Element) -> list[Line]:
    """The visible lines under an element, in page order; `CannotRead` where they are too many for one article."""
    found, size = [], 0
    for line in _Walk(tree):
        found.append(line)
        size += len(line.text)
        if size > MOST_TEXT:
            raise CannotRead(f"the page has more than {MOST_TEXT:,} characters of text: too large for one article")
    return found


def _without_scripts(markup: str) -> str:
    """The page without scripts and styles but for JSON-LD: less work, and the parser gives up at 10 MB of one script."""
    pieces, at = [], 0
    while found := _OPENED.search(markup, at):
        closed = _CLOSED[found[1].lower()].search(markup, found.end())
        if not closed:
            break
        pieces.append(markup[at : closed.end() if "ld+json" in found[2].lower() else found.start()])
        at = closed.end()
    return "".join((*pieces, markup[at:]))


@dataclass(slots=True)
class _Open:
    """The line being put together."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    links: list[tuple[int, int, str]] = field(default_factory=list)
    tags: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class _Walk:
    """Goes through a tree without recursion, so that depth costs nothing."""

    def __init__(self, tree: Element) -> None:
        self._tree = tree
        self._open = _Open()
        self._tags: tuple[str, ...] = ()
        self._names: tuple[str, ...] = ()
        self._link: tuple[int, str] | None = None

    def __iter__(self) -> Iterator[Line]:
        stack: list[tuple[Element, bool]] = [(self._tree, False)]
        while stack:
            element, leaving = stack.pop()
            if leaving:
                yield from self._leave(element)
            elif self._seen(element):
                if element.tag in LINES:
                    yield from self._flush()
                self._enter(element)
                stack.append((element, True))
                stack.extend((child, False) for child in element.iterchildren(reversed=True))
            elif element is not self._tree:
                self._add(element.tail)
        yield from self._flush()

    def _seen(self, element: Element) -> bool:
        tag = element.tag
        if not isinstance(tag, str) or tag in NOT_TEXT or len(self._tags) > DEEPEST:
            return False
        attributes = element.attrib
        if not attributes:
            return True
        return "hidden" not in attributes and not _UNSEEN.search(attributes.get("style", ""))

    def _enter(self, element: Element) -> None:
        get = element.get
        self._tags = (str(element.tag), *self._tags[:40])
        name = " ".join(filter(None, (get("class"), get("id"), get("role"), get("itemprop"), get("rel") if element.tag == "a" else None)))
        self._names = (name, *self._names[:40])
        if element.tag == "a" and (address := get("href")):
            self._link = (self._open.length, address.strip())
        self._add(element.text)

    def _leave(self, element: Element) -> Iterator[Line]:
        if element.tag == "a":
            self._close_link()
            self._link = None
        if element.tag in LINES:
            yield from self._flush()
        self._tags, self._names = self._tags[1:], self._names[1:]
        if element is not self._tree:
            self._add(element.tail)

    def _close_link(self) -> None:
        if self._link and self._open.length > self._link[0]:
            self._open.links.append((self._link[0], self._open.length, self._link[1]))

    def _add(self, text: str | None) -> None:
        if not text:
            return
        line = self._open
        words = " ".join(text.translate(_SOFT).split())
        if not line.pieces and words:
            line.tags, line.names = self._tags, self._names
        elif line.pieces and text[0].isspace() and not line.pieces[-1].endswith(" "):
            words = f" {words}"
        if words:
            if text[-1].isspace() and words != " ":
                words = f"{words} "
            line.pieces.append(words)
            line.length += len(words)

    def _flush(self) -> Iterator[Line]:
        self._close_link()
        line = self._open
        text = "".join(line.pieces).rstrip()
        if text:
            links = tuple(_within(text, start, end, address) for start, end, address in line.links)
            yield Line(text, tuple(link for link in links if link[0] < link[1]), line.tags, line.names)
        self._open = _Open()
        if self._link:
            self._link = (0, self._link[1])


def _within(text: str, start: int, end: int, address: str) -> tuple[int, int, str]:
    end = min(end, len(text))
    while start < end and text[start] == " ":
        start += 1
    while start < end and text[end - 1] == " ":
        end -= 1
    return start, end, address
