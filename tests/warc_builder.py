"""Small web archives for tests, made record by record."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, replace

from backports import zstd

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Pier {n} reopens</title></head>
<body><nav><a href="/">Home</a></nav><h1>Pier {n} reopens</h1>
<p>Pier {n} at Wexley reopened on Saturday after four months of repairs that cost the town dear.</p>
<p>Mayor Ines Corbridge walked to the end of it and back, and said that it felt longer than it used to be.</p></body></html>"""


def page(number: int) -> bytes:
    return PAGE.format(n=number).encode()


@dataclass(frozen=True)
class Saved:
    """A response as a crawler saved it."""

    body: bytes
    status: str = "200 OK"
    media: str | None = "text/html; charset=utf-8"
    fields: str = ""
    address: str = "https://wexley.example/pier"
    kind: str = "response"

    def record(self) -> bytes:
        """The bytes of its record."""
        http = f"HTTP/1.1 {self.status}\r\n" + (f"Content-Type: {self.media}\r\n" if self.media else "") + self.fields + "\r\n"
        block = http.encode() + self.body
        return (
            head(self.kind, len(block), f"WARC-Target-URI: {self.address}\r\nContent-Type: application/http; msgtype=response\r\n")
            + block
            + b"\r\n\r\n"
        )


def head(kind: str, length: int | str, more: str = "") -> bytes:
    return f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\n{more}Content-Length: {length}\r\n\r\n".encode()


INFO = head("warcinfo", 4, "Content-Type: application/warc-fields\r\n") + b"a: b" + b"\r\n\r\n"


def pages(count: int) -> list[bytes]:
    """Records of that many pages, each of its own address, behind the record that tells of the archive."""
    saved = Saved(b"")
    return [INFO, *(replace(saved, body=page(n), address=f"https://wexley.example/{n}").record() for n in range(1, count + 1))]


def plain(records: list[bytes]) -> bytes:
    return b"".join(records)


def by_record(records: list[bytes]) -> bytes:
    return b"".join(gzip.compress(record, mtime=0) for record in records)


def over_all(records: list[bytes]) -> bytes:
    return gzip.compress(b"".join(records), mtime=0)


def by_frame(records: list[bytes]) -> bytes:
    checked = {zstd.CompressionParameter.checksum_flag: 1}
    return b"".join(zstd.compress(record, options=checked) for record in records)


def in_blocks(records: list[bytes]) -> bytes:
    """gzip members cut without regard to records, as block gzip does."""
    data = b"".join(records)
    return b"".join(gzip.compress(data[at : at + 1000], mtime=0) for at in range(0, len(data), 1000))
