"""Headline, outlet, section, address and language of an article, out of what the elements of its page tell.

A `Head` comes in; a value goes out with where it was found, or None. JSON-LD goes before meta tags, both before the
page's own title. An outlet is never guessed from an address: the address only tells which part of a title is its name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from html import unescape
from typing import TypeAlias
from urllib.parse import urljoin, urlsplit

from samestory.reading.draft import language as coded
from samestory.reading.draft import squeezed
from samestory.reading.head import Head
from samestory.reading.jsonld import Record
from samestory.text import key

Found: TypeAlias = tuple[str, str] | None  # the value and where it was found

TITLES = ("og:title", "twitter:title", "parsely-title", "dc.title", "citation_title", "sailthru.title", "title")
OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher", "cre", "citation_journal_title", "twitter:app:name:iphone")
SECTIONS = ("article:section", "parsely-section", "section", "sailthru.section", "cxenseparse:recs:category", "category", "news_section")
ADDRESSES = ("og:url", "twitter:url", "parsely-link")
LANGUAGES = ("content-language", "og:locale", "dc.language")
ADDRESS = re.compile(r"https?://[^/\s]+\.\S")
LONGEST_NAME = 60
LONGEST_SECTION = 40
LONGEST_TITLE = 500
SHORTEST_TITLE = 8
WORDS = 3  # of a name one of whose first is the whole address
PART = 0.4  # of a name's letters that its address has: NationNews Barbados, but not Parallels Desktop 15 Virtual Machine for Mac
_DOMAIN = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,12}/?", re.I)
_PARTING = re.compile(r"\s+(?:[|–—·•:»/-]|::)+\s+|\s*\|\s*")
# Names of templates and of the makers of the software, not of an outlet.
_SOFTWARE = "home start startseite homepage website site blog blogger wordpress wordpress.com joomla drupal news index page"
_NO_OUTLET = frozenset(_SOFTWARE.split())
_FRONT = frozenset(("", "home", "start", "startseite", "inicio", "início", "accueil", "front page", "main"))
_NO_SECTION = frozenset(
    (
        "all",
        "post",
        "posts",
        "article",
        "articles",
        "featured",
        "none",
        "null",
        "uncategorized",
        "uncategorised",
        "allgemein",
        "home",
        "home page",
        "startseite",
        "sin categoría",
        "non classé",
        "sem categoria",
    )
)


# -- the headline ----------------------------------------------------------------------------


def title(head: Head, records: list[Record], outlet: str | None) -> Found:
    """The headline told."""
    shown = [words(title) for title in (head.title, *head.tops) if title]
    for record in records:
        for name in ("headline", "name"):
            found = plain(record.get(name))
            if found and (not shown or any(words(found) & other for other in shown)):  # or it is a placeholder
                return without_outlet(found, outlet)[:LONGEST_TITLE], f"json-ld:{name}"
    for value, where in head.told(TITLES):
        if found := plain(value):
            return without_outlet(found, outlet)[:LONGEST_TITLE], where
    return _written(head, outlet)


def _written(head: Head, outlet: str | None) -> Found:
    """The page's own headline; where there are several, the one that its <title> holds."""
    tops = [top[:LONGEST_TITLE] for top in head.tops if top and (not outlet or key(top) != key(outlet))]
    told = without_outlet(head.title, outlet)[:LONGEST_TITLE] if head.title else None
    held = [top for top in tops if told and key(top) and key(top) in key(told)]
    if held:
        return max(held, key=lambda top: (key(told or "").startswith(key(top)), len(top))), "page:h1"
    if told and (len(tops) != 1 or key(told) in key(tops[0]) or not words(told) & words(tops[0])):
        return told, "page:title"
    return (tops[0], "page:h1") if tops else None


def words(text: str) -> set[str]:
    return set(key(text).split())


def plain(value: object) -> str | None:
    """A field without the markup and entities that some pages leave in it.

    >>> plain("Pier &amp;amp; harbour <em>reopen</em>")
    'Pier & harbour reopen'
    """
    text = squeezed(value)
    if text and ("<" in text or "&" in text):
        text = squeezed(re.sub(r"</?[a-zA-Z][^<>]{0,300}>", "", unescape(unescape(text))))
    return text


def without_outlet(title: str, outlet: str | None) -> str:
    """The headline without the outlet's name behind it.

    >>> without_outlet("Bridge falls | The Gazette", "The Gazette")
    'Bridge falls'
    """
    own = key(outlet) if outlet else ""
    found = list(_PARTING.finditer(title)) if own else []
    for mark, following in zip(found, [*found[1:], None], strict=False):
        part = key(title[mark.end() : following.start() if following else len(title)])
        # the outlet in the middle has its motto behind it; at the end it may have a word before it
        if mark.start() >= SHORTEST_TITLE and (part == own or (not following and part.endswith(f" {own}"))):
            return title[: mark.start()]
    return title


# -- the outlet ------------------------------------------------------------------------------


def outlet(head: Head, address: str | None) -> Found:
    """The outlet's own name; a name that is an address only where the page gives it no other."""
    host = _host(address)
    told = [(name, where) for value, where in _outlets_told(head) if (name := _name(value, host))]
    names = [one for one in told if not _DOMAIN.fullmatch(one[0])]
    domains = [one for one in told if _DOMAIN.fullmatch(one[0]) and "://" not in one[0]]
    if names and domains and told[0] in domains:
        own = (host, _host(domains[0][0] if "://" in domains[0][0] else f"https://{domains[0][0]}"))
        names = [one for one in names if any(fits(one[0], label) for label in own)]
    if not names:
        return _from_title(head, host) or next(iter(domains), None)
    first = names[0]
    if fits(first[0], host) and first[0] != first[0].lower():
        return first
    # a part of the outlet ("U.S."), a motto or a name written as an address has it ("pcgamer"), where the page gives a better one
    better = [*names[1:], *filter(None, (_from_title(head, host),))]
    return next((one for one in better if fits(one[0], host) and one[0] != one[0].lower()), first)


def _outlets_told(head: Head) -> Iterator[tuple[str, str]]:
    yield from head.told(OUTLETS[:1])
    for record in (*head.graph.articles, *head.graph.pages):
        for name in called(head.graph.resolved(record.get("publisher"))):
            yield name, "json-ld:publisher"
    yield from head.told(OUTLETS[1:])
    for record in head.graph.sites:
        if record.get("@type") == "WebSite":
            for name in called(record):
                yield name, "json-ld:WebSite"


def _name(value: str, host: str) -> str | None:
    """A name without the motto behind it: the part of it that the address has too."""
    name = re.sub(r"\s*\((?:www\.)?[\w.-]+\.[a-z]{2,12}\)", "", plain(value) or "")
    if not name or name.startswith("@") or key(name) in _NO_OUTLET:
        return None
    parts = [part.strip() for part in _PARTING.split(name)]
    if len(parts) > 1:
        name = next((part for part in parts if fits(part, host)), name)
    return name if len(name) <= LONGEST_NAME else None


def _from_title(head: Head, host: str) -> Found:
    parts = [part.strip() for part in _PARTING.split(head.title)][:0:-1] if head.title else []
    fitting = (part for part in parts if len(part) <= LONGEST_NAME and not _DOMAIN.fullmatch(part) and fits(part, host))
    name = next(fitting, None)
    return (name, "page:title") if name else None


def fits(name: str, host: str) -> bool:
    """True where an address is made of a name: of its words, or of the beginnings of each.

    >>> fits("The New York Times", "nytimes"), fits("WSVN 7News", "wsvn"), fits("Weather", "wsvn")
    (True, True, False)
    """
    words = [word for word in _plain_letters(key(name)).replace("’", "").replace("'", "").split() if word.isalnum()]
    joined = "".join(words)
    if not joined or not host or len(words) > 8 or len(host) > 60:
        return False
    if len(host) >= 3 and ((host in joined and len(host) >= PART * len(joined)) or (len(joined) >= 4 and joined in host)):
        return True
    if len(words) <= WORDS and host in words[:2]:  # RT International, The Hill
        return True
    return any(_spelt(host, 0, kept) for kept in (words, words[1:] if words[0] == "the" else []) if kept)


def _spelt(host: str, at: int, words: list[str]) -> bool:
    """True where the rest of a host is made of the beginnings of these words, at least a letter of each."""
    ends = {at}
    for word in words:
        ends = {end + size for end in ends for size in range(1, len(word) + 1) if host.startswith(word[:size], end)}
    return len(host) in ends


def _host(address: str | None) -> str:
    """The name in an address: of "https://www.harbour-ledger.co.uk/a" it is "harbourledger"."""
    try:
        labels = (urlsplit(address or "").hostname or "").split(".")
    except ValueError:
        return ""
    labels = [label for label in labels[:-1] if label not in ("www", "m", "amp", "co", "com", "org", "net", "gov", "ac")]
    return _letters(labels[-1]) if labels else ""


def _plain_letters(name: str) -> str:
    """Without accents, which addresses do not have."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def called(value: object) -> Iterator[str]:
    """The names of a person, an organisation or several."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value[:100]:
            yield from called(one) if not isinstance(one, list) else ()
    elif isinstance(value, dict):
        name = value.get("name")
        if isinstance(name, str):
            yield name
        elif isinstance(name, list):
            yield from (one for one in name[:100] if isinstance(one, str))


# -- section, address, language --------------------------------------------------------------


def section(head: Head, records: list[Record], outlet: str | None) -> Found:
    """The part of the outlet that the article stands in, as the outlet names it; of several the first."""
    told = [(value, "json-ld:articleSection") for record in records for value in _strings(record.get("articleSection"))]
    trails = [(name, "json-ld:BreadcrumbList") for trail in head.graph.trails for name in _trail(trail)]
    for value, where in (*told, *head.told(SECTIONS), *trails):
        name = (plain(value) or "").split(",")[0].strip()
        if _is_section(name) and not (outlet and _letters(name) == _letters(outlet)):
            return name, where
    return None


def _is_section(name: str) -> bool:
    wordy = len(name) <= LONGEST_SECTION and any(letter.isalpha() for letter in name)
    return wordy and "://" not in name and not _DOMAIN.fullmatch(name) and name.casefold() not in _NO_SECTION


def _trail(record: Record) -> list[str]:
    """The steps of breadcrumbs between the front page and the article."""
    given = record.get("itemListElement")
    steps: list[str] = []
    for one in given[:20] if isinstance(given, list) else []:
        item = one.get("item") if isinstance(one, dict) else None
        name = (item.get("name") if isinstance(item, dict) else None) or (one.get("name") if isinstance(one, dict) else None)
        steps.append(name if isinstance(name, str) else "")
    steps = steps[:-1] if len(steps) > 2 else steps  # the last is the article
    return [step for step in steps if step.casefold() not in _FRONT and "home" not in step.casefold()][:1]


def _strings(value: object) -> list[str]:
    return [one for one in (value if isinstance(value, list) else [value])[:20] if isinstance(one, str)]


def address(head: Head, records: list[Record]) -> Found:
    """The canonical address; not that of the front page where the article has one of its own."""
    told = [(given, "page:link-canonical") for given in head.canonical]
    told.extend(head.told(ADDRESSES[:1]))
    told.extend((given, "json-ld:url") for record in records for given in addresses(record))
    told.extend(head.told(ADDRESSES[1:]))
    full = [(given, where) for given, where in told if ADDRESS.match(given)]
    if not full:
        return None
    own = next(((given, where) for given, where in full if urlsplit_path(given)), None)
    if own and told[0][0].startswith("/") and told[0][1] == "page:link-canonical":
        return urljoin(own[0], told[0][0]), told[0][1]
    return own or full[0]


def addresses(record: Record) -> Iterator[str]:
    """The addresses by which a record may name the page that it is about."""
    for name in ("url", "mainEntityOfPage", "@id"):
        given = record.get(name)
        given = given.get("@id") or given.get("url") if isinstance(given, dict) else given
        if isinstance(given, str) and (one := squeezed(given)):
            yield one


def urlsplit_path(address: str) -> str:
    """The path and query of an address, bare where it is the front page."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.path.strip('/')}?{parts.query}".strip("?")


def language(head: Head, records: Iterable[Record]) -> Found:
    """The language told; None where the page contradicts itself, so that its text decides."""
    told = [(head.language, "page:html-lang")]
    told.extend((tongue, "json-ld:inLanguage") for record in records if isinstance(tongue := record.get("inLanguage"), str))
    told.extend(head.told(LANGUAGES))
    found = [(code, where) for given, where in told if (code := coded(given))]
    return found[0] if len({code for code, _ in found}) == 1 else None
