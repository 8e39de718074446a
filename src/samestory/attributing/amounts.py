"""Money, percentages and measures, each with the noun or verb it goes with: "a $1.9 trillion package", "6.2-magnitude earthquake".

A passage comes in; facts go out. An amount that hangs on nothing plain makes no fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from samestory import units
from samestory.attributing.needles import Search
from samestory.attributing.nouns import participle
from samestory.attributing.numerals import NUMBER, SCALES, SHORT_SCALES, value
from samestory.attributing.quantities import bounded
from samestory.attributing.roles import is_for_a_person
from samestory.language import Passage
from samestory.model import Fact, FactKind
from samestory.text import listed

if TYPE_CHECKING:
    from samestory.language import Phrase, Token

_OVER = r"(?P<over>more than|over|at least|upwards? of|no less than|in excess of|above|well over|just over)"
_UNDER = r"(?P<under>less than|under|up to an?|up to|at most|no more than|as much as|below|nearly|almost|just under|close to)"
_ABOUT = r"(?P<about>about|around|approximately|roughly|some|an estimated)"
_BOUND = rf"(?:\b(?:{_OVER}|{_UNDER}|{_ABOUT}) )?"  # "under a $500 billion fund" sets no bound
_SCALE = r"(?:[ -]?(?P<scale>thousand|million|billion|trillion|bn|mn|tn|[kmb](?![a-z])))?"
_SIGNS = {
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "R$": "BRL",
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
}
_CURRENCIES = {
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "yen": "JPY",
    "rupee": "INR",
    "yuan": "CNY",
    "franc": "CHF",
    "ruble": "RUB",
    "rouble": "RUB",
    "peso": "MXN",
}
_TO = r"(?(between) and |(?: to | ?[-–] ?))"  # "between 3 and 4 percent", "$3 million to $4 million", "10-12 percent"
_SCALE_OF_MOST = _SCALE.replace("<scale>", "<scale_of_most>")
_SIGN = r"(?:(?:US|AU|CA|NZ|HK|[ACSR])?\$|[£€¥₹])"
_MONEY = Search(
    rf"{_BOUND}(?P<between>\bbetween )?(?P<sign>{_SIGN}) ?(?P<number>\d[\d,]*(?:\.\d+)?){_SCALE}"
    rf"(?:{_TO}{_SIGN}? ?(?P<most>\d[\d,]*(?:\.\d+)?){_SCALE_OF_MOST})?(?![\w%]|-\w+-old)",
    re.IGNORECASE,
)
_COINS = Search(
    rf"{_BOUND}(?P<between>\bbetween )?(?<![\w$£€.,-])(?P<number>{NUMBER}){_SCALE}(?:{_TO}(?P<most>{NUMBER}){_SCALE_OF_MOST})? "
    r"(?P<currency>dollar|euro|yen|rupee|yuan|ruble|rouble|franc|pound)s?\b",
    re.IGNORECASE,
)
_RANGE = rf"{_BOUND}(?P<between>\bbetween )?(?<![\w$£€.,-])(?P<number>{NUMBER})(?:@{_TO}(?P<most>{NUMBER}))?"
_PER = r"(?:%| ?(?:percent|per cent|pct)\b)"
_PERCENT = Search(rf"{_RANGE.replace('@', _PER + '?')}{_PER}(?! points?)", re.IGNORECASE)
_POINTS = Search(rf"{_RANGE.replace('@', '')}[ -](?P<hundredth>basis|percentage)[ -]points?\b", re.IGNORECASE)
_MEASURE = Search(rf"{_RANGE.replace('@', '')}[ -]?(?P<unit>{units.WORDS})(?![\w])", re.IGNORECASE)
_MAGNITUDE = Search(rf"\b(?P<unit>magnitude)[ -](?:of )?{_BOUND}(?P<number>\d(?:\.\d+)?)(?![\w%])", re.IGNORECASE)
_WEIGHED = listed("weigh lift carry haul catch recall harvest produce lose gain drop")  # "2 million pounds" of weight, not of money
_SOME = re.compile(r"\b(?:several|few|couple|many|some) (?:of )?$", re.IGNORECASE)  # "several hundred feet"
_BELOW_ZERO = re.compile(r"\b(?:minus|negative) $", re.IGNORECASE)
_BELOW = re.compile(r" below\b")
_SETS = listed("set place put stand remain start begin value estimate price")  # "bail was set at", "valued at"
_MOVES = {"rise": "risen", "fall": "fallen", "increase": "risen", "decrease": "fallen", "drop": "fallen", "climb": "risen", "jump": "risen",
          "decline": "fallen", "grow": "risen", "gain": "risen", "lose": "fallen", "soar": "risen",
          "slip": "fallen", "shrink": "fallen"}  # fmt: skip
_HAVING = listed("cost worth total exceed reach weigh measure average hold carry contain cover burn span")  # the subject has the amount
_EMPTY = listed(
    """tell approach near be have get make take do go say come keep want need see include give mean ask call find know propose
    envision halt use"""
)
# Alone these do not say of what: "a rate of 5 percent"
_VAGUE = listed("""rate percentage level amount number share chance total average range interval
    confidence margin half third quarter lot most
    rest majority male female fraction equivalent
    excess finding dollar euro drop increase decrease rise decline fall gain jump change growth hike reduction swing
    surge loss tune context chunk mark sum minimum maximum price figure portion part boost bit thing
    percent point end eye zone brand charge high low record age worth north south east west northeast northwest southeast southwest""")
_RANGE_BEFORE = re.compile(r"(?:[$£€]|\b)(?P<low>\d[\d,.]*)(?: (?:million|billion|trillion|percent))?%? ?(?:to|and|-|–) ?$")
_RANGE_AFTER = re.compile(r" ?(?:to|-|–) ?[$£€]?\d|(?<=%) and \d|(?<=percent) and \d")
_HOPES = listed("expect forecast predict project propose plan seek want hope consider demand intend promise threaten would")
_MONEY_ALONE = listed("raise seize steal donate win collect recover award fine")
_BASED = re.compile(r" \w+[ -](?:based|free|owned|funded|certain|sure)\b")  # "100% commission based"
# "3 inches" of "6 feet, 3 inches"
_SMALLER_OF = re.compile(r"\b(?:feet|foot|ft|pounds?|lbs?|stone|met(?:er|re)s?)(?:,? (?:and )?|-)$", re.IGNORECASE)
_Amount = tuple[float | None, float | None, float | None]  # the number and its bounds
_BESIDE = 3  # words between an amount and the preposition that says what for
_MAYBE = listed("will would may might could can ca shall should must 'll ’ll wo 'd ’d")
_DISTANCE = listed("north south east west away from off inland tall high long wide deep old")


def find(passage: Passage) -> Iterator[Fact]:
    """The amounts of the passage, by kind."""
    text = passage.text
    if not any(map(str.isdigit, text)) and "percent" not in text and "mile" not in text and "dollar" not in text:
        return
    coins = [found for found in _COINS.finditer(text) if found["currency"].lower() != "pound" or _is_sterling(passage, found)]
    for found in (*_MONEY.finditer(text), *coins):
        yield from _fact(passage, "money", found, _currency(found))
    for found in _PERCENT.finditer(text):
        yield from _fact(passage, "percent", found, "%")
    for found in _POINTS.finditer(text):
        yield from _fact(passage, "percent", found, "percentage point")
    for found in (*_MAGNITUDE.finditer(text), *_MEASURE.finditer(text)):
        if not any(found.start() < coin.end() and coin.start() < found.end() for coin in coins) and not _is_below_zero(text, found):
            yield from _fact(passage, "measure", found, units.named(found["unit"]))


def _is_sterling(passage: Passage, found: re.Match[str]) -> bool:
    """Whether millions of pounds are money: "a fine of 5 million pounds", not "5 million pounds of beef"."""
    millions = re.search(r"[mb]illion", found[0], re.IGNORECASE) and not passage.text.startswith(" of ", found.end())
    words = passage.doc.char_span(found.start("number"), found.end(), alignment_mode="expand") if millions else None
    return words is not None and len(words) > 0 and words.root.head.lemma_ not in _WEIGHED


def _is_below_zero(text: str, found: re.Match[str]) -> bool:
    """ "minus 5 degrees", "5 degrees below zero": the number has its sign elsewhere."""
    degrees = found["unit"].lower().startswith(("degree", "°"))
    return degrees and bool(_BELOW_ZERO.search(text, 0, found.start()) or _BELOW.match(text, found.end()))


def _currency(found: re.Match[str]) -> str | None:
    sign = found.groupdict().get("sign")
    return _SIGNS.get(sign.upper()) if sign else _CURRENCIES.get(found["currency"].lower())


def _fact(passage: Passage, kind: FactKind, found: re.Match[str], unit: str | None) -> Iterator[Fact]:
    amount = _amount(found)
    text = passage.text
    if kind == "percent" and (
        _BASED.match(text, found.end()) or text[found.end() : found.end() + 1] == "/" or text[found.start() - 1 : found.start()] == "("
    ):
        return  # "somewhat (25%) or very (53%)"
    if _is_of_some_hundreds(text, found) or text.startswith(" as ", found.end()):  # "200 percent as long"
        return
    if _RANGE_AFTER.match(text, found.end()) or _RANGE_BEFORE.search(text, max(0, found.start() - 30), found.start()):
        return  # one end of a range is not the amount
    words = passage.doc.char_span(found.start("number"), found.end(), alignment_mode="expand")
    amount, end = _whole(amount, found, text) if kind == "measure" else (amount, found.end())
    about = _about(kind, words, passage) if words is not None and len(words) and amount is not None and unit else None
    if about and amount is not None and not _is_vague(about[0]) and words is not None and not _hoped(words.root):
        number, low, high = amount
        yield Fact(kind, about[0], number, unit, low, high, passage.chars(found.start(), end), None, f"{kind}:{about[1]}")


def _whole(amount: _Amount | None, found: re.Match[str], text: str) -> tuple[_Amount | None, int]:
    """The amount with what a smaller unit adds, and where it ends: "6 feet, 3 inches" is no height of 6 feet."""
    more = units.rest(text, found.end(), found["unit"])
    if amount is None or more is None:
        return (None if _SMALLER_OF.search(text, max(0, found.start() - 20), found.start()) else amount), found.end()
    if amount[0] is None:
        return None, found.end()
    number = round(amount[0] + more[0], 4)
    return (number, *bounded(number, found["over"], found["under"], found["about"])), more[1]


def _is_of_some_hundreds(text: str, found: re.Match[str]) -> bool:
    """ "several hundred feet", "some thousand dollars": no number is given."""
    at = found.start("number")
    some = (found["about"] or "").lower() == "some" or _SOME.search(text, max(0, at - 12), at)
    return bool(some) and text[at : at + 8].lower().startswith(("hundred", "thousan", "million", "billion"))


def _amount(found: re.Match[str]) -> _Amount | None:
    """The number and its bounds; of a range only the bounds."""
    told = found.groupdict()
    part = 0.01 if (told.get("hundredth") or "").lower() == "basis" else 1.0
    scale, scale_of_most = told.get("scale") or "", told.get("scale_of_most") or ""
    number = _scaled(found["number"], scale or scale_of_most, part)  # "$3-4 million"
    if number is None or (told.get("between") and not told.get("most")):
        return None
    if not told.get("most"):
        return number, *bounded(number, found["over"], found["under"], found["about"])
    most = _scaled(found["most"], scale_of_most, part)
    return (None, number, most) if most is not None and number < most else None


def _scaled(words: str, scale: str, part: float) -> float | None:
    number = value(words)
    if number is None:
        return None
    times = SHORT_SCALES.get(scale.lower()) or SCALES.get(scale.lower(), 1)
    return round(number * times * part, 4)


def _about(kind: FactKind, words: Phrase, passage: Passage) -> tuple[str, str] | None:
    """The noun or verb the amount goes with, in normal form, and how it hangs together."""
    root = words.root
    inside = {t.i for t in words}
    head = root.head
    following = passage.doc[words.end] if words.end < len(passage.doc) else None
    if kind == "measure" and following is not None and following.lower_ in _DISTANCE and words.root.dep_ != "nummod":
        return None
    if (
        head.i not in inside
        and head.pos_ in ("NOUN", "PROPN")
        and root.dep_ in ("nummod", "compound", "amod", "nmod", "npadvmod", "quantmod")
    ):
        if head.lower_ == "worth":  # "$250 billion worth of imports"
            head = next((t for of in head.children if of.lower_ == "of" for t in of.children if t.dep_ == "pobj"), head)
        # "a $5 million grant"; a noun that heads its clause is often a verb mistaken: "54 percent disapprove"
        # "$2,000 donors", "a $50,000-a-month board member": whose it is, not how much
        plain = (
            head.i > root.i
            and head.pos_ == "NOUN"
            and not (kind == "percent" and (head.dep_ == "attr" or words.text.startswith("100")))  # "stores are 40 percent minority"
            and ". " not in passage.text[words.end_char - 1 : head.idx]  # "worth £5m. A bailout": "m." looks like a short word
            and not (kind == "money" and is_for_a_person(head))
            and head.lower_ != "worth"
            and head.dep_ not in ("ROOT", "advcl", "ccomp")
        )
        return (_phrase(head, inside), "before-noun") if plain else None
    if root.dep_ == "appos" or head.i in inside:
        return None
    if root.dep_ == "pobj" and head.pos_ == "ADP":
        return _of_preposition(head, kind, inside)
    if head.pos_ in ("VERB", "AUX", "ADJ"):
        return _of_verb(root, head, kind, inside)
    return None


def _phrase(noun: Token, inside: set[int]) -> str:
    """A noun with the nouns before it that specify it: "relief package"."""
    before = [t.lower_ for t in noun.lefts if t.dep_ == "compound" and t.pos_ == "NOUN" and t.i not in inside and t.is_alpha]
    return " ".join([*before, noun.lemma_.lower()])


def _of_preposition(preposition: Token, kind: FactKind, inside: set[int]) -> tuple[str, str] | None:
    """a fine of $500; bail set at $5,000; winds of 60 mph; fell by 3 percent"""
    head, name = preposition.head, preposition.lower_
    if any(t.like_num or t.lower_ in ("and", "but") for t in preposition.doc[preposition.i + 1 : min(inside)]):
        return None  # "over the age of 30 and only 58 percent"
    if head.pos_ == "NOUN" and name in ("of", "at") and head.i < preposition.i:
        return None if _is_of_some(head) else (_phrase(head, inside), "noun-of")
    if head.pos_ != "VERB" or _unreal(head):
        return None
    subject = _subject(head)
    if name in ("at", "to") and head.lemma_ in _SETS and subject is not None and subject.dep_ == "nsubjpass":
        return _phrase(subject, inside), "set-at"
    if name in ("by", "to") and head.lemma_ in _MOVES and subject is not None:
        return f"{_phrase(subject, inside)} {_MOVES[head.lemma_]}" + (" to" if name == "to" else ""), "moved"
    return None


def _is_of_some(noun: Token) -> bool:
    """ "those with incomes of more than $200,000": names a group, and tells nothing of it; "without a fall of 5 percent" there was none."""
    if noun.head.lower_ == "without" or (
        noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.lemma_ in ("limit", "restrict", "cap")
    ):
        return True
    return noun.dep_ == "pobj" and noun.head.lower_ in ("with", "having", "among", "for") and noun.head.head.pos_ in ("NOUN", "PRON")


def _of_verb(amount: Token, verb: Token, kind: FactKind, inside: set[int]) -> tuple[str, str] | None:
    """raised $5 million; cost $300; rose 3 percent; worth $20"""
    if verb.pos_ == "ADJ":
        noun = verb.head if verb.lower_ == "worth" and verb.head.pos_ == "NOUN" else None
        return (_phrase(noun, inside), "worth") if noun is not None else None
    if _unreal(verb):
        return None
    if amount.dep_ in ("nsubj", "nsubjpass"):
        return _of_its_verb(amount, verb, kind, inside)
    subject = _subject(verb)
    if verb.lemma_ in _MOVES and kind in ("percent", "money"):
        return (f"{_phrase(subject, inside)} {_MOVES[verb.lemma_]}", "moved") if subject is not None else None
    of = amount.doc[max(inside) + 1] if max(inside) + 1 < len(amount.doc) else None
    if kind == "percent" and of is not None and of.lower_ == "of":
        return None  # "whites are 76 percent of the voters"
    if verb.lemma_ == "be" and amount.dep_ == "attr" and subject is not None and amount.i > verb.i:
        return _phrase(subject, inside), "is"
    if verb.lemma_ in _HAVING:
        return (f"{_phrase(subject, inside)} {participle(verb.lemma_)}", "has") if subject is not None else None
    if amount.dep_ == "dobj" and kind == "money" and verb.lemma_ not in _EMPTY:
        return _given(amount, verb, inside)
    return None


def _of_its_verb(amount: Token, verb: Token, kind: FactKind, inside: set[int]) -> tuple[str, str] | None:
    """$2 million was raised: "money raised"; 30 percent of the homes were destroyed: "home destroyed"."""
    if amount.dep_ != "nsubjpass" or verb.tag_ not in ("VBN", "VBD"):
        return None
    if kind == "money":
        return (f"money {participle(verb.lemma_)}", "done") if verb.lemma_ in _MONEY_ALONE else None
    of = next((t for t in amount.children if t.dep_ == "prep" and t.lower_ == "of"), None)
    noun = next((t for t in of.children if t.dep_ == "pobj" and t.pos_ == "NOUN"), None) if of is not None else None
    plain = kind == "percent" and noun is not None and verb.lemma_ not in _EMPTY and not any(t.dep_ == "conj" for t in noun.children)
    return (f"{_phrase(noun, inside)} {participle(verb.lemma_)}", "done") if plain and noun is not None else None


def _subject(verb: Token) -> Token | None:
    """The noun the verb is told of; "Bail" at the start of a sentence is often taken for a name."""
    for word in verb.children:
        if word.dep_ in ("nsubj", "nsubjpass") and (
            word.pos_ == "NOUN" or (word.pos_ == "PROPN" and word.is_sent_start and not word.ent_type_)
        ):
            return word
    return None


def _is_vague(about: str) -> bool:
    """ "figure risen to" tells no more of what than "figure"."""
    return (
        units.named(about) is not None
        or not about.replace(" ", "").replace("-", "").isalpha()
        or about in _VAGUE
        or about.split()[0] in ("figure", "number", "level", "amount", "total", "percentage", "share", "sum")
    )


def _hoped(amount: Token) -> bool:
    """Whether it is only expected or planned: the verbs above the amount, up to the first that tells of something."""
    for word in list(amount.ancestors)[:6]:
        if word.lower_ == "hoping" or (word.pos_ in ("VERB", "AUX") and (word.lemma_ in _HOPES or _unreal(word))):
            return True
        if word.pos_ in ("VERB", "AUX") and word.dep_ not in ("xcomp", "pcomp", "acl"):
            return False
    return False


def _given(amount: Token, verb: Token, inside: set[int]) -> tuple[str, str] | None:
    """paid $300 in taxes: "tax paid"; spent $5 million on ads: "spent on ad"; raised $20: "money raised" """
    done = participle(verb.lemma_)
    if verb.dep_ == "relcl" or verb.tag_ not in ("VBD", "VBN", "VBG"):
        return None  # "households that earn $50,000"
    links = [
        t
        for t in (*amount.children, *verb.children)
        if t.dep_ == "prep" and 0 < t.i - amount.i <= _BESIDE and t.lower_ in ("in", "on", "for", "to", "from")
    ]
    for link in links:
        if link.lower_ == "in" and link.head.i not in inside:
            continue  # "spent $2 million there earlier in the campaign"
        noun = next(
            (
                t
                for t in link.children
                if t.dep_ == "pobj"
                and t.pos_ == "NOUN"
                and not any(kid.dep_ == "conj" for kid in t.children)
                and t.ent_type_ not in ("DATE", "TIME")
                and t.lemma_ not in _VAGUE
            ),
            None,
        )
        if noun is not None:
            phrase = _phrase(noun, inside)
            return (f"{phrase} {done}" if link.lower_ == "in" else f"{done} {link.lower_} {phrase}"), "verb"
    return (f"money {done}", "verb") if verb.lemma_ in _MONEY_ALONE else None


def _unreal(verb: Token) -> bool:
    helpers = {t.lower_ for t in verb.children if t.dep_ in ("aux", "auxpass", "neg")}
    if verb.dep_ == "conj" and not helpers and any(t.dep_ == "aux" and t.lower_ in _MAYBE for t in verb.head.children):
        return True  # "can attend but only solicit funds of $5,000"
    of = verb.head if verb.dep_ == "pcomp" and verb.head.lower_ in ("of", "in") else None
    if of is not None and of.head.pos_ == "NOUN":
        return True  # "within 10 days of spending $1,000"
    supposed = any(t.dep_ == "mark" and t.lower_ in ("if", "unless") for t in verb.children)
    return supposed or bool(helpers & _MAYBE) or bool(helpers & {"not", "n't", "n’t", "never", "to"})
