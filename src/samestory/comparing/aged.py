"""Ages that stand behind a name: "Tarn, a 24-year-old", "Tarn may be a young (25-year-old) pilot".

The sentences of a story come in; changes go out with the two sentences they stand in. Only of people whom both articles name in
full, and only where nobody else stands between the name and the age. Ages right before a name are facts, and weighed as such.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samestory.comparing import pairs, values
from samestory.comparing.changes import Change, number
from samestory.comparing.parallels import Sentence
from samestory.comparing.tokens import Token
from samestory.comparing.wording import LIGHT

WHY = "one person, and two ages"
REACH = 6  # tokens from the name to the age
_POSSESSIVES = "whose his her their and with by to from or"
_OF_OTHERS = frozenset(_POSSESSIVES.split())
_BETWEEN = (LIGHT - _OF_OTHERS) | {"young"}


@dataclass(frozen=True, slots=True)
class _Aged:
    """A person with the age that stands behind the name."""

    sentence: Sentence
    token: Token


def find(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence, Change]]:
    """People with two ages."""
    for name, ours, theirs in pairs.of_one_key(found for sentence in sentences for found in _ages(sentence)):
        tellings = ours.sentence.telling, theirs.sentence.telling
        if _birthday(ours, theirs) or values.change(tellings[0], ours.token, tellings[1], theirs.token) is None:
            continue
        here, there = (one.sentence.telling.article.span(one.token.start, one.token.end) for one in (ours, theirs))
        ages = number(ours.token), number(theirs.token)
        yield ours.sentence, theirs.sentence, Change("age", name, here, there, *ages, WHY, by_itself=True)


def _birthday(ours: _Aged, theirs: _Aged) -> bool:
    """Whether a birthday between two days of publication explains the difference."""
    days = {one.sentence.telling.day for one in (ours, theirs)}
    return len(days) > 1 and abs(float(ours.token.value or 0) - float(theirs.token.value or 0)) == 1


def _ages(sentence: Sentence) -> Iterator[tuple[str, _Aged]]:
    tokens, text = sentence.tokens, sentence.telling.article.text
    names = {person.name.split()[-1]: person.name for person in sentence.telling.people if " " in person.name}
    for at, token in enumerate(tokens):
        if token.kind != "count" or [one.key for one in tokens[at + 1 : at + 3]] != ["year", "old"]:
            continue
        for step in range(at - 1, max(-1, at - 1 - REACH), -1):
            before = text[tokens[step].start : tokens[step].end]
            if before in names:
                yield names[before], _Aged(sentence, token)
            if tokens[step].key not in _BETWEEN or tokens[step].kind is not None:
                break
