"""Where a grouper keeps what it has placed: every article's evidence (as bytes), story and decision, by row.

Rows come in and go out; `Memory` keeps them in this process, `samestory.store.Rows` in samestory.db. Decides nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from samestory.model import Decision, Telling

Counted = tuple[int, float, bytes, bytes]  # the state of `background.Rarity`


class Shelf(Protocol):
    """What a grouper asks of the place where its rows are kept. A place is an article's number in the order of arrival."""

    def put(self, place: int, story: int, evidence: bytes, decision: Decision, telling: Telling) -> None:
        """Keep one more article. A story is named by the place of the article that opened it."""

    def move(self, places: Sequence[int], story: int) -> None:
        """These articles are of this story from now on."""

    def decide(self, place: int, decision: Decision) -> None:
        """Keep another decision on an article."""

    def retire(self, names: Iterable[tuple[int, int]]) -> None:
        """File the places of articles that leave the window under their chief names."""

    def named(self, name: int, most: int) -> list[int]:
        """The places of retired articles that have a chief name, newest first."""

    def evidence(self, place: int) -> tuple[str, bytes]:
        """The id of an article, and its evidence."""

    def title(self, article: str) -> str | None:
        """The title of an article, where it has one."""

    def text(self, article: str) -> str | None:
        """The text of an article."""

    def place(self, article: str) -> int | None:
        """The place of an article by its id."""

    def story(self, place: int) -> int:
        """The story of an article."""

    def members(self, story: int) -> list[int]:
        """The places of a story's articles, in order of arrival."""

    def newest(self, most: int) -> Iterator[tuple[int, int, str, bytes]]:
        """Place, story, id and evidence of the newest articles, in order of arrival: what a new run takes up."""

    def count(self, counted: Counted) -> None:
        """Keep what has been counted."""

    def counted(self) -> Counted | None:
        """What had been counted when last kept."""

    def stories(self) -> Iterator[tuple[int, list[tuple[Telling, Decision]]]]:
        """Every story with its articles, in order of arrival."""


class Memory:
    """A shelf that lives as long as this process."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, bytes, Decision, Telling]] = []
        self._places: dict[str, int] = {}
        self._story: dict[int, int] = {}
        self._members: dict[int, list[int]] = defaultdict(list)
        self._retired: dict[int, list[int]] = defaultdict(list)
        self._counted: Counted | None = None

    def put(self, place: int, story: int, evidence: bytes, decision: Decision, telling: Telling) -> None:
        self._rows.append((decision.article, evidence, decision, telling))
        self._places[decision.article] = place
        self._members[story].append(place)
        self._story[place] = story

    def move(self, places: Sequence[int], story: int) -> None:
        for place in places:
            self._members[self._story[place]].remove(place)
            self._story[place] = story
        self._members[story] = sorted([*self._members[story], *places])

    def decide(self, place: int, decision: Decision) -> None:
        article, evidence, _, telling = self._rows[place]
        self._rows[place] = (article, evidence, decision, telling)

    def retire(self, names: Iterable[tuple[int, int]]) -> None:
        for name, place in names:
            self._retired[name].append(place)

    def named(self, name: int, most: int) -> list[int]:
        return self._retired[name][: -most - 1 : -1] if name in self._retired else []

    def evidence(self, place: int) -> tuple[str, bytes]:
        return self._rows[place][:2]

    def title(self, article: str) -> str | None:
        place = self._places.get(article)
        return None if place is None else self._rows[place][3].article.title

    def text(self, article: str) -> str | None:
        place = self._places.get(article)
        return None if place is None else self._rows[place][3].article.text

    def place(self, article: str) -> int | None:
        return self._places.get(article)

    def story(self, place: int) -> int:
        return self._story[place]

    def members(self, story: int) -> list[int]:
        return [*self._members[story]]

    def newest(self, most: int) -> Iterator[tuple[int, int, str, bytes]]:
        for place in range(max(0, len(self._rows) - most), len(self._rows)):
            yield place, self._story[place], *self._rows[place][:2]

    def count(self, counted: Counted) -> None:
        self._counted = counted

    def counted(self) -> Counted | None:
        return self._counted

    def stories(self) -> Iterator[tuple[int, list[tuple[Telling, Decision]]]]:
        for story, places in sorted(self._members.items()):
            if places:
                yield story, [(self._rows[place][3], self._rows[place][2]) for place in places]
