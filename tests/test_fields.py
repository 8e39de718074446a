"""Headline, outlet, section, address and language of a page."""

from __future__ import annotations

import pytest

from page_maker import linked, meta, script, told, tree, where
from samestory.reading import fields, metadata

CANONICAL = '<link rel="canonical" href="https://www.harbourledger.example/2025/pier">'


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (linked(headline="Pier reopens") + meta("og:title", "Pier is open"), "", "Pier reopens"),
        (linked(headline="placeholder") + meta("og:title", "Pier reopens") + "<title>Pier reopens</title>", "", "Pier reopens"),
        (linked(headline="Pier &amp;amp; <em>harbour</em>"), "", "Pier & harbour"),
        (meta("og:title", "Pier reopens") + "<title>Other</title>", "<h1>Other</h1>", "Pier reopens"),
        ("<title>Pier reopens | Harbour Ledger</title>", "<h1>Harbour Ledger</h1><h1>Pier reopens</h1>", "Pier reopens"),
        ("<title>Pier reopens after two years</title>", "<h1>News</h1>", "Pier reopens after two years"),
        ("<title>Pier reopens</title>", "", "Pier reopens"),
        ("", "<h1>Pier reopens</h1>", "Pier reopens"),
        ("", "", None),
    ],
)
def test_titles(head: str, body: str, title: str | None) -> None:
    assert told(head, body).title == title


@pytest.mark.parametrize(
    ("title", "outlet", "left"),
    [
        ("Pier reopens | The Ledger", "The Ledger", "Pier reopens"),
        ("Pier reopens - Wexley - Ledger - News for the coast", "Ledger", "Pier reopens - Wexley"),
        ("Pier reopens – Read The Ledger", "The Ledger", "Pier reopens"),
        ("Ledger | Pier reopens", "Ledger", "Ledger | Pier reopens"),
        ("Pier reopens", "The Ledger", "Pier reopens"),
        ("Pier reopens | The Ledger", None, "Pier reopens | The Ledger"),
        ("", "The Ledger", ""),
    ],
)
def test_the_outlet_is_cut_from_a_title(title: str, outlet: str | None, left: str) -> None:
    assert fields.without_outlet(title, outlet) == left


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (meta("og:site_name", "Harbour Ledger"), "Harbour Ledger"),
        (meta("og:site_name", "harbourledger.example") + linked(publisher={"name": "Harbour Ledger"}), "Harbour Ledger"),
        (meta("og:site_name", "harbourledger.example") + linked(publisher={"name": "Coast Holding"}), "harbourledger.example"),
        (meta("og:site_name", "harbourledger") + linked(publisher={"name": "Harbour Ledger"}), "Harbour Ledger"),
        (meta("og:site_name", "Harbour Ledger | News for the coast"), "Harbour Ledger"),
        (meta("og:site_name", "News for the coast - Harbour Ledger"), "Harbour Ledger"),
        (meta("og:site_name", "Harbour Ledger (www.harbourledger.example)"), "Harbour Ledger"),
        (meta("og:site_name", "Home") + linked(publisher="Harbour Ledger"), "Harbour Ledger"),
        ("<title>Pier reopens - The Harbour Ledger</title>", "The Harbour Ledger"),
        ("<title>Pier reopens - Fishing</title>", None),
        ("<title>Pier reopens | harbourledger.example</title>", None),
        (meta("og:site_name", "U.S.") + "<title>Pier reopens - Harbour Ledger</title>", "Harbour Ledger"),
        (meta("og:site_name", "First with the news") + linked(publisher="Harbour Ledger"), "Harbour Ledger"),
        (meta("og:site_name", "Coast Daily") + linked(publisher="Coast Holding"), "Coast Daily"),
        (script({"@type": "WebSite", "name": "Harbour Ledger"}), "Harbour Ledger"),
        (meta("og:site_name", "@ledger"), None),
        (meta("og:site_name", "x" * 200), None),
        ("", None),
    ],
)
def test_outlets(head: str, outlet: str | None) -> None:
    assert told(CANONICAL + head).outlet == outlet


@pytest.mark.parametrize(
    ("name", "host", "fits"),
    [
        ("The New York Times", "nytimes", True),
        ("Los Angeles Times", "latimes", True),
        ("Evening Standard", "standard", True),
        ("NationNews Barbados", "nationnews", True),
        ("Ledger 15 Virtual Harbour for Ships and Boats", "ledger", False),
        ("Últimas Noticias", "ultimasnoticias", True),
        ("RT International", "rt", True),
        ("Weather", "wsvn", False),
        ("", "wsvn", False),
        ("Ledger", "", False),
    ],
)
def test_an_address_made_of_a_name(name: str, host: str, fits: bool) -> None:
    assert fields.fits(name, host) is fits


@pytest.mark.parametrize(
    ("head", "section"),
    [
        (linked(articleSection="Harbour") + meta("article:section", "News"), "Harbour"),
        (linked(articleSection=["Harbour", "Coast"]), "Harbour"),
        (linked(articleSection="Harbour,Coast,slider"), "Harbour"),
        (meta("article:section", "Uncategorized") + meta("parsely-section", "Harbour"), "Harbour"),
        (meta("article:section", "https://ledger.example/harbour"), None),
        (meta("article:section", "Harbour Ledger") + meta("og:site_name", "harbour ledger"), None),
        (
            script(
                {
                    "@type": "BreadcrumbList",
                    "itemListElement": [
                        {"position": 1, "name": "Home"},
                        {"position": 2, "item": {"name": "Harbour"}},
                        {"position": 3, "item": {"name": "Pier reopens"}},
                    ],
                }
            ),
            "Harbour",
        ),
        (script({"@type": "BreadcrumbList", "itemListElement": [7, None, {"item": 7}]}), None),
        ("", None),
    ],
)
def test_sections(head: str, section: str | None) -> None:
    assert told(head).section == section


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (CANONICAL, "https://www.harbourledger.example/2025/pier"),
        ('<link rel="canonical" href="https://l.example/">' + meta("og:url", "https://l.example/pier"), "https://l.example/pier"),
        ('<link rel="canonical" href="/pier">' + meta("og:url", "https://l.example/pier?a=1"), "https://l.example/pier"),
        ('<link rel="author" href="https://social.example/+ledger">' + meta("og:url", "https://l.example/pier"), "https://l.example/pier"),
        (linked(mainEntityOfPage={"@id": "https://l.example/pier"}), "https://l.example/pier"),
        ('<link rel="canonical" href="http://localhost/a">', None),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ('<link rel="canonical" href="https://[::1">', None),
        ("", None),
    ],
)
def test_addresses(head: str, url: str | None) -> None:
    assert told(head).url == url


def test_a_language_is_told_unless_the_page_contradicts_itself() -> None:
    assert told("", html='lang="en-GB"').language == "en"
    assert told(linked(inLanguage="de-AT")).language == "de"
    assert told(linked(inLanguage="de-AT"), html='lang="en"').language is None


def test_each_field_says_where_it_was_found() -> None:
    head = linked(
        headline="Pier reopens", author="Ann Ode", datePublished="2025-03-04", dateModified="2025-03-05", articleSection="Harbour"
    )
    found = told(CANONICAL + head + meta("og:site_name", "Harbour Ledger"), html='lang="en"')
    assert where(found) == {
        "title": "json-ld:headline",
        "byline": "json-ld:author",
        "outlet": "meta:og:site_name",
        "published": "json-ld:datePublished",
        "modified": "json-ld:dateModified",
        "section": "json-ld:articleSection",
        "language": "page:html-lang",
        "url": "page:link-canonical",
    }
    assert where(told()) == {}


TRAPS = {
    "metas": '<meta name="author" content="Ann Ode">' * 50_000,
    "metas of many names": "".join(f'<meta name="n{n}" content="{n}">' for n in range(20_000)),
    "long values": f'<meta property="og:title" content="{"Pier - " * 200_000}">',
    "nested items": "<div itemprop=author>" * 4_000,
    "nested scopes": '<div itemscope itemtype="http://schema.org/Article" itemprop="comment">' * 5_000 + "<i itemprop=author>",
    "nested headlines": "<h1>" * 20_000 + "Pier",
    "times": '<time datetime="2025-03-04T20:30:00Z">x</time>' * 20_000,
    "control characters": meta("og:title", "\x00\x01Pier\x1f reopens\x7f") + script('{"@type": "Article", "headline": "\x00Pier\x0b"}'),
    "half characters": script(
        '{"@type": "NewsArticle", "headline": "Pier \\ud800", "author": "Ann \\udc00", "url": "https://l.example/\\ud800"}'
    ),
    "wrong types": script(
        '{"@type": "NewsArticle", "headline": {}, "author": [[["Ann"]]], "publisher": [7], "articleSection": {}, "url": []}'
    ),
    "big script": '<script type="application/json">' + '{"publishedDate": "2025-03-04' * 60_000 + "</script>",
    "deep script": '<script type="application/ld+json">' + '{"mainEntity":' * 50_000 + "</script>",
    "itself": script('{"@graph": [{"@id": "/#a", "name": "A", "@type": "NewsArticle", "author": {"@id": "/#a"}}]}'),
}


@pytest.mark.parametrize("name", TRAPS)
def test_traps_cost_little_and_break_nothing(name: str) -> None:
    import time

    page = tree(TRAPS[name], TRAPS[name])
    began = time.process_time()
    found = metadata.find(page)
    assert time.process_time() - began < 3
    "".join(filter(None, (found.title, found.outlet, found.url, *found.byline))).encode("utf-8")
