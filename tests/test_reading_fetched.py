"""What came with a document over the network speaks where the document itself is silent: its charset, and its address."""

from __future__ import annotations

from samestory.model import Article, Told
from samestory.reading import read_bytes
from samestory.reading.encoding import decode

ADDRESS = "https://gazette.example/2026/rain"
PAGE = (
    "<html><head>{head}</head><body><article><h1>Rain in Ostwick</h1><p>It rained all day in Ostwick and the river rose by two metres, "
    "the mayor {name} said.</p><p>Three roads were closed, and a <a href='/bridge'>bridge</a> was under water.</p></article></body></html>"
)


def one(data: bytes, charset: str | None = None) -> Article:
    (article,) = read_bytes(data, "given", address=ADDRESS, charset=charset)
    assert isinstance(article, Article)
    return article


def test_the_header_speaks_before_the_page() -> None:
    data = PAGE.format(head='<meta charset="windows-1252">', name="Łucja Dąb").encode("iso-8859-2")
    assert "Łucja Dąb" in one(data, "iso-8859-2").text


def test_a_header_that_is_wrong_about_utf_8_is_not_believed() -> None:
    assert "Łucja Dąb" in one(PAGE.format(head="", name="Łucja Dąb").encode(), "iso-8859-1").text


def test_a_byte_order_mark_is_believed_first() -> None:
    assert decode("Łucja".encode("utf-16"), "utf-8") == "Łucja"


def test_a_charset_that_nobody_knows_is_passed_over() -> None:
    assert "Jos\u00e9" in one(PAGE.format(head="", name="Jos\u00e9").encode("cp1252"), "x-none\u00e9").text


def test_the_page_speaks_for_its_own_address() -> None:
    told = '<link rel="canonical" href="https://gazette.example/rain">'
    assert one(PAGE.format(head=told, name="Jo Marsh").encode()).url == "https://gazette.example/rain"


def test_a_page_without_an_address_of_its_own_has_the_one_it_came_from() -> None:
    article = one(PAGE.format(head="", name="Jo Marsh").encode())
    assert (article.origin, article.url) == ("given", ADDRESS)
    assert Told("url", "address:final") in article.told
    assert [link.url for link in article.links] == ["https://gazette.example/bridge"]


def test_a_text_has_the_address_it_came_from() -> None:
    assert one(b"Rain in Ostwick\n\nIt rained all day.\n").url == ADDRESS


def test_links_of_a_feed_are_whole() -> None:
    item = b"<item><title>Rain</title><link>/rain</link><description>It rained all day.</description></item>"
    feed = b"<rss version='2.0'><channel><title>Gazette</title>" + item + b"</channel></rss>"
    assert one(feed).url == "https://gazette.example/rain"
