"""A document's bytes, unpacked and bounded: what every reader of this step reads from.

A path, an open file or bytes come in; a `Source` goes out, whose first bytes can be looked at before it is read whole or line
by line. gzip and zstd are unpacked as they are read, never further than asked for, so a small file that unpacks to terabytes
costs no more than the bounds below. Nothing here knows what an article is.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from samestory.reading.encoding import decode, encoded
from samestory.reading.packed import CannotRead, Stream

__all__ = ["LARGEST_DOCUMENT", "LARGEST_LINE", "MEGABYTE", "CannotRead", "Source", "from_bytes", "from_file", "from_path"]

MEGABYTE = 1 << 20
# One document held in memory at once (a page, a text, a feed). The largest of 361 saved news pages has 2.6 MB, a
# whole book as text 5 MB. A page of 16 MB costs up to 0.5 GB and 4 s to lay out (2 busy cores, November 2026).
LARGEST_DOCUMENT = 16 * MEGABYTE
LARGEST_LINE = 16 * MEGABYTE  # one row of JSON Lines
# A line that long is no row but a trap: the rest of the document is given up. Passing over so much takes 3 s if it is packed.
LONGEST_PASSED = 1024 * MEGABYTE
HEAD = 65_536  # bytes looked at to tell the format
SUFFIX = re.compile(r"\.(?:gz|gzip|zst|zstd)$", re.I)
ARCHIVE = re.compile(r"\.warc(\.gz|\.zst)$", re.I)


@dataclass(slots=True)
class Source:
    """An open document. `head` is looked at freely; `whole` or `lines` or `stream` then read from the first byte on."""

    origin: str
    name: str  # the file's base name without .gz or .zst, for formats whose content tells little
    head: bytes
    stream: Stream
    address: str | None = None  # where it was fetched from, after all redirects: the base of its links
    charset: str | None = None  # the encoding that came with it, as in a Content-Type header
    file: BinaryIO | None = None  # the file on disk, where it is not packed and can be read from any place

    def text(self) -> str:
        """All characters of a document of one article or feed."""
        return decode(self.whole(), self.charset)

    def utf8(self) -> bytes:
        """The same in UTF-8."""
        return encoded(self.whole(), self.charset)

    def whole(self, most: int = LARGEST_DOCUMENT) -> bytes:
        """All bytes; `CannotRead` beyond `most`."""
        pieces: list[bytes] = []
        size = 0
        while piece := self.stream.piece():
            pieces.append(piece)
            size += len(piece)
            if size > most:
                raise CannotRead(f"larger than {most // MEGABYTE} MB: too large for one article")
        return b"".join(pieces)

    def lines(self) -> Iterator[bytes | None]:
        """The lines one by one, without holding the document; None for a line longer than `LARGEST_LINE`."""
        return lines(self.stream)


def lines(stream: Stream) -> Iterator[bytes | None]:
    """The lines of a stream one by one; None for one longer than `LARGEST_LINE`."""
    line = _Line()
    while piece := stream.piece():
        *ends, rest = piece.split(b"\n")
        for end in ends:
            line.add(end + b"\n")
            yield line.take()
        line.add(rest)
    if line.length:
        yield line.take()


class _Line:
    """The line being put together; forgets one that is too long as it goes on."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self.length = 0

    def add(self, piece: bytes) -> None:
        self.length += len(piece)
        if self.length <= LARGEST_LINE + 1:  # and the newline
            self._pieces.append(piece)
        else:
            self._pieces.clear()
        if self.length > LONGEST_PASSED:
            raise CannotRead(f"a line is longer than {LONGEST_PASSED // MEGABYTE} MB; the rest is not read")

    def take(self) -> bytes | None:
        line = b"".join(self._pieces) if self.length <= LARGEST_LINE + 1 else None
        self._pieces.clear()
        self.length = 0
        return line


@contextmanager
def from_path(path: Path) -> Iterator[Source]:
    """A file, opened and unpacked."""
    if path.is_dir():
        raise CannotRead("this is a folder that cannot be listed")
    with path.open("rb") as file:
        source = _source(file, shown(path), path.name)
        if not source.stream.packing and file.seekable():
            source.file = file
        yield source


@contextmanager
def from_file(file: BinaryIO, origin: str) -> Iterator[Source]:
    """An open file that can be read once from its beginning, such as standard input."""
    yield _source(file, origin, _last(origin))


@contextmanager
def from_bytes(data: bytes, origin: str, *, address: str | None = None, charset: str | None = None) -> Iterator[Source]:
    """A document in memory, unpacked; `address` and `charset` as they came with it."""
    with io.BytesIO(data) as file:
        source = _source(file, origin, _last(address or origin))
        source.address, source.charset = address, charset
        yield source


def shown(path: Path) -> str:
    r"""A path as it can be written anywhere: bytes of a name that are no UTF-8 become U+FFFD.

    >>> shown(Path("saved/caf\udce9.html"))
    'saved/caf�.html'
    """
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def _last(place: str) -> str:
    """The file's name in a path or an address."""
    return re.split(r"[?#]", place, maxsplit=1)[0].rsplit("/", 1)[-1] if "://" in place else place.rsplit("/", 1)[-1]


def _source(file: BinaryIO, origin: str, name: str) -> Source:
    archive = ARCHIVE.search(name)
    stream = Stream(file, archive[1].lower() if archive else "")
    return Source(origin, SUFFIX.sub("", name) if stream.packing else name, stream.head(HEAD), stream)
