"""Where what somebody said begins and ends: the narrator's words out, whole clauses in."""

from __future__ import annotations

import pytest

from attributing_setup import passages
from samestory.attributing import clauses
from samestory.attributing.marks import stretches
from samestory.attributing.tree import Run, Tree


def run_of(tree: Tree, words: str) -> Run:
    start = tree.text.index(words)
    inside = [i for i, at in enumerate(tree.starts) if start <= at < start + len(words)]
    return inside[0], inside[-1] + 1


def mended(text: str, source: str, cue: str, content: str) -> str:
    passage = passages(text)[1][0]
    tree = Tree(passage, stretches(passage.doc.text))
    said_by, by = run_of(tree, cue), run_of(tree, source)
    first, last = clauses.mended(tree, run_of(tree, content), said_by, {*range(*said_by), *range(*by)})
    return tree.text[tree.starts[first] : tree.starts[last - 1] + len(tree.words[last - 1])]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        (
            "Ann Doe warned that the dam would fall. Wexley is angry about it.",
            "Ann Doe",
            "warned",
            "that the dam would fall. Wexley is angry about it",
            "that the dam would fall",
        ),
        (
            "The reason the board expects the dam to fall is that it rained.",
            "the board",
            "expects",
            "the dam to fall is that it rained",
            "the dam to fall",
        ),
        (
            "She surprised Wexley, calling on the mayor to stay and voting against the dam.",
            "She",
            "calling on",
            "the mayor to stay and voting against the dam",
            "the mayor to stay",
        ),
        (
            "They say the board has lost the dam and plan to go.",
            "They",
            "say",
            "the board has lost the dam and plan to go",
            "the board has lost the dam",
        ),
        ("Ann Doe said that it rained but did not elaborate.", "Ann Doe", "said", "that it rained but did not elaborate", "that it rained"),
        (
            "Ann Doe said the dam was closed by engineers of the county on Monday.",
            "Ann Doe",
            "said",
            "the dam was closed by",
            "the dam was closed by engineers of the county",
        ),
        ("Joe Roe told police that it rained, the Ledger reported.", "the Ledger", "reported", "police that it rained", None),
    ],
)
def test_contents_end_with_their_clause(text: str, source: str, cue: str, content: str, expected: str | None) -> None:
    assert mended(text, source, cue, content) == (expected or "Joe Roe told police that it rained")


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Ann Doe said Gov. Joe Roe closed the dam.", "Ann Doe", "said", "Gov. Joe Roe closed the dam"),
        ("Ann Doe said that he left the dam and refused to come back.", "Ann Doe", "said", "that he left the dam and refused to come back"),
        ("It rained and the dam fell, Ann Doe said.", "Ann Doe", "said", "It rained and the dam fell"),
        ("Ann Doe, who said that the dam fell and was gone, left.", "who", "said", "that the dam fell and was gone"),
    ],
)
def test_contents_left_alone(text: str, source: str, cue: str, content: str) -> None:
    assert mended(text, source, cue, content) == content


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        (
            "Ann Doe believes the dam could break, and that the sailors are not ready.",
            "Ann Doe",
            "believes",
            "the dam could break",
            "the dam could break, and that the sailors are not ready",
        ),
        (
            "Ann Doe insists the dam is safe -- and that reports of a crack were sent to the board.",
            "Ann Doe",
            "insists",
            "the dam is safe --",
            "the dam is safe -- and that reports of a crack were sent to the board",
        ),
        ("Many say the mayor has angered old friends in Wexley.", "Many", "say", "the mayor has angered", None),
        (
            "She believes that the dam is safe, but her rivals say that it leaks.",
            "She",
            "believes",
            "that the dam is safe, but her rivals say that it leaks",
            "that the dam is safe",
        ),
        (
            "A sign stated “The dam is closed” (Ann Doe would be proud of it).",
            "A sign",
            "stated",
            "“The dam is closed” (Ann Doe would be proud of it)",
            "“The dam is closed”",
        ),
        (
            "Ann Doe writes the dam would hold until noon on Thursday. “Closed” came down by two votes.",
            "Ann Doe",
            "writes",
            "the dam would hold until noon on Thursday. “Closed” came down by two votes",
            "the dam would hold until noon on Thursday",
        ),
    ],
)
def test_contents_are_whole(text: str, source: str, cue: str, content: str, expected: str | None) -> None:
    assert mended(text, source, cue, content) == (expected or "the mayor has angered old friends in Wexley")


def test_a_scrap_of_another_sentence_is_no_piece() -> None:
    passage = passages("There is a use in at least one dam. Ann Doe tells the Ledger that it rained.")[1][0]
    tree = Tree(passage, stretches(passage.doc.text))
    said = (0, run_of(tree, "that it rained"))
    cue = (0, run_of(tree, "tells"))
    assert clauses.strays([tree], [(0, run_of(tree, "a use in at least")), said], cue) == [said]
    whole = (0, run_of(tree, "There is a use in at least one dam"))
    assert clauses.strays([tree], [whole, said], cue) == [whole, said]


def test_who_hears_it_is_no_piece_of_it() -> None:
    passage = passages("Ann Doe told the board, most of whom slept, that it rained.")[1][0]
    tree = Tree(passage, stretches(passage.doc.text))
    said = (0, run_of(tree, "that it rained"))
    assert clauses.strays([tree], [(0, run_of(tree, "most of whom slept")), said], (0, run_of(tree, "told"))) == [said]
