"""What an outlet is called: its name, its initials, its host; and the outlets of a story by these keys.

Tellings come in; what a name or an address stands for among them goes out: an article of the story, else an outlet by name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from samestory.model import Telling
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
SHORTEST_NAME = 4  # letters
_HOSTS = re.compile(r"^(?:www\d?|edition|m|mobile|amp|news|us|uk|en|feeds?)\.")
SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu"})  # "bbc.co.uk", "abc.net.au"
NO_NAME = SECOND_LEVEL | {"www", "www1", "www2", "edition", "mobile", "amp", "feeds"}  # of a host
_SUFFIX = re.compile(r"\.(?:com|org|net|co|gov|edu|info|news|tv|[a-z]{2})(?:\.[a-z]{2})?$")


# "(AP)" and the like are these agencies and stations, whatever other outlet has the same initials.
SIGNED = frozenset(
    ["ap", "afp", "upi", "pa", "dpa", "bbc", "cnn", "npr", "itv", "cnbc", "msnbc", "pbs", "cbc", "hbo", "mtv", "abc", "cbs", "nbc", "rt"]
) | frozenset(KNOWN_AS)
# A station's brand: "NewsChannel 4", "Channel 4 News", "FOX 4", "Eyewitness News"; an agency or a newspaper has none.
_STATION = re.compile(
    r"(?:the )?(?:(?:news ?channel|channel|local|news|tv|abc|cbs|nbc|fox|cw) ?\d{1,2}(?: (?:news|tv))?"
    r"|(?:eyewitness|action) news(?: \d{1,2})?)",
    re.I,
)
_DID = (  # what only its own newsroom tells of a station; what others have from it, it "reports"
    r"(?:(?:has|have|had|is|also|crews?|reporters?) ){0,3}"
    r"(?:reached out|reaching out|conducted|spoke|working|attempted|obtained|requested|asked|contacted)\b"
)
_NETWORKS = frozenset({"abc", "cbs", "nbc", "fox"})
_SECTION = re.compile(r"\s*[:|–—]\s+|\s+-\s+")  # "The Harbour Ledger: Sport"


class Outlets:
    """The outlets of the story's articles."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._by_key: dict[str, list[Telling]] = defaultdict(list)
        self._by_url: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for telling in tellings:
            article = telling.article
            for name in sorted(keys_of(telling)):
                self._by_key[name].append(telling)
            if article.url:
                self._by_url.setdefault(plain_url(article.url), article.id)
            for credit in telling.credits:
                self._names.setdefault(outlet_key(credit.outlet), credit.outlet)
        self.articles = {telling.article.id for telling in tellings}

    def origin(self, name: str, teller: Telling) -> tuple[str, bool] | None:
        """The article of that outlet that the teller can have known, else the outlet's name; None for the teller itself."""
        key = outlet_key(name)
        if not key or key in keys_of(teller) or _short_for_own(name, key, teller):
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
        return self._by_url.get(plain_url(url))

    def host(self, url: str) -> str | None:
        """The name of the outlet at this host, where an article of the story is or credits that outlet."""
        key = host_key(url)
        if key in self._by_key:
            return self._by_key[key][0].article.outlet or key
        return self._names.get(key)


def keys_of(telling: Telling) -> frozenset[str]:
    """What an article's outlet may be called: its name, without a section's and in initials, and its host."""
    article = telling.article
    outlet = article.outlet or ""
    names = [outlet_key(outlet), outlet_key(_SECTION.split(outlet)[0]), _initials(outlet), host_key(article.url) if article.url else ""]
    if "." in outlet and " " not in outlet:  # "edition.example-news.com"
        names += [outlet_key(label) for label in outlet.casefold().split(".")[:-1] if len(label) > 1 and label not in NO_NAME]
    return frozenset(key for key in (*names, *_brands(telling, frozenset(names))) if key)


def _brands(telling: Telling, own: frozenset[str]) -> Iterator[str]:
    """What a station calls itself, where that is neither its name nor its host: in a dateline beside one of them ("(WQXY/NewsChannel 4)"),
    or where the article tells what the station itself did ("NewsChannel 4 also reached out to the owner")."""
    for name in {credit.outlet for credit in telling.credits}:
        parts = [outlet_key(part) for part in name.split("/")]
        if len(parts) > 1 and own.intersection(parts):
            yield from (outlet_key(name), *parts)
        elif _STATION.fullmatch(name.strip()) and outlet_key(name) not in SIGNED:
            did = re.compile(rf"(?<!\w){re.escape(name.strip())}(?:['’]s)? {_DID}", re.I)
            if did.search(telling.article.text):
                yield outlet_key(name)


def _short_for_own(name: str, key: str, teller: Telling) -> bool:
    """Whether it is the last word of the teller's own name, or that without its channel: "the Ledger" in the Harbour Ledger."""
    one_word = len(name.removeprefix("The ").removeprefix("the ").split()) == 1
    own_keys = keys_of(teller)
    if any(own.startswith(key) and own[len(key) :].isdigit() for own in own_keys):  # "told CBS" at cbs58.com, "(WAVE)" at wave3.com
        return True
    if key in _NETWORKS and any(own.startswith(key) for own in own_keys):  # "told NBC News" at nbcwexley.com
        return True
    return one_word and len(key) >= SHORTEST_NAME and any(own.endswith(key) for own in own_keys)


def _initials(outlet: str) -> str:
    """How an outlet signs: "TP" of the Transcoast Press; nothing where another signs so.

    >>> _initials("The Transcoast Press"), _initials("Northfield Press Radio")
    ('tp', '')
    """
    letters = "".join(word[0] for word in outlet.removeprefix("The ").split() if word[0].isupper()).casefold()
    return letters if len(letters) > 1 and letters not in SIGNED else ""


def outlet_key(name: str) -> str:
    """An outlet's name without article, host endings, blanks and marks.

    >>> outlet_key("The New York Times") == outlet_key("nytimes.com")
    True
    """
    plain = _SUFFIX.sub("", _HOSTS.sub("", fold(name).casefold().strip()))
    plain = re.sub(r"'s$|^the\s+", "", plain)
    plain = re.sub(r"\W+", "", plain)
    return KNOWN_AS.get(plain, plain)


def host_key(url: str) -> str:
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:  # not an address at all
        return ""
    labels = host.split(".")[:-1]
    if len(labels) > 1 and labels[-1] in SECOND_LEVEL:
        labels.pop()
    return outlet_key(labels[-1]) if labels else ""


def plain_url(url: str) -> str:
    """An address without scheme, www, query, fragment and closing slash."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # not an address at all
        return url.strip()
    path = re.sub(r"/(?:amp|index\.html?)?/?$", "", parts.path)
    identifying = f"?{parts.query}" if re.search(r"(?:^|&)(?:id|p|story|article)=", parts.query, re.I) else ""
    return f"{(parts.hostname or '').removeprefix('www.')}{path}{identifying}"
