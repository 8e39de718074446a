"""Roles, and the place and day of an event, where an article states them plainly: "the crash happened Friday in Fort Worth".

Passages, people and times come in; facts go out. The event is a noun of a short list or what was done to people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from samestory.attributing.nouns import participle
from samestory.language import Passage
from samestory.model import Fact, Person, Span, Time
from samestory.text import listed

if TYPE_CHECKING:
    from samestory.language import Token

_EVENTS = listed("""shooting crash accident fire blaze earthquake quake explosion blast attack bombing murder killing homicide stabbing
    robbery collision flood storm hurricane tornado wildfire riot protest rally march strike election vote trial hearing arrest
    funeral wedding birth death ceremony summit meeting concert match game landslide derailment kidnapping assault incident raid
    siege coup eruption tsunami outbreak evacuation rescue resignation announcement procedure surgery miscarriage""")
_HAPPEN = listed("happen occur erupt begin start unfold strike hit take break come end open")
_TO_PEOPLE = listed("kill shoot stab arrest injure wound die find charge sentence bury marry elect")  # "was shot Friday"
_PLACES = frozenset({"GPE"})
_NEAR = 60  # characters from a name in which its role must stand
_SMALL = listed("the a an his her their its our my your")


def roles(passages: Sequence[Passage], roster: Sequence[Person]) -> Iterator[Fact]:
    """The role of each person of the roster, where it stands beside the name."""
    by_passage = [(passage, len(passage.text)) for passage in passages]
    for person in roster:
        for span in person.mentions if person.role else ():
            passage = next((p for p, size in by_passage if p.start <= span.start < p.start + size), None)
            place = _beside(passage, span, person.role or "") if passage else None
            if place:
                yield Fact("role", person.name, person.role, None, None, None, place, None, "role:beside-name")
                break


def _beside(passage: Passage, mention: Span, role: str) -> Span | None:
    text = passage.text
    start, end = mention.start - passage.start, mention.end - passage.start
    at = text.find(role, end, end + _NEAR + len(role))
    if at < 0:
        at = text.rfind(role, max(0, start - _NEAR - len(role)), start)
    return passage.chars(at, at + len(role)) if at >= 0 else None


def places(passage: Passage) -> Iterator[Fact]:
    """The crash in Fort Worth; was shot in Fort Worth."""
    for entity in passage.doc.ents:
        preposition = entity.root.head
        if entity.label_ not in _PLACES or entity.root.dep_ != "pobj" or preposition.lower_ != "in":
            continue
        about = _event(preposition.head)
        if about:
            name = entity.text.strip().removesuffix("'s").removesuffix("’s")
            start = entity.start_char
            yield Fact("place", about, name, None, None, None, passage.chars(start, start + len(name)), None, "place:in")


def days(passage: Passage, times: Sequence[Time]) -> Iterator[Fact]:
    """The crash on Friday; was shot Nov. 11: events with their day."""
    size = len(passage.text)
    for time in times:
        start = time.span.start - passage.start
        if not (0 <= start < size and time.first and time.first == time.last):
            continue
        words = passage.doc.char_span(start, time.span.end - passage.start, alignment_mode="expand")
        about = _event(_governor(words.root)) if words is not None and len(words) else None
        if about:
            yield Fact("date", about, time.first, None, None, None, time.span, None, f"date:{time.rule}")


def dates_an_event(passage: Passage, span: Span) -> bool:
    """Whether a year before a noun dates an event ("the 2012 crash") and not a thing ("the 1968 generation")."""
    words = passage.doc.char_span(span.start - passage.start, span.end - passage.start, alignment_mode="expand")
    if words is None or not len(words):
        return True
    head = words.root.head
    return not (head.pos_ in ("NOUN", "PROPN") and head.i > words.root.i) or head.lemma_.lower() in _EVENTS


def _governor(word: Token) -> Token:
    head = word.head
    return head.head if head.pos_ == "ADP" else head


def _event(head: Token) -> str | None:
    """The event a word names: a noun of the list, what happens to one, or what was done to somebody."""
    lemma = head.lemma_.lower()
    if head.pos_ == "NOUN":
        return lemma if lemma in _EVENTS else None
    if head.pos_ != "VERB" or _unreal(head):
        return None
    subject = next((t for t in head.children if t.dep_ in ("nsubj", "nsubjpass")), None)
    if lemma in _HAPPEN and subject is not None and subject.lemma_.lower() in _EVENTS:
        return subject.lemma_.lower()
    if lemma in _TO_PEOPLE and ((subject is not None and subject.dep_ == "nsubjpass") or lemma == "die"):
        return participle(lemma)
    return None


def _unreal(verb: Token) -> bool:
    return any(
        t.dep_ == "neg" or t.lower_ in ("will", "would", "may", "might", "could", "to", "can")
        for t in verb.children
        if t.dep_ in ("aux", "neg", "auxpass")
    )
