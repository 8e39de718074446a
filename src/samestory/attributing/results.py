"""Votes and scores: "voted 52-48 to confirm", "a 5-4 ruling", "won 3-1".

A passage comes in; facts of kind "count" go out, one for each side: "votes of the majority" 52 and "votes of the minority" 48,
"score of the winner" 3 and "score of the loser" 1. What was voted on, or who won, is told along ("votes of the majority to confirm Ann
Doe") where an article tells of several. Only where the words say that it is a vote or a result, and which side had more
is not left to guess: the greater number is the majority's, except of a vote that failed for want of more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from samestory.attributing.needles import Search
from samestory.language import Passage
from samestory.model import Fact

_PAIR = r"(?P<first>\d{1,3})(?:-|–| to )(?P<second>\d{1,3})(?![\w-]|[.,:]\d)"
_VOTE = Search(
    rf"\b(?:(?:voted|voting|passed|approved|rejected|confirmed|acquitted|ruled)(?: (?:it|him|her|the \w+|\w+))? (?:by )?(?:a vote of |a )?|"
    rf"\bvotes? (?:of|was|is|stood at) |\b(?:by|on|in|with) an? (?:vote of )?|\bthe )(?<![\d.,])(?P<pair>{_PAIR})"
    rf"(?P<after>(?: (?:party-line|procedural|floor|roll-call|final|committee|preliminary|bipartisan|split))? "
    rf"(?:vote|votes|ruling|decision|verdict|majority|margin))?",
    re.IGNORECASE,
)
_SCORE = Search(
    rf"(?:\b(?:[Tt]he )?(?P<winner>(?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+){{0,2}}) (?=(?:beat|defeated|won|rout|topped)))?"
    rf"\b(?:won|lost|beat|defeated|defeating|beating|winning|losing)\b(?: [\w’'.-]+){{0,4}}?,? "
    rf"(?P<pair>{_PAIR})(?! (?:vote|ruling|decision))"
    rf"|\b(?:an?|the|their|its) (?P<pair2>{_PAIR.replace('first', 'third').replace('second', 'fourth')}) "
    r"(?:win|victory|defeat|loss|triumph|rout)\b",
    re.IGNORECASE,
)
_VOTED = re.compile(r"\b(?:vot|passed|approved|rejected|confirmed|acquitted|ruled)", re.IGNORECASE)
_MAYBE = re.compile(r"\b(?:would|could|might|may|if|will|expected|likely)\b", re.IGNORECASE)
_PLAIN = frozenset({"vote", "point"})
_NEAR = 5  # words from a vote to what was voted on
_LOOKS_BACK = 60  # characters: "would have won 3-1"
_POLLED = re.compile(r"\b(?:polls?|polled|percent|voters?|primary|election|caucus)\b|%", re.IGNORECASE)  # shares, no points
_BETTING = re.compile(r" (?:odds|favou?rite|ratio|record|series)\b", re.IGNORECASE)


def find(passage: Passage) -> Iterator[Fact]:
    """The votes and scores of the passage, each side a fact."""
    text = passage.text
    if not any(map(str.isdigit, text)):
        return
    voted = [found for found in _VOTE.finditer(text) if found["after"] or _VOTED.search(found[0])]
    for found in voted:
        yield from _sides(passage, found, "pair", ("votes of the majority", "votes of the minority", "vote"))
    for found in _SCORE.finditer(text):
        group = "pair" if found["pair"] else "pair2"
        if _POLLED.search(text, max(0, found.start() - 2 * _LOOKS_BACK), found.end() + _LOOKS_BACK):
            continue
        if not any(found.start() < other.end() and other.start() < found.end() for other in voted):
            yield from _sides(passage, found, group, ("score of the winner", "score of the loser", "point"))


def of_one(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Of an article that tells of one vote, the vote; of one that tells of several, those of which it says on what they were, apart."""
    known = list(facts)
    values: dict[str, set[object]] = {}
    for fact in known:
        if fact.unit in _PLAIN:
            values.setdefault(_side(fact), set()).add(fact.value)
            values.setdefault(fact.about, set()).add(fact.value)
    several = {fact.unit for fact in known if fact.unit in _PLAIN and len(values[_side(fact)]) > 1}
    for fact in known:
        if fact.unit not in _PLAIN:
            yield fact
        elif fact.unit not in several:
            yield replace(fact, about=_side(fact))
        elif fact.about != _side(fact) and len(values[fact.about]) == 1:
            yield fact


def _side(fact: Fact) -> str:
    """What the fact is about without the matter: "votes of the majority"."""
    return " ".join(fact.about.split()[:4])


def _matter(passage: Passage, found: re.Match[str], group: str) -> str:
    """What was voted on, or who won, where that stands plainly beside: " to confirm Ann Doe", " Rovers"."""
    winner = found.groupdict().get("winner")
    if winner:
        return f" {winner}"
    words = passage.doc.char_span(*found.span(group), alignment_mode="expand")
    if words is None or not len(words) or group != "pair":
        return ""
    for verb in passage.doc[words.end : words.end + _NEAR]:
        if verb.is_sent_start:
            break
        to = verb.tag_ == "VB" and any(t.dep_ == "aux" and t.lower_ == "to" and t.i >= words.end for t in verb.children)
        what = next((t for t in verb.children if t.dep_ == "dobj"), None) if to else None
        if what is not None:
            named = [t.text for t in what.lefts if t.dep_ == "compound"]
            return " ".join(["", "to", verb.lemma_.lower(), *named, what.text])
    return ""


def _sides(passage: Passage, found: re.Match[str], group: str, names: Sequence[str]) -> Iterator[Fact]:
    text, (start, end) = passage.text, found.span(group)
    if _MAYBE.search(text, max(0, start - _LOOKS_BACK), start) or _BETTING.match(text, end):
        return
    numbers = [int(number) for number in re.findall(r"\d+", found[group])]
    if numbers[0] == numbers[1]:
        return  # of a tie neither side is the majority
    matter = _matter(passage, found, group)
    for about, number in zip(names[:2], sorted(numbers, reverse=True), strict=True):
        yield Fact(
            "count",
            f"{about}{matter}",
            number,
            names[2],
            float(number),
            float(number),
            passage.chars(start, end),
            None,
            f"count:{names[2]}",
        )
