"""A whole visit: robots.txt, redirects, second tries, pauses, copies; and many visits in order."""

from __future__ import annotations

import threading
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path

import pytest

from fetching_net import Asked, Net, answer
from samestory.fetching import in_order
from samestory.fetching.manners import LARGEST, Document, Manners
from samestory.fetching.visiting import Visitor
from samestory.model import Unreadable
from samestory.reading.source import LARGEST_DOCUMENT

GAZETTE = "http://gazette.example"


def site(pages: dict[str, object]) -> Net:
    net = Net()
    net.add("gazette.example", pages)
    return net


def visit(net: Net, path: str = "/a", manners: Manners | None = None) -> Document | Unreadable:
    return Visitor(manners or Manners(), net.world()).visit(GAZETTE + path)


def reason(found: Document | Unreadable) -> str:
    assert isinstance(found, Unreadable), found
    return found.reason


def data(found: Document | Unreadable) -> bytes:
    assert isinstance(found, Document), found
    return found.data


# -- what comes back -------------------------------------------------------------------------


def test_a_document_knows_where_it_came_from() -> None:
    page = answer(200, "w\xf6rds".encode("latin-1"), Content_Type='text/html; Charset="ISO-8859-1"')
    found = visit(site({"/a": answer(301, Location="/b"), "/b": answer(302, Location="//gazette.example/c?q"), "/c?q": page}))
    assert found == Document(GAZETTE + "/a", GAZETTE + "/c?q", "ISO-8859-1", b"w\xf6rds")


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "login"),
        (403, "does not let samestory read this page (403)"),
        (404, "no such page"),
        (410, "taken away"),
        (418, "turns the question down (418)"),
        (500, "a fault of its own (500)"),
        (204, "without a page (204)"),
        (300, "elsewhere, but not where"),
        (304, "elsewhere, but not where"),
    ],
)
def test_statuses_in_words(status: int, words: str) -> None:
    assert words in reason(visit(site({"/a": answer(status)})))


@pytest.mark.parametrize("step", [lambda asked: "/a", lambda asked: asked.target + "x"], ids=["circle", "on and on"])
def test_redirects_come_to_an_end(step: Callable[[Asked], str]) -> None:
    net = Net()
    net.sites["gazette.example"] = lambda asked: answer(404) if "robots" in asked.target else answer(302, Location=step(asked))
    net.names["gazette.example"] = [["93.184.215.14"]]
    assert "in a circle, or on and on" in reason(visit(net))
    assert len(net.targets()) <= 11


def test_one_document_is_as_large_here_as_where_it_is_read() -> None:
    assert LARGEST == LARGEST_DOCUMENT


# -- robots.txt ------------------------------------------------------------------------------


def test_robots_txt_is_asked_once_and_obeyed() -> None:
    net = site({"/robots.txt": "User-agent: *\nDisallow: /secret", "/a": "words", "/secret": "words"})
    visitor = Visitor(Manners(), net.world())
    assert data(visitor.visit(GAZETTE + "/a"))
    assert reason(visitor.visit(GAZETTE + "/secret")) == 'the robots.txt of gazette.example forbids it with "Disallow: /secret"'
    assert [asked.target for asked in net.asked] == ["/robots.txt", "/a"]


def test_robots_txt_is_obeyed_behind_redirects() -> None:
    net = site({"/a": answer(302, Location="http://ledger.example/b")})
    net.add("ledger.example", {"/robots.txt": "User-agent: samestory\nDisallow: /", "/b": "words"})
    assert "redirects to http://ledger.example/b: the robots.txt of ledger.example forbids it" in reason(visit(net))
    assert net.targets() == ["/a"]


def test_an_agent_of_another_name_obeys_what_that_name_is_told() -> None:
    net = site({"/robots.txt": "User-agent: paperbot\nDisallow: /", "/a": "words"})
    assert data(visit(net))
    assert "forbids" in reason(visit(net, manners=Manners(agent="PaperBot/2 (me@paper.example)")))


@pytest.mark.parametrize("status", [500, 503, 429])
def test_where_robots_txt_fails_nothing_is_fetched(status: int) -> None:
    net = site({"/robots.txt": answer(status), "/a": "words"})
    assert "cannot be read, so nothing is fetched there" in reason(visit(net))
    assert net.targets() == []


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_where_there_is_no_robots_txt_all_may_be_fetched(status: int) -> None:
    assert data(visit(site({"/robots.txt": answer(status), "/a": "words"})))


def test_redirects_of_robots_txt() -> None:
    pages = {f"/robots{n}": answer(301, Location=f"/robots{n + 1}") for n in range(9)}
    few = {"/robots.txt": answer(301, Location="/robots5"), **pages, "/robots9": "User-agent: *\nDisallow: /", "/a": "words"}
    assert "forbids" in reason(visit(site(few)))
    assert data(visit(site({**few, "/robots.txt": answer(301, Location="/robots0")})))  # more than five: as if there were none


def test_a_large_robots_txt_is_read_as_far_as_the_standard_says() -> None:
    text = "User-agent: *\nDisallow: /early\n" + "#" * 600_000 + "\nDisallow: /a\n"
    assert data(visit(site({"/robots.txt": text, "/a": "words"})))
    assert "forbids" in reason(visit(site({"/robots.txt": text}), "/early"))


# -- pace and second tries -------------------------------------------------------------------


def test_pauses_between_two_questions() -> None:
    net = site({"/a": "words", "/b": "words"})
    visitor = Visitor(Manners(pause=2.5), net.world())
    for path in ("/a", "/b"):
        assert data(visitor.visit(GAZETTE + path))
    assert net.slept == [2.5, 2.5]


@pytest.mark.parametrize(("told", "kept"), [("7", 7.0), ("9999", 30.0)])
def test_a_site_may_ask_for_longer_pauses(told: str, kept: float) -> None:
    net = site({"/robots.txt": f"User-agent: *\nCrawl-delay: {told}", "/a": "words"})
    assert data(visit(net))
    assert net.slept == [kept]


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_busy_site_is_asked_again(status: int) -> None:
    answers = [answer(status, Retry_After="7"), answer(status), answer(200, "words")]
    net = site({"/a": lambda asked: answers.pop(0)})
    assert data(visit(net))
    assert net.slept == [1.0, 7.0, 4.0]


def test_a_site_that_stays_busy_is_left() -> None:
    net = site({"/a": answer(503)})
    assert "(503)" in reason(visit(net))
    assert net.targets() == ["/a"] * 3


@pytest.mark.parametrize("told", ["3600", "date"])
def test_a_site_that_wants_to_be_left_alone_is(told: str) -> None:
    net = Net()
    later = formatdate(net.now + 3600, usegmt=True) if told == "date" else told
    net.add("gazette.example", {"/a": answer(503, Retry_After=later), "/b": "words"})
    visitor = Visitor(Manners(), net.world())
    assert reason(visitor.visit(GAZETTE + "/a")) == "the site is busy and asks to be left alone for 60 minutes"
    assert "left alone" in reason(visitor.visit(GAZETTE + "/b"))
    assert net.targets() == ["/a"]


def test_a_broken_line_is_tried_again() -> None:
    answers = [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nwor", answer(200, "words")]
    assert data(visit(site({"/a": lambda asked: answers.pop(0)}))) == b"words"


def test_slow_tries_share_one_time_limit() -> None:
    net = Net()

    def slow(asked: Asked) -> bytes:
        net.now += 25
        return answer(302, Location=asked.target + "x")

    net.sites["gazette.example"] = lambda asked: answer(404) if "robots" in asked.target else slow(asked)
    net.names["gazette.example"] = [["93.184.215.14"]]
    assert "too slow" in reason(visit(net))
    assert len(net.targets()) == 3


# -- copies ----------------------------------------------------------------------------------


def conditional(asked: Asked) -> bytes:
    if asked.headers.get("If-None-Match") == '"1"' or "If-Modified-Since" in asked.headers:
        return answer(304)
    return answer(200, "words", ETag='"1"', Content_Type="text/plain; charset=utf-8")


def again(net: Net, folder: Path, later: float = 60.0, **manners: object) -> Document | Unreadable:
    net.now += later
    return visit(net, manners=Manners(cache=folder, pause=0, **manners))  # type: ignore[arg-type]


def test_what_has_not_changed_is_not_sent_again(tmp_path: Path) -> None:
    net = site({"/a": conditional})
    first = again(net, tmp_path)
    assert data(first) == b"words"
    assert again(net, tmp_path) == first
    assert again(net, tmp_path) == first
    assert [asked.headers.get("If-None-Match") for asked in net.asked if asked.target == "/a"] == [None, '"1"', '"1"']


def test_a_date_does_as_well(tmp_path: Path) -> None:
    page = answer(200, "words", Last_Modified="Mon, 02 Nov 2026 10:00:00 GMT")
    net = site({"/a": lambda asked: answer(304) if "If-Modified-Since" in asked.headers else page})
    assert data(again(net, tmp_path)) == data(again(net, tmp_path)) == b"words"


@pytest.mark.parametrize("tag", ['"\xe9"', '"' + "x" * 5_000 + '"'])
def test_a_tag_that_cannot_be_sent_back_is_not(tmp_path: Path, tag: str) -> None:
    net = site({"/a": answer(200, "words", ETag=tag)})
    assert data(again(net, tmp_path)) == data(again(net, tmp_path)) == b"words"
    assert not any("If-None-Match" in asked.headers for asked in net.asked)


@pytest.mark.parametrize(
    ("caching", "later", "asked"),
    [
        ("max-age=600", 60, 1),
        ("public, MAX-AGE=600", 599, 1),
        ("max-age=600", 601, 2),
        ("max-age=31536000", 80_000, 1),
        ("max-age=31536000", 90_000, 2),  # a day at most
        ("max-age=600, no-cache", 60, 2),
        ("no-store, max-age=600", 60, 2),
        ("s-maxage=600", 60, 2),  # for caches that many share
        ("max-age=0", 60, 2),
        ("max-age=600", -60, 2),  # the clock was set back
    ],
)
def test_how_long_a_copy_holds(tmp_path: Path, caching: str, later: float, asked: int) -> None:
    net = site({"/a": answer(200, "words", Cache_Control=caching)})
    assert data(again(net, tmp_path)) == data(again(net, tmp_path, later)) == b"words"
    assert len(net.targets()) == asked


def test_the_time_that_a_copy_was_on_its_way_counts(tmp_path: Path) -> None:
    net = site({"/a": answer(200, "words", Cache_Control="max-age=600", Age="590")})
    assert data(again(net, tmp_path)) == data(again(net, tmp_path)) == b"words"
    assert len(net.targets()) == 2


def test_the_same_address_twice_in_a_run_is_asked_once(tmp_path: Path) -> None:
    net = site({"/a": conditional})
    visitor = Visitor(Manners(cache=tmp_path), net.world())
    assert visitor.visit(GAZETTE + "/a") == visitor.visit(GAZETTE + "/a")
    assert net.targets() == ["/a"]


def test_copies_from_inside_are_not_for_those_who_may_not_go_there(tmp_path: Path) -> None:
    net = Net(names={"gazette.example": [["10.0.0.1"]]})
    net.add("gazette.example", {"/a": answer(200, "words", Cache_Control="max-age=600")})
    assert data(again(net, tmp_path, allow_private=True))
    assert "not on the open net" in reason(again(net, tmp_path))


def test_a_page_that_fails_later_is_not_taken_from_its_copy(tmp_path: Path) -> None:
    pages: dict[str, object] = {"/a": conditional}
    net = site(pages)
    assert data(again(net, tmp_path))
    pages["/a"] = answer(410)
    assert "taken away" in reason(again(net, tmp_path))


# -- many ------------------------------------------------------------------------------------


def test_results_come_in_the_order_of_the_addresses() -> None:
    """The first site answers only when another has answered five times: they are asked side by side, each once at a time."""
    gate = threading.Event()
    busy: set[str] = set()

    def visit(address: str) -> Unreadable:
        host = address.split("/")[2]
        assert host not in busy
        busy.add(host)
        if host == "slow.example":
            assert gate.wait(30)
        if address.endswith("/5"):
            gate.set()
        busy.discard(host)
        return Unreadable(address, "read")

    addresses = ["http://slow.example/", *(f"http://quick.example/{n}" for n in range(1, 40)), "http://slow.example/again"]
    assert [found.origin for found in in_order(addresses, visit) if isinstance(found, Unreadable)] == addresses


def test_not_more_is_fetched_than_is_wanted_soon() -> None:
    seen: list[str] = []

    def note(address: str) -> Unreadable:
        seen.append(address)
        return Unreadable(address, "read")

    results = in_order([f"http://site{n}.example/" for n in range(100)], note)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert len(seen) <= 18


def test_our_own_faults_rise_where_the_result_is_wanted() -> None:
    def fault(address: str) -> Unreadable:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(in_order(["http://a.example/"], fault))
