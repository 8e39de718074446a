"""What one telling offers for telling events apart: terms, names, places, streets, ages, numbers, days, fingerprints.

A Telling comes in; its `Evidence` goes out. Only title, body and headings are used, so that a menu which many pages
share groups nothing. Works on plain text: needs no language model, so that it is fast and any telling will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

import numpy
from numpy.typing import NDArray

from samestory.grouping import days, furniture, lexicon, shingles
from samestory.grouping.background import Rarity
from samestory.grouping.signs import (
    AGE,
    CHIEF,
    DAY,
    FREQUENCIES,
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
    Numbers,
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
IN_LEAD = 1.5  # how much more a name of the lead matters

_AGE = re.compile(r",\s(\d{1,2})\s?[,.](?!\d)")  # "Ann Doe, 35, said"
_COURTS = frozenset(
    {"supreme", "high", "district", "county", "circuit", "superior", "appeals", "federal", "juvenile", "criminal", "family", "surveillance"}
)
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_CAPITAL = re.compile(r"(?<!\w)[A-ZÀ-ÞĀ-ſА-Я][^\W\d_]*(?:['’][^\W\d_]+)*")
_QUOTATION = re.compile(r"[“\"]([^“”\"\n]{25,800})[”\"]")  # a quotation long enough to be told by its words
_DIRECTIONS = frozenset({"North", "South", "East", "West", "N", "S", "E", "W"})


def gather(telling: Telling, rarity: Rarity) -> Evidence:
    """The evidence of a telling, its chief names marked."""
    return with_chiefs(read(telling), rarity)


def read(telling: Telling) -> Evidence:
    """What depends on the telling alone: all but which of its names are the chief ones."""
    lexicon.LEXICON.forget_most()
    article = telling.article
    pieces = [article.words(block.span) for block in article.blocks if block.kind in USED_KINDS]
    title = furniture.headline(article.title or "") or (pieces[0] if pieces and len(pieces[0]) < LONGEST_TITLE else "")
    body, read = _body("\n".join(pieces)[:LONGEST])
    in_title = lexicon.rows(title).having(lexicon.WORD)
    in_body, marks = read.ids[(read.marks & lexicon.WORD) > 0], read.marks[(read.marks & lexicon.WORD) > 0]
    plain = lexicon.words(in_body)
    # A page whose text lacks the headline would else lack the words that matter most; first, so that no menu pushes them out.
    keyed = in_body if not title or body.startswith(title[:TITLE_SEEN]) else numpy.concatenate([in_title, in_body])
    terms, counts = _terms(_keyed(keyed))
    title_words = _keyed(in_title)
    lead = numpy.concatenate([title_words, _keyed(in_body[:LEAD_WORDS])])
    told = days.find(plain, _published(telling), numpy.flatnonzero(marks & lexicon.DAY).tolist())
    signs = (
        (TERM, terms),
        (NAME, [*names(read)]),
        (LEAD, lead),
        (TITLE, title_words),
        (NUMBER, lexicon.numbers(lexicon.marked(keyed, lexicon.NUMBER))),
        (STREET, [NUMBERS["street: " + street] for street in _streets(plain, marks)]),
        (AGE, tagged(AGE, [*_ages(body, plain, marks)])),
        (YEAR, tagged(YEAR, [int(STEMS[word]) for word in lexicon.words(lexicon.marked(keyed, lexicon.YEAR))])),
        (DAY, tagged(DAY, [*told.named])),
        (MONTH_DAY, tagged(MONTH_DAY, [*told.month_days])),
        (PRINT, tagged(PRINT, shingles.sampled(lexicon.codes(in_body)))),
        (QUOTED, tagged(QUOTED, shingles.smallest(lexicon.codes(_quoted(body))))),
    )
    outlet = NUMBERS["outlet: " + article.outlet] if article.outlet else 0
    return put_together(article.id, outlet, told, signs, (terms, counts))


def with_chiefs(evidence: Evidence, rarity: Rarity) -> Evidence:
    """The evidence with the names marked that matter most: rare, told often and early."""
    at = numpy.flatnonzero((evidence.marks & (NAME | TERM)) == NAME | TERM)
    numbers = evidence.numbers[at]
    early = numpy.where(evidence.marks[at] & LEAD > 0, IN_LEAD, 1.0)
    score = FREQUENCIES[evidence.counts[at]] * rarity.of(numbers.tolist()) * early
    marks = evidence.marks.copy()
    marks[at[numpy.lexsort((-numbers, -score))[:CHIEF_NAMES]]] |= CHIEF
    return replace(evidence, marks=marks)


def _body(text: str) -> tuple[str, lexicon.Rows]:
    """A text without furniture, and its rows."""
    read = lexicon.rows(text)
    phrases = lexicon.loud(read)
    plain = furniture.without(text, sorted(phrases)) if phrases else text
    return plain, read if plain == text else lexicon.rows(plain)


def _keyed(ids: NDArray[numpy.int32]) -> Numbers:
    """The numbers of words, without the commonest."""
    found = lexicon.numbers(ids)
    keyed: Numbers = found[found != 0]
    return keyed


def _terms(numbers: Numbers) -> tuple[Numbers, Numbers]:
    """The most frequent words, the earliest of them where they are equal, ascending, and how often each occurs."""
    order = numpy.argsort(numbers, kind="stable")
    ranked = numbers[order]
    starts = numpy.flatnonzero(numpy.concatenate([[True], ranked[1:] != ranked[:-1]])) if len(ranked) else order
    counts = numpy.diff(starts, append=len(ranked))
    kept = starts
    if len(starts) > MOST_TERMS:
        chosen = numpy.sort(numpy.lexsort((order[starts], -counts))[:MOST_TERMS])
        kept, counts = starts[chosen], counts[chosen]
    return ranked[kept], counts


def _quoted(text: str) -> NDArray[numpy.int32]:
    """The words that stand between quotation marks."""
    return lexicon.rows(" | ".join(_QUOTATION.findall(text))[:MOST_QUOTED]).having(lexicon.WORD)


def word_keys(text: str) -> Iterator[str]:
    """The words of a text as keys: lower case, without endings, without the commonest words."""
    return _keys(lexicon.WORD_OR_NUMBER.findall(text))


def _keys(surfaces: Iterable[str]) -> Iterator[str]:
    return filter(None, map(STEMS.__getitem__, surfaces))


def _published(telling: Telling) -> date | None:
    """The day of publication where the article gives it; one inferred from its words is no second witness to them."""
    published = telling.published
    return date.fromisoformat(published.day) if published and not published.inferred else None


def names(read: lexicon.Rows) -> dict[int, str]:
    """The names of a text by number, single words and pairs ("Ann Doe", "Fort Worth"), and how they are written."""
    at = numpy.flatnonzero(read.marks & lexicon.CAPITAL)
    ids, marks, before = read.ids[at], read.marks[at], numpy.where(at > 0, read.marks[at - 1], lexicon.CLOSES)
    first = (marks & lexicon.FIRST) > 0
    opens = (
        (marks & lexicon.OPENS > 0)
        | (first & (before & lexicon.CLOSES > 0))
        | ((marks & lexicon.SECOND > 0) & (before & lexicon.BREAK > 0))
    )
    # Two capitalised words make one name where nothing but a blank, or an initial, stands between them.
    gap = numpy.diff(at, prepend=-9)
    beside = (gap == 1) | ((gap == 2) & (before & lexicon.INITIAL > 0))
    joined = first & beside & (numpy.concatenate([[0], marks[:-1]]) & lexicon.LAST > 0)
    found: dict[int, str] = {}
    last = ""
    for number, word, opening, joins in zip(
        lexicon.numbers(ids).tolist(), lexicon.words(ids), opens.tolist(), joined.tolist(), strict=True
    ):
        if not opening and number not in found:
            found[number] = word
        if joins:
            found.setdefault(NUMBERS[f"{STEMS[last]} {STEMS[word]}"], f"{last} {word}")
        last = word
    return found


def _streets(words: Sequence[str], marks: NDArray[numpy.int32]) -> Iterator[str]:
    """The names of streets: "Balsam" of "Balsam Court" and "the 100 block of East Balsam", "56" of "56th Street"."""
    for at in _places(marks, lexicon.STREET):
        yield from _named(words[at - 2] if at > 1 and words[at - 1] in _ORDINALS else words[at - 1])
    for at in _places(marks, lexicon.BLOCK):
        if words[at + 1 : at + 2] == ["of"]:
            yield from _named(next((word for word in words[at + 2 : at + 4] if word not in _DIRECTIONS), ""))


def _places(marks: NDArray[numpy.int32], wanted: int) -> list[int]:
    """The places of the words of a kind, the first word of the text left out: nothing stands before it."""
    found: list[int] = numpy.flatnonzero(marks[1:] & wanted).tolist()
    return [at + 1 for at in found]


def _named(word: str) -> Iterator[str]:
    low = word.lower()
    if (word[:1].isupper() or word.isdigit()) and low not in _COURTS:
        yield low


def _ages(text: str, words: Sequence[str], marks: NDArray[numpy.int32]) -> Iterator[int]:
    """The ages of people: "35-year-old", "Ann Doe, 35,", "aged 35"."""
    for at in _places(marks, lexicon.YEARS):
        if words[at + 1 : at + 2] in (["old"], ["olds"]) and _is_age(words[at - 1]):
            yield int(words[at - 1])
    for at in _places(marks, lexicon.AGED):
        if at + 1 < len(words) and _is_age(words[at + 1]):
            yield int(words[at + 1])
    for found in _AGE.finditer(text):
        if text[max(0, found.start() - 2) : found.start()].rstrip(" ")[-1:].islower():
            yield int(found[1])


def _is_age(word: str) -> bool:
    return len(word) < 4 and word.isascii() and word.isdigit()
