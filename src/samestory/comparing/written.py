"""Whether two runs of words are the same words written otherwise: hyphens, contractions, numerals, British and American spelling.

Keys of words come in, yes or no goes out. Words that sound alike and mean something else ("its", "it's") stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from samestory.comparing import wording

# The longest first; "it's" is "it is" or "it has", which the other writer's words decide.
_CONTRACTED = (("can't", "can not"), ("cannot", "can not"), ("won't", "will not"), ("n't", " not"), ("'ve", " have"), ("'m", " am"))
_CONTRACTED_MORE = (("'re", " are"), ("'ll", " will"))
_OPEN = (("'s", (" is", " has", " us")), ("'d", (" would", " had")))
# British to American, one example each: paedophile, analyse, organise, neighbour, travelling, theatre, programme, per cent
_BRITISH = (
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"ys(?=e|i)"), "yz"),
    (re.compile(r"is(?=e\b|ed\b|es\b|ing\b|ation|er)"), "iz"),
    (re.compile(r"our"), "or"),
    (re.compile(r"ll"), "l"),
    (re.compile(r"tre\b"), "ter"),
    (re.compile(r"mme\b"), "m"),
)
_SHORTENED = {"sen": "senator", "gov": "governor", "rep": "representative", "gen": "general", "lt": "lieutenant", "sgt": "sergeant"}
_SHORTEST_BRITISH = 5  # letters; "ill" and "il" are no two spellings


def same_said(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether both runs are the same words, spoken.

    >>> same_said(["it's"], ["it", "is"]), same_said(["co", "operation"], ["cooperation"]), same_said(["4"], ["four"])
    (True, True, True)
    >>> same_said(["analyzed"], ["analysed"]), same_said(["sailing"], ["selling"]), same_said(["won't"], ["will"])
    (True, False, False)
    """
    return not _forms(ours).isdisjoint(_forms(theirs))


def opened(keys: Sequence[str]) -> tuple[str, ...]:
    """The words with contractions written out, so that runs of them line up; "'s" as "is", whatever it stands for.

    >>> opened(["she's", "won't"])
    ('she', 'is', 'will', 'not')
    """
    if not any("'" in key for key in keys):
        return tuple(keys)
    text = " ".join(keys)
    for short, full in (*_CONTRACTED, *_CONTRACTED_MORE, ("'s", " is"), ("'d", " would")):
        text = text.replace(short, full)
    return tuple(text.split())


def _forms(keys: Sequence[str]) -> frozenset[str]:
    """The ways to write a run of words out in full, without blanks."""
    text = " ".join(_numeral(key) for key in keys)
    for short, full in (*_CONTRACTED, *_CONTRACTED_MORE):
        text = text.replace(short, full)
    forms = [text]
    for short, fulls in _OPEN:
        forms += [re.sub(rf"{short}\b", full, form) for form in forms for full in fulls if short in form]
    return frozenset(_american(form) for form in forms)


def _numeral(key: str) -> str:
    value = wording.number(key)
    return f"{value:g}" if value is not None else _SHORTENED.get(key, key)


def _american(text: str) -> str:
    words = [word if len(word) < _SHORTEST_BRITISH else _one(word) for word in text.split()]
    return "".join(words)


def _one(word: str) -> str:
    for british, american in _BRITISH:
        word = british.sub(american, word)
    return word
