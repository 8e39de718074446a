"""Sentences that belong to an outlet or a platform and not to the event, as a reader may have left them in the body.

Text comes in; the text without them goes out. The reading step marks furniture by its place on the page; this is the
second net, for plain text. What is dropped here is dropped for grouping only.
"""

from __future__ import annotations

import re
from collections.abc import Collection

# Phrases in lower case, as they stand in such sentences and seldom elsewhere; plain phrases because one big pattern took
# a third of an arrival's time.
_PHRASES = (
    *("copyright", "©", "all rights reserved", "rewritten", "redistributed", "under license", "relevant subsidiaries"),
    *("contributed to this report", "contributed to this story", "reprint permission", "terms of use", "terms of service"),
    *("privacy policy", "click here", "click for", "scroll down for", "continue reading", "read more", "skip ad"),
    *("watch this video", "enable javascript", "newsletter", "sign up", "signing up", "subscrib", "your inbox", "opt-out"),
    *("not a robot", "an error has occurred", "try again later", "follow us", "follow me", "follow @", "on twitter", "on facebook"),
    *("facebook page", "join the conversation", "share this", "like this:", "download our", "download the", "hide caption"),
    *("view full caption", "toggle caption", "stay up to date", "check back", "sound off", "email us", "contact us"),
    *("do you have a story", "pay for your stories", "pay for videos", "facebook messenger", "loading...", "rush deadline"),
    *("authoritative record", "accuracy and availability", "final form and may be updated", "developing story"),
    *("more videos", "just watched", "must watch", "crime stoppers", "crimestoppers", "anonymous tip", "anyone with information"),
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+|\S*@\S+|\b\w+\.(?:com|org|net)\b\S*", re.IGNORECASE)
_MAY_BE = re.compile(r"[@/]|\.\w")  # an address has one of these, and no blank
# A part of a page's title that names the outlet: "Harbour News 5", "WXYZ.com", "KXYZ Channel 4 | News, Weather, Sports".
_PART = re.compile(r"\s+[-|–—•:]+\s+|\s*\|+\s*")
_SITE = re.compile(
    r"\.(?:com|org|net)\b|\b(?:News|Weather|Sports|Channel|TV)\b|\b(?:FOX|NBC|CBS|ABC) ?\d*\b|\b[KW][A-Z]{3}\b|\w(?:TV|News)\d*\b"
)
_ADDRESS_SIGNS = ("http", "www.", "@", ".com", ".org", ".net", "t.co/")


def _longest_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {sign: (sign,) for sign in _ADDRESS_SIGNS}
    for phrase in _PHRASES:
        longest = max(phrase.split(" "), key=len)
        found[longest] = (*found.get(longest, ()), phrase)
    return found


# The longest word of each phrase: only a text that has it is searched for the phrase.
_LONGEST = _longest_words()
_BY_LETTER = {word[0]: [other[1:] for other in _LONGEST if other[0] == word[0]] for word in _LONGEST}
_ANY = re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(map(re.escape, rest))})" for first, rest in _BY_LETTER.items()))
SHORTEST = 4  # letters of such a word


def hints(chunk: str) -> tuple[str, ...]:
    """The phrases that a text may hold in which this stands between two blanks; the signs of an address are such phrases too.

    >>> hints("Newsletter,"), hints("Mill")
    (('newsletter',), ())
    """
    low = chunk.lower()
    return tuple(phrase for word, phrases in _LONGEST.items() if word in low for phrase in phrases) if _ANY.search(low) else ()


def without(text: str, phrases: Collection[str] = (*_PHRASES, *_ADDRESS_SIGNS)) -> str:
    """A text without furniture sentences and addresses; `phrases`: those that it may hold, where `hints` has told them.

    >>> without("Ann Doe sold the mill. Follow us on Twitter. See http://example.org/x now.")
    'Ann Doe sold the mill. See   now.'
    """
    low = text.lower()
    there = [phrase for phrase in phrases if phrase in low]
    told = [phrase for phrase in there if phrase not in _ADDRESS_SIGNS]
    if told:
        text = "\n".join(_kept(line, told) for line in text.split("\n"))
    if len(told) < len(there):
        text = "\n".join(_without_addresses(line) if _MAY_BE.search(line) else line for line in text.split("\n"))
    return text


def _without_addresses(line: str) -> str:
    return " ".join(_ADDRESS.sub(" ", part) if _MAY_BE.search(part) else part for part in line.split(" "))


def _kept(line: str, phrases: list[str]) -> str:
    low = line.lower()
    if not any(phrase in low for phrase in phrases):
        return line
    return " ".join(sentence for sentence in _SENTENCE.split(line) if not any(phrase in sentence.lower() for phrase in phrases))


def headline(title: str) -> str:
    """A page's title without the parts at its end that name the outlet, which all its pages share.

    >>> headline("Mill burns in Ashford - WXYZ News 5 | Ashford, Ohio"), headline("Mill burns - what we know")
    ('Mill burns in Ashford', 'Mill burns - what we know')
    """
    for cut in _PART.finditer(title):
        following = _PART.search(title, cut.end())
        if cut.start() and _SITE.search(title, cut.end(), following.start() if following else len(title)):
            return title[: cut.start()]
    return title
