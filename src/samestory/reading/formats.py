"""What a document is, told by its content: one visible table, tried in order.

An open `Source` comes in; the articles of the reader that fits go out. The suffix counts only where content cannot tell.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from samestory.model import Article, Unreadable
from samestory.reading import feeds, page, parquet, plain, rows, warc, wire
from samestory.reading.draft import finish
from samestory.reading.encoding import binary, decode
from samestory.reading.limits import check_length
from samestory.reading.piece import Piece, read_piece
from samestory.reading.source import HEAD, CannotRead, Source

Opening = Callable[[], AbstractContextManager[Source]]
Reader = Callable[[Source], Iterator[Article | Unreadable]]
Cutter = Callable[[Source], Iterator[Piece | Unreadable]]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of document: how it is told, and what reads it or, where it holds many documents, cuts it."""

    name: str
    fits: Callable[[Source, str], bool]  # the document and its first characters
    read: Reader | None
    cut: Cutter | None = None


# Documents that are no text: what they begin with, and what to say.
REFUSED = (
    (b"%PDF", "this is a PDF; save its text, or the page it came from, and give that"),
    (b"PK\x03\x04", "this is a zip archive or an office document; give the files in it, or save it as text"),
    (b"BZh", "this is packed with bzip2; unpack it or use gzip or zstd"),
    (b"\xfd7zXZ", "this is packed with xz; unpack it or use gzip or zstd"),
    (b"\x1f\x8b", "this is packed twice; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "this is packed twice; unpack it first"),
    (b"SQLite format 3", "this is a database, not an article"),
    (b"\x89PNG", "this is a picture, not an article"),
    (b"\xff\xd8\xff", "this is a picture, not an article"),
    (b"GIF8", "this is a picture, not an article"),
    (b"RIFF", "this is a picture, sound or film, not an article"),
)  # fmt: skip

PAGE_ROOTS = frozenset(("html", "head", "body", "meta", "title", "article", "main", "section", "div", "p", "h1", "table", "script"))
_BEFORE_ROWS = b"\xef\xbb\xbf \t\r\n"
FEED_ROOTS = frozenset(("rss", "feed", "rdf"))
WIRE_ROOTS = frozenset(("nitf", "newsitem", "newsmessage"))
_PROLOGUE = re.compile(r"\s*<(?:\?[^>]*>|!--(?:(?!-->).){0,20000}-->|!doctype\b[^>\[]*(?:\[[^\]]*\]\s*)?>)\s*", re.I | re.S)
_ROOT = re.compile(r"\s*<(?:[\w-]+:)?([a-zA-Z][\w-]*)")
_HTML_DOCTYPE = re.compile(r"\s*(?:<\?[^>]*>\s*)?<!doctype\s+html\b", re.I)
_JSON_FEED = re.compile(r"https?:\\?/\\?/jsonfeed\.org\\?/version")
_TAG = re.compile(r"<(?:html|body|p|div|article)\b[^<>]*>", re.I)


def read(source: Source) -> Iterator[Article | Unreadable]:
    """The articles of a document."""
    format = tell(source)
    if format.read:
        yield from format.read(source)
    elif format.cut:
        for piece in format.cut(source):
            yield from read_piece(piece)


def tell(source: Source) -> Format:
    """What a document is; `CannotRead` where it is nothing that is read."""
    archive = next((format for format in ARCHIVES if format.fits(source, "")), None)
    if archive:
        return archive
    if not source.head.strip() and len(source.head) < HEAD:
        source.whole()  # says so where the packed bytes make no sense
        raise CannotRead("the file is empty")
    for mark, reason in REFUSED:
        if source.head.startswith(mark):
            raise CannotRead(reason)
    if binary(source.head):
        raise CannotRead("this is a binary file, not text")
    start = decode(source.head, source.charset)
    return next(format for format in FORMATS if format.fits(source, start))


def may_hold_many(source: Source) -> bool:
    """False for what is surely no archive and no rows; cheaper than `tell`."""
    return source.head.lstrip(_BEFORE_ROWS)[:1] == b"{" or any(format.fits(source, "") for format in ARCHIVES)


def _is_warc(source: Source, _: str) -> bool:
    return source.head.startswith(b"WARC/") or source.name.lower().endswith(".warc")


def _is_parquet(source: Source, _: str) -> bool:
    return source.head.startswith(parquet.MAGIC)


def _is_lines(source: Source, start: str) -> bool:
    """JSON Lines: the first line is a whole JSON object, or the head is the beginning of one long one."""
    start = start.lstrip()
    if not start.startswith("{"):
        return False
    first, ended, _ = start.partition("\n")
    if not ended and len(source.head) >= HEAD:
        return True
    try:
        return isinstance(json.loads(first), dict)
    except ValueError:
        return source.name.endswith((".jsonl", ".ndjson"))


def _is_json_feed(source: Source, start: str) -> bool:
    return start.lstrip().startswith("{") and bool(_JSON_FEED.search(start[:4000]))


def _is_json(source: Source, start: str) -> bool:
    return start.lstrip()[:1] in ("{", "[") and (source.name.lower().endswith(".json") or _whole_json(start))


def _whole_json(start: str) -> bool:
    """True for the beginning of JSON: an object's first name, or a list's first object."""
    return bool(re.match(r"\s*(?:\[\s*)?\{\s*(?:\"[^\"\n]{1,80}\"\s*:|\})", start))


def root(start: str) -> str:
    """The name of a document's first element, behind comments and declarations; "" where it does not begin with one.

    >>> root('<?xml version="1.0"?><!-- a --><rss version="2.0">'), root("plain words")
    ('rss', '')
    """
    at = 0
    while passed := _PROLOGUE.match(start, at):
        at = passed.end()
    found = _ROOT.match(start, at)
    return found[1].lower() if found else ""


def _is_feed(source: Source, start: str) -> bool:
    return root(start) in FEED_ROOTS


def _is_wire(source: Source, start: str) -> bool:
    return root(start) in WIRE_ROOTS


def _is_page(source: Source, start: str) -> bool:
    if _HTML_DOCTYPE.match(start) or root(start) in PAGE_ROOTS:
        return True
    return source.name.lower().endswith((".html", ".htm", ".xhtml")) and bool(_TAG.search(start))


def _is_text(source: Source, start: str) -> bool:
    return True


def _read_text(source: Source) -> Iterator[Article | Unreadable]:
    made = plain.draft(check_length(source.text()))
    if source.address and not made.url:
        made = replace(made, url=source.address, told=(*made.told, page.FETCHED))
    yield finish(made, source.origin)


def _is_unknown_markup(source: Source, start: str) -> bool:
    return start.lstrip().startswith("<?xml")


def _refuse_markup(source: Source) -> Iterator[Article | Unreadable]:
    yield Unreadable(source.origin, "this is XML of a kind that is not known: neither page, feed, NITF nor NewsML-G2")


# Told by their bytes alone, and before anything is taken for text: pictures may stand in them.
ARCHIVES: tuple[Format, ...] = (Format("WARC", _is_warc, None, warc.cut), Format("Parquet", _is_parquet, None, parquet.cut))
FORMATS: tuple[Format, ...] = (
    Format("JSON Feed", _is_json_feed, feeds.read_json),
    Format("JSON Lines", _is_lines, None, rows.cut),
    Format("JSON", _is_json, rows.read_whole),
    Format("RSS or Atom", _is_feed, feeds.read),
    Format("NewsML-G2 or NITF", _is_wire, wire.read),
    Format("HTML", _is_page, page.read),
    Format("other XML", _is_unknown_markup, _refuse_markup),
    Format("text", _is_text, _read_text),
)
