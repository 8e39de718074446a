"""The words beside a value in its sentence: before it back to where its clause begins, after it up to where that ends.

A value's place comes in; words in order go out, the nearest first. What the value is called is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from samestory.comparing import wording
from samestory.model import Span, Telling
from samestory.text import DOUBLE, SINGLE, listed

BEFORE, AFTER = 6, 5  # words of a sentence on each side of the place that is left open
MORE = 2  # words by which a side may grow where its clause then ends, or a name
ENOUGH = 2  # words of matter that say what a value is of

_SHORT = "Mr|Mrs|Ms|Dr|St|Ave|Jr|Sr|Inc|Ltd|Corp|Co|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec"
_WORD = re.compile(rf"(?:[A-Za-z]\.){{2,}}|\b(?:{_SHORT})\.(?= )|[$£€]?\d[\d,.:]*\d(?:-\w+)*%?|[$£€#@]?\w(?:[\w'./&-]*\w)?%?")
_BREAK = re.compile(r"[,;:()\[\]\"|–—…\n]|[.!?]'?\s|--|\s-\s|(?<!\w)'|'(?!\w)")
_PLAIN = str.maketrans(dict.fromkeys(SINGLE, "'") | dict.fromkeys(DOUBLE, '"') | {"\u00a0": " ", "\u202f": " ", "\u2009": " "})
SIGNS = "$£€"


_AUXILIARIES = listed("was were is are be been being am has have had do does did will would can could may might must shall should")
_PREPOSITIONS = listed(
    """of in on at by to from for with without into onto over under about after before between during through against among per via
    around near behind above below toward towards until till upon within across along despite ahead amid inside outside following
    including off out up down away since"""
)
DETERMINERS = listed("a an the this these those his her its their our my your all each every both some any no another")
_PRONOUNS = listed("i he she they we you it him them us me himself herself themselves itself")
_CLAUSES = listed(
    "that which who whom whose because but while when where if although though whether what how why yet nor unless than as so"
)
_OPENING = _CLAUSES - listed("than as so yet nor whose")  # "when two passengers died"
_SAYING = listed("said says say saying told tells added adding announced reported according")
_OPENS = (_CLAUSES | _SAYING) - {"than"}  # "sold for more than $4 million"
_JOINING = listed("and or")
_ADVERBS = listed("also just only then now not never still even already later earlier ago away apiece together today yesterday here there")
_DAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
UNITS = listed(
    """miles mile kilometers kilometres km meters metres yards feet inches acres hectares tons tonnes gallons liters litres pounds
    kilograms kilos degrees"""
)
TIMES = listed("seconds minutes hours days weeks months years minute hour day week month year")
_MONTHS = listed(
    "january february march april may june july august september october november december jan. feb. aug. sept. oct. nov. dec."
)
NO_NOUNS = _AUXILIARIES | _PREPOSITIONS | DETERMINERS | _PRONOUNS | _CLAUSES | _SAYING | _JOINING | _ADVERBS | _DAYS
_PHRASES = _PREPOSITIONS | _JOINING | _DAYS  # another phrase begins
_DANGLING = (NO_NOUNS - _ADVERBS - _DAYS - {"him", "them", "her", "us", "me", "it"}) | _MONTHS | listed("just also only even still most")
_BOUNDS = listed("more less fewer at about around nearly almost over under some up most")
_PLURALS = listed("people men women children feet teeth police lives wives knives personnel crew aircraft")
_NO_COUNTED = listed("times thirds quarters halves fifths tenths others")
_NO_PLURALS = ("ss", "us", "is", "'s")
_BEFORE_NUMBERS = DETERMINERS | listed("of than")
_HOURS = listed("a.m. p.m. am pm")
_NUMERALS = frozenset(wording.NUMERALS) - {"one", "zero"}
_OLD = re.compile(r"(?:[ -]years?|[ -]months?)?[ -]old\b", re.I)


@dataclass(frozen=True, slots=True)
class Place:
    """A value in its sentence."""

    telling: Telling
    sentence: Span
    value: Span


@dataclass(frozen=True, slots=True)
class Word:
    key: str
    start: int
    end: int
    capital: bool
    parted: bool  # a mark stands between it and the word nearer to the value

    @property
    def light(self) -> bool:
        return wording.light(self.key) or self.key in NO_NOUNS

    @property
    def number(self) -> bool:
        return self.key[0].isdigit() or self.key[0] in SIGNS or self.key.split("-")[0] in _NUMERALS

    @property
    def plural(self) -> bool:
        if self.key in _NO_COUNTED or self.light:
            return False
        return self.key in _PLURALS or (self.key.endswith("s") and len(self.key) > 3 and not self.key.endswith(_NO_PLURALS))


class Around:
    """The words before a value, the nearest first, and those after it."""

    def __init__(self, place: Place) -> None:
        sentence, value = place.sentence, place.value
        self.shown = place.telling.article.text[sentence.start : sentence.end]
        self.text = self.shown.translate(_PLAIN)
        self.first, self.last = value.start - sentence.start, value.end - sentence.start
        self.open, self.close = self.first, self.last
        if self.text[: self.first].endswith("(") and self.text.startswith(")", self.last):
            self.open, self.close = self.first - 1, self.last + 1  # "6 liters (1.5 gallons) of liquid"
        self.before = list(self._before())
        self.after = list(self._after(self.close))

    def _before(self) -> Iterator[Word]:
        near = self.open
        for found in reversed(list(_WORD.finditer(self.text, 0, self.open))):
            yield self._word(found, self.text[found.end() : near] + (" " if near == self.open else ""))
            near = found.start()

    def _after(self, at: int) -> Iterator[Word]:
        for found in _WORD.finditer(self.text, at):
            yield self._word(found, self.text[at : found.start()])
            at = found.end()

    @staticmethod
    def _word(found: re.Match[str], gap: str) -> Word:
        return Word(found[0].casefold(), found.start(), found.end(), found[0][0].isupper(), bool(_BREAK.search(gap)))

    def past_old(self) -> list[Word] | None:
        """The words after "-year-old"; None where the value is no age."""
        old = _OLD.match(self.text, self.last)
        if old or re.search(r"[ -]old$", self.text[self.first : self.last], re.I):
            return list(self._after(old.end() if old else self.last))
        return None

    def with_unit(self) -> list[Word]:
        """The words after the number, its unit among them: "tons of steel"."""
        unit = re.search(r"(?<=\d )[a-z]+$|(?<=[a-z] )[a-z]+$", self.text[self.first : self.last])
        if not unit or unit[0] not in UNITS | TIMES:
            return self.after
        start = self.first + unit.start()
        return [Word(unit[0], start, self.last, False, False), *self.after]

    @property
    def opens(self) -> bool:
        """Whether the value begins its clause, with at most an article before it."""
        first = self.before[0] if self.before else None
        if first is not None and not first.parted and first.key in ("the", "a", "an"):
            first = self.before[1] if len(self.before) > 1 else None
        return first is None or first.parted or first.key in _OPENING

    def said(self, words: Sequence[Word]) -> str:
        return " ".join(self.shown[words[0].start : words[-1].end].split()) if words else ""


def left(before: Sequence[Word], past: int = 0) -> list[Word]:
    """The words before the value back to where the clause begins, nearest first."""
    found: list[Word] = []
    for at, word in enumerate(before):
        parted = word.parted and (bool(found) or not past) and not (found and found[-1].key in _OPENS)
        ends = parted or word.key in _OPENS or (word.key in _JOINING and bool(found))
        if ends and past and word.key not in _SAYING:
            past, ends = past - 1, False
        if ends:
            break
        if len(found) >= BEFORE + MORE and not (word.capital and found[-1].capital):
            return _begun(before[: at + 1])
        found.append(word)
    return _opened(found)


def _begun(found: Sequence[Word]) -> list[Word]:
    """A stretch that had to be cut begins where a phrase does."""
    starts = [at for at, word in enumerate(found[: BEFORE + 1]) if word.key in DETERMINERS | _PREPOSITIONS | _PRONOUNS]
    cut = next((at for at in reversed(starts) if matter(found[: at + 1]) >= ENOUGH), None)
    at = min(BEFORE, len(found)) if cut is None else cut + 1
    while at < len(found) and ((found[at].capital and found[at - 1].capital) or found[at - 1].key in _PREPOSITIONS):
        at += 1  # "took off from"
    if at < len(found) and found[at].key in DETERMINERS:
        at += 1
    return _opened(list(found[:at]))


def _opened(found: list[Word]) -> list[Word]:
    """Without "and", a number or "p.m." in front."""
    while len(found) > 1 and (found[-1].key in _JOINING or found[-1].number or found[-1].key in _HOURS):
        found.pop()
    return found


def right(after: Sequence[Word], most: int = AFTER, past: int = 0) -> list[Word]:
    """The words after the value up to where the clause ends, without what dangles there."""
    found: list[Word] = []
    for at, word in enumerate(after):
        # "Boeing 747" is a name; "three of their 11 games"
        numbered = word.number and not (found and (found[-1].capital or found[-1].key in _BEFORE_NUMBERS))
        ends = word.parted or numbered or word.key in _CLAUSES - {"than"} or word.key in _SAYING
        ends = ends or (word.key in _JOINING and _is_whole(found, word, after[at + 1 : at + 2]))
        if ends and past:
            past, ends = past - 1, False
        if ends:
            break
        if len(found) >= most + MORE and not (word.capital and found[-1].capital):
            found = found if word.key in _PHRASES else _ended(found, most)
            break
        found.append(word)
    while found and (found[-1].key in _DANGLING or ("'" in found[-1].key and found[-1].light)):
        found.pop()
    return found


def _is_whole(found: Sequence[Word], joining: Word, after: Sequence[Word]) -> bool:
    """Whether what follows "and" is another thing: "larger and 30 per cent brighter", "ships and planes", not "serious or grave wounds"."""
    if not found or matter(found) > ENOUGH or any(word.number or word.key in _BOUNDS for word in after):
        return True
    if found[-1].capital and all(word.capital for word in after):
        return False  # "Hannah and Ari"
    return joining.key == "and" and (matter(found) == ENOUGH or found[-1].plural)


def _ended(found: list[Word], most: int) -> list[Word]:
    """A stretch that had to be cut ends where a phrase does."""
    ends = [at for at in range(1, len(found)) if found[at].key in _PHRASES and matter(found[:at])]
    return found[: ends[-1]] if ends else found[:most]


def matter(words: Iterable[Word]) -> int:
    return sum(not word.light and not word.number for word in words)
