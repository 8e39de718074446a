"""What a page says about its article: headline, authors, outlet, day, address, language.

A page's tree comes in; a `Metadata` goes out. Order of trust: JSON-LD, meta tags, then what htmldate and trafilatura find
on the page. What is not told stays None; an outlet is never guessed from an address.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import trafilatura.metadata
from htmldate import find_date

from samestory.reading import bylines, dates
from samestory.reading.draft import language, squeezed
from samestory.reading.layout import Element

ARTICLE_TYPES = re.compile(
    r"(?:News|Reportage|Analysis|Opinion|Background|Review|Scholarly|Tech|Advertiser|Satirical)?\w*Article$|BlogPosting$|LiveBlogPosting$|Report$|VideoObject$|Recipe$|WebPage$"
)
_STRONG = re.compile(r"Article$|Posting$|Report$")
LONGEST_LD = 2_000_000
DEEPEST_LD = 12
_STRAY = re.compile(r"[\x00-\x1f]+")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?://\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|-->)\s*;?\s*$|;\s*$"
)
_DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}", re.I)

_PUBLISHED = """
    article:published_time og:article:published_time article.published datepublished parsely-pub-date sailthru.date
    cxenseparse:recs:publishtime publish-date publishdate publish_date published_time pubdate publication_date dc.date.issued
    dcterms.created dcterms.date dc.date article_date_original originalpublicationdate date citation_publication_date bt:pubdate
    rnews:datepublished"""
PUBLISHED = tuple(_PUBLISHED.split())
_AUTHOR = """
    author parsely-author article:author sailthru.author dc.creator dcterms.creator byl byline citation_author
    cxenseparse:author twitter:creator:name article:author:name rbauthors"""
AUTHOR = tuple(_AUTHOR.split())
TITLE = ("og:title", "twitter:title", "parsely-title", "dc.title", "sailthru.title", "title")
OUTLET = ("og:site_name", "application-name", "publisher", "dc.publisher", "cre", "article:publisher", "twitter:app:name:iphone")


@dataclass(frozen=True, slots=True)
class Metadata:
    title: str | None
    byline: tuple[str, ...]
    outlet: str | None
    published: str | None
    url: str | None
    language: str | None


def find(tree: Element) -> Metadata:
    """What a page says about its article."""
    records = sorted(_records(tree), key=lambda record: not _STRONG.search(_type(record)))
    metas = _metas(tree)
    outlet = _outlet(records, metas)
    return Metadata(
        title=_title(records, metas, tree, outlet),
        byline=_byline(records, metas, outlet),
        outlet=outlet,
        published=_published(records, metas, tree),
        url=_address(records, metas, tree),
        language=_language(records, metas, tree),
    )


def guess_byline(tree: Element, outlet: str | None) -> tuple[str, ...]:
    """What trafilatura takes for the authors on the page; may be somebody who comments, so it needs checking."""
    return bylines.persons(trafilatura.metadata.extract_author(tree), outlet)


# -- JSON-LD ---------------------------------------------------------------------------------

Record = dict[str, object]


def _records(tree: Element) -> Iterator[Record]:
    """The articles that the page's JSON-LD describes."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text and len(script.text) < LONGEST_LD:
            yield from _articles(_loaded(script.text), 0)


def _loaded(text: str) -> object:
    text = _WRAPPING.sub("", text.strip())
    for attempt in (text, _STRAY.sub(" ", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _articles(value: object, depth: int) -> Iterator[Record]:
    if isinstance(value, list) and depth < DEEPEST_LD:
        for one in value:
            yield from _articles(one, depth + 1)
    elif isinstance(value, dict) and depth < DEEPEST_LD:
        if ARTICLE_TYPES.search(_type(value)):
            yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles(value.get(name), depth + 1)


def _type(record: Record) -> str:
    """Its type; of several the one that fits an article."""
    given = record.get("@type")
    names = [name for name in (given if isinstance(given, list) else [given]) if isinstance(name, str)]
    return next((name for name in names if _STRONG.search(name)), names[0] if names else "")


def _called(value: object) -> Iterator[str]:
    """The names of a person, an organisation or several."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _called(one) if not isinstance(one, list) else ()
    elif isinstance(value, dict):
        name = value.get("name")
        yield from _called(name) if isinstance(name, str | list) else ()


def _authors(record: Record) -> Iterator[str]:
    given = record.get("author") or record.get("creator")
    for one in given if isinstance(given, list) else [given]:
        if not isinstance(one, dict) or one.get("@type") not in ("Organization", "NewsMediaOrganization"):
            yield from _called(one)


# -- the fields ------------------------------------------------------------------------------


def _metas(tree: Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = squeezed(meta.get("content"))
        for attribute in ("property", "name", "itemprop"):
            if content and (name := meta.get(attribute)):
                found.setdefault(name.strip().lower(), []).append(content)
    return found


def _told(metas: dict[str, list[str]], names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        yield from metas.get(name, ())


def _title(records: list[Record], metas: dict[str, list[str]], tree: Element, outlet: str | None) -> str | None:
    for record in records:
        if _STRONG.search(_type(record)) and (title := _plain(record.get("headline") or record.get("name"))):
            return title
    for title in _told(metas, TITLE):
        return without_outlet(title, outlet)
    title = squeezed(trafilatura.metadata.extract_title(tree))
    return title or (without_outlet(title, outlet) if (title := squeezed(tree.findtext(".//title"))) else None)


def _plain(value: object) -> str | None:
    """A headline without the markup and entities that some pages leave in it."""
    text = squeezed(value)
    if text and ("<" in text or "&" in text):
        text = squeezed(re.sub(r"</?[a-zA-Z][^>]*>", "", _unescaped(text)))
    return text


def _unescaped(text: str) -> str:
    from html import unescape

    return unescape(unescape(text))


def without_outlet(title: str, outlet: str | None) -> str:
    """The headline without the outlet's name behind it.

    >>> without_outlet("Bridge falls | The Gazette", "The Gazette")
    'Bridge falls'
    """
    if outlet:
        end = re.search(rf"\s+[|–—·:»-]+\s*(?:[^|–—·»]*\s)?{re.escape(outlet)}\W*$", title, re.I)
        if end and end.start() > 8:
            return title[: end.start()]
    return title


def _byline(records: list[Record], metas: dict[str, list[str]], outlet: str | None) -> tuple[str, ...]:
    for record in records:
        if names := bylines.persons(list(_authors(record)), outlet):
            return names
    for name in AUTHOR:
        if names := bylines.persons([told for told in metas.get(name, ()) if "://" not in told], outlet):
            return names
    return ()


def _outlet(records: list[Record], metas: dict[str, list[str]]) -> str | None:
    told = [*metas.get("og:site_name", ())]
    for record in records:
        told.extend(_called(record.get("publisher")))
    told.extend(_told(metas, OUTLET[1:]))
    names = [name for given in told if (name := _plain(given)) and "://" not in name and len(name) <= 60 and not name.startswith("@")]
    named = next((name for name in names if not _DOMAIN.fullmatch(name)), None)
    return named or next(iter(names), None)


def _published(records: list[Record], metas: dict[str, list[str]], tree: Element) -> str | None:
    """The first that is told; in the newsroom's own zone where the page tells the same moment in it too."""
    told = [day for given in _dates_told(records, metas, tree) if (day := dates.iso(given))]
    if told:
        return next((day for day in told if dates.local(day, told[0])), told[0])
    try:
        found = dates.iso(find_date(tree, original_date=True, extensive_search=True))
    except (ValueError, TypeError, RecursionError):
        return None
    return None if found and found.endswith("-01-01") else found  # what it makes of a year alone


def _dates_told(records: list[Record], metas: dict[str, list[str]], tree: Element) -> Iterator[object]:
    for name in ("datePublished", "dateCreated", "uploadDate"):
        yield from (record.get(name) for record in records)
    yield from _told(metas, PUBLISHED)
    for time in tree.iter("time"):
        if "pub" in f"{time.get('itemprop')} {time.get('class')} {time.get('pubdate')}".lower():
            yield time.get("datetime")


def _address(records: list[Record], metas: dict[str, list[str]], tree: Element) -> str | None:
    told = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    told.extend(metas.get("og:url", ()))
    told.extend(url for record in records if isinstance(url := record.get("url"), str))
    return next((url for given in told if (url := squeezed(given)) and re.match(r"https?://[^/\s]+\.\S", url)), None)


def _language(records: list[Record], metas: dict[str, list[str]], tree: Element) -> str | None:
    root = tree if tree.tag == "html" else tree.find(".//html")
    told = [root.get("lang") or root.get("xml:lang")] if root is not None else []
    told.extend(tongue for record in records if isinstance(tongue := record.get("inLanguage"), str))
    told.extend([*metas.get("content-language", ()), *metas.get("og:locale", ())])
    return next((code for given in told if (code := language(given))), None)
