"""Feeds: RSS, Atom and JSON Feed. Every entry is an article, with its full text where the feed has it.

A feed's bytes come in; an article for each entry goes out, or an `Unreadable` for an entry without words. Nothing is
fetched: an entry that has a summary only is read as that summary.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import cast
from urllib.parse import urljoin

import feedparser

from samestory.model import Article, Unreadable
from samestory.reading import bylines, dates, page, plain
from samestory.reading.draft import Draft, finish, language, squeezed, whole
from samestory.reading.source import CannotRead, Source

Entry = dict[str, object]

_ENTITIES = re.compile(r"<!DOCTYPE[^>]*\[.*?\]\s*>|<!ENTITY[^>]*>", re.S | re.I)
PROLOGUE = 20_000  # characters in which a feed declares what it declares
_TAG = re.compile(r"<(?:p|br|div|a|em|strong|b|i|img|ul|ol|blockquote|h\d|span|figure)\b[^>]*>", re.I)


def read(source: Source) -> Iterator[Article | Unreadable]:
    """The entries of an RSS or Atom feed."""
    text = source.text()
    text = _ENTITIES.sub("", text[:PROLOGUE]) + text[PROLOGUE:]
    text = re.sub(r"(<\?xml[^>]*?)\s+encoding\s*=\s*[\"'][^\"']*[\"']", r"\1", text, count=1)
    feed = feedparser.parse(text.encode(), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        raise CannotRead("the feed has no entries")
    outlet, tongue = squeezed(feed.feed.get("title")), feed.feed.get("language")
    for number, entry in enumerate(feed.entries, 1):
        yield _article(_based(cast(Entry, entry), source.address), f"{source.origin}#{number}", outlet, tongue)


def read_json(source: Source) -> Iterator[Article | Unreadable]:
    """The items of a JSON Feed."""
    try:
        feed = json.loads(source.text())
    except (ValueError, RecursionError) as problem:
        raise CannotRead("the JSON is damaged") from problem
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or not items:
        raise CannotRead("the feed has no entries")
    for number, item in enumerate(items, 1):
        origin = f"{source.origin}#{number}"
        if isinstance(item, dict):
            yield _article(
                _based(_renamed(item, feed), source.address),
                origin,
                squeezed(feed.get("title")),
                item.get("language") or feed.get("language"),
            )
        else:
            yield Unreadable(origin, "the entry is not a JSON object")


def _based(entry: Entry, address: str | None) -> Entry:
    """The entry with its link as a whole address, where the feed's own is known."""
    link = squeezed(entry.get("link"))
    try:
        return {**entry, "link": urljoin(address, link)} if address and link else entry
    except ValueError:
        return entry


def _renamed(item: Entry, feed: Entry) -> Entry:
    """An item of a JSON Feed under the names of the others."""
    authors = item.get("authors") or [item.get("author")]
    names = [one.get("name") for one in authors if isinstance(one, dict)] if isinstance(authors, list) else []
    form = "content_html" if item.get("content_html") else "content_text"
    return {
        "id": item.get("id"),
        "title": item.get("title"),
        "link": item.get("url"),
        "published": item.get("date_published"),
        "content": [{"value": item.get(form) or item.get("summary"), "type": "text/html" if form == "content_html" else "text/plain"}],
        "authors": [{"name": name} for name in names],
    }


def _article(entry: Entry, origin: str, outlet: str | None, tongue: object) -> Article | Unreadable:
    title = squeezed(entry.get("title"))
    try:
        made = _laid_out(entry, title)
    except CannotRead as problem:
        return Unreadable(origin, problem.reason)
    link = squeezed(entry.get("link"))
    own = _source(entry) or outlet
    return finish(
        Draft(
            text=made.text,
            marks=made.marks,
            title=title or made.title,
            byline=bylines.persons(_authors(entry), own) or made.byline,
            published=dates.iso(entry.get("published")) or dates.iso(entry.get("updated")),
            outlet=own,
            url=link if link and link.startswith(("http://", "https://")) else None,
            language=language(tongue),
            links=made.links,
            key=squeezed(entry.get("id")) or link,
        ),
        origin,
    )


def _laid_out(entry: Entry, title: str | None) -> Draft:
    """The longest of what the entry has for a text."""
    given = entry.get("content")
    bodies = [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []
    texts = [(str(one.get("value") or ""), str(one.get("type") or "")) for one in bodies]
    texts.append((str(entry.get("summary") or ""), "text/html"))
    body, form = max(texts, key=lambda one: len(one[0]))
    if not body.strip():
        raise CannotRead("the entry has no text")
    if form != "text/plain" and (_TAG.search(body) or "&" in body):
        return page.fragment(body, title)
    text = whole(body if title is None else f"{title}\n\n{body}")
    return plain.draft(text, title)


def _authors(entry: Entry) -> list[str]:
    given = entry.get("authors")
    names = [str(one.get("name") or "") for one in given if isinstance(one, dict)] if isinstance(given, list) else []
    return [name for name in names if name] or [text for text in (squeezed(entry.get("author")),) if text]


def _source(entry: Entry) -> str | None:
    given = entry.get("source")
    return squeezed(given.get("title")) if isinstance(given, dict) else None
