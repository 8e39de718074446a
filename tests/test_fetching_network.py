"""One question and its answer: bounded in time and size, and every failure in plain words."""

from __future__ import annotations

import gzip
import socket
import ssl
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace

import httpcore2 as http
import pytest

from fetching_net import Asked, Net, answer
from samestory.fetching.manners import CannotFetch, Manners
from samestory.fetching.network import Answer, Question, World, ask
from samestory.fetching.places import parse
from samestory.fetching.unpacking import Body

MOST = 100_000


def put(net: Net, world: World | None = None, address: str = "http://gazette.example/", **more: object) -> Answer:
    question = Question(parse(address), {"User-Agent": Manners().agent}, MOST, 60.0)
    return ask(replace(question, **more), world or net.world())  # type: ignore[arg-type]


def fails(net: Net, world: World | None = None, **more: object) -> CannotFetch:
    with pytest.raises(CannotFetch) as problem:
        put(net, world, **more)
    return problem.value


def one(page: object) -> Net:
    net = Net()
    net.add("gazette.example", {"/": page})
    return net


def test_what_is_asked() -> None:
    net = one("words")
    assert put(net).body == b"words"
    (asked,) = net.asked
    assert asked.headers["User-Agent"].startswith("samestory/")
    assert (asked.headers["Host"], asked.headers["Accept-Encoding"]) == ("gazette.example", "gzip, deflate")
    assert not {"Cookie", "Authorization", "Referer"} & set(asked.headers)


def test_a_secured_question_names_the_host_and_goes_to_the_number() -> None:
    net = Net()
    net.add("gazette.example:8443", {"/": "words"})
    assert put(net, address="https://gazette.example:8443/").status == 200
    assert net.secured == ["gazette.example"]
    assert net.connected == [("93.184.215.14", 8443)]


# -- time and size ---------------------------------------------------------------------------


def dripping(net: Net, piece: bytes) -> Callable[[Asked], Iterator[bytes]]:
    def site(asked: Asked) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n"
        while True:
            net.now += 10
            yield piece

    return site


@pytest.mark.parametrize("piece", [b"X: y\r\n", b"HTTP/1.1 100 Continue\r\n\r\n"], ids=["headers", "promises"])
def test_a_site_that_never_comes_to_an_end(piece: bytes) -> None:
    net = Net()
    net.add("gazette.example", {"/": dripping(net, piece)})
    start = net.now
    assert "too slow" in fails(net).reason or "proper HTTP" in fails(net).reason
    assert net.now - start <= 140


def test_a_body_that_never_comes_to_an_end() -> None:
    net = Net()

    def site(asked: Asked) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        while True:
            net.now += 1
            yield b"1\r\na\r\n"

    net.add("gazette.example", {"/": site})
    assert "too slow" in fails(net).reason
    assert len(net.asked) == 1


@pytest.mark.parametrize(
    "page",
    [
        b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 200_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 40_000 + b"\r\n",
        (b"HTTP/1.1 100 " + b"e" * 2_000 + b"\r\n\r\n") * 1_000,
        b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nwords",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: gzip\r\n\r\nwords",
    ],
    ids=["long header", "many headers", "many promises", "not HTTP", "two lengths", "unknown wrapping"],
)
def test_answers_that_are_no_answers(page: bytes) -> None:
    assert fails(one(page)).reason in (
        "the site's answer is not proper HTTP",
        "larger than 1 MB: too large for one article; save it and give the file",
    )


def test_too_large_by_its_own_word() -> None:
    def site(asked: Asked) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"
        raise AssertionError("more was read")

    assert "too large" in fails(one(site)).reason


def test_too_large_without_a_word() -> None:
    assert "too large" in fails(one(b"HTTP/1.1 200 OK\r\n\r\n" + b"a" * (MOST + 1))).reason
    assert len(put(one(b"HTTP/1.1 200 OK\r\n\r\n" + b"a" * MOST)).body) == MOST


def test_what_is_enough_is_cut() -> None:
    assert len(put(one(answer(200, b"a" * (MOST + 5))), cut=True).body) == MOST


def test_an_answer_that_breaks_off() -> None:
    problem = fails(one(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nwords"))
    assert problem.transient
    assert "broke off" in problem.reason


def test_a_site_that_hangs_up() -> None:
    assert fails(one(b"")).transient


@pytest.mark.parametrize("kind", ["image/png", "Video/mp4; a=b", "audio/mpeg"])
def test_pictures_sound_and_film_are_not_taken(kind: str) -> None:
    def site(asked: Asked) -> Iterator[bytes]:
        yield f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: 500\r\n\r\n".encode()
        raise AssertionError("more was read")

    assert "no article" in fails(one(site)).reason


# -- packed answers --------------------------------------------------------------------------


def squeezed(data: bytes, wrapping: int) -> bytes:
    packer = zlib.compressobj(wbits=wrapping)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("coding", "data"),
    [
        ("gzip", gzip.compress(b"words")),
        ("x-gzip", gzip.compress(b"wo") + gzip.compress(b"rds")),
        ("GZIP", gzip.compress(b"words") + b"\0\0\0"),
        ("deflate", squeezed(b"words", 15)),
        ("deflate", squeezed(b"words", -15)),
        ("identity", b"words"),
    ],
)
def test_unpacking(coding: str, data: bytes) -> None:
    assert put(one(answer(200, data, Content_Encoding=coding))).body == b"words"
    body = Body(coding, MOST)
    for byte in data:
        body.take(bytes([byte]))
    assert body.whole() == b"words"


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip", "compress", "none", "\x9b2J"])
def test_what_was_not_asked_for_is_not_unpacked(coding: str) -> None:
    said = fails(one(answer(200, b"words", Content_Encoding=coding))).reason
    assert "not asked for" in said
    assert said.isprintable()


@pytest.mark.parametrize("data", [gzip.compress(bytes(200_000_000)), gzip.compress(b"a") * 20_000], ids=["bomb", "many"])
def test_bombs(data: bytes) -> None:
    assert "too" in fails(one(answer(200, data, Content_Encoding="gzip"))).reason


def test_a_bomb_is_cut_where_that_is_wanted() -> None:
    assert len(put(one(answer(200, gzip.compress(bytes(9_000_000)), Content_Encoding="gzip")), cut=True).body) == MOST


@pytest.mark.parametrize("data", [gzip.compress(b"words" * 99)[:-9], b"words", gzip.compress(b"words")[:3]])
def test_packed_answers_that_are_damaged(data: bytes) -> None:
    assert fails(one(answer(200, data, Content_Encoding="gzip"))).transient


# -- no way to a site ------------------------------------------------------------------------


def refusing(problem: Exception, cause: Exception) -> Callable[[str, int, float], http.NetworkStream]:
    def connect(number: str, port: int, seconds: float) -> http.NetworkStream:
        raise problem from cause

    return connect


@pytest.mark.parametrize(
    ("problem", "cause", "words"),
    [
        (http.ConnectError(), ConnectionRefusedError(111, "x"), "refuses the connection"),
        (http.ConnectError(), OSError(101, "Network is unreachable"), "is this machine online?"),
        (http.ConnectTimeout(), TimeoutError(), "did not answer within 10 seconds"),
        (http.ConnectError(), ssl.SSLError(1, "x"), "no secure connection"),
    ],
)
def test_no_connection(problem: Exception, cause: Exception, words: str) -> None:
    net = one("words")
    assert words in fails(net, replace(net.world(), connect=refusing(problem, cause))).reason


def test_certificates_of_this_machine_that_are_not_there() -> None:
    def trust() -> ssl.SSLContext:
        raise FileNotFoundError(2, "No such file or directory")

    net = one("words")
    assert "trusts cannot be read" in fails(net, replace(net.world(), trust=trust), place=parse("https://gazette.example/")).reason


def test_the_next_number_is_tried() -> None:
    net = one("words")
    net.names["gazette.example"] = [["2606:4700::1", "93.184.215.14"]]
    world = net.world()

    def connect(number: str, port: int, seconds: float) -> http.NetworkStream:
        if ":" in number:
            raise http.ConnectError
        return world.connect(number, port, seconds)

    assert put(net, replace(world, connect=connect)).body == b"words"


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (socket.gaierror(socket.EAI_NONAME, "x"), "no site of the name gazette.example is known"),
        (socket.gaierror(socket.EAI_AGAIN, "x"), "cannot be looked up now"),
        (UnicodeError("label too long"), "no site of the name"),
    ],
)
def test_no_such_name(problem: Exception, words: str) -> None:
    def look_up(host: str, port: int) -> list[str]:
        raise problem

    net = Net()
    assert words in fails(net, replace(net.world(), look_up=look_up)).reason


def test_a_site_that_falls_silent() -> None:
    def site(asked: Asked) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n"
        raise http.ReadTimeout

    assert "sent nothing for 20 seconds" in fails(one(site)).reason
