"""Headlines of other articles that a bad extraction glued into the middle of a sentence: nobody speaks in them.

    "Sen. Ann Doe Ann Maria DoeMill burns down Doe says she will run MORE (R-Utah) said on Monday ..."

Text comes in, the stretches that are no part of it go out. They begin after the name that the list repeats, and end with
the word MORE. Names with a capital inside (McKay, DeWitt, LaRue) are names. Nothing is cut out of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

GLUED = re.compile(r"\b(?P<name>[A-Z][a-z]{2,})(?<!\bMac)(?<!\bVan)(?<!\bFitz)(?P<next>[A-Z0-9][\w’'-]*)[^\n]{0,900}?\sMORE\b")
BACK = 80  # characters in which the name that is repeated stands


def zones(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of glued headlines, in order.

    >>> text = "Sen. Ann Doe Ann Maria DoeMill burns Doe to run MORE (R) said it rained."
    >>> [text[start:end] for start, end in zones(text)]
    ['Ann Maria DoeMill burns Doe to run MORE']
    """
    return tuple(_zones(text)) if " MORE" in text else ()


def _zones(text: str) -> Iterator[tuple[int, int]]:
    done = 0
    for found in GLUED.finditer(text):
        low = max(done, found.start() - BACK)
        before = text.rfind(found["name"] + " ", low, found.start())
        start = before + len(found["name"]) + 1 if before >= 0 else found.start()
        yield start, found.end()
        done = found.end()


def outside(zones: tuple[tuple[int, int], ...], start: int, end: int) -> tuple[int, int]:
    """The part of a stretch before the zone that it runs into; empty where it begins in one.

    >>> outside(((5, 9),), 0, 7), outside(((5, 9),), 6, 12), outside(((5, 9),), 9, 12)
    ((0, 5), (6, 6), (9, 12))
    """
    for first, last in zones:
        if first <= start < last:
            return start, start
        if start < first < end:
            return start, first
    return start, end
