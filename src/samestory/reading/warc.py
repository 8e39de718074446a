"""Web archives (WARC 1.x): every HTML response in them is an article.

An open `Source` comes in; a `Piece` for each page goes out, with the address it was fetched from, or an `Unreadable` for a
record that is damaged. One damaged byte costs its own record only: reading goes on at the next packed member, or at the next
place where a record begins. Redirects, errors, pictures, requests are no articles and are passed over. At most one record of
`LARGEST_DOCUMENT` is held at a time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from samestory.model import Article, Unreadable
from samestory.reading import page, response
from samestory.reading.encoding import binary
from samestory.reading.packed import CannotRead, Damaged, Stream
from samestory.reading.piece import Piece
from samestory.reading.source import LARGEST_DOCUMENT, MEGABYTE, Source, from_bytes

LONGEST_HEAD = 65_536  # bytes of a record's own fields; real ones have some hundreds
MOST_DAMAGED = 1_000  # damaged records in one archive; beyond, it is made to waste time
_BEGIN = re.compile(rb"WARC/[01]\.\d{1,2}\r?\n[A-Za-z][\w-]{0,60}:")
_VERSION = re.compile(rb"WARC/[01]\.\d{1,2}\r?\n")
_END = re.compile(rb"\r?\n\r?\n")
_BREAKS = b"\r\n"
_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\x7f-\x9f\"<>\[\]]+(?:/[^\s\x00-\x20\x7f-\x9f\"<>]*)?", re.I)
_BROKEN = re.compile(rb"[\r\n]*+")
OVERLAP = 96  # bytes kept while looking for `_BEGIN`
COMPACT = MEGABYTE
BREAKS_MOST = 16  # looked at behind a record; there should be four bytes of them


@dataclass(frozen=True, slots=True)
class _Record:
    fields: response.Fields
    body: bytes  # of one that is too large: its beginning
    large: bool = False


def cut(source: Source) -> Iterator[Piece | Unreadable]:
    """The pages of an archive, and the records of it that cannot be read, numbered from 1."""
    records = _Records(source.stream)
    number, damaged, pages = 0, 0, 0
    while True:
        number += 1
        origin = f"{source.origin}#{number}"
        try:
            record = records.next()
        except CannotRead as problem:
            damaged += 1
            yield Unreadable(origin, f"{problem.reason} ({records.place()})")
            if damaged >= MOST_DAMAGED:
                yield Unreadable(source.origin, f"more than {MOST_DAMAGED:,} damaged records; the rest is not read")
                return
            if not records.resume():
                return
            continue
        if record is None:
            break
        if found := _page(record, origin):
            pages += 1
            yield found
    if not pages and not damaged:
        yield Unreadable(source.origin, "the web archive holds no page" if number > 1 else "the file is empty")


def read_response(piece: Piece) -> Iterator[Article | Unreadable]:
    """The article of a saved HTTP response."""
    parts = response.parse(piece.data)
    if parts is None:
        raise CannotRead("the saved response is damaged")
    yield from _read(piece, response.body(parts), parts.charset)


def read_resource(piece: Piece) -> Iterator[Article | Unreadable]:
    """The article of a page that was saved without the words of its server."""
    yield from _read(piece, piece.data, None)


def _read(piece: Piece, data: bytes, charset: str | None) -> Iterator[Article | Unreadable]:
    with from_bytes(data, piece.origin, address=piece.address, charset=charset) as source:
        if not source.head.strip():
            raise CannotRead("the page is empty")
        if binary(source.head):
            raise CannotRead("this is called a page but is a binary file")
        yield from page.read(source)


def _page(record: _Record, origin: str) -> Piece | Unreadable | None:
    read = _reader(record)
    if read is None:
        return None
    if record.large:
        return Unreadable(origin, f"the saved page is larger than {LARGEST_DOCUMENT // MEGABYTE} MB: too large for one article")
    if "warc-segment-number" in record.fields:
        return Unreadable(origin, "this page is split over several records, which are not put together")
    address = record.fields.get("warc-target-uri", "").strip("<> ")
    return Piece(origin, read, record.body, address=address if _ADDRESS.fullmatch(address) else None)


def _reader(record: _Record) -> Callable[[Piece], Iterator[Article | Unreadable]] | None:
    """What reads the record, if it is a page."""
    kind, media = record.fields.get("warc-type", "").lower(), response.media(record.fields.get("content-type", ""))
    if kind in ("resource", "response") and media in response.HTML:
        return read_resource
    if kind != "response" or media not in ("application/http", ""):
        return None
    parts = response.parse(record.body)
    if parts is None:
        return read_response if record.body else None  # which names it as damaged
    return read_response if parts.is_page else None


class _Records:
    """The records one by one. After an error, `place` says where and `resume` goes to where the next one begins."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._held = bytearray()
        self._at = 0  # where the record begins, in `_held`
        self._passed = 0  # bytes before `_held`
        self._members: dict[int, int] = {}  # where a packed member begins: unpacked -> in the file
        self._member = -1  # the last of them
        self._late: Damaged | None = None  # damage that was met behind a whole record
        self._place = ""

    def next(self) -> _Record | None:
        """The next record; None at the end."""
        if not self._skip_breaks():
            return None
        self._compact()
        self._place = self._named()
        fields, start = self._fields()
        told = fields.get("content-length", "")
        if not (told.isascii() and told.isdigit() and len(told) < 16):
            raise CannotRead("the record is damaged: it does not tell its length")
        if int(told) > LARGEST_DOCUMENT:
            self._have(start + LONGEST_HEAD, start)
            head = bytes(self._held[start : start + LONGEST_HEAD])
            self._pass_over(start, int(told))
            return _Record(fields, head, large=True)
        end = start + int(told)
        self._have(end, start)
        self._check_end(end)
        body = bytes(self._held[start:end])
        self._at = end
        return _Record(fields, body)

    def place(self) -> str:
        """Where in the file the record begins that was tried last."""
        return self._place

    def resume(self) -> bool:
        """Goes to where the next record seems to begin; False where there is none."""
        self._late = None
        search = self._at + 1
        while True:
            found = self._find(search)
            if found is not None:
                self._at = found
                return True
            self._drop(min(len(self._held), max(search, len(self._held) - OVERLAP)))
            search = 0
            try:
                if not self._fill():
                    return False
            except Damaged:
                if not self._stream.recover():
                    return False
                self._drop(len(self._held))

    # -- the parts of a record ---------------------------------------------------------------

    def _skip_breaks(self) -> bool:
        while not self._late:
            breaks = _BROKEN.match(self._held, self._at)
            self._at = breaks.end() if breaks else self._at
            if self._at < len(self._held):
                return True
            self._drop(self._at)
            try:
                if not self._fill():
                    return False
            except Damaged as problem:
                self._late = problem
        late, self._late = self._late, None
        self._drop(len(self._held))
        self._place = f"at byte {self._stream.member:,} of the packed file"
        raise late

    def _fields(self) -> tuple[response.Fields, int]:
        self._have(self._at + 12, self._at + 12)
        version = _VERSION.match(self._held, self._at)
        if not version:
            raise CannotRead("the record is damaged: it does not begin as one")
        looked = self._at
        while not (end := _END.search(self._held, looked, self._at + LONGEST_HEAD)):
            if len(self._held) - self._at >= LONGEST_HEAD:
                raise CannotRead(f"the record is damaged: its head is longer than {LONGEST_HEAD:,} bytes")
            looked = max(self._at, len(self._held) - 4)
            self._have(len(self._held) + 1, len(self._held))
        if _BEGIN.search(self._held, version.end(), end.start()):
            raise CannotRead("the record is damaged: another begins in its head")
        return response.fields(bytes(self._held[version.end() : end.start()])), end.end()

    def _have(self, end: int, start: int) -> None:
        """Holds the file up to there, unless another record begins in a packed member of its own before that."""
        while len(self._held) < end:
            size = len(self._held)
            if not self._fill():
                raise CannotRead("the record is cut off or damaged: the file ends before it does")
            if size >= start:
                self._check_short(size)

    def _check_short(self, size: int) -> None:
        if self._passed + size in self._members and self._held.startswith(b"WARC/", size):
            raise CannotRead("the record is damaged: it is shorter than it tells")

    def _check_end(self, end: int) -> None:
        """Behind a record come line breaks and then another, or nothing. Reading on so far also checks the packed member's sum."""
        member = self._stream.member
        try:
            while len(self._held) < end + BREAKS_MOST and not self._held[end:].lstrip(_BREAKS) and self._fill():
                pass
        except Damaged as problem:
            if self._stream.member == member:
                raise
            self._late = problem
            return
        rest = self._held[end : end + BREAKS_MOST]
        after = rest.lstrip(_BREAKS)
        in_place = self._passed + end + len(rest) - len(after) in self._members  # of its own: what follows is another's affair
        ended = rest.startswith(b"\r\n\r\n") or in_place or b"WARC/".startswith(after[:5])
        if after and not ended:
            raise CannotRead("the record is damaged: it does not end where it tells")

    def _pass_over(self, start: int, length: int) -> None:
        """Goes behind a record without holding it. If others begin inside, it told a wrong length: then to the first of them."""
        alone = self._passed + self._at in self._members
        search, end = start, self._passed + start + length
        while True:
            bound = min(len(self._held), end - self._passed)
            if not alone and (found := _BEGIN.search(self._held, search, bound)):
                self._at = found.start() - 1
                raise CannotRead("the record is damaged: it tells a length that reaches over others")
            if bound < len(self._held) or self._passed + bound == end:
                break
            self._drop(max(0, len(self._held) - OVERLAP))
            size, search = len(self._held), 1
            if not self._fill():
                raise CannotRead("the record is cut off or damaged: the file ends before it does")
            self._at = size - 1
            self._check_short(size)
        self._at = end - self._passed

    # -- bytes -------------------------------------------------------------------------------

    def _find(self, search: int) -> int | None:
        """Where the next record seems to begin."""
        places = [found.start()] if (found := _BEGIN.search(self._held, search)) else []
        members = (at - self._passed for at in self._members)
        places.extend(islice((at for at in members if at >= search and _VERSION.match(self._held, at)), 1))
        return min(places, default=None)

    def _named(self) -> str:
        offset = self._passed + self._at
        if not self._stream.packing:
            return f"at byte {offset:,}"
        member = self._members.get(offset)
        return f"at byte {offset:,} of the unpacked file" if member is None else f"at byte {member:,} of the packed file"

    def _fill(self) -> bool:
        piece = self._stream.piece()
        if piece and self._stream.packing and self._stream.member != self._member:
            self._member = self._stream.member
            self._members[self._passed + len(self._held)] = self._member
        self._held += piece
        return bool(piece)

    def _compact(self) -> None:
        if self._at > COMPACT:
            self._drop(self._at)

    def _drop(self, count: int) -> None:
        """Forgets the first bytes that are held."""
        if count:
            del self._held[:count]
            self._passed += count
            self._at = max(0, self._at - count)
            self._members = {at: member for at, member in self._members.items() if at >= self._passed}
