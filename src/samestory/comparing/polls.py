"""Whether two sentences tell of two polls: what one finds need not be what the other finds.

Two sentences come in, yes or no goes out. Only opinions of voters and the like are looked at: there several polls a week ask one thing.
"""

from __future__ import annotations

import re

from samestory.comparing.parallels import Sentence
from samestory.comparing.tokens import Token

_OPINIONS = "american voter approv approval approve disapprov respond oppos support favor favour democrat republican elector ballot"
OPINIONS = frozenset(_OPINIONS.split())
_POLL = r"(?:polls?|polling|pollsters?|surveys?)\b"
_NAME = r"[A-Z][\w/.&’'-]+"
# "CBS News poll", "a Quinnipiac University national survey", "a poll by Gallup", "surveyed by Quinnipiac"
_POLLSTERS = re.compile(
    rf"(?P<before>{_NAME}(?: {_NAME}){{0,4}})(?: [a-z]+)? {_POLL}"
    rf"|(?:{_POLL}|surveyed)(?: [a-z]+){{0,3}} (?:by|for|from) (?:the )?(?P<by>{_NAME})"
)
_ANY = "the a an this that new latest last recent another one national state"
_NO_POLLSTERS = frozenset(_ANY.split())


def of_two(ours: Sentence, theirs: Sentence, value: Token) -> bool:
    """Whether the sentences tell what is thought, and no pollster is named for both."""
    counted = value.kind == "percent" or (value.kind == "count" and _points(ours, value))
    if not counted or not (ours.matter | theirs.matter) & OPINIONS:
        return False
    return not _pollsters(ours) & _pollsters(theirs)


def _points(sentence: Sentence, value: Token) -> bool:
    return any(token.start > value.start and token.key == "point" for token in sentence.tokens)


def _pollsters(sentence: Sentence) -> set[str]:
    """The words of the names of those who asked: in the sentence, else in the article."""
    article = sentence.telling.article
    for text in (article.words(sentence.span), article.text):
        found = {word for each in _POLLSTERS.finditer(text) for word in re.findall(r"\w+", (each["before"] or each["by"]).casefold())}
        if found - _NO_POLLSTERS:
            return found - _NO_POLLSTERS
    return set()
