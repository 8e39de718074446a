"""What one telling offers for telling events apart: terms, names, places, streets, ages, numbers, days, fingerprints.

A Telling comes in; its `Evidence` goes out. Only title, body and headings are used, so that a menu which many pages
share groups nothing. Works on plain text: needs no language model, so that it is fast and any telling will do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samestory.grouping import days, shingles
from samestory.grouping.background import Rarity
from samestory.grouping.words import STOP_WORDS, stem
from samestory.model import Telling

USED_KINDS = frozenset({"title", "body", "heading"})
LONGEST = 12_000  # characters of body used: a round-up's tail speaks of other events
LEAD_WORDS = 60  # the first words, title included, which tell the event itself
MOST_TERMS = 220  # distinct terms kept of one article, most frequent and earliest first

_TOKEN = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)*")
_AGE = re.compile(  # "35-year-old", "12 - year - old", "Ann Doe, 35," "aged 35", "age 35"
    r"\b(\d{1,3})\s?[-‐‑–]?\s?years?\s?[-‐‑–]?\s?olds?\b|(?<=[a-z])\s?,\s(\d{1,2})\s?,|\b[Aa]ged?\s(\d{1,3})\b|\b[Hh]e was (\d{1,2})\b"
)
_STREET = re.compile(  # "Main Street", "East 56th St.", "block of Balsam Court"
    r"((?:[NSEW]\.?\s)?(?:[A-Z][\w'’]+|\d{1,3}(?:st|nd|rd|th))(?:\s[A-Z][\w'’]+)?)\s"
    r"(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Drive|Dr\b|Boulevard|Blvd\b|Lane|Ln\b|Court|Ct\b|Place|Pl\b|Parkway|Highway|Way|Circle|Terrace)"
    r"|blocks? of ((?:[NSEW]\.?\s|North\s|South\s|East\s|West\s)?(?:[A-Z][\w'’]+|\d{1,3}(?:st|nd|rd|th)))"
)
_DIRECTIONS = frozenset({"north", "south", "east", "west", "n", "s", "e", "w", "n.", "s.", "e.", "w.", "the"})
_SENTENCE_ENDS = frozenset('.!?:\n\r"“”‘([•|')


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one article offers. Words are numbers of the grouper's `Rarity`."""

    article: str
    outlet: str | None
    terms: dict[int, float]  # 1 + log of the times each occurs
    lead: frozenset[int]
    title: frozenset[int]
    names: frozenset[int]  # single words of names, and full names as pairs
    streets: frozenset[int]
    ages: frozenset[int]
    numbers: frozenset[int]
    days: days.Days
    prints: frozenset[int]
    length: int  # words

    def words(self) -> set[int]:
        """All the words and names by which rarity is learnt."""
        return set(self.terms) | self.names | self.lead | self.streets


def gather(telling: Telling, rarity: Rarity) -> tuple[Evidence, dict[int, str]]:
    """The evidence of a telling, and how its names are written there."""
    article = telling.article
    pieces = [article.words(block.span) for block in article.blocks if block.kind in USED_KINDS]
    body = "\n".join(pieces)[:LONGEST]
    title = article.title or (pieces[0] if pieces and len(pieces[0]) < 160 else "")
    published = date.fromisoformat(telling.published.day) if telling.published and not telling.published.inferred else None
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    plain: list[str] = []
    for word, surface, named in _tokens(body):
        plain.append(surface)
        if word:
            counts[word] += 1
        if named:
            names.setdefault(word, surface)
    names.update(_full_names(body))
    lead = [*word_keys(title), *_keys(plain[:LEAD_WORDS])]
    number = rarity.number
    kept = counts.most_common(MOST_TERMS)
    forms = {number(name): surface for name, surface in names.items()}
    evidence = Evidence(
        article=article.id,
        outlet=article.outlet,
        terms={number(word): _tf(count) for word, count in kept},
        lead=frozenset(map(number, lead)),
        title=frozenset(map(number, word_keys(title))),
        names=frozenset(forms),
        streets=frozenset(number("street: " + street) for street in _streets(body)),
        ages=frozenset(int(next(filter(None, found))) for found in _AGE.findall(body)),
        numbers=frozenset(number(word) for word in counts if word[0].isdigit() and (len(word) > 1)),
        days=days.find(body, published),
        prints=shingles.sample([surface.casefold() for surface in plain]),
        length=len(plain),
    )
    return evidence, forms


def word_keys(text: str) -> Iterator[str]:
    """The words of a text as keys: lower case, without endings, without the commonest words."""
    return _keys(_TOKEN.findall(text))


def _keys(surfaces: list[str]) -> Iterator[str]:
    for surface in surfaces:
        word = stem(surface)
        if word not in STOP_WORDS:
            yield word


def _tokens(text: str) -> Iterator[tuple[str, str, bool]]:
    """Each word's key ("" for the commonest words), how it is written, and whether it is a name there."""
    for found in _TOKEN.finditer(text):
        surface = found[0]
        word = stem(surface)
        if word in STOP_WORDS:
            yield "", surface, False
        else:
            yield word, surface, surface[0].isupper() and not _opens(text, found.start())


def _opens(text: str, at: int) -> bool:
    """Whether a sentence, a line or a quotation begins at this place, so that a capital says nothing."""
    before = text[max(0, at - 2) : at]
    return not before.strip(" ") or before[-1] in _SENTENCE_ENDS or before[0] in _SENTENCE_ENDS


_PAIR = re.compile(r"\b([A-Z][^\W\d_]+(?:['’-][^\W\d_]+)*)\s(?:[A-Z]\s?\.\s)?([A-Z][^\W\d_]+(?:['’-][^\W\d_]+)*)")


def _full_names(text: str) -> Iterator[tuple[str, str]]:
    """Two capitalised words in a row: "Ann Doe", "Fort Worth", "Balsam Court"."""
    for first, last in _PAIR.findall(text):
        one, two = stem(first), stem(last)
        if one not in STOP_WORDS and two not in STOP_WORDS:
            yield f"{one} {two}", f"{first} {last}"


def _streets(text: str) -> Iterator[str]:
    for one, two in _STREET.findall(text):
        words = [word for word in (one or two).casefold().split() if word not in _DIRECTIONS]
        if words:
            yield words[-1]


def _tf(count: int) -> float:
    return _TF[min(count, len(_TF) - 1)]


_TF = (0.0, 1.0, 1.7, 2.1, 2.4, 2.6, 2.8, 2.9, 3.1, 3.2, 3.3)  # 1 + ln(count); shared objects keep memory small
