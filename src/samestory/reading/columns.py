"""A program of its own: a Parquet file on standard input, its rows as JSON Lines on standard output.

Run by `parquet.py`, in a process apart, because the library ends its process on some kinds of damage (3 of 1,000 files with
some bytes changed) and because what a small file unpacks to can only be bounded for a whole process. Imports nothing of
samestory, so that it starts in .1 s. Exit: 0 all rows written, anything else not.
"""

from __future__ import annotations

import json
import resource
import sys
from datetime import date, time
from typing import BinaryIO

COLUMNS = ("id", "text", "html", "title", "outlet", "date", "url", "byline", "language")
AT_ONCE = 16  # rows unpacked together
MEMORY = 512 << 20  # bytes; a file of 350 MB in one row group takes 150 MB of addresses
SPARE_ROWS = 1_000  # more rows than a file has bytes are a trap, but for a handful


def write_rows(file: BinaryIO, out: BinaryIO) -> None:
    """Writes each row on a line, its empty fields left out."""
    from arro3.io import read_parquet

    left = file.seek(0, 2) + SPARE_ROWS
    file.seek(0)
    for batch in read_parquet(file, batch_size=AT_ONCE):
        names = [name for name in batch.schema.names if name in COLUMNS]
        columns = [batch.column(name) for name in names]
        left -= batch.num_rows
        if left < 0:
            sys.exit(3)
        for at in range(batch.num_rows):
            row = {name: value for name, column in zip(names, columns, strict=True) if (value := column[at].as_py()) is not None}
            out.write(json.dumps(row, ensure_ascii=False, default=_plain).encode("utf-8", "replace") + b"\n")
    out.flush()


def _plain(value: object) -> str:
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bytes):  # text that was not declared as text
        return value.decode("utf-8", "replace")
    return str(value)


if __name__ == "__main__":
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most), most))
    write_rows(sys.stdin.buffer, sys.stdout.buffer)
