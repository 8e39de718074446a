"""What has to be surer than a word of speaking."""

from __future__ import annotations

import pytest

from attributing_setup import passages
from samestory.attributing import statements
from samestory.attributing.candidates import Candidate
from samestory.attributing.choosing import Attribution
from samestory.attributing.marks import stretches
from samestory.attributing.tree import Run, Tree


def attribution(text: str, source: str | None, cue: str, content: str) -> tuple[list[Tree], Attribution]:
    """An attribution as the model would propose it, with .65."""
    passage = passages(text)[1][0]
    tree = Tree(passage, stretches(passage.doc.text))

    def run(words: str) -> Run:
        start = text.index(words)
        inside = [i for i, at in enumerate(tree.starts) if start <= at < start + len(words)]
        return inside[0], inside[-1] + 1

    said, by = run(content), run(source) if source else None
    words = (by,) if by else ()
    candidate = Candidate("model", run(cue)[0], (said,), said[0], by[1] - 1 if by else None, "model", words, -1, run(cue))
    return [tree], Attribution(0, candidate, 0.65, [(0, said)])


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Ann Doe said the dam would hold.", "Ann Doe", "said", "the dam would hold"),
        ("Ann Doe criticized the plan.", "Ann Doe", "criticized", "the plan"),
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
    ],
)
def test_no_statements(text: str, source: str | None, cue: str, content: str) -> None:
    assert statements.margin(*attribution(text, source, cue, content)) < 0


def test_words_of_speaking_need_least() -> None:
    told = [
        attribution("Ann Doe said a word of thanks.", "Ann Doe", "said", "a word of thanks"),
        attribution("Ann Doe praised a word of thanks.", "Ann Doe", "praised", "a word of thanks"),
        attribution("Ann Doe imposed a word of thanks.", "Ann Doe", "imposed", "a word of thanks"),
    ]
    sure = [statements.needed(*one) for one in told]
    assert sure == sorted(sure)
    assert len(set(sure)) == len(sure)
