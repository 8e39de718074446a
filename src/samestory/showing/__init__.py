"""The last step: a comparison becomes a page, and every value becomes a row.

Comparison -> page, rows
"""

from __future__ import annotations

from collections.abc import Sequence

from samestory.model import Comparison


def show(comparisons: Sequence[Comparison]) -> dict[str, str]:
    """The files of the folder by name: `index.html`, one `<story>.html` for each story; all self-contained."""
    return {}
