"""Whether the weekday named for an incident becomes the right date: local reports of shootings, and the registry behind them.

    python benchmarks/weekdays.py            # counts, one JSON line
    python benchmarks/weekdays.py --wrong    # and the articles whose weekday became another date

Counted are reports published up to six days after the incident, so that each weekday means one day. The weekday named for the incident is
the first one in a sentence with a word for what happened ("shot", "killed", "shooting" ...). The registry decides: where
that weekday is the one of its date, it is the incident's, and its value must be that date (`right` of `named`). Where it is another
one, the article speaks of another day (an arrest, a vigil) or the registry has the day before midnight: `others`, not judged.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

from samestory import language
from samestory.attributing import dates
from samestory.model import Article, Time
from samestory.reading import read

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
_WITHIN = 6  # days
_HAPPENED = re.compile(
    r"\b(?:shot|shoots?|shooting|shootings|killed|killing|kills|died|dead|slain|murdered|homicide|wounded|injured|gunfire|gunned|"
    r"fired|robbed|stabbed|murder-suicide)\b",
    re.IGNORECASE,
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMED = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b")


def incidents() -> dict[str, date]:
    """The day of each incident of the registry."""
    with gzip.open(DATA / "facts" / "gva_incidents.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {row["incident_uri"]: datetime.strptime(row["date"], "%B %d, %Y").date() for row in rows}


def reports() -> dict[str, date]:
    """The day of the incident of each article published soon after it."""
    days, found = incidents(), {}
    with gzip.open(DATA / "grouping" / "gva.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            day = days.get(row["story"])
            if day and row["date"] and 0 <= (date.fromisoformat(row["date"][:10]) - day).days <= _WITHIN:
                found[row["id"]] = day
    return found


def articles() -> Iterator[tuple[Article, date, tuple[Time, ...], list[tuple[int, int]]]]:
    """Each report with the incident's day, the times found and the places of its sentences."""
    wanted = reports()
    for article in read(DATA / "grouping" / "gva.jsonl.gz"):
        if isinstance(article, Article) and article.id in wanted and _NAMED.search(article.text):
            passages = language.parse(article)
            times = dates.find(article, passages, dates.publication(article, passages))
            yield article, wanted[article.id], times, [(s.start, s.end) for s in language.sentences(passages)]


def named(article: Article, times: tuple[Time, ...], sentences: list[tuple[int, int]]) -> Time | str | None:
    """The time that names the incident's weekday; its name alone where samestory found no time there; None where there is none."""
    for start, end in sentences:
        words = article.text[start:end]
        weekday = _NAMED.search(words)
        if weekday and _HAPPENED.search(words):
            at = start + weekday.start()
            return next((time for time in times if time.span.start <= at < time.span.end), weekday[0])
    return None


def weekday_of(article: Article, time: Time | str) -> int:
    found = _NAMED.search(time if isinstance(time, str) else article.words(time.span))
    return _WEEKDAYS.index(found[0]) if found else -1


def main() -> None:
    """Count, and print one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    count = {"reports_with_a_weekday": 0, "named": 0, "right": 0, "unknown": 0, "others": 0}
    for article, day, times, sentences in articles():
        count["reports_with_a_weekday"] += 1
        time = named(article, times, sentences)
        if time is None or weekday_of(article, time) != day.weekday():
            count["others"] += time is not None
            continue
        count["named"] += 1
        value = None if isinstance(time, str) else time.value
        count["unknown"] += value is None
        count["right"] += bool(value) and (value or "")[:10] == day.isoformat()
        if options.wrong and (value or "")[:10] != day.isoformat():
            print(json.dumps({"article": article.id, "published": article.published, "registry": day.isoformat(), "value": value}))
    print(json.dumps(count | {"right_percent": round(100 * count["right"] / count["named"], 1)}))


if __name__ == "__main__":
    main()
