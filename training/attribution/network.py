"""The network: a small BERT that finds cues, and a narrow one that finds each cue's source and content.

The encoder reads a window once. The linker reads the encoder's output once for each cue, narrowed, with the cue
marked in it; so nested and broken contents, and which source belongs to which content, need no rules.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.onnx import symbolic_helper

WIDTH, HEADS, INNER = 384, 12, 1536  # MiniLM's
HEAD = 32  # numbers of a head of attention, in the linker too
NARROW, NARROW_HEADS = 128, 4
REACH = 31  # distances from the cue are told apart up to this many buckets


class SharedDropout(nn.Module):
    """Dropout with one mask for all rows of a batch: on a CPU drawing a mask a row costs a fifteenth of the training."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.share:
            return x
        return x * ((torch.rand_like(x[:1]) >= self.share).float() / (1 - self.share))


class Layer(nn.Module):
    """A BERT layer (norm after), its parts named as MiniLM's weights are."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(width, heads * HEAD) for _ in range(3))
        self.out = nn.Linear(heads * HEAD, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.last = nn.LayerNorm(width, eps=1e-12)
        self.heads, self.dropout = heads, SharedDropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        n, length, _ = x.shape
        split = (n, length, self.heads, HEAD)
        q, k, v = (part(x).view(split).transpose(1, 2) for part in (self.query, self.key, self.value))
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias_of(mask)).transpose(1, 2).reshape(n, length, -1)
        x = self.norm(x + self.dropout(self.out(mixed)))
        return self.last(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Fused(torch.autograd.Function):
    """Attention as one operation of ONNX Runtime's own, a tenth faster than its parts; a mask only where rows are padded."""

    @staticmethod
    def forward(ctx: object, q: Tensor, k: Tensor, v: Tensor, heads: int, mask: Tensor | None) -> Tensor:  # noqa: PLR0913 (PyTorch's form)
        split = (*q.shape[:2], heads, q.shape[2] // heads)
        parts = (part.view(split).transpose(1, 2) for part in (q, k, v))
        bias = None if mask is None else bias_of(mask.float())
        return functional.scaled_dot_product_attention(*parts, attn_mask=bias).transpose(1, 2).reshape(q.shape)

    @staticmethod
    def symbolic(g: Any, q: Any, k: Any, v: Any, heads: int, mask: Any) -> Any:  # noqa: PLR0913
        given = (q, k, v) if mask is None else (q, k, v, symbolic_helper._optional_input_placeholder_tensor(g), mask)
        made = g.op("com.microsoft::MultiHeadAttention", *given, num_heads_i=heads)
        made.setType(q.type())
        return made


class Sum(torch.autograd.Function):
    """a + b that ONNX Runtime does not join with the norm after it: its joint operation takes four times as long as the two."""

    @staticmethod
    def forward(ctx: object, a: Tensor, b: Tensor) -> Tensor:
        return a + b

    @staticmethod
    def symbolic(g: Any, a: Any, b: Any) -> Any:
        made = g.op("Sum", a, b)
        made.setType(a.type())
        return made


class FastLayer(Layer):
    """The same layer to be exported; its mask is of whole numbers, or none."""

    @classmethod
    def of(cls, layer: Layer) -> FastLayer:
        fast = cls(layer.up.in_features, layer.heads, layer.up.out_features, 0.0)
        fast.load_state_dict(layer.state_dict())
        return fast.eval()

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        mixed = Fused.apply(self.query(x), self.key(x), self.value(x), self.heads, mask)
        x = self.norm(Sum.apply(x, self.out(mixed)))
        return self.last(Sum.apply(x, self.down(functional.gelu(self.up(x)))))


def bias_of(mask: Tensor) -> Tensor:
    return (1.0 - mask)[:, None, None, :] * -10000.0


class Encoder(nn.Module):
    """Windows of pieces in; cue tags (none, begins, goes on) and narrow states for the linker out."""

    def __init__(self, layers: int, dropout: float = 0.1, heads: int = HEADS, inner: int = INNER) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH, padding_idx=0)
        self.positions = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, heads, inner, dropout) for _ in range(layers))
        self.dropout = SharedDropout(dropout)
        self.cue = nn.Linear(WIDTH, 3)
        self.narrow = nn.Linear(WIDTH, 2 * NARROW)
        with torch.no_grad():
            self.cue.bias[0] = 3.0  # most pieces are in no cue

    def states(self, ids: Tensor, mask: Tensor | None = None) -> list[Tensor]:
        """What comes out of the embeddings and of each layer."""
        places = torch.arange(ids.shape[1], device=ids.device)
        states = [self.dropout(self.norm(self.words(ids) + self.positions(places)[None] + self.kind))]
        for layer in self.layers:
            states.append(layer(states[-1], mask))
        return states

    def forward(self, ids: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        x = self.states(ids, mask)[-1]
        return self.cue(x), self.narrow(x)


def distances(length: int, starts: Tensor, ends: Tensor) -> Tensor:
    """For each piece its bucket of distance from the cue: 0 inside, odd before, even after; finer when near."""
    places = torch.arange(length)[None]
    before, after = (starts[:, None] - places).clamp(min=0), (places - ends[:, None] + 1).clamp(min=0)
    gap = before + after
    coarse = torch.where(gap <= 8, gap, 8 + ((gap - 8).float() / 8).ceil().long().clamp(max=7))
    return torch.where(gap == 0, 0, 2 * coarse - (before > 0).long())


class Linker(nn.Module):
    """One row a cue: narrow states, the cue's mean and the distances in; out, for each piece: source start, source end,
    content, cue start, cue end. The cue that comes in may be cut short or too long; the one that goes out is mended.
    """

    def __init__(self, layers: int = 2, dropout: float = 0.1) -> None:
        super().__init__()
        self.distance = nn.Embedding(REACH, NARROW)
        self.norm = nn.LayerNorm(NARROW)
        self.layers = nn.ModuleList(Layer(NARROW, NARROW_HEADS, 2 * NARROW, dropout) for _ in range(layers))
        self.answer = nn.Linear(NARROW, 5)
        with torch.no_grad():
            self.answer.bias[2] = -2.0  # nor in the content of one

    def forward(self, states: Tensor, cue: Tensor, distance: Tensor, mask: Tensor) -> Tensor:
        x = self.norm(states + cue[:, None] + self.distance(distance))
        for layer in self.layers:
            x = layer(x, mask)
        return self.answer(x)


def cue_means(narrow: Tensor, window: Tensor, starts: Tensor, ends: Tensor) -> Tensor:
    """The mean of each cue's own pieces."""
    places = torch.arange(narrow.shape[1])[None]
    inside = ((places >= starts[:, None]) & (places < ends[:, None])).float()
    return (narrow[..., NARROW:][window] * inside[..., None]).sum(1) / inside.sum(1, keepdim=True)


def from_minilm(encoder: Encoder, weights: dict[str, Tensor], layers: tuple[int, ...]) -> None:
    """Fill the encoder with the embeddings and the chosen layers of MiniLM."""
    take = encoder.state_dict()
    take["words.weight"] = weights["embeddings.word_embeddings.weight"]
    take["positions.weight"] = weights["embeddings.position_embeddings.weight"]
    take["kind"] = weights["embeddings.token_type_embeddings.weight"][0]
    names = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "out": "attention.output.dense", "norm": "attention.output.LayerNorm",
        "up": "intermediate.dense", "down": "output.dense", "last": "output.LayerNorm",
    }  # fmt: skip
    for part in ("weight", "bias"):
        take[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
        for here, there in enumerate(layers):
            for ours, theirs in names.items():
                take[f"layers.{here}.{ours}.{part}"] = weights[f"encoder.layer.{there}.{theirs}.{part}"]
    encoder.load_state_dict(take)
