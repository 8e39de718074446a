"""What all other tellings of a story have and one lacks.

Tellings in story order, their statements and sayings come in; for each article that leaves something out, the places where the
others have it go out, what matters most first. Told only of stories of three or more: of two, what one leaves out is what the other
alone has, and so where all others are copies of one text. A statement counts as had where a sentence is very like it, and as lacking
where nothing in the telling comes near it; a telling that shares nothing with the others tells of something else, and leaves nothing out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samestory.comparing import statements
from samestory.comparing.clusters import join
from samestory.comparing.statements import Bounds, Statement, Told
from samestory.model import Copy, LeftOut, Saying, Span, Telling

SHOWN = 8  # statements of one article
FEWEST = 3  # articles
HAD = Bounds(held=0.6, alike=0.5, scattered=1.0)
LACKING = Bounds(held=0.33, alike=0.2, scattered=0.6)
TOLD = Bounds(held=0.42, alike=0.27, scattered=0.75)
FEWEST_COMMON = 2  # statements that a telling of the same has in common with others
LEAST_COMMON = 0.1  # of its statements; a list of all that happened in a year has fewer
COPIED = 0.5  # share of the shorter text
QUOTED = 3.0  # a quotation that all others have matters this much more
LONGEST_SHARED = 0.5  # of the words of two statements; more and they are one


@dataclass(frozen=True, slots=True)
class _Left:
    by: int  # the telling that lacks it
    weight: float
    statement: Statement
    places: tuple[Span, ...]


def find(tellings: Sequence[Telling], told: Told, sayings: Sequence[Saying], copies: Sequence[Copy]) -> tuple[LeftOut, ...]:
    """The statements that each article leaves out, if any."""
    if len(tellings) < FEWEST:
        return ()
    left: dict[int, list[_Left]] = defaultdict(list)
    for one in (*_quotations(tellings, told, sayings), *_sentences(tellings, told)):
        left[one.by].append(one)
    texts = _texts(tellings, copies)
    kept = [place for place in sorted(left) if len({texts[at] for at in range(len(tellings)) if at != place}) > 1]
    kept = [place for place in kept if _tells_of_it(place, tellings, told)]
    return tuple(LeftOut(tellings[place].article.id, tuple(one.places for one in _weightiest(left[place]))) for place in kept)


def _texts(tellings: Sequence[Telling], copies: Sequence[Copy]) -> list[int]:
    """Which text each telling is: copies of one another are one."""
    places = {telling.article.id: place for place, telling in enumerate(tellings)}
    near = [copy for copy in copies if copy.shared >= COPIED and copy.article in places and copy.of in places]
    groups = join(len(tellings), [(places[copy.article], places[copy.of]) for copy in near])
    return [next(number for number, group in enumerate(groups) if place in group) for place in range(len(tellings))]


def _tells_of_it(place: int, tellings: Sequence[Telling], told: Told) -> bool:
    """Whether some of what a telling says stands in another one too."""
    own = [one for one in told.statements if one.place == place and statements.may_be_shown(one, tellings[place])]
    shared = sum(told.elsewhere(one, TOLD) for one in own)
    return shared >= max(FEWEST_COMMON, LEAST_COMMON * len(own))


def _sentences(tellings: Sequence[Telling], told: Told) -> Iterator[_Left]:
    """Sentences. What all but one have stands in one of any two tellings: the two shortest are gone through."""
    count = [0] * len(tellings)
    for statement in told.statements:
        count[statement.place] += 1
    shortest = sorted(range(len(tellings)), key=lambda place: (count[place], place))[:2]
    for statement in told.statements:
        telling = tellings[statement.place]
        if statement.place not in shortest or not statements.may_be_shown(statement, telling):
            continue
        had = {statement.place: statement.span, **told.same(statement, HAD)}
        if len(had) != len(tellings) - 1:
            continue
        (lacking,) = set(range(len(tellings))) - set(had)
        if lacking not in told.tellers(statement, LACKING):
            weight = statements.matters(statement, telling)
            yield _Left(lacking, weight, statement, tuple(had[place] for place in sorted(had)))


def _quotations(tellings: Sequence[Telling], told: Told, sayings: Sequence[Saying]) -> Iterator[_Left]:
    """Quotations that all but one have, of words that the one does not come near."""
    places = {telling.article.id: place for place, telling in enumerate(tellings)}
    for saying in sayings:
        had = {places[version.article]: version for version in saying.versions}
        if len(had) != len(tellings) - 1:
            continue
        (lacking,) = set(range(len(tellings))) - set(had)
        place = min(had, key=lambda place: (-len(had[place].text), place))
        statement = statements.of_words(had[place].text, had[place].content[0], place)
        if len(statement.matter) >= statements.FEWEST_MATTER and lacking not in told.tellers(statement, LACKING):
            spans = tuple(piece for place in sorted(had) for piece in had[place].content)
            yield _Left(lacking, QUOTED + statements.matters(statement, tellings[place]), statement, spans)


def _weightiest(left: Sequence[_Left]) -> list[_Left]:
    """What matters most, nothing twice."""
    kept: list[_Left] = []
    for one in sorted(left, key=lambda one: (-one.weight, one.statement.span)):
        matter = one.statement.matter
        if all(len(matter & other.statement.matter) <= LONGEST_SHARED * min(len(matter), len(other.statement.matter)) for other in kept):
            kept.append(one)
    return kept[:SHOWN]
