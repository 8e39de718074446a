"""Where each telling has its knowledge from: whom it credits, copies, quotes from and links to.

A story and its tellings in order come in; one edge for each teller, origin and way goes out, with all places that
show it. An origin is an article of the story where one is of that outlet, else a name. No article has itself as origin.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from samestory.model import How, Provenance, Quote, Span, Story, Telling
from samestory.text import fold

# Agencies and papers under the names that other newsrooms use for them.
KNOWN_AS = {
    "ap": "associatedpress",
    "afp": "agencefrancepresse",
    "nyt": "newyorktimes",
    "nytimes": "newyorktimes",
    "wsj": "wallstreetjournal",
    "wapo": "washingtonpost",
    "bbcnews": "bbc",
    "cnncom": "cnn",
    "abcnews": "abc",
    "cbsnews": "cbs",
    "nbcnews": "nbc",
    "foxnews": "fox",
    "skynews": "sky",
    "eonline": "enews",
    "e": "enews",
    "rt": "russiatoday",
    "huffpost": "huffingtonpost",
    "latimes": "losangelestimes",
    "thesun": "sun",
    "theguardian": "guardian",
    "dailytelegraph": "telegraph",
    "mailonline": "dailymail",
    "reutersnewsagency": "reuters",
}
MEDIUM_OUTLET = re.compile(
    r"(?:interview|statement|conversation|comments?|remarks?|email|e-mail|call) (?:with|to|on|for) (?P<name>.+)$", re.I
)
SPOKEN_TO = re.compile(r"\b(?:tells?|told|telling|interview|spoke|speaking|talk(?:ed|ing)|statement to|e-?mailed to)\b", re.I)
TOLD = re.compile(r"^(?:told|tells|telling|informed|speaking to|spoke to|said to) (?P<name>.+)$", re.I)
# How a newspaper or a station is called; other outlets come as credits.
OUTLET_NAME = re.compile(
    r"\b(?:Times|Post|News|Radio|TV|Television|Herald|Gazette|Journal|Tribune|Magazine|Channel|Daily|Agency|Network|Courier|Ledger|Star"
    r"|Mail|Telegraph|Guardian|Observer|Chronicle|Globe|Sun|Mirror|Express|Standard|Examiner|Inquirer|Enquirer|Weekly|Today|Advertiser"
    r"|Echo|Argus|Bulletin|Sentinel|[KW][A-Z]{2,3}|CNN|BBC|NPR|ITV|CNBC|MSNBC|PBS|CBC|HBO|MTV)$"
)
SHORTEST_NAME = 4  # letters
FEWEST_COPIED = 4  # words of a passage that is shown as copied; "said" stands in everybody's sentences
_HOSTS = re.compile(r"^(?:www\d?|edition|m|mobile|amp|news|us|uk|en|feeds?)\.")
SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu"})  # "bbc.co.uk", "abc.net.au"
_SUFFIX = re.compile(r"\.(?:com|org|net|co|gov|edu|info|news|tv|[a-z]{2})(?:\.[a-z]{2})?$")


# "(AP)" and the like are these agencies and stations, whatever other outlet has the same initials.
SIGNED = frozenset(
    ["ap", "afp", "upi", "pa", "dpa", "bbc", "cnn", "npr", "itv", "cnbc", "msnbc", "pbs", "cbc", "hbo", "mtv", "abc", "cbs", "nbc", "rt"]
) | frozenset(KNOWN_AS)
_SECTION = re.compile(r"\s*[:|–—]\s+|\s+-\s+")  # "The Harbour Ledger: Sport"


def find(story: Story, tellings: Sequence[Telling]) -> tuple[Provenance, ...]:
    """The edges of the story: tellers in story order; credits, copies, quotes, links; then by place of the first evidence."""
    outlets = _Outlets(tellings)
    edges: dict[tuple[str, How, str, bool], set[Span]] = defaultdict(set)
    for telling in tellings:
        for how, name, span in (*_credited(telling), *_told(telling)):
            origin = outlets.origin(name, telling)
            if origin is not None:
                edges[telling.article.id, how, *origin].add(span)
        for copied, spans in _copied(story, telling, outlets):
            edges[telling.article.id, "copies", copied, True] |= spans
        for name, known, span in _linked(telling, outlets):
            edges[telling.article.id, "links", name, known].add(span)
    places = {telling.article.id: place for place, telling in enumerate(tellings)}
    found = [Provenance(teller, origin, known, how, tuple(sorted(spans))) for (teller, how, origin, known), spans in edges.items()]
    return tuple(sorted(found, key=lambda edge: (places[edge.teller], _HOWS.index(edge.how), edge.evidence, edge.origin)))


_HOWS: tuple[How, ...] = ("credits", "copies", "quotes", "links")


class _Outlets:
    """The outlets of the story's articles."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._by_key: dict[str, list[Telling]] = defaultdict(list)
        self._by_url: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for telling in tellings:
            article = telling.article
            for key in sorted(_keys_of(telling)):
                self._by_key[key].append(telling)
            if article.url:
                self._by_url.setdefault(_plain_url(article.url), article.id)
            for credit in telling.credits:
                self._names.setdefault(_key(credit.outlet), credit.outlet)
        self.articles = {telling.article.id for telling in tellings}

    def origin(self, name: str, teller: Telling) -> tuple[str, bool] | None:
        """The article of that outlet that the teller can have known, else the outlet's name; None for the teller itself."""
        key = _key(name)
        if not key or key in _keys_of(teller) or _short_for_own(name, key, teller):
            return None
        others = [telling for telling in self._by_key.get(key, ()) if telling.article.id != teller.article.id]
        # The nearest one before the teller; a later article cannot be what was credited, but its outlet can.
        known = [telling for telling in others if not (telling.day and teller.day and telling.day[:10] > teller.day[:10])]
        if known:
            return known[0].article.id, True
        if others and others[0].article.outlet:
            return others[0].article.outlet, False
        return self._names.get(key, name), False

    def linked(self, url: str) -> str | None:
        """The id of the article at this address."""
        return self._by_url.get(_plain_url(url))

    def host(self, url: str) -> str | None:
        """The name of the outlet at this host, where an article of the story is or credits that outlet."""
        key = _host_key(url)
        if key in self._by_key:
            return self._by_key[key][0].article.outlet or key
        return self._names.get(key)


def _credited(telling: Telling) -> Iterator[tuple[How, str, Span]]:
    """Outlets credited; one that somebody spoke to ("told the Harbour Ledger") is quoted from."""
    for credit in telling.credits:
        spoken_to = SPOKEN_TO.search(telling.article.words(credit.span))
        yield "quotes" if spoken_to else "credits", credit.outlet, credit.span


def _told(telling: Telling) -> Iterator[tuple[How, str, Span]]:
    """Statements that were made to another outlet: "told the Harbour Ledger"."""
    for quote in telling.quotes:
        name = _outlet_of(quote)
        if quote.medium and name and not any(credit.span.overlaps(quote.medium.span) for credit in telling.credits):
            yield "quotes", name, quote.medium.span


def _outlet_of(quote: Quote) -> str | None:
    if quote.medium is None:
        return None
    found = MEDIUM_OUTLET.search(quote.medium.name) or TOLD.search(quote.medium.name)
    name = found["name"].strip() if found else None
    return name if name and name[:1].isalnum() and _names_something(name) else None


def _names_something(name: str) -> bool:
    """Whether the words are an outlet's name: "the Harbour Ledger", "CNN"; not "a friend", "Tuesday" or "Kimmel"."""
    words = name.removeprefix("the ").removeprefix("The ").split()
    return bool(words) and words[0][:1].isupper() and bool(OUTLET_NAME.search(name) or _key(name) in KNOWN_AS.values())


def _linked(telling: Telling, outlets: _Outlets) -> Iterator[tuple[str, bool, Span]]:
    """Links to an article of the story, or to another page of an outlet of the story."""
    for link in telling.article.links:
        linked = outlets.linked(link.url)
        if linked is not None and linked != telling.article.id:
            yield linked, True, link.span
        elif linked is None and _host_key(link.url) not in _keys_of(telling) and (name := outlets.host(link.url)):
            yield name, False, link.span


def _copied(story: Story, telling: Telling, outlets: _Outlets) -> Iterator[tuple[str, set[Span]]]:
    for copy in story.copies:
        if copy.article == telling.article.id != copy.of and copy.of in outlets.articles:
            ours = {passage for passage, _ in copy.passages}
            long = {passage for passage in ours if len(telling.article.words(passage).split()) >= FEWEST_COPIED}
            yield copy.of, long or ours


def _keys_of(telling: Telling) -> frozenset[str]:
    """What an article's outlet may be called: its name, without a section's and in initials, and its host."""
    article = telling.article
    outlet = article.outlet or ""
    names = [_key(outlet), _key(_SECTION.split(outlet)[0]), _initials(outlet), _host_key(article.url) if article.url else ""]
    if "." in outlet and " " not in outlet:  # "edition.example-news.com"
        names += [_key(label) for label in outlet.split(".")[:-1] if len(label) > 1]
    return frozenset(key for key in names if key)


def _short_for_own(name: str, key: str, teller: Telling) -> bool:
    """Whether it is the last word of the teller's own name: "the Ledger" in the Harbour Ledger."""
    one_word = len(name.removeprefix("The ").removeprefix("the ").split()) == 1
    return one_word and len(key) >= SHORTEST_NAME and any(own.endswith(key) for own in _keys_of(teller))


def _initials(outlet: str) -> str:
    """How an outlet signs: "TP" of the Transcoast Press; nothing where another signs so.

    >>> _initials("The Transcoast Press"), _initials("Northfield Press Radio")
    ('tp', '')
    """
    letters = "".join(word[0] for word in outlet.removeprefix("The ").split() if word[0].isupper()).casefold()
    return letters if len(letters) > 1 and letters not in SIGNED else ""


def _key(name: str) -> str:
    """An outlet's name without article, host endings, blanks and marks.

    >>> _key("The New York Times") == _key("nytimes.com")
    True
    """
    plain = _SUFFIX.sub("", _HOSTS.sub("", fold(name).casefold().strip()))
    plain = re.sub(r"'s$|^the\s+", "", plain)
    plain = re.sub(r"\W+", "", plain)
    return KNOWN_AS.get(plain, plain)


def _host_key(url: str) -> str:
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:  # not an address at all
        return ""
    labels = host.split(".")[:-1]
    if len(labels) > 1 and labels[-1] in SECOND_LEVEL:
        labels.pop()
    return _key(labels[-1]) if labels else ""


def _plain_url(url: str) -> str:
    """An address without scheme, www, query, fragment and closing slash."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # not an address at all
        return url.strip()
    path = re.sub(r"/(?:amp|index\.html?)?/?$", "", parts.path)
    identifying = f"?{parts.query}" if re.search(r"(?:^|&)(?:id|p|story|article)=", parts.query, re.I) else ""
    return f"{(parts.hostname or '').removeprefix('www.')}{path}{identifying}"
