"""Whether a value that one telling states is told by no other, also not in words that made no fact there.

The tellings of a story and a line of one telling come in; yes or no goes out. When in doubt the value is taken as told elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from samestory.comparing import wording
from samestory.comparing.lining import Line, Stated
from samestory.model import Telling


class Unheard:
    """The sentences of the tellings, by the numbers and words they hold."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._sentences: list[tuple[int, frozenset[str]]] = []
        self._with: dict[str, list[int]] = defaultdict(list)
        for place, telling in enumerate(tellings):
            for span in telling.sentences:
                keys = frozenset(_plain(key) for key in wording.keys(telling.article.words(span).replace("-", " ")))
                for key in keys:
                    self._with[key].append(len(self._sentences))
                self._sentences.append((place, keys))

    def nowhere_else(self, line: Line) -> bool:
        """Whether the line's one telling is the only one that says so."""
        if line.tellings > 1 or line.elsewhere:
            return False
        return not any(self._told(one) for one in line.stated)

    def _told(self, one: Stated) -> bool:
        """Whether another telling has the value and a word of what it is about in one sentence."""
        value = [_plain(key) for key in wording.keys(one.telling.article.words(one.fact.span).replace("-", " "))]
        numbers = [key for key in value if key[0].isdigit()]
        words = {key for key in value if key not in wording.LIGHT}
        about = {_plain(key) for key in wording.keys(one.fact.about)} - wording.LIGHT
        for at in self._with.get((numbers or sorted(words) or [""])[0], ()):
            place, keys = self._sentences[at]
            if place != one.place and (about & keys if numbers else words <= keys):
                return True
        return False


def _plain(key: str) -> str:
    """A number in digits, another word as its stem."""
    value = wording.number(key)
    return f"{value:g}" if value is not None else wording.stem(key)
