"""Learn src/samestory/grouping/weights.json: how much each feature says that two articles tell the same event.

    python training/grouping_weights.py ../shared/data/grouping/{news_cluster,ecbplus,gva}.jsonl.gz \\
        --apart ../shared/data/load/articles.jsonl.gz

Each set streams by in order of publication; each article is paired with the earlier ones that the index finds for it.
Learnt by logistic regression on the pairs of one half of the stories (by a hash of the story's name, look-alike
topics kept together); every set weighs the same. `--all` learns on both halves. Numpy only.

The sets hold few articles that share a topic and no event, as political reporting does by the thousand. `--apart` takes
plain articles: two that the index finds alike and that lie months apart tell different events, and would do so on one
day; they are learnt from with the later one's days moved to within four weeks of the other's.

A folder of a dozen look-alikes teaches no rarity: each set is learnt from once more, cut into folders by topic or outlet.
"""

from __future__ import annotations

import argparse
import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, islice
from pathlib import Path

import numpy

from samestory.grouping.background import Rarity
from samestory.grouping.days import Days
from samestory.grouping.evidence import Evidence, gather
from samestory.grouping.index import Index
from samestory.grouping.stories import CANDIDATES
from samestory.grouping.weighing import FEATURES, Weigher
from samestory.model import Article, Block, Published, Span, Telling
from samestory.text import lines

RIDGE = 1.0  # on standardised features, with the pairs of each set weighing as 10,000
MONTHS_APART = 60  # days between two articles from which on they are taken to tell different events
APART_ARTICLES = 2500  # of the plain articles, from the middle of the file
# What can only speak against one event, and what may do either; everything else can only speak for it.
AGAINST = {"gap", "far", "event_differs", "streets_both", "ages_both", "years_differ", "weekday_differ", "same_outlet"}
EITHER = {"undated"}
FOLDER = 40
SPREAD = 28  # days over which the pairs that lie months apart are spread
TABLE = Path(__file__).parent.parent / "src/samestory/grouping/weights.json"


def half(story: str) -> int:
    """0: learnt on; 1: held out. ECB+ names its two look-alike events `12ecb` and `12plus`: they stay together."""
    return zlib.crc32(("x" + story.removesuffix("plus").removesuffix("ecb")).encode()) % 2


def tellings(path: str, first: int = 0, most: int | None = None) -> tuple[list[Telling], dict[str, str]]:
    """The rows of a set in order of arrival, and the story of each."""
    found, gold = [], {}
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for line in islice(rows, first, None if most is None else first + most):
            row = json.loads(line)
            name, text, day = row["id"], row["text"], (row.get("date") or "")[:10] or None
            gold[name] = row.get("story", name)
            blocks = tuple(Block(Span(name, s, e), "body", "line") for s, e in lines(text))
            article = Article(name, name, None, row.get("outlet"), row.get("title"), (), day, "en", text, blocks)
            found.append(Telling(article, Published(day, False, "given") if day else None))
    return sorted(found, key=lambda t: (t.day or "9999", t.article.id)), gold


def found_alike(arriving: list[Telling]) -> Iterator[tuple[Weigher, Evidence, Evidence]]:
    """Each article with each earlier one that the index finds for it, under the rarity known at that time."""
    rarity = Rarity()
    weigher, index = Weigher(rarity), Index(rarity)
    earlier: list[Evidence] = []
    for telling in arriving:
        evidence, _ = gather(telling, rarity)
        rarity.learn(evidence.words())
        keys = index.keys(evidence)
        for place in index.near(keys, evidence, CANDIDATES):
            yield weigher, evidence, earlier[place]
        index.file(keys, evidence, len(earlier))
        earlier.append(evidence)


Pairs = tuple[numpy.ndarray, numpy.ndarray, numpy.ndarray]


def pairs(arriving: list[Telling], gold: dict[str, str]) -> Pairs:
    """The features of each pair compared, whether it is one story, and the half it is of (-1: of both)."""
    features, same, halves = [], [], []
    for weigher, a, b in found_alike(arriving):
        one, two = gold[a.article], gold[b.article]
        features.append(weigher.features(a, b))
        same.append(one == two)
        halves.append(half(one) if half(one) == half(two) else -1)
    return numpy.array(features).reshape(-1, len(FEATURES)), numpy.array(same, dtype=float), numpy.array(halves)


def joined(parts: list[Pairs]) -> Pairs:
    x, y, halves = (numpy.concatenate(part) for part in zip(*parts, strict=True))
    return x, y, halves


def folders(path: str) -> Iterator[list[Telling]]:
    """The set as small folders of look-alikes, as a reporter may have them: by topic, or by outlet, FOLDER at most."""
    arriving, _ = tellings(path)
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        kind = {row["id"]: row.get("topic") or row.get("outlet") or "" for row in map(json.loads, rows)}
    for _, told in groupby(sorted(arriving, key=lambda t: kind[t.article.id]), key=lambda t: kind[t.article.id]):
        folder = list(told)
        for start in range(0, len(folder), FOLDER):
            yield folder[start : start + FOLDER]


def apart(path: str) -> numpy.ndarray:
    """The features of pairs that are alike and months apart, as if they were some days apart.

    A quotation that both have is recalled months later; in the days of the event it would be the news: left out here.
    """
    arriving, _ = tellings(path, 12_000, APART_ARTICLES)
    features = []
    for weigher, a, b in found_alike(arriving):
        gap = (a.days.published or 0) - (b.days.published or 0)
        if gap >= MONTHS_APART:
            features.append(weigher.features(a, replace(b, days=moved(b.days, gap - gap % SPREAD), quoted=frozenset())))
    return numpy.array(features)


def moved(known: Days, by: int) -> Days:
    return replace(
        known,
        published=(known.published or 0) + by,
        event=known.event + by if known.event else None,
        named=frozenset(day + by for day in known.named),
    )


def learn(x: numpy.ndarray, y: numpy.ndarray, importance: numpy.ndarray) -> tuple[numpy.ndarray, float]:
    """Logistic regression; a feature whose weight has a sign that no reader would believe is left out, the worst first."""
    signs = numpy.array([-1.0 if name in AGAINST else 0.0 if name in EITHER else 1.0 for name in FEATURES])
    used = numpy.ones(len(FEATURES), dtype=bool)
    while True:
        weights, constant = fit(x[:, used], y, importance)
        wrong = weights * signs[used] * x[:, used].std(0)
        if wrong.min() >= 0:
            whole = numpy.zeros(len(FEATURES))
            whole[used] = weights
            return whole, constant
        used[numpy.flatnonzero(used)[wrong.argmin()]] = False


def fit(x: numpy.ndarray, y: numpy.ndarray, importance: numpy.ndarray) -> tuple[numpy.ndarray, float]:
    """Logistic regression by Newton's method; weights for the features as they are."""
    middle, scale = x.mean(0), x.std(0) + 1e-9
    z = numpy.hstack([(x - middle) / scale, numpy.ones((len(x), 1))])
    theta = numpy.zeros(z.shape[1])
    ridge = numpy.full(len(theta), RIDGE)
    ridge[-1] = 0.0
    for _ in range(30):
        p = 1.0 / (1.0 + numpy.exp(-z @ theta))
        slope = z.T @ (importance * (p - y)) + ridge * theta
        curve = (z * (importance * p * (1 - p))[:, None]).T @ z + numpy.diag(ridge)
        step = numpy.linalg.solve(curve, slope)
        theta -= step
        if abs(step).max() < 1e-8:
            break
    weights = theta[:-1] / scale
    return weights, float(theta[-1] - weights @ middle)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("sets", nargs="+")
    options.add_argument("--all", action="store_true", help="learn on both halves")
    options.add_argument("--apart", help="plain articles, for pairs that share a topic and no event")
    options.add_argument("--apart-weight", type=float, default=2_000)
    options.add_argument("--folder-weight", type=float, default=3_000, help="of the sets cut into small folders")
    chosen = options.parse_args()
    kept = []
    for path in chosen.sets:
        arriving, gold = tellings(path)
        small = joined([pairs(folder, gold) for folder in folders(path)]) if "news_cluster" not in path else None
        for found, worth in ((pairs(arriving, gold), 10_000), (small, chosen.folder_weight)):
            if found and worth:
                x, y, halves = found
                use = halves >= 0 if chosen.all else halves == 0
                kept.append((x[use], y[use], numpy.full(use.sum(), worth / use.sum())))
                print(path, len(y), "pairs,", int(y.sum()), "same")
    if chosen.apart:
        x = apart(chosen.apart)
        kept.append((x, numpy.zeros(len(x)), numpy.full(len(x), chosen.apart_weight / len(x))))
        print(chosen.apart, len(x), "pairs apart")
    weights, constant = learn(*(numpy.concatenate(part) for part in zip(*kept, strict=True)))
    table = {"constant": round(constant, 3), "weights": {name: round(float(w), 3) for name, w in zip(FEATURES, weights, strict=True)}}
    TABLE.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(table))


if __name__ == "__main__":
    main()
