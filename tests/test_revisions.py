"""Versions of one article, and what changed between them. All people, places and outlets are invented."""

from __future__ import annotations

from samestory.comparing import compare, revisions, rewrites
from samestory.grouping.copies import Finder
from samestory.model import Change, Revision, Story, Telling
from telling_builder import Marks, Said, Stated, story, telling

FIRST = """The old flour mill in Sandlow went up in flames on Monday night, and a guard was hurt.

Neighbours ran out with buckets, said Tamsin Orchard, who lives across the street from the mill.

"I heard the roof come down like thunder," Orchard said.

Some 12 families had to leave their homes on Tanner Street for the night, the town said on Tuesday.

The fire was out by two in the morning on Tuesday, and the town has asked for help with blankets and food."""
SAID = Said('"I heard the roof come down like thunder,"', "Tamsin Orchard")
URL = "https://ledger.example/mill-fire"


def ledger(name: str, text: str, marks: Marks | None = None, **heads: str | None) -> Telling:
    return telling(name, text, marks, **{"outlet": "Harbour Ledger", "day": "2025-03-04", **heads})


def found(*told: Telling) -> tuple[Revision, ...]:
    return revisions.find(_story(*told), told)


def _story(*told: Telling) -> Story:
    return story(*told, copies=Finder().find(told))


def changes(later: str, before: Marks | None = None, after: Marks | None = None) -> list[tuple[str, str]]:
    one, two = ledger("a", FIRST, before), ledger("b", later, after)
    return [(change.kind, change.why) for change in rewrites.find(one, two)]


def test_two_texts_of_one_address_are_versions() -> None:
    (revision,) = found(ledger("a", FIRST, url=URL), ledger("b", "All was well in the end.", url=f"{URL}?from=mail", day="2025-03-09"))
    assert (revision.earlier, revision.later, revision.why) == ("a", "b", "the same address")


def test_a_front_page_is_no_article() -> None:
    page = "https://ledger.example/"
    assert found(telling("a", FIRST, url=page), telling("b", "All was well in the end.", url=page)) == ()


def test_one_outlet_with_hardly_any_words_of_its_own() -> None:
    later = FIRST.replace("12 families", "14 families")
    (revision,) = found(ledger("a", FIRST), ledger("b", later, day="2025-03-05"))
    assert revision.why == "one outlet, and most words the same"
    assert [(change.kind, change.why) for change in revision.changes] == [("number", "“12 families” became “14 families”.")]


def test_what_is_no_version() -> None:
    later = FIRST.replace("12 families", "14 families")
    assert found(ledger("a", FIRST), ledger("b", later, outlet="Wexley Daily")) == ()
    assert found(ledger("a", FIRST), ledger("b", later, day="2025-03-24")) == ()
    assert found(telling("a", FIRST), telling("b", later)) == ()
    gallery = [telling(year, later, outlet="Harbour Ledger", title=f"{year}: the year in pictures") for year in ("2023", "2024")]
    assert found(*gallery) == ()


def test_three_versions_follow_one_another() -> None:
    numbers = (("a", "12", "2025-03-04"), ("b", "14", "2025-03-05"), ("c", "15", "2025-03-06"))
    told = [ledger(name, FIRST.replace("12", number), day=day) for name, number, day in numbers]
    assert [(revision.earlier, revision.later) for revision in found(*told)] == [("a", "b"), ("b", "c")]
    assert [one.article.id for one in revisions.current(told, found(*told))] == ["c"]
    assert revisions.last_versions(found(*told)) == {"a": "c", "b": "c", "c": "c"}


def test_commas_marks_case_and_order_are_no_changes() -> None:
    paragraphs = FIRST.replace("night, and", "night and").replace('"', "“").replace("Some 12", "Some twelve").split("\n\n")
    assert changes("\n\n".join(reversed(paragraphs))) == []


def test_a_headline_that_changed() -> None:
    one, two = ledger("a", FIRST, title="Guard hurt in mill fire"), ledger("b", FIRST, title="Two hurt in mill fire")
    (change,) = rewrites.find(one, two)
    assert (change.kind, change.why) == ("headline", "The headline “Guard hurt in mill fire” became “Two hurt in mill fire”.")


def test_a_quotation_that_is_gone_and_one_that_is_new() -> None:
    without = "\n\n".join(part for part in FIRST.split("\n\n") if "thunder" not in part)
    gone = ("quotation gone", "A quotation of Tamsin Orchard is gone: “I heard the roof come down like thunder”.")
    assert changes(without, before=Marks(says=[SAID])) == [gone]
    one, two = ledger("a", without), ledger("b", FIRST, Marks(says=[SAID]))
    assert [change.kind for change in rewrites.find(one, two)] == ["quotation added"]


def test_words_inside_a_quotation() -> None:
    other = '"I heard the walls come down like thunder,"'
    later = FIRST.replace(SAID.content, other)
    kinds = changes(later, Marks(says=[SAID]), Marks(says=[Said(other, "Tamsin Orchard")]))
    assert kinds == [("quotation changed", "“roof” became “walls”.")]


def test_sentences_that_are_new_or_gone_and_words() -> None:
    new = "A second guard was treated for smoke. His name was not given."
    assert changes(f"{FIRST}\n\n{new}") == [("added", "2 sentences are new: “A second guard was treated for smoke”.")]
    assert changes(FIRST.replace("a guard was hurt", "a guard was killed")) == [("wording", "“hurt” became “killed”.")]
    longer = FIRST.replace("on Tanner Street", "on Tanner Street and behind the bakery at Mill Lane")
    assert changes(longer) == [("added", "“and behind the bakery at Mill Lane” is new.")]
    assert changes(FIRST.replace("a guard was hurt", "a guard was not hurt")) == [("wording", "“not” is new.")]


def test_every_change_has_its_places() -> None:
    one, two = ledger("a", FIRST), ledger("b", FIRST.replace("12 families", "14 families").replace("Neighbours", "Two neighbours"))
    number: Change = rewrites.find(one, two)[0]
    assert one.article.words(number.before[0]) == "12 families"
    assert two.article.words(number.after[0]) == "14 families"


def test_versions_confirm_nothing() -> None:
    marks = Marks(says=[SAID], facts=[Stated("count", "families", "12", 12, "family")])
    one, two = ledger("a", FIRST, marks, url=URL), ledger("b", FIRST + "\n\nMore follows.", marks, url=URL)
    laid = compare(_story(one, two), [one, two])
    assert (laid.sayings, laid.points, laid.provenance) == ((), (), ())
    assert laid.summary
    assert laid.summary.text == "2 articles (1 of them an earlier version), 1 outlet"
    assert laid.origins
    assert laid.origins.why == "Source found in the article: Tamsin Orchard. 1 earlier version of an article is not counted."
    other = telling("c", FIRST, marks, outlet="Wexley Daily", day="2025-03-05")
    three = compare(_story(one, two, other), [one, two, other])
    assert {version.article for saying in three.sayings for version in saying.versions} == {"b", "c"}
