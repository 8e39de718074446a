"""Facts of several tellings lined up: the same kind of value, of the same thing.

Tellings in story order come in; lines go out, each with the statements of it in all tellings. Two statements are laid
in one line only where what they are about, the people, the days and the places in their sentences allow it: the same
number said of different things must not meet. Whether the values agree is not decided here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samestory.comparing import wording
from samestory.comparing.persons import Persons
from samestory.comparing.rarity import Rarity
from samestory.comparing.tellers import sentence_around
from samestory.model import Fact, FactKind, Telling

# Words that newsrooms use for one outcome; the first names the line.
OUTCOMES = {
    "killed": "kill killed kills killing dead die died dies dying death deaths fatality fatalities fatal fatally lives slain perished",
    "injured": "injure injured injures injury injuries wound wounded wounds hurt",
    "missing": "missing unaccounted",
    "arrested": "arrest arrested arrests detained detain detains custody",
    "rescued": "rescue rescued saved freed",
}
ANYBODY = "person people persons individual individuals human humans life"
_OUTCOME_OF = {word: outcome for outcome, words in OUTCOMES.items() for word in words.split()}
_ANYBODY = frozenset(ANYBODY.split())
# "was 19 when", "at the age of 12", "then 34": an age of another time.
_ANOTHER_TIME = re.compile(
    r"\b(?:when (?:he|she|they|i|we)|at (?:the )?age|at the time|aged? of|then|turn(?:s|ed|ing)?|would be|will be)\b", re.I
)

# Share of the lighter sentence's weight that two statements must have in common, besides their values. What is said of
# "people killed" is plain by itself; what is said of "percent" or "deal" needs its sentence.
CONTEXT: dict[FactKind, float] = {"count": 0.3, "money": 0.35, "percent": 0.4, "measure": 0.35, "date": 0.3, "place": 0.3, "name": 0.2}
CONTEXT_OF_OUTCOME = 0.15


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact with what is needed to weigh it."""

    place: int  # of the telling in the story
    telling: Telling
    fact: Fact
    matter: frozenset[str]  # of its sentence, without the value
    days: tuple[tuple[str, str], ...]  # that its sentence names
    places: frozenset[str]  # that its sentence names


@dataclass(frozen=True, slots=True)
class Line:
    """Statements of one thing, in story order."""

    kind: FactKind
    about: str
    outcome: str | None  # "killed", "injured" ... for counts of people
    stated: tuple[Stated, ...]

    @property
    def tellings(self) -> int:
        return len({one.place for one in self.stated})


def line_up(tellings: Sequence[Telling], persons: Persons) -> Iterator[Line]:
    """All lines of the story, also those of one telling only."""
    stated = [_stated(place, telling, fact) for place, telling in enumerate(tellings) for fact in telling.facts]
    rarity = Rarity([one.matter for one in stated])
    keyed: dict[tuple[str, ...], list[Stated]] = defaultdict(list)
    for one in stated:
        key = _key(one.fact, persons)
        if key is not None and not _of_another_time(one):
            keyed[key].append(one)
    for key in sorted(keyed):
        for together in _parted(keyed[key], rarity):
            yield _line(together, persons)


def outcome_of(about: str) -> str | None:
    """The outcome that a count is about.

    >>> outcome_of("people wounded"), outcome_of("boats")
    ('injured', None)
    """
    found = {_OUTCOME_OF[key] for key in wording.keys(about) if key in _OUTCOME_OF}
    return found.pop() if len(found) == 1 else None


def _line(stated: Sequence[Stated], persons: Persons) -> Line:
    first = stated[0].fact
    about = persons.shown(first.about) if first.kind in ("age", "role") else first.about
    outcome = outcome_of(first.about) if first.kind == "count" else None
    return Line(first.kind, about, outcome, tuple(stated))


def _stated(place: int, telling: Telling, fact: Fact) -> Stated:
    sentence = sentence_around(telling, fact.span) or fact.span
    words = telling.article.text[sentence.start : fact.span.start] + " " + telling.article.text[fact.span.end : sentence.end]
    days = tuple(
        (time.first, time.last)
        for time in telling.times
        if sentence.holds(time.span) and time.first and time.last and time.type in ("DATE", "TIME") and _short(time.first, time.last)
    )
    places = frozenset(name.name.casefold() for name in telling.names if name.kind == "place" and sentence.holds(name.span))
    return Stated(place, telling, fact, wording.matter(words) - _stems_of(fact), days, places)


def _stems_of(fact: Fact) -> frozenset[str]:
    """What two facts of one line share anyhow."""
    outcome = outcome_of(fact.about) if fact.kind == "count" else None
    return wording.matter(f"{fact.about} {OUTCOMES.get(outcome or '', '')} {ANYBODY if outcome else ''}")


def _short(first: str, last: str) -> bool:
    return first[:7] == last[:7]


def _key(fact: Fact, persons: Persons) -> tuple[str, ...] | None:
    """What two facts must share to be laid in one line; None where the fact is of nothing in particular."""
    if fact.kind in ("age", "role"):
        identity = persons.identity(fact.about)
        return (fact.kind, identity) if identity else None
    about = _about(fact)
    if not about or (fact.kind == "count" and about == {"person"}):
        return None
    unit = "" if fact.kind == "count" else _unit(fact)
    return (fact.kind, unit, *sorted(about))


def _about(fact: Fact) -> frozenset[str]:
    """The stems of what the fact is about; words for one outcome, and for people, are one."""
    words = f"{fact.about} {fact.unit or ''}" if fact.kind == "count" else fact.about
    named = [key for key in wording.keys(words) if key not in wording.LIGHT]
    told = {_OUTCOME_OF.get(key, "person" if key in _ANYBODY else wording.stem(key)) for key in named}
    return frozenset(told - {""})


def _unit(fact: Fact) -> str:
    return wording.stem(fact.unit.casefold()) if fact.unit else ""


def _of_another_time(one: Stated) -> bool:
    """Whether an age is not the person's age now."""
    if one.fact.kind != "age":
        return False
    text, span = one.telling.article.text, one.fact.span
    return bool(_ANOTHER_TIME.search(text[max(0, span.start - 24) : span.end + 16]))


def _parted(stated: Sequence[Stated], rarity: Rarity) -> Iterator[list[Stated]]:
    """Statements with one key, parted where their sentences speak of different things."""
    groups: list[list[Stated]] = []
    for one in stated:
        home = next((group for group in groups if all(_may_meet(one, other, rarity) for other in group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    yield from groups


def _may_meet(one: Stated, other: Stated, rarity: Rarity) -> bool:
    """Whether two statements can be of one thing."""
    kind = one.fact.kind
    if kind in ("age", "role"):
        return True
    if one.days and other.days and not any(a <= d and c <= b for a, b in one.days for c, d in other.days):
        return False
    if one.places and other.places and not _places_meet(one.places, other.places):
        return False
    needed = CONTEXT_OF_OUTCOME if kind == "count" and outcome_of(one.fact.about) else CONTEXT.get(kind, 0.3)
    return _context(one, other, rarity) >= needed


def _places_meet(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(one in other or other in one for one in ours for other in theirs)


def _context(one: Stated, other: Stated, rarity: Rarity) -> float:
    """The share of the lighter sentence's weight that both have."""
    lighter = min(rarity.total(one.matter), rarity.total(other.matter))
    return rarity.total(one.matter & other.matter) / lighter if lighter else 0.0
