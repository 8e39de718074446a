"""What a page says of itself: fields told, and fields left unknown."""

from __future__ import annotations

import pytest

from page_maker import linked, told
from samestory.model import Article
from samestory.reading import bylines, dates, read_bytes


def test_json_ld_goes_before_meta_tags() -> None:
    found = told(
        linked(headline="Pier reopens", author={"name": "Ann Ode"})
        + '<meta property="og:title" content="Other"><meta name="author" content="Bo Low">'
    )
    assert (found.title, found.byline) == ("Pier reopens", ("Ann Ode",))


def test_json_ld_in_a_graph_with_line_breaks_and_a_comment_is_read() -> None:
    graph = '{"@graph": [{"@type": "WebSite"}, {"@type": ["Article"], "headline": "Pier\nreopens"}]}'
    assert told(f'<script type="application/ld+json">\n/*<![CDATA[*/{graph}/*]]>*/</script>').title == "Pier reopens"


def test_damaged_json_ld_leaves_the_meta_tags() -> None:
    assert (
        told('<script type="application/ld+json">{"@type": </script><meta property="og:title" content="Pier reopens">').title
        == "Pier reopens"
    )


def test_an_organisation_is_no_author() -> None:
    assert told(linked(author=[{"@type": "Organization", "name": "Ledger Staff"}, {"@type": "Person", "name": "Ann Ode"}])).byline == (
        "Ann Ode",
    )


def test_an_outlet_is_a_name() -> None:
    assert (
        told('<meta property="og:site_name" content="harbourledger.example">' + linked(publisher={"name": "The Harbour Ledger"})).outlet
        == "The Harbour Ledger"
    )
    assert told('<link rel="canonical" href="https://www.harbourledger.example/a">').outlet is None


def test_the_outlet_is_cut_from_the_headline() -> None:
    assert (
        told(
            '<meta property="og:title" content="Pier reopens - Wexley | The Ledger"><meta property="og:site_name" content="The Ledger">'
        ).title
        == "Pier reopens - Wexley"
    )


def test_the_newsrooms_own_zone_is_kept() -> None:
    head = linked(datePublished="2025-03-05T01:30:00Z") + '<meta property="article:published_time" content="2025-03-04T20:30:00-05:00">'
    assert told(head).published == "2025-03-04T20:30:00-05:00"


def test_nothing_told_is_nothing_known() -> None:
    found = told(body="<p>The pier of 1995 reopened in May.</p>")
    assert (found.outlet, found.published, found.byline, found.url, found.language) == (None, None, (), None, None)


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ("By Ann Ode", ("Ann Ode",)),
        ("BY ANN ODE and BO LOW", ("ANN ODE", "BO LOW")),
        ("Ann Ode, Bo Low & Cy Dee", ("Ann Ode", "Bo Low", "Cy Dee")),
        ("By Ann Ode, Harbour Ledger", ("Ann Ode",)),
        ("By Ann Ode and Bo Low, The Harbour Ledger", ("Ann Ode", "Bo Low")),
        ("Ann Ode, PhD", ("Ann Ode",)),
        ("Ann Ode Jr.", ("Ann Ode Jr.",)),
        ("ByAnn Ode", ("Ann Ode",)),
        ("Ann Ode | March 4, 2025", ("Ann Ode",)),
        ("Ann Ode (ann@example.org)", ("Ann Ode",)),
        ("Staff", ()),
        ("Gazette Staff", ()),
        ("Associated Press", ()),
        ("admin", ()),
        ("Leave a comment", ()),
        ("https://example.org/ann", ()),
        ("", ()),
        (None, ()),
        (["Ann Ode", "ann ode", "Reuters"], ("Ann Ode",)),
    ],
)
def test_persons(given: object, names: tuple[str, ...]) -> None:
    assert bylines.persons(given) == names


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2019-11-12", "2019-11-12"),
        ("2019-11-12T08:30:00-05:00", "2019-11-12T08:30:00-05:00"),
        ("2019-11-12T08:30:00.123Z", "2019-11-12T08:30:00+00:00"),
        ("2019-11-12 08:30", "2019-11-12T08:30:00"),
        ("20191112T083000Z", "2019-11-12T08:30:00+00:00"),
        ("20191112T083000-0500", "2019-11-12T08:30:00-05:00"),
        ("Tue, 12 Nov 2019 08:30:00 GMT", "2019-11-12T08:30:00+00:00"),
        ("November 12, 2019", "2019-11-12"),
        ("12 Nov 2019", "2019-11-12"),
        ("1/21/18", "2018-01-21"),
        ("2/3/18", None),
        ("21.1.2018", "2018-01-21"),
        ("0001-01-01", None),
        ("2019-02-31", None),
        ("2019", None),
        ("yesterday", None),
        ("", None),
        (20191112, None),
        (None, None),
    ],
)
def test_days(given: object, day: str | None) -> None:
    assert dates.iso(given) == day


def test_a_day_taken_from_the_address_leaves_the_one_told_as_the_change_and_says_where() -> None:
    page = (
        '<html><head><link rel="canonical" href="https://post.example/2025/03/04/pier">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Pier reopens", "datePublished": "2026-03-05T01:30:07Z"}'
        "</script></head><body><h1>Pier reopens</h1><p>The pier at Wexley reopened on Saturday after months of repairs.</p></body></html>"
    )
    article = next(iter(read_bytes(page.encode(), "a.html")))
    assert isinstance(article, Article)
    assert (article.published, article.modified) == ("2025-03-04", "2026-03-05T01:30:07+00:00")
    assert {one.field: one.where for one in article.told}["modified"] == "json-ld:datePublished"
