"""Who beat whom: one contest, one score, and two winners.

The sentences of a story come in; changes go out with the two sentences they stand in. A result is read only where the words say
it outright ("a 3-0 win over Wexley", "beat Wexley 3-0", "were beaten 2-0 by Wexley"), and held against another only where both
sentences name both sides and give the one score.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samestory.comparing import pairs, wording
from samestory.comparing.changes import Change
from samestory.comparing.parallels import Sentence
from samestory.comparing.wording import LIGHT
from samestory.model import Span

_SCORE = r"(?P<score>\d{1,3}[-–]\d{1,3})"
_NAME = r"(?:the )?(?P<name>[A-Z][\w’'-]+(?: (?:of )?[A-Z][\w’'-]+){0,3})"
_BEAT = r"(?:beats?|beaten|beating|defeat(?:s|ed|ing)?|thrash(?:es|ed)?|edged?|trounc(?:es|ed)|rout(?:s|ed)|overc[ao]me|downed)"
_FORMS: tuple[tuple[bool, re.Pattern[str]], ...] = (
    # "a 3-0 win over Wexley"; the one named lost
    (False, re.compile(rf"\b{_SCORE} (?:\w+ )?(?:win|victory|triumph|success) (?:over|against) {_NAME}")),
    (False, re.compile(rf"\b(?:win|victory|triumph) (?:over|against) {_NAME} (?:by )?{_SCORE}\b")),
    (False, re.compile(rf"(?<!by )(?<!were )(?<!was )(?<!been )\b{_BEAT} {_NAME},? (?:by )?{_SCORE}\b")),
    # "were beaten 2-0 by Wexley", "a 2-0 defeat by Wexley"; the one named won
    (True, re.compile(rf"\b(?:beaten|defeated|thrashed|routed|lost|losing|los[et]s?) (?:by )?{_SCORE} (?:by|to|against) {_NAME}")),
    (True, re.compile(rf"\b{_SCORE} (?:\w+ )?(?:defeat|loss) (?:by|to|against) {_NAME}")),
    # "Wexley beat Northfield 3-0"
    (True, re.compile(rf"{_NAME} (?:beats?|defeats?|defeated|thrashed|won) (?:[A-Z][\w’'-]+ ){{1,3}}{_SCORE}\b")),
)
WHY = "of one contest with one score each tells another side to have won"
_NO_RESULT = re.compile(r"\b(?:would|could|might|if|hopes?|expected|last (?:year|season|month)|previous|when they)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Result:
    """One side of a contest and how it fared."""

    sentence: Sentence
    name: str
    won: bool
    score: str
    span: Span


def find(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence, Change]]:
    """Results of one score with the sides exchanged."""
    results = (result for sentence in sentences for result in _results(sentence))
    for score, ours, theirs in pairs.of_one_key((result.score, result) for result in results):
        if _exchanged(ours, theirs):
            about = f"the {score} result of {ours.name}"
            fared = ("won", "lost") if ours.won else ("lost", "won")
            yield ours.sentence, theirs.sentence, Change("name", about, ours.span, theirs.span, *fared, WHY, by_itself=True)


def _results(sentence: Sentence) -> Iterator[_Result]:
    text, span = sentence.telling.article.text, sentence.span
    if not any(token.kind is None and token.key[:1].isdigit() for token in sentence.tokens) or _NO_RESULT.search(
        sentence.telling.article.words(span)
    ):
        return
    told: list[Span] = []
    for won, form in _FORMS:
        for found in form.finditer(text, span.start, span.end):
            score = found["score"].replace("–", "-")
            here = sentence.telling.article.span(found.start(), found.end())
            if len({*score.split("-")}) == 2 and not any(here.overlaps(other) for other in told):
                told.append(here)
                yield _Result(sentence, found["name"], won, score, here)


def _exchanged(ours: _Result, theirs: _Result) -> bool:
    """Whether the one that won here lost there."""
    if ours.name == theirs.name:
        return ours.won != theirs.won and _another_shared(ours, theirs)
    return ours.won == theirs.won and _names(theirs.sentence, ours.name) and _names(ours.sentence, theirs.name)


def _names(sentence: Sentence, name: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", sentence.telling.article.words(sentence.span)) is not None


def _another_shared(ours: _Result, theirs: _Result) -> bool:
    """Whether both sentences name another side too."""
    here, there = ({token.key for token in one.sentence.tokens if token.capital and token.key not in LIGHT} for one in (ours, theirs))
    own = {wording.stem(word.casefold()) for word in ours.name.split()}
    return bool(here & there - own)
