"""Print the numbers of tagger.likelihood and the threshold: a logistic regression on the held-out tenth of train.

    python training/attribution/calibrate.py ../shared [--weights FOLDER]

A proposal is right where score.py would count it: half of content and of source shared with one attribution's.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
from data import Row, paragraphs
from evaluate import article_of, chosen

from samestory.attributing import tagger


def right(row: Row, proposals: list[tagger.Proposal], score: object) -> list[bool]:
    text = row["text"]
    gold = [(score.chars(text, a["source"]), score.chars(text, a["content"])) for a in row["attributions"] if a["content"]]
    mine = [tuple(score.chars(text, [(s.start, s.end) for s in spans]) for spans in (p.source, p.content)) for p in proposals]

    def shared(g, m):
        content = score.iou(g[1], m[1])
        return content if content >= 0.5 and (score.iou(g[0], m[0]) >= 0.5 or not (g[0] or m[0])) else 0

    return match(mine, gold, shared)


def match(mine, gold, shared) -> list[bool]:
    pairs = sorted(((shared(g, m), i, j) for i, g in enumerate(gold) for j, m in enumerate(mine)), key=lambda x: (-x[0], x[1], x[2]))
    taken, hit = set(), [False] * len(mine)
    for value, i, j in pairs:
        if value > 0 and i not in taken and not hit[j]:
            taken.add(i)
            hit[j] = True
    return hit


def fit(features, labels):
    """Newton's method on a lightly held logistic regression."""
    x = np.column_stack([np.ones(len(features)), features])
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (labels - chance) - 0.5 * weights
        bend = (x * (chance * (1 - chance))[:, None]).T @ x + 0.5 * np.eye(len(weights))
        weights += np.linalg.solve(bend, slope)
    return weights, 1 / (1 + np.exp(-x @ weights))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("shared", type=Path)
    parser.add_argument("--weights", type=Path, default=tagger.WEIGHTS)
    args = parser.parse_args()
    sys.path.insert(0, str(args.shared / "eval"))
    import score

    tagger.WEIGHTS = args.weights
    features, labels, gold = [], [], 0
    for row in chosen(args.shared, "held"):
        gold += sum(bool(a["content"]) for a in row["attributions"])
        answers = [a for a in tagger.answers(paragraphs(row["text"])) if a.linked.content]
        features += [tagger.evidence(a) for a in answers]
        labels += right(row, [tagger._proposal(article_of(row), a, 0.0) for a in answers], score)
    weights, chance = fit(np.array(features), np.array(labels, float))
    print("BIAS =", round(float(weights[0]), 3), "\nWEIGHED =", tuple(round(float(w), 3) for w in weights[1:]))
    order = np.argsort(-chance)
    hits = np.cumsum(np.array(labels)[order])
    f1 = 2 * hits / (np.arange(1, len(hits) + 1) + gold)
    print(f"{len(labels)} proposals, {gold} gold; best F1 {f1.max():.3f} at {chance[order][f1.argmax()]:.2f}")
    for low in np.arange(0, 1, 0.1):
        some = (chance >= low) & (chance < low + 0.1)
        if some.any():
            print(f"score {low:.1f}: {some.sum()} proposals, {np.array(labels)[some].mean():.2f} right")


if __name__ == "__main__":
    main()
