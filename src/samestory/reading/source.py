"""A document's bytes, unpacked and bounded: what every reader of this step reads from.

A path or bytes come in; a `Source` goes out, whose first bytes can be looked at before it is read whole or line by
line. gzip is unpacked as it is read, never further than asked for, so a small file that unpacks to terabytes costs
no more than the bounds below. Nothing here knows what an article is.
"""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from samestory.reading.encoding import decode

MEGABYTE = 1 << 20
# One document held in memory at once (a page, a text, a feed). The largest of 361 saved news pages has 2.6 MB, a
# whole book as text 5 MB. A page of 16 MB costs up to 0.5 GB and 4 s to lay out (2 busy cores, November 2026).
LARGEST_DOCUMENT = 16 * MEGABYTE
LARGEST_LINE = 16 * MEGABYTE  # one row of JSON Lines
HEAD = 65_536  # bytes looked at to tell the format
CHUNK = 65_536
GZIP = b"\x1f\x8b"


class CannotRead(Exception):
    """A document that has to be given up, with the reason in words; becomes an `Unreadable` at the step's door."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(slots=True)
class Source:
    """An open document. `head` is looked at freely; `whole` or `lines` or `stream` then read from the first byte on."""

    origin: str
    name: str  # the file's base name without .gz, for formats whose content tells little
    head: bytes
    stream: BinaryIO
    address: str | None = None  # where it was fetched from, after all redirects: the base of its links
    charset: str | None = None  # the encoding that came with it, as in a Content-Type header

    def text(self) -> str:
        """All characters of a document of one article or feed."""
        return decode(self.whole(), self.charset)

    def whole(self) -> bytes:
        """All bytes; `CannotRead` beyond `LARGEST_DOCUMENT`."""
        data = self._take(LARGEST_DOCUMENT + 1)
        if len(data) > LARGEST_DOCUMENT:
            raise CannotRead(f"larger than {LARGEST_DOCUMENT // MEGABYTE} MB: too large for one article")
        return data

    def lines(self) -> Iterator[bytes | None]:
        """The lines one by one, without holding the document; None for a line longer than `LARGEST_LINE`."""
        while line := self._line():
            if len(line) > LARGEST_LINE and not line.endswith(b"\n"):
                while (rest := self._line()) and not rest.endswith(b"\n"):
                    pass
                yield None
            else:
                yield line

    def _take(self, size: int) -> bytes:
        pieces: list[bytes] = []
        while size > 0 and (piece := _unpacked(self.stream, min(size, CHUNK))):
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def _line(self) -> bytes:
        try:
            return self.stream.readline(LARGEST_LINE + 1)
        except (EOFError, zlib.error, gzip.BadGzipFile) as problem:
            raise CannotRead(_damaged(problem)) from problem


@contextmanager
def from_path(path: Path) -> Iterator[Source]:
    """A file, opened and unpacked."""
    if path.is_dir():
        raise CannotRead("this is a folder that cannot be listed")
    with path.open("rb") as file:
        yield _source(file, path.as_posix(), path.name)


@contextmanager
def from_bytes(data: bytes, origin: str, *, address: str | None = None, charset: str | None = None) -> Iterator[Source]:
    """A document in memory, unpacked; `address` and `charset` as they came with it."""
    with io.BytesIO(data) as file:
        source = _source(file, origin, _last(address or origin))
        source.address, source.charset = address, charset
        yield source


def _last(place: str) -> str:
    """The file's name in a path or an address."""
    return re.split(r"[?#]", place, maxsplit=1)[0].rsplit("/", 1)[-1] if "://" in place else place.rsplit("/", 1)[-1]


def _source(file: BinaryIO, origin: str, name: str) -> Source:
    buffered = file if isinstance(file, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, file))
    if buffered.peek(2)[:2] == GZIP:
        unpacked = cast(io.RawIOBase, gzip.GzipFile(fileobj=buffered))
        buffered = io.BufferedReader(unpacked, HEAD)
        name = name.removesuffix(".gz")
    head = _unpacked(buffered, HEAD)
    return Source(origin, name, head, cast(BinaryIO, io.BufferedReader(_Rejoined(head, buffered), CHUNK)))


def _unpacked(stream: BinaryIO, size: int) -> bytes:
    try:
        return stream.read(size)
    except (EOFError, zlib.error, gzip.BadGzipFile) as problem:
        raise CannotRead(_damaged(problem)) from problem


def _damaged(problem: Exception) -> str:
    if isinstance(problem, EOFError):
        return "the packed file (.gz) ends too early: it is cut off"
    return "the packed file (.gz) is damaged"


class _Rejoined(io.RawIOBase):
    """The head that was looked at, then the rest of the stream, as one."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        room = memoryview(cast(bytearray, buffer))
        if len(self._head):
            piece: bytes | memoryview = self._head[: len(room)]
            self._head = self._head[len(piece) :]
        else:
            piece = self._rest.read(len(room))
        room[: len(piece)] = piece
        return len(piece)
