"""Documents made to take the machine: each read by the program in a process of its own; prints what it said, its time and its memory.

    python benchmarks/hostile.py [--gigabytes 1]

1 GB of one line as text, as a row, as a page, as a feed, and packed; a gzip bomb; 200,000 elements inside each other; an element of 200,000
attributes; damaged archives. Each must be `unreadable` with a reason, within 5 s of processor time and 500 MB. Exit status 1 if one is not.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

MOST_SECONDS, MOST_MEGABYTES = 5.0, 500.0
BLOCK = 1 << 24
READ = """
import json, resource, sys
from pathlib import Path
from samestory.reading import read
before = resource.getrusage(resource.RUSAGE_SELF)
found = [getattr(one, "reason", "") for one in read(Path(sys.argv[1]))]
after = resource.getrusage(resource.RUSAGE_SELF)
spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
print(json.dumps([found[:3], len(found), round(spent, 2), after.ru_maxrss // 1024]))
"""
WARC = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://ledger.example/a\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"


def documents(size: int) -> Iterator[tuple[str, str, Iterator[bytes]]]:
    """What it is, the file's name, its bytes in pieces."""
    page = b"<!doctype html><html><body><p>"
    yield "one line of text", "a.txt", _long(b"", b"word ", size)
    yield "one row", "a.jsonl", _long(b'{"id": "a", "text": "', b"word ", size)
    yield "one line of a page", "a.html", _long(page, b"word ", size)
    yield "one line of a feed", "a.xml", _long(b'<?xml version="1.0"?><rss version="2.0"><channel><item><title>', b"word ", size)
    yield "one line of JSON", "a.json", _long(b'[{"id": "a", "text": "', b"word ", size)
    yield "the head of a web archive", "a.warc", _long(b"WARC/1.0\r\n", b"word ", size)
    yield "one line of text, packed", "a.txt.gz", _packed(_long(b"", b"word ", size))
    yield "one row, packed", "a.jsonl.gz", _packed(_long(b'{"id": "a", "text": "', b"word ", size))
    yield "zeros, packed", "bomb.gz", _packed(_long(b"", bytes(5), size))
    yield "a page, packed twice", "twice.html.gz", iter([gzip.compress(gzip.compress(page * 100_000))])
    yield "200,000 tags inside each other", "deep.html", iter([page, b"<div>" * 200_000, b"words"])
    yield (
        "200,000 attributes of one tag",
        "wide.html",
        iter([b"<html><body><p ", b" ".join(b"a%d=1" % n for n in range(200_000)), b">words"]),
    )
    yield "200,000 elements of XML", "deep.xml", iter([b"<nitf>", b"<a>" * 200_000])
    yield "200,000 brackets", "deep.json", iter([b"[" * 200_000])
    yield "a web archive that ends too early", "cut.warc", iter([WARC % (500, b"HTTP/1.1 200 OK\r\n\r\n<p>words")])
    yield "a web archive of a wrong length", "wrong.warc", iter([WARC % (3, b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>words")])
    yield "a web archive without records", "none.warc", iter([b"WARC/1.0\r\n\r\n" * 1000])
    yield "a damaged packed archive", "bad.warc.gz", iter([gzip.compress(WARC % (4, b"abcd"))[:-20] + bytes(100)])


def _long(begin: bytes, word: bytes, size: int) -> Iterator[bytes]:
    yield begin
    block = word * (BLOCK // len(word))
    for _ in range(size // len(block) + 1):
        yield block


def _packed(pieces: Iterator[bytes]) -> Iterator[bytes]:
    with tempfile.TemporaryFile() as file:
        with gzip.GzipFile(fileobj=file, mode="wb", compresslevel=1) as packing:
            for piece in pieces:
                packing.write(piece)
        file.seek(0)
        while piece := file.read(BLOCK):
            yield piece


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gigabytes", type=float, default=1.0)
    options = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for name, called, pieces in documents(int(options.gigabytes * 2**30)):
            path = Path(folder, called)
            with path.open("wb") as file:
                file.writelines(pieces)
            run = subprocess.run([sys.executable, "-c", READ, str(path)], capture_output=True, text=True, timeout=600)
            row = {"document": name, "megabytes": path.stat().st_size >> 20, "failed": run.stderr[-300:]}
            if not run.returncode:
                reasons, count, seconds, memory = json.loads(run.stdout)
                kept = all(reasons) and count > 0 and seconds <= MOST_SECONDS and memory <= MOST_MEGABYTES
                row = row | {"failed": not kept, "reasons": reasons, "found": count, "cpu_seconds": seconds, "memory_mb": memory}
            failed = failed or bool(row["failed"]) or bool(run.returncode)
            print(json.dumps(row), flush=True)
            path.unlink()
    sys.exit(failed)


if __name__ == "__main__":
    main()
