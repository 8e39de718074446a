"""How many points of real stories are right, by verdict: news, shootings, politics and nine great events.

    python benchmarks/points.py               # counts the judged points that are still given (3 minutes)
    python benchmarks/points.py --draw FILE   # writes all contradict and differ, and 100 of each other verdict by lot, with their sentences

The stories: those of `grouping/news_cluster`; 90 incidents of `grouping/gva` with 3 to 12 articles, drawn by lot; and, grouped by
samestory, the articles of two stretches of days and of nine events in `load/articles`. `points_judged.json` holds no words of the
data: a fingerprint of the story and of what was said of what (as in `comparing.py`), and whether it is right, judged by eye
with the sentences beside it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

from comparing import HERE, laid, of_point, tellings
from samestory.attributing import attribute
from samestory.grouping import group
from samestory.model import Article, Point, Telling
from samestory.reading import read

DATA = HERE.parent.parent / "shared" / "data"
JUDGED = HERE / "points_judged.json"
INCIDENTS, DRAWN, SEED = 90, 100, 2029
# First and last day, words of the headline, most articles
STRETCHES = [
    ("load_a", "2014-11-03", "2014-11-12", "", 250),
    ("load_b", "2020-05-17", "2020-05-25", "", 250),
    ("ev:boston", "2013-04-15", "2013-04-19", "Boston|bomb|blast|explo|Texas|West", 45),
    ("ev:paris", "2015-11-13", "2015-11-17", "Paris|attack|ISIS", 45),
    ("ev:dallas", "2016-07-07", "2016-07-10", "Dallas|shoot|police", 45),
    ("ev:vegas", "2017-10-02", "2017-10-05", "Vegas|shoot|gun", 45),
    ("ev:parkland", "2018-02-14", "2018-02-17", "Florida|shoot|school", 45),
    ("ev:elpaso", "2019-08-03", "2019-08-06", "Paso|Dayton|shoot", 45),
    ("ev:orlando", "2016-06-12", "2016-06-15", "Orlando|shoot|club", 45),
    ("ev:iran", "2020-01-03", "2020-01-11", "Iran|plane|crash|Soleimani", 45),
    ("ev:sandy", "2012-12-14", "2012-12-17", "Newtown|school|shoot|Sandy", 45),
]


def rows(path: str) -> list[dict[str, Any]]:
    with gzip.open(DATA / path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def tell(given: list[dict[str, Any]]) -> list[Telling]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "some.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in given), encoding="utf-8")
        return [attribute(article) for article in read(path) if isinstance(article, Article)]


def stories() -> Iterator[tuple[str, list[Telling]]]:
    news: dict[str, list[Telling]] = defaultdict(list)
    for story, telling in tellings():
        news[story].append(telling)
    yield from sorted(news.items())
    incidents: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows("grouping/gva.jsonl.gz"):
        incidents[row["story"]].append(row)
    several = sorted(story for story in incidents if 3 <= len(incidents[story]) <= 12)
    random.Random(7).shuffle(several)
    for story in several[:INCIDENTS]:
        yield f"gva:{story}", tell(incidents[story])
    articles = rows("load/articles.jsonl.gz")
    for name, first, last, words, most in STRETCHES:
        days = [row for row in articles if first <= (row["date"] or "")[:10] <= last and re.search(words, row["title"] or "")]
        told = {telling.article.id: telling for telling in tell(days[:most])}
        for together in group(told.values()):
            title = together.title[: 30 if name.startswith("ev:") else 50]
            yield f"{name}:{title}", [told[article] for article in together.articles]


def points() -> Iterator[tuple[str, Point, list[Telling]]]:
    for story, given in stories():
        if len(given) > 1:
            yield from ((story, point, given) for point in laid(story, given).points if point.verdict != "alone")


def count() -> None:
    judged = {row["what"]: row["right"] for row in json.loads(JUDGED.read_text(encoding="utf-8"))}
    given, known, right = Counter[str](), Counter[str](), Counter[str]()
    for story, point, _ in points():
        what = of_point(story, point)
        given[point.verdict] += 1
        known[point.verdict] += what in judged
        right[point.verdict] += judged.get(what, False)
    for verdict in sorted(given):
        print(f"{verdict}: {given[verdict]} given, {known[verdict]} of them judged, {right[verdict]} right")


def draw(path: Path) -> None:
    by_verdict: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for story, point, given in points():
        texts = {telling.article.id: telling for telling in given}
        sentences = []
        for fact in point.facts[:8]:
            telling = texts[fact.article]
            around = next((span for span in telling.sentences if span.holds(fact.span)), fact.span)
            sentences.append([telling.article.outlet, telling.day, telling.article.words(fact.span), telling.article.words(around)])
        row = {"what": of_point(story, point), "verdict": point.verdict, "about": point.about, "why": point.why, "sentences": sentences}
        by_verdict[point.verdict].append(row)
    lot = random.Random(SEED)
    with path.open("w", encoding="utf-8") as out:
        for verdict, found in sorted(by_verdict.items()):
            chosen = found if verdict in ("contradict", "differ") else lot.sample(found, min(DRAWN, len(found)))
            out.writelines(json.dumps(row) + "\n" for row in chosen)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--draw", type=Path)
    options = parser.parse_args()
    if options.draw:
        draw(options.draw)
    else:
        count()
