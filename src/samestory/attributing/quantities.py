"""Numbers with the words that bound them: "more than 40", "at least three", "20 to 30", "dozens", "no".

Text comes in; each `Quantity` that goes out says where its words stand and between which bounds the number lies.
What is counted is not looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samestory import units
from samestory.attributing.needles import Search
from samestory.attributing.numerals import NUMBER, value

_OVER = (
    r"more than|over|at least|upwards? of|no (?:fewer|less) than|in excess of|above|a minimum of|well over|just over|"
    r"slightly (?:more than|over)"
)
_UNDER = r"fewer than|less than|under|up to|at most|no more than|as many as|as much as|below|nearly|almost|just under|close to|a maximum of"
_ABOUT = r"about|around|approximately|roughly|some|an estimated|approx\.|circa"
_NEAR = 0.1  # "nearly 40": 36 to 40. A convention of ours, wide enough for rounding to the next ten; of "about" see `units.leeway`
_NEARLY = ("nearly", "almost", "just under", "close to")
_VAGUE = {
    "dozens": 24.0,  # the plural says two at least of them; how newsrooms use it, 24 is low enough
    "scores": 40.0,
    "hundreds": 200.0,
    "thousands": 2000.0,
    "tens of thousands": 20000.0,
    "hundreds of thousands": 200000.0,
}
_VAGUE_WORDS = "|".join(sorted(_VAGUE, key=len, reverse=True))
_RANGE = rf"(?P<low>{NUMBER})(?: to | or |[-–])(?P<high>{NUMBER})"
_QUANTITY = Search(
    rf"(?<![\w.,$£€:/-])(?:between (?P<least>{NUMBER}) and (?P<most>{NUMBER})|(?<!between )"
    rf"(?:(?P<over>{_OVER})|(?P<under>{_UNDER})|(?P<about>{_ABOUT}))?"
    rf"(?(over) |(?(under) |(?(about) )))(?:{_RANGE}|(?P<number>{NUMBER})(?: or (?P<more>more|so|fewer))?|(?P<vague>{_VAGUE_WORDS})))"
    rf"(?![\w%]|[:/]\d|-\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text: `value` is None where the words give only a bound ("dozens")."""

    start: int  # of all its words
    end: int
    number: int  # where the number itself begins
    value: float | None
    low: float | None
    high: float | None
    words: str


def find(text: str) -> Iterator[Quantity]:
    """The quantities of the text, in order.

    >>> [(q.words, q.low, q.high) for q in find("Between 40 and 50 people, three to five dogs.")]
    [('Between 40 and 50', 40.0, 50.0), ('three to five', 3.0, 5.0)]

    >>> [(q.words, q.value, q.low, q.high) for q in find("More than 40 people and 20 to 30 dogs; dozens fled, nearly 100 stayed.")]
    [('More than 40', 40.0, 40.0, None), ('20 to 30', None, 20.0, 30.0), ('dozens', None, 24.0, None), ('nearly 100', 100.0, 90.0, 100.0)]
    """
    for found in _QUANTITY.finditer(text):
        quantity = _quantity(found)
        if quantity:
            yield quantity


def bounded(number: float, over: str | None, under: str | None, about: str | None) -> tuple[float | None, float | None]:
    """The bounds that the words before a number set."""
    if over:
        return number, None
    if under:
        return (round(number * (1 - _NEAR), 4) if under.lower() in _NEARLY else None), number
    rough = units.leeway(number) if about else 0.0
    return (round(number - rough, 4), round(number + rough, 4)) if about else (number, number)


def _quantity(found: re.Match[str]) -> Quantity | None:
    words, start, end = found[0], found.start(), found.end()
    spelt = value(f"{found['low']}-{found['high']}") if found["low"] and not any(c.isdigit() for c in words) else None
    if found["vague"]:
        low = _VAGUE[found["vague"].lower()]
        return Quantity(start, end, found.start("vague"), None, low, None, words)
    if found["low"] or found["least"]:
        first = "low" if found["low"] else "least"
        least, most = value(found[first]), value(found["high"] or found["most"])
        if spelt and least and most and least >= 20 > most:  # "forty-five" is one number
            return Quantity(start, end, found.start("low"), spelt, *bounded(spelt, found["over"], found["under"], found["about"]), words)
        if least is None or most is None or least >= most:
            return None
        return Quantity(start, end, found.start(first), None, least, most, words)
    number = value(found["number"])
    if number is None:
        return None
    about = found["about"] or ("so" if found["more"] == "so" else None)
    least, most = bounded(number, found["over"] or ("more" if found["more"] == "more" else None), found["under"], about)
    return Quantity(start, end, found.start("number"), number, least, most, words)
