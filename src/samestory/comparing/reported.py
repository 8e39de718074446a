"""Indirect speech that reports the words of a saying.

The tellings and the people of the story come in; for the quoted words of a saying, one version for each article goes out that
reports them of the same speaker. A paraphrase shows no edits; where it keeps nearly all words, that their marks are gone is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from samestory.comparing import wording
from samestory.comparing.echoes import BARE, in_marks, lay
from samestory.comparing.persons import Persons
from samestory.comparing.rarity import Rarity
from samestory.comparing.utterances import Utterance
from samestory.model import Edit, Quote, Telling, Version

SHARED = 0.75  # of the matter of the quoted words, by weight, that an indirect version must hold
FEWEST = 4  # words of matter in common, else "he would resign" is everybody's
# "according to him these fast whirlpools could engulf small animals and carry them over long distances": words are exchanged,
# and what is left of the quoted ones stands in the same order.
IN_ORDER = 0.6  # of the quoted words
FEWEST_IN_ORDER = 10  # words


class Reported:
    """The indirect speech of the story, by speaker."""

    def __init__(self, tellings: Sequence[Telling], persons: Persons) -> None:
        self._persons = persons
        self._tellings = tellings
        self._said: dict[str, list[tuple[int, Quote, str, frozenset[str]]]] = defaultdict(list)
        for place, telling in enumerate(tellings):
            for quote in telling.quotes:
                speaker = persons.identity(quote.speaker.name) if quote.speaker else None
                if quote.kind == "indirect" and speaker is not None:
                    words = " ".join(telling.article.words(piece) for piece in quote.content)
                    self._said[speaker].append((place, quote, words, wording.matter(words)))
        self._rarity = Rarity([matter for said in self._said.values() for _, _, _, matter in said])

    def versions(self, uttered: Sequence[Utterance], texts: Sequence[str], quoted: frozenset[int]) -> list[tuple[int, Version]]:
        """One version for each article, besides those that quote them, that reports these words."""
        best: dict[int, tuple[float, Quote, str, str]] = {}
        matters = [(text, wording.matter(text)) for text in dict.fromkeys(texts)]
        for speaker in sorted({self._persons.identity(one.speaker) or "" for one in uttered} - {""}):
            for place, quote, words, matter in self._said.get(speaker, ()):
                if place in quoted:
                    continue
                score, text = max((self._share(text, ours, words, matter), text) for text, ours in matters)
                if score > best.get(place, (0.0,))[0]:
                    best[place] = (score, quote, words, text)
        return [(place, _version(self._tellings[place], *found[1:])) for place, found in sorted(best.items())]

    def _share(self, text: str, ours: frozenset[str], words: str, matter: frozenset[str]) -> float:
        """The part of the quoted matter that is reported; 0 where it is too little to be sure."""
        common = ours & matter
        if len(common) < FEWEST:
            return 0.0
        share = self._rarity.total(common) / self._rarity.total(ours)
        if share >= SHARED:
            return share
        said = wording.keys(text)
        kept = LCSseq.similarity(said, wording.keys(words))
        return share if kept >= max(FEWEST_IN_ORDER, IN_ORDER * len(said)) else 0.0


def _version(telling: Telling, quote: Quote, words: str, said: str) -> Version:
    laid = lay(wording.keys(said), wording.keys(words))
    same = laid is not None and laid.matched >= BARE * len(wording.keys(said))
    kept = same and not any(in_marks(telling, piece) for piece in quote.content)
    return Version(
        article=telling.article.id,
        kind="indirect",
        content=quote.content,
        text=words,
        speaker=quote.speaker.name if quote.speaker else None,
        medium=quote.medium.name if quote.medium else None,
        edits=(Edit("marks", words, said),) if kept else (),
    )
