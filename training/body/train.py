"""Train the network that tells body from furniture, and write its weights.

    python training/body/labels.py ../shared/data/extraction /tmp/body.pkl
    python training/body/train.py /tmp/body.pkl cross FOLDER                           # scores on pages of outlets it did not see
    python training/body/unseen.py ../shared FOLDER                                    # the same through the whole reading step
    python training/body/train.py /tmp/body.pkl src/samestory/reading/weights/body.npz

PyTorch on one core, fixed seeds. The network shipped is one, taught by five of the same kind (their mean answers beside the labels).
"""

from __future__ import annotations

import pickle
import random
import re
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
import torch
from torch import nn

WIDTH = 48
EPOCHS = 25
RATE = 4e-3
DECAY = 1e-3
BATCH = 4  # pages
NAMELESS = 0.25  # of the pages are shown without the names of elements, as pages with generated names are
SMOOTH = 0.02
POWER = 0.7  # of its words that a line weighs
PAGES_SHARE = 0.6  # what a page of `pages` weighs beside one of aeb
SEEDS = (1, 2, 3, 4, 5)
FOLDS = 5
torch.set_num_threads(1)


class Network(nn.Module):
    def __init__(self, size: int) -> None:
        super().__init__()
        self.entry = nn.Linear(size, WIDTH)
        self.first = nn.Conv1d(WIDTH, WIDTH, 5, padding=2)
        self.second = nn.Conv1d(WIDTH, WIDTH, 5, padding=2)
        self.out = nn.Linear(WIDTH, 1)
        self.drop, self.drop_rows = nn.Dropout(0.3), nn.Dropout(0.1)

    def forward(self, rows: torch.Tensor) -> torch.Tensor:
        layer = self.drop(torch.relu(self.entry(self.drop_rows(rows))))
        layer = self.drop(torch.relu(self.first(layer.T[None])[0].T) + layer)
        layer = torch.relu(self.second(layer.T[None])[0].T) + layer
        return self.out(self.drop(layer))[:, 0]


def train(data: dict, keys: list[str], seed: int, truth: dict[str, np.ndarray]) -> Network:
    torch.manual_seed(seed)
    chance = random.Random(seed)
    network = Network(len(data["names"]))
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=EPOCHS * (len(keys) // BATCH + 1) + 1)
    named = [at for at, name in enumerate(data["names"]) if name.partition(":")[2] in data["groups"]]
    shown = {k: tuple(map(torch.tensor, (data["pages"][k]["rows"], truth[k], data["pages"][k]["weight"] ** POWER))) for k in keys}
    for _ in range(EPOCHS):
        order = [key for key in keys if len(truth[key])]
        chance.shuffle(order)
        for start in range(0, len(order), BATCH):
            loss = torch.zeros(())
            for key in order[start : start + BATCH]:
                rows, label, weight = shown[key]
                if chance.random() < NAMELESS:
                    rows = rows.clone()
                    rows[:, named] = 0
                each = nn.functional.binary_cross_entropy_with_logits(network(rows), label * (1 - 2 * SMOOTH) + SMOOTH, reduction="none")
                loss = loss + (each * weight).sum() / (weight.sum() + 20) * (1.0 if key.startswith("aeb/") else PAGES_SHARE)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    return network.eval()


@torch.no_grad()
def answers(networks: list[Network], data: dict, keys: list[str]) -> dict[str, np.ndarray]:
    return {
        k: np.mean([torch.sigmoid(n(torch.tensor(data["pages"][k]["rows"]))).numpy() for n in networks], axis=0)
        if len(data["pages"][k]["rows"])
        else np.zeros(0)
        for k in keys
    }


def taught(data: dict, keys: list[str], seed: int = SEEDS[0]) -> Network:
    """One network, taught by five."""
    labels = {key: data["pages"][key]["label"] for key in keys}
    teachers = answers([train(data, keys, s, labels) for s in SEEDS], data, keys)
    mixed = {key: (0.5 * labels[key] + 0.5 * teachers[key]).astype(np.float32) for key in keys}
    return train(data, keys, seed + 100, mixed)


# -- scores ----------------------------------------------------------------------------------


def shingles(text: str) -> Counter:
    words = re.findall(r"\w+", text)
    return Counter(zip(*(words[i:] for i in range(4)), strict=False)) if len(words) >= 4 else Counter([tuple(words)] if words else [])


def squeezed(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def score(data: dict, found: dict[str, np.ndarray], least: float) -> str:
    """Body F1 on aeb and segment F1 on `pages`, counted as eval/score.py does, without the rules of `furniture.py`."""
    ps, rs, counts = [], [], [0, 0, 0]
    for key, likely in found.items():
        page = data["pages"][key]
        text = "\n".join(
            page["lines"][n] for n, share in zip(page["near"], likely, strict=True) if share >= least and n != page["headline"]
        )
        if "body" in page["gold"]:
            truth, mine = shingles(page["gold"]["body"]), shingles(text)
            right = sum((truth & mine).values())
            ps.append(right / sum(mine.values()) if mine else 0.0)
            rs.append(right / sum(truth.values()) if truth else 1.0)
        else:
            for wanted in page["gold"]["must_have"]:
                counts[0 if squeezed(wanted) in squeezed(text) else 1] += 1
            counts[2] += sum(squeezed(unwanted) in squeezed(text) for unwanted in page["gold"]["must_not_have"])
    p, r = np.mean(ps), np.mean(rs)
    right, missed, wrong = counts
    return (
        f"{least}: aeb P {p:.4f} R {r:.4f} F1 {2 * p * r / (p + r):.4f}; pages segments F1 {200 * right / (2 * right + missed + wrong):.1f}"
    )


def outlet(key: str, data: dict) -> str:
    return urlsplit(data["pages"][key]["gold"].get("url") or "").netloc.removeprefix("www.") or key


def cross(data: dict, folder: Path) -> None:
    """Five networks, each for the pages of outlets that it did not see; they stay in the folder with the names of those pages."""
    outlets = sorted({outlet(key, data) for key in data["pages"]})
    random.Random(5).shuffle(outlets)
    fold = {name: at % FOLDS for at, name in enumerate(outlets)}
    found: dict[str, np.ndarray] = {}
    for one in range(FOLDS):
        seen = [key for key in data["pages"] if fold[outlet(key, data)] != one]
        rest = [key for key in data["pages"] if fold[outlet(key, data)] == one]
        network = taught(data, seen)
        found |= answers([network], data, rest)
        write(network, folder / f"{one}.npz")
        (folder / f"{one}.txt").write_text("\n".join(rest))
    for least in (0.2, 0.3, 0.4, 0.5, 0.6):
        print(score(data, found, least))


def write(network: Network, out: Path) -> None:
    def flat(layer: nn.Conv1d) -> np.ndarray:  # (out, in, 5) -> (5 * in, out), as body._around lays the rows side by side
        return layer.weight.detach().permute(2, 1, 0).reshape(5 * WIDTH, WIDTH).numpy()

    parts = {"in": network.entry.weight.detach().T.numpy(), "in_bias": network.entry.bias.detach().numpy()}
    for name, layer in (("first", network.first), ("second", network.second)):
        parts |= {name: flat(layer), f"{name}_bias": layer.bias.detach().numpy()}
    parts |= {"out": network.out.weight.detach().T.numpy(), "out_bias": network.out.bias.detach().numpy()}
    out.parent.mkdir(parents=True, exist_ok=True)
    np.savez(out, **{name: np.ascontiguousarray(part, np.float32) for name, part in parts.items()})


def main() -> None:
    data = pickle.loads(Path(sys.argv[1]).read_bytes())
    if sys.argv[2] == "cross":
        cross(data, Path(sys.argv[3]))
        return
    keys = list(data["pages"])
    network = taught(data, keys)
    for least in (0.3, 0.4, 0.5):
        print("seen", score(data, answers([network], data, keys), least))
    write(network, Path(sys.argv[2]))


if __name__ == "__main__":
    main()
