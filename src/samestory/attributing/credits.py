"""Outlets and agencies credited with reporting something.

Parsed passages come in; credits go out: who is credited, in which words (`wordings`), and what is credited to them. An
outlet that is only mentioned ("she works for the Ledger") is no credit, nor is a photo credit or a byline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from samestory.attributing import mentioned, outlets, wordings
from samestory.attributing.mentioned import Mentioned
from samestory.attributing.outlets import Named
from samestory.language import Passage
from samestory.model import Article, Credit, Span
from samestory.text import listed, trim

# Names with these words report and are no outlets: "the Census Bureau reported".
NO_NAMES = listed(
    """Department Bureau Office Police University Institute Agency Ministry Center Centre Commission Board Council Court Committee
    Bank Inc Inc. Corp Corp. Company Group Organization Association Service Hospital County City Sgt Lt Dr Mr Mrs Ms Officer
    International Watch Fund Foundation Union"""
)
MOST_WORDS = 4
DATELINE = re.compile(r"^(?:[A-Z][\w.’' \-,/]{1,60}?)?\s?\((?P<name>[A-Z][\w.! \-]{1,40})\)\s?(?:[—–-]{1,2}|:|$|(?P<bare>(?=[A-Z“\"])))")
FEWEST_WORDS = 3  # of what is credited: "As published in the Ledger" credits nothing
DATELINE_REACH = 90  # characters from the paragraph's start
NEAREST = 25  # characters before an outlet in brackets that no dash follows: a place, no sentence
EDGES = " \t\n\r,;:.—–-"
LONG = 3  # letters: shorter words are small in headlines too
SHOUTED = 0.7  # of the longer words begin with a capital


def find(article: Article, passages: Sequence[Passage], names: Sequence[Sequence[Named]] | None = None) -> tuple[Credit, ...]:
    """The credits of the article, in order, by their wording alone; `names` where the caller knows what `named` gives."""
    made: dict[Span, Credit] = {}
    for number, of_one in enumerate(named(article, passages) if names is None else names):
        dateline = _dateline(article, passages, number)
        for credit in (dateline, *(_credit(article, passages, number, outlet) for outlet in of_one)):
            if credit is not None:
                made.setdefault(credit.span, credit)
    return tuple(sorted(made.values(), key=lambda credit: (credit.span, credit.outlet)))


def named(article: Article, passages: Sequence[Passage]) -> list[list[Named]]:
    """The outlets that each passage names, under their usual names, in order."""
    found = [_in_passage(article, passage) for passage in passages]
    names = Mentioned(article, found)
    return [[usual for name in of_one if (usual := names.resolved(number, name))] for number, of_one in enumerate(found)]


def _in_passage(article: Article, passage: Passage) -> list[Named]:
    linked = list(mentioned.linked(article, passage))
    known = [
        n for n in outlets.find(passage.doc, passage.text) if not any(n.first < other.last and other.first < n.last for other in linked)
    ]
    return sorted([*linked, *known, *_unknown(passage, [*linked, *known])], key=lambda name: name.first)


def _dateline(article: Article, passages: Sequence[Passage], number: int) -> Credit | None:
    """ "FORT DOE (AP) — ..." covers all that follows."""
    passage = passages[number]
    text = passage.text
    match = DATELINE.match(text[:DATELINE_REACH]) if "(" in text[:DATELINE_REACH] else None
    usual = (outlets.usual_name(match["name"]) or _agency(match)) if match else None
    if not match or not usual or (match["bare"] is not None and match.start("name") > NEAREST):
        return None
    start, end = trim(article.text, passage.start + match.end(), passages[-1].start + len(passages[-1].doc.text), EDGES)
    own = passage.chars(match.start("name") - 1, match.end("name") + 1)
    return Credit(usual, own, Span(article.id, start, end), "dateline") if start < end else None


def _agency(match: re.Match[str]) -> str | None:
    """Initials behind a place and before a dash are an agency's, known or not."""
    initials = match["name"].isupper() and len(match["name"]) > 1 and match["name"][1:2] != "-"  # no "(D-N.Y.)"
    bare = match["bare"] is not None  # "Fort Doe (CNN) The dam ...": of a known outlet only
    return match["name"] if initials and not bare and match.start("name") > 1 and match.group().rstrip()[-1] != ")" else None


def _unknown(passage: Passage, known: Sequence[Named]) -> Iterator[Named]:
    """A name without article that closes its sentence with a bare "reported": "..., Velvet Rope reported."."""
    doc = passage.doc
    for verb in doc if "report" in passage.text else ():
        if verb.lower_ not in {"reported", "reports"} or verb.i < 2 or verb.i + 1 >= len(doc) or doc[verb.i + 1].text not in {".", ","}:
            continue
        first = verb.i
        while first > 0 and doc[first - 1].pos_ == "PROPN":
            first -= 1
        words = doc[first : verb.i]
        plain = {token.text for token in words}
        free = not any(n.first < verb.i and first < n.last for n in known) and first > 0 and doc[first - 1].text in {",", "”", '"'}
        if 0 < len(words) <= MOST_WORDS and free and not plain & NO_NAMES and not {t.ent_type_ for t in words} & {"GPE", "NORP", "DATE"}:
            yield Named(words.text, first, verb.i, words.root.ent_type_ == "PERSON" and len(words) == 1)


def _credit(article: Article, passages: Sequence[Passage], number: int, outlet: Named) -> Credit | None:
    passage = passages[number]
    words = wordings.found(passage.doc, outlet, shouted=_shouted(passage))
    if words is None:
        return None
    first, last, rule = words
    covers = _covers(article, passages, number, words)
    if article.words(covers).count(" ") < FEWEST_WORDS - 1:
        return None
    return Credit(outlet.outlet, passage.span(passage.doc[first:last]), covers, rule)


def _shouted(passage: Passage) -> bool:
    """Whether most words begin with a capital, so that a capital tells no name."""
    words = [token.text for token in passage.doc if token.is_alpha and len(token) > LONG]
    return len(words) > 2 and sum(word[0].isupper() for word in words) > SHOUTED * len(words)


def _covers(article: Article, passages: Sequence[Passage], number: int, words: wordings.Found) -> Span:
    """What the credit stands for: all before it, its sentence, what its verb says, the longer side of it, or the next paragraph."""
    first, last, rule = words
    passage = passages[number]
    doc, text = passage.doc, passage.text
    sentence = doc[first].sent
    whole = passage.chars(*trim(text, sentence.start_char, sentence.end_char))
    if rule == "contributed":
        before = article.span(passages[0].start, passage.span(doc[first:last]).start)
        return before if before.start < before.end else whole
    if rule == "reported-by":
        return whole
    if last < len(doc) and doc[last].lower_ in {"'s", "’s", "'", "’"}:
        last += 1
    own_end = doc[last - 1].idx + len(doc[last - 1])
    if not any(token.is_alpha for token in doc[last:]) and text.rstrip().endswith(":") and number + 1 < len(passages):
        block = passages[number + 1]
        return block.chars(*trim(block.doc.text, 0, len(block.doc.text)))
    said = next((kid for kid in doc[last - 1].children if kid.dep_ == "ccomp" and kid.i >= last), None) if rule == "outlet-verb" else None
    if said is not None:
        return passage.chars(*trim(text, max(own_end, said.left_edge.idx), said.right_edge.idx + len(said.right_edge), EDGES))
    sides = [trim(text, sentence.start_char, doc[first].idx, EDGES), trim(text, own_end, sentence.end_char, EDGES)]
    if rule in {"according-to", "hat-tip"} and article.words(passage.chars(*sides[0])).count(" ") >= FEWEST_WORDS - 1:
        return passage.chars(*sides[0])
    start, end = sides[1] if rule == "as-outlet" else max(sides, key=lambda side: side[1] - side[0])
    return passage.chars(start, end) if start < end else whole
