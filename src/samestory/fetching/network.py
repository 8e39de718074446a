"""One question to one site: the only lines of samestory that open a connection.

A `Place` and what to ask come in; an `Answer` goes out, or `CannotFetch`. The name is looked up once, every number address
it gave is vetted, and the connection goes to one of exactly these: a name server that changes its mind changes nothing. The
time, the bytes and the silence of the other side are bounded below HTTP, so that no site can hold on to us by sending slowly.
Connections are not kept, no cookies and no credentials are sent, and proxies of the environment are not used.
"""

from __future__ import annotations

import contextlib
import functools
import os
import queue
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpcore2 as http

from samestory.fetching.manners import CONNECT, MEGABYTE, SILENCE, CannotFetch
from samestory.fetching.places import Place, closed
from samestory.fetching.unpacking import ACCEPTED, PLAIN, Body, too_large

Trust = Callable[[], ssl.SSLContext]
TRIED = 4  # number addresses of one site
# Pages, feeds and data are asked for in this order; a picture, sound or film is turned down before it is sent.
ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json;q=0.9,*/*;q=0.8"
_MEDIA = re.compile(r"(image|audio|video|font)/", re.I)


def _look_up(host: str, port: int) -> list[str]:
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def _connect(number: str, port: int, seconds: float) -> http.NetworkStream:
    return http.SyncBackend().connect_tcp(number, port, timeout=seconds)


@functools.cache  # takes 20 ms
def _certificates() -> ssl.SSLContext:
    """What this machine trusts."""
    return http.default_ssl_context()


@dataclass(frozen=True, slots=True)
class World:
    """What lies outside of the program; tests put another in its place."""

    look_up: Callable[[str, int], list[str]] = _look_up
    connect: Callable[[str, int, float], http.NetworkStream] = _connect
    trust: Trust = _certificates
    clock: Callable[[], float] = time.monotonic
    today: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and how much of an answer is wanted."""

    place: Place
    headers: Mapping[str, str]
    most: int  # bytes after unpacking
    seconds: float  # for all of it
    allow_private: bool = False
    cut: bool = False  # take the first `most` bytes of a larger answer, not refuse it


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. The body of anything but a 200 is not read."""

    place: Place
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)  # names in small letters
    body: bytes = b""
    private: bool = False  # it came from inside the machine or its network


def ask(question: Question, world: World) -> Answer:
    """Ask a place; `CannotFetch` says in words what went wrong."""
    deadline = _Deadline(question.seconds, world.clock)
    stream: http.NetworkStream | None = None
    try:
        stream, private = _reach(question, world, deadline)
        bounded = _Bounded(stream, deadline, 2 * question.most + MEGABYTE)
        return _heard(question, bounded, private)
    except (http.TimeoutException, http.NetworkError, http.ProtocolError) as problem:
        raise _failure(question.place, problem) from problem
    finally:
        if stream is not None:
            stream.close()


# -- reaching a site -------------------------------------------------------------------------


def _reach(question: Question, world: World, deadline: _Deadline) -> tuple[http.NetworkStream, bool]:
    """A connection to the site, secured if the address says so, and whether it lies inside."""
    place = question.place
    numbers, private = _vetted(question, _numbers(place, world, deadline))
    stream = _connected(place, numbers, world, deadline)
    if place.scheme == "https":
        try:
            stream = stream.start_tls(_trusted(world), place.host, deadline.within(CONNECT))
        except BaseException:
            stream.close()
            raise
    return stream, private


def _trusted(world: World) -> ssl.SSLContext:
    try:
        context = world.trust()
    except OSError as problem:  # SSL_CERT_FILE names a file that is not there
        raise CannotFetch("the certificates that this machine trusts cannot be read", reached=False) from problem
    context.set_alpn_protocols(["http/1.1"])
    return context


def _numbers(place: Place, world: World, deadline: _Deadline) -> list[str]:
    """The number addresses of a place. The system's own look-up knows no time limit, so it runs aside."""
    if ":" in place.host or re.fullmatch(r"[0-9.]+", place.host):
        return [place.host]
    answers: queue.SimpleQueue[list[str] | Exception] = queue.SimpleQueue()

    def look_up() -> None:
        try:
            answers.put(world.look_up(place.host, place.port))
        except (OSError, UnicodeError) as problem:
            answers.put(problem)

    threading.Thread(target=look_up, daemon=True, name="samestory-look-up").start()
    try:
        found = answers.get(timeout=deadline.within(CONNECT))
    except queue.Empty as problem:
        raise CannotFetch(f"the name {place.host} could not be looked up in time; is this machine online?", reached=False) from problem
    if isinstance(found, Exception) or not found:
        raise _unknown(place.host, found)
    return found


def _unknown(host: str, problem: object) -> CannotFetch:
    for_now = isinstance(problem, socket.gaierror) and problem.errno == socket.EAI_AGAIN
    if for_now:
        return CannotFetch(f"the name {host} cannot be looked up now; is this machine online?", transient=True, reached=False)
    return CannotFetch(f"no site of the name {host} is known; check the spelling, and that this machine is online", reached=False)


def _vetted(question: Question, numbers: Sequence[str]) -> tuple[Sequence[str], bool]:
    """The number addresses, if all may be visited: one that may not is a trap or a mistake, and there is no telling which."""
    private = False
    for number in numbers:
        if found := closed(number):
            what, may_be_allowed = found
            if not (may_be_allowed and question.allow_private):
                place = f"{question.place.host} is" if number == question.place.host else f"{question.place.host} leads to {number},"
                hint = "; allow it with --allow-private" if may_be_allowed else ""
                raise CannotFetch(f"{place} not on the open net ({what}), and is not visited{hint}", reached=False)
            private = True
    return numbers, private


def _connected(place: Place, numbers: Sequence[str], world: World, deadline: _Deadline) -> http.NetworkStream:
    *others, last = numbers[:TRIED]
    for number in others:
        with contextlib.suppress(http.ConnectError, http.ConnectTimeout):
            return world.connect(number, place.port, deadline.within(CONNECT))
    return world.connect(last, place.port, deadline.within(CONNECT))


# -- hearing the answer ----------------------------------------------------------------------


def _heard(question: Question, stream: _Bounded, private: bool) -> Answer:
    place = question.place
    url = http.URL(scheme=place.scheme, host=place.host, port=place.port, target=place.target)
    host = place.origin.partition("://")[2]
    told = {"Host": host, "Accept": ACCEPT, "Accept-Encoding": ACCEPTED, "Connection": "close", **question.headers}
    connection = http.HTTP11Connection(url.origin, stream)
    response = connection.handle_request(http.Request("GET", url, headers=list(told.items())))
    headers = _headers(response.headers)
    body = _body(question, response, headers) if response.status == 200 else b""
    return Answer(place, response.status, headers, body, private)


def _headers(pairs: Sequence[tuple[bytes, bytes]]) -> dict[str, str]:
    """Names in small letters; what is said twice is joined by a comma, but for where to go and what it is: there the first counts."""
    told: dict[str, str] = {}
    for name, value in pairs:
        key = name.decode("ascii", "replace").lower()
        words = value.decode("utf-8") if _is_utf8(value) else value.decode("latin-1")
        if key not in told:
            told[key] = words
        elif key not in ("location", "content-type"):
            told[key] += f", {words}"
    return told


def _is_utf8(value: bytes) -> bool:
    try:
        value.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _body(question: Question, response: http.Response, headers: Mapping[str, str]) -> bytes:
    if media := _MEDIA.match(headers.get("content-type", "")):
        raise CannotFetch(f"this is no article ({media[1].lower()})")
    body = Body(coding := headers.get("content-encoding", ""), question.most, cut=question.cut)
    length = headers.get("content-length", "")
    if coding in PLAIN and not question.cut and length.isdecimal() and int(length[:18]) > question.most:
        raise too_large(question.most)
    stream: Any = response.stream
    for piece in stream:
        body.take(piece)
        if body.full:
            break
    return body.whole()


class _Deadline:
    """The moment at which a question must have been answered."""

    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        self._seconds = seconds
        self._clock = clock
        self._end = clock() + seconds

    def within(self, most: float) -> float:
        """How long to wait for one thing: `most`, or what is left."""
        left = self._end - self._clock()
        if left <= 0:
            raise CannotFetch("the site was too slow: the whole answer did not come in time")
        return min(most, left)


class _Bounded(http.NetworkStream):
    """A connection that ends when time is up or too much was sent, headers and wrapping included."""

    def __init__(self, stream: http.NetworkStream, deadline: _Deadline, most: int) -> None:
        self._stream = stream
        self._deadline = deadline
        self._room = most
        self._most = most

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._stream.read(max_bytes, self._deadline.within(SILENCE))
        self._room -= len(data)
        if self._room < 0:
            raise too_large(self._most)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.within(SILENCE))

    def close(self) -> None:
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


# -- what went wrong -------------------------------------------------------------------------

REFUSED = "the site refuses the connection"


def _failure(place: Place, problem: Exception) -> CannotFetch:
    """A failure of the network, in words."""
    cause = problem.__cause__ or problem.__context__ or problem
    if isinstance(cause, ssl.SSLCertVerificationError):
        return CannotFetch(f"the certificate of {place.host} cannot be trusted: {cause.verify_message}", reached=False)
    if isinstance(cause, ssl.SSLError):
        return CannotFetch(f"no secure connection to {place.host} came about ({getattr(cause, 'reason', None) or 'TLS'})", reached=False)
    if isinstance(problem, http.ConnectTimeout):
        return CannotFetch(f"the site did not answer within {CONNECT:.0f} seconds", reached=False)
    if isinstance(problem, http.TimeoutException):
        return CannotFetch(f"the site sent nothing for {SILENCE:.0f} seconds, or not all in time")
    if isinstance(problem, http.ConnectError):
        if isinstance(cause, ConnectionRefusedError):
            return CannotFetch(REFUSED, reached=False)
        said = os.strerror(cause.errno) if isinstance(cause, OSError) and cause.errno else "no way to it"
        return CannotFetch(f"the site cannot be reached ({said}); is this machine online?", reached=False)
    if isinstance(problem, http.NetworkError) or "disconnected" in str(problem) or "closed connection" in str(problem):
        return CannotFetch("the site broke off before the whole answer had come", transient=True)
    return CannotFetch("the site's answer is not proper HTTP")
