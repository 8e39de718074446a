"""The last step: a comparison becomes a page, and every value becomes a row.

Comparison -> page, rows

`page` makes the page of one story and `index` the list of all from light entries, so that a run over many
stories need not hold them all; `show` does both for those at hand.
"""

from __future__ import annotations

from collections.abc import Sequence

from samestory.model import Comparison
from samestory.showing.anchors import file_name
from samestory.showing.index_page import Entry, entry, index
from samestory.showing.story_page import page

__all__ = ["Entry", "entry", "file_name", "index", "page", "show"]


def show(comparisons: Sequence[Comparison]) -> dict[str, str]:
    """The files of the folder by name: `index.html`, one `<story>.html` for each story; all self-contained."""
    files = {"index.html": index([entry(comparison) for comparison in comparisons])}
    return files | {file_name(comparison.story.id): page(comparison) for comparison in comparisons}
