"""The index: in order, searchable, light, and honest about what could not be read."""

from __future__ import annotations

from lxml import html

from samestory.model import Unreadable
from samestory.showing import Entry, entry, index
from showing_story import comparison


def _entry(story: str, last: str | None, articles: int = 2, title: str = "Title") -> Entry:
    return Entry(story, title, last, last, articles, ("The Outlet",), ("Ann Doe",), 0)


def _rows(entries: list[Entry]) -> list[str]:
    return [link.get("href") for link in html.document_fromstring(index(entries)).xpath("//ol[@class='rows']/li/a")]


def test_newest_first_and_without_a_date_last() -> None:
    rows = _rows([_entry("none", None), _entry("old", "1999-12-31"), _entry("new", "2020-01-01"), _entry("odd", "someday")])
    assert rows == ["new.html", "old.html", "none.html", "odd.html"]


def test_of_one_day_the_most_told_comes_first() -> None:
    assert _rows([_entry("b", "2020-01-01", 2), _entry("a", "2020-01-01", 9)]) == ["a.html", "b.html"]


def test_stories_told_once_are_folded_below_the_others() -> None:
    tree = html.document_fromstring(index([_entry("one", "2020-01-01", 1), _entry("two", "2019-01-01", 2)]))
    assert tree.xpath("//details[@id='single'][not(@open)]//li/a/@href") == ["one.html"]
    only = html.document_fromstring(index([_entry("one", "2020-01-01", 1)]))
    assert only.xpath("//details[@id='single'][@open]"), "open where there is nothing else"


def test_an_entry_holds_what_the_row_says() -> None:
    made = entry(comparison())
    assert (made.articles, made.outlets, made.sayings) == (5, ("Northern Wire", "Ansel Gazette", "The Sella Courier", "Channel Nine"), 4)
    assert (made.contradict, made.differ, made.compatible, made.agree, made.alone) == (1, 1, 1, 2, 2)
    assert made.people[0] == "Ilse Tarrant"
    row = html.document_fromstring(index([made])).xpath("//ol[@class='rows']/li")[0].text_content()
    for words in (
        "1–3 Jan 2020",
        "5 articles",
        "4 shared quotations",
        "1 point contradicts",
        "1 point differs",
        "Channel Nine",
        "Dov Hellström",
    ):
        assert words in row


def test_unreadable_documents_are_named_with_their_reason() -> None:
    text = index([], unreadable=[Unreadable("in/<b>.html", "it holds no text")])
    tree = html.document_fromstring(text)
    assert "1 document could not be read" in tree.text_content()
    assert "in/<b>.html" in tree.get_element_by_id("unreadable").text_content()
    assert "it holds no text" in tree.get_element_by_id("unreadable").text_content()


def test_five_thousand_stories_are_a_light_page() -> None:
    entries = [_entry(f"story-{n}", f"20{n % 20:02d}-03-04", n % 3 + 1, f"A title of common length, number {n}") for n in range(5000)]
    assert len(index(entries).encode()) < 3_000_000
