"""Facts of several tellings lined up: the same kind of value, of the same thing.

Tellings in story order come in; lines go out, each with the statements of it in all tellings. Two statements are laid
in one line only where what they are about, the days and the places in their sentences allow it: the same number said of
different things must not meet. Whether the values agree is not decided here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from samestory.comparing import subjects, unlike, when, wording
from samestory.comparing.figures import CONVERTED
from samestory.comparing.persons import Persons
from samestory.comparing.rarity import Rarity
from samestory.comparing.tellers import sentence_around
from samestory.model import Fact, FactKind, Span, Telling
from samestory.text import DASHES

# "was 19 when", "at the age of 12", "then 34": an age of another time.
_ANOTHER_TIME = re.compile(
    r"\b(?:when (?:he|she|they|i|we)|at (?:the )?age|at the time|aged? of|then|that year|turn(?:s|ed|ing)?|would be|will be)\b",
    re.I,
)

# "has risen to 46", before the value
_RISEN = re.compile(
    r"\b(?:ris(?:en|es|ing)|rose|climb\w*|grow(?:n|s|ing)?|grew|increased|jumped|gone up|went up) to (?:at least |about |more than )?$",
    re.I,
)
_OTHERS = re.compile(r"\b(?:another|others?)\b", re.I)
CAPTION = re.compile(r"hide caption|photos?:|\bof \d+ photos\b", re.I)  # "Hide caption 46 of 55"
_LINKED = re.compile(
    r"\b([A-Z][a-z]{2,})(?: [A-Z][\w.']*){1,3} ?\1[A-Z]"
)  # "Tarn Joel TarnHarbour board ...": a name grown into a headline
_SEVERAL = " in several events"  # how facts name the people of many events; of one event it is wrong, and nobody says it
_AND_MORE = re.compile(r" and (?:the )?[A-Z]")  # "Wexley and Gull Point"
_AND = re.compile(r"[A-Z]\w+,? and (?:the )?$")
_RANGE = re.compile(r"\d(?: ?(?:%|per ?cent|million|billion|[a-z]+))? (?:to|or) [$£€]?$")
_UNSAID = re.compile(r"\b(?:a least|upto) $", re.I)  # bounds that are misspelt
_CHARGES = re.compile(r"\b(?:counts?|charges?)\b")
_TRIED, _UP_TO_A_MARK = re.compile(r"\b(?:attempted|conspiracy|solicitation)\b", re.I), re.compile(r"(?:(?! and )[^,.;\n]){0,60}")
_SUPPOSED: tuple[FactKind, ...] = ("count", "money", "percent", "measure")
_OR_MORE = re.compile(r"[ -]plus\b| or more\b|\+")
FEW = 4  # stems; a sentence with fewer is read together with the one before
BESIDE = 3  # characters between a town and its state

# Share of the lighter sentence's weight that two statements must have in common, besides their values. Of 60 pairs read in
# four real stories, pairs of one event had .28 and more but for one, pairs of two events .26 and less. What is said of "percent"
# or "deal" needs more of its sentence than "people killed".
CONTEXT_OF_OUTCOME = 0.25
CONTEXT: dict[FactKind, float] = {"count": 0.3, "money": 0.35, "percent": 0.4, "measure": 0.35, "date": 0.3, "place": 0.3, "name": 0.2}
CONTEXT_OF_AGE = 0.2  # of somebody without a name
CONTEXT_OF_NEAR = 0.15  # of large counts that are nearly the same: 212 and 221 people aboard
# Of prices, shares and lengths that are not nearly the same: "a 10-yard score" and "a five-yard score" are two of a game.
CONTEXT_OF_OTHER_VALUE = 0.5
NEAR = 0.2  # of the larger one
SMALL, CONTEXT_OF_SMALL = 4, 0.4  # "two passengers" are often two others
LARGE = 20  # small counts are near each other by chance
CONTEXT_DESPITE_PLACES = 0.35  # where one sentence names the city and the other the country
ASKED = 24  # statements of a group that a new one is held against: in a story of 200 articles there are hundreds
MEETING = 1 / 3  # of the pairs of two groups' statements


Value = tuple[float | None, float | None, int | float | str | None]


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact with what is needed to weigh it; `low` and `high` are in the common unit."""

    place: int  # of the telling in the story
    telling: Telling
    fact: Fact
    low: float | None
    high: float | None
    matter: frozenset[str]  # of its sentence, without the value
    days: tuple[tuple[date, date], ...]  # that its sentence names
    background: bool  # its sentence speaks of long before the day of publication only
    risen: bool  # its sentence says that the count rose to this
    places: frozenset[str]  # the nearest that its sentence names, with its state or country: "Baton Rouge, Louisiana"
    supposed: bool = False  # of what could be, or on a condition

    @property
    def value(self) -> Value:
        return self.low, self.high, self.fact.value


@dataclass(frozen=True, slots=True)
class Line:
    """Statements of one thing, in story order."""

    kind: FactKind
    about: str
    outcome: str | None  # "killed", "injured" ... for counts
    nameless: bool  # an age of "boy"
    stated: tuple[Stated, ...]
    elsewhere: bool  # whether other tellings have facts under the same key that could not be laid in this line
    undecided: frozenset[int]  # tellings that give several values under the same key
    also: Mapping[int, frozenset[Value]]  # what each telling gives under the same key, also in other lines

    @property
    def tellings(self) -> int:
        return len({one.place for one in self.stated})


def words_of(one: Stated) -> str:
    """The very words of the value, on one line."""
    return " ".join(one.telling.article.words(one.fact.span).split())


def line_up(tellings: Sequence[Telling], persons: Persons) -> Iterator[Line]:
    """All lines of the story, also those of one telling only."""
    stated = [_stated(place, telling, fact) for place, telling in enumerate(tellings) for fact in telling.facts]
    rarity = Rarity([one.matter for one in stated])
    keyed: dict[tuple[str, ...], list[Stated]] = defaultdict(list)
    for one in stated:
        key = subjects.key(one.fact, persons)
        if key is not None and not _of_another_time(one) and not _cut_off(one):
            keyed[key].append(one)
    keyed = defaultdict(list, {key: _without_two_ages(given) for key, given in keyed.items()})
    for key in sorted(keyed):
        for besides in (False, True):
            groups = _parted([one for one in keyed[key] if _besides(one) == besides], rarity)
            for together in _with_equal(_with_risen(groups)):
                yield _line(together, keyed[key], persons)


def _without_two_ages(given: list[Stated]) -> list[Stated]:
    """Without the ages that one sentence gives to one name: "Joel Tarn, 32, and his brother, Tarn, 34"."""
    if given[0].fact.kind != "age" or subjects.nameless(given[0].fact):
        return given
    ages: dict[Span, set[Value]] = defaultdict(set)
    for one in given:
        ages[sentence_around(one.telling, one.fact.span) or one.fact.span].add(one.value)
    return [one for one in given if len(ages[sentence_around(one.telling, one.fact.span) or one.fact.span]) == 1]


def _line(stated: Sequence[Stated], all_of_key: Sequence[Stated], persons: Persons) -> Line:
    first = stated[0].fact
    nameless = first.kind == "age" and subjects.nameless(first)
    about = persons.shown(first.about) if first.kind in ("age", "role") and not nameless else first.about.removesuffix(_SEVERAL)
    outcome = subjects.outcome_of(first.about) if first.kind == "count" else None
    elsewhere = {one.place for one in all_of_key} > {one.place for one in stated}
    values: dict[int, set[Value]] = defaultdict(set)
    for one in all_of_key:
        values[one.place].add(one.value)
    undecided = frozenset(place for place, given in values.items() if len(given) > 1)
    also = {place: frozenset(given) for place, given in values.items()}
    return Line(first.kind, about, outcome, nameless, tuple(stated), elsewhere, undecided, also)


def _stated(place: int, telling: Telling, fact: Fact) -> Stated:
    sentence = sentence_around(telling, fact.span) or fact.span
    risen = bool(_RISEN.search(telling.article.text, sentence.start, fact.span.start))
    words = telling.article.text[sentence.start : fact.span.start] + " " + telling.article.text[fact.span.end : sentence.end]
    # "has risen to 46, the hospital said on Friday": the day of the news, not of what happened.
    days = () if risen else when.days(telling, sentence)
    background = when.long_ago(telling, sentence)
    low, high = (subjects.common(fact, bound) if bound is not None else None for bound in _bounds(fact))
    own = subjects.own_matter(fact)
    matter = wording.matter(words) - own
    if len(matter) < FEW:
        matter |= wording.matter(_before(telling, sentence)) - own
    supposed = fact.kind in _SUPPOSED and unlike.supposed(unlike.around(telling, fact.span, sentence))
    return Stated(place, telling, fact, low, high, matter, days, background, risen, places(telling, fact.span, sentence), supposed)


def _before(telling: Telling, sentence: Span) -> str:
    """The sentence before: "Police say 27 people are injured" needs it to say where and how."""
    at = bisect_left(telling.sentences, sentence)
    return telling.article.words(telling.sentences[at - 1]) if at > 0 else ""


def places(telling: Telling, value: Span, sentence: Span) -> frozenset[str]:
    """The place named nearest to the value, and those that stand right beside it."""
    named = [name for name in telling.names if name.kind == "place" and sentence.holds(name.span)]
    if not named:
        return frozenset()
    nearest = min(named, key=lambda name: (max(name.span.start - value.end, value.start - name.span.end), name.span)).span
    beside = [name for name in named if name.span.start - nearest.end <= BESIDE and nearest.start - name.span.end <= BESIDE]
    return frozenset(name.name.casefold() for name in beside)


def _besides(one: Stated) -> bool:
    """Whether a count comes on top of others: "three others were injured" beside one in critical condition."""
    text, span = one.telling.article.text, one.fact.span
    return one.fact.kind == "count" and bool(_OTHERS.search(text[max(0, span.start - 8) : span.end + 13]))


def _bounds(fact: Fact) -> tuple[float | None, float | None]:
    """The bounds of a number; of a bare value, itself."""
    if fact.low is None and fact.high is None and isinstance(fact.value, int | float):
        return float(fact.value), float(fact.value)
    return fact.low, fact.high


def _of_another_time(one: Stated) -> bool:
    """Whether an age is not the person's age now."""
    if one.fact.kind != "age":
        return False
    text, span = one.telling.article.text, one.fact.span
    return bool(_ANOTHER_TIME.search(text[max(0, span.start - 24) : span.end + 16]))


def _cut_off(one: Stated) -> bool:
    """Whether the value is the end of a longer word, a part of what is given, or of no sentence of the article.

    "one" of a mistyped "twetny-one" accuses somebody of being 1 and 21.
    """
    text, (start, end) = one.telling.article.text, (one.fact.span.start, one.fact.span.end)
    if start > 0 and (text[start - 1] in DASHES or text[start - 1].isalnum()):
        return True
    before = text[max(0, start - 30) : start]
    if one.fact.kind == "place" and (_AND_MORE.match(text, end) or _AND.search(before)):
        return True
    if one.fact.kind in ("percent", "money", "measure") and _RANGE.search(before):
        return True
    if one.fact.kind in ("money", "measure") and CONVERTED.search(before):
        return True
    exact = one.low is not None and one.low == one.high
    if _UNSAID.search(before) or (exact and _OR_MORE.match(text, end)):
        return True
    around = one.telling.article.words(sentence_around(one.telling, one.fact.span) or one.fact.span)
    return bool(CAPTION.search(around) or _LINKED.search(around))


def _with_risen(groups: Sequence[list[Stated]]) -> list[list[Stated]]:
    """A count that "has risen to 46" is of the one event that the story counts so, whatever else its sentence says."""
    risen = [group for group in groups if all(one.risen for one in group)]
    others = [group for group in groups if not all(one.risen for one in group)]
    if not risen or len(others) != 1 or any(one.background for one in others[0]):
        return list(groups)
    return [sorted([one for group in groups for one in group], key=lambda one: (one.place, one.fact.span))]


def _with_equal(groups: Sequence[list[Stated]]) -> list[list[Stated]]:
    """Tellings of one story that each give one number of dead or hurt, and the same one, speak of the same people."""
    values: dict[int, set[Value]] = defaultdict(set)
    for one in chain.from_iterable(groups):
        values[one.place].add(one.value)
    homes: list[list[Stated]] = []
    for group in groups:
        home = next((other for other in homes if _equal_and_sole(group, other, values)), None)
        if home is None:
            homes.append(list(group))
        else:
            home += group
    return [sorted(group, key=lambda one: (one.place, one.fact.span)) for group in homes]


def _equal_and_sole(ours: Sequence[Stated], theirs: Sequence[Stated], values: Mapping[int, set[Value]]) -> bool:
    """Whether two groups give one number each, the same, no telling of theirs another, and nothing speaks against it."""
    both = [*ours, *theirs]
    outcome = ours[0].fact.kind == "count" and subjects.outcome_of(ours[0].fact.about)
    if not outcome or len({one.value for one in both}) > 1 or any(one.background or len(values[one.place]) > 1 for one in both):
        return False
    pairs = [(one, other) for one in ours[:ASKED] for other in theirs[:ASKED]]
    return any(one.matter & other.matter for one, other in pairs) and not any(_days_apart(*pair) or _places_apart(*pair) for pair in pairs)


def _places_apart(one: Stated, other: Stated) -> bool:
    return bool(one.places and other.places) and not any(a in b or b in a for a in one.places for b in other.places)


def _parted(stated: Sequence[Stated], rarity: Rarity) -> list[list[Stated]]:
    """Statements with one key, parted where their sentences speak of different things."""
    groups: list[list[Stated]] = []
    for one in stated:
        home = next((group for group in groups if _belongs(one, group, rarity)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return _merged(groups, rarity)


def _merged(groups: list[list[Stated]], rarity: Rarity) -> list[list[Stated]]:
    """Groups of which enough statements meet are one: the first sentence of each decided where the others went."""
    merged: list[list[Stated]] = []
    for group in groups:
        home = next((other for other in merged if group[0].fact.kind != "role" and _groups_meet(group, other, rarity)), None)
        if home is None:
            merged.append(group)
        else:
            home += group
            home.sort(key=lambda one: (one.place, one.fact.span))
    return merged


def _groups_meet(ours: Sequence[Stated], theirs: Sequence[Stated], rarity: Rarity) -> bool:
    pairs = [(one, other) for one in ours[:ASKED] for other in theirs[:ASKED]]
    if any(_days_apart(one, other) for one, other in pairs):
        return False
    return sum(_one_thing(one, other, rarity) for one, other in pairs) >= MEETING * len(pairs)


def _belongs(one: Stated, group: Sequence[Stated], rarity: Rarity) -> bool:
    """Whether no day speaks against it, and at least half of the group's sentences speak for it."""
    if one.fact.kind == "role":
        return True
    if one.fact.kind == "age" and not subjects.nameless(one.fact):
        return True
    asked = group[:ASKED]
    if any(_days_apart(one, other) for other in asked):
        return False
    return 2 * sum(_one_thing(one, other, rarity) for other in asked) >= len(asked)


def _days_apart(one: Stated, other: Stated) -> bool:
    return when.apart((one.days, one.background), (other.days, other.background))


def _one_thing(one: Stated, other: Stated, rarity: Rarity) -> bool:
    kind = one.fact.kind
    if one.supposed != other.supposed or (kind == "date" and one.value != other.value and _several(one) != _several(other)):
        return False
    if kind == "count" and (_charge(one) != _charge(other) or unlike.charges(_around(one), _around(other))):
        return False
    needed = CONTEXT_OF_AGE if kind == "age" else CONTEXT[kind]
    if kind == "count" and subjects.outcome_of(one.fact.about):
        needed = CONTEXT_OF_OUTCOME
    elif kind == "count" and _near(one, other) and min(one.low or 0, other.low or 0) >= LARGE:
        needed = CONTEXT_OF_NEAR
    elif kind == "count" and max(one.low or 0, other.low or 0) < SMALL:
        needed = CONTEXT_OF_SMALL
    elif kind in ("money", "measure", "percent") and not _near(one, other):
        needed = CONTEXT_OF_OTHER_VALUE
    if _places_apart(one, other):
        needed = max(needed, CONTEXT_DESPITE_PLACES)
    lighter = min(rarity.total(one.matter), rarity.total(other.matter))
    return lighter > 0 and rarity.total(one.matter & other.matter) >= needed * lighter


def _charge(one: Stated) -> frozenset[str]:
    """What a count of charges is of, beside the deed: "two counts of attempted murder"."""
    if not _CHARGES.search(one.fact.about):
        return frozenset()
    text, end = one.telling.article.text, one.fact.span.end
    return frozenset(word.casefold() for word in _TRIED.findall(_UP_TO_A_MARK.match(text, end)[0]))  # type: ignore[index]


def _around(one: Stated) -> unlike.Words:
    return unlike.around(one.telling, one.fact.span, sentence_around(one.telling, one.fact.span) or one.fact.span)


def _several(one: Stated) -> bool:
    """Whether what has the day is told of in the plural: "today's shootings" are not "the shooting"."""
    sentence = sentence_around(one.telling, one.fact.span) or one.fact.span
    words = one.fact.about.split()
    return bool(words) and re.search(rf"\b{re.escape(words[-1])}s\b", one.telling.article.words(sentence), re.I) is not None


def _near(one: Stated, other: Stated) -> bool:
    """Whether both numbers are nearly the same."""
    if one.low is None or other.low is None:
        return False
    small, large = sorted((one.low, other.low))
    return large - small <= NEAR * large
