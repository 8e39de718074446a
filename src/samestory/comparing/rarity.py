"""How rare a word is among the sentences of one story, and which sentences share a rare word.

Sets of words come in, one for each sentence; weights and candidates go out. Sentences are looked up by their rarest
words only, so that finding the neighbours of all n sentences costs about n lookups and not n times n.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set

PROBES = 6  # rarest words of a sentence that are looked up: 4 lost trimmed fragments in made-up cases, 8 found no more
CROWD = 400  # a word that stands in more sentences than this is no probe unless a sentence has nothing rarer


class Rarity:
    """An index of sentences by word."""

    def __init__(self, sentences: Sequence[Set[str]]) -> None:
        self._total = len(sentences)
        self._postings: dict[str, list[int]] = defaultdict(list)
        for place, words in enumerate(sentences):
            for word in words:
                self._postings[word].append(place)

    def weight(self, word: str) -> float:
        """High for a rare word, near zero for one that stands everywhere."""
        return math.log1p(self._total / (1 + len(self._postings.get(word, ()))))

    def total(self, words: Iterable[str]) -> float:
        """The weight of several words together; the same whatever order a set gives them in."""
        return math.fsum(self.weight(word) for word in words)

    def near(self, words: Set[str]) -> list[int]:
        """The places of the sentences that share one of the rarest words that are shared at all, in order."""
        known = sorted((len(self._postings[word]), word) for word in words if len(self._postings.get(word, ())) > 1)
        probes = [word for count, word in known if count <= CROWD][:PROBES] or [word for _, word in known[:1]]
        return sorted({place for word in probes for place in self._postings[word]})
