"""Points from sentences that say nearly the same: the one thing that one of them changes.

Tellings in story order come in, with the places that other points have weighed already; points go out. Their verdict is
"differ": what is a mistake, what an update and what a change on purpose is for the reader to find out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from samestory.comparing import aged, changes, contests, firstnames, frames, givers, holders, listed, parallels, renamed
from samestory.comparing.changes import Change
from samestory.comparing.clusters import join
from samestory.comparing.kinship import Kinship
from samestory.comparing.parallels import Parallel, Sentence
from samestory.comparing.tellers import day_in_words
from samestory.model import Evidence, Point, PointKind, Span, Telling

FAR = 2  # times
SHOWN = 3  # tellings named for one value; more are counted
REASONS: dict[PointKind, str] = {
    "name": "in sentences that otherwise say nearly the same the names are not the same",
    "date": "in sentences that otherwise say nearly the same the days are not the same",
    "statement": "what one says, the other denies, in nearly the same words",
}
NUMBERS = "in sentences that otherwise say nearly the same the numbers are not the same"
# Beside sentences laid along each other; in the order of the points.
WAYS = (frames, listed, aged, contests, holders, renamed, firstnames, givers)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth", re.I)
UPDATE = ", and as they are of different days, the later one may be an update"


@dataclass(frozen=True, slots=True)
class _Found:
    """A change with all places that have the one words or the other."""

    change: Change
    given: Mapping[Span, float | str]


def find(tellings: Sequence[Telling], named: Mapping[str, str], weighed: Collection[Span]) -> Iterator[Point]:
    """One point for each thing that parallel sentences give differently."""
    others: dict[str, list[Span]] = defaultdict(list)
    for span in weighed:
        others[span.article].append(span)
    every = [_with_twins(*found) for found in _changes(list(parallels.of_tellings(tellings)))]
    fresh = [found for found in every if found is not None and not all(_among(span, others) for span in found.given)]
    places = {telling.article.id: place for place, telling in enumerate(tellings)}
    told: set[tuple[object, ...]] = set()
    shown: dict[str, list[Span]] = defaultdict(list)
    for group in _groups(fresh):
        if _of_parts(group) or _of_a_row(group, tellings, places) or all(_among(span, shown) for found in group for span in found.given):
            continue
        point = _point(group, tellings, places, named)
        key = (point.kind, *sorted({(places[one.article], str(one.value)) for one in point.facts}))
        if key not in told:  # the headline and the first sentence
            told.add(key)
            for fact in point.facts:
                shown[fact.article].append(fact.span)
            yield point


def _changes(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence, Change]]:
    """What changes between two sentences, by all that lays them side by side."""
    laid = list(parallels.find(sentences))
    kinship = Kinship(sentences, laid)
    for parallel in laid:
        if kinship.one_text(parallel.ours, parallel.theirs):
            yield from ((parallel.ours, parallel.theirs, change) for change in _of_one_thing(parallel))
    for way in WAYS:
        for ours, theirs, change in way.find(sentences):
            if change.by_itself or kinship.one_text(ours, theirs):
                yield ours, theirs, change


def _of_one_thing(parallel: Parallel) -> list[Change]:
    """The changes; several numbers all far apart count something else: the dead and hurt of one place, and those of all."""
    found = list(changes.find(parallel))
    numbers = [one for one in found if isinstance(one.value, int | float) and isinstance(one.other, int | float)]
    if len(numbers) > 1 and all(max(one.value, one.other) >= FAR * min(one.value, one.other) for one in numbers):  # type: ignore[operator]
        return [one for one in found if one not in numbers]
    return found


def _of_parts(group: Sequence[_Found]) -> bool:
    """Whether one article gives several values: "ten at the hall", "twenty at the ferry"; neither is what another gives of all."""
    given = {(span.article, value) for found in group for span, value in found.given.items()}
    return len({article for article, _ in given}) < len(given)


def _of_a_row(group: Sequence[_Found], tellings: Sequence[Telling], places: Mapping[str, int]) -> bool:
    """Whether the values count on: the 39th fire of a year and the 40th are two."""
    words = [tellings[places[span.article]].article.words(span) for found in group for span in found.given]
    return group[0].change.kind == "count" and all(_ORDINAL.fullmatch(word) for word in words)


def _with_twins(one: Sentence, other: Sentence, change: Change) -> _Found | None:
    """The change, with the copies of both sentences; none where the same articles give both."""
    ours = (change.ours, *one.in_twins(change.ours))
    theirs = (change.theirs, *other.in_twins(change.theirs))
    both = {span.article for span in ours} & {span.article for span in theirs}
    sides = tuple([span for span in side if span.article not in both] for side in (ours, theirs))
    if not all(sides):
        return None
    return _Found(change, dict.fromkeys(sides[0], change.value) | dict.fromkeys(sides[1], change.other))


def _among(span: Span, others: Mapping[str, Sequence[Span]]) -> bool:
    return any(span.overlaps(other) for other in others.get(span.article, ()))


def _groups(found: Sequence[_Found]) -> Iterator[list[_Found]]:
    """Changes of one place belong together."""
    at: dict[Span, list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        for span in one.given:
            at[span].append(number)
    pairs = ((numbers[0], other) for numbers in at.values() for other in numbers[1:])
    for group in join(len(found), pairs):
        yield [found[number] for number in group]


def _point(group: Sequence[_Found], tellings: Sequence[Telling], places: Mapping[str, int], named: Mapping[str, str]) -> Point:
    first = group[0].change
    given = {span: value for one in group for span, value in one.given.items()}
    spans = sorted(given, key=lambda span: (places[span.article], span))
    facts = tuple(Evidence(span.article, span, given[span]) for span in spans)
    said = "; ".join(_sayers(words, where, tellings, places, named) for words, where in _by_words(spans, tellings, places))
    days = {tellings[places[span.article]].day for span in spans}
    reason = (first.why or REASONS.get(first.kind, NUMBERS)) + (
        UPDATE if len(days) > 1 and None not in days and first.kind != "name" else ""
    )
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
