"""robots.txt: the examples of RFC 9309, and what else is met on the net."""

from __future__ import annotations

import time

import pytest

from samestory.fetching.robots import parse

AGENT = "samestory/1.0 (a tool)"


def forbids(text: str, target: str) -> str | None:
    rule = parse(text.encode(), AGENT).forbids(target)
    return rule.line if rule else None


@pytest.mark.parametrize(
    ("text", "target", "forbidden"),
    [
        ("", "/a", False),
        ("User-agent: *\nDisallow:", "/a", False),
        ("User-agent: *\nDisallow: /", "/a", True),
        ("User-agent: *\nDisallow: /", "/robots.txt", False),
        ("user-AGENT :  SameStory \n disallow: /a", "/a/b", True),
        ("User-agent: samestory/2.0\nDisallow: /", "/a", True),
        ("User-agent: samestory-news\nDisallow: /", "/a", False),
        ("User-agent: same\nDisallow: /", "/a", False),
        ("\ufeffUser-agent: *\r\nDisallow: /a\r\n", "/a", True),
        ("User-agent: *\rDisallow: /a", "/a", True),
        ("Disallow: /", "/a", False),  # for nobody
        ("User-agent: *\nDisallow: / # all of it", "/a", True),
        ("User-agent: *\nDisallow: /\nUser-agent: samestory\nAllow: /", "/a", False),  # its own group alone counts
        ("User-agent: samestory\nDisallow: /a\nUser-agent: *\nDisallow: /b\nUser-agent: samestory\nDisallow: /c", "/c", True),
        ("User-agent: samestory\nDisallow: /a\nUser-agent: *\nDisallow: /b", "/b", False),
        ("User-agent: other\nUser-agent: samestory\nDisallow: /a", "/a", True),
        (
            "User-agent: samestory\n\nSitemap: /s\n\nUser-agent: other\nDisallow: /a",
            "/a",
            True,
        ),  # what is not of the standard parts nothing
        ("User-agent: *\nCrawl-delay: 3\n\nUser-agent: other\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", False),  # the longest decides
        ("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", False),  # as long: allowed
        ("User-agent: *\nDisallow: /a/*/c$", "/a/b/c", True),
        ("User-agent: *\nDisallow: /a/*/c$", "/a/b/c?d", False),
        ("User-agent: *\nDisallow: *.pdf$", "/a/b.pdf", True),
        ("User-agent: *\nDisallow: /a*b*a$", "/aba", True),
        ("User-agent: *\nDisallow: /ab*ba$", "/aba", False),
        ("User-agent: *\nDisallow: /*?print=", "/a?print=1", True),
        ("User-agent: *\nDisallow: /A", "/a", False),
        ("User-agent: *\nDisallow: /%61", "/a", True),
        ("User-agent: *\nDisallow: /ü", "/%C3%BC", True),
        ("User-agent: *\nDisallow: /%c3%bc", "/%C3%BC", True),
        ("User-agent: *\nDisallow: /a%2fb", "/a/b", False),  # not the same path
        ("User-agent: *\nDisallow: /a%2ab", "/a*b", True),
        ("User-agent: *\nDisallow: /a$b", "/a$b/c", True),
        ("<html><body>User-agent: * Disallow: /</body></html>", "/a", False),
    ],
)
def test_rules(text: str, target: str, forbidden: bool) -> None:
    assert bool(forbids(text, target)) == forbidden


def test_the_rule_is_told() -> None:
    assert forbids("User-agent: *\nDisallow: /a/*/print", "/a/b/print") == "Disallow: /a/*/print"


def test_delays() -> None:
    text = b"User-agent: *\nCrawl-delay: 9\nUser-agent: samestory\nCrawl-delay: 2.5\nCrawl-delay: soon\nDisallow: /x"
    assert parse(text, AGENT).delay == 2.5
    assert parse(text, "other").delay == 9


def test_a_name_that_robots_txt_cannot_call() -> None:
    assert parse(b"User-agent: *\nDisallow: /", "007").forbids("/a")


def test_no_pattern_makes_it_slow() -> None:
    text = "User-agent: *\n" + "Disallow: /" + "a*" * 100_000 + "b$\n" + "Disallow: /*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b$\n" * 5_000
    start = time.process_time()
    assert forbids(text, "/" + "a" * 7_000) is None
    assert time.process_time() - start < 2
