"""Fetching: what an `http(s)://` address holds, asked for politely and safely.

    addresses -> Document | Unreadable, in the order given

It stands beside the steps, as the store does, and only the pipeline calls it. A site's robots.txt is obeyed, its pages are asked for
one at a time with a pause between, and copies are kept so that only what has changed is sent again. No address inside the machine
or its network is visited unless the user allows it. Nothing but the addresses given is fetched. What a document is and says is
for the reading step to tell.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence

from samestory.fetching.manners import AGENT, Document, Manners, cache_folder
from samestory.fetching.places import is_address
from samestory.model import Unreadable

__all__ = ["AGENT", "Document", "Manners", "cache_folder", "fetch", "is_address"]

HOSTS = 8  # asked at the same time
AHEAD = 16  # documents fetched before they are wanted, of up to 16 MB each: bounds memory

Found = Document | Unreadable


def fetch(addresses: Sequence[str], manners: Manners | None = None) -> Iterator[Found]:
    """What each address holds, in the order given; several sites are asked at once, each for one page at a time."""
    from samestory.fetching.visiting import Visitor  # loads the network library, which only those who fetch should wait for

    visitor = Visitor(manners or Manners())
    try:
        yield from in_order(addresses, visitor.visit)
    finally:
        visitor.tidy()


def in_order(addresses: Sequence[str], visit: Callable[[str], Found]) -> Iterator[Found]:
    """`visit` each address: side by side where the hosts differ, one after the other where not; results in the order given."""
    round_ = _Round(addresses, visit)
    try:
        yield from round_.results()
    finally:
        round_.stop()


class _Round:
    """Addresses on their way. The threads are daemons: whoever stops the program need not wait for a slow site."""

    def __init__(self, addresses: Sequence[str], visit: Callable[[str], Found]) -> None:
        self._addresses = addresses
        self._visit = visit
        self._waiting = list(range(len(addresses)))
        self._busy: set[str] = set()
        self._done: dict[int, Found | BaseException] = {}
        self._due = 0
        self._news = threading.Condition()

    def results(self) -> Iterator[Found]:
        hosts = {_host(address) for address in self._addresses}
        for _ in range(min(HOSTS, len(hosts))):
            threading.Thread(target=self._work, daemon=True, name="samestory-fetch").start()
        while self._due < len(self._addresses):
            with self._news:
                while self._due not in self._done:
                    self._news.wait()
                found = self._done.pop(self._due)
                self._due += 1
                self._news.notify_all()
            if isinstance(found, BaseException):
                raise found
            yield found

    def stop(self) -> None:
        with self._news:
            self._waiting.clear()
            self._news.notify_all()

    def _work(self) -> None:
        while (number := self._next()) is not None:
            address = self._addresses[number]
            try:
                found: Found | BaseException = self._visit(address)
            except BaseException as problem:  # our bug: it rises where the result is wanted
                found = problem
            with self._news:
                self._done[number] = found
                self._busy.discard(_host(address))
                self._news.notify_all()

    def _next(self) -> int | None:
        """The first address whose host is not being asked, near enough to the one that is due; None when there is nothing left."""
        with self._news:
            while self._waiting:
                for number in self._waiting:
                    if number >= self._due + AHEAD:
                        break
                    host = _host(self._addresses[number])
                    if host not in self._busy:
                        self._busy.add(host)
                        self._waiting.remove(number)
                        return number
                self._news.wait()
            return None


def _host(address: str) -> str:
    return address.partition("://")[2].partition("/")[0].lower()
