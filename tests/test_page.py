"""The page of a story: every link leads to its words, nothing is lost, nothing untrusted comes through."""

from __future__ import annotations

import itertools
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from hashlib import sha256

import pytest
from lxml import html

from samestory.model import Article, Comparison, OnlyIn, Point, Span, Story, Telling
from samestory.showing import file_name, page, show
from showing_story import comparison
from showing_texts import AWKWARD

NO_FILE_MAY_HOLD = re.compile("[\x00\ud800-\udfff]")


@cache
def _page() -> str:
    return page(comparison())


@cache
def _tree() -> html.HtmlElement:
    return html.document_fromstring(_page())


def _own(element: html.HtmlElement) -> Iterator[str]:
    """The words of an element, without the numbers of findings that stand between them."""
    if element.get("class", "").startswith("r r"):
        return
    yield element.text or ""
    for inner in element:
        yield from _own(inner)
        yield inner.tail or ""


def _words(element: html.HtmlElement) -> str:
    return "".join(_own(element))


def _section(name: str) -> html.HtmlElement:
    return _tree().get_element_by_id(name)


def _bare(text: str) -> str:
    return "".join(text.split())


def test_every_id_is_there_once_and_every_link_leads_somewhere() -> None:
    ids = Counter(element.get("id") for element in _tree().iter() if element.get("id"))
    assert [name for name, count in ids.items() if count > 1] == []
    links = {link.get("href") for link in _tree().iter("a") if link.get("href", "").startswith("#")}
    assert {link for link in links if link[1:] not in ids} == set()


def test_every_place_holds_exactly_the_words_of_its_span() -> None:
    texts = {f"s-{file_name(t.article.id).removesuffix('.html')}-": t.article.text for t in comparison().tellings}
    places = [element for element in _tree().iter("span") if element.get("id", "").startswith("s-")]
    assert len(places) > 60
    for place in places:
        text = next(text for start, text in texts.items() if place.get("id").startswith(start))
        pieces = [piece.split("-") for piece in re.search(r"\d+-\d+(_\d+-\d+)*$", place.get("id"))[0].split("_")]
        expected = "".join(text[int(start) : int(end)] for start, end in pieces)
        elements = [place, *_tree().xpath("//*[@data-of=$of]", of=place.get("id"))]
        assert _bare("".join(map(_words, elements))) == _bare(NO_FILE_MAY_HOLD.sub("�", expected))


def test_every_character_of_every_text_is_shown() -> None:
    for column, telling in zip(_tree().find_class("text"), comparison().tellings, strict=True):
        shown = "".join(_words(words) for words in column.find_class("t"))
        assert _bare(shown) == _bare(NO_FILE_MAY_HOLD.sub("�", telling.article.text))


def test_markup_in_a_text_stays_text() -> None:
    assert [script for script in _tree().iter("script") if "quay" in (script.text or "")] == []
    assert '<script>alert("quay")' in _section("texts").text_content()
    assert "<b>from</b>" in _section("texts").text_content()


def test_the_file_can_be_written_as_utf8_and_holds_no_forbidden_character() -> None:
    assert "\ud83d" in AWKWARD
    assert "\0" in AWKWARD
    _page().encode("utf-8")
    assert not NO_FILE_MAY_HOLD.search(_page())


def test_only_web_addresses_become_links_and_nothing_is_fetched() -> None:
    out = [link for link in _tree().iter("a") if not link.get("href").startswith("#") and link.get("href") != "index.html"]
    assert {link.get("href") for link in out} == {
        "https://gazette.example/ferry?a=1&b=2",
        "https://wire.example/1",
        "http://nine.example/x",
    }
    assert all("noreferrer" in link.get("rel") for link in out)
    assert not _tree().xpath("//@src | //@srcset | //*[@style] | //@onclick")
    assert all(link.get("href").startswith("data:") for link in _tree().iter("link"))


def test_the_policy_names_the_page_s_own_style_and_script_and_nothing_else() -> None:
    policy = _tree().xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    inline = re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", _page(), re.DOTALL)
    hashes = {f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in inline}
    assert len(hashes) == 3
    assert set(re.findall(r"'sha256-[^']+'", policy)) == hashes
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_headings_are_in_order() -> None:
    levels = [int(heading.tag[1]) for heading in _tree().iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_landmarks_and_labels_are_there() -> None:
    assert len(list(_tree().iter("main"))) == 1
    assert all(nav.get("aria-label") for nav in _tree().iter("nav"))
    for section in _tree().iter("section"):
        assert _tree().get_element_by_id(section.get("aria-labelledby")).text_content().strip()
    assert all(box.getparent().tag == "label" for box in _tree().iter("input"))


def test_what_is_unknown_is_called_unknown() -> None:
    tellings = _section("tellings").text_content()
    assert "outlet unknown" in tellings
    assert "date unknown" in tellings
    assert "title unknown" in tellings
    assert "date inferred: Thu 2 Jan 2020" in tellings
    assert "Speaker unknown" not in _section("said").text_content(), "the one unknown speaker shares a saying with a known one"


def test_the_summary_counts() -> None:
    summary = [" ".join(item.text_content().split()) for item in _tree().xpath("//ul[@class='summary']/li")]
    assert summary[:4] == ["5 articles", "4 outlets", "1 article of unknown outlet", "4 shared quotations"]
    assert summary[4:] == ["✕ 1 point contradicts", "≠ 1 point differs"]


def test_drift_is_marked_and_named() -> None:
    saying = _section("S1")
    assert [change.text_content() for change in saying.xpath(".//ul[@class='changes']/li")] == [
        "dash changed “–” became “—”",
        "ellipsis “– and” became “...”",
    ]
    assert "[not here: –] " in saying.text_content()
    assert "[here: —] " in saying.text_content()


def test_a_quotation_is_listed_once() -> None:
    said = _section("said").text_content()
    assert said.count("then everybody was on the floor") == 2, "once in each version of the saying, nowhere else"


def test_points_stand_in_order_of_weight_and_those_alone_are_folded() -> None:
    verdicts = [heading.get("id") for heading in _section("points").find_class("verdict")]
    assert verdicts == ["v-contradict", "v-differ", "v-compatible", "v-agree", "v-alone"]
    folded = _section("points").xpath(".//details[not(@open)]")
    assert any("half a mile" in details.text_content() for details in folded)


def test_furniture_is_shown_with_its_rule_and_folded() -> None:
    furniture = _section("texts").xpath(".//details[@class='furniture']")
    assert [f.xpath("string(summary)") for f in furniture] == ["4 lines of page furniture"]
    assert "text:related-line" in furniture[0].text_content()


def test_the_same_comparison_gives_the_same_page() -> None:
    assert page(comparison()) == _page()


def test_a_story_of_one_article_with_nothing_found_has_a_page() -> None:
    article = Article("x", "-", None, None, None, (), None, None, "", ())
    tree = html.document_fromstring(page(Comparison(Story("x", "", None, None, ("x",)), (Telling(article, None),))))
    text = tree.text_content()
    assert "Untitled story" in text
    assert "One article only: nothing to compare it with." in text
    assert "No quotation was found." in text


def test_a_span_of_nothing_links_to_its_text() -> None:
    telling = Telling(Article("x", "-", None, None, "T", (), None, None, "words", ()), None)
    story = Story("x", "T", None, None, ("x",))
    broken = Comparison(story, (telling,), only_in=(OnlyIn("x", (Span("x", 50, 60),)),), points=(Point("age", "", "alone", "", ()),))
    tree = html.document_fromstring(page(broken))
    assert tree.get_element_by_id("O1").xpath(".//a[@class='words name']/@href") == ["#text-A"]


def test_two_hundred_articles_stay_under_a_few_megabytes() -> None:
    one = comparison().tellings[1]
    articles = [replace(one.article, id=f"g{n}", outlet=f"Outlet {n}") for n in range(200)]

    def moved(value: object, to: str) -> object:
        if isinstance(value, Span):
            return replace(value, article=to)
        if isinstance(value, tuple):
            return tuple(moved(item, to) for item in value)
        if hasattr(value, "__dataclass_fields__"):
            return replace(value, **{name: moved(getattr(value, name), to) for name in value.__dataclass_fields__})  # type: ignore[type-var]
        return value

    tellings = tuple(
        replace(moved(one, article.id), article=replace(article, blocks=moved(article.blocks, article.id))) for article in articles
    )  # type: ignore[type-var]
    story = Story("many", "Many", "2020-01-01", "2020-01-02", tuple(article.id for article in articles))
    text = page(Comparison(story, tellings))
    assert len(text.encode()) < 4_000_000
    tree = html.document_fromstring(text)
    assert not tree.xpath("//article[contains(@class, 'text')]/details[@open]"), "texts open on demand"


@pytest.mark.parametrize(
    ("story", "file"),
    [("fire", "fire.html"), ("index", "index-story-"), ("a/b", "a-b-"), ("..", "x-"), ("\u202e", "x-"), ("x" * 300, "xxxx")],
)
def test_file_names_are_safe(story: str, file: str) -> None:
    name = file_name(story)
    assert name.startswith(file)
    assert re.fullmatch(r"[\w-]{1,60}\.html", name, re.ASCII)


def test_show_gives_an_index_and_a_page_for_each_story() -> None:
    assert sorted(show([comparison()])) == ["ferry-port-ansel.html", "index.html"]
