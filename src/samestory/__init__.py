"""samestory: who said what, where it came from, and where the tellings differ.

The five steps, each a function from values to values; `samestory.pipeline` joins them over files and a store.

    read(path) -> articles            attribute(article) -> telling        group(tellings) -> stories
    compare(story, tellings) -> comparison                                 show(comparisons) -> pages
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samestory.attributing import attribute
    from samestory.comparing import compare
    from samestory.errors import SamestoryError
    from samestory.grouping import group
    from samestory.model import Article, Comparison, Span, Story, Telling, Unreadable
    from samestory.reading import read
    from samestory.showing import show

# The work of one article is small and articles run beside each other in processes: threads inside of the number library only
# wait for each other (a page read in 31 instead of 14 ms on 2 cores). Whoever sets it keeps what they set.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Loaded at first use, so that `samestory --help` need not wait for every library.
_HOMES = {
    "attribute": "attributing",
    "compare": "comparing",
    "group": "grouping",
    "read": "reading",
    "show": "showing",
    "SamestoryError": "errors",
} | dict.fromkeys(("Article", "Comparison", "Span", "Story", "Telling", "Unreadable"), "model")

__all__ = [
    "Article",
    "Comparison",
    "SamestoryError",
    "Span",
    "Story",
    "Telling",
    "Unreadable",
    "attribute",
    "compare",
    "group",
    "read",
    "show",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"samestory.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
