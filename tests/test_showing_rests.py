"""What a story goes back to and versions of one article, on the page. All people, places and outlets are invented."""

from __future__ import annotations

from dataclasses import replace

from lxml import html

from samestory.comparing import compare
from samestory.grouping.copies import Finder
from samestory.model import Comparison, Telling
from samestory.showing import entry, index, page, wording
from samestory.showing.rests import rests
from samestory.showing.sheet import Sheet
from showing_story import comparison
from telling_builder import Marks, Said, story, telling

FIRE = """A fire destroyed the old flour mill on Tanner Street in Sandlow on Monday night, and a guard was hurt.

The blaze broke out shortly before ten o'clock and was brought under control by forty firefighters four hours later.

The owner, a company that sells seeds, had planned to turn the building into flats for sixty families by next autumn."""
URL = "https://ledger.example/mill"


def laid() -> Comparison:
    told: list[Telling] = [
        telling("a", f"SANDLOW (AP) — {FIRE}", outlet="The Sandlow Post", day="2025-03-04", title="Mill burns"),
        telling("b", f"SANDLOW (AP) — {FIRE}", outlet="Northfield Courier", day="2025-03-05", title="Fire in the mill"),
        telling("c", "Some 12 families had to leave.", outlet="Harbour Ledger", day="2025-03-05", url=URL, title="Families leave"),
        telling(
            "d",
            "Some 14 families had to leave. The heater was old, said Jory Penhale.",
            Marks(says=[Said("The heater was old", "Jory Penhale", "indirect")]),
            outlet="Harbour Ledger",
            day="2025-03-06",
            url=URL,
            title="Families leave",
        ),
    ]
    finder = Finder()
    return compare(replace(story(*told, copies=finder.find(told)), signed=finder.signed(told)), told)


def test_the_counts_lead_to_their_parts() -> None:
    tree = html.document_fromstring(page(laid()))
    given = {link.text_content(): link.get("href") for link in tree.xpath("//ul[@class='summary']//a")}
    assert given == {
        "4 articles (1 of them an earlier version)": "#tellings",
        "3 outlets": "#tellings",
        "no second independent source shown": "#origins",
    }


def test_the_counts_of_the_page_are_those_of_the_summary() -> None:
    made = laid().summary
    assert made is not None
    assert ", ".join(text for text, _ in wording.counts(made)) == made.text
    alone = replace(
        made, articles=1, outlets=0, unknown_outlets=1, earlier_versions=0, no_source=1, text="1 article, outlet unknown, no source named"
    )
    assert ", ".join(text for text, _ in wording.counts(alone)) == alone.text
    several = replace(made, independent_sources=2)
    assert ("at least 2 independent sources", "#origins") in wording.counts(several)


def test_the_sources_stand_in_words_and_with_their_places() -> None:
    tree = html.document_fromstring(page(laid()))
    origins = tree.get_element_by_id("origins")
    text = " ".join(origins.text_content().split())
    assert "At least 2 of 3 articles have one source, the text of Associated Press." in text
    assert "Associated Press agency that signs the text, 2 articles:" in text
    assert "1 voice that one article alone cites" in text
    for link in origins.xpath(".//ul[contains(@class, 'sources')]//a[@class='cite']"):
        assert tree.get_element_by_id(link.get("href")[1:]) is not None


def test_versions_have_a_part_of_their_own() -> None:
    tree = html.document_fromstring(page(laid()))
    text = " ".join(tree.get_element_by_id("revised").text_content().split())
    assert "C Harbour Ledger, later D the same address; only the later one counts" in text
    assert "“12 families” became “14 families”." in text
    assert tree.xpath("//nav[@class='sections']/a[@href='#revised']")
    cited = [link.get("href")[1:] for link in tree.xpath("//section[@id='revised']//a[@class='cite']")]
    assert [tree.get_element_by_id(place).text_content() for place in cited][:2] == ["12 families", "14 families"]


def test_a_version_is_no_copy_of_another() -> None:
    told = [telling(name, FIRE, outlet="Harbour Ledger", day="2025-03-04", url=URL) for name in "ab"]
    finder = Finder()
    made = compare(story(*told, copies=finder.find(told)), told)
    text = " ".join(html.document_fromstring(page(made)).get_element_by_id("revised").text_content().split())
    assert "Nothing but commas, marks or the order of sentences changed." in text
    assert "shares text with" not in page(made)


def test_without_origins_nothing_is_said() -> None:
    assert rests(Sheet(comparison())) is None


def test_the_index_shows_the_counts() -> None:
    row = html.document_fromstring(index([entry(laid())])).xpath("//ol[@class='rows']/li")[0].text_content()
    assert "4 articles (1 of them an earlier version) · 3 outlets · no second independent source shown" in row
