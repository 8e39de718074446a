"""What a person is said to be beside the name: "police chief", "her husband", "actor".

A mention's tokens come in; the words of the role go out, as they stand in the text. Roles told in sentences
of their own ("Ann Doe is a lawyer") are left to `facts`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samestory.attributing import titles
from samestory.text import listed

if TYPE_CHECKING:
    from samestory.language import Phrase, Token

COURTESY = listed("mr mrs ms miss sir")  # no role: they say nothing of what somebody does
PERSONS = listed("""husband wife mother father mom dad mama son daughter brother sister uncle aunt cousin grandmother grandfather
    parent child baby
    boy girl man woman friend fan guru celebrity star chief head boss aide host hostess guest pilot cook expert coach athlete model
    guard clerk nurse hero victim suspect witness survivor resident citizen student pupil critic ally rival nominee delegate advocate
    partner fiance fiancee fiancé fiancée boyfriend girlfriend widow widower stepdaughter stepson step-daughter step-son nephew niece
    mayor treasurer monk nun priest analyst economist academic patient veteran cop spouse neighbor neighbour colleague tribune king
    queen prince princess duke duchess analyst strategist activist journalist columnist anchor correspondent chairperson co-founder
    founder ceo dj mp md gp""")
PERSON_ENDINGS = ("er", "or", "ist", "man", "woman", "person", "ian", "ant", "ent", "ee", "eer", "ster", "wright", "smith", "guy")
NO_PERSON_ENDINGS = ("ment", "power", "meter", "-over", "ction")
# Words that end as words for persons do and are none.
NO_PERSONS = listed(
    """accelerator accent accident adapter after amphibian anger answer apartment ardor armor armour ascent assist avian banner barrier
    beer behavior behaviour bitter bladder blunder bluster bohemian boiler border bumper bunker burner butter calculator caliber
    cancer candor career catheter cement cent center centre chamber chapter character charger charter chatter checklist cheer
    chopper clamor cluster clutter coffee color colour comment committee compartment component computer consent constant container
    content continent contingent cooler copper copter corner counter covenant cover crescent current cylinder danger december decree
    deer degree department descent detergent deterrent diameter dinner disaster disclaimer dishwasher dissent drawer easter element
    elephant elevator encounter endeavor endeavour eraser error escalator event exist extent factor favor favour feather fee fervor
    fervour fiber fibre filibuster filter finger fist flavor flavour floor flower fluorescent fluster fodder folder fragrant freezer
    freighter furor gender generator glimmer glitter gradient grant guarantee gutter hamper hanger harbor harbour heater helicopter
    honor honour horror humor humour incident incinerator indicator ingredient instant instrument intent jubilee kilometer knee labor
    labour ladder laser laughter layer leather lesser letter levee lever list liter litre litter liver locker luster manner manslaughter
    marker marquee master matter median merger meridian metaphor meter mirror misdemeanor mist mixer moment monitor monster
    motor murder newsletter newspaper november number nutrient october odor offer order orient oyster paper parameter parlor patent
    pedigree penchant percent perimeter persist pier plant plaster platter playlist pointer pollutant poster power prayer precedent
    present printer quadrant quarter quotient radiator reactor refrigerator register reminder remnant resentment respirator restaurant
    rigor river roster router rumor rumour saber scanner scent sector segment semester september server settee sewer shelter shortlist
    shoulder shutter silver simulator slaughter sneer splendor sticker stimulator stringent suburban summer sweater talent tanker temper
    tender terror theater theatre thermometer thriller thunder tier timber toaster torrent tower tractor trailer transfer transformer
    tree tremor trigger trimester tumor twist twitter undercurrent valor valour vapor variant vector veneer ventilator vesper vigor
    waist warrant watchlist water weather winter wonder wrist"""
)
BREAKS = listed(', ; : ( ) [ ] — – - -- ... “ ” "')
LONGEST = 12  # words; a longer apposition tells a story, not a role
# What can follow the name in commas and is no role: "Ann Doe, 34," and "Ann Doe, D-Mass.,".
NO_ROLE_KINDS = frozenset({"DATE", "CARDINAL", "GPE", "MONEY", "TIME"})


def is_title(token: Token) -> bool:
    """Whether the word is a title before a name."""
    return titles.is_title(token.text) and not is_of_a_ship(token)


def is_of_a_ship(token: Token) -> bool:
    """ "Lady" in "the Lady Aldine": with an article before it, a noble title begins the name of a ship, a pub, a hall."""
    return token.text.istitle() and token.lower_ in titles.OF_SHIPS and token.i > 0 and token.nbor(-1).lower_ in {"the", "a"}


def of(mention: Phrase) -> str | None:
    """The role that stands beside this mention of a person, or None."""
    return _before(mention) or _after(mention) or _apposed_to(mention)


def _before(mention: Phrase) -> str | None:
    """ "actor" in "her husband, actor Carl Marrow"; "Police Chief" in "Police Chief Ann Doe"."""
    doc, first = mention.doc, mention.start
    start = first
    while start > 0 and _can_stand_before(doc[start - 1], mention.root):
        start -= 1
    while 0 < start < first and _is_a_part(doc[start - 1], doc[start]):
        start -= 1  # "nominee and film producer Ann Doe"
    while start < first and (doc[start].is_punct or doc[start].pos_ in {"DET", "ADV", "CCONJ"} or doc[start].ent_type_ in NO_ROLE_KINDS):
        start += 1
    words = doc[start:first]
    if not len(words) or all(w.lower_.rstrip(".") in COURTESY for w in words):
        return None
    return words.text if is_title(words[-1]) or is_for_a_person(words[-1]) else None


def _is_a_part(before: Token, noun: Token) -> bool:
    """Whether a plain noun right before another is the first part of it: "film producer"."""
    plain = before.tag_ == "NN" and noun.tag_ == "NN" and before.text.islower() and before.text.isalpha()
    return plain and before.ent_type_ not in NO_ROLE_KINDS and not is_for_a_person(before) and not before.is_sent_end


def is_for_a_person(noun: Token) -> bool:
    """Whether the noun names somebody by what they do or are: "spokeswoman", "wife", "pollster"."""
    word = noun.lemma_.lower()
    if noun.pos_ not in {"NOUN", "PROPN"} or word in NO_PERSONS or word.endswith(NO_PERSON_ENDINGS):
        return False
    return word in PERSONS or word in titles.TITLES or (len(word) > 4 and word.endswith(PERSON_ENDINGS))


def _can_stand_before(token: Token, head: Token) -> bool:
    if token.is_sent_end or token.text in ',;:"“”()—–':
        return False
    return token.i < token.head.i <= head.i and token.dep_ in {"compound", "amod", "nmod", "poss", "case", "punct", "advmod"}


def _after(mention: Phrase) -> str | None:
    """ "the police chief of Fort Doe" in "Ann Doe, the police chief of Fort Doe, said"."""
    for child in mention.root.children:
        if child.dep_ == "appos" and child.i >= mention.end and child.ent_type_ not in NO_ROLE_KINDS and is_for_a_person(child):
            return _phrase(child)
    return None


def _apposed_to(mention: Phrase) -> str | None:
    """ "Her husband" in "Her husband, Carl Marrow, has yet to speak"."""
    root = mention.root
    head = root.head
    if root.dep_ == "appos" and head.pos_ == "NOUN" and is_for_a_person(head) and head.i < mention.start and mention.start - head.i <= 3:
        return _phrase(head, stop=mention.start)
    return None


def _phrase(noun: Token, stop: int | None = None) -> str | None:
    """The noun with what belongs to it, without article, clauses and the comma that closes it."""
    kept = [t for t in noun.subtree if (stop is None or t.i < stop)]
    first, last = kept[0].i, noun.i
    for token in kept:
        if token.i > noun.i and (token.text in BREAKS or token.dep_ in {"relcl", "acl", "appos"} or token.tag_ in {"WP", "WDT", "WP$"}):
            break
        last = max(last, token.i)
    while first < noun.i and noun.doc[first].lower_ in {"a", "an", "the"}:
        first += 1
    while last > noun.i and noun.doc[last].pos_ in {"ADP", "DET", "CCONJ", "PRON"}:
        last -= 1  # "the host of" a show whose title stands between marks
    if noun.doc[first].tag_ == "WP$":
        return None
    words = noun.doc[first : last + 1]
    return words.text if 0 < len(words) <= LONGEST and noun.doc[first].pos_ != "PUNCT" else None
