"""Reading beside trafilatura in one run: the same pages, one core, the same scorer.

    python benchmarks/reading.py [--rounds 3] [--speed] [--default]

Prints one JSON line a system: body P, R, F1 on aeb; segments, title, author and date F1 on `pages`; pages a CPU-second over all 361
pages, the best of the rounds, in turns of a few pages; nothing that we keep of one round is there in the next. Ours is the whole step:
bytes to `Article`, with metadata, furniture and a place for each block. trafilatura's default is `extract(page)`, which leaves
metadata out; the line "with metadata" is the same with what it calls metadata. `--speed` leaves the scores out,
`--default` all of trafilatura's ways but its default.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import json
import logging
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import trafilatura

from samestory.model import Article
from samestory.reading import clues, page, printed, read_bytes
from samestory.reading.encoding import decode
from samestory.showing import export

SHARED = Path(__file__).resolve().parents[2] / "shared"
DATA = SHARED / "data" / "extraction"
MODES: dict[str, dict[str, Any]] = {
    "trafilatura default": {},
    "trafilatura with metadata": {"with_metadata": True},
    "trafilatura fast": {"fast": True},
    "trafilatura precision": {"favor_precision": True},
}
TURN = 20  # pages
Row = dict[str, Any]
logging.disable(logging.CRITICAL)


def ours(data: bytes, name: str) -> Row | None:
    article = next(iter(read_bytes(data, name)))
    return export.article_row(article) if isinstance(article, Article) else None


def theirs(data: bytes, name: str, mode: dict[str, Any]) -> Row:
    """What trafilatura finds, as a row that the scorer reads: its text is all body."""
    found: Any = trafilatura.bare_extraction(decode(data), include_comments=False, **(mode | {"with_metadata": True}))
    text = getattr(found, "text", None) or ""
    row: Row = {"origin": name, "title": None, "byline": [], "published": None, "text": text}
    if found:
        row |= {"title": found.title, "byline": [found.author] if found.author else [], "published": found.date}
    return row | {"blocks": [{"start": 0, "end": len(text), "kind": "body", "rule": ""}]}


def pages(folder: str) -> list[tuple[str, bytes]]:
    return [(path.name, gzip.decompress(path.read_bytes())) for path in sorted((DATA / folder / "html").glob("*.gz"))]


def scores(reader: Callable[[bytes, str], Row | None]) -> Row:
    found: Row = {}
    for folder, scorer in (("aeb", "body"), ("pages", "pages")):
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
            for name, data in pages(folder):
                if row := reader(data, name):
                    out.write(json.dumps(row) + "\n")
            out.flush()
            command = [sys.executable, str(SHARED / "eval" / "score.py"), scorer, str(DATA / folder / "gold.jsonl.gz"), out.name]
            answer = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        if scorer == "body":
            found |= {"body_p": answer["p"], "body_r": answer["r"], "body_f1": answer["f1"]}
        else:
            found |= {f"{field}_f1": answer[field]["f1"] for field in ("segments", "title", "author", "date")}
    return found


def speeds(rounds: int, modes: dict[str, dict[str, Any]]) -> dict[str, float]:
    """Pages a CPU-second of this process. The systems take turns every few pages, so that a busy moment of the machine meets all
    alike; of each turn the best of the rounds counts. Both get the unpacked bytes of a page and decode them."""
    everything = [*pages("aeb"), *pages("pages")]
    for name, data in everything[:5]:
        ours(data, name)
        trafilatura.extract(data)
    systems: dict[str, Callable[[str, bytes], object]] = {"samestory": lambda name, data: next(iter(read_bytes(data, name)))}
    systems |= {system: functools.partial(_extracted, mode=mode) for system, mode in modes.items()}
    best: dict[tuple[str, int], float] = {}
    for _ in range(rounds):
        for kept in (clues.bits, clues._told, page._named, page._holding, printed._others, printed._signing):
            kept.cache_clear()
        for first in range(0, len(everything), TURN):
            for system, read in systems.items():
                begun = time.process_time()
                for name, data in everything[first : first + TURN]:
                    read(name, data)
                spent = time.process_time() - begun
                best[system, first] = min(best.get((system, first), spent), spent)
    return {system: len(everything) / sum(spent for (one, _), spent in best.items() if one == system) for system in systems}


def _extracted(name: str, data: bytes, *, mode: dict[str, Any]) -> object:
    return trafilatura.extract(data, **mode)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--default", action="store_true")
    options = parser.parse_args()
    fast = speeds(options.rounds, {"trafilatura default": {}} if options.default else MODES)
    for system, speed in fast.items():
        row: Row = {"system": system, "pages_per_cpu_second": round(speed, 1)}
        row["ratio_to_trafilatura_default"] = round(speed / fast["trafilatura default"], 2)
        if not options.speed:
            mode = MODES.get(system)
            row |= scores(ours if mode is None else functools.partial(theirs, mode=mode))
        print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
