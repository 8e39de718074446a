"""Does grouping stay as fast, as small and as right when the past grows? News multiplied, its planted stories kept.

    python benchmarks/grouping_large.py ../shared/data/load/articles.jsonl.gz --articles 100000 [--store /tmp/large.db]

Every article read is taken once a round, and makes a story in each: one to five tellings (most have one) by invented outlets, up to
three days apart, with the round's own names in place of its names, its own numbers, and sentences dropped. All rounds tell the same
years, so a day holds more news as articles grow. Tellings are made directly: only `Grouper.add` is measured, in processor time, and
beside it a fixed piece of work, because other work on the machine slows both. Truth: the tellings made of one article in one round.
Articles that belonged together before they were taken are one story to a reader and not to this truth, in small runs as in large ones.
"""

from __future__ import annotations

import argparse
import gzip
import heapq
import json
import random
import re
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from samestory.grouping import Grouper
from samestory.model import Article, Block, Published, Span, Telling
from samestory.store import Store
from samestory.text import lines

ORIGINALS = 30_364
TELLINGS = (1, 1, 1, 1, 1, 1, 2, 2, 3, 5)  # of one story, drawn by chance
DAYS = 3  # over which the tellings of a story are spread
KEPT = 0.75  # of the sentences of a further telling
OUTLETS = 400
REPORT = 5_000
WORK_EVERY = 200  # articles
FREE = 0.0083  # seconds that `work` takes on a free core of the machine that wrote the figures
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}")
_NUMBER = re.compile(r"\b\d{2,6}\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu", "wa", "dra", "kel", "min", "tan")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")  # a few rows write their day otherwise: left out


@lru_cache(maxsize=200_000)
def renamed(word: str, turn: int) -> str:
    """A round's own name in the place of a name; the first round keeps them."""
    if not turn:
        return word
    drawn = blake2b(f"{turn} {word}".encode(), digest_size=4).digest()
    return "".join(_SYLLABLES[byte % len(_SYLLABLES)] for byte in drawn[: 2 + drawn[3] % 2]).title()


def retold(text: str, turn: int) -> str:
    """A text with the names and numbers of a round."""
    text = _NAME.sub(lambda found: renamed(found[0], turn), text)
    return _NUMBER.sub(lambda found: str(int(found[0]) + turn * 7 % 90) if turn and len(found[0]) != 4 else found[0], text)


def shortened(text: str, chance: random.Random) -> str:
    """A text without some of its sentences."""
    return "\n".join(" ".join(s for s in _SENTENCE.split(line) if chance.random() < KEPT) for line in text.split("\n"))


def telling(name: str, day: str, outlet: str, title: str, text: str) -> Telling:
    blocks = tuple(Block(Span(name, start, end), "body", "line") for start, end in lines(text))
    article = Article(name, name, None, outlet, title, (), day, "en", text, blocks)
    return Telling(article, Published(day, False, "given"))


def stories_of(row: dict[str, str], number: int, turn: int) -> Iterator[tuple[str, int, Telling]]:
    """The tellings of one article in one round, each with its day and its place among them."""
    chance = random.Random(f"{number} {turn}")
    first = date.fromisoformat(row["date"][:10]).toordinal()
    text, title = retold(row["text"], turn), retold(row["title"] or "", turn)
    for n in range(chance.choice(TELLINGS)):
        day = date.fromordinal(first + (chance.randrange(DAYS + 1) if n else 0)).isoformat()
        outlet = f"Outlet {chance.randrange(OUTLETS)}"
        told = shortened(text, chance) if n else text
        yield day, n, telling(f"{number}-{turn}-{n}", day, outlet, title if not n else "", told)


def arriving(path: str, articles: int) -> Iterator[Telling]:
    """That many tellings, by day."""
    worth = sum(TELLINGS) / len(TELLINGS)
    rounds = max(1, round(articles / (worth * ORIGINALS)))
    step = max(1.0, ORIGINALS * rounds * worth / articles)
    waiting: list[tuple[str, int, int, int, Telling]] = []
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for number, line in enumerate(rows):
            if int(number / step) == int((number - 1) / step) and number:
                continue
            row = json.loads(line)
            if not _DAY.match(row["date"] or ""):
                continue
            while waiting and waiting[0][0] < row["date"][:10]:
                yield heapq.heappop(waiting)[-1]
            for turn in range(rounds):
                for day, n, made in stories_of(row, number, turn):
                    heapq.heappush(waiting, (day, number, turn, n, made))
    while waiting:
        yield heapq.heappop(waiting)[-1]


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


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("path")
    options.add_argument("--articles", type=int, default=ORIGINALS)
    options.add_argument("--store", type=Path, default=Path("/tmp/grouping_large.db"))
    chosen = options.parse_args()
    chosen.store.unlink(missing_ok=True)
    store = Store(chosen.store)
    shelf = store.shelf()
    grouper = Grouper(shelf)
    told = arriving(chosen.path, chosen.articles)
    done, all_spent = 0, 0.0
    while part := [*islice(told, REPORT)]:
        spent = fixed = 0.0
        for n, made in enumerate(part):
            start = time.process_time()
            grouper.add(made)
            spent += time.process_time() - start
            if n % WORK_EVERY == 0:
                fixed += work()
        done += len(part)
        all_spent += spent
        rate, slowed = len(part) / spent, fixed / len(range(0, len(part), WORK_EVERY)) / FREE
        print(f"{done:9,} articles: {rate:6.0f} a second, {rate * slowed:6.0f} on a free core, {megabytes():6.0f} MB", flush=True)
    grouper.keep()
    found = {article: story for story, articles in shelf.groups() for article in articles}
    precision, recall, f1 = bcubed(found, lambda article: article.rpartition("-")[0])
    store.close()
    print(
        f"{done:,} articles, {done / all_spent:.0f} a second; {len(set(found.values())):,} stories, "
        f"BCubed P {precision:.1f} R {recall:.1f} F1 {f1:.1f}; {megabytes():.0f} MB, {chosen.store.stat().st_size / 2**20:.0f} MB stored"
    )


if __name__ == "__main__":
    main()
