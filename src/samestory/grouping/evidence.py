"""What one telling offers for telling events apart: terms, names, places, streets, ages, numbers, days, fingerprints.

A Telling comes in; its `Evidence` goes out. Only title, body and headings are used, so that a menu which many pages
share groups nothing. Works on plain text: needs no language model, so that it is fast and any telling will do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from heapq import nlargest
from operator import itemgetter

from samestory.grouping import days, furniture, shingles
from samestory.grouping.background import Rarity
from samestory.grouping.signs import (
    AGE,
    CHIEF,
    DAY,
    LEAD,
    MONTH_DAY,
    NAME,
    NUMBER,
    PRINT,
    QUOTED,
    STREET,
    TERM,
    TITLE,
    YEAR,
    Evidence,
    frequency,
    put_together,
    tagged,
)
from samestory.grouping.words import NUMBERS, STEMS
from samestory.model import Telling

USED_KINDS = frozenset({"title", "body", "heading"})
LONGEST = 6_000  # characters of body used: a round-up's tail speaks of other events
LONGEST_TITLE = 160  # characters of a first line that may be a headline
TITLE_SEEN = 30  # characters by which a text is seen to begin with its title
LEAD_WORDS = 60  # the first words, title included, which tell the event itself
MOST_TERMS = 160  # distinct terms kept of one article, most frequent and earliest first
MOST_QUOTED = 3_000  # characters of quotations used
CHIEF_NAMES = 6  # names that matter most to an article

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d,.]*\d|\d")
_AGE = re.compile(r",\s(\d{1,2})\s?[,.]")  # "Ann Doe, 35, said"
_STREETS = frozenset(
    {"Street", "Streets", "St", "Avenue", "Avenues", "Ave", "Road", "Roads", "Rd", "Drive", "Dr", "Boulevard", "Blvd", "Lane", "Ln"}
    | {"Court", "Ct", "Place", "Parkway", "Pkwy", "Circle", "Terrace", "Row", "Crescent"}
)
_YEARS = frozenset({"year", "years"})
_AGED = frozenset({"aged", "age", "Age", "Aged"})
_COURTS = frozenset(
    {"supreme", "high", "district", "county", "circuit", "superior", "appeals", "federal", "juvenile", "criminal", "family", "surveillance"}
)
_BLOCKS = frozenset({"block", "blocks"})
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_CAPITAL = re.compile(r"(?<!\w)[A-ZÀ-ÞĀ-ſА-Я][^\W\d_]*(?:['’][^\W\d_]+)*")
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{25,800})[”\"]")  # a quotation long enough to be told by its words
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIRECTIONS = frozenset({"North", "South", "East", "West", "N", "S", "E", "W"})
_SENTENCE_ENDS = frozenset('.!?:\n\r"“”‘([•|')


def gather(telling: Telling, rarity: Rarity) -> tuple[Evidence, dict[int, str]]:
    """The evidence of a telling, and how its names are written there."""
    NUMBERS.forget_most()
    article = telling.article
    pieces = [article.words(block.span) for block in article.blocks if block.kind in USED_KINDS]
    title = furniture.headline(article.title or "") or (pieces[0] if pieces and len(pieces[0]) < LONGEST_TITLE else "")
    body = furniture.without("\n".join(pieces)[:LONGEST])
    plain = _TOKEN.findall(body)
    counts = Counter(_keys(plain))
    if title and not body.startswith(title[:TITLE_SEEN]):
        counts.update(word_keys(title))  # else a page whose text lacks the headline lacks the words that matter most
    number = NUMBERS.__getitem__
    terms = {number(word): count for word, count in sorted(counts.items(), key=itemgetter(1), reverse=True)[:MOST_TERMS]}
    forms = {number(name): surface for name, surface in _names(body).items()}
    title_words = frozenset(map(number, word_keys(title)))
    lead = title_words | frozenset(map(number, _keys(plain[:LEAD_WORDS])))
    told = days.find(plain, _published(telling))
    signs = (
        (TERM, terms),
        (NAME, forms),
        (LEAD, lead),
        (TITLE, title_words),
        (CHIEF, _chief(forms, terms, lead, rarity)),
        (NUMBER, [number(word) for word in counts if word[0].isdigit() and len(word) > 1 and not _YEAR.fullmatch(word)]),
        (STREET, [number("street: " + street) for street in _streets(plain)]),
        (AGE, tagged(AGE, _ages(body, plain))),
        (YEAR, tagged(YEAR, (int(word) for word in counts if _YEAR.fullmatch(word)))),
        (DAY, tagged(DAY, told.named)),
        (MONTH_DAY, tagged(MONTH_DAY, told.month_days)),
        (PRINT, tagged(PRINT, shingles.sample(plain))),
        (QUOTED, tagged(QUOTED, shingles.least(_TOKEN.findall(" | ".join(_QUOTED.findall(body))[:MOST_QUOTED])))),
    )
    outlet = number("outlet: " + article.outlet) if article.outlet else 0
    return put_together(article.id, outlet, told, signs, terms), forms


def word_keys(text: str) -> Iterator[str]:
    """The words of a text as keys: lower case, without endings, without the commonest words."""
    return _keys(_TOKEN.findall(text))


def _keys(surfaces: Iterable[str]) -> Iterator[str]:
    return filter(None, map(STEMS.__getitem__, surfaces))


def _published(telling: Telling) -> date | None:
    """The day of publication where the article gives it; one inferred from its words is no second witness to them."""
    published = telling.published
    return date.fromisoformat(published.day) if published and not published.inferred else None


def _names(text: str) -> dict[str, str]:
    """The names of a text as keys, single words and pairs ("Ann Doe", "Fort Worth"), and how they are written."""
    names: dict[str, str] = {}
    before = ("", "", -9)  # the capitalised word before: its key, how it is written, where it ends
    for found in _CAPITAL.finditer(text):
        surface = found[0]
        word = STEMS[surface]
        if not word or not surface[0].isupper():
            continue
        start, end = found.span()
        if word not in names and not _opens(text, start):
            names[word] = surface
        if _adjoin(text, before[2], start):
            names.setdefault(f"{before[0]} {word}", f"{before[1]} {surface}")
        before = (word, surface, end)
    return names


def _adjoin(text: str, end: int, start: int) -> bool:
    """Whether two capitalised words make one name: nothing but a blank, or an initial, stands between them."""
    between = text[end:start] if 0 < start - end < 6 else ""
    return between == " " or (len(between) > 3 and between[0] == " " and len(between.strip(" .")) == 1)


def _opens(text: str, at: int) -> bool:
    """Whether a sentence, a line or a quotation begins at this place, so that a capital says nothing."""
    before = text[max(0, at - 2) : at]
    return not before.strip(" ") or before[-1] in _SENTENCE_ENDS or before[0] in _SENTENCE_ENDS


def _chief(forms: dict[int, str], terms: dict[int, int], lead: frozenset[int], rarity: Rarity) -> list[int]:
    names = [n for n in forms if n in terms]
    ranked = ((frequency(terms[n]) * weight * (1.5 if n in lead else 1.0), n) for n, weight in zip(names, rarity.of(names), strict=True))
    return [n for _, n in nlargest(CHIEF_NAMES, ranked)]


def _streets(words: Sequence[str]) -> Iterator[str]:
    """The names of streets: "Balsam" of "Balsam Court" and "the 100 block of East Balsam", "56" of "56th Street"."""
    for at in _places(words, _STREETS):
        yield from _named(words[at - 2] if at > 1 and words[at - 1] in _ORDINALS else words[at - 1])
    for at in _places(words, _BLOCKS):
        if words[at + 1 : at + 2] == ["of"]:
            yield from _named(next((word for word in words[at + 2 : at + 4] if word not in _DIRECTIONS), ""))


def _places(words: Sequence[str], wanted: frozenset[str]) -> list[int]:
    return [] if wanted.isdisjoint(words) else [at for at, word in enumerate(words) if word in wanted and at]


def _named(word: str) -> Iterator[str]:
    low = word.lower()
    if (word[:1].isupper() or word.isdigit()) and low not in _COURTS:
        yield low


def _ages(text: str, words: Sequence[str]) -> Iterator[int]:
    """The ages of people: "35-year-old", "Ann Doe, 35,", "aged 35"."""
    for at in _places(words, _YEARS):
        if words[at + 1 : at + 2] in (["old"], ["olds"]) and _is_age(words[at - 1]):
            yield int(words[at - 1])
    for at in _places(words, _AGED):
        if at + 1 < len(words) and _is_age(words[at + 1]):
            yield int(words[at + 1])
    for found in _AGE.finditer(text):
        if text[max(0, found.start() - 2) : found.start()].rstrip(" ")[-1:].islower():
            yield int(found[1])


def _is_age(word: str) -> bool:
    return len(word) < 4 and word.isascii() and word.isdigit()
