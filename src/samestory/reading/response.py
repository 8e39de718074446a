"""A saved HTTP response: its head told apart from its body, and the body as the server meant it.

Bytes of a response come in; its status, its fields and its body, unchunked and unpacked within bounds, go out. Nothing is fetched here.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import brotli

from samestory.reading.packed import CannotRead, Damaged, Stream
from samestory.reading.source import LARGEST_DOCUMENT, MEGABYTE

LONGEST_HEAD = 1 << 18
MOST_CODINGS = 3
HTML = frozenset(("text/html", "application/xhtml+xml"))
_STATUS = re.compile(rb"\s*HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b")
_END = re.compile(rb"\r?\n\r?\n")
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I | re.A)
_CHUNK = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_LIKE_HTML = re.compile(rb"\s*(?:<!--(?:(?!-->).){0,2000}+-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)

Fields = dict[str, str]


@dataclass(frozen=True, slots=True)
class Response:
    """An HTTP response as it was sent."""

    status: int
    fields: Fields  # names in small letters
    body: bytes

    @property
    def is_page(self) -> bool:
        """True for markup that a browser would show as a page."""
        told = media(self.fields.get("content-type", ""))
        return self.status == 200 and (told in HTML or (not told and bool(_LIKE_HTML.match(self.body))))

    @property
    def charset(self) -> str | None:
        return charset(self.fields.get("content-type", ""))


def parse(data: bytes) -> Response | None:
    """The parts of a response; None where this is none."""
    status = _STATUS.match(data)
    end = _END.search(data, 0, LONGEST_HEAD)
    if not status or not end:
        return None
    return Response(int(status[1]), fields(data[status.end() : end.start()]), data[end.end() :])


def fields(head: bytes) -> Fields:
    r"""The fields of a head, of HTTP or WARC; continued lines joined, the first of a name taken.

    >>> fields(b"\r\nContent-Type: text/html;\r\n charset=utf-8\r\nX: 1")
    {'content-type': 'text/html; charset=utf-8', 'x': '1'}
    """
    found: Fields = {}
    for line in re.sub(rb"\r?\n[ \t]+", b" ", head).splitlines():
        name, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            found.setdefault(name.strip().lower(), value.strip())
    return found


def media(content_type: str) -> str:
    """The bare type of a Content-Type."""
    return content_type.partition(";")[0].strip().lower()


def charset(content_type: str) -> str | None:
    found = _CHARSET.search(content_type)
    return found[1] if found else None


def body(response: Response) -> bytes:
    """The body as the server meant it. Crawlers often keep the fields but store the body already unchunked or unpacked."""
    data = response.body
    if "chunked" in response.fields.get("transfer-encoding", "").lower() and _CHUNK.match(data):
        data = _unchunked(data)
    codings = [name.strip().lower() for name in response.fields.get("content-encoding", "").split(",") if name.strip()]
    if len(codings) > MOST_CODINGS:
        raise CannotRead("the response is packed more than three times over")
    for name in reversed(codings):
        if name not in CODINGS:
            raise CannotRead(f"the response is packed with {name[:20]}, which is not read")
        data = CODINGS[name](data)
    return data


def _unchunked(data: bytes) -> bytes:
    pieces: list[bytes] = []
    at = 0
    while found := _CHUNK.match(data, at):
        size = int(found[1], 16)
        at = found.end() + size
        if size == 0:
            return b"".join(pieces)
        if at > len(data):
            break
        pieces.append(data[found.end() : at])
        at += 2 if data[at : at + 2] == b"\r\n" else 1 if data[at : at + 1] == b"\n" else 0
    if at == len(data):  # all chunks but for the last, empty one
        return b"".join(pieces)
    raise CannotRead("the response is cut off or damaged (its chunks do not fit)")


def _stream(data: bytes) -> bytes:
    """gzip or zstd, or what only claims to be."""
    stream = Stream(io.BytesIO(data))
    if not stream.packing:
        return data
    pieces: list[bytes] = []
    size = 0
    while piece := stream.piece():
        pieces.append(piece)
        size = _within(size + len(piece))
    return b"".join(pieces)


def _deflate(data: bytes) -> bytes:
    for form in (zlib.MAX_WBITS, -zlib.MAX_WBITS):  # with a head, as it should be, and bare, as some servers send it
        inflater = zlib.decompressobj(form)
        try:
            unpacked = inflater.decompress(data, LARGEST_DOCUMENT + 1)
        except zlib.error:
            continue
        _within(len(unpacked))
        if inflater.eof:
            return unpacked
    raise Damaged("the packed response (deflate) is damaged")


def _brotli(data: bytes) -> bytes:
    unpacker = brotli.Decompressor()
    try:
        pieces = [unpacker.process(data, output_buffer_limit=MEGABYTE)]
        size = len(pieces[0])
        while not unpacker.is_finished() and not unpacker.can_accept_more_data():
            pieces.append(unpacker.process(b"", output_buffer_limit=MEGABYTE))
            size = _within(size + len(pieces[-1]))
    except brotli.error as problem:
        raise Damaged("the packed response (br) is damaged") from problem
    if not unpacker.is_finished():
        raise Damaged("the packed response (br) is cut off")
    return b"".join(pieces)


def _within(size: int) -> int:
    if size > LARGEST_DOCUMENT:
        raise CannotRead(f"larger than {LARGEST_DOCUMENT // MEGABYTE} MB: too large for one article")
    return size


CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": _stream,
    "x-gzip": _stream,
    "zstd": _stream,
    "deflate": _deflate,
    "br": _brotli,
    "identity": bytes,
    "none": bytes,
    "utf-8": bytes,  # sent by some servers by mistake
}
