"""A net that is not there: names, number addresses, sites and a clock, for the tests of fetching. Nobody sleeps."""

from __future__ import annotations

import re
import ssl
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import httpcore2 as http

from samestory.fetching.network import World

OPEN = "93.184.215.14"  # a number address on the open net; nothing is ever sent to it
WORDS = "Rain in Ostwick\n\nIt rained all day in Ostwick, the mayor said.\n"


@dataclass(frozen=True)
class Asked:
    """A question as it reached the other side."""

    number: str
    host: str
    target: str
    headers: dict[str, str]


Site = Callable[[Asked], "bytes | Iterable[bytes]"]


def answer(status: int = 200, body: bytes | str = b"", **headers: str) -> bytes:
    """An answer of a site, as it goes over the line."""
    data = body.encode() if isinstance(body, str) else body
    told = {"Content-Length": str(len(data)), **{name.replace("_", "-"): value for name, value in headers.items()}}
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"HTTP/1.1 {status} Word\r\n{lines}\r\n".encode("latin-1") + data


def no_such(asked: Asked) -> bytes:
    return answer(404)


@dataclass
class Net:
    """What the world of a test holds, and what happened in it."""

    names: dict[str, list[list[str]]] = field(default_factory=dict)  # the answers to look-ups, one after the other; the last stays
    sites: dict[str, Site] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    connected: list[tuple[str, int]] = field(default_factory=list)
    secured: list[str | None] = field(default_factory=list)
    now: float = 1_000_000.0

    def add(self, host: str, pages: dict[str, Any], *numbers: str) -> None:
        """A site: for each path a text, a whole answer, or a function of the question. What is not there is not found."""

        def site(asked: Asked) -> bytes | Iterable[bytes]:
            page = pages.get(asked.target, no_such)
            if isinstance(page, str):
                return answer(200, page, Content_Type="text/plain")
            return page if isinstance(page, bytes) else page(asked)  # type: ignore[no-any-return]

        self.sites[host] = site
        self.names.setdefault(host.partition(":")[0], [list(numbers) or [OPEN]])

    def targets(self) -> list[str]:
        """The paths that were asked for, but for robots.txt."""
        return [asked.target for asked in self.asked if asked.target != "/robots.txt"]

    def world(self) -> World:
        return World(
            look_up=self._look_up,
            connect=self._connect,
            trust=lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
            clock=lambda: self.now,
            today=lambda: self.now,
            sleep=self._sleep,
        )

    def _look_up(self, host: str, port: int) -> list[str]:
        answers = self.names.get(host)
        if not answers:
            raise OSError("no such name")
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def _connect(self, number: str, port: int, seconds: float) -> http.NetworkStream:
        self.connected.append((number, port))
        return _Line(self, number)

    def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


class _Line(http.NetworkStream):
    """A connection to a site of the net."""

    def __init__(self, net: Net, number: str) -> None:
        self._net = net
        self._number = number
        self._written = b""
        self._pieces: Iterator[bytes] | None = None

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._written += buffer

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._pieces is None:
            said = self._site(asked := self._asked())
            self._net.asked.append(asked)
            self._pieces = iter([said[at : at + 65536] for at in range(0, len(said), 65536)] if isinstance(said, bytes) else said)
        return next(self._pieces, b"")

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> http.NetworkStream:
        self._net.secured.append(server_hostname)
        return self

    def close(self) -> None:
        pass

    def get_extra_info(self, info: str) -> Any:
        return None

    def _asked(self) -> Asked:
        first, *lines = self._written.decode("ascii").split("\r\n")
        headers = dict(re.split(r":\s*", line, maxsplit=1) for line in lines if line)
        return Asked(self._number, headers["Host"], first.split(" ")[1], headers)

    def _site(self, asked: Asked) -> bytes | Iterable[bytes]:
        return self._net.sites.get(asked.host, no_such)(asked)
