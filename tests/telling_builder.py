"""Tellings made by hand for the tests of the comparing step: a text comes in with words to mark, a telling goes out.

    telling("a", 'The dam broke, "we ran," Ann Doe said.', says=[Said("we ran", "Ann Doe")])

Places are given as words of the text, never as character counts; `#2` behind words means their second occurrence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from samestory.model import (
    Article,
    Block,
    BlockKind,
    Copy,
    Credit,
    Fact,
    FactKind,
    Link,
    Medium,
    Person,
    Published,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    Story,
    Telling,
    Time,
    TimeType,
)
from samestory.text import lines

_SENTENCE = re.compile(r"\S.*?(?:[.!?…]+[\"”’]*(?=\s|$)|$)", re.DOTALL)


@dataclass(frozen=True)
class Said:
    content: str  # pieces parted by " | "
    by: str | None = None
    kind: QuoteKind = "direct"
    medium: str | None = None


@dataclass(frozen=True)
class Stated:
    kind: FactKind
    about: str
    words: str
    value: int | float | str | None
    unit: str | None = None
    bounds: tuple[float | None, float | None] | None = None  # None: exact
    by: str | None = None


@dataclass(frozen=True)
class When:
    words: str
    first: str | None
    last: str | None = None
    type: TimeType = "DATE"
    value: str | None = None


@dataclass(frozen=True)
class Marks:
    """What is marked in a text."""

    says: Sequence[Said] = ()
    facts: Sequence[Stated] = ()
    times: Sequence[When] = ()
    credits: Sequence[tuple[str, str]] = ()  # outlet, words
    links: Sequence[tuple[str, str]] = ()  # words, url
    people: Sequence[str] = ()
    kinds: tuple[tuple[int, BlockKind], ...] = ()  # line number and kind, where it is not body


def telling(name: str, text: str, marks: Marks | None = None, **heads: str | None) -> Telling:
    """A telling of the text. `heads`: outlet, day, url, title."""
    marks = marks or Marks()
    kinds = dict(marks.kinds)
    blocks = tuple(Block(Span(name, start, end), kinds.get(number, "body"), "test") for number, (start, end) in enumerate(lines(text)))
    links = tuple(Link(_place(name, text, words), url) for words, url in marks.links)
    day = heads.get("day")
    article = Article(
        name, name, heads.get("url"), heads.get("outlet"), heads.get("title"), (), day, "en", text, blocks, links
    )  # fmt: skip
    return Telling(
        article=article,
        published=Published(day, False, "given") if day else None,
        quotes=tuple(_quote(name, text, said) for said in marks.says),
        credits=tuple(Credit(outlet, _place(name, text, words), _place(name, text, words), "test") for outlet, words in marks.credits),
        times=tuple(_time(name, text, when) for when in marks.times),
        people=tuple(Person(person, None, None, (_place(name, text, person),)) for person in marks.people),
        facts=tuple(_fact(name, text, stated) for stated in marks.facts),
        sentences=tuple(_sentences(name, text, blocks)),
    )


def story(*tellings: Telling, copies: Sequence[Copy] = ()) -> Story:
    """A story of these tellings, in this order."""
    days = sorted(telling.day for telling in tellings if telling.day)
    ids = tuple(telling.article.id for telling in tellings)
    return Story("story", "A story", days[0] if days else None, days[-1] if days else None, ids, tuple(copies))


def place(telling: Telling, words: str) -> Span:
    """Where words stand in a telling."""
    return _place(telling.article.id, telling.article.text, words)


def _place(name: str, text: str, words: str) -> Span:
    words, _, count = words.partition("#")
    at = -1
    for _ in range(int(count or 1)):
        at = text.index(words, at + 1)
    return Span(name, at, at + len(words))


def _quote(name: str, text: str, said: Said) -> Quote:
    pieces = tuple(_place(name, text, piece) for piece in said.content.split(" | "))
    speaker = Speaker(said.by, None, "person", ()) if said.by else None
    medium = Medium(said.medium, pieces[0]) if said.medium else None
    return Quote(said.kind, pieces, (), (), speaker, medium, "test", 1.0)


def _fact(name: str, text: str, stated: Stated) -> Fact:
    exact = float(stated.value) if isinstance(stated.value, int | float) else None
    low, high = stated.bounds or (exact, exact)
    return Fact(stated.kind, stated.about, stated.value, stated.unit, low, high, _place(name, text, stated.words), stated.by, "test")


def _time(name: str, text: str, when: When) -> Time:
    value = when.value or when.first
    return Time(_place(name, text, when.words), when.type, value, when.first, when.last or when.first, "test")


def _sentences(name: str, text: str, blocks: Sequence[Block]) -> list[Span]:
    told = [block for block in blocks if block.kind in ("title", "body", "heading", "caption")]
    return [
        Span(name, found.start(), found.end()) for block in told for found in _SENTENCE.finditer(text, block.span.start, block.span.end)
    ]
