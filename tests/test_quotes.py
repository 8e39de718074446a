"""Quotations: marks, pieces, and what must hold whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attributing_setup import passages
from samestory.attributing import credits, names, quotes
from samestory.attributing.marks import stretches
from samestory.model import Quote, Silence


def found_in(text: str) -> tuple[tuple[Quote, ...], tuple[Silence, ...]]:
    made, parsed = passages(text)
    roster = names.people(made, parsed, names.find(parsed))
    said = quotes.find(made, parsed, roster, credits.find(made, parsed))
    return said.quotes, said.silences


def pieces(text: str, quote: Quote) -> list[str]:
    return [text[span.start : span.end] for span in quote.content]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No,” he said. “Not now.”", ["“No,”", "“Not now.”"]),
        ('"No," he said. "Not now."', ['"No,"', '"Not now."']),
        ("``No,'' he said.", ["``No,''"]),
        ("“No, he said. He left.", ["“No, he said. He left."]),
        ("He is 6'2\" tall and said nothing.", []),
        ("no marks at all", []),
        ('"', []),
    ],
)
def test_stretches(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in stretches(text)] == expected


def test_single_marks_count_where_there_are_no_others() -> None:
    text = "‘We don’t know yet,’ she said."
    assert [text[s.start : s.end] for s in stretches(text, singles=True)] == ["‘We don’t know yet,’"]


def test_a_broken_quotation_keeps_both_pieces_and_their_marks() -> None:
    text = '"We lost the roof," Ann Tolley said, "but nobody was hurt."'
    ((quote,), _) = found_in(text)
    assert pieces(text, quote) == ['"We lost the roof,"', '"but nobody was hurt."']
    assert quote.kind == "direct"


def test_paragraphs_that_open_a_mark_again_go_on() -> None:
    text = '"The river is rising," Ann Tolley said. "We will move the cows.\n\n"Then we will wait for the morning."\n\nIt rained.'
    ((quote,), _) = found_in(text)
    assert len(quote.content) == 3


def test_silences_are_never_quotations() -> None:
    said, silent = found_in("Ann Tolley declined to comment on the dam. The mill denied the allegations.")
    assert not said
    assert [silence.kind for silence in silent] == ["no_comment", "denial"]


MARKS = ['"', "“", "”", "'", ",", ".", ":", "—", "\n\n"]
WORDS = st.sampled_from([*MARKS, "said", "told", "that", "Ann Tolley", "she", "the dam", "would hold", "according to"])


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_whatever_the_text_spans_stand_inside_it_and_are_not_empty(words: list[str]) -> None:
    text = " ".join(words)
    said, silent = found_in(text)
    spans = [span for quote in said for span in (*quote.content, *quote.cue, *quote.source)] + [silence.span for silence in silent]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(quote.content and 0 <= quote.score <= 1 for quote in said)
    assert (said, silent) == found_in(text)
