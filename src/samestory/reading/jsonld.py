"""What a page's JSON-LD says: the records of its articles, however damaged, nested or cross-referenced they are.

The texts of a page's JSON-LD scripts come in; a `Graph` goes out, whose records are those of articles, the surest first.
Nothing here decides what a field means for the article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import TypeAlias

Record: TypeAlias = dict[str, object]

LONGEST = 4_000_000  # characters of all scripts of a page; over 361 saved pages at most 190,000
DEEPEST = 12  # levels in which an article's own node is looked for
MOST = 20_000  # nodes looked at
WITHIN = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "subjectOf")

_ARTICLE = re.compile(r"Article$|Posting$|Report$")
_PAGE = re.compile(r"(?:WebPage|ItemPage|Recipe|CreativeWork|Review|NewsItem|Thing)$")
_CLIP = re.compile(r"(?:VideoObject|AudioObject|PodcastEpisode|Episode|MediaObject|Clip)$")
ORGANISATIONS = re.compile(r"(?:Organization|Corporation|Business|Brand|Project|Newspaper|Periodical|WebSite|Thing|NGO)$")

_WRAPPING = re.compile(r"<!--|-->|(?://|/\*)?\s{0,9}<!\[CDATA\[\s{0,9}(?:\*/)?|(?://|/\*)?\s{0,9}\]\]>\s{0,9}(?:\*/)?")
_STRAY = re.compile(r"[\x00-\x1f]+")
_TRAILING = re.compile(r",(?=\s*[}\]])")
_DOUBLED = re.compile(r",(?:\s*,)+")
_COMMENT = re.compile(r"^[ \t]*//[^\n]*$", re.M)


@dataclass(slots=True)
class Graph:
    """The records of a page."""

    articles: list[Record] = field(default_factory=list)  # NewsArticle and its like
    pages: list[Record] = field(default_factory=list)  # WebPage, Recipe: about the page, if not of an article
    clips: list[Record] = field(default_factory=list)  # a video or sound on it
    sites: list[Record] = field(default_factory=list)  # the WebSite and the organisations behind it
    trails: list[Record] = field(default_factory=list)  # breadcrumbs
    _named: dict[str, Record] = field(default_factory=dict)  # nodes by their @id

    def resolved(self, value: object) -> object:
        """The node that a value refers to by its @id, or the value itself."""
        if isinstance(value, dict) and "name" not in value and isinstance(key := value.get("@id"), str):
            return self._named.get(key, value)
        return self._named.get(value, value) if isinstance(value, str) and "/" in value else value

    def add(self, node: Record) -> None:
        """Files a node under what it is."""
        key, kind = node.get("@id"), typed(node)
        if isinstance(key, str) and "name" in node:
            self._named.setdefault(key, node)
        if _ARTICLE.search(kind):
            self.articles.append(node)
        elif _PAGE.search(kind):
            self.pages.append(node)
        elif _CLIP.search(kind):
            self.clips.append(node)
        elif kind == "BreadcrumbList":
            self.trails.append(node)
        elif ORGANISATIONS.search(kind):
            self.sites.append(node)


def read(scripts: Iterable[str]) -> Graph:
    """The records that a page's JSON-LD holds."""
    graph, left = Graph(), LONGEST
    for script in scripts:
        left -= len(script)
        if left < 0:
            break
        for value in loaded(script):
            for node in _nodes(value):
                graph.add(node)
    return graph


def typed(record: Record) -> str:
    """Its type; of several the one that fits an article.

    >>> typed({"@type": ["WebPage", "NewsArticle"]}), typed({})
    ('NewsArticle', '')
    """
    given = record.get("@type")
    names = [name for name in (given if isinstance(given, list) else [given]) if isinstance(name, str)]
    return next((name for name in names if _ARTICLE.search(name)), names[0] if names else "")


def loaded(text: str) -> list[object]:
    """The values of a script, mended where it is damaged; none where it cannot be.

    >>> loaded('<!-- {"a": "one", } -->'), loaded("{"), loaded('{"a": 1}{"b": 2}')
    ([{'a': 'one'}], [], [{'a': 1}, {'b': 2}])
    """
    text = text.strip().rstrip(";")
    for attempt in (_as_it_is, _unwrapped, _mended, _unescaped):
        if values := list(_values(attempt(text))):
            return values
    return []


def _as_it_is(text: str) -> str:
    return text


def _unwrapped(text: str) -> str:
    return _WRAPPING.sub(" ", text)


def _mended(text: str) -> str:
    """Without control characters, comments, and commas that part nothing."""
    text = _COMMENT.sub(" ", _unwrapped(text))
    return _TRAILING.sub("", _DOUBLED.sub(",", _STRAY.sub(" ", text)))


def _unescaped(text: str) -> str:
    """Some templates escape the whole script: {&quot;@type&quot;: ..."""
    return _mended(unescape(text) if "&quot;" in text or "&#34;" in text else text)


def _values(text: str) -> Iterator[object]:
    """One value after the other, up to the first that is damaged."""
    decoder, at, found = json.JSONDecoder(strict=False), 0, 0
    while found < 50 and (begins := _begin(text, at)) is not None:
        try:
            value, at = decoder.raw_decode(text, begins)
        except (ValueError, RecursionError):
            return
        yield value
        found += 1


def _begin(text: str, at: int) -> int | None:
    places = [place for mark in "{[" if (place := text.find(mark, at)) >= 0]
    return min(places) if places else None


def _nodes(value: object) -> Iterator[Record]:
    """The nodes of a value that can be an article's, and those that they may refer to; without recursion."""
    stack: list[tuple[object, int, bool]] = [(value, 0, True)]
    seen = 0
    while stack and seen < MOST:
        one, depth, main = stack.pop()
        seen += 1
        if depth > DEEPEST:
            continue
        if isinstance(one, list):
            stack.extend((each, depth + 1, main) for each in reversed(one[:MOST]))
        elif isinstance(one, dict):
            if main or ("@id" in one and not _ARTICLE.search(typed(one))):
                yield one
            stack.extend((each, depth + 1, main and name in WITHIN) for name, each in _inner(one))


def _inner(node: Record) -> list[tuple[str, object]]:
    inner: list[tuple[str, object]] = [(name, each) for name, each in node.items() if isinstance(each, dict | list)]
    return inner[::-1]
