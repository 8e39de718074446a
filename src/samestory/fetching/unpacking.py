"""The body of an answer, unpacked as it comes and never further than is wanted.

Only what was asked for is unpacked: gzip and deflate. A few kilobytes that unpack to terabytes cost no more than the bound.
"""

from __future__ import annotations

import zlib

from samestory.fetching.manners import MEGABYTE, CannotFetch, shown

ACCEPTED = "gzip, deflate"
PLAIN = frozenset(("", "identity"))
MEMBERS = 10_000  # pieces of one packed body; servers send one, a packed archive may hold thousands
_RAW, _ZLIB, _GZIP = -15, 15, 31  # zlib's names for the three wrappings


class Body:
    """A body as it arrives. `cut` takes what fits and drops the rest; otherwise what is too large is refused."""

    def __init__(self, coding: str, most: int, *, cut: bool = False) -> None:
        self._coding = coding.strip().lower()
        if self._coding not in PLAIN | {"gzip", "x-gzip", "deflate"}:
            raise CannotFetch(f"the site packed its answer in a way that was not asked for ({shown(self._coding, 40)})")
        self._pieces: list[bytes] = []
        self._room = most
        self._cut = cut
        self._most = most
        self._members = 0
        self._unpacking: zlib._Decompress | None = None
        self.full = False

    def take(self, data: bytes) -> None:
        """One more piece as it came from the site."""
        if self._coding in PLAIN:
            self._keep(data)
            return
        while data and not self.full:
            if self._unpacking is None:
                self._unpacking = self._start(data)
                if self._unpacking is None:
                    return
            try:
                self._keep(self._unpacking.decompress(data, self._room + 1))
            except zlib.error as problem:
                raise CannotFetch("the site's answer is packed, and damaged", transient=True) from problem
            data = b""
            if self._unpacking.eof:
                data, self._unpacking = self._unpacking.unused_data, None

    def whole(self) -> bytes:
        """All of it."""
        if self._coding not in PLAIN and self._unpacking is not None and not self.full:
            raise CannotFetch("the site's answer was cut off", transient=True)
        return b"".join(self._pieces)

    def _start(self, data: bytes) -> zlib._Decompress | None:
        self._members += 1
        if self._members > MEMBERS:
            raise CannotFetch("the site's answer is packed in too many pieces")
        if self._coding == "deflate":
            if self._members > 1:
                return None
            # The standard says zlib's wrapping; some servers send none. Its first byte tells: method 8 in the low half.
            return zlib.decompressobj(_ZLIB if data[0] & 0x0F == 8 else _RAW)
        # What follows a packed piece and is none itself is padding.
        return zlib.decompressobj(_GZIP) if self._members == 1 or data[:1] == b"\x1f" else None

    def _keep(self, data: bytes) -> None:
        if len(data) > self._room:
            if not self._cut:
                raise too_large(self._most)
            data, self.full = data[: self._room], True
        self._pieces.append(data)
        self._room -= len(data)


def too_large(most: int) -> CannotFetch:
    return CannotFetch(f"larger than {most // MEGABYTE} MB: too large for one article; save it and give the file")
