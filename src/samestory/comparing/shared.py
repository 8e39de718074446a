"""Figures that several tellings give of one thing, each in a sentence of its own wording.

Tellings in story order come in; lines go out, whose values are equal or can both be true. The facts are lined up elsewhere; this adds what
no fact was made of. Sentences with the very same words tell nothing about each other, and nothing here ever says that two
figures differ: what they are of is known by the words beside them only.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samestory.comparing import beside, figures, lining, naming, unlike, when, wording
from samestory.comparing.clusters import join
from samestory.comparing.figures import Figure
from samestory.comparing.rarity import Rarity
from samestory.comparing.subjects import ANYBODY
from samestory.model import Span, Telling

# Share of the lighter sentence's weight, and stems, that two sentences must have in common besides the figure, by the digits
# that the figure is given with: "$28,156" is hardly of two things, "three" of many.
SHARE = {1: 0.45, 2: 0.25, 3: 0.12}
STEMS = {1: 3, 2: 2, 3: 1}
NEEDED_OF_NEAR = (0.4, 3)  # of figures that are not the same but can both be true
NEEDED_OF_FAR = (0.5, 4)  # of hedged figures that are not nearly the same, and of hours
NEEDED_OF_DAYS = (0.4, 3)  # in other words: "Tuesday" beside "Dec. 26"
NEEDED_OF_MONTHS = (0.5, 5)  # "in November" beside "Nov. 6"
SAME_WORDS = 0.8  # of all stems of two sentences: they are one sentence, copied
NEAR = 0.055  # of the larger figure: "$1.9 billion" and "$2 billion"
NEAR_IF_SMALL = 0.02  # of figures below a million: a price of $65.09 is no $70
WITHIN = 1.25  # times; "more than 50" beside 72 is not of one thing for sure
MEASURED_WITHIN = 1.1  # of lengths, weights and stretches of time
SPREAD = 1.3  # times between the least and the most of one thing; figures joined one by one can drift further
HEDGED_WITHIN = 0.03  # "about 2,000" beside 1,900 needs more of the sentence than beside 1,990
TWINS = 12  # figures with one value that are held against each other; in a story of 200 articles there are hundreds
MILLION = 1e6
HALF = 0.5  # a month that is half over is told as a whole one
QUARTER = 15  # minutes that "6 a.m." leaves open


# What happens day by day: a briefing at 5 p.m. is another the day after
_AGAIN = re.compile(r"\b(?:brief\w*|schedul\w*|updated?|conference|vigil|meeting|daily|nightly|opens?|closes?)\b", re.I)
_BEFORE_AGE = (", ", " (", ", a ", ", aged ", ", age ")
DEEDS = 2  # words that are no names; what sentences on an age of nobody with a name have in common
_ANYBODY = frozenset(wording.stem(word) for word in ANYBODY.split())


@dataclass(frozen=True, slots=True)
class Given:
    """A figure with the sentence it stands in."""

    place: int  # of the telling in the story
    telling: Telling
    figure: Figure
    sentence: Span
    matter: frozenset[str]
    row: int  # of the sentence; sentences with the same words are one
    times: tuple[when.Days, bool]  # the days that the sentence names, and whether all lie long ago
    places: frozenset[str]  # the nearest that it names

    @property
    def around(self) -> unlike.Words:
        return unlike.around(self.telling, self.figure.span, self.sentence)


@dataclass(frozen=True, slots=True)
class Shared:
    """Figures of one thing, in story order."""

    about: str
    given: tuple[Given, ...]
    equal: bool

    @property
    def tellings(self) -> int:
        return len({one.place for one in self.given})


def find(tellings: Sequence[Telling]) -> Iterator[Shared]:
    """One for each figure that several tellings give in words of their own."""
    every, rarity = _given(tellings)
    equal = list(_equal(every, rarity))
    near = list(_not_given_too(every, equal, _near(every, rarity)))
    drifted = {at for group in join(len(every), [*equal, *near]) if _drifts([every[at] for at in group]) for at in group}
    for group in join(len(every), [*equal, *(pair for pair in near if pair[0] not in drifted)]):
        if len(group) > 1:
            yield from _shared([every[at] for at in group])


def _not_given_too(every: Sequence[Given], equal: Sequence[tuple[int, int]], near: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Pairs of which neither telling gives the other's figure too: "17 miles (27km)" stands beside "17 miles (27km)"."""
    home: dict[int, int] = {}
    tellings: list[set[int]] = []
    for group in join(len(every), equal):
        home |= dict.fromkeys(group, len(tellings))
        tellings.append({every[at].place for at in group})
    for one, other in near:
        if every[one].place not in tellings[home[other]] and every[other].place not in tellings[home[one]]:
            yield one, other


def _drifts(group: Sequence[Given]) -> bool:
    """Whether figures that can both be true two by two are too far apart as a whole."""
    scales = [_middle(one.figure) for one in group]
    if group[0].figure.dimension == "clock":
        return max(scales) - min(scales) > 2 * QUARTER
    return group[0].figure.dimension != "day" and max(scales) > SPREAD * min(scales)


def _given(tellings: Sequence[Telling]) -> tuple[list[Given], Rarity]:
    found: list[Given] = []
    rows: dict[tuple[str, ...], int] = {}
    matters: list[frozenset[str]] = []
    for place, telling in enumerate(tellings):
        for sentence in telling.sentences:
            inside = list(figures.find(telling, sentence))
            if not inside or lining.CAPTION.search(telling.article.words(sentence)):
                continue
            row = rows.setdefault(wording.keys(telling.article.words(sentence)), len(rows))
            matter = _matter(telling, sentence, inside)
            if row == len(matters):
                matters.append(matter)
            times = when.days(telling, sentence), when.long_ago(telling, sentence)
            found += [
                Given(place, telling, figure, sentence, matter, row, times, lining.places(telling, figure.span, sentence))
                for figure in inside
            ]
    return found, Rarity(matters)


def _matter(telling: Telling, sentence: Span, inside: Sequence[Figure]) -> frozenset[str]:
    """The stems of the sentence without its figures."""
    parts, at = [], sentence.start
    for span in sorted(figure.span for figure in inside):
        parts.append(telling.article.text[at : max(at, span.start)])
        at = max(at, span.end)
    words = " ".join([*parts, telling.article.text[at : sentence.end]])
    return frozenset(stem for stem in wording.matter(words) if not stem[0].isdigit() and stem not in wording.NUMERALS)


def _equal(every: Sequence[Given], rarity: Rarity) -> Iterator[tuple[int, int]]:
    buckets: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(every):
        low, high = one.figure.told
        buckets[one.figure.kind, one.figure.dimension, one.figure.beyond, f"{low:.10g} {high:.10g}"].append(at)
    for bucket in buckets.values():
        for number, at in enumerate(bucket):
            for other in bucket[number + 1 : number + 1 + TWINS]:
                if every[at].figure.converted and every[other].figure.converted:
                    continue  # what was converted tells the same
                if _same_words(every[at], every[other]) or _of_one_thing(every[at], every[other], rarity):
                    yield at, other


def _near(every: Sequence[Given], rarity: Rarity) -> Iterator[tuple[int, int]]:
    """Figures that are not the same, but of which the one can be the other."""
    rows: dict[tuple[str, str], list[tuple[float, int]]] = defaultdict(list)
    for at, one in enumerate(every):
        if one.figure.kind != "place" and not one.figure.converted:  # "2400" is not nearly "2300 block of Mill Street"
            rows[one.figure.kind, one.figure.dimension].append((_middle(one.figure), at))
    for row in rows.values():
        row.sort()
        for number, (value, at) in enumerate(row):
            reach = _reach(every[at].figure, value)
            last = bisect_left(row, (reach, len(every)))
            for _, other in row[number + 1 : min(last, number + 1 + 4 * TWINS)]:
                if _can_both_be(every[at], every[other]) and _beside(every[at], every[other], rarity, *_needed(every[at], every[other])):
                    yield at, other


def _reach(figure: Figure, value: float) -> float:
    """Up to where a figure is looked for that can be the same."""
    if figure.dimension in ("clock", "day"):
        return value + QUARTER + figures.LONGEST_TIME
    if figure.dimension == "days":
        return value * 2
    return value * (MEASURED_WITHIN if figure.kind == "measure" else WITHIN)


def _needed(one: Given, other: Given) -> tuple[float, int]:
    """What the sentences of two figures that are not the same must have in common."""
    if one.figure.dimension == "day":
        return NEEDED_OF_MONTHS
    ours, theirs = one.figure.value, other.figure.value
    scales = [_middle(one.figure), _middle(other.figure)]
    if one.figure.dimension == "clock" or (ours != theirs and max(scales) - min(scales) > HEDGED_WITHIN * max(scales)):
        return NEEDED_OF_FAR
    return NEEDED_OF_NEAR


def _middle(figure: Figure) -> float:
    if figure.dimension == "day":
        return figure.low
    scale = [bound for bound in (figure.low, figure.high) if abs(bound) != float("inf")]
    return sum(scale) / len(scale)


def _same_words(one: Given, other: Given) -> bool:
    """Whether both stand at one place of one sentence that was copied."""
    return (
        one.row == other.row
        and one.place != other.place
        and one.figure.span.start - one.sentence.start == other.figure.span.start - other.sentence.start
    )


def _of_one_thing(one: Given, other: Given, rarity: Rarity) -> bool:
    given = min(3, digits(one.figure)) if one.figure.dimension not in ("day", "clock") else 2
    if one.figure.dimension == "day":
        new = one.figure.exact and not _words(one) & _words(other)  # "Tuesday" beside "Tuesday night" is no news
        # Names alone say nothing of what happened: a flight on Sunday, a dinner on Christmas Eve.
        return new and bool(_deeds(one) & _deeds(other)) and _beside(one, other, rarity, *NEEDED_OF_DAYS)
    if one.figure.dimension == "clock" and _of_two_days(one, other):
        return False
    if one.figure.kind == "place":
        return bool(one.figure.nouns & other.figure.nouns) and _beside(one, other, rarity, 0.0, 1)
    if given == 1 and one.figure.kind == "count" and not one.figure.nouns & other.figure.nouns:
        return False
    return _beside(one, other, rarity, SHARE[given], STEMS[given])


def _beside(one: Given, other: Given, rarity: Rarity, share: float, stems: int) -> bool:
    """Whether the sentences have enough in common, but are not copied."""
    if one.place == other.place or one.row == other.row:
        return False
    if one.figure.kind == "age" and not _of_one_person([one, other]):
        return False
    ours, theirs = one.figure.nouns, other.figure.nouns
    if _unlike(one, other):
        return False
    if one.figure.kind == "count" and not (ours & theirs) - _ANYBODY:
        if (ours and theirs and not ours & theirs) or (
            ours & theirs and (one.figure.low, one.figure.high) != (other.figure.low, other.figure.high)
        ):
            return False  # of people the facts know what happened to them
        share, stems = share + 0.1, stems + 1
    if one.figure.dimension != "day" and when.apart(one.times, other.times):
        return False
    if one.places and other.places and not any(a in b or b in a for a in one.places for b in other.places):
        share, stems = share + 0.2, stems + 1
    common = one.matter & other.matter
    if len(common - (ours & theirs)) < stems or len(common) >= SAME_WORDS * len(one.matter | other.matter):
        return False
    lighter = min(rarity.total(one.matter), rarity.total(other.matter))
    return lighter > 0 and rarity.total(common) >= share * lighter


def _unlike(one: Given, other: Given) -> bool:
    """Whether the words beside two figures tell of unlike things."""
    ours, theirs = one.around, other.around
    if one.figure.dimension == "length" and unlike.lengths([ours, theirs]):
        return True
    if unlike.compared(ours, theirs) or unlike.charges(ours, theirs):
        return True
    if one.figure.kind == "count" and unlike.people(ours, theirs):
        return True
    return one.figure.kind != "age" and unlike.supposed(ours) != unlike.supposed(theirs)


def _can_both_be(one: Given, other: Given) -> bool:
    ours, theirs = one.figure, other.figure
    if ours.told == theirs.told or one.place == other.place:
        return False
    if ours.dimension == "day" and max(len(one.times[0]), len(other.times[0])) > 1:
        return False  # of two days in a sentence it is not sure which is whose
    if min(ours.high, theirs.high) == max(ours.low, theirs.low) and max(ours.low, theirs.low) in (ours.left_out, theirs.left_out):
        near, exact = (ours, theirs) if ours.beyond else (theirs, ours)
        return exact.exact and abs(near.low) != float("inf") and abs(near.high) != float("inf")  # "nearly four" is four, rounded
    if ours.beyond and theirs.beyond and ours.high == theirs.high:
        return False  # whoever knows of "more than five million" does not say "more than four million"
    if ours.dimension == "clock":
        middles = [figure.told for figure in (ours, theirs)]
        if not (ours.exact or theirs.exact) and all(low == high for low, high in middles):  # "around 3:30" and "around 3:50"
            return ours.low <= middles[1][0] <= ours.high or theirs.low <= middles[0][0] <= theirs.high
        rough = max(QUARTER if figure.unit == "hour" and figure.exact else 0 for figure in (ours, theirs))
        return max(ours.low, theirs.low) - min(ours.high, theirs.high) <= rough
    if max(ours.low, theirs.low) <= min(ours.high, theirs.high):
        return True
    return ours.exact and theirs.exact and rounded(ours, theirs)


def rounded(ours: Figure, theirs: Figure) -> bool:
    """Whether one figure is the other with fewer digits, or in another unit."""
    if ours.dimension == "days" and ours.unit != theirs.unit:
        return _begun(ours, theirs) or _begun(theirs, ours)
    small, large = sorted((abs(ours.low), abs(theirs.low)))
    if ours.dimension in ("day", "clock", "years") or large - small > (NEAR if large >= MILLION else NEAR_IF_SMALL) * large:
        return False
    if ours.unit != theirs.unit:
        return True
    values = float(ours.value), float(theirs.value)
    if ours.kind == "count" and large < 100:
        return False
    return any(
        _digits_of(rough) < _digits_of(exact) and float(f"{exact:.{_digits_of(rough)}g}") == rough
        for exact, rough in (values, values[::-1])
    )


def _begun(coarse: Figure, fine: Figure) -> bool:
    """Whether a stretch of time in small units is one in great units, begun or nearly done: "20 weeks" is in the fifth month."""
    value = float(coarse.value)
    unit = coarse.low / value if value else 0.0
    return unit > (fine.low / float(fine.value) if fine.value else 0.0) and (value - HALF) * unit <= fine.low < (value + 1) * unit


def digits(figure: Figure) -> int:
    return _digits_of(float(figure.value)) if isinstance(figure.value, int | float) else 2


def _digits_of(value: float) -> int:
    """The digits that a value is given with: 1,200 with two, 8.1 with two."""
    plain = f"{value:.6f}".rstrip("0").rstrip(".")
    return len(plain.replace(".", "").lstrip("0").rstrip("0" if "." not in plain else "")) or 1


def _shared(group: Sequence[Given]) -> Iterator[Shared]:
    firsts = list({(one.place, one.figure.low, one.figure.high): one for one in reversed(group)}.values())[::-1]
    if len({one.place for one in firsts}) < 2 or len({one.row for one in firsts}) < 2:
        return
    if (firsts[0].figure.kind == "age" and not _of_one_person(firsts)) or (
        firsts[0].figure.dimension == "length" and unlike.lengths([one.around for one in firsts])
    ):
        return
    values = {tuple(f"{bound:.10g}" for bound in one.figure.told) for one in firsts}
    ordered = tuple(sorted(firsts, key=lambda one: (one.place, one.figure.span)))
    about = _name(ordered) or _about(ordered)
    bare = firsts[0].figure.kind == "age" and any(
        digit.isdecimal() for digit in [one.telling.article.words(one.figure.span) for one in firsts]
    )
    if bare and not any(map(_holder, firsts)):
        return  # whose age it is, is not known
    if about:
        yield Shared(about, ordered, len(values) == 1)


def _name(given: Sequence[Given]) -> str:
    """Whose age it is, by the fullest name that stands beside it."""
    return max(map(_holder, given), key=len) if given[0].figure.kind == "age" else ""


def _about(given: Sequence[Given]) -> str:
    """What the figure is of, in words of one of the sentences."""
    places = [beside.Place(one.telling, one.sentence, one.figure.span) for one in given]
    return naming.of_words(places) if given[0].figure.kind in ("date", "place") else naming.of_number(places)


def _deeds(one: Given) -> frozenset[str]:
    """The stems of the sentence's words that are no names."""
    words = wording.split(one.telling.article.words(one.sentence))
    return one.matter & {wording.stem(word.key) for word in words if word.text[0].islower() and not wording.light(word.key)}


def _of_two_days(one: Given, other: Given) -> bool:
    """Whether an hour can be that of two days on which the same is done."""
    if one.telling.day == other.telling.day or (one.times[0] and other.times[0]):
        return False
    return any(_AGAIN.search(given.telling.article.words(given.sentence)) for given in (one, other))


def _of_one_person(given: Sequence[Given]) -> bool:
    """Whether no two people are given the age; where nobody stands beside it, the sentence must name who does elsewhere.

    Where nobody is named at all, the sentences must tell of more than one deed: the one who was shot is no shooter.
    """
    names = [keys for one in given if (keys := wording.keys(_holder(one)))]
    if not names:
        return len(given) > 2 or len(frozenset.intersection(*map(_deeds, given))) >= DEEDS
    if len({keys[-1] for keys in names}) > 1 or len({keys[0] for keys in names if len(keys) > 1}) > 1:
        return False
    return all(_holder(one) or wording.stem(names[0][-1]) in one.matter for one in given)


def _holder(one: Given) -> str:
    """The name of the person whose age it is, who stands right beside it; "" where nobody with a name does."""
    text, span = one.telling.article.text, one.figure.span
    for person in one.telling.people:
        for at in person.mentions:
            after = at.end <= span.start and text[at.end : span.start] in _BEFORE_AGE
            if after or (span.end <= at.start and text[span.end : at.start] == " "):
                return person.name
    return ""


def _words(one: Given) -> frozenset[str]:
    return frozenset(wording.keys(one.telling.article.words(one.figure.span)))
