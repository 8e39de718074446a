"""What a person has decided: articles that belong together, and articles that tell different events.

Pairs of article ids come in; whether an article must join a story, or two stories must stay apart, goes out. Weighs nothing:
a person's word stands above every score.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["together", "apart"]


@dataclass(frozen=True, slots=True, order=True)
class Ruling:
    """A person's word on two articles."""

    one: str
    two: str
    kind: Kind


class Rulings:
    """All rulings, by article, with the places of the articles that have arrived."""

    def __init__(self, rulings: Iterable[Ruling] = ()) -> None:
        self._partners: dict[Kind, dict[str, set[str]]] = {"together": defaultdict(set), "apart": defaultdict(set)}
        for ruling in rulings:
            self._partners[ruling.kind][ruling.one].add(ruling.two)
            self._partners[ruling.kind][ruling.two].add(ruling.one)
        self.places: dict[str, int] = {}

    def named(self) -> set[str]:
        """The articles that a person has ruled on."""
        return {article for partners in self._partners.values() for article in partners}

    def arrived(self, article: str, place: int) -> None:
        """Remember the place of an article, if it matters."""
        if any(article in partners for partners in self._partners.values()):
            self.places[article] = place

    def partners(self, article: str, kind: Kind) -> list[tuple[str, int]]:
        """The articles, and their places, that a person put together with an article, or keeps apart from it."""
        return [(other, self.places[other]) for other in sorted(self._partners[kind].get(article, ())) if other in self.places]

    def pairs(self, kind: Kind, places: Collection[int]) -> list[tuple[int, int]]:
        """The pairs of these places that a person has ruled on."""
        inside = {article: place for article, place in self.places.items() if place in places}
        ruled = ((article, other) for article in inside for other in self._partners[kind].get(article, ()))
        return sorted((inside[one], inside[two]) for one, two in ruled if one < two and two in inside)
