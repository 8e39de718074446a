"""Places in texts, and texts with their places marked.

Spans come in, with what they are and which findings they belong to; HTML goes out in which every place is an
element around exactly its words. Spans that lie in one another become nested elements. Spans that cross are cut
where the outer one ends; the pieces of one place know each other: the first has the place's anchor as `id`, the
others name it in `data-of`. Nothing here knows what a finding says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from markupsafe import Markup, escape

from samestory.model import Article, Span
from samestory.showing import anchors

# From the outside in, where two places cover the same words.
KINDS = ("only", "copy", "covered", "quote", "silence", "credit", "sentence", "point", "fact", "time", "source", "cue", "named", "dated")


@dataclass(slots=True)
class Place:
    """Words of one article that something on the page points at."""

    id: str
    spans: tuple[Span, ...]
    kinds: list[str] = field(default_factory=list)
    refs: list[str] = field(default_factory=list)  # numbers of the findings that point here
    notes: list[str] = field(default_factory=list)
    opened: bool = False  # its first piece is written

    @property
    def depth(self) -> int:
        return min((KINDS.index(kind) for kind in self.kinds), default=len(KINDS))


class Places:
    """The places of one page, as its findings name them."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._articles = articles
        self._places: dict[tuple[Span, ...], Place] = {}
        self._by_article: dict[str, list[Place]] = defaultdict(list)

    def mark(self, spans: Iterable[Span], kind: str, *, ref: str | None = None, note: str | None = None) -> str | None:
        """The anchor of these words, marked as `kind`; None where the story's texts do not hold them."""
        pieces = tuple(sorted({piece for span in spans if (piece := self._inside(span))}))
        if not pieces or len({piece.article for piece in pieces}) > 1:
            return None
        if pieces not in self._places:
            self._places[pieces] = Place(anchors.place(pieces), pieces)
            self._by_article[pieces[0].article].append(self._places[pieces])
        place = self._places[pieces]
        for kept, new in ((place.kinds, kind), (place.refs, ref), (place.notes, note)):
            if new and new not in kept:
                kept.append(new)
        return place.id

    def of(self, article: str) -> list[Place]:
        """The places of one article, outer before inner."""
        return sorted(self._by_article[article], key=lambda place: (place.spans[0].start, -place.spans[0].end, place.depth, place.id))

    def broken(self) -> list[str]:
        """The anchors of the places that consist of more than one span."""
        return sorted(place.id for place in self._places.values() if len(place.spans) > 1)

    def _inside(self, span: Span) -> Span | None:
        article = self._articles.get(span.article)
        if article is None:
            return None
        start, end = max(0, span.start), min(len(article.text), span.end)
        words = article.text[start:end] if start < end else ""
        lead, tail = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
        return Span(span.article, start + lead, end - tail) if words.strip() else None


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    end: int
    place: Place


def marked(text: str, start: int, end: int, places: Sequence[Place]) -> Markup:
    """The words of `text[start:end]` as HTML with the places in it marked."""
    runs = [
        _Run(max(start, span.start), min(end, span.end), place)
        for place in places
        for span in place.spans
        if span.start < end and start < span.end
    ]
    return Markup("").join(_write(text, start, end, _nested(runs)))


def _nested(runs: list[_Run]) -> list[_Run]:
    """The runs in the order to open them, cut so that none crosses another."""
    waiting = [(_order(run), run) for run in runs]
    heapify(waiting)
    opened: list[_Run] = []
    done: list[_Run] = []
    while waiting:
        _, run = heappop(waiting)
        opened = [outer for outer in opened if outer.end > run.start]
        edge = min((outer.end for outer in opened), default=run.end)
        if edge < run.end:
            rest = _Run(edge, run.end, run.place)
            heappush(waiting, (_order(rest), rest))
            run = _Run(run.start, edge, run.place)
        opened.append(run)
        done.append(run)
    return sorted(done, key=_order)


def _order(run: _Run) -> tuple[int, int, int, str]:
    return run.start, -run.end, run.place.depth, run.place.id


def _write(text: str, start: int, end: int, runs: list[_Run]) -> Iterable[Markup]:
    at = start
    opened: list[_Run] = []
    for run in [*runs, None]:
        until = run.start if run else end
        while opened and opened[-1].end <= until:
            yield escape(text[at : opened[-1].end])
            at = opened[-1].end
            yield _close(opened.pop())
        yield escape(text[at:until])
        at = until
        if run:
            yield _open(run.place)
            opened.append(run)


def _open(place: Place) -> Markup:
    name = Markup(' data-of="{}"').format(place.id) if place.opened else Markup(' id="{}"').format(place.id)
    note = Markup(' title="{}"').format("; ".join(place.notes)) if place.notes else Markup("")
    place.opened = True
    return Markup('<span class="m {}"{}{}>').format(" ".join(f"m-{kind}" for kind in place.kinds), name, note)


def _close(run: _Run) -> Markup:
    if run.end < run.place.spans[-1].end:
        return Markup("</span>")
    refs = Markup("").join(Markup('<a class="r {0}" href="#{1}">{1}</a>').format(_layer(ref), ref) for ref in run.place.refs)
    return refs + Markup("</span>")


def _layer(ref: str) -> str:
    """The class of a finding's number in the text, by its letter."""
    return f"r{ref[0]}"
