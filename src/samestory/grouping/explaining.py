"""What a story and a decision are called in words: titles, and the evidence that two articles share.

Evidence and tellings come in; words for readers go out. Decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from heapq import nlargest

from samestory.grouping.background import Rarity
from samestory.grouping.evidence import Evidence
from samestory.model import Telling

MOST_NAMES = 5
MOST_TERMS = 5
MOST_NUMBERS = 3
LONGEST_TITLE = 140
SITE_WORDS = 4  # a site's name behind a bar is no longer than this
_BAR = " | "


def shared(a: Evidence, b: Evidence, rarity: Rarity, forms: dict[int, str]) -> tuple[str, ...]:
    """The rare names, terms, numbers and days that two articles share, most telling first."""
    words = rarity.words
    names = _rarest(a.names & b.names, rarity, MOST_NAMES)
    inside = {word for n in names for word in words[n].split(" ") if " " in words[n]}  # of full names: not said twice
    names = [n for n in names if words[n] not in inside]
    streets = sorted(rarity.words[n].removeprefix("street: ").title() for n in a.streets & b.streets)
    terms = _rarest((a.terms.keys() & b.terms.keys()) - a.names - b.names - a.numbers, rarity, MOST_TERMS)
    numbers = _rarest(a.numbers & b.numbers, rarity, MOST_NUMBERS)
    days = sorted(a.days.named & b.days.named)[:2]
    return (
        *(forms.get(n, rarity.words[n]) for n in names),
        *(f"street {street}" for street in streets),
        *(f"age {age}" for age in sorted(a.ages & b.ages)),
        *(rarity.words[n] for n in numbers if not rarity.words[n].isdigit() or int(rarity.words[n]) not in a.ages & b.ages),
        *(rarity.words[n] for n in terms),
        *(date.fromordinal(day).isoformat() for day in days),
    )


def _rarest(numbers: frozenset[int] | set[int], rarity: Rarity, most: int) -> list[int]:
    return [n for _, _, n in nlargest(most, ((rarity.weights[n], rarity.words[n], n) for n in numbers))]


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
