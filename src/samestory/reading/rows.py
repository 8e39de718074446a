"""JSON Lines, and single JSON documents that hold rows: {"id", "text" or "html", "title"?, "outlet"?, "date"?, "url"?, "byline"?}.

Lines come in one by one; an article, or an `Unreadable` for a bad row, goes out for each. A row's `text` is kept to the
letter. A row that is a wire item (ninjs) is read as one. Memory does not grow with the number of rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from samestory.model import Article, Unreadable
from samestory.reading import bylines, dates, ninjs, page, plain
from samestory.reading.draft import Draft, finish, language, squeezed, whole
from samestory.reading.encoding import decode
from samestory.reading.filling import TEXTS, Filling
from samestory.reading.limits import Malformed, check_length, parse_json
from samestory.reading.piece import Piece
from samestory.reading.source import LARGEST_LINE, MEGABYTE, CannotRead, Source

Row = dict[str, object]

MOST_EMPTY = 1_000_000  # lines; a file packed to 1 MB may hold a thousand millions of them


def cut(source: Source) -> Iterator[Piece | Unreadable]:
    """The rows of a JSON Lines file; the origin of each is its path and line number."""
    number, empty = 0, 0
    try:
        for number, line in enumerate(source.lines(), 1):
            origin = f"{source.origin}#{number}"
            if line is None:
                yield Unreadable(origin, f"the row is longer than {LARGEST_LINE // MEGABYTE} MB")
            elif line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield Piece(origin, read_row, line)
            else:
                empty += 1
                if empty > MOST_EMPTY:
                    raise CannotRead(f"more than {MOST_EMPTY:,} empty lines; the rest is not read")
    except CannotRead as problem:  # the rows before the damage have been read
        yield Unreadable(f"{source.origin}#{number + 1}" if number else source.origin, problem.reason)


def read_row(piece: Piece) -> Iterator[Article | Unreadable]:
    """The article of one line."""
    try:
        row = parse_json(decode(piece.data))
    except Malformed as problem:
        raise CannotRead("the row is not valid JSON") from problem
    if not isinstance(row, dict):
        raise CannotRead("the row is not a JSON object")
    yield article(row, piece.origin)


def read_whole(source: Source) -> Iterator[Article | Unreadable]:
    """One JSON document: an item, a row, or a list of them."""
    value = parse_json(source.text())
    if isinstance(value, list):
        for number, row in enumerate(value, 1):
            origin = f"{source.origin}#{number}"
            yield article(row, origin) if isinstance(row, dict) else Unreadable(origin, "the row is not a JSON object")
    elif isinstance(value, dict):
        yield article(value, source.origin)
    else:
        raise CannotRead("the JSON holds no article")


def fits(row: Row) -> bool:
    """True for an object that has what a row needs."""
    return isinstance(row.get("text"), str) or isinstance(row.get("html"), str)


def article(row: Row, origin: str) -> Article | Unreadable:
    """The article of one row."""
    if ninjs.fits(row):
        return finish(ninjs.draft(row), origin)
    if not fits(row):
        return Unreadable(origin, "the row has neither text nor html")
    try:
        return finish(_filled(row, _laid_out(row)), origin)
    except CannotRead as problem:
        return Unreadable(origin, problem.reason)


def _laid_out(row: Row) -> Draft:
    text = row.get("text")
    if isinstance(text, str) and (text.strip() or not isinstance(row.get("html"), str)):
        return plain.draft(check_length(whole(text)), squeezed(row.get("title")), squeezed(row.get("outlet")))
    return page.draft(str(row["html"]))


def _filled(row: Row, draft: Draft) -> Draft:
    """What the row says goes before what the text says."""
    day = dates.iso(row.get("date"))
    if row.get("date") and not day:  # a date that cannot be is no leave to look for another one
        draft = replace(draft, published=None, told=tuple(one for one in draft.told if one.field != "published"))
    filling = Filling(draft)
    for name in TEXTS:
        filling.put(name, squeezed(row.get(name)), f"row:{name}")
    filling.put("published", day, "row:date")
    filling.put("modified", dates.iso(row.get("modified")), "row:modified")
    filling.put("language", language(row.get("language")), "row:language")
    filling.sign(bylines.persons(row.get("byline"), squeezed(row.get("outlet")) or draft.outlet), "row:byline")
    given = row.get("id")
    own = whole(str(given)) if isinstance(given, str | int) and not isinstance(given, bool) and given != "" else None
    return replace(filling.draft(), id=own)
