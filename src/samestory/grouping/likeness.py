"""What speaks for and against one event in two articles, in words that a reader can look up.

The evidence of two articles comes in; clauses ("both headlines say mill, sandlow", "published 40 days apart") go out. Weighs nothing:
the score that decides is made of these and of the words shared, which `explaining` names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

import numpy

from samestory.grouping.background import Rarity
from samestory.grouping.signs import AGE, CHIEF, MONTH_DAY, PRINT, QUOTED, STREET, TITLE, Evidence, value
from samestory.grouping.words import NUMBERS, PAIR, STEMS

MOST_WORDS = 4  # of the headlines, of names that one lacks
MOST_VALUES = 3  # streets and ages
SAME_TEXT = 4  # shared fingerprints from which on "the same passages" is said: one in 16 runs of words leaves one
A_WEEK = 7  # days between two publications that are worth saying; days told apart are said from 2 on

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
Forms = dict[int, str]  # how names are written


def common(one: Evidence, other: Evidence, rarity: Rarity, headline: str) -> Iterator[str]:
    """What both have besides words: headline words, as the other's has them; a day, passages, a quotation, publication."""
    shared, ours, theirs = numpy.intersect1d(one.numbers, other.numbers, assume_unique=True, return_indices=True)
    marks = one.marks[ours] & other.marks[theirs]
    forms = {NUMBERS[STEMS[word]]: word for word in _WORD.findall(headline) if STEMS[word]}
    titles = _spelled(_rarest(shared[(marks & TITLE) > 0].tolist(), rarity), forms)
    if titles:
        yield f"both headlines say {', '.join(titles)}"
    if numpy.count_nonzero(marks & PRINT) >= SAME_TEXT:
        yield "both have the same passages"
    elif numpy.count_nonzero(marks & QUOTED):
        yield "both quote the same words"
    if one.event and one.event == other.event:
        yield f"both leads name {day(one.event, one, other)}"
    if one.published and other.published:
        yield _apart(abs(one.published - other.published))


def contrasts(one: Evidence, other: Evidence, rarity: Rarity, forms: Forms) -> Iterator[str]:
    """What the two have that is not the same, and what one has that the other lacks."""
    for kind, word in ((STREET, "streets"), (AGE, "ages")):
        mine, its = set(one.marked(kind).tolist()), set(other.marked(kind).tolist())
        if mine and its and not mine & its:
            yield f"other {word} found ({_values(mine, kind)} here, {_values(its, kind)} there)"
    if abs(one.event - other.event) > 1 and written(one, one.event) and written(other, other.event):
        yield f"the lead names {day(one.event, one)} here, {day(other.event, other)} there"
    if one.published and other.published and abs(one.published - other.published) >= A_WEEK:
        yield _apart(abs(one.published - other.published))
    for a, b, where in ((one, other, "here"), (other, one, "there")):
        own = _rarest(set(a.marked(CHIEF).tolist()).difference(b.numbers.tolist()), rarity)
        inside = {word for n in b.numbers.tolist() if n & PAIR for word in NUMBERS.spelled.get(n, "").split(" ")}
        telling = _spelled([n for n in own if NUMBERS.spelled[n] not in inside], forms)
        if telling:  # of all its names the telling ones; the other may have them in passing
            yield f"{', '.join(telling)} stand{'s' if len(telling) == 1 else ''} out {where}"
    titles = set(one.marked(TITLE).tolist()), set(other.marked(TITLE).tolist())
    if all(titles) and titles[0].isdisjoint(titles[1]):
        yield "no word of the headlines shared"


def day(ordinal: int, *articles: Evidence) -> str:
    """A day in words: its date where one of the articles writes it, else the weekday that they name: of which week is not told."""
    on = date.fromordinal(ordinal)
    return on.isoformat() if any(written(article, ordinal) for article in articles) else f"{on:%A}"


def written(evidence: Evidence, ordinal: int) -> bool:
    """Whether an article gives a day with its month."""
    on = date.fromordinal(ordinal) if ordinal else None
    return on is not None and on.month * 100 + on.day in set(map(value, evidence.marked(MONTH_DAY).tolist()))


def _apart(days: int) -> str:
    return "published the same day" if not days else f"published {days} day{'' if days == 1 else 's'} apart"


def _values(signs: Iterable[int], kind: int) -> str:
    if kind == AGE:
        return ", ".join(map(str, sorted(map(value, signs))[:MOST_VALUES]))
    known = sorted(NUMBERS.spelled[n].removeprefix("street: ").title() for n in signs if n in NUMBERS.spelled)
    return ", ".join(known[:MOST_VALUES]) or "others"


def _rarest(numbers: Iterable[int], rarity: Rarity) -> list[int]:
    known = sorted(n for n in numbers if n in NUMBERS.spelled)
    weights = rarity.of(known).tolist()
    return [n for _, _, n in sorted(((-w, NUMBERS.spelled[n], n) for n, w in zip(known, weights, strict=True)))]


def _spelled(numbers: list[int], forms: Forms) -> list[str]:
    inside = {word for n in numbers if n & PAIR for word in NUMBERS.spelled[n].split(" ")}  # of full names: not said twice
    words = [forms.get(n) or NUMBERS.spelled[n].title() for n in numbers if NUMBERS.spelled[n] not in inside]
    return words[:MOST_WORDS]
