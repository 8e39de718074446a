"""How what two articles share, or do not share, is written in them: the words that a decision's line names.

Headline and text come in; words as they stand there go out, or "" for what a reader would not take for a sign of one event: another
person of that name, a newspaper taken for a street, a tape's age, a telephone number, a credit, letters that a wrong encoding left.
Decides nothing: grouping weighs keys of words, and what is not named here is weighed none the less.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from samestory.grouping import furniture
from samestory.grouping.words import STEMS

READ = 8_000  # characters of a text; evidence takes three quarters of them, of its body alone
LONGEST_HEADLINE = 160  # characters of a first line that may be a headline
RUN = 8  # words that two texts share in one run where they "have the same passages"
MOST_MORE = 4  # words that a name may have beside its first two
SMALL = 100  # numbers below it are everywhere: named only where they count the same thing in both

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d,.]*\d|\d|[^\w\s]|\n")
_PHONE = re.compile(r"\b\d{3}\)?[-. ]{1,2}\d{3}[-. ]\d{4}(?!\d)|\b\d{3}-\d{4}\b|\b1-8\d\d-[\dA-Z-]+|\b\d?\d:\d\d\b")  # and clocks
_AGENCY = r"(?:[Ii]mages?|IMAGES?|[Pp]hotos?|PHOTOS?|Getty|Reuters|REUTERS|AFP|AP|EPA|Shutterstock|Dreamstime)"
_CREDIT = re.compile(
    rf"\([^()\n]{{0,80}}\b{_AGENCY}\b[^()\n]{{0,80}}\)|\b(?:[Pp]hoto|[Ii]mage|[Cc]redit|[Pp]hotograph)s?(?:\sby|:|\scourtesy)\s[^\n.;]{{0,60}}"
)
_SLASH = re.compile(r"/ ?(?:Getty Images|AFP|AP|Reuters|EPA)\b")
_BEFORE_SLASH = re.compile(rf"(?:[A-Z][^\W\d_]+ ){{1,3}}?{_SLASH.pattern}")
# Left by UTF-8 that was read as Latin letters ("Romneyâ€™s"), or a letter alone (of "U.S.").
_BROKEN = re.compile(r".*[^\W\d_][ÃÂâ]|.*[a-z][ÃÂ].*|[^\W\d_]", re.DOTALL)
# Fillers, zones of time, months (a day is told as a day), captions: they stand in any article.
_FILLERS = """
    ah oh uh um hmm hey est edt cst cdt mst mdt pst pdt gmt utc bst
    st nd rd th jan feb mar apr jun jul aug sep sept oct nov dec
    january february march april may june july august september october november december
    old
    photo photos image images gallery caption credit credits getty shutterstock dreamstime slideshow video videos file
    advertisement watch updated update posted published
"""
_BEFORE_NAMES = """
    president senator sen rep representative congressman congresswoman governor gov mayor secretary judge justice chief officer detective
    sergeant sgt lieutenant lt captain capt deputy sheriff dr doctor professor prof king queen prince princess pope minister chancellor
    candidate democrat democratic republican former vice general gen colonel col attorney director spokesman spokeswoman coach sir
    brig brigadier maj major adm admiral rev reverend hon lady lord saint st jr sr chairman chairwoman chair
"""
_ABOUT_NUMBERS = """
    year years old the a an of in to and on at by or from for with about is was were are than as that no am pm p m
    jan feb mar apr may jun june jul july aug sep sept oct nov dec
    january february march april august september october november december
"""
_NO_SIGN = frozenset(_FILLERS.split())
_TITLES = frozenset(_BEFORE_NAMES.split())
_NO_COUNT = frozenset(_ABOUT_NUMBERS.split())  # what stands beside any number
_IN = frozenset({"in", "at", "near", "across", "outside", "around", "throughout"})
_CALENDAR = "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_STREET = (
    r"(?:Streets?|St|Avenues?|Ave|Roads?|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Court|Ct|Place|Parkway|Pkwy|Circle|Terrace|Row|Crescent)\b"
)
_NO_STREETS = frozenset({"wall", "downing", "fleet", "sesame"})  # stand for banks, a government, the press
_THINGS = (
    "videos?|tapes?|recordings?|footage|clips?|photos?|pictures?|films?|movies?|songs?|albums?|shows?|series|laws?|rules?|bans?|polic(?:y|ies)"
    "|statutes?|deals?|treat(?:y|ies)|agreements?|pacts?|programs?|programmes?|projects?|compan(?:y|ies)|firms?|startups?|business|groups?"
    "|organi[sz]ations?|institutions?|newspapers?|magazines?|buildings?|houses?|homes?|schools?|churchs?|mosques?|bridges?|dams?|cars?|trucks?"
    "|vehicles?|planes?|ships?|systems?|records?|cases?|wars?|conflicts?|marriages?|traditions?|stars?|planets?|galax(?:y|ies)|universe|trees?"
    "|fossils?|skulls?|remains|cit(?:y|ies)|sites?|stations?|reactors?|plants?|models?|satellites?|spacecraft|probes?"
)


class Wording:
    """One article: its headline, and where in it each word stands."""

    def __init__(self, title: str | None, text: str) -> None:
        title, text = (title or "").replace("’", "'"), text[:READ].replace("’", "'")  # one form of "Sheriff's"
        first = text.lstrip().split("\n", 1)[0]
        self.headline = furniture.headline(title) or (first if len(first) < LONGEST_HEADLINE else "")
        self.known = bool(text)
        self._text = text

    @cached_property
    def text(self) -> str:
        """The text without credits, telephone numbers and clocks."""
        text = _CREDIT.sub(" ", _PHONE.sub(" ", self._text))
        return _BEFORE_SLASH.sub(" ", text) if _SLASH.search(text) else text

    @cached_property
    def _tokens(self) -> list[str]:
        return _TOKEN.findall(f"{self.headline}\n{self.text}")

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, token in enumerate(self._tokens):
            found.setdefault(STEMS[token], []).append(at)
        return found

    def surfaces(self, key: str) -> Counter[str]:
        """How a word is written, without possessives."""
        return Counter(bare(self._tokens[at]) for at in self._places.get(key, ()))

    def headline_forms(self, key: str) -> list[str]:
        """The same of the headline alone."""
        return [bare(word) for word in _TOKEN.findall(self.headline) if STEMS[word] == key]

    def name(self, key: str) -> str:
        """A name of this article as it is written most often, "" for what is no name to a reader."""
        if " " in key:
            return next(self.pairs(key), "")
        ranked = sorted(self.surfaces(key).items(), key=lambda found: (found[0].isupper(), -found[1], found[0]))
        return next((word for word, _ in ranked if word[:1].isupper() and tellable(word)), "")

    def pairs(self, key: str) -> Iterator[str]:
        """The places where two words make one name, as it is written there, and with what else may belong to it ("Wall Street Journal")."""
        one, _, two = key.partition(" ")
        for at in self._places.get(one, ()):
            end = next((end for end in (at + 1, at + 3) if self._key(end) == two and self._joined(at, end)), None)
            if end is not None and self._tokens[at][:1].isupper():
                last = next(stop for stop in range(end, end + MOST_MORE + 1) if stop == end + MOST_MORE or not self._is_name(stop + 1))
                for stop in range(end, last + 1):
                    yield " ".join([*self._tokens[at:stop], bare(self._tokens[stop])]).replace(" . ", ". ")

    def _joined(self, at: int, end: int) -> bool:
        return end == at + 1 or (len(self._tokens[at + 1]) == 1 and self._tokens[at + 2] == ".")

    def _key(self, at: int) -> str | None:
        return STEMS[self._tokens[at]] if 0 <= at < len(self._tokens) else None

    def _is_name(self, at: int) -> bool:
        """Whether a capitalised word that is no title of a person stands here."""
        word = self._tokens[at] if 0 <= at < len(self._tokens) else ""
        return word[:1].isupper() and len(word) > 1 and bool(STEMS[word]) and word.lower() not in _TITLES

    def beside(self, key: str) -> tuple[set[str], bool]:
        """The names that stand right before and after one, and whether it is ever where something is ("in Ostwick")."""
        found: set[str] = set()
        place = False
        for at in self._places.get(key, ()):
            found.update(STEMS[self._tokens[side]] for side in (at - 1, at + 1) if self._is_name(side))
            place = place or (at > 0 and self._tokens[at - 1].lower() in _IN)
        return found, place

    def is_new(self, key: str) -> bool:
        """Whether "New" stands before a name wherever it stands."""
        places = self._places.get(key, ())
        return bool(places) and all(at and self._tokens[at - 1] in ("New", "NEW") for at in places)

    def counted(self, key: str) -> set[str]:
        """The words right before and after a number: what it counts, or what bears it."""
        found: set[str] = set()
        for at in self._places.get(key, ()):
            after = at + 2 if self._tokens[at + 1 : at + 2] == ["-"] else at + 1
            near = {word.lower().removesuffix("s") for word in (*self._tokens[max(0, at - 1) : at], *self._tokens[after : after + 1])}
            found |= {word for word in near if word.isalpha()}
        return found - _NO_COUNT

    def street(self, name: str) -> str:
        """A street by its name, "" where that is part of another name."""
        if name in _NO_STREETS or not self.known:
            return "" if self.known else name.title()
        written = rf"\b((?i:{re.escape(name)}))"
        road = rf"{written}(?:st|nd|rd|th)?\s+{_STREET}\.?(?!\s(?!{_CALENDAR})[A-Z][a-z])"
        block = rf"\bblocks?\s+of\s+(?:[A-Z][a-z]*\.?\s+)?{written}\b"
        found = re.search(f"{road}|{block}", f"{self.headline}\n{self.text}")
        return (found[1] or found[2]) if found else ""

    def age(self, years: int) -> bool:
        """Whether somebody is as old as that, and not a tape or a law."""
        if not self.known:
            return True
        old = rf"\b{years}[-\s]years?[-\s]olds?\b(?![-\s]+(?:{_THINGS})\b)|,\s{years}\s?[,.]|\b[Aa]ged?\s{years}\b"
        return re.search(old, f"{self.headline}\n{self.text}") is not None

    @cached_property
    def runs(self) -> tuple[tuple[str, ...], ...]:
        """All runs of `RUN` words, in order."""
        words = [token.lower() for token in self._tokens if token[0].isalnum()]
        return tuple(zip(*(words[start:] for start in range(RUN)), strict=False))

    def without(self, runs: frozenset[tuple[str, ...]]) -> Wording:
        """The same article without some runs of words; itself where they are the most of it."""
        words = [at for at, token in enumerate(self._tokens) if token[0].isalnum()]
        gone = {words[start + n] for start, run in enumerate(self.runs) if run in runs for n in range(RUN)}
        if not gone or 2 * len(gone) > len(words):
            return self
        rest = Wording(self.headline, self.text)
        rest._tokens = ["|" if at in gone else token for at, token in enumerate(self._tokens)]
        return rest


@dataclass(frozen=True, slots=True)
class Wordings:
    """Two articles: the one at hand and another."""

    one: Wording
    other: Wording

    def word(self, key: str, name: bool = False) -> str:
        """A word that both have, as it stands in both, else both its forms ("crutch / crutches"); of a name a form with a capital."""
        mine, its = self.one.surfaces(key), self.other.surfaces(key)
        if not self.other.known:
            its = mine
        if name and any(map(_capital, mine)) and any(map(_capital, its)):
            mine, its = (Counter({word: found[word] for word in found if _capital(word)}) for found in (mine, its))
        here, there = _folded(mine), _folded(its)
        both = here.keys() & there.keys()
        if both:
            folded = min(both, key=lambda word: (-min(here[word], there[word]), word))
            written = _form([word for word in (*mine, *its) if word.lower() == folded], name)
            return "" if not tellable(written) or (name and self._two_bearers(key)) else f"New {written}" if self._is_new(key) else written
        # "Times" of a newspaper and "time": a name and a word are not one.
        if not here or not there or all(map(_capital, mine)) != all(map(_capital, its)) or any(map(_loud, (*mine, *its))):
            return ""
        first, second = (min(found, key=lambda word: (-found[word], word)) for found in (mine, its))
        if _capital(first) and _capital(second):  # Lloyd is not of Lloyds
            return ""
        first, second = first.lower(), second.lower()
        return f"{first} / {second}" if tellable(first) and tellable(second) else ""

    def name(self, key: str) -> str:
        """A name that both have; the longest name of which it is a part that both have."""
        if " " not in key:
            return self.word(key, name=True)
        mine, its = Counter(self.one.pairs(key)), Counter(self.other.pairs(key))
        if not mine:
            return ""
        both = mine & its if self.other.known else mine
        if both:
            found = min(both, key=lambda found: (-found.count(" "), -both[found], found))
            title, _, rest = found.partition(" ")
            return rest if is_title(title) and " " in rest and not is_title(rest.split(" ")[0]) else found
        first, _, last = key.partition(" ")
        return f"{self.one.name(first)} {self.one.name(last)}".strip()

    def number(self, key: str) -> str:
        """A number that both have; a small one only where it counts, or names, the same thing in both."""
        written = self.word(key)
        if not self.other.known or not key.isdigit() or int(key) >= SMALL:
            return written
        return written if self.one.counted(key) & self.other.counted(key) else ""

    def headline(self, key: str) -> str:
        """A word that both headlines have, in one form."""
        mine, its = ({word.lower(): word for word in found.headline_forms(key)} for found in (self.one, self.other))
        both = sorted(mine.keys() & its.keys())
        written = its[both[0]] if both else ""
        return written if written and tellable(written) and not (written[0].isupper() and self._two_bearers(key)) else ""

    def same_passages(self) -> bool:
        """Whether a run of `RUN` words stands in both."""
        return not self.other.known or bool(self.shared_runs())

    def shared_runs(self) -> frozenset[tuple[str, ...]]:
        return frozenset(self.one.runs).intersection(self.other.runs)

    def of_one_outlet(self) -> Wordings:
        """The same two without what they share word for word, unless that is most of one: an outlet sets its links on many pages."""
        runs = self.shared_runs()
        one, other = self.one.without(runs), self.other.without(runs)
        return self if one is self.one or other is self.other else Wordings(one, other)

    def _is_new(self, key: str) -> bool:
        """Whether a name is never without "New" before it: Jersey is an island."""
        return self.one.is_new(key) and (self.other.is_new(key) or not self.other.known)

    def _two_bearers(self, key: str) -> bool:
        """Whether a name is always part of another one here than there ("Ada Quill", "Ada Marsh"), and no place."""
        mine, its = self.one.beside(key), self.other.beside(key)
        return bool(mine[0] and its[0]) and mine[0].isdisjoint(its[0]) and not (mine[1] and its[1])


def bare(word: str) -> str:
    """A word without a possessive ending.

    >>> bare("Ostwick’s"), bare("crutches")
    ('Ostwick', 'crutches')
    """
    return word[:-2] if len(word) > 2 and word[-2:] in ("'s", "’s", "'S", "’S") else word


def tellable(word: str) -> bool:
    """Whether a word is a sign to a reader: no letter alone, no broken encoding, no filler and no caption.

    >>> [tellable(word) for word in ("mill", "MarlowÃ", "â", "U", "EDT", "7")]
    [True, False, False, False, False, True]
    """
    return word.lower() not in _NO_SIGN and not _BROKEN.fullmatch(word) and not (word[0].isupper() and word.lower() in _TITLES)


def is_title(word: str) -> bool:
    """Whether a word stands before names and is none: "President"."""
    return word.lower() in _TITLES


def _form(forms: list[str], name: bool) -> str:
    """One of the ways in which a word is written: with a capital where it is a name, or always has one; not in capitals throughout."""
    capital = name or all(map(_capital, forms))
    return min(forms, key=lambda word: (_capital(word) != capital, _loud(word), -forms.count(word), word))


def _capital(word: str) -> bool:
    return word[0].isupper()


def _loud(word: str) -> bool:
    """In capitals throughout: of a magazine, or cried out."""
    return len(word) > 1 and word.isupper()


def _folded(surfaces: Counter[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for word, times in surfaces.items():
        found[word.lower()] += times
    return found
