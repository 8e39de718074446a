"""The same utterance across articles: sayings, with a word diff against the earliest version known.

Tellings in story order come in; sayings go out. Quoted sentences are lined up by their words, whoever they are given to;
indirect speech joins a saying only where the speaker is the same and nearly all words of matter are there, and never
shows edits. What is quoted in one article alone is no saying here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from samestory.comparing import edits, wording
from samestory.comparing.alignment import align
from samestory.comparing.clusters import join
from samestory.comparing.persons import Persons, in_full
from samestory.comparing.rarity import Rarity
from samestory.comparing.utterances import Utterance, spoken
from samestory.model import Quote, Saying, Span, Telling, Version

# On made-up drifts (one word swapped, half trimmed, two sentences joined) all pairs pass both; the nearest different
# sentences by one speaker ("We are proud of our team" / "We are proud of our city") reach .83 tight and .55 shared.
TIGHT = 0.72
SHARED = 0.7
PART = 0.65  # of the shorter wording's words; "was not a straight road" is not "A straight road is a straight road"
SHORT = 5  # words; fewer must be the same words in the same order, and the same speaker's or a whole utterance
INDIRECT_SHARED = 0.75  # of the matter of the quoted words, by weight, that an indirect version must hold
INDIRECT_FEWEST = 4  # words of matter in common, else "he would resign" is everybody's
MARKS_BETWEEN = 4  # characters between two quoted pieces that are marks and blanks, no words
DUPLICATE = 0.6  # share of an utterance's words that makes it another try at one the article already gave


def find(tellings: Sequence[Telling], persons: Persons) -> tuple[Saying, ...]:
    """The sayings of the story, in the order in which their first versions stand."""
    uttered = [utterance for place, telling in enumerate(tellings) for utterance in spoken(telling, place)]
    rarity = Rarity([frozenset(utterance.words) for utterance in uttered])
    indirect = _Indirect(tellings, persons)
    found: list[Saying] = []
    for cluster in _clusters(uttered, rarity, persons):
        given = [_Given(parts) for parts in _by_article(cluster, rarity)]
        reported = indirect.versions(given)
        if len(given) + len(reported) >= 2:
            found.append(_saying(given, reported, persons))
    places = {telling.article.id: place for place, telling in enumerate(tellings)}
    return tuple(sorted(found, key=lambda saying: _order(saying.versions[0], places)))


class _Given:
    """One article's quoted words of a saying, put together from its utterances."""

    def __init__(self, parts: Sequence[Utterance]) -> None:
        self.parts = parts
        self.place = parts[0].place
        self.speaker = next((part.speaker for part in parts if part.speaker), None)
        self.text = _text(parts)

    def version(self, first: str | None) -> Version:
        """As a version; `first` is the wording to hold it against."""
        parts = self.parts
        return Version(
            article=parts[0].article,
            kind="direct" if any(part.kind == "direct" for part in parts) else "mixed",
            content=tuple(piece for part in parts for piece in part.pieces),
            text=self.text,
            speaker=self.speaker,
            medium=next((part.medium for part in parts if part.medium), None),
            edits=edits.find(self.text, first) if first is not None else (),
        )


def _text(parts: Sequence[Utterance]) -> str:
    """The quoted words; a mark of omission of ours stands where the article has its own words between two fragments."""
    text = parts[0].text
    for before, part in pairwise(parts):
        whole = before.text[-1:] in ".!?" or part.pieces[0].start - before.pieces[-1].end <= MARKS_BETWEEN
        text += (" " if whole else " … ") + part.text
    return text


def _clusters(uttered: Sequence[Utterance], rarity: Rarity, persons: Persons) -> Iterator[list[Utterance]]:
    """Utterances that are one saying."""
    alike: dict[tuple[str, ...], list[Utterance]] = defaultdict(list)
    for utterance in uttered:
        if (node := _node(utterance, persons)) is not None:
            alike[node].append(utterance)
    nodes = list(alike.values())
    index = Rarity([frozenset(same[0].words) for same in nodes])
    near = {(min(at, other), max(at, other)) for at, same in enumerate(nodes) for other in index.near(frozenset(same[0].words))}
    pairs = [(at, other) for at, other in sorted(near) if at != other and _same_saying(nodes[at], nodes[other], rarity, persons)]
    for group in join(len(nodes), pairs):
        yield [utterance for at in group for utterance in nodes[at]]


def _node(utterance: Utterance, persons: Persons) -> tuple[str, ...] | None:
    """What makes two utterances one without looking further: their words, and for short ones who says them."""
    if len(utterance.words) >= SHORT:
        return utterance.words
    speaker = persons.identity(utterance.speaker)
    if speaker is None and len(utterance.words) < SHORT - 1:
        return None
    return (*utterance.words, "by", speaker or "")


def _same_saying(ours: Sequence[Utterance], theirs: Sequence[Utterance], rarity: Rarity, persons: Persons) -> bool:
    """Whether two wordings are one utterance, told differently."""
    if not any(one.article != other.article for one in ours[:3] for other in theirs[:3]):
        return False
    mine, first = ours[0].words, theirs[0].words
    found = align(mine, first, rarity)
    shorter = min(len(mine), len(first))
    if shorter < SHORT:
        whole = found.matched == shorter and found.tight == 1
        return whole and any(persons.same(one.speaker, other.speaker) for one in ours for other in theirs)
    return found.matched >= max(3, PART * shorter) and found.tight >= TIGHT and found.shared >= SHARED


def _by_article(cluster: Sequence[Utterance], rarity: Rarity) -> Iterator[list[Utterance]]:
    """Each article's utterances of a saying, in story order, without the ones it gives twice."""
    articles: dict[int, list[Utterance]] = defaultdict(list)
    for utterance in cluster:
        articles[utterance.place].append(utterance)
    for place in sorted(articles):
        kept: list[Utterance] = []
        for utterance in sorted(articles[place], key=lambda one: (-len(one.words), one.pieces)):
            if all(align(utterance.words, other.words, rarity).matched < DUPLICATE * len(utterance.words) for other in kept):
                kept.append(utterance)
        yield sorted(kept, key=lambda one: one.pieces)


def _saying(given: Sequence[_Given], reported: Sequence[tuple[int, Version]], persons: Persons) -> Saying:
    first = given[0]
    versions = [(one.place, one.version(None if one is first else first.text)) for one in given]
    ordered = [version for _, version in sorted([*versions, *reported], key=lambda placed: placed[0])]
    return Saying(_speaker(ordered, persons), tuple(ordered))


def _speaker(versions: Sequence[Version], persons: Persons) -> str | None:
    """The person whom most articles name, of equals the one named first; a version that names another keeps its own speaker.

    Of the person's names one in full, and of those the commonest and then the plainest: "Joel Tarn", not "Capt. Joel Tarn".
    """
    names: dict[str, list[str]] = defaultdict(list)
    for version in versions:
        if version.speaker:
            names[persons.identity(version.speaker) or version.speaker].append(version.speaker)
    given = max(names.values(), key=len, default=[])  # the first of equals
    return min(given, key=lambda name: (not in_full(name), -given.count(name), len(name), name), default=None)


def _order(version: Version, places: dict[str, int]) -> tuple[int, tuple[Span, ...]]:
    return places[version.article], version.content


class _Indirect:
    """The indirect speech of the story, by speaker."""

    def __init__(self, tellings: Sequence[Telling], persons: Persons) -> None:
        self._persons = persons
        self._tellings = tellings
        self._said: dict[str, list[tuple[int, Quote, frozenset[str]]]] = defaultdict(list)
        for place, telling in enumerate(tellings):
            for quote in telling.quotes:
                speaker = persons.identity(quote.speaker.name) if quote.speaker else None
                if quote.kind == "indirect" and speaker is not None:
                    self._said[speaker].append((place, quote, wording.matter(_words_of(telling, quote))))
        self._rarity = Rarity([matter for said in self._said.values() for _, _, matter in said])

    def versions(self, given: Sequence[_Given]) -> list[tuple[int, Version]]:
        """One version for each article that reports these words without quoting them."""
        quoted = {one.place for one in given}
        best: dict[int, tuple[float, Quote]] = {}
        for speaker in sorted({self._persons.identity(one.speaker) or "" for one in given} - {""}):
            for place, quote, matter in self._said.get(speaker, ()):
                score = max(self._share(wording.matter(one.text), matter) for one in given)
                if place not in quoted and score > best.get(place, (0.0, quote))[0]:
                    best[place] = (score, quote)
        return [(place, _reported(self._tellings[place], quote)) for place, (_, quote) in sorted(best.items())]

    def _share(self, quoted: frozenset[str], reported: frozenset[str]) -> float:
        """The part of the quoted matter that is reported; 0 where it is too little to be sure."""
        common = quoted & reported
        if len(common) < INDIRECT_FEWEST:
            return 0.0
        share = self._rarity.total(common) / self._rarity.total(quoted)
        return share if share >= INDIRECT_SHARED else 0.0


def _words_of(telling: Telling, quote: Quote) -> str:
    return " ".join(telling.article.words(piece) for piece in quote.content)


def _reported(telling: Telling, quote: Quote) -> Version:
    return Version(
        article=telling.article.id,
        kind="indirect",
        content=quote.content,
        text=_words_of(telling, quote),
        speaker=quote.speaker.name if quote.speaker else None,
        medium=quote.medium.name if quote.medium else None,
        edits=(),
    )
