"""When an article was published and changed: zones, days of newsrooms, contradictions."""

from __future__ import annotations

import pytest

from page_maker import Line, completed, linked, meta, script, told, where

UTC = "2025-03-05T01:30:07+00:00"


def test_the_newsrooms_own_zone_is_kept() -> None:
    head = linked(datePublished="2025-03-05T01:30:00Z") + meta("article:published_time", "2025-03-04T20:30:00-05:00")
    assert told(head).published == "2025-03-04T20:30:00-05:00"


def test_a_clock_without_zone_shows_the_zone() -> None:
    found = told(linked(datePublished=UTC), '<time datetime="2025-03-04 20:30:07">March 4</time>')
    assert found.published == "2025-03-04T20:30:07-05:00"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("March 4, 2025 | 8:30pm", "2025-03-04T20:30:07-05:00"),  # the same moment in New York
        ("March 4, 2025 | 8:31pm", "2025-03-04"),  # not the same minute, but the same day there
        ("March 4, 2025", "2025-03-04"),
        ("March 5, 2025", UTC),
        ("March 4, 2025 8:30 pm PST", "2025-03-04"),  # the zone that is printed is another
        ("March 2, 2025", UTC),  # no zone makes it that day
        ("Updated March 6, 2025", UTC),
    ],
)
def test_a_moment_in_utc_is_told_as_the_page_prints_it(line: str, published: str) -> None:
    assert completed(linked(datePublished=UTC), [Line(line)]).published == published


def test_midnight_in_utc_is_a_day_and_not_the_evening_before() -> None:
    found = completed(linked(datePublished="2025-03-05T00:00:00Z"), [Line("March 4, 2025 7:00pm")])
    assert found.published == "2025-03-05T00:00:00+00:00"


def test_a_zone_that_labels_the_clock_of_utc_is_put_right() -> None:
    found = completed(linked(datePublished="2025-03-05T04:31:13-06:00"), [Line("Ann Ode - Mar 4, 2025, 10:31 pm CST")])
    assert found.published == "2025-03-04T22:31:13-06:00"


def test_what_is_printed_dates_where_the_head_does_not() -> None:
    found = completed("", [Line("Posted on March 4, 2025 at 8:30 p.m."), Line("Updated: March 6, 2025")])
    assert (found.published, found.modified) == ("2025-03-04T20:30:00", "2025-03-06")
    assert where(found)["published"] == "page:dateline"


def test_a_change_alone_dates_no_publication() -> None:
    found = completed("", [Line("Last updated March 6, 2025")])
    assert (found.published, found.modified) == (None, "2025-03-06")


def test_a_day_in_the_text_is_not_that_of_the_article() -> None:
    assert (
        completed("", [Line("The pier was closed on the evening of March 4, 2023 when a storm tore away twelve of its pillars.")]).published
        is None
    )


def test_days_of_comments_and_other_articles_are_not_its_own() -> None:
    above = [Line("March 4, 2025", names=("comment-meta",)), Line("March 4, 2025", names=("", "related-list"))]
    assert completed("", above).published is None


def test_a_day_behind_the_text_has_to_say_what_it_is() -> None:
    assert completed("", [], [Line("March 4, 2025")]).published is None
    assert completed("", [], [Line("First published March 4, 2025")]).published == "2025-03-04"


def test_a_time_near_the_headline_gives_the_moment() -> None:
    head = '<time datetime="2025-03-04T20:30:00-05:00">March 4, 2025</time><time datetime="2025-02-01T08:00:00-05:00">Feb. 1, 2025</time>'
    assert completed(head, [Line("March 4, 2025")]).published == "2025-03-04T20:30:00-05:00"


def test_the_address_is_the_last_to_tell_a_day() -> None:
    canonical = '<link rel="canonical" href="https://ledger.example/2025/03/04/pier">'
    assert completed(canonical, []).published == "2025-03-04"
    assert where(completed(canonical, []))["published"] == "page:address"
    assert completed(canonical + linked(datePublished="2025-03-06"), []).published == "2025-03-06"
    assert completed(canonical + linked(datePublished=UTC), []).published == "2025-03-04"
    renewed = completed(canonical + linked(datePublished="2026-01-01"), [])
    assert (renewed.published, renewed.modified) == ("2025-03-04", "2026-01-01")


def test_data_of_the_page_tell_a_day_if_they_agree() -> None:
    data = '<script type="application/json">{"publishedDate": "2025-03-04T20:30:00Z"}</script>'
    assert completed(data, []).published == "2025-03-04T20:30:00+00:00"
    assert completed(data + data.replace("2025", "2024"), []).published is None


def test_a_change_is_not_before_the_publication() -> None:
    found = told(linked(datePublished="2025-03-04T20:30:00Z", dateModified="2025-03-03T20:30:00Z"))
    assert found.modified is None


def test_a_change_that_one_place_tells_goes_before_none_in_another() -> None:
    moment = "2025-03-04T20:30:00-05:00"
    head = linked(datePublished=moment, dateModified=moment) + meta("article:modified_time", "2025-03-05T03:00:00Z")
    assert completed(head, []).modified == "2025-03-04T22:00:00-05:00"


@pytest.mark.parametrize("value", ["0001-01-01T00:00:00Z", "2/3/25", "2025-02-31", "", "yesterday", 20250304, None, {}, ["2025-03-04"]])
def test_what_cannot_be_a_date_is_none(value: object) -> None:
    assert told(linked(headline="Pier", datePublished=value)).published is None


def test_microdata_of_other_items_is_not_the_articles() -> None:
    body = """<article itemscope itemtype="http://schema.org/NewsArticle"><span itemprop="author">Ann Ode</span>
        <time itemprop="datePublished" datetime="2025-03-04">4 March</time>
        <div itemprop="comment" itemscope itemtype="http://schema.org/Comment"><i itemprop="author">Bo Low</i>
        <meta itemprop="datePublished" content="2025-03-09"></div></article>
        <article itemscope itemtype="http://schema.org/NewsArticle"><span itemprop="author">Cy Dee</span></article>"""
    found = told("", body)
    assert (found.byline, found.published) == (("Ann Ode",), "2025-03-04")


def test_a_page_record_dates_the_article() -> None:
    head = script({"@graph": [{"@type": "WebPage", "datePublished": "2025-03-04T20:30:00-05:00"}]})
    assert told(head).published == "2025-03-04T20:30:00-05:00"


def test_the_zone_of_a_change_is_that_of_the_publication() -> None:
    head = linked(datePublished="2025-03-05T05:14:35Z", dateModified="2025-03-05T05:21:59Z")
    found = completed(head, [Line("Updated 11:21 pm CST, Tuesday, March 4, 2025")])
    assert (found.published, found.modified) == ("2025-03-04T23:14:35-06:00", "2025-03-04T23:21:59-06:00")


def test_a_change_under_the_same_wrong_label_is_put_right_too() -> None:
    head = linked(datePublished="2025-03-05T04:31:13-06:00", dateModified="2025-03-05T05:31:13-06:00")
    found = completed(head, [Line("Mar 4, 2025, 10:31 pm CST")])
    assert (found.published, found.modified) == ("2025-03-04T22:31:13-06:00", "2025-03-04T23:31:13-06:00")


def test_the_day_of_the_visit_does_not_move_a_moment_that_is_confirmed() -> None:
    head = linked(datePublished="2025-03-04T20:30:07Z")
    assert completed(head, [Line("March 4, 2025"), Line("March 5, 2025")]).published == "2025-03-04T20:30:07+00:00"
    dated = '<link rel="canonical" href="https://ledger.example/2025/03/04/pier">'
    assert completed(head + dated, [Line("March 5, 2025")]).published == "2025-03-04T20:30:07+00:00"


def test_a_meta_tag_that_does_not_say_of_what_yields_to_what_is_printed() -> None:
    assert completed(meta("date", "2025-03-09"), [Line("March 4, 2025")]).published == "2025-03-04"
    assert completed(meta("date", "2025-03-09"), [Line("Updated March 12, 2025")]).published == "2025-03-09"
    assert completed(meta("article:published_time", "2025-03-09"), [Line("March 4, 2025")]).published == "2025-03-09"
