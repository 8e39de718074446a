"""How strongly the evidence of an article says that it tells the same event as each of some others.

`Evidence` comes in, one against many at a time; features, and the log-odds learnt over them, go out. Decides nothing: `stories`
does. The weights of `weights.json` are made by `training/grouping_weights.py`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy
from numpy.typing import NDArray

from samestory.grouping.background import Rarity
from samestory.grouping.signs import (
    AGE,
    CHIEF,
    DAY,
    FREQUENCIES,
    LEAD,
    MONTH_DAY,
    NAME,
    NUMBER,
    PRINT,
    QUOTED,
    STREET,
    TERM,
    TITLE,
    YEAR,
    Evidence,
)
from samestory.grouping.words import PAIR

FEATURES = (
    *("alike", "alike_named", "alike_chief"),  # cosines by rarity and by how often each occurs: of terms, of names, of the chief names
    *("lead", "title", "names", "numbers"),  # cosines by rarity alone
    *("headline", "headline_both"),  # the share of one's title that the other has, the better and the worse way
    *("both", "both_open"),  # names and other words together: two events in one town share the names, two fires the words
    *("rarest", "covered", "pairs_shared"),  # how much is shared, and how rare it is
    *("chief_most", "chief_rarest", "lead_rarest"),  # of the names that matter most, and of the lead
    *("streets_both", "streets_same", "ages_both", "ages_same", "years_same", "years_differ"),
    *("gap", "far", "undated", "event_near", "event_differs", "days_same", "weekday_same", "weekday_differ"),
    *("contained", "quoted", "same_outlet"),
)
RAREST = 8  # shared terms summed up as the rarest
FAR = 30  # days between publications from which on articles seldom belong together
FEWEST_PRINTS = 4  # fingerprints below which a share of them says nothing
# One text filled in anew: from this share of passages on, with less than that of the chief names of either, two articles tell different
# events. Of the pairs compared in gva 120 were so and none was one event, in news_cluster none, in ecbplus 1 was and 1 was not.
FILLED_IN, FEW_CHIEFS, FILLED_ODDS = 0.15, 0.2, -6.0
# Added to the log-odds learnt on pairs: whole stories settle best so, with `settling.LONE` and `COHESION` against what runs together.
# What was tried with it: changes/grouping.md.
MORE_DATED, MORE_UNDATED = 0.6, 0.5
_SIEVE = 1 << 15  # buckets of the first, rough look for shared signs

Floats = NDArray[numpy.float64]
Marks = NDArray[numpy.uint16]
Flags = NDArray[numpy.bool_]
Places = NDArray[numpy.intp]


@lru_cache(maxsize=1)
def weights() -> tuple[Floats, Floats]:
    """The weight of each feature where both articles have a day of publication, and where one has none: a row for each.

    The constant stands last. Two rows, because names and words must say more where no day parts two events.
    """
    table = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    rows = [[*(table[kind]["weights"][name] for name in FEATURES), table[kind]["constant"]] for kind in ("dated", "undated")]
    dated, undated = numpy.array(rows, dtype=numpy.float64)
    dated[-1] += MORE_DATED
    undated[-1] += MORE_UNDATED
    return dated, undated


# The sizes that overlaps are measured against, in the order of the columns of `_Sizes`.
ALL_TERMS, CHIEFS, IN_LEAD, IN_TITLE, IN_NAMES, IN_NUMBERS, PLAIN, OPENING = range(8)
USED, USED_NAMES, USED_CHIEFS, TITLES, PRINTS, STREETS, AGES, LAST_YEAR = range(8, 16)
# What is summed up over the signs that two articles share, in the order of the rows of `_Shared.sums`. Most shared signs are plain
# terms: three sums run over all of them; the others over the few that are names, numbers, days, of a lead or of a title.
PLAIN_SUMS = (USED_TERM, BOTH_PLAIN, ALL_SHARED) = (0, 1, 2)
BY_USE = (USED_NAME, USED_CHIEF) = (3, 4)  # by the square of their weight and how often both use them
BY_SQUARE = (BOTH_LEAD, BOTH_TITLE, BOTH_NAMES, BOTH_NUMBERS, BOTH_OPENING) = (5, 6, 7, 8, 9)
BY_WEIGHT = (PAIRS, OUR_CHIEF, THEIR_CHIEF, OUR_TITLE, THEIR_TITLE, BOTH_STREETS) = (10, 11, 12, 13, 14, 15)
COUNTED = (BOTH_AGES, BOTH_DAYS, BOTH_MONTH_DAYS, BOTH_PRINTS, BOTH_QUOTED) = (16, 17, 18, 19, 20)
_COSINES = [USED_TERM, USED_NAME, USED_CHIEF, BOTH_LEAD, BOTH_TITLE, BOTH_NAMES, BOTH_NUMBERS, BOTH_PLAIN, BOTH_OPENING]
_COSINE_SIZES = [USED, USED_NAMES, USED_CHIEFS, IN_LEAD, IN_TITLE, IN_NAMES, IN_NUMBERS, PLAIN, OPENING]
_ROWS = [slice(rows[0] - len(PLAIN_SUMS), rows[-1] + 1 - len(PLAIN_SUMS)) for rows in (BY_USE, BY_SQUARE, BY_WEIGHT, COUNTED)]
_KINDS = numpy.array([NAME, LEAD, TITLE, CHIEF, NUMBER, STREET, AGE, DAY, MONTH_DAY, PRINT, QUOTED], dtype=numpy.uint16)[:, None]
_IN_BOTH = 0xFFFF & ~TERM  # a shared sign that is more than a term in both,
_IN_ONE = CHIEF | TITLE  # or one of these in one of them


@dataclass(slots=True)
class _Sizes:
    taken: int  # articles arrived by then
    row: Floats


@dataclass(frozen=True, slots=True)
class _Shared:
    """What one article shares with each of some others: a column for each of them."""

    sums: Floats
    rarest: Floats  # the weights of the rarest terms shared, summed up
    greatest_chief: Floats
    greatest_lead: Floats


@dataclass(frozen=True, slots=True)
class _Heads:
    """What each of some articles has once: its days and its outlet."""

    published: NDArray[numpy.int64]
    event: NDArray[numpy.int64]
    weekdays: NDArray[numpy.int64]
    outlet: NDArray[numpy.int64]

    def dated(self, one: Evidence) -> NDArray[numpy.bool_]:
        return (self.published > 0) & (one.published > 0)

    def gap(self, one: Evidence) -> NDArray[numpy.int64]:
        """Days between the publications; 0 where one is not known."""
        return numpy.where(self.dated(one), abs(self.published - one.published), 0)


def _heads(others: Sequence[Evidence]) -> _Heads:
    table = numpy.array([(each.published, each.event, each.weekdays, each.outlet) for each in others], dtype=numpy.int64)
    return _Heads(*table.T)


class Weigher:
    """Compares evidence under the rarity learnt so far."""

    def __init__(self, rarity: Rarity) -> None:
        self._rarity = rarity
        self._sizes: dict[str, _Sizes] = {}
        self._at_hand: tuple[Evidence | None, Floats] = (None, numpy.zeros(0))

    def forget(self, article: str) -> None:
        """Let go of what is remembered of an article."""
        self._sizes.pop(article, None)

    def forget_all(self) -> None:
        """Let go of all that is remembered: it was measured when words had another rarity."""
        self._sizes.clear()

    def weigh(self, one: Evidence, others: Sequence[Evidence]) -> Floats:
        """The log-odds that one article tells the same event as each of the others."""
        dated, undated = weights()
        found = self.features(one, others)
        without = found[:, FEATURES.index("undated")] > 0
        odds: Floats = numpy.where(without, found @ undated[:-1] + undated[-1], found @ dated[:-1] + dated[-1])
        odds[filled_in(found)] = FILLED_ODDS
        return odds

    def features(self, one: Evidence, others: Sequence[Evidence]) -> Floats:
        """The features of each pair, in the order of `FEATURES`."""
        if not others:
            return numpy.zeros((0, len(FEATURES)))
        mine = self._measure(one)
        other = numpy.array([self._measure(each) for each in others])
        shared = _share(one, others, self.take_up(one))
        heads = _heads(others)
        rows = (
            *_words(shared, mine, other),
            *_details(shared, mine, other, heads.dated(one)),
            *_when(shared, one, heads),
            *_alike(shared, one, heads, numpy.minimum(mine[PRINTS], other[:, PRINTS])),
        )
        return numpy.array(rows, dtype=numpy.float64).T

    def take_up(self, one: Evidence) -> Floats:
        """The weights of the signs of an article that will be weighed against many."""
        if self._at_hand[0] is not one:
            self._at_hand = (one, one.weights(self._rarity))
        return self._at_hand[1]

    def _weights(self, evidence: Evidence) -> Floats:
        return self._at_hand[1] if self._at_hand[0] is evidence else evidence.weights(self._rarity)

    def _measure(self, evidence: Evidence) -> Floats:
        """The sizes of an article; renewed when the articles arrived have grown by half."""
        known = self._sizes.get(evidence.article)
        now = self._rarity.articles
        if known is None or now > 1.5 * known.taken + 20:
            known = self._sizes[evidence.article] = _Sizes(now, _take(evidence, self._weights(evidence)))
        return known.row


def filled_in(features: Floats) -> Flags:
    """Which pairs share passages and no chief names to speak of: a template, not an event."""
    contained, chiefs = features[:, FEATURES.index("contained")], features[:, FEATURES.index("chief_most")]
    few: Flags = (contained >= FILLED_IN) & (chiefs < FEW_CHIEFS)
    return few


def _take(evidence: Evidence, weight: Floats) -> Floats:
    marks, square = evidence.marks, weight * weight
    used = square * FREQUENCIES[evidence.counts] ** 2
    term, name, lead, title, chief, number = ((marks & kind) > 0 for kind in (TERM, NAME, LEAD, TITLE, CHIEF, NUMBER))
    roots = (lead, title, name, number, term & ~name, lead & ~name)
    row = [weight[term].sum(), weight[chief].sum(), *(square[mask].sum() ** 0.5 for mask in roots)]
    row += [used[mask].sum() ** 0.5 for mask in (term, term & name, chief)]
    row.append(weight[title].sum())
    few = [numpy.count_nonzero(marks & kind) for kind in (PRINT, STREET, AGE)]
    return numpy.array([*(value or 1.0 for value in row), *few, max(evidence.values(YEAR), default=0)])


def _share(one: Evidence, others: Sequence[Evidence], weight: Floats) -> _Shared:
    """Two looks: a rough one by the lowest bits drops most of what is not shared, an exact one does the rest."""
    numbers = numpy.concatenate([each.numbers for each in others])
    sieve = numpy.zeros(_SIEVE, dtype=numpy.bool_)
    sieve[(one.numbers >> 1) & (_SIEVE - 1)] = True
    hits = numpy.flatnonzero(sieve[(numbers >> 1) & (_SIEVE - 1)])
    found = numbers[hits]
    places = numpy.searchsorted(one.numbers, found)
    places[places == len(one.numbers)] = 0
    exact = one.numbers[places] == found if len(one.numbers) else numpy.zeros(0, dtype=bool)
    hits, places = hits[exact], places[exact]
    theirs = numpy.concatenate([each.marks for each in others])[hits]
    counts = numpy.concatenate([each.counts for each in others])[hits]
    used = FREQUENCIES[one.counts[places]] * FREQUENCIES[counts]
    ends = numpy.searchsorted(hits, numpy.cumsum([len(each.numbers) for each in others]))
    return _summed((one.marks[places], theirs), (one.numbers[places] & PAIR) > 0, (weight[places], used), ends)


def _summed(marks: tuple[Marks, Marks], pair: Flags, weighed: tuple[Floats, Floats], ends: Places) -> _Shared:
    """A row for each sign shared comes in, those of one of the others after those of the one before, up to its end."""
    (ours, theirs), (weight, used) = marks, weighed
    sums, greatest, rarest = numpy.zeros((BOTH_QUOTED + 1, len(ends))), numpy.zeros((2, len(ends))), numpy.zeros(len(ends))
    if not len(weight):
        return _Shared(sums, rarest, *greatest)
    square, term = weight * weight, (ours & theirs & TERM) > 0
    square_used, terms = square * used, weight * term
    unnamed = term & (((ours | theirs) & NAME) == 0)
    _add_up(numpy.stack((square_used * term, square * unnamed, terms)), ends, numpy.add, sums[: len(PLAIN_SUMS)])
    rarest = _rarest(terms, numpy.concatenate([[0], ends[:-1]]), ends)
    at = numpy.flatnonzero((ours & theirs & _IN_BOTH) | ((ours | theirs) & _IN_ONE))
    if len(at):
        there = _special((ours[at], theirs[at]), pair[at])
        special = numpy.empty((len(there) - 2, len(at)))
        for rows, values in zip(_ROWS, (square_used[at], square[at], weight[at], numpy.ones(1)), strict=True):
            numpy.multiply(there[rows], values, out=special[rows])
        ends = numpy.searchsorted(at, ends)
        _add_up(special, ends, numpy.add, sums[len(PLAIN_SUMS) :])
        _add_up(there[-2:] * weight[at], ends, numpy.maximum, greatest)
    return _Shared(sums, rarest, *greatest)


def _special(marks: tuple[Marks, Marks], pair: Flags) -> Flags:
    """Which of the shared signs count for which sum, in the order of the sums; at the end the chief ones and those of both leads."""
    ours, theirs = marks
    both = (ours & theirs & _KINDS) > 0
    name, lead, title, chief, number, street = both[:6]
    term, unnamed = (ours & theirs & TERM) > 0, ((ours | theirs) & NAME) == 0
    across = (_across(ours, CHIEF, theirs, TERM), _across(theirs, CHIEF, ours, TERM))
    headline = (_across(ours, TITLE, theirs, TERM | LEAD), _across(theirs, TITLE, ours, TERM | LEAD))
    opening = lead & unnamed
    rows = (term & name, chief, lead, title, name, number, opening, name & pair, *across, *headline, street, *both[6:], chief, lead)
    return numpy.array(rows)


def _add_up(rows: Floats, ends: Places, by: numpy.ufunc, into: Floats) -> None:
    """Rows of values, those of one article after those of another, added up (or their greatest taken) for each."""
    starts = numpy.concatenate([[0], ends[:-1]])
    some = starts < ends
    into[:, some] = by.reduceat(rows, starts[some], axis=1)


def _across(ones: Marks, kind: int, others: Marks, kinds: int) -> Flags:
    return ((ones & kind) > 0) & ((others & kinds) > 0)


def _rarest(weight: Floats, starts: Places, ends: Places) -> Floats:
    """The greatest weights of each of the others, summed up."""
    lengths = ends - starts
    table = numpy.zeros((len(ends), max(RAREST, int(lengths.max()))))
    table[numpy.repeat(numpy.arange(len(ends)), lengths), numpy.arange(len(weight)) - numpy.repeat(starts, lengths)] = weight
    table.partition(table.shape[1] - RAREST, axis=1)
    greatest: Floats = table[:, -RAREST:].sum(axis=1)
    return greatest


def _words(shared: _Shared, mine: Floats, other: Floats) -> tuple[Floats, ...]:
    sums = shared.sums
    cosines = sums[_COSINES] / (mine[_COSINE_SIZES, None] * other[:, _COSINE_SIZES].T)
    used, used_names, used_chiefs, lead, title, common, numbers, plain, opening = cosines
    headlines = sums[OUR_TITLE] / mine[TITLES], sums[THEIR_TITLE] / other[:, TITLES]
    return (
        used,
        used_names,
        used_chiefs,
        lead,
        title,
        common,
        numbers,
        numpy.maximum(*headlines),
        numpy.minimum(*headlines),
        numpy.sqrt(common * plain),
        numpy.sqrt(common * opening),
        shared.rarest / 60.0,
        sums[ALL_SHARED] / numpy.minimum(mine[ALL_TERMS], other[:, ALL_TERMS]),
        numpy.minimum(sums[PAIRS], 40.0) / 20.0,
        numpy.maximum(sums[OUR_CHIEF] / mine[CHIEFS], sums[THEIR_CHIEF] / other[:, CHIEFS]),
        shared.greatest_chief / 5.0,
        shared.greatest_lead / 5.0,
    )


def _details(shared: _Shared, mine: Floats, other: Floats, dated: NDArray[numpy.bool_]) -> tuple[Floats | Flags, ...]:
    years = (mine[LAST_YEAR] > 0) & (other[:, LAST_YEAR] > 0) & ~dated  # told only where the days of publication do not tell
    same = mine[LAST_YEAR] == other[:, LAST_YEAR]
    return (
        (mine[STREETS] > 0) & (other[:, STREETS] > 0),
        numpy.minimum(shared.sums[BOTH_STREETS], 12.0) / 6.0,
        (mine[AGES] > 0) & (other[:, AGES] > 0),
        numpy.minimum(shared.sums[BOTH_AGES], 3.0),
        years & same,
        years & ~same,
    )


def _when(shared: _Shared, one: Evidence, others: _Heads) -> tuple[Floats | Flags, ...]:
    first, second = one.event or one.published, numpy.where(others.event > 0, others.event, others.published)
    known = (second > 0) & (first > 0)
    apart = abs(second - first)
    days = shared.sums[BOTH_DAYS]
    weekday = (others.weekdays > 0) & (one.weekdays > 0) & ~known
    alike = (others.weekdays & one.weekdays) > 0
    gap = others.gap(one)
    return (
        numpy.log1p(gap) / 3.0,
        gap > FAR,
        ~others.dated(one),
        known & (apart <= 1),
        (others.event > 0) & (one.event > 0) & (abs(others.event - one.event) > 1) & (days == 0),
        numpy.minimum(days + shared.sums[BOTH_MONTH_DAYS], 3.0),
        weekday & alike,
        weekday & ~alike,
    )


def _alike(shared: _Shared, one: Evidence, others: _Heads, smaller: Floats) -> tuple[Floats, ...]:
    """What speaks of copying: fingerprints of the shorter text that the other has, quotations of both; and the same outlet."""
    quoted = numpy.minimum(numpy.log1p(shared.sums[BOTH_QUOTED]), 3.0) / 2.0
    return (
        numpy.where(smaller >= FEWEST_PRINTS, shared.sums[BOTH_PRINTS] / numpy.maximum(smaller, 1.0), 0.0),
        numpy.where(others.gap(one) > FAR, 0.0, quoted),  # months later a quotation is recalled and no longer the news
        (others.outlet == one.outlet) & (one.outlet != 0),
    )
