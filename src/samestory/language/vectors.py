"""Words as numbers: the language model's own network of words and their neighbours, run over a whole article at once.

The features of all words of an article come in, paragraph after paragraph; one row of numbers a word goes out, the same
(to a rounding) that the model computes itself. It is faster because a word that comes again is looked up once, and because
the pieces of each layer lie side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Model: TypeAlias = Any  # the parts of the language model: their shapes are checked here, not by type
Floats: TypeAlias = npt.NDArray[np.float32]
Ints: TypeAlias = npt.NDArray[np.int64]
Ids: TypeAlias = npt.NDArray[np.uint64]  # one row a word, one column a feature

TINY = np.float32(1e-8)  # thinc adds it to a variance


class Unknown(Exception):
    """The model is built otherwise than this module knows."""


@dataclass(frozen=True)
class Layer:
    """The greatest of some pieces, brought to one scale."""

    weights: Floats  # (what comes in, and a one for the bias) x (pieces x width)
    scale: Floats
    shift: Floats

    @classmethod
    def of(cls, model: Model) -> Layer:
        maxout, norm = _only(model, "maxout"), _only(model, "layernorm")
        weights, bias = maxout.get_param("W"), maxout.get_param("b")
        width, pieces, inputs = weights.shape
        by_piece = weights.transpose(1, 0, 2).reshape(pieces * width, inputs)
        joined = np.concatenate([by_piece, bias.T.reshape(pieces * width, 1)], axis=1)
        return cls(np.ascontiguousarray(joined.T), norm.get_param("G"), norm.get_param("b"))

    @classmethod
    def of_three(cls, model: Model) -> Layer:
        """A layer over a word and its two neighbours."""
        layer = cls.of(model)
        if _only(model, "expand_window").attrs["window_size"] != 1 or len(layer.weights) != 3 * len(layer.scale) + 1:
            raise Unknown("window")
        return layer

    def run(self, inputs: Floats) -> Floats:
        """The layer's answer; the last column of the inputs is all ones."""
        width = len(self.scale)
        pieces = inputs @ self.weights
        found: Floats = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        for start in range(2 * width, pieces.shape[1], width):
            np.maximum(found, pieces[:, start : start + width], out=found)
        found -= found.mean(axis=1, keepdims=True)
        spread: Floats = np.einsum("ij,ij->i", found, found) / np.float32(width) + TINY
        found *= (1 / np.sqrt(spread))[:, None]
        found *= self.scale
        found += self.shift
        return found


@dataclass(frozen=True)
class Network:
    """A `tok2vec` of the language model: hashed features, then layers of windows."""

    features: tuple[str, ...]
    hashes: Model
    mix: Layer
    layers: tuple[Layer, ...]

    @classmethod
    def of(cls, model: Model) -> Network:
        """The network of a tok2vec model; raises `Unknown` where it is built otherwise."""
        embed, encode = model.get_ref("embed"), model.get_ref("encode")
        names = [layer.name for layer in embed.layers]
        if [names[0], names[1], *names[3:]] != ["extract_features", "list2ragged", "with_array(maxout>>layernorm>>dropout)", "ragged2list"]:
            raise Unknown("embedding")
        residuals = encode.layers[0].layers
        if encode.attrs.get("pad") != len(residuals) or any(not r.name.startswith("residual(expand_window") for r in residuals):
            raise Unknown("encoder")
        return cls(
            tuple(embed.layers[0].attrs["columns"]), embed.layers[2], Layer.of(embed.layers[3]), tuple(Layer.of_three(r) for r in residuals)
        )

    def rows(self, words: Ids, which: Ints, lengths: Sequence[int]) -> Floats:
        """The numbers of each word of some paragraphs: `words` holds the features of each different word once,
        `which` tells for each place the row of its word."""
        different = self.mix.run(_with_ones(self.hashes.predict(words)))
        depth, width = len(self.layers), different.shape[1]
        # As many empty rows between two paragraphs as there are layers: nobody sees over the gap.
        places = np.arange(len(which)) + depth * (1 + np.repeat(np.arange(len(lengths)), lengths))
        rows = np.zeros((len(which) + depth * (len(lengths) + 1), width), dtype=np.float32)
        rows[places] = different[which]
        windows = np.zeros((len(rows), 3 * width + 1), dtype=np.float32)
        windows[:, -1] = 1
        for layer in self.layers:
            windows[1:, :width] = rows[:-1]
            windows[:, width : 2 * width] = rows
            windows[:-1, 2 * width : -1] = rows[1:]
            if layer is self.layers[-1]:
                windows, rows = windows[places], rows[places]
            rows += layer.run(windows)
        return rows


def _with_ones(inputs: Floats) -> Floats:
    found = np.ones((inputs.shape[0], inputs.shape[1] + 1), dtype=np.float32)
    found[:, :-1] = inputs
    return found


def _only(model: Model, name: str) -> Model:
    found = [layer for layer in model.walk() if layer.name == name]
    if len(found) != 1:
        raise Unknown(name)
    return found[0]
