"""News agencies named as the author of an article's text: "(AP)" behind a dateline, a byline, a copyright line, "contributed".

A telling comes in; a `Signed` for each agency goes out. An agency that is credited with a statement ("the AP reported") or with a
photo ("Ann Doe/AP", "AP Photo") has not written the text: credits are the attribute step's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from samestory.model import Article, Signed, SignedHow, Span, Telling
from samestory.text import lines

# Usual name -> how it signs. The usual names are those that the attribute step gives to credits.
AGENCIES = {
    "Associated Press": r"The Associated Press|Associated Press|THE ASSOCIATED PRESS|ASSOCIATED PRESS|AP",
    "Reuters": r"Thomson Reuters|Reuters|REUTERS",
    "Agence France-Presse": r"Agence France[- ]Presse|AFP",
    "United Press International": r"United Press International|UPI",
    "Press Association": r"Press Association|PA Media",
    "Press Trust of India": r"Press Trust of India|PTI",
    "IANS": r"Indo-Asian News Service|IANS",
    "ANI": r"Asian News International|ANI",
    "Xinhua": r"Xinhua News Agency|Xinhua",
    "TASS": r"ITAR-TASS|TASS|Tass",
    "Interfax": r"Interfax",
    "Deutsche Presse-Agentur": r"Deutsche Presse-Agentur|dpa|DPA",
    "EFE": r"Agencia EFE|EFE",
    "ANSA": r"ANSA",
    "Kyodo": r"Kyodo News|Kyodo",
    "Yonhap": r"Yonhap News Agency|Yonhap",
    "Bloomberg News": r"Bloomberg News|Bloomberg",
    "Canadian Press": r"The Canadian Press|Canadian Press",
    "Australian Associated Press": r"Australian Associated Press|AAP",
}
_NAMES = "|".join(sorted((name for names in AGENCIES.values() for name in names.split("|")), key=lambda name: (-len(name), name)))
_OF = {name: agency for agency, names in AGENCIES.items() for name in names.split("|")}
_CALLED = re.compile(rf"(?<![\w/])(?:{_NAMES})(?![\w/])")
_OUTLET = re.compile(rf"(?:{_NAMES})(?:\s+(?:News|Wire|US|UK|India|Online|World))?(?:\.com)?")
# "SANDLOW, Jan 14 (Reuters) - ", "SANDLOW (AP) — "; at most a place and a day stand before the brackets. A photo's "(Ann Doe/AP)"
# ends its line.
_DATELINE = re.compile(rf"\W*(?:[A-Z][^()\n]{{1,70}}?)?\s?(?P<sign>\((?P<name>{_NAMES})\))\s*(?:[-–—:]+\s?|(?=[A-Z“\"]))\S")
_ALONE = re.compile(rf"\W*?(?P<sign>(?:Source: ?|SOURCE: ?|By |BY |From |— ?)?\(?(?P<name>{_NAMES})\)?)\W*")
# "By ANN DOE, Associated Press", "By Ann Doe | AP", "ANN DOE Associated Press"
_BYLINE = re.compile(
    rf"(?P<sign>(?:By|BY|by)\s[^()\n.]{{2,70}}?[,|–—/\s]\s?\(?(?P<name>{_NAMES})\)?)(?:\s(?:[Ww]riter|WRITER|[Cc]orrespondent|News))?\W*"
)
_COPYRIGHT = re.compile(
    rf"(?:©|\([cC]\)|[Cc]opyright)[^\n]{{0,30}}?\b(?P<sign>(?P<name>{_NAMES}))\b(?!\s*/)"
)  # "© AP / Ann Doe" is a photo
_CONTRIBUTED = re.compile(
    rf"(?P<sign>\b(?P<name>{_NAMES})\b[^.\n]{{0,120}}?\bcontributed\b|\b[Cc]ontribut(?:ing|ed by):? [^.\n]{{0,80}}?\b(?P<other>{_NAMES})\b"
    rf"|\b[Mm]aterial from (?P<third>{_NAMES})\b|\bincludes? (?:reporting|material) (?:by|from) (?P<fourth>{_NAMES})\b)"
)
HEAD = 4  # lines at the beginning that may hold a byline or a dateline, the title not counted
TAIL = 4  # lines at the end
LONGEST_LINE = 160  # characters of a line that signs, a dateline's aside
NOT_BODY = frozenset({"furniture", "caption", "photo_credit", "title"})


def find(telling: Telling) -> tuple[Signed, ...]:
    """The agencies that sign an article, each once, in the order in which the text names them."""
    article = telling.article
    found: dict[str, Signed] = {}
    for signed in (*_told(article), *_in_text(telling)):
        found.setdefault(signed.agency, signed)
    return tuple(found.values())


def author(signed: tuple[Signed, ...]) -> Signed | None:
    """The one whose text it is: not one that only contributed."""
    return next((one for one in signed if one.how != "contributed"), None)


def _told(article: Article) -> Iterator[Signed]:
    """What the document tells beside its text: its outlet, its byline."""
    outlet = _OUTLET.fullmatch((article.outlet or "").strip())
    if outlet:
        yield Signed(article.id, _agency(outlet[0]), "outlet", None)
    for name in article.byline:
        called = _CALLED.search(name)
        if called:
            yield Signed(article.id, _OF[called[0]], "byline", None)


def _in_text(telling: Telling) -> Iterator[Signed]:
    article = telling.article
    every = _lines(article)
    for place, (start, end, kind) in enumerate(every):
        head, tail = place < HEAD, len(every) - place <= TAIL
        line = article.text[start:end]
        if head and kind in {"body", "dateline"} and (found := _DATELINE.match(line)):
            yield _signed(article, start, found, "dateline")
        if len(line) > LONGEST_LINE and not tail:
            continue
        if (
            (head or tail or kind == "byline")
            and len(line) <= LONGEST_LINE
            and (found := _ALONE.fullmatch(line) or _BYLINE.fullmatch(line))
        ):
            yield _signed(article, start, found, "byline")
        if tail and (found := _COPYRIGHT.search(line)):
            yield _signed(article, start, found, "copyright")
        for found in _CONTRIBUTED.finditer(line) if tail else ():
            yield _signed(article, start, found, "contributed")


def _lines(article: Article) -> list[tuple[int, int, str]]:
    """The lines that may sign. Furniture may hold a copyright line, and a reader's word on a line may be wrong: its last ones count."""
    parts = [(start, end, block.kind) for block in article.blocks for start, end in _split(article, block.span)]
    last = len(parts) - TAIL
    return [part for place, part in enumerate(parts) if part[2] not in NOT_BODY or (part[2] == "furniture" and place >= last)]


def _split(article: Article, span: Span) -> Iterator[tuple[int, int]]:
    for start, end in lines(span.of(article.text)):
        yield span.start + start, span.start + end


def _signed(article: Article, start: int, found: re.Match[str], how: SignedHow) -> Signed:
    groups = found.groupdict()
    name = next(groups[key] for key in ("name", "other", "third", "fourth") if groups.get(key))
    return Signed(article.id, _OF[name], how, article.span(start + found.start("sign"), start + found.end("sign")))


def _agency(words: str) -> str:
    called = _CALLED.match(words)
    return _OF[called[0]] if called else words
