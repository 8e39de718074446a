"""The named things of an article, as the language model's own network finds them, all paragraphs at once.

What each word says (`states`) and where sentences begin come in; runs of words with their kinds go out, the same that the
model finds itself. That one walks word by word; here every word is first asked what it would begin if nothing were open
before it, which does not depend on the words before, and then only what was begun is followed to its end.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samestory.language.states import Scorer
from samestory.language.vectors import Floats, Ints, Unknown

OUT = "O"
NEVER = np.float32(-np.inf)
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Moves:
    """The moves of the search: begin, go on, end, stand alone - each for each kind - and out."""

    names: tuple[str, ...]
    begin: Ints
    alone: Ints
    out: int
    never: Ints  # closed, these cannot be
    going: Ints  # for each beginning, the move that goes on with the same kind
    ending: Ints

    @classmethod
    def of(cls, names: list[str]) -> Moves:
        kinds = [name[2:] for name in names if name.startswith("B-")]
        if set(names) != {OUT, "U-", *(f"{move}-{kind}" for move in "BILU" for kind in kinds)} or len(set(names)) != len(names):
            raise Unknown("moves")
        index = {name: i for i, name in enumerate(names)}
        going, ending = np.full(len(names), -1), np.full(len(names), -1)
        for kind in kinds:
            going[index[f"B-{kind}"]], ending[index[f"B-{kind}"]] = index[f"I-{kind}"], index[f"L-{kind}"]
        begin, alone = (np.array([index[f"{move}-{kind}"] for kind in kinds]) for move in "BU")
        never = np.array([i for i, name in enumerate(names) if name[0] in "IL" or name == "U-"])
        return cls(tuple(names), begin, alone, index[OUT], never, going, ending)


def find(scorer: Scorer, moves: Moves, rows: Floats, *, space: Flags, closing: Flags) -> list[tuple[int, int, str]]:
    """First word, one past the last, kind: `closing` marks the words behind which nothing goes on (the last of a sentence or paragraph)."""
    says = scorer.says(rows)
    scores = scorer.moves(says[:-1, 0] + (says[-1, 1] + says[-1, 2]))
    scores[:, moves.never] = NEVER
    scores[np.ix_(closing | space, moves.begin)] = NEVER
    scores[np.ix_(space, moves.alone)] = NEVER
    best = scores.argmax(axis=1)
    last = _ends(scorer, moves, says, best, closing)
    found: list[tuple[int, int, str]] = []
    free = 0
    for i in np.flatnonzero(best != moves.out).tolist():
        if i >= free:
            free = last[i]
            found.append((i, free, moves.names[best[i]][2:]))
    return found


def _ends(scorer: Scorer, moves: Moves, says: Floats, best: Ints, closing: Flags) -> list[int]:
    """One past the last word of what each word begins."""
    last = np.arange(1, len(best) + 1)
    first = np.flatnonzero(moves.going[best] >= 0)
    at = first + 1
    while len(first):
        scores = scorer.moves(says[at, 0] + says[first, 1] + says[at - 1, 2])
        each, begun = np.arange(len(first)), best[first]
        on = ~closing[at] & (scores[each, moves.going[begun]] >= scores[each, moves.ending[begun]])
        last[first[~on]] = at[~on] + 1
        first, at = first[on], at[on] + 1
    found: list[int] = last.tolist()
    return found
