"""Lines that sign: photo credits, captions with their credit, bylines, datelines, as their own words give them away.

A line comes in; its kind and the rule go out, or None for prose and for what only its place can tell. `look` asks for
furniture as well. The same patterns serve plain text and pages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from samestory.model import BlockKind
from samestory.reading import furniture, giveaways
from samestory.reading.dates import MONTH

_AGENCIES = (
    r"(?:Getty Images|Getty|Associated Press|AP|AP Photo|AP Images|Reuters|REUTERS|AFP|EPA|EPA-EFE|Shutterstock|Rex Features|REX"
    r"|Splash News|Backgrid|BACKGRID|WireImage|FilmMagic|iStock|iStockphoto|Alamy|Bloomberg|Bloomberg News|Corbis|Unsplash|Pixabay"
    r"|Pexels|Flickr|Wikimedia(?: Commons)?|Redux|Magnum Photos|Zuma Press|ZUMA|PA Wire|PA|Press Association|TNS|MCT"
    r"|Tribune News Service|Star Max|GC Images|INFphoto|UPI|Xinhua|Sipa(?: USA)?|CQ Roll Call|Polaris|Landov|Pool|Handout|Staff"
    r"|Contributed(?: photo)?|Courtesy photo|File photo|File)"
)
_CAP = r"[A-Z][\w.’'&-]*"
_WHO = rf"(?:{_CAP}(?:\s+(?:{_CAP}|of|the|de|van|von|for|and)){{0,6}})"
_LABEL = (
    r"(?i:(?:(?:file |cover |featured? |main |header |top |lead |reuters |ap )?(?:photos?|photographs?|images?|pictures?|illustrations?"
    r"|graphics?)(?: (?:credits?|source|courtesy|provided))?|credits?|photographer|screenshot|screengrab|photo illustration))"
)

# (rule, pattern that fits the whole line, one line that it is for)
CREDITS: tuple[tuple[str, str, str], ...] = (
    (
        "credit-agency",
        rf"[\[(]?(?:{_WHO}\s*[/|–—]\s*){{1,4}}(?:via\s+)?{_AGENCIES}(?:\s*via\s+{_WHO})?[\])]?\.?",
        "Ann Ode/Star Wire/Getty Images",
    ),
    (
        "credit-agency",
        rf"[\[(]?{_WHO}(?:,| via)\s+(?:Getty Images|Associated Press|Reuters|REUTERS|AFP|Shutterstock)(?:\s*via\s+{_WHO})?[\])]?\.?",
        "Ann Ode via Getty Images",
    ),
    ("credit-agency", rf"[\[(]?{_AGENCIES}(?:\s*/\s*{_WHO}){{1,3}}[\])]?\.?", "AFP/Getty Images"),
    (
        "credit-agency",
        r"[\[(]?(?:Getty Images|AP Photo|Shutterstock|iStock|Reuters|Pixabay|Unsplash|Alamy|WireImage|(?:via )?Instagram)[\])]?\.?",
        "Getty Images",
    ),
    ("credit-label", rf"[\[(]?{_LABEL}\s*(?::|\bby\b|\bcourtesy(?: of)?\b)\s*\S.{{0,100}}", "Photo: Ann Ode"),
    ("credit-label", rf"[\[(]?{_LABEL}\s+(?i:via|from)\s+{_WHO}[\])]?", "Photo via The Gazette"),
    ("credit-label", r"[\[(]?(?i:courtesy(?: photo)?(?: of|:|/))\s*\S.{0,60}", "Courtesy of the Ode family"),
    ("credit-label", r"(?i:(?:из )?(?:личн|семейн)(?:ый|ого) архива?)\s+\S.{0,60}", "личный архив Анны Одэ"),
    ("credit-label", r"(?i:(?:enlarge this image )?toggle caption)\s.{0,120}", "Enlarge this image toggle caption Ann Ode/AP"),
    ("credit-staff", rf"{_WHO}\s*/\s*{_WHO}(?:\s*/\s*{_WHO})*", "Ann Ode/The Daily Gazette"),
)
_CREDIT_WORDS = 16

# A caption that ends with its credit is decisive wherever it stands.
_CAPTIONED = re.compile(
    r"(?:.*[\w.,’”\")]\s+)?(?:\((?:AP|REUTERS|Reuters|AFP)?\s*(?i:photo|image|pictured?|credit|courtesy)\b[^()]{0,90}\)"
    r"|\([^()]{0,70}(?:Getty Images|AP|Reuters|REUTERS|AFP|Shutterstock|via AP)\)"
    rf"|(?:AP Photo|{_CAP}(?:\s+{_CAP}){{1,3}})\s*/\s*{_AGENCIES}(?:\s*/\s*{_AGENCIES})*"
    r"|©\s*(?:Getty Images|AP|Reuters|AFP)\S*(?:\s\S+)?)\.?",
    re.S,
)  # The bridge on Monday. (AP Photo/Ann Ode)  -  The bridge on Monday. Ann Ode/Reuters
_FILED = re.compile(r"(?:FILE|FILE PHOTO|File photo|FILE IMAGE|HANDOUT)\s*(?:[:.–—-]|\s-)\s*\S.*")  # FILE PHOTO: The bridge in May.
CAPTION_LONGEST = 600
PROSE = 100  # characters of a line that ends like a sentence from which on it is no credit and no dateline
_ENDS = '.!?"”’'

_NAME = r"(?:[A-Z][\w’'.-]*|d[ei']|de la|van|von|der|bin|al-\w+)"
_NAMES = rf"{_NAME}(?:\s+{_NAME}){{1,4}}"
_NOT_NAMES = (
    r"(?!(?i:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October"
    r"|November|December|The|This|That|All|Any|Law|Order|Contrast|Comparison|Then|Now|Some|Most|Early|Late|Noon|Midnight|Numbers?)\b)"
)
BYLINES: tuple[tuple[str, str, str], ...] = (
    (
        "byline",
        rf"(?:By|BY|by)\s*:?\s+{_NOT_NAMES}{_NAMES}(?:\s*(?:,|and|AND|&)\s*{_NAMES}){{0,4}}(?:\s*[,|/–—-]\s*[\w .,&’'@/|-]{{2,60}})?",
        "By Ann Ode and Bo Low, The Gazette",
    ),
    (
        "byline",
        rf"(?:Written|Posted|Published|Authored|Words|Story|Reported|Report) by:?\s+{_NOT_NAMES}{_NAMES}(?:\s*(?:,|and|&)\s*{_NAMES})"
        r"{0,4}.{0,40}",
        "Posted by Ann Ode",
    ),
    (
        "byline",
        r"(?:Posted|Published|Written)(?: on| at)?:? [^.]{0,30}\b\d{4}\b[^.]{0,20} by [A-Z][\w .’'-]{1,40}",
        "Posted on March 4, 2025 by Ann Ode",
    ),
    ("reporting-by", r"\(?(?:Additional )?[Rr]eporting by\s+[A-Z].{0,300}", "(Reporting by Ann Ode; editing by Bo Low)"),
    ("reporting-by", r"(?:—|–|--)?\s*With assistance (?:by|from)\s+[A-Z].{0,200}", "— With assistance by Ann Ode"),
    ("reporting-by", rf"(?:Contributing|Contributors?)\s*:\s*{_NAME}.{{0,120}}", "Contributing: Ann Ode"),
)

_CLOCK = r"(?:\d{1,2}(?::\d\d){0,2}\s*(?:[ap]\.?m\.?)?(?:\s*\(?(?:[A-Z]{2,4}|[Ee]astern|[Ll]ocal time)\)?)?|noon|midnight)"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?)"
_DATE = (
    rf"(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?(?:\s+\d{{4}})?"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}/\d\d/\d\d)"
)
_STAMP = rf"(?:{_WEEKDAY}\s*)?{_DATE}(?:\s*(?:,|\||-|–|—|·|•|at|@|/|T)?\s*{_CLOCK})?"
_DATELINE = re.compile(
    r"(?:(?:(?:first |originally )?(?:published|posted|updated|modified|created|filed|last (?:updated|modified|edited))|date|on)\b"
    rf"\s*(?:[:|-]|on|at)?\s*)?(?:{_CLOCK}\s*(?:,|\||-|–|on|·)?\s*)?{_STAMP}"
    rf"(?:\s*[|/,·•–—-]?\s*(?:updated|published|last updated|modified|posted)?\s*[:|]?\s*{_STAMP})?\.?",
    re.I,
)  # Published: Nov. 12, 2019 at 8:30 a.m.
_PLACED = re.compile(
    rf"[A-Z][A-Z .,’'-]{{2,40}},?\s*(?:[A-Z][\w.]*,?\s*)?{_DATE}(?:\s*\([A-Za-z .]+\))?\s*[-–—]{{0,2}}"
)  # LONDON, Nov 3 (Wire) -

_DIGIT = re.compile(r"\d")
_CREDITS = tuple((rule, re.compile(pattern)) for rule, pattern, _ in CREDITS)
_BYLINES = tuple((rule, re.compile(pattern)) for rule, pattern, _ in BYLINES)
# One of these stands in every line of the kind: looking for words is ten times as fast as trying patterns.
_SIGNING = ("by", "By", "BY", "ontribut")
_CREDIT_WORD = "архив photo image credit courtesy picture illustration graphic screen caption"
_CREDITING = (*"/|–—,", "via ", *_CREDIT_WORD.split())
_CREDIT_SHORT = 20  # characters of a line that may be nothing but an agency
_CAPTION_ENDS = (")", ").")


def look(line: str, hints: Sequence[giveaways.Hint] = giveaways.ALL) -> tuple[BlockKind, str] | None:
    """What a line is by its own words, and the rule that says so; None where only its place can tell. `hints` as in `giveaways.find`.

    >>> look("READ NEXT: Ten Bridges That Fell"), look("Ann Ode/Star Wire/Getty Images"), look("By Ann Ode")
    (('furniture', 'related'), ('photo_credit', 'credit-agency'), ('byline', 'byline'))
    >>> look("By Monday evening the bridge was closed.")
    """
    if len(line) > CAPTION_LONGEST:
        return None
    if rule := furniture.find(line, hints):
        return "furniture", rule
    return caption(line) or signature(line) if len(line) >= PROSE and line[-1] in _ENDS else sign(line)


def sign(line: str) -> tuple[BlockKind, str] | None:
    """As `look`, for lines that are known to be outside of the article: furniture is not asked for."""
    if len(line) > CAPTION_LONGEST:
        return None
    return _credit(line) or _signature(line) or caption(line)


def signature(line: str) -> tuple[BlockKind, str] | None:
    """As `look`, for bylines alone."""
    if len(line) > furniture.LONGEST or not any(map(line.__contains__, _SIGNING)):
        return None
    rule = next((rule for rule, pattern in _BYLINES if pattern.fullmatch(line)), None)
    return ("byline", rule) if rule else None


def _credit(line: str) -> tuple[BlockKind, str] | None:
    if len(line) > 160 or not (len(line) < _CREDIT_SHORT or _may_credit(line.lower())) or len(line.split()) > _CREDIT_WORDS:
        return None
    if line.startswith(("By ", "BY ")) and "/" not in line:  # By Ann Ode, Associated Press
        return None
    rule = next((rule for rule, pattern in _CREDITS if pattern.fullmatch(line)), None)
    return ("photo_credit", rule) if rule else None


def _may_credit(lower: str) -> bool:
    return any(map(lower.__contains__, _CREDITING))


def _signature(line: str) -> tuple[BlockKind, str] | None:
    if len(line) <= 120 and _DIGIT.search(line) and (_DATELINE.fullmatch(line) or _PLACED.fullmatch(line)):
        return "dateline", "dateline"
    return signature(line)


def caption(line: str) -> tuple[BlockKind, str] | None:
    """As `look`, for captions that their own words give away."""
    if ("/" in line or "©" in line or line.endswith(_CAPTION_ENDS)) and _CAPTIONED.fullmatch(line):
        return "caption", "caption-with-credit"
    return ("caption", "caption-file-photo") if _FILED.fullmatch(line) else None
