"""One person's name in several spellings: "Ann Harwick" and "Anne Harwick", "Mohamed Tarn" and "Mohammed Tarn".

Tellings in story order come in; points go out. Two names are one person's where all their parts but one are equal, the
parts that are not are a letter apart or sound alike, and no telling knows both. Which spelling is right is not decided.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import OSA

from samestory.comparing import tellers, wording
from samestory.comparing.clusters import join
from samestory.comparing.persons import SUFFIXES, parts_of
from samestory.model import Evidence, Person, Point, Span, Telling
from samestory.text import listed

SHORTEST = 4  # letters; "Lee" and "Lea" are two names, "Tim" and "Kim" two people
NAMED = 3  # outlets in one sentence; more are counted
WRITTEN = "it is one name, written in {} ways"
MISSPELT = "the name is spelled in {} ways, of which {} may be a mistake"

# Words of Arabic names; "Al-Tarn"
PARTICLES = frozenset({"al", "el", "bin", "ibn", "abu", "abd", "ould", "bint", "ul", "ullah"})
_PREFIXED = re.compile(r"(?:al|el|abu|abdul?|bin)-", re.I)
_LETTERS = (("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("dj", "j"), ("zh", "j"), ("ou", "a"), ("w", "v"), ("c", "k"))
_VOWELS = re.compile(r"[aeiouy]+")
_TWICE = re.compile(r"(.)\1+")
# Families of spellings of names that come from other alphabets; what stands in one line is one name.
_FAMILIES = """
    mohammed mohamed mohammad muhammad mohamad mohamud mahamed muhammed
    ahmed ahmad ahmet
    hussein hussain husain hossein husayn
    abdul abdel abdal abd
    sisi sissi
    yusuf yousef youssef yousuf yussef
    omar umar
    osama usama
    said saeed sayed syed saied sayyid
    hassan hasan
    ali aly
    sergei sergey
    alexei aleksei alexey
    dmitry dmitri dmitriy
    yuri yury
    vladimir wladimir
    oleksandr alexander aleksandr
    kadyrov qadyrov
    qassem qasem qassim qasim qassam kassem kasem
    soleimani suleimani sulaimani soleymani
    gaddafi qaddafi gadhafi qadhafi kadafi khadafy
    ibrahim ebrahim
    khalid khaled
    walid waleed
    rashid rasheed
    nasser naser nasir
    faisal faysal
    aziz azeez
    abdulaziz abdelaziz abdulazeez
    rouhani ruhani rohani
    zelensky zelenskiy zelenskyy
    tymoshenko timoshenko
    dzhokhar dzhokar djohar
    tsarnaev tsarnayev"""
_FAMILY = {name: number for number, line in enumerate(_FAMILIES.strip().splitlines()) for name in line.split()}
_SLAVIC = listed("sergei alexei dmitry yuri vladimir oleksandr zelensky tymoshenko dzhokhar tsarnaev kadyrov")
_ARABIC = frozenset(name for line in _FAMILIES.strip().splitlines() if line.split()[0] not in _SLAVIC for name in line.split())


@dataclass(frozen=True, slots=True)
class _Named:
    """A spelling with those who use it."""

    parts: tuple[str, ...]
    given: Mapping[int, Person]  # by place of the telling

    @property
    def roles(self) -> frozenset[str]:
        words = [word for person in self.given.values() if person.role for word in wording.keys(person.role)]
        return frozenset(wording.stem(word) for word in words if not wording.light(word))


def find(tellings: Sequence[Telling], named: Mapping[str, str]) -> Iterator[Point]:
    """One point for each person whose name the tellings spell in several ways."""
    names = _names(tellings)
    pairs = [(one, other) for one, other in _candidates(names) if _one_person(names[one], names[other])]
    for group in join(len(names), pairs):
        if len(group) > 1:
            linked = {(min(pair), max(pair)) for pair in pairs if pair[0] in group}
            yield from (_point([names[at] for at in part], tellings, named) for part in _parts(group, linked, names))


def _parts(group: Sequence[int], linked: set[tuple[int, int]], names: Sequence[_Named]) -> Iterator[list[int]]:
    """Names that are only written in another way, each lot by itself; then one of each lot, where they may be mistakes of each other."""
    alike = [(here, there) for here, there in combinations(range(len(group)), 2) if _only_written(names[group[here]], names[group[there]])]
    lots = sorted(([group[at] for at in lot] for lot in join(len(group), alike)), key=lambda lot: (-len(lot), lot))
    yield from (lot for lot in lots if len(lot) > 1)
    if len(lots) == len(group):
        yield list(group)
    elif len(lots) > 1:
        hub = max(lots[0], key=lambda at: (sum(at in pair for pair in linked), len(names[at].given), -at))
        others = [next((at for at in lot if (min(hub, at), max(hub, at)) in linked), None) for lot in lots[1:]]
        apart = [at for at in others if at is not None]
        if apart:
            yield [hub, *apart]


def _names(tellings: Sequence[Telling]) -> list[_Named]:
    given: dict[tuple[str, ...], dict[int, Person]] = defaultdict(dict)
    for place, telling in enumerate(tellings):
        for person in telling.people:
            parts = parts_of(person.name)
            if len(parts) > 1 and _mention(telling, person) is not None:
                given[parts].setdefault(place, person)
    return [_Named(parts, given[parts]) for parts in sorted(given)]


def _candidates(names: Sequence[_Named]) -> Iterator[tuple[int, int]]:
    """Names that share a part, or sound alike in all."""
    rows: dict[object, list[int]] = defaultdict(list)
    for at, name in enumerate(names):
        shared = {(len(name.parts), place, part) for place, part in enumerate(name.parts)}
        for key in {*shared, tuple(map(_sound, name.parts)), _run_on(name.parts)}:
            rows[key].append(at)
    yield from sorted({pair for row in rows.values() for pair in combinations(row, 2)})


def _one_person(one: _Named, other: _Named) -> bool:
    if one.given.keys() & other.given.keys():
        return False
    if len(one.parts) != len(other.parts):
        return _run_on(one.parts) == _run_on(other.parts)
    unlike = [(ours, theirs) for ours, theirs in zip(one.parts, other.parts, strict=True) if ours != theirs]
    if not unlike or any(
        ours.startswith(theirs) or theirs.startswith(ours) for ours, theirs in unlike if min(len(ours), len(theirs)) < SHORTEST
    ):
        return False
    if all(_written(*pair) for pair in unlike) or _transliterated(one, other, unlike):
        return True
    if len(unlike) > 1 or not _alike(*unlike[0]):
        return False
    # A first name that is a letter apart can be a brother's; he has not the same role.
    return one.parts[-1] != other.parts[-1] or bool(one.roles & other.roles)


def _alike(one: str, other: str) -> bool:
    """Whether two parts are a letter apart or sound alike; "Steve" and "Steven" are two forms of a name, and no mistake."""
    if one.startswith(other) or other.startswith(one) or max(len(one), len(other)) < SHORTEST:
        return False
    return _sound(one) == _sound(other) or OSA.distance(one, other) == 1


def _only_written(one: _Named, other: _Named) -> bool:
    if _run_on(one.parts) == _run_on(other.parts):
        return True
    if len(one.parts) != len(other.parts):
        return False
    unlike = [pair for pair in zip(one.parts, other.parts, strict=True) if pair[0] != pair[1]]
    return all(_written(*pair) for pair in unlike) or _transliterated(one, other, unlike)


def _transliterated(one: _Named, other: _Named, unlike: Sequence[tuple[str, str]]) -> bool:
    """Whether a name has a part that is Arabic or Persian, and what is not alike in two forms of it sounds alike: "Fayez", "Faiz"."""
    foreign = all(any(part in _ARABIC or part in PARTICLES or _PREFIXED.match(part) for part in name.parts) for name in (one, other))
    return foreign and all(_written(*pair) or _heard(pair[0]) == _heard(pair[1]) for pair in unlike)


def _heard(part: str) -> str:
    """The sound of a part, with the letters one that each house chooses for a sound that ours do not write.

    >>> _heard("fayez") == _heard("faiz"), _heard("qasim") == _heard("kassem"), _heard("tarik") == _heard("tamik")
    (True, True, False)
    """
    sound = _sound(re.sub(r"^(?:al|el)-", "", part))
    for letters, one in _LETTERS:
        sound = sound.replace(letters, one)
    return _TWICE.sub(r"\1", sound)


def _written(one: str, other: str) -> bool:
    """Whether two parts are one name of another alphabet in our letters, or differ by a hyphen only."""
    if one in _FAMILY and _FAMILY[one] == _FAMILY.get(other):
        return True
    if _sound(one) == _sound(other) == _sound("mohammed"):
        return True
    return re.sub(r"\W", "", one) == re.sub(r"\W", "", other)


def _run_on(parts: Sequence[str]) -> str:
    """The letters of a name: "Abdel-Tarn" and "Abdel Tarn" are one."""
    return re.sub(r"\W", "", "".join(parts))


def _sound(part: str) -> str:
    """What is left of a part without the sound of its vowels: one letter for each run of them.

    >>> _sound("tsarnaev") == _sound("tsarnayev"), _sound("harwick") == _sound("harwig")
    (True, False)
    """
    plain = re.sub(r"\W", "", part).replace("ph", "f").replace("ck", "k").replace("q", "k")
    return _TWICE.sub(r"\1", _VOWELS.sub("a", plain))


def _mention(telling: Telling, person: Person) -> Span | None:
    """Where the telling gives the name with all its parts."""
    parts = set(parts_of(person.name))
    return next((span for span in person.mentions if parts <= {*parts_of(telling.article.words(span)), *SUFFIXES}), None)


def _point(group: Sequence[_Named], tellings: Sequence[Telling], named: Mapping[str, str]) -> Point:
    ordered = sorted(group, key=lambda name: (min(name.given), name.parts))
    written = all(_only_written(one, other) for one, other in combinations(group, 2))
    said, facts = [], []
    for name in ordered:
        places = sorted(name.given)
        spans = [span for place in places if (span := _mention(tellings[place], name.given[place])) is not None]
        words = [" ".join(tellings[place].article.words(span).split()) for place, span in zip(places, spans, strict=True)]
        facts += [Evidence(span.article, span, word) for span, word in zip(spans, words, strict=True)]
        said.append(_sayers([tellings[place] for place in places], words[0], named))
    most = max(group, key=lambda name: (len(name.given), -min(name.given)))
    about = most.given[min(most.given)].name
    ways = "two" if len(group) == 2 else "several"
    verdict = "compatible" if written else "differ"
    reason = WRITTEN.format(ways) if written else MISSPELT.format(ways, "one" if len(group) == 2 else "some")
    lead = "Both can be true" if written else "Not the same"
    return Point("name", about, verdict, f"{about}: {'; '.join(said)}. {lead}: {reason}.", tuple(facts))  # type: ignore[arg-type]


def _sayers(givers: Sequence[Telling], words: str, named: Mapping[str, str]) -> str:
    shown = [named[telling.article.id] + (f" ({tellers.day_in_words(telling.day)})" if telling.day else "") for telling in givers[:NAMED]]
    more = f" and {len(givers) - NAMED} more" if len(givers) > NAMED else ""
    return f"{', '.join(shown)}{more} {'writes' if len(givers) == 1 else 'write'} “{words}”"
