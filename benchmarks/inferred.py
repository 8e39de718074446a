"""The day of publication inferred, where an article does not give it: how often, and how often it is right.

    python benchmarks/inferred.py                    # 300 articles of the load, one JSON line
    python benchmarks/inferred.py --seed 7 --show    # other ones, and each day inferred beside the real one

Dated articles of 2012 to 2020 are drawn by lot, spread over the years, and read with their date taken away. `right` of `given` are
those whose inferred day is the day that was taken away; `beside` are one day off (printed the evening before, or put on the
web after midnight). Where nothing is inferred the day is unknown to samestory, and so are "Friday" and "yesterday".
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
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

from samestory import language
from samestory.attributing import dates
from samestory.model import Article
from samestory.reading import read

LOAD = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "load" / "articles.jsonl.gz"
_YEARS = range(2012, 2021)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_WEEKDAY_DATE = re.compile(
    rf"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? (?:{_MONTH}[a-z]*\.? \d|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH})"
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def drawn(count: int, seed: int) -> list[str]:
    """As many rows of each year as will do."""
    years: dict[int, list[str]] = defaultdict(list)
    with gzip.open(LOAD, "rt", encoding="utf-8") as lines:
        for line in lines:
            date_given = json.loads(line).get("date") or ""
            if _DATE.match(date_given) and int(date_given[:4]) in _YEARS:
                years[int(date_given[:4])].append(line)
    lot = random.Random(seed)
    each = -(-count // len(years))
    return [line for year in sorted(years) for line in lot.sample(years[year], min(each, len(years[year])))]


def articles(count: int, seed: int) -> Iterator[Article]:
    """The articles drawn, read as any others are."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "drawn.jsonl"
        path.write_text("".join(drawn(count, seed)), encoding="utf-8")
        yield from (article for article in read(path) if isinstance(article, Article) and article.published)


def main() -> None:
    """Count, and print one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    count, rules = Counter[str](), Counter[str]()
    for article in articles(options.articles, options.seed):
        bare = replace(article, published=None)
        count["articles"] += 1
        # only a dating line or a weekday with its date lets a day be inferred: the others need no parse
        found = dates.publication(bare, language.parse(bare) if _WEEKDAY_DATE.search(article.text) else ())
        if found is None:
            continue
        off = (date.fromisoformat(found.day) - date.fromisoformat((article.published or "")[:10])).days
        count.update(given=1, right=off == 0, beside=abs(off) == 1)
        rules[f"{found.rule} {'right' if off == 0 else 'wrong'}"] += 1
        if options.show:
            words = [article.words(span) for span in found.evidence]
            print(
                json.dumps(
                    {"id": article.id, "real": (article.published or "")[:10], "inferred": found.day, "rule": found.rule, "words": words}
                )
            )
    row: dict[str, Any] = {"seed": options.seed} | dict(count) | {"rules": dict(sorted(rules.items()))}
    if count["given"]:
        row["right_percent"] = round(100 * count["right"] / count["given"], 1)
    print(json.dumps(row))


if __name__ == "__main__":
    main()
