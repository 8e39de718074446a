"""Roles, and the place and day of an event, where an article states them plainly: "the crash happened Friday in Fort Worth".

Passages, people and times come in; facts go out. The event is a noun of a short list or what was done to people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from samestory.attributing.nouns import participle
from samestory.language import Passage
from samestory.model import Fact, Person, Span, Time
from samestory.text import listed

if TYPE_CHECKING:
    from samestory.language import Phrase, Token

_EVENTS = listed("""shooting crash accident fire blaze earthquake quake explosion blast attack bombing murder killing homicide stabbing
    robbery collision flood storm hurricane tornado wildfire riot protest rally march strike election vote trial hearing arrest
    funeral wedding birth death ceremony summit meeting concert match game landslide derailment kidnapping assault incident raid
    siege coup eruption tsunami outbreak evacuation rescue resignation announcement procedure surgery miscarriage""")
_HAPPEN = listed("happen occur erupt begin start unfold strike hit take break come end open")
_TO_PEOPLE = listed("kill shoot stab arrest injure wound die find charge sentence bury marry elect")  # "was shot Friday"
_PLACES = frozenset({"GPE"})
_ODDS = listed("likelihood possibility chance prospect risk threat fear expectation hope plan talk idea notion lack absence odds call")
_CALLED_OFF = listed("cancel postpone scrap skip delay plan schedule deny ban prevent avoid urge call demand propose threaten fear want")
# Counted from the day told of, which a tale need not tell: "She died the next day"
_FROM_TOLD = frozenset({"which-unit", "part-of-day", "later", "unit-before", "day-of-month"})
_ON_DAY = listed("on in at during early late over")  # "before Thanksgiving", "by Friday" name no day
_IN_TIME = listed("in during for on of at over")
# A picture's place and day are those of the picture: "... in Baton Rouge, Louisiana, U.S., July 7, 2016. REUTERS/Ann Doe"
_CAPTION = re.compile(r"REUTERS|AP Photo|Getty|, U\.S\.")
_CREDITED = 50  # characters
_NEAR = 60  # characters from a name in which its role must stand
_TITLES = {"Sens.": "Sen.", "Reps.": "Rep.", "Govs.": "Gov.", "Senators": "Senator", "Presidents": "President"}


def roles(passages: Sequence[Passage], roster: Sequence[Person]) -> Iterator[Fact]:
    """The role of each person of the roster, where it stands beside the name."""
    by_passage = [(passage, len(passage.text)) for passage in passages]
    for person in roster:
        for span in person.mentions if person.role else ():
            passage = next((p for p, size in by_passage if p.start <= span.start < p.start + size), None)
            place = _beside(passage, span, person.role or "") if passage else None
            if passage and place and _is_whole(passage, span, place, person):
                role = _TITLES.get(person.role or "", person.role)
                yield Fact("role", person.name, role, None, None, None, place, None, "role:beside-name")
                break


def _is_whole(passage: Passage, mention: Span, role: Span, person: Person) -> bool:
    """Whether role and name are all there: not "United midfielder" of "D.C. United midfielder", nor "Two former aides" for one of them."""
    text, doc = passage.text, passage.doc
    start, end = role.start - passage.start, role.end - passage.start
    words = doc.char_span(start, end, alignment_mode="expand")
    if words is None or not len(words) or text[mention.end - passage.start - 1] not in person.name[-3:]:
        return False
    head = words.root
    before = doc[words.start - 1] if words.start else None
    whose = words[0].lower_ in ("my", "our", "your") or "Jr." in words.text
    joined = any(t.lower_ == "and" for t in words) and _is_one_of_two(passage, mention)
    verb = words[0].tag_ == "VBG" and words[0].lower_ not in ("acting", "outgoing", "leading", "sitting", "visiting", "working")
    many = (
        whose
        or joined
        or verb
        or words[0].lower_ == "caption"
        or words[0].like_num
        or (head.tag_ in ("NNS", "NNPS") and words.text not in _TITLES)
    )
    if start and text[start - 1] in "-–":  # "co-author", "then-President"
        return False
    alone = len(words) == 1 and head.ent_type_ == "PERSON" and not words.text.endswith(".")  # "Connor" of "Connor Matthew Doe"
    cut = before is not None and before.pos_ == "PROPN" and before.idx + len(before) + 1 == words.start_char and before.text[-1] != ","
    after = doc[words.end] if words.end < len(doc) else None
    follows = after is not None and end <= mention.start - passage.start  # the role stands before the name
    open_end = (
        after is not None and not follows and (after.text in ("-", "–") or (after.pos_ in ("NOUN", "PROPN") and after.idx <= end + 1))
    )
    return not (many or alone or (cut and not _is_name_of_place(before)) or open_end or _runs_on(passage, mention))


def _is_one_of_two(passage: Passage, mention: Span) -> bool:
    """ "Ann Doe and Ben Roe, the mayor and her deputy": who is which is not told."""
    name = passage.doc.char_span(mention.start - passage.start, mention.end - passage.start, alignment_mode="expand")
    root = name.root if name is not None and len(name) else None
    return root is None or root.dep_ == "conj" or any(t.dep_ == "conj" for t in root.children)


def _is_name_of_place(word: Token | None) -> bool:
    """ "Washington" in "Washington Mayor Ann Doe" only says of where."""
    return word is not None and word.ent_type_ in ("GPE", "LOC", "NORP")


def _runs_on(passage: Passage, mention: Span) -> bool:
    """Whether the name goes on behind the mention: "Ben S." of "Ben S. Doe"."""
    end = mention.end - passage.start
    after = passage.doc.char_span(end + 1, end + 2, alignment_mode="expand") if passage.text[end : end + 1] == " " else None
    return after is not None and after.text[:1].isupper() and (passage.text[end - 1] == "." or after.root.ent_type_ == "PERSON")


def _beside(passage: Passage, mention: Span, role: str) -> Span | None:
    text = passage.text
    start, end = mention.start - passage.start, mention.end - passage.start
    at = text.find(role, end, end + _NEAR + len(role))
    if at < 0:
        at = text.rfind(role, max(0, start - _NEAR - len(role)), start)
    return passage.chars(at, at + len(role)) if at >= 0 else None


def places(passage: Passage) -> Iterator[Fact]:
    """The crash in Fort Worth; was shot in Fort Worth."""
    for start, end, head in _in_places(passage):
        about = _event(head)
        if about:
            yield Fact("place", about, passage.text[start:end], None, None, None, passage.chars(start, end), None, "place:in")


def places_of(passage: Passage, sentence: Phrase, words: set[int]) -> list[tuple[int, int]]:
    """The places in which one of these words of the sentence is said to be."""
    inside = [found for found in _in_places(passage) if sentence.start_char <= found[0] < sentence.end_char]
    return [(start, end) for start, end, head in inside if _hangs_on(head, words)]


def _in_places(passage: Passage) -> Iterator[tuple[int, int, Token]]:
    """Where "in Fort Worth" stands, and the word that is there."""
    for entity in passage.doc.ents:
        preposition = entity.root.head
        if entity.label_ in _PLACES and entity.root.dep_ == "pobj" and preposition.lower_ == "in":
            name = entity.text.strip().removesuffix("'s").removesuffix("’s")
            if _CAPTION.search(passage.text, entity.start_char, entity.start_char + len(name) + _CREDITED):
                continue
            yield entity.start_char, entity.start_char + len(name), preposition.head


def days(passage: Passage, times: Sequence[Time]) -> Iterator[Fact]:
    """The crash on Friday; was shot Nov. 11: events with their day."""
    size = len(passage.text)
    for time in times:
        start = time.span.start - passage.start
        if not (0 <= start < size and time.first and time.first == time.last) or _is_counted_on(time):
            continue
        if _CAPTION.search(passage.text, start, start + _CREDITED):
            continue
        words = passage.doc.char_span(start, time.span.end - passage.start, alignment_mode="expand")
        if words is None or not len(words) or not _is_on(words.root) or _is_of_another(_governor(words.root), words.root):
            continue
        about = _event(_governor(words.root))
        if about:
            yield Fact("date", about, time.first, None, None, None, time.span, None, f"date:{time.rule}")


def dates_one_of(passage: Passage, time: Time, told: set[int]) -> bool:
    """Whether the time dates one of these words by "on", "in" or by standing beside it, and is not counted from a day told of."""
    start, end = time.span.start - passage.start, time.span.end - passage.start
    words = passage.doc.char_span(start, end, alignment_mode="expand")
    if words is None or not len(words) or _is_counted_on(time) or not _is_on(words.root):
        return False
    return not _is_of_another(_governor(words.root), words.root) and _hangs_on(_governor(words.root), told)


def _hangs_on(word: Token, told: set[int]) -> bool:
    """Whether only nouns lie between the word and one of those told: "shot at a home in the 100 block of Elm Street Friday"."""
    while word.i not in told and word.head.i != word.i and word.pos_ in ("NOUN", "PROPN", "ADP", "NUM", "ADV"):
        if word.lower_ in ("after", "since", "before", "until") or word.lemma_.lower() in _EVENTS:
            return False  # "charged with a shooting on Friday"
        word = word.head
    return word.i in told


def dates_an_event(passage: Passage, span: Span, number: Token) -> bool:
    """Whether the time dates what the number tells of: "killed 12 in 2012", "the 2012 crash that killed 12".

    Not "became a state in 2008 and fought 12 wars", "12 more than in 2010", "by the end of 2016", nor "the 1968 generation".
    """
    words = passage.doc.char_span(span.start - passage.start, span.end - passage.start, alignment_mode="expand")
    if words is None or not len(words):
        return False
    link = words.root.head
    if link.pos_ in ("ADP", "SCONJ") and (link.lower_ not in _IN_TIME or link.head.lower_ == "than"):
        return False
    if _clause(words.root) != _clause(number):
        return False
    head = words.root.head
    if head.pos_ == "ADP" and head.head.pos_ in ("NOUN", "PROPN"):  # "decisions of 2016"
        return head.head.lemma_.lower() in _EVENTS or head.head.dep_ in ("nsubj", "nsubjpass", "dobj", "attr")
    return not (head.pos_ in ("NOUN", "PROPN") and head.i > words.root.i) or head.lemma_.lower() in _EVENTS


def _clause(word: Token) -> int:
    """The verb that the word belongs to."""
    return next((t.i for t in word.ancestors if t.pos_ in ("VERB", "AUX")), -1)


def _is_of_another(event: Token, day: Token) -> bool:
    """ "The street reopened for the first time since the bombings, on Wednesday": the day of the reopening."""
    return event.pos_ == "NOUN" and day.i > event.i and event.head.lower_ in ("since", "after", "before", "until", "following")


def _is_counted_on(time: Time) -> bool:
    """Whether the day hangs on another that the article tells: too loose for a fact."""
    return time.rule in _FROM_TOLD or (time.anchor is not None and time.anchor.of == "told")


def _is_on(word: Token) -> bool:
    return word.head.pos_ not in ("ADP", "SCONJ") or word.head.lower_ in _ON_DAY


def _governor(word: Token) -> Token:
    head = word.head
    return head.head if head.pos_ == "ADP" else head


def _event(head: Token) -> str | None:
    """The event a word names: a noun of the list, what happens to one, or what was done to somebody."""
    lemma = head.lemma_.lower()
    if head.pos_ == "NOUN":
        if lemma in _EVENTS and not took_place(head):
            return None
        likely = head.dep_ in ("attr", "nsubj", "nsubjpass", "dobj") and head.head.pos_ in ("VERB", "AUX") and unreal(head.head)
        return lemma if lemma in _EVENTS and not likely else None  # "there will be riots in"
    if head.pos_ != "VERB" or unreal(head):
        return None
    subject = next((t for t in head.children if t.dep_ in ("nsubj", "nsubjpass")), None)
    if lemma in _HAPPEN and head.tag_ != "VB" and subject is not None and subject.lemma_.lower() in _EVENTS:
        return subject.lemma_.lower()
    if lemma in _TO_PEOPLE and head.tag_ != "VB" and ((subject is not None and subject.dep_ == "nsubjpass") or lemma == "die"):
        return participle(lemma)
    return None


def took_place(noun: Token) -> bool:
    """Whether the noun tells of an event of its own: not "cease-fire", "no protest", "a cancelled rally", "the tank's fires toward"."""
    doc, at = noun.doc, noun.i
    joined = at > 0 and doc[at - 1].text in ("-", "–") and doc[at - 1].idx + 1 == noun.idx
    denied = any(
        t.lower_ in ("no", "cancelled", "canceled", "planned", "proposed", "possible", "potential", "future", "feared", "threatened", "any")
        for t in noun.children
    )
    aimed = noun.lemma_ == "fire" and any(t.dep_ == "prep" and t.lower_ in ("toward", "towards", "at") for t in noun.children)
    guarded = noun.head.lower_ in ("against", "without")  # "a drill against attacks"
    of = noun.head if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for", "about") else None
    only_feared = of is not None and of.head.lemma_.lower() in _ODDS  # "the likelihood of an announcement"
    played = noun.lemma_.lower() in ("game", "match", "race") and of is not None  # "dealt out of the game in Washington"
    dropped = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in _CALLED_OFF
    return not (joined or denied or aimed or guarded or dropped or only_feared or played)


def unreal(verb: Token) -> bool:
    return any(
        t.dep_ == "neg" or t.lower_ in ("will", "would", "may", "might", "could", "to", "can")
        for t in verb.children
        if t.dep_ in ("aux", "neg", "auxpass")
    )
