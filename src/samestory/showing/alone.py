"""What one telling alone says, and what it leaves out that all others say.

A sheet comes in; the lines of the page's last part but one go out. What is lonely and what is left out was decided by comparing.
"""

from __future__ import annotations

from dataclasses import dataclass

from samestory.model import Span
from samestory.showing import wording
from samestory.showing.sheet import Cite, Sheet, Teller

LONGEST = 400  # characters of a statement


@dataclass(frozen=True, slots=True)
class AloneLine:
    """A statement that one telling has and no other."""

    number: str
    cite: Cite
    words: str


@dataclass(frozen=True, slots=True)
class LeftOutLine:
    """A statement that all other tellings have, in the words of the first of them."""

    number: str
    words: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """What sets one telling apart."""

    teller: Teller
    lines: tuple[AloneLine, ...]
    left_out: tuple[LeftOutLine, ...]


def lines(sheet: Sheet) -> tuple[Alone, ...]:
    """The tellings that have something of their own or leave something out, in story order."""
    own = {only.article: only.spans for only in sheet.comparison.only_in}
    lacking = {left.article: left.statements for left in sheet.comparison.left_out}
    found = []
    for article, teller in sheet.tellers.items():
        has = tuple(line for span in own.get(article, ()) if (line := _statement(sheet, span)))
        lacks = tuple(gone for places in lacking.get(article, ()) if (gone := _left_out(sheet, places)))
        if has or lacks:
            found.append(Alone(teller, has, lacks))
    return tuple(found)


def _statement(sheet: Sheet, span: Span) -> AloneLine | None:
    number = sheet.number("O")
    cite = sheet.cite((span,), "only", ref=number)
    return AloneLine(number, cite, wording.excerpt(sheet.words((span,)), LONGEST)) if cite else None


def _left_out(sheet: Sheet, places: tuple[Span, ...]) -> LeftOutLine | None:
    """The statement with a link to each article that has it, be it in several pieces."""
    number = sheet.number("L")
    articles = dict.fromkeys(span.article for span in places)
    cites = [sheet.cite(tuple(span for span in places if span.article == article), "sentence", ref=number) for article in articles]
    kept = tuple(cite for cite in cites if cite)
    return LeftOutLine(number, wording.excerpt(kept[0].words, LONGEST), kept) if kept else None
