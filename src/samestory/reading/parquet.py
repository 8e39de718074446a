"""Parquet files with the columns of JSON Lines: id, text or html, title, outlet, date, url, byline.

An open `Source` comes in; a `Piece` for each row goes out, as the line that JSON Lines would have had for it, or an `Unreadable`.
Rows come in a few at a time, whatever the size of the row groups, from a process apart (`columns.py`) whose memory is bounded.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from samestory.model import Unreadable
from samestory.reading import columns, rows
from samestory.reading.packed import CannotRead, Stream
from samestory.reading.piece import Piece
from samestory.reading.source import LARGEST_LINE, MEGABYTE, Source, lines

MAGIC = b"PAR1"
LARGEST_PACKED = 256 * MEGABYTE  # of a file that is packed or piped: it is written to a temporary file, to be read from any place


def cut(source: Source) -> Iterator[Piece | Unreadable]:
    """The rows of a file; the origin of each is its path and row number, from 1."""
    number = 0
    with _seekable(source) as file:
        if not _ended(file):
            raise CannotRead("the Parquet file is damaged or cut off: its end is missing")
        command = [sys.executable, "-P", str(Path(columns.__file__))]
        with subprocess.Popen(command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
            try:
                for line in lines(Stream(cast(BinaryIO, process.stdout))):
                    number += 1
                    origin = f"{source.origin}#{number}"
                    yield (
                        Piece(origin, rows.read_row, line)
                        if line
                        else Unreadable(origin, f"the row is longer than {LARGEST_LINE >> 20} MB")
                    )
                status = process.wait()
            finally:
                process.kill()  # where it is not over, nobody wants the rest
    if status:
        origin = f"{source.origin}#{number + 1}" if number else source.origin
        yield Unreadable(
            origin, f"the Parquet file is damaged, or unpacks to more than {columns.MEMORY >> 20} MB at once; nothing from here on is read"
        )
    elif not number:
        yield Unreadable(source.origin, "the Parquet file holds no rows")


@contextmanager
def _seekable(source: Source) -> Iterator[BinaryIO]:
    if source.file is not None:
        source.file.seek(0)
        yield source.file
        return
    with tempfile.TemporaryFile() as file:
        size = 0
        while piece := source.stream.piece():
            size += len(piece)
            if size > LARGEST_PACKED:
                raise CannotRead(f"larger than {LARGEST_PACKED // MEGABYTE} MB unpacked: unpack it first")
            file.write(piece)
        file.seek(0)
        yield cast(BinaryIO, file)


def _ended(file: BinaryIO) -> bool:
    size = file.seek(0, 2)
    file.seek(max(0, size - len(MAGIC)))
    ended = size > 2 * len(MAGIC) and file.read(len(MAGIC)) == MAGIC
    file.seek(0)
    return ended
