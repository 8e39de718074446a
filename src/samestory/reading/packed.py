"""Bytes piece by piece, unpacked as they are asked for: plain, gzip (any number of members) or zstd (any number of frames).

An open file comes in; a `Stream` goes out. A piece never crosses from one packed member into the next, and after damage the
stream can go on with the next member, so that one faulty byte does not cost the rest of an archive. At most a few hundred
kilobytes are held, whatever the file unpacks to; zstd frames that want a window beyond `WINDOW` are refused.
"""

from __future__ import annotations

import re
import sys
import zlib
from typing import BinaryIO, Protocol

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

CHUNK = 65_536  # read from the file at once
PIECE = 4 * CHUNK  # unpacked at once
FIRST = 4096  # given to a new member, then more and more: what is behind a small one's end is copied for nothing
# How far behind the place where damage was noticed the next member is looked for: inflating goes on over a member's damaged
# end until a code makes no sense, which in random bytes takes some hundreds (2,000 trials with one byte changed: at most 4,100).
HISTORY = 2 * CHUNK
WINDOW = 27  # 128 MB, the most that `zstd --long` uses
MOST_DAMAGE = 10_000  # tries to go on in one file: beyond, it is made to waste time
DICTIONARY = 1 << 24  # bytes of a dictionary that a .warc.zst carries at most

GZIP = b"\x1f\x8b"
ZSTD = b"\x28\xb5\x2f\xfd"
ZSTD_BEGINS = re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18")  # a frame, or one that is to be skipped
ZSTD_DICTIONARY = b"\x5d\x2a\x4d\x18"  # the frame in which a .warc.zst carries its dictionary
_GZIP_MEMBER = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]")


class CannotRead(Exception):
    """A document that has to be given up, with the reason in words; becomes an `Unreadable` at the step's door."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Damaged(CannotRead):
    """The packed bytes make no sense from here on; `Stream.recover` may find more."""


class _Member(Protocol):
    """One gzip member or zstd frame being unpacked."""

    over: bool
    hungry: bool
    unused: int  # bytes given that belong to what follows, once it is over

    def unpack(self, data: bytes) -> bytes: ...


class _Gzip:
    def __init__(self) -> None:
        self._inflater = zlib.decompressobj(wbits=31)
        self.over, self.hungry, self.unused = False, True, 0

    def unpack(self, data: bytes) -> bytes:
        try:
            unpacked = self._inflater.decompress(self._inflater.unconsumed_tail + data, PIECE)
        except zlib.error as problem:
            raise Damaged("the packed file (.gz) is damaged") from problem
        self.over, self.unused = self._inflater.eof, len(self._inflater.unused_data)
        self.hungry = not self._inflater.unconsumed_tail and len(unpacked) < PIECE
        return unpacked


class _Zstd:
    def __init__(self, words: zstd.ZstdDict | None) -> None:
        self._frame = zstd.ZstdDecompressor(words, {zstd.DecompressionParameter.window_log_max: WINDOW})
        self.over, self.hungry, self.unused = False, True, 0

    def unpack(self, data: bytes) -> bytes:
        try:
            unpacked = self._frame.decompress(data, PIECE)
        except zstd.ZstdError as problem:
            large = "memory" in str(problem)
            raise Damaged("the packed file (.zst) asks for more than 128 MB" if large else "the packed file (.zst) is damaged") from problem
        self.over, self.hungry = self._frame.eof, self._frame.needs_input
        self.unused = len(self._frame.unused_data) if self.over else 0
        return unpacked


class _File:
    """The bytes as they lie in the file, with a little of what was read, to go back to."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.history = HISTORY
        self._held = b""
        self._at = 0  # the next byte, in `_held`
        self._base = 0  # where `_held` begins in the file

    @property
    def offset(self) -> int:
        return self._base + self._at

    def take(self, most: int = CHUNK) -> bytes:
        """The next bytes; b"" at the end."""
        if self._at == len(self._held):
            self._more()
        data = self._held[self._at : self._at + most]
        self._at += len(data)
        return data

    def peek(self, size: int) -> bytes:
        """The next `size` bytes, left where they are; fewer at the end."""
        while len(self._held) - self._at < size and self._more():
            pass
        return self._held[self._at : self._at + size]

    def move(self, by: int) -> None:
        self._at += by

    def find(self, pattern: re.Pattern[bytes], start: int) -> bool:
        """Moves to the next match at or behind an offset in the file, as far back as is held; False at the end."""
        self._at = max(start - self._base, 0)
        while True:
            found = pattern.search(self._held, self._at)
            if found:
                self._at = found.start()
                return True
            self._at = max(self._at, len(self._held) - 3)
            if not self._more():
                self._at = len(self._held)
                return False

    def _more(self) -> bool:
        fresh = self._file.read(CHUNK)
        gone = max(0, min(self._at, len(self._held)) - self.history)
        self._held = self._held[gone:] + fresh
        self._base += gone
        self._at -= gone
        return bool(fresh)


class Stream:
    """A document's bytes. `piece` gives the next; `head` looks at the first without taking them."""

    def __init__(self, file: BinaryIO, packing: str = "") -> None:
        """`packing` is what it should be, for an archive whose first bytes are damaged."""
        self._file = _File(file)
        first = self._file.peek(5)
        self.packing = ".gz" if first[:2] == GZIP else ".zst" if ZSTD_BEGINS.match(first) else "" if first in (b"WARC/", b"") else packing
        if not self.packing:
            self._file.history = 0  # nothing to go back to, and to keep it is to copy it with each piece
        self.member = 0  # where in the file the packed member begins that the last piece came from
        self._open: _Member | None = None
        self._step = FIRST  # bytes given to it next
        self._words: zstd.ZstdDict | None = None
        self._back: list[tuple[bytes, int]] = []  # looked at and put back, last first, with their members
        self._reached: int | None = None  # the member that looking has come to
        self._broken: Damaged | None = None  # where it stands since
        self._damage = 0

    def head(self, size: int) -> bytes:
        """Up to `size` first bytes, which stay to be read. Damage behind some good bytes is only said when reading gets there."""
        pieces: list[tuple[bytes, int]] = []
        try:
            while sum(len(piece) for piece, _ in pieces) < size and (piece := self.piece()):
                pieces.append((piece, self.member))
        except Damaged:  # said again by `piece`
            pass
        self._reached = self.member
        self._back = pieces[::-1]
        return b"".join(piece for piece, _ in pieces)[:size]

    def piece(self) -> bytes:
        """The next bytes; b"" at the end. Raises `Damaged`; what comes before the damage has been given by then."""
        if self._back:
            piece, self.member = self._back.pop()
            return piece
        if self._reached is not None:
            self.member, self._reached = self._reached, None
        if not self.packing:
            return self._file.take()
        if self._broken:
            raise self._broken
        try:
            while self._open or self._begin():
                if piece := self._unpacked():
                    return piece
        except Damaged as problem:
            self._broken = problem
            raise
        return b""

    def recover(self) -> bool:
        """After `Damaged`: go to where the next member seems to begin; False where there is none."""
        self._open = self._broken = None
        self._damage += 1
        if not self.packing or self._damage > MOST_DAMAGE:
            return False
        pattern = _GZIP_MEMBER if self.packing == ".gz" else ZSTD_BEGINS
        return self._file.find(pattern, max(self.member + 1, self._file.offset - HISTORY))

    def _begin(self) -> bool:
        """Opens the next member; False at the end. Zeros behind the last one are padding, as on tapes."""
        start = self._file.peek(4)
        if self.packing == ".gz" and start[:1] == b"\0":
            self.member = self._file.offset
            while (rest := self._file.take()) and not rest.strip(b"\0"):
                pass
            if rest:
                raise Damaged("the packed file (.gz) is damaged")
            return False
        if not start:
            return False
        self.member = self._file.offset
        if self.packing == ".zst" and start == ZSTD_DICTIONARY and self.member == 0:
            self._words = self._dictionary()
            return self._begin()
        self._step = FIRST
        self._open = _Gzip() if self.packing == ".gz" else _Zstd(self._words)
        return True

    def _unpacked(self) -> bytes:
        member = self._open
        assert member is not None
        data = self._file.take(self._step) if member.hungry else b""
        self._step = min(4 * self._step, CHUNK)
        if member.hungry and not data:
            raise Damaged(f"the packed file ({self.packing}) ends too early: it is cut off")
        piece = member.unpack(data)
        if member.over:
            self._file.move(-member.unused)
            self._open = None
        return piece

    def _dictionary(self) -> zstd.ZstdDict:
        size = int.from_bytes(self._file.peek(8)[4:], "little")
        data = self._file.peek(8 + size)[8:] if size <= DICTIONARY else b""
        if not size or len(data) < size:
            raise Damaged("the dictionary of the packed file (.zst) is damaged")
        self._file.move(8 + size)
        try:
            if data.startswith(ZSTD):
                data = zstd.ZstdDecompressor().decompress(data, DICTIONARY)
            return zstd.ZstdDict(data)
        except (zstd.ZstdError, ValueError) as problem:
            raise Damaged("the dictionary of the packed file (.zst) is damaged") from problem
