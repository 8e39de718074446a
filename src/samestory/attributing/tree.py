"""A parsed paragraph as plain lists: reading a list is many times faster than asking the language library.

A passage comes in; its words, their grammar and the quotation marks around them go out, all by token index.
Nothing is decided here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property

from samestory.attributing.marks import Stretch
from samestory.language import Passage
from samestory.model import Span

Run = tuple[int, int]  # token indexes, half open
_COLUMNS = ("LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "HEAD", "IDX")


class Tree:
    """The tokens of a passage, their heads and children, and the quotation that each stands in."""

    def __init__(self, passage: Passage, stretches: tuple[Stretch, ...] = ()) -> None:
        doc = passage.doc
        self.passage = passage
        self.text = passage.text
        strings, rows = doc.vocab.strings, doc.to_array(list(_COLUMNS)).T
        named: list[list[str]] = [[strings[key] for key in row] for row in rows[:5].tolist()]
        lemmas, self.pos, self.tags, self.deps, self.kinds = named
        self.words = passage.words
        self.lower = [word.lower() for word in self.words]
        self.lemmas = [lemma.lower() for lemma in lemmas]
        self.heads: list[int] = [i + head for i, head in enumerate(rows[5].astype("int64").tolist())]
        self.starts: list[int] = rows[6].tolist()
        self.kids: list[list[int]] = [[] for _ in self.words]
        for i, head in enumerate(self.heads):
            if head != i:
                self.kids[head].append(i)
        self.stretches = stretches
        self.inside = self._inside()

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def edges(self) -> list[Run]:
        """The first token of each subtree, and one past its last."""
        first, last = list(range(len(self.words))), list(range(1, len(self.words) + 1))
        for i in range(len(self.words)):
            above = i
            while self.heads[above] != above:
                above = self.heads[above]
                first[above] = min(first[above], i)
                last[above] = max(last[above], i + 1)
        return list(zip(first, last, strict=True))

    @cached_property
    def sentences(self) -> list[int]:
        """The number of the sentence of each token."""
        return [number for number, sentence in enumerate(self.passage.doc.sents) for _ in range(len(sentence))]

    def sentence(self, i: int) -> Run:
        """The sentence that a token stands in."""
        return bisect_left(self.sentences, self.sentences[i]), bisect_right(self.sentences, self.sentences[i])

    def _inside(self) -> list[int]:
        """The index of the stretch that each token stands in, -1 outside."""
        found = [-1] * len(self.words)
        for number, stretch in enumerate(self.stretches):
            first, last = self.run_of(stretch)
            found[first:last] = [number] * (last - first)
        return found

    def children(self, i: int, *deps: str) -> list[int]:
        return [k for k in self.kids[i] if self.deps[k] in deps]

    def child(self, i: int, *deps: str) -> int | None:
        return next((k for k in self.kids[i] if self.deps[k] in deps), None)

    def run_of(self, stretch: Stretch) -> Run:
        """The tokens that begin within a stretch."""
        return bisect_left(self.starts, stretch.start), bisect_left(self.starts, stretch.end)

    def runs(self, tokens: Iterable[int]) -> tuple[Run, ...]:
        """Token indexes as runs, without blanks and loose punctuation at their ends."""
        found: list[list[int]] = []
        for i in sorted(tokens):
            if found and found[-1][1] == i:
                found[-1][1] = i + 1
            else:
                found.append([i, i + 1])
        trimmed = (self._trimmed(first, last) for first, last in found)
        return tuple(run for run in trimmed if run[0] < run[1])

    def _trimmed(self, first: int, last: int) -> Run:
        while first < last and (self.pos[first] == "SPACE" or self.words[first] in {",", ";", ":", ".", "-", "—", "–", "--", ")", "and"}):
            first += 1
        while first < last and (self.pos[last - 1] == "SPACE" or self.words[last - 1] in {",", ";", ":", ".", "-", "—", "–", "--", "("}):
            last -= 1
        return first, last

    def said(self, span: Span) -> str:
        """The words of a span that stands in this passage."""
        return self.text[span.start - self.passage.start : span.end - self.passage.start]

    def span(self, run: Run) -> Span:
        """Where a run of tokens stands in the article."""
        end = self.starts[run[1] - 1] + len(self.words[run[1] - 1])
        return self.passage.chars(self.starts[run[0]], end)
