"""Who wrote it: the persons that a byline names, and nobody else.

A byline as a page, row or line gives it comes in; names go out, as written there. Agencies, desks, outlets, "Staff" and
"Admin" are not persons. No name is completed or corrected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from samestory.reading.dates import MONTH
from samestory.text import key

_LEAD = re.compile(
    r"^\W*(?:(?:written|posted|published|reported|story|words|report|article|text|edited|reviewed|authored?)?"
    r"\s*(?:(?:by|von|par|por)\b|(?-i:By(?=[A-Z])))|authors?\b|autora?\b|byline)\s*:?\s*",
    re.I,
)
_NO_WORDS = re.compile(
    rf"https?://\S+|\S+@\S+\.\w+|\b{MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?\b|\b\d{{1,2}}\s+{MONTH}\s+\d{{4}}\b"
)  # addresses, days
_DEGREES = re.compile(r",?\s+(?:Ph\.?\s?D|M\.?D|R\.?D|R\.?N|M\.?S|M\.?P\.?H|J\.?D|M\.?A|Esq|CFP|CPA)\b\.?")  # Ann Ode, PhD
_GENERATION = re.compile(r",\s*(?=(?:Jr|Sr|II|III|IV)\b)")
_APART = re.compile(r"\s*(?:[;|•·/\n]|\s[-–—]\s|,(?!\s*(?:Jr|Sr|II|III|IV|Ph\.?D|M\.?D)\b)|\b(?:and|und|et|AND|y|with|With)\b|&)\s*")
# In a printed byline a comma behind the last name begins the paper's: By Ann Ode and Bo Low, Ledger. By Ann Ode, Ledger.
_AFFILIATED = re.compile(r"^((?:.*\b(?:and|AND)\b|(?!.*,.*,))[^,]*),.*$")
_TAIL = re.compile(
    r"\s*(?:\(.*?\)|<.*?>|\S+@\S+|@\w+|\b(?:on|in|at|for|of|from|is|says|said|wrote)\b.*|[|:].*|https?://\S*|\s\d.*"
    r"|(?<=\s)(?:Updated|Published|Posted|Shares|View|Follow)\b.*)"
)
_PARTICLES = frozenset(
    ("de", "da", "dos", "das", "do", "van", "von", "der", "den", "la", "le", "bin", "al", "del", "di", "du", "y", "e", "zu", "ter", "ten")
)
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.’'-]+|[A-Z]\.?"
# "by" begins the line, or follows a mark, a day or a word of publishing: a book by Ann Ode signs nothing.
_BEFORE = r"(?:^|[|·•,–—-]\s*|\b\d{4},?\s+|\b(?:[Pp]osted|[Ww]ritten|[Pp]ublished|[Uu]pdated|[Ss]tory|[Tt]ext|[Ww]ords|[Rr]eported)\s+)"
_SIGNED = re.compile(
    rf"{_BEFORE}(?:[Bb]y|BY|By:)\s*((?:{_NAME})(?:\s+(?:{_NAME}|van|von|de|der|la|bin|al)){{1,3}}(?:\s*(?:,|and|&)\s*(?:{_NAME})(?:\s+(?:{_NAME})){{1,3}}){{0,3}})"
)
SIGNED_LONGEST = 120
# Behind a full name: Ann Ode Associated Press
_HOUSE = re.compile(
    r"(?<=\w)\s+(?:(?:The )?(?:Associated Press|Press Association|Canadian Press)|AP|AFP|Reuters|Bloomberg(?: News)?|USA TODAY|CNN)$"
)
_WORDS = """
    staff admin administrator editor editors editorial desk newsroom team news press agency associated reuters afp ap upi bloomberg
    correspondent correspondents reporter reporters writer writers contributor contributors guest webmaster author authors wire
    services service agencies agence company inc llc ltd media online digital web bureau times post daily gazette tribune herald
    journal guardian network magazine tv radio cnn bbc nbc abc cbs fox npr pbs publisher redaktion redacción redaccion redacao
    rédaction dpa ansa efe board user anonymous unknown department office published posted updated columnist producer photographer
    university institute bio biography profile pti ians ani jiji xinhua tass kyodo yonhap aap efe lusa apa"""
_NO_PERSON = frozenset(_WORDS.split())
_ONLY = re.compile(r"[^\W\d_][\w.’'´`-]*(?:\s+[^\W\d_][\w.’'´`-]*){0,5}", re.U)
LONGEST = 60
DEGREE = 4


def persons(given: object, outlet: str | None = None) -> tuple[str, ...]:
    """The persons of a byline.

    >>> persons("By Ann Ode and Bo Low, Associated Press"), persons("Gazette Staff"), persons(["Ann Ode", "Ann Ode"])
    (('Ann Ode', 'Bo Low'), (), ('Ann Ode',))
    """
    found: dict[str, str] = {}
    for text in (given,) if isinstance(given, str) else given if isinstance(given, Iterable) else ():
        for name in _names(text) if isinstance(text, str) else ():
            if not outlet or key(name) != key(outlet):
                found.setdefault(key(name), name)
    full = any(" " in name for name in found.values())  # beside them, letters alone are a degree: Ann Ode, RDN
    return tuple(name for name in found.values() if not (full and name.isupper() and " " not in name and len(name) <= DEGREE))


def signed(line: str, outlet: str | None = None) -> tuple[str, ...]:
    """The persons of a "by" inside a short line.

    >>> signed("Gardens | By Ann Ode | April 13, 2020"), signed("The bridge was built by Romans.")
    (('Ann Ode',), ())
    """
    found = _SIGNED.search(line) if len(line) <= SIGNED_LONGEST else None
    return persons(f"By {found[1]}", outlet) if found else ()


def of_persons(names: Iterable[str], organised: Iterable[str]) -> tuple[str, ...]:
    """Those that are not names, or beginnings of names, of organisations, given as keys.

    >>> of_persons(("Ann Ode", "Harbour Ledger"), ("harbour ledger wexley",))
    ('Ann Ode',)
    """
    return tuple(name for name in names if not any(f"{one} ".startswith(f"{key(name)} ") for one in organised))


def without_house(words: str) -> str:
    """A byline up to the agency that follows a name without a mark.

    >>> without_house("Ann Ode Associated Press"), without_house("European Space Agency"), without_house("Gazette Staff")
    ('Ann Ode', 'European Space Agency', 'Gazette Staff')
    """
    return _HOUSE.sub("", words)


def _names(text: str) -> Iterable[str]:
    line = " ".join(_NO_WORDS.sub(" | ", text).split())
    text = _GENERATION.sub(" ", _DEGREES.sub("", _LEAD.sub("", line)))
    if _LEAD.match(line):
        text = _AFFILIATED.sub(r"\1", text)
    for piece in _APART.split(text):
        name = _LEAD.sub("", _TAIL.sub("", piece).strip(" .,:;-–—\"'“”*"))
        if piece.rstrip().endswith(("Jr.", "Sr.")):
            name = f"{name}."
        if name and person(name):
            yield name


def person(name: str) -> bool:
    """True for what can be a person's name."""
    parts = name.split()
    if len(name) > LONGEST or not _ONLY.fullmatch(name) or (len(parts) == 1 and len(name) < 2):
        return False
    if parts[0] in ("The", "THE") or (len(parts) > 1 and any(part[0].islower() and part not in _PARTICLES for part in parts)):
        return False
    if len(parts) == 1 and name.casefold().endswith(("admin", ".com", ".org", ".net", ".de", ".co.uk")):
        return False
    return not any(part.casefold() in _NO_PERSON or part.casefold().strip(".’'s") in _NO_PERSON for part in parts)
