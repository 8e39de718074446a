"""JSON-LD as pages really write it."""

from __future__ import annotations

import json

import pytest

from page_maker import linked, meta, script, told, where
from samestory.reading import jsonld


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "NewsArticle", "headline": "Pier reopens"}',
        '<!-- {"@type": "NewsArticle", "headline": "Pier reopens"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Pier reopens"}\n//]]>',
        '/*<![CDATA[*/ {"@type": "NewsArticle", "headline": "Pier reopens"} /*]]>*/',
        '{"@type": "NewsArticle", "headline": "Pier\nreopens",}',
        '{"@type": "NewsArticle",, "headline": "Pier reopens"};',
        '[{"@type": "WebSite", "name": "L"}, {"@type": ["Thing", "NewsArticle"], "headline": "Pier reopens"},]',
        '{"@graph": [[{"@type": "http://schema.org/ReportageNewsArticle", "headline": "Pier reopens"}]]}',
        '{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "Pier reopens"}}',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Pier reopens&quot;}",
        '{"@type": "Organization"}\n{"@type": "NewsArticle", "headline": "Pier reopens"}',
        '// made by hand\n{"@type": "NewsArticle", "headline": "Pier reopens"}',
    ],
)
def test_damaged_or_nested_it_is_read(text: str) -> None:
    assert told(script(text)).title == "Pier reopens"


@pytest.mark.parametrize("text", ["", "{", "null", "[]", '{"@type": ', '{"@type": 7, "author": 7}', '"NewsArticle"', "[" * 5000])
def test_what_cannot_be_read_leaves_the_meta_tags(text: str) -> None:
    assert told(script(text) + meta("og:title", "Pier reopens")).title == "Pier reopens"


def test_references_between_nodes_are_followed() -> None:
    graph = {
        "@graph": [
            {"@type": "NewsArticle", "headline": "Pier reopens", "author": {"@id": "/#ann"}, "publisher": {"@id": "/#ledger"}},
            {"@type": "Person", "@id": "/#ann", "name": "Ann Ode"},
            {"@type": "Organization", "@id": "/#ledger", "name": "The Harbour Ledger"},
        ]
    }
    found = told(script(graph))
    assert (found.byline, found.outlet) == (("Ann Ode",), "The Harbour Ledger")
    assert where(found) == {"title": "json-ld:headline", "byline": "json-ld:author", "outlet": "json-ld:publisher"}


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ann Ode", ("Ann Ode",)),
        ("Ann Ode, Bo Low and Cy Dee", ("Ann Ode", "Bo Low", "Cy Dee")),
        (["Ann Ode", "Bo Low"], ("Ann Ode", "Bo Low")),
        ({"@type": "Person", "name": "Ann Ode"}, ("Ann Ode",)),
        ({"name": ["Ann Ode", "Bo Low"]}, ("Ann Ode", "Bo Low")),
        ([{"@type": "Organization", "name": "Wexley Wire"}, {"@type": "Person", "name": "Ann Ode"}], ("Ann Ode",)),
        ({"@type": ["Person", "Organization"], "name": "Ann Ode"}, ("Ann Ode",)),
        ({"@type": "Person", "name": "Sea&#039;n O&#39;Dee"}, ("Sea'n O'Dee",)),
        ({"@type": "Person", "name": "admin"}, ()),
        ({"@type": "Person"}, ()),
        (None, ()),
        (7, ()),
    ],
)
def test_authors(author: object, names: tuple[str, ...]) -> None:
    assert told(linked(headline="Pier reopens", author=author)).byline == names


def test_of_several_articles_the_one_of_the_page_is_taken() -> None:
    teaser = {"@type": "NewsArticle", "headline": "Ferry sinks", "url": "https://ledger.example/ferry", "author": "Bo Low"}
    own = {"@type": "NewsArticle", "headline": "Pier reopens", "url": "https://ledger.example/pier", "author": "Ann Ode"}
    head = script([teaser, own]) + '<link rel="canonical" href="https://ledger.example/pier"><title>Pier reopens</title>'
    assert (told(head).title, told(head).byline) == ("Pier reopens", ("Ann Ode",))


def test_teasers_alone_are_not_the_page() -> None:
    teasers = [{"@type": "NewsArticle", "headline": f"Ferry {n} sinks", "datePublished": f"2025-01-0{n}"} for n in (1, 2, 3)]
    assert told(script(teasers[1:]) + "<title>Pier reopens at last</title>").title in ("Pier reopens at last", "Ferry 2 sinks")


def test_a_clip_on_the_page_dates_nothing_that_is_dated() -> None:
    clip = script({"@type": "VideoObject", "uploadDate": "2024-12-01", "name": "Pier"})
    assert told(clip + meta("article:published_time", "2025-03-04T20:30:00-05:00")).published == "2025-03-04T20:30:00-05:00"


def test_the_loader_is_not_slow_on_traps() -> None:
    big = json.dumps({"@type": "NewsArticle", "headline": "Pier reopens", "articleBody": "word " * 400_000})
    traps = ["," * 200_000, '{"a":' * 100_000, "[1," * 100_000, "{" + "\n" * 200_000, '{"a": "' + ", }" * 100_000]
    for trap in traps:
        assert jsonld.loaded(trap) == []
    assert told(script(big)).title == "Pier reopens"
    assert len(jsonld.read([json.dumps([{"@type": "NewsArticle"}] * 50_000)]).articles) <= jsonld.MOST
