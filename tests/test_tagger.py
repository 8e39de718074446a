"""The model of attribution in use, on articles about invented people."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samestory.attributing import tagged, tagger
from samestory.attributing.tree import Tree
from samestory.language import parse
from samestory.model import Article, Block, Span

pytestmark = pytest.mark.skipif(not tagger.at_hand(), reason="the model or what runs it is not installed")

TEXT = (
    "Ferry hits breakwater\n\n"
    "Mayor Ines Quarrel said the ferry had been inspected in May. “We will find out what happened,” she told reporters 🙂. “And soon.”\n\n"
    "According to the harbour office, the wind was calm."
)


def article(text):
    blocks = tuple(Block(Span("a", *m.span()), "body", "test") for m in re.finditer(r"[^\n]+", text))
    return Article("a", "a", None, None, None, (), None, "en", text, blocks)


def proposals(text):
    made = article(text)
    return tagger.propose(made, parse(made))


def words(text, spans):
    return [text[span.start : span.end] for span in spans]


def test_each_cue_has_its_source_and_content():
    found = {" ".join(words(TEXT, p.cue)): (words(TEXT, p.source), " ".join(words(TEXT, p.content))) for p in proposals(TEXT)}
    assert found["said"] == (["Mayor Ines Quarrel"], "the ferry had been inspected in May")
    source, content = found["told reporters"] if "told reporters" in found else found["told"]
    assert source == ["she"]
    assert "We will find out what happened" in content
    assert found["According to"] == (["the harbour office"], "the wind was calm")


def test_same_input_same_output():
    assert proposals(TEXT) == proposals(TEXT)


def test_nothing_in_nothing_out():
    assert proposals("") == ()
    assert proposals(" \n\n ") == ()


def test_scores_are_between_nothing_and_sure():
    assert all(tagger.LIKELY <= p.score <= 1 for p in proposals(TEXT))


def test_a_very_long_paragraph_loses_no_cue():
    text = " ".join(f"Warden number {n} said the gate was shut." for n in range(60))
    assert len({p.cue for p in proposals(text)}) == 60


def test_a_piece_that_two_cues_claim_has_one_speaker():
    made = article('"We saw it," Ann Tolley said. "It was red," Bo Marrow added.')
    trees = [Tree(passage) for passage in parse(made)]
    chosen, _ = tagged.choose(trees, tagger.propose(made, parse(made)))
    pieces = [piece for attribution in chosen for piece in attribution.pieces]
    assert len(pieces) == len(set(pieces))


def test_a_content_does_not_stop_a_word_short_of_the_full_stop():
    text = "Tolley said she had not heard a horn either."
    (found,) = proposals(text)
    assert words(text, found.content) == ["she had not heard a horn either"]


def test_no_cue_is_found_twice():
    found = proposals(TEXT * 3)
    assert len({proposal.cue for proposal in found}) == len(found)


@settings(max_examples=15, deadline=None)
@given(st.text(alphabet="aB “”\"'’\n\u00a0é🙂İﬁ.,:—", max_size=80))
def test_any_text_gives_spans_inside_it(text):
    whole = f"{text} said Ann Tolley. “It {text}"
    for proposal in proposals(whole):
        for span in (*proposal.content, *proposal.cue, *proposal.source):
            assert 0 <= span.start < span.end <= len(whole)
