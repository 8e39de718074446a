"""Why an article is in its story: the decision on one that arrives, and on those that its arrival moved.

Stories as groups of places come in; `Decision` values go out, with the words that the article shares with the nearest of its
story, or with the nearest of all where it opens one. Decides nothing.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence

from samestory.grouping import explaining, likeness
from samestory.grouping.links import Links
from samestory.grouping.past import Past
from samestory.grouping.rulings import Kind, Rulings
from samestory.grouping.settling import BEST_SHARE, COHESION, FEWEST, SETTLED, core, fit, held, more
from samestory.grouping.weighing import FILLED_ODDS
from samestory.grouping.wording import Wording, Wordings
from samestory.model import Decision, Telling

MOST_WRITTEN = 64  # articles whose wording is kept: the nearest of one is often the nearest of the next
JUST = 0.05  # what parts a fit from what is needed, where both would read the same
# Stories near an arrival, with their articles: before it came where it joins one, as they are since where it opens one.
Near = Mapping[int, tuple[int, ...]]


class Reasons:
    """Words for what a grouper did."""

    def __init__(self, past: Past, links: Links, rulings: Rulings) -> None:
        self._past = past
        self._links = links
        self._rulings = rulings
        self._written: dict[int, Wording] = {}  # of the articles looked at last

    def read(self, place: int, telling: Telling) -> None:
        """Take up the article that arrives at a place: it is on no shelf yet."""
        self._written[place] = Wording(telling.article.title, telling.article.text)

    def arrival(self, own: Sequence[int], near: Near, links: Mapping[int, float], needed: float) -> Decision:
        """Why an arrival joined its story, or opened it; `links` are those to the articles that were found near."""
        place, others = own[-1], own[:-1]
        if not others:
            return self._opening(place, near, links, needed)
        weighed = self._links.of(place, core(others))
        told = [article for article, other in self._partners(place, "together") if other in others]
        if told:
            rule = f"joins: a person put it with {', '.join(told)}"
        else:
            merged = sum(story != own[0] and story in others for story in near)
            also = f"; and joins {merged} other stor{'y' if merged == 1 else 'ies'} to it" if merged else ""
            rule = self._joins(place, weighed, needed + more(len(own), len(weighed))) + also
        return self._decision(own, place, weighed, rule)

    def again(self, place: int, own: Sequence[int], groups: Sequence[Sequence[int]], needed: float, when: str) -> Decision:
        """Why an article is in its story after that and those beside it were looked at anew; `when` tells what moved it."""
        if place == own[0]:
            others = [group for group in groups if group is not own]
            weighed = {other: link for group in others for other, link in self._links.of(place, core(group)).items()}
            beside = f"; {self._nearest(own, weighed, others, needed)}" if others else ""
            return self._decision(own, place, weighed, f"opens: the first of its story{beside}; {when}")
        weighed = self._links.of(place, core([other for other in own if other != place]))
        return self._decision(own, place, weighed, f"{self._joins(place, weighed, needed + more(len(own), len(weighed)))}; {when}")

    def arrived(self, place: int) -> str:
        """That an arrival had stories looked at again."""
        return f"looked at again when {self._named(place)} had arrived"

    def _opening(self, place: int, near: Near, links: Mapping[int, float], needed: float) -> Decision:
        kept = [
            article
            for article, other in self._partners(place, "apart")
            for members in near.values()
            if other in members and fit(self._links.of(place, core(members))) >= needed
        ]
        if not links:
            rule = "opens: no earlier article shares enough of its rare words to be weighed"
        elif kept:
            rule = f"opens: a person keeps it apart from {', '.join(kept)}"
        else:
            rule = f"opens: {self._nearest([place], links, [*near.values()], needed)}"
        return self._decision([place], place, links, rule)

    def _joins(self, place: int, weighed: Mapping[int, float], needed: float) -> str:
        """The nearest of the story, how well it fits, and what both have besides words."""
        past, nearest, fits = self._past, _most(weighed), fit(weighed)
        evidence, other = past.evidence(place), past.evidence(nearest)
        beside = ", ".join(likeness.common(evidence, other, past.rarity, self._wordings(place, nearest)))
        if fits >= needed:
            how = f"fits the story's articles by {_short(fits)}, {_short(needed)} needed"
        else:
            how = f"fits the nearest of the story by {_short(weighed[nearest])}, which fits the others; {_short(needed)} needed"
        return f"joins: {how}; nearest is {self._named(nearest)}{': ' if beside else ''}{beside}"

    def _nearest(self, own: Sequence[int], weighed: Mapping[int, float], stories: Sequence[Sequence[int]], needed: float) -> str:
        """The nearest article of another story, how far it and that story are from fitting, and what speaks against one event."""
        past, place, nearest = self._past, own[0], _most(weighed)
        story = next((story for story in stories if nearest in story and weighed[nearest] >= needed), None)
        short = f", {_short(needed)} needed" if story is None else self._short_of(own, story, needed)
        against = "; ".join(likeness.contrasts(past.evidence(place), past.evidence(nearest), past.rarity, self._wordings(place, nearest)))
        filled = [other for other, link in weighed.items() if link == FILLED_ODDS and self._wordings(place, other).same_passages()]
        copied = f"; the same passages as {self._named(min(filled))}, but other names" if filled else ""
        return (
            f"nearest is {self._named(nearest)}, which fits by {_short(weighed[nearest])}{short}"
            f"{'; against it: ' if against else ''}{against}{copied}"
        )

    def _short_of(self, own: Sequence[int], story: Sequence[int], needed: float) -> str:
        """How far two stories are from fitting, weighed as they were settled."""
        ours, theirs = (places if len(places) <= SETTLED else core(places) for places in (own, story))
        links = [link for place in ours for link in self._links.of(place, theirs).values()]
        mean = sum(links) / len(links)
        least = min(held(self._links.inside(places), len(places)) if len(places) >= FEWEST else -math.inf for places in (ours, theirs))
        if mean < least:
            inside = _short(least / COHESION)
            return f", the articles of the two stories by {_short(mean)} on average, those of each among themselves by {inside} and more"
        fits, asked = BEST_SHARE * max(links) + (1 - BEST_SHARE) * mean, needed + more(len(own) + len(story), len(links))
        whose = "" if len(links) == 1 else ", its story by" if len(own) == 1 else ", their stories fit each other by"
        if abs(fits - asked) < JUST:
            return f"{whose} just less than the {_short(asked)} needed" if whose else ", a little more needed"
        return f"{f'{whose} {_short(fits)}' if whose else ''}, {_short(asked)} needed"

    def _named(self, place: int) -> str:
        return explaining.named(self._past.evidence(place), self._past.title(place))

    def _decision(self, own: Sequence[int], place: int, weighed: Mapping[int, float], rule: str) -> Decision:
        past, opened = self._past, place == own[0]
        nearest = _most(weighed) if weighed else None
        shared: tuple[str, ...] = ()
        if nearest is not None:
            shared = explaining.shared(past.evidence(place), past.evidence(nearest), past.rarity, self._wordings(place, nearest))
        score = None if not weighed else max(weighed.values()) if opened else fit(weighed)
        return Decision(self._article(place), name(self._article(own[0])), opened, None if score is None else round(score, 2), shared, rule)

    def _wordings(self, place: int, other: int) -> Wordings:
        """How two articles are written: the one at hand and another."""
        one, two = self._past.evidence(place), self._past.evidence(other)
        found = Wordings(self._wording(place), self._wording(other))
        return found.of_one_outlet() if one.outlet and one.outlet == two.outlet else found

    def _wording(self, place: int) -> Wording:
        known = self._written.get(place)
        if known is None:
            while len(self._written) >= MOST_WRITTEN:
                del self._written[next(iter(self._written))]
            known = self._written[place] = Wording(self._past.title(place), self._past.text(place))
        return known

    def _partners(self, place: int, kind: Kind) -> list[tuple[str, int]]:
        return self._rulings.partners(self._article(place), kind)

    def _article(self, place: int) -> str:
        return self._past.evidence(place).article


def _most(weighed: Mapping[int, float]) -> int:
    """The nearest of some articles; of equals the one that came first."""
    return max(weighed, key=lambda other: (weighed[other], -other))


def _short(odds: float) -> str:
    """Log-odds in words: to a tenth, to a hundredth where little decides."""
    return f"{odds:.1f}" if abs(odds) >= 1.0 else f"{odds:.2f}"


def name(opener: str) -> str:
    """The id of a story: of the article that opened it, so that it stays when more arrive."""
    return hashlib.sha256(opener.encode("utf-8")).hexdigest()[:12]
