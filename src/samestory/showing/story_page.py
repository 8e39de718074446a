"""The page of one story: a comparison comes in, one self-contained HTML file goes out.

Findings are made first, each marking its places; the texts are written last, when every place is known.
It reads and decides nothing: what stands here stands in the comparison.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from samestory.model import Comparison, Decision, Verdict
from samestory.showing import alone, frame, graph, lined, origins, rests, said, texts, timeline, wording
from samestory.showing.sheet import Cite, Sheet, Teller

MANY_TELLERS = 12  # beyond, lists fold and texts open on demand
MANY_LINES = 12  # lines of one list shown before the rest is folded
FEW_LINES = 5  # statements of one telling shown before the rest is folded; they come weightiest first
MOST_VALUES = 6  # values of one point shown before the rest is folded: in 40 articles one point had 39
MOST_RULES = 400  # places of several pieces lit by style alone; beyond, the script lights them


@dataclass(frozen=True, slots=True)
class Glance:
    """One count of the line under the title."""

    text: str
    href: str
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class TellerLine:
    """One telling in the list at the top of the page."""

    teller: Teller
    published: str
    why: str | None  # how the day was inferred
    evidence: tuple[Cite, ...]
    url: str | None
    quotes: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an article stands in this story."""

    teller: Teller
    decision: Decision
    score: str | None


def page(comparison: Comparison) -> str:
    """The page of one story as HTML."""
    sheet = Sheet(comparison)
    sayings = said.shared(sheet)
    others = said.others(sheet, sayings)
    points = lined.groups(sheet)
    moments = timeline.moments(sheet)
    before, near = timeline.parted(sheet, moments)
    roots = origins.roots(sheet)
    resting = rests.rests(sheet)
    revised = rests.revised(sheet)
    apart = alone.lines(sheet)
    tellers = tuple(_teller(sheet, teller) for teller in sheet.tellers.values())
    lined.mark_rest(sheet)
    timeline.mark_rest(sheet)
    values: dict[str, object] = {
        "story": comparison.story,
        "when": wording.days(comparison.story.first, comparison.story.last),
        "summary": summary(comparison),
        "signs": wording.VERDICTS,
        "verdicts": Counter(point.verdict for point in comparison.points),
        "tellers": tellers,
        "sayings": sayings,
        "others": others,
        "quoted": sum(line.count for line in others),
        "points": points,
        "before": before,
        "moments": near,
        "drawing": timeline.drawing(sheet, moments),
        "roots": roots,
        "rests": resting,
        "revised": revised,
        "graph": graph.draw(roots),
        "alone": apart,
        "reasons": _reasons(sheet),
        "texts": texts.texts(sheet),
        "many_tellers": len(tellers) > MANY_TELLERS,
        "most": MANY_LINES,
        "few": FEW_LINES,
        "most_values": MOST_VALUES,
    }
    return frame.render("story.html", script="story.js", style=_style(sheet.places.broken()), values=values)


def summary(comparison: Comparison) -> tuple[Glance, ...]:
    """What the page holds, in counts, each leading to its part: "5 articles", "4 outlets", "3 points differ" ..."""
    verdicts = Counter(point.verdict for point in comparison.points)
    counts = wording.counts(comparison.summary) if comparison.summary else _counted(comparison)
    found = [Glance(text, href) for text, href in counts]
    if verdicts["contradict"]:
        found.append(Glance(wording.many(verdicts["contradict"], "point contradicts", "points contradict"), "#v-contradict", "contradict"))
    if verdicts["differ"]:
        found.append(Glance(wording.many(verdicts["differ"], "point differs", "points differ"), "#v-differ", "differ"))
    return tuple(found)


def _counted(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """The same of a comparison that holds no summary."""
    outlets = {telling.article.outlet for telling in comparison.tellings if telling.article.outlet}
    unknown = sum(telling.article.outlet is None for telling in comparison.tellings)
    shared = sum(len({version.article for version in saying.versions}) > 1 for saying in comparison.sayings)
    told = [wording.many(len(comparison.tellings), "article")]
    told += [wording.many(len(outlets), "outlet")] if outlets else []
    told += [f"{wording.many(unknown, 'article')} of unknown outlet"] if unknown else []
    quotations = wording.many(shared, "shared quotation") if shared else "no shared quotation"
    return (*((text, "#tellings") for text in told), (quotations, "#said"))


def _teller(sheet: Sheet, teller: Teller) -> TellerLine:
    published, given = teller.telling.published, teller.article.published
    if published and published.inferred:
        evidence = sheet.cites(published.evidence, "dated")
        why = published.rule
        when = f"date inferred: {wording.day(published.day)}"
    else:
        evidence, why = (), None
        when = wording.moment(given or (published.day if published else None))
    return TellerLine(teller, when, why, evidence, frame.address(teller.article.url), len(teller.telling.quotes))


def _reasons(sheet: Sheet) -> tuple[Reason, ...]:
    decisions = sheet.comparison.story.decisions
    return tuple(
        Reason(teller, decision, None if decision.score is None else f"{decision.score:.2f}")
        for decision in decisions
        if (teller := sheet.tellers.get(decision.article))
    )


def _style(broken: list[str]) -> str:
    """Style that lights all pieces of a place when one is jumped to; needed without script only."""
    rules = (f':root:has([id="{place}"]:target) [data-of="{place}"]' for place in broken[:MOST_RULES])
    selectors = ",\n".join(rules)
    return f"{selectors}{{background:var(--lit);color:var(--lit-ink)}}\n" if selectors else ""
