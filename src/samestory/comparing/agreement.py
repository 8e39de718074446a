"""Points: statements of fact lined up across the tellings of a story, with a verdict and its reason.

Tellings in story order come in; points go out, those that matter most first. A verdict is the gravest one between any two
tellings; within one telling the value that fits best speaks for it, for an article may well say "at least ten" and "twelve".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice

from samestory.comparing import beside, differences, meeting, naming, roles, spellings, spells, vouching
from samestory.comparing.judging import GRAVITY, OF_ONE_DAY, OF_SEVERAL_DAYS, UPDATED, Finding, weigh
from samestory.comparing.lining import Line, Stated, Value, line_up, words_of
from samestory.comparing.persons import Persons
from samestory.comparing.settled import Settled
from samestory.comparing.tellers import day_in_words, labels, sentence_around
from samestory.comparing.unheard import Unheard
from samestory.model import Copy, Evidence, FactKind, Point, Span, Telling, Verdict

ALONE_SHOWN = 6  # points of one telling only, in a story
_SIDE = re.compile(r"(?<=^score) of the (?:winner|loser)|(?<=^votes) of the (?:majority|minority)")
_OF_A_YEAR = re.compile(r" in (?:1[5-9]|20)\d\d$")  # how facts name a number of another time
# A role that one outlet gives was of no use in the 161 points of it in 64 real stories; what is told once stands in only_in anyhow.
ALONE_KINDS: tuple[FactKind, ...] = ("age", "count", "money")
NAMED_OUTLETS = 3  # in one sentence; more are counted
WORDINGS = 3  # of one value; the outlets with others are counted
IN_WORDS: dict[Verdict, str] = {"compatible": "Both can be true", "differ": "Not the same", "contradict": "They cannot both be true"}
_KINDS: tuple[FactKind, ...] = ("age", "count", "money", "date", "place", "name", "percent", "measure", "role")


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A line with its verdict and the two statements that decided it."""

    line: Line
    verdict: Verdict
    reason: str


def find(tellings: Sequence[Telling], persons: Persons, copies: Sequence[Copy] = ()) -> tuple[Point, ...]:
    """The points of a story of several tellings."""
    named = labels(tellings)
    lined = (roles.whole(line) if line.kind == "role" else line for line in line_up(tellings, persons))
    lines = sorted((line for line in lined if line.stated), key=_weight)
    weighed = _results([one for line in _one_role(lines) if line.tellings > 1 and (one := _weighed(line, persons)) is not None])
    ranked = [(_rank(one), _point(one, named, copies)) for one in weighed]
    ranked += [((-GRAVITY[point.verdict], 2, 0, 0, 0), point) for point in spells.find(tellings, named)]
    ranked += [((-GRAVITY[point.verdict], 1 + _KINDS.index("name"), 0, 0, 0), point) for point in spellings.find(tellings, named)]
    met = [_Weighed(*one) for one in meeting.find(tellings, {evidence.span for _, point in ranked for evidence in point.facts})]
    ranked += [(_rank(one), _point(one, named, copies)) for one in met]
    settled = Settled([point for _, point in ranked])
    known = {evidence.span for _, point in ranked for evidence in point.facts}
    known |= {one.fact.span for line in lines if line.kind == "age" for one in line.stated}  # also where nothing can be said
    changed = (point for point in differences.find(tellings, named, known) if not settled.between(point))
    ranked += [((-GRAVITY[point.verdict], 3, 0, 0, 0), point) for point in changed]
    ranked.sort(key=lambda pair: pair[0])
    unheard = Unheard(tellings)
    told = {one.fact.span for weighed in met for one in weighed.line.stated}
    alone = (line for line in lines if _matters_alone(line) and unheard.nowhere_else(line) and not _among(line, told))
    return (*(point for _, point in ranked), *(_point(_Weighed(line, "alone", ""), named, ()) for line in islice(alone, ALONE_SHOWN)))


def _rank(weighed: _Weighed) -> tuple[int, int, int, int, int]:
    """The gravest first; "mayor" beside "mayor of Wexley" is no graver than what is told alike."""
    harmless = weighed.line.kind == "role" and weighed.verdict == "compatible"
    return (-GRAVITY["agree" if harmless else weighed.verdict], *_weight(weighed.line))


def _among(line: Line, told: Collection[Span]) -> bool:
    return any(one.fact.span.overlaps(span) for one in line.stated for span in told if span.article == one.fact.span.article)


def _one_role(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with one role for each person: the one that most tellings give."""
    roled: set[str] = set()
    for line in lines:
        if line.kind != "role":
            yield line
        elif line.about not in roled:
            roled.add(line.about)
            yield line


def _results(weighed: Sequence[_Weighed]) -> list[_Weighed]:
    """One point for a result, the graver one: "3-1" is the score, and no side's."""
    by_place: dict[frozenset[Span], list[_Weighed]] = {}
    for one in weighed:
        if _SIDE.search(one.line.about):
            by_place.setdefault(frozenset(stated.fact.span for stated in one.line.stated), []).append(one)
    whole = {id(one): sides for sides in by_place.values() if len(sides) > 1 for one in sides}
    found = []
    for one in weighed:
        sides = whole.get(id(one), [one])
        if one is max(sides, key=lambda side: GRAVITY[side.verdict]):
            about = _SIDE.sub("", one.line.about) if len(sides) > 1 else one.line.about
            found.append(replace(one, line=replace(one.line, about=about)))
    return found


def _matters_alone(line: Line) -> bool:
    """Named people, counts and money of the story itself; not "killed in 1991"."""
    background = any(one.background for one in line.stated) or _OF_A_YEAR.search(line.about)
    ordinal = any(one.fact.unit == "ordinal" for one in line.stated)  # "fifth child"
    return line.kind in ALONE_KINDS and not line.nameless and not background and not ordinal


def _weighed(line: Line, persons: Persons) -> _Weighed | None:
    worst: Finding | None = None
    for finding in _findings(line, persons):
        if worst is None or GRAVITY[finding.verdict] > GRAVITY[worst.verdict]:
            worst = finding
    if worst is None:
        return None
    concerned = _concerned(line, worst.verdict, persons)
    if line.kind == "role" and worst.verdict == "compatible" and roles.all_same(concerned):
        return _Weighed(concerned, "agree", "the same words") if concerned.tellings > 1 else None
    reasons = [found.reason for found in _findings(concerned, persons) if found.verdict == worst.verdict]
    if worst.verdict == "compatible" and reasons and worst.reason not in reasons:
        return _Weighed(concerned, worst.verdict, reasons[0])  # the other was of a value that is not listed
    return _Weighed(concerned, worst.verdict, OF_SEVERAL_DAYS if _mixed(concerned, worst.reason) else worst.reason)


def _mixed(line: Line, reason: str) -> bool:
    """Whether what is said of the days of two statements is not true of all that are listed."""
    if reason == OF_ONE_DAY:
        return len({one.telling.day for one in line.stated}) > 1
    days: dict[Value, set[str]] = {}
    for one in line.stated:
        days.setdefault(one.value, set()).add(one.telling.day or "")
    return reason == UPDATED and any(
        min(ours) <= max(theirs) and min(theirs) <= max(ours) for ours, theirs in combinations(days.values(), 2)
    )


def _concerned(line: Line, verdict: Verdict, persons: Persons) -> Line:
    """The line without the statements of which nothing can be said; where tellings agree, those alone that give the one value."""

    def found(one: Stated, other: Stated) -> bool:
        finding = weigh(line, one, other, persons) if one.place != other.place else None
        return finding is not None and (finding.verdict == "agree" or verdict != "agree")

    stated = [one for one in line.stated if any(found(one, other) for other in line.stated)]
    if verdict == "compatible" and line.kind != "age":
        values = _fitting(line, stated, persons)
        stated = _best([one for one in stated if one.value in values])
    if verdict == "agree":
        groups = [[other for other in stated if other is one or found(one, other)] for one in stated]
        best = max(groups, key=len)
        places = {one.place for one in best}
        values = {one.value for one in best}
        stated = [one for one in stated if one.place in places and one.value in values]
    return replace(line, stated=tuple(stated))


def _best(stated: Sequence[Stated]) -> list[Stated]:
    """Of a telling with several values the one that another gives too, alone: "at least ten" at the airport, and "20" at the station."""
    given: dict[int, set[Value]] = {}
    for one in stated:
        given.setdefault(one.place, set()).add(one.value)
    shared = {
        place: {value for value in values if any(value in others for other, others in given.items() if other != place)}
        for place, values in given.items()
    }
    kept = [one for one in stated if not shared[one.place] or one.value in shared[one.place]]
    return kept if len({one.value for one in kept}) > 1 else list(stated)


def _fitting(line: Line, stated: Sequence[Stated], persons: Persons) -> set[Value]:
    """The most values of which any two can both be true: "about 180" and "nearly 180", but not "at least 264"."""
    firsts = list({one.value: one for one in reversed(stated)}.values())[::-1]
    best: list[Stated] = []
    for first in firsts:
        fitting = [first]
        for one in firsts:
            found = [weigh(line, one, other, persons) for other in fitting if other is not one]
            if one is not first and all(finding is not None and finding.verdict != "differ" for finding in found):
                fitting.append(one)
        best = max(best, fitting, key=lambda some: len({one.place for one in stated if one.value in {each.value for each in some}}))
    return {one.value for one in best}


def _findings(line: Line, persons: Persons) -> Iterator[Finding]:
    """For every two tellings the mildest finding on their statements; statements of the same value are weighed once."""
    places: dict[int, list[Stated]] = {}
    for one in line.stated:
        places.setdefault(one.place, []).append(one)
    seen: set[tuple[object, ...]] = set()
    for ours, theirs in combinations(places.values(), 2):
        pattern = (_values(ours), _values(theirs))
        if pattern in seen:
            continue
        seen.add(pattern)
        found = [finding for one in ours for other in theirs if (finding := weigh(line, one, other, persons)) is not None]
        if found:
            yield min(found, key=lambda finding: GRAVITY[finding.verdict])


def _values(stated: Sequence[Stated]) -> tuple[object, ...]:
    words = {words_of(one) if one.fact.kind in ("role", "count", "money", "percent", "measure") else "" for one in stated}
    return (
        stated[0].telling.day,
        *sorted({(str(one.fact.value), str(one.fact.low), str(one.fact.high)) for one in stated}),
        *sorted(words),
    )


def _point(weighed: _Weighed, named: dict[str, str], copies: Sequence[Copy]) -> Point:
    weighed = replace(weighed, line=_named(weighed.line))
    line = weighed.line
    facts = tuple(dict.fromkeys(_evidence(one) for one in line.stated))
    shared = vouching.shared_text([one.article for one in facts], copies) if weighed.verdict == "agree" else None
    return Point(line.kind, line.about, weighed.verdict, _why(weighed, named) + (f" {shared}." if shared else ""), facts)


def _named(line: Line) -> Line:
    """The line under a name that cuts no word."""
    if line.kind != "count" or line.about.startswith("people "):
        return line
    places = [beside.Place(one.telling, sentence_around(one.telling, one.fact.span) or one.fact.span, one.fact.span) for one in line.stated]
    return replace(line, about=naming.whole(line.about, places))


def _evidence(one: Stated) -> Evidence:
    return Evidence(one.telling.article.id, one.fact.span, one.fact.value, vouching.of_fact(one.telling, one.fact))


def _why(weighed: _Weighed, named: dict[str, str]) -> str:
    """Who says what, and what follows from it, so that a reader can check it."""
    line = weighed.line
    about = line.about[:1].upper() + line.about[1:]
    said = "; ".join(_said(line, named))
    if weighed.verdict == "alone":
        return f"{about}: only {said}."
    if weighed.verdict == "agree":
        return f"{about}: {said}." + (f" {weighed.reason}." if weighed.reason[:1].isupper() else "")
    return f"{about}: {said}. {IN_WORDS[weighed.verdict]}: {weighed.reason}."


def _said(line: Line, named: dict[str, str]) -> Iterator[str]:
    """Value by value and wording by wording, in the order in which the story first gives them."""
    for wordings in _by_value(line):
        yield from (_sayers(words, stated, named) for words, stated in islice(wordings.items(), WORDINGS))
        more = sum(len(stated) for stated in islice(wordings.values(), WORDINGS, None))
        if more:
            yield f"{more} more in other words"


def _by_value(line: Line) -> list[dict[str, list[Stated]]]:
    """The statements by value and then by their very words; one for each telling and value."""
    values: dict[tuple[object, ...], dict[str, list[Stated]]] = {}
    told: set[tuple[object, ...]] = set()
    for one in line.stated:
        value = (one.fact.value, one.fact.low, one.fact.high)
        if (one.place, *value) not in told:
            told.add((one.place, *value))
            values.setdefault(value, {}).setdefault(words_of(one), []).append(one)
    return list(values.values())


def _sayers(words: str, stated: Sequence[Stated], named: dict[str, str]) -> str:
    """ "The Harbour Ledger (March 4, 2025), Wexley Daily and 2 more say “43 people”"; all of them say these words."""
    shown = [_sayer(one, named) for one in stated[:NAMED_OUTLETS]]
    more = len(stated) - len(shown)
    names = ", ".join(shown) + (f" and {more} more" if more else "")
    says = "says" if len(stated) == 1 else "say"
    return f"{names} {says} “{words}”"


def _sayer(one: Stated, named: dict[str, str]) -> str:
    """The outlet with the day of publication and, where the value is not its own word, whose word it is."""
    beside = [day_in_words(one.telling.day)] if one.telling.day else []
    said_by = vouching.of_fact(one.telling, one.fact)
    beside += [f"on the word of {said_by}"] if said_by else []
    return named[one.telling.article.id] + (f" ({', '.join(beside)})" if beside else "")


def _weight(line: Line) -> tuple[int, int, int, int]:
    """People dead or hurt first, then ages, other counts, money ...; then by how many tell of it."""
    weight = 0 if line.outcome in ("killed", "injured") else 1 + _KINDS.index(line.kind)
    first = line.stated[0]
    return (weight, -line.tellings, first.place, first.fact.span.start)
