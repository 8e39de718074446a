"""A sentence as words and values: "$4 million", "35%", "March 3", "Tuesday", "three" are one token each.

Text comes in, tokens go out with their places. A value stands under the name of its kind, so that two sentences that differ in a
number only are the same row of keys. Nothing is compared here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from samestory.comparing import wording
from samestory.text import fold

ValueKind = Literal["money", "percent", "count", "ordinal", "date", "weekday"]

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|\.)|Sept?(?:ember|\.)|Oct(?:ober|\.)"
    r"|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
_MAGNITUDES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9, "tn": 1e12, "trillion": 1e12}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = "two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"]
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_TOKEN = re.compile(
    rf"(?P<money>[$£€¥] ?(?:{_NUMBER})(?:[ -]?(?:m|mn|bn|tn|k|million|billion|trillion|thousand)\b)?)"
    rf"|(?P<percent>\b(?:{_NUMBER}) ?(?:%|per ?cent\b))"
    rf"|(?P<date>\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?!\w))"
    r"|(?P<weekday>\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
    r"|(?P<other>\b\d{3,5}(?: \d{3,})+\b|(?<=[A-Za-z]-)\d+\b"  # calls, "AK-47"
    r"|\b\d+(?:[-–:/.]\d+)+(?: ?[ap]\.?m\b)?|\b\d{1,2} ?[ap]\.?m\b|\b(?:1[89]|20)\d\d\b)"  # scores, clocks, years
    rf"|(?P<ordinal>\b\d+(?:st|nd|rd|th)\b|\b(?:{'|'.join(_ORDINALS)})\b)"
    rf"|(?P<count>\b(?:{_NUMBER})(?=\b|[GMT]B\b)(?: (?:million|billion|trillion|thousand)\b)?"
    rf"|\b(?:(?:{_TENS.replace(' ', '|')})(?:-(?:one|{_UNITS.replace(' ', '|')}))?|{_TEENS.replace(' ', '|')}|{_UNITS.replace(' ', '|')})"
    r"(?: (?:hundred|thousand|million|billion))?\b)"
    r"|(?P<word>\b(?:[A-Za-z]\.){2,}|\w+(?:'\w+)*)",
    re.I,
)
# "Resolution 755", "Flight 12": a number that is a name
_NUMBERED = re.compile(
    r"\b(?:Resolution|Bill|Flight|Route|Highway|Interstate|No\.|Section|Article|Amendment|Proposition|Channel|Room|Gate) $"
)
_NOT = re.compile(r"(\w+)n't$")
_WHOLE = {"wo": "will", "ca": "can", "sha": "shall"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a value of a sentence."""

    key: str  # a light word itself, the stem of another, "<percent>" for a value
    start: int
    end: int
    kind: ValueKind | None  # None for a word
    value: float | str | None
    capital: bool


def split(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of a stretch of text, with places in the whole text.

    >>> [token.key for token in split("It wasn't 35% of three", 0, 22)]
    ['it', 'was', 'not', '<percent>', 'of', '<count>']
    """
    for found in _TOKEN.finditer(fold(text[start:end])):
        yield from _tokens(found, start)


def _tokens(found: re.Match[str], offset: int) -> Iterator[Token]:
    kind, words = found.lastgroup or "word", found.group()
    start, end = offset + found.start(), offset + found.end()
    if kind == "word":
        yield from _word(words, start, end)
    elif kind == "other" or (
        kind == "count" and words[0].isdigit() and _NUMBERED.search(found.string[max(0, found.start() - 16) : found.start()])
    ):
        yield Token(words.casefold(), start, end, None, None, capital=False)
    else:
        yield Token(f"<{kind}>", start, end, kind, _value(kind, words), capital=False)  # type: ignore[arg-type]


def _word(words: str, start: int, end: int) -> Iterator[Token]:
    """A word; of "wasn't" two, so that it can be laid beside "was"."""
    key = words.casefold().replace(".", "")
    negated = _NOT.match(key)
    if negated:
        cut = start + negated.end(1)
        yield Token(_WHOLE.get(negated[1], negated[1]), start, cut, None, None, capital=words[0].isupper())
        yield Token("not", start, end, None, None, capital=False)
    elif key.endswith("'s") and key[:-2] not in ("it", "he", "she", "that", "there", "what", "who"):
        yield Token(wording.stem(key), start, end - 2, None, None, capital=words[0].isupper())
    else:
        plain = "not" if key in ("cannot", "n't") else key
        yield Token(plain if wording.light(plain) else wording.stem(plain), start, end, None, None, capital=words[0].isupper())


def _value(kind: str, words: str) -> float | str:
    if kind == "date":
        month = next(str(number) for number, name in enumerate(_MONTHS, 1) if name in words.casefold())
        return f"{month}-{re.sub(r'[^0-9]', '', words)}"
    if kind == "weekday":
        return words.casefold()
    if kind == "ordinal":
        plain = words.casefold()
        return float(_ORDINALS.index(plain) + 1 if plain in _ORDINALS else int(re.sub(r"\D", "", plain)))
    return _number(words)


def _number(words: str) -> float:
    """ "$4.3 million", "30 per cent", "twenty-one thousand".

    >>> _number("£21bn"), _number("twenty-one"), _number("1,877")
    (21000000000.0, 21.0, 1877.0)
    """
    plain = words.casefold().strip("$£€¥ ")
    digits = re.match(r"[\d,]*\d(?:\.\d+)?", plain)
    if digits:
        value, rest = float(digits.group().replace(",", "")), plain[digits.end() :].strip(" -")
        return value * _MAGNITUDES.get(rest, 1.0)
    value = 0.0
    for part in re.split(r"[- ]", plain):
        counted = wording.number(part) or 0.0
        value = value * counted if counted >= 100 and value else value + counted
    return value
