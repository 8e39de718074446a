"""Whether copies are found, and only copies.

    python benchmarks/copies.py [../shared/data] [--random 20000] [--seed 1] [--kinds 20]

`reuse/pairs`: the pairs by their containment as the set gives it (8-word shingles), and how many are found as copies; every shared
passage is held against both texts, letter for letter but for case, marks and blanks. Random pairs: articles of `load` published
within a week of each other by different outlets, drawn by lot; a pair found is shown with its passages, to be judged: some are
true copies. `--kinds` prints that many found pairs with the kind of copy, to be judged by eye.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from samestory.grouping.copies import Finder
from samestory.model import Article, Copy, Published, Telling
from samestory.reading import read
from samestory.text import fold

DATA = Path(__file__).parents[2] / "shared" / "data"
MARKS = (0.5, 0.3)
WEEK = 7  # days
Row = dict[str, Any]


def rows(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def tellings(given: list[Row]) -> list[Telling]:
    """The articles as the reading step reads them; attribution is not needed to find copies."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in given), encoding="utf-8")
        read_ = [article for article in read(path) if isinstance(article, Article)]
    return [Telling(a, Published(a.published[:10], False, "given") if a.published else None) for a in read_]


def copy_of(one: Telling, two: Telling) -> Copy | None:
    return next(iter(Finder().find(sorted((one, two), key=lambda t: (t.day or "9999", t.article.id)))), None)


def wrong_passages(copy: Copy, texts: dict[str, str]) -> int:
    """Passages whose words are not the same in both texts, or whose ends stand inside a word."""
    wrong = 0
    for mine, theirs in copy.passages:
        both = [" ".join(re.findall(r"\w+", fold(span.of(texts[span.article])).casefold())) for span in (mine, theirs)]
        whole = all(_at_ends(texts[span.article], span.start, span.end) for span in (mine, theirs))
        wrong += not both[0] or both[0] != both[1] or not whole
    return wrong


def _at_ends(text: str, start: int, end: int) -> bool:
    inside = [text[at - 1 : at + 1] for at in (start, end) if 0 < at < len(text)]
    return not any(re.fullmatch(r"\w\w", pair) for pair in inside)


def reuse(data: Path, shown: int, seed: int) -> None:
    given = list(rows(data / "reuse" / "pairs.jsonl.gz"))
    asked, found, wrong, passages = Counter[float](), Counter[float](), 0, 0
    kinds = Counter[str]()
    samples = []
    started = time.process_time()
    for row in given:
        pair = tellings([{**row["a"], "id": "a"}, {**row["b"], "id": "b"}])
        copy = copy_of(*pair)
        for mark in MARKS:
            asked[mark] += row["containment"] >= mark
            found[mark] += row["containment"] >= mark and copy is not None
        if copy:
            texts = {t.article.id: t.article.text for t in pair}
            wrong += wrong_passages(copy, texts)
            passages += len(copy.passages)
            kinds[copy.kind] += 1
            samples.append((row, copy, pair))
    took = time.process_time() - started
    for mark in MARKS:
        print(f"containment >= {mark}: {found[mark]} of {asked[mark]} found, {100 * found[mark] / asked[mark]:.1f} %")
    print(f"passages: {passages}, of which {wrong} do not match to the letter")
    print(f"kinds: {dict(kinds.most_common())}; signed by an agency: {sum(copy.agency is not None for _, copy, _ in samples)}")
    print(f"{took:.1f} CPU-s for {len(given)} pairs, reading included")
    for _, copy, pair in random.Random(seed).sample(samples, min(shown, len(samples))):
        show(copy, pair)


def show(copy: Copy, pair: list[Telling]) -> None:
    mine = next(t.article for t in pair if t.article.id == copy.article)
    theirs = next(t.article for t in pair if t.article.id == copy.of)
    print(f"\n{copy.kind} {copy.shared} agency={copy.agency}: {mine.outlet} {mine.published} of {theirs.outlet} {theirs.published}")
    for article, side in ((mine, 0), (theirs, 1)):
        spans = [passage[side] for passage in copy.passages]
        marked, at = "", 0
        for span in sorted(spans):
            marked += f"{article.text[at : span.start]}[[{len(article.words(span).split())}]]"
            at = max(at, span.end)
        print("   ", re.sub(r"\s+", " ", marked + article.text[at:])[:1500])


def by_lot(data: Path, pairs: int, seed: int) -> None:
    given = [row for row in rows(data / "load" / "articles.jsonl.gz") if re.match(r"\d{4}-\d\d-\d\d", row["date"] or "")]
    days = [date.fromisoformat(row["date"][:10]).toordinal() for row in given]
    draw = random.Random(seed)
    chosen: set[tuple[int, int]] = set()
    while len(chosen) < pairs:
        one = draw.randrange(len(given))
        two = draw.randrange(max(0, one - 400), min(len(given), one + 400))
        if one < two and abs(days[one] - days[two]) <= WEEK and given[one]["outlet"] != given[two]["outlet"]:
            chosen.add((one, two))
    needed = sorted({place for pair in chosen for place in pair})
    read_ = dict(zip(needed, tellings([{**given[place], "id": str(place)} for place in needed]), strict=True))
    started = time.process_time()
    finder = Finder()
    found = [(copy, one, two) for one, two in sorted(chosen) if (copy := next(iter(finder.find([read_[one], read_[two]])), None))]
    took = time.process_time() - started
    print(f"\nrandom pairs within a week: {len(found)} of {len(chosen)} found as copies ({took:.1f} CPU-s); to be judged:")
    for copy, one, two in found:
        show(copy, [read_[one], read_[two]])


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("data", nargs="?", type=Path, default=DATA)
    options.add_argument("--random", type=int, default=20_000, help="random pairs of load")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--kinds", type=int, default=0, help="found pairs to print, to judge their kind")
    chosen = options.parse_args()
    reuse(chosen.data, chosen.kinds, chosen.seed)
    if chosen.random:
        by_lot(chosen.data, chosen.random, chosen.seed)


if __name__ == "__main__":
    main()
