"""Time expressions after TIMEX3, and the day of publication."""

from __future__ import annotations

from collections.abc import Sequence

from samestory.language import Passage
from samestory.model import Article, Published, Time


def publication(article: Article, passages: Sequence[Passage]) -> Published | None:
    """The day of publication: as given, else inferred from what the article says, else None."""
    return None


def find(article: Article, passages: Sequence[Passage], published: Published | None) -> tuple[Time, ...]:
    """The time expressions of the passages, in order."""
    return ()
