"""Who stands behind a source's words: a person of the roster, a group, an organisation, an outlet, somebody unnamed."""

from __future__ import annotations

from collections.abc import Sequence

from samestory.attributing.candidates import Candidate
from samestory.attributing.tree import Tree
from samestory.model import Article, Credit, Person, Speaker


class Cast:
    """The people of an article, and who was spoken of last."""

    def __init__(self, article: Article, trees: Sequence[Tree], roster: Sequence[Person], credited: Sequence[Credit]) -> None:
        self._roster = roster

    def speaker(self, tree: Tree, candidate: Candidate) -> Speaker | None:
        """Who the candidate's source is, or None where that is not sure."""
        if candidate.source is None:
            return None
        head = tree.span((candidate.source, candidate.source + 1))
        for person in self._roster:
            named = tuple(m for m in person.mentions if m.overlaps(head))
            if named:
                return Speaker(person.name, person.role, "person", named)
        return None
