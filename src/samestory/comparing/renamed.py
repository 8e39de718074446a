"""One long name with another word in it, in like surroundings.

The sentences of a story come in; changes go out with the two sentences they stand in: "the Harbour and Ferry Committee" and
"the Harbour and Ferry Association". The other word stands nowhere in the other article: where it does, there are two such things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from samestory.comparing import pairs, wording
from samestory.comparing.changes import Change, no_statement
from samestory.comparing.parallels import Sentence
from samestory.comparing.persons import TITLES
from samestory.comparing.swaps import TITLE_CASE
from samestory.comparing.tokens import Token
from samestory.comparing.wording import LIGHT
from samestory.model import Span

WHY = "in like surroundings the names are the same but for one word"
REACH = 12  # tokens on each side of a name
BESIDE = 4  # tokens of which one is shared
COMMON = 2  # words of matter in common around a long name
JOINING = frozenset({"of", "the", "for", "and"})
LONGEST = 7  # words of a name
PAIR = 3  # words
IN_LENGTH = 4  # words of matter of a name that is not met by chance
SHORTEST_WORD = 4  # letters, of the word that is another
STEM = 5  # letters: "Culture" and "Cultural"
# "East Wexley Road" and "West Wexley Road", "the House Committee" and "the Senate Committee" are two things, often in one story.
_TWINS = """
    north south east west northern southern eastern western upper lower house senate county city state national federal street avenue
    road drive lane boulevard court place blvd highway parkway circle square high middle elementary men women police fire medical health
    general regional memorial"""
TWINS = frozenset(form for word in _TWINS.split() for form in (word, wording.stem(word)[:STEM]))
# Words that tell what kind of thing a name is of. A body may be misnamed: "Committee" for "Association"; a programme and the region that it
# is for are two things, unless the sentences are copies of each other.
_KINDS = """
    program programme project plan fund initiative campaign act bill region park center centre area forest museum hall building station
    airport university college hospital clinic library church bridge tower plaza mall county department office agency bureau police
    festival award prize school trail river lake mountain island beach reserve refuge zoo garden arena stadium theatre theater council"""
KINDS = frozenset(wording.stem(word)[:STEM] for word in _KINDS.split())
COPIED = 0.75  # of the words of matter of two sentences, without the names
_SEQUEL = re.compile(r"[2-9]\Z")


@dataclass(frozen=True, slots=True)
class _Long:
    """A name of several words."""

    sentence: Sentence
    first: int
    last: int  # token
    words: tuple[str, ...]  # stems

    @property
    def text(self) -> str:
        tokens = self.sentence.tokens
        return self.sentence.telling.article.text[tokens[self.first].start : tokens[self.last].end]

    @property
    def span(self) -> Span:
        tokens = self.sentence.tokens
        return self.sentence.telling.article.span(tokens[self.first].start, tokens[self.last].end)


def find(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence, Change]]:
    """Names with one other word."""
    for shape, ours, theirs in pairs.of_one_key(shaped for sentence in sentences for shaped in _shapes(sentence)):
        at = shape.index("")
        if ours.words[at] != theirs.words[at] and _one_thing(ours, theirs, at):
            yield _change(ours, theirs)


def _shapes(sentence: Sentence) -> Iterator[tuple[tuple[str, ...], _Long]]:
    """Each long name of a statement, once for every word of it that may be another."""
    for name in () if no_statement(sentence) else _long_names(sentence):
        for at in range(len(name.words)):
            yield (*name.words[:at], "", *name.words[at + 1 :]), name


def _long_names(sentence: Sentence) -> Iterator[_Long]:
    """Runs of words with capitals, joined by "of the" and the like, with a number at the end."""
    tokens, text = sentence.tokens, sentence.telling.article.text

    def part(at: int) -> bool:
        token = tokens[at]
        return token.capital or token.key in JOINING or bool(_SEQUEL.match(text[token.start : token.end]))

    for named, run in groupby(range(len(tokens)), key=part):
        places = list(run)
        while places and not tokens[places[0]].capital:
            places.pop(0)
        while places and tokens[places[-1]].key in JOINING:
            places.pop()
        words = tuple(wording.stem(text[tokens[at].start : tokens[at].end].casefold())[:STEM] for at in places)
        matter = [word for word in words if word not in LIGHT]
        if places and "(" in text[tokens[places[0]].start : tokens[places[-1]].end]:
            continue
        listed = places and "," in text[tokens[places[0]].start : tokens[places[-1]].end] and "and" not in words  # "Wexley, Norland"
        if named and not listed and 2 <= len(matter) <= LONGEST and len(words) > 2 and not _shouted(tokens, places):
            yield _Long(sentence, places[0], places[-1], words)


def _shouted(tokens: Sequence[Token], places: Sequence[int]) -> bool:
    """Whether nearly all words beside the name have capitals too: a headline."""
    besides = [token for at, token in enumerate(tokens) if at not in places and token.kind is None and token.key not in LIGHT]
    return sum(token.capital for token in besides) > TITLE_CASE * len(besides)


def _one_thing(ours: _Long, theirs: _Long, at: int) -> bool:
    """Whether two names with one other word stand for one thing."""
    here, there = ours.words[at], theirs.words[at]
    if ours.sentence.place == theirs.sentence.place or {here, there} & (TWINS | LIGHT) or {*ours.words} & TITLES:
        return False  # of a person's names, "Sen. Charles Tarn of Norland", one may be short
    if len(ours.words) == PAIR and ours.words[1] == "and":
        return False  # "Wexley and Northfield" is no one name
    sequels = bool(_SEQUEL.match(here) and _SEQUEL.match(there))
    if not sequels and (min(len(here), len(there)) < SHORTEST_WORD or here[:3] == there[:3] or not (here + there).isalpha()):
        return False
    if _stands(ours.sentence, theirs.text if sequels else there) or _stands(theirs.sentence, ours.text if sequels else here):
        return False
    if here in KINDS or there in KINDS:
        named = wording.matter(f"{ours.text} {theirs.text}")
        both = ours.sentence.matter - named, theirs.sentence.matter - named
        if len(both[0] & both[1]) < COPIED * len(both[0] | both[1]):
            return False
    common = _around(ours.sentence, ours.first, ours.last, REACH) & _around(theirs.sentence, theirs.first, theirs.last, REACH)
    near = _around(ours.sentence, ours.first, ours.last, BESIDE) & _around(theirs.sentence, theirs.first, theirs.last, BESIDE)
    return bool(near) and len(common) >= (COMMON if _matter(ours) < IN_LENGTH else 1)


def _matter(name: _Long) -> int:
    return sum(word not in LIGHT for word in name.words)


def _around(sentence: Sentence, first: int, last: int, reach: int) -> frozenset[str]:
    """The words of matter, and the days, on both sides of a name."""
    tokens = (*sentence.tokens[max(0, first - reach) : first], *sentence.tokens[last + 1 : last + 1 + reach])
    days = {f"{token.kind} {token.value}" for token in tokens if token.kind == "date"}
    return frozenset({token.key for token in tokens if token.kind is None and token.key not in LIGHT} | days)


def _stands(sentence: Sentence, words: str) -> bool:
    """Whether a word, or one of its stem, stands anywhere in the article."""
    return re.search(rf"\b{re.escape(words)}", sentence.telling.article.text, re.I) is not None


def _change(ours: _Long, theirs: _Long) -> tuple[Sentence, Sentence, Change]:
    said = [" ".join(one.text.split()) for one in (ours, theirs)]
    return (
        ours.sentence,
        theirs.sentence,
        Change("name", said[0], ours.span, theirs.span, said[0], said[1], WHY, by_itself=_matter(ours) >= IN_LENGTH),
    )
