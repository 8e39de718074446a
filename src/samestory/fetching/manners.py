"""How samestory behaves as a guest: what the user may set, what bounds a visit, and what a visit brings home.

Plain values; nothing here opens anything.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from samestory.errors import BadAgent

MEGABYTE = 1 << 20
# One document, after unpacking: what the reading step takes as one article too (reading.source.LARGEST_DOCUMENT).
LARGEST = 16 * MEGABYTE
TOTAL = 60.0  # seconds on the network for one address, redirects and second tries together, pauses not counted
CONNECT = 10.0  # seconds for one connection, and for looking up one name
SILENCE = 20.0  # seconds without a byte
REDIRECTS = 10  # browsers follow 20; no article of a newsroom needs more than 3
PAUSE = 1.0  # seconds between two requests to one host


def _agent() -> str:
    try:
        number = version("samestory")
    except PackageNotFoundError:  # run from its folder
        number = "dev"
    return f"samestory/{number} (a reader's tool: fetches only addresses that its user names; obeys robots.txt for samestory)"


AGENT = _agent()


class CannotFetch(Exception):
    """An address that has to be given up, with the reason in words; becomes an `Unreadable` at the door."""

    def __init__(self, reason: str, *, transient: bool = False, reached: bool = True) -> None:
        super().__init__(reason)
        self.reason = reason
        self.transient = transient  # another try may go well
        self.reached = reached  # False where there was no answer at all, whatever had been asked for


def shown(words: str, most: int = 200) -> str:
    """Words of a stranger's site, fit to be printed: no control characters, nothing that turns a line around."""
    return "".join(letter if letter.isascii() and letter.isprintable() else "?" for letter in words[:most])


@dataclass(frozen=True, slots=True)
class Manners:
    """What the user may set."""

    agent: str = AGENT
    pause: float = PAUSE
    allow_private: bool = False  # addresses inside the machine or its network
    cache: Path | None = None  # where copies are kept; None: nowhere


def told(*, agent: str | None, pause: float | None, cache: str | None, allow_private: bool) -> Manners:
    """The manners that a user asks for; what is None stays as it is, and the cache "off" keeps nothing."""
    if agent is not None and not (agent.isascii() and agent.isprintable() and agent.strip()):
        raise BadAgent
    return Manners((agent or AGENT).strip(), PAUSE if pause is None else pause, allow_private, _folder(cache))


def _folder(cache: str | None) -> Path | None:
    if cache is not None and cache.strip().lower() in ("", "off"):
        return None
    try:
        return cache_folder() if cache is None else Path(cache).expanduser()
    except RuntimeError:  # nobody is at home: a service without a HOME
        return None


@dataclass(frozen=True, slots=True)
class Document:
    """What an address holds."""

    address: str  # as it was given
    final: str  # after all redirects
    charset: str | None  # of the Content-Type
    data: bytes


def cache_folder() -> Path:
    """Where this platform keeps what programs can fetch again."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "samestory"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "samestory" / "cache"
    told = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(told) if told.startswith("/") else Path.home() / ".cache") / "samestory"
