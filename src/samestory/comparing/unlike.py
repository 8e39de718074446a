"""Whether two figures of one value are of two things, by the words beside them: a height and a distance, who was shot and who was wounded,
what is and what could be.

The words around two figures come in; whether they tell of unlike things goes out. That two figures are of one thing is not found here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from samestory.comparing import wording
from samestory.model import Span, Telling

_BEFORE_LENGTH, _AFTER_LENGTH = 30, 10  # characters in which it is told what a length is of

# What a length is of: "an altitude of 40 miles", "40 feet tall"; "flew 40 miles", "40 miles away"
_HEIGHT = re.compile(r"\b(?:altitude|height|high|tall|elevation|apogee)\b", re.I)
_DISTANCE = re.compile(r"\b(?:distance|range|flew|flown|travel\w*|away|from|off|radius)\b", re.I)
_DIRECTION = re.compile(r"(?: to the)? ((?:north|south)?(?:east|west)|north|south)\b", re.I)
# "Sixteen were shot, one fatally" counts the dead, "wounded 16 and killed one" does not.
_OUTCOMES = {
    "killed": r"killed|killing|kills?|dead|die[sd]?|dying|deaths?|fatalit\w+|fatally(?: \w+)?|slain",
    "injured": r"injur\w+|wound\w*|hurt\w*",
    "shot": r"shot|struck|hit",
}
_BEFORE = {outcome: re.compile(rf"\b(?:{words}) $", re.I) for outcome, words in _OUTCOMES.items()}
_AFTER = {
    outcome: re.compile(rf"(?:[ -](?!and\b|or\b|who\b)[\w'’-]+){{0,4}}?[ -](?:{words})\b", re.I) for outcome, words in _OUTCOMES.items()
}
_DEAD = re.compile(rf"\b(?:{_OUTCOMES['killed']})\b", re.I)
# "5 million pounds of thrust in future configurations", "could carry 40 tons", "40 tons if the pier holds"
_IF_BEFORE = re.compile(r"\b(?:could|might|if|unless|potential\w*|hypothetical\w*|(?:in|for) (?:the )?future)\b[^.;,]{0,60}$", re.I)
_IF_AFTER = re.compile(r"[^.;,]{0,50}\b(?:if|unless|in (?:the )?future|potentially)\b", re.I)
_CHARGES = re.compile(r" (?:[\w-]+ ){0,2}(?:counts?|charges?)\b", re.I)
# "14 percent larger than usual", "14 percent larger than its most distant counterpart"
_THAN = re.compile(r"[^.;]{0,60}?\bthan ([^,.;:()]{1,40})", re.I)


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around a figure in its sentence."""

    before: str
    after: str
    charged: frozenset[str] = frozenset()  # last names in the sentence, where the figure counts charges


def around(telling: Telling, figure: Span, sentence: Span) -> Words:
    text = telling.article.text
    before, after = text[min(sentence.start, figure.start) : figure.start], text[figure.end : max(sentence.end, figure.end)]
    return Words(before, after, _named(telling, sentence) if _CHARGES.match(after) else frozenset())


def _named(telling: Telling, sentence: Span) -> frozenset[str]:
    people = (person for person in telling.people if any(mention.overlaps(sentence) for mention in person.mentions))
    return frozenset(person.name.split()[-1] for person in people)


def charges(one: Words, other: Words) -> bool:
    """Whether two counts of charges stand in sentences that name people, and nobody in both."""
    return bool(one.charged and other.charged) and one.charged.isdisjoint(other.charged)


def lengths(given: list[Words]) -> bool:
    """Whether of some lengths one is a height and another a distance, or one is to the south and another to the west."""
    ways = {found[1].casefold() for one in given if (found := _DIRECTION.match(one.after))}
    return {True, False} <= {_is_height(one) for one in given} or len(ways) > 1


def _is_height(one: Words) -> bool | None:
    before, after = one.before[-_BEFORE_LENGTH:], one.after[:_AFTER_LENGTH]
    found = [bool(words.search(before) or words.search(after)) for words in (_HEIGHT, _DISTANCE)]
    return found[0] if found[0] != found[1] else None


def people(one: Words, other: Words) -> bool:
    """Whether two counts of people are of those to whom unlike things happened.

    >>> people(Words("", " people were shot, one fatally."), Words("It wounded ", " people and killed one."))
    True
    >>> people(Words("", " people were shot."), Words("It wounded ", " people."))
    False
    """
    ours, theirs = outcome(one), outcome(other)
    if not ours or not theirs or ours == theirs:
        return False
    return "killed" in (ours, theirs) or any(_DEAD.search(f"{words.before} {words.after}") for words in (one, other))


def outcome(one: Words) -> str | None:
    """What happened to those whom a figure counts, by the verb that stands beside it."""
    before = next((name for name, words in _BEFORE.items() if words.search(one.before)), None)
    if before:
        return before
    after = [(found.end(), name) for name, words in _AFTER.items() if (found := words.match(one.after))]
    return min(after)[1] if after else None


def supposed(one: Words) -> bool:
    """Whether a value is given of what could be, or holds on a condition.

    >>> supposed(Words("It can lift ", " tons in future configurations.")), supposed(Words("It lifts ", " tons."))
    (True, False)
    """
    return bool(_IF_BEFORE.search(one.before) or _IF_AFTER.match(one.after))


def compared(one: Words, other: Words) -> bool:
    """Whether two values say how much more something is than two things.

    >>> compared(Words("", " larger than usual."), Words("", " larger than the one of June."))
    True
    """
    found = [_THAN.match(words.after) for words in (one, other)]
    than = [wording.matter(each[1]) for each in found if each]
    return len(than) == len(found) and not than[0] & than[1]
