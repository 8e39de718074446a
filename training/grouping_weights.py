"""Learn src/samestory/grouping/weights.json: how much each feature says that two articles tell the same event.

    python training/grouping_weights.py ../shared/data/grouping/{news_cluster,ecbplus,gva}.jsonl.gz \\
        --apart ../shared/data/load/articles.jsonl.gz

Each set streams by in order of publication; each article is paired with the earlier ones that the index finds for it.
Learnt by logistic regression on the pairs of one half of the stories (by a hash of the story's name, look-alike
topics kept together); every set weighs the same. `--all` learns on both halves. Numpy only.

The sets hold few articles that share a topic and no event, as political reporting does by the thousand. `--apart` takes
plain articles: two that the index finds alike and that lie months apart tell different events, and would do so on one
day; they are learnt from with the later one's days moved to within four weeks of the other's, and as they are.

A folder of a dozen look-alikes teaches no rarity: each set is learnt from once more, cut into folders by topic or outlet.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pickle
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, islice
from pathlib import Path

import numpy

from samestory.grouping.background import Rarity
from samestory.grouping.evidence import gather
from samestory.grouping.index import Index, Keys
from samestory.grouping.signs import DAY, QUOTED, WORDS, Evidence
from samestory.grouping.stories import CANDIDATES, ONCE
from samestory.grouping.weighing import FEATURES, Weigher, filled_in
from samestory.model import Article, Block, Published, Span, Telling
from samestory.text import lines

RIDGE = 1.0  # on standardised features, with the pairs of each set weighing as 10,000
MONTHS_APART = 60  # days between two articles from which on they are taken to tell different events
APART_ARTICLES = 2500  # of the plain articles, from the middle of the file
# What can only speak against one event, and what may do either; everything else can only speak for it.
AGAINST = {"gap", "far", "event_differs", "streets_both", "ages_both", "years_differ", "weekday_differ", "same_outlet"}
EITHER = {"undated"}
MOST_FITS = 150
HELPS = 1.0  # the slope, on standardised features, from which on a feature left out is taken in again
FOLDER = 40
# What the pairs of a set weigh, 10,000 where it is not named. With news_cluster at 15,000 the dated row trusted like
# headlines and distrusted rare words and chief names, and look-alike events of one kind (gva) ran together.
WORTH = {"news_cluster": 9_000, "gva": 35_000}
UNDATED_WEIGHT = 3_000  # of a dated set without its dates, beside 10,000 of one that has none
FEWEST_PAIRS = 500  # dated or undated pairs of a set below which they are left out
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


def found_alike(arriving: list[Telling], gold: dict[str, str]) -> Iterator[tuple[Weigher, Evidence, list[Evidence]]]:
    """Each article with the earlier ones that the index finds for it, under the rarity known at that time."""
    rarity = Rarity()
    weigher, index = Weigher(rarity), Index()
    earlier: list[Evidence] = []
    met: Counter[str] = Counter()
    for telling in arriving:
        evidence = gather(telling, rarity)
        words = evidence.marked(WORDS).tolist()
        rarity.learn(words)
        keys = Keys(evidence, weigher.take_up(evidence))
        yield weigher, evidence, [earlier[place] for place in index.near(keys, CANDIDATES)]
        index.file(keys, len(earlier))
        earlier.append(evidence)
        story = gold[evidence.article]
        met[story] += 1
        if 1 < met[story] <= ONCE:
            rarity.count(words, -1.0)


Pairs = tuple[numpy.ndarray, numpy.ndarray, numpy.ndarray]


def pairs(arriving: list[Telling], gold: dict[str, str]) -> Pairs:
    """The features of each pair compared, whether it is one story, and the half it is of (-1: of both)."""
    features, same, halves = [], [], []
    for weigher, a, found in found_alike(arriving, gold):
        features.append(weigher.features(a, found))
        for b in found:
            one, two = gold[a.article], gold[b.article]
            same.append(one == two)
            halves.append(half(one) if half(one) == half(two) else -1)
    return numpy.concatenate(features), numpy.array(same, dtype=float), numpy.array(halves)


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
    """The features of pairs that are alike and months apart, as if they were some days apart, and as they are.

    A quotation that both have is recalled months later; in the days of the event it would be the news: left out here.
    """
    arriving, gold = tellings(path, 12_000, APART_ARTICLES)
    features = []
    for weigher, a, found in found_alike(arriving, gold):
        for b in found:
            gap = a.published - b.published
            if gap >= MONTHS_APART:
                features.extend(weigher.features(a, [moved(b, gap - gap % SPREAD), b]))
    return numpy.array(features)


def moved(evidence: Evidence, by: int) -> Evidence:
    """The evidence as if it had been published later, without its quotations."""
    kept = (evidence.marks & QUOTED) == 0
    numbers, marks = evidence.numbers[kept], evidence.marks[kept]
    numbers = numpy.where((marks & DAY) > 0, numbers + by, numbers)
    order = numpy.argsort(numbers)
    return replace(
        evidence,
        published=evidence.published + by,
        event=evidence.event + by if evidence.event else 0,
        numbers=numbers[order],
        marks=marks[order],
        counts=evidence.counts[kept][order],
    )


def learn(x: numpy.ndarray, y: numpy.ndarray, importance: numpy.ndarray) -> tuple[numpy.ndarray, float]:
    """Logistic regression in which no weight has a sign that no reader would believe: left out, and taken in again where it helps."""
    signs = numpy.array([-1.0 if name in AGAINST else 0.0 if name in EITHER else 1.0 for name in FEATURES])
    scale = x.std(0)
    used = scale > 0
    for _ in range(MOST_FITS):
        whole = numpy.zeros(len(FEATURES))
        whole[used], constant = fit(x[:, used], y, importance)
        wrong = numpy.where(used, whole * signs * scale, 0.0)
        if wrong.min() < 0:
            used[wrong.argmin()] = False
            continue
        slope = (importance * (y - 1.0 / (1.0 + numpy.exp(-x @ whole - constant)))) @ x * scale * signs
        slope[used | (scale == 0)] = 0.0
        if slope.max() < HELPS:
            break
        used[slope.argmax()] = True
    return whole, constant


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


def undated(arriving: list[Telling]) -> list[Telling]:
    """The same articles, as they stand on pages that do not tell their day."""
    return [replace(telling, published=None) for telling in arriving]


def gathered(paths: list[str], folder_weight: float) -> Iterator[tuple[Pairs, float]]:
    """The pairs of each set, whole, in small folders and without its dates, and what they weigh."""
    for path in paths:
        arriving, gold = tellings(path)
        found = pairs(arriving, gold)
        worth = WORTH.get(Path(path).name.split(".")[0], 10_000)
        print(path, len(found[1]), "pairs,", int(found[1].sum()), "same", flush=True)
        yield found, worth
        if "news_cluster" not in path:
            yield joined([pairs(folder, gold) for folder in folders(path)]), folder_weight
        if found[0][:, FEATURES.index("undated")].mean() < 0.5:
            yield pairs(undated(arriving), gold), UNDATED_WEIGHT


def fitted(parts: list[tuple[Pairs, float]], without: float, halves: tuple[int, ...]) -> dict[str, object]:
    """The weights learnt on the pairs that are undated (1.0) or dated (0.0)."""
    kept = []
    for (x, y, half_of), worth in parts:
        # What `weighing` sets apart by itself teaches nothing.
        use = (x[:, FEATURES.index("undated")] == without) & numpy.isin(half_of, halves) & ~filled_in(x)
        if use.sum() >= FEWEST_PAIRS:
            kept.append((x[use], y[use], numpy.full(use.sum(), worth / use.sum())))
    weights, constant = learn(*(numpy.concatenate(part) for part in zip(*kept, strict=True)))
    return {"constant": round(constant, 3), "weights": {name: round(float(w), 3) for name, w in zip(FEATURES, weights, strict=True)}}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("sets", nargs="+")
    options.add_argument("--all", action="store_true", help="learn on both halves")
    options.add_argument("--apart", help="plain articles, for pairs that share a topic and no event")
    options.add_argument("--pairs", help="a file to keep the pairs in, for experiments")
    options.add_argument("--apart-weight", type=float, default=4_000)
    options.add_argument("--folder-weight", type=float, default=3_000, help="of the sets cut into small folders")
    chosen = options.parse_args()
    parts = [*gathered(chosen.sets, chosen.folder_weight)]
    halves = (0, 1) if chosen.all else (0,)
    if chosen.apart:
        x = apart(chosen.apart)
        parts.append(((x, numpy.zeros(len(x)), numpy.zeros(len(x))), chosen.apart_weight))
        print(chosen.apart, len(x), "pairs apart", flush=True)
    if chosen.pairs:
        with Path(chosen.pairs).open("wb") as file:
            pickle.dump((FEATURES, parts), file)
    table = {"dated": fitted(parts, 0.0, halves), "undated": fitted(parts, 1.0, halves)}
    TABLE.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(table))


if __name__ == "__main__":
    main()
