"""Whether the words around a time expression speak of the past or of what is to come.

A passage and a place in it come in; "past", "present" or "future" goes out, read off the governing verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from samestory.language import Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

Tense = Literal["past", "present", "future"]

_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d", "may", "might", "could", "should", "can", "must", "ca"})
# "is scheduled for Friday", "plans to meet Friday", "due Friday"
_PLANNED = frozenset(
    "schedule expect plan set slate due intend agree hope want try aim prepare order ask tell urge allow invite vow promise need "
    "propose bind tentatively call likely able ready ".split()
)
_STARTS = frozenset({"begin", "start", "commence", "take"})  # "beginning Friday", "starting Monday"
_TELLS = frozenset({"say", "tell", "report", "announce", "write", "add"})


def tense(passage: Passage, start: int, end: int) -> Tense:
    """The tense told of the words at these characters of the passage's doc."""
    span = passage.doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return "past"
    return _of_word(span.root, in_title=passage.block.kind == "title")


def _of_word(word: Token, *, in_title: bool) -> Tense:
    for _ in range(12):  # climbing noun by noun; a tree of more is broken
        if word.pos_ in ("VERB", "AUX"):
            found = _of_verb(word, in_title=in_title)
            if found:
                return found
        elif word.lemma_.lower() in ("due", "likely", "ready", "effective") and word.pos_ == "ADJ":
            return "future"
        if word.head is word or word.head.i == word.i:
            break
        word = word.head
    return "past"


def _of_verb(verb: Token, *, in_title: bool) -> Tense | None:
    """None where the verb itself does not tell and its head must."""
    helpers = {t.lower_ for t in verb.children if t.dep_ in ("aux", "auxpass")}
    if helpers & {"to"} or verb.tag_ == "VB":
        return _of_infinitive(verb, helpers)
    if verb.tag_ == "MD" or helpers & _WILL:
        return "future"
    if verb.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBN":
        return _of_participle(verb, helpers)
    if verb.tag_ == "VBG":
        return _of_gerund(verb, helpers)
    if verb.lemma_ in _TELLS or in_title:
        return "past"
    return "present"


def _of_infinitive(verb: Token, helpers: set[str]) -> Tense | None:
    if helpers & _WILL:
        return "past" if "have" in helpers else "future"
    if helpers & {"did", "didn't"}:
        return "past"
    if "to" in helpers:
        head = verb.head
        if head.lemma_.lower() in _PLANNED or head.lemma_ == "be" or head.pos_ in ("NOUN", "PROPN", "ADJ"):
            return "future"
        if head.i == verb.i:  # a headline's "Mayor to quit Friday"
            return "future"
        return None
    return None if verb.head.i != verb.i else "future"


def _of_participle(verb: Token, helpers: set[str]) -> Tense | None:
    if helpers & {"has", "have", "had", "was", "were", "'ve", "’ve", "been", "did"}:
        planned = verb.lemma_ in _PLANNED and not helpers & {"has", "have", "had"}
        return "future" if planned and verb.lemma_ in ("schedule", "expect", "slate", "set") else "past"
    if verb.lemma_ in _PLANNED:
        return "future"
    return "present" if helpers & {"is", "are", "'s", "’s", "'re", "’re"} else "past"


def _of_gerund(verb: Token, helpers: set[str]) -> Tense | None:
    if verb.lemma_ in _STARTS and not helpers:
        return "future"
    if helpers & {"was", "were", "been", "had"}:
        return "past"
    if helpers & {"is", "are", "'s", "’s", "'re", "’re", "am", "'m", "’m"}:
        return "future" if verb.lemma_ == "go" else "present"
    return None
