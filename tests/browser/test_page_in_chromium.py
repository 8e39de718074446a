"""The pages in a real browser, offline: a finding's link lights exactly its words; keys; search; no request leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from samestory.model import Unreadable
from samestory.showing import Entry, entry, index, show
from showing_story import comparison

LIT = "getComputedStyle(document.documentElement).getPropertyValue('--lit')"
# Words of the lit elements, without the numbers of findings in them; only outermost lit elements count.
LIT_WORDS = """() => [...document.querySelectorAll('.texts .m')]
  .filter((n) => getComputedStyle(n).backgroundColor === 'rgb(255, 225, 77)' && !n.parentElement.closest('.m.lit, .m:target'))
  .map((n) => { const copy = n.cloneNode(true); copy.querySelectorAll('a').forEach((a) => a.remove()); return copy.textContent; })"""
IN_VIEW = """(n) => { const box = n.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth; }"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for name, text in show([comparison()]).items():
        (folder / name).write_text(text, encoding="utf-8")
    more = [
        Entry(f"s{n}", f"Council vote {n}", "2020-02-01", "2020-02-01", 1 + n % 2, ("Récord",), ("Zoë Marchetti",), 0) for n in range(40)
    ]
    (folder / "index.html").write_text(index([entry(comparison()), *more], unreadable=[Unreadable("x.html", "empty")]), encoding="utf-8")
    return folder


@pytest.fixture(params=["desk", "phone"])
def width(request: pytest.FixtureRequest) -> int:
    return {"desk": 1280, "phone": 390}[request.param]


def _open(chromium: Any, address: str, width: int = 1280, **options: Any) -> Iterator[Any]:
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, offline=True, reduced_motion="reduce", color_scheme="light", **options
    )
    asked: list[str] = []
    wrong: list[str] = []
    sheet = context.new_page()
    sheet.on("request", lambda request: asked.append(request.url))
    sheet.on("pageerror", lambda error: wrong.append(str(error)))
    sheet.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    sheet.goto(address)
    yield sheet
    context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert wrong == []


@pytest.fixture
def story(chromium: Any, folder: Path, width: int) -> Iterator[Any]:
    yield from _open(chromium, (folder / "ferry-port-ansel.html").as_uri(), width)


@pytest.fixture
def desk(chromium: Any, folder: Path) -> Iterator[Any]:
    yield from _open(chromium, (folder / "ferry-port-ansel.html").as_uri())


@pytest.fixture
def plain(chromium: Any, folder: Path) -> Iterator[Any]:
    yield from _open(chromium, (folder / "ferry-port-ansel.html").as_uri(), java_script_enabled=False)


@pytest.fixture
def list_of_stories(chromium: Any, folder: Path) -> Iterator[Any]:
    yield from _open(chromium, (folder / "index.html").as_uri())


def test_a_click_on_a_value_lights_exactly_its_words(story: Any) -> None:
    story.locator("#P2 a.cite", has_text="Channel Nine").click()
    story.wait_for_timeout(100)
    assert story.evaluate(LIT_WORDS) == ["36"]
    assert story.locator(":target").evaluate(IN_VIEW)


def test_a_click_brings_the_whole_column_into_view(desk: Any) -> None:
    desk.locator("#P2 a.cite", has_text="Channel Nine").click()
    desk.wait_for_timeout(100)
    column = desk.locator(".text", has=desk.locator(":target"))
    box = column.bounding_box()
    assert box["x"] >= 500
    assert box["x"] + box["width"] <= 1281


def test_a_click_on_a_broken_quotation_lights_all_its_pieces(story: Any) -> None:
    story.locator("#S3 a.cite", has_text="Ansel Gazette").click()
    story.wait_for_timeout(100)
    assert story.evaluate(LIT_WORDS) == ["“I heard a bang,”", "“and then everybody was on the floor.”"]


def test_without_script_the_pieces_are_lit_too(plain: Any) -> None:
    plain.locator("#S3 a.cite", has_text="Ansel Gazette").click()
    lit = plain.locator(".texts .m:target, .texts .m[data-of]")
    assert plain.locator(".texts .m:target").count() == 1
    colours = lit.evaluate_all("(all) => all.map((n) => getComputedStyle(n).backgroundColor)")
    assert colours.count("rgb(255, 225, 77)") == 2
    assert plain.locator(":target").evaluate(IN_VIEW)


def test_a_folded_text_opens_where_a_link_leads_into_it(desk: Any) -> None:
    desk.evaluate("document.querySelectorAll('.text > details').forEach((n) => { n.open = false; })")
    desk.locator("#P2 a.cite", has_text="Channel Nine").click()
    desk.wait_for_timeout(100)
    assert desk.locator(":target").is_visible()


def test_the_number_in_the_text_leads_back(story: Any) -> None:
    story.locator(".texts a.r[href='#P2']").first.click()
    story.wait_for_timeout(100)
    assert story.locator("#P2").evaluate("(n) => n.matches(':target')")
    assert story.locator("#P2 h4").evaluate(IN_VIEW)


def test_all_places_of_a_finding_at_once(desk: Any) -> None:
    desk.locator("#S1 .show-all").click()
    desk.wait_for_timeout(100)
    lit = desk.evaluate(LIT_WORDS)
    assert len(lit) == 3
    assert all("The fog came down like a curtain" in words for words in lit)
    assert desk.locator("#live").inner_text() == "S1: 3 places lit in 3 texts"


def test_keys_step_through_the_findings(desk: Any) -> None:
    for _ in range(2):
        desk.keyboard.press("j")
    assert desk.evaluate("document.activeElement.id") == "P2"
    desk.keyboard.press("k")
    assert desk.evaluate("document.activeElement.id") == "P1"
    desk.keyboard.press("Enter")
    desk.wait_for_timeout(100)
    assert len(desk.evaluate(LIT_WORDS)) == 2
    desk.keyboard.press("Escape")
    assert desk.evaluate(LIT_WORDS) == []


def test_a_highlight_tells_what_it_belongs_to(desk: Any) -> None:
    desk.locator(".texts .m-point", has_text="More than 40").click()
    card = desk.locator(".belongs")
    assert "P3 people hurt" in card.inner_text()
    assert "Q3 Ilse Tarrant" in card.inner_text(), "the quotation around it"
    card.locator("a", has_text="P3").click()
    desk.wait_for_timeout(100)
    assert desk.locator("#P3").evaluate("(n) => n.matches(':target')")


def test_layers_can_be_switched_off(plain: Any) -> None:
    number = plain.locator(".texts a.r[href='#Q1']")
    assert number.is_visible()
    plain.locator("#l-quote").uncheck()
    assert not number.is_visible()


def test_the_texts_can_take_the_whole_width(desk: Any) -> None:
    narrow = desk.locator(".texts").bounding_box()["width"]
    desk.evaluate("scrollTo(0, 400)")
    desk.locator("#wide").check()
    assert desk.locator("#wide").evaluate(IN_VIEW), "who asked for the texts is not left among the findings"
    assert desk.locator(".sections .to-texts").is_visible()
    assert desk.locator(".texts").bounding_box()["width"] > 1.5 * narrow
    desk.locator("#wide").uncheck()
    assert desk.evaluate("scrollY") == 400


@pytest.mark.parametrize("narrow", [360, 390, 768, 1280, 1900])
def test_no_page_is_wider_than_its_screen(chromium: Any, folder: Path, narrow: int) -> None:
    for name in ("ferry-port-ansel.html", "index.html"):
        for sheet in _open(chromium, (folder / name).as_uri(), narrow):
            assert sheet.evaluate("document.documentElement.scrollWidth") <= narrow


def test_everything_that_can_be_focused_has_a_name(desk: Any) -> None:
    nameless = desk.evaluate(
        """() => [...document.querySelectorAll('a, button, input, summary, [tabindex="0"]')]
           .filter((n) => !(n.textContent.trim() || n.getAttribute('aria-label') || n.labels?.length))
           .map((n) => n.outerHTML.slice(0, 80))"""
    )
    assert nameless == []


def test_on_paper_everything_stands_open(desk: Any) -> None:
    desk.emulate_media(media="print")
    desk.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert desk.locator("details:not([open])").count() == 0
    assert desk.locator(".text").last.evaluate("(n) => n.scrollHeight - n.clientHeight") <= 1


def test_search_filters_titles_outlets_people_and_dates(list_of_stories: Any) -> None:
    for words, shown in (("ferry", 1), ("record", 40), ("zoe march", 40), ("1–3 jan", 1), ("nothing such", 0)):
        list_of_stories.locator("#find").fill(words)
        list_of_stories.wait_for_timeout(150)
        assert list_of_stories.locator(".rows > li:visible").count() == shown, words
        assert list_of_stories.locator("#found").inner_text() == f"{shown} of 41 stories"


def test_search_by_keyboard(list_of_stories: Any) -> None:
    list_of_stories.keyboard.press("/")
    list_of_stories.keyboard.type("ferry")
    list_of_stories.keyboard.press("Enter")
    assert list_of_stories.evaluate("document.activeElement.getAttribute('href')") == "ferry-port-ansel.html"
    list_of_stories.keyboard.press("Enter")
    list_of_stories.wait_for_url("**/ferry-port-ansel.html")


def test_only_stories_that_differ(list_of_stories: Any) -> None:
    list_of_stories.locator("#only-differ").check()
    assert list_of_stories.locator(".rows > li:visible").count() == 1
