"""Who is a source by name, and through what it was said: "Ann Doe", "police", "Ann Doe’s Instagram post".

A quotation comes in; the voice behind it and its medium go out, None where neither is told. Critics, fans, "some" and sources that
are not named are no voices: nobody can tell whether two of them are one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from samestory.comparing.persons import Persons
from samestory.model import Quote, Speaker, Telling
from samestory.text import fold

# Offices that speak for one investigation or one government: two articles that quote "officials" and "police" may have one source.
_OFFICES = (
    (
        "police",
        re.compile(
            r"\b(?:police(?! (?:union|federation|association|academy))|sheriff|troopers?|deput(?:y|ies)|detectives?|officers?|constable"
            r"|lapd|nypd|gendarmes?)\b",
            re.I,
        ),
    ),
    ("prosecutors", re.compile(r"\b(?:prosecutors?|district attorney|attorney general)\b", re.I)),
    ("firefighters", re.compile(r"\bfire(?:fighters?| (?:officials?|department|chief|marshal|service|crews?))\b", re.I)),
    ("officials", re.compile(r"\b(?:authorities|officials?|investigators?|law enforcement|coroner|medical examiner)\b", re.I)),
    ("officials", re.compile(r"\b(?:military|army|troops|government|minist(?:ry|er)|department|agency|administration|embassy)\b", re.I)),
)
OFFICIALS = "officials"
# "Fire department officials say firefighters removed him": who puts out the fire is not who is asked.
_SHOWN = {"firefighters": "the fire department"}
_MARSHAL = re.compile(r"\bmarshal\b", re.I)  # of a county or a state
_NAMED_OFFICES = frozenset({"police", "prosecutors", "the fire department", "the fire marshal"})
POLICE = "police"
# Signs that an article has something from somebody, though whose word it is was not found: it is not said to name no source.
_SOURCED = re.compile(
    r"\b(?:said|says?|saying|told|tells?|according|report(?:s|ed|edly|ing)?|announc\w+|confirm\w*|tweet\w*|wrote|writes|statements?"
    r"|spokes\w+|sources?|claim(?:s|ed)|alleged(?:ly)?|cit(?:es|ed|ing)|polls?|survey\w*|study|data|officials|authorities|witness\w*"
    r"|interview\w*|describ(?:es|ed))\b|[“\"]",
    re.I,
)
_UNTOLD = re.compile(r"\b(?:anonym\w+|unnamed|sources?|insiders?|aides?)\b", re.I)
_TELLER = re.compile(r"\b(?:reporter|correspondent|newsreader|anchor(?:man|woman)?)\b", re.I)  # "our reporter Ann Doe" is no source
# Kinds of media that are a thing one can look up, and what it is called; the rest ("told reporters", "video") names no document.
_DOCUMENTS = (
    ("Instagram post", re.compile(r"\binstagram\b(?! video)", re.I)),
    ("Facebook post", re.compile(r"\bfacebook\b", re.I)),
    ("tweet", re.compile(r"\b(?:tweet\w*|twitter)\b", re.I)),
    ("blog post", re.compile(r"\bblog\b", re.I)),
    ("news conference", re.compile(r"\b(?:news|press) (?:conference|briefing)\b", re.I)),
    ("lawsuit", re.compile(r"\b(?:lawsuit|suit)\b", re.I)),
    ("complaint", re.compile(r"\bcomplaint\b", re.I)),
    ("indictment", re.compile(r"\bindictment\b", re.I)),
    ("affidavit", re.compile(r"\baffidavit\b", re.I)),
    ("court filing", re.compile(r"\b(?:court (?:filings?|documents?|papers?|records?|motion)|filings?|motion)\b", re.I)),
    ("testimony", re.compile(r"\btestimony\b", re.I)),
    ("letter", re.compile(r"\bletter\b", re.I)),
    ("memo", re.compile(r"\bmemo\b", re.I)),
    ("speech", re.compile(r"\b(?:speech|address)\b", re.I)),
    ("statement", re.compile(r"\bstatements?\b", re.I)),
    ("email", re.compile(r"\be-?mails?\b", re.I)),
    ("post", re.compile(r"\bpost\b", re.I)),
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody whose word an article gives."""

    key: str  # the same for the same voice
    name: str
    office: str | None  # the office that it speaks for, where that can be told: "police"


def voice(speaker: Speaker | None, persons: Persons) -> Voice | None:
    """The voice behind a quotation, None where it is not told."""
    if speaker is None or speaker.kind == "outlet" or _TELLER.search(speaker.role or ""):
        return None
    office = office_of(speaker)
    if speaker.kind == "person" and speaker.name:
        identity = persons.identity(speaker.name)
        return Voice(identity or fold(speaker.name).casefold(), _once(persons.shown(speaker.name)), office)
    if speaker.kind == "organisation" and speaker.name:
        return Voice(plain(speaker.name), speaker.name, office)
    if speaker.kind == "unnamed" and _UNTOLD.search(speaker.role or ""):
        return None
    if office == "firefighters" and _MARSHAL.search(f"{speaker.role} {speaker.name}"):
        return Voice("fire marshal", "the fire marshal", office)
    return Voice(office, _SHOWN.get(office, office), office) if office else None


def _once(name: str) -> str:
    """A name that a headline and a text run into one: "Ann Doe Ann Doe"."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half and words[:half] == words[half:] else name


def is_a_name(name: str) -> bool:
    """Whether a voice is called by name, or is an office: nobody can ask "parent company Millbank" or "Harbour administration".

    >>> is_a_name("Ann Doe"), is_a_name("Bank of Sandlow"), is_a_name("police"), is_a_name("town administration")
    (True, True, True, False)
    """
    words = name.split()
    return name in _NAMED_OFFICES or (words[0][:1].isupper() and words[-1][:1].isupper())


def office_of(speaker: Speaker) -> str | None:
    """The office in a speaker's role, or in the name of a group."""
    told = f"{speaker.role or ''} {'' if speaker.kind == 'person' else speaker.name or ''}"
    return next((office for office, words in _OFFICES if words.search(told)), None)


def offices_in(text: str) -> set[str]:
    """The offices that a text mentions; the ministries and agencies of which every other article is full are left out.

    >>> sorted(offices_in("Firefighters and police came; the government was silent."))
    ['firefighters', 'police']
    """
    return {office for office, words in _OFFICES[:-1] if words.search(text)}


def may_name_a_source(telling: Telling) -> bool:
    """Whether anything in an article tells that it has something from somebody."""
    found = telling.quotes or telling.faint or telling.credits or telling.silences
    return bool(found) or bool(_SOURCED.search(telling.article.text))


def document(quote: Quote) -> str | None:
    """What it was said in, if that can be looked up: "Instagram post", "lawsuit"; an interview is its outlet's."""
    return in_words(quote.medium.name) if quote.medium else None


def in_words(medium: str) -> str | None:
    """What kind of document a medium's name is one of.

    >>> in_words("post on Instagram"), in_words("told reporters")
    ('Instagram post', None)
    """
    return next((name for name, words in _DOCUMENTS if words.search(medium)), None)


def several(document: str) -> str:
    """More than one of a kind of document.

    >>> several("tweet"), several("speech"), several("testimony")
    ('tweets', 'speeches', 'testimony')
    """
    if document == "testimony":
        return document
    return document + ("es" if document.endswith("ch") else "s")


def plain(name: str) -> str:
    """A name as it is compared.

    >>> plain("The White House")
    'white house'
    """
    return re.sub(r"\W+", " ", fold(name).casefold().removeprefix("the ")).strip()
