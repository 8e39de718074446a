"""Web archives: every page is read, every damaged record named, and nothing else is an article."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from dataclasses import replace

import brotli
import pytest
from backports import zstd

from samestory.model import Article, Unreadable
from samestory.reading import read_bytes
from warc_builder import INFO, Saved, by_frame, by_record, head, in_blocks, over_all, page, pages, plain

Packing = Callable[[list[bytes]], bytes]
PACKINGS = (plain, by_record, over_all, by_frame, in_blocks)
NAME = "crawl.warc.gz"
PACKED = gzip.compress(page(1), mtime=0)


def found(data: bytes, name: str = NAME) -> tuple[list[Article], list[Unreadable]]:
    documents = list(read_bytes(data, name))
    return [one for one in documents if isinstance(one, Article)], [one for one in documents if isinstance(one, Unreadable)]


def numbers(articles: list[Article]) -> list[int]:
    return [int(str(article.url).rsplit("/", 1)[1]) for article in articles]


@pytest.mark.parametrize("packing", PACKINGS)
def test_every_page_is_an_article(packing: Packing) -> None:
    articles, unreadable = found(packing(pages(30)))
    assert not unreadable
    assert numbers(articles) == list(range(1, 31))
    assert articles[0].origin == f"{NAME}#2"
    assert "Pier 7 at Wexley reopened" in articles[6].text
    assert len({article.id for article in articles}) == 30


def test_what_is_no_page_is_passed_over() -> None:
    saved = Saved(page(1))
    others = [
        replace(saved, status="301 Moved Permanently"),
        replace(saved, status="404 Not Found"),
        replace(saved, media="image/png"),
        replace(saved, media="application/json"),
        replace(saved, kind="request"),
        replace(saved, kind="revisit"),
        replace(saved, media=None, body=b"\x89PNG...."),
    ]
    articles, unreadable = found(by_record([INFO, *(other.record() for other in others), saved.record()]))
    assert len(articles) == 1
    assert not unreadable
    nothing, (said,) = found(by_record([INFO, others[0].record()]))
    assert not nothing
    assert "no page" in said.reason


def test_a_page_without_a_type_and_a_bare_page_are_pages() -> None:
    body = page(1)
    bare = head("resource", len(body), "WARC-Target-URI: https://wexley.example/1\r\nContent-Type: text/html\r\n") + body + b"\r\n\r\n"
    articles, unreadable = found(plain([Saved(page(2), media=None, address="<https://wexley.example/2>").record(), bare]))
    assert numbers(articles) == [2, 1]
    assert not unreadable


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress(page(1))),
        ("Content-Encoding: deflate\r\n", zlib.compress(page(1))),
        ("Content-Encoding: deflate\r\n", zlib.compress(page(1))[2:-4]),
        ("Content-Encoding: br\r\n", brotli.compress(page(1))),
        ("Content-Encoding: zstd\r\n", zstd.compress(page(1))),
        ("Content-Encoding: gzip\r\n", page(1)),
        ("content-encoding: GZIP, br\r\n", brotli.compress(gzip.compress(page(1)))),
        ("Transfer-Encoding: chunked\r\n", b"5;a=b\r\n" + page(1)[:5] + b"\r\n%x\r\n" % len(page(1)[5:]) + page(1)[5:] + b"\r\n0\r\n\r\n"),
        ("Transfer-Encoding: chunked\r\n", page(1)),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", b"%X\r\n%b\r\n0\r\n\r\n" % (len(PACKED), PACKED)),
    ],
)
def test_a_body_is_read_as_the_server_meant_it(fields: str, body: bytes) -> None:
    (article,), unreadable = found(plain([Saved(body, fields=fields).record()]))
    assert not unreadable
    assert "Pier 1 at Wexley reopened" in article.text


@pytest.mark.parametrize(
    ("fields", "body", "words"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress(page(1))[:-30], "cut off"),
        ("Content-Encoding: br\r\n", brotli.compress(page(1))[:-30], "cut off"),
        ("Content-Encoding: br\r\n", b"\xff" * 100, "damaged"),
        ("Content-Encoding: compress\r\n", page(1), "compress"),
        ("Content-Encoding: gzip,gzip,gzip,gzip\r\n", page(1), "three times"),
        ("Transfer-Encoding: chunked\r\n", b"ffff\r\n" + page(1), "chunks"),
        ("Content-Encoding: gzip\r\n", gzip.compress(bytes(20_000_000)), "too large"),
        ("Content-Encoding: br\r\n", brotli.compress(bytes(20_000_000)), "too large"),
        ("Content-Encoding: deflate\r\n", zlib.compress(bytes(20_000_000)), "too large"),
        ("Content-Encoding: zstd\r\n", zstd.compress(bytes(20_000_000)), "too large"),
        ("", b"  ", "empty"),
        ("", bytes(range(256)) * 20, "binary"),
    ],
)
def test_a_body_that_cannot_be_read_is_named(fields: str, body: bytes, words: str) -> None:
    articles, (said,) = found(plain([INFO, Saved(body, fields=fields).record()]))
    assert not articles
    assert words in said.reason
    assert said.origin == f"{NAME}#2"


def test_the_charset_of_the_server_counts_where_the_page_is_silent() -> None:
    body = page(1).decode().replace('<meta charset="utf-8">', "").replace("Wexley", "Łódź").encode("iso-8859-2")
    (article,), _ = found(plain([Saved(body, media='text/html; charset="ISO-8859-2"').record()]))
    assert "Pier 1 at Łódź" in article.text


@pytest.mark.parametrize("packing", [by_record, by_frame])
@pytest.mark.parametrize("at", [0, 12, 60, 200, -30, -4])
def test_a_damaged_byte_costs_its_own_record_only(packing: Packing, at: int) -> None:
    records = pages(40)
    packed = [packing([record]) for record in records]
    broken = bytearray(packed[20])
    broken[at] ^= 0xFF
    articles, unreadable = found(b"".join((*packed[:20], bytes(broken), *packed[21:])))
    assert [number for number in range(1, 41) if number not in numbers(articles)] in ([20], [])
    assert numbers(articles) == sorted(numbers(articles))
    if len(articles) < 40:
        (said,) = unreadable
        assert said.origin == f"{NAME}#21"
        assert f"{sum(map(len, packed[:20])):,}" in said.reason


def test_a_damaged_record_of_an_unpacked_archive_is_passed_over() -> None:
    records = pages(30)
    place = f"at byte {sum(map(len, records[:10])):,}"
    for broken in (
        b"xx" + records[10][2:],
        records[10].replace(b"Content-Length: ", b"Content-Length: x"),
        records[10].replace(b"Content-Length: ", b"Content-Length: 9"),
        records[10].replace(b"Content-Length: ", b"Content-Length: 99999"),
        records[10].replace(b"Content-Length: ", b"Content-Lengtx: "),
        records[10][:300],
        records[10][:40] + b"\r\n",
        b"\r\n" + b"\x07" * 200_000 + b"\r\n",
    ):
        articles, (said,) = found(plain([*records[:10], broken, *records[11:]]), "crawl.warc")
        assert numbers(articles) == [*range(1, 10), *range(11, 31)]
        assert said.origin == "crawl.warc#11"
        assert "damaged" in said.reason
        assert place in said.reason or broken[:1] == b"\r"


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_cut_off_tail_is_named(packing: Packing) -> None:
    data = packing(pages(10))
    for cut in (20, 90):
        articles, (said,) = found(data[:-cut])
        assert numbers(articles) == list(range(1, 10))[: len(articles)]
        assert len(articles) == 9 or packing is over_all  # so alike that a few bytes tell several
        assert "cut off" in said.reason


def test_damage_in_one_gzip_over_all_keeps_what_came_before() -> None:
    data = bytearray(over_all(pages(3000)))
    data[len(data) // 2] ^= 0xFF
    articles, unreadable = found(bytes(data))
    assert len(articles) + len(unreadable) > 100
    assert unreadable


def test_damage_in_blocks_costs_the_records_around_it() -> None:
    records = pages(200)
    data = bytearray(in_blocks(records))
    data[len(data) // 2] ^= 0xFF
    articles, unreadable = found(bytes(data))
    assert len(articles) >= 197
    assert 1 <= len(unreadable) <= 2


def test_records_between_garbage_are_found() -> None:
    packed = [by_record([record]) for record in pages(6)]
    articles, unreadable = found(b"".join((*packed[:3], b"\0\x1f\x8b\x08 garbage" * 50, *packed[3:])))
    assert numbers(articles) == [1, 2, 3, 4, 5, 6]
    assert len(unreadable) == 1


def test_a_first_record_that_is_damaged_does_not_hide_the_archive() -> None:
    packed = [by_record([record]) for record in pages(5)]
    for at in (0, 1, 3, 30):
        articles, (said,) = found(packed[0][:at] + b"\xff" + packed[0][at + 1 :] + b"".join(packed[1:]))
        assert numbers(articles) == [1, 2, 3, 4, 5]
        assert said.origin == f"{NAME}#1"


def test_too_large_a_page_is_named_and_too_large_a_film_passed_over() -> None:
    large = b"<html>" + b"pier " * 4_000_000
    for packing in PACKINGS[:4]:
        articles, (said,) = found(packing([*pages(1), Saved(large).record(), Saved(large, media="video/mp4").record(), *pages(2)[2:]]))
        assert numbers(articles) == [1, 2]
        assert said.origin == f"{NAME}#3"
        assert "larger than 16 MB" in said.reason


def test_a_length_that_reaches_over_everything_costs_one_record() -> None:
    records = pages(20)
    records[5] = records[5].replace(b"Content-Length: ", b"Content-Length: 99999999")
    for packing in PACKINGS:
        articles, unreadable = found(packing(records))
        assert len(articles) == 19
        assert [said.origin for said in unreadable] == [f"{NAME}#6"]


def test_an_endless_head_is_named_and_the_next_record_read() -> None:
    endless = b"WARC/1.0\r\nWARC-Type: " + b"a" * 3_000_000 + b"\r\n"
    articles, (said,) = found(plain([*pages(1), endless, *pages(2)[2:]]))
    assert numbers(articles) == [1, 2]
    assert "head is longer" in said.reason


def test_an_archive_made_of_damage_is_given_up() -> None:
    articles, unreadable = found(b"WARC/1.0\nA: b\n\n" * 5000)
    assert not articles
    assert len(unreadable) == 1001
    assert "rest is not read" in unreadable[-1].reason


def test_an_archive_of_nothing_is_empty() -> None:
    _, (said,) = found(b"", "a.warc")
    assert "empty" in said.reason
