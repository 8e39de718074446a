"""Values whose surroundings are alike, where the sentences as a whole are not: a clause moved, a statement told in other words.

The sentences of a story come in; changes go out with the two sentences they stand in. A value is laid beside another by the words
around it, in whatever order. A value that the other article gives anywhere, one of several of its kind in a sentence, and what
moves by the hour are left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from samestory.comparing import beside, naming, polls, values
from samestory.comparing.changes import MARKETS, Change, no_statement, number, of_two_times, time_passed
from samestory.comparing.parallels import Sentence
from samestory.comparing.rarity import Rarity
from samestory.comparing.tokens import Token
from samestory.comparing.wording import LIGHT

Found = tuple[Sentence, Sentence, Change]

REACH = 8  # words of matter on each side
# Read on 69 stories of news_cluster and 61 of gva: with less, nearly all were of two things; counts need more than percentages.
ALIKE = 0.5  # of the weight of the words around the lighter value
FEWEST = 5
ALIKE_OF_SHARES = 0.3
FEWEST_OF_SHARES = 3
NEXT = 2  # words of matter right beside the value, of which one is shared
WHY = "with nearly the same words around them the numbers are not the same"
NAMED = 4  # tokens before a value, of which a name tells whose it is
SEEN = 6  # tokens among which these stand
HALF = 0.5  # of both sentences' matter, or of the other numbers in them; with less, they tell of two offers, two raids
ALONE = 8  # tokens on each side of a percentage without another
_KINDS = ("percent", "money", "count")
# Counts of people dead and hurt are weighed as facts, with bounds and updates.
_DEAD_OR_HURT = "died die dead death kill injur hurt wound fatal casualt victim surviv"
OUTCOMES = frozenset(_DEAD_OR_HURT.split())


@dataclass(frozen=True, slots=True)
class _Frame:
    """A value and the words around it."""

    sentence: Sentence
    at: int
    unit: str | None
    around: frozenset[str]

    @property
    def token(self) -> Token:
        return self.sentence.tokens[self.at]


def find(sentences: Sequence[Sentence]) -> Iterator[Found]:
    """The values that stand in like surroundings and are not the same."""
    told = [frames for sentence in sentences if not no_statement(sentence) and (frames := list(_frames(sentence)))]
    around = [frozenset[str]().union(*(frame.around for frame in frames)) for frames in told]
    rarity = Rarity(around)
    given: dict[str, set[tuple[object, object]]] = defaultdict(set)
    for sentence in sentences:
        for token in sentence.tokens:
            if token.kind:
                given[sentence.telling.article.id].add((token.kind, token.value))
    for at, frames in enumerate(told):
        for other in rarity.near(around[at]):
            for ours, theirs in product(frames, told[other] if other > at else ()):
                if _of_one_thing(ours, theirs, rarity, given):
                    yield ours.sentence, theirs.sentence, _change(ours, theirs)


def _frames(sentence: Sentence) -> Iterator[_Frame]:
    """The values of a sentence that stand alone in it."""
    tokens = sentence.tokens
    matter = [at for at, token in enumerate(tokens) if token.kind is None and token.key not in LIGHT and len(token.key) > 1]
    kinds = [(token.kind, _unit(tokens, at)) for at, token in enumerate(tokens)]
    for at, token in enumerate(tokens):
        aged = [one.key for one in tokens[at + 1 : at + 3]] == ["year", "old"]  # of whom, the facts know better
        if token.kind not in _KINDS or aged or not _alone(kinds, at):
            continue
        places = [place for place in matter if place < at][-REACH:] + [place for place in matter if place > at][:REACH]
        around = frozenset(tokens[place].key for place in places)
        others = {"count": OUTCOMES, "percent": MARKETS}.get(token.kind, frozenset())
        if not around & others:
            yield _Frame(sentence, at, kinds[at][1], around)


def _alone(kinds: Sequence[tuple[str | None, str | None]], at: int) -> bool:
    """Whether no other value of the kind stands in the sentence; of percentages, beside it."""
    near = kinds[max(0, at - ALONE) : at + ALONE + 1] if kinds[at][0] == "percent" else kinds
    return near.count(kinds[at]) == 1


def _unit(tokens: Sequence[Token], at: int) -> str | None:
    """What a number counts: the word after it."""
    return next((token.key for token in tokens[at + 1 : at + 2]), None) if tokens[at].kind == "count" else None


def _of_one_thing(ours: _Frame, theirs: _Frame, rarity: Rarity, given: Mapping[str, Collection[tuple[object, object]]]) -> bool:
    """Whether both values are of one thing, and not the same."""
    mine, other = ours.token, theirs.token
    if ours.sentence.place == theirs.sentence.place or (mine.kind, ours.unit) != (other.kind, theirs.unit) or mine.value == other.value:
        return False
    tellings = ours.sentence.telling, theirs.sentence.telling
    if (other.kind, other.value) in given[tellings[0].article.id] or (mine.kind, mine.value) in given[tellings[1].article.id]:
        return False
    if any(values.stands(_said(one), other.sentence.telling.article.text) for one, other in ((ours, theirs), (theirs, ours))):
        return False
    return (
        _alike(ours, theirs, rarity)
        and _flanked(ours, theirs)
        and not _of_others(ours, theirs)
        and not _other_numbers(ours, theirs)
        and not time_passed((ours.sentence, ours.at), (theirs.sentence, theirs.at))
        and not polls.of_two(ours.sentence, theirs.sentence, mine)
        and not of_two_times(ours.sentence, theirs.sentence)
        and values.change(tellings[0], mine, tellings[1], other) is not None
    )


def _said(frame: _Frame) -> str:
    return frame.sentence.telling.article.text[frame.token.start : frame.token.end]


def _alike(ours: _Frame, theirs: _Frame, rarity: Rarity) -> bool:
    common = ours.around & theirs.around
    share, fewest = (ALIKE_OF_SHARES, FEWEST_OF_SHARES) if ours.token.kind == "percent" else (ALIKE, FEWEST)
    lighter = min(rarity.total(ours.around), rarity.total(theirs.around))
    return len(common) >= fewest and rarity.total(common) >= share * lighter


def _flanked(ours: _Frame, theirs: _Frame) -> bool:
    """Whether a word right beside both values is the same, apart from what they count; of percentages one after, for polls ask much."""
    after = _beside(ours, 1) & _beside(theirs, 1) - {ours.unit}
    before = _beside(ours, -1) & _beside(theirs, -1)
    return bool(after or (before and ours.token.kind != "percent"))


def _of_others(ours: _Frame, theirs: _Frame) -> bool:
    """Whether beside the values stand two names: "Joel Tarn, 34," and "Mara Tarn, 61,", "60 miles south of Wexley", "of Northfield"."""
    for first, last in ((-NAMED, 0), (1, SEEN)):
        here, there = (
            {token.key for token in frame.sentence.tokens[max(0, frame.at + first) : frame.at + last] if token.capital} - LIGHT
            for frame in (ours, theirs)
        )
        if here and there and not (here <= there or there <= here):
            return True
    return False


def _other_numbers(ours: _Frame, theirs: _Frame) -> bool:
    """Whether the sentences give other values of the kind too, and few of them alike: six rifles and 300 rounds of one raid, 14 and
    923 of another."""
    here, there = (
        {token.value for at, token in enumerate(one.sentence.tokens) if token.kind == one.token.kind and at != one.at}
        for one in (ours, theirs)
    )
    return bool(here and there) and len(here & there) < HALF * min(len(here), len(there))


def _beside(frame: _Frame, step: int) -> set[str]:
    """The nearest words of matter on one side."""
    tokens = frame.sentence.tokens
    side = tokens[frame.at + 1 : frame.at + 1 + SEEN] if step > 0 else tokens[max(0, frame.at - SEEN) : frame.at][::-1]
    return {key for key in [token.key for token in side if token.key in frame.around][:NEXT] if key is not None}


def _half_alike(ours: Sentence, theirs: Sentence) -> bool:
    """Whether half of both sentences' matter is the same."""
    common = len(ours.matter & theirs.matter)
    return common * common >= HALF * HALF * len(ours.matter) * len(theirs.matter)


def _change(ours: _Frame, theirs: _Frame) -> Change:
    here, there = ours.sentence.telling, theirs.sentence.telling
    mine, other = ours.token, theirs.token
    kind = values.change(here, mine, there, other)
    assert kind is not None
    spans = here.article.span(mine.start, mine.end), there.article.span(other.start, other.end)
    places = [beside.Place(one.sentence.telling, one.sentence.span, at) for one, at in zip((ours, theirs), spans, strict=True)]
    about, enough = naming.of_number(places) or _said(ours), _half_alike(ours.sentence, theirs.sentence)
    return Change(kind, about, *spans, number(mine), number(other), WHY, by_itself=enough)
