"""The sheet that one page is written on: its tellings by letter, its findings by number, its places.

A `Comparison` comes in; what every part of the page needs of it goes out: who tells, links to words, numbers.
Nothing here decides what is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from samestory.model import Article, Comparison, Span, Telling
from samestory.showing import anchors, wording
from samestory.showing.marking import Places


@dataclass(frozen=True, slots=True)
class Teller:
    """One telling, as the page names it."""

    letter: str
    outlet: str  # "outlet unknown" where it is
    known: bool
    anchor: str  # of its text on the page
    telling: Telling

    @property
    def article(self) -> Article:
        return self.telling.article


@dataclass(frozen=True, slots=True)
class Cite:
    """A link to words in a telling."""

    teller: Teller
    href: str
    words: str


@dataclass(frozen=True, slots=True)
class Context:
    """The sentence in which words stand, in three parts."""

    before: str
    words: str
    after: str


class Sheet:
    """What the parts of one page share while it is written."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.tellers = {
            telling.article.id: Teller(
                anchors.letters(count),
                telling.article.outlet or "outlet unknown",
                telling.article.outlet is not None,
                f"text-{anchors.letters(count)}",
                telling,
            )
            for count, telling in enumerate(comparison.tellings)
        }
        self.places = Places({telling.article.id: telling.article for telling in comparison.tellings})
        self._numbers: Counter[str] = Counter()

    def number(self, letter: str) -> str:
        """The next number of a kind of finding: S1, S2 ..."""
        self._numbers[letter] += 1
        return f"{letter}{self._numbers[letter]}"

    def cite(self, spans: Sequence[Span], kind: str, *, ref: str | None = None, note: str | None = None) -> Cite | None:
        """A link to these words; None where they stand in no telling of the story."""
        teller = self.tellers.get(spans[0].article) if spans else None
        if teller is None:
            return None
        anchor = self.places.mark(spans, kind, ref=ref, note=note)
        return Cite(teller, f"#{anchor or teller.anchor}", wording.excerpt(self.words(spans)))

    def cites(self, spans: Iterable[Span], kind: str, *, ref: str | None = None) -> tuple[Cite, ...]:
        """A link for each of these spans, on its own."""
        return tuple(cite for span in spans if (cite := self.cite((span,), kind, ref=ref)))

    def words(self, spans: Iterable[Span]) -> str:
        """The words of a place, its pieces parted by an ellipsis in brackets."""
        texts = (" ".join(self._text(span).split()) for span in spans)
        return " […] ".join(text for text in texts if text)

    def context(self, span: Span) -> Context | None:
        """The sentence around a span, where the telling's sentences hold it."""
        teller = self.tellers.get(span.article)
        sentence = next((s for s in teller.telling.sentences if s.holds(span)), None) if teller else None
        if sentence is None:
            return None
        before, after = Span(span.article, sentence.start, span.start), Span(span.article, span.end, sentence.end)
        return Context(_end(self._text(before)), self._text(span), _start(self._text(after)))

    def _text(self, span: Span) -> str:
        teller = self.tellers.get(span.article)
        return teller.article.words(span) if teller else ""


def _end(text: str, longest: int = 160) -> str:
    """The end of a text, cut at a word where it is long."""
    line = " ".join(text.split()) + (" " if text[-1:].isspace() else "")
    if len(line) <= longest:
        return line
    cut = line.find(" ", len(line) - longest)
    return "… " + line[cut + 1 if cut > 0 else -longest :]


def _start(text: str, longest: int = 160) -> str:
    """The beginning of a text, cut at a word where it is long."""
    return (" " if text[:1].isspace() else "") + wording.excerpt(text, longest)
