"""How the words of a saying drift from one telling to the next.

The texts of two versions and the edits that comparing named come in; pieces to mark and names of the changes
go out. The edits say what kind a change is; the pieces only show where it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from samestory.model import Edit
from samestory.showing.wording import excerpt
from samestory.text import DASHES, DOUBLE, SINGLE

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|\s+|[^\w\s]")
# Curly for straight marks is the type-setter's doing, not the reporter's: it is not shown as drift.
_PLAIN = str.maketrans(dict.fromkeys(SINGLE, "'") | dict.fromkeys(DOUBLE, '"'))
_STOPS = ".,;: " + SINGLE + DOUBLE
# Below this part of the shorter one's words in common, marked differences are harder to read than the two texts.
ALIKE = 0.5
LONGEST_MISSING = 90  # characters of left-out words that are shown in full; more are counted


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a version: the same as in the first one, only here, or only there."""

    how: Literal["same", "here", "there"]
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A named change of wording."""

    name: str  # "dash changed"
    detail: str  # "“—” became “-”"
    grave: bool  # it can change the meaning


def pieces(first: str, version: str) -> tuple[Piece, ...]:
    """The version's words with what is only here and what was only in the first one.

    >>> [(p.how, p.text) for p in pieces("We are so lucky — and", "We are lucky- and")]
    [('same', 'We are '), ('there', 'so '), ('same', 'lucky'), ('there', ' —'), ('here', '-'), ('same', ' and')]
    """
    (ours, end), (theirs, _) = _parted(version), _parted(first)
    matcher = SequenceMatcher(None, _compared(theirs), _compared(ours), autojunk=False)
    if _common(matcher, theirs) < ALIKE * min(_words(theirs), _words(ours)):
        return (Piece("same", version),)
    found: list[Piece] = []
    for how, a, b, c, d in matcher.get_opcodes():
        there, here = "".join(theirs[a:b]), "".join(ours[c:d])
        if how == "equal":
            found.append(Piece("same", here))
            continue
        found += [Piece("there", _shown(there))] if there.strip() else []
        found += [Piece("here", here)] if here else []
    return (*found, Piece("same", end)) if end else tuple(found)


def _parted(text: str) -> tuple[list[str], str]:
    """The tokens of a text, and apart from them the stops and marks at its end.

    A stop or a comma there belongs to the sentence that quotes, not to the words quoted.
    """
    kept = text.rstrip(_STOPS)
    return _TOKEN.findall(kept), text[len(kept) :]


def _common(matcher: SequenceMatcher[str], tokens: list[str]) -> int:
    return sum(_words(tokens[block.a : block.a + block.size]) for block in matcher.get_matching_blocks())


def _words(tokens: list[str]) -> int:
    return sum(token[0].isalnum() for token in tokens)


def bare(text: str) -> str:
    """The text as it is compared: versions with equal ones are shown as one.

    >>> bare("“I am here,”") == bare('"I am here."')
    True
    """
    return " ".join(text.translate(_PLAIN).rstrip(_STOPS).split())


def name(edit: Edit) -> Change:
    """What a change is called on the page.

    >>> name(Edit("punctuation", "-", "—"))
    Change(name='dash changed', detail='“—” became “-”', grave=False)
    """
    if edit.kind == "marks":  # the words stand beside it
        return Change(_NAMES["marks"], "", False)
    if edit.kind == "joined":
        return Change(_NAMES["joined"], _joined(edit), False)
    ours, theirs = excerpt(edit.ours, 80), excerpt(edit.theirs, 80)
    label = _punctuation(edit) if edit.kind == "punctuation" else _NAMES[edit.kind]
    one = f"“{ours or theirs}”" if ours or theirs else ""
    return Change(label, f"“{theirs}” became “{ours}”" if ours and theirs else one, edit.kind in ("negation", "number"))


def _joined(edit: Edit) -> str:
    """What runs on, and what stood between."""
    between = excerpt(edit.theirs.strip(" […],;"), 80)
    return f"run on as one, without “{between}” between" if between else "run on as one"


_NAMES = {
    "trimmed": "left out",
    "added": "added",
    "ellipsis": "ellipsis",
    "word": "word changed",
    "case": "capital letters changed",
    "negation": "negation changed",
    "number": "number changed",
    "joined": "joined",
    "marks": "quotation marks dropped",
    "spelling": "written otherwise",
}


def _punctuation(edit: Edit) -> str:
    marks = (edit.ours + edit.theirs).replace(" ", "")
    if marks and all(mark in DASHES for mark in marks):
        return "dash changed" if edit.ours.strip() and edit.theirs.strip() else "dash dropped" if edit.theirs.strip() else "dash added"
    if marks and all(mark in SINGLE + DOUBLE for mark in marks):
        return "quotation marks changed"
    return "punctuation changed"


def _compared(tokens: list[str]) -> list[str]:
    """The tokens as they are compared: a capital at the beginning is the sentence's."""
    first = next((at for at, token in enumerate(tokens) if token[0].isalnum()), 0)
    return [_same(token.casefold() if at == first else token) for at, token in enumerate(tokens)]


def _same(token: str) -> str:
    return " " if token.isspace() else token.translate(_PLAIN)


def _shown(missing: str) -> str:
    return missing if len(missing) <= LONGEST_MISSING else f" [{_words(_TOKEN.findall(missing))} words not given here] "
