"""The opposite word at the same place of two sentences that otherwise say nearly the same: "to buy the firm", "to sell the firm".

A pair of parallel sentences comes in; places of words go out. Only plain opposites of a closed list; where a "not" stands near in
either sentence, or prices and markets move, none.
"""

from __future__ import annotations

from collections.abc import Iterator

from samestory.comparing import wording
from samestory.comparing.parallels import Parallel, Sentence
from samestory.comparing.swaps import gaps
from samestory.comparing.wording import LIGHT

ALIKE = 0.6  # of both sentences' matter
FEWEST = 4  # words of matter in common
FLANKS = 2  # tokens right beside the gap that stand beside each other
NEAR = 6  # tokens among which a "not" turns the word round
LONGEST = 4  # tokens of a gap
# One line, two sides: each word of the one is the opposite of each of the other.
_SIDES = """
    buy buys bought buying acquire acquires acquired / sell sells sold selling
    rise rises rose risen increase climb climbed soar soared grow grew / fall falls fell fallen drop drops dropped decrease decline plunge
        plummet tumbled shrink shrank
    win wins won victory victories winning / lose loses lost defeat defeats losing loss
    approve accept allow allows allowed permit permitted back backs backed pass uphold upheld / reject block blocks blocked ban bans banned
        halt refuse forbid forbidden oppose
    leave leaves left quit quits / stay stays stayed remain join joins joined
    arrest detain jail jails jailed / release free freed
    convict guilty / acquit acquitted innocent cleared
    alive survive / dead died killed
    tighten / relax ease eases loosen
    open opens opened / close closes shut
    confirm confirms admit admits admitted / deny denies denied
    support / oppose
    raise / cut cuts lower lowers reduce
    success succeed / fail fails failed failure
    hire hires / fire fires fired dismiss
    start begin began begins launch / end ends ended stop stops stopped"""
_TRADED = "shar share stock index futur dollar sterl oil price pric yield bond market"
MARKETS = frozenset(_TRADED.split())
_TURNING = "not no never none without neither nor fail refuse deny despite unlike"
TURNING = frozenset(_TURNING.split())


def _opposites() -> dict[str, set[str]]:
    """Every word with its opposites, as tokens are keyed."""
    found: dict[str, set[str]] = {}
    for line in _SIDES.replace("\n        ", " ").strip().splitlines():
        one, other = ([wording.stem(word) for word in side.split()] for side in line.split("/"))
        for side, against in ((one, other), (other, one)):
            for word in side:
                found.setdefault(word, set()).update(against)
    return found


OPPOSITES = _opposites()


def find(parallel: Parallel) -> Iterator[tuple[int, int]]:
    """The places of a word and of its opposite."""
    if parallel.alike < ALIKE or parallel.common < FEWEST or (parallel.ours.matter | parallel.theirs.matter) & MARKETS:
        return
    ours, theirs = parallel.ours.tokens, parallel.theirs.tokens
    for (i, j), (k, m) in gaps(parallel):
        if j - i > LONGEST or m - k > LONGEST or _flanked(parallel, (i, j), (k, m)) < FLANKS:
            continue
        for at in range(i, j):
            for other in range(k, m):
                against = theirs[other].key in OPPOSITES.get(ours[at].key, ())
                if against and not _turned(parallel.ours, at) and not _turned(parallel.theirs, other):
                    yield at, other


def _flanked(parallel: Parallel, mine: tuple[int, int], other: tuple[int, int]) -> int:
    """How many tokens right before and after a gap stand beside each other; none where no word of matter does."""
    pairs = set(parallel.beside)
    before = [(mine[0] - step, other[0] - step) for step in (1, 2) if (mine[0] - step, other[0] - step) in pairs]
    after = [(mine[1] + step, other[1] + step) for step in (0, 1) if (mine[1] + step, other[1] + step) in pairs]
    matter = any(parallel.ours.tokens[i].key not in LIGHT for i, _ in (*before, *after))
    return len(before) + len(after) if matter else 0


def _turned(sentence: Sentence, at: int) -> bool:
    return any(token.key in TURNING for token in sentence.tokens[max(0, at - NEAR) : at + 2])
