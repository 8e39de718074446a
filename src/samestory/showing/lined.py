"""Where the tellings agree and differ: the points, grouped by verdict, with every value and its place.

A sheet comes in; the values for the page's second part go out. Verdicts are taken as they are given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samestory.model import Evidence, Fact, Point, Span, Verdict
from samestory.showing import wording
from samestory.showing.sheet import Cite, Context, Sheet


@dataclass(frozen=True, slots=True)
class Value:
    """One value in the same words, and the tellings that have it."""

    words: str
    value: str | None  # where the words do not already say it
    cites: tuple[Cite, ...]
    context: Context | None
    stated_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PointCard:
    number: str
    verdict: Verdict
    kind: str
    about: str
    why: str
    values: tuple[Value, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VerdictGroup:
    verdict: Verdict
    sign: str
    name: str
    heading: str
    cards: tuple[PointCard, ...]


def groups(sheet: Sheet) -> tuple[VerdictGroup, ...]:
    """The points by verdict, the gravest first; within one, the most widely told first."""
    found = []
    for verdict, (sign, name, heading) in wording.VERDICTS.items():
        points = [point for point in sheet.comparison.points if point.verdict == verdict]
        points.sort(key=lambda point: -len({fact.article for fact in point.facts}))
        cards = tuple(_card(sheet, point) for point in points)
        if cards:
            found.append(VerdictGroup(verdict, sign, name, heading, cards))
    return tuple(found)


def mark_rest(sheet: Sheet) -> None:
    """Marks the facts that no point holds, so that the texts show everything that was found."""
    held = {evidence.span for point in sheet.comparison.points for evidence in point.facts}
    for teller in sheet.tellers.values():
        for fact in teller.telling.facts:
            if fact.span not in held:
                note = f"{wording.FACT_KINDS[fact.kind]}, {fact.about}: {wording.value(fact.value)}"
                sheet.places.mark((fact.span,), "fact", note=note)


def _card(sheet: Sheet, point: Point) -> PointCard:
    number = sheet.number("P")
    facts = _facts(sheet, point)
    groups: dict[tuple[str, str], list[Evidence]] = {}
    for evidence in point.facts:
        words = sheet.words((evidence.span,))
        groups.setdefault((words.casefold(), str(evidence.value).casefold()), []).append(evidence)
    values = tuple(_value(sheet, number, point, found, facts) for found in groups.values())
    rules = dict.fromkeys(facts[e.span].rule for e in point.facts if e.span in facts)
    return PointCard(
        number, point.verdict, wording.FACT_KINDS[point.kind], point.about or "not said of what", point.why, values, tuple(rules)
    )


def _facts(sheet: Sheet, point: Point) -> dict[Span, Fact]:
    """The facts behind a point, by place: they know the rule and on whose word the value stands."""
    spans = {evidence.span for evidence in point.facts}
    tellers = [teller for evidence in point.facts if (teller := sheet.tellers.get(evidence.article))]
    return {fact.span: fact for teller in tellers for fact in teller.telling.facts if fact.span in spans and fact.kind == point.kind}


def _value(sheet: Sheet, number: str, point: Point, found: Sequence[Evidence], facts: dict[Span, Fact]) -> Value:
    kind = "fact" if point.verdict == "alone" else "point"
    cites = tuple(cite for e in found if (cite := sheet.cite((e.span,), kind, ref=number)))
    words = sheet.words((found[0].span,))
    value = "" if found[0].value is None else wording.value(found[0].value)
    said = dict.fromkeys(by for e in found if e.span in facts and (by := facts[e.span].stated_by))
    return Value(
        words=words,
        value=None if value.casefold() in words.casefold() else value,
        cites=cites,
        context=sheet.context(found[0].span),
        stated_by=tuple(said),
    )
