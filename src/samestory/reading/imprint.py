"""What a plain text says of itself in the lines around its headline and at its end: who wrote it, for whom, when, in which section.

Lines that are marked already come in; values go out, each with the rule that found it. An outlet is told only by what can
be nothing else: a name of the form that newspapers have, where such a name stands. Agencies are credited and are not the
outlet. Two that disagree are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeAlias

from samestory.model import BlockKind
from samestory.reading import bylines, dates
from samestory.text import key, listed

HEADER_LINES = 12  # the headline and its signatures stand among these
FOOTER_LINES = 6
NAME_LONGEST = 45

_CAP = r"[A-Z][\w’'&.]*(?:-[A-Z][\w’']*)*"
_FORM = re.compile(rf"(?:The |the )?{_CAP}(?: (?:of the|of|and|&|{_CAP})){{0,4}}")
# Last words that name a newspaper with any words before them, and those that do so only behind "The": The Daily Record.
_SURE = listed(
    """times post gazette herald tribune journal chronicle ledger globe telegraph guardian observer examiner courier dispatch
    sentinel inquirer enquirer argus telegram picayune intelligencer"""
)
_WITH_THE = listed(
    """record register star sun mirror standard independent bee mail news press bulletin echo mercury banner messenger express
    advocate citizen democrat republican reporter review monitor leader union republic advertiser"""
)
_PAPERS = frozenset(("USA TODAY", "BBC News", "CBS News", "NBC News", "ABC News", "Fox News", "Sky News", "ITV News", "CNN", "NPR"))
# Agencies write for others: in a signature they are a credit.
_AGENCY = re.compile(
    r"\b(?:Associated Press|Canadian Press|Press Association|Agence|Reuters|AP|AFP|UPI|TNS|PTI|ANI|Xinhua|Bloomberg|Getty"
    r"|[Ww]ires?|[Aa]genc(?:y|ies)|News Service|Newswire|Press International|Free Press Release)\b"
)
# No names of papers, whatever their last word: Staff Times, World News, Daily Journal of ...
_NO_NAMES = listed("local world breaking latest top more good bad fake staff guest special opinion travel show prime these your our")

_TAIL = re.compile(r"(?:By|BY|by)\b:?\s+[^,|–—]+?(?:\s*[,|]\s*|\s+[–—-]\s+)(?:[Ss]pecial (?:to|for) )?(?P<name>[^,|]+?)\s*$")
_TITLED = re.compile(r"^(?P<title>.{15,}\S)\s+[|–—-]\s+(?P<name>[^|–—]{3,45})$")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?\s*,?)\s*(?:by )?(?P<name>.+?)"
    r"(?:\s+(?:Company|Co|Inc|LLC|Ltd|Limited|Media Group|Publishing)\b\.?)?(?:\s*[.,|].*|\s+all rights reserved.*)?$",
    re.I,
)
_FIRST = re.compile(r"the post .+ (?:appeared first|first appeared) on (?P<name>.+?)\.?$", re.I)
_LABELLED = re.compile(r"\s*(?:first |originally )?(?:published|posted|filed|date)\b", re.I)
_UPDATED = re.compile(r"\b(?:updated|modified|edited)\b\s*(?::|on|at)?\s*(?P<when>.*)", re.I)

# Names of sections where they stand alone above a headline.
SECTIONS = listed(
    """world politics business sport sports technology tech science health culture entertainment opinion travel education
    environment climate economy markets national international europe asia africa americas crime weather food arts books music
    film television lifestyle style nation metro money finance obituaries"""
) | {"local news", "world news", "us news", "u.s. news", "uk news", "sports news", "business news", "middle east", "real estate"}
# Behind a name: what those who write are. "Ann Ode covers schools for The Gazette."
_JOB = re.compile(
    r"\b(?:covers|cover|reporters?|columnists?|correspondents?|journalists?|editors?|writers?|contributors?|hosts?|author of|professor"
    r"|fellow|anchors?|photographers?|producers?)\b"
)
_ABOUT = re.compile(
    rf"[—–•*(-]*\s*(?P<names>{_CAP}(?: (?:[A-Z]\.|{_CAP}|and|de|van|von)){{1,8}}),? "
    r"(?:is|are|was|covers?|writes?|reports?|edits?|hosts?)\b"
)
BOX_LONGEST = 400


Found: TypeAlias = tuple[str, str] | None  # a value and the rule that found it
Signed: TypeAlias = tuple[tuple[str, ...], str] | None


class Line(Protocol):
    """A line of a text as far as it is looked at here."""

    words: str
    kind: BlockKind | None
    rule: str


def paper(name: str) -> bool:
    """True for what can be nothing but the name of a newspaper or a broadcaster's newsroom.

    >>> [paper(name) for name in ("The Harbour Ledger", "USA TODAY", "The Star", "World News", "Star Wire", "Ann Ode")]
    [True, True, True, False, False, False]
    """
    if name in _PAPERS:
        return True
    if len(name) > NAME_LONGEST or not _FORM.fullmatch(name) or _AGENCY.search(name):
        return False
    parts = name.casefold().split()
    last = parts[-1].rpartition("-")[2]
    if len(parts) < 2 or parts[0] in _NO_NAMES or (parts[0] == "the" and parts[1] in _NO_NAMES):
        return False
    return last in _SURE or (parts[0] == "the" and last in _WITH_THE)


def outlet(lines: Sequence[Line], title: str | None) -> Found:
    """The outlet, with the rule that found it; None where nothing tells it or two disagree."""
    told = list(_outlets(lines, title))
    names = {key(name).removeprefix("the ") for name, _ in told}
    return told[0] if len(names) == 1 else None


def _outlets(lines: Sequence[Line], title: str | None) -> Iterator[tuple[str, str]]:
    for line in lines[:HEADER_LINES]:
        if line.rule == "text:outlet-line":
            yield line.words, "text:outlet-line"
        if line.rule == "text:byline" and (found := _TAIL.match(line.words)) and paper(found["name"]):
            yield found["name"], "text:byline"
    if title and (parts := parted(title)):
        yield parts[1], "text:headline"
    for line in lines[-FOOTER_LINES:]:
        for rule, pattern in (("copyright", _COPYRIGHT), ("feed", _FIRST)):
            if line.rule == f"text:{rule}" and (found := pattern.match(line.words)) and paper(found["name"]):
                yield found["name"], f"text:{rule}"


def outlet_line(lines: Sequence[Line], at: int, given: str | None) -> bool:
    """True for a line that is nothing but the outlet's name, beside a byline, a dateline or the headline."""
    words = lines[at].words.strip()
    if given and key(words) == key(given):
        return True
    near = [lines[other].kind for other in (at - 1, at + 1) if 0 <= other < len(lines)]
    return paper(words) and any(kind in ("byline", "dateline", "title") for kind in near)


def names_line(lines: Sequence[Line], at: int) -> bool:
    """True for a line of persons' names right above a line that names the outlet."""
    words = lines[at].words
    below = at + 1 < len(lines) and lines[at + 1].rule == "text:outlet-line"
    if not below or len(words) > 90 or any(c.isdigit() for c in words):
        return False
    names = bylines.persons(words)
    named = sum(len(name.split()) for name in names)
    others = sum(word.casefold().strip(",") not in ("and", "&") for word in words.split())
    return bool(names) and named == others and all(2 <= len(name.split()) <= 4 for name in names)


def parted(title: str) -> tuple[str, str] | None:
    """A headline and the outlet behind it, as the title bar of a browser has them.

    >>> parted("Pier reopens in Wexley | The Harbour Ledger"), parted("Pier reopens - a long story")
    (('Pier reopens in Wexley', 'The Harbour Ledger'), None)
    """
    found = _TITLED.match(title)
    return (found["title"], found["name"]) if found and paper(found["name"]) else None


def persons(lines: Sequence[Line]) -> Signed:
    """Who wrote it."""
    for line in lines[:HEADER_LINES]:
        if line.rule in ("text:byline", "text:names-line") and (names := bylines.persons(line.words)):
            return names, line.rule
    return None


def published(lines: Sequence[Line]) -> str | None:
    """The day of a dateline in the header; one that speaks of an update does not count."""
    for line in lines[:HEADER_LINES]:
        if line.kind == "dateline" and (_LABELLED.match(line.words) or line.words[0].isdigit() or line.words[0].isupper()):
            update = _UPDATED.search(line.words)
            if (day := dates.day(line.words)) and (not update or _LABELLED.match(line.words)):
                return day
            if (day := dates.iso(line.words)) and not update:
                return day
    return None


def modified(lines: Sequence[Line]) -> str | None:
    """The day of an update that the header speaks of."""
    for line in lines[:HEADER_LINES]:
        if line.kind == "dateline" and (update := _UPDATED.search(line.words)) and (day := dates.iso(update["when"])):
            return day
    return None


def section(lines: Sequence[Line]) -> str | None:
    """A kicker that is the name of a section."""
    return next((line.words for line in lines[:HEADER_LINES] if line.rule == "text:kicker" and line.words.casefold() in SECTIONS), None)


def author_box(words: str, names: Sequence[str], outlet: str | None) -> bool:
    """True for a line that says who the author is: the person of the byline, or somebody of the outlet's own.

    >>> author_box("Ann Ode covers schools for The Gazette.", ("Ann Ode",), None), author_box("Bo Low is a reporter.", ("Ann Ode",), None)
    (True, False)
    """
    found = _ABOUT.match(words) if len(words) <= BOX_LONGEST and not any(mark in words for mark in '"“”') else None
    if not found or not _JOB.search(words):
        return False
    about = key(found["names"])
    ours = outlet is not None and key(outlet).removeprefix("the ") in key(words) and len(outlet) > 3
    return any(key(name) in about for name in names) or ours
