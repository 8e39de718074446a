"""One quotation, two speakers: '"..." says Ann Doe' and '"..." says Joel Tarn'.

The sentences of a story come in; changes go out with the two sentences they stand in. A speaker counts only right after the
closing mark, with a verb of saying beside the name; who is meant by "she" is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from samestory.comparing import swaps, wording
from samestory.comparing.changes import Change
from samestory.comparing.parallels import Sentence
from samestory.comparing.persons import TITLES
from samestory.comparing.rarity import Rarity
from samestory.model import Span
from samestory.text import fold

_SAYS = r"(?:says|said|told|adds|added|wrote|tweeted|claimed|explained|noted|remarked|insisted)"
_NAME = r"(?P<name>[A-Z][\w’'-]+(?: (?:[A-Z]\.|[A-Z][\w’'-]+)){0,3})"
_GIVEN = re.compile(rf"\"(?P<quote>[^\"]{{20,400}})\",? (?:{_SAYS} {_NAME}|{_NAME.replace('name', 'name2')} {_SAYS}\b)")
WHY = "one quotation is given to two names"
RUN = 4  # words in a row that both quotations have; with fewer, two said alike things
RUNNING = 6  # words in such runs
_OTHERS = "He She They It The We I You A An Officials Police Authorities"
_NO_NAMES = frozenset(_OTHERS.split())


@dataclass(frozen=True, slots=True)
class _Given:
    """A quotation with its speaker."""

    sentence: Sentence
    keys: tuple[str, ...]
    matter: frozenset[str]
    name: str
    span: Span


def find(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence, Change]]:
    """Quotations that two articles give to two names."""
    given = [one for sentence in sentences for one in _givers(sentence)]
    rarity = Rarity([one.matter for one in given])
    for at, ours in enumerate(given):
        for other in rarity.near(ours.matter):
            theirs = given[other]
            if other > at and ours.sentence.place != theirs.sentence.place and _one_saying(ours, theirs) and _two_speakers(ours, theirs):
                yield ours.sentence, theirs.sentence, Change("name", "who said it", ours.span, theirs.span, ours.name, theirs.name, WHY)


def _givers(sentence: Sentence) -> Iterator[_Given]:
    text = fold(sentence.telling.article.text[sentence.span.start : sentence.span.end])
    for found in _GIVEN.finditer(text):
        group = "name" if found["name"] else "name2"
        if found[group].split()[0] in _NO_NAMES:
            continue
        start, end = (sentence.span.start + place for place in found.span(group))
        said, span = found["quote"], sentence.telling.article.span(start, end)
        yield _Given(sentence, wording.keys(said), wording.matter(said), found[group], span)


def _one_saying(ours: _Given, theirs: _Given) -> bool:
    """Whether most of both quotations is the same, word for word."""
    runs = [code.src_end - code.src_start for code in Indel.opcodes(ours.keys, theirs.keys) if code.tag == "equal"]
    return sum(run for run in runs if run >= RUN) >= RUNNING


def _two_speakers(ours: _Given, theirs: _Given) -> bool:
    """Whether the names share no word, and one of them stands nowhere in the other article."""
    here, there = ({swaps.plain(word) for word in one.name.split()} - TITLES for one in (ours, theirs))
    if not here or not there or here & there or swaps.misspelt(sorted(here), sorted(there)):
        return False
    if _beside(ours, theirs) or _beside(theirs, ours):
        return False  # "said Subcommittee Chairman Tim Murphy"
    texts = [one.sentence.telling.article.text.casefold() for one in (ours, theirs)]
    return not any(word in texts[1] for word in here) or not any(word in texts[0] for word in there)


def _beside(one: _Given, other: _Given) -> bool:
    """Whether the sentence that gives the quotation to another has the name too."""
    words = other.sentence.telling.article.words(other.sentence.span)
    return re.search(rf"\b{re.escape(one.name.split()[-1])}\b", words) is not None
