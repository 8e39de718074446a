"""The fourth step: the tellings of one story are laid side by side. Plain data only; no language library.

Story -> Comparison
"""

from __future__ import annotations

from collections.abc import Sequence

from samestory.model import Comparison, Story, Telling


def compare(story: Story, tellings: Sequence[Telling]) -> Comparison:
    """What the tellings of a story share and where they differ."""
    return Comparison(story, tuple(tellings))
