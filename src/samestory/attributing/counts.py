"""How many of what, and what happened to them: "43 people were injured", "killing three", "the death toll rose to 12".

A passage comes in with the places that are already taken (times, ages, money); counts go out as facts whose `about`
is in the normal form of `nouns`. A number whose noun and happening are not plain makes no fact, nor does one that is
denied, planned or only possible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from samestory.attributing import ordinals, quantities
from samestory.attributing.needles import Search
from samestory.attributing.nouns import counted, happened, participle, plural
from samestory.attributing.quantities import Quantity
from samestory.language import Passage
from samestory.model import Fact, Span
from samestory.text import listed

if TYPE_CHECKING:
    from samestory.language import Phrase, Token

# What happens to people: here a bare number is a number of people ("killing three", "12 injured").
_TO_PEOPLE = listed("killed injured arrested shot missing evacuated rescued hospitalized displaced stabbed infected trapped")
_STATES = listed("dead injured wounded hurt missing unharmed homeless hospitalized displaced")  # "12 dead", "three are missing"
_FAMILY = listed("child son daughter kid baby sibling brother sister grandchild stepchild")  # counted also where nothing happens
# Those who take part in an event are counted whatever they did there: "240 volunteers searched", "it took 26 firefighters"
_TAKING_PART = listed("firefighter volunteer protester demonstrator marcher mourner spectator rescuer passenger searcher striker runner")
_CROWD = 10  # fewer are some of them: "two firefighters got up the stairs"
_CUT = listed("end cut lose eliminate slash axe shed cost")  # with jobs
_ABOARD = re.compile(r" (?:(?:who|that) were )?(?:on board|aboard)\b")
_OUT_OF_WORK = re.compile(r" (?:out of (?:work|a job|their jobs)|(?:lost|lose|losing) their jobs)\b")
# Verbs that say nothing of what happened to what is counted.
_EMPTY = listed("""be have get make take include see do go give say come keep want need know think mean let try use show put call tell ask
    look seem like love feel help start begin continue become remain leave turn bring hold set run lead follow total number
    lose calculate estimate mention represent receive justify report expect require involve contain cite note describe deny claim
    suggest compare mean name list feature offer own allow let miss support believe plan seek face protect serve reach cost
    pass meet play reveal like average attract affect cover boast produce carry invoke determine join
    talk discuss praise criticize thank honor blame identify focus count name lay deal deem handle consider quote combine employ""")
_DONE_TO = _TO_PEOPLE | listed("accused charged convicted found seized destroyed damaged recovered fired sold linked confirmed sentenced")
_NO_NOUN = listed("""one percent % percentage point year month week day hour minute second night decade century time dollar cent euro pound
    yen mile kilometer kilometre meter metre foot inch yard acre hectare degree ton tonne kilogram kilo gram liter gallon mph kph
    thing way lot kind part half third quarter number side point page chapter step reason block floor grade inning period set""")
_MAYBE = listed("will would may might could can shall should must 'll ’ll wo ca 'd ’d")
_HOPES = listed("plan expect hope want consider intend propose seek threaten aim predict forecast project promise vow pledge try")
_NOT_YET = listed("by to before without than besides from about toward towards against")
_CHARGES = listed("charge count suspicion accusation guilt conviction role part success")
_NO_OF = listed("of")
_TOLL = re.compile(
    r"\b(?:death toll|toll|number of (?:dead|deaths|fatalities|people killed|victims)|(?P<hurt>number of (?:injured|wounded|"
    r"people injured)))"
    r"(?: [\w’'-]+){0,5}? (?:to|at|of|was|is|reached|stands at|passed|hit|topped|exceeded) $",
    re.IGNORECASE,
)
_NONE = Search(
    r"\b(?P<words>no (?:(?:other|serious|reported|immediate reports? of|reports? of|word of) )?(?P<what>injur(?:y|ies)|deaths?|"
    r"fatalit(?:y|ies)|casualties|arrests?)(?=[.,;]|$| (?:were|was|have|had|has|reported|from|in|at|on|or|as|so|among|but)\b)"
    r"|(?:no one|nobody|no (?P<who>[a-z]{4,}s|people|children)) (?:else )?(?:was|were|has been|is|have been) (?:seriously )?"
    r"(?P<done>injured|hurt|killed|wounded|arrested))\b",
    re.IGNORECASE,
)
_NONE_OF = {"inj": "injured", "dea": "killed", "fat": "killed", "arr": "arrested"}
_FORM = re.compile(r"[12]\d{3}")  # "1099 forms", "2016 elections": thousands are written with a comma
_ONE_IN = re.compile(r" (?:in|out of) (?:every )?(?:\d|two|three|four|five|six|seven|eight|nine|ten)")  # "one in five officers"
# "two others were injured", "three people were critically injured": at least so many in all
_PART_AFTER = re.compile(
    r"(?: (?!and\b|but\b)[a-z]+)? (?:others?|more|additional)\b|(?: [a-z]+){0,3} (?:critically|seriously|severely|badly|gravely) "
    r"(?:injured|wounded|hurt)\b"
)
_DIED = re.compile(r"(?: (?:of|[a-z-]+)){0,4} (?:died|later died|has died|has since died)\b")
_MORE = re.compile(r" (?:more|additional)\b")
_PART_BEFORE = re.compile(r"\b(?:another|additional|the other|remaining|a further) $", re.IGNORECASE)
_NO_COUNT = re.compile(
    r"(?:\b(?:no|any|every|this|that|which|each|another|some|the|only)[ -]|\[)$", re.IGNORECASE
)  # "no one", "this one", "[18]"
# Numbers of many events: "in shootings across the city over the weekend" are not those of one
_OF_MANY = re.compile(
    r"\b(?:shootings|attacks|crashes|incidents|accidents|homicides|fires|cases)\b|"
    r"\bcity-?wide\b|\b(?:across|throughout|around) (?:the )?(?:city|state|country|nation|county|region|Chicago|Philadelphia|"
    r"Baltimore|Houston)\b|"
    r"\b(?:over|during|this|of|in) (?:the |a )?(?:[\w’'-]+ ){0,3}?(?:weekend|year|month|week)s?\b(?!['’]s)|"
    r"\bin (?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?! \d)|"
    r"\bso far\b|\bovernight\b|\bsince\b",
)
_OTHER_EVENT = re.compile(
    r"\bin (?:one|a second|the first|the second) (?:incident|shooting|attack|crash)\b|"
    r"\b(?:another|a separate|an? (?:previous|earlier|unrelated|similar)|the (?:previous|earlier)) (?:[\w’'-]+ "
    r"){0,2}(?:shooting|attack|crash|incident|"
    r"accident|fire|explosion|case)\b"
)
_EARLY = re.compile(r"\b(?:early|initial|erroneous|incorrect) reports?\b", re.IGNORECASE)  # "but that proved to be incorrect"
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n")
_RATE = re.compile(r"(?: [a-z]+){1,3} (?:per|each|every|an?) (?:day|week|month|year|hour|minute)\b")
_OUT_OF = re.compile(r"(?:\d|one|two|three|four|five|six|seven|eight|nine|ten) of (?:the )?$", re.IGNORECASE)  # "19 of 20 seats"
_FEW = re.compile(r"\b(?:few|several|couple|many|some) (?:of )?$", re.IGNORECASE)
_FAR = 200  # characters before a number where its sentence may begin
_LONGEST = 60  # characters: more words for one number are a parser's slip


def find(passage: Passage, taken: Sequence[Span]) -> Iterator[Fact]:
    """The counts of a passage that stand clear of the places already taken."""
    text = passage.text
    for quantity in quantities.find(text):
        span = passage.chars(quantity.start, quantity.end)
        if len(quantity.words) <= _LONGEST and not any(span.overlaps(other) for other in taken):
            yield from _of_quantity(passage, quantity, span)
    yield from _none(passage)
    yield from ordinals.find(passage)


def _of_quantity(passage: Passage, quantity: Quantity, span: Span) -> Iterator[Fact]:
    found = _meaning(passage, quantity)
    if found:
        about, unit, rule = found
        number, low, high = quantity.value, quantity.low, quantity.high
        if rule != "count:family" and high is not None and high == low and _is_part(passage, quantity):
            high = None
        if about == "people injured" and passage.text[max(0, quantity.start - 4) : quantity.start].lower() == "all ":
            return  # "all four victims were injured": of those told of, dead or alive
        if about == "people killed" and _MORE.match(passage.text, quantity.end):
            return  # "two more people were killed": after those of this event
        if about.startswith("people ") and _is_of_many(passage.text, quantity):
            about += " in several events"
        shown = int(number) if number is not None and number == int(number) else number
        yield Fact("count", about, shown, unit, low, high, span, None, rule)


def _is_part(passage: Passage, quantity: Quantity) -> bool:
    """Whether the number is only some of all: "two others were injured", "one victim died at the hospital"."""
    text = passage.text
    if _PART_AFTER.match(text, quantity.end) or _PART_BEFORE.search(text, max(0, quantity.start - 16), quantity.start):
        return True
    if quantity.value == 1 and _DIED.match(text, quantity.end):
        return True
    words = passage.doc.char_span(quantity.number, quantity.end, alignment_mode="expand")
    noun = words.root.head if words is not None and len(words) else None
    if noun is not None and quantity.value == 1 and "VBG" in (noun.tag_, noun.head.tag_):
        return True  # "fired at three of them, injuring one"
    return noun is not None and any(
        t.dep_ == "conj" and t.lemma_.lower() == "other" for t in noun.children
    )  # "three women and four others"


def _is_of_many(text: str, quantity: Quantity) -> bool:
    """Whether the sentence sums up many events."""
    return bool(_OF_MANY.search(_sentence(text, quantity)))


def _sentence(text: str, quantity: Quantity) -> str:
    begins = max((found.end() for found in _SENTENCE_END.finditer(text, max(0, quantity.start - _FAR), quantity.start)), default=0)
    ends = _SENTENCE_END.search(text, quantity.end)
    return text[max(begins, quantity.start - _FAR) : ends.start() if ends else len(text)]


def _meaning(passage: Passage, quantity: Quantity) -> tuple[str, str, str] | None:
    """What the number counts: about, unit and rule; None where that is not plain."""
    if _is_no_count(passage.text, quantity):
        return None
    doc = passage.doc
    toll = _TOLL.search(passage.text, max(0, quantity.start - 80), quantity.start)
    if toll:
        return f"people {'injured' if toll['hurt'] else 'killed'}", "person", "count:toll"
    before = passage.text[max(0, quantity.start - 8) : quantity.start].lower()
    if (
        _FORM.fullmatch(passage.text[quantity.number : quantity.end])
        or before.endswith(("one in ", "out of ", "no. ", "number "))
        or _ONE_IN.match(passage.text, quantity.end)
    ):
        return None
    words = doc.char_span(quantity.number, quantity.end, alignment_mode="expand")
    if words is None or not len(words) or words[0].ent_type_ in ("MONEY", "PERCENT", "ORDINAL"):
        return None
    state = _state_after(words)
    if state and doc[words.start - 1].lower_ == "the" and words.start:
        return None  # "found the two dead inside": of those told of before
    if state:
        return f"people {state}", "person", "count:state"
    number = words.root
    if quantity.value is None and quantity.high is None and words.end < len(doc) and doc[words.end].lower_ == "of":
        return _of_dozens(number, doc[words.end])
    noun = number.head if number.dep_ in ("nummod", "compound", "amod", "det") and number.head.pos_ in ("NOUN", "PROPN") else None
    if noun is not None and noun.i >= words.start and noun.i - words.end <= 5:
        return _of_noun(noun, quantity)
    return _of_bare(number, words.end)


def _of_dozens(number: Token, of: Token) -> tuple[str, str, str] | None:
    """Dozens of people were arrested: not "dozens of the homes", which are some of those told of."""
    noun = next((t for t in of.children if t.dep_ == "pobj" and t.tag_ == "NNS"), None)
    if noun is None or noun.lemma_.lower() in _NO_NOUN or any(t.dep_ in ("det", "poss", "conj") for t in noun.children):
        return None
    done = _done(number)
    told = done in _TO_PEOPLE or (done is not None and not any(t.dep_ in ("amod", "acl", "relcl") for t in noun.children))
    return (f"{_named(noun)} {done}", counted(noun.lemma_.lower()), "count:dozens") if told else None


def _is_no_count(text: str, quantity: Quantity) -> bool:
    """ "no one", "a few dozen", "19 of 20 seats", "66 people per month", a footnote, "1 / 8", what happened elsewhere."""
    before = text[max(0, quantity.start - 12) : quantity.start]
    return bool(
        (quantity.value == 1 and _NO_COUNT.search(before[-8:]))
        or _RATE.match(text, quantity.end)
        or _FEW.search(before)
        or before[-2:].rstrip().endswith(("[", "/"))
        or _OUT_OF.search(before)
        or _EARLY.search(_sentence(text, quantity))
        or _OTHER_EVENT.search(_sentence(text, quantity))
    )


def _state_after(words: Phrase) -> str | None:
    """ "dead" in "left 12 dead", if no noun follows: "12 dead fish" are no people."""
    doc, at = words.doc, words.end
    if at >= len(doc) or doc[at].lower_ not in _STATES or (at + 1 < len(doc) and doc[at + 1].pos_ in ("NOUN", "PROPN", "ADJ")):
        return None
    return happened(doc[at].lower_) if not _unreal(doc[at].head) else None


def _of_noun(noun: Token, quantity: Quantity) -> tuple[str, str, str] | None:
    lemma = "base" if noun.lower_ == "bases" else noun.lemma_.lower()
    if noun.i > 1 and noun.nbor(-1).text == "-" and noun.nbor(-2).lower_ in ("great", "co", "non", "ex", "step"):
        return None  # "three great-grandchildren" are no grandchildren
    if noun.tag_ == "NNPS" and noun.ent_type_ == "NORP":  # "139 Palestinians were killed"
        done = _done(noun)
        return (f"{noun.text.removesuffix('s')} people {done}", "person", "count:people") if done in _TO_PEOPLE else None
    if noun.pos_ != "NOUN" or lemma in _NO_NOUN or lemma in _NO_OF or not lemma.isalpha() or (noun.tag_ == "NN" and quantity.value != 1):
        return None
    one = quantity.value == 1
    special = None if one else _of_kind(noun, lemma, quantity)
    if special:
        return special
    done = _done(noun)
    if done and done not in _TO_PEOPLE and any(t.lower_ in ("the", "these", "those") for t in noun.lefts):
        return None  # "the two ministers are scheduled to meet": of those told of before
    if done and (done in _TO_PEOPLE or not one):
        return f"{_named(noun)} {done}", counted(lemma), "count:noun"
    if lemma in _FAMILY and not one and _is_had(noun) and not any(t.tag_ == "JJS" for t in noun.lefts):  # "his three oldest children"
        return _named(noun), counted(lemma), "count:family"
    return None


def _of_kind(noun: Token, lemma: str, quantity: Quantity) -> tuple[str, str, str] | None:
    """Counts whose about does not hang on one verb: people aboard, jobs lost, those who took part."""
    text, end, head = noun.doc.text, noun.idx + len(noun), noun.head
    if counted(lemma) == "person" or lemma in ("passenger", "crew"):
        carried = head.lemma_ == "carry" and noun.dep_ == "dobj" and not _unreal(head)
        if carried or _ABOARD.match(text, end):
            return "people aboard", "person", "count:aboard"
    if (lemma == "job" and noun.dep_ == "dobj" and head.lemma_ in _CUT and not _unreal(head)) or _OUT_OF_WORK.match(text, end):
        return "jobs lost", "job", "count:jobs"
    governor = head if head.pos_ == "VERB" else None
    if (
        lemma in _TAKING_PART
        and (quantity.value or quantity.low or 0) >= _CROWD
        and (governor is None or not (_unreal(governor) or _done(noun)))
    ):
        return plural(lemma), lemma, "count:taking-part"
    return None


def _named(noun: Token) -> str:
    """The noun in its plural with what specifies it: "police officers"."""
    unit = counted("base" if noun.lower_ == "bases" else noun.lemma_.lower())
    before = [
        t.lemma_.lower()
        for t in noun.lefts
        if t.dep_ == "compound" and t.pos_ == "NOUN" and t.lower_ not in _NO_NOUN and t.is_alpha and not t.like_num and t.lower_ != "dozen"
    ]
    whose = [t.text for t in noun.lefts if t.ent_type_ == "NORP" and t.dep_ in ("amod", "compound")]  # "Israeli" people are not all people
    return " ".join([*whose, *before, plural(unit)]) if unit != "person" else " ".join([*whose, "people"])


def _done(noun: Token) -> str | None:
    """What happened to the things counted, as a participle."""
    for child in noun.children:
        if child.dep_ not in ("amod", "acl") or _denied(child):
            continue
        if child.lower_ in _STATES:
            return happened(child.lower_)
        if child.tag_ == "VBN" and child.dep_ == "acl" and _participle(child) in _DONE_TO and not _unreal(child):
            return _participle(child)
    head, role = noun.head, noun.dep_
    if role == "nsubj" and head.lemma_ in ("remain", "stay"):
        return None  # "43 people injured in the attack remained in hospital": of more
    if role == "conj" and head.pos_ == "NOUN":
        return None
    if head.pos_ not in ("VERB", "AUX") or _unreal(head) or not head.lemma_.isalpha():  # the "’s" of "it’s 100 people"
        return None
    if role == "dobj" and head.lemma_ not in _EMPTY:
        done = _participle(head)
        told = head.tag_ in ("VBD", "VBN", "VBG") or done in _TO_PEOPLE  # "a law that protects 800 people" tells of no event
        return done if (told and head.dep_ != "relcl") or done in _TO_PEOPLE else None
    if role in ("nsubjpass", "nsubj"):
        return _of_subject(head, passive=role == "nsubjpass")
    return None


def _of_subject(verb: Token, *, passive: bool) -> str | None:
    """What the subject's verb tells of it: "were injured", "died", "are missing"."""
    if passive:
        return _participle(verb) if verb.tag_ in ("VBN", "VBD") and verb.lemma_ not in _EMPTY else None
    if verb.lemma_ == "be":
        states = [t for t in verb.children if t.dep_ in ("acomp", "attr") and t.lower_ in _STATES]
        return happened(states[0].lower_) if states else None
    if verb.lemma_ in ("die", "perish"):
        return "killed" if verb.tag_ != "VBG" else None  # "one child is dying every ten minutes"
    if verb.tag_ == "VBN" and participle(verb.lemma_) in _TO_PEOPLE:  # a headline's "43 people injured in crash"
        return participle(verb.lemma_)
    return None


def _participle(verb: Token) -> str:
    if verb.lemma_ == "lose" and any(t.lemma_ == "life" for t in verb.children):
        return "killed"
    if verb.lemma_ == "shoot" and any(t.lower_ in ("dead", "fatally") for t in verb.children):
        return "killed"
    particle = next((f" {t.lower_}" for t in verb.children if t.dep_ == "prt"), "")
    return participle(verb.lemma_.lower()) + particle


def _of_bare(number: Token, after: int) -> tuple[str, str, str] | None:
    """A number without a noun: people, where what happened happens to people."""
    doc, head = number.doc, number.head
    if after < len(doc) and doc[after].lower_ in ("of", "-", "/"):
        return None
    if head.pos_ not in ("VERB", "AUX") or number.head is number or _unreal(head) or any(t.lower_ == "or" for t in head.children):
        return None  # "eight have been hurt or killed"
    done = None
    if number.lower_ in ("one", "1") and number.dep_ in ("nsubj", "nsubjpass"):
        return None  # "One died at the scene": of those told of before
    if number.dep_ == "dobj":
        done = _participle(head)
    elif number.dep_ in ("nsubj", "nsubjpass"):
        done = _of_subject(head, passive=number.dep_ == "nsubjpass")
    return (f"people {done}", "person", "count:bare") if done in _TO_PEOPLE else None


def _unreal(verb: Token) -> bool:
    """Whether it is denied, planned or only possible that it happened."""
    if _denied(verb):
        return True
    helpers = {t.lower_ for t in verb.children if t.dep_ in ("aux", "auxpass")}
    if "be" in helpers or any(t.lower_ == "with" and any(kid.tag_ == "VBG" for kid in t.children) for t in verb.children):
        return True  # "directed that 40,000 be admitted"; "charged with certifying"
    if _is_named_only(verb):
        return True  # "the notion of stopping two companies"; "charges of killing two" do tell
    if verb.dep_ == "pcomp" and verb.head.lower_ in _NOT_YET:
        return True  # "in addition to amassing 40,000 donors", "by requesting three judges"
    if helpers & _MAYBE or ("to" in helpers and verb.head.lemma_ not in ("appear", "seem", "believe", "know")):
        return True
    if verb.dep_ in ("xcomp", "pcomp", "ccomp", "advcl") and any(t.lemma_ in _HOPES for t in verb.ancestors):
        return True
    if verb.dep_ == "ccomp" and any(t.dep_ == "aux" and t.lower_ in _MAYBE for t in verb.head.children):
        return True  # "the bureau will say 185,000 jobs were added"
    marks = {t.lower_ for t in verb.children if t.dep_ == "mark"}
    return bool(marks & {"if", "unless"})


def _is_named_only(verb: Token) -> bool:
    of = verb.head if verb.dep_ == "pcomp" and verb.head.lower_ in ("of", "in") else None
    return of is not None and of.head.pos_ == "NOUN" and of.head.lemma_.lower() not in _CHARGES


def _denied(word: Token) -> bool:
    return any(t.dep_ == "neg" or t.lower_ in ("not", "never", "n't", "n’t") for t in word.children)


def _is_had(noun: Token) -> bool:
    """Whether somebody is said to have these relations: "their four children", "has three sons", "a father of two girls"."""
    if any(t.dep_ == "poss" for t in noun.children):
        return True
    head = noun.head
    if head.lemma_ == "have" and noun.dep_ == "dobj":
        return not _unreal(head)
    parent = head.head if head.dep_ == "prep" and head.lower_ == "of" else None
    return parent is not None and parent.lemma_.lower() in ("father", "mother", "parent", "dad", "mom", "mum")


def _none(passage: Passage) -> Iterator[Fact]:
    """No injuries were reported; nobody was hurt."""
    for found in _NONE.finditer(passage.text):
        if found["what"] and found["what"].lower().startswith("cas"):
            continue  # "casualties" are dead or injured: not plain
        done = happened(found["done"].lower()) if found["done"] else _NONE_OF[found["what"][:3].lower()]
        if "other" in found[0].lower() or "else" in found[0].lower() or "serious" in found[0].lower():
            continue
        span = passage.chars(*found.span("words"))
        who = (found["who"] or "people").lower()
        unit = {"people": "person", "children": "child"}.get(who) or who.removesuffix("s")
        yield Fact("count", f"{who} {done}", 0, unit, 0.0, 0.0, span, None, "count:none")
