"""Outlets and agencies credited with reporting something."""

from __future__ import annotations

from collections.abc import Sequence

from samestory.language import Passage
from samestory.model import Article, Credit


def find(article: Article, passages: Sequence[Passage]) -> tuple[Credit, ...]:
    """The credits of the article, in order."""
    return ()
