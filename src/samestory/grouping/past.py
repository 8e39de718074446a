"""What has arrived: the newest articles in memory, all of them on a shelf.

Placed articles go in; evidence, stories and members come out, from memory where they are of the window and else from the
shelf. Weighs and decides nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from samestory.grouping import index
from samestory.grouping.background import Rarity
from samestory.grouping.index import Index, Keys
from samestory.grouping.shelf import Shelf
from samestory.grouping.signs import CHIEF, WORDS, Evidence, unpacked
from samestory.model import Decision, Telling

SLIDE = 8  # the window slides by this part of it at a time
MOST_NAMED = 120  # articles outside the window looked up under one chief name, newest first
MOST_FOUND = 12  # of them compared exactly
FEWEST_NAMES = 2  # chief names that such an article shares with the one that arrives


class Past:
    """The articles that have arrived, and the stories they are in."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._evidence: dict[int, Evidence] = {}  # of the window
        self._story: dict[int, int] = {}  # of the window
        self._members: dict[int, list[int]] = {}  # of stories met lately
        self._uncounted: set[int] = set()  # articles whose words do not count, because their story has been counted
        self.rarity = Rarity()
        self.index = Index()
        self.next = 0  # place of the next arrival
        self._first = 0  # the first place of the window
        self._take_up()

    def near(self, keys: Keys, evidence: Evidence, most: int) -> list[int]:
        """The places of earlier articles worth comparing with one that arrives."""
        near = self.index.near(keys, most)
        if self._first:
            near += self._long_ago(evidence)
        return near

    def evidence(self, place: int) -> Evidence:
        return self._evidence.get(place) or unpacked(*self._shelf.evidence(place))

    def title(self, place: int) -> str | None:
        return self._shelf.title(self.evidence(place).article)

    def text(self, place: int) -> str:
        return self._shelf.text(self.evidence(place).article) or ""

    def story(self, place: int) -> int:
        return self._story[place] if place in self._story else self._shelf.story(place)

    def place(self, article: str) -> int | None:
        return self._shelf.place(article)

    def members(self, story: int) -> list[int]:
        """The places of a story's articles, in order of arrival."""
        known = self._members.get(story)
        if known is None:
            known = self._members[story] = self._shelf.members(story)
        return known

    def arrive(self, evidence: Evidence) -> int:
        """Hold the evidence of the article that is arriving, before it has a story; its place comes back."""
        self._evidence[self.next] = evidence
        return self.next

    def put(self, story: int, keys: Keys, decision: Decision, telling: Telling) -> None:
        """Add the article that has arrived."""
        place = self.next
        self._story[place] = story
        if story == place:
            self._members[place] = [place]
        else:
            self.members(story).append(place)
        self.index.file(keys, place)
        self._shelf.put(place, story, self._evidence[place].packed(), decision, telling)
        self.next = place + 1

    def regroup(self, groups: Sequence[list[int]]) -> None:
        """All the articles of some stories, parted anew: each group is a story, named by its first article."""
        before = {place: self.story(place) for places in groups for place in places}
        for story in {*before.values()}:
            self._members.pop(story, None)
        for places in groups:
            story = min(places)
            moved = [place for place in places if before[place] != story]
            self._members[story] = sorted(places)
            self._story.update((place, story) for place in moved if place in self._story)
            if moved:
                self._shelf.move(moved, story)

    def count(self, counted: Iterable[int], uncounted: Iterable[int]) -> None:
        """The words of these articles count for how common words are, those of others do not.

        What has left the window stays as it was counted: it is not remembered which of it was.
        """
        for place in self._uncounted.intersection(counted):
            self._uncounted.remove(place)
            if place >= self.rarity.halved:
                self.rarity.count(self.evidence(place).marked(WORDS).tolist(), 1.0)
        for place in {place for place in uncounted if place >= self._first} - self._uncounted:
            self._uncounted.add(place)
            if place >= self.rarity.halved:
                self.rarity.count(self.evidence(place).marked(WORDS).tolist(), -1.0)

    def decide(self, place: int, decision: Decision) -> None:
        """Another reason why an article is where it is."""
        self._shelf.decide(place, decision)

    def inside(self, places: Sequence[int]) -> bool:
        """Whether all of these articles are of the window."""
        return places[0] >= self._first

    def slide(self) -> dict[int, Evidence]:
        """Let go of what has left the window, now and then; returns it."""
        if self.next - self._first < index.WINDOW + index.WINDOW // SLIDE:
            return {}
        first = self.next - index.WINDOW
        left = range(self._first, first)
        gone = {place: self._evidence.pop(place) for place in left}
        self._shelf.retire((name, place) for place, evidence in gone.items() for name in evidence.marked(CHIEF).tolist())
        for place in left:
            del self._story[place]
        self._uncounted.difference_update(left)
        self._members = {story: places for story, places in self._members.items() if places[-1] >= first}
        self._first = first
        self.index.slide(first)
        return gone

    def keep(self) -> None:
        """Leave on the shelf all that a later run takes up."""
        self._shelf.count(self.rarity.kept())

    def _long_ago(self, evidence: Evidence) -> list[int]:
        """The newest articles outside the window that share chief names with one that arrives."""
        found = Counter(place for name in evidence.marked(CHIEF).tolist() for place in self._shelf.named(name, MOST_NAMED))
        return sorted((place for place, times in found.items() if times >= FEWEST_NAMES), reverse=True)[:MOST_FOUND]

    def _take_up(self) -> None:
        counted = self._shelf.counted()
        if counted is None:
            return
        self.rarity.restore(counted)
        for place, story, article, packed in self._shelf.newest(index.WINDOW):
            evidence = unpacked(article, packed)
            self._first = self._first if self._evidence else place
            self._evidence[place] = evidence
            self._story[place] = story
            self.index.file(Keys(evidence, evidence.weights(self.rarity)), place)
            self.next = place + 1
        self.index.slide(self._first)
