"""robots.txt as RFC 9309 tells it: what a site asks machines not to visit.

The file's text comes in; `Rules` go out, which answer for a path and query, and name the line that forbids it. Nothing here fetches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

LARGEST = 500 * 1024  # bytes that are read; the standard asks for at least that many
_PRODUCT = re.compile(r"[A-Za-z_-]+")
_COUPLE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_SAFE = "!$&'()*+,;=:@/~%-._?"  # what `places.parse` leaves as it is
_DELAY = re.compile(r"\d{1,6}(?:\.\d{1,6})?")


@dataclass(frozen=True, slots=True)
class Rule:
    """One line: what may or may not be visited."""

    allows: bool
    pattern: str  # with %XX set as in `_plain`

    @property
    def line(self) -> str:
        return f"{'Allow' if self.allows else 'Disallow'}: {self.pattern}"


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules for one product of one robots.txt."""

    rules: tuple[Rule, ...] = ()
    delay: float | None = None  # seconds between two visits

    def forbids(self, target: str) -> Rule | None:
        """The rule that forbids a path and query: the longest that fits decides, and of two as long the one that allows."""
        if target == "/robots.txt":
            return None
        target = _plain(target).replace("*", "%2A").replace("$", "%24")
        fitting = [rule for rule in self.rules if _fits(rule.pattern, target)]
        longest = max(fitting, key=lambda rule: (len(rule.pattern), rule.allows), default=None)
        return longest if longest and not longest.allows else None


def product(agent: str) -> str:
    """The word of a user agent by which robots.txt calls it.

    >>> product("samestory/0.1 (a tool)"), product("007")
    ('samestory', '')
    """
    found = _PRODUCT.match(agent)
    return found[0].lower() if found else ""


def parse(data: bytes, agent: str) -> Rules:
    """The rules of a robots.txt for one user agent: of all groups that name it, else of those for everybody."""
    name = product(agent)
    named: list[tuple[str, str]] = []
    general: list[tuple[str, str]] = []
    called = False
    for names, lines in _groups(data):
        if name and name in names:
            called = True
            named.extend(lines)
        elif "*" in names:
            general.extend(lines)
    lines = named if called else general
    rules = tuple(Rule(field == "allow", _pattern(value)) for field, value in lines if field != "crawl-delay" and value)
    delays = [float(value) for field, value in lines if field == "crawl-delay" and _DELAY.fullmatch(value)]
    return Rules(rules, max(delays, default=None))


def _groups(data: bytes) -> Iterator[tuple[set[str], list[tuple[str, str]]]]:
    """Each group: the products it is for, and its lines."""
    names: set[str] = set()
    lines: list[tuple[str, str]] = []
    open_ = False  # rules have begun: the next user agent opens another group
    for field, value in _lines(data):
        if field == "user-agent":
            if open_:
                yield names, lines
                names, lines, open_ = set(), [], False
            names.add("*" if value.startswith("*") else product(value))
        elif names:
            lines.append((field, value))
            # Crawl-delay is not in the standard, where it would part no groups. Who obeys it (Bing, Scrapy) counts it as a rule, and
            # sites write it so: a delay for everybody, then a group that shuts out one.
            open_ = True
    yield names, lines


def _lines(data: bytes) -> Iterator[tuple[str, str]]:
    text = data[:LARGEST].decode("utf-8", "replace").lstrip("\ufeff")
    for line in re.split(r"[\r\n]+", text):
        field, colon, value = line.partition("#")[0].partition(":")
        field = field.strip().lower()
        if colon and field in ("user-agent", "allow", "disallow", "crawl-delay"):
            yield field, value.strip()


def _plain(text: str) -> str:
    """A path with everything in one spelling: %XX in capitals where it is needed, the letter where it is not."""

    def spell(found: re.Match[str]) -> str:
        code = int(found[1], 16)
        return chr(code) if code in _UNRESERVED else f"%{code:02X}"

    return _COUPLE.sub(spell, quote(text, safe=_SAFE))


def _pattern(value: str) -> str:
    plain = _plain(value)
    return plain[:-1].replace("$", "%24") + plain[-1:]


def _fits(pattern: str, target: str) -> bool:
    """True where the pattern fits from the start of the target; `*` is anything, a last `$` the end.

    Each part is looked for once, from left to right, so no pattern can make this slow.
    """
    ends = pattern.endswith("$")
    first, *parts = pattern.removesuffix("$").split("*")
    if not target.startswith(first):
        return False
    at = len(first)
    if not parts:
        return not ends or at == len(target)
    last = parts.pop() if ends else ""
    for part in parts:
        found = target.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return not ends or (target.endswith(last) and len(target) - len(last) >= at)
