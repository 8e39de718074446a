"""Ages of one person in two articles of an incident: whether every conflict is told, and whether what is told is one.

    python benchmarks/gva_ages.py            # counts against the table judged by eye
    python benchmarks/gva_ages.py --print    # prints what is told of every age, to be judged

The articles are those of `../shared/data/grouping/gva` whose incident has two or more articles that print an age beside one last name
(a plain pattern finds them, wider than samestory's own rules). `gva_ages_judged.json` holds no words of the data: the incident, a
fingerprint of the last name, and what a person found reading both articles: "conflict" or "no conflict" (a birthday, two people,
no age). Conflicts were looked for with the pattern, so those that it does not see either are not counted.
Only people and facts are found in the articles; attribution takes no part.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

from samestory import language
from samestory.attributing import dates, facts, names
from samestory.comparing import compare
from samestory.model import Article, Point, Published, Story, Telling
from samestory.reading import read

HERE = Path(__file__).resolve().parent
DATA = HERE.parent.parent / "shared" / "data"
JUDGED = HERE / "gva_ages_judged.json"
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NAME = r"((?:[A-Z][\w’'.-]+ ){1,3}[A-Z][\w’'-]+)(?: (?:Jr|Sr|II|III)\.?)?"
_AGED = (
    re.compile(rf"\b{_NAME},? (?:age )?\(?(?:is |was |an? )?(\d{{1,2}})\b(?!:|/| (?:people|percent|p\.m|a\.m))"),
    re.compile(rf"\b(\d{{1,2}})-year-old (?:[a-z]+ ){{0,3}}{_NAME}"),
)


def incidents() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The incidents with their articles, those that print an age beside one last name in two articles."""
    articles: dict[str, list[dict[str, Any]]] = defaultdict(list)
    with gzip.open(DATA / "grouping" / "gva.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            articles[row["story"]].append(row)
    for story in sorted(articles):
        aged: dict[str, set[str]] = defaultdict(set)
        for row in articles[story]:
            for found in (match for pattern in _AGED for match in pattern.finditer(row["text"])):
                name = next(group for group in found.groups() if not group.isdigit())
                aged[name.split()[-1]].add(row["id"])
        if any(len(ids) > 1 for ids in aged.values()):
            yield story, articles[story]


def tell(rows: Sequence[dict[str, Any]]) -> list[Telling]:
    """The tellings of one incident, with people and facts only, earliest first."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "some.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        tellings = [_telling(article) for article in read(path) if isinstance(article, Article)]
    return sorted(tellings, key=lambda telling: (telling.day or "", telling.article.id))


def _telling(article: Article) -> Telling:
    passages = language.parse(article)
    roster = names.people(article, passages, names.find(passages))
    times = dates.find(article, passages, dates.publication(article, passages))
    day = Published(article.published[:10], False, "given") if article.published else None
    return Telling(article, day, facts=facts.find(article, passages, roster, times)[0])


def points(rows: Sequence[dict[str, Any]]) -> tuple[list[Telling], list[Point]]:
    tellings = tell(rows)
    story = Story("story", "story", None, None, tuple(telling.article.id for telling in tellings))
    return tellings, [point for point in compare(story, tellings).points if point.kind == "age" and point.verdict != "alone"]


def fingerprint(story: str, name: str) -> str:
    """Tells a person apart without the name."""
    plain = [part for part in name.casefold().replace(".", "").split() if part not in SUFFIXES]
    return hashlib.sha256(f"{story}|{plain[0][0]}|{plain[-1]}".encode()).hexdigest()[:12]


def main(printing: bool) -> None:
    judged = {(row["story"], row["who"]): row["found"] for row in json.loads(JUDGED.read_text(encoding="utf-8"))} if JUDGED.exists() else {}
    told: dict[tuple[str, str], str] = {}
    verdicts: dict[str, int] = defaultdict(int)
    for story, rows in incidents():
        for point in points(rows)[1]:
            verdicts[point.verdict] += 1
            if point.verdict in ("differ", "contradict"):
                told[story, fingerprint(story, point.about)] = point.verdict
            if printing and point.verdict != "agree":
                print(story, fingerprint(story, point.about), point.verdict, point.why)
    conflicts = {key for key, found in judged.items() if found == "conflict"}
    right = [key for key in told if judged.get(key) == "conflict"]
    unknown = [key for key in told if key not in judged]
    print(f"ages of one person in two articles: {dict(sorted(verdicts.items()))}")
    print(f"conflicts judged: {len(conflicts)}, told {len(conflicts & told.keys())}; told in all {len(told)}, of them right {len(right)}")
    print(f"not judged yet: {unknown}; not told: {sorted(conflicts - told.keys())}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--print", action="store_true", dest="printing")
    main(parser.parse_args().printing)
