"""What the model proposes, as the trees have it: sources that are whole, contents that go on behind "and"."""

from __future__ import annotations

import pytest

from attributing_setup import passages
from samestory.attributing import tagged
from samestory.attributing.marks import stretches
from samestory.attributing.tagger import Proposal
from samestory.attributing.tree import Tree
from samestory.model import Span

CONTENT = "that the dam would fall"


def attribution(text: str, source: str, cue: str, content: str = CONTENT) -> tuple[str, str]:
    """The source and the content, mended."""
    _, found = passages(text)
    trees = [Tree(passage, stretches(passage.doc.text)) for passage in found]
    spans = [(Span("text", text.index(words), text.index(words) + len(words)),) for words in (source, cue, content)]
    made = tagged._attribution(trees, Proposal(source=spans[0], cue=spans[1], content=spans[2], score=0.9))
    assert made is not None
    tree = trees[0]
    return tree.said(tree.span(made.candidate.words[0])), tree.said(tree.span(made.pieces[0][1]))


@pytest.mark.parametrize(
    ("text", "source", "cue", "expected"),
    [
        (f"In a long article Doe notes {CONTENT}.", "a long article Doe", "notes", "Doe"),
        (
            f"Ann Doe, author of a book, told the Ledger {CONTENT}.",
            "Ann Doe, author of a book, told the Ledger",
            "told",
            "Ann Doe, author of a book,",
        ),
        (
            f"A paper about younger, healthy sailors explained {CONTENT}.",
            "healthy sailors",
            "explained",
            "A paper about younger, healthy sailors",
        ),
        (f"A spokesman for Joe Roe said {CONTENT}.", "A spokesman for Joe Roe", "said", "A spokesman for Joe Roe"),
        (f"A letter from Joe Roe said {CONTENT}.", "Joe Roe", "said", "Joe Roe"),
    ],
)
def test_sources(text: str, source: str, cue: str, expected: str) -> None:
    assert attribution(text, source, cue)[0] == expected


def test_what_ends_in_and_goes_on_with_its_own_verb() -> None:
    text = "Doe said a doctor has seen the sailor and confirmed he is in good health."
    assert (
        attribution(text, "Doe", "said", "a doctor has seen the sailor and")[1]
        == "a doctor has seen the sailor and confirmed he is in good health"
    )
    text = "Doe said it rained, but since then he has left the board."
    assert attribution(text, "Doe", "said", "it rained, but")[1] in {"it rained", "it rained,"}
