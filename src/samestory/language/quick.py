"""The language model run whole articles at a time: what the model itself would say, in a quarter of the time.

Texts come in, parsed docs go out: words, tags, parts of speech, basic forms, heads, labels, sentences, named things, the same
that `nlp.pipe` sets (not one of 357,153 tokens of news differed; sums are made in another order, so that a tie in the seventh
place may fall otherwise).
Not set: morphology and the docs' tensors, which no step reads. A model that is built otherwise than the one our requirements pin
is not run here: `Quick.of` gives None.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from samestory.language import entities
from samestory.language.arcs import Grammar
from samestory.language.forms import Forms
from samestory.language.states import Scorer
from samestory.language.vectors import Floats, Ids, Ints, Network, Unknown

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PIPES = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"]
PLACES_OF_A_NAME = 3  # the word, the first of the open name, the one before
COLUMNS = ("ORTH", "SPACY", "NORM", "PREFIX", "SUFFIX", "SHAPE", "IS_SPACE")
# Any odd numbers: they mix letters, norm and space into one number that tells the words of an article apart.
MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
BEGINS, INSIDE, OUTSIDE = 3, 1, 2  # a word's place in a name, as the language library numbers it


@dataclass(frozen=True)
class Quick:
    """The parts of the language model, ready to run."""

    nlp: Language
    words: Network
    tags: Floats
    tags_bias: Floats
    tag_ids: Ids
    grammar: Grammar
    forms: Forms
    named: Network
    naming: Scorer
    moves: entities.Moves

    @classmethod
    def of(cls, nlp: Language) -> Quick | None:
        """The parts of the model, or None where it is built otherwise than we know."""
        if nlp.pipe_names != PIPES:
            return None
        try:
            return cls._of(nlp)
        except (Unknown, KeyError, AttributeError, IndexError, ValueError):  # another model's parts have other names and sizes
            return None

    @classmethod
    def _of(cls, nlp: Language) -> Quick:
        from spacy import attrs
        from spacy.tokens.morphanalysis import MorphAnalysis

        pipe: Callable[[str], Any] = nlp.get_pipe
        tagger, ner, softmax = pipe("tagger"), pipe("ner"), pipe("tagger").model.layers[-1].layers[0]
        naming, names = Scorer.of(ner.model, PLACES_OF_A_NAME), {number: name for name, number in attrs.IDS.items()}
        if softmax.name != "softmax" or ner.cfg["beam_width"] != 1:
            raise Unknown("tagger or names")
        return cls(
            nlp=nlp,
            words=Network.of(pipe("tok2vec").model),
            tags=softmax.get_param("W").T.copy(),
            tags_bias=softmax.get_param("b"),
            tag_ids=np.array([nlp.vocab.strings[label] for label in tagger.labels], dtype=np.uint64),
            grammar=Grammar.of(pipe("parser"), nlp.make_doc("x")),
            forms=Forms.of(pipe("attribute_ruler"), pipe("lemmatizer"), names, MorphAnalysis.from_id),
            named=Network.of(ner.model.get_ref("tok2vec").layers[0]),
            naming=naming,
            moves=entities.Moves.of([ner.moves.get_class_name(i) for i in range(ner.moves.n_moves)]),
        )

    def read(self, texts: Sequence[str]) -> list[Doc]:
        """The paragraphs of an article, parsed."""
        docs = [self.nlp.make_doc(text) for text in texts]
        if not any(len(doc) for doc in docs):
            return docs
        lengths = [len(doc) for doc in docs]
        words = np.concatenate([doc.to_array(list(COLUMNS)) for doc in docs])
        first, which = _different(words)
        rows = self.words.rows(_columns(words[first], self.words), which, lengths)
        self.grammar.parse(docs, rows)
        after = np.concatenate([doc.to_array(["DEP", "SENT_START"]) for doc in docs])
        values = self._forms(words[:, 0], self.tag_ids[(rows @ self.tags + self.tags_bias).argmax(axis=1)], after[:, 0], lengths)
        closing = np.append(after[1:, 1] == 1, True)
        closing[np.cumsum(lengths) - 1] = True
        rows = self.named.rows(_columns(words[first], self.named), which, lengths)
        found = entities.find(self.naming, self.moves, rows, space=words[:, -1] == 1, closing=closing)
        values = np.concatenate([values, self._names(found, len(words))], axis=1)
        start = 0
        for doc, length in zip(docs, lengths, strict=True):
            doc.from_array(["TAG", "POS", "LEMMA", "DEP", "ENT_IOB", "ENT_TYPE"], values[start : start + length])  # type: ignore[arg-type]  # wide numbers are meant
            start += length
        return docs

    def _forms(self, words: Ids, tags: Ids, labels: Ids, lengths: Sequence[int]) -> Ids:
        every = list(zip(words.tolist(), tags.tolist(), labels.tolist(), strict=True))
        found, start = [], 0
        for length in lengths:
            found += self.forms.values(every[start : start + length])
            start += length
        return np.array(found, dtype=np.uint64)

    def _names(self, found: list[tuple[int, int, str]], length: int) -> Ids:
        values = np.zeros((length, 2), dtype=np.uint64)
        values[:, 0] = OUTSIDE
        for first, last, kind in found:
            values[first:last, 0] = INSIDE
            values[first, 0] = BEGINS
            values[first:last, 1] = self.nlp.vocab.strings[kind]
        return values


def _different(words: Ids) -> tuple[Ints, Ints]:
    """Where each different word stands first, and for each word which of those it is."""
    mixed = (words[:, : len(MIX)] * MIX).sum(axis=1, dtype=np.uint64)
    _, first, which = np.unique(mixed, return_index=True, return_inverse=True)
    return first, which


def _columns(words: Ids, network: Network) -> Ids:
    return np.ascontiguousarray(words[:, [COLUMNS.index(name) for name in network.features]])
