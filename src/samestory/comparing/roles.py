"""Who somebody is said to be: which words are a role at all, and what two roles of one person say of each other.

Statements of one line come in; the words that they say in the text go out, and a relation between two. Words that were cut from
a fuller role tell nothing of what another article says more, so where the text beside a role goes on, nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from samestory.comparing import wording
from samestory.comparing.lining import Line, Stated
from samestory.model import Span
from samestory.text import fold, listed

SHORT_RANKS = {
    "sgt": "sergeant",
    "lt": "lieutenant",
    "capt": "captain",
    "col": "colonel",
    "maj": "major",
    "cpl": "corporal",
    "gen": "general",
}
RANKS = frozenset(SHORT_RANKS.values())
WIDEST = 5  # words that are taken back to a role from before it
TELLING = 2  # words; "leader", "spokesman" and "mother" say no less than what else is said of a person
SAME_LAND = 4  # letters: "Iran's" and "Iranian"
_LANDS = ("ian", "an", "ean", "nes", "ish", "ic", "i")

# Marks and digits that no role has: what was cut or glued
_GLUED = re.compile(r"[\"“”@|\d()]|(?:^|\s)['‘]|\s[-–—]|[–—]|\w{2,}\.\w{2,}|[a-z]{4,}\.\s")
_FURNITURE = re.compile(r"(?:CLOSE|WATCH|VIDEO|PHOTOS?|READ|MORE|UPDATED?|BREAKING|SHARE|ADVERTISEMENT)\b")
_HEADLESS = re.compile(r"(?:Office|Department|Dept\.?|Bureau|Division) [A-Z]")  # "Office Deputy" of a sheriff's
_SPEAKING = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:news conference|interview|statement)\b")
_ENDS_BADLY = re.compile(r"\b(?:best|one|of|and|or|for|at|in|as|the|with|(?!ally|family|italy)\w+ly)$", re.I)
# "slain ambassador", "moved House Speaker": what befell somebody; "retired judge" is what somebody is
_BEFELL = re.compile(r"(?:late|both|Both|slain|shot|dead|wounded|\w+ed)\b")
_IS = listed("retired renowned famed united armed accused alleged convicted suspected unarmed registered appointed elected")
# The name of an agency before a role is whose the picture is; its own people are told by their trade.
_CREDIT = re.compile(r"(?:EPA|AFP|AP|PA|Getty(?: Images)?|Reuters|Rex|Shutterstock)\b(?!['’])")
_TRADE = re.compile(r"\b(?:report|correspond|photograph|writ|edit|journal|produc|analy|execut|president|chief|spokes)\w*", re.I)
_WORD_BEFORE = re.compile(r"([\w.&'’-]*[\w.'’]) $")
_GOES_ON = re.compile(r"\s?(?:[\"“”]|(?:of|for|at|in|with|to|and|who)\b)")
_OWNER = re.compile(r"\b(?:\w+(?:'s|s')(?=\s|$)|(?:his|her|their|my|our|its)\b)", re.I)
# Whose brother somebody is, or whose lawyer, "his" does not say, and a bare "brother" neither.
_KIN = listed("""husband wife mother father mom dad mama son daughter brother sister uncle aunt cousin grandmother grandfather grandson
    granddaughter parent child stepson stepdaughter stepfather stepmother nephew niece fiance fiancee girlfriend boyfriend widow widower
    spouse half-brother half-sister""")
_TIES = _KIN | listed("""friend lawyer attorney partner neighbor neighbour colleague roommate teammate client boss aide spokesman
    spokeswoman spokesperson predecessor successor rival baby boy girl family relative coach doctor teacher secretary
    deputy adviser advisor assistant manager agent""")
_PRONOUN = re.compile(r"(?:his|her|their|my|our|its|your)\s", re.I)
# Words that a post may be told with or without: "director of the harbour agency", "director of the harbour"
_EMPTY = frozenset(
    map(
        wording.stem,
        ("agency", "department", "office", "bureau", "county", "parish", "court", "current", "incumbent", "protection", "affairs"),
    )
)
_POLICE = wording.stem("police")
_LAWYERS = frozenset({wording.stem("attorney"), wording.stem("lawyer"), wording.stem("solicitor")})  # of a county, or living there
# Another standing, or another office: who was the mayor is not said to be the mayor, and more
_ONCE = frozenset(
    map(wording.stem, ("former", "ex", "then", "acting", "interim", "outgoing", "incoming", "elect", "designate", "deputy", "vice"))
)
_SAYING = listed("told tells says said asked added met named called thanked when while where because although since as whether")


def usable(role: str) -> bool:
    """Whether the words are a role whole: no marks, credits and what somebody suffered.

    >>> usable("Wexley harbour master"), usable("his family - wife"), usable("slain mayor"), usable("EPA rowing coach")
    (True, False, False, False)
    >>> usable("his brother"), usable("brother"), usable("Joel Tarn's brother"), usable("his publisher")
    (False, False, True, True)
    """
    plain = " ".join(fold(role).split())
    befell = _BEFELL.match(plain)
    credit = _CREDIT.match(plain) and not _TRADE.search(plain)
    keys = wording.keys(plain)
    if keys and (keys[-1] in _TIES if _PRONOUN.match(plain) else len(keys) == 1 and keys[0] in _KIN):
        return False
    return not (
        _GLUED.search(plain)
        or _FURNITURE.match(plain)
        or _HEADLESS.match(plain)
        or _SPEAKING.search(plain)
        or _ENDS_BADLY.search(plain)
        or credit
        or (befell and befell[0] not in _IS)
    )


def matter_of(role: str) -> frozenset[str]:
    """The stems of a role, ranks in full: "police Sgt." and "police sergeant"."""
    keys = (SHORT_RANKS.get(key, key) for key in wording.keys(role))
    stems = (key if key in RANKS else wording.stem(key) for key in keys if not wording.light(key) or key == "police")
    return frozenset(stems)


def same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two roles have the same words; "Iran's" and "Iranian" are one."""
    ours, theirs = one - other, other - one
    return len(ours) == len(theirs) and all(any(_one_land(a, b) for b in theirs) for a in ours)


def post_of(role: str) -> frozenset[str]:
    """The stems of a role without those that add nothing to what is left.

    >>> post_of("director of Veria's harbour agency") == post_of("director of Veria harbour"), sorted(post_of("court office"))
    (True, ['court', 'offic'])
    """
    every = matter_of(role)
    if every & _LAWYERS:
        return every
    empty = _EMPTY | ({_POLICE} if not every & RANKS else set()) | ({wording.stem("district")} if {wording.stem("fire")} & every else set())
    left = every - empty
    return left if len(left) >= TELLING else every


def all_same(line: Line) -> bool:
    """Whether all that is left of a line says one role."""
    matters = [post_of(str(one.fact.value)) for one in line.stated]
    return all(same(matters[0], other) for other in matters)


def _one_land(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= SAME_LAND and short[: len(short) - 1] == long[: len(short) - 1] and long.endswith(_LANDS)


def whole(line: Line) -> Line:
    """The line of one person's roles without what is none; words right before a role that another article's has are taken back to it."""
    stated = [one for one in line.stated if usable(str(one.fact.value))]
    matters = [matter_of(str(one.fact.value)) for one in stated]
    return replace(line, stated=tuple(_widened(one, own, matters) for one, own in zip(stated, matters, strict=True)))


def _widened(one: Stated, own: frozenset[str], others: Sequence[frozenset[str]]) -> Stated:
    text, start, best = one.telling.article.text, one.fact.span.start, one.fact.span.start
    wider = own
    for _ in range(WIDEST):
        found = _WORD_BEFORE.search(text[max(0, start - 30) : start])
        word = matter_of(found[1]) if found else frozenset()
        if found is None or not word or word <= own or found[1].endswith("."):
            break
        start, wider = start - len(found[0]), wider | word
        if any(_within(wider, other) for other in others):
            best = start
    if best == one.fact.span.start:
        return one
    span = Span(one.fact.span.article, best, one.fact.span.end)
    words = " ".join(one.telling.article.words(span).split())
    return replace(one, fact=replace(one.fact, value=words, span=span))


def _within(wider: frozenset[str], other: frozenset[str]) -> bool:
    return all(stem in other or any(_one_land(stem, theirs) for theirs in other) for stem in wider)


def says_more(fuller: Stated, shorter: Stated) -> bool:
    """Whether the one role has news beside the other: not for one bare word, an owner, or a role that the text goes on with."""
    more, less = (fold(str(one.fact.value)) for one in (fuller, shorter))
    missing = matter_of(more) - matter_of(less)
    if len(matter_of(less)) < TELLING or matter_of(_OWNER.sub("", more)) == matter_of(_OWNER.sub("", less)):
        return False
    if _ONCE & missing:
        return False
    owners = {wording.stem(key) for person in fuller.telling.people for key in wording.keys(person.name)}
    before = _WORD_BEFORE.search(fuller.telling.article.text[: fuller.fact.span.start][-30:])
    cut = before is not None and "-" in before[1] and more[:1].islower()  # "law-and-order proponent Mayor Doe"
    return not missing <= owners and not cut and not clipped(shorter)


def clipped(one: Stated) -> bool:
    """Whether the text beside a role goes on with words that may belong to it: "presumptive" before "majority leader"."""
    text, span = fold(one.telling.article.text), one.fact.span
    if _GOES_ON.match(text, span.end):
        return True
    before = _WORD_BEFORE.search(text[max(0, span.start - 30) : span.start])
    if before is None or before[1].endswith((".", ",")):
        return before is not None and before[1].endswith(".") and len(before[1]) < SAME_LAND  # "U.S. "
    key = before[1].casefold()
    return not wording.light(key) and key not in _SAYING
