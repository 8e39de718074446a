"""What two articles share in words of their own, and what they share of somebody else's. All people and outlets are invented."""

from __future__ import annotations

import pytest

from samestory.comparing.ownwords import OwnWords
from samestory.model import Span, Telling
from telling_builder import Marks, Said, telling

WORDS = "The great mill and I have parted over the winter and nobody in the valley is to blame for that but the rain"
COUNT = len(WORDS.split())


def shared(one: Telling, other: Telling) -> int:
    return OwnWords([one, other], []).shared(*(_whole(told) for told in (one, other)))


def _whole(told: Telling) -> Span:
    start = told.article.text.index(WORDS)
    return told.article.span(start, start + len(WORDS))


def test_words_of_their_own() -> None:
    assert shared(telling("a", f"It rained. {WORDS}."), telling("b", f"{WORDS}, it is told.")) == COUNT


@pytest.mark.parametrize(
    "text",
    [
        f"{WORDS} — Ines Corbridge (@inescorbridge) March 4, 2025",
        f"{WORDS} pic.twitter.com/4kGh2",
        f"A post shared by Ines: {WORDS}",
        f"Photos: The mill in flames The mill in flames – {WORDS}. Hide Caption",
        f"The mayor is sad. “{WORDS},” she wrote.",
        f"The mayor is sad. “{WORDS}”",
        f"{'It rained on the town all day long. ' * 20}{WORDS} @inescorbridge. {'It rained on the town all day long. ' * 20}",
    ],
)
def test_posts_captions_and_quotations_are_nobodys(text: str) -> None:
    """In either article: the other may print a post without its marks."""
    other = telling("b", f"{WORDS}, it is told.")
    assert shared(telling("a", text), other) == 0
    assert shared(other, telling("a", text)) == 0


def test_a_caption_and_a_quotation_that_is_known() -> None:
    other = telling("b", f"{WORDS}, it is told.")
    assert shared(telling("a", f"The mill burned.\n{WORDS}", Marks(kinds=((1, "caption"),))), other) == 0
    assert shared(telling("a", f"Corbridge: {WORDS}", Marks(says=[Said(WORDS, "Ines Corbridge")])), other) == 0


def test_a_long_paragraph_is_no_post_for_an_account_named_in_it() -> None:
    text = f"{'It rained on the town all day long. ' * 20}Write to @inescorbridge. {WORDS}."
    assert shared(telling("a", text), telling("b", f"{WORDS}, it is told.")) == COUNT


def test_what_is_quoted_in_part_here_and_in_part_there_is_quoted() -> None:
    first, second = WORDS.split(" and nobody ")
    one = telling("a", WORDS, Marks(says=[Said(first, "Ines Corbridge")]))
    two = telling("b", WORDS, Marks(says=[Said(second, "Ines Corbridge")]))
    assert shared(one, two) == 2  # "and nobody"
