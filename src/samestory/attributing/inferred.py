"""The day of publication of an article that does not give it, from what it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from samestory.language import Passage
from samestory.model import Article, Published, Time

Find = Callable[[Article, Sequence[Passage], Published | None], tuple[Time, ...]]


def publication(article: Article, passages: Sequence[Passage], find: Find) -> Published | None:
    """The day inferred; None where the evidence leaves more than one."""
    return None
