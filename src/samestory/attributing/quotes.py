"""Quotations with source, cue and content, and the lines that say somebody did not speak."""

from __future__ import annotations

from collections.abc import Sequence

from samestory.language import Passage
from samestory.model import Article, Credit, Person, Quote, Silence


def find(
    article: Article, passages: Sequence[Passage], roster: Sequence[Person], credited: Sequence[Credit]
) -> tuple[tuple[Quote, ...], tuple[Silence, ...]]:
    """The quotations and the silences of the article, in order."""
    return (), ()
