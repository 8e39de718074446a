"""The same utterance across articles: sayings, with a word diff against the earliest version that quotes.

Tellings in story order come in; sayings go out. Quoted sentences are lined up by their words, whoever they are given to.
Indirect speech (`reported`) and the same words without marks (`echoes`) join a saying that somebody quotes, and show no drift of
words. Two wordings of which one denies the other are one saying only where one person is known to be the speaker of both.
What is told in one article alone is no saying here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from samestory.comparing import bearers, edits, seams
from samestory.comparing.alignment import align
from samestory.comparing.clusters import join
from samestory.comparing.echoes import Echoes
from samestory.comparing.persons import Persons, in_full
from samestory.comparing.rarity import Rarity
from samestory.comparing.reported import Reported
from samestory.comparing.utterances import Utterance, spoken
from samestory.comparing.written import opened
from samestory.model import Saying, Span, Telling, Version

# On made-up drifts (one word swapped, half trimmed, two sentences joined) all pairs pass both; the nearest different
# sentences by one speaker ("We are proud of our team" / "We are proud of our city") reach .83 tight and .55 shared.
TIGHT = 0.72
SHARED = 0.7
COMMON = 0.5  # of the different words of the shorter one, in any order: nine in ten of the pairs that share a rare word have fewer
PART = 0.65  # of the shorter wording's words; "was not a straight road" is not "A straight road is a straight road"
FEW = 10  # words; "the race to turn this country around" is not "It's time to turn this country around"
FEW_PART = 0.75
# The same where one of them has no source: "People said if the Cubs win the World Series hell freezes" is not "Cubs win World Series".
LOOSE_PART = 0.8
# Two translations of one sentence of one speaker: words of matter are others, most of the rest stands in order.
LONG = 12  # words
LONG_PART = 0.7
LONG_TIGHT = 0.7
SHORT = 5  # words; fewer must be the same words in the same order, and the same speaker's or a whole utterance
LOOSE_ALONE = 8  # words between marks that two articles give without a source: fewer are titles and catchwords
MARKS_BETWEEN = 4  # characters between two quoted pieces that are marks and blanks, no words
DUPLICATE = 0.6  # share of an utterance's words that makes it another try at one the article already gave


def find(tellings: Sequence[Telling], persons: Persons) -> tuple[Saying, ...]:
    """The sayings of the story, in the order in which their first versions stand."""
    uttered = [utterance for place, telling in enumerate(tellings) for utterance in spoken(telling, place)]
    rarity = Rarity([frozenset(utterance.words) for utterance in uttered])
    reported, echoes = Reported(tellings, persons), Echoes(tellings, uttered)
    found: list[Saying] = []
    for cluster in _clusters(uttered, rarity, persons):
        given = [_Given(parts) for parts in _by_article(cluster, rarity)]
        if not _is_said(given):
            continue
        quoted = frozenset(one.place for one in given)
        retold = reported.versions([part for one in given for part in one.parts], [one.text for one in given], quoted)
        told = quoted | {place for place, _ in retold}
        retold += echoes.versions(max(cluster, key=_plainest), told)
        if len(given) + len(retold) >= 2:
            found.append(_saying(given, retold, tellings, persons))
    places = {telling.article.id: place for place, telling in enumerate(tellings)}
    return seams.told(sorted(found, key=lambda saying: _order(saying.versions[0], places)), tellings, uttered)


def _is_said(given: Sequence[_Given]) -> bool:
    """Whether somebody is known to say it, or so many words stand between marks that they are no title."""
    parts = [part for one in given for part in one.parts]
    if any(not part.loose for part in parts):
        return True
    return min(len(part.words) for part in parts) >= LOOSE_ALONE


def _plainest(one: Utterance) -> tuple[bool, bool, int, int]:
    """The more of it the better to look its words up by: quoted in full by somebody, long, early."""
    return not one.loose, one.kind == "direct", len(one.words), -one.place


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
    """The quoted words; a mark of ours, `edits.SEAM`, stands where the article has its own words between two fragments."""
    text = parts[0].text
    for before, part in pairwise(parts):
        whole = before.text[-1:] in ".!?" or part.pieces[0].start - before.pieces[-1].end <= MARKS_BETWEEN
        text += (" " if whole else edits.SEAM) + part.text
    return text


def _clusters(uttered: Sequence[Utterance], rarity: Rarity, persons: Persons) -> Iterator[list[Utterance]]:
    """Utterances that are one saying."""
    alike: dict[tuple[str, ...], list[Utterance]] = defaultdict(list)
    for utterance in uttered:
        if (node := _node(utterance, persons)) is not None:
            alike[node].append(utterance)
    nodes = list(alike.values())
    index = Rarity([frozenset(same[0].words) for same in nodes])
    words = [frozenset(opened(same[0].words)) for same in nodes]
    near = {(min(at, other), max(at, other)) for at, same in enumerate(nodes) for other in index.near(frozenset(same[0].words))}
    likely = [(at, other) for at, other in sorted(near) if at != other and _may_be_same(words[at], words[other])]
    pairs = [(at, other) for at, other in likely if _same_saying(nodes[at], nodes[other], rarity, persons)]
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


def _may_be_same(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two wordings share so many words that it is worth while to lay them along each other."""
    return len(ours & theirs) >= COMMON * min(len(ours), len(theirs))


def _same_saying(ours: Sequence[Utterance], theirs: Sequence[Utterance], rarity: Rarity, persons: Persons) -> bool:
    """Whether two wordings are one utterance, told differently."""
    if not any(one.article != other.article for one in ours[:3] for other in theirs[:3]):
        return False
    mine, first = opened(ours[0].words), opened(theirs[0].words)
    found = align(mine, first, rarity)
    shorter = min(len(mine), len(first))
    if shorter < SHORT:
        return found.matched == shorter and found.tight == 1 and _one_speaker(ours, theirs, persons)
    part = LOOSE_PART if ours[0].loose or theirs[0].loose else PART if shorter >= FEW else FEW_PART
    near = found.matched >= max(3, part * shorter) and found.tight >= TIGHT and found.shared >= SHARED
    if not near and shorter >= LONG and found.matched >= LONG_PART * shorter and found.tight >= LONG_TIGHT:
        near = _one_speaker(ours, theirs, persons)
    return near and (not found.turned or _drifted(ours, theirs, persons))


def _one_speaker(ours: Sequence[Utterance], theirs: Sequence[Utterance], persons: Persons) -> bool:
    return any(persons.same(one.speaker, other.speaker) for one in ours for other in theirs)


def _drifted(ours: Sequence[Utterance], theirs: Sequence[Utterance], persons: Persons) -> bool:
    """Whether a wording that denies another one is a drift of it: of one speaker, and no article has both. "This isn't just an
    issue on which we disagree" is what she answered to "This is just an issue in which we disagree"."""
    apart = {one.article for one in ours}.isdisjoint(other.article for other in theirs)
    return apart and _one_speaker(ours, theirs, persons)


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


def _saying(given: Sequence[_Given], retold: Sequence[tuple[int, Version]], tellings: Sequence[Telling], persons: Persons) -> Saying:
    first = given[0]
    versions = [(one.place, one.version(None if one is first else first.text)) for one in given]
    # Words that stood without marks before anybody quoted them have lost none.
    later = [(place, _drift(version, first.text) if place > first.place else replace(version, edits=())) for place, version in retold]
    ordered = [version for _, version in sorted([*versions, *later], key=lambda placed: placed[0])]
    parts = [part for one in given for part in one.parts]
    return Saying(_speaker(ordered, persons), tuple(ordered), bearers.find(parts, tellings, persons))


def _drift(version: Version, first: str) -> Version:
    """A retold version with its edits: of words between marks; a paraphrase keeps what is told of its marks."""
    return version if version.kind == "indirect" else replace(version, edits=edits.find(version.text, first))


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
