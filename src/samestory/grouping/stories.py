"""Streaming story grouping: each arriving telling joins a story or opens one, by what came before it alone.

Tellings come in, one at a time; a `Decision` for each, and on demand all stories, go out. An article joins the story
whose members it fits best when the log-odds learnt in `weighing` reach a fixed mark; one setting for every set. A
later arrival that fits two stories joins them when their members fit each other too. Finds no copies: `copies` does.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field, replace

from samestory.grouping import copies, explaining
from samestory.grouping.background import Rarity
from samestory.grouping.evidence import Evidence, gather
from samestory.grouping.index import Index
from samestory.grouping.weighing import Weigher
from samestory.model import Decision, Story, Telling

# Set on one half of the stories of news_cluster, ecbplus and gva; see changes/grouping.md for what was tried.
JOIN = 1.0  # log-odds from which on an article joins
MERGE = 2.0  # log-odds between the members of two stories from which on an arrival that fits both joins them
# Before some dozens have arrived nothing is known of the names they share by habit (one town, one official): the first
# ones need more. EARLY falls to half after EARLY_HALF articles. Cost on ECB+ cut into its 35 topics: see changes/grouping.md.
EARLY, EARLY_HALF = 2.5, 4
BEST_SHARE = 0.7  # of the best member's log-odds in a story's score; the rest is the mean over its members
CLIP = 7.0  # log-odds beyond this say no more
CANDIDATES = 24  # earlier articles compared exactly
RIVALS = 4  # stories weighed as a whole
FIRST, NEWEST = 4, 8  # members of a story that an arrival is compared with: the first ones keep it from drifting


@dataclass(slots=True)
class _Group:
    places: list[int]  # of its articles, in order of arrival
    decisions: dict[str, Decision] = field(default_factory=dict)


class Grouper:
    """What has arrived so far, filed so that the next telling finds its story."""

    def __init__(self) -> None:
        self._rarity = Rarity()
        self._index = Index(self._rarity)
        self._weigher = Weigher(self._rarity)
        self._tellings: list[Telling] = []
        self._evidence: list[Evidence] = []
        self._group_of: list[int] = []
        self._groups: dict[int, _Group] = {}
        self._copies = copies.Finder()

    def add(self, telling: Telling) -> Decision:
        """Place one telling; says where and why."""
        evidence, forms = gather(telling, self._rarity)
        self._rarity.learn(evidence.words())
        keys = self._index.keys(evidence)
        near = self._index.near(keys, evidence, CANDIDATES)
        links = {place: self._weigh(evidence, place) for place in near}
        ranked = self._rank(evidence, links)
        place = len(self._evidence)
        self._tellings.append(telling)
        self._evidence.append(evidence)
        self._index.file(keys, evidence, place)
        needed = JOIN + EARLY * EARLY_HALF / (EARLY_HALF + place)
        joins = bool(ranked) and ranked[0][0] >= needed
        number = ranked[0][1] if joins else place
        shared: tuple[str, ...] = ()
        if ranked:
            nearest = max((p for p in links if self._group_of[p] == ranked[0][1]), key=lambda p: (links[p], -p))
            shared = explaining.shared(evidence, self._evidence[nearest], self._rarity, forms)
        self._group_of.append(number)
        if joins:
            self._groups[number].places.append(place)
            rule = f"joins: fits the story's articles by {ranked[0][0]:.1f}, {needed:.1f} needed"
            merged = self._bridge(number, ranked[1:])
            if merged:
                rule += f"; and joins {merged} other stor{'y' if merged == 1 else 'ies'} to it"
        else:
            self._groups[number] = _Group([place])
            rule = (
                f"opens: the nearest story fits by {ranked[0][0]:.1f}, {needed:.1f} needed"
                if ranked
                else "opens: no earlier article is near"
            )
        number = self._group_of[place]
        opener = self._evidence[self._groups[number].places[0]].article
        decision = Decision(evidence.article, name(opener), not joins, round(ranked[0][0], 2) if ranked else None, shared, rule)
        self._groups[number].decisions[evidence.article] = decision
        return decision

    def stories(self) -> tuple[Story, ...]:
        """All stories so far, earliest first, with copies."""
        found = [self._story(group) for group in self._groups.values()]
        return tuple(sorted(found, key=lambda story: (story.first or "9999", story.id)))

    def _weigh(self, evidence: Evidence, place: int) -> float:
        return max(-CLIP, min(CLIP, self._weigher.weigh(evidence, self._evidence[place])))

    def _rank(self, evidence: Evidence, links: dict[int, float]) -> list[tuple[float, int]]:
        """The nearest stories and how well the article fits each, best first. Adds the links it had to weigh."""
        best: dict[int, float] = defaultdict(lambda: -CLIP)
        for place, link in links.items():
            best[self._group_of[place]] = max(best[self._group_of[place]], link)
        rivals = sorted(best, key=lambda number: (-best[number], number))[:RIVALS]
        ranked = []
        for number in rivals:
            core = _core(self._groups[number].places)
            for place in core:
                if place not in links:
                    links[place] = self._weigh(evidence, place)
            values = [links[place] for place in core]
            ranked.append((BEST_SHARE * best[number] + (1 - BEST_SHARE) * sum(values) / len(values), number))
        return sorted(ranked, key=lambda item: (-item[0], item[1]))

    def _bridge(self, number: int, rivals: list[tuple[float, int]]) -> int:
        """Join to a story the others that its newest article fits too, where their members fit each other."""
        merged = 0
        for score, other in rivals:
            if score < JOIN or other not in self._groups:
                continue
            ours, theirs = self._groups[number].places, self._groups[other].places
            links = [self._weigh(self._evidence[one], two) for one in _core(ours) for two in _core(theirs)]
            if sum(links) / len(links) >= MERGE:
                self._merge(min(number, other), max(number, other))
                number = min(number, other)
                merged += 1
        return merged

    def _merge(self, kept: int, gone: int) -> None:
        group = self._groups.pop(gone)
        for place in group.places:
            self._group_of[place] = kept
        self._groups[kept].places = sorted([*self._groups[kept].places, *group.places])
        self._groups[kept].decisions.update(group.decisions)

    def _story(self, group: _Group) -> Story:
        tellings = sorted((self._tellings[place] for place in group.places), key=earliest)
        opener = self._evidence[group.places[0]].article
        named = name(opener)
        days = sorted(t.day for t in tellings if t.day)
        return Story(
            id=named,
            title=explaining.title(tellings),
            first=days[0] if days else None,
            last=days[-1] if days else None,
            articles=tuple(t.article.id for t in tellings),
            copies=self._copies.find(tellings) if len(tellings) > 1 else (),
            decisions=tuple(replace(group.decisions[t.article.id], story=named) for t in tellings),
        )


def _core(places: list[int]) -> list[int]:
    return places if len(places) <= FIRST + NEWEST else places[:FIRST] + places[-NEWEST:]


def name(opener: str) -> str:
    """The id of a story: of the article that opened it, so that it stays when more arrive."""
    return hashlib.sha256(opener.encode("utf-8")).hexdigest()[:12]


def earliest(telling: Telling) -> tuple[str, str, str]:
    """Order by day of publication, then by its time where known, unknown last; ties by id."""
    return (telling.day or "9999", telling.article.published or "9999", telling.article.id)
