"""The first step: a path goes in; the articles of that document come out, or the reason why not.

    path -> Article | Unreadable

What a document is, is told by its content (`formats.FORMATS`), its suffix only helps. An article's text is laid
out once and never changes: what is not body is marked in `blocks`, with the rule that decided it, and not cut.
This step opens files and nothing else: no network, no store.

`read` does it all. To read on many processes, `pieces` cuts a document where it can be cut and `read_piece`, anywhere,
reads what was cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from samestory.model import Article, Unreadable
from samestory.reading import formats
from samestory.reading.folders import documents, there
from samestory.reading.formats import Opening
from samestory.reading.piece import Piece, read_piece, weigh
from samestory.reading.source import CannotRead, from_bytes, from_file, from_path, shown

__all__ = ["Piece", "documents", "piece_of", "pieces", "pieces_of", "read", "read_bytes", "read_piece", "there", "weigh"]


def read(path: Path) -> Iterator[Article | Unreadable]:
    """The articles of one file, in their order there; an `Unreadable` for what cannot be read."""
    yield from _read(lambda: from_path(path), shown(path))


def read_bytes(data: bytes, origin: str, *, address: str | None = None, charset: str | None = None) -> Iterator[Article | Unreadable]:
    """The articles of a document that is already in memory, such as standard input ("-").

    `address` is where it came from after all redirects, `charset` the encoding its Content-Type named: they speak where the
    document itself is silent.
    """
    yield from _read(lambda: from_bytes(data, origin, address=address, charset=charset), origin)


def pieces(path: Path) -> Iterator[Piece | Unreadable]:
    """One file, cut where it holds many documents: in their order, each to be read by `read_piece`. Memory stays flat."""
    yield from _cut(lambda: from_path(path), shown(path), path)


def pieces_of(file: BinaryIO, origin: str) -> Iterator[Piece | Unreadable]:
    """The same for an open file, such as standard input."""
    yield from _cut(lambda: from_file(file, origin), origin, None)


def piece_of(data: bytes, origin: str, *, address: str | None = None, charset: str | None = None) -> Piece:
    """A document in memory, to be read by `read_piece`; the rest as in `read_bytes`."""
    return Piece(origin, _read_data, data, address=address, charset=charset)


def _read(opening: Opening, origin: str) -> Iterator[Article | Unreadable]:
    """Every failure of the outside world, in opening or while reading on, becomes one `Unreadable`."""
    try:
        with opening() as document:
            yield from formats.read(document)
    except CannotRead as problem:
        yield Unreadable(origin, problem.reason)
    except (MemoryError, RecursionError):  # made to take the machine, past all bounds
        yield Unreadable(origin, "it takes too much memory to be read")
    except OSError as problem:
        yield Unreadable(origin, f"the file cannot be opened: {problem.strerror or problem}")


def _cut(opening: Opening, origin: str, path: Path | None) -> Iterator[Piece | Unreadable]:
    try:
        with opening() as document:
            if path is not None and path.is_file() and not formats.may_hold_many(document):
                yield Piece(origin, _read_path, path=path, size=path.stat().st_size)  # what it is, is told where it is read
            elif cut := formats.tell(document).cut:
                yield from cut(document)
            else:
                yield Piece(origin, _read_data, document.whole())
    except CannotRead as problem:
        yield Unreadable(origin, problem.reason)
    except OSError as problem:
        yield Unreadable(origin, f"the file cannot be opened: {problem.strerror or problem}")


def _read_path(piece: Piece) -> Iterator[Article | Unreadable]:
    assert piece.path is not None
    yield from read(piece.path)


def _read_data(piece: Piece) -> Iterator[Article | Unreadable]:
    yield from read_bytes(piece.data, piece.origin, address=piece.address, charset=piece.charset)
