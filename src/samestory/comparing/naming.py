"""What a value is called: a phrase of the sentence it stands in, word for word.

A value's place in its sentence comes in; a name goes out: the noun that the number counts or stands before ("relay satellite", "miles
northeast of Wexley"), or, where the words beside the number do not say plainly what it is of, the words around it between quotation
marks, with "…" in its place: “The moon appeared … larger”. Words from elsewhere in the sentence are never put together: they may be
of somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from samestory.comparing import wording
from samestory.model import Span, Telling
from samestory.text import DOUBLE, SINGLE

BEFORE, AFTER = 6, 5  # words of a sentence on each side of the place that is left open
MORE = 2  # words by which a side may grow where its clause then ends, or a name
NOUN = 4  # words of a noun phrase
PREDICATE = 7  # words that tell who they are that a number counts, and what became of them
ENOUGH = 2  # words of matter that say what a value is of
ASKED = 6  # places of which the one is chosen that says most of what the others say too

_SHORT = "Mr|Mrs|Ms|Dr|St|Ave|Jr|Sr|Inc|Ltd|Corp|Co|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec"
_WORD = re.compile(rf"(?:[A-Za-z]\.){{2,}}|\b(?:{_SHORT})\.(?= )|[$£€]?\d[\d,.:]*\d(?:-\w+)*%?|[$£€#@]?\w(?:[\w'./&-]*\w)?%?")
_BREAK = re.compile(r"[,;:()\[\]\"|–—…\n]|[.!?]'?\s|--|\s-\s|(?<!\w)'|'(?!\w)")
_PLAIN = str.maketrans(dict.fromkeys(SINGLE, "'") | dict.fromkeys(DOUBLE, '"') | {"\u00a0": " ", "\u202f": " ", "\u2009": " "})
_SIGNS = "$£€"
_INNER = str.maketrans(dict.fromkeys(DOUBLE, "'"))


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_AUXILIARIES = _listed("was were is are be been being am has have had do does did will would can could may might must shall should")
_PREPOSITIONS = _listed(
    """of in on at by to from for with without into onto over under about after before between during through against among per via
    around near behind above below toward towards until till upon within across along despite ahead amid inside outside following
    including off out up down away since"""
)
_DETERMINERS = _listed("a an the this these those his her its their our my your all each every both some any no another")
_PRONOUNS = _listed("i he she they we you it him them us me himself herself themselves itself")
_CLAUSES = _listed(
    "that which who whom whose because but while when where if although though whether what how why yet nor unless than as so"
)
_SAYING = _listed("said says say saying told tells added adding announced reported according")
_JOINING = _listed("and or")
_ADVERBS = _listed("also just only then now not never still even already later earlier ago away apiece together today yesterday here there")
_DAYS = _listed("monday tuesday wednesday thursday friday saturday sunday")
_STATES = _listed("dead wounded injured hurt missing")
_PLURALS = _listed("people men women children feet teeth police lives wives knives personnel crew aircraft")
_NO_COUNTED = _listed("times thirds quarters halves fifths tenths others")
_PARTICIPLES = _listed("born found held shot made led left taken given told sent set brought seen known kept lost struck hit")
_NO_PLURALS = ("ss", "us", "is", "'s")
_UNITS = _listed(
    """miles mile kilometers kilometres km meters metres yards feet inches acres hectares tons tonnes gallons liters litres pounds
    kilograms kilos degrees"""
)
_TIMES = _listed("seconds minutes hours days weeks months years minute hour day week month year")
_EXTENTS = _listed("diameter radius deep wide long tall high thick")
_MONTHS = _listed(
    "january february march april may june july august september october november december jan. feb. aug. sept. oct. nov. dec."
)
_DIRECTIONS = _listed("north south east west northeast northwest southeast southwest")
_NO_NOUNS = _AUXILIARIES | _PREPOSITIONS | _DETERMINERS | _PRONOUNS | _CLAUSES | _SAYING | _JOINING | _ADVERBS | _DAYS
_DANGLING = (_NO_NOUNS - _ADVERBS - _DAYS - {"him", "them", "her", "us", "me", "it"}) | _MONTHS | {"just", "also", "only", "even", "still"}
_HOURS = _listed("a.m. p.m. am pm")
_NUMERALS = frozenset(wording.NUMERALS) - {"one", "zero"}
_OLD = re.compile(r"(?:[ -]years?|[ -]months?)?[ -]old\b", re.I)


@dataclass(frozen=True, slots=True)
class Place:
    """A value in its sentence."""

    telling: Telling
    sentence: Span
    value: Span


@dataclass(frozen=True, slots=True)
class _Word:
    key: str
    start: int
    end: int
    capital: bool
    parted: bool  # a mark stands between it and the word nearer to the value

    @property
    def light(self) -> bool:
        return wording.light(self.key) or self.key in _NO_NOUNS

    @property
    def number(self) -> bool:
        return self.key[0].isdigit() or self.key[0] in _SIGNS or self.key.split("-")[0] in _NUMERALS


class _Around:
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

    def _before(self) -> Iterator[_Word]:
        near = self.open
        for found in reversed(list(_WORD.finditer(self.text, 0, self.open))):
            yield self._word(found, self.text[found.end() : near] + (" " if near == self.open else ""))
            near = found.start()

    def _after(self, at: int) -> Iterator[_Word]:
        for found in _WORD.finditer(self.text, at):
            yield self._word(found, self.text[at : found.start()])
            at = found.end()

    @staticmethod
    def _word(found: re.Match[str], gap: str) -> _Word:
        return _Word(found[0].casefold(), found.start(), found.end(), found[0][0].isupper(), bool(_BREAK.search(gap)))

    def past_old(self) -> list[_Word] | None:
        """The words after "-year-old"; None where the value is no age."""
        old = _OLD.match(self.text, self.last)
        if old or re.search(r"[ -]old$", self.text[self.first : self.last], re.I):
            return list(self._after(old.end() if old else self.last))
        return None

    def with_unit(self) -> list[_Word]:
        """The words after the number, its unit among them: "tons of steel"."""
        unit = re.search(r"(?<=\d )[a-z]+$|(?<=[a-z] )[a-z]+$", self.text[self.first : self.last])
        if not unit or unit[0] not in _UNITS | _TIMES:
            return self.after
        start = self.first + unit.start()
        return [_Word(unit[0], start, self.last, False, False), *self.after]

    @property
    def opens(self) -> bool:
        """Whether the value begins its clause, with at most an article before it."""
        first = self.before[0] if self.before else None
        if first is None or first.parted:
            return True
        return first.key in ("the", "a", "an") and (len(self.before) == 1 or self.before[1].parted)

    def said(self, words: Sequence[_Word]) -> str:
        return " ".join(self.shown[words[0].start : words[-1].end].split()) if words else ""


def of_number(places: Sequence[Place]) -> str:
    """What a number is of: the plain name, else the words around it; "" where none says anything."""
    return _best(places[:ASKED], (noun, _close, around))


def of_words(places: Sequence[Place]) -> str:
    """Where a day, a name or a "not" stands: the words around it; "" where there are none of matter."""
    return _best(places[:ASKED], (_close, around))


def _best(asked: Sequence[Place], ways: Sequence[Callable[[Place], str]]) -> str:
    """By the first way that finds any, the name that says most of what the other sentences say."""
    said = [wording.matter(one.telling.article.words(one.sentence)) for one in asked]
    for name in ways:
        found = []
        for at, place in enumerate(asked):
            words = name(place)
            others = frozenset[str]().union(*(matter for other, matter in enumerate(said) if other != at))
            found.append((words != "", len(wording.matter(words) & others), -at, words))
        if any(whole for whole, *_ in found):
            return max(found)[-1]
    return ""


def noun(place: Place) -> str:
    """What the number counts or stands before; "" where that is not plain."""
    near = _Around(place)
    aged = near.past_old()
    if aged is not None:
        return near.said(_one(aged, opens=near.opens))
    if not near.after or near.after[0].parted or near.open < near.first or near.text.startswith("-", near.last):
        return ""
    if _stands_before(near):
        one = _one(near.after, opens=False)
        return near.said(one) if _matter(one) >= ENOUGH or near.text[near.first] not in _SIGNS else ""
    return near.said(_counted(near, near.with_unit())) if near.text[near.last - 1] not in "%$" else ""


def around(place: Place) -> str:
    """The words around the value, with "…" in its place; "" where none of matter stand there."""
    near = _Around(place)
    left, right = _left(near.before), _right(near.after)
    if _matter((*left, *right)) < ENOUGH:
        left = _left(near.before, past=1)
    if _matter((*left, *right)) < ENOUGH:
        right = _right(near.after, AFTER + MORE, past=1)
    return _slot(near, left, right) if _matter((*left, *right)) else ""


def _close(place: Place) -> str:
    """The words around the value, where its own clause has enough of them."""
    near = _Around(place)
    left, right = _left(near.before), _right(near.after)
    return _slot(near, left, right) if _matter((*left, *right)) >= ENOUGH else ""


def _slot(near: _Around, left: Sequence[_Word], right: Sequence[_Word]) -> str:
    start, end = left[-1].start if left else near.open, right[-1].end if right else near.close
    said = f"{near.shown[start : near.first]}…{near.shown[near.last : end]}"
    return f"“{' '.join(said.translate(_INNER).split())}”"


def _stands_before(near: _Around) -> bool:
    """Whether the value stands before a noun as an adjective does: "a 10-minute interview", "the $7 million campaign"."""
    value = near.text[near.first : near.last]
    if near.after[0].light or near.after[0].number or near.after[0].key in _EXTENTS:
        return False
    if re.search(r"\d-?[a-z]|[a-z]-[a-z]", value, re.I) and not re.search(r"\d ", value) and value[-1] != "s":
        return True  # "18-month", "425kg"
    of_one = bool(near.before) and not near.before[0].parted and near.before[0].key in ("a", "an", "the", "its", "his", "her", "their")
    return of_one and value[0] in _SIGNS


def _one(words: Sequence[_Word], *, opens: bool) -> list[_Word]:
    """The noun phrase that begins here, with its "of", or what is told of it where it begins its clause."""
    found: list[_Word] = []
    for word in words:
        if word.parted or word.light or word.number or word.key.endswith("ly") or len(found) == NOUN or (found and _done(word)):
            break
        found.append(word)
    if not found or (len(found) == 1 and _done(found[0])):
        return []
    return _right(words, PREDICATE) if opens and len(found) < len(words) else _with_of(found, words)


def _done(word: _Word) -> bool:
    return word.key in _PARTICIPLES or (word.key.endswith("ed") and len(word.key) > 4)


def _counted(near: _Around, words: Sequence[_Word]) -> list[_Word]:
    """Those counted, up to the plural, with what became of them where the number begins its clause, or with their "of"."""
    last = next((at for at, word in enumerate(words[:NOUN]) if _ends(word)), None)
    if last is None or any(word.parted or word.number or _closes(word) for word in words[: last + 1]):
        return []
    while last + 1 < len(words) and _ends(words[last + 1]) and not words[last + 1].parted and _is_plural(words[last + 1]):
        last += 1  # "wounded people"
    found = list(words[: last + 1])
    if found[-1].key in _TIMES:
        return []  # "six weeks of": of what, the words before say
    if found[-1].key in _UNITS:
        return _measured(found, words)
    if near.opens:
        return _right(words, PREDICATE)
    whole = _with_of(found, words)
    return whole if _matter(whole) >= ENOUGH or found[-1].key in _STATES else []


def _closes(word: _Word) -> bool:
    return word.key in _NO_NOUNS and word.key != "other"


def _ends(word: _Word) -> bool:
    return word.key in _STATES or _is_plural(word)


def _is_plural(word: _Word) -> bool:
    if word.key in _NO_COUNTED:
        return False
    return word.key in _PLURALS or (word.key.endswith("s") and len(word.key) > 3 and not word.key.endswith(_NO_PLURALS) and not word.light)


def _measured(found: list[_Word], words: Sequence[_Word]) -> list[_Word]:
    """ "miles northeast of Wexley", "days of national mourning"; of "years" alone nobody knows what they are of."""
    after = words[len(found) :]
    if after and not after[0].parted and after[0].key in _DIRECTIONS:
        found = [*found, after[0]]
    whole = _with_of(found, words)
    return whole if len(whole) > len(found) else []


def _with_of(found: list[_Word], words: Sequence[_Word]) -> list[_Word]:
    """The noun with "of" and what follows that."""
    after = words[len(found) :]
    if not after or after[0].parted or after[0].key != "of":
        return found
    of = _right(after[1:])
    return [*found, after[0], *of] if of and not after[1].parted and _matter(of) else found


def _left(before: Sequence[_Word], past: int = 0) -> list[_Word]:
    """The words before the value back to where the clause begins, nearest first."""
    found: list[_Word] = []
    for at, word in enumerate(before):
        ends = (word.parted and bool(found or not past)) or word.key in _CLAUSES | _SAYING or (word.key in _JOINING and bool(found))
        if ends and past and word.key not in _SAYING:
            past, ends = past - 1, False
        if ends:
            break
        if len(found) >= BEFORE + MORE and not (word.capital and found[-1].capital):
            return _begun([*before[:at]])
        found.append(word)
    return _opened(found)


def _begun(found: list[_Word]) -> list[_Word]:
    """A stretch that had to be cut begins where a phrase does."""
    starts = [at for at, word in enumerate(found[: BEFORE + 1]) if word.key in _DETERMINERS | _PREPOSITIONS | _PRONOUNS]
    cut = next((at for at in reversed(starts) if _matter(found[: at + 1]) >= ENOUGH), None)
    if cut is not None:
        return _opened(found[: cut + 1])
    at = min(BEFORE, len(found))
    while at < len(found) and found[at].capital and found[at - 1].capital:
        at += 1
    return _opened(found[:at])


def _opened(found: list[_Word]) -> list[_Word]:
    """Without "and", a number or "p.m." in front."""
    while len(found) > 1 and (found[-1].key in _JOINING or found[-1].number or found[-1].key in _HOURS):
        found.pop()
    return found


def _right(after: Sequence[_Word], most: int = AFTER, past: int = 0) -> list[_Word]:
    """The words after the value up to where the clause ends, without what dangles there."""
    found: list[_Word] = []
    for at, word in enumerate(after):
        ends = word.parted or word.number or word.key in _CLAUSES - {"than"} or word.key in _SAYING
        ends = ends or (word.key in _JOINING and (_matter(found) > ENOUGH or _is_number(after[at + 1 : at + 2])))
        if ends and past:
            past, ends = past - 1, False
        if ends:
            break
        if len(found) >= most + MORE and not (word.capital and found[-1].capital):
            found = _ended(found, most)
            break
        found.append(word)
    while found and (found[-1].key in _DANGLING or ("'" in found[-1].key and found[-1].light)):
        found.pop()
    return found


def _is_number(words: Sequence[_Word]) -> bool:
    return any(word.number for word in words)


def _ended(found: list[_Word], most: int) -> list[_Word]:
    """A stretch that had to be cut ends where a phrase does."""
    ends = [at for at in range(1, most + 1) if found[at].key in _PREPOSITIONS | _JOINING | _DAYS and _matter(found[:at])]
    return found[: ends[-1]] if ends else found[:most]


def _matter(words: Iterable[_Word]) -> int:
    return sum(not word.light and not word.number for word in words)
