"""Which files the given paths name: folders are searched through, in order.

Paths go in; paths of documents come out, or an `Unreadable` for what stands in a folder and is no document: pipes, sockets,
devices, links to folders. Nothing is opened here, so a pipe that nobody writes to cannot stop a run.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from samestory.errors import NoSuchPath
from samestory.model import Unreadable
from samestory.reading.source import shown

KINDS = (
    (stat.S_ISFIFO, "this is a pipe in a folder, not a file; give it by its name to read from it"),
    (stat.S_ISSOCK, "this is a socket, not a file"),
    (stat.S_ISCHR, "this is a device, not a file"),
    (stat.S_ISBLK, "this is a device, not a file"),
)


def documents(paths: Iterable[Path]) -> Iterator[Path | Unreadable]:
    """The files of `paths`, folders searched through in sorted order, hidden files and folders left out.

    A path that is not there raises `NoSuchPath` before anything is read. A file that is named is taken even if hidden.
    """
    given = tuple(paths)
    for path in given:
        if not there(path):
            raise NoSuchPath(str(path))
    for path in given:
        yield from _search(path) if path.is_dir() else (path,)


def there(path: Path) -> bool:
    """True where something has that name; also for what may not be looked at."""
    try:
        path.stat()
    except PermissionError:
        return True
    except (OSError, ValueError):  # nothing of that name, a link in circles, a name too long or with a zero
        return False
    return True


def _search(folder: Path) -> Iterator[Path | Unreadable]:
    waiting: list[os.DirEntry[str] | Path] = [folder]
    while waiting:
        entry = waiting.pop()
        if isinstance(entry, Path):
            path, is_folder = entry, True
        else:
            path, is_folder = Path(entry.path), entry.is_dir(follow_symlinks=False)
        if not is_folder:
            yield _document(path)
            continue
        try:
            entries = [one for one in os.scandir(path) if not one.name.startswith(".")]
        except OSError as problem:
            yield Unreadable(shown(path), f"the folder cannot be listed: {problem.strerror or problem}")
            continue
        waiting.extend(sorted(entries, key=lambda one: one.name, reverse=True))


def _document(path: Path) -> Path | Unreadable:
    try:
        mode = path.stat().st_mode
    except OSError:
        return path  # opening it says why
    if stat.S_ISDIR(mode):  # it could lead in circles
        return Unreadable(shown(path), "this is a link to a folder, which is not followed; give that folder itself")
    return next((Unreadable(shown(path), reason) for is_kind, reason in KINDS if is_kind(mode)), path)
