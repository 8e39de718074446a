"""Grouping as articles arrive, beside two baselines, on sets whose stories are known.

    python benchmarks/grouping.py ../shared/data/grouping/{news_cluster,gva,ecbplus}.jsonl.gz [--orders 3]

BCubed precision, recall and F1 as `score.py groups` counts them. Articles arrive by date, undated ones by id; then in shuffled
orders. `held out`: the stories that the weights were not learnt on (`training/grouping_weights.py` knows the halves).

- tf-idf: each article joins the story whose centroid has the highest cosine, from a mark on; idf of what has arrived. The mark
  is the one that serves all sets best, chosen on the answers.
- near-duplicates: MinHash of 5-word shingles (128 permutations, by numpy, as datasketch does it), joined from Jaccard .5 on.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))
from grouping_weights import half, tellings  # type: ignore[import-not-found]

from samestory.grouping import Grouper
from samestory.grouping.evidence import word_keys
from samestory.grouping.shelf import Memory
from samestory.model import Telling

MARKS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4)
PERMUTATIONS, JACCARD, SHINGLE = 128, 0.5, 5
_PRIME = (1 << 61) - 1

Found = dict[str, object]


def ours(arriving: Sequence[Telling]) -> Found:
    """The stories as samestory groups them."""
    shelf = Memory()
    grouper = Grouper(shelf)
    for telling in arriving:
        grouper.add(telling)
    grouper.renew()
    return {telling.article.id: story for story, members in shelf.stories() for telling, _ in members}


class Centroids:
    """Online TF-IDF: the nearest centroid, or a new one."""

    def __init__(self, mark: float) -> None:
        self._mark = mark
        self._seen: Counter[str] = Counter()
        self._articles = 0
        self._sums: list[dict[str, float]] = []
        self._norms: list[float] = []
        self._having: dict[str, set[int]] = defaultdict(set)

    def place(self, counts: Mapping[str, int]) -> int:
        self._articles += 1
        self._seen.update(counts.keys())
        vector = {w: (1 + math.log(n)) * math.log(1 + self._articles / self._seen[w]) for w, n in counts.items()}
        length = math.sqrt(sum(v * v for v in vector.values())) or 1.0
        dots: dict[int, float] = defaultdict(float)
        for word, value in vector.items():
            for story in self._having[word]:
                dots[story] += value * self._sums[story][word]
        best = max(((dot / (length * self._norms[story]), -story) for story, dot in dots.items()), default=(0.0, 0))
        story = -best[1] if best[0] >= self._mark else len(self._sums)
        if story == len(self._sums):
            self._sums.append(defaultdict(float))
            self._norms.append(0.0)
        for word, value in vector.items():
            self._sums[story][word] += value / length
            self._having[word].add(story)
        self._norms[story] = math.sqrt(sum(v * v for v in self._sums[story].values()))
        return story


def centroids(mark: float) -> Callable[[Sequence[Telling]], Found]:
    def grouped(arriving: Sequence[Telling]) -> Found:
        online = Centroids(mark)
        return {t.article.id: online.place(Counter(word_keys(f"{t.article.title or ''} {t.article.text}"))) for t in arriving}

    return grouped


def near_duplicates(arriving: Sequence[Telling]) -> Found:
    """Connected by an estimated Jaccard of at least one half."""
    chance = numpy.random.default_rng(1)
    factors = chance.integers(1, 1 << 31, PERMUTATIONS, dtype=numpy.uint64)
    added = chance.integers(0, 1 << 31, PERMUTATIONS, dtype=numpy.uint64)
    rows = []
    for telling in arriving:
        words = telling.article.text.lower().split()
        runs = {zlib.crc32(" ".join(words[i : i + SHINGLE]).encode()) for i in range(max(1, len(words) - SHINGLE + 1))}
        hashed = numpy.array(sorted(runs), dtype=numpy.uint64)[:, None]
        rows.append(((hashed * factors + added) % numpy.uint64(_PRIME)).min(0))
    table = numpy.stack(rows)
    story = [*range(len(rows))]
    for at in range(1, len(rows)):
        for other in numpy.flatnonzero((table[:at] == table[at]).mean(1) >= JACCARD).tolist():
            old, new = story[at], story[other]
            story = [new if s == old else s for s in story] if old != new else story
    return {t.article.id: s for t, s in zip(arriving, story, strict=True)}


def bcubed(found: Found, gold: Mapping[str, str], held_out: bool = False) -> str:
    """Precision, recall and F1 over all articles, or over those of the stories not learnt on."""
    sizes, wanted = Counter(found.values()), Counter(gold.values())
    cells = Counter((found[article], story) for article, story in gold.items())
    counted = [(found[article], story) for article, story in gold.items() if not held_out or half(story)]
    precision = sum(cells[cell] / sizes[cell[0]] for cell in counted) / len(counted)
    recall = sum(cells[cell] / wanted[cell[1]] for cell in counted) / len(counted)
    return f"{100 * precision:.1f} / {100 * recall:.1f} / {200 * precision * recall / (precision + recall):.1f}"


def best_mark(sets: Sequence[tuple[list[Telling], dict[str, str]]]) -> float:
    """The mark that serves all sets best, chosen on the answers."""
    return max(MARKS, key=lambda mark: sum(float(bcubed(centroids(mark)(arriving), gold).split(" ")[-1]) for arriving, gold in sets))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("sets", nargs="+")
    options.add_argument("--orders", type=int, default=0, help="shuffled orders of arrival")
    options.add_argument("--mark", type=float, help="the mark of tf-idf; else looked for")
    chosen = options.parse_args()
    sets = [tellings(path) for path in chosen.sets]
    mark = chosen.mark or best_mark(sets)
    for path, (arriving, gold) in zip(chosen.sets, sets, strict=True):
        found = ours(arriving)
        print(Path(path).name.split(".")[0])
        print(f"  samestory            {bcubed(found, gold)}    held out {bcubed(found, gold, held_out=True)}", flush=True)
        for seed in range(chosen.orders):
            shuffled = random.Random(seed).sample(arriving, len(arriving))
            print(f"  order {seed}              {bcubed(ours(shuffled), gold)}", flush=True)
        print(f"  tf-idf online, {mark:<4}  {bcubed(centroids(mark)(arriving), gold)}", flush=True)
        print(f"  near-duplicates      {bcubed(near_duplicates(arriving), gold)}", flush=True)


if __name__ == "__main__":
    main()
