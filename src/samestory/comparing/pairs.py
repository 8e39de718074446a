"""What two tellings give under one key: two ages of one name, two winners of one score.

Things with their keys come in; every two of two tellings under one key go out. Whether the two are the same is not asked here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations
from typing import Protocol, TypeVar

from samestory.comparing.parallels import Sentence


class Told(Protocol):
    """Something that a sentence says."""

    @property
    def sentence(self) -> Sentence: ...


Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing", bound=Told)


def of_one_key(found: Iterable[tuple[Key, Thing]]) -> Iterator[tuple[Key, Thing, Thing]]:
    """Every two things of one key that two tellings give, in order."""
    homes: dict[Key, list[Thing]] = defaultdict(list)
    for key, thing in found:
        homes[key].append(thing)
    for key, things in homes.items():
        for ours, theirs in combinations(things, 2):
            if ours.sentence.place != theirs.sentence.place:
                yield key, ours, theirs
