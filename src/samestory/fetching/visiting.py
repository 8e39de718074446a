"""One visit: from an address as it was given to what lies there, by way of robots.txt, copies, redirects and second tries.

An address comes in; a `Document` goes out, or an `Unreadable` that says in plain words what was in the way. Every hop of a redirect
passes the same checks as the address itself. Nothing else is fetched: no pictures, no links.
"""

from __future__ import annotations

import re
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from samestory.fetching import places, robots
from samestory.fetching.cache import Cache, Kept
from samestory.fetching.manners import LARGEST, REDIRECTS, TOTAL, CannotFetch, Document, Manners
from samestory.fetching.network import Answer, Question, World, ask
from samestory.fetching.pace import Pace
from samestory.fetching.places import Place
from samestory.model import Unreadable

MOVED = frozenset((301, 302, 303, 307, 308))
BUSY = frozenset((429, 502, 503, 504))
TRIES = 3
BACKOFF = 2.0  # seconds before the second try, twice that before the third
FRESH_AT_MOST = 86_400.0  # a site may say that a page stays as it is for a year; newsrooms correct within the day
LONGEST_TAG = 1000  # characters of an ETag; real ones have 10 to 80
STATUS = {
    401: "the site wants a login for this page",
    402: "the site wants to be paid for this page",
    403: "the site does not let samestory read this page",
    404: "there is no such page on the site",
    406: "the site does not have this page in a form that can be read",
    410: "the page was there and has been taken away",
    429: "the site is asked too often at the moment; try again later",
    451: "the page is withheld for legal reasons",
}
_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,10})", re.I)
_ALWAYS_ASK = re.compile(r"(?:^|[,\s])no-cache\b", re.I)
_NO_STORE = re.compile(r"(?:^|[,\s])no-store\b", re.I)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.I | re.A)
_DIGITS = re.compile(r"\d{1,9}", re.A)


@dataclass(frozen=True, slots=True)
class Errand:
    """What a visit is for: an article, or a robots.txt."""

    most: int
    redirects: int
    obeys: bool  # asks robots.txt first
    cut: bool = False


ARTICLE = Errand(LARGEST, REDIRECTS, obeys=True)
ROBOTS = Errand(robots.LARGEST, 5, obeys=False, cut=True)  # five as the standard says


class Visitor:
    """Visits addresses, and remembers between visits whom it asked when, and what robots.txt said. Threads may share one."""

    def __init__(self, manners: Manners, world: World | None = None) -> None:
        self._manners = manners
        self._world = world or World()
        self._cache = Cache(manners.cache)
        self._pace = Pace(manners.pause, self._world)
        self._rules: dict[str, robots.Rules | CannotFetch] = {}
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._guard = threading.Lock()
        self._asked: set[str] = set()  # keys of the copies made in this run: they need not be asked for again

    def visit(self, address: str) -> Document | Unreadable:
        """What lies at an address."""
        try:
            answer = self._follow(places.parse(address), ARTICLE, self._manners.allow_private)
            if answer.status != 200:
                raise CannotFetch(_said(answer))
        except CannotFetch as problem:
            return Unreadable(address, problem.reason)
        charset = _CHARSET.search(answer.headers.get("content-type", ""))
        return Document(address, str(answer.place), charset[1] if charset else None, answer.body)

    def tidy(self) -> None:
        """Leave the copies in bounds."""
        self._cache.tidy(self._world.today())

    def _follow(self, place: Place, errand: Errand, inside: bool) -> Answer:
        """The answer at the end of all redirects. A site on the open net may lead nobody inside, whatever is allowed."""
        budget = _Budget(TOTAL, self._world.clock)
        seen: set[Place] = set()
        while True:
            seen.add(place)
            try:
                answer = self._get(place, errand, inside, budget)
            except CannotFetch as problem:
                if len(seen) == 1:
                    raise
                raise CannotFetch(f"the site redirects to {str(place)[:200]}: {problem.reason}", reached=problem.reached) from problem
            location = answer.headers.get("location") if answer.status in MOVED else None
            if location is None or len(seen) > errand.redirects:
                return answer
            place, inside = places.onward(place, location), inside and answer.private
            if place in seen:
                return answer

    def _get(self, place: Place, errand: Errand, inside: bool, budget: _Budget) -> Answer:
        """What one place says: the copy kept of it, if it still holds."""
        key = f"{place}\n{self._manners.agent}\n{'inside' if inside else ''}"
        kept = self._cache.get(key)
        if kept and (kept.is_fresh(self._world.today()) or key in self._asked):
            return _from_copy(place, kept)
        if errand.obeys:
            self._obey(place, inside)
        headers = {"User-Agent": self._manners.agent, **(_conditions(kept) if kept else {})}
        answer = self._tried(place, errand, (headers, inside), budget)
        if answer.status == 304 and kept:
            answer = Answer(place, 200, {"content-type": kept.kind, **_renewed(kept), **answer.headers}, kept.body, answer.private)
        if answer.status == 200:
            self._keep(key, answer)
        return answer

    def _tried(self, place: Place, errand: Errand, told: tuple[Mapping[str, str], bool], budget: _Budget) -> Answer:
        """The answer to one question, asked again where another try may go well."""
        headers, inside = told
        for tried in range(1, TRIES + 1):
            wait = BACKOFF * tried
            try:
                with self._pace.turn(place.host), budget.spending() as seconds:
                    answer = ask(Question(place, headers, errand.most, seconds, inside, errand.cut), self._world)
            except CannotFetch as problem:
                if not problem.transient or tried == TRIES:
                    raise
            else:
                if answer.status not in BUSY:
                    return answer
                wait = max(wait, self._retry_after(answer))
                if tried == TRIES:
                    self._pace.later(place.host, wait)
                    return answer
            self._pace.later(place.host, wait)
        raise AssertionError("the last try returns or raises")

    def _retry_after(self, answer: Answer) -> float:
        told = answer.headers.get("retry-after", "").strip()
        if _DIGITS.fullmatch(told):
            return float(told)
        try:
            return parsedate_to_datetime(told).timestamp() - self._world.today()
        except (ValueError, TypeError, OverflowError):
            return 0.0

    # -- robots.txt --------------------------------------------------------------------------

    def _obey(self, place: Place, inside: bool) -> None:
        """Raise where robots.txt forbids the place."""
        with self._guard:
            lock = self._locks[place.origin]
        with lock:
            if place.origin not in self._rules:
                self._rules[place.origin] = self._ask_robots(place, inside)
        rules = self._rules[place.origin]
        if isinstance(rules, CannotFetch):
            raise CannotFetch(rules.reason)
        if rule := rules.forbids(place.target):
            raise CannotFetch(f'the robots.txt of {place.host} forbids it with "{rule.line[:100]}"')

    def _ask_robots(self, place: Place, inside: bool) -> robots.Rules | CannotFetch:
        try:
            answer = self._follow(Place(place.scheme, place.host, place.port, "/robots.txt"), ROBOTS, inside)
        except CannotFetch as problem:
            if not problem.reached:
                return problem
            return CannotFetch(f"the robots.txt of {place.host} cannot be read, so nothing is fetched there: {problem.reason}")
        if answer.status == 429 or answer.status >= 500:
            return CannotFetch(f"the robots.txt of {place.host} cannot be read, so nothing is fetched there: {_said(answer)}")
        if answer.status != 200:  # none there, or redirects without end: the standard says to go on as if there were none
            return robots.Rules()
        rules = robots.parse(answer.body, self._manners.agent)
        if rules.delay:
            self._pace.slower(place.host, rules.delay)
        return rules

    # -- copies ------------------------------------------------------------------------------

    def _keep(self, key: str, answer: Answer) -> None:
        """Keep a copy, unless the site says not to, or would have to be asked for all of it again anyway."""
        told = answer.headers
        now = self._world.today()
        caching = told.get("cache-control", "")
        age = _MAX_AGE.search(caching)
        old = int(told["age"]) if _DIGITS.fullmatch(told.get("age", "")) else 0
        fresh = min(int(age[1]) - old, FRESH_AT_MOST) if age and not _ALWAYS_ASK.search(caching) else 0.0
        tag, changed = told.get("etag", ""), told.get("last-modified", "")
        if _NO_STORE.search(caching) or "*" in told.get("vary", "") or not (tag or changed or fresh > 0):
            self._cache.drop(key)
            return
        kind = told.get("content-type", "")
        self._asked.add(key)
        self._cache.put(key, Kept(answer.body, kind, tag, changed, now, now + max(fresh, 0.0), answer.private))


def _from_copy(place: Place, kept: Kept) -> Answer:
    return Answer(place, 200, {"content-type": kept.kind}, kept.body, kept.private)


def _conditions(kept: Kept) -> dict[str, str]:
    """What makes a question conditional, as far as it may be sent back as it came."""
    told = (("If-None-Match", kept.tag), ("If-Modified-Since", kept.changed))
    return {name: value for name, value in told if value and len(value) <= LONGEST_TAG and value.isascii() and value.isprintable()}


def _renewed(kept: Kept) -> dict[str, str]:
    """What a copy said, for an answer that says only what has changed since."""
    return {name: value for name, value in (("etag", kept.tag), ("last-modified", kept.changed)) if value}


def _said(answer: Answer) -> str:
    """A status in words."""
    status = answer.status
    if status in STATUS:
        return f"{STATUS[status]} ({status})"
    if status >= 500:
        return f"the site has a fault of its own ({status}); try again later"
    if status >= 400:
        return f"the site turns the question down ({status})"
    if status in MOVED and "location" in answer.headers:
        return f"the site's redirects lead in a circle, or on and on ({status})"
    if status >= 300:
        return f"the site says that the page is elsewhere, but not where ({status})"
    return f"the site answers without a page ({status})"


class _Budget:
    """The seconds on the network that a visit has left. Pauses for politeness do not count."""

    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        self._left = seconds
        self._clock = clock

    @contextmanager
    def spending(self) -> Iterator[float]:
        start = self._clock()
        try:
            yield self._left
        finally:
            self._left -= self._clock() - start
