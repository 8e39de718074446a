"""Reads a web archive of 5,000 pages with a damaged record in its middle, and a stream of gigabytes; prints counts, speed and memory.

    .venv/bin/python benchmarks/archive.py                 # 5,000 pages, packed record by record
    .venv/bin/python benchmarks/archive.py --stream 2      # 2 GB through standard input: does memory stay flat?

The pages are those of ../shared/data/extraction, repeated under other addresses. The program is run as its users run it. In the
stream most records are pictures, as in real crawls, so that it takes minutes and not hours.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import IO

DATA = Path(__file__).resolve().parents[2] / "shared/data/extraction"
PICTURES = 150  # for each page of the stream
PICTURE = bytes(range(256)) * 400
GIGABYTE = 1 << 30


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    options.add_argument("--pages", type=int, default=5000, help="pages in the archive")
    options.add_argument("--stream", type=float, metavar="GB", help="stream so many gigabytes instead")
    options.add_argument("--workers", type=int, help="processes; all cores where not given")
    given = options.parse_args()
    command = [sys.executable, "-m", "samestory", "read", "--json", *(["--workers", str(given.workers)] if given.workers else [])]
    if given.stream:
        print(f"{given.stream:g} GB through standard input")
        run([*command, "-"], stream(int(given.stream * GIGABYTE)))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crawl.warc.gz"
        damaged = write(path, given.pages)
        print(f"{given.pages:,} pages, {path.stat().st_size / 1e6:.0f} MB packed; the record at byte {damaged:,} is damaged")
        run([*command, str(path)], iter(()))


def write(path: Path, count: int) -> int:
    """Writes the archive; where the damaged record begins comes back."""
    damaged = 0
    with path.open("wb") as file:
        for number, body in enumerate(islice(cycle(saved()), count)):
            packed = bytearray(gzip.compress(record(body, "text/html", number), 1))
            if number == count // 2:
                damaged = file.tell()
                packed[len(packed) // 2] ^= 0xFF
            file.write(packed)
    return damaged


def stream(size: int) -> Iterator[bytes]:
    """Records, not packed, until they are `size` bytes."""
    picture = record(PICTURE, "image/jpeg", 0) * PICTURES
    for number, body in enumerate(cycle(saved())):
        page = record(body, "text/html", number)
        yield page
        yield picture
        size -= len(page) + len(picture)
        if size <= 0:
            return


def saved() -> list[bytes]:
    """The pages at hand."""
    pages = [path.read_bytes() for path in sorted(DATA.glob("*/html/*"))]
    return [gzip.decompress(page) if page[:2] == b"\x1f\x8b" else page for page in pages]


def record(body: bytes, media: str, number: int) -> bytes:
    """A response as a crawler keeps it."""
    block = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://crawl.example/{number}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def run(command: list[str], given: Iterator[bytes]) -> None:
    """Runs the program on what is given, and prints what came out."""
    began = time.monotonic()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        meter = Meter(process.pid)
        meter.start()
        feeder = threading.Thread(target=feed, args=(process.stdin, given, meter))
        feeder.start()
        articles, unreadable = 0, []
        for line in process.stdout:
            row = json.loads(line)
            articles += "text" in row
            unreadable.extend([row] if "unreadable" in row else [])
        feeder.join()
        status = process.wait()
        meter.stop()
    took = time.monotonic() - began
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = used.ru_utime + used.ru_stime  # of the program and its workers: on a machine with other work the fairer figure
    print(
        f"{articles:,} articles in {took:.0f} s: {articles / took:.1f} pages/s; {articles / busy:.1f} pages per CPU-second; exit {status}"
    )
    for row in unreadable:
        print(f"unreadable: {row['origin'].rsplit('/', 1)[-1]}: {row['unreadable']}")
    print(f"memory: {meter.peak[0] >> 20} MB at most in the parent, {meter.peak[1] >> 20} MB in the largest worker")


def feed(pipe: IO[bytes], given: Iterator[bytes], meter: Meter) -> None:
    written, said = 0, 0
    try:
        for piece in given:
            pipe.write(piece)
            written += len(piece)
            if written // (GIGABYTE // 2) > said:
                said = written // (GIGABYTE // 2)
                print(
                    f"  {written / GIGABYTE:.1f} GB: {meter.now[0] >> 20} MB in the parent, {meter.now[1] >> 20} MB in the largest worker",
                    flush=True,
                )
        pipe.close()
    except BrokenPipeError:
        print("the program stopped reading")


class Meter(threading.Thread):
    """Looks at the memory of a process and of those it started, some times a second (Linux only)."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._process = process
        self._over = threading.Event()
        self.now = (0, 0)
        self.peak = (0, 0)

    def run(self) -> None:
        while not self._over.wait(0.1):
            children = Path(f"/proc/{self._process}/task/{self._process}/children")
            own = resident(self._process)
            others = [resident(int(child)) for child in children.read_text().split()] if children.exists() else []
            self.now = (own, max(others, default=0))
            self.peak = (max(self.peak[0], self.now[0]), max(self.peak[1], self.now[1]))

    def stop(self) -> None:
        self._over.set()


def resident(process: int) -> int:
    """Bytes of memory a process holds."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * 4096
    except (OSError, IndexError):
        return 0


if __name__ == "__main__":
    main()
