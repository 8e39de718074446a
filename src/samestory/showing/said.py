"""Who said what: the shared sayings with their drift, and what else each telling quotes.

A sheet comes in; the values that the page's first part is rendered from go out. A quotation is listed once:
with the saying it belongs to, or under its article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from samestory.model import Medium, Quote, QuoteKind, Saying, Silence, Span, Speaker, Version
from samestory.showing import drift, wording
from samestory.showing.sheet import Cite, Sheet, Teller
from samestory.text import DOUBLE, SINGLE

# A quotation counts as shown with a saying when the saying's words cover this part of it; below, the
# rest is worth its own line. Chosen by hand: a quoted sentence or more that nobody else has is news.
COVERED = 0.8


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a saying and the tellings that have it."""

    cites: tuple[Cite, ...]
    kind: str
    media: tuple[str, ...]
    speaker: str | None  # where the tellings plainly name different people, the one these name
    pieces: tuple[drift.Piece, ...]
    changes: tuple[drift.Change, ...]
    marks: bool  # the words stand in quotation marks


@dataclass(frozen=True, slots=True)
class Given:
    """To whom some tellings give the words, where others name somebody else."""

    speaker: str
    tellers: tuple[Teller, ...]


@dataclass(frozen=True, slots=True)
class SharedSaying:
    number: str
    speaker: str | None
    tellers: int
    first: Wording
    others: tuple[Wording, ...]
    given_to: tuple[Given, ...]

    @property
    def drifts(self) -> bool:
        return any(other.changes for other in self.others)


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One quotation that stands in one telling."""

    number: str
    cite: Cite
    words: str
    kind: str
    marks: bool
    cue: str
    source: str
    named_at: tuple[Cite, ...]  # the mentions that led from "he" to the name
    medium: str | None
    part_of: tuple[str, ...]  # numbers of the sayings that hold a part of it
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class Voice:
    """What one speaker says in one telling."""

    name: str | None
    label: str
    open: str | None  # what is not known of the speaker: "name not resolved"
    role: str | None
    kind: str | None
    quotes: tuple[QuoteLine, ...]


@dataclass(frozen=True, slots=True)
class SilenceLine:
    number: str
    cite: Cite
    name: str
    label: str
    words: str
    rule: str


@dataclass(frozen=True, slots=True)
class Said:
    """What one telling quotes beyond the shared sayings."""

    teller: Teller
    voices: tuple[Voice, ...]
    silences: tuple[SilenceLine, ...]
    count: int
    total: int  # with those shown as shared


def shared(sheet: Sheet) -> tuple[SharedSaying, ...]:
    """The sayings that two or more tellings have, most widely told first."""
    found = [saying for saying in sheet.comparison.sayings if _tellers(saying) > 1]
    return tuple(_saying(sheet, saying) for saying in sorted(found, key=lambda s: -_tellers(s)))


def others(sheet: Sheet, sayings: Sequence[SharedSaying]) -> tuple[Said, ...]:
    """For each telling, its quotations that are not shown with a saying, and its silences."""
    numbers = {saying.number: saying for saying in sayings}
    held: dict[str, list[tuple[str, tuple[Span, ...]]]] = defaultdict(list)
    shown = sorted((s for s in sheet.comparison.sayings if _tellers(s) > 1), key=lambda s: -_tellers(s))
    for number, saying in zip(numbers, shown, strict=True):
        for version in saying.versions:
            held[version.article].append((number, version.content))
    return tuple(_said(sheet, teller, held[teller.article.id]) for teller in sheet.tellers.values())


def _tellers(saying: Saying) -> int:
    return len({version.article for version in saying.versions})


def _saying(sheet: Sheet, saying: Saying) -> SharedSaying:
    number = sheet.number("S")
    base = next((version for version in saying.versions if version.kind != "indirect"), saying.versions[0])
    named = {article: given.speaker for given in saying.given_to for article in given.articles}
    groups: dict[tuple[str, str, bool, str | None], list[Version]] = {}
    for version in saying.versions:
        dropped = any(edit.kind == "marks" for edit in version.edits)
        groups.setdefault((drift.bare(version.text), version.kind, dropped, named.get(version.article)), []).append(version)
    wordings = tuple(_wording(sheet, number, base, found, who) for (*_, who), found in groups.items())
    given_to = tuple(
        Given(given.speaker, tuple(sheet.tellers[article] for article in given.articles if article in sheet.tellers))
        for given in saying.given_to
    )
    return SharedSaying(number, saying.speaker, _tellers(saying), wordings[0], wordings[1:], given_to)


def _wording(sheet: Sheet, number: str, base: Version, versions: Sequence[Version], speaker: str | None) -> Wording:
    """One wording; only words between marks are held against the earliest version that quotes."""
    here = versions[0]
    cites = tuple(cite for v in versions if (cite := sheet.cite(v.content, "quote", ref=number)))
    plain = here.kind == "indirect"
    return Wording(
        cites=cites,
        kind=_kind(here),
        media=tuple(dict.fromkeys(v.medium for v in versions if v.medium)),
        speaker=speaker,
        pieces=(drift.Piece("same", here.text),) if plain else drift.pieces(base.text, here.text),
        changes=tuple(dict.fromkeys(drift.name(edit) for edit in here.edits)),
        marks=_bare(here.kind, here.text),
    )


def _kind(version: Version) -> str:
    """What a version is called: words of a quotation that stand without marks and without a source are no indirect quotation."""
    if version.kind == "indirect" and version.speaker is None:
        return "the same words, without quotation marks"
    return "the outlet's own words for it" if version.kind == "indirect" and not version.edits else wording.QUOTE_KINDS[version.kind]


def _said(sheet: Sheet, teller: Teller, held: Sequence[tuple[str, tuple[Span, ...]]]) -> Said:
    voices: dict[str, list[tuple[Quote, QuoteLine]]] = {}
    for quote in teller.telling.quotes:
        sheet.places.mark(quote.source, "source")
        sheet.places.mark(quote.cue, "cue")
        sayings = [(number, content) for number, content in held if _overlap(quote.content, content)]
        if _covered(quote, [content for _, content in sayings]):
            sheet.places.mark(quote.content, "covered", note=_note(quote))
            continue
        label = _voice(sheet, quote)
        line = _line(sheet, quote, label, tuple(dict.fromkeys(number for number, _ in sayings)))
        if line:
            voices.setdefault(label, []).append((quote, line))
    silences = tuple(kept for silence in teller.telling.silences if (kept := _silence(sheet, silence)))
    count = sum(len(lines) for lines in voices.values())
    return Said(teller, tuple(_speech(label, lines) for label, lines in voices.items()), silences, count, len(teller.telling.quotes))


def _line(sheet: Sheet, quote: Quote, label: str, part_of: tuple[str, ...]) -> QuoteLine | None:
    if not quote.content:
        return None
    number = sheet.number("Q")
    cite = sheet.cite(quote.content, "quote", ref=number, note=_note(quote))
    if cite is None:
        return None
    source = sheet.words(quote.source)
    mentions = [span for span in quote.speaker.mentions if span not in quote.source] if quote.speaker else []
    named_at = sheet.cites(mentions[:3], "named") if quote.speaker and quote.speaker.name and source != quote.speaker.name else ()
    return QuoteLine(
        number=number,
        cite=cite,
        words=sheet.words(quote.content),
        kind=quote.kind,
        marks=_bare(quote.kind, sheet.words(quote.content)),
        cue=sheet.words(quote.cue),
        source="" if f"“{wording.excerpt(source, 80)}”" == label or source == label else source,
        named_at=tuple(c for c in named_at if c.words != source),
        medium=_medium(quote.medium),
        part_of=part_of,
        rule=quote.rule,
        score=quote.score,
    )


def _speech(label: str, lines: Sequence[tuple[Quote, QuoteLine]]) -> Voice:
    speakers = [quote.speaker for quote, _ in lines if quote.speaker]
    role = next((speaker.role for speaker in speakers if speaker.role), None)
    kind = speakers[0].kind if speakers else None
    name = next((speaker.name for speaker in speakers if speaker.name), None)
    if role and role.casefold() in label.casefold():
        role = None
    shown = kind if name and kind not in ("person", "unnamed") else None
    return Voice(name, label, _open(name, kind), role, shown, tuple(line for _, line in lines))


def _voice(sheet: Sheet, quote: Quote) -> str:
    """The heading a quotation stands under: the name, else how the article puts it, else that it is unknown."""
    if quote.speaker and quote.speaker.name:
        return quote.speaker.name
    source = wording.excerpt(sheet.words(quote.source), 80)
    described = source or (quote.speaker.role if quote.speaker else None)
    return f"“{described}”" if described else "Speaker unknown"


def _open(name: str | None, kind: str | None) -> str | None:
    """What is not known of a speaker who stands on the page in the article's words, not by name."""
    if name:
        return None
    if kind in ("group", "organisation"):
        return kind
    return "unnamed source" if kind == "unnamed" else "name not resolved"


def _silence(sheet: Sheet, silence: Silence) -> SilenceLine | None:
    number = sheet.number("N")
    label = "no comment" if silence.kind == "no_comment" else "denial"
    cite = sheet.cite((silence.span,), "silence", ref=number, note=label)
    if cite is None:
        return None
    return SilenceLine(number, cite, _who(silence.speaker), label, sheet.words((silence.span,)), silence.rule)


def _who(speaker: Speaker | None) -> str:
    if speaker is None:
        return "Speaker unknown"
    return speaker.name or speaker.role or "Unnamed source"


def _bare(kind: QuoteKind, words: str) -> bool:
    """Whether the page must set the quotation marks because the words come without them."""
    return kind == "direct" and words[:1] not in DOUBLE + SINGLE


def _note(quote: Quote) -> str:
    speaker = quote.speaker.name if quote.speaker and quote.speaker.name else "speaker unknown"
    return f"{wording.QUOTE_KINDS[quote.kind]}, {speaker}"


def _medium(medium: Medium | None) -> str | None:
    return medium.name if medium else None


def _overlap(ours: Iterable[Span], theirs: Sequence[Span]) -> int:
    """How many characters two places have in common."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in ours for b in theirs if a.article == b.article)


def _covered(quote: Quote, contents: Sequence[Sequence[Span]]) -> bool:
    length = sum(span.end - span.start for span in quote.content)
    return length > 0 and sum(_overlap(quote.content, content) for content in contents) >= COVERED * length
