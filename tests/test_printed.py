"""Bylines that a page prints, and when they go before those of its head."""

from __future__ import annotations

import pytest

from page_maker import BODY, Line, completed, linked, linking, meta, where
from samestory.reading import bylines

AUTHOR = "https://ledger.example/author/ann-ode/"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (Line("By Ann Ode"), ("Ann Ode",)),
        (Line("By Ann Ode and Bo Low, Harbour Ledger"), ("Ann Ode", "Bo Low")),
        (Line("Posted on March 4, 2025 by Ann Ode"), ("Ann Ode",)),
        (Line("Gardens | By Ann Ode | March 4, 2025"), ("Ann Ode",)),
        (Line("Von: Anna Ode"), ("Anna Ode",)),
        (Line("Post author By Ann Ode"), ("Ann Ode",)),
        (Line("Ann Ode", names=("header-info__author-link",)), ("Ann Ode",)),
        (Line("Ann Ode Associated Press", names=("author",)), ("Ann Ode",)),
        (linking("Ann Ode, 4 March", "Ann Ode", AUTHOR), ("Ann Ode",)),
        (linking("posted by marc | 3 replies", "marc", "/author/marc7/"), ("marc",)),
        (linking("About Ann Ode", "About Ann Ode", AUTHOR), ("Ann Ode",)),
        (linking("Work at home", "Work at home", "/profile/"), ()),
        (linking("Harbour news", "Harbour news", "/category/harbour/"), ()),
        (Line("By Staff Writer"), ()),
        (Line("by European Space Agency"), ()),
        (Line("The pier was drawn by Ann Ode, who never saw it."), ()),
        (Line("By Bo Low", names=("comment-author",)), ()),
        (Line("By Bo Low", names=("", "related-story")), ()),
        (Line("By Ann Ode", names=("entry-meta", "post category-popular tag-related")), ("Ann Ode",)),
        (Line("New York | March 4, 2025"), ()),
    ],
)
def test_a_byline_under_the_headline(line: Line, names: tuple[str, ...]) -> None:
    assert completed("", [line]).byline == names


def test_a_word_alone_before_the_name() -> None:
    assert completed("", [Line("By"), Line("Ann Ode")]).byline == ("Ann Ode",)


def test_authors_in_a_line_each() -> None:
    lines = [linking("Ann Ode", "Ann Ode", AUTHOR), linking("Bo Low", "Bo Low", "/author/bo-low"), Line("March 4, 2025")]
    found = completed("", lines)
    assert found.byline == ("Ann Ode", "Bo Low")
    assert where(found)["byline"] == "page:author-link"


def test_the_head_goes_before_the_page() -> None:
    assert completed(linked(author="Ann Ode"), [Line("By Bo Low"), Line("Photos: Ann Ode")]).byline == ("Ann Ode",)


def test_the_page_adds_the_persons_that_the_head_leaves_out() -> None:
    assert completed(linked(author="Ann Ode"), [Line("By Ann Ode and Bo Low")]).byline == ("Ann Ode", "Bo Low")


def test_meta_tags_add_the_persons_that_json_ld_leaves_out() -> None:
    found = completed(linked(author="Ann Ode") + meta("author", "Ann Ode, Bo Low"), [])
    assert (found.byline, where(found)["byline"]) == (("Ann Ode", "Bo Low"), "meta:author")


def test_whoever_the_page_never_names_is_who_put_it_up() -> None:
    assert completed(linked(author="Web Keeper"), [Line("By Ann Ode")]).byline == ("Ann Ode",)


def test_an_organisation_of_the_page_is_no_person() -> None:
    head = linked(author={"@type": "Organization", "name": "Wexley Bugle"}, publisher={"name": "Wexley Bugle Group"})
    assert completed(head, [linking("Wexley Bugle", "Wexley Bugle", "/author/wb")]).byline == ()


def test_an_outlet_that_is_a_person() -> None:
    site = {"@type": "WebSite", "name": "Ann Ode", "publisher": {"@type": ["Person", "Organization"], "name": "Ann Ode"}}
    head = meta("og:site_name", "Ann Ode") + f'<script type="application/ld+json">{__import__("json").dumps(site)}</script>'
    assert completed(head, [Line("Von: Ann Ode")]).byline == ("Ann Ode",)
    assert completed(meta("og:site_name", "Ann Ode"), [Line("Von: Ann Ode")]).byline == ()


def test_a_box_about_the_author_behind_the_text() -> None:
    found = completed("", [], [Line("Published by"), Line("Ann Ode", names=("author-heading",))])
    assert (found.byline, where(found)["byline"]) == (("Ann Ode",), "page:author-box")
    assert completed("", [], [Line("Licensed by Creative Commons"), Line("Bo Low", names=("comment-author",))]).byline == ()


def test_links_that_all_name_the_same_author() -> None:
    head = f'<a rel="author" href="{AUTHOR}">Ann Ode</a><a rel="author" href="{AUTHOR}">Ann Ode</a>'
    assert completed(head, []).byline == ("Ann Ode",)
    assert completed(head + '<a rel="author" href="/b">Bo Low</a>', []).byline == ()


def test_a_headline_in_a_bar_is_not_where_the_article_begins() -> None:
    bar = [Line(f"Bar {number}") for number in range(3)]
    found = completed("", [*bar, Line("Pier reopens", tags=("h1",)), Line("By Ann Ode"), Line("March 4, 2025")])
    assert (found.byline, found.published) == (("Ann Ode",), "2025-03-04")


def test_a_page_without_headline_or_text() -> None:
    from samestory.reading import metadata

    assert metadata.complete(metadata.Metadata(None, (), None, None, None, None), [], [], None).byline == ()
    assert completed("", [Line(BODY)]).byline == ()


@pytest.mark.parametrize("name", ["PTI", "jdadmin", "Full Bio", "Biography", "Staff", "The Ledger", "USA TODAY"])
def test_no_person(name: str) -> None:
    assert not bylines.person(name) or bylines.without_house(f"Ann Ode {name}") == "Ann Ode"


def test_names_in_capitals_are_told_in_the_letters_that_the_page_prints() -> None:
    assert completed(linked(author="ANN ODE"), [Line("By Ann Ode")]).byline == ("Ann Ode",)


def test_letters_beside_a_name_are_a_degree() -> None:
    assert bylines.persons(["Ann Ode", "RDN", "Ledger.com"]) == ("Ann Ode",)
