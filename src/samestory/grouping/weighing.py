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
from importlib.resources import files

from samestory.grouping.background import Rarity
from samestory.grouping.evidence import Evidence

FEATURES = (
    "terms", "lead", "title", "names", "numbers", "rarest", "covered", "name_covered",
    "pairs_shared", "streets_same", "streets_differ", "ages_same", "ages_differ",
    "gap", "far", "undated", "event_near", "event_apart", "days_same", "weekday_same", "weekday_differ",
    "contained", "same_outlet",
)  # fmt: skip
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
    terms: float
    all_terms: float
    lead: float
    title: float
    names: float
    all_names: float
    numbers: float


class Weigher:
    """Compares evidence under the rarity learnt so far."""

    def __init__(self, rarity: Rarity) -> None:
        self._rarity = rarity
        self._lengths: dict[str, Lengths] = {}

    def weigh(self, a: Evidence, b: Evidence) -> float:
        """The log-odds that both tell the same event."""
        factors, constant = weights()
        return constant + sum(factor * value for factor, value in zip(factors, self.features(a, b), strict=True))

    def features(self, a: Evidence, b: Evidence) -> tuple[float, ...]:
        """The features of a pair, in the order of `FEATURES`."""
        weight = self._rarity.weights
        mine, other = self._measure(a), self._measure(b)
        shared = [(weight[t], t) for t in a.terms.keys() & b.terms.keys()]
        dot = sum(a.terms[t] * b.terms[t] * w * w for w, t in shared)
        all_shared = sum(w for w, _ in shared)
        names = a.names & b.names
        words = self._rarity.words
        return (
            dot / (mine.terms * other.terms),
            self._square(a.lead & b.lead) / (mine.lead * other.lead),
            self._square(a.title & b.title) / (mine.title * other.title),
            self._square(names) / (mine.names * other.names),
            self._square(a.numbers & b.numbers) / (mine.numbers * other.numbers),
            sum(sorted((w for w, _ in shared), reverse=True)[:RAREST]) / 60.0,
            all_shared / min(mine.all_terms, other.all_terms),
            sum(weight[t] for t in names) / min(mine.all_names, other.all_names),
            min(sum(weight[t] for t in names if " " in words[t]), 40.0) / 20.0,
            float(bool(a.streets & b.streets)),
            float(bool(a.streets and b.streets and not a.streets & b.streets)),
            float(min(len(a.ages & b.ages), 3)),
            float(bool(a.ages and b.ages and not a.ages & b.ages)),
            *_when(a, b),
            _contained(a.prints, b.prints),
            float(a.outlet is not None and a.outlet == b.outlet),
        )

    def _square(self, numbers: Iterable[int]) -> float:
        weight = self._rarity.weights
        return sum(weight[t] ** 2 for t in numbers)

    def _measure(self, evidence: Evidence) -> Lengths:
        """The lengths of an article; renewed when the articles arrived have grown by half."""
        known = self._lengths.get(evidence.article)
        now = self._rarity.articles
        if known is None or now > 1.5 * known.taken + 20:
            known = self._lengths[evidence.article] = self._take(evidence)
        return known

    def _take(self, evidence: Evidence) -> Lengths:
        weight = self._rarity.weights
        return Lengths(
            self._rarity.articles,
            math.sqrt(sum((tf * weight[t]) ** 2 for t, tf in evidence.terms.items())) or 1.0,
            sum(weight[t] for t in evidence.terms) or 1.0,
            math.sqrt(self._square(evidence.lead)) or 1.0,
            math.sqrt(self._square(evidence.title)) or 1.0,
            math.sqrt(self._square(evidence.names)) or 1.0,
            sum(weight[t] for t in evidence.names) or 1.0,
            math.sqrt(self._square(evidence.numbers)) or 1.0,
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
        min(math.log1p(apart) / 3.0, 2.0) if apart is not None else 0.0,
        float(min(len(one.named & two.named) + len(one.month_days & two.month_days), 3)),
        float(weekdays and bool(one.weekdays & two.weekdays)),
        float(weekdays and not one.weekdays & two.weekdays),
    )


def _contained(a: frozenset[int], b: frozenset[int]) -> float:
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller >= FEWEST_PRINTS else 0.0
