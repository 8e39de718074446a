"""What one telling says and no other does, sentence by sentence.

Tellings in story order come in; for each article its lonely statements go out, the weightiest first. A sentence is lonely
when no other telling has one, or two in a row, with similar content. When in doubt a sentence is taken as told elsewhere.
That somebody did not speak is lonely where no other telling says that anybody did not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from samestory.comparing import statements
from samestory.comparing.statements import Bounds, Statement, Told
from samestory.model import OnlyIn, Point, Span, Telling

SHOWN = 12  # statements of one article
# Read on 54 pairs of sentences from half of 60 real stories: nearly all pairs above one of these tell the same, about half of
# those just below do. A wrong "only here" is worse than one missed, so they stand low.
# A letter ratio (rapidfuzz token_set_ratio from 82) beside them found none of 41,931 pairs more.
# 40 of news_cluster and of two weeks of load read by eye: with .42, .27 and .75 six were wrong, four of them told elsewhere in
# words that share a quarter.
BOUNDS = Bounds(held=0.25, alike=0.2, scattered=0.6)
NEW = Bounds(held=0.42, alike=0.27, scattered=0.75)  # of a sentence with a name or number that no other telling has
# A fact of these kinds that another telling gives too makes its sentence told there as well.
_SHARED_KINDS = frozenset({"age", "count", "money", "percent", "measure", "date", "statement"})


def find(tellings: Sequence[Telling], told: Told | None = None, points: Sequence[Point] = ()) -> tuple[OnlyIn, ...]:
    """The lonely statements of each article that has any; nothing for a story of one."""
    if len(tellings) < 2:
        return ()
    told = told or of_story(tellings)
    common = _common(points)
    lonely: dict[int, list[Statement]] = defaultdict(list)
    silent = [place for place, telling in enumerate(tellings) if telling.silences]
    for statement in told.statements:
        telling = tellings[statement.place]
        if not statements.may_be_shown(statement, telling):
            continue
        kept_silent = silent == [statement.place] and _is_silence(statement, telling)
        shared = any(statement.span.holds(span) for span in common[telling.article.id])
        bounds = NEW if told.names_something_new(statement) else BOUNDS
        if kept_silent or not (shared or told.elsewhere(statement, bounds)):
            lonely[statement.place].append(statement)
    return tuple(
        OnlyIn(tellings[place].article.id, tuple(one.span for one in _weightiest(lonely[place], tellings[place])))
        for place in sorted(lonely)
    )


def _common(points: Sequence[Point]) -> dict[str, list[Span]]:
    """Where each article gives what another one gives too, be it as another value."""
    found: dict[str, list[Span]] = defaultdict(list)
    for point in points:
        if point.verdict != "alone" and point.kind in _SHARED_KINDS and len({fact.article for fact in point.facts}) > 1:
            for fact in point.facts:
                found[fact.article].append(fact.span)
    return found


def of_story(tellings: Sequence[Telling]) -> Told:
    """All statements of the story."""
    return Told([statement for place, telling in enumerate(tellings) for statement in statements.of_telling(telling, place)])


def _is_silence(statement: Statement, telling: Telling) -> bool:
    return any(statement.span.overlaps(silence.span) for silence in telling.silences)


def _weightiest(lonely: Sequence[Statement], telling: Telling) -> list[Statement]:
    """The statements that matter most: with people, numbers and quotations, and that somebody kept silent."""
    ranked = sorted(lonely, key=lambda one: (not _is_silence(one, telling), -statements.matters(one, telling), one.span))
    return ranked[:SHOWN]
