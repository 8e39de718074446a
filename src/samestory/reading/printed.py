"""Who wrote an article and when, as the page prints it between its headline and its text, or in a box behind it.

The laid-out lines of a page come in, with what each was taken for; persons and stamps go out with the rule that found
them. Which of them is believed against the head of the page is decided in `metadata.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Protocol
from urllib.parse import urlsplit

from samestory.reading import bylines, orders, stamps
from samestory.reading.layout import Line
from samestory.reading.stamps import Stamp
from samestory.text import key, landmark

ABOVE = 6  # lines above the headline in which a byline may stand
ABOVE_DATE = 3  # and a date: further up stand the day's own date and the weather
SHORT = 80  # characters of a line that may hold a byline and nothing else
PROSE = 100  # characters from which on a line is a paragraph
BEHIND = 14  # lines behind the body in which an author box or the day of publication may stand
NEAR = 4  # elements around a line whose names count
OTHERS_NEAR = 5
WORDS_BESIDE = 60  # characters that a line may hold beside its dates to be about a date
GROUP = 6  # lines behind the first author in which further ones stand

# What stands in these belongs to readers or to other articles: who is named there did not write this one. Classes that
# WordPress makes of an article's topics (category-popular) say nothing of the kind.
OTHERS = re.compile(
    r"(?<![a-z])(?:comment(?!ary)|disqus|respond|related|recirc|recommend|sidebar|teaser|most-?read|weather|menu-item|breadcrumb)", re.I
)
_COMMENTS = "html:in-comments"  # rules of page.py
_FOREIGN = frozenset((_COMMENTS, "html:in-related", "html:in-teasers"))
_TOPICS = ("category-", "tag-", "topic-")
_BYLINE = re.compile(
    r"(?<![a-z])(?:by-?line|authors?(?![a-z])|author(?:name|info|list|link|byline|text|title))|(?:article|story|post|entry)author|contributor",
    re.I,
)
_STAMP = re.compile(r"\b(?:date|time|timestamp|published|pub-?date|post-?date|dateline|datepublished|meta|entry-date)\b", re.I)
_BOX = re.compile(
    r"author-?(?:box|bio|info|card|description|profile|about|heading|name|title|area|details)|about-?(?:the-?)?author|\bvcard\b|\bbio\b",
    re.I,
)
_AUTHOR_PATH = re.compile(
    r"/(?:authors?|auteurs?|autor(?:es|in|en)?|redakteure?|profiles?|contributors?|writers?|reporters?|journalists?|columnists?|staff|bios?)[/-][^/]|/by/[a-z]",
    re.I,
)
_BEGINS = re.compile(r"(?:(?:written|posted|published|reported|story|words|text|article)\s+)?by\b", re.I)
_HANDLE = re.compile(r"(?:(?:posted|written|published)\s+)?by\s+([A-Za-z][A-Za-z0-9._-]{1,29})\s+(?:on|at|\W)\s", re.I)
_ABOUT = re.compile(
    r"^(?:about|more (?:from|by)|(?:view )?(?:all )?(?:posts|stories|articles) by|follow|read more from)\s+|['’]s\s.*$", re.I
)
_SIGNING = re.compile(r"(?:author|autor(?:in)?|auteur|by|von|par|por)\b", re.I)
_ALONE = re.compile(
    r"(?:(?:written|posted|published|reported|story|words|text|article)\s+)?(?:by|von|par|por)\s*:?|authors?\s*:?|autor(?:in)?\s*:?", re.I
)
# Before a name in a line of its own; "by" is for bylines.signed. Full names only: "Von Anna Ode", "Author: Ann Ode".
_LABELLED = re.compile(
    r"(?:(?-i:Von|Par|Por|Door|Di|Av|Af|Text|Texte|Texto|Testo)\s*:?|(?:post\s+)?author\s*:?(?:\s+by)?|autor(?:in)?\s*:|auteur\s*:|autore\s*:"
    r"|(?:view\s+(?:all\s+)?)?posts\s+by|about)\s+(\S.{3,80})",
    re.I,
)


_PLACED = re.compile(r"[^\W\d][^\d]{1,60},\s+(?:den\s+|le\s+)?[\w. /,-]{8,30}")  # a press release: Wexley, 12 November 2019


class Kind(Protocol):
    """What a line was taken for."""

    @property
    def kind(self) -> str: ...

    @property
    def rule(self) -> str: ...


class Page:
    """The lines of a page, with where its article begins and ends among them."""

    language: str | None = None
    address: str | None = None

    def __init__(self, lines: Sequence[Line], kinds: Sequence[Kind], headline: int | None, organised: Sequence[str]) -> None:
        self.lines, self.kinds, self.at = lines, kinds, headline or 0
        self._foreign: dict[int, bool] = {}
        self._organised = tuple(organised)
        body = [number for number, kind in enumerate(kinds) if kind.kind == "body" and number > self.at]
        prose = [number for number in body if len(lines[number].text) > PROSE]
        self.second = (prose[1:] or prose or [len(lines)])[0]  # the second paragraph: bylines stand before it
        self.first = (prose or [len(lines)])[0]
        self.end = body[-1] if body else self.at
        same = lines[headline].text if headline is not None else None
        for number in range(self.at + 1, min(self.first, len(lines))):
            if lines[number].text == same and "h1" in lines[number].near_tags(NEAR):  # the first was that of a bar that sticks
                self.at = number
        self._headline = headline

    def top(self, above: int) -> Iterator[int]:
        """The lines around the headline: those below it before those above."""
        for number in (*range(self.at, self.second), *range(max(0, self.at - above), self.at)):
            if number != self._headline and not self.foreign(number):
                yield number

    def behind(self) -> Iterator[int]:
        """The lines behind the text."""
        for number in range(self.end + 1, min(self.end + 1 + BEHIND, len(self.lines))):
            if self.kinds[number].rule not in _FOREIGN and not self.foreign(number):
                yield number

    def foreign(self, number: int) -> bool:
        known = self._foreign.get(number)
        if known is None:
            known = self._foreign[number] = self._is_foreign(number)
        return known

    def _is_foreign(self, number: int) -> bool:
        return self.kinds[number].rule == _COMMENTS or any(map(_others, self.lines[number].near_names(OTHERS_NEAR)))

    def persons(self, words: str) -> tuple[str, ...]:
        return self.none_organised(bylines.persons(bylines.without_house(words)))

    def none_organised(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the names that the page does not give to an organisation."""
        return bylines.of_persons(names, self._organised)

    def order(self, line: str) -> bool | None:
        """Whether the day goes first in the dates of a line, asked only where one of them can be read two ways."""
        return self._day_first if "/" in line and orders.TWO_WAYS.search(line) else None

    @cached_property
    def _day_first(self) -> bool | None:
        return orders.day_first((line.text for line in self.lines), self.language, self.address)

    def names(self, number: int) -> str:
        return " ".join(self.lines[number].near_names(NEAR))


@lru_cache(maxsize=16_384)
def _others(names: str) -> bool:
    return bool(OTHERS.search(names)) and any(OTHERS.search(name) for name in names.split() if not name.startswith(_TOPICS))


@lru_cache(maxsize=16_384)
def _signing(names: str) -> bool:
    return _BYLINE.search(names) is not None


# -- who -------------------------------------------------------------------------------------


def persons(page: Page) -> tuple[tuple[str, ...], str | None]:
    """The persons whom the page names as its authors around the headline, and the rule that found them."""
    for number in page.top(ABOVE):
        for rule, way in _WAYS if _may_sign(page, number) else ():
            names = way(page, number)
            if names and (number > page.at or _sure_above(page, number, names, rule)):
                return _together(page, number, names, rule), f"page:{rule}"
    return (), None


def boxed(page: Page) -> tuple[str, ...]:
    """The persons whom a box behind the text names as its authors."""
    return next((names for number in page.behind() if (names := _boxed(page, number))), ())


def _may_sign(page: Page, number: int) -> bool:
    line, kind = page.lines[number], page.kinds[number].kind
    return len(line.text) <= (SHORT if kind == "body" else stamps.LONGEST) and kind not in ("caption", "photo_credit", "heading")


def _sure_above(page: Page, number: int, names: tuple[str, ...], rule: str) -> bool:
    """Above the headline stand menus too, whose words look like names."""
    if rule == "author-link":
        return bool(_full(names)) or _alone_before(page, number)
    return bool(_full(names)) and (rule == "signed-line" or page.kinds[number].rule.startswith("line:"))


def _by_link(page: Page, number: int) -> tuple[str, ...]:
    return linked(page, page.lines[number])


def _by_word(page: Page, number: int) -> tuple[str, ...]:
    """By Ann Ode; and, where it is followed by a date, by annode."""
    text = page.lines[number].text
    if page.kinds[number].kind == "body" and not _BEGINS.match(text.lstrip(" -–—•*|(")):
        return ()
    handle = _HANDLE.match(text)
    signed = (handle[1],) if handle and stamps.read(text) and bylines.person(handle[1]) else bylines.signed(text)
    return page.none_organised(signed)


def _by_mark(page: Page, number: int) -> tuple[str, ...]:
    """A line that was taken for a byline, stands in an element for one, or behind a lone "By"."""
    line, kind = page.lines[number], page.kinds[number]
    marked = (kind.kind == "byline" and "reporting" not in kind.rule) or _alone_before(page, number)
    named = len(line.text) <= SHORT and not line.text.endswith(".") and kind.kind in ("furniture", "body")
    if marked or (named and any(map(_signing, line.near_names(3)))):
        return _full(page.persons(line.text))
    return ()


def _by_label(page: Page, number: int) -> tuple[str, ...]:
    found = _LABELLED.fullmatch(page.lines[number].text) if page.kinds[number].kind != "body" else None
    return _full(page.persons(found[1])) if found else ()


_WAYS = (("author-link", _by_link), ("signed-line", _by_word), ("byline-line", _by_mark), ("labelled-line", _by_label))


def _alone_before(page: Page, number: int) -> bool:
    return number > 0 and bool(_ALONE.fullmatch(page.lines[number - 1].text))


def _together(page: Page, number: int, names: tuple[str, ...], rule: str) -> tuple[str, ...]:
    """The authors of a group, each in a line of its own."""
    if rule not in ("author-link", "byline-line"):
        return names
    for following in range(number + 1, min(number + 1 + GROUP, page.first, len(page.lines))):
        line, kind = page.lines[following], page.kinds[following]
        more = linked(page, line) if rule == "author-link" else _full(page.persons(line.text)) if kind.kind == "byline" else ()
        if not more and rule == "author-link":
            break
        names = (*names, *(name for name in more if key(name) not in map(key, names)))
    return names


def _boxed(page: Page, number: int) -> tuple[str, ...]:
    line = page.lines[number]
    if len(line.text) > bylines.SIGNED_LONGEST:
        return ()
    if found := _LABELLED.fullmatch(line.text):
        return _full(page.persons(found[1]))
    if linked_names := linked(page, line):
        return linked_names
    if _BOX.search(page.names(number)) or _ALONE.fullmatch(page.lines[number - 1].text):
        return _full(page.persons(line.text))
    return page.none_organised(bylines.signed(line.text)) if _BEGINS.match(line.text) else ()


def linked(page: Page, line: Line) -> tuple[str, ...]:
    """The persons in a line whose names link to a page about an author."""
    found: list[str] = []
    for start, end, address in line.links:
        if end - start <= bylines.LONGEST and _AUTHOR_PATH.search(_path(address)):
            words = _ABOUT.sub("", line.text[start:end])
            names = page.persons(words)
            found.extend(name for name in names if name not in found and (" " in name or key(name) == key(words)))
    return tuple(found)


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def _full(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names of two words and more: a single word in a line is often something else."""
    return tuple(name for name in names if " " in name and any(letter.isupper() for letter in name))


def printed(page: Page, name: str) -> bool:
    """True where a name stands in a line of its page down to a little below the article."""
    wanted = key(name)
    mark = landmark(wanted)
    return any(mark in line.text.casefold() and wanted in key(line.text) for line in page.lines[: page.end + BEHIND + 1])


# -- when ------------------------------------------------------------------------------------


def dated(page: Page) -> Iterator[tuple[Stamp, str, str]]:
    """The dates printed around the headline, with line and rule."""
    for number in page.top(ABOVE_DATE):
        line = page.lines[number].text
        for stamp in stamps.read(line, day_first=page.order(line)):
            if _about_date(page, number, stamp):
                yield stamp, line, "page:dateline"


def dated_behind(page: Page) -> Iterator[tuple[Stamp, str, str]]:
    """The dates printed behind the text that say what they are, with line and rule."""
    for number in page.behind():
        line = page.lines[number].text
        for stamp in stamps.read(line, day_first=page.order(line)):
            if (
                (stamp.role or _SIGNING.match(line)) and len(stamps.bare(line)) <= WORDS_BESIDE and "creat" not in line.lower()
            ):  # an account's birthday
                yield stamp, line, "page:dateline-behind"


def _about_date(page: Page, number: int, stamp: Stamp) -> bool:
    """True for a line that is about its date: it says so, stands in an element for it, or holds little else."""
    line, kind = page.lines[number], page.kinds[number]
    if kind.kind == "body" and not stamp.role:
        return bool(_PLACED.fullmatch(line.text)) and len(stamps.bare(line.text)) <= WORDS_BESIDE
    if kind.kind in ("caption", "photo_credit", "heading"):
        return False
    if kind.kind in ("dateline", "byline") or "time" in line.near_tags(NEAR) or _STAMP.search(page.names(number)):
        return True
    return len(stamps.bare(line.text)) <= WORDS_BESIDE
