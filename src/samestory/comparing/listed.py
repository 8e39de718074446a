"""Values that stand in a row, and percentages with what they are of: "256GB and 512GB models", "15% said they had seen it".

The sentences of a story come in; changes go out with the two sentences they stand in. Of two rows one value may be another; of two
percentages most of the words that follow must be the same. A value that the other article gives anywhere is left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from samestory.comparing import beside, naming, polls, values
from samestory.comparing.changes import MARKETS, Change, no_statement, number, of_two_times
from samestory.comparing.parallels import Sentence
from samestory.comparing.rarity import Rarity
from samestory.comparing.tokens import Token
from samestory.comparing.wording import LIGHT
from samestory.model import PointKind, Span

WHY = "the words that follow are nearly the same, and the percentages are not"
WHY_OF_ROWS = "of one row of numbers one is another"
JOINING = frozenset({"and", "or", "to"})
COMMON_OF_ROWS = 3  # words of matter that both sentences share
COMMON = 2  # words after both percentages
SHARED = 0.6  # of the words after the one with fewer
LONG = 5  # words after both percentages; so long a phrase is of one thing wherever it stands
LONGEST = 12  # tokens after a percentage
_BREAK = re.compile(r"[,;:–—]")


@dataclass(frozen=True, slots=True)
class _Place:
    """A value with what is known of it by its place."""

    sentence: Sentence
    row: tuple[Token, ...]  # the values, one or two
    end: int  # of the words of the values
    key: tuple[str, ...]  # of what it is
    words: frozenset[str]
    named: frozenset[str] = frozenset()  # of the words those with capitals


def find(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence, Change]]:
    """Rows with one other value, and percentages of one thing."""
    told = [sentence for sentence in sentences if not no_statement(sentence)]
    yield from _pairs([place for sentence in told for place in _rows(sentence)], _one_row)
    yield from _pairs([place for sentence in told for place in _shares(sentence)], _one_share)


def _pairs(
    places: Sequence[_Place], alike: Callable[[_Place, _Place], tuple[Token, Token] | None]
) -> Iterator[tuple[Sentence, Sentence, Change]]:
    homes: dict[Span, list[_Place]] = defaultdict(list)
    for place in places:
        homes[place.sentence.span].append(place)
    by_sentence = list(homes.values())
    words = [frozenset[str]().union(*(place.words for place in home)) for home in by_sentence]
    rarity = Rarity(words)
    for at, home in enumerate(by_sentence):
        near = [other for other in rarity.near(words[at]) if other > at]
        for ours, theirs in product(home, (place for other in near for place in by_sentence[other])):
            changed = alike(ours, theirs) if ours.key == theirs.key and ours.sentence.place != theirs.sentence.place else None
            if changed is not None and not of_two_times(ours.sentence, theirs.sentence):
                kind = values.change(ours.sentence.telling, changed[0], theirs.sentence.telling, changed[1])
                if kind is not None:
                    yield ours.sentence, theirs.sentence, _change(kind, ours, theirs)


def _change(kind: PointKind, ours: _Place, theirs: _Place) -> Change:
    """The change of a percentage, or of a row as a whole."""
    here, there = (one.sentence.telling.article.span(one.row[0].start, one.end) for one in (ours, theirs))
    mine, other = (
        number(one.row[0]) if len(one.row) == 1 else " and ".join(str(number(token)) for token in one.row) for one in (ours, theirs)
    )
    given = [beside.Place(one.sentence.telling, one.sentence.span, at) for one, at in ((ours, here), (theirs, there))]
    about = naming.of_number(given) or " ".join(ours.sentence.telling.article.words(here).split())
    long = not ours.key and len(ours.words & theirs.words) >= LONG
    return Change(kind, about, here, there, mine, other, WHY_OF_ROWS if ours.key else WHY, by_itself=long)


def _rows(sentence: Sentence) -> Iterator[_Place]:
    """Each row of two values of one unit, before one word."""
    tokens = sentence.tokens
    units = [at for at, token in enumerate(tokens[:-1]) if token.kind == "count"]
    for first, second in pairwise(units):
        unit = tokens[first + 1].key
        between = {token.key for token in tokens[first + 1 : second]}
        if tokens[second + 1].key != unit or not between <= {unit, *JOINING} or not between & JOINING or second + 2 >= len(tokens):
            continue
        yield _Place(sentence, (tokens[first], tokens[second]), tokens[second + 1].end, (unit, tokens[second + 2].key), sentence.matter)


def _one_row(ours: _Place, theirs: _Place) -> tuple[Token, Token] | None:
    """The values that only one of the rows has, where both have the other."""
    mine, other = (
        [token for token in one.row if token.value not in [each.value for each in another.row]]
        for one, another in ((ours, theirs), (theirs, ours))
    )
    if len(mine) != 1 or len(other) != 1 or len(ours.words & theirs.words) < COMMON_OF_ROWS:
        return None
    return (mine[0], other[0]) if _nowhere_else(ours, mine[0], theirs, other[0]) else None


def _shares(sentence: Sentence) -> Iterator[_Place]:
    """Each percentage with the words that follow it, up to the next."""
    tokens, text = sentence.tokens, sentence.telling.article.text
    for at, token in enumerate(tokens):
        if token.kind != "percent":
            continue
        after: list[Token] = []
        for step in range(at + 1, min(len(tokens), at + 1 + LONGEST)):
            if tokens[step].kind == "percent" or _BREAK.search(text, tokens[step - 1].end, tokens[step].start):
                break
            if tokens[step].kind is None and tokens[step].key not in LIGHT:
                after.append(tokens[step])
        words = frozenset(one.key for one in after)
        if len(words) >= COMMON and not words & MARKETS:
            yield _Place(sentence, (token,), token.end, (), words, frozenset(one.key for one in after if one.capital))


def _one_share(ours: _Place, theirs: _Place) -> tuple[Token, Token] | None:
    """The percentages, where most of the words after both are the same."""
    common = ours.words & theirs.words
    if len(common) < COMMON or len(common) < SHARED * min(len(ours.words), len(theirs.words)):
        return None
    if (ours.named - common and theirs.named - common) or polls.of_two(ours.sentence, theirs.sentence, ours.row[0]):
        return None
    if len(common) == COMMON and (ours.named | theirs.named) - common:
        return None  # "a 69% chance of winning", "a 71% chance of winning the House"
    return (ours.row[0], theirs.row[0]) if _nowhere_else(ours, ours.row[0], theirs, theirs.row[0]) else None


def _nowhere_else(ours: _Place, mine: Token, theirs: _Place, other: Token) -> bool:
    """Whether neither article gives the other's value, in whatever sentence."""
    here, there = ours.sentence.telling.article.text, theirs.sentence.telling.article.text
    return not values.stands(here[mine.start : mine.end], there) and not values.stands(there[other.start : other.end], here)
