"""Through what a statement was made."""

from __future__ import annotations

from samestory.attributing.candidates import Candidate
from samestory.attributing.tree import Tree
from samestory.model import Medium


def find(tree: Tree, candidate: Candidate) -> Medium | None:
    """The medium that the cue's clause names, or None."""
    return None
