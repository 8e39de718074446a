"""Streaming story grouping: each arriving telling joins a story or opens one, by what came before it alone.

Tellings come in, one at a time; a `Decision` for each, and on demand all stories, go out. The stories that lie near an arrival
are looked at anew together with it (`settling`): it may join one, join two, or show that one is two; whatever came first, the
same articles end in the same stories. One setting for every set. Finds no copies: `copies` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from samestory.grouping import copies, explaining
from samestory.grouping.evidence import read, with_chiefs
from samestory.grouping.index import Keys
from samestory.grouping.links import Links
from samestory.grouping.past import Past
from samestory.grouping.reasons import Reasons, name
from samestory.grouping.rulings import Ruling, Rulings
from samestory.grouping.settling import SETTLED, Part, core, fit, more, settle
from samestory.grouping.shelf import Memory, Shelf
from samestory.grouping.signs import WORDS, Evidence
from samestory.grouping.weighing import Weigher
from samestory.model import Decision, Story, Telling

# Set on one half of the stories of news_cluster, ecbplus and gva; see changes/grouping.md for what was tried.
JOIN = 0.0  # log-odds from which on articles and stories belong together, as `settling.fit` counts them
NEAR = 0.0  # log-odds with one of its articles from which on a story is looked at anew with an arrival
SURE = 3.0  # how well an arrival fits the only story near it to join it without a look at the story itself
# Before some dozens have arrived nothing is known of the names they share by habit (one town, one official): the first
# ones need more. EARLY falls to half after EARLY_HALF articles. Cost on ECB+ cut into its 35 topics: see changes/grouping.md.
EARLY, EARLY_HALF = 4.0, 12
ONCE = 6  # so many articles of a story count as one for how common its words are; then each counts, lest a story swallow all
CANDIDATES = 24  # earlier articles compared exactly
RIVALS = 4  # stories looked at anew
# Arrivals after which all that was weighed long ago is weighed and looked at anew; later the rarity of words has settled.
RENEWED = (64, 128, 256, 512, 1024, 2048, 4096)


class Grouper:
    """What has arrived so far, filed so that the next telling finds its story."""

    def __init__(self, shelf: Shelf | None = None, rulings: Iterable[Ruling] = ()) -> None:
        self._shelf: Shelf = Memory() if shelf is None else shelf
        self._past = Past(self._shelf)
        self._weigher = Weigher(self._past.rarity)
        self._links = Links(self._weigher, self._past)
        self._copies = copies.Finder()
        self._rulings = Rulings(rulings)
        self._reasons = Reasons(self._past, self._links, self._rulings)
        for article in sorted(self._rulings.named()):
            place = self._past.place(article)
            if place is not None:
                self._rulings.arrived(article, place)

    def add(self, telling: Telling) -> Decision:
        """Place one telling; says where and why."""
        return self.place(telling, read(telling))

    def place(self, telling: Telling, evidence: Evidence) -> Decision:
        """The same, where another process has read the evidence of the telling (`evidence.read`)."""
        past = self._past
        evidence = with_chiefs(evidence, past.rarity)
        words = evidence.marked(WORDS).tolist()
        past.rarity.learn(words)
        keys = Keys(evidence, self._weigher.take_up(evidence))
        place = past.arrive(evidence)
        self._rulings.arrived(evidence.article, place)
        needed = self._needed(place)
        links = self._links.of(place, past.near(keys, evidence, CANDIDATES))
        near = {story: tuple(past.members(story)) for story in self._beside(place, links)}
        groups = self._settle(place, near, needed) if near else [[place]]
        own = next(group for group in groups if group[-1] == place)
        beside = {group[0]: tuple(group) for group in groups if group is not own} if own == [place] else near
        self._reasons.read(place, telling)
        decision = self._reasons.arrival(own, beside, links, needed)
        touched = len(near) > 1 or len(groups) > 1
        if touched:
            past.regroup([[other for other in group if other != place] for group in groups if group != [place]])
        past.put(own[0], keys, decision, telling)
        self._recount(groups if touched else [own])
        for other, group in _unsettled(near, groups) if touched else ():
            past.decide(other, self._reasons.again(other, group, groups, needed, self._reasons.arrived(place)))
        if place + 1 in RENEWED:
            self.renew()
        for gone, left in past.slide().items():
            self._links.forget(gone)
            self._weigher.forget(left.article)
        return decision

    def renew(self) -> None:
        """Look anew at what was placed when less was known of how common words are: many arrivals ago, or after few."""
        if self._past.next > RENEWED[-1]:
            return
        needed = self._needed(self._past.next - 1)
        when = f"looked at again after {self._past.next} arrivals"
        self._weigher.forget_all()
        for place in self._links.old():
            own = self._past.story(place)
            near = {story: tuple(self._past.members(story)) for story in (own, *self._beside(place, self._links.again(place)))}
            if len(near) == 1 and len(near[own]) == 1:
                continue
            parts = self._parts(near)
            groups = self._groups(parts, needed)
            if len(groups) == len(near) and all(tuple(group) in near.values() for group in groups):
                continue
            self._past.regroup(groups)
            self._recount(groups)
            for other, group in _unsettled(near, groups):
                self._past.decide(other, self._reasons.again(other, group, groups, needed, when))

    def _recount(self, groups: Iterable[Sequence[int]]) -> None:
        """A story counts once for how common its words are, and again with each article from `ONCE` on."""
        for group in groups:
            self._past.count([group[0], *group[ONCE:]], group[1:ONCE])

    def stories(self) -> tuple[Story, ...]:
        """All stories so far, earliest first, with copies."""
        found = [self._story(members) for _, members in self._shelf.stories()]
        return tuple(sorted(found, key=lambda story: (story.first or "9999", story.id)))

    def keep(self) -> None:
        """Leave on the shelf all that a later run needs to go on from here."""
        self._past.keep()

    def _beside(self, place: int, links: Mapping[int, float]) -> list[int]:
        """The stories near an arrival, nearest first, and those that a person puts it with."""
        best: dict[int, float] = {}
        for other, link in links.items():
            story = self._past.story(other)
            best[story] = max(best.get(story, link), link)
        near = sorted((story for story in best if best[story] >= NEAR), key=lambda story: (-best[story], story))[:RIVALS]
        told = self._rulings.partners(self._past.evidence(place).article, "together")
        return [*near, *sorted({self._past.story(other) for _, other in told}.difference(near))]

    def _needed(self, place: int) -> float:
        return JOIN + EARLY * EARLY_HALF / (EARLY_HALF + place)

    def _settle(self, place: int, near: Mapping[int, tuple[int, ...]], needed: float) -> list[list[int]]:
        """The articles of the stories near an arrival, and itself, in groups: each is a story from now on."""
        if len(near) == 1 and not self._rulings.places:
            (members,) = near.values()
            if fit(self._links.of(place, core(members))) >= max(SURE, needed + more(len(members) + 1, len(core(members)))):
                return [[*members, place]]
        return self._groups(self._parts({place: (place,), **near}), needed)

    def _groups(self, parts: Sequence[Part], needed: float) -> list[list[int]]:
        """The articles of some parts in groups that belong together."""
        places = {other for part in parts for other in part.places} if self._rulings.places else set()
        parted = {(_holding(parts, one), _holding(parts, two)) for one, two in self._rulings.pairs("apart", places)}
        settled = settle(parts, self._links.between([part.weighed for part in parts]), parted, needed)
        groups = [sorted(other for number in group for other in parts[number].places) for group in settled]
        for one, two in self._rulings.pairs("together", places):
            whole = sorted({other for group in groups if one in group or two in group for other in group})
            groups = [whole, *(group for group in groups if one not in group and two not in group)]
        return groups

    def _parts(self, near: Mapping[int, tuple[int, ...]]) -> list[Part]:
        """What is looked at anew: every article by itself, but for stories too large or too old for that."""
        parts: list[Part] = []
        for members in near.values():
            if len(parts) + len(members) <= SETTLED and self._past.inside(members):
                parts += [Part((other,), (other,)) for other in members]
            else:
                parts.append(Part(members, tuple(core(members))))
        return parts

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
            signed=self._copies.signed(tellings),
        )


def _holding(parts: Sequence[Part], place: int) -> int:
    return next(number for number, part in enumerate(parts) if place in part.places)


def _unsettled(near: Mapping[int, tuple[int, ...]], groups: Iterable[list[int]]) -> Iterator[tuple[int, list[int]]]:
    """The articles whose reason holds no longer, each with its group: parted from others, or no longer the first of a story."""
    for group in groups:
        inside = set(group)
        for story, members in near.items():
            here = [other for other in members if other in inside]
            if len(here) < len(members):
                yield from ((other, group) for other in here)
            elif story != group[0]:
                yield story, group


def earliest(telling: Telling) -> tuple[str, str, str]:
    """Order by day of publication, then by its time where known, unknown last; ties by id."""
    return (telling.day or "9999", telling.article.published or "9999", telling.article.id)
