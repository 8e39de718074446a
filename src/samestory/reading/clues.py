"""What tells an article's lines from the rest of its page, as numbers: their words, the elements around them, their neighbours.

The lines of a page come in; a row of numbers for each goes out, in the order of `NAMES`. Nothing is decided here: the
weights in `body.py` do that. Nothing hangs on a single site: names of elements count only by the common words in them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

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
_SHIFTS = np.arange(BITS)
_LOGS = [NAMES.index(name) for name in ("words", "characters", "like-count")]
_LOG_SCALES = np.array([1, 2, 8], dtype=np.float32)
_SHARES = [NAMES.index(name) for name in ("comma", "word-length")]


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


def _line(text: str, linked: float, links: int, again: bool) -> Row:
    """What the words of a line tell."""
    count = text.count(" ") + 1
    words = text[:SAMPLE].split(" ")
    long = [word for word in words if len(word) > 3]
    capitals = len([word for word in long if word[0].isupper()])
    end = text[-1]
    return (
        count,
        len(text),
        linked,
        links / 5 if links < 5 else 1.0,
        5 * text.count(",") / count,
        end in '.!"”’…' or text[-2:] == ".)",
        end == "?",
        end == ":",
        text[0].islower(),
        capitals / len(long) if long else 0.5,
        text.isupper(),
        len(_DIGIT.findall(text)) / len(text) if count < 30 else 0.02,
        text[0] in "\"“‘'«„" or "”" in text or '"' in text,
        bool(_MARKS.search(text)) if count < 40 else 0.0,
        len(text) / count / 10,
        1 - len(long) / len(words),
        text[0].isdigit(),
        text[0].isupper(),
        again,
    )


class _Weight:
    """How much prose, and how many linked words, stand under an element or in lines alike."""

    __slots__ = ("linked", "prose", "words")

    def __init__(self) -> None:
        self.prose = self.words = self.linked = 0.0

    def add(self, prose: float, words: float, linked: float) -> None:
        self.prose += prose
        self.words += words
        self.linked += linked


class _Element(_Weight):
    """What is known of an element once all lines are counted."""

    __slots__ = ("far", "inside", "like", "near", "near1", "near2", "own", "parent", "place", "shares")

    def __init__(self, place: Place, parent: _Element | None) -> None:
        super().__init__()
        self.place = place
        self.parent = parent
        self.own = bits(place.tag, place.name)
        # What it and the one, two, three elements around it tell, and all.
        self.near1 = self.near2 = self.near = self.far = self.own
        if parent is not None:
            self.near1 |= parent.own
            self.near2 |= parent.near1
            self.near |= parent.near2
            self.far |= parent.far
        self.inside = (False, False, False)
        self.like: _Weight | None = None
        self.shares: tuple[float, float, float, float] | None = None

    def holding(self, total: int) -> tuple[float, float, float, float]:
        """The share of all prose that it holds and that the element around it holds, and the share of links in both."""
        if self.shares is None:
            grand = self.parent or self
            linked, far = self.linked / (self.words or 1), grand.linked / (grand.words or 1)
            self.shares = (self.prose / total, grand.prose / total, linked, far)
        return self.shares


def rows(lines: Sequence[Line], headline: int | None) -> tuple[list[int], NDArray[np.float32]]:
    """The numbers of the lines that may be body, and a row for each; `headline` is the number of the headline's line.

    Lines that are nothing but a link are counted where they stand and have no row: 181 gold texts (aeb) hold 12 such lines.
    """
    counted = [line.text.count(" ") + 1 for line in lines]
    linked = [line.linked if line.links else 0.0 for line in lines]
    prose = [count if count >= PROSE_WORDS and share < PROSE_LINKED else 0 for count, share in zip(counted, linked, strict=True)]
    total = sum(prose) or 1
    elements = _elements(lines)
    most = _count(lines, elements, list(zip(prose, counted, linked, strict=True)))
    _sum_up(elements, total)
    again = Counter(line.text for line in lines)
    shown = [number for number, share in enumerate(linked) if share < LINK_LINE or counted[number] < LINK_LINE_WORDS]
    table: list[float] = []
    told: list[int] = []
    if not shown:
        return shown, np.zeros((0, len(NAMES)), dtype=np.float32)
    for number in shown:
        line = lines[number]
        place = line.place
        element = elements[place._block or place]
        like = element.like or element
        table += _line(line.text, linked[number], len(line.links), again[line.text] > 1)
        table += element.inside
        table += (element.parent or element).holding(total)
        table += (like.prose / most, like.linked / (like.words or 1), like.words, element.place.depth / 30)
        told.append(element.own | bits(place.tag, place.name) if place._block else element.own)
        told.append(element.near)
        told.append(element.far)
    spread = np.array(told, dtype=np.int64).reshape(-1, 3)[:, :, None] >> _SHIFTS & 1
    numbers = np.array(table, dtype=np.float32).reshape(len(shown), -1)
    numbers[:, _LOGS] = np.log1p(numbers[:, _LOGS]) / _LOG_SCALES
    numbers[:, _SHARES] = np.minimum(numbers[:, _SHARES], 1)
    places = _positions(prose, total, headline)[shown]
    return shown, np.hstack([numbers, places, spread.reshape(len(shown), 3 * BITS).astype(np.float32)])


def _positions(prose: Sequence[int], total: int, headline: int | None) -> NDArray[np.float32]:
    """Where each line stands among the others, and how much prose before and after it."""
    size = len(prose)
    at = np.arange(size, dtype=np.float32)
    words = np.array(prose, dtype=np.float32)
    before = np.cumsum(words) - words
    first = float(np.argmax(words > 0)) if size else 0.0
    below = np.clip((at - headline) / 30, -1, 1) if headline is not None else np.zeros(size)
    columns = [
        at / max(1, size),
        np.log1p(at) / 6,
        np.log1p(size - at) / 6,
        before / total,
        (total - before - words) / total,
        np.full(size, headline is not None),
        below,
        np.clip((at - first) / 30, -1, 1),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def _likeness(block: Place) -> tuple[str, str, str, int]:
    parent = block.parent
    return (block.tag, block.name, parent.name if parent else "", block.depth)


def _elements(lines: Sequence[Line]) -> dict[Place, _Element]:
    """The elements that lines stand in, and all around them; outer ones before inner ones."""
    found: dict[Place, _Element] = {}
    for line in lines:
        place: Place | None = line.place.block
        new: list[Place] = []
        while place is not None and place not in found:
            new.append(place)
            place = place.parent
        above = found[place] if place is not None else None
        for inner in reversed(new):
            above = found[inner] = _Element(inner, above)
    return found


def _count(lines: Sequence[Line], elements: dict[Place, _Element], counts: Sequence[tuple[int, int, float]]) -> float:
    """Counts each line in the element around its own, and with the lines that stand like it; the most prose of lines alike."""
    alike: dict[tuple[str, str, str, int], _Weight] = {}
    for line, (prose, words, share) in zip(lines, counts, strict=True):
        element = elements[line.place._block or line.place]
        if element.like is None:
            element.like = alike.setdefault(_likeness(element.place), _Weight())
        element.like.add(prose, words, share * words)
        (element.parent or element).add(prose, words, share * words)
    return max((weight.prose for weight in alike.values()), default=0) or 1


def _sum_up(elements: dict[Place, _Element], total: int) -> None:
    """Adds what each element holds to those around it, then marks what stands inside the innermost one with most of the prose."""
    outer_first = list(elements.values())
    for element in reversed(outer_first):
        if element.parent is not None and element.words:
            element.parent.add(element.prose, element.words, element.linked)
    roots = tuple(
        max((e for e in outer_first if e.prose >= share * total), key=lambda e: e.place.depth, default=None)
        for share in (HALF, MOST, NEARLY_ALL)
    )
    for element in outer_first:
        above = element.parent.inside if element.parent else (False, False, False)
        element.inside = (above[0] or element is roots[0], above[1] or element is roots[1], above[2] or element is roots[2])
