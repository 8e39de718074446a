"""Things that belong together, joined pair by pair.

A number of things and pairs of them come in; groups go out. Which pairs belong together is decided elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


def join(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The groups of 0 ... count-1 that the pairs make, each in order, in order of their first members.

    >>> join(5, [(0, 3), (3, 4)])
    [[0, 3, 4], [1], [2]]
    """
    home = list(range(count))
    for one, other in pairs:
        ours, theirs = _root(home, one), _root(home, other)
        home[max(ours, theirs)] = min(ours, theirs)
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(count):
        groups[_root(home, at)].append(at)
    return [groups[first] for first in sorted(groups)]


def _root(home: list[int], at: int) -> int:
    while home[at] != at:
        home[at] = home[home[at]]
        at = home[at]
    return at
