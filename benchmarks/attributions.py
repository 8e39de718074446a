"""Precision of attributions on articles of other years and outlets: 200 drawn at random, judged one by one by two readers apart.

    python benchmarks/attributions.py                  the precision of the judged rows, and how many are printed as they were
    python benchmarks/attributions.py --draw SEED      draws 200 articles and one attribution of each, for reading by eye
    python benchmarks/attributions.py --draw SEED --rows FILE   also writes the rows, without verdicts, for attributions_judged.json

The articles are those of ../shared/data/load from 2012 on, less those used for development (they stand in the table). Of each
article one attribution is drawn, so that long articles count no more than short ones. Judged in full context, strictly: right is
an attribution of something said, written, reported, believed, known or meant to whom the text attributes it, with its content in
the main, and a speaker who is the one meant (no speaker is no error). Wrong: deeds and attitudes that state nothing ("imposed
limits", "no longer supports"), what nobody said, a wrong or mutilated source, content of somebody else, a wrong speaker.
Two readers (language models that read, each by itself) judged every row of the table, in 700 characters of context on both
sides (`judges`); `verdict` is right where both said so. An attitude without a proposition ("endorsed Doe") counts as wrong.
`draws` tells the earlier draws, each of other articles, by which the program was mended; their articles stand under
`development`. No text is kept.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from samestory import attributing, reading
from samestory.model import Article, Quote

HERE = Path(__file__).resolve().parent
LOAD = HERE.parent.parent / "shared" / "data" / "load" / "articles.jsonl.gz"
JUDGED = HERE / "attributions_judged.json"
FIRST_YEAR = "2012"
DRAWN = 200
AROUND = 200  # characters of context
SURE = 1.96  # standard deviations of a 95 % interval

Row = dict[str, Any]


def rows_of(path: Path) -> list[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if row["date"][:4] >= FIRST_YEAR]


def articles(rows: Sequence[Row]) -> Iterator[Article]:
    """The rows as the program reads them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        yield from (found for found in reading.read(path) if isinstance(found, Article))


def draw(seed: int, left_out: Sequence[str]) -> Iterator[tuple[Article, Quote]]:
    """200 articles that the seed chooses, with one attribution of each."""
    by_id = {row["id"]: row for row in rows_of(LOAD) if row["id"] not in set(left_out)}
    order = sorted(by_id)
    random.Random(seed).shuffle(order)
    found = 0
    for name in order:
        for article in articles([by_id[name]]):
            quotes = attributing.attribute(article).quotes
            if quotes and found < DRAWN:
                found += 1
                yield article, random.Random(f"{seed}{name}").choice(quotes)
        if found == DRAWN:
            return


def places(quote: Quote) -> dict[str, list[list[int]]]:
    parts = {"content": quote.content, "cue": quote.cue, "source": quote.source}
    return {key: [[span.start, span.end] for span in spans] for key, spans in parts.items()}


def readable(number: int, article: Article, quote: Quote) -> str:
    """An attribution in its context: C{content} Q[cue] S(source)."""
    marks = (
        [(span, "C{", "}") for span in quote.content]
        + [(span, "Q[", "]") for span in quote.cue]
        + [(span, "S(", ")") for span in quote.source]
    )
    spans = [span for span, _, _ in marks]
    low, high = max(0, min(s.start for s in spans) - AROUND), min(len(article.text), max(s.end for s in spans) + AROUND)
    inserted = sorted([(s.end, 0, close) for s, _, close in marks] + [(s.start, 1, opening) for s, opening, _ in marks])
    parts, at = [], low
    for place, _, mark in inserted:
        parts += [article.text[at:place], mark]
        at = place
    text = "".join([*parts, article.text[at:high]]).replace("\n", " / ")
    who = f"{quote.speaker.kind}: {quote.speaker.name} ({quote.speaker.role})" if quote.speaker else "-"
    return f"#{number} {article.id} {article.outlet} [{quote.kind} {quote.score}] SPEAKER {who}\n  ..{text}..\n"


def interval(right: int, total: int) -> tuple[float, float]:
    """Wilson's interval for a share.

    >>> [round(bound, 3) for bound in interval(90, 100)]
    [0.826, 0.945]
    """
    share, spread = right / total, SURE * SURE / total
    middle = share + spread / 2
    width = SURE * math.sqrt((share * (1 - share) + spread / 4) / total)
    return (middle - width) / (1 + spread), (middle + width) / (1 + spread)


def same(row: Row, quotes: Sequence[Quote]) -> bool:
    """Whether an attribution is still printed with the same words as content, cue and source."""
    return any(all(places(quote)[key] == row[key] for key in ("content", "cue", "source")) for quote in quotes)


def count() -> dict[str, Any]:
    table = json.loads(JUDGED.read_text(encoding="utf-8"))
    by_id = {row["id"]: row for row in rows_of(LOAD)}
    printed = {article.id: attributing.attribute(article).quotes for article in articles([by_id[row["article"]] for row in table["rows"]])}
    kept = [row for row in table["rows"] if same(row, printed[row["article"]])]
    as_drawn, still = share(table["rows"]), share(kept)
    wrong = dict(reasons(table["rows"]))
    return {"seed": table["seed"], "as_drawn": as_drawn, "wrong": wrong, "still_printed": still, "draws": table["draws"]}


def share(rows: Sequence[Row]) -> dict[str, Any]:
    right = sum(row["verdict"] == "right" for row in rows)
    low, high = interval(right, len(rows)) if rows else (0.0, 1.0)
    per_kind = {
        kind: [sum(r["verdict"] == "right" for r in rows if r["kind"] == kind), sum(r["kind"] == kind for r in rows)] for kind in KINDS
    }
    return {"rows": len(rows), "right": right, "precision": round(100 * right / max(1, len(rows)), 1), "from": round(100 * low, 1),
            "to": round(100 * high, 1), "right_of_kind": per_kind}  # fmt: skip


KINDS = ("direct", "mixed", "indirect")


def reasons(rows: Sequence[Row]) -> Counter[str]:
    return Counter(row["reason"] for row in rows if row["verdict"] == "wrong")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draw", type=int, metavar="SEED")
    parser.add_argument("--rows", type=Path)
    args = parser.parse_args()
    if args.draw is None:
        print(json.dumps(count()))
        return
    left_out = json.loads(JUDGED.read_text(encoding="utf-8"))["development"] if JUDGED.exists() else []
    rows = []
    for number, (article, quote) in enumerate(draw(args.draw, left_out)):
        print(readable(number, article, quote), flush=True)
        rows.append({"article": article.id, "kind": quote.kind, **places(quote), "verdict": "", "reason": ""})
    if args.rows:
        args.rows.write_text(json.dumps(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
