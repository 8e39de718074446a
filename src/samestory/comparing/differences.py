"""Points from sentences that say nearly the same: the one thing that one of them changes.

Tellings in story order come in, with the places that other points have weighed already; points go out. Their verdict is
"differ": what is a mistake, what an update and what a change on purpose is for the reader to find out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from samestory.comparing import changes, parallels
from samestory.comparing.changes import Change
from samestory.comparing.clusters import join
from samestory.comparing.tellers import day_in_words
from samestory.model import Evidence, Point, PointKind, Span, Telling

SHOWN = 3  # tellings named for one value; more are counted
REASONS: dict[PointKind, str] = {
    "name": "in sentences that otherwise say nearly the same the names are not the same",
    "date": "in sentences that otherwise say nearly the same the days are not the same",
    "statement": "what one says, the other denies, in nearly the same words",
}
NUMBERS = "in sentences that otherwise say nearly the same the numbers are not the same"
UPDATE = ", and as they are of different days, the later one may be an update"


def find(tellings: Sequence[Telling], named: Mapping[str, str], weighed: Collection[Span]) -> Iterator[Point]:
    """One point for each thing that parallel sentences give differently."""
    found = [change for parallel in parallels.find(tellings) for change in changes.find(parallel)]
    fresh = [change for change in found if not (_among(change.ours, weighed) and _among(change.theirs, weighed))]
    places = {telling.article.id: place for place, telling in enumerate(tellings)}
    told: set[tuple[object, ...]] = set()
    for group in _groups(fresh):
        point = _point(group, tellings, places, named)
        key = (point.kind, *sorted({(places[one.article], str(one.value)) for one in point.facts}))
        if key not in told:  # the headline and the first sentence
            told.add(key)
            yield point


def _among(span: Span, spans: Collection[Span]) -> bool:
    return any(span.overlaps(other) for other in spans)


def _groups(found: Sequence[Change]) -> Iterator[list[Change]]:
    """Changes of one place belong together."""
    at: dict[Span, list[int]] = defaultdict(list)
    for number, change in enumerate(found):
        at[change.ours].append(number)
        at[change.theirs].append(number)
    pairs = ((numbers[0], other) for numbers in at.values() for other in numbers[1:] if found[numbers[0]].kind == found[other].kind)
    for group in join(len(found), pairs):
        yield [found[number] for number in group]


def _point(group: Sequence[Change], tellings: Sequence[Telling], places: Mapping[str, int], named: Mapping[str, str]) -> Point:
    first = group[0]
    given = {change.ours: change.value for change in group} | {change.theirs: change.other for change in group}
    spans = sorted(given, key=lambda span: (places[span.article], span))
    facts = tuple(Evidence(span.article, span, given[span]) for span in spans)
    said = "; ".join(_sayers(words, where, tellings, places, named) for words, where in _by_words(spans, tellings, places))
    days = {tellings[places[span.article]].day for span in spans}
    reason = REASONS.get(first.kind, NUMBERS) + (UPDATE if len(days) > 1 and None not in days and first.kind != "name" else "")
    about = " ".join(first.about.split())
    return Point(first.kind, about, "differ", f"{about[:1].upper()}{about[1:]}: {said}. Not the same: {reason}.", facts)


def _by_words(spans: Sequence[Span], tellings: Sequence[Telling], places: Mapping[str, int]) -> list[tuple[str, list[Span]]]:
    """The places by their very words."""
    words: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        words[" ".join(tellings[places[span.article]].article.words(span).split())].append(span)
    return list(words.items())


def _sayers(words: str, where: Sequence[Span], tellings: Sequence[Telling], places: Mapping[str, int], named: Mapping[str, str]) -> str:
    articles = list(dict.fromkeys(span.article for span in where))
    shown = [_sayer(article, tellings[places[article]], named) for article in articles[:SHOWN]]
    more = f" and {len(articles) - SHOWN} more" if len(articles) > SHOWN else ""
    return f"{', '.join(shown)}{more} {'says' if len(articles) == 1 else 'say'} “{words}”"


def _sayer(article: str, telling: Telling, named: Mapping[str, str]) -> str:
    return named[article] + (f" ({day_in_words(telling.day)})" if telling.day else "")
