"""The places of lines in the XML of agencies lead back to the same words."""

from __future__ import annotations

import pytest
from lxml import etree

from samestory.model import Article
from samestory.reading import read_bytes
from samestory.showing.removed import rows

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>slug</title></head>
<body><body.head><hedline><hl1>Ferry runs <em>aground</em></hl1></hedline>
<dateline><location>WEXLEY</location>, March 4</dateline></body.head>
<body.content><block><p>The ferry   ran aground on
 <location>Kettle Bank</location> on Tuesday.</p><!-- a note -->
<p>Nobody was <b>hurt</b>.</p><p>Nobody was <b>hurt</b>.</p>
<media><media-caption><p>The ferry \U0001f6a2 at dawn.</p></media-caption></media></block></body.content></body></nitf>"""
NEWSML = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:x">
<contentMeta><headline>Ferry runs aground</headline></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>
<div>Loose words before <p>The ferry ran aground.</p> and after</div>
<ul><li>One</li><li>Two</li></ul></body></html></inlineXML></contentSet></newsItem>"""


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("document", [NITF, NEWSML])
def test_every_place_gives_back_the_words(document: str) -> None:
    (article,) = read_bytes(document.encode(), "a.xml")
    assert isinstance(article, Article)
    tree = etree.fromstring(document.encode(), etree.XMLParser(remove_comments=True)).getroottree()
    assert len(article.blocks) > 3
    for block in article.blocks:
        assert block.selector, article.words(block.span)
        (element,) = tree.xpath(block.selector.xpath)
        content = "".join(element.itertext())
        assert squeezed(content[block.selector.start : block.selector.end]) == article.words(block.span)


def test_the_same_words_twice_have_two_places() -> None:
    (article,) = read_bytes(NITF.encode(), "a.xml")
    assert isinstance(article, Article)
    twice = [block.selector for block in article.blocks if article.words(block.span) == "Nobody was hurt."]
    assert len(set(twice)) == 2


def test_what_is_left_out_keeps_its_place() -> None:
    (article,) = read_bytes(NITF.encode(), "a.xml")
    assert isinstance(article, Article)
    caption = next(row for row in rows(article) if row["kind"] == "caption")
    assert caption["selector"]["value"].endswith("*")
    assert caption["selector"]["refinedBy"] == {"type": "TextPositionSelector", "start": 0, "end": 20}
