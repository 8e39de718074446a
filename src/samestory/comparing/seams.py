"""Sentences that one telling runs on as one quotation and an earlier one has apart, with other quoted words between.

Sayings come in, with all that is quoted; they go out again, each version that runs on marked with an edit `joined`. Told only where
both sentences stand in this order between the same marks, and where the earlier telling's words between them are left out here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from samestory.comparing.utterances import Utterance
from samestory.model import Edit, Saying, Telling, Version
from samestory.text import BLANKS

CLOSE = 2  # characters between two sentences of one quotation
FARTHEST = 700  # characters between them in the earlier telling; beyond, it goes on to something else
SHOWN = 4  # words of each sentence in the edit
FEWEST = 4  # quoted words between them


def told(sayings: Sequence[Saying], tellings: Sequence[Telling], uttered: Sequence[Utterance]) -> tuple[Saying, ...]:
    """The sayings, their versions marked where sentences are joined."""
    texts = {telling.article.id: telling.article.text for telling in tellings}
    spoken: dict[str, list[Utterance]] = defaultdict(list)
    for one in uttered:
        spoken[one.article].append(one)
    ends: dict[tuple[str, int], list[int]] = defaultdict(list)  # the sayings whose version ends near there
    for number, saying in enumerate(sayings):
        for version in _quoting(saying):
            ends[version.article, version.content[-1].end // 8].append(number)
    return tuple(_marked(saying, sayings, texts, spoken, ends) for saying in sayings)


def _quoting(saying: Saying) -> list[Version]:
    return [version for version in saying.versions if version.kind != "indirect"]


def _marked(
    saying: Saying,
    sayings: Sequence[Saying],
    texts: dict[str, str],
    spoken: dict[str, list[Utterance]],
    ends: dict[tuple[str, int], list[int]],
) -> Saying:
    first, *later = _quoting(saying)
    changed: dict[str, Version] = {}
    for version in later:
        start = version.content[0].start
        near = {number for bucket in (start // 8 - 1, start // 8) for number in ends.get((version.article, bucket), ())}
        for number in sorted(near):
            before = {other.article: other for other in _quoting(sayings[number])}
            here, there = before.get(version.article), before.get(first.article)
            if here and there and _runs_on(texts[version.article], here, version):
                between = _between(spoken[first.article], there, first)
                if between and not _has(spoken[version.article], between):
                    changed[version.article] = replace(version, edits=(_edit(here, version, between), *version.edits))
    if not changed:
        return saying
    return replace(saying, versions=tuple(changed.get(version.article, version) for version in saying.versions))


def _runs_on(text: str, before: Version, after: Version) -> bool:
    """Whether one sentence follows the other between the same marks, with no sign that something is left out."""
    end, start = before.content[-1].end, after.content[0].start
    return 0 <= start - end <= CLOSE and not text[end:start].strip(BLANKS) and not before.text.rstrip().endswith(("…", "..."))


def _between(spoken: Sequence[Utterance], before: Version, after: Version) -> tuple[Utterance, ...]:
    """What the earlier telling quotes of the same speaker between the two sentences."""
    end, start = before.content[-1].end, after.content[0].start
    if not 0 < start - end <= FARTHEST:
        return ()
    found = tuple(one for one in spoken if end <= one.pieces[0].start and one.pieces[-1].end <= start)
    one_voice = all(one.speaker in (before.speaker, after.speaker) for one in found)
    return found if one_voice and sum(len(one.words) for one in found) >= FEWEST else ()


def _has(spoken: Sequence[Utterance], between: Sequence[Utterance]) -> bool:
    """Whether the later telling quotes some of what stood between, at another place."""
    words = {one.words for one in spoken}
    return any(one.words in words for one in between)


def _edit(here: Version, version: Version, between: Sequence[Utterance]) -> Edit:
    seam = f"… {' '.join(here.text.split()[-SHOWN:])} {' '.join(version.text.split()[:SHOWN])} …"
    return Edit("joined", seam, " ".join(one.text for one in between))
