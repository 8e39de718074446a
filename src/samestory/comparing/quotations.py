"""How many quotations the articles of a story share, as a reader counts them.

Sayings and tellings come in, their number goes out. A saying is one sentence; sentences that run on in one pair of marks, and that two
articles have, are one quotation, wherever a third one ends it. Words that only one article has in marks are shared by nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from samestory.comparing.clusters import join
from samestory.comparing.echoes import in_marks
from samestory.model import Saying, Span, Telling, Version

BETWEEN = 3  # characters between two sentences of one quotation: a full stop and a blank
_MARKS = frozenset('“”„«»"')


def count(sayings: Sequence[Saying], tellings: Sequence[Telling]) -> int:
    """The quotations that at least two articles have in marks."""
    by = {telling.article.id: telling for telling in tellings}
    quoted = [{v.article: v for v in saying.versions if _marked(v, by)} for saying in sayings]
    shared = [versions for versions in quoted if len(versions) > 1]
    runs = ((a, b) for a, b in combinations(range(len(shared)), 2) if _is_one(shared[a], shared[b], by))
    return len(join(len(shared), runs))


def _marked(version: Version, by: dict[str, Telling]) -> bool:
    telling = by.get(version.article)
    return telling is not None and version.kind != "indirect" and all(in_marks(telling, piece) for piece in version.content)


def _is_one(one: dict[str, Version], other: dict[str, Version], by: dict[str, Telling]) -> bool:
    """Whether two articles have both, others may have cut it short, and in one of them nothing stands between."""
    both = [article for article in one if article in other]
    return len(both) > 1 and any(_run_on(by[article], one[article].content, other[article].content) for article in both)


def _run_on(telling: Telling, one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether the last words of one are followed by the first of the other, or the two hold words in common."""
    first, second = sorted((tuple(one), tuple(other)))
    between = telling.article.text[first[-1].end : second[0].start]
    return second[0].start <= first[-1].end or (
        len(between) <= BETWEEN and not _MARKS & set(between) and not any(map(str.isalnum, between))
    )
