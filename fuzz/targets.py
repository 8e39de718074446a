"""What is fuzzed: for each reader a function that makes a document out of any bytes, and what must hold of all that is read.

Bytes come in; nothing goes out but an exception where the reader breaks its word. A document may be unreadable, with a reason;
it may never crash, hang, or give an article whose pieces do not fit its text.
"""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Callable
from dataclasses import dataclass

from backports import zstd

from samestory.model import Article, Unreadable
from samestory.reading import read_bytes
from samestory.showing import removed
from samestory.showing.export import article_row

SECONDS = 5.0  # of processor time for one document
MOST = 65_536  # bytes of one input


class Slow(Exception):
    """A document that took too long."""


@dataclass(frozen=True)
class Target:
    """A reader under test."""

    name: str
    document: Callable[[bytes], bytes]  # makes the fuzzer's bytes a document of its kind
    file: str  # the name it is read under
    words: tuple[str, ...] = ()  # for the fuzzer's dictionary


def _as_is(data: bytes) -> bytes:
    return data


def _page(data: bytes) -> bytes:
    return b"<!DOCTYPE html>" + data


def _packed(data: bytes) -> bytes:
    """The first three bytes choose packing and damage; the rest is packed."""
    if len(data) < 4:
        return b"\x1f\x8b" + data
    how, at, value = data[0], data[1], data[2]
    body = zstd.compress(data[3:], 1) if how & 1 else gzip.compress(data[3:], 1, mtime=0)
    if how & 2:
        body += body  # two members
    if how & 4:
        body = body[: len(body) * at // 256]
    if how & 8 and body:
        place = len(body) * at // 256
        body = body[:place] + bytes([value]) + body[place + 1 :]
    if how & 16:
        body += data[3:19]
    return body


TAGS = """<p> </p> <div> <h1> <article> <main> <nav> <aside> <figure> <figcaption> <time> <a> <ul><li> <table><tr><td> <blockquote>
<br> <span>
<script type="application/ld+json"> </script> <meta> <template> <svg> <math> <iframe> <select> <noscript> <style> <title> <base> <link>
<!-- --> <![CDATA[ ]]> &amp; &#0; &#x10FFFF; class="byline" itemprop="author" rel="author" datetime="2025-03-04" hidden=""
style="display:none"
href="//[" property="og:title" name="author" content="x" lang="en" </body> <frameset> <plaintext> <xmp> <textarea> <form>"""
JSON = """{"id":"a","text":"b"} "html" "title" "outlet" "date" "url" "byline" "language" "uri" "bodies" "contenttype" "value" "headlines"
"headline" "body_xhtml" "items" "version" "https://jsonfeed.org/version/1.1" "content_html" "authors" "name" "tags" \\ud800 \\u0000
null true
1e999 -0 [] {} [[[[ NaN"""
XML = """<?xml version="1.0"?> <rss version="2.0"> <channel> <item> <title> <description> <content:encoded> <link> <pubDate> <category>
<feed xmlns="http://www.w3.org/2005/Atom">
<entry> <content type="xhtml"> <updated> <rdf:RDF <nitf> <head> <body> <body.head> <body.content> <hedline> <hl1> <byline> <dateline>
<docdata>
<date.issue norm="20250304T073000Z"/> <newsItem> <newsMessage> <inlineXML> <contentMeta> <itemMeta>
xmlns="http://iptc.org/std/nar/2006-10-01/"
<!DOCTYPE x [<!ENTITY a "b">]> &a; &amp;amp; <![CDATA[ ]]> xml:base="/" <media> <media-caption> <p> <x:y> <!ENTITY"""
TEXT = """By/Ann/Ode #/Title |/The/Gazette Updated:/March/5,/2025 RELATED: READ/NEXT: Photo:/Ann/Ode (Reporting/by ©/2025/The/Gazette
More/in Share Follow/him/on/Twitter/@a \\r\\n \\n\\n"""
WARC = """WARC/1.0 WARC-Type:/response Content-Length:/10 Content-Type:/application/http;msgtype=response HTTP/1.1/200/OK
Content-Type:/text/html
Transfer-Encoding:/chunked Content-Encoding:/gzip WARC-Target-URI:/https://a.example/ WARC-Record-ID:/<urn:x> \\r\\n\\r\\n
0\\r\\n\\r\\n"""

PIECES: tuple[tuple[str, ...], ...] = (
    (
        *TAGS.split(),
        "The pier at Wexley reopened on Saturday.",
        "<p>The pier reopened on Saturday, she said.</p>",
        "<b>",
        "<a href=x>y</a>",
        " ",
        "x",
    ),
    (
        *(word.replace("/", " ") for word in TEXT.split()),
        "\n",
        "\r\n\r\n",
        " ",
        "x",
        "A",
        "1",
        ".",
        "(",
        '"',
        "@",
        "The pier reopened. ",
        "By Ann Ode\n",
    ),
    (*JSON.split(), "{", "[", '"', ",", ":", "\n", '{"text": "The pier reopened."}', "\\", "x"),
    (
        *XML.split(),
        "<item><title>Pier</title><description>It reopened.</description></item>",
        "<p>The ferry ran aground.</p>",
        "&lt;p&gt;",
        "x",
    ),
)
FILES = ("a.html", "a.txt", "a.jsonl", "a.xml")
LARGE = 1_000_000


def _large(data: bytes) -> bytes:
    """A long document by recipe: a byte chooses the kind, then each pair a piece and how often it stands in a row."""
    pieces = PIECES[data[0] % len(PIECES)] if data else PIECES[0]
    made, size = [], 0
    for which, often in zip(data[1::2], data[2::2], strict=False):
        piece = pieces[which % len(pieces)]
        run = piece * min(often * often, (LARGE - size) // len(piece))
        made.append(run)
        size += len(run)
    return "".join(made).encode("utf-8", "replace")


TARGETS = {
    target.name: target
    for target in (
        Target("page", _page, "a.html", tuple(TAGS.split())),
        Target("text", _as_is, "a.txt", tuple(word.replace("/", " ") for word in TEXT.split())),
        Target("rows", _as_is, "a.jsonl", tuple(JSON.split())),
        Target("feed", _as_is, "a.xml", tuple(XML.split()) + tuple(TAGS.split())),
        Target("wire", _as_is, "a.xml", tuple(XML.split())),
        Target("warc", _as_is, "a.warc", tuple(WARC.split()) + tuple(TAGS.split())[:8]),
        Target("parquet", _as_is, "a.parquet"),
        Target("large", _large, ""),
        Target("packed", _packed, "a.jsonl.gz", tuple(JSON.split())),
    )
}


def one(target: Target, data: bytes) -> None:
    """Read one document and hold what comes out against what must hold."""
    document = target.document(data[:MOST])
    began = time.process_time()
    found = list(read_bytes(document, target.file or FILES[data[0] % len(FILES) if data else 0]))
    for result in found:
        check(result)
    took = time.process_time() - began
    if took > SECONDS:
        raise Slow(f"{took:.1f} s of processor time for {len(document)} bytes")


def check(result: Article | Unreadable) -> None:
    """What must hold of everything that is read."""
    if isinstance(result, Unreadable):
        assert result.reason
        result.reason.encode()
        result.origin.encode()
        return
    assert isinstance(result, Article)
    json.dumps(article_row(result), ensure_ascii=False).encode()
    at = 0
    for block in result.blocks:
        assert at <= block.span.start < block.span.end <= len(result.text), block
        assert result.words(block.span).strip(), block
        assert block.selector is None or block.selector.start < block.selector.end, block
        at = block.span.end
    for link in result.links:
        assert 0 <= link.span.start < link.span.end <= len(result.text), link
    told = {one.field for one in result.told}
    for name in ("title", "byline", "outlet", "published", "modified", "section", "url"):
        value = getattr(result, name)
        assert value is None or value == () or (value and name in told), (name, value, result.told)
    assert not [row for row in removed.rows(result) if row["why"].startswith("a rule without words")]
