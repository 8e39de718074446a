"""How many of the main events are right: what happened, on which day, where - of articles drawn by seed, each judged by a reader.

    python benchmarks/events.py                      # counts the judged events, and the recall of each draw
    python benchmarks/events.py --draw gva --size 55 --seed 3114    # draws articles of gva, news or load and prints their events

`events_judged.json` holds no sentence of the data: article ids, and for what, day and place "right", "wrong" or null (not given).
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from pathlib import Path

from facts import DATA, articles
from samestory import language
from samestory.attributing import dates, mainly

JUDGED = Path(__file__).resolve().parent / "events_judged.json"
SETS = {"gva": "grouping/gva.jsonl.gz", "news": "grouping/news_cluster.jsonl.gz", "load": "load/articles.jsonl.gz"}
SHOWN = 330  # characters of the body


def draw(name: str, size: int, seed: int) -> None:
    """Print the events of articles drawn by seed, to be judged."""
    path = DATA / SETS[name]
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        ids = sorted(json.loads(row)["id"] for row in rows)
    for article in articles(path, random.Random(seed).sample(ids, size)):
        passages = language.parse(article)
        event = mainly.find(article, passages, dates.find(article, passages, dates.publication(article, passages)))
        if event:
            body = " // ".join(passage.text for passage in passages if passage.block.kind == "body")[:SHOWN]
            print(json.dumps({"article": article.id, "what": event.what, "day": event.first, "place": event.place}))
            print(f"{article.title} | {(article.published or '')[:10]} | {body!r}\n")


def count() -> None:
    """The share of right ones in each part, by draw."""
    judged = json.loads(JUDGED.read_text())
    for seed in dict.fromkeys(row["seed"] for row in judged):
        rows = [row for row in judged if row["seed"] == seed]
        told = {}
        for part in ("what", "day", "place"):
            verdicts = Counter(row[part] for row in rows if row[part])
            told[part] = f"{verdicts['right']} of {sum(verdicts.values())}"
        print(json.dumps({"seed": seed, "judged": len(rows), **told}))


def main() -> None:
    """Do what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draw", choices=sorted(SETS))
    parser.add_argument("--size", type=int, default=50)
    parser.add_argument("--seed", type=int, default=3114)
    options = parser.parse_args()
    if options.draw:
        draw(options.draw, options.size, options.seed)
    else:
        count()


if __name__ == "__main__":
    main()
