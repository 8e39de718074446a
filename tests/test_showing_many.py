"""Stories told forty times, by outlets with very long names: what differs comes first, and nothing runs on for screens."""

from __future__ import annotations

from functools import cache

from lxml import html

from samestory.model import Article, Comparison, Evidence, GivenTo, Moment, Point, Published, Saying, Span, Story, Telling, Version
from samestory.showing import page

TELLINGS = 40
LONG = "The Greater Wexley and Arlebridge Associated Evening Chronicle-Advertiser and Shipping Gazette"
TEXT = "The ferry hit the wall. “It was fast,” she said. Monday was dark. On Monday, {} were hurt. On Monday she slept."


def _telling(number: int) -> Telling:
    text = TEXT.format(number)
    article = Article(f"t{number}", "-", None, f"{LONG} {number}", "Ferry hits wall", (), "2024-12-30", "en", text, ())
    return Telling(article, Published("2024-12-30", False, "given"), sentences=(Span(article.id, 0, len(text)),))


def _span(telling: Telling, words: str, after: int = 0) -> Span:
    start = telling.article.text.index(words, after)
    return Span(telling.article.id, start, start + len(words))


@cache
def _tree() -> html.HtmlElement:
    tellings = tuple(_telling(number) for number in range(TELLINGS))
    hurt = tuple(Evidence(t.article.id, _span(t, str(number)), number) for number, t in enumerate(tellings))
    versions = tuple(
        Version(t.article.id, "direct", (_span(t, "“It was fast,”"),), "“It was fast,”", "Ann Doe", None, ()) for t in tellings
    )
    ids = tuple(t.article.id for t in tellings)
    saying = Saying("Ann Doe", versions, (GivenTo("Ann Doe", ids[:30]), GivenTo("Bo Roe", ids[30:])))
    days = tuple(
        _span(t, "Monday", at) for t in tellings[:2] for at in (0, t.article.text.index("On Monday,"), t.article.text.rindex("On"))
    )
    story = Story("s", "Ferry hits wall", "2024-12-30", "2024-12-30", ids)
    point = Point("count", "people hurt", "differ", "Not the same.", hurt)
    made = Comparison(story, tellings, (saying,), (point,), (Moment("2024-12-30", "2024-12-30", "Monday", days),))
    return html.document_fromstring(page(made))


def test_where_tellings_differ_stands_before_who_said_what() -> None:
    parts = [section.get("id") for section in _tree().xpath("//main/section")]
    assert parts.index("points") < parts.index("said")
    links = [link.get("href") for link in _tree().xpath("//nav[@class='sections']/a")]
    assert links.index("#points") < links.index("#said")


def test_of_many_values_of_a_point_the_first_few_are_shown() -> None:
    card = _tree().get_element_by_id("P1")
    assert len(card.xpath("./table/tbody/tr")) == 6
    folded = card.xpath("./details[not(@open)]")[0]
    assert folded.xpath("./summary")[0].text_content() == "34 more values"
    assert len(folded.xpath(".//tbody/tr")) == 34


def test_of_many_tellings_that_give_words_to_somebody_a_few_are_named() -> None:
    told = " ".join(_tree().xpath("//p[@class='given']")[0].text_content().split())
    assert "and 25 more articles" in told
    assert "and 5 more articles" in told


def test_a_long_name_that_is_cut_can_be_read_in_full() -> None:
    titles = {cite.get("title") for cite in _tree().xpath("//div[@class='cites']//a[@class='cite']")}
    assert f"{LONG} 0" in titles


def test_different_words_for_a_day_come_before_the_same_words_again() -> None:
    cites = _tree().get_element_by_id("T1").xpath(".//ul[contains(@class, 'mentions')]/li/a/b")
    assert [letter.text for letter in cites] == ["A", "B", "A", "A", "B", "B"]


def test_of_one_article_nothing_is_said_that_takes_two() -> None:
    only = _telling(0)
    made = Comparison(Story("s", "T", None, None, (only.article.id,)), (only,))
    words = " ".join(html.document_fromstring(page(made)).get_element_by_id("findings").text_content().split())
    assert "One article only: nothing to compare it with." in words
    assert "No quotation was found." in words
    assert "in two articles" not in words.split("Where it came from")[0]
