"""A page in HTML: its text laid out, every line of it marked, and what the page says about the article.

Markup comes in; a `Draft` goes out: the headline, then all visible lines in page order. What is not the article's own
(menus, teasers, prompts) is marked as furniture with the rule that decided it.
"""

from __future__ import annotations

import functools
import gc
import operator
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import urljoin

from samestory.model import Article, BlockKind, Selector, Told, Unreadable
from samestory.reading import body, bylines, clues, giveaways, layout, metadata, signs
from samestory.reading.draft import Draft, Mark, finish, whole
from samestory.reading.layout import Line, Place
from samestory.reading.source import Source
from samestory.text import key, landmark

GAP = "\n\n"
_LINKED = frozenset(("body", "heading", "caption"))  # kinds whose links are kept
HEADLINE_LIKE = 0.5  # share of the shorter one's words that a headline on the page has in common with the one told

_WORD = re.compile(r"\w+")
# What an element holds: its tags, and what its class, id, role or itemprop say.
_HOLDING = (
    (("figcaption",), re.compile(r"caption|wp-caption|image-desc|photo-desc|media__desc|cutline")),
    (
        (),
        re.compile(
            r"(?:photo|image|media|picture|img|caption|figure)[\w-]*(?:credit|copyright|source|byline|author)|\bcredits?\b|imagecredit"
        ),
    ),
    (
        (),
        re.compile(
            r"\bby-?line|\bauthor(?:s|-?name|-?info|-?list|-?link|-?byline)?\b|\bp-author\b|article-?author|story-?author|contributor",
        ),
    ),
    (("time",), re.compile(r"\b(?:date|time|timestamp|published|pub-?date|post-?date|dateline|datepublished)\b")),
    # What stands in these belongs to readers or to other articles: who is named there did not write this one.
    (
        (),
        re.compile(
            r"comment(?:s|-list|-author|-body|ary-list)?\b|disqus|respond|related|recirc|recommend|sidebar|teaser|promo|most-?read|popular",
        ),
    ),
)
_TELLING_NAME = re.compile("|".join(pattern.pattern for _, pattern in _HOLDING))
_HOLDING_TAGS = {tag: 1 << number for number, (tags, _) in enumerate(_HOLDING) for tag in tags}
_CAPTION, _CREDIT, _BYLINE, _STAMP, _OTHERS = (1 << number for number in range(len(_HOLDING)))
HEADLINE_WORDS = 3
ABOVE = 6  # lines above the headline in which a byline may stand
PROMPT_LONGEST = 250  # characters; of 3,300 longer lines in the articles of 361 pages none was a prompt
AFTER = 8  # lines after the last of the article in which bylines and prompts are told apart
OUTSIDE_BODY = "html:outside-body"
# Why a line stands outside of the article, by the tag or the names of an element around it (clues.py), most telling first.
OUTSIDE = tuple(
    (f"html:in-{rule}", clues.groups(groups))
    for rule, groups in (
        ("menu", "menu nav"),
        ("comments", "comment"),
        ("popup", "popup"),
        ("newsletter", "sign"),
        ("advertisement", "ad"),
        ("share", "share"),
        ("related", "related"),
        ("tags", "tags"),
        ("author-box", "author"),
        ("player", "player"),
        ("page-footer", "footer"),
        ("aside", "aside side"),
        ("page-header", "header"),
        ("form", "form button"),
        ("teasers", "card"),
    )
)
_TELLING = functools.reduce(operator.or_, (bits for _, bits in OUTSIDE))
OTHERS_NEAR = 6
NEAR = 4  # elements around a line whose names count


FETCHED = Told("url", "address:final")  # the document tells no address of its own


class _Kind(NamedTuple):
    kind: BlockKind
    rule: str


_IN_MENU = _Kind("furniture", "html:in-menu")
_OUTSIDE_BODY = _Kind("furniture", OUTSIDE_BODY)


def read(source: Source) -> Iterator[Article | Unreadable]:
    """The one article of a page."""
    markup = source.utf8()
    with _undisturbed():
        article = finish(draft(markup, source.address), source.origin)
    yield article


def draft(markup: str | bytes, address: str | None = None) -> Draft:
    """The marked text of a page, given as text or in UTF-8, with what it says of itself; `address` is where it was fetched from."""
    with _undisturbed():
        tree = layout.parse(markup)
        told = metadata.find(tree)
        if address and not told.url:
            told = replace(told, url=address, told=(*told.told, FETCHED))
        lines = layout.lines(tree)
        title, at = _headline(lines, told.title)
        kinds = _kinds(lines, body.find(lines, at), at)
        return _assembled(lines, kinds, metadata.complete(told, lines, kinds, at), (title, at))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No search for garbage in cycles while a page's thousands of small objects are made: they hold none, and it costs a tenth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def fragment(markup: str, title: str | None, base: str | None = None) -> Draft:
    """The marked text of a piece of markup that is an article's body and nothing else, as feeds and wires carry it.

    Relative links begin at `base`.
    """
    lines = layout.lines(layout.parse(f"<div>{markup}</div>"))
    same = key(title) if title else None
    at = next((at for at, line in enumerate(lines[:3]) if key(line.text) == same), None)
    places = _Places()
    kinds = [_kind(line, "given-body", places) or _kept("given-body", line.place.heading) for line in lines]
    told = metadata.Metadata(title, (), None, None, base, None)
    return replace(_assembled(lines, kinds, told, (title, at)), url=None)


# -- the headline ----------------------------------------------------------------------------


def _headline(lines: Sequence[Line], told: str | None) -> tuple[str | None, int | None]:
    """The headline as it stands on the page, with the number of its line; the one that is only told otherwise."""
    tops = [at for at, line in enumerate(lines) if line.place.heading == "h1"]
    if told is None:
        return (lines[tops[0]].text, tops[0]) if tops else (None, None)
    for among in (tops, [at for at, line in enumerate(lines) if line.place.heading == "h2"]):
        near = [(_alike(lines[at].text, told), -at) for at in among]
        if near and max(near)[0] >= HEADLINE_LIKE:
            at = -max(near)[1]
            return lines[at].text, at
    if len(tops) == 1 and len(lines[tops[0]].text.split()) >= HEADLINE_WORDS:  # told for search engines, written otherwise
        return lines[tops[0]].text, tops[0]
    same = key(told)
    mark = landmark(same)
    at = next((at for at, line in enumerate(lines) if mark in line.text.casefold() and key(line.text) == same), -1)
    return (lines[at].text, at) if at >= 0 else (told, None)


def _alike(one: str, other: str) -> float:
    a, b = set(_WORD.findall(one.casefold())), set(_WORD.findall(other.casefold()))
    return len(a & b) / max(3, min(len(a), len(b))) if a and b else 0.0


# -- kinds -----------------------------------------------------------------------------------


class _Places:
    """What the elements of a page say of the lines in them, each element asked once."""

    def __init__(self, hints: Sequence[giveaways.Hint] = giveaways.ALL) -> None:
        self.hints = hints  # what is to be tried on the words of the lines
        self._rules: dict[Place, _Kind] = {}
        self._named: dict[Place, tuple[int, int]] = {}

    def around(self, place: Place) -> tuple[int, int]:
        """What it and the elements around it hold: the nearest `NEAR`, the nearest `OTHERS_NEAR`."""
        near = others = _named(place.tag, place.name)
        if place.parent is not None:
            above = self._named.get(place.parent)
            if above is None:
                above = self._named[place.parent] = _told_by(place.parent)
            near, others = near | above[0], others | above[1]
        return near, others

    def outside(self, place: Place) -> _Kind:
        """Furniture, by the rule of what the nearest telling element around it is for."""
        asked: list[Place] = []
        rule, one = None, place
        while rule is None:
            rule = self._rules.get(one)
            if rule is None:
                asked.append(one)
                if found := clues.bits(one.tag, one.name) & _TELLING:
                    rule = _most_telling(found)
                elif one.parent is None:
                    rule = _OUTSIDE_BODY
                else:
                    one = one.parent
        self._rules.update(dict.fromkeys(asked, rule))
        return rule


def _kinds(lines: Sequence[Line], kept: dict[int, str], at: int | None) -> list[_Kind]:
    """What each line is. Far from the article only its place is asked: what its words look like is of no use there."""
    first = min((*kept, *([at] if at is not None else [])), default=0) - ABOVE
    last = max(kept, default=len(lines)) + AFTER
    places = _Places(giveaways.among([text for number in kept if len(text := lines[number].text) <= PROMPT_LONGEST]))
    kinds = []
    for number, line in enumerate(lines):
        near = first <= number <= last
        kind = _kind(line, kept.get(number), places) if near else None
        kinds.append(kind or (_IN_MENU if line.place.menu else places.outside(line.place.block)))
    return kinds


def _kind(line: Line, kept: str | None, places: _Places) -> _Kind | None:
    """What a line in or near the article is; None where it is furniture by its place."""
    if line.place.menu and not kept:
        return None
    named, others = places.around(line.place)
    if not kept and others & _OTHERS:
        return None
    look = _look(line.text, places.hints) if kept else _sign(line.text, named)
    if look:
        return _Kind(look[0], f"line:{look[1]}")
    if named & _CAPTION:
        return _Kind("photo_credit", "html:credit") if named & _CREDIT and len(line.text) < 80 else _Kind("caption", "html:caption")
    if kept:
        return _kept(kept, line.place.heading)
    if named & _BYLINE and len(line.text) < 80 and not line.text.endswith(".") and bylines.persons(line.text):
        return _Kind("byline", "html:byline")
    return None


@functools.cache
def _kept(rule: str, heading: str | None) -> _Kind:
    if rule == body.STANDFIRST:
        return _Kind("title", f"html:{rule}")
    return _Kind("heading", "html:heading") if heading else _Kind("body", f"html:{rule}")


def _told_by(place: Place) -> tuple[int, int]:
    """What an element and those around it hold: `NEAR` and `OTHERS_NEAR` of them, less the one inside that asks."""
    near = others = 0
    one: Place | None = place
    for step in range(1, OTHERS_NEAR):
        if one is None:
            break
        others |= _named(one.tag, one.name)
        if step < NEAR:
            near = others
        one = one.parent
    return near, others


def _look(text: str, hints: Sequence[giveaways.Hint]) -> tuple[BlockKind, str] | None:
    """What the words of a line in the article say that it is."""
    return signs.look(text, hints) if len(text) <= PROMPT_LONGEST else signs.caption(text) or signs.signature(text)


def _sign(text: str, named: int) -> tuple[BlockKind, str] | None:
    """What the words of a line near the article say that it is, where it stands in a place for that."""
    if not named & (_CAPTION | _STAMP):
        return signs.signature(text)
    look = signs.sign(text)
    return look if look and (look[0] == "byline" or named & (_STAMP if look[0] == "dateline" else _CAPTION)) else None


@functools.lru_cache(maxsize=8192)
def _named(tag: str, name: str) -> int:
    """What the tag and the names of an element say that it holds, a bit for each of `_HOLDING`."""
    found = _HOLDING_TAGS.get(tag, 0)
    for word in name.split():
        found |= _holding(word)
    return found


@functools.lru_cache(maxsize=16_384)
def _holding(name: str) -> int:
    """What one name says; pages of an outlet, and elements of a page, share most of theirs."""
    name = name.lower()
    if not _TELLING_NAME.search(name):
        return 0
    return sum(1 << number for number, (_, pattern) in enumerate(_HOLDING) if pattern.search(name))


@functools.cache
def _most_telling(found: int) -> _Kind:
    return next(_Kind("furniture", rule) for rule, bits in OUTSIDE if found & bits)


# -- the text --------------------------------------------------------------------------------


class _Text:
    """The text as it grows, with what is marked in it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.marks: list[Mark] = []
        self.links: list[tuple[int, int, str]] = []
        self._next = 0  # where the next one begins

    def put(self, words: str, kind: _Kind, selector: Selector | None) -> int:
        """Adds a block and says where it begins."""
        start = self._next
        end = start + len(words)
        self.pieces.append(words)
        self._next = end + len(GAP)
        self.marks.append(Mark(start, end, kind.kind, kind.rule, selector))
        return start


def _assembled(lines: Sequence[Line], kinds: Sequence[_Kind], told: metadata.Metadata, headline: tuple[str | None, int | None]) -> Draft:
    title, at = headline
    text = _Text()
    if title:
        rule = _Kind("title", "html:headline" if at is not None else "html:headline-told")
        text.put(title, rule, lines[at].selector if at is not None else None)
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if number != at:
            start = text.put(line.text, kind, line.selector)
            if line.links and kind.kind in _LINKED:
                text.links.extend(_links(line, start, told.url))
    return Draft(
        whole(GAP.join(text.pieces)),
        tuple(text.marks),
        title=title,
        byline=told.byline,
        published=told.published,
        outlet=told.outlet,
        url=told.url,
        language=told.language,
        links=tuple(text.links),
        modified=told.modified,
        section=told.section,
        told=told.told,
    )


def _links(line: Line, start: int, base: str | None) -> Iterator[tuple[int, int, str]]:
    for first, last, address in line.links:
        try:
            full = urljoin(base or "", whole(address))
        except ValueError:
            continue
        if full.startswith(("http://", "https://")):
            yield start + first, start + last, full
