"""Copies of what was fetched, so that a site is asked again only whether anything has changed.

A question's key comes in; a `Kept` copy goes out, or None. One file a copy, written whole or not at all, readable by its owner
only; a damaged one is thrown away; the oldest go when the folder grows too large. Whatever the disk refuses, reading goes on.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from samestory.fetching.manners import MEGABYTE

LAYOUT = 1  # of the files; another number makes all older ones misses
LARGEST = 512 * MEGABYTE  # of the folder
FOLDER = "pages"  # of our own, inside the folder that the user names: what is there already stays as it is
SUFFIX, PART = ".kept", ".part"
STALE = 3600.0  # seconds after which no run is still writing a file
HEAD = 65_536  # bytes in which the first line of a file ends


@dataclass(frozen=True, slots=True)
class Kept:
    """A copy and what the site said about it."""

    body: bytes
    kind: str  # the Content-Type
    tag: str  # the ETag
    changed: str  # the Last-Modified
    stored: float  # seconds since 1970
    fresh: float  # until then the site need not be asked
    private: bool  # it came from inside the machine or its network

    def is_fresh(self, now: float) -> bool:
        """True while the site need not be asked; never when the clock went backwards."""
        return self.stored <= now < self.fresh


class Cache:
    """A folder of copies; None keeps nothing."""

    def __init__(self, folder: Path | None, largest: int = LARGEST) -> None:
        pages = folder / FOLDER if folder is not None else None
        self._folder = pages if pages is not None and _own(pages) else None
        self._largest = largest
        self._written = False

    def get(self, key: str) -> Kept | None:
        """The copy under a key."""
        if self._folder is None:
            return None
        path = self._path(self._folder, key)
        try:
            with path.open("rb") as file:
                kept = _parsed(file.readline(HEAD), file.read(), key)
        except OSError:
            return None
        with contextlib.suppress(OSError):
            path.unlink() if kept is None else os.utime(path)
        return kept

    def put(self, key: str, kept: Kept) -> None:
        """Keep a copy in place of an older one."""
        if self._folder is None:
            return
        told = {name: value for name, value in asdict(kept).items() if name != "body"}
        head = {"layout": LAYOUT, "key": key, "sum": hashlib.sha256(kept.body).hexdigest(), **told}
        path = self._path(self._folder, key)
        try:
            _write_whole(path, json.dumps(head).encode() + b"\n" + kept.body)
            self._written = True
        except OSError:  # a full disk, a folder that was taken away
            return

    def drop(self, key: str) -> None:
        """Forget the copy under a key."""
        if self._folder is not None:
            with contextlib.suppress(OSError):
                self._path(self._folder, key).unlink(missing_ok=True)

    def tidy(self, now: float) -> None:
        """Throw away the copies that were used longest ago, until the rest fits, and what a run ended by force left half written."""
        if self._folder is None or not self._written:
            return
        self._written = False
        files = sorted(_files(self._folder), key=lambda file: (-file[1].st_mtime, file[0]))
        total = 0
        for path, status in files:
            total += status.st_size
            if total > self._largest or (path.suffix == PART and status.st_mtime < now - STALE):
                with contextlib.suppress(OSError):
                    path.unlink()

    @staticmethod
    def _path(folder: Path, key: str) -> Path:
        return folder / (hashlib.sha256(key.encode()).hexdigest() + SUFFIX)


def _own(folder: Path) -> bool:
    """True where the folder is there, is ours, and is closed to others."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name != "posix":
            return True
        status = folder.lstat()  # a link could lead anywhere
        if status.st_uid != os.geteuid() or not stat.S_ISDIR(status.st_mode):
            return False
        if stat.S_IMODE(status.st_mode) & 0o077:
            folder.chmod(0o700)
    except OSError:
        return False
    return True


def _parsed(head: bytes, body: bytes, key: str) -> Kept | None:
    try:
        told = json.loads(head)
        if told.pop("layout") != LAYOUT or told.pop("key") != key or told.pop("sum") != hashlib.sha256(body).hexdigest():
            return None
        kept = Kept(body, **told)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    words = (kept.kind, kept.tag, kept.changed)
    times = (kept.stored, kept.fresh)
    right = all(isinstance(word, str) for word in words) and all(isinstance(at, int | float) for at in times)
    return kept if right and isinstance(kept.private, bool) else None


def _write_whole(path: Path, data: bytes) -> None:
    number, part = tempfile.mkstemp(prefix=".", suffix=PART, dir=path.parent)  # 0600
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
        Path(part).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(part).unlink()
        raise


def _files(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """The copies, whole and half written."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((SUFFIX, PART)):
                with contextlib.suppress(OSError):
                    yield Path(entry.path), entry.stat(follow_symlinks=False)
