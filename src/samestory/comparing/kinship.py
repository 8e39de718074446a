"""Whether two articles are tellings of one text: several of their sentences say nearly the same.

The sentences of a story and those laid along each other come in; yes or no for two sentences goes out. Two newsrooms that write on
their own have a like sentence now and then, and mostly of two things: two polls, two days, two offers. Where one text was rewritten,
what is not the same in it was changed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from samestory.comparing.parallels import Parallel, Sentence
from samestory.model import Span

# Of the sentences of the shorter article. Of 14 changes read on fresh general news, all of two things, 12 had less than .13;
# retellings falsified on purpose have .16 and more, but for those that need no kinship.
SHARED = 0.15
ALIKE = 0.4  # of both sentences' matter, to count as shared


class Kinship:
    """How much of each article every other one shares."""

    def __init__(self, sentences: Sequence[Sentence], laid: Iterable[Parallel]) -> None:
        self._told: Counter[str] = Counter()
        self._shared: dict[tuple[str, str], set[Span]] = defaultdict(set)
        for sentence in sentences:
            homes = (sentence.span, *sentence.twins)
            self._told.update(span.article for span in homes)
            for ours in homes if len(homes) > 1 else ():
                for theirs in homes:
                    self._shared[ours.article, theirs.article].add(ours)
        for parallel in laid:
            if parallel.alike >= ALIKE:
                for one, other in ((parallel.ours, parallel.theirs), (parallel.theirs, parallel.ours)):
                    for ours in (one.span, *one.twins):
                        for theirs in (other.span, *other.twins):
                            self._shared[ours.article, theirs.article].add(ours)

    def one_text(self, ours: Sentence, theirs: Sentence) -> bool:
        """Whether the articles of two sentences share enough of the shorter one."""
        here, there = ours.telling.article.id, theirs.telling.article.id
        shared = min(len(self._shared[here, there]), len(self._shared[there, here]))
        return shared >= SHARED * min(self._told[here], self._told[there])
