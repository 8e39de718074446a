"""What the network makes of a batch, and how far that is from the labels, or from what another network makes of it.

A batch of train.batch_of comes in; a loss goes out, with its parts to be printed. Nothing is changed here.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from network import NARROW, Encoder, Linker, cue_means, distances
from torch import Tensor
from torch.nn import functional

Batch = dict[str, Tensor]
POINTERS = [0, 1, 3, 4]  # answers of the linker: first and last piece of the source and of the cue; 2 is the content
SOFTER = 2.0  # the temperature of the tags that are learnt from another network: its doubts count too
LIKE = 5.0  # what a state counts that is unlike the other network's


@dataclass(frozen=True, slots=True)
class Made:
    """The encoder's and the linker's output; no answers where the batch has no cue."""

    states: tuple[Tensor, ...]  # of the embeddings, each layer, and narrowed
    tags: Tensor
    answers: Tensor | None


def read_by(encoder: Encoder, ids: Tensor, mask: Tensor) -> Made:
    """What the encoder makes of some windows."""
    states = encoder.states(ids, mask)
    return Made((*states, encoder.narrow(states[-1])), encoder.cue(states[-1]), None)


def made_by(encoder: Encoder, linker: Linker, batch: Batch) -> Made:
    """What encoder and linker make of a batch."""
    read = read_by(encoder, batch["ids"], batch["mask"])
    return Made(read.states, read.tags, linked(linker, read.states[-1], batch))


def linked(linker: Linker, narrow: Tensor, batch: Batch) -> Tensor | None:
    window, places = batch["window"], batch["places"]
    if not len(window):
        return None
    starts, ends = batch["cue"][:, 0], batch["cue"][:, 1]
    states = narrow[window[:, None], places, :NARROW]
    distance = distances(narrow.shape[1], starts, ends).gather(1, places)
    return linker(states, cue_means(narrow, window, starts, ends), distance, batch["inside"])


def from_labels(made: Made, batch: Batch) -> tuple[Tensor, list[float]]:
    each = functional.cross_entropy(made.tags.transpose(1, 2), batch["tags"], reduction="none") * batch["mask"]
    cues = max(1, len(batch["window"]))
    finding = each.sum() / cues
    if made.answers is None:
        return finding, [finding.item(), 0.0, 0.0, 0.0]
    pointers = _pointers(made.answers, batch)
    source = sum(functional.cross_entropy(pointers[..., i], batch["source"][:, i]) for i in (0, 1))
    mended = sum(functional.cross_entropy(pointers[..., 3 + i], batch["true"][:, i]) for i in (0, 1))
    said = functional.binary_cross_entropy_with_logits(made.answers[..., 2], batch["content"], reduction="none")
    content = (said * batch["inside"]).sum() / cues
    return finding + source + 0.3 * content + 0.5 * mended, [finding.item(), source.item(), content.item(), mended.item()]


def from_another(made: Made, other: Made, batch: Batch) -> tuple[Tensor, list[float]]:
    """How far a network is from another: in what it answers, and in the states of every layer."""
    inside, cues = batch["mask"].bool(), max(1, len(batch["window"]))
    finding = SOFTER**2 * _apart(made.tags[inside] / SOFTER, other.tags[inside] / SOFTER, 1) / cues
    like = sum(
        (mine[inside] - theirs[inside]).square().mean() / theirs[inside].square().mean()
        for mine, theirs in zip(made.states, other.states, strict=True)
    )
    if made.answers is None or other.answers is None:
        return finding + LIKE * like, [finding.item(), 0.0, 0.0, like.item()]
    pointing = _apart(*(_pointers(one.answers, batch)[..., POINTERS] for one in (made, other)), 1) / cues
    said = functional.binary_cross_entropy_with_logits(made.answers[..., 2], other.answers[..., 2].sigmoid(), reduction="none")
    content = (said * batch["inside"]).sum() / cues
    return finding + pointing + 0.3 * content + LIKE * like, [finding.item(), pointing.item(), content.item(), like.item()]


def _pointers(answers: Tensor, batch: Batch) -> Tensor:
    """Answers that point to no place beyond the paragraph."""
    return answers + (batch["inside"][..., None] - 1) * 10000.0


def _apart(mine: Tensor, theirs: Tensor, axis: int) -> Tensor:
    """Kullback-Leibler divergence, summed."""
    given = (torch.log_softmax(logits, axis) for logits in (mine, theirs))
    return functional.kl_div(*given, reduction="sum", log_target=True)
