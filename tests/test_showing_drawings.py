"""The drawings and what stands behind them: sources, copies folded into one, days near and far."""

from __future__ import annotations

from dataclasses import replace

from samestory.model import (
    Article,
    Comparison,
    Copy,
    Credit,
    Edit,
    GivenTo,
    Moment,
    Provenance,
    Published,
    Saying,
    Span,
    Story,
    Telling,
    Version,
)
from samestory.showing import graph, origins, said, timeline
from samestory.showing.sheet import Sheet
from showing_story import comparison

TEXT = "The bridge at Orrin fell. Nobody was hurt, the Herald reported."


def _telling(name: str, day: str | None = "2020-05-04", credits: tuple[Credit, ...] = ()) -> Telling:
    article = Article(name, "-", None, name.title(), "T", (), day, "en", TEXT, ())
    return Telling(article, Published(day, False, "given") if day else None, credits=credits)


def _compared(*tellings: Telling, copies: tuple[Copy, ...] = (), **parts: object) -> Sheet:
    story = Story("s", "T", None, None, tuple(t.article.id for t in tellings), copies)
    return Sheet(Comparison(story, tellings, **parts))  # type: ignore[arg-type]


def test_credits_and_copies_that_provenance_does_not_hold_are_shown_all_the_same() -> None:
    credit = Credit("Herald", Span("b", 43, 62), Span("b", 26, 41), "credits:reported")
    copy = Copy("b", "a", 0.5, ((Span("b", 0, 25), Span("a", 0, 25)),))
    sheet = _compared(_telling("a"), _telling("b", credits=(credit,)), copies=(copy,))
    (root,) = origins.roots(sheet)
    assert [(step.how, step.origin, step.shared) for step in root.steps] == [("copies", "A", "50 %"), ("credits", "Herald", None)]
    assert [cite.words for cite in root.steps[1].covers] == ["Nobody was hurt"]


def test_a_copy_is_shown_from_the_side_of_the_one_who_has_it() -> None:
    copy = Copy("b", "a", 1.0, ((Span("b", 0, 25), Span("a", 0, 25)),))
    sheet = _compared(_telling("a"), _telling("b"), copies=(copy,), provenance=(Provenance("a", "b", True, "copies", (Span("a", 0, 25),)),))
    (root,) = origins.roots(sheet)
    assert root.teller.article.id == "a"
    assert {cite.teller.article.id for cite in root.steps[0].cites} == {"a"}


def test_three_pure_copies_are_one_box() -> None:
    names = "abcde"
    copies = tuple(Copy(name, "a", 0.9, ((Span(name, 0, 25), Span("a", 0, 25)),)) for name in names[1:])
    drawn = graph.draw(origins.roots(_compared(*(_telling(name) for name in names), copies=copies)))
    assert drawn
    assert [(box.letter, box.name) for box in drawn.boxes] == [("A", "A"), ("", "4 copies")]
    assert len(drawn.lines) == 1


def test_an_outlet_that_names_itself_is_not_drawn_as_its_own_source() -> None:
    assert (
        graph.draw(
            origins.roots(_compared(_telling("herald", credits=(Credit("Herald", Span("herald", 47, 53), Span("herald", 0, 25), "r"),))))
        )
        is None
    )


def test_a_ring_of_sources_can_be_drawn() -> None:
    ring = tuple(Provenance(a, b, True, "credits", (Span(a, 0, 3),)) for a, b in ("ab", "bc", "ca"))
    drawn = graph.draw(origins.roots(_compared(*(_telling(name) for name in "abc"), provenance=ring)))
    assert drawn
    assert len(drawn.boxes) == 3


def test_days_far_off_or_longer_than_a_month_are_listed_not_drawn() -> None:
    days = [("1961-01-01", "1961-12-31"), ("2020-05-01", "2020-05-31"), ("2020-05-02", "2020-05-02"), ("2020-05-03", "2020-05-04")]
    moments = tuple(Moment(first, last, "what", (Span("a", 0, 3),)) for first, last in days)
    sheet = _compared(_telling("a"), timeline=moments)
    lines = timeline.moments(sheet)
    drawn = timeline.drawing(sheet, lines)
    assert drawn
    assert [tag.text for tag in drawn.moments] == ["T3", "T4"]
    assert drawn.left_out == "T1–T2"
    assert timeline.parted(sheet, lines)[0] == (), "one day long before is not worth folding"


def test_without_two_days_there_is_no_drawing() -> None:
    assert timeline.drawing(_compared(_telling("a", None)), ()) is None


def test_versions_that_differ_in_the_last_stop_are_one() -> None:
    texts = {"a": "“Nobody was hurt.”", "b": '"Nobody was hurt,"', "c": "“Nobody is hurt.”"}
    versions = tuple(Version(name, "direct", (Span(name, 26, 41),), text, "Ann Doe", None, ()) for name, text in texts.items())
    sheet = _compared(*(_telling(name) for name in texts), sayings=(Saying("Ann Doe", versions),))
    (saying,) = said.shared(sheet)
    assert [cite.teller.letter for cite in saying.first.cites] == ["A", "B"]
    assert len(saying.others) == 1


def test_another_speaker_makes_another_wording_only_where_the_tellings_plainly_disagree() -> None:
    versions = tuple(
        Version(name, "direct", (Span(name, 26, 41),), "Nobody was hurt", speaker, None, ())
        for name, speaker in (("a", "Ann Doe"), ("b", None), ("c", "Bob Roe"))
    )
    tellings = [_telling(name) for name in "abc"]
    (unsure,) = said.shared(_compared(*tellings, sayings=(Saying("Ann Doe", versions),)))
    assert (unsure.others, unsure.given_to) == ((), ())
    given_to = (GivenTo("Ann Doe", ("a",)), GivenTo("Bob Roe", ("c",)))
    (saying,) = said.shared(_compared(*tellings, sayings=(Saying("Ann Doe", versions, given_to),)))
    assert [wording.speaker for wording in (saying.first, *saying.others)] == ["Ann Doe", None, "Bob Roe"]
    assert [(given.speaker, [teller.letter for teller in given.tellers]) for given in saying.given_to] == [
        ("Ann Doe", ["A"]),
        ("Bob Roe", ["C"]),
    ]


def test_a_paraphrase_shows_no_drift_of_words() -> None:
    quoted = Version("a", "direct", (Span("a", 26, 41),), "Nobody was hurt", "Ann Doe", None, ())
    told = Version("b", "indirect", (Span("b", 26, 41),), "that no one was harmed", "Ann Doe", None, ())
    plain = Version(
        "c", "indirect", (Span("c", 26, 41),), "Nobody was hurt", None, None, (Edit("marks", "Nobody was hurt", "Nobody was hurt"),)
    )
    (saying,) = said.shared(_compared(*(_telling(name) for name in "abc"), sayings=(Saying("Ann Doe", (quoted, told, plain)),)))
    assert [[piece.how for piece in wording.pieces] for wording in saying.others] == [["same"], ["same"]]
    assert [wording.kind for wording in saying.others] == ["the outlet's own words for it", "the same words, without quotation marks"]
    assert [change.name for change in saying.others[1].changes] == ["quotation marks dropped"]


def test_the_letters_follow_the_order_of_the_story() -> None:
    tellings = comparison().tellings
    sheet = Sheet(replace(comparison(), tellings=tellings))
    assert [teller.letter for teller in sheet.tellers.values()] == ["A", "B", "C", "D", "E"]
