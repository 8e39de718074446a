"""What the tellings go back to, and versions of one article: the lines of the page that say so.

A sheet comes in; each source with who draws on it, and each change between two versions, with links to their places, go out.
"""

from __future__ import annotations

from dataclasses import dataclass

from samestory.model import Change, Source, Span
from samestory.showing import wording
from samestory.showing.sheet import Cite, Sheet, Teller
from samestory.text import CLOSING, OPENING

_MARKS = OPENING + CLOSING + "\"' "
MOST_PLACES = 4  # links of one source shown; the others are counted


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source with the tellings that draw on it."""

    name: str
    kind: str  # in words
    tellers: tuple[tuple[Teller, bool], ...]  # each with whether it names no other source
    cites: tuple[Cite, ...]
    more: int  # places not linked


@dataclass(frozen=True, slots=True)
class Rests:
    """What the story goes back to."""

    why: str
    shared: tuple[SourceLine, ...]  # common to several tellings, or more than a voice
    voices: tuple[SourceLine, ...]  # whom one telling alone cites
    unnamed: tuple[Teller, ...]
    apart: tuple[Teller, ...]  # no two of which share anything


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change between two versions."""

    number: str
    kind: str
    why: str
    before: tuple[Cite, ...]
    after: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Revised:
    """Two versions of one article."""

    earlier: Teller
    later: Teller
    why: str
    lines: tuple[ChangeLine, ...]


def rests(sheet: Sheet) -> Rests | None:
    """What the tellings go back to; None where nobody has looked."""
    origins = sheet.comparison.origins
    if origins is None or not sheet.tellers:
        return None
    shared = [one for one in origins.sources if len(one.articles) > 1 or one.kind != "speaker"]
    voices = [one for one in origins.sources if len(one.articles) == 1 and one.kind == "speaker"]
    return Rests(
        origins.why,
        tuple(_line(sheet, one) for one in shared),
        tuple(_line(sheet, one) for one in voices),
        _tellers(sheet, origins.unnamed),
        _tellers(sheet, origins.independent),
    )


def _line(sheet: Sheet, source: Source) -> SourceLine:
    origin = sheet.tellers.get(source.name) if source.kind in ("article", "text") else None
    tellers = tuple((sheet.tellers[article], article in source.only) for article in source.articles if article in sheet.tellers)
    cites = sheet.cites((_between_marks(sheet, span) for span in source.evidence), "sentence")
    first = {cite.teller.letter: cite for cite in reversed(cites)}  # one place of each before a second of any
    chosen = [cite for cite in cites if first[cite.teller.letter] is cite] + [
        cite for cite in cites if first[cite.teller.letter] is not cite
    ]
    name = f"{origin.letter} {origin.outlet}" if origin else source.name
    return SourceLine(name, wording.SOURCE_KINDS[source.kind], tellers, tuple(chosen[:MOST_PLACES]), len(chosen[MOST_PLACES:]))


def _between_marks(sheet: Sheet, span: Span) -> Span:
    """A quotation's words without its marks, as the page marks them elsewhere."""
    teller = sheet.tellers.get(span.article)
    words = teller.article.words(span) if teller else ""
    before, behind = len(words) - len(words.lstrip(_MARKS)), len(words) - len(words.rstrip(_MARKS + ",."))
    quoted = before and len(words) > before + behind
    return Span(span.article, span.start + before, span.end - behind) if quoted else span


def _tellers(sheet: Sheet, articles: tuple[str, ...]) -> tuple[Teller, ...]:
    return tuple(sheet.tellers[article] for article in articles if article in sheet.tellers)


def revised(sheet: Sheet) -> tuple[Revised, ...]:
    """The versions of articles, with what changed."""
    found = []
    for revision in sheet.comparison.revisions:
        earlier, later = sheet.tellers.get(revision.earlier), sheet.tellers.get(revision.later)
        if earlier and later:
            found.append(Revised(earlier, later, revision.why, tuple(_change(sheet, change) for change in revision.changes)))
    return tuple(found)


def _change(sheet: Sheet, change: Change) -> ChangeLine:
    number = sheet.number("V")
    before, after = (sheet.cites((s for s in spans if s.end > s.start), "sentence") for spans in (change.before, change.after))
    return ChangeLine(number, change.kind, change.why, before, after)
