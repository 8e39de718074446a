"""Who is a source by name, and through what it was said: "Ann Doe", "police", "Ann Doe’s Instagram post".

A quotation comes in; the voice behind it and its medium go out, None where neither is told. Critics, fans, "some" and sources that
are not named are no voices: nobody can tell whether two of them are one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from samestory.comparing.persons import Persons
from samestory.model import Quote, Speaker
from samestory.text import fold

# Offices that speak for one investigation or one government: two articles that quote "officials" and "police" may have one source.
_OFFICES = (
    ("police", re.compile(r"\b(?:police|sheriff|troopers?|deput(?:y|ies)|detectives?|officers?|constable|lapd|nypd|gendarmes?)\b", re.I)),
    ("prosecutors", re.compile(r"\b(?:prosecutors?|district attorney|attorney general)\b", re.I)),
    ("firefighters", re.compile(r"\bfire(?:fighters?| (?:officials?|department|chief|marshal|service|crews?))\b", re.I)),
    ("officials", re.compile(r"\b(?:authorities|officials?|investigators?|law enforcement|coroner|medical examiner)\b", re.I)),
    ("officials", re.compile(r"\b(?:military|army|troops|government|minist(?:ry|er)|department|agency|administration|embassy)\b", re.I)),
)
OFFICIALS = "officials"
_UNTOLD = re.compile(r"\b(?:anonym\w+|unnamed|sources?|insiders?|aides?)\b", re.I)
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
    if speaker is None or speaker.kind == "outlet":
        return None
    office = office_of(speaker)
    if speaker.kind == "person" and speaker.name:
        identity = persons.identity(speaker.name)
        return Voice(identity or fold(speaker.name).casefold(), persons.shown(speaker.name), office)
    if speaker.kind == "organisation" and speaker.name:
        return Voice(plain(speaker.name), speaker.name, office)
    if speaker.kind == "unnamed" and _UNTOLD.search(speaker.role or ""):
        return None
    return Voice(office, office, office) if office else None


def office_of(speaker: Speaker) -> str | None:
    """The office in a speaker's role, or in the name of a group."""
    told = f"{speaker.role or ''} {'' if speaker.kind == 'person' else speaker.name or ''}"
    return next((office for office, words in _OFFICES if words.search(told)), None)


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
