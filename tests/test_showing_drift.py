"""The drift of a quotation: what is marked, what is left alone, and what a change is called."""

from __future__ import annotations

import pytest

from samestory.model import Edit
from samestory.showing.drift import Piece, name, pieces

FIRST = "“We lost the pier, but nobody was hurt — thank God,”"


def _marked(version: str) -> list[tuple[str, str]]:
    return [(piece.how, piece.text) for piece in pieces(FIRST, version) if piece.how != "same"]


def test_the_same_words_have_no_mark() -> None:
    assert {piece.how for piece in pieces(FIRST, FIRST)} == {"same"}


def test_the_style_of_quotation_marks_and_the_stop_at_the_end_are_left_alone() -> None:
    assert _marked('"We lost the pier, but nobody was hurt — thank God."') == []


def test_a_question_at_the_end_is_not_left_alone() -> None:
    assert _marked("“We lost the pier, but nobody was hurt — thank God?”") != []


def test_a_changed_word_and_a_changed_dash_are_marked() -> None:
    assert _marked("“We lost the quay, but nobody was hurt - thank God,”") == [
        ("there", "pier"),
        ("here", "quay"),
        ("there", "—"),
        ("here", "-"),
    ]


def test_a_long_part_that_is_missing_is_counted_not_repeated() -> None:
    long = " ".join(f"word{n}" for n in range(40))
    assert [p.text for p in pieces(f"We lost the pier and more. {long}", "We lost the pier and more.") if p.how == "there"] == [
        " [40 words not given here] "
    ]


def test_texts_with_little_in_common_are_shown_plain() -> None:
    assert pieces(FIRST, "He was glad that all had lived.") == (Piece("same", "He was glad that all had lived."),)


def test_the_version_can_be_read_off_its_pieces() -> None:
    version = "“We have lost the pier ... nobody was hurt,”"
    assert "".join(piece.text for piece in pieces(FIRST, version) if piece.how != "there") == version


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (Edit("punctuation", "-", "—"), "dash changed"),
        (Edit("punctuation", " ", " — "), "dash dropped"),
        (Edit("punctuation", " - ", " "), "dash added"),
        (Edit("punctuation", '"', "“"), "quotation marks changed"),
        (Edit("punctuation", "", ","), "punctuation changed"),
        (Edit("trimmed", "", "thank God"), "left out"),
        (Edit("number", "43", "40"), "number changed"),
    ],
)
def test_changes_have_names(edit: Edit, expected: str) -> None:
    assert name(edit).name == expected


def test_a_changed_negation_or_number_is_grave() -> None:
    assert name(Edit("negation", "", "not")).grave
    assert name(Edit("number", "43", "40")).grave
    assert not name(Edit("word", "quay", "pier")).grave
