"""The first step of the language model's two transition networks: what each word says at each place of a state.

The rows of all words come in (`vectors`); for each word and each place that it can have in a state of the parser or of
the search for names, a row goes out. The rows of a state's words are added up and tell the next move. Nothing is moved here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from samestory.language.vectors import Floats, Model, Unknown

PIECES = 2


@dataclass(frozen=True)
class Scorer:
    """The weights of a transition network, the two pieces of each unit side by side."""

    narrow: Floats
    narrow_bias: Floats
    lower: Floats
    lower_bias: Floats
    nobody: Floats  # what an empty place says, a row a place
    upper: Floats
    upper_bias: Floats

    @classmethod
    def of(cls, model: Model, places: int) -> Scorer:
        """The weights of a parser's or name finder's model; raises `Unknown` where it is built otherwise."""
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        narrow = model.get_ref("tok2vec").layers[-1]
        names = [layer.name for layer in (narrow, lower, upper)]
        weights: Any = lower.get_param("W") if names == ["linear", "precomputable_affine", "linear"] else np.zeros((0, 0, 0, 0))
        if weights.shape[0] != places or weights.shape[2] != PIECES or model.attrs["unseen_classes"] or not model.attrs["has_upper"]:
            raise Unknown("transitions")
        return cls(
            narrow=narrow.get_param("W").T.copy(),
            narrow_bias=narrow.get_param("b"),
            lower=weights.transpose(0, 2, 1, 3).reshape(-1, weights.shape[3]).T.copy(),
            lower_bias=lower.get_param("b").T.reshape(-1),
            nobody=lower.get_param("pad")[0].transpose(0, 2, 1).reshape(places, -1),
            upper=upper.get_param("W").T.copy(),
            upper_bias=upper.get_param("b"),
        )

    def says(self, rows: Floats) -> Floats:
        """What each word says at each place: words x places x units. The last row is nobody's."""
        narrowed = rows @ self.narrow + self.narrow_bias
        found = np.empty((len(rows) + 1, self.lower.shape[1]), dtype=np.float32)
        np.matmul(narrowed, self.lower, out=found[:-1])
        found[-1] = self.nobody.reshape(-1)
        by_place = found.reshape(len(found), *self.nobody.shape)
        by_place[:, 0] += self.lower_bias  # each state has one first place: so the bias is added once
        return by_place

    def moves(self, sums: Floats) -> Floats:
        """The score of each move in some states, from what their words say together."""
        half = sums.shape[1] // PIECES
        found: Floats = np.maximum(sums[:, :half], sums[:, half:]) @ self.upper
        found += self.upper_bias
        return found
