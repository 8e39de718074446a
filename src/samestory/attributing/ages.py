"""Stated ages, and whose: "Ann Doe, 35,", "35-year-old actress Ann Doe", "Doe, who is 35", "the 6-year-old".

Passages and the people of the article come in; ages with the person's fullest name go out. An age whose owner the
article does not name is about the words it gives ("boy"), so that it is not lost and never given to a wrong person.
"turns 36 next month" tells of 35, "turned 36 on Sunday" of 36; "would have turned 36" and "36 years ago" are no ages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from samestory.attributing.entities import can_be_in_a_name
from samestory.attributing.needles import Search
from samestory.attributing.numerals import value
from samestory.attributing.roles import is_for_a_person
from samestory.language import Passage
from samestory.model import Fact, Person, Span
from samestory.text import listed

if TYPE_CHECKING:
    from samestory.language import Phrase

_WORD_AGE = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty)"
)
_AGE = rf"(?P<age>\d{{1,3}}|(?i:{_WORD_AGE}))"
_YEAR_OLD = rf"{_AGE}[- ‐‑–]years?[- ‐‑–]old"
# Behind a name. One real example each.
_BEHIND = (
    (
        "name-comma-age",
        re.compile(
            r",? ?(?:also |now |just |only )?\(?(?P<age>\d{1,3})\)?(?! and \d{1,3}(?:[,.;)]|$))"
            r"(?=\s*(?:[,.;)–—-]|$)|\s+(?:and|of|from|was|were|is|has|had|who|died|in connection|at the time)\b)"
        ),
    ),  # Ann Doe, 35,
    (
        "name-comma-aged",
        re.compile(r",? \(?(?:who (?:is|was) )?(?:aged?|ages?) (?P<age>\d{1,3})\b(?! (?:month|week|day)s?\b)"),
    ),  # Ann Doe, aged 35
    ("name-aka-age", re.compile(r",? (?:aka|a\.k\.a\.|also known as|known as|nicknamed) [^,\d\n]{1,30},[”\"]? ?(?P<age>\d{1,3})(?=[,.;])")),
    (
        "name-is-age",
        re.compile(
            r",?(?: who)? (?:is|was)(?: only| just| then| now| also)? (?P<age>\d{1,3})(?=[,.;]|$| years old\b| at the time| when\b| and\b)"
        ),
    ),
    (
        "name-a-year-old",
        re.compile(
            rf"(?:,| –| —| --|,? (?:who )?(?:is|was)) (?:(?:an?|the|that) )?(?:(?!(?:and|or|with|to|his|her|their|its|of|in|at|said)\b)"
            rf"[\w’'-]+ ){{0,2}}?(?P<words>{_YEAR_OLD})\b(?!['’]s)"
        ),
    ),
    ("name-years-old", re.compile(r",?(?: who)?(?: is| was)? (?P<age>\d{1,3}) years old\b")),
)
# "turned 36 on Sunday", "who turns 36 next month"; a page may be turned as well, so what follows must end the thought or tell when.
_WHEN = r"(?=[,.;]|$| (?:on|in|this|last|next|today|tomorrow|yesterday|earlier|later|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
_TURNS = re.compile(rf",? (?:who )?(?P<form>turned|turns|will turn|is turning|is about to turn) (?P<age>\d{{1,3}})\b{_WHEN}(?! years? ago)")
_TITLED = re.compile(r" (?:[A-Z][\w.]+ ){0,3}")
_NOT_BEHIND = re.compile(r"(?:st|nd|rd|th|%|\d|:| ?(?:p|a)\.?m\b|-year|[-–]\d)")
_PLAIN = Search(rf"\b{_AGE}[- ‐‑–](?:years?|(?P<small>month|week|day)s?)[- ‐‑–]old(?P<plural>s)?\b")
_GAP_WORDS = listed("named identified as called ,")
_GAP_TAGS = listed("NOUN PROPN ADJ DET PRON NUM PUNCT SPACE X")
_GAP_STOPS = listed("of 's ’s who and or by with said says told her his their . ; ( ) “ ” \"")
_SAYS = listed("say tell report announce confirm add identify describe testify state note explain write believe allege")
_CAPITALS = r"(?:[A-Z]\.|[A-Z][\w’'-]*|[“\"‘][A-Z][\w’' -]{0,20}[”\"’]|[Dd]e|[Vv]an|[Ll]a)"
_SUFFIX = r"(?:,? (?:Jr\b\.?|Sr\b\.?|II\b|III\b|IV\b))?"
_NAME_AGE = Search(
    rf"(?P<name>\b[A-Z][\w’'-]+ (?:{_CAPITALS} ){{0,2}}[A-Z][\w’'-]+{_SUFFIX}), ?(?:aged? |also |(?:both|all) )?\d{{1,2}}"
    rf"(?=[,;]|\.(?:\s|$)| of\b| and\b| from\b| was\b| ?--| ?[–—])"
)
_AGE_NAME = Search(rf"year[- ‐‑–]old (?P<name>[A-Z][\w’'-]+(?: {_CAPITALS}){{0,2}}(?: [A-Z][\w’'-]+)?)")
_NAME_WHO = Search(rf"(?P<name>\b[A-Z][\w’'-]+(?: {_CAPITALS}){{0,3}}), (?:who (?:is|was)|aged) \d{{1,2}}(?=[,.;]| years old\b)")
_NAME_YEAR_OLD = Search(rf"(?P<name>\b[A-Z][\w’'-]+(?: {_CAPITALS}){{1,3}}{_SUFFIX}), (?:an?|the|also) \d{{1,2}}[- ]year[- ]old\b")
_NAME_AKA = Search(rf"(?P<name>\b[A-Z][\w’'-]+(?: {_CAPITALS}){{1,3}}), (?:aka|a\.k\.a\.) [^,\d\n]{{1,30}},[”\"]? ?\d{{1,2}}(?=[,;])")
_UNLISTED = (_NAME_AGE, _AGE_NAME, _NAME_WHO, _NAME_YEAR_OLD, _NAME_AKA)
_BOTH = re.compile(r",? (?:both|all) (?:aged? )?(?P<age>\d{1,2})(?=[,.; ])")
_AND = re.compile(r",? and |, ")
_RESPECTIVELY = Search(r",? ?(?:[–—]|--|\(|aged|ages)? ?(?P<ages>\d{1,3}(?:, \d{1,3})*,? and \d{1,3}),? respectively")
_FARTHEST = 90  # characters before a name in which its age may stand
_NO_PERSON = listed("EVENT MONEY TIME FAC")  # the model's ORG and GPE are often persons whose names it does not know
_NO_PERSON_ALONE = _NO_PERSON | listed("GPE LOC ORG NORP PRODUCT")
_THEN = re.compile(r"\b(?:then|former(?:ly)?)[- ]$", re.IGNORECASE)  # "then-19-year-old Doe": not the age now
_GENERATION = re.compile(r"\b(?:Jr|Sr|II|III|IV)\b\.?$")
_PLACES = re.compile(
    r"\b(?:Street|St|Avenue|Ave|Road|Drive|Lane|County|Highway|Route|School|University|Department|Police|Hospital|Church)\b"
)
_OLDEST = 115
_PARTIES = listed("Democrat Republican Senator Congressman Congresswoman Mayor Governor American Texan Californian Independent Native")
_RULES_BARE = "age-unnamed"


@dataclass(frozen=True, slots=True)
class _Mention:
    name: str  # the person's fullest
    start: int  # in the passage's doc
    end: int


def find(passages: Sequence[Passage], roster: Sequence[Person]) -> Iterator[Fact]:
    """The ages of the passages, in order of passages."""
    placed = [(span, person) for person in roster for span in person.mentions]
    forms: dict[str, str] = {}  # "Ann Doe" of a person listed as "Ann Doe Jr." -> "Ann Doe Jr."
    named: list[Fact] = []
    for passage in passages:
        size = len(passage.text)
        listed_here = [
            _Mention(_form(person, passage.text[start : start + span.end - span.start], forms), start, start + span.end - span.start)
            for span, person in placed
            if 0 <= (start := span.start - passage.start) < size
        ]
        mentions = sorted([*listed_here, *_unlisted(passage, listed_here)], key=lambda m: (m.start, m.end))
        found = _of_mentions(passage, mentions)
        found += [fact for fact in _of_nobody(passage, mentions, (*named, *found)) if not _taken(fact.span, found)]
        named += found
    yield from _joined(named, forms)


def _form(person: Person, words: str, forms: dict[str, str]) -> str:
    """The name under which an age is noted: a father may be listed with his son, but for "Jr."."""
    if not _GENERATION.search(person.name) or _GENERATION.search(words) or " " not in words:
        return person.name
    forms[words] = person.name
    return words


def _joined(facts: Sequence[Fact], forms: dict[str, str]) -> Iterator[Fact]:
    """The facts under the fullest names, but for two generations of one name, told by their ages."""
    ages: dict[str, set[object]] = {}
    for fact in facts:
        ages.setdefault(fact.about, set()).add(fact.value)
    for fact in facts:
        full = forms.get(fact.about)
        apart = full and ages.get(full) and ages[full] != ages[fact.about]
        yield replace(fact, about=full) if full and not apart else fact


def _taken(span: Span, facts: Sequence[Fact]) -> bool:
    return any(fact.span.overlaps(span) for fact in facts)


def _fact(about: str, years: float, span: Span, rule: str, unit: str = "year") -> Fact:
    number = int(years)
    return Fact("age", about, number, unit, float(number), float(number), span, None, rule)


def _of_mentions(passage: Passage, mentions: Sequence[_Mention]) -> list[Fact]:
    """Ages beside names: those that touch a name from before first, then those behind it, then those some words before it."""
    found: list[Fact] = []
    touching = (_before(passage, mention, mentions[:order], farthest=1) for order, mention in enumerate(mentions))
    behind = (_behind(passage, mention, mentions[order + 1 :]) for order, mention in enumerate(mentions))
    apart = (_before(passage, mention, mentions[:order], farthest=_FARTHEST) for order, mention in enumerate(mentions))
    turning = (_turning(passage, mention) for mention in mentions)
    for fact in (*touching, *behind, *apart, *turning, *_shared(passage, mentions), *_respectively(passage, mentions)):
        if fact and not any(fact.span.overlaps(other.span) and (fact.rule != "both-age" or other.rule != "both-age") for other in found):
            found.append(fact)
    return found


def _shared(passage: Passage, mentions: Sequence[_Mention]) -> Iterator[Fact]:
    """Ann Doe and Bo Roe, both 23"""
    text = passage.text
    for last, mention in enumerate(mentions):
        both = _BOTH.match(text, mention.end)
        chain = mentions[: last + 1] if both else ()
        for order in range(len(chain) - 1, -1, -1):
            if order < last and not _AND.fullmatch(text[chain[order].end : chain[order + 1].start]):
                break
            if both:
                yield _fact(chain[order].name, float(both["age"]), passage.chars(both.start("age"), both.end("age")), "both-age")


def _respectively(passage: Passage, mentions: Sequence[_Mention]) -> Iterator[Fact]:
    """Ann Doe, Bo Roe and Cy Poe, 16, 20 and 17, respectively"""
    for found in _RESPECTIVELY.finditer(passage.text):
        ages = [*re.finditer(r"\d{1,3}", found["ages"])]
        chain = [m for m in mentions if m.end <= found.start()][-len(ages) :]
        gaps = [passage.text[one.end : other.start] for one, other in pairwise(chain)]
        if len(chain) == len(ages) and chain[-1].end == found.start() and all(_AND.fullmatch(gap) for gap in gaps):
            for mention, age in zip(chain, ages, strict=True):
                at = found.start("ages") + age.start()
                yield _fact(mention.name, float(age[0]), passage.chars(at, at + len(age[0])), "respectively")


def _unlisted(passage: Passage, mentions: Sequence[_Mention]) -> Iterator[_Mention]:
    """Names that the roster lacks, written out right beside an age: "Markeyo Doe, 17,", "6-year-old Leon"."""
    text = passage.text
    for pattern in _UNLISTED:
        for found in pattern.finditer(text):
            start, end = found.span("name")
            start += _credit(found["name"])
            span = passage.doc.char_span(start, end, alignment_mode="expand")
            if span is not None and not any(m.start < end and start < m.end for m in mentions) and _is_named(passage, found, span):
                yield _Mention(text[start:end], start, end)


def _credit(name: str) -> int:
    """The characters of words before a full name that are in nobody's: "Photo/For Wexley Daily News Ann Doe, 35,"."""
    words = name.split()
    last = max((at for at in range(len(words) - 2) if not can_be_in_a_name(words[at])), default=-1)
    return name.index(words[last + 1], len(" ".join(words[: last + 1]))) if last >= 0 else 0


def _is_named(passage: Passage, found: re.Match[str], span: Phrase) -> bool:
    """Whether capitals beside an age are somebody's name: not "In July, a 9-year-old", "a 7-year-old South Dallas girl"."""
    if found["name"].split()[-1] in _PARTIES:
        return False  # "the 75-year-old Nevada Democrat"
    doc, single = passage.doc, " " not in found["name"] and "who" not in found[0] and "aged" not in found[0]
    if _PLACES.search(found["name"]) or any(t.ent_type_ in (_NO_PERSON_ALONE if single else _NO_PERSON) for t in span):
        return False
    after = doc[span.end] if span.end < len(doc) else None
    if (
        after is not None
        and after.idx < span.end_char + 2
        and (after.lemma_.lower() in _PEOPLE or (single and after.pos_ in ("NOUN", "ADJ")))
    ):
        return False
    before = doc[span.start - 1] if span.start else None
    if found.re.pattern != _NAME_YEAR_OLD.pattern:
        return True
    plain = all(t.pos_ == "PROPN" or not t.is_alpha for t in span) and not any(t.ent_type_ in _NO_PERSON_ALONE | {"DATE"} for t in span)
    return plain and (
        before is None or before.pos_ not in ("DET", "ADP", "PROPN", "ADJ") or before.lower_ in ("of", "for", "to", "by", "with")
    )


def _behind(passage: Passage, mention: _Mention, following: Sequence[_Mention]) -> Fact | None:
    text = passage.text
    end = _past_suffix(text, mention.end)
    stop = min((m.start for m in following if m.start >= end), default=len(text))
    for rule, pattern in _BEHIND:
        found = pattern.match(text, end)
        if not found or (found.end() > stop and rule != "name-aka-age") or "\n" in found[0] or _NOT_BEHIND.match(text, found.end()):
            continue
        if rule == "name-a-year-old" and _TITLED.fullmatch(text, found.end(), stop):
            continue  # "44-year-old Officer Ann Doe, 32-year-old Officer Joel Tarn": his
        years = value(found["age"])
        bare = rule == "name-comma-age" and not re.match(r",| ?\(", found[0])
        then = rule == "name-is-age" and text[max(0, mention.start - 5) : mention.start].lower() == "when "  # "she died when Ann was 7"
        if then or bare or years is None or not 0 < years <= _OLDEST or _no_age(passage, mention, found):
            continue
        start, last = found.span("words") if "words" in found.groupdict() else (found.start("age"), found.end("age"))
        return _fact(mention.name, years, passage.chars(start, last), rule)
    return None


def _turning(passage: Passage, mention: _Mention) -> Fact | None:
    """A birthday that was, or is to come: until then somebody is a year younger."""
    found = _TURNS.match(passage.text, _past_suffix(passage.text, mention.end))
    if not found or "\n" in found[0] or not 1 < int(found["age"]) <= _OLDEST:
        return None
    span = passage.chars(found.start("form"), found.end("age"))
    return _fact(mention.name, int(found["age"]) - (found["form"] != "turned"), span, "name-turns-age")


def _past_suffix(text: str, end: int) -> int:
    suffix = re.compile(r",? (?:Jr|Sr|II|III|IV)\b\.?").match(text, end)
    return suffix.end() if suffix else end


def _no_age(passage: Passage, mention: _Mention, found: re.Match[str]) -> bool:
    """Whether the number belongs to a date, a score or a list: "May 6, 24", "Cubs, 4, Mets, 3"."""
    span = passage.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return True
    possessive = passage.doc[span.end].tag_ == "POS" if span.end < len(passage.doc) else False
    return possessive or "years ago" in passage.text[found.start() : found.end() + 10]


def _before(passage: Passage, mention: _Mention, earlier: Sequence[_Mention], *, farthest: int) -> Fact | None:
    text = passage.text
    floor = max((m.end for m in earlier if m.end <= mention.start), default=0)
    ages = [*_BEFORE_ALL.finditer(text, max(floor, mention.start - _FARTHEST), mention.start)]
    found = ages[-1] if ages else None
    if found is None or mention.start - found.end() > farthest or not _joins(passage, found.end(), mention.start):
        return None
    years = value(found["age"])
    if years is None or not 0 < years <= _OLDEST:
        return None
    after = text[mention.end : mention.end + 12].split()
    if _THEN.search(text, max(0, found.start() - 6), found.start()):
        return None
    if "," in text[found.end() : mention.start] and after and after[0].strip(",").lower() in ("said", "says", "told"):
        return None  # "a 35-year-old man, Ann Doe said": she tells it
    return _fact(mention.name, years, passage.chars(found.start(), found.end()), "year-old-name")


_BEFORE_ALL = re.compile(rf"\b(?P<words>{_YEAR_OLD})\b(?!['’]s|s\b)")


def _joins(passage: Passage, start: int, end: int) -> bool:
    """Whether the words between an age and a name make them one phrase: ", " or " actress, " or " man identified as "."""
    if start >= end:
        return False
    words = [t for t in passage.doc if start <= t.idx < end]
    if len(words) > 8 or sum(t.text == "," for t in words) > 2:
        return False
    return all((t.pos_ in _GAP_TAGS and t.lower_ not in _GAP_STOPS) or t.lower_ in _GAP_WORDS for t in words)


def _of_nobody(passage: Passage, mentions: Sequence[_Mention], known: Sequence[Fact]) -> Iterator[Fact]:
    """Ages without a name beside them: the one person it can be, else the words that describe the owner."""
    for found in _PLAIN.finditer(passage.text):
        years = value(found["age"])
        unit = found["small"] or "year"
        spaced = "years old" in found[0]  # "a model about ten years old": whose it is stands elsewhere
        if years is None or years > _OLDEST or found["plural"] or spaced:
            continue
        span = passage.chars(*found.span())
        head = _owner(passage, found)
        if head is None or _is_imagined(passage, found):
            continue
        person = _meant(passage, found, mentions, known) if unit == "year" and head == "person" else None
        if person:
            yield _fact(person, years, span, "the-year-old")
        else:
            yield _fact(head, years, span, _RULES_BARE, unit)


def _is_imagined(passage: Passage, found: re.Match[str]) -> bool:
    """Whether it is anybody of that age: "a 15-year-old could wait for years", or somebody's figure of speech."""
    text = passage.text[: found.start()]
    if text.count("“") > text.count("”") or text.count('"') % 2:
        return True
    words = passage.doc.char_span(*found.span(), alignment_mode="expand")
    verb = next((t for t in words.root.ancestors if t.pos_ in ("VERB", "AUX")), None) if words is not None else None
    return verb is not None and any(t.lower_ in _MAYBE for t in verb.children if t.dep_ == "aux")


_MAYBE = frozenset({"could", "would", "may", "might", "can", "should"})


def _owner(passage: Passage, found: re.Match[str]) -> str | None:
    """The noun whose age it is, as a lemma; "person" where "year-old" stands alone; None where it is no person's."""
    doc = passage.doc
    words = doc.char_span(found.start(), found.end(), alignment_mode="expand")
    if words is None or words.end >= len(doc):
        return "person"
    if doc[words.end].text in "“\"‘'":
        return None  # "his 11-year-old “Velvet Hour” series"
    at = words.end
    while at < len(doc) and (doc[at].pos_ in ("ADJ", "PROPN") or doc[at].dep_ == "compound" or doc[at].lower_ in ("-", "male", "female")):
        at += 1
    if at + 1 < len(doc) and doc[at].lower_ in ("great", "step", "co") and doc[at + 1].text == "-":
        return None  # "her 15-year-old great-granddaughter"
    if at < len(doc) and doc[at].pos_ == "NOUN":
        lemma = doc[at].lemma_.lower()
        return lemma if lemma in _PEOPLE or is_for_a_person(doc[at]) else None
    return "person" if at == words.end else None


_PEOPLE = listed("""man woman boy girl child kid baby infant toddler teen teenager student victim suspect son daughter brother sister mother
    father grandmother grandfather grandson granddaughter nephew niece cousin uncle aunt wife husband girlfriend boyfriend friend male
    female person resident driver passenger pedestrian native citizen veteran pupil youth juvenile adult pensioner patient survivor""")


def _meant(passage: Passage, found: re.Match[str], mentions: Sequence[_Mention], known: Sequence[Fact]) -> str | None:
    """Whom "the 6-year-old" means: the only person of the paragraph so far, or the one person known to be of that age."""
    years = value(found["age"])
    same = {fact.about for fact in known if fact.kind == "age" and fact.value == years and fact.unit == "year"}
    if same:
        return same.pop() if len(same) == 1 and not same & _PEOPLE else None
    before = passage.text[max(0, found.start() - 5) : found.start()].lower()
    if not before.endswith(("the ", "“the ", '"the ')):
        return None
    people = {m.name: m for m in mentions if m.end <= found.start()}
    if len(people) != 1:
        return None
    ((name, mention),) = people.items()
    if any(fact.about == name for fact in known) or _tells(passage, mention):
        return None
    return name


def _tells(passage: Passage, mention: _Mention) -> bool:
    """Whether the person is a source of the paragraph: then "the 24-year-old" is somebody else."""
    span = passage.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return True
    return span.root.head.lemma_ in _SAYS or span.root.dep_ in ("poss", "pobj", "compound")
