"""Which names of several tellings are one person's.

Names as the tellings give them come in; one fullest name for each person goes out. Two names are one person's when the
last names are equal and the first names can be ("Rob" and "Robert", "J." and "Jane"). A bare last name belongs to
nobody when the story has two people of that name: members of one family are not mixed up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from unicodedata import combining, normalize

from samestory.model import Telling
from samestory.text import fold

_TITLES = """
    mr mrs ms miss dr sir dame lord lady president senator sen rep representative gov governor mayor judge justice chief officer
    sheriff deputy sergeant sgt detective captain capt lieutenant lt colonel col general gen major maj corporal cpl private minister
    prime chancellor king queen prince princess pope bishop archbishop reverend rev father sister brother professor prof coach
    spokesman spokeswoman spokesperson actor actress singer director"""
_SUFFIXES = "jr sr ii iii iv phd md esq"
TITLES = frozenset(_TITLES.split())
SUFFIXES = frozenset(_SUFFIXES.split())


class Persons:
    """The people of one story."""

    def __init__(self, names: Iterable[str]) -> None:
        families: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        distinct = sorted({*names}, key=_fullest_first)
        for name in distinct:
            parts = parts_of(name)
            if parts and not _several(parts):
                families[parts[-1]].append(parts)
        self._families = {last: _members(given) for last, given in families.items()}
        self._shown: dict[str, str] = {}
        for name in distinct:
            identity = self.identity(name)
            if identity is not None:
                self._shown.setdefault(identity, name)

    def identity(self, name: str | None) -> str | None:
        """A key that two names share when they are one person's; None where that cannot be told."""
        parts = parts_of(name or "")
        if not parts:
            return None
        if _several(parts):
            return " ".join(parts)
        members = self._families.get(parts[-1], [])
        if len(parts) == 1 and len(members) > 1:
            return None
        homes = [member for member in members if parts in member] or [
            member for member in members if all(_one_person(parts, other) for other in member)
        ]
        if len(homes) != 1:
            return None
        return min((" ".join(given) for given in homes[0]), key=lambda name: (-name.count(" "), -len(name), name))

    def shown(self, name: str) -> str:
        """The fullest name known for this person."""
        identity = self.identity(name)
        return self._shown.get(identity, name) if identity else name

    def same(self, one: str | None, other: str | None) -> bool:
        """Whether both names are known to be one person's."""
        identity = self.identity(one)
        return identity is not None and identity == self.identity(other)


def in_full(name: str) -> bool:
    """Whether a name has a first and a last part.

    >>> in_full("Captain Joel Tarn"), in_full("Captain Tarn")
    (True, False)
    """
    return len(parts_of(name)) > 1


def of_story(tellings: Sequence[Telling]) -> Persons:
    """The people that the tellings name, speak of or quote."""
    names = [person.name for telling in tellings for person in telling.people]
    names += [quote.speaker.name for telling in tellings for quote in telling.quotes if quote.speaker and quote.speaker.name]
    names += [fact.about for telling in tellings for fact in telling.facts if fact.kind in ("age", "role")]
    names += [str(fact.value) for telling in tellings for fact in telling.facts if fact.kind == "name" and fact.value]
    return Persons(names)


def _fullest_first(name: str) -> tuple[int, str]:
    return -len(name), name


def parts_of(name: str) -> tuple[str, ...]:
    """The parts of a name as they are compared: without titles, suffixes and marks."""
    plain = "".join(letter for letter in normalize("NFKD", fold(name)) if not combining(letter))  # "François", "Francois"
    words = [word.strip(".,'\"") for word in plain.casefold().replace(".", ". ").split()]
    words = [word.removesuffix("'s") for word in words if word and word not in SUFFIXES]
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    return tuple(words)


def _several(parts: tuple[str, ...]) -> bool:
    """ "Ann Marrow and Carl Marrow" are two, and neither of them."""
    return "and" in parts[1:-1] or "&" in parts[1:-1]


def _members(given: list[tuple[str, ...]]) -> list[list[tuple[str, ...]]]:
    """Names with one last name, parted into people; bare last names join only where there is one person."""
    members: list[list[tuple[str, ...]]] = []
    for parts in sorted(given, key=lambda parts: (-len(parts), parts)):
        if len(parts) == 1:
            continue
        home = [member for member in members if all(_one_person(parts, other) for other in member)]
        if len(home) == 1:
            home[0].append(parts)
        else:
            members.append([parts])
    return members or [[parts for parts in given if len(parts) == 1]]


def _one_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[-1] == other[-1]
    short, long = sorted((one[0], other[0]), key=len)
    same_first = long.startswith(short) and (len(short) == 1 or len(short) >= 3 or short == long)
    middles = (one[1:-1], other[1:-1])
    if same_first and all(middles):
        return middles[0][0][0] == middles[1][0][0]
    return same_first
