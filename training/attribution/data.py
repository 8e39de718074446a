"""PolNeAR's articles as windows with labels. Dev is for measuring only; a tenth of train is held out for choices."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from samestory.attributing.windows import LONGEST, NOWHERE, Window, pack, units

Row = dict[str, Any]
ONE_IN = 40  # of the articles without labels
STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def read(path: Path) -> list[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def held_out(row: Row) -> bool:
    """Whether an article belongs to the tenth that thresholds are chosen on, by its name alone."""
    return int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % 10 == 0


def without_labels(path: Path) -> list[Row]:
    """A share of other articles, chosen by their names, to be read as the network reads them."""
    chosen = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % ONE_IN == 1:
                chosen.append({"id": row["id"], "text": row["text"], "attributions": []})
    return chosen


def paragraphs(text: str) -> list[tuple[int, str]]:
    return [(m.start(), m.group()) for m in re.finditer(r"[^\n]+", text) if m.group().strip()]


@dataclass(frozen=True, slots=True)
class Link:
    """An attribution in pieces of its window; (0, 0) stands for no source."""

    cue: tuple[int, int]
    source: tuple[int, int]
    content: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    window: Window
    tags: tuple[int, ...]
    links: tuple[Link, ...]


def touched(window: Window, ordered: list[int], spans: list[list[int]]) -> list[int]:
    """The pieces that share a character with the spans; `ordered` are the pieces' ends, rising."""
    found = set()
    for start, end in spans:
        i = bisect_right(ordered, start)
        while i < len(ordered) and (window.places[i] == NOWHERE or window.places[i][0] < end):
            if window.places[i] != NOWHERE:
                found.add(i)
            i += 1
    return sorted(found)


def label(window: Window, attributions: list[Row]) -> Example:
    tags, links = [0] * len(window.ids), []
    ordered = list(accumulate((e for _, e in window.places), max))
    low, high = window.places[1][0], ordered[-1]
    for a in attributions:
        if not a["cue"] or a["cue"][0][0] < low or a["cue"][-1][1] > high:
            continue
        cue = touched(window, ordered, a["cue"])
        if not cue:
            continue
        source, content = touched(window, ordered, a["source"]), touched(window, ordered, a["content"])
        links.append(Link((cue[0], cue[-1] + 1), (source[0], source[-1]) if source else (0, 0), tuple(content)))
        for n, i in enumerate(cue):
            if not tags[i] or not n:
                tags[i] = 2 if n else 1
    return Example(window, tuple(tags), tuple(links))


def examples(rows: list[Row], tokenizer: Any, chance: random.Random | None = None) -> list[Example]:
    """The articles in windows; with `chance`, windows are cut elsewhere each time and some marks are straightened."""
    found = []
    for row in rows:
        text = row["text"]
        if chance and chance.random() < 0.2:
            text = text.translate(STRAIGHT)
        limit = chance.choice((96, 128, LONGEST, LONGEST)) if chance else LONGEST
        first = chance.randint(limit // 4, limit) if chance else limit
        parts = list(units(tokenizer, paragraphs(text)))
        found += [label(window, row["attributions"]) for window in pack(parts, limit, first)]
    return found
