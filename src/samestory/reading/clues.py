"""What tells an article's lines from the rest of its page, as numbers: their words, the elements around them, their neighbours.

The lines of a page come in; a row of numbers for each goes out, in the order of `NAMES`. Nothing is decided here: the
weights in `body.py` do that. Nothing hangs on a single site: names of elements count only by the common words in them.
"""

from __future__ import annotations

import operator
import re
from array import array
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samestory.reading.layout import Line, Place

# The words in class, id, role and itemprop that tell something, by what they tell.
_GROUPS = {
    "body": """
        articlebody storybody entrycontent postcontent articlecontent articletext storytext bodytext richtext prose bodycopy
        contentbody""",
    "article": "article story entry post news blog",
    "content": "content text body copy main paragraph paragraphs page",
    "comment": "comment comments disqus respond reply replies discussion commentary reactions",
    "related": """
        related recirc recirculation recommend recommended recommendations more popular trending most teaser teasers promo
        latest next also further readmore similar suggested""",
    "card": "card cards tile tiles item items list grid feed stream river collection carousel slider swiper thumb thumbnail",
    "share": "share sharing social follow facebook twitter whatsapp pinterest email print tools toolbar actions addthis",
    "menu": "nav navigation menu navbar breadcrumb breadcrumbs skip hamburger submenu dropdown tabs search",
    "footer": "footer foot copyright legal bottom colophon",
    "header": "header masthead topbar top",
    "side": "sidebar side rail widget widgets secondary aside right left complementary",
    "picture": "caption captions figure image images photo photos gallery media img slideshow picture credit credits wp",
    "author": "byline author authors bio contributor writer about profile avatar vcard",
    "time": "date time timestamp meta published updated pubdate datetime info",
    "ad": "ad ads advert advertisement sponsor sponsored promoted outbrain taboola dfp gpt adsense banner commercial",
    "sign": """
        newsletter subscribe subscription signup paywall login register donate donation membership premium form signin inline""",
    "title": "title headline hed heading head kicker eyebrow",
    "tags": "tags tag topics topic keywords categories category section label labels",
    "popup": "cookie cookies consent modal popup overlay gdpr notice alert lightbox dialog tooltip privacy",
    "player": "video player audio podcast playlist jwplayer youtube vjs",
    "quoted": "quote blockquote tweet embed instagram pullquote oembed",
    "summary": "summary dek standfirst subtitle lead excerpt abstract intro description subheadline subhead deck lede",
    "note": "correction disclaimer note update factbox infobox box callout sidebarbox editor tout cta",
    "unseen": "hide hidden sr visually visuallyhidden screen reader only print offscreen noprint",
}
_BIT = {word: 1 << number for number, words in enumerate(_GROUPS.values()) for word in words.split()}
_TAG_GROUPS = {
    "p": "p",
    "li": "li dt dd",
    "h1": "h1",
    "h2-6": "h2 h3 h4 h5 h6",
    "cell": "td th caption",
    "blockquote": "blockquote q",
    "figure": "figure figcaption picture",
    "strong": "strong b em i",
    "a": "a",
    "button": "button label",
    "span": "span",
    "time": "time",
    "article": "article",
    "main": "main",
    "aside": "aside",
    "nav": "nav",
    "footer": "footer",
    "header": "header hgroup",
    "form": "form fieldset",
    "ul": "ul ol dl menu",
    "table": "table tbody tr",
    "section": "section",
}
_TAG_BIT = {tag: 1 << (len(_GROUPS) + number) for number, tags in enumerate(_TAG_GROUPS.values()) for tag in tags.split()}
BITS = len(_GROUPS) + len(_TAG_GROUPS)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_DIGIT = re.compile(r"\d")
_NAME_LONGEST = 300
SAMPLE = 200  # characters of a line whose words are looked at one by one
_MARKS = re.compile(r"[|©»→›•·]")
PROSE_WORDS = 10
PROSE_LINKED = 0.3
LINK_LINE = 0.9  # share of its characters that are links, from which on a line only points elsewhere
LINK_LINE_WORDS = 3  # a shorter one can be a heading or an item
HALF, MOST, NEARLY_ALL = 0.5, 0.75, 0.95

_WORDS_OF_LINE = """
    words characters linked links comma stop question colon lower capitals upper digits quote marks word-length short digit-first cap-first
    again"""
_PLACES = "inside-half inside-most inside-all parent grand parent-linked grand-linked like like-linked like-count depth"
_POSITION = "at before after prose-before prose-after headline below-headline first"
NAMES = tuple(
    [*_WORDS_OF_LINE.split(), *_PLACES.split(), *_POSITION.split()]
    + [f"{where}:{name}" for where in ("own", "near", "far") for name in (*_GROUPS, *_TAG_GROUPS)]
)
Row = tuple[float, ...]
_LOGS = [NAMES.index(name) for name in ("words", "characters", "like-count")]
_LOG_SCALES = np.array([1, 2, 8], dtype=np.float32)
_SHARES = [NAMES.index(name) for name in ("comma", "word-length")]
_PLACED, _NAMED = NAMES.index("at"), NAMES.index("own:body")  # where the numbers of positions and of names begin
_NOWHERE = (False, False, False)
_DEPTH = operator.attrgetter("depth")


@lru_cache(maxsize=8192)
def bits(tag: str, name: str) -> int:
    """What the tag and the names of an element tell, a bit for each group."""
    found = _TAG_BIT.get(tag, 0)
    for word in name[:_NAME_LONGEST].split():
        found |= _told(word)
    return found


@lru_cache(maxsize=16_384)
def _told(name: str) -> int:
    found, before = 0, ""
    for word in _WORD.findall(name):
        word = word.lower()
        found |= _BIT.get(word, 0) | _BIT.get(before + word, 0)
        before = word
    return found


def groups(names: str) -> int:
    """The bits of groups of names and tags, named as in `NAMES`."""
    numbers = {name: number for number, name in enumerate((*_GROUPS, *_TAG_GROUPS))}
    return sum({1 << numbers[name] for name in names.split()})


def _line(text: str, count: int, linked: float, links: int) -> Row:
    """What the words of a line tell, but for whether it stands there again."""
    words = text[:SAMPLE].split(" ")
    long = [word for word in words if len(word) > 3]
    capitals = [word for word in long if word[0].isupper()]
    first, end = text[0], text[-1]
    return (
        count,
        len(text),
        linked,
        links / 5 if links < 5 else 1.0,
        5 * text.count(",") / count,
        end in '.!"”’…' or text.endswith(".)"),
        end == "?",
        end == ":",
        first.islower(),
        len(capitals) / len(long) if long else 0.5,
        text.isupper(),
        len(_DIGIT.findall(text)) / len(text) if count < 30 else 0.02,
        first in "\"“‘'«„" or "”" in text or '"' in text,
        count < 40 and ("|" in text or not text.isascii()) and _MARKS.search(text) is not None,
        len(text) / count / 10,
        1 - len(long) / len(words),
        first.isdigit(),
        first.isupper(),
    )


class _Weight:
    """How much prose, and how many linked words, stand in lines alike."""

    __slots__ = ("linked", "prose", "words")

    def __init__(self) -> None:
        self.prose = self.words = 0
        self.linked = 0.0


class _Element:
    """An element: how much prose, and how many linked words, stand under it, and what its names tell."""

    __slots__ = ("depth", "far", "inside", "like", "linked", "near", "near1", "near2", "own", "parent", "place", "prose", "words")

    def __init__(self, place: Place, parent: _Element | None) -> None:
        self.prose = self.words = 0
        self.linked = 0.0
        self.place = place
        self.depth = place.depth
        self.parent = parent
        self.own = own = bits(place.tag, place.name)
        # What it and the one, two, three elements around it tell, and all.
        self.near1 = self.near2 = self.near = self.far = own
        if parent is not None:
            self.near1 = own | parent.own
            self.near2 = own | parent.near1
            self.near = own | parent.near2
            self.far = own | parent.far
        self.inside = _NOWHERE
        self.like: _Weight | None = None

    def row(self, total: int, most: float) -> Row:
        """What its place tells: the share of all prose in it and in the element around it, of links in both, and in lines alike."""
        grand = self.parent or self
        like = self.like or self
        return (
            *self.inside,
            grand.prose / total,
            (grand.parent or grand).prose / total,
            grand.linked / (grand.words or 1),
            (grand.parent or grand).linked / ((grand.parent or grand).words or 1),
            like.prose / most,
            like.linked / (like.words or 1),
            like.words,
            self.depth / 30,
        )


def rows(lines: Sequence[Line], headline: int | None) -> tuple[list[int], NDArray[np.float32]]:
    """The numbers of the lines that may be body, and a row for each; `headline` is the number of the headline's line.

    Lines that are nothing but a link are counted where they stand and have no row: 181 gold texts (aeb) hold 12 such lines.
    """
    texts = [line.text for line in lines]
    counted = [text.count(" ") + 1 for text in texts]
    linked = [line.linked if line.links else 0.0 for line in lines]
    shown = [number for number, share in enumerate(linked) if share < LINK_LINE or counted[number] < LINK_LINE_WORDS]
    if not shown:
        return shown, np.zeros((0, len(NAMES)), dtype=np.float32)
    prose = [count if count >= PROSE_WORDS and share < PROSE_LINKED else 0 for count, share in zip(counted, linked, strict=True)]
    total = sum(prose) or 1
    blocks, elements = _elements(lines)
    most = _count(blocks, prose, counted, linked)
    _sum_up(elements, total)
    again = Counter(texts)
    table: list[float] = []
    told: list[int] = []
    put = table.extend
    for number in shown:
        line, text, element = lines[number], texts[number], blocks[number]
        put(_line(text, counted[number], linked[number], len(line.links)))
        table.append(again[text] > 1)
        put(element.row(total, most))
        place = line.place
        told += (element.own | bits(place.tag, place.name) if place._block else element.own, element.near, element.far)
    spread = np.unpackbits(np.array(told, dtype="<i8").view(np.uint8).reshape(-1, 8), axis=1, count=BITS, bitorder="little")
    numbers = np.array(array("f", table)).reshape(len(shown), -1)
    numbers[:, _LOGS] = np.log1p(numbers[:, _LOGS]) / _LOG_SCALES
    numbers[:, _SHARES] = np.minimum(numbers[:, _SHARES], 1)
    found = np.empty((len(shown), len(NAMES)), dtype=np.float32)
    found[:, :_PLACED] = numbers
    _put_positions(found[:, _PLACED:_NAMED], shown, prose, headline)
    found[:, _NAMED:] = spread.reshape(len(shown), -1)
    return shown, found


def _put_positions(found: NDArray[np.float32], shown: Sequence[int], prose: Sequence[int], headline: int | None) -> None:
    """Where each of the lines shown stands among the others, and how much prose before and after it."""
    size, total = len(prose), sum(prose) or 1
    at: NDArray[np.float32] = np.array(shown, dtype=np.float32)
    words = np.array(prose, dtype=np.float32)
    before, words = (np.cumsum(words) - words)[shown], words[shown]
    first = next((number for number, count in enumerate(prose) if count), 0)
    found[:, 0] = at / size
    found[:, 1] = np.log1p(at) / 6
    found[:, 2] = np.log1p(size - at) / 6
    found[:, 3] = before / total
    found[:, 4] = (total - before - words) / total
    found[:, 5] = headline is not None
    found[:, 6] = _within((at - headline) / 30) if headline is not None else 0
    found[:, 7] = _within((at - first) / 30)


def _within(numbers: NDArray[Any]) -> NDArray[Any]:
    within: NDArray[Any] = np.minimum(np.maximum(numbers, -1), 1)
    return within


def _elements(lines: Sequence[Line]) -> tuple[list[_Element], list[_Element]]:
    """The element that each line stands in, and those with all around them, outer ones before inner ones."""
    found: dict[Place, _Element] = {}
    blocks: list[_Element] = []
    for line in lines:
        block = place = line.place._block or line.place
        above = found.get(place)
        if above is None:
            new = [place]
            while (around := place.parent) is not None and (above := found.get(around)) is None:
                new.append(around)
                place = around
            for inner in reversed(new):
                above = found[inner] = _Element(inner, above)
        blocks.append(found[block])
    return blocks, list(found.values())


def _count(blocks: Sequence[_Element], prose: Sequence[int], counted: Sequence[int], linked: Sequence[float]) -> float:
    """Counts each line in the element around its own, and with the lines that stand like it; the most prose of lines alike."""
    alike: dict[tuple[str, str, str, int], _Weight] = {}
    for element, words, all_words, share in zip(blocks, prose, counted, linked, strict=True):
        like, parent = element.like, element.parent
        if like is None:
            place = element.place
            likeness = (place.tag, place.name, parent.place.name if parent else "", element.depth)
            like = element.like = alike.get(likeness) or alike.setdefault(likeness, _Weight())
        for one in (like, parent or element):
            one.prose += words
            one.words += all_words
            one.linked += share * all_words
    return max([weight.prose for weight in alike.values()], default=0) or 1


def _sum_up(elements: Sequence[_Element], total: int) -> None:
    """Adds what each element holds to those around it, then marks what stands inside the innermost one with most of the prose."""
    for element in reversed(elements):
        parent = element.parent
        if parent is not None and element.words:
            parent.prose += element.prose
            parent.words += element.words
            parent.linked += element.linked
    large = [element for element in elements if element.prose >= HALF * total]
    roots = [max((e for e in large if e.prose >= share * total), key=_DEPTH, default=None) for share in (HALF, MOST, NEARLY_ALL)]
    for element in elements:
        inside = element.parent.inside if element.parent else _NOWHERE
        element.inside = (
            (inside[0] or element is roots[0], inside[1] or element is roots[1], inside[2] or element is roots[2])
            if element in roots
            else inside
        )
