"""Make src/samestory/grouping/background.txt.gz: the share of news articles that have each word or number.

    python training/background_terms.py ../shared/data/load/articles.jsonl.gz

Only single words and numbers, each in at least FEWEST articles; shares are rounded so that the table stays small.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

from samestory.grouping.evidence import word_keys

FEWEST = 3
STEPS_PER_E = 4  # shares are kept to a factor of e ** (1 / 4)
TABLE = Path(__file__).parent.parent / "src/samestory/grouping/background.txt.gz"


def main(path: str) -> None:
    counts: Counter[str] = Counter()
    articles = 0
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in rows:
            counts.update(set(word_keys(json.loads(row)["text"])))
            articles += 1
    steps: dict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        if count >= FEWEST and len(word) <= 24:
            steps[round(STEPS_PER_E * math.log(count / articles))].append(word)
    lines = [f"{math.exp(step / STEPS_PER_E):.3g}\t{' '.join(sorted(words))}" for step, words in sorted(steps.items())]
    TABLE.write_bytes(gzip.compress("\n".join(lines).encode("utf-8"), 9, mtime=0))
    print(f"{sum(map(len, steps.values()))} words of {articles} articles, {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
