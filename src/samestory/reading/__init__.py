"""The first step: a path goes in; the articles of that document come out, or the reason why not.

    path -> Article | Unreadable

What a document is, is told by its content (`formats.FORMATS`), its suffix only helps. An article's text is laid
out once and never changes: what is not body is marked in `blocks`, with the rule that decided it, and not cut.
This step opens files and nothing else: no network, no store.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from samestory.errors import NoSuchPath
from samestory.model import Article, Unreadable
from samestory.reading.formats import Opening
from samestory.reading.formats import read as read_document
from samestory.reading.source import CannotRead, from_bytes, from_path


def read(path: Path) -> Iterator[Article | Unreadable]:
    """The articles of one file, in their order there; an `Unreadable` for what cannot be read."""
    yield from _read(lambda: from_path(path), path.as_posix())


def read_bytes(data: bytes, origin: str, *, address: str | None = None, charset: str | None = None) -> Iterator[Article | Unreadable]:
    """The articles of a document that is already in memory, such as standard input ("-").

    `address` is where it came from after all redirects, `charset` the encoding its Content-Type named: they speak where the
    document itself is silent.
    """
    yield from _read(lambda: from_bytes(data, origin, address=address, charset=charset), origin)


def documents(paths: Iterable[Path]) -> Iterator[Path]:
    """The files of `paths`, folders searched through in sorted order, hidden files and folders left out.

    A path that is not there raises `NoSuchPath` before anything is read. A file that is named is taken even if hidden.
    """
    given = tuple(paths)
    for path in given:
        if not path.exists():
            raise NoSuchPath(str(path))
    for path in given:
        yield from _search(path) if path.is_dir() else (path,)


def _search(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder  # reading it then says why
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _search(folder / entry.name)
        elif not entry.is_dir():  # a linked folder could lead in circles
            yield folder / entry.name


def _read(opening: Opening, origin: str) -> Iterator[Article | Unreadable]:
    """Every failure of the outside world, in opening or while reading on, becomes one `Unreadable`."""
    try:
        with opening() as document:
            yield from read_document(document)
    except CannotRead as problem:
        yield Unreadable(origin, problem.reason)
    except OSError as problem:
        yield Unreadable(origin, f"the file cannot be opened: {problem.strerror or problem}")
