"""What may tie two articles of a story to one source, and articles no two of which are tied.

Whom the articles quote, what they are known to draw on and their tellings come in; the largest set found of articles that nothing
ties goes out. Each of them quotes somebody by name, in marks, and they speak of one matter. Too much ties rather than too little: who
is quoted in one article and only named in another may be behind both, so may one police force, one party, one ministry. What neither
article tells cannot tie them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from samestory.comparing import passages, speakers, wording
from samestory.comparing.outlets import keys_of, plain_url
from samestory.comparing.persons import in_full
from samestory.comparing.speakers import Voice
from samestory.model import Quote, Saying, Telling

Key = tuple[str, Hashable]
_Statement = frozenset[str]
SAME_MATTER = 2  # words of matter, names and numbers among them, in two statements
LONG = 4  # letters of a part of a name by which two names may be one
LONG_MATTER = 5  # of a stem: "life", "want", "wait" and "made" are in everybody's words
_AFFILIATED = re.compile(r"\b[A-Z][\w-]{3,}")  # "spokesman for the Harbour Workers’ Union"


@dataclass(frozen=True, slots=True)
class Shared:
    """What there is to tie articles by."""

    tellings: Sequence[Telling]
    sayings: Sequence[Saying]
    ties: Mapping[str, set[Key]]  # by article: its sources, the outlets and articles that it credits, copies or links to
    heard: Mapping[str, Sequence[tuple[Voice, Quote]]]  # by article whose words it gives
    untold: frozenset[str]  # articles with words whose speaker they do not tell


def independent(shared: Shared) -> tuple[str, ...]:
    """Articles no two of which have a bond in common, in order."""
    said = {telling.article.id: _statements(telling, shared.heard.get(telling.article.id, ())) for telling in shared.tellings}
    own = {article: statements for article, statements in said.items() if statements}
    return _apart(own, {article: frozenset(keys) for article, keys in _bonds(shared).items()} if len(own) > 1 else {})


def _statements(telling: Telling, heard: Sequence[tuple[Voice, Quote]]) -> tuple[_Statement, ...]:
    """The words of matter of each statement in it by somebody whom one could ask, by name.

    What "police" said or a firm announced, and words only reported ("Biden is still saying"), may come by way of anybody: of eight
    sets of articles found without this five were apart, by eye.
    """
    said = (
        " ".join(telling.article.words(piece) for piece in quote.content)
        for voice, quote in heard
        if quote.kind == "direct" and quote.speaker is not None and quote.speaker.kind == "person" and in_full(voice.name)
    )
    event = wording.matter(telling.article.title or "")  # "World Series": everybody there has it on their lips
    matters = (wording.matter(words) - event for words in said)
    return tuple(frozenset(word for word in matter if len(word) >= LONG_MATTER or word.isdigit()) for matter in matters)


def _of_one_matter(one: Sequence[_Statement], other: Sequence[_Statement]) -> bool:
    """Whether two persons say something of the same: who speaks of another matter bears nobody out.

    Of five pairs of articles that nothing tied, all spoke of two matters, one by one; without this they were told as two sources.
    """
    return any(len(ours & theirs) >= SAME_MATTER for ours in one for theirs in other)


def _apart(said: Mapping[str, Sequence[_Statement]], bonds: Mapping[str, frozenset[Key]]) -> tuple[str, ...]:
    """Beginning with each in turn, those with the fewest bonds are taken first: the largest set may be missed, two articles without
    a bond are not."""

    @cache
    def meet(one: str, other: str) -> bool:
        return _of_one_matter(said[one], said[other])

    articles = [*said] if bonds else []
    count = Counter(bond for article in bonds for bond in bonds[article])
    shared = {article: {bond for bond in bonds[article] if count[bond] > 1} for article in articles}
    order = sorted(articles, key=lambda article: (len(shared[article]), articles.index(article)))
    best: list[str] = []
    for first in order:
        taken: set[Key] = set()
        chosen: list[str] = []
        for article in (first, *(other for other in order if other != first)):
            if not taken & shared[article] and all(meet(article, one) for one in chosen):
                taken |= shared[article]
                chosen.append(article)
        best = max(best, chosen, key=len)
    return tuple(article for article in articles if article in best)


def _bonds(shared: Shared) -> dict[str, set[Key]]:
    runs = passages.shared(shared.tellings)
    voices = _voices(shared)
    offices = _offices(shared)
    found: dict[str, set[Key]] = {}
    for telling in shared.tellings:
        article = telling.article.id
        found[article] = {*shared.ties[article], ("article", article), *voices[article], *offices[article]}
        found[article] |= {("run", run) for run in runs[article]} | {("affiliation", word) for word in _affiliations(telling, shared)}
        found[article] |= set(_printed(telling))
    for number, saying in enumerate(shared.sayings):
        for version in saying.versions:
            if version.article in found:
                found[version.article].add(("saying", number))
    return found


def _printed(telling: Telling) -> Iterator[Key]:
    """Its outlet, its authors, and the pages it links to."""
    yield from (("outlet", key) for key in keys_of(telling))
    yield from (("author", speakers.plain(name)) for name in telling.article.byline)
    yield from (("link", plain_url(link.url)) for link in telling.article.links)


def _voices(shared: Shared) -> dict[str, set[Key]]:
    """Who may be one is one: "Joe Marrow" and "Joseph T. Marrow", "Marrow" and "Marrow Un". Whom one article quotes and another only
    names may have told both; words whose speaker is not told may be those of anybody who shares part of a name named there."""
    cited = {article: {voice.key for voice, _ in heard} for article, heard in shared.heard.items()}
    every = set[str]().union(*cited.values())
    by_part: dict[str, set[str]] = defaultdict(set)
    by_last: dict[str, set[str]] = defaultdict(set)
    for name in every:
        by_last[name.split()[-1]].add(name)
        for part in name.split():
            by_part[part].add(name)
    bare = {name for name in every if " " not in name} | {name.split()[-1] for name in every}
    found: dict[str, set[Key]] = {}
    for telling in shared.tellings:
        article = telling.article.id
        meant = set(cited.get(article, ()))
        for name in _named(telling):
            meant |= by_last.get(name.split()[-1], set())
            for part in name.split() if article in shared.untold else ():
                meant |= by_part[part] if len(part) >= LONG and part in by_part else set()
        found[article] = {("voice", part) for name in meant for part in (name, *name.split()) if part == name or part in bare}
    return found


def _named(telling: Telling) -> set[str]:
    """All whom an article names, as they are compared."""
    names = (re.sub(r"[’']s?$", "", name) for name in (*(p.name for p in telling.people), *(n.name for n in telling.names)))
    return {plain for name in names if (plain := speakers.plain(name))}


def _offices(shared: Shared) -> dict[str, set[Key]]:
    """Offices tie who speaks for them, and who so much as mentions one that another article quotes."""
    spoken = {article: {voice.office for voice, _ in heard if voice.office} for article, heard in shared.heard.items()}
    every = set(chain.from_iterable(spoken.values()))
    found: dict[str, set[Key]] = {}
    for telling in shared.tellings:
        article = telling.article.id
        own = spoken.get(article, set())
        mentioned = speakers.offices_in(telling.article.text) & every
        found[article] = {("office", office) for office in own | mentioned} | ({("office", speakers.OFFICIALS)} if own else set())
    return found


def _affiliations(telling: Telling, shared: Shared) -> Iterator[str]:
    """For whom its voices speak, word by word: "Union", "Harbour"."""
    for voice, quote in shared.heard.get(telling.article.id, ()):
        told = [quote.speaker.role or ""] if quote.speaker else []
        words = chain.from_iterable(_AFFILIATED.findall(one) for one in (*told, *(telling.article.words(span) for span in quote.source)))
        yield from (plain for word in words if (plain := speakers.plain(word)) not in voice.key.split())
