"""Decisions of grouping, drawn by chance for a person to judge, and the verdicts counted.

    python benchmarks/grouping_decisions.py --draw 62 > draw.jsonl     # 100 decisions with both articles' beginnings
    python benchmarks/grouping_decisions.py                            # counts benchmarks/grouping_judged.json

Of news_cluster and gva 16 joins and 16 openings each, of two months of plain articles (`MONTHS` of load) 18 each; read as the program
reads them, arriving by date. A verdict holds two things: is the decision right (where the set has a gold story: by that, unless reading
shows that the gold errs), and does its line name what truly puts the article there, enough for a reader. The file keeps ids and
verdicts, no text: right, and enough, is what two readers found so, each alone; where they part, `alone` has both.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from samestory.grouping import Grouper
from samestory.grouping.shelf import Memory
from samestory.model import Article, Decision, Published, Telling
from samestory.reading import read

DATA = Path(__file__).parent.parent.parent / "shared/data"
JUDGED = Path(__file__).parent / "grouping_judged.json"
MONTHS = ("2013-10", "2020-03")
EACH = {"news_cluster": 16, "gva": 16, **dict.fromkeys(MONTHS, 9)}
SHOWN = 420  # characters of an article that the judge sees


def rows(name: str) -> list[str]:
    """The lines of a set, or of one month of load."""
    path = DATA / ("load/articles.jsonl.gz" if name in MONTHS else f"grouping/{name}.jsonl.gz")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [line for line in lines if name not in MONTHS or (json.loads(line)["date"] or "").startswith(name)]


def tellings(lines: list[str]) -> list[Telling]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.jsonl"
        path.write_text("".join(lines), encoding="utf-8")
        articles = [found for found in read(path) if isinstance(found, Article)]
    found = [Telling(a, Published(a.published[:10], False, "given") if a.published else None) for a in articles]
    return sorted(found, key=lambda t: (t.day is None, t.day or "", t.article.id))


def decided(arriving: list[Telling]) -> Iterator[tuple[Telling, Decision, list[Telling]]]:
    """Every article with its last decision and its story."""
    shelf = Memory()
    grouper = Grouper(shelf)
    for telling in arriving:
        grouper.add(telling)
    grouper.renew()
    for _, members in shelf.stories():
        story = [telling for telling, _ in members]
        yield from ((telling, decision, story) for telling, decision in members)


def shown(telling: Telling) -> str:
    article = telling.article
    return f"{telling.day} {article.outlet} | {article.title} | {' '.join(article.text.split())[:SHOWN]}"


def draw(seed: int) -> Iterator[dict[str, object]]:
    chance = random.Random(seed)
    for name, each in EACH.items():
        lines = rows(name)
        gold = {row["id"]: row.get("story") for row in map(json.loads, lines)}
        arriving = tellings(lines)
        found = list(decided(arriving))
        for new in (False, True):
            for telling, decision, story in chance.sample([one for one in found if one[1].new == new], each):
                own = gold[telling.article.id]
                here = sum(gold[other.article.id] == own for other in story)
                yield {
                    "set": name,
                    "article": telling.article.id,
                    "decision": "opens" if new else "joins",
                    "score": decision.score,
                    "line": f"{decision.rule} | {', '.join(decision.shared)}",
                    "telling": shown(telling),
                    "story": [shown(other)[:160] for other in story if other is not telling][:4],
                    "gold": own and f"{here} of {len(story)} here, {[*gold.values()].count(own)} in all",
                }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--draw", type=int, help="a seed")
    chosen = options.parse_args()
    if chosen.draw is not None:
        for row in draw(chosen.draw):
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        return
    judged = json.loads(JUDGED.read_text(encoding="utf-8"))
    for number in dict.fromkeys(row["draw"] for row in judged):
        count(number, [row for row in judged if row["draw"] == number])


def count(number: int, judged: list[dict[str, Any]]) -> None:
    """Print the verdicts on one draw."""
    right = sum(row["right"] for row in judged)
    enough = sum(row["enough"] for row in judged)
    both = sum(row["right"] and row["enough"] for row in judged)
    print(f"draw {number}, {len(judged)} decisions: the line enough in {enough}, the decision right in {right}, both in {both}")
    for name, way in sorted({(row["set"], row["decision"]) for row in judged}):
        some = [row for row in judged if (row["set"], row["decision"]) == (name, way)]
        print(f"  {name:<13} {way}  right {sum(row['right'] for row in some)} of {len(some)}")


if __name__ == "__main__":
    main()
