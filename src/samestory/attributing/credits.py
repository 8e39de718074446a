"""Outlets and agencies credited with reporting something.

Parsed passages come in; credits go out: who is credited, in which words, and what is credited to them. An outlet
that is only mentioned ("she works for the Ledger") is no credit, nor is a photo credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from samestory.attributing import outlets
from samestory.attributing.outlets import Named
from samestory.language import Passage
from samestory.model import Article, Credit, Span
from samestory.text import listed, trim

if TYPE_CHECKING:
    from samestory.language import Doc, Token

# What an outlet does when it is credited: "E! News reported", "the Ledger first wrote".
REPORTING = listed(
    "report say write note reveal learn confirm add state publish cite quote find describe detail disclose claim tell break obtain"
)
# With a name that is also a plain word only what people do not do: "People reported", never "People said".
PLAINLY_REPORTING = listed("report confirm learn reveal")
# Through whom something was told: "told the Ledger", "in an interview with the Ledger".
# Names with these words report and are no outlets: "the Census Bureau reported".
NO_NAMES = listed(
    """Department Bureau Office Police University Institute Agency Ministry Center Centre Commission Board Council Court Committee
    Bank Inc Inc. Corp Corp. Company Group Organization Association Service Hospital County City Sgt Lt Dr Mr Mrs Ms Officer"""
)
MOST_WORDS = 4
REPORTS = listed("report story investigation article")
TELLING = listed("tell")
SPEAKING = listed("interview statement email e-mail letter speak talk conversation comment remark chat")
PASSIVE = listed("report obtain publish reveal cite quote release confirm break write")  # "first reported by the Ledger"
ACCORDING = re.compile(r"\baccording to (?:an? |the )?(?:\w+ )?$", re.IGNORECASE)
HAT_TIP = re.compile(r"(?:\bh/t:?|\bhat tip(?: to)?:?|\bper|\bvia|\bas seen in|\bsource:) (?:the )?$", re.IGNORECASE)
CONTRIBUTED = re.compile(r"\bcontributed (?:to|reporting)\b", re.IGNORECASE)
DATELINE = re.compile(r"^(?:[A-Z][\w.’' \-,/]{1,60}?)?\s?\((?P<name>[A-Z][\w.! \-]{1,40})\)\s?(?:[—–-]{1,2}|:)")
FEWEST_WORDS = 3  # of what is credited: "As published in the Ledger" credits nothing
DATELINE_REACH = 90  # characters from the paragraph's start
EDGES = " \t\n\r,;:.—–-"


def find(article: Article, passages: Sequence[Passage]) -> tuple[Credit, ...]:
    """The credits of the article, in order."""
    found: dict[Span, Credit] = {}
    for passage in passages:
        for credit in (*_datelines(article, passages, passage), *_in_sentences(passage)):
            whole = article.span(passages[0].start, credit.span.start)
            credit = replace(credit, covers=whole) if credit.rule == "contributed" and whole.start < whole.end else credit
            found.setdefault(credit.span, credit)
    return tuple(sorted(found.values(), key=lambda credit: (credit.span, credit.outlet)))


def _datelines(article: Article, passages: Sequence[Passage], passage: Passage) -> Iterator[Credit]:
    """ "FORT DOE (AP) — ..." covers all that follows."""
    text = passage.doc.text
    match = DATELINE.match(text[:DATELINE_REACH]) if "(" in text[:DATELINE_REACH] else None
    usual = (outlets.usual_name(match["name"]) or _agency(match)) if match else None
    if match and usual:
        start, end = trim(article.text, passage.start + match.end(), passages[-1].start + len(passages[-1].doc.text), EDGES)
        if start < end:
            yield Credit(usual, passage.chars(match.start("name") - 1, match.end("name") + 1), Span(article.id, start, end), "dateline")


def _agency(match: re.Match[str]) -> str | None:
    """Initials behind a place and before a dash are an agency's, known or not."""
    return match["name"] if match["name"].isupper() and len(match["name"]) > 1 and match.start("name") > 1 else None


def _in_sentences(passage: Passage) -> Iterator[Credit]:
    text = passage.doc.text
    known = list(outlets.find(passage.doc, text))
    for named in sorted([*known, *_unknown(passage.doc, known)], key=lambda named: named.first):
        credit = _credit(passage, text, named)
        if credit is not None:
            yield credit


def _unknown(doc: Doc, known: Sequence[Named]) -> Iterator[Named]:
    """A name without article that closes its sentence with a bare "reported": "..., Velvet Rope reported."."""
    for verb in doc:
        if verb.lower_ not in {"reported", "reports"} or verb.i < 2 or verb.i + 1 >= len(doc) or doc[verb.i + 1].text not in {".", ","}:
            continue
        first = verb.i
        while first > 0 and doc[first - 1].pos_ == "PROPN":
            first -= 1
        named = doc[first : verb.i]
        words = {token.text for token in named}
        free = not any(n.first < verb.i and first < n.last for n in known) and first > 0 and doc[first - 1].text in {",", "”", '"'}
        if 0 < len(named) <= MOST_WORDS and free and not words & NO_NAMES and not {t.ent_type_ for t in named} & {"GPE", "NORP", "DATE"}:
            yield Named(named.text, first, verb.i, named.root.ent_type_ == "PERSON" and len(named) == 1)


def _credit(passage: Passage, text: str, named: Named) -> Credit | None:
    """The first rule that sees the outlet credited in its sentence."""
    for rule in (_by_verb, _according, _told, _passive, _hat_tip, _report_of):
        found = rule(passage.doc, named)
        if found is not None:
            first, last, name = found
            covers = _covers(passage, text, (first, last), whole=name == "reported-by")
            if text[covers.start - passage.start : covers.end - passage.start].count(" ") >= FEWEST_WORDS - 1:
                return Credit(named.outlet, passage.span(passage.doc[first:last]), covers, name)
    return None


Found = tuple[int, int, str]  # the credit's tokens, and the rule


def _by_verb(doc: Doc, named: Named) -> Found | None:
    """ "E! News reported", "as the Ledger reports", ", reported the Ledger"."""
    head = _head(doc, named)
    verb = head.head
    if head.dep_ != "nsubj" or verb.lemma_.lower() not in (PLAINLY_REPORTING if named.doubtful else REPORTING):
        return None
    if named.doubtful and (head.is_sent_start or _plural(verb)) and not doc[named.first].is_upper:
        return None
    first, last = min(named.first, verb.i), max(named.last, verb.i + 1)
    return (first, last, "outlet-verb") if last - first <= named.last - named.first + 6 else (named.first, named.last, "outlet-verb")


def _head(doc: Doc, named: Named) -> Token:
    return doc[named.first : named.last].root


def _plural(verb: Token) -> bool:
    """ "People report": of many persons; the outlet reports, reported, has learned."""
    return verb.tag_ == "VBP" or any(t.lower_ in {"have", "are", "were"} for t in verb.children)


def _according(doc: Doc, named: Named) -> Found | None:
    before = doc.text[: doc[named.first].idx]
    match = ACCORDING.search(before)
    if not match:
        return None
    first = next(token.i for token in doc if token.idx >= match.start())
    return first, max(named.last, _compound_end(doc, named)), "according-to"


def _compound_end(doc: Doc, named: Named) -> int:
    """After the noun that the name goes with: "a Ledger report", "a Ledger/Radio Doe poll"."""
    over = _head(doc, named).head
    near = over.pos_ == "NOUN" and _head(doc, named).dep_ in {"compound", "nmod", "poss", "nsubj"} and 0 < over.i - named.last < 5
    return over.i + 1 if near else named.last


def _told(doc: Doc, named: Named) -> Found | None:
    """ "told the Ledger", "in an interview with CNN", "in a statement to People"."""
    head = _head(doc, named)
    over = head.head
    if over.lemma_.lower() in TELLING and head.dep_ in {"dobj", "dative", "obj"} and over.i < head.i:
        return over.i, named.last, "told-outlet"
    prep = over if over.dep_ in {"prep", "dative"} else head
    speech = prep.head
    if prep.lower_ in {"to", "with"} and speech.lemma_.lower() in SPEAKING | TELLING and 0 < named.first - speech.i <= 6:
        first = speech.i
        while first > 0 and doc[first - 1].dep_ in {"det", "amod", "compound", "poss", "prep"} and speech.pos_ == "NOUN":
            first -= 1
        return first, named.last, "told-outlet"
    return None


def _passive(doc: Doc, named: Named) -> Found | None:
    """ "first reported by the Ledger", "a letter obtained by CNN"."""
    head = _head(doc, named)
    by = head.head
    if by.lower_ in {"by", "in", "on"} and by.head.lemma_.lower() in PASSIVE and by.head.tag_ == "VBN" and by.head.i < by.i:
        verb = by.head
        first = verb.i - 1 if verb.i and verb.nbor(-1).lower_ == "first" else verb.i
        return (first, named.last, "reported-by") if named.last - first <= 10 else None
    return None


def _hat_tip(doc: Doc, named: Named) -> Found | None:
    before = doc.text[: doc[named.first].idx]
    match = HAT_TIP.search(before)
    if match and not named.doubtful and not doc.text[doc[named.last - 1].idx :].lower().count("getty"):
        first = next(token.i for token in doc if token.idx >= match.start())
        return first, named.last, "hat-tip"
    if CONTRIBUTED.search(doc.text[doc[named.last - 1].idx :]) and named.first <= 2:
        return named.first, named.last, "contributed"
    return None


def _report_of(doc: Doc, named: Named) -> Found | None:
    """ "a Ledger report", "the Ledger's report said", "a report in the Ledger"."""
    if named.doubtful:
        return None
    head = _head(doc, named)
    over = head.head
    owned = over.lemma_.lower() in REPORTS and over.pos_ == "NOUN" and head.dep_ in {"compound", "poss"}
    if owned and over.dep_ == "nsubj" and over.head.lemma_.lower() in REPORTING:
        return named.first, over.i + 1, "report-of"
    placed = over.lower_ in {"by", "in", "from"} and over.head.lemma_.lower() in REPORTS and over.i < head.i
    if placed and over.head.pos_ == "NOUN" and over.head.dep_ in {"nsubj", "pobj"}:
        return over.head.i, named.last, "report-of"
    return None


def _covers(passage: Passage, text: str, own: tuple[int, int], *, whole: bool) -> Span:
    """What the credit stands for: the longer side of its sentence, up to the credit; `whole` where it stands within."""
    first, last = own
    sentence = passage.doc[first].sent
    begin, close = sentence.start_char, sentence.end_char
    if whole:
        return passage.chars(*trim(text, begin, close))
    if last < len(passage.doc) and passage.doc[last].lower_ in {"'s", "’s", "'", "’"}:
        last += 1
    own_start, own_end = passage.doc[first].idx, passage.doc[last - 1].idx + len(passage.doc[last - 1])
    sides = [trim(text, begin, own_start, EDGES), trim(text, own_end, close, EDGES)]
    start, end = max(sides, key=lambda side: side[1] - side[0])
    return passage.chars(start, end) if start < end else passage.chars(*trim(text, begin, close))
