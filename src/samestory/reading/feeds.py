"""Feeds: RSS 0.9 to 2.0, RDF, Atom and JSON Feed. Every entry is an article, with its full text where the feed has it.

A feed's bytes come in; an article for each entry goes out, or an `Unreadable` for an entry without words. Nothing is
fetched: an entry that has a summary only is read as that summary. The place of a block is that in the entry's own markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from typing import cast
from urllib.parse import urljoin

from samestory.model import Article, Unreadable
from samestory.reading import bylines, channels, dates, page, plain
from samestory.reading.draft import Draft, finish, language, squeezed, whole
from samestory.reading.filling import Filling
from samestory.reading.limits import check_markup, parse_json
from samestory.reading.source import CannotRead, Source

Entry = dict[str, object]

_ENTITIES = re.compile(
    r"<!DOCTYPE[^>\[]{0,1000}+\[[^\]]*+\]\s*+>|<!ENTITY[^>]*+>", re.S | re.I
)  # as the prologue is short, so is a failure
PROLOGUE = 20_000  # characters in which a feed declares what it declares
_TAG = re.compile(r"<(?:p|br|div|a|em|strong|b|i|img|ul|ol|blockquote|h\d|span|figure)\b[^<>]*>", re.I)
_ESCAPED_TAG = re.compile(r"&lt;(?:p|br|div|a|em|strong|b|i|img|ul|ol|blockquote|h\d|span|figure)\b", re.I)
_ESCAPED = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,5}|#x[0-9a-f]{2,4}|[lr][sd]quo|[mn]dash|hellip);", re.I)
_TITLE_TAG = re.compile(r"</?(?:em|strong|b|i|u|a|span|sub|sup|br|cite|q)\b[^<>]{0,500}>", re.I)
ADDRESS = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class _Feed:
    """What a feed tells of all its entries."""

    outlet: str | None
    language: object
    address: str | None
    names: dict[str, str]  # what its fields are called


_XML = {"published": "published", "updated": "updated", "section": "category", "outlet": "title", "url": "link"}
_JSON = {"published": "date_published", "updated": "date_modified", "section": "tags", "outlet": "title", "url": "url"}


def read(source: Source) -> Iterator[Article | Unreadable]:
    """The entries of an RSS or Atom feed."""
    import feedparser  # loads chardet, half a second

    text = check_markup(source.text())
    prologue = re.sub(r"(<\?xml[^>]*?)\s+encoding\s*=\s*[\"'][^\"']*[\"']", r"\1", text[:PROLOGUE], count=1)
    text = _ENTITIES.sub("", prologue) + text[PROLOGUE:]
    try:
        parsed = feedparser.parse(text.encode("utf-8", "replace"), sanitize_html=False, resolve_relative_uris=False)
    except (
        LookupError,
        AttributeError,
        TypeError,
        ValueError,
        RecursionError,
        AssertionError,
    ) as problem:  # what its parsers raise on damage
        raise CannotRead("the feed is damaged: it cannot be taken apart") from problem
    if not parsed.entries:
        raise CannotRead("the feed has no entries")
    head = parsed.feed
    feed = _Feed(channels.outlet(_line(head.get("title"))), head.get("language"), squeezed(head.get("link")) or source.address, _XML)
    for number, entry in enumerate(parsed.entries, 1):
        yield _article(cast(Entry, entry), f"{source.origin}#{number}", feed)


def read_json(source: Source) -> Iterator[Article | Unreadable]:
    """The items of a JSON Feed."""
    told = parse_json(source.text())
    items = told.get("items") if isinstance(told, dict) else None
    if not isinstance(told, dict) or not isinstance(items, list) or not items:
        raise CannotRead("the feed has no entries")
    for number, item in enumerate(items, 1):
        origin = f"{source.origin}#{number}"
        if isinstance(item, dict):
            tongue = item.get("language") or told.get("language")
            feed = _Feed(channels.outlet(_line(told.get("title"))), tongue, squeezed(told.get("home_page_url")) or source.address, _JSON)
            yield _article(_renamed(item), origin, feed)
        else:
            yield Unreadable(origin, "the entry is not a JSON object")


def _renamed(item: Entry) -> Entry:
    """An item of a JSON Feed under the names of the others."""
    authors = item.get("authors") or [item.get("author")]
    names = [one.get("name") for one in authors if isinstance(one, dict)] if isinstance(authors, list) else []
    form = "content_html" if item.get("content_html") else "content_text"
    tags = item.get("tags")
    return {
        "id": item.get("id"),
        "title": item.get("title"),
        "link": item.get("url"),
        "published": item.get("date_published"),
        "updated": item.get("date_modified"),
        "tags": [{"term": tag} for tag in tags] if isinstance(tags, list) else [],
        "content": [{"value": item.get(form) or item.get("summary"), "type": "text/html" if form == "content_html" else "text/plain"}],
        "authors": [{"name": name} for name in names],
    }


def _article(entry: Entry, origin: str, feed: _Feed) -> Article | Unreadable:
    title, link = _line(entry.get("title")), _link(entry, feed)
    try:
        filling = Filling(_laid_out(entry, title, link))
    except CannotRead as problem:
        return Unreadable(origin, problem.reason)
    filling.put("title", title, "feed:title")
    own = _source(entry)
    filling.put("outlet", own, "feed:source")
    filling.put("outlet", feed.outlet, "feed:title")
    filling.sign(bylines.persons(_authors(entry), own or feed.outlet), "feed:author")
    published, updated = dates.iso(dict.get(entry, "published")), dates.iso(dict.get(entry, "updated"))
    filling.put("published", published, f"feed:{feed.names['published']}")
    filling.put("published", updated, f"feed:{feed.names['updated']}")
    filling.put("modified", updated if published and updated != published else None, f"feed:{feed.names['updated']}")
    filling.put("section", channels.section(_tags(entry)), f"feed:{feed.names['section']}")
    filling.put("url", link, f"feed:{feed.names['url']}")
    filling.put("language", language(feed.language), "feed:language")
    return finish(replace(filling.draft(), key=squeezed(entry.get("id")) or link), origin)


def _line(value: object) -> str | None:
    """A title as one line, without tags in it and without entities that were escaped twice.

    >>> _line("Salt &amp;amp; <em>water</em>"), _line("Profits &lt; losses")
    ('Salt & water', 'Profits < losses')
    """
    text = squeezed(value)
    for _ in range(2):
        if text and _ESCAPED.search(text):
            text = unescape(text)
    return squeezed(_TITLE_TAG.sub("", text)) if text else None


def _link(entry: Entry, feed: _Feed) -> str | None:
    """The entry's address; a relative one begins where the entry or the feed says."""
    link = squeezed(entry.get("link"))
    if not link:
        return None
    for base in (_base(entry), feed.address):
        try:
            whole_link = urljoin(base or "", link)
        except ValueError:
            return None
        if whole_link.startswith(ADDRESS):
            return whole_link
    return None


def _base(entry: Entry) -> str | None:
    """The xml:base of an entry."""
    detail = entry.get("title_detail")
    return squeezed(detail.get("base")) if isinstance(detail, dict) else None


def _body_base(bodies: list[Entry], body: str) -> str | None:
    """The xml:base of the text that was chosen."""
    return next((base for one in bodies if one.get("value") == body and (base := squeezed(one.get("base")))), None)


def _laid_out(entry: Entry, title: str | None, link: str | None) -> Draft:
    """The longest of what the entry has for a text."""
    given = entry.get("content")
    bodies = [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []
    texts = [(str(one.get("value") or ""), str(one.get("type") or "")) for one in bodies]
    texts.append((str(entry.get("summary") or ""), "text/html"))
    body, form = max(texts, key=lambda one: len(one[0]))
    if not body.strip():
        raise CannotRead("the entry has no text")
    if not _TAG.search(body) and _ESCAPED_TAG.search(body):  # escaped twice
        body, form = unescape(body), "text/html"
    if form != "text/plain" and (_TAG.search(body) or "&" in body):
        return page.fragment(body, title, _body_base(bodies, body) or link)
    text = whole(body if title is None else f"{title}\n\n{body}")
    return plain.draft(text, title)


def _authors(entry: Entry) -> list[str]:
    given = entry.get("authors")
    names = [str(one.get("name") or "") for one in given if isinstance(one, dict)] if isinstance(given, list) else []
    return [name for name in names if name] or [text for text in (squeezed(entry.get("author")),) if text]


def _source(entry: Entry) -> str | None:
    given = entry.get("source")
    return channels.outlet(_line(given.get("title"))) if isinstance(given, dict) else None


def _tags(entry: Entry) -> list[str]:
    given = entry.get("tags")
    tags = [one.get("label") or one.get("term") for one in given if isinstance(one, dict)] if isinstance(given, list) else []
    return [tag for one in tags if (tag := _line(one))]
