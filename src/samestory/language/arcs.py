"""The grammar of an article's sentences: the language model's own parser, all paragraphs in step.

Paragraphs as the tokenizer made them and their words' rows (`vectors`) come in; their heads and labels are set. The moves are
spaCy's own; only the scores between two moves are computed here, because spaCy's loop over them takes and drops Python's
lock at each sum (half of its time).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from samestory.language.states import Scorer
from samestory.language.vectors import Floats, Unknown

if TYPE_CHECKING:
    from spacy.tokens import Doc

PLACES = 8  # of a state: two words ahead, three behind, three children


@dataclass(frozen=True)
class Grammar:
    """The parser of the language model and its scores."""

    parser: Any
    scorer: Scorer
    step: Any  # asks a state for its words

    @classmethod
    def of(cls, parser: Any, blank: Doc) -> Grammar:
        """The parser's grammar; raises `Unknown` where it is built otherwise. `blank` is any doc of one word."""
        if parser.cfg["beam_width"] != 1:
            raise Unknown("beam")
        scorer = Scorer.of(parser.model, PLACES)
        blank.tensor = np.zeros((len(blank), len(scorer.narrow)), dtype=np.float32)
        return cls(parser, scorer, parser.model.predict([blank]))

    def parse(self, docs: list[Doc], rows: Floats) -> None:
        """Set the heads and labels of the docs, whose words' rows lie one after another."""
        says = self.scorer.says(rows)
        flat = says.reshape(-1, says.shape[2])
        places = np.arange(PLACES)
        states = self.parser.moves.init_batch(docs)
        moving = [state for state in states if not state.is_final()]
        while moving:
            words = self.step.get_token_ids(moving)  # -1 where there is none: the last row is nobody's
            sums = flat.take((words * PLACES + places).ravel(), axis=0).reshape(len(words), PLACES, -1).sum(axis=1)
            moving = self.parser.transition_states(moving, self.scorer.moves(sums))
        self.parser.set_annotations(docs, states)
