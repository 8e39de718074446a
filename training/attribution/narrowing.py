"""Take heads of attention and inner neurons out of the encoder's layers, and let the rest make up for them.

An encoder and windows come in; a narrower encoder comes out, which gives nearly what the wide one gave. What can be missed most
easily goes first, and the products that stay are corrected for it (Optimal Brain Surgeon, a head or a neuron at a time); each
layer is seen as it was with all layers whole. Nothing is trained here.
"""

from __future__ import annotations

import torch
from network import HEAD, Encoder, Layer
from torch import Tensor, nn

DAMPED = 0.01  # of the mean square of the inputs, so that the inverse exists
SHARE = 64  # one in so many of what is left goes at once, before what is left is weighed again


class Gathered:
    """Sums over all pieces of what comes into a product: how many, the sum, and the sums of products."""

    def __init__(self, product: nn.Linear) -> None:
        width = product.in_features
        self.count, self.total, self.both = 0, torch.zeros(width), torch.zeros(width, width)
        self.inside = torch.ones(1)
        self.hook = product.register_forward_pre_hook(lambda _, given: self.add(given[0]))

    def add(self, given: Tensor) -> None:
        rows = given.detach()[self.inside.bool()]
        self.count += len(rows)
        self.total += rows.sum(0)
        self.both += rows.T @ rows

    def spread(self) -> tuple[Tensor, Tensor]:
        """Mean and covariance."""
        mean = self.total.double() / self.count
        return mean, self.both.double() / self.count - mean[:, None] * mean[None]


def kept(spread: Tensor, weights: Tensor, group: int, keep: int) -> tuple[Tensor, Tensor]:
    """Which inputs stay, in groups, and the weights (inputs x outputs) that make up for the others."""
    inverse = torch.linalg.inv(spread + DAMPED * spread.diagonal().mean() * torch.eye(len(spread), dtype=spread.dtype))
    weights, alive = weights.clone(), torch.arange(len(spread)).view(-1, group)
    while len(alive) > keep:
        own = torch.linalg.inv(inverse[alive[:, :, None], alive[:, None, :]])
        missed = torch.einsum("gio,gij,gjo->g", weights[alive], own, weights[alive])
        order = missed.argsort(stable=True)
        going = min(len(alive) - keep, max(1, len(alive) // SHARE))
        gone = alive[order[:going]].flatten()
        share = inverse[:, gone] @ torch.linalg.inv(inverse[gone[:, None], gone[None]])
        weights -= share @ weights[gone]
        inverse = inverse - share @ inverse[gone]
        alive = alive[order[going:].sort().values]
    return alive.flatten(), weights[alive.flatten()]


def thinned(product: nn.Linear, gathered: Gathered, group: int, keep: int) -> tuple[Tensor, Tensor, Tensor]:
    """The inputs of a product that stay, and its new weight and bias."""
    mean, spread = gathered.spread()
    old = product.weight.detach().T.double()
    chosen, new = kept(spread, old, group, keep)
    bias = product.bias.detach().double() + mean @ old - mean[chosen] @ new
    return chosen, new.T.float(), bias.float()


def narrowed(encoder: Encoder, windows: list[tuple[Tensor, Tensor]], heads: int, inner: int) -> Encoder:
    """The encoder with so many heads and neurons a layer; windows are pairs of ids and mask."""
    gathered = [(Gathered(layer.out), Gathered(layer.down)) for layer in encoder.layers]
    was, _ = encoder.training, encoder.eval()
    with torch.no_grad():
        for ids, mask in windows:
            for one in (each for pair in gathered for each in pair):
                one.inside = mask
            encoder(ids, mask)
    for one in (each for pair in gathered for each in pair):
        one.hook.remove()
    made = Encoder(len(encoder.layers), heads=heads, inner=inner)
    made.load_state_dict({**made.state_dict(), **{k: v for k, v in encoder.state_dict().items() if not k.startswith("layers.")}})
    for old, new, (attended, spent) in zip(encoder.layers, made.layers, gathered, strict=True):
        _fill(new, old, thinned(old.out, attended, HEAD, heads), thinned(old.down, spent, 1, inner))
    encoder.train(was)
    return made


def _fill(new: Layer, old: Layer, attention: tuple[Tensor, Tensor, Tensor], neurons: tuple[Tensor, Tensor, Tensor]) -> None:
    weights = dict(old.state_dict())
    for (chosen, weight, bias), before, after in ((attention, ("query", "key", "value"), "out"), (neurons, ("up",), "down")):
        for name in before:
            weights |= {f"{name}.{part}": weights[f"{name}.{part}"][chosen] for part in ("weight", "bias")}
        weights |= {f"{after}.weight": weight, f"{after}.bias": bias}
    new.load_state_dict(weights)
