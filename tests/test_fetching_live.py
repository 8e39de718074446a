"""Addresses as a user gives them: real servers on this machine, asked through the command line."""

from __future__ import annotations

import contextlib
import gzip
import json
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from samestory import cli
from samestory.fetching.manners import Document, Manners
from samestory.fetching.network import World
from samestory.fetching.visiting import Visitor
from samestory.model import Unreadable

CERTIFICATE = Path(__file__).parent / "certificate.pem"
PAGE = (
    "<html><head><title>Rain in Ostwick</title></head><body><article><h1>Rain in Ostwick</h1><p>It rained all day in Ostwick and the "
    "river rose by two metres, the mayor Lena Vośs said.</p><p>Three roads were closed, police said.</p></article></body></html>"
)
ENTRY = "<item><title>{0}</title><link>/{0}</link><description>It was about {0} in Ostwick all day.</description></item>"
FEED = f"<rss version='2.0'><channel><title>The Gazette</title>{ENTRY.format('rain')}{ENTRY.format('sun')}</channel></rss>"
ROWS = b'{"id": "r1", "text": "It rained."}\n{"id": "r2", "text": "It shone."}\n'
PAGES = {
    "/robots.txt": (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /secret\n"),
    "/page": (200, {"Content-Type": "text/html; charset=iso-8859-2", "ETag": '"1"'}, PAGE.encode("iso-8859-2")),
    "/packed": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())),
    "/feed": (200, {"Content-Type": "application/rss+xml"}, FEED.encode()),
    "/rows.jsonl.gz": (
        200,
        {"Content-Type": "application/gzip"},
        gzip.compress(ROWS),
    ),
    "/moved": (301, {"Location": "/page"}, b""),
    "/away": (302, {"Location": "http://169.254.169.254/keys"}, b""),
    "/paper.pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7\n"),
    "/secret": (200, {}, b"words"),
}


@dataclass
class Running:
    """A server, and what it was asked."""

    address: str
    port: int
    asked: list[tuple[str, int]] = field(default_factory=list)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        status, headers, body = PAGES.get(self.path, (404, {}, b""))
        if self.headers.get("If-None-Match") == headers.get("ETag", ""):
            status, body = 304, b""
        self.server.running.asked.append((self.path, status))  # type: ignore[attr-defined]
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing on standard error."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A reader that hangs up, as one does who does not trust the certificate."""


@contextlib.contextmanager
def serving(secured: bool) -> Iterator[Running]:
    server = _Server(("127.0.0.1", 0), _Handler)
    if secured:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    port = server.server_address[1]
    running = Running(f"{'https' if secured else 'http'}://127.0.0.1:{port}", port)
    server.running = running  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield running
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def site() -> Iterator[Running]:
    with serving(secured=False) as running:
        yield running


def read(*paths: str, cache: Path | str = "off") -> tuple[int, list[str]]:
    return cli.run(["read", *paths, "--json", "--allow-private", "--pause", "0", "--workers", "1", "--cache", str(cache)]), list(paths)


def rows(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_pages_and_feeds_and_rows(site: Running, capsys: pytest.CaptureFixture[str]) -> None:
    names = ("/moved", "/packed", "/feed", "/rows.jsonl.gz")
    assert read(*(site.address + name for name in names))[0] == 0
    moved, packed, rain, sun, first, second = rows(capsys)
    assert (moved["origin"], moved["url"]) == (site.address + "/moved", site.address + "/page")
    assert "Lena Vośs" in str(moved["text"])
    assert moved["text"] == packed["text"]
    assert [rain["url"], sun["url"]] == [site.address + "/rain", site.address + "/sun"]
    assert [first["id"], second["id"]] == ["r1", "r2"]
    assert [path for path, _ in site.asked] == ["/robots.txt", "/moved", "/page", "/packed", "/feed", "/rows.jsonl.gz"]


def test_what_cannot_be_read_is_named_and_the_rest_is_read(site: Running, capsys: pytest.CaptureFixture[str]) -> None:
    names = ("/none", "/secret", "/away", "/paper.pdf", "/page")
    assert read(*(site.address + name for name in names))[0] == 1
    *unreadable, page = rows(capsys)
    assert [row["origin"] for row in unreadable] == [site.address + name for name in names[:-1]]
    none, secret, away, pdf = (str(row["unreadable"]) for row in unreadable)
    assert "(404)" in none
    assert 'forbids it with "Disallow: /secret"' in secret
    assert "the local link" in away
    assert "PDF" in pdf
    assert "Lena" in str(page["text"])


def test_nothing_inside_without_the_option(site: Running, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["read", site.address + "/page", "--cache", "off"]) == 1
    assert "allow it with --allow-private" in capsys.readouterr().out
    assert site.asked == []


def test_copies_are_used_again(site: Running, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert read(site.address + "/page", cache=tmp_path)[0] == 0
    first, second = rows(capsys)
    assert first == second
    assert [asked for asked in site.asked if asked[0] == "/page"] == [("/page", 200), ("/page", 304)]


def test_an_agent_that_cannot_be_sent(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["read", "http://gazette.example/", "--agent", "a\nb"]) == 2
    assert "--agent" in capsys.readouterr().err


def test_no_server_there(capsys: pytest.CaptureFixture[str]) -> None:
    with serving(secured=False) as gone:
        pass
    assert read(gone.address)[0] == 1
    assert "refuses the connection" in capsys.readouterr().out


# -- secured -------------------------------------------------------------------------------------


def visit(port: int, host: str, trusted: bool) -> Document | Unreadable:
    def trust() -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if trusted:
            context.load_verify_locations(CERTIFICATE)
        return context

    world = World(look_up=lambda host, port: ["127.0.0.1"], trust=trust)
    return Visitor(Manners(allow_private=True, pause=0), world).visit(f"https://{host}:{port}/packed")


def test_certificates_are_checked() -> None:
    with serving(secured=True) as running:
        found = visit(running.port, "gazette.example", trusted=True)
        assert isinstance(found, Document)
        assert found.data == PAGE.encode()
        assert isinstance(visit(running.port, "127.0.0.1", trusted=True), Document)
        for host, trusted in (("gazette.example", False), ("ledger.example", True)):
            found = visit(running.port, host, trusted)
            assert isinstance(found, Unreadable)
            assert f"the certificate of {host} cannot be trusted" in found.reason


def test_a_server_that_speaks_no_tls(site: Running) -> None:
    found = visit(site.port, "gazette.example", trusted=True)
    assert isinstance(found, Unreadable)
    assert "no secure connection" in found.reason


# -- cost ----------------------------------------------------------------------------------------


def test_the_network_library_is_loaded_only_for_addresses(tmp_path: Path) -> None:
    (tmp_path / "rain.txt").write_text("Rain in Ostwick\n\nIt rained all day.\n", encoding="utf-8")
    code = (
        "import sys; from samestory import pipeline; "
        f"list(pipeline.read([{str(tmp_path / 'rain.txt')!r}])); print([m for m in sys.modules if m.startswith(('httpcore', 'h11'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
