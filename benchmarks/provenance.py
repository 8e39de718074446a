"""How many sentences on the sources of real stories, and lines that sum a story up, are right.

    python benchmarks/provenance.py                         # counts the judged ones that are still given
    python benchmarks/provenance.py --draw FILE --seed 41   # draws 60 sentences and 20 summary lines by lot, for judges

The stories are those of `points.py`, but for its nine great events: news_cluster, incidents of gva, two stretches of days of load. Each
row drawn holds what a judge needs: the sentence, and of each article of its story outlet, day, headline and text. A sentence is right
where a count is no more than the articles show (and, where it does not say "at least", no less), where each source named is truly
one of these articles, where who has from whom is so, and where nobody who reads it is led to take one source for two.
`provenance_judged.json` holds no words of the data: a fingerprint of story and sentence, and the verdicts of the readers.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

from comparing import HERE
from points import stories
from samestory.comparing import compare
from samestory.grouping.copies import Finder
from samestory.model import Comparison, Story, Telling

JUDGED = HERE / "provenance_judged.json"
SENTENCES, LINES, SEED = 60, 20, 41
LONGEST = 6000  # characters of an article that a judge is given
_NEXT = re.compile(r"(?<=[.…”]) (?=(?:At least|Both|All|Each|In|No|One|The|Two|\d+) )")


def of_sentence(story: str, sentence: str) -> str:
    """Tells a sentence apart without its words."""
    return hashlib.sha256(f"{story}|{sentence}".encode()).hexdigest()[:12]


def laid(name: str, given: list[Telling]) -> Comparison:
    ordered = sorted(given, key=lambda telling: (telling.day is None, telling.day or "", telling.article.id))
    finder = Finder()
    articles = tuple(telling.article.id for telling in ordered)
    return compare(Story(name, name, None, None, articles, copies=finder.find(ordered), signed=finder.signed(ordered)), ordered)


def said(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """The sentences on sources, and the line that sums up, each with its kind."""
    if comparison.origins:
        yield from (("sources", sentence) for sentence in _NEXT.split(comparison.origins.why) if sentence)
    if comparison.summary:
        yield "summary", comparison.summary.text


def given() -> Iterator[tuple[str, Comparison]]:
    for name, tellings in takewhile(lambda story: not story[0].startswith("ev:"), stories()):
        if len(tellings) > 1:
            yield name, laid(name, tellings)


def rows(compared: list[tuple[str, Comparison]], seed: int) -> Iterator[dict[str, Any]]:
    """60 sentences and 20 lines by lot, in the order of their stories."""
    every = [(kind, name, sentence, comparison) for name, comparison in compared for kind, sentence in said(comparison)]
    lot = random.Random(seed)
    for kind, most in (("sources", SENTENCES), ("summary", LINES)):
        found = [one for one in every if one[0] == kind]
        places = sorted(lot.sample(range(len(found)), min(most, len(found))))
        for _, name, sentence, comparison in (found[place] for place in places):
            yield {
                "what": of_sentence(name, sentence),
                "set": kind,
                "sentence": sentence,
                "all": comparison.origins.why if comparison.origins else "",
                "articles": [_article(telling) for telling in comparison.tellings],
            }


def _article(telling: Telling) -> dict[str, Any]:
    article = telling.article
    return {
        "outlet": article.outlet,
        "day": telling.day,
        "headline": article.title,
        "byline": article.byline,
        "text": article.text[:LONGEST],
    }


def count() -> None:
    judged = {row["what"]: row for row in json.loads(JUDGED.read_text(encoding="utf-8"))}
    numbers: dict[str, Counter[str]] = {"sources": Counter(), "summary": Counter()}
    for name, comparison in given():
        for kind, sentence in said(comparison):
            row = judged.get(of_sentence(name, sentence))
            numbers[kind]["given"] += 1
            if row:
                numbers[kind]["judged"] += 1
                numbers[kind]["right"] += row["right"] and row.get("second", True)
    for kind, number in numbers.items():
        print(f"{kind}: {number['given']} given, {number['judged']} of them judged, {number['right']} right")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--draw", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    if options.draw:
        with options.draw.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(list(given()), options.seed))
    else:
        count()
