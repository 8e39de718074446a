"""How common a word is: in the news at large (a shipped table) and in what has arrived so far.

Words come in; their weights (inverse document frequency) go out. The table `background.txt.gz` holds single
words and numbers with the share of articles that have them; `training/background_terms.py` makes it.
Holds no articles.
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

STRENGTH = 300  # the background counts for as much as this many arrived articles
UNSEEN = 2e-5  # share of articles that have a word which the table lacks (30,364 articles counted)
RENEW_AT = 1.1  # all weights are renewed when a tenth more articles have arrived: the cost of an arrival stays flat
UNSEEN_PAIR = 1e-4  # the same for two-word names and fingerprints, which the table never holds


@lru_cache(maxsize=1)
def shares() -> dict[str, float]:
    """The share of articles that have each word of the table: one line of words a share, `share<TAB>word word ...`."""
    table: dict[str, float] = {}
    text = gzip.decompress(files(__package__).joinpath("background.txt.gz").read_bytes()).decode("utf-8")
    for line in text.splitlines():
        share, _, words = line.partition("\t")
        table.update(dict.fromkeys(words.split(" "), float(share)))
    return table


class _Numbers(dict[str, int]):
    """A dictionary, because that is the fastest way from a word to its number."""

    def __init__(self, rarity: Rarity) -> None:
        super().__init__()
        self._rarity = rarity

    def __missing__(self, word: str) -> int:
        number = self[word] = self._rarity.new(word)
        return number


class Rarity:
    """Numbers for words, and how rare each is, learnt as articles arrive."""

    def __init__(self) -> None:
        self.articles = 0
        self.words: list[str] = []
        self.weights: list[float] = []  # inverse document frequency, natural logarithm, by number
        self.squares: list[float] = []  # of the weights
        self._shares = shares()
        self.numbers = _Numbers(self)  # the number that stands for a word; a new word gets the next one
        self._counts: list[float] = []  # in the background and in what has arrived
        self._renewed = 0

    def new(self, word: str) -> int:
        """The number for a word met for the first time."""
        number = len(self.words)
        self.words.append(word)
        self._counts.append(STRENGTH * self._shares.get(word, UNSEEN_PAIR if " " in word else UNSEEN) + 0.5)
        weight = math.log((STRENGTH + self.articles + 1.0) / self._counts[number])
        self.weights.append(weight)
        self.squares.append(weight * weight)
        return number

    def learn(self, numbers: Iterable[int]) -> None:
        """Count one more article, which has these words."""
        self.articles += 1
        whole = STRENGTH + self.articles + 1.0
        for number in numbers:
            self._counts[number] += 1.0
            weight = self.weights[number] = math.log(whole / self._counts[number])
            self.squares[number] = weight * weight
        if self.articles > self._renewed * RENEW_AT + 10:
            self._renewed = self.articles
            self.weights = [math.log(whole / count) for count in self._counts]
            self.squares = [weight * weight for weight in self.weights]
