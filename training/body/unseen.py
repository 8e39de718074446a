"""Scores of the whole reading step where each page is read with weights that did not see its outlet.

python training/body/train.py /tmp/body.pkl cross FOLDER
python training/body/unseen.py ../shared FOLDER
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from samestory.model import Article
from samestory.reading import body, read
from samestory.showing import export


def main() -> None:
    shared, folder = Path(sys.argv[1]), Path(sys.argv[2])
    rows: dict[str, list[str]] = {"aeb": [], "pages": []}
    for weights in sorted(folder.glob("*.npz")):
        body.WEIGHTS = weights
        body._weights.cache_clear()
        for key in weights.with_suffix(".txt").read_text().split("\n"):
            name, _, page = key.partition("/")
            for article in read(shared / "data" / "extraction" / name / "html" / f"{page}.html.gz"):
                if isinstance(article, Article):
                    rows[name].append(json.dumps(export.article_row(article)))
    for name, scorer in (("aeb", "body"), ("pages", "pages")):
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl.gz") as out:
            Path(out.name).write_bytes(gzip.compress("\n".join(rows[name]).encode()))
            gold = shared / "data" / "extraction" / name / "gold.jsonl.gz"
            subprocess.run([sys.executable, str(shared / "eval" / "score.py"), scorer, str(gold), out.name], check=True)


if __name__ == "__main__":
    main()
