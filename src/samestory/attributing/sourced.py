"""Quotations whose source is an outlet, as credits, and what the quotations know of the credits found by wording.

The outlets named in each passage, the credits and the quotations of an article come in; credits go out. A credit whose
words a quotation shares covers that quotation's content. An outlet that speaks as a company ("CBS said it was
cancelling the show") is a speaker and no credit.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from samestory.attributing import outlets, wordings
from samestory.attributing.credits import FEWEST_WORDS
from samestory.attributing.outlets import Named
from samestory.language import Passage
from samestory.model import Article, Credit, Quote, Span
from samestory.text import listed

RULE = "quoted"
OUTLETS = wordings.REPORTS | outlets.PAPERS | outlets.STATIONS
NEAR = 60  # characters between source and cue that a credit's words run over
LIKELY = 0.6  # a plain word ("Forbes said") needs a quotation at least this sure
KEPT = frozenset({"dateline", "contributed"})  # these cover more than one quotation
CUES = listed("according per via")
ASKED = listed("poll polls survey surveys pollster polling")
OWN_WORDS = listed("statement spokesman spokeswoman spokesperson release")


def add(
    article: Article, passages: Sequence[Passage], names: Sequence[Sequence[Named]], credited: Sequence[Credit], said: Sequence[Quote]
) -> tuple[Credit, ...]:
    """All credits of the article, in order."""
    starts = [passage.start for passage in passages]
    found = [_fitted(credit, said) for credit in credited]
    for quote in said:
        if not quote.source or not quote.cue:
            continue
        number = bisect_right(starts, quote.source[0].start) - 1
        outlet = next((n for n in names[number] if _is_source(passages[number], n, quote)), None) if number >= 0 else None
        own = _own(article, quote)
        told = article.words(hull(quote.content)).count(" ") >= FEWEST_WORDS - 1
        if outlet is not None and told and not any(credit.span.overlaps(own) or _same(credit, outlet, quote) for credit in found):
            found.append(Credit(outlet.outlet, own, hull(quote.content), RULE))
    return tuple(sorted(found, key=lambda credit: (credit.span, credit.outlet)))


def hull(spans: Sequence[Span]) -> Span:
    """From the first span's beginning to the last one's end."""
    return Span(spans[0].article, min(s.start for s in spans), max(s.end for s in spans))


def _fitted(credit: Credit, said: Sequence[Quote]) -> Credit:
    """The credit with the content of the quotation that has its words for cue or source."""
    if credit.rule in KEPT:
        return credit
    own = [q for q in said if any(cue.overlaps(credit.span) for cue in q.cue)]
    if not own and credit.rule in {"told-outlet", "reported-by", "outlet-verb"}:  # "an aide who spoke to CNN", "the Ledger's Ann Doe said"
        own = [q for q in said if any(source.holds(credit.span) for source in q.source)]
    if not own and credit.rule == "told-outlet":  # "he said in an interview with CNN"
        near = [q for q in said if any(cue.overlaps(credit.covers) for cue in q.cue)]
        own = sorted(near, key=lambda q: min(_between(cue, credit.span) for cue in q.cue))[:1]
    if credit.rule == "according-to" and credit.covers.end <= credit.span.start:
        own = [q for q in own if q.content[0].start < credit.span.start]  # what stands before it is what was according to it
    return replace(credit, covers=hull(max(own, key=lambda q: q.score).content)) if own else credit


def _between(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end, 0)


def _same(credit: Credit, outlet: Named, quote: Quote) -> bool:
    return credit.outlet == outlet.outlet and credit.rule not in KEPT and credit.covers.overlaps(hull(quote.content))


def _own(article: Article, quote: Quote) -> Span:
    """Source and cue where they stand near each other, else the source alone."""
    both = hull((*quote.source, *quote.cue))
    inside = any(content.overlaps(both) for content in quote.content)
    return hull(quote.source) if inside or both.end - both.start > NEAR + sum(s.end - s.start for s in quote.source) else both


def _is_source(passage: Passage, outlet: Named, quote: Quote) -> bool:
    """Whether the outlet or a report of it is the source, and the cue is a word of reporting."""
    doc = passage.doc
    source = doc.char_span(quote.source[0].start - passage.start, quote.source[0].end - passage.start, alignment_mode="expand")
    if source is None or not (source.start <= outlet.first and outlet.last <= source.end):
        return False
    others = {token.lower_ for token in source if not outlet.first <= token.i < outlet.last}
    root = source.root
    persons = any(token.ent_type_ == "PERSON" for token in source if not outlet.first <= token.i < outlet.last)
    if persons or others & ASKED or not (outlet.first <= root.i < outlet.last or root.lemma_.lower() in OUTLETS):
        return False
    lemmas = _cue(passage, quote)
    if outlet.doubtful and (quote.score < LIKELY or (outlet.outlet in wordings.MOST_PLAIN and not lemmas & wordings.PLAINLY)):
        return False
    reporting = bool(lemmas & (CUES | wordings.REPORTING)) or root.lemma_.lower() in wordings.REPORTS
    return reporting and not _as_company(passage, quote, lemmas)


def _cue(passage: Passage, quote: Quote) -> set[str]:
    spans = [passage.doc.char_span(c.start - passage.start, c.end - passage.start, alignment_mode="expand") for c in quote.cue]
    return {token.lemma_.lower() for span in spans if span is not None for token in span}


def _as_company(passage: Passage, quote: Quote, lemmas: set[str]) -> bool:
    """ "The network said in a statement", "CBS said it was cancelling the show"."""
    if quote.medium and OWN_WORDS & set(quote.medium.name.lower().split()):
        return True
    first = quote.content[0]
    opening = passage.text[max(0, first.start - passage.start) :][:40].lower().removeprefix("that ").split()
    return bool(lemmas & wordings.FOR_ITSELF) and bool(opening) and opening[0] in wordings.ITSELF
