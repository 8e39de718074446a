"""What has to be surer than a word of speaking."""

from __future__ import annotations

import pytest

from attributing_setup import passages
from samestory.attributing import statements
from samestory.attributing.candidates import Candidate
from samestory.attributing.choosing import Attribution
from samestory.attributing.marks import stretches
from samestory.attributing.tree import Run, Tree

SURE = 0.87


def attribution(text: str, source: str | None, cue: str, content: str) -> tuple[list[Tree], Attribution]:
    """An attribution as the model would propose it, with `SURE`."""
    passage = passages(text)[1][0]
    tree = Tree(passage, stretches(passage.doc.text))

    def run(words: str) -> Run:
        start = text.index(words)
        inside = [i for i, at in enumerate(tree.starts) if start <= at < start + len(words)]
        return inside[0], inside[-1] + 1

    said, by = run(content), run(source) if source else None
    words = (by,) if by else ()
    candidate = Candidate("model", run(cue)[0], (said,), said[0], by[1] - 1 if by else None, "model", words, -1, run(cue))
    return [tree], Attribution(0, candidate, SURE, [(0, said)])


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Ann Doe said the dam would hold.", "Ann Doe", "said", "the dam would hold"),
        ("Ann Doe criticized how the dam was built.", "Ann Doe", "criticized", "how the dam was built"),
        ("Ann Doe had to admit that the dam would fall.", "Ann Doe", "had to admit", "that the dam would fall"),
        ("When the wind rose, Ann Doe said that the dam would fall.", "Ann Doe", "said", "that the dam would fall"),
        ("Ann Doe may run, but said that the dam would fall.", "Ann Doe", "said", "that the dam would fall"),
        ("Ann Doe was warned by Joe Roe that the dam would fall.", "Joe Roe", "warned", "that the dam would fall"),
        ("Ann Doe proposed closing the dam.", "Ann Doe", "proposed", "closing the dam"),
        ('Ann Doe is proud that "the old dam still holds".', "Ann Doe", "is proud", 'that "the old dam still holds"'),
    ],
)
def test_statements(text: str, source: str | None, cue: str, content: str) -> None:
    assert statements.margin(*attribution(text, source, cue, content)) >= 0


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Nobody is suggesting that the dam will fall.", "Nobody", "is suggesting", "that the dam will fall"),
        ("No one said that the dam will fall.", "No one", "said", "that the dam will fall"),
        ("It seemed possible that it would rain.", None, "seemed", "possible that it would rain"),
        ("Ann Doe never used to like politics.", "Ann Doe", "never used to like", "politics"),
        ("Some might say that the dam will fall.", "Some", "might say", "that the dam will fall"),
        ("They get to decide how the milk is sold.", "They", "get to decide", "how the milk is sold"),
        ("She said goodbye to a child.", "She", "said", "goodbye to a child"),
        ("Ann Doe co-sponsored the bill.", "Ann Doe", "co-sponsored", "the bill"),
        ("You think the dam will fall.", "You", "think", "the dam will fall"),
        ("We said that the dam will fall.", "We", "said", "that the dam will fall"),
        ("Not one of the sailors says that the dam will fall.", "Not one of the sailors", "says", "that the dam will fall"),
        ("Ann Doe seldom said that the dam will fall.", "Ann Doe", "seldom said", "that the dam will fall"),
        ("Did Ann Doe really think that the dam will fall?", "Ann Doe", "think", "that the dam will fall"),
        ("Once the board says that the dam will fall, Doe leaves.", "the board", "says", "that the dam will fall"),
        ("She can go to court, argue that the dam will fall.", "She", "argue", "that the dam will fall"),
        ("The sailors are going to hear it and think that the dam will fall.", "The sailors", "think", "that the dam will fall"),
        ("Perhaps he knows that the dam will fall.", "he", "knows", "that the dam will fall"),
        ("It is hard for the board to say that the dam will fall.", "the board", "say", "that the dam will fall"),
        ("It is not because the sailors think that the dam will fall.", "the sailors", "think", "that the dam will fall"),
        ("Checking the claim of the mayor, the Ledger reported: It fell.", "the Ledger", "reported", "Checking the claim of the mayor"),
        ("(RELATED: Ann Doe Says That The Dam Will Fall)", "Ann Doe", "Says", "That The Dam Will Fall"),
        ("Ann Doe said she had no comment.", "Ann Doe", "said", "she had no comment"),
        ('People said to themselves, "The dam will fall."', "People", "said", '"The dam will fall."'),
        ('Would they say, "The dam will fall."', "they", "say", '"The dam will fall."'),
        ("The sailors are probably hoping that the dam will fall.", "The sailors", "hoping", "that the dam will fall"),
        ("The sailors were warned that the dam will fall.", "The sailors", "warned", "that the dam will fall"),
        ("Ann Doe wrote about it.", "Ann Doe", "wrote about", "it"),
        (
            "The board addresses the question of whether the dam will fall.",
            "The board",
            "addresses",
            "the question of whether the dam will fall",
        ),
        ("The board is defending its decision to close the dam.", "The board", "is defending", "its decision to close the dam"),
        ("The board defends its plan even if no dam fell.", "The board", "defends", "its plan even if no dam fell"),
        ("Sailors are optimistic about what a dam can do.", "Sailors", "are optimistic about", "what a dam can do"),
        ("Ann Doe is proposing legislation that would close the dam.", "Ann Doe", "is proposing", "legislation that would close the dam"),
    ],
)
def test_no_statements(text: str, source: str | None, cue: str, content: str) -> None:
    assert statements.margin(*attribution(text, source, cue, content)) < 0


def test_what_the_reader_reads_is_not_the_readers() -> None:
    told = 'In the almanac %s read: "The dam will fall."'
    assert not statements.is_told(*attribution(told % "we", "we", "read", '"The dam will fall."'))
    assert statements.is_told(*attribution(told % "Ann Doe", "Ann Doe", "read", '"The dam will fall."'))


def test_words_of_speaking_need_least() -> None:
    told = [
        attribution("Ann Doe said a word of thanks.", "Ann Doe", "said", "a word of thanks"),
        attribution("Ann Doe criticized a word of thanks.", "Ann Doe", "criticized", "a word of thanks"),
        attribution("Ann Doe imposed a word of thanks.", "Ann Doe", "imposed", "a word of thanks"),
    ]
    sure = [statements.needed(*one) for one in told]
    assert sure == sorted(sure)
    assert len(set(sure)) == len(sure)
