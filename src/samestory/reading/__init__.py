"""The first step: a path goes in; the articles of that document come out, or the reason why not.

path -> Article | Unreadable
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from samestory.model import Article, Unreadable


def read(path: Path) -> Iterator[Article | Unreadable]:
    """The articles of one file, in their order there; an `Unreadable` for what cannot be read."""
    yield from ()
