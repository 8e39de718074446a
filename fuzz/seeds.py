"""The first inputs of each target: the invented documents of tests/cases/read, and a few that were made to be difficult.

python seeds.py FOLDER TARGET
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

FORMATS = {
    "page": ("html",),
    "text": ("txt", ""),
    "rows": ("json", "jsonl"),
    "feed": ("rss", "atom", "rdf", "xml"),
    "wire": ("xml",),
}
LONG = "The pier at Wexley reopened on Saturday after four months of repairs that cost the town a great deal of money. "
PAGE = f"<title>Pier reopens</title><h1>Pier reopens</h1><p class=byline>By Ann Ode</p><p>{LONG}</p><p>{LONG * 2}</p>".encode()
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<!DOCTYPE html>" + PAGE
GRAPH = {"@type": "NewsArticle", "headline": "Pier reopens", "author": [{"name": "Ann Ode"}], "datePublished": "2025-03-04T08:30:00Z"}


def seeds(target: str) -> Iterator[bytes]:
    """The first inputs of a target."""
    for format, text in _cases():
        if format in FORMATS.get(target, ()):
            yield text.encode()
    yield from _made(target)


def _cases() -> Iterator[tuple[str, str]]:
    from case_files import cases

    for file in sorted((ROOT / "tests" / "cases" / "read").glob("*.txt")):
        for case in cases(file):
            for given in case.inputs:
                yield given.headers.get("format", ""), given.text


def _made(target: str) -> Iterator[bytes]:
    if target == "page":
        yield PAGE
        yield b"<script type='application/ld+json'>" + json.dumps(GRAPH).encode() + b"</script>" + PAGE
        yield b"<div>" * 300 + PAGE
        yield b"<table><tr><td>" * 40 + PAGE + b"<p>" * 40
    if target == "text":
        yield ("# Pier reopens\r\n\r\nBy Ann Ode, The Gazette\r\n\r\n" + LONG + "\r\n\r\n\u200f\u202e" + LONG).encode("utf-16")
        yield ("Pier reopens\n" + "\n".join(LONG[at : at + 70] for at in range(0, 110, 70))).encode("cp1252")
    if target in ("rows", "packed"):
        head = b"\x00\x80\x41" if target == "packed" else b""
        for how in range(32) if target == "packed" else (0,):
            start = bytes([how]) + head[1:] if head else b""
            yield (
                start
                + b'{"id": "a", "text": "Pier reopens\\n\\nIt reopened on Saturday.", "date": "2025-03-04", "byline": "Ann Ode"}\n{"id": 3}'
            )
    if target == "large":
        yield from (bytes([kind, *(at for one in range(60) for at in (one, 9))]) for kind in range(4))
        yield from (bytes([kind, one, 255, one + 1, 255, one, 255]) for kind in range(4) for one in range(0, 60, 7))
    if target == "warc":
        yield from _archives()
    if target == "parquet":
        yield from _tables()


def _archives() -> Iterator[bytes]:
    record = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(HTTP), HTTP)
    )
    yield record * 2
    chunked = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    yield record + record.replace(HTTP, chunked).replace(b"Content-Length: %d" % len(HTTP), b"Content-Length: %d" % len(chunked))
    yield record[:200] + record


def _tables() -> Iterator[bytes]:
    """Two tiny tables, written once by another library and kept as they are (`corpus/parquet`)."""
    yield from (file.read_bytes() for file in sorted((Path(__file__).parent / "corpus" / "parquet").glob("*")))


def main() -> None:
    """Write the inputs, each under its number."""
    folder, target = Path(sys.argv[1]), sys.argv[2]
    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds(target)):
        (folder / f"seed-{number:03}").write_bytes(data)


if __name__ == "__main__":
    main()
