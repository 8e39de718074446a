"""What speaks for and against one event in two articles, in words that a reader can look up.

The evidence of two articles comes in; clauses ("both headlines say mill, sandlow", "published 40 days apart") go out. Weighs nothing:
the score that decides is made of these and of the words shared, which `explaining` names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import numpy

from samestory.grouping.background import Rarity
from samestory.grouping.signs import AGE, CHIEF, MONTH_DAY, NAME, PRINT, QUOTED, STREET, TITLE, Evidence, value
from samestory.grouping.wording import Wording, Wordings, is_title
from samestory.grouping.words import NUMBERS, PAIR

MOST_WORDS = 4  # of the headlines, of names that one lacks
MOST_VALUES = 3  # streets and ages
STRONG = 2  # headline words from which on what is shared is not thin
MOST_THIN = 3  # full names and headline words from which on it is not either
SAME_TEXT = 4  # shared fingerprints from which on "the same passages" is said: one in 16 runs of words leaves one
A_WEEK = 7  # days between two publications that are worth saying; days told apart are said from 2 on


def common(one: Evidence, other: Evidence, rarity: Rarity, wordings: Wordings) -> Iterator[str]:
    """What both have besides words: headline words, a day, passages, a quotation, publication; that this is little, where it is."""
    shared, ours, theirs = numpy.intersect1d(one.numbers, other.numbers, assume_unique=True, return_indices=True)
    marks = one.marks[ours] & other.marks[theirs]
    said = (wordings.headline(NUMBERS.spelled[n]) for n in _rarest(shared[(marks & TITLE) > 0].tolist(), rarity))
    titles = [word for word in said if word][:MOST_WORDS]
    if titles:
        yield f"both headlines say {', '.join(titles)}"
    passages = numpy.count_nonzero(marks & PRINT) >= SAME_TEXT and wordings.same_passages()
    quoted = numpy.count_nonzero(marks & QUOTED) > 0
    if passages:
        yield "both have the same passages"
    elif quoted:
        yield "both quote the same words"
    leads = bool(one.event) and one.event == other.event
    if leads:
        yield f"both leads name {day(one.event, one, other)}"
    if one.published and other.published:
        yield _apart(abs(one.published - other.published))
    if len(titles) < STRONG and not (passages or quoted or leads or numpy.count_nonzero(marks & (STREET | AGE))):
        full = _full_names(shared[(marks & NAME) > 0].tolist(), wordings)
        if full + len(titles) < MOST_THIN:
            names = ("", "one full name, ", "two full names, ")[full]
            yield f"beside that only {names}single words and numbers shared"


def _full_names(signs: Iterable[int], wordings: Wordings) -> int:
    """How many people, bodies and places two articles share by their full names."""
    pairs = [wordings.name(NUMBERS.spelled[n]) for n in signs if n & PAIR and n in NUMBERS.spelled]
    counted: set[str] = set()
    found = 0
    for name in sorted(filter(None, pairs), key=lambda name: (-len(name), name)):
        words = set(name.lower().split(" "))
        if not words & counted and not is_title(name.split(" ")[0]):
            found += 1
        counted |= words
    return found


def contrasts(one: Evidence, other: Evidence, rarity: Rarity, wordings: Wordings) -> Iterator[str]:
    """What the two have that is not the same, and what one has that the other lacks."""
    for kind, word in ((STREET, "streets"), (AGE, "ages")):
        mine, its = set(one.marked(kind).tolist()), set(other.marked(kind).tolist())
        here, there = (_values(found, kind, article) for found, article in ((mine, wordings.one), (its, wordings.other)))
        if here and there and not mine & its:
            yield f"other {word} found ({here} here, {there} there)"
    if abs(one.event - other.event) > 1 and written(one, one.event) and written(other, other.event):
        yield f"the lead names {day(one.event, one)} here, {day(other.event, other)} there"
    if one.published and other.published and abs(one.published - other.published) >= A_WEEK:
        yield _apart(abs(one.published - other.published))
    for a, b, written_in, where in ((one, other, wordings.one, "here"), (other, one, wordings.other, "there")):
        own = _rarest(set(a.marked(CHIEF).tolist()).difference(b.numbers.tolist()), rarity)
        inside = {word for n in b.numbers.tolist() if n & PAIR for word in NUMBERS.spelled.get(n, "").split(" ")}
        telling = _names([n for n in own if NUMBERS.spelled[n] not in inside], written_in)
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


def _values(signs: Iterable[int], kind: int, article: Wording) -> str:
    if kind == AGE:
        return ", ".join([str(years) for years in sorted(map(value, signs)) if article.age(years)][:MOST_VALUES])
    known = sorted(article.street(NUMBERS.spelled[n].removeprefix("street: ")) for n in signs if n in NUMBERS.spelled)
    return ", ".join([name for name in known if name][:MOST_VALUES])


def _rarest(numbers: Iterable[int], rarity: Rarity) -> list[int]:
    known = sorted(n for n in numbers if n in NUMBERS.spelled)
    weights = rarity.of(known).tolist()
    return [n for _, _, n in sorted(((-w, NUMBERS.spelled[n], n) for n, w in zip(known, weights, strict=True)))]


def _names(numbers: list[int], article: Wording) -> list[str]:
    inside = {word for n in numbers if n & PAIR for word in NUMBERS.spelled[n].split(" ")}  # of full names: not said twice
    names = (article.name(NUMBERS.spelled[n]) for n in numbers if NUMBERS.spelled[n] not in inside)
    return [name for name in dict.fromkeys(names) if name][:MOST_WORDS]
