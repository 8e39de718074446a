"""Names of news outlets and agencies: the list in `outlets.txt`, and names that have an outlet's shape.

Tokens come in; outlets with the tokens of their names go out. Some outlets are called by a plain word ("People",
"Time"): those are marked `doubtful`, and whether the sentence means the outlet is for `wordings` to see. What "the
Times" or "the newspaper" stands for is for `mentioned` to see.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from samestory.text import fold, listed

if TYPE_CHECKING:
    from samestory.language import Doc

# Last words of newspapers' and broadcasters' names: "the Harbour Ledger", "Fort Doe Star-News", "Channel 5 News".
ENDINGS = listed(
    """Times Post Tribune Herald Gazette Ledger Courier Journal News Chronicle Star Sun Press Register Observer Examiner Bee Dispatch
    Inquirer Globe Telegraph Sentinel Mercury Daily Weekly Magazine magazine Broadcasting Newspaper newspaper Advertiser Echo Argus
    Clarion Beacon Banner Messenger Sentinel-Tribune Bulletin Mail Express Mirror Guardian Democrat-Gazette
    Star-Ledger Sun-Times Times-Union Post-Dispatch Times-Picayune Journal-Constitution Free-Press Wire Newswire TV Radio"""
)
CALL_SIGN = re.compile(r"[KW][A-Z]{3}(?:-TV|-FM|-AM)?$|(?:ABC|CBS|NBC|FOX|Fox|CW|KHON|Channel)\s?\d{1,2}$")
NO_FIRST = listed("Watch Read See Follow Visit Special Breaking Exclusive Also Via Per From In On As By At According And But")
# What nothing but a newspaper is called, a person ("Ann Herald") aside.
CERTAIN = listed("Times Tribune Herald Gazette Ledger Chronicle Courier Examiner Inquirer Enquirer Telegraph Advertiser Observer")
# "the Times" after "the Harbour Times", and words for an outlet that has a name elsewhere: "the newspaper reported".
SHORT = listed(
    """Times Post Tribune Herald Gazette Ledger Courier Journal Chronicle Star Sun Register Observer Examiner Bee Dispatch
    Inquirer Enquirer Globe Telegraph Sentinel Advertiser Argus Bulletin Mail Mirror Republic Monitor Oregonian Union-Tribune Sun-Times
    Star-Telegram Free-Press Courier-Journal"""
)
PAPERS = listed("newspaper paper magazine tabloid broadsheet daily publication outlet weekly")
STATIONS = listed("network station channel broadcaster website site blog")
LONGEST = 6  # words of a name
# What ends like an outlet and is none.
NO_OUTLETS = (
    "Fox Sun",
    "Dead Star",
    "Death Star",
    "North Star",
    "Pop Star",
    "Breaking News",
    "Fake News",
    "Good News",
    "Bad News",
    "University Press",
    "Federal Register",
    "National Register",
    "Social Register",
)


@dataclass(frozen=True, slots=True)
class Named:
    """An outlet's name in a doc: token indexes, half open."""

    outlet: str  # its usual name; the words themselves where they are `short`
    first: int
    last: int
    doubtful: bool  # a plain word ("People"), or a name that only the article can tell
    short: bool = False  # "the Times", "the newspaper": stands for a name that the article has elsewhere


@lru_cache(maxsize=1)
def _listed() -> dict[str, list[tuple[tuple[str, ...], str, bool]]]:
    """First word of a name -> (words, usual name, doubtful), longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str, bool]]] = defaultdict(list)
    for line in resources.files("samestory.attributing").joinpath("outlets.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        names = [name.strip() for name in line.lstrip("?").split("|")]
        for name in names:
            words = tuple(fold(name).split())
            doubtful = line.startswith("?") and not (len(words) > 1 and words[-1] in {"magazine", "People.com"})
            table[words[0]].append((words, names[0], doubtful))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def usual_name(words: str) -> str | None:
    """The usual name of an outlet, however it is written, or None.

    >>> usual_name("the Associated Press"), usual_name("AP"), usual_name("Ann Doe")
    ('Associated Press', 'Associated Press', None)
    """
    plain = fold(words).strip().strip("\"'.,")
    for candidate in (plain, plain.removeprefix("the ").removeprefix("The ")):
        parts = tuple(candidate.split())
        for name, usual, doubtful in _listed().get(parts[0], ()) if parts else ():
            if name == parts and not doubtful:
                return usual
    return None


def is_name(words: str) -> bool:
    """Whether these words are an outlet's name, by the list or by their shape.

    >>> is_name("the Mill River Gazette"), is_name("Reuters"), is_name("the Post"), is_name("the council")
    (True, True, False, False)
    """
    parts = words.removeprefix("the ").removeprefix("The ").split()
    shaped = len(parts) > 1 and parts[-1] in ENDINGS and all(part[:1].isupper() for part in parts)
    return shaped or usual_name(words) is not None


def find(doc: Doc, text: str) -> Iterator[Named]:
    """The outlets that a doc with this text names, in order; the longest name wins."""
    plain = fold(text)
    pieces = [token.text for token in doc] if plain == text else [fold(token.text) for token in doc]
    text = plain
    at = 0
    while at < len(pieces):
        capital = pieces[at][0].isupper() or pieces[at] == "the"
        named = (
            [n for n in (_from_list(doc, text, pieces, at), _by_shape(doc, pieces, at), _short(doc, pieces, at)) if n] if capital else []
        )
        if pieces[at] in {"the", "The"} and at + 1 < len(pieces) and named:
            named.insert(0, _from_list(doc, text, pieces, at + 1) or named[0])  # "the L.A. Times" is listed without article
        found = max(named, key=lambda n: (n.last, n.short), default=None)  # of two as long the listed one
        if found and not _of_science(pieces, found.last):
            yield found
        at = found.last if found else at + 1


def _of_science(pieces: Sequence[str], last: int) -> bool:
    """ "the New England Journal of Medicine" is no outlet of news."""
    return pieces[last - 1] in {"Journal", "Review", "Bulletin"} and pieces[last : last + 1] == ["of"]


def _short(doc: Doc, pieces: Sequence[str], at: int) -> Named | None:
    """ "the Times", "The newspaper": article and one word, and no name goes on behind it."""
    if pieces[at] not in {"the", "The"} or at + 1 >= len(pieces):
        return None
    word = at + 1
    if pieces[word] == "news" and word + 1 < len(pieces):
        word += 1
        if pieces[word] == "agency":
            return Named("news agency", at, word + 1, True, True)
    behind = pieces[word + 1] if word + 1 < len(pieces) else ""
    if pieces[word] in SHORT and not behind[:1].isupper() and behind not in {"of", "-", "&"}:
        return Named(f"The {pieces[word]}", at, word + 1, True, True)
    if pieces[word] in PAPERS | STATIONS and not behind[:1].isupper() and doc[word].pos_ == "NOUN" and doc[word].dep_ != "compound":
        return Named(pieces[word], at, word + 1, True, True)
    return None


def _from_list(doc: Doc, text: str, pieces: list[str], at: int) -> Named | None:
    entries = _listed().get(pieces[at], ())
    if entries and doc[at].ent_type_ == "PERSON" and doc[at].ent_iob_ == "I":
        return None  # a person who bears an outlet's name
    for words, usual, doubtful in entries or _joined(doc, pieces, at):
        last = _match(doc, text, at, words)
        if last:
            return Named(usual, at, last, doubtful)
    return None


def _joined(doc: Doc, pieces: list[str], at: int) -> list[tuple[tuple[str, ...], str, bool]]:
    """The entries whose first word the tokenizer has cut ("E!", "L.A.")."""
    if at + 1 < len(pieces) and not doc[at].whitespace_:
        return _listed().get(pieces[at] + pieces[at + 1], [])
    return []


def _match(doc: Doc, text: str, at: int, words: tuple[str, ...]) -> int | None:
    """Where the name ends, if it stands at this token: compared by characters, for tokens cut names their own way."""
    name = " ".join(words)
    start = doc[at].idx
    if not text.startswith(name, start):
        return None
    end = start + len(name)
    if end < len(text) and (text[end].isalnum() or (text[end] in "-&" and end + 1 < len(text) and text[end + 1].isalnum())):
        return None
    last = at
    while last < len(doc) and doc[last].idx < end:
        last += 1
    return last


def _by_shape(doc: Doc, pieces: list[str], at: int) -> Named | None:
    """A run of capitals that ends like a newspaper's or a station's name."""
    if CALL_SIGN.match(pieces[at]) and not any(doc[i].is_alpha and doc[i].is_upper for i in (at - 1, at + 1) if 0 <= i < len(doc)):
        return Named(pieces[at], at, at + 1, False)
    article = pieces[at] in {"The", "the"}
    if pieces[at] in ENDINGS | NO_FIRST or not (article or (pieces[at][0].isupper() and doc[at].pos_ in {"PROPN", "NOUN", "ADJ"})):
        return None
    last = at + 1
    while last < len(doc) and last - at < LONGEST and _goes_on(doc, pieces, last):
        last += 1
    while last > at + 1 + article and pieces[last - 1] not in ENDINGS:
        last -= 1
    if last <= at + 1 + article:
        return None
    while last + 1 < len(doc) and pieces[last] == "-" and pieces[last + 1][0].isupper() and not doc[last - 1].whitespace_:
        last += 2  # "Springfield News-Leader"
    name = doc[at + article : last].text
    return Named(name, at, last, False) if not name.endswith(NO_OUTLETS) and _one_name(doc, at, last) else None


def _goes_on(doc: Doc, pieces: Sequence[str], at: int) -> bool:
    """Whether a token belongs to the name before it: a capital, "of", the hyphen of "Sun-Times"."""
    if pieces[at] == "-":
        joined = not doc[at - 1].whitespace_ and not doc[at].whitespace_
        return joined and at + 1 < len(pieces) and pieces[at + 1][0].isupper()
    return pieces[at] == "of" or (pieces[at][0].isupper() and doc[at].pos_ != "PUNCT")


def _one_name(doc: Doc, first: int, last: int) -> bool:
    """Whether the language model saw an organisation or nothing there, no person and no place alone; certain words it need not see."""
    kinds = {token.ent_type_ for token in doc[first:last]}
    if doc[last - 1].text in CERTAIN and ("PERSON" not in kinds or doc[first].lower_ == "the"):
        return True
    return "ORG" in kinds or kinds <= {"", "WORK_OF_ART", "PRODUCT"} or "ORG" in {token.ent_type_ for token in doc[last - 1 : last]}
