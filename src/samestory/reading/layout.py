"""A page's visible text, laid out line by line from one parse of its tree.

Markup comes in; lines go out, in page order, each with its links, the elements it stands in, and its place: the path of an
element as a browser numbers it, and offsets into that element's text content. Scripts, styles and what is hidden are no
text, but they count for the offsets. Which line is body, caption or menu is not decided here.

The tree is Lexbor's (selectolax), built by the rules of the HTML standard as browsers build theirs, so that a path found
here leads to the same words there. One walk over it costs 0.002 ms a node; lxml's tree is as fast but differs from a
browser's on faulty pages, html5lib takes 100 times as long.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TypeAlias

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from samestory.model import Selector
from samestory.reading import making
from samestory.reading.source import CannotRead

Tree: TypeAlias = LexborHTMLParser

# Beyond these a page is no news page but a trap or an archive (361 saved ones: at most 9,700 elements, 58 levels deep, 140,000
# characters of text). At the bounds a page costs about 1 s and 300 MB.
MOST_ELEMENTS = 20_000
MOST_TEXT = 600_000  # characters
DEEPEST = 500  # levels; what lies deeper is not laid out
# The parser takes 0.06 s for 5,000 elements inside each other, 0.9 s for 20,000, 4 minutes for 200,000: nesting that deep is
# counted before it is parsed, where there are tags enough for it.
MANY_TAGS = 10_000
DEEPEST_PARSED = 5_000
# It looks through an element's attributes for each further one: 2 s for 20,000, 7 s for 40,000, minutes for 200,000.
MOST_ATTRIBUTES = 5_000
# The tree of 16 MB of `<br>a` takes 2 GB, before its elements can be counted. Of 361 saved pages the largest has 7,140 tags.
MOST_TAGS = 200_000
SAFE_LENGTH = 100_000  # bytes that hold no more than 26,000 different ones
_ATTRIBUTE = rb"""(?:[\s/"']*+[^\s/>=][^\s/>="']*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+)"""
# What a page is made of as long as no tag has more. Nothing is tried twice: 65,000 names without an end would cost minutes.
_SOUND = re.compile(
    rb"(?:[^<]++|<(?![a-zA-Z])|<[a-zA-Z][^\s/>]*+%(one)b{0,%(most)d}+(?!%(one)b))*+" % {b"one": _ATTRIBUTE, b"most": MOST_ATTRIBUTES}
)
# The same more coarsely, in half the time; it fits most pages: at most 120 values, 400 characters between two of them.
_PLAIN = re.compile(
    rb"""(?:[^<]*+<(?:[^a-zA-Z]|[a-zA-Z](?:[^>"'=]{0,400}+(?:=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+|["'])){0,120}+"""
    rb"""[^>"'=]{0,400}+(?:>|\Z)))*+[^<]*+"""
)

_NOT_TEXT = """
    script style noscript template svg math iframe object embed applet head select option datalist textarea input canvas audio video
    map noembed noframes"""
NOT_TEXT = frozenset(_NOT_TEXT.split())
_LINES = """
    address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol p pre section summary table tbody td tfoot th
    thead tr ul"""
LINES = frozenset(_LINES.split())
MENUS = frozenset(("nav", "footer", "button"))  # elements that hold no part of an article
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_EMPTY_TAGS = frozenset(
    [b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"param", b"source", b"track", b"wbr"]
)
# What has no width: soft hyphens, zero-width spaces, marks of byte order; and control characters, which are no text.
_ODD = str.maketrans({**dict.fromkeys((*range(9), 11, *range(14, 32), 127), " "), 0xAD: None, 0x200B: None, 0xFEFF: None})
_UNTOLD = "script,style,noscript,template,select,[hidden]"  # what may keep words of a menu from sight
_NAMING = ("id", "role", "itemprop", "rel")  # beside class
_MORE = frozenset((*_NAMING, "style", "hidden"))  # the attributes that are looked at, beside class and href
# Entities that some system escaped twice: &amp;quot; comes out of the parser as &quot;. Pages about markup write them in code.
_DOUBLED = re.compile(r"&(?:quot|amp|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|pound|euro|copy|#\d{2,5}|#x[0-9a-fA-F]{2,4});")
_LITERAL = frozenset(("code", "pre", "kbd", "samp", "tt"))
_UNSEEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_TAG = re.compile(rb"<(/?)([a-zA-Z][^\s/>]{0,40})")


class Place:
    """An element that words stand in, as far as a line needs to know it."""

    __slots__ = ("_block", "_path", "begin", "depth", "heading", "link", "menu", "name", "number", "parent", "tag")

    def __init__(self, parent: Place | None, tag: str, name: str, begin: int, number: int) -> None:
        self.parent = parent
        self.tag = tag
        self.name = name  # class, id, role, itemprop, of a link rel; "" where there is none
        self.begin = begin  # where its text content begins in that of the document
        self.number = number  # among its siblings of the same tag
        self._path: str | None = None
        if parent is None:
            self.depth, self.menu = 0, False
            self.link: str | None = None
            self.heading: str | None = None
            self._block: Place | None = None
            return
        self.depth = parent.depth + 1
        self.link = parent.link
        self.heading = parent.heading  # the heading it is part of
        self.menu = parent.menu
        # The nearest element that breaks lines; None for itself, so that no cycle keeps a page in memory.
        if tag in LINES:
            self._block = None
            if tag in HEADINGS:
                self.heading = tag
            elif tag in MENUS:
                self.menu = True
        else:
            self._block = parent._block or parent

    @property
    def block(self) -> Place:
        """The nearest element that breaks lines: it or one around it."""
        return self._block or self

    @property
    def path(self) -> str:
        """Its XPath from the root, such as /html/body/div[2]/p[1]."""
        if self._path is None:
            above = [self]
            while (last := above[-1]).parent is not None and last.parent._path is None:
                above.append(last.parent)
            for place in reversed(above):
                own = place.tag if place.tag in ("html", "body") else f"{place.tag}[{place.number}]"
                place._path = f"{place.parent._path if place.parent else ''}/{own}"
        return self._path or ""

    def up(self, most: int) -> list[Place]:
        """It and the elements around it, innermost first."""
        found = [self]
        while len(found) < most and (place := found[-1].parent) is not None:
            found.append(place)
        return found


class Line:
    """A line of a page."""

    __slots__ = ("end", "links", "place", "start", "text")

    def __init__(self, text: str, links: tuple[tuple[int, int, str], ...], place: Place, span: tuple[int, int]) -> None:
        self.text = text
        self.links = links  # start and end in `text`, address as written
        self.place = place  # the innermost element around its first word
        self.start, self.end = span  # code points of the document's text content

    def near_tags(self, most: int) -> list[str]:
        """The elements around it, innermost first."""
        return [place.tag for place in self.place.up(most)]

    def near_names(self, most: int) -> list[str]:
        """Their class, id, role and itemprop, innermost first; "" where there is none."""
        return [place.name for place in self.place.up(most)]

    @property
    def linked(self) -> float:
        """The share of its characters that are links."""
        return sum([end - start for start, end, _ in self.links]) / len(self.text) if self.links else 0.0

    @property
    def selector(self) -> Selector:
        """Its place in the page: the nearest element that breaks lines, and where in its text content."""
        place = self.place
        block = place._block or place
        return making.selector(block._path or block.path, self.start - block.begin, self.end - block.begin)


def parse(markup: str | bytes) -> Tree:
    """The tree of a page, given as text or in UTF-8; `CannotRead` where there is none, or where it is a trap."""
    data = markup if isinstance(markup, bytes) else markup.encode("utf-8", "ignore")
    if len(data) > SAFE_LENGTH and not (_PLAIN.fullmatch(data) or _SOUND.fullmatch(data)):
        raise CannotRead(f"an element of the page has over {MOST_ATTRIBUTES:,} attributes: this is no article")
    tags = data.count(b"<")
    if tags > MOST_TAGS:
        raise CannotRead(f"the page has more than {MOST_TAGS:,} tags: too large for one article")
    if tags > MANY_TAGS and _depth(data) > DEEPEST_PARSED:
        raise CannotRead(f"the page has over {DEEPEST_PARSED:,} elements inside each other: this is no article")
    try:
        return LexborHTMLParser(data)
    except (SelectolaxError, ValueError, RuntimeError) as problem:
        raise CannotRead("the page holds no markup that can be read") from problem


def _depth(markup: bytes) -> int:
    """How deep the tags of a page stand inside each other at most, as if nothing closed by itself."""
    depth = most = 0
    for found in _TAG.finditer(markup):
        if found[1]:
            depth = max(0, depth - 1)
        elif found[2].lower() not in _EMPTY_TAGS:
            depth += 1
            most = max(most, depth)
    return most


def lines(tree: Tree) -> list[Line]:
    """The visible lines of a page, in page order; `CannotRead` where they are too many for one article."""
    found = _Walk().through(tree.root) if tree.root is not None else []
    if sum([len(line.text) for line in found]) > MOST_TEXT:
        raise CannotRead(f"the page has more than {MOST_TEXT:,} characters of text: too large for one article")
    return found


class _Walk:
    """One pass over a tree without recursion, so that depth costs nothing."""

    def __init__(self) -> None:
        self._found: list[Line] = []
        self._at = 0  # code points of text content so far
        self._spaced = False  # white space stands behind the line so far
        # The line being put together; none where there are no pieces.
        self._pieces: list[str] = []
        self._length = 0  # of its pieces
        self._links: list[tuple[int, int, str]] = []
        self._place: Place | None = None  # of its first word
        self._block: Place | None = None
        self._begin = 0  # in the document's text content
        self._end = 0

    def through(self, root: LexborNode) -> list[Line]:
        """Most of the time that a page takes goes by here: what needs no thought is dealt with on the spot."""
        # The elements around the node, the place around each, and how many of its siblings before it have which tag.
        above: list[tuple[LexborNode, Place | None, dict[str, int]]] = []
        node: LexborNode | None = root
        parent: Place | None = None
        counts: dict[str, int] = {}
        left = MOST_ELEMENTS
        while node is not None:
            text = node.text_content
            if text is not None:
                if text.isspace():
                    self._at += len(text)
                    self._spaced = True
                elif parent is not None:
                    self._words(text, parent)
            else:
                tag = node.tag or "-"
                left -= 1
                if left < 0:
                    raise CannotRead(f"the page has more than {MOST_ELEMENTS:,} elements: too large for one article")
                if self._pieces and tag in LINES:
                    self._flush()
                counts[tag] = number = counts.get(tag, 0) + 1
                first = node.first_child
                if first is not None and (place := self._entered(node, tag, parent, number)) is not None:
                    above.append((node, parent, counts))
                    node, parent, counts = first, place, {}
                    continue
            node = node.next if above else None
            while node is None and above:
                node, parent, counts = above.pop()
                node = node.next if above else None
        self._flush()
        return self._found

    def _entered(self, node: LexborNode, tag: str, parent: Place | None, number: int) -> Place | None:
        """The element as a place for the words in it; None where its words are not to be laid out, or are already."""
        if tag in NOT_TEXT or (parent is not None and parent.depth > DEEPEST):
            self._skip(node, tag)
            return None
        name = ""
        if attributes := node.attributes:
            name = attributes.get("class") or ""
            if (not name or len(attributes) > 1) and not _MORE.isdisjoint(attributes):
                if _hidden(attributes):
                    self._skip(node, tag)
                    return None
                name = _named(name, attributes)
        place = Place(parent, tag, name, self._at, number)
        if tag == "a":
            if address := attributes.get("href"):
                place.link = address.strip()
        elif tag == "nav" and self._listed(node, place):
            return None
        return place

    def _listed(self, node: LexborNode, place: Place) -> bool:
        """The items of a menu as one line, at once; not where something in it is no text, or where no white space parts them."""
        if node.css_first(_UNTOLD) is not None:
            return False
        text = node.text(deep=True)
        words = " ".join(node.text(deep=True, separator=" ").split())
        if not words or not words.isprintable() or words != " ".join(text.split()):
            return False
        begin = self._at + len(text) - len(text.lstrip())
        self._found.append(Line(words, (), place, (begin, self._at + len(text.rstrip()))))
        self._at += len(text)
        return True

    def _skip(self, node: LexborNode, tag: str) -> None:
        """Text content that is not laid out is counted: the offsets behind it hang on it."""
        unseen = node.text(deep=True)
        self._at += len(unseen)
        if tag == "svg" and unseen and not unseen.isspace():
            self._flush()  # the name of an icon between two labels: no place could hold both without it

    def _words(self, text: str, place: Place) -> None:
        """Words of an element, on the line so far or a new one."""
        begin = self._at
        self._at = end = begin + len(text)
        plain = text.isprintable() and "  " not in text  # of blanks only single spaces: three times as fast as parting it
        words = text.strip() if plain else " ".join(text.split())
        if "&" in words and place.tag not in _LITERAL:
            words = " ".join(_DOUBLED.sub(lambda found: unescape(found[0]), words).split())
            plain = False
        if not plain and not words.isprintable() and not (words := " ".join(words.translate(_ODD).split())):
            return
        pieces, block, start = self._pieces, place._block or place, self._length
        if pieces and self._block is not block:
            self._close()
        spaced = text[0].isspace()
        if not pieces:
            self._place, self._block, start = place, block, 0
            self._begin = end - len(text.lstrip()) if spaced else begin
        elif spaced or self._spaced:
            pieces.append(" ")
            start += 1
        pieces.append(words)
        self._length = start + len(words)
        self._spaced = spaced = text[-1].isspace()
        self._end = begin + len(text.rstrip()) if spaced else end
        if place.link is not None:
            self._linked(start, place.link)

    def _linked(self, start: int, address: str) -> None:
        """The words from `start` on are a link; pieces of one link are one."""
        links = self._links
        if links and links[-1][2] is address and links[-1][1] >= start - 1:
            start = links.pop()[0]
        links.append((start, self._length, address))

    def _close(self) -> None:
        """Ends the line so far."""
        place = self._place
        assert place is not None
        text = "".join(self._pieces)
        self._found.append(Line(text, tuple(self._links), place, (self._begin, self._end)))
        self._pieces.clear()
        self._links.clear()

    def _flush(self) -> None:
        if self._pieces:
            self._close()
        self._spaced = False


def _named(name: str, attributes: dict[str, str | None]) -> str:
    """All that names an element: its class and what else does."""
    for other in _NAMING:
        if other in attributes and (more := attributes[other]):
            name = f"{name} {more}" if name else more
    return name


def _hidden(attributes: dict[str, str | None]) -> bool:
    return "hidden" in attributes or bool((style := attributes.get("style")) and _UNSEEN.search(style))
