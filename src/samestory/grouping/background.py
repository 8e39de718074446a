"""How common a word is: in the news at large (a shipped table) and in what has arrived lately.

Numbers of words (`words.number`) come in; their weights (inverse document frequency) go out. The table `background.txt.gz`
holds single words and numbers with the share of articles that have them; `training/background_terms.py` makes it.
Holds no articles, and no more words than the last `MOST` articles brought: older counts fade.
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files

import numpy
from numpy.typing import NDArray

from samestory.grouping.words import PAIR, number

STRENGTH = 300  # the background counts for as much as this many arrived articles
UNSEEN = 2e-5  # share of articles that have a word which the table lacks (30,364 articles counted)
UNSEEN_PAIR = 1e-4  # the same for two-word names and streets, which the table never holds
# From here on all counts are halved whenever so many have been counted: else a rare word would weigh 11 at 30 thousand
# articles and 14 at a million, marks set on the one would not fit the other, and the table would grow without end.
MOST = 30_000
FORGOTTEN = 0.6  # a word counted less often than this is forgotten when the counts are halved


@lru_cache(maxsize=1)
def shares() -> dict[int, float]:
    """The share of articles that have each word of the table: one line of words a share, `share<TAB>word word ...`."""
    table: dict[int, float] = {}
    text = gzip.decompress(files(__package__).joinpath("background.txt.gz").read_bytes()).decode("utf-8")
    for line in text.splitlines():
        share, _, words = line.partition("\t")
        table.update(dict.fromkeys(map(number, words.split(" ")), float(share)))
    return table


class _Counts(dict[int, float]):
    """Counts of words, the background's among them: a dictionary, because that is the fastest way from a word to its count."""

    def __init__(self) -> None:
        super().__init__()
        self.shares = shares()

    def __missing__(self, word: int) -> float:
        count = self[word] = self.background(word)
        return count

    def background(self, word: int) -> float:
        return STRENGTH * self.shares.get(word, UNSEEN_PAIR if word & PAIR else UNSEEN) + 0.5


class Rarity:
    """How rare each word is (inverse document frequency, natural logarithm), learnt as articles arrive."""

    def __init__(self) -> None:
        self.articles = 0  # arrived since the beginning
        self.halved = 0  # how many had arrived when the counts were last halved: what came before is not taken back
        self._counted = 0.0  # articles that the counts stand for
        self._counts = _Counts()

    def weight(self, word: int) -> float:
        """The weight of a word under what has been counted."""
        return math.log((STRENGTH + self._counted + 1.0) / self._counts[word])

    def of(self, words: Iterable[int]) -> NDArray[numpy.float64]:
        """The weights of these words, in their order."""
        counts = numpy.array([*map(self._counts.__getitem__, words)], dtype=numpy.float64)
        return math.log(STRENGTH + self._counted + 1.0) - numpy.log(counts)

    def learn(self, words: Sequence[int]) -> None:
        """Count one more article, which has these words."""
        self.articles += 1
        self._counted += 1.0
        self._more(words, 1.0)
        if self._counted >= MOST:
            self._halve()

    def count(self, words: Sequence[int], by: float) -> None:
        """Take back what an article counted because its story has been counted before (-1), or count it after all (1).

        Else a story's own names ("Equifax") would become common through its own articles, and the story would fall apart.
        """
        self._counted += by
        self._more(words, by)

    def kept(self) -> tuple[int, float, bytes, bytes]:
        """What has been counted, to be kept: articles, the articles the counts stand for, words and counts."""
        words = numpy.fromiter(self._counts.keys(), dtype="<i8", count=len(self._counts))
        counts = numpy.fromiter(self._counts.values(), dtype="<f8", count=len(self._counts))
        return self.articles, self._counted, words.tobytes(), counts.tobytes()

    def restore(self, kept: tuple[int, float, bytes, bytes]) -> None:
        """Take up the counts of an earlier run."""
        self.articles, self._counted = kept[:2]
        self.halved = self.articles
        self._counts = _Counts()
        self._counts.update(zip(numpy.frombuffer(kept[2], "<i8").tolist(), numpy.frombuffer(kept[3], "<f8").tolist(), strict=True))

    def _more(self, words: Sequence[int], by: float) -> None:
        counts = self._counts  # words come once each: their counts may be looked up first
        counts.update(zip(words, map(by.__add__, [*map(counts.__getitem__, words)]), strict=True))

    def _halve(self) -> None:
        self._counted /= 2
        self.halved = self.articles
        old, self._counts = self._counts, _Counts()
        for word, count in old.items():
            background = old.background(word)
            left = (count - background) / 2
            if left >= FORGOTTEN:
                self._counts[word] = background + left
