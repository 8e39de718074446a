"""Streaming story grouping: each arriving telling joins a story or opens one, by what came before it alone.

Tellings come in, one at a time; a `Decision` for each, and on demand all stories, go out. An article joins the story
whose members it fits best when the log-odds learnt in `weighing` reach a fixed mark; one setting for every set. A
later arrival that fits two stories joins them when their members fit each other too. Finds no copies: `copies` does.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy
from numpy.typing import NDArray

from samestory.grouping import copies, explaining
from samestory.grouping.evidence import gather
from samestory.grouping.index import Keys
from samestory.grouping.past import Past
from samestory.grouping.rulings import Ruling, Rulings
from samestory.grouping.shelf import Memory, Shelf
from samestory.grouping.signs import WORDS, Evidence
from samestory.grouping.weighing import Weigher
from samestory.model import Decision, Story, Telling

# Set on one half of the stories of news_cluster, ecbplus and gva; see changes/grouping.md for what was tried.
JOIN = 0.5  # log-odds from which on an article joins
NEAR = 0.0  # how well an arrival must fit a second story for the two to be looked at
MERGE = 1.0  # log-odds between the members of two stories from which on an arrival that fits both joins them
# Before some dozens have arrived nothing is known of the names they share by habit (one town, one official): the first
# ones need more. EARLY falls to half after EARLY_HALF articles. Cost on ECB+ cut into its 35 topics: see changes/grouping.md.
EARLY, EARLY_HALF = 3.0, 6
BEST_SHARE = 0.7  # of the best member's log-odds in a story's score; the rest is the mean over its members
ONCE = 12  # so many articles of a story count as one for how common its words are; then each counts, lest a story swallow all
CLIP = 7.0  # log-odds beyond this say no more
CANDIDATES = 24  # earlier articles compared exactly
RIVALS = 4  # stories weighed as a whole
FIRST, NEWEST = 4, 8  # members of a story that an arrival is compared with: the first ones keep it from drifting


class Grouper:
    """What has arrived so far, filed so that the next telling finds its story."""

    def __init__(self, shelf: Shelf | None = None, rulings: Iterable[Ruling] = ()) -> None:
        self._shelf: Shelf = Memory() if shelf is None else shelf
        self._past = Past(self._shelf)
        self._weigher = Weigher(self._past.rarity)
        self._copies = copies.Finder()
        self._rulings = Rulings(rulings)
        for article in sorted(self._rulings.named()):
            place = self._past.place(article)
            if place is not None:
                self._rulings.arrived(article, place)

    def add(self, telling: Telling) -> Decision:
        """Place one telling; says where and why."""
        past, place = self._past, self._past.next
        evidence, forms = gather(telling, past.rarity)
        words = evidence.marked(WORDS).tolist()
        past.rarity.learn(words)
        keys = Keys(evidence, self._weigher.take_up(evidence))
        links: dict[int, float] = {}
        self._weigh(evidence, past.near(keys, evidence, CANDIDATES), links)
        ranked = self._rank(evidence, links)
        needed = JOIN + EARLY * EARLY_HALF / (EARLY_HALF + place)
        story, rule = self._place(evidence.article, ranked, needed)
        shared: tuple[str, ...] = ()
        if ranked:
            nearest = self._nearest(links, ranked[0][1] if story is None else story)
            shared = explaining.shared(evidence, past.evidence(nearest), past.rarity, forms)
        opener = evidence.article if story is None else past.evidence(past.members(story)[0]).article
        score = round(ranked[0][0], 2) if ranked else None
        decision = Decision(evidence.article, name(opener), story is None, score, shared, rule)
        if story is not None and len(past.members(story)) < ONCE:
            past.rarity.lessen(words)
        past.put(place if story is None else story, evidence, keys, decision, telling)
        self._rulings.arrived(evidence.article, place)
        for gone in past.slide():
            self._weigher.forget(gone.article)
        return decision

    def stories(self) -> tuple[Story, ...]:
        """All stories so far, earliest first, with copies."""
        found = [self._story(members) for _, members in self._shelf.stories()]
        return tuple(sorted(found, key=lambda story: (story.first or "9999", story.id)))

    def keep(self) -> None:
        """Leave on the shelf all that a later run needs to go on from here."""
        self._past.keep()

    def _weigh(self, evidence: Evidence, places: Sequence[int], links: dict[int, float]) -> None:
        """Add the links to articles not weighed yet."""
        new = [place for place in dict.fromkeys(places) if place not in links]
        if new:
            links.update(zip(new, self._clipped(evidence, [self._past.evidence(place) for place in new]).tolist(), strict=True))

    def _rank(self, evidence: Evidence, links: dict[int, float]) -> list[tuple[float, int]]:
        """The nearest stories and how well the article fits each, best first. Adds the links it had to weigh."""
        best: dict[int, float] = defaultdict(lambda: -CLIP)
        for place, link in links.items():
            story = self._past.story(place)
            best[story] = max(best[story], link)
        rivals = sorted(best, key=lambda story: (-best[story], story))[:RIVALS]
        cores = {story: _core(self._past.members(story)) for story in rivals}
        self._weigh(evidence, [place for core in cores.values() for place in core], links)
        ranked = []
        for story, core in cores.items():
            mean = sum(links[place] for place in core) / len(core)
            ranked.append((BEST_SHARE * best[story] + (1 - BEST_SHARE) * mean, story))
        return sorted(ranked, key=lambda item: (-item[0], item[1]))

    def _place(self, article: str, ranked: list[tuple[float, int]], needed: float) -> tuple[int | None, str]:
        """The story that an article joins, None where it opens one, and why."""
        told = self._rulings.partners(article, "together")
        if told:
            stories = sorted({self._past.story(place) for _, place in told})
            for other in stories[1:]:
                self._past.merge(other, stories[0])
            return stories[0], f"joins: a person put it with {', '.join(other for other, _ in told)}"
        barred = {self._past.story(place): other for other, place in self._rulings.partners(article, "apart")}
        free = [(score, story) for score, story in ranked if story not in barred]
        if free and free[0][0] >= needed:
            merged = self._bridge(free)
            return min([free[0][1], *merged]), _joins(free[0][0], needed, len(merged))
        if ranked and ranked[0][0] >= needed:
            return None, f"opens: a person keeps it apart from {barred[ranked[0][1]]}"
        return None, _opens(ranked[0][0] if ranked else None, needed)

    def _nearest(self, links: dict[int, float], story: int) -> int:
        """The article of a story that an arrival fits best; of all near ones where none of the story was weighed."""
        inside = [place for place in links if self._past.story(place) == story] or [*links]
        return max(inside, key=lambda place: (links[place], -place))

    def _bridge(self, ranked: list[tuple[float, int]]) -> list[int]:
        """Join to the story that an article fits best the others that it fits too, where their members fit each other."""
        joined = []
        story = ranked[0][1]
        for score, other in ranked[1:]:
            if score < NEAR or self._parted(story, other):
                continue
            if self._fit(story, other) >= MERGE:
                self._past.merge(max(story, other), min(story, other))
                story = min(story, other)
                joined.append(other)
        return joined

    def _parted(self, one: int, two: int) -> bool:
        """Whether a person keeps the articles of two stories apart."""
        return self._rulings.parted({article: self._past.story(place) for article, place in self._rulings.places.items()}, one, two)

    def _fit(self, one: int, two: int) -> float:
        """The mean log-odds between the articles of two stories."""
        near = [self._past.evidence(place) for place in _core(self._past.members(two))]
        links = [self._clipped(self._past.evidence(place), near) for place in _core(self._past.members(one))]
        return float(numpy.mean(links))

    def _clipped(self, evidence: Evidence, others: Sequence[Evidence]) -> NDArray[numpy.float64]:
        return numpy.clip(self._weigher.weigh(evidence, others), -CLIP, CLIP)

    def _story(self, members: Sequence[tuple[Telling, Decision]]) -> Story:
        named = name(members[0][0].article.id)
        why = {decision.article: decision for _, decision in members}
        tellings = sorted((telling for telling, _ in members), key=earliest)
        days = sorted(t.day for t in tellings if t.day)
        return Story(
            id=named,
            title=explaining.title(tellings),
            first=days[0] if days else None,
            last=days[-1] if days else None,
            articles=tuple(t.article.id for t in tellings),
            copies=self._copies.find(tellings) if len(tellings) > 1 else (),
            decisions=tuple(replace(why[t.article.id], story=named) for t in tellings),
        )


def _opens(score: float | None, needed: float) -> str:
    if score is None:
        return "opens: no earlier article is near"
    return f"opens: the nearest story fits by {score:.1f}, {needed:.1f} needed"


def _joins(score: float, needed: float, merged: int) -> str:
    also = f"; and joins {merged} other stor{'y' if merged == 1 else 'ies'} to it" if merged else ""
    return f"joins: fits the story's articles by {score:.1f}, {needed:.1f} needed{also}"


def _core(places: Sequence[int]) -> list[int]:
    return [*places] if len(places) <= FIRST + NEWEST else [*places[:FIRST], *places[-NEWEST:]]


def name(opener: str) -> str:
    """The id of a story: of the article that opened it, so that it stays when more arrive."""
    return hashlib.sha256(opener.encode("utf-8")).hexdigest()[:12]


def earliest(telling: Telling) -> tuple[str, str, str]:
    """Order by day of publication, then by its time where known, unknown last; ties by id."""
    return (telling.day or "9999", telling.article.published or "9999", telling.article.id)
