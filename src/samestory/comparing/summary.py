"""The story in one line of counts: "5 articles, 4 outlets, 2 independent sources, 7 shared quotations, 3 points differ".

What the other parts of the comparison found comes in; counts and their line go out. Nothing is found here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from samestory.comparing import quotations
from samestory.comparing.outlets import outlet_key
from samestory.model import Origins, Point, Revision, Saying, Summary, Telling


def find(
    tellings: Sequence[Telling], revisions: Sequence[Revision], origins: Origins, found: tuple[Sequence[Saying], Sequence[Point]]
) -> Summary:
    """The counts of a story; `found` are its sayings and its points."""
    sayings, points = found
    verdicts = Counter(point.verdict for point in points)
    counts = Summary(
        articles=len(tellings),
        outlets=len({outlet_key(t.article.outlet) for t in tellings if t.article.outlet}),
        unknown_outlets=sum(not t.article.outlet for t in tellings),
        earlier_versions=len({revision.earlier for revision in revisions}),
        independent_sources=len(origins.independent),
        no_source=len(origins.unnamed),
        shared_quotations=quotations.count(sayings, tellings),
        contradict=verdicts["contradict"],
        differ=verdicts["differ"],
        text="",
    )
    return _worded(counts)


def _worded(counts: Summary) -> Summary:
    return Summary(**{name: getattr(counts, name) for name in counts.__slots__ if name != "text"}, text=", ".join(_parts(counts)))


def _parts(counts: Summary) -> Iterator[str]:
    versions = counts.earlier_versions
    yield many(counts.articles, "article") + (
        f" ({versions} of them {'an earlier version' if versions == 1 else 'earlier versions'})" if versions else ""
    )
    if counts.outlets:
        yield many(counts.outlets, "outlet")
    if counts.unknown_outlets:
        yield (
            f"{many(counts.unknown_outlets, 'article')} of unknown outlet"
            if counts.outlets
            else f"outlet{'s' if counts.articles > 1 else ''} unknown"
        )
    if counts.no_source == counts.articles - versions:
        yield "no source named"
    elif counts.articles - versions > 1:
        yield independent(counts.independent_sources)
    if counts.shared_quotations:  # that none was found is no count of them
        yield many(counts.shared_quotations, "shared quotation")
    if counts.contradict:
        yield many(counts.contradict, "point contradicts", "points contradict")
    if counts.differ:
        yield many(counts.differ, "point differs", "points differ")


def independent(count: int) -> str:
    """How many sources are known to be apart. What one article has by itself confirms nothing, so one is none.

    >>> independent(3), independent(1)
    ('at least 3 independent sources', 'no second independent source shown')
    """
    return f"at least {count} independent sources" if count > 1 else "no second independent source shown"


def many(count: int, one: str, more: str | None = None) -> str:
    """A count with its noun, and "no" for none.

    >>> many(1, "article"), many(0, "shared quotation"), many(3, "point differs", "points differ")
    ('1 article', 'no shared quotation', '3 points differ')
    """
    if count == 1:
        return f"1 {one}"
    return f"{count} {more or f'{one}s'}" if count else f"no {one}"
