"""The third step: articles about the same event become one story, as they arrive.

Telling -> Story
"""

from __future__ import annotations

from collections.abc import Iterable

from samestory.grouping.rulings import Ruling
from samestory.grouping.shelf import Shelf
from samestory.grouping.stories import RENEWED, Grouper
from samestory.model import Story, Telling

__all__ = ["FEW", "Grouper", "Ruling", "Shelf", "group"]

FEW = RENEWED[-1]  # articles up to which it is not known yet how common words are: so few are better placed anew, all of them


def group(tellings: Iterable[Telling], rulings: Iterable[Ruling] = (), shelf: Shelf | None = None) -> tuple[Story, ...]:
    """The stories of the tellings, earliest first; every article is in exactly one. A person's rulings stand above all scores.

    With a shelf the tellings arrive after all that it holds; the stories of both come back, and the shelf holds both.
    """
    grouper = Grouper(shelf, rulings)
    for telling in tellings:
        grouper.add(telling)
    grouper.renew()
    grouper.keep()
    return grouper.stories()
