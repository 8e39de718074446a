"""What all other tellings of a story have and one leaves out."""

from __future__ import annotations

from samestory.comparing import alone, lacking, timeline, versions
from samestory.comparing.persons import of_story
from samestory.model import Copy, Evidence, Point, Span, Telling
from telling_builder import Marks, Said, When, place, telling

COMMON = "The old dam above Tarn Bridge broke on Monday morning after a week of rain. Nobody was hurt, the fire chief of Wexley said."
AGAIN = "After a week of rain the dam above Tarn Bridge gave way on Monday morning. The Wexley fire chief said that nobody was hurt."
WARNED = "Engineers had warned the Wexley council of cracks in the wall in 2019."
WARNED_TOO = "Back in 2019 engineers had warned the council of Wexley of the cracks in the wall."
OTHER = "The trout farm below the weir will open its gates to visitors in May."


def left(*tellings: Telling, copies: tuple[Copy, ...] = ()) -> dict[str, list[list[str]]]:
    texts = {one.article.id: one.article for one in tellings}
    sayings = versions.find(tellings, of_story(tellings))
    found = lacking.find(tellings, alone.of_story(tellings), sayings, copies)
    return {one.article: [[texts[span.article].words(span) for span in places] for places in one.statements] for one in found}


def test_a_statement_that_all_others_have() -> None:
    a, b = telling("a", f"{COMMON} {WARNED}"), telling("b", f"{AGAIN} {WARNED_TOO}")
    c = telling("c", f"{COMMON} {OTHER}")
    assert left(a, b, c) == {"c": [[WARNED, WARNED_TOO]]}


def test_of_two_nothing_is_left_out_and_of_copies_neither() -> None:
    a, b, c = telling("a", f"{COMMON} {WARNED}"), telling("b", f"{AGAIN} {WARNED_TOO}"), telling("c", f"{COMMON} {OTHER}")
    assert left(a, c) == {}
    assert left(a, b, c, copies=(Copy("b", "a", 0.9, ()),)) == {}


def test_what_is_told_in_other_words_is_not_left_out() -> None:
    a, b = telling("a", f"{COMMON} {WARNED}"), telling("b", f"{AGAIN} {WARNED_TOO}")
    hinted = telling("c", f"{COMMON} The wall had cracks; the council knew from its engineers.")
    assert left(a, b, hinted) == {}


def test_an_article_of_something_else_leaves_nothing_out() -> None:
    a, b = telling("a", f"{COMMON} {WARNED}"), telling("b", f"{AGAIN} {WARNED_TOO}")
    assert left(a, b, telling("c", f"{OTHER} A baker won the lottery of the county.")) == {}


def test_a_quotation_that_all_others_have_comes_first() -> None:
    words = '"We heard a roar and ran up the hill with the children,"'
    says = Marks(says=[Said(words, "Ann Harwick")])
    a = telling("a", f"{COMMON} {WARNED} {words} Ann Harwick said.", says)
    b = telling("b", f"{AGAIN} {WARNED_TOO} {words} said Ann Harwick.", says)
    (found,) = left(a, b, telling("c", f"{COMMON} {OTHER}")).values()
    assert found[0] == ["We heard a roar and ran up the hill with the children"] * 2
    assert found[1] == [WARNED, WARNED_TOO]


def test_lines_that_are_no_sentence_and_advertisements_are_no_statement() -> None:
    own = ["Related Coverage: cracks in forty dams.", "Pre-order your copy of the book about dams now.", "Hide Caption 3 of 8 walls of it."]
    assert alone.find([telling("a", "\n".join([COMMON, *own])), telling("b", AGAIN)]) == ()


def test_a_fact_that_another_telling_gives_too_is_not_only_here() -> None:
    a = telling("a", f"{COMMON} It is the second breach of this kind since spring came.")
    b = telling("b", f"{AGAIN} A second one in seven months, says Corbridge.")
    spans = place(a, "second breach"), place(b, "second one")
    point = Point("count", "breach", "compatible", "Both can be true.", tuple(Evidence(s.article, s, 2) for s in spans))
    assert [one.article for one in alone.find([a, b])] == ["a", "b"]
    assert alone.find([a, b], points=[point]) == ()


def test_days_that_tellings_give_for_one_thing_tell_of_each_other() -> None:
    a = telling("a", "The dam broke on Monday.", Marks(times=[When("Monday", "2025-11-03")]))
    b = telling("b", "The dam broke on Tuesday.", Marks(times=[When("Tuesday", "2025-11-04")]))
    days = ((a, "Monday", "2025-11-03"), (b, "Tuesday", "2025-11-04"))
    facts = tuple(Evidence(one.article.id, place(one, words), day) for one, words, day in days)
    monday, tuesday = timeline.find([a, b], [Point("date", "dam broke", "differ", "A says Monday; B says Tuesday.", facts)])
    assert [conflict.mentions for conflict in monday.conflicts] == [(Span("b", 17, 24),)]
    assert [conflict.why for conflict in tuesday.conflicts] == ["A says Monday; B says Tuesday."]
    agreed = Point("date", "dam broke", "agree", "Both say so.", facts)
    assert [moment.conflicts for moment in timeline.find([a, b], [agreed])] == [(), ()]
