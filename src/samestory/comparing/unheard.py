"""Whether a value that one telling states is told by no other, also not in words that made no fact there.

The tellings of a story and a line of one telling come in; yes or no goes out. When in doubt the value is taken as told elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from samestory.comparing import wording
from samestory.comparing.judging import ROUND_FROM, ROUNDED_WITHIN
from samestory.comparing.lining import Line, Stated
from samestory.model import Telling

AGES = frozenset(wording.stem(word) for word in ("aged", "age", "old"))
SHARED = 2  # stems, besides the number, that make two sentences of one event


class Unheard:
    """The sentences of the tellings, by the numbers and words they hold."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._sentences: list[tuple[int, frozenset[str]]] = []
        self._stated: dict[tuple[object, ...], list[tuple[int, float]]] = defaultdict(list)
        self._with: dict[str, list[int]] = defaultdict(list)
        for place, telling in enumerate(tellings):
            for fact in telling.facts:
                if isinstance(fact.value, int | float):
                    self._stated[fact.kind, fact.unit].append((place, fact.value))
            for span in telling.sentences:
                keys = frozenset(_plain(key) for key in wording.keys(telling.article.words(span).replace("-", " ")))
                for key in keys:
                    self._with[key].append(len(self._sentences))
                self._sentences.append((place, keys))

    def nowhere_else(self, line: Line) -> bool:
        """Whether the line's one telling is the only one that says so."""
        if line.tellings > 1 or line.elsewhere or any(self._given(one) for one in line.stated):
            return False
        return not any(self._told(one) for one in line.stated)

    def _given(self, one: Stated) -> bool:
        """Whether another telling gives such a number of the same unit, of whomever: "a 58-year-old man" may be the man named here."""
        value = one.fact.value
        if not isinstance(value, int | float):
            return False
        off = 0 if one.fact.kind == "age" or abs(value) < ROUND_FROM else ROUNDED_WITHIN * abs(value)
        given = self._stated[one.fact.kind, one.fact.unit]
        return any(place != one.place and abs(other - value) <= off for place, other in given)

    def _told(self, one: Stated) -> bool:
        """Whether another telling has the value in a sentence with a word of what it is about, or of what is said with it here."""
        value = [_plain(key) for key in wording.keys(one.telling.article.words(one.fact.span).replace("-", " "))]
        numbers = [key for key in value if key[0].isdigit()]
        words = {key for key in value if key not in wording.LIGHT}
        about = frozenset(_plain(key) for key in wording.keys(one.fact.about)) - wording.LIGHT
        for at in self._with.get((numbers or sorted(words) or [""])[0], ()):
            place, keys = self._sentences[at]
            if place != one.place and (_of_one_thing(one, about, keys) if numbers else words <= keys):
                return True
        return False


def _of_one_thing(one: Stated, about: frozenset[str], keys: frozenset[str]) -> bool:
    """Whether a sentence with the same number may speak of the same: an age is one of anybody; "8 a.m." is no age."""
    if one.fact.kind == "age":
        return bool((about | AGES) & keys)
    return bool(about & keys) or len(one.matter & keys) >= SHARED


def _plain(key: str) -> str:
    """A number in digits, another word as its stem."""
    value = wording.number(key)
    return f"{value:g}" if value is not None else wording.stem(key)
