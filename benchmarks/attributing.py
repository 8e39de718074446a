"""The speed of the attribute step beside spaCy's own default pipeline: the same text, one core, one run.

    python benchmarks/attributing.py [PATH] [--articles 60]

Prints words a CPU-second of the whole step (`Article` to `Telling`) and of `spacy.load` as it is (`nlp.pipe` over the same
paragraphs), their ratio, and, of a fresh process that attributes the same articles, the seconds until the first is done and
the most memory. The two take turns, ten articles each, so that a busy moment of the machine meets both; no article comes twice,
so that nothing kept of one is there for its second reading. Each pays its first article before the clock starts.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "attribution" / "polnear_dev.jsonl.gz"
TURN = 10  # articles
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS")
Row = dict[str, object]


def alone(path: Path, count: int) -> None:
    """A fresh process: prints the seconds to the first telling, and the memory after the last, in MB."""
    begun, worked = time.perf_counter(), time.process_time()
    from samestory.attributing import attribute
    from samestory.model import Article
    from samestory.reading import read

    first: Row = {}
    for article in islice((a for a in read(path) if isinstance(a, Article)), count):
        attribute(article)
        first = first or {
            "start_seconds": round(time.perf_counter() - begun, 2),
            "start_cpu_seconds": round(time.process_time() - worked, 2),
        }
    print(json.dumps(first | {"peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))


def beside(path: Path, count: int) -> list[Row]:
    """Words a CPU-second of both, over the same paragraphs."""
    import spacy

    from samestory import language
    from samestory.attributing import attribute
    from samestory.model import Article
    from samestory.reading import read

    default = spacy.load(next(name for name in language.MODELS if spacy.util.is_package(name)))  # before ours, which sets its own ways
    articles = list(islice((a for a in read(path) if isinstance(a, Article)), count + 1))
    paragraphs = {a.id: [a.words(b.span) for b in a.blocks if b.kind in language.PARSED_KINDS] for a in articles}
    warm, *rest = articles
    list(default.pipe(paragraphs[warm.id]))
    attribute(warm)
    spent = {"spaCy en_core_web_sm, default": 0.0, "samestory, whole attribute step": 0.0}
    theirs, ours = spent
    for start in range(0, len(rest), TURN):
        turn = rest[start : start + TURN]
        begun = time.process_time()
        list(default.pipe([text for a in turn for text in paragraphs[a.id]]))
        spent[theirs] += time.process_time() - begun
        begun = time.process_time()
        for article in turn:
            attribute(article)
        spent[ours] += time.process_time() - begun
    words = sum(len(text.split()) for a in rest for text in paragraphs[a.id])
    return [
        {"system": name, "words": words, "words_per_cpu_second": round(words / cpu), "ratio": round(spent[theirs] / cpu, 2)}
        for name, cpu in spent.items()
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, nargs="?", default=DATA)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    os.environ.update(dict.fromkeys(THREADS, "1"))  # numpy and spaCy are loaded later and heed it
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    if options.alone:
        alone(options.path, options.articles)
        return
    for row in beside(options.path, options.articles):
        print(json.dumps(row), flush=True)
    command = [sys.executable, __file__, str(options.path), "--articles", str(options.articles), "--alone"]
    print(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip())


if __name__ == "__main__":
    main()
