"""From the model's numbers to pieces: cues, and each cue's source and content.

Arrays for one batch come in; runs of pieces (first, one past the last) with their probability go out. Nothing here
knows of characters or articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
Run = tuple[int, int]

BEGINS, GOES_ON = 1, 2  # tags of the cue head; 0 is none
SOURCE_STARTS, SOURCE_ENDS, SAID, CUE_STARTS, CUE_ENDS = range(5)  # answers of the linker
LIKELY_CUE = 0.35  # a cue begins where the model gives it this much
WIDEST_SOURCE, WIDEST_CUE = 60, 24  # pieces
STAY = 1.0  # how much likelier another first and last piece of the cue must be than those that the tags gave
SWITCH = 1.0  # what it costs a content to begin or end, in log odds: a stray piece is not a content


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue that the model found in a window."""

    window: int
    run: Run
    chance: float


@dataclass(frozen=True, slots=True)
class Linked:
    """What belongs to a cue; `sureness` is how sure the model is of each, from 0 to 1."""

    cue: Run  # mended
    source: Run | None
    content: tuple[Run, ...]
    source_sureness: float
    content_sureness: float
    cue_sureness: float

    def shifted(self, by: int) -> Linked:
        """The same, counted from elsewhere."""
        cue, *content = ((first + by, last + by) for first, last in (self.cue, *self.content))
        source = (self.source[0] + by, self.source[1] + by) if self.source else None
        return replace(self, cue=cue, source=source, content=tuple(content))


def softmax(logits: Numbers) -> Numbers:
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    chances: Numbers = raised / raised.sum(axis=-1, keepdims=True)
    return chances


def cues(logits: Numbers, owned: Sequence[Sequence[bool]]) -> Iterator[Cue]:
    """The cues of a batch of windows, in order; those that the neighbouring cut owns are left to it."""
    chances = softmax(logits)
    for window, mine in enumerate(owned):
        begins = chances[window, :, BEGINS]
        starts = [i for i in np.flatnonzero(begins[: len(mine)] >= LIKELY_CUE).tolist() if mine[i]]
        for start, following in zip_longest(starts, starts[1:], fillvalue=len(mine)):
            end = start + 1
            while end < following and mine[end] and chances[window, end, GOES_ON] > chances[window, end, 0]:
                end += 1
            yield Cue(window, (start, end), float(begins[start]))


def distances(length: int, runs: Sequence[Run]) -> NDArray[np.int64]:
    """For each cue and piece the bucket of distance: 0 inside the cue, odd before it, even after it, finer when near.

    >>> distances(5, [(2, 3)]).tolist()
    [[3, 1, 0, 2, 4]]
    """
    places = np.arange(length)[None]
    starts, ends = (np.array([run[side] for run in runs])[:, None] for side in (0, 1))
    before, after = np.maximum(starts - places, 0), np.maximum(places - ends + 1, 0)
    gap = before + after
    coarse = np.where(gap <= 8, gap, 8 + np.minimum(np.ceil((gap - 8) / 8), 7).astype(np.int64))
    return np.where(gap == 0, 0, 2 * coarse - (before > 0)).astype(np.int64)


def links(answers: Numbers, mask: NDArray[np.int32], runs: Sequence[Run]) -> Iterator[Linked]:
    """For each cue its source and its content, and where the cue itself begins and ends, which is known better once it is found."""
    marked = mask.astype(bool)
    starts, ends, cue_starts, cue_ends = (
        softmax(np.where(marked, answers[..., side], -1e4).astype(np.float32))
        for side in (SOURCE_STARTS, SOURCE_ENDS, CUE_STARTS, CUE_ENDS)
    )
    said = np.where(marked, answers[..., SAID], -1e4).astype(np.float32)
    mended = [_mended(cue_starts[row], cue_ends[row], run) for row, run in enumerate(runs)]
    for row, ((first, last), _) in enumerate(mended):
        said[row, first:last] = -1e4  # a cue is never its own content
    inside = _smooth(said)
    for row, (cue, cue_sureness) in enumerate(mended):
        source, sureness = _pointed(starts[row], ends[row])
        yield Linked(cue, source, tuple(_runs(inside[row])), sureness, _sureness(said[row], inside[row]), cue_sureness)


def _mended(starts: Numbers, ends: Numbers, given: Run) -> tuple[Run, float]:
    """The likeliest first and last piece of a cue that shares a piece with the given one."""
    first, last = given
    low, high = max(1, last - WIDEST_CUE), min(len(starts), first + WIDEST_CUE)
    both = np.triu(np.outer(starts[low:last], ends[first:high]), low - first)
    start, end = divmod(int(both.argmax()), both.shape[1])
    if both[start, end] <= STAY * both[first - low, last - 1 - first]:
        return given, float(both[first - low, last - 1 - first])
    return (low + start, first + end + 1), float(both[start, end])


def _pointed(starts: Numbers, ends: Numbers) -> tuple[Run | None, float]:
    """The likeliest first and last piece of the source; the window's first mark stands for none."""
    none = float(starts[0] * ends[0])
    both = np.multiply.outer(starts, ends)
    both *= _band(len(starts))
    first, last = divmod(int(both.argmax()), both.shape[1])
    best = float(both[first, last])
    return ((first, last + 1), best) if best > none else (None, none)


@lru_cache(maxsize=256)
def _band(length: int) -> Numbers:
    """Where a source may begin (row) and end (column), as ones: not at the window's first mark, and no further than the widest."""
    ones = np.ones((length, length), np.float32)
    band: Numbers = np.triu(ones) - np.triu(ones, WIDEST_SOURCE)
    band[0] = 0
    return band


def _smooth(said: Numbers) -> NDArray[np.bool_]:
    """The likeliest sequence of in and out for each row, where each change costs SWITCH (Viterbi)."""
    rows, length = said.shape
    out, held = np.zeros(rows, np.float32), np.full(rows, -SWITCH, np.float32) + said[:, 0]
    from_in, from_out = np.zeros((length, rows), bool), np.zeros((length, rows), bool)
    for i in range(1, length):
        from_in[i] = held - SWITCH > out  # now out, before in
        from_out[i] = out - SWITCH > held  # now in, before out
        out, held = np.maximum(out, held - SWITCH), np.maximum(held, out - SWITCH) + said[:, i]
    inside = np.zeros((length, rows), bool)
    inside[-1] = held > out
    for i in range(length - 1, 0, -1):
        inside[i - 1] = np.where(inside[i], ~from_out[i], from_in[i])
    return inside.T


def _runs(inside: NDArray[np.bool_]) -> Iterator[Run]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], inside.astype(np.int8), [0]))))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)


def _sureness(said: Numbers, inside: NDArray[np.bool_]) -> float:
    """The mean chance of the pieces taken."""
    return float((1 / (1 + np.exp(-said[inside]))).mean()) if inside.any() else 0.0
