"""What stands in a page's tree apart from its text: meta tags, links, times, microdata, its JSON-LD.

A page's tree comes in; a `Head` goes out, gathered in one pass over the few elements that tell such things. Which of
them is to be believed is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from samestory.reading import jsonld
from samestory.reading.draft import squeezed

TELLING = 'meta,link[rel~="canonical"],time,title,h1,script[type*="json"]'
# Looked for only where no article of JSON-LD names both its author and its day: every selector costs a walk of the tree.
MARKED = '[rel~="author"],abbr.published,[itemprop~="author"],[itemprop~="datePublished"],[itemprop~="dateModified"]'
MOST = 5_000  # elements looked at; over 361 saved pages at most 1,500
MOST_VALUES = 40  # of one meta tag's name
MOST_TEXT = 2_000_000  # characters of text looked at
COST = 4_000  # characters that each look at a text counts for: in the text of one element others may stand
MOST_PROPERTIES = 1_000  # of microdata, whose items are looked for
LONGEST = 2_000  # characters of a value
DEEPEST = 60  # elements up to the item that a property belongs to
_ITEM_PARTS = frozenset(("mainEntity", "mainEntityOfPage"))  # an item inside another one that is still the page's own
_ARTICLE_ITEMS = ("article", "posting", "report", "webpage", "recipe", "creativework", "newsitem")
_IN_ITEM, _IN_NONE = "in the page's own item", "in none"
_NAMES = ("property", "name", "itemprop", "http-equiv")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A <time> or a date in microdata."""

    value: str  # datetime, content or text
    printed: str  # its text
    names: str  # class, itemprop, pubdate


@dataclass(slots=True)
class Head:
    """What the elements of a page tell."""

    wanted: frozenset[str] = frozenset()  # names of meta tags, in small letters
    metas: dict[str, list[str]] = field(default_factory=dict)  # by name in small letters
    canonical: list[str] = field(default_factory=list)
    times: list[Stamp] = field(default_factory=list)
    items: dict[str, list[str]] = field(default_factory=dict)  # microdata of the page's own article
    signed: list[str] = field(default_factory=list)  # the words of rel=author links
    tops: list[str] = field(default_factory=list)  # h1
    title: str | None = None
    language: str | None = None
    graph: jsonld.Graph = field(default_factory=jsonld.Graph)
    item: tuple[int, bool] | None = None  # the first article in microdata, and whether it is more than a page; further ones are teasers
    linked: list[str] = field(default_factory=list)  # scripts of JSON-LD
    scripts: list[str] = field(default_factory=list)  # other scripts of JSON
    properties: int = 0  # looked at
    left: int = MOST_TEXT  # that may still be looked at

    def told(self, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """The values of meta tags, with the name of each, in the order of the names."""
        for name in names:
            for value in self.metas.get(name, ()):
                yield value, f"meta:{name}"


def gather(tree: LexborHTMLParser, wanted: frozenset[str]) -> Head:
    """All that the elements of a page tell; of its meta tags those of the names wanted."""
    head = Head(wanted)
    root = tree.root
    if root is not None:
        given = root.attributes
        head.language = given.get("lang") or given.get("xml:lang")
    for node in tree.css(TELLING)[:MOST]:
        _take(head, node)
    head.graph = jsonld.read(head.linked)
    if not any(record.get("author") and record.get("datePublished") for record in head.graph.articles):
        for node in tree.css(MARKED)[:MOST]:
            _marked(head, node)
    return head


def _take(head: Head, node: LexborNode) -> None:
    tag, given = node.tag, node.attributes
    if tag == "script":
        (head.linked if "ld+json" in (given.get("type") or "").lower() else head.scripts).append(node.text())
    elif tag == "meta":
        _meta(head, node, given)
    elif tag == "link":
        if "canonical" in (given.get("rel") or "").lower() and (address := squeezed(given.get("href"))):
            head.canonical.append(address)
    elif tag == "title":
        head.title = head.title or _words(head, node)
    elif tag == "h1":
        head.tops.append(_words(head, node) or "")
    elif tag == "time":
        _time(head, node, given)


def _marked(head: Head, node: LexborNode) -> None:
    tag, given = node.tag, node.attributes
    if tag == "abbr":
        _time(head, node, given)
    if tag not in ("meta", "link"):
        _property(head, node, given)


def _meta(head: Head, node: LexborNode, given: dict[str, str | None]) -> None:
    for attribute in _NAMES:
        told = given.get(attribute)
        if not told:
            continue
        name = told.strip().lower()
        if name.startswith(("dc:", "dcterms:")):
            name = name.replace(":", ".", 1)
        if name in head.wanted and (attribute != "itemprop" or _own(node, head)):
            content, values = squeezed((given.get("content") or "")[:LONGEST]), head.metas.setdefault(name, [])
            if content and len(values) < MOST_VALUES and content not in values:
                values.append(content)


def _time(head: Head, node: LexborNode, given: dict[str, str | None]) -> None:
    words = _words(head, node) or ""
    names = [given.get("class") or "", given.get("itemprop") or "", "pubdate" if "pubdate" in given else ""]
    head.times.append(Stamp(squeezed(given.get("datetime") or given.get("title")) or words, words, " ".join(names).lower()))


def _property(head: Head, node: LexborNode, given: dict[str, str | None]) -> None:
    """A property of the page's own article, in microdata or as a link to its author."""
    if "author" in (given.get("rel") or "").lower().split() and (words := _words(head, node)):
        head.signed.append(words)
    names = given.get("itemprop")
    own = _own(node, head) if names else None
    if not names or not own:
        return
    inner = node.css_first("[itemprop~=name]") if "itemscope" in given else None
    told = given.get("content") or given.get("datetime") or (given.get("title") if node.tag == "abbr" else None)
    value = squeezed(told) or _words(head, inner or node)
    for name in names.lower().split():
        values = head.items.setdefault(name, [])
        if value and len(values) < (MOST_VALUES if own is _IN_ITEM else 1):  # outside any item, further ones are teasers'
            values.append(value)


def _own(node: LexborNode, head: Head) -> str | None:
    """None for a property of something else than the article: of a comment, a reference, the author, a picture, a teaser."""
    head.properties += 1
    if head.properties > MOST_PROPERTIES:
        return None
    at, steps = node.parent, 0
    while at is not None and steps < DEEPEST:
        given = at.attributes
        if "itemscope" in given:
            kind = (given.get("itemtype") or "").lower()
            role = given.get("itemprop")
            if not kind.rstrip("/").endswith(_ARTICLE_ITEMS) or (role and not _ITEM_PARTS & set(role.split())):
                return None
            sure = kind.rstrip("/").endswith(_ARTICLE_ITEMS[:3])
            if head.item is None or (sure and not head.item[1]):
                head.item = (at.mem_id, sure)
            return _IN_ITEM if head.item[0] == at.mem_id else None
        at, steps = at.parent, steps + 1
    return _IN_NONE


def _words(head: Head, node: LexborNode) -> str | None:
    """The text of an element, as long as the page has not told too much: elements may stand in each other."""
    if head.left <= 0:
        return None
    words = node.text(separator=" ")
    head.left -= len(words) + COST
    return squeezed(words[:LONGEST])
