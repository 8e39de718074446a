"""Text that one article took from another of its story: by containment, so that wire copy trimmed, topped or embedded is found.

Tellings of one story come in; `Copy` values with the shared passages go out. Rewording is not looked for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from samestory.grouping import agencies, shingles
from samestory.grouping.evidence import USED_KINDS
from samestory.model import Copy, CopyKind, Signed, Span, Telling
from samestory.text import fold

RUN = 8  # words in a row that both texts must share, and words in all that must stand outside quotation marks
LEAST = 0.3  # of the shorter text's words that stand in the other
NEW = 0.3  # of the copy's words that a second source must add to what the first one explains
SAMPLED = 0.04  # share of sampled fingerprints below which a pair is not compared word by word
FEW_PRINTS = 12  # shorter texts are always compared word by word

_WORD_OR_MARK = re.compile(r"\w+(?:'\w+)*|\"")
WHOLE = 0.8  # of a text's words that stand in the other, from which on hardly anything else does: names and commas change on the way

HALF = 0.5  # of a topped copy's words that are taken: a closing paragraph that two articles share is no topped copy


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words: the keys to compare, and where each stands."""

    keys: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    parts: tuple[int, ...]  # the stretch of unbroken text that each word belongs to
    quoted: tuple[bool, ...]  # whether each word stands between quotation marks
    prints: frozenset[int]
    signed: tuple[Signed, ...] = ()


class Finder:
    """Finds copies inside stories; remembers the pairs it has compared."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Copy | None] = {}
        self._words: dict[str, Words] = {}

    def find(self, tellings: Sequence[Telling]) -> tuple[Copy, ...]:
        """Each article's sources in its story, the fullest first, articles in their order."""
        order = {telling.article.id: place for place, telling in enumerate(tellings)}
        taken: dict[str, list[Copy]] = defaultdict(list)
        for one, two in combinations(tellings, 2):
            copy = self._compare(one, two)
            if copy:
                taken[copy.article].append(copy)
        found = []
        for article in sorted(taken, key=order.__getitem__):
            found += _fullest(sorted(taken[article], key=lambda c: (-c.shared, order[c.of])), len(self._words[article].keys))
        return tuple(found)

    def signed(self, tellings: Sequence[Telling]) -> tuple[Signed, ...]:
        """The agencies that sign the articles of a story, in their order."""
        if len(tellings) == 1:  # its words are not needed
            return agencies.find(tellings[0])
        return tuple(signed for telling in tellings for signed in self._read(telling).signed)

    def _compare(self, one: Telling, two: Telling) -> Copy | None:
        pair = (one.article.id, two.article.id)
        if pair not in self._known:
            self._known[pair] = self._look(one, two)
        return self._known[pair]

    def _look(self, one: Telling, two: Telling) -> Copy | None:
        a, b = self._read(one), self._read(two)
        smaller = min(len(a.prints), len(b.prints))
        if smaller >= FEW_PRINTS and len(a.prints & b.prints) < SAMPLED * smaller:
            return None
        return compare(one, two, a, b)

    def _read(self, telling: Telling) -> Words:
        known = self._words.get(telling.article.id)
        if known is None:
            known = self._words[telling.article.id] = read(telling)
        return known


def read(telling: Telling) -> Words:
    """The words of a telling's title, body and headings."""
    article = telling.article
    folded = fold(article.text)
    keys, spans, parts, quoted = [], [], [], []
    part = 0
    for block in article.blocks:
        if block.kind not in USED_KINDS:
            part += 1
            continue
        inside = False
        for found in _WORD_OR_MARK.finditer(folded, block.span.start, block.span.end):
            if found[0] == '"':
                inside = not inside
                continue
            keys.append(found[0].casefold())
            spans.append(found.span())
            parts.append(part)
            quoted.append(inside)
    return Words(tuple(keys), tuple(spans), tuple(parts), tuple(quoted), shingles.sample(keys), agencies.find(telling))


def compare(one: Telling, two: Telling, a: Words, b: Words) -> Copy | None:
    """What the two share, if it is enough; `one` stands before `two` in the story."""
    turned = len(b.keys) < len(a.keys)
    short, long = (b, a) if turned else (a, b)
    runs = shared_runs(short.keys, long.keys)
    covered = sum(length for _, _, length in runs)
    if not covered or covered < LEAST * len(short.keys) or _only_quotes(short, runs):
        return None
    if turned:
        runs = sorted((j, i, length) for i, j, length in runs)
    taker, source, mine, theirs = two, one, b, a
    if _is_source(two, one, b, a):
        taker, source, mine, theirs = one, two, a, b
    else:
        runs = sorted((j, i, length) for i, j, length in runs)
    passages = [pair for run in runs for pair in _passages(taker.article.id, source.article.id, mine, theirs, run)]
    signed = agencies.author(theirs.signed) or agencies.author(mine.signed)
    return Copy(
        taker.article.id,
        source.article.id,
        round(covered / len(short.keys), 3),
        tuple(passages),
        _kind(mine, theirs, runs),
        signed.agency if signed else None,
    )


def _kind(mine: Words, theirs: Words, runs: Sequence[tuple[int, int, int]]) -> CopyKind:
    """What was done with the text; `runs` are (place in mine, place in theirs, words)."""
    taken = {at for start, _, length in runs for at in range(start, start + length)}
    used = {at for _, start, length in runs for at in range(start, start + length)}
    all_mine, all_theirs = len(taken) >= WHOLE * len(mine.keys), len(used) >= WHOLE * len(theirs.keys)
    if all_mine:
        return "whole" if all_theirs else "trimmed"
    behind = len(mine.keys) - min(taken)  # from the first shared word on
    if len(taken) >= max(WHOLE * behind, HALF * len(mine.keys)):
        return "topped"
    return "embedded" if all_theirs else "part"


def shared_runs(short: Sequence[str], long: Sequence[str]) -> list[tuple[int, int, int]]:
    """Maximal runs of at least `RUN` words of `short` that stand in `long`: (place in short, place in long, words)."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(long) - RUN + 1):
        places[tuple(long[at : at + RUN])].append(at)
    runs = []
    at = 0
    while at <= len(short) - RUN:
        starts = places.get(tuple(short[at : at + RUN]))
        if not starts:
            at += 1
            continue
        length, start = max((_run(short, long, at, start), -start) for start in starts)
        runs.append((at, -start, length))
        at += length
    return runs


def _only_quotes(short: Words, runs: Sequence[tuple[int, int, int]]) -> bool:
    """Whether all that two texts share is what both quote: they were at the same place, and neither copied.

    Marks of the shorter text count: where marks of either did, 14 instead of 8 of 410 pairs of reuse/pairs were lost, by marks not closed.
    """
    return sum(not short.quoted[at] for start, _, length in runs for at in range(start, start + length)) < RUN


def _run(short: Sequence[str], long: Sequence[str], i: int, j: int) -> int:
    length = RUN
    while i + length < len(short) and j + length < len(long) and short[i + length] == long[j + length]:
        length += 1
    return length


def _passages(taker: str, source: str, mine: Words, theirs: Words, run: tuple[int, int, int]) -> list[tuple[Span, Span]]:
    """A run as spans, parted where furniture stands inside it in either text."""
    i, j, length = run
    parts = list(zip(mine.parts[i : i + length], theirs.parts[j : j + length], strict=True))
    cuts = [0, *(k for k in range(1, length) if parts[k] != parts[k - 1]), length]
    return [
        (
            Span(taker, mine.spans[i + start][0], mine.spans[i + end - 1][1]),
            Span(source, theirs.spans[j + start][0], theirs.spans[j + end - 1][1]),
        )
        for start, end in pairwise(cuts)
    ]


def _is_source(later: Telling, earlier: Telling, of_later: Words, of_earlier: Words) -> bool:
    """Whether the one that stands later is the source nonetheless: an agency's own text, of the same day or signed in the other; of one
    day, an outlet that the other credits."""
    own, other = _own(of_later), _own(of_earlier)
    apart = bool(later.day and earlier.day and later.day != earlier.day)
    if own is None or other is not None:
        return not apart and other is None and _credits(earlier, later) and not _credits(later, earlier)
    credited = {signed.agency for signed in of_earlier.signed} | {credit.outlet for credit in earlier.credits}
    return own in credited or not apart


def _credits(one: Telling, other: Telling) -> bool:
    """Whether an article credits the outlet of another."""
    outlet = _plain(other.article.outlet or "")
    return bool(outlet) and any(_plain(credit.outlet) == outlet for credit in one.credits)


def _plain(outlet: str) -> str:
    return re.sub(r"\W+", "", outlet.casefold().removeprefix("the "))


def _own(words: Words) -> str | None:
    """The agency whose own article it is."""
    return next((signed.agency for signed in words.signed if signed.how == "outlet"), None)


def _fullest(copies: Sequence[Copy], words: int) -> list[Copy]:
    """The fullest source, and further ones that explain words which those before do not."""
    kept: list[Copy] = []
    covered: set[int] = set()
    for copy in copies:
        here = {at for mine, _ in copy.passages for at in range(mine.start, mine.end)}
        if not kept or len(here - covered) >= NEW * len(here):
            kept.append(copy)
            covered |= here
    return kept
