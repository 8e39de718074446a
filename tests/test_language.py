"""The language model run our way says what it says itself."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from samestory import language
from samestory.language import forms, quick
from samestory.language.entities import Moves
from samestory.language.vectors import Unknown

PARAGRAPHS = (
    "Ann Doe of Fort Marrow said on May 3 that she isn't gonna sign the $4.5 million deal with Larkspur Foods Inc., owner of two mills.",
    "“There's nothin' wrong,” Bo Harrow, 41, told the Aldine Gazette. “C'mon, let's go — y'all got ta see 'em, they won't ca n't ai n't.”",
    "LARKSPUR FIRM FIRES 1,200 IN OHIO",
    "x",
    "  \n\n ",
    "The council met at 7 p.m. on March 3, 2019, in the Doe Building.  It had done so since 1950; it does not now.",
    "He'd been there once. We're done, I'm told, it's the law that's been read to them. That which was, was.",
    "http://larkspur.example/a?b=1 @anndoe #mill ann@larkspur.example :-) 3rd 50% £20 19-year-old Mr. J.R. Doe-Marrow’s dogs’ \t tails",
    "Gov. Carl Marrow (R) and Sens. Doe and Harrow, of the Senate Mill Committee, visited the U.N. in New York, and the Eiffel Tower.",
)
SAID = ("text", "idx", "tag_", "pos_", "lemma_", "dep_", "ent_iob_", "ent_type_", "is_sent_start")


def said(doc: Any) -> list[tuple[Any, ...]]:
    return [(*(getattr(token, name) for name in SAID), token.head.i, token.left_edge.i, token.right_edge.i) for token in doc]


@pytest.fixture(scope="module")
def ours() -> quick.Quick:
    made = quick.Quick.of(language.model())
    assert made is not None, "the pinned model is not known any more: see samestory/language/quick.py"
    return made


def test_says_what_the_model_says(ours: quick.Quick) -> None:
    theirs = [said(doc) for doc in language.model().pipe(PARAGRAPHS)]
    assert [said(doc) for doc in ours.read(PARAGRAPHS)] == theirs
    assert [said(doc) for doc in ours.read(PARAGRAPHS)] == theirs  # and again, from the table of known words
    assert [said(ours.read([text])[0]) for text in PARAGRAPHS] == theirs  # and alone


def test_one_paragraph_does_not_see_the_next(ours: quick.Quick) -> None:
    assert said(ours.read([PARAGRAPHS[0]] * 3)[1]) == said(ours.read([PARAGRAPHS[0]])[0])


def test_nothing_to_read(ours: quick.Quick) -> None:
    assert ours.read([]) == []
    assert [len(doc) for doc in ours.read([""])] == [0]


def test_a_full_table_is_begun_anew(ours: quick.Quick, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "KEPT", 3)
    theirs = [said(doc) for doc in language.model().pipe(PARAGRAPHS)]
    assert [said(doc) for doc in ours.read(PARAGRAPHS)] == theirs


def test_another_pipeline_is_left_to_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    with language.model().select_pipes(disable=["lemmatizer"]):
        assert quick.Quick.of(language.model()) is None
    assert quick.Quick.of(language.model()) is not None
    monkeypatch.setattr(language, "_quick", lambda: None)
    assert [doc.text for doc in language._read(["Ann Doe left."])] == ["Ann Doe left."]


def test_a_model_built_otherwise_is_left_to_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick.Network, "of", lambda model: (_ for _ in ()).throw(Unknown("embedding")))
    assert quick.Quick.of(language.model()) is None


@pytest.mark.parametrize(
    "pattern", [{"OP": "*", "LOWER": "so"}, {"SHAPE": "xx"}, {"LOWER": {"FUZZY": "so"}}, {"LOWER": {"IN": ["so"], "NOT_IN": ["as"]}}]
)
def test_a_rule_that_cannot_be_read(pattern: dict[str, Any]) -> None:
    pipe: Any = language.model().get_pipe
    rule = {"patterns": [[pattern]], "attrs": {"POS": "ADV"}, "index": 0}
    ruler = SimpleNamespace(patterns=[rule], attrs=[{74: 86}], vocab=language.model().vocab)
    with pytest.raises(Unknown):
        forms.Forms.of(ruler, pipe("lemmatizer"), {74: "POS"}, lambda vocab, key: key)


def test_moves_that_are_not_known() -> None:
    assert Moves.of(["B-ORG", "I-ORG", "L-ORG", "U-ORG", "O", "U-"]).out == 4
    for names in (["B-ORG", "I-ORG", "L-ORG", "O", "U-"], ["O", "U-", "M"], ["B-ORG", "B-ORG", "I-ORG", "L-ORG", "U-ORG", "O", "U-"]):
        with pytest.raises(Unknown):
            Moves.of(names)


def test_the_networks_are_the_models_own(ours: quick.Quick) -> None:
    assert ours.words.features == ("NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE")
    assert len(ours.words.layers) == len(ours.named.layers) == 4


def test_the_library_is_whole_after_a_quick_start() -> None:
    code = (
        "import sys; from samestory import language; language.model(); assert 'spacy.cli' not in sys.modules;"
        "import spacy, spacy.cli; assert spacy.cli.download and spacy.info(silent=True)['spacy_version'] == spacy.__version__;"
        "from samestory.language import loading; assert loading.library() is spacy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_hyphen_that_hangs_on_a_word_is_a_dash() -> None:
    words = [token.text for token in language.model()("We love our 4 babies- and their well-known aunt.")]
    assert words[4:6] == ["babies", "-"]


@pytest.mark.parametrize("place", ["FORT DOE - ", "UPDATE II - ", "FORT DOE (March 4, 2025) - ", "Fort Doe, Texas (AP) — "])
def test_what_stands_before_the_first_sentence_is_no_part_of_it(place: str) -> None:
    assert language.DATELINE.match(f"{place}The mill burned.").end() == len(place)
    assert not language.DATELINE.match("A mill - The old one - burned.")
