"""Which addresses are visited: one spelling, and no way inside."""

from __future__ import annotations

import pytest

from fetching_net import OPEN, Net
from samestory.fetching.manners import CannotFetch, Manners
from samestory.fetching.places import closed, onward, parse
from samestory.fetching.visiting import Visitor
from samestory.model import Unreadable

# Each is a way that a guard somewhere was once passed by. None may reach anything, whatever is allowed.
NEVER = (
    "http://169.254.169.254/latest/meta-data/",
    "http://[fe80::1]/",
    "http://[::ffff:169.254.169.254]/",
    "http://[64:ff9b::a9fe:a9fe]/",
    "http://[2002:a9fe:a9fe::]/",
    "http://0.0.0.0/",
    "http://0/",
    "http://[::]/",
    "http://[::7f00:1]/",
    "http://[::ffff:0:7f00:1]/",
    "http://[64:ff9b:1::7f00:1]/",
    "http://[2001:0:7f00:1::]/",
    "http://[2001:db8::1]/",
    "http://[fec0::1]/",
    "http://[ff02::1]/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://192.0.2.1/",
    "http://198.18.0.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://127.0.1/",
    "http://127.0.0.01/",
    "http://127.0.0.1.0x1/",
    "http://127.0.0.1../",
    "http://%31%32%37.0.0.1/",
    "http://user@127.0.0.1/",
    "http://gazette.example@127.0.0.1/",
    "http://gazette.example:80@127.0.0.1/",
    "http://gazette.example\\@127.0.0.1/",
    "http://127.0.0.1\t/",
    "http://127.0.0.1\r\nHost: gazette.example/",
    "http://[::1%25lo]/",
    "http://[127.0.0.1]/",
    "http://127.0.0.1:22/",
    "http://127.0.0.1:25/",
    "http://127.0.0.1:6667/",
    "http://127.0.0.1:0/",
    "http://127.0.0.1:80:80/",
    "http://127.0.0.1:99999/",
    "http:///etc/passwd",
    "http://",
    "http://-gazette.example/",
    "http://gazette..example/",
    "http://gazette.example#@127.0.0.1:22/".replace("#", "\x00"),
    "http://" + "a" * 9000,
)
# These are visited with --allow-private, and only then.
PRIVATE = (
    "http://127.0.0.1/",
    "http://127.0.0.1./",
    "http://127.8.8.8/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://10.1.2.3:8080/",
    "http://172.31.255.255/",
    "http://192.168.0.1/",
    "http://100.64.0.1/",
    "http://[fd12:3456::1]/",
    "http://127。0。0。1/",
    "http://⑫7.0.0.1/",
    "http://localhost/",
    "http://LOCALHOST./",
    "http://intranet/",
    "http://inside.example/",
)


def inside() -> Net:
    return Net(names={"localhost": [["127.0.0.1", "::1"]], "intranet": [["10.0.0.1"]], "inside.example": [[OPEN, "192.168.1.1"]]})


@pytest.mark.parametrize("address", NEVER + PRIVATE)
def test_nothing_inside_is_visited(address: str) -> None:
    net = inside()
    found = Visitor(Manners(), net.world()).visit(address)
    assert isinstance(found, Unreadable)
    assert found.reason
    assert net.connected == []


@pytest.mark.parametrize("address", NEVER)
def test_some_places_are_never_visited(address: str) -> None:
    net = inside()
    assert isinstance(Visitor(Manners(allow_private=True), net.world()).visit(address), Unreadable)
    assert net.connected == []


@pytest.mark.parametrize("address", PRIVATE)
def test_the_user_may_allow_the_machine_and_its_network(address: str) -> None:
    net = inside()
    assert "(404)" in str(Visitor(Manners(allow_private=True, pause=0), net.world()).visit(address))
    assert net.connected


@pytest.mark.parametrize(
    "location",
    [*PRIVATE, "//127.0.0.1/", "file:///etc/passwd", "gopher://127.0.0.1/", "javascript:alert(1)", "http://[", "\\\\127.0.0.1\\"],
)
def test_a_site_leads_nobody_inside(location: str) -> None:
    """Not even where the user allows it: the user's own addresses are meant, not those that a stranger's page names."""
    net = inside()
    told = f"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n".encode()
    net.add("gazette.example", {"/": told})
    found = Visitor(Manners(allow_private=True), net.world()).visit("http://gazette.example/")
    assert isinstance(found, Unreadable)
    assert "redirects" in found.reason
    assert {number for number, _ in net.connected} == {OPEN}


def test_a_name_server_that_changes_its_mind() -> None:
    """Each connection goes to an address that was vetted for it: looked up once, and never again in between."""
    net = Net(names={"gazette.example": [[OPEN], ["127.0.0.1"]]})
    net.add("gazette.example", {"/": "words"})
    found = Visitor(Manners(), net.world()).visit("http://gazette.example/")
    assert isinstance(found, Unreadable)
    assert "leads to 127.0.0.1" in found.reason
    assert net.connected == [(OPEN, 80)]  # robots.txt came from outside; for the page the name led inside


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("http://Gazette.Example", "http://gazette.example/"),
        ("https://gazette.example:443/a#top", "https://gazette.example/a"),
        ("http://gazette.example:8080/?q=1?2", "http://gazette.example:8080/?q=1?2"),
        ("http://bücher.example/ä b%20c", "http://xn--bcher-kva.example/%C3%A4%20b%20c"),
        ("http://gаzette.example/", "http://xn--gzette-3nf.example/"),  # the second letter is Cyrillic: shown as what it is
        ("http://[2606:4700:0:0::1]:8080/", "http://[2606:4700::1]:8080/"),
        ("  http://gazette.example/a ", "http://gazette.example/a"),
    ],
)
def test_the_spelling_that_is_asked_for(address: str, whole: str) -> None:
    assert str(parse(address)) == whole
    assert parse(whole) == parse(address)


@pytest.mark.parametrize(
    ("location", "whole"),
    [("/b", "https://gazette.example/b"), ("?q", "https://gazette.example/a?q"), ("//other.example/c", "https://other.example/c")],
)
def test_redirects_are_read_from_where_they_stand(location: str, whole: str) -> None:
    assert str(onward(parse("https://gazette.example/a"), location)) == whole


def test_a_password_is_never_sent() -> None:
    with pytest.raises(CannotFetch, match="password"):
        parse("https://jo:secret@gazette.example/")


@pytest.mark.parametrize(
    "number", ["93.184.215.14", "8.8.8.8", "192.0.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1", "64:ff9b::808:808", "2002:808:808::1"]
)
def test_the_open_net(number: str) -> None:
    assert closed(number) is None
