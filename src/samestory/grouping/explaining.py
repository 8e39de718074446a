"""What a story and a decision are called in words: titles, and the evidence that two articles share.

Evidence and tellings come in; words for readers go out. Decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from heapq import nlargest

import numpy

from samestory.grouping.background import Rarity
from samestory.grouping.likeness import day
from samestory.grouping.signs import AGE, DAY, NAME, NUMBER, STREET, TERM, Evidence, value
from samestory.grouping.words import NUMBERS, PAIR
from samestory.model import Telling

MOST_NAMES = 5
MOST_TERMS = 5
MOST_NUMBERS = 3
LONGEST_TITLE = 140
SITE_WORDS = 4  # a site's name behind a bar is no longer than this
_BAR = " | "


def shared(a: Evidence, b: Evidence, rarity: Rarity, forms: dict[int, str]) -> tuple[str, ...]:
    """The rare names, terms, numbers and days that two articles share, most telling first; `a` is the one just read."""
    both = _Both(a, b)
    names = _rarest(both.marked(NAME), rarity, MOST_NAMES)
    spelled = NUMBERS.spelled
    inside = {word for n in names if n & PAIR for word in spelled[n].split(" ")}  # of full names: not said twice
    names = [n for n in names if spelled[n] not in inside]
    streets = sorted(spelled[n].removeprefix("street: ").title() for n in both.marked(STREET) & spelled.keys())
    ages = sorted(both.values(AGE))
    numbers = _rarest(both.marked(NUMBER), rarity, MOST_NUMBERS)
    terms = _rarest(both.marked(TERM) - both.marked(NAME) - both.marked(NUMBER), rarity, MOST_TERMS)
    return (
        *(forms.get(n) or spelled[n].title() for n in names),
        *(f"street {street}" for street in streets),
        *(f"age {age}" for age in ages),
        *(spelled[n] for n in numbers if not spelled[n].isdigit() or int(spelled[n]) not in ages),
        *(spelled[n] for n in terms),
        *dict.fromkeys(day(ordinal, a, b) for ordinal in sorted(both.values(DAY))[:2]),
    )


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


def _rarest(numbers: set[int], rarity: Rarity, most: int) -> list[int]:
    known = sorted(numbers & NUMBERS.spelled.keys())  # those of an article read long ago may have been forgotten
    ranked = zip(rarity.of(known).tolist(), map(NUMBERS.spelled.__getitem__, known), known, strict=True)
    return [n for _, _, n in nlargest(most, ranked)]


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
