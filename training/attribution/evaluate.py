"""Score the model alone, without the rules around it, and time it.

    python training/attribution/evaluate.py ../shared dev|held [--weights FOLDER] [--rows N]

`dev` is for the final table; `held` is the tenth of train that thresholds are chosen on.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from data import Row, held_out, paragraphs, read

from samestory.attributing import tagger
from samestory.model import Article


def chosen(shared: Path, which: str) -> list[Row]:
    name = "polnear_dev" if which == "dev" else "polnear_train"
    rows = read(shared / "data/attribution" / f"{name}.jsonl.gz")
    return rows if which == "dev" else [row for row in rows if held_out(row)]


def article_of(row: Row) -> Article:
    return Article(row["id"], row["id"], None, None, None, (), None, "en", row["text"], ())


def quotes_of(row: Row) -> list[dict[str, object]]:
    article = article_of(row)
    found = []
    for answer in tagger.answers(paragraphs(row["text"])):
        score = tagger.likelihood(answer)
        if answer.linked.content and score >= tagger.LIKELY:
            proposal = tagger._proposal(article, answer, score)
            found.append({role: [[s.start, s.end] for s in getattr(proposal, role)] for role in ("source", "cue", "content")})
    return found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("shared", type=Path)
    parser.add_argument("which", choices=("dev", "held"))
    parser.add_argument("--weights", type=Path, default=tagger.WEIGHTS)
    parser.add_argument("--rows", type=int, default=10000)
    args = parser.parse_args()
    tagger.WEIGHTS = args.weights
    rows = chosen(args.shared, args.which)[: args.rows]
    began = time.process_time()
    tagger._model()
    ready = time.process_time()
    told = [{"article": row["id"], "quotes": quotes_of(row)} for row in rows]
    spent = time.process_time() - ready
    words = sum(len(row["text"].split()) for row in rows)
    with tempfile.TemporaryDirectory() as folder:
        gold, mine = Path(folder) / "gold.jsonl", Path(folder) / "mine.jsonl"
        gold.write_text("".join(json.dumps(row) + "\n" for row in rows))
        mine.write_text("".join(json.dumps(row) + "\n" for row in told))
        score = subprocess.run(
            [sys.executable, args.shared / "eval/score.py", "quotes", gold, mine], capture_output=True, text=True, check=True
        )
    for name, value in json.loads(score.stdout).items():
        print(f"{name:30} {json.dumps(value)}")
    print(f"start {ready - began:.2f} CPU-s; {words} words at {words / spent:.0f} words a CPU-second")


if __name__ == "__main__":
    main()
