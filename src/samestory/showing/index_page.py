"""The index: every story on one light row, newest first.

Entries come in, one for each story, made from its comparison while that is at hand; one page goes out.
It opens no story.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from samestory.model import Comparison, Unreadable
from samestory.showing import anchors, frame, wording

MOST_PEOPLE = 8  # named on a row, those in most tellings first
MOST_REASONS = 1000  # unreadable documents named one by one; the others are counted


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index says of one story."""

    story: str  # its id
    title: str
    first: str | None  # ISO day
    last: str | None
    articles: int
    outlets: tuple[str, ...]  # known ones, each once, in order of telling
    people: tuple[str, ...]
    sayings: int  # told by two or more articles
    contradict: int = 0
    differ: int = 0
    compatible: int = 0
    agree: int = 0
    alone: int = 0
    counts: tuple[str, ...] = ()  # what the summary counts: "5 articles", "2 independent sources"

    @property
    def file(self) -> str:
        return anchors.file_name(self.story)

    @property
    def when(self) -> str:
        return wording.days(self.first, self.last)


def entry(comparison: Comparison) -> Entry:
    """The index row of a story, from its comparison."""
    story, tellings = comparison.story, comparison.tellings
    verdicts = Counter(point.verdict for point in comparison.points)
    people = Counter(person.name for telling in tellings for person in telling.people)
    return Entry(
        story=story.id,
        title=story.title,
        first=story.first,
        last=story.last,
        articles=len(tellings),
        outlets=tuple(dict.fromkeys(t.article.outlet for t in tellings if t.article.outlet)),
        people=tuple(name for name, _ in people.most_common(MOST_PEOPLE)),
        sayings=sum(len({version.article for version in saying.versions}) > 1 for saying in comparison.sayings),
        counts=tuple(text for text, _ in wording.counts(comparison.summary)) if comparison.summary else (),
        **{str(verdict): count for verdict, count in verdicts.items()},
    )


def index(entries: Iterable[Entry], *, unreadable: Sequence[Unreadable] = ()) -> str:
    """The index page."""
    rows = sorted(entries, key=_newest)
    shared = [row for row in rows if row.articles > 1]
    single = [row for row in rows if row.articles <= 1]
    return frame.render(
        "index.html",
        script="index.js",
        values={
            "shared": shared,
            "single": single,
            "articles": sum(row.articles for row in rows),
            "outlets": len({outlet for row in rows for outlet in row.outlets}),
            "unreadable": unreadable[:MOST_REASONS],
            "unreadable_count": len(unreadable),
            "verdicts": wording.VERDICTS,
        },
    )


def _newest(row: Entry) -> tuple[bool, int, int, str, str]:
    """Latest day first, stories without a date last; then the most told, then by title."""
    latest = wording.parsed(row.last or row.first)
    return latest is None, -latest.toordinal() if latest else 0, -row.articles, row.title.casefold(), row.story
