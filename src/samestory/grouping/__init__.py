"""The third step: articles about the same event become one story, as they arrive.

Telling -> Story
"""

from __future__ import annotations

from collections.abc import Iterable

from samestory.grouping.rulings import Ruling
from samestory.grouping.shelf import Shelf
from samestory.grouping.stories import Grouper
from samestory.model import Story, Telling

__all__ = ["Grouper", "Ruling", "Shelf", "group"]


def group(tellings: Iterable[Telling], rulings: Iterable[Ruling] = ()) -> tuple[Story, ...]:
    """The stories of the tellings, earliest first; every article is in exactly one. A person's rulings stand above all scores."""
    grouper = Grouper(rulings=rulings)
    for telling in tellings:
        grouper.add(telling)
    grouper.renew()
    return grouper.stories()
