"""samestory for those who live in spaCy: a component that puts quotations and credits on any English pipeline's docs.

    nlp.add_pipe("samestory_quotes")  ->  doc._.quotes, doc._.credits

A doc's text comes in, every line of it a paragraph of an article's body; who said what and who is credited go out as spans of that
doc. The doc's own parse is neither needed nor read: the text is attributed as `samestory attribute` does, so `spacy.blank("en")` will do.
What is found is kept in `doc.user_data` as plain values, which `to_bytes` and `DocBin(store_user_data=True)` carry along.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from samestory import model
from samestory.attributing import attribute
from samestory.text import lines

NAME = "samestory_quotes"
KEY = "samestory"  # in `doc.user_data`: {"quotes": [...], "credits": [...]}, places as pairs of characters

Places = list[list[int]]


@dataclass(frozen=True)
class QuoteOnDoc:
    """Who said what, as spans of the doc; `samestory.model.Quote` tells what each field means."""

    kind: str  # direct, mixed or indirect
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]  # the words in the text
    speaker: str | None  # the fullest name the text gives; None where it leaves that open
    speaker_kind: str | None  # person, group, organisation, outlet or unnamed
    role: str | None
    medium: str | None
    rule: str
    score: float


@dataclass(frozen=True)
class CreditOnDoc:
    """An outlet credited with reporting, as spans of the doc."""

    outlet: str
    span: Span
    covers: Span
    rule: str


class Component:
    """Attributes each doc that passes; holds no state."""

    def __call__(self, doc: Doc) -> Doc:
        telling = attribute(_article(doc.text))
        doc.user_data[KEY] = {
            "quotes": [_quote_row(quote) for quote in telling.quotes],
            "credits": [[c.outlet, _pairs([c.span]), _pairs([c.covers]), c.rule] for c in telling.credits],
        }
        return doc

    def to_bytes(self, **_: Any) -> bytes:
        return b""

    def from_bytes(self, _: bytes, **__: Any) -> Component:
        return self

    def to_disk(self, _: object, **__: Any) -> None:
        """Nothing is kept."""

    def from_disk(self, _: object, **__: Any) -> Component:
        return self


@Language.factory(NAME, assigns=["doc._.quotes", "doc._.credits"])
def make(nlp: Language, name: str) -> Component:
    """The component, as `nlp.add_pipe("samestory_quotes")` asks for it."""
    return Component()


def quotes(doc: Doc) -> tuple[QuoteOnDoc, ...]:
    """The quotations of a doc that has passed the component; what `doc._.quotes` gives."""
    rows = doc.user_data.get(KEY, {}).get("quotes", ())
    return tuple(_quote(doc, row) for row in rows)


def credits(doc: Doc) -> tuple[CreditOnDoc, ...]:
    """The credits of a doc that has passed the component; what `doc._.credits` gives."""
    rows = doc.user_data.get(KEY, {}).get("credits", ())
    return tuple(CreditOnDoc(outlet, _spans(doc, span)[0], _spans(doc, covers)[0], rule) for outlet, span, covers, rule in rows)


def _article(text: str) -> model.Article:
    blocks = tuple(model.Block(model.Span("doc", start, end), "body", "spacy:line") for start, end in lines(text))
    return model.Article("doc", "spacy", None, None, None, (), None, "en", text, blocks)


def _quote_row(quote: model.Quote) -> list[Any]:
    speaker = quote.speaker
    return [
        quote.kind,
        *(_pairs(spans) for spans in (quote.content, quote.cue, quote.source)),
        speaker.name if speaker else None,
        speaker.kind if speaker else None,
        speaker.role if speaker else None,
        quote.medium.name if quote.medium else None,
        quote.rule,
        float(quote.score),
    ]


def _quote(doc: Doc, row: list[Any]) -> QuoteOnDoc:
    kind, content, cue, source, *rest = row
    return QuoteOnDoc(kind, _spans(doc, content), _spans(doc, cue), _spans(doc, source), *rest)


def _pairs(spans: Sequence[model.Span]) -> Places:
    return [[span.start, span.end] for span in spans]


def _spans(doc: Doc, places: Places) -> tuple[Span, ...]:
    """The doc's own tokens at these places: whole ones where its tokenizer cuts otherwise."""
    found = (doc.char_span(start, end, alignment_mode="expand") for start, end in places)
    return tuple(span for span in found if span is not None)


for _name, _getter in (("quotes", quotes), ("credits", credits)):
    Doc.set_extension(_name, getter=_getter, force=True)
