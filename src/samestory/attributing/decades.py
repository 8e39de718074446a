"""Ages told by their decade: "a man in his 40s", "Ann Doe, in her early 20s".

Passages and the people of the article come in; ages without a value go out, between two bounds, about the person named right before
or else about the noun ("man"). Decades of a century ("in the 40s") are no ages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from samestory.attributing.needles import Search
from samestory.language import Passage
from samestory.model import Fact, Person
from samestory.text import listed

_SOMEBODY = listed("""man woman male female person victim suspect driver passenger pedestrian resident patient gunman shooter officer
    motorist bicyclist cyclist""")
_NOUN = "|".join(sorted(_SOMEBODY))
_TEN = r"(?P<ten>[2-9]0|twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?:s|['’]s|ies)"
_IN_HIS = rf"(?P<words>in (?:his|her|their) (?P<part>early |mid[- ]?|late )?{_TEN})\b"
_BETWEEN = r"(?:,? (?:who (?:is|was) |believed to be |thought to be |said to be |also |only )?|,? \()"
_OF_SOMEBODY = Search(rf"\b(?P<who>{_NOUN}){_BETWEEN}{_IN_HIS}", re.IGNORECASE)
_BEHIND = Search(rf"{_BETWEEN}{_IN_HIS}", re.IGNORECASE)
_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}
_PARTS = {"early": (0, 4), "mid": (3, 7), "late": (6, 9), "": (0, 9)}  # years of the decade; wide, for nobody defines them


def find(passages: Sequence[Passage], roster: Sequence[Person]) -> Iterator[Fact]:
    """The ages told by decades."""
    ends = {span.end: person.name for person in roster for span in person.mentions}
    for passage in passages:
        text = passage.text
        if "0s" not in text and "0's" not in text and "0’s" not in text and "ties" not in text:
            continue
        for found in _OF_SOMEBODY.finditer(text):
            yield _fact(passage, found, found["who"].lower())
        for found in _BEHIND.finditer(text):
            name = ends.get(passage.start + found.start())
            if name:
                yield _fact(passage, found, name)


def _fact(passage: Passage, found: re.Match[str], about: str) -> Fact:
    ten = found["ten"].lower()
    first = int(ten) if ten.isdigit() else _TENS[ten]
    least, most = _PARTS[(found["part"] or "").lower().strip(" -")]
    span = passage.chars(*found.span("words"))
    return Fact("age", about, None, "year", float(first + least), float(first + most), span, None, "age-decade")
