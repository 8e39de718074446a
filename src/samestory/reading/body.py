"""Which lines of a page are its article: a small network reads the lines in page order and says of each how likely it is.

The lines of a page come in, with the number of the headline's; line numbers with the rule that took each go out. Menus, and
what stands far from all prose, are left out first. The network sees the numbers of `clues.py` for a line and for the
lines around it, and no words. What the words of a line alone give away (captions, prompts) is not decided here.

It learnt from 361 saved pages of 2011-2022; `training/body` has the script and its card. What it must not be trusted with is
named there too: pages that are lists, recipes or shops.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from samestory.reading import clues
from samestory.reading.layout import Line

Numbers = NDArray[np.float32]

# Found by cross-validation over outlets (training/body/README.md): lower ones find more and leak more.
LIKELY = 0.4
FAINT = 0.12  # for the line below the headline, and where next to nothing is likely
LEAST_WORDS = 25  # of an article
REACH = 8  # lines before the first and after the last prose that are looked at
BELOW = 3  # lines right below the headline in which a standfirst may stand
STANDFIRST = "standfirst"
STANDFIRST_WORDS = 6
WEIGHTS = Path(__file__).parent / "weights" / "body.npz"


def find(lines: Sequence[Line], headline: int | None) -> dict[int, str]:
    """The numbers of the lines that are the article's, with the rule that took each; `headline` is the number of its line.

    The standfirst is among them by the rule `STANDFIRST`.
    """
    near = candidates(lines)
    if not near:
        return {}
    at = next((place for place, number in enumerate(near) if number >= headline), None) if headline is not None else None
    shown, rows = clues.rows([lines[number] for number in near], at)
    likely = dict(zip([near[place] for place in shown], _likelihoods(rows), strict=True))
    if headline is not None:
        likely.pop(headline, None)
    kept: dict[int, str] = {number: "likely-body" for number, share in likely.items() if share >= LIKELY}
    if _size(lines, kept) < LEAST_WORDS:
        kept = {number: "faint-body" for number, share in likely.items() if share >= FAINT} or _all_prose(lines, near)
    elif headline is not None:
        kept |= _standfirst(lines, likely, headline, min(kept))
    return kept


def candidates(lines: Sequence[Line]) -> list[int]:
    """The numbers of the lines that may be body: outside of menus, not far from prose."""
    near = [number for number, line in enumerate(lines) if not line.place.menu]
    first = next((place for place, number in enumerate(near) if _prose(lines[number])), None)
    if first is None:
        return near
    last = next(place for place in range(len(near) - 1, -1, -1) if _prose(lines[near[place]]))
    return near[max(0, first - REACH) : last + REACH]


def _prose(line: Line) -> bool:
    return line.text.count(" ") + 1 >= clues.PROSE_WORDS and (not line.links or line.linked < clues.PROSE_LINKED)


def _size(lines: Sequence[Line], kept: dict[int, str]) -> int:
    return sum([lines[number].text.count(" ") + 1 for number in kept])


def _all_prose(lines: Sequence[Line], near: Sequence[int]) -> dict[int, str]:
    """What is written outside of menus and links, on a page of a few lines."""
    return {number: "all-prose" for number in near if lines[number].text.count(" ") >= STANDFIRST_WORDS and lines[number].linked < 0.5}


def _standfirst(lines: Sequence[Line], likely: dict[int, float], headline: int, first: int) -> dict[int, str]:
    """Lines right below the headline that sum the article up. The gold of one set counts them as body, that of the other does
    not; here they are part of the headline."""
    return {
        number: STANDFIRST
        for number in range(headline + 1, min(headline + 1 + BELOW, first))
        if likely.get(number, 0) >= FAINT and lines[number].text.count(" ") + 1 >= STANDFIRST_WORDS and lines[number].linked < 0.5
    }


# -- the network -----------------------------------------------------------------------------


@cache
def _weights() -> dict[str, Numbers]:
    with np.load(WEIGHTS) as file:
        return {name: file[name] for name in file.files}


def _likelihoods(rows: Numbers) -> list[float]:
    """How likely each line is body: one layer for the line, two that look at two lines to both sides, added up as they go."""
    weights = _weights()
    layer = np.maximum(rows @ weights["in"] + weights["in_bias"], 0)
    for name in ("first", "second"):
        layer = np.maximum(_around(layer) @ weights[name] + weights[f"{name}_bias"], 0) + layer
    score = layer @ weights["out"] + weights["out_bias"]
    found: list[float] = (1 / (1 + np.exp(-np.clip(score[:, 0], -30, 30)))).tolist()
    return found


def _around(layer: Numbers) -> Numbers:
    """Each row beside the two before and the two after it."""
    count, width = layer.shape
    found = np.zeros((count, 5, width), dtype=layer.dtype)
    for shift in range(-2, 3):
        found[max(0, -shift) : max(0, count - shift), shift + 2] = layer[max(0, shift) : max(0, count + shift)]
    return found.reshape(count, 5 * width)
