"""Where it came from: for each telling, whom it credits, whose text it shares, what it links to.

A sheet comes in; a list of steps with their evidence goes out. What provenance holds comes first; credits
and copies that it does not hold are added, so that nothing found stays unseen. The drawing is in `graph`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samestory.model import Copy, Credit, How, Provenance, Span
from samestory.showing import wording
from samestory.showing.sheet import Cite, Sheet, Teller

MOST_CITED = 3  # links of one step; the others are counted
MOST_MARKED = 60  # passages of one copy that are marked in the texts


@dataclass(frozen=True, slots=True)
class Step:
    """One way in which a telling has its knowledge from somewhere."""

    number: str
    how: How
    verb: str
    origin: str  # name of an outlet or source
    from_teller: Teller | None  # where the origin is a telling of this story
    cites: tuple[Cite, ...]
    more: int  # places not linked
    covers: tuple[Cite, ...]  # what is credited
    shared: str | None  # "82 %"
    rule: str | None
    kind: str | None = None  # of a copy, in words
    agency: str | None = None  # that signs the text copied


@dataclass(frozen=True, slots=True)
class Roots:
    """Everything one telling has from elsewhere."""

    teller: Teller
    steps: tuple[Step, ...]


def roots(sheet: Sheet) -> tuple[Roots, ...]:
    """For each telling with a known origin, the steps it came by."""
    given: dict[str, list[Provenance]] = defaultdict(list)
    for provenance in [*sheet.comparison.provenance, *_unseen(sheet)]:
        given[provenance.teller].append(provenance)
    found = []
    for article, teller in sheet.tellers.items():
        steps = tuple(step for p in _joined(given[article]) if (step := _step(sheet, teller, p)))
        if steps:
            found.append(Roots(teller, steps))
    return tuple(found)


def _unseen(sheet: Sheet) -> Iterator[Provenance]:
    """Credits and copies that the comparison's provenance does not hold."""
    held = [span for p in sheet.comparison.provenance for span in p.evidence]
    copied = {frozenset((p.teller, p.origin)) for p in sheet.comparison.provenance if p.how == "copies"}
    copied |= {frozenset((r.earlier, r.later)) for r in sheet.comparison.revisions}  # told as versions
    agencies = {(p.teller, span) for p in sheet.comparison.provenance if p.how == "copies" and not p.origin_article for span in p.evidence}
    for copy in sheet.comparison.story.copies:
        told = any((copy.article, ours) in agencies for ours, _ in copy.passages)
        if frozenset((copy.article, copy.of)) not in copied and not told:
            yield Provenance(copy.article, copy.of, True, "copies", tuple(ours for ours, _ in copy.passages))
    for teller in sheet.tellers.values():
        for credit in teller.telling.credits:
            own = _plain(credit.outlet) == _plain(teller.outlet)  # "told the Harbour Ledger", in the Harbour Ledger
            if not own and not any(credit.span.overlaps(span) for span in held):
                yield Provenance(teller.article.id, credit.outlet, False, "credits", (credit.span,))


def _plain(outlet: str) -> str:
    return outlet.casefold().removeprefix("the ")


def _joined(given: Sequence[Provenance]) -> list[Provenance]:
    """Steps from one origin by one way are one step with all their evidence."""
    joined: dict[tuple[str, bool, How], list[Span]] = {}
    for p in given:
        spans = joined.setdefault((p.origin, p.origin_article, p.how), [])
        spans += [span for span in p.evidence if span not in spans]
    return [Provenance(given[0].teller, origin, is_article, how, tuple(spans)) for (origin, is_article, how), spans in joined.items()]


def _step(sheet: Sheet, teller: Teller, given: Provenance) -> Step | None:
    origin = sheet.tellers.get(given.origin) if given.origin_article else None
    if given.origin_article and origin is None:
        return None
    number = sheet.number("C")
    copy = _copy(sheet, given) if given.how == "copies" else None
    evidence = _passages(sheet, number, copy, teller) if copy else sheet.cites(given.evidence, "credit", ref=number)
    credits = [c for c in teller.telling.credits if any(c.span.overlaps(span) for span in given.evidence)]
    covers = _covers(sheet, credits) if given.how == "credits" else ()
    rules = tuple(dict.fromkeys(credit.rule for credit in credits))
    return Step(
        number=number,
        how=given.how,
        verb=wording.HOWS[given.how],
        origin=origin.outlet if origin else given.origin,
        from_teller=origin,
        cites=evidence[:MOST_CITED],
        more=len(evidence[MOST_CITED:]),
        covers=covers[:MOST_CITED],
        shared=wording.percent(copy.shared) if copy else None,
        rule=", ".join(rules) or None,
        kind=wording.COPY_KINDS[copy.kind] if copy else None,
        agency=copy.agency if copy else None,
    )


def _copy(sheet: Sheet, given: Provenance) -> Copy | None:
    pair = {given.teller, given.origin}
    return next((copy for copy in sheet.comparison.story.copies if {copy.article, copy.of} == pair), None)


def _passages(sheet: Sheet, number: str, copy: Copy, teller: Teller) -> tuple[Cite, ...]:
    """The shared passages as this telling has them, longest first; marked in both texts."""
    passages = sorted(copy.passages, key=lambda pair: pair[0].start - pair[0].end)[:MOST_MARKED]
    cites = sheet.cites((span for pair in passages for span in pair), "copy", ref=number)
    return tuple(cite for cite in cites if cite.teller is teller)


def _covers(sheet: Sheet, credits: Sequence[Credit]) -> tuple[Cite, ...]:
    found = [sheet.cite((credit.covers,), "sentence") for credit in credits if not credit.span.holds(credit.covers)]
    return tuple(dict.fromkeys(cite for cite in found if cite))
