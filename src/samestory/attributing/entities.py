"""Runs of words that are somebody's or something's name, paragraph by paragraph.

A passage comes in; names go out as token runs, cleaned at both ends and set right where the words beside them tell
better than the language model: "Sgt. Doe" is a person, "Larkspur Kitchen, the company" is none. What a name is by all
the article, and who is one person, is decided in `names`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from samestory.attributing import genders, roles, titles
from samestory.language import Passage
from samestory.model import NameKind
from samestory.text import fold, listed

if TYPE_CHECKING:
    from samestory.language import Doc, Phrase, Token

KINDS: dict[str, NameKind] = {
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "ORG": "organisation",
    "NORP": "other",
    "EVENT": "event",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
    "LANGUAGE": "other",
}

# Words that are in nobody's name, though the model likes to take them into one: "Shares Instagram", "Ohio Gov".
NOT_IN_A_PERSON = listed("""monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december twitter facebook instagram youtube tiktok snapchat google reddit university college
    school street avenue road county city party senate house congress committee department court foundation institute center
    centre club league company inc corp ltd group news post times tribune journal herald daily gazette magazine radio tv network
    press associated reuters bloomberg hospital church airport police association council bank park bridge award awards
    act bill law state states united national international american democrat democrats democratic republican republicans
    gop covid the and of says said poll show today update read watch breaking exclusive video photo photos
    lines foods kitchen industries motors systems partners holdings airlines studios records entertainment brands solutions
    fund legacy society alliance coalition trust project campaign clinic academy theatre theater museum gallery festival stadium
    hotel inn resort restaurant farm farms history observer ventures capital energy airways railways services products
    technologies pharmaceuticals story highlights getty images advertisement cue enter never team camp cemetery
    memorial elementary library
    email sign subscribe newsletter click treasury pentagon kremlin capitol
    sgt lt capt det gov sen rep mr mrs ms dr president senator governor mayor""")
THINGS = listed(
    """company firm maker business airline chain retailer bank ship boat ferry newspaper magazine station band team club group publication
    website site outlet blog nonprofit organization organisation think-tank network brand startup charity foundation app platform"""
)
BEFORE_A_NAME = listed(
    """mr mrs ms dr sgt lt capt det sen rep gov prof rev col judge officer detective sergeant councillor councilor councilman
    councilwoman cllr alderman constable inspector insp supt corporal cpl pfc trooper archbishop rabbi imam monsignor msgr"""
)
OF_COMPANIES = listed(
    "leader star model partner ally rival advocate critic child baby parent king celebrity head chief general major pilot"
)
LONGEST_NAME = 3
TITLED = frozenset({"ORG", "PERSON", "GPE", "LOC", "FAC", "NORP", "PRODUCT"})  # what the model takes "Councillor Ann Doe" for
LONGEST_TITLED = 8  # words: "Wexley Town Council President Ann van Doe"
NOT_ONLY_NAMES = listed(
    """Virginia Georgia Charlotte Florence Victoria Madison Alexandria April June Grace Faith Hope Rose Joy Ruby Crystal Amber Heather
    Daisy Ginger Olive Violet Holly Dawn Penny Sandy Dean Grant Marshall Mark Bill Frank Guy Don Dick Art Max Ray Earl Wade Wolf
    Francisco Diego Jose Antonio Paul Francis Lawrence Wayne Norman Lance Rex Newt"""
)
SAID = ("Said", "Saïd")  # a first name that is taken for the verb
STREETS = listed("way row drive falls terrace crescent quay wharf harbour harbor boulevard highway creek heights")
PERHAPS_STREETS = listed("lane hill hills close court square green")  # last names as well: "Diane Lane", "Anita Hill"
BEFORE_A_PLACE = listed("in on at along off into near")
PLATFORMS = listed("twitter facebook instagram youtube tiktok snapchat reddit google whatsapp")
PARTICLES = listed("de da di du del della der den van von la le bin ibn al el ben dos ter ten st st. y abu tha")
SUFFIXES = listed("jr jr. sr sr. ii iii iv")
POSSESSIVE = re.compile(r"['’]s?$")
HEADLINE_SHARE = 0.75  # of its longer words begin with a capital; a short sentence full of names reaches .6
HEADLINE_WORDS = 25


@dataclass(frozen=True)
class Entity:
    """A run of tokens that the language model took for a name, cleaned at both ends."""

    passage: Passage
    first: int  # token indexes in the passage's doc, half open
    last: int
    kind: NameKind
    titled: bool = False  # a title tells that it is a person's: "Councillor Ann Doe"

    @cached_property
    def tokens(self) -> Phrase:
        return self.passage.doc[self.first : self.last]

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(fold(word) for word in self.passage.words[self.first : self.last])


def is_headline(passage: Passage) -> bool:
    """Whether capitals say nothing here: a title-case line, whatever block it stands in."""
    if len(passage.doc) > HEADLINE_WORDS:
        return False
    longer = [word for word in passage.text.split()[1:] if len(word) > 3 and word.isalpha()]
    if not longer or sum(word[0].isupper() for word in longer) / len(longer) < HEADLINE_SHARE:
        return False
    return not any(t.dep_ == "ROOT" and t.pos_ in {"VERB", "AUX"} and t.text.islower() for t in passage.doc)


def of(passage: Passage) -> Iterator[Entity]:
    for phrase in passage.doc.ents:
        kind = KINDS.get(phrase.label_)
        first, last = phrase.start, phrase.end
        # "Doe's van": a person's name ends at the possessive.
        owner = next((i for i in range(first, last) if POSSESSIVE.fullmatch(passage.doc[i].text)), last)
        if kind == "person" or owner == last - 1:
            last = owner
        first, last, somebody = _cleaned(passage.doc, first, last, phrase.label_)
        kind = "person" if somebody else kind
        if kind == "person" and 0 < last < len(passage.doc) and passage.doc[last - 1].lower_ in PARTICLES and _named_on(passage.doc[last]):
            last += 1  # "Ursula von der" ends in "Leyen"
        if kind and first < last and any(t.text[0].isupper() for t in passage.doc[first:last]):
            first = _begin(passage.doc, _after_no_name(passage.doc, first, last), last) if kind == "person" else first
            yield Entity(passage, first, last, kind if somebody else _seen(passage.doc[first:last], kind), somebody)
    yield from _unseen(passage)


def _cleaned(doc: Doc, first: int, last: int, label: str) -> tuple[int, int, bool]:
    """A name without marks and titles at its ends, and whether a title tells that it is a person's: "Councillor Ann Doe"."""
    while first < last and (_no_name_edge(doc[first]) or _is_before(doc, first, last, label)):
        first += 1
    while last > first and (_no_name_edge(doc[last - 1]) or _is_title_of(doc, last - 1)):
        last -= 1  # "New York Congresswoman" of "New York Congresswoman Ann Doe"
    if label in TITLED and last - first <= LONGEST_TITLED:
        start = first - 1 if first and roles.is_title(doc[first - 1]) else first  # a title before the entity, or stripped from it
        words = [token.text for token in doc[start:last]]
        name = titles.name_behind(words, _fits_a_title)
        if name is not None and (last - start - name > 1 or label == "ORG"):
            return start + name, last, True
    return first, last, False


def _is_before(doc: Doc, first: int, last: int, label: str) -> bool:
    """Whether a title is no part of the name: "Representative" in "Representative Ann Doe", but not "General" in "General Electric"."""
    if not _is_title_of(doc, first):
        return False
    words = [token.text for token in doc[first + 1 : last]]
    told = label == "PERSON" or not words or is_first_name(words[0]) or titles.tells(doc[first].text, len(words))
    return told and (label == "PERSON" or can_be_a_name(words))


def _is_title_of(doc: Doc, token: int) -> bool:
    return roles.is_title(doc[token]) and token + 1 < len(doc) and doc[token + 1].pos_ == "PROPN"


def _fits_a_title(words: Sequence[str]) -> bool:
    known = len(words) == 2 and is_first_name(words[0]) and words[1].istitle()  # "Sen. Steven Law"
    return (known or can_be_a_name(words)) and not any(word.isupper() and len(word) > 1 and word.isalpha() for word in words)


def _unseen(passage: Passage) -> Iterator[Entity]:
    """Persons that the model does not see but the words beside them or the first name tell: "Sgt. Doe", "Ann Marrow"."""
    doc = passage.doc
    taken = -1
    for i, word in enumerate(passage.words):
        if i <= taken or not word[0].isupper() or not word.isalpha() or doc[i].pos_ != "PROPN":
            continue
        token = doc[i]
        titled = i > 0 and passage.words[i - 1].lower().rstrip(".") in BEFORE_A_NAME and passage.words[i - 1][0].isupper()
        if (titles.tells(word, 1) and _is_title_of(doc, i)) or (titled and word == "General"):
            continue  # "Detective Inspector Doe", "Inspector General Ann Doe": the name begins behind
        last = token.i
        while last < len(doc) and _part_of_a_name(doc[last]) and last - token.i <= LONGEST_NAME:
            last += 1
        if last > token.i and (titled or (last - token.i <= LONGEST_NAME and _tells(doc[token.i : last]))):
            yield Entity(passage, token.i, last, "person")
            taken = last - 1


def _part_of_a_name(token: Token) -> bool:
    seen = token.ent_type_ in {"", "PERSON", "ORG"} and token.pos_ == "PROPN"
    return seen and token.text[0].isupper() and token.text.isalpha() and can_be_in_a_name(token.text)


def _tells(phrase: Phrase) -> bool:
    """Whether a run of capitals is a person's: by a first name that many bear, or because it speaks ("Bo Marrow said")."""
    first, root = phrase[0], phrase.root
    before = phrase.doc[phrase.start - 1] if phrase.start else None
    if before is not None and (before.lower_ in {"the", "a", "an"} or (before.dep_ == "compound" and not _office(before))):
        return False
    if phrase.end < len(phrase.doc) and phrase.doc[phrase.end].pos_ == "PROPN":
        return False
    if is_first_name(first.text) and (len(phrase) == 2 or (len(phrase) == 1 and root.dep_ == "nsubj")):
        return True
    speaks = root.dep_ == "nsubj" and root.head.lower_ in {"said", "says", "asked", "told", "added", "wrote"}
    return speaks and not any(t.ent_type_ for t in phrase) and len(phrase) == 2


def _office(token: Token) -> bool:
    return roles.is_title(token) or (token.text.islower() and roles.is_for_a_person(token))


def is_first_name(word: str) -> bool:
    """Whether a first name is known that is neither a place nor a plain word."""
    return genders.of_first_name(word) is not None and word not in NOT_ONLY_NAMES


def _after_no_name(doc: Doc, first: int, last: int) -> int:
    """ "Never Marrow", "Cue Ann Doe": a name begins behind a word that is in nobody's name."""
    words = [token.text for token in doc[first:last]]
    if len(words) < 2 or can_be_a_name(words):
        return first
    if can_be_a_name(words[1:]):
        return first + 1
    # "Photo/For Wexley Daily News Ann Doe": a full name behind the name of a paper
    papers = [at for at in range(2, len(words) - 1) if words[at - 1][0].isupper() and not can_be_in_a_name(words[at - 1])]
    return next((first + at for at in papers if can_be_a_name(words[at:])), first)


def _begin(doc: Doc, first: int, last: int) -> int:
    """Where a person's name begins: the model at times leaves the first name out."""
    while first > 0 and first == last - 1:
        before = doc[first - 1]
        part = before.dep_ == "compound" and before.pos_ == "PROPN" and before.head.i == last - 1 and not before.ent_type_
        part = (part and can_be_in_a_name(before.text)) or (before.text in SAID and not before.is_sent_start)
        if not part or not before.text.isalpha() or before.text.isupper() or roles.is_title(before):
            break
        first -= 1
    return first


def _seen(phrase: Phrase, kind: NameKind) -> NameKind:
    """The kind, set right where the sentence tells: platforms are no places, and who kisses "her" mother is a person."""
    if phrase.text.casefold() in PLATFORMS:
        return "organisation"
    root = phrase.root
    if kind == "person" and _is_a_street(phrase):
        return "place"
    if kind == "person" and len(phrase) <= 2 and any(roles.is_of_a_ship(phrase.doc[i]) for i in {max(0, phrase.start - 1), phrase.start}):
        return "other"
    if kind == "person" and _is_a_thing(phrase):
        return "organisation"
    if kind == "organisation" and _is_somebody(phrase):
        return "person"
    alone = len(phrase) == 1 and phrase.text.isalpha() and not phrase.text.isupper()
    if kind == "organisation" and alone and root.dep_ == "nsubj":
        owners = [t for t in root.head.subtree if t.i > root.i and t.dep_ == "poss" and t.lower_ in {"his", "her"}]
        return "person" if owners else kind
    return kind


def _is_somebody(phrase: Phrase) -> bool:
    """ "Samer Marrow, an expert at the university": by what stands beside it the name is a person's."""
    words = [token.text for token in phrase]
    if not 2 <= len(words) <= LONGEST_NAME or not all(word.isalpha() and not word.isupper() for word in words) or not can_be_a_name(words):
        return False
    beside = [k for k in phrase.root.children if k.dep_ == "appos" and k.i >= phrase.end and k.tag_ == "NN"]
    return any(k.lower_ in (roles.PERSONS | titles.TITLES) - OF_COMPANIES for k in beside)


def _is_a_street(phrase: Phrase) -> bool:
    """ "Orchard Way", "in Mill Lane": no person's name, where no first name begins it."""
    last, before = phrase[-1].lower_, phrase.doc[phrase.start - 1].lower_ if phrase.start else ""
    if len(phrase) < 2 or genders.of_first_name(phrase[0].text):
        return False
    return last in STREETS or (last in PERHAPS_STREETS and before in BEFORE_A_PLACE)


def _is_a_thing(phrase: Phrase) -> bool:
    """ "Larkspur Kitchen, the company", "Aldine Lines, which owns": the sentence says that it is nobody."""
    root = phrase.root
    owned = any(k.dep_ == "appos" and k.lemma_.lower() in THINGS for k in root.children) or (
        root.dep_ == "appos" and root.head.lemma_.lower() in THINGS
    )
    after = root.doc[phrase.end : phrase.end + 2]
    return owned or (len(after) == 2 and after[0].text == "," and after[1].lower_ == "which")


def _named_on(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[0].isupper()


def _no_name_edge(token: Token) -> bool:
    return token.is_punct or token.is_space or token.is_quote or token.lower_ in {"the", "a", "an", "'s", "’s", "'", "’"}


def full_name(entity: Entity) -> tuple[str, ...]:
    """The words of a person's name given in full, or nothing."""
    words = entity.words
    if entity.kind != "person" or not 2 <= len(words) <= 6 or (words[0].isupper() and len(words[0]) > 3):
        return ()
    last = last_name(words)
    return words if (entity.titled or can_be_a_name(words)) and last not in PARTICLES and len(last.rstrip(".")) > 1 else ()


def can_be_a_name(words: Sequence[str]) -> bool:
    """Whether each word can be in a person's name: "Bill" and "April" only as the first of several.

    >>> can_be_a_name(("Bill", "Doe")), can_be_a_name(("Crime", "Bill"))
    (True, False)
    """
    first = len(words) > 1 and (words[0] in SAID or genders.of_first_name(words[0]) is not None)
    return all(can_be_in_a_name(word) for word in words[first:])


def can_be_in_a_name(word: str) -> bool:
    lower = word.casefold()
    if lower in PARTICLES or lower in SUFFIXES or word in {"-", "."}:
        return True
    return word[0].isupper() and lower not in NOT_IN_A_PERSON and not any(c.isdigit() for c in word) and word[-1] not in "!?"


def last_name(words: Sequence[str]) -> str:
    """The last name: "Jr." is none."""
    return next((w for w in reversed(words) if w.casefold() not in SUFFIXES), words[-1])


def unmarked(passages: Sequence[Passage], full: set[tuple[str, ...]]) -> Iterator[Entity]:
    """Mentions of people named in full elsewhere, whether the model marked them or not."""
    starts: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in sorted({form for words in full for form in (words, (last_name(words),))}, key=lambda f: (-len(f), f)):
        starts[form[0]].append(form)
    for passage in passages:
        texts = [fold(word) for word in passage.words]
        if starts.keys().isdisjoint(texts):
            continue
        for i, text in enumerate(texts):
            for form in starts.get(text, ()):
                if tuple(texts[i : i + len(form)]) == form and not _inside_a_longer_name(passage, i, i + len(form)):
                    yield Entity(passage, i, i + len(form), "person")
                    break


def kin(passages: Sequence[Passage], last_names: set[str]) -> set[tuple[str, ...]]:
    """Full names whose first name the model took for a place: "Paris Marrow", where Marrow is known."""
    found: set[tuple[str, ...]] = set()
    for passage in passages:
        places = [i for i, word in enumerate(passage.words) if i and fold(word) in last_names]
        for i in places if places and not is_headline(passage) else ():
            before, token = passage.doc[i - 1], passage.doc[i]
            named = token.pos_ == "PROPN" and token.dep_ != "compound"
            if named and before.ent_type_ in {"GPE", "PERSON", "LOC"} and _starts_a_name(before):
                found.add((fold(before.text), fold(token.text)))
    return found


def _starts_a_name(token: Token) -> bool:
    alone = token.i == 0 or token.nbor(-1).ent_type_ == "" or token.ent_iob_ == "B"
    titled = roles.is_title(token) or not can_be_in_a_name(token.text)
    return alone and not titled and token.text[0].isupper() and token.text.isalpha() and token.dep_ == "compound"


def _inside_a_longer_name(passage: Passage, first: int, last: int) -> bool:
    """ "Marrow" in "Marrow Tower" or "Hanna Marrow" is no mention of Carl Marrow; in a headline nobody can tell."""
    doc = passage.doc
    before = doc[first - 1] if first else None
    after = doc[last] if last < len(doc) else None
    joined = (before is not None and before.pos_ == "PROPN" and before.dep_ == "compound" and not roles.is_title(before)) or (
        after is not None and after.pos_ == "PROPN" and after.text[0].isupper() and doc[last - 1].dep_ == "compound"
    )
    return joined and not is_headline(passage)
