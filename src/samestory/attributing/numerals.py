"""Numbers as newspapers write them: "1,200", "twenty-four", "2 1/2", "half a dozen", "$1.9 trillion".

What comes in is text; what goes out are values. Words of vague size ("several", "dozens") have no value.
Nothing here knows what is counted.
"""

from __future__ import annotations

import re

# fmt: off
_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]
# fmt: on
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SMALL = {word: n for n, word in enumerate(_ONES)} | {word: 20 + 10 * n for n, word in enumerate(_TENS)}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SHORT_SCALES = {"k": 1_000, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
# fmt: off
ORDINALS = {word: n for n, word in enumerate([
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
    "fourteenth", "fifteenth",
], 1)}
# fmt: on
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "1/3": 1 / 3, "2/3": 2 / 3}

_WORD = "|".join(sorted([*SMALL, *SCALES, "dozen"], key=len, reverse=True))
_FRACTION = r"(?:[½¼¾]|[123]/[234](?![\d/]))"
DIGITS = rf"(?<![\d.,$£€])\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?(?:[ -]?{_FRACTION})?|[½¼¾]"
SPELLED = (
    r"(?:(?:an?|half an?) (?=hundred|thousand|million|billion|trillion|dozen))?"
    rf"(?:{_WORD})(?:(?:[ -]|,? and |-and-)(?:a half|(?:{_WORD})))*"
)
NUMBER = rf"(?:(?:{DIGITS})(?: (?:hundred|thousand|million|billion|trillion|dozen)\b)?|\b(?:{SPELLED})\b)"  # case: re.IGNORECASE

_TOKEN = re.compile(rf"\d[\d,]*(?:\.\d+)?|{_FRACTION}|[a-z]+|[½¼¾]")
_PLAIN = re.compile(r"(\d[\d,]*(?:\.\d+)?)(?:[ -]?(1/2|1/4|3/4|1/3|2/3|[½¼¾]))?")


def value(words: str) -> float | None:
    """What the number is; None where the words are no number.

    >>> [value(w) for w in ("1,200", "twenty-four", "2 1/2", "a hundred and five", "1.9 trillion", "half a dozen", "several")]
    [1200.0, 24.0, 2.5, 105.0, 1900000000000.0, 6.0, None]
    """
    words = words.strip().lower()
    plain = _PLAIN.fullmatch(words)
    if plain:
        return float(plain[1].replace(",", "")) + _FRACTIONS.get(plain[2] or "", 0.0)
    return _spelled(_TOKEN.findall(words))


def _spelled(tokens: list[str]) -> float | None:
    total, part, scale, seen = 0.0, 0.0, 1, False
    half = tokens[:2] in (["half", "a"], ["half", "an"])
    for token in tokens[2:] if half else tokens:
        if token in ("a", "an", "and"):
            continue
        if token == "dozen":
            part = (part or 1) * 12
        elif token in SCALES and SCALES[token] == 100:
            part = (part or 1) * 100
        elif token in SCALES:
            scale = SCALES[token]
            total, part = total + (part or 1) * scale, 0.0
        elif token == "half" and not part:
            part = 0.5 * scale
        else:
            number = _simple(token)
            if number is None:
                return None
            part += number
        seen = True
    return (total + part) * (0.5 if half else 1) if seen else None


def _simple(token: str) -> float | None:
    if token == "half":
        return 0.5
    if token in SMALL:
        return float(SMALL[token])
    if token in _FRACTIONS:
        return _FRACTIONS[token]
    return float(token.replace(",", "")) if token[0].isdigit() else None
