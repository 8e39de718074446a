"""Does grouping stay as fast, as small and as right when the past grows? News multiplied, its planted stories kept.

    python benchmarks/grouping_large.py ../shared/data/load/articles.jsonl.gz --articles 1000000 [--store /tmp/large.db]

The articles are taken round after round. Every article taken makes a story on a day of its own, drawn by chance from eight years, the
rounds of one article far apart: one to five tellings (most have one) by invented outlets, up to three days apart, with sentences
dropped, and with other names and numbers. The articles tell few events many times over; drawn apart in time they are stories of their
own, to a reader as well. Names are changed for each story, as if it came from a country of its own. A day holds more news as articles
grow. Truth: the tellings made of one article in one round.

Tellings are made, and their evidence is read, in a second process: it depends on one article alone. `Grouper.add` is that and
`Grouper.place`; the rates are by the processor time of both, on whatever core is free. Beside it a fixed piece of work is timed,
because other work on the machine slows both.
"""

from __future__ import annotations

import argparse
import gzip
import heapq
import json
import multiprocessing
import pickle
import random
import re
import resource
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

from samestory.grouping import Grouper
from samestory.grouping.evidence import read
from samestory.grouping.signs import NUMBER, WORDS, unpacked
from samestory.grouping.words import MOST_REMEMBERED, NUMBERS
from samestory.model import Article, Block, Published, Span, Telling
from samestory.store import Store
from samestory.text import lines

A_ROUND = 30_000  # tellings
FIRST, WEEKS = date(2012, 5, 21).toordinal(), 428  # a few rows have impossible days: left out
TELLINGS = (1, 1, 1, 1, 1, 1, 2, 2, 3, 5)  # of one story, drawn by chance
DAYS = 3  # over which the tellings of a story are spread
KEPT = 0.75  # of the sentences of a further telling
OUTLETS = 400
REPORT = 5_000
MARKS = (30_000, 300_000)  # articles at which the stories are held against the planted ones, as at the end
BATCH = 50
WORK_EVERY = 200  # articles
FREE = 0.0083  # seconds that `work` takes on a free core of the machine that wrote the figures
_INSIDE, _WORD = re.compile(r"(?<=[a-z,] )[A-Z][A-Za-z]{2,}"), re.compile(r"\b[A-Za-z][A-Za-z]{2,}")
NAMED = 0.8  # of its occurrences that are written with a capital: a name wherever it stands
_NUMBER = re.compile(r"\b\d{2,6}\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu", "wa", "dra", "kel", "min", "tan")
_ENDINGS = [a + b for a in _SYLLABLES for b in _SYLLABLES]
_BEGINNINGS = [(a + b).title() for a in _ENDINGS for b in _SYLLABLES]
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Originals:
    """The articles that rounds are made of: day, title, text."""

    def __init__(self, path: str) -> None:
        self.rows: list[tuple[int, str, str]] = []
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                day = date.fromisoformat(row["date"][:10]).toordinal() - FIRST if _DAY.match(row["date"] or "") else -1
                if 0 <= day < 7 * WEEKS:
                    self.rows.append((day, row["title"] or "", row["text"]))
        written = Counter(word for _, _, text in self.rows for word in _WORD.findall(text))
        self.names = {word for word, times in written.items() if word[0].isupper() and times >= NAMED * (times + written[word.lower()])}

    def retold(self, number: int, turn: int) -> tuple[str, str]:
        """The title and text of an article with the names and numbers of a story of a round."""
        _, title, text = self.rows[number]
        words = set(_WORD.findall(text))
        names = {word for word in (*_INSIDE.findall(title), *_INSIDE.findall(text)) if word.lower() not in words}
        shift = (number + 7 * turn) % 90

        def name(found: re.Match[str]) -> str:
            if found[0] not in names and found[0] not in self.names:
                return found[0]
            drawn = zlib.crc32(found[0].encode(), (number + 1) * 4099 + turn)
            return _BEGINNINGS[drawn % 8000] + _ENDINGS[(drawn >> 13) % 400]

        def written(words: str) -> str:
            return _NUMBER.sub(lambda found: str(int(found[0]) + shift) if len(found[0]) != 4 else found[0], _WORD.sub(name, words))

        return written(title), written(text)


def shortened(text: str, chance: random.Random) -> str:
    """A text without some of its sentences."""
    return "\n".join(" ".join(s for s in _SENTENCE.split(line) if chance.random() < KEPT) for line in text.split("\n"))


def telling(name: str, day: str, outlet: str, title: str, text: str) -> Telling:
    blocks = tuple(Block(Span(name, start, end), "body", "line") for start, end in lines(text))
    article = Article(name, name, None, outlet, title, (), day, "en", text, blocks)
    return Telling(article, Published(day, False, "given"))


def planted(originals: Originals, articles: int) -> list[tuple[int, int, int]]:
    """Day, article and round of the stories that make so many tellings, by day."""
    rounds = max(1, round(articles / A_ROUND))
    step = len(originals.rows) * rounds * sum(TELLINGS) / len(TELLINGS) / articles
    stories = []
    for turn in range(rounds):
        for number, (day, _, _) in enumerate(originals.rows):
            if int((number + turn) / step) != int((number + turn - 1) / step):
                # Whole weeks, so that weekdays in the text stay right; the rounds of one article as far apart as they can be.
                weeks = zlib.crc32(f"{number} 0".encode()) + turn * WEEKS // rounds
                stories.append(((day + 7 * (weeks % WEEKS)) % (7 * WEEKS), number, turn))
    return sorted(stories)


def arriving(path: str, articles: int) -> Iterator[Telling]:
    """That many tellings, by day."""
    originals = Originals(path)
    waiting: list[tuple[int, int, int, int, Telling]] = []
    for day, number, turn in planted(originals, articles):
        while waiting and waiting[0][0] < day:
            yield heapq.heappop(waiting)[-1]
        chance = random.Random(f"{number} {turn}")
        title, text = originals.retold(number, turn)
        for n in range(chance.choice(TELLINGS)):
            told = day + (chance.randrange(DAYS + 1) if n else 0)
            made = (f"{number}-{turn}-{n}", date.fromordinal(FIRST + told).isoformat(), f"Outlet {chance.randrange(OUTLETS)}")
            words = (title, text) if not n else ("", shortened(text, chance))
            heapq.heappush(waiting, (told, number, turn, n, telling(*made, *words)))
    while waiting:
        yield heapq.heappop(waiting)[-1]


def reading(path: str, articles: int, pipe: Connection) -> None:
    """Make tellings, read their evidence and send it, with the processor time that reading took, and this process's memory."""
    told = arriving(path, articles)
    while part := [*islice(told, BATCH)]:
        rows, spent = [], 0.0
        for made in part:
            start = time.process_time()
            evidence = read(made)
            spent += time.process_time() - start
            words = [NUMBERS.spelled.get(n, "") for n in evidence.marked(WORDS | NUMBER).tolist()]
            article = made.article
            rows.append((article.id, made.day, article.outlet, article.title, evidence.packed(), "\n".join(words)))
        pipe.send_bytes(pickle.dumps((rows, spent, megabytes()), protocol=5))
    pipe.send_bytes(pickle.dumps(None))


def work() -> float:
    """The processor time of a fixed piece of work."""
    start = time.process_time()
    sum(len(str(n)) for n in range(60_000))
    return time.process_time() - start


def bcubed(found: dict[str, int], true: Callable[[str], str]) -> tuple[float, float, float]:
    """Precision, recall and F1, averaged over articles."""
    sizes, wanted = Counter(found.values()), Counter(map(true, found))
    cells = Counter((story, true(article)) for article, story in found.items())
    precision = sum(n * n / sizes[story] for (story, _), n in cells.items()) / len(found)
    recall = sum(n * n / wanted[planted] for (_, planted), n in cells.items()) / len(found)
    return 100 * precision, 100 * recall, 200 * precision * recall / (precision + recall)


def megabytes() -> float:
    """The most memory this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Run:
    """A grouper, what it has cost, and the process that feeds it."""

    def __init__(self, store: Store, pipe: Connection) -> None:
        self.shelf = store.shelf()
        self.done, self.reading, self.placing, self.memory = 0, 0.0, 0.0, 0.0
        self._grouper = Grouper(self.shelf)
        self._pipe = pipe
        self._fixed = [work()]

    def batch(self) -> int:
        """Place what comes next; how many that were."""
        found = pickle.loads(self._pipe.recv_bytes())
        if found is None:
            self._grouper.keep()
            return 0
        rows, spent, memory = found
        self.reading += spent
        self.memory = megabytes() + memory
        for name, day, outlet, title, packed, words in rows:
            made = Telling(Article(name, name, None, outlet, title, (), day, "en", "", ()), Published(day, False, "given"))
            evidence = unpacked(name, packed)
            if len(NUMBERS.spelled) > MOST_REMEMBERED:
                NUMBERS.forget()
            spelled = words.split("\n") if words else []  # a telling of which every sentence was dropped has none
            NUMBERS.spelled.update(zip(evidence.marked(WORDS | NUMBER).tolist(), spelled, strict=True))
            start = time.process_time()
            self._grouper.place(made, evidence)
            self.placing += time.process_time() - start
            if self.done % WORK_EVERY == 0:
                self._fixed.append(work())
            self.done += 1
        return len(rows)

    def told(self, before: tuple[int, float, float]) -> str:
        """What the articles since then have cost."""
        articles, reading, placing = (now - then for now, then in zip((self.done, self.reading, self.placing), before, strict=True))
        slowed, self._fixed = sum(self._fixed) / len(self._fixed) / FREE, []
        rate = articles / (reading + placing)
        each = f"{1000 * reading / articles:.2f} ms reading, {1000 * placing / articles:.2f} ms placing"
        return f"{self.done:9,} articles: {rate:5.0f} a second, {rate * slowed:5.0f} on a free core; {each}; {self.memory:.0f} MB"

    def right(self) -> str:
        """How the stories so far stand beside the planted ones."""
        found = {article: story for story, articles in self.shelf.groups() for article in articles}
        precision, recall, f1 = bcubed(found, lambda article: article.rpartition("-")[0])
        rate = self.done / (self.reading + self.placing)
        stories = len(set(found.values()))
        return f"{self.done:,} articles, {rate:.0f} a second; {stories:,} stories, BCubed P {precision:.1f} R {recall:.1f} F1 {f1:.1f}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("path")
    options.add_argument("--articles", type=int, default=A_ROUND)
    options.add_argument("--store", type=Path, default=Path("/tmp/grouping_large.db"))
    chosen = options.parse_args()
    chosen.store.unlink(missing_ok=True)
    ours, theirs = multiprocessing.Pipe(duplex=False)
    multiprocessing.get_context("fork").Process(target=reading, args=(chosen.path, chosen.articles, theirs), daemon=True).start()
    theirs.close()
    store = Store(chosen.store)
    run = Run(store, ours)
    began, before = time.monotonic(), (0, 0.0, 0.0)
    while run.batch():
        if run.done % REPORT == 0:
            print(run.told(before), f"after {time.monotonic() - began:.0f} s", flush=True)
            before = (run.done, run.reading, run.placing)
        if run.done in MARKS:
            print(run.right(), flush=True)
    print(run.right())
    store.close()
    print(f"{run.memory:.0f} MB of memory, {chosen.store.stat().st_size / 2**20:.0f} MB stored")


if __name__ == "__main__":
    main()
