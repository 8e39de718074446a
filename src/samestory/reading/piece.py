"""A document, or one of the many in an archive, cut out but not yet read: what is handed to the processes that read.

The functions that read a piece stand with their format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from samestory.model import Article, Unreadable
from samestory.reading.packed import CannotRead


@dataclass(frozen=True, slots=True)
class Piece:
    """What one call of `read_piece` reads: a file by its path, or bytes taken out of one."""

    origin: str
    read: Callable[[Piece], Iterator[Article | Unreadable]]  # a function of a module, so that it can be sent to a process
    data: bytes = b""
    path: Path | None = None
    address: str | None = None  # where it was fetched from
    size: int = 0  # bytes of the file at `path`
    charset: str | None = None  # the encoding that came with it


def weigh(piece: Piece | Unreadable) -> int:
    """How much work a piece is, about: its bytes."""
    return 0 if isinstance(piece, Unreadable) else len(piece.data) or piece.size


def read_piece(piece: Piece | Unreadable) -> list[Article | Unreadable]:
    """The articles of a piece; what could not be cut stays what it is."""
    if isinstance(piece, Unreadable):
        return [piece]
    found: list[Article | Unreadable] = []
    try:
        found.extend(piece.read(piece))
    except CannotRead as problem:
        found.append(Unreadable(piece.origin, problem.reason))
    except (MemoryError, RecursionError):  # made to take the machine, past all bounds
        found.append(Unreadable(piece.origin, "it takes too much memory to be read"))
    return found
