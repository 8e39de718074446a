"""Words as they are compared: each with the key it is compared by and the marks that stand before it.

Text comes in, words with keys go out. Nothing here knows articles or quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from samestory.text import fold

# Words that carry no news of their own; what is left of a sentence without them says what it is about.
_LIGHT = """
    a an the and or but nor so yet if then than that this these those there here it its it's he she they we you i him her them us me
    his hers their theirs our ours my mine your yours who whom whose which what when where why how of in on at by to from for with
    without into onto over under about after before between during through against among as is are was were be been being am do does
    did done has have had having will would shall should can could may might must not no n't up down out off again also just only very
    too more most much many some any all both each other another such own same one's said says say saying told tell according added
    new one two including include includes official officials local
    police authorities"""
LIGHT = frozenset(_LIGHT.split())
_NEGATIONS = "no not never none nobody nothing nowhere neither nor cannot without hardly barely"
NEGATIONS = frozenset(_NEGATIONS.split())
_COUNTED = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    twenty"""
NUMERALS = {word: value for value, word in enumerate(_COUNTED.split())} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
    "dozen": 12,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
}

# "1,200"; "U.S."; "&"; "[W]e" and "don't"
_WORD = re.compile(r"\d+(?:[.,]\d+)*|\b(?:[A-Za-z]\.){2,}|&|(?:\[\w+\])?\w+(?:'\w+)*(?:\[\w+\])?")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "ly", "s", "e", "y")
_SHORTEST_STEM = 4
_REMEMBERED = 1 << 16  # words: a long story has some 20,000 different ones, and each sentence is asked for its words many times


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, and what stands between it and the word before."""

    key: str  # what it is compared by
    text: str
    before: str


def split(text: str) -> tuple[Word, ...]:
    """The words of a text in order.

    >>> [(word.before, word.key) for word in split("We’re 4 — [A]nd glad")]
    [('', "we're"), (' ', '4'), (' — ', 'and'), (' ', 'glad')]
    """
    found: list[Word] = []
    folded = fold(text)
    end = 0
    for match in _WORD.finditer(folded):
        start = match.start()
        found.append(Word(_key(match.group()), text[start : match.end()], text[end:start]))
        end = match.end()
    return tuple(found)


@lru_cache(_REMEMBERED)
def _key(word: str) -> str:
    if word == "&":
        return "and"
    plain = word if word[0].isdigit() else word.replace(".", "")
    return plain.replace("[", "").replace("]", "").casefold()


def keys(text: str) -> tuple[str, ...]:
    """The keys of a text's words.

    >>> keys("The “big” one!")
    ('the', 'big', 'one')
    """
    return tuple(map(_key, _WORD.findall(fold(text))))


def light(key: str) -> bool:
    """Whether a word carries no news of its own; "she's" and "they'll" neither."""
    return key in LIGHT or key.partition("'")[0] in LIGHT


@lru_cache(_REMEMBERED)
def stem(key: str) -> str:
    """A word without the ending that number, tense and the like give it; crude, and the same every time.

    >>> stem("injured") == stem("injuries") == stem("injuring")
    True
    """
    key = key.removesuffix("'s")
    for ending in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST_STEM:
            return key.removesuffix(ending)
    return key


def matter(text: str) -> frozenset[str]:
    """What a sentence is about: the stems of its words that are not light.

    >>> sorted(matter("The two boats were sinking, she said."))
    ['boat', 'sink']
    """
    return stems(keys(text))


def stems(words: Iterable[str]) -> frozenset[str]:
    """The stems of those of some keys that are not light."""
    return frozenset(stem(key) for key in words if not light(key))


def number(key: str) -> float | None:
    """The value of a numeral in digits or of one number word.

    >>> number("1,200"), number("four"), number("boat")
    (1200.0, 4.0, None)
    """
    if key in NUMERALS:
        return float(NUMERALS[key])
    plain = key.replace(",", "")
    return float(plain) if re.fullmatch(r"\d+(\.\d+)?", plain) else None


def negates(key: str) -> bool:
    """Whether a word turns its sentence round."""
    return key in NEGATIONS or key.endswith("n't")
