"""Documents made to take the time or the memory of the machine are refused before anything is made of them."""

from __future__ import annotations

import time

import pytest

from samestory.model import Article, Unreadable
from samestory.reading import read_bytes
from samestory.reading.limits import check_markup

RSS = b'<?xml version="1.0"?><rss version="2.0"><channel>'
ITEM = b"<item><title>Pier</title><description>The pier at Wexley reopened on Saturday.</description></item>"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"[" + b"{}," * 1_000_000 + b"{}]", "200,000 objects"),
        (b'{"text": "a", "x": [' + b"[]," * 1_000_000 + b"0]}", "200,000 objects"),
        (b'{"version":"https://jsonfeed.org/version/1","items":[' + b"{}," * 1_000_000 + b"{}]}", "200,000 objects"),
        (RSS + b"<item><title>a</title></item>" * 200_000, "150,000 tags"),
        (RSS + b"<item/>" * 30_000, "20,000 entries"),
        (RSS + b"<a>" * 100_000, "200 elements inside"),
        (RSS + b"<a " + b" ".join(b'a%d="1"' % number for number in range(10_000)) + b">", "5,000 attributes"),
        (b"<p " + " ".join(map(chr, (*range(0x4E00, 0x9E00), *range(0xAC00, 0xD700)))).encode() + b">Pier", "5,000 attributes"),
        (b"<nitf><body><body.content>" + b"<p>a</p>" * 200_000, "150,000 tags"),
        (b"a" + b"\n" * 900_000 + b"b", "100,000 lines"),
        (("a \u2028" * 600_000).encode("utf-16"), "1,000,000 characters"),
        (b'{"text": "' + b"pier " * 300_000 + b'"}', "1,000,000 characters"),
        (RSS + b"<item><description>" + b"a &amp;lt;p " * 400_000 + b"</description></item></channel></rss>", "1,000,000 characters"),
    ],
)
def test_it_is_refused_soon(data: bytes, words: str) -> None:
    began = time.process_time()
    found = list(read_bytes(data, "a"))
    assert isinstance(found[-1], Unreadable)
    assert words in found[-1].reason
    assert time.process_time() - began < 5


def test_a_long_feed_is_read() -> None:
    found = list(read_bytes(RSS + ITEM * 300 + b"</channel></rss>", "a"))
    assert [type(one) for one in found] == [Article] * 300


def test_markup_in_sections_is_not_counted() -> None:
    text = "<rss>" + "<![CDATA[" + "<p>a" * 200_000 + "]]><b/>" + "<![CDATA[" + "</rss>"
    assert check_markup(text) == text


def test_openings_without_an_end_cost_no_time() -> None:
    head = b"HTTP/1.1 200 OK\r\n\r\n"
    body = b"<!---->" * 4000 + b"x"
    fields = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
    record = fields % len(head + body) + head + body + b"\r\n" * 500_000
    assert [type(one) for one in read_bytes(record, "a.warc")] == [Unreadable]
    assert [type(one) for one in read_bytes(b"<rss>" + b"<!DOCTYPE[" * 1900, "feed.xml")] == [Unreadable]


def test_a_feed_that_its_parser_stumbles_over_is_unreadable() -> None:
    found = list(read_bytes(b"<rss><item<channel<link</</item</link></rss>", "feed.xml"))
    assert [type(one) for one in found] == [Unreadable]
