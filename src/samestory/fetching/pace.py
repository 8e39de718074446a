"""One request at a time to a host, and a pause between two.

A host's name comes in; its turn is waited for. A host that asks to be left alone is.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from samestory.fetching.manners import CannotFetch
from samestory.fetching.network import World

LONGEST = 30.0  # seconds between two requests that a site's Crawl-delay can ask for; beyond, a person would have given up
PATIENCE = 60.0  # seconds that a busy site is waited for


class Pace:
    """When each host may be asked again. Shared by all threads of a run."""

    def __init__(self, pause: float, world: World) -> None:
        self._world = world
        self._pauses: defaultdict[str, float] = defaultdict(lambda: pause)
        self._next: dict[str, float] = {}
        self._closed: dict[str, float] = {}
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._guard = threading.Lock()

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait for the host's turn, and hold it while it is asked."""
        with self._guard:
            lock = self._locks[host]
        with lock:
            left = self._closed.get(host, 0.0) - self._world.clock()
            if left > 0:
                raise CannotFetch(f"the site is busy and asks to be left alone for {_long(left)}")
            wait = self._next.get(host, 0.0) - self._world.clock()
            if wait > 0:
                self._world.sleep(wait)
            try:
                yield
            finally:
                self.later(host, self._pauses[host])

    def slower(self, host: str, delay: float) -> None:
        """From now on leave at least this long between two requests."""
        with self._guard:
            self._pauses[host] = max(self._pauses[host], min(delay, LONGEST))
            self._next[host] = max(self._next.get(host, 0.0), self._world.clock() + self._pauses[host])

    def later(self, host: str, seconds: float) -> None:
        """Ask the host again no sooner than this; far off, not at all."""
        with self._guard:
            if seconds > PATIENCE:
                self._closed[host] = self._world.clock() + seconds
            else:
                self._next[host] = max(self._next.get(host, 0.0), self._world.clock() + seconds)


def _long(seconds: float) -> str:
    return f"{seconds:.0f} seconds" if seconds < 120 else f"{seconds / 60:.0f} minutes"
