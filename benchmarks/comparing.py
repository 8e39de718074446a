"""How many of the points and sayings of real stories are right, and how long a large story takes.

    python benchmarks/comparing.py           # counts the judged points and sayings of news_cluster that are still given
    python benchmarks/comparing.py --new     # prints points that nobody has judged yet
    python benchmarks/comparing.py --speed   # CPU seconds to compare 25, 50, 100 and 200 articles as one story

`comparing_judged.json` holds no words of the data: a fingerprint of the story and of what was said of what, the verdict, and whether
it is right, judged by eye with the sentences beside it: "agree" right where both say this of this, "compatible" where both can be
true, "differ" where the two are told differently of one thing, a saying where all its versions are one utterance; of a draw by lot (`draw`
is its seed) also how many of its `edits` have the right kind.
For --speed the articles of the set are taken as one story, though they are of many: there is more to tell apart than in a real one.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

from samestory.attributing import attribute
from samestory.comparing import compare
from samestory.model import Article, Comparison, Point, Saying, Story, Telling
from samestory.reading import read

HERE = Path(__file__).resolve().parent
NEWS = HERE.parent.parent / "shared" / "data" / "grouping" / "news_cluster.jsonl.gz"
JUDGED = HERE / "comparing_judged.json"
SIZES = (25, 50, 100, 200)


def tellings(most: int | None = None) -> Iterator[tuple[str, Telling]]:
    """The articles of the set with the story that each is of."""
    with tempfile.TemporaryDirectory() as folder, gzip.open(NEWS, "rt", encoding="utf-8") as rows:
        texts = list(rows)[:most]
        path = Path(folder) / "news.jsonl"
        path.write_text("".join(texts), encoding="utf-8")
        of = {row["id"]: row["story"] for row in map(json.loads, texts)}
        yield from ((of[article.id], attribute(article)) for article in read(path) if isinstance(article, Article))


def laid(name: str, given: list[Telling]) -> Comparison:
    ordered = sorted(given, key=lambda telling: (telling.day is None, telling.day or "", telling.article.id))
    return compare(Story(name, name, None, None, tuple(telling.article.id for telling in ordered)), ordered)


def of_point(story: str, point: Point) -> str:
    """Tells a point apart without its words."""
    values = sorted({str(fact.value) for fact in point.facts})
    return hashlib.sha256(f"{story}|{point.kind}|{point.verdict}|{point.about}|{values}".encode()).hexdigest()[:12]


def of_saying(story: str, saying: Saying) -> str:
    return hashlib.sha256(f"{story}|{saying.versions[0].text}".encode()).hexdigest()[:12]


def count(show_new: bool) -> None:
    judged = {row["what"]: row["right"] for row in json.loads(JUDGED.read_text(encoding="utf-8"))}
    stories: dict[str, list[Telling]] = defaultdict(list)
    for story, telling in tellings():
        stories[story].append(telling)
    given: Counter[str] = Counter()
    right: Counter[str] = Counter()
    new: Counter[str] = Counter()
    for story in sorted(stories):
        comparison = laid(story, stories[story])
        found: list[tuple[str, str, str]] = [
            (of_point(story, point), point.verdict, point.why) for point in comparison.points if point.verdict != "alone"
        ]
        found += [(of_saying(story, saying), "saying", "") for saying in comparison.sayings]
        for what, kind, why in found:
            given[kind] += what in judged
            right[kind] += judged.get(what, False)
            new[kind] += what not in judged
            if show_new and why and what not in judged:
                print(what, story, kind, why)
    for kind in sorted(given.keys() | new.keys()):
        print(f"{kind}: {right[kind]} of {given[kind]} judged ones that are still given are right; {new[kind]} not judged")


def speed() -> None:
    told = [telling for _, telling in tellings(max(SIZES))]
    for size in SIZES:
        started = time.process_time()
        laid("story", told[:size])
        sentences = sum(len(telling.sentences) for telling in told[:size])
        print(f"{size} articles, {sentences:,} sentences: {time.process_time() - started:.2f} CPU seconds", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--new", action="store_true")
    parser.add_argument("--speed", action="store_true")
    options = parser.parse_args()
    if options.speed:
        speed()
    else:
        count(options.new)
