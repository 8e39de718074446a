"""What a story and a decision are called in words: titles, and the evidence that two articles share.

Evidence and tellings come in; words for readers go out. Decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice

import numpy

from samestory.grouping.background import Rarity
from samestory.grouping.likeness import day
from samestory.grouping.signs import AGE, DAY, NAME, NUMBER, STREET, TERM, Evidence, value
from samestory.grouping.wording import Wordings
from samestory.grouping.words import NUMBERS, STEMS
from samestory.model import Telling

MOST_NAMES = 5
MOST_LOOKED_AT = 40  # shared names, rarest first
MOST_TERMS = 5
MOST_NUMBERS = 3
LONGEST_TITLE = 140
SITE_WORDS = 4  # a site's name behind a bar is no longer than this
_BAR = " | "


def shared(a: Evidence, b: Evidence, rarity: Rarity, wordings: Wordings) -> tuple[str, ...]:
    """The rare names, terms, numbers and days that two articles share, most telling first, as they stand there."""
    both = _Both(a, b)
    streets = sorted(street for n in both.marked(STREET) if (street := _street(n, wordings)))
    names = [name for name in _names(both.marked(NAME), rarity, wordings) if not _is_street(name, streets)]
    parts = {word.lower() for name in names for word in name.split(" ")}
    ages = sorted(age for age in both.values(AGE) if wordings.one.age(age) and wordings.other.age(age))
    numbers = _rarest(both.marked(NUMBER), rarity)
    terms = _rarest(both.marked(TERM) - both.marked(NAME) - both.marked(NUMBER), rarity)
    written = (wordings.word(spelled) for spelled in terms)
    return (
        *names,
        *(f"street {street}" for street in streets if not any(f" {street} " in name for name in names)),
        *(f"age {age}" for age in ages),
        *_first((wordings.number(n) for n in numbers if not n.isdigit() or int(n) not in both.values(AGE)), MOST_NUMBERS),
        *_first((word for word in written if word.lower() not in parts), MOST_TERMS),
        *dict.fromkeys(day(ordinal, a, b) for ordinal in sorted(both.values(DAY))[:2]),
    )


def _names(signs: set[int], rarity: Rarity, wordings: Wordings) -> list[str]:
    """The rarest names as both have them: no part of a name beside the whole."""
    ranked = _rarest(signs, rarity)[:MOST_LOOKED_AT]
    written = {spelled: wordings.name(spelled) for spelled in ranked if " " in spelled}
    whole = {*filter(None, written.values())}
    inside = {word for spelled in written for word in spelled.split(" ")}
    inside |= {STEMS[word] for name in whole for word in name.split(" ")}
    named = (written.get(spelled) or wordings.name(spelled) for spelled in ranked if spelled not in inside)
    found = (name for name in named if not any(name != other and f" {name} " in f" {other} " for other in whole))
    return _first(found, MOST_NAMES)


def _street(sign: int, wordings: Wordings) -> str:
    name = NUMBERS.spelled.get(sign, "").removeprefix("street: ")
    return wordings.one.street(name) if name and wordings.other.street(name) else ""


def _is_street(name: str, streets: Sequence[str]) -> bool:
    """Whether a name says a street again: "Tanner Street"."""
    return name.count(" ") == 1 and name.split(" ")[0] in streets


def _first(words: Iterable[str], most: int) -> list[str]:
    """The first that are words at all, each once."""
    return [*islice(dict.fromkeys(word for word in words if word), most)]


class _Both:
    """The signs that two articles share."""

    def __init__(self, a: Evidence, b: Evidence) -> None:
        other = numpy.searchsorted(b.numbers[:-1], a.numbers)
        mine = numpy.flatnonzero(b.numbers[other] == a.numbers) if len(b.numbers) else other[:0]
        self._numbers = a.numbers[mine]
        self._marks = a.marks[mine] & b.marks[other[mine]]

    def marked(self, kind: int) -> set[int]:
        return set(self._numbers[(self._marks & kind) > 0].tolist())

    def values(self, kind: int) -> list[int]:
        return [value(sign) for sign in self.marked(kind)]


def _rarest(numbers: set[int], rarity: Rarity) -> list[str]:
    """The keys of words, rarest first."""
    known = sorted(numbers & NUMBERS.spelled.keys())  # those of an article read long ago may have been forgotten
    ranked = zip(rarity.of(known).tolist(), map(NUMBERS.spelled.__getitem__, known), strict=True)
    return [spelled for _, spelled in sorted(ranked, reverse=True)]


def named(evidence: Evidence, headline: str | None) -> str:
    """An article in words: its headline, else its id, and its day of publication where that is known."""
    words = _clean(headline or "")
    if len(words) > LONGEST_TITLE:
        words = words[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
    day = f" ({date.fromordinal(evidence.published).isoformat()})" if evidence.published else ""
    return (f"“{words}”" if words else evidence.article) + day


def title(tellings: Sequence[Telling]) -> str:
    """The title of the earliest article that has one, else the first sentence of the earliest."""
    for telling in tellings:
        if telling.article.title and telling.article.title.strip():
            return _clean(telling.article.title)
    return _first_sentence(tellings[0])


def _clean(words: str) -> str:
    """A title on one line, without the site's name behind a bar: "Mill burns | The Harbour Ledger"."""
    whole = " ".join(words.split())
    head, bar, tail = whole.rpartition(_BAR) if _BAR in whole else whole.rpartition(" « ")
    return head if bar and len(tail.split()) <= SITE_WORDS < len(head.split()) + 2 else whole


def _first_sentence(telling: Telling) -> str:
    article = telling.article
    spans = [block.span for block in article.blocks if block.kind in ("title", "heading", "body")]
    inside = [s for s in telling.sentences if any(block.holds(s) for block in spans)] or spans
    words = " ".join(article.words(inside[0]).split()) if inside else ""
    if len(words) > LONGEST_TITLE:
        words = words[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
    return words or "(no text)"
