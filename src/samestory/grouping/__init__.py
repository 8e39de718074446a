"""The third step: articles about the same event become one story, as they arrive.

Telling -> Story
"""

from __future__ import annotations

from collections.abc import Iterable

from samestory.grouping.stories import Grouper
from samestory.model import Story, Telling

__all__ = ["Grouper", "group"]


def group(tellings: Iterable[Telling]) -> tuple[Story, ...]:
    """The stories of the tellings, earliest first; every article is in exactly one."""
    grouper = Grouper()
    for telling in tellings:
        grouper.add(telling)
    return grouper.stories()
