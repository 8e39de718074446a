"""How strongly two tellings' evidence says that they tell the same event.

Two pieces of `Evidence` come in; features, and the log-odds learnt over them, go out. Decides nothing: `stories` does.
The weights of `weights.json` are made by `training/grouping_weights.py`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from importlib.resources import files
from operator import mul

from samestory.grouping.background import Rarity
from samestory.grouping.evidence import Evidence

FEATURES = (
    *("lead", "title", "names", "numbers"),  # weighted cosines
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


@lru_cache(maxsize=1)
def weights() -> tuple[tuple[float, ...], float]:
    """The weight of each feature, and the constant."""
    table = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    return tuple(float(table["weights"][name]) for name in FEATURES), float(table["constant"])


@dataclass(frozen=True, slots=True)
class Lengths:
    """The sizes that overlaps are measured against, under the rarity known when they were taken."""

    taken: int  # articles arrived by then
    all_terms: float
    lead: float
    title: float
    names: float
    numbers: float
    chief: float
    plain: float
    opening: float


class Weigher:
    """Compares evidence under the rarity learnt so far."""

    def __init__(self, rarity: Rarity) -> None:
        self._rarity = rarity
        self._lengths: dict[str, Lengths] = {}

    def weigh(self, a: Evidence, b: Evidence) -> float:
        """The log-odds that both tell the same event."""
        factors, constant = weights()
        total: float = sum(map(mul, factors, self.features(a, b)), constant)
        return total

    def features(self, a: Evidence, b: Evidence) -> tuple[float, ...]:
        """The features of a pair, in the order of `FEATURES`."""
        weight, square, words = self._rarity.weights.__getitem__, self._square, self._rarity.words
        mine, other = self._measure(a), self._measure(b)
        terms = a.terms.keys() & b.terms.keys()
        shared = list(map(weight, terms))
        names, lead = a.names & b.names, a.lead & b.lead
        common = square(names) / (mine.names * other.names)
        plain = square(terms - a.names - b.names) / (mine.plain * other.plain)
        opening = square(lead - a.names - b.names) / (mine.opening * other.opening)
        return (
            square(lead) / (mine.lead * other.lead),
            square(a.title & b.title) / (mine.title * other.title),
            common,
            square(a.numbers & b.numbers) / (mine.numbers * other.numbers),
            math.sqrt(common * plain),
            math.sqrt(common * opening),
            sum(nlargest(RAREST, shared)) / 60.0,
            sum(shared) / min(mine.all_terms, other.all_terms),
            min(sum(weight(t) for t in names if " " in words[t]), 40.0) / 20.0,
            *self._chief(a, b, mine, other),
            max(map(weight, lead), default=0.0) / 5.0,
            float(bool(a.streets and b.streets)),
            min(sum(map(weight, a.streets & b.streets)), 12.0) / 6.0,
            float(bool(a.ages and b.ages)),
            float(min(len(a.ages & b.ages), 3)),
            *_years(a, b),
            *_when(a, b),
            _contained(a.prints, b.prints),
            _quoted(a, b),
            float(a.outlet is not None and a.outlet == b.outlet),
        )

    def _chief(self, a: Evidence, b: Evidence, mine: Lengths, other: Lengths) -> tuple[float, float]:
        """How much of one's chief names the other has, how rare the chief names of both are."""
        weight = self._rarity.weights.__getitem__
        ours = sum(map(weight, a.chief & b.terms.keys())) / mine.chief
        theirs = sum(map(weight, b.chief & a.terms.keys())) / other.chief
        return max(ours, theirs), max(map(weight, a.chief & b.chief), default=0.0) / 5.0

    def _square(self, numbers: Iterable[int]) -> float:
        return sum(map(self._rarity.squares.__getitem__, numbers))

    def _measure(self, evidence: Evidence) -> Lengths:
        """The lengths of an article; renewed when the articles arrived have grown by half."""
        known = self._lengths.get(evidence.article)
        now = self._rarity.articles
        if known is None or now > 1.5 * known.taken + 20:
            known = self._lengths[evidence.article] = self._take(evidence)
        return known

    def _take(self, evidence: Evidence) -> Lengths:
        weight = self._rarity.weights.__getitem__
        return Lengths(
            self._rarity.articles,
            sum(map(weight, evidence.terms)) or 1.0,
            math.sqrt(self._square(evidence.lead)) or 1.0,
            math.sqrt(self._square(evidence.title)) or 1.0,
            math.sqrt(self._square(evidence.names)) or 1.0,
            math.sqrt(self._square(evidence.numbers)) or 1.0,
            sum(map(weight, evidence.chief)) or 1.0,
            math.sqrt(self._square(evidence.terms.keys() - evidence.names)) or 1.0,
            math.sqrt(self._square(evidence.lead - evidence.names)) or 1.0,
        )


def _when(a: Evidence, b: Evidence) -> tuple[float, ...]:
    one, two = a.days, b.days
    dated = one.published is not None and two.published is not None
    gap = abs((one.published or 0) - (two.published or 0)) if dated else 0
    first, second = one.event or one.published, two.event or two.published
    apart = abs(first - second) if first and second else None
    weekdays = bool(one.weekdays and two.weekdays) and apart is None
    return (
        math.log1p(gap) / 3.0,
        float(gap > FAR),
        float(not dated),
        float(apart is not None and apart <= 1),
        float(bool(one.event and two.event and abs(one.event - two.event) > 1 and not one.named & two.named)),
        float(min(len(one.named & two.named) + len(one.month_days & two.month_days), 3)),
        float(weekdays and bool(one.weekdays & two.weekdays)),
        float(weekdays and not one.weekdays & two.weekdays),
    )


def _years(a: Evidence, b: Evidence) -> tuple[float, float]:
    """Whether the latest years that two texts name are the same, or differ, where publication does not tell."""
    dated = a.days.published is not None and b.days.published is not None
    if dated or not a.years or not b.years:
        return 0.0, 0.0
    same = max(a.years) == max(b.years)
    return float(same), float(not same)


def _contained(a: frozenset[int], b: frozenset[int]) -> float:
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller >= FEWEST_PRINTS else 0.0


def _quoted(a: Evidence, b: Evidence) -> float:
    """How much they quote alike; months later a quotation is recalled and no longer the news."""
    one, two = a.days.published, b.days.published
    if one is not None and two is not None and abs(one - two) > FAR:
        return 0.0
    return min(math.log1p(len(a.quoted & b.quoted)), 3.0) / 2.0
