"""How much of one wording stands in another, in the same order.

Two runs of words come in, with the rarity of words in the story; an `Alignment` goes out. It does not decide anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from samestory.comparing.rarity import Rarity
from samestory.comparing.wording import light, negates

STRAY = 2  # matched words at an end that are cut off when a gap longer than themselves parts them from the rest


@dataclass(frozen=True, slots=True)
class Alignment:
    """The longest common run of words, gaps allowed, with stray matches at its ends cut off."""

    matched: int  # words
    shared: float  # 0 to 1: the weight of the shorter wording's words that are matched
    tight: float  # 0 to 1: matched words against the shorter wording and the stretch of the longer one they stand in
    turned: bool = False  # between the first and the last matched word one of them denies what the other says


def align(ours: Sequence[str], theirs: Sequence[str], rarity: Rarity) -> Alignment:
    """Lay the shorter of two wordings along the longer one."""
    short, long = sorted((ours, theirs), key=len)
    blocks = _without_strays(
        [(code.src_start, code.src_end, code.dest_start) for code in Indel.opcodes(short, long) if code.tag == "equal"]
    )
    if not blocks:
        return Alignment(0, 0.0, 0.0)
    matched = sum(end - start for start, end, _ in blocks)
    window = blocks[-1][2] + blocks[-1][1] - blocks[-1][0] - blocks[0][2]
    heavy = rarity.total(word for start, end, _ in blocks for word in short[start:end] if not light(word))
    whole = min(rarity.total(word for word in words if not light(word)) for words in (ours, theirs) if len(words) == len(short))
    shared = heavy / whole if whole else matched / len(short)
    return Alignment(matched, shared, 2 * matched / (len(short) + window), _turned(short, long, blocks))


def _turned(short: Sequence[str], long: Sequence[str], blocks: Sequence[tuple[int, int, int]]) -> bool:
    start, end = blocks[0], blocks[-1]
    stretches = short[start[0] : end[1]], long[start[2] : end[2] + end[1] - end[0]]
    one, other = (sum(negates(word) for word in stretch) for stretch in stretches)
    return one % 2 != other % 2


def _without_strays(blocks: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The matched blocks less short ones at the ends that stand far off: a lone "the" forty words before the rest."""
    while len(blocks) > 1:
        (first, first_end, there), (_, _, next_there) = blocks[0], blocks[1]
        (last, last_end, far), (before, before_end, near) = blocks[-1], blocks[-2]
        if first_end - first <= STRAY and next_there - there - (first_end - first) > 2 * (first_end - first):
            blocks = blocks[1:]
        elif last_end - last <= STRAY and far - near - (before_end - before) > 2 * (last_end - last):
            blocks = blocks[:-1]
        else:
            break
    return blocks
