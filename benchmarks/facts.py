"""How many of the facts are right: facts drawn at random from real articles, each judged by a person; and counts against a registry.

    python benchmarks/facts.py               # counts the judged facts: right of those that samestory still states
    python benchmarks/facts.py --draw 150    # draws facts and prints them with their words, to be judged
    python benchmarks/facts.py --registry    # killed and injured in reports of shootings, against the registry behind them

`facts_judged.json` holds no sentence of the data: article ids, places, a fingerprint of what was stated, the verdict and its class.
`counts_judged.json` holds each count that differs from the registry, with what a reader of the report found.
Verdicts: "right" where the article says this of this; "wrong" else. A judged fact that samestory no longer states is left out of
`still_stated`, so the table tells what a change takes away; draw anew after large changes: `as_drawn` is the figure to quote.
Articles are drawn from ../shared/data/load by seed; the attribution model takes no part.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import random
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

from samestory import language
from samestory.attributing import dates, facts, names
from samestory.model import Article, Fact
from samestory.reading import read

HERE = Path(__file__).resolve().parent
DATA = HERE.parent.parent / "shared" / "data"
LOAD = DATA / "load" / "articles.jsonl.gz"
JUDGED = HERE / "facts_judged.json"
COUNTS = HERE / "counts_judged.json"
SEED = 6
ARTICLES = 120  # drawn; the facts are drawn from theirs
_HAPPENED = {"killed": "num_killed", "injured": "num_injured"}


def articles(path: Path, wanted: Iterable[str] | None) -> Iterator[Article]:
    """The articles of a file, of those ids where they are given."""
    chosen = set(wanted) if wanted is not None else None
    with tempfile.TemporaryDirectory() as folder:
        some = Path(folder) / "some.jsonl"
        with gzip.open(path, "rt", encoding="utf-8") as rows, some.open("w", encoding="utf-8") as out:
            out.writelines(row for row in rows if chosen is None or json.loads(row)["id"] in chosen)
        yield from (article for article in read(some) if isinstance(article, Article))


def stated(article: Article) -> tuple[Fact, ...]:
    """The facts of one article."""
    passages = language.parse(article)
    roster = names.people(article, passages, names.find(passages))
    times = dates.find(article, passages, dates.publication(article, passages))
    return facts.find(article, passages, roster, times)[0]


def fingerprint(fact: Fact) -> str:
    """Tells what was stated apart from anything else, without its words."""
    return hashlib.sha256(f"{fact.kind}|{fact.about}|{fact.value}|{fact.low}|{fact.high}".encode()).hexdigest()[:12]


def drawn(count: int, without: str | None, seed: int, size: int) -> Iterator[tuple[Article, Fact]]:
    """Facts drawn by seed."""
    with gzip.open(LOAD, "rt", encoding="utf-8") as rows:
        ids = sorted(json.loads(row)["id"] for row in rows)
    chance = random.Random(seed)
    pool = [(article, fact) for article in articles(LOAD, chance.sample(ids, size)) for fact in stated(article) if fact.kind != without]
    yield from chance.sample(pool, count)


def draw(count: int, without: str | None, seed: int, size: int) -> None:
    """Print facts to be judged: a row for the table, then what is stated with the words around it."""
    for number, (article, fact) in enumerate(drawn(count, without, seed, size)):
        start, end = fact.span.start, fact.span.end
        around = f"{article.text[max(0, start - 170) : start]}[[{article.text[start:end]}]]{article.text[end : end + 110]}"
        row = {"article": article.id, "start": start, "end": end, "kind": fact.kind, "said": fingerprint(fact)}
        print(json.dumps(row))
        print(f"{number} {fact.kind} [{fact.about}] {fact.value} {fact.unit} {fact.low}..{fact.high} {fact.rule} | {around!r}\n")


def count() -> None:
    """Hold the judged facts against what is stated now; one line a draw."""
    judged: list[dict[str, Any]] = json.loads(JUDGED.read_text())
    now = {
        a.id: {(f.span.start, f.span.end, fingerprint(f)) for f in stated(a)} for a in articles(LOAD, {row["article"] for row in judged})
    }
    for draw_of in dict.fromkeys(row["draw"] for row in judged):
        rows = [row for row in judged if row["draw"] == draw_of]
        still = [row for row in rows if (row["start"], row["end"], row["said"]) in now.get(row["article"], set())]
        print(json.dumps({"draw": draw_of, "as_drawn": _tally(rows), "still_stated": _tally(still)}))


def _tally(rows: list[dict[str, Any]]) -> dict[str, Any]:
    right = Counter(row["kind"] for row in rows if row["verdict"] == "right")
    kinds = {kind: f"{right[kind]} of {n}" for kind, n in sorted(Counter(row["kind"] for row in rows).items())}
    wrong = dict(Counter(row["class"] for row in rows if row["verdict"] == "wrong"))
    percent = round(100 * sum(right.values()) / len(rows), 1)
    return {"judged": len(rows), "right": sum(right.values()), "precision_percent": percent, "by_kind": kinds, "wrong": wrong}


def registry() -> None:
    """The first count of people killed and of people injured in each report, against the registry.

    A report may count the gunman among the dead or not: both agree. Where the two differ a person has read the report
    (`counts_judged.json`): often it says what samestory states, a number of that day or one counted otherwise.
    """
    judged = {(row["article"], row["what"], row["low"], row["high"]) for row in json.loads(COUNTS.read_text()) if row["verdict"] != "wrong"}
    with gzip.open(DATA / "facts" / "gva_incidents.jsonl.gz", "rt", encoding="utf-8") as rows:
        incidents = {row["incident_uri"]: row for row in map(json.loads, rows)}
    with gzip.open(DATA / "grouping" / "gva.jsonl.gz", "rt", encoding="utf-8") as rows:
        of = {row["id"]: incidents[row["story"]] for row in map(json.loads, rows) if row["story"] in incidents}
    tally: Counter[str] = Counter()
    for article in articles(DATA / "grouping" / "gva.jsonl.gz", of):
        said = stated(article)
        for what in _HAPPENED:
            first = next((f for f in said if f.kind == "count" and f.about == f"people {what}"), None)
            tally[f"{what}_reports_of_more_than_one"] += of[article.id][_HAPPENED[what]] > 1
            if first:
                tally[f"{what}_given"] += 1
                agrees = _agrees(first, of[article.id], what)
                tally[f"{what}_agrees"] += agrees
                tally[f"{what}_right_by_reading"] += agrees or (article.id, what, first.low, first.high) in judged
    shares = {
        f"{what}_{percent}": round(100 * tally[f"{what}_{name}"] / tally[f"{what}_given"], 1)
        for what in _HAPPENED
        for name, percent in (("agrees", "percent"), ("right_by_reading", "percent_by_reading"))
    }
    print(json.dumps(dict(sorted(tally.items())) | shares))


def _agrees(fact: Fact, incident: dict[str, Any], what: str) -> bool:
    most = incident[_HAPPENED[what]]
    suspects = sum("Suspect" in (p.get("Type") or "") and what.title() in (p.get("Status") or "") for p in incident["participants"])
    low = fact.low if fact.low is not None else 0
    return any(low <= number <= (fact.high if fact.high is not None else number) for number in range(most - suspects, most + 1))


def main() -> None:
    """Do what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draw", type=int, metavar="COUNT")
    parser.add_argument("--without", metavar="KIND", help="draw no facts of this kind")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--registry", action="store_true")
    options = parser.parse_args()
    if options.draw:
        draw(options.draw, options.without, options.seed, options.articles)
    elif options.registry:
        registry()
    else:
        count()


if __name__ == "__main__":
    main()
