"""Versions of one article: of one address, or of one outlet within days of each other with hardly any words of their own.

A story and its tellings in order come in; the pairs of versions, each with what changed (`rewrites`), and the tellings that stand for
one article each go out. Two versions are one voice: an earlier one confirms nothing that the later one says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from urllib.parse import urlsplit

from samestory.comparing import rewrites
from samestory.comparing.outlets import outlet_key, plain_url
from samestory.comparing.tellers import title
from samestory.comparing.wording import split
from samestory.model import Copy, Revision, Story, Telling

# Of 170 pairs of one outlet in reuse/pairs with half of the shorter text in common, those of one article were "whole", or shared nearly
# all of the shorter text under one headline; others shared background, captions or a gallery. A gallery of the next year was whole too.
NEARLY_ALL = 0.9
WITHIN = 7  # days between two versions where both are known
ONE_HEADLINE = 0.5  # of the shorter headline's words that stand in the other


def find(story: Story, tellings: Sequence[Telling]) -> tuple[Revision, ...]:
    """Each version with the one that follows it, in order of the story."""
    by = {telling.article.id: telling for telling in tellings}
    found = []
    for versions, why in _families(story, tellings):
        for one, two in pairwise(versions):
            earlier, later = by[one], by[two]
            found.append(Revision(one, two, why, rewrites.find(earlier, later)))
    return tuple(found)


def current(tellings: Sequence[Telling], revisions: Sequence[Revision]) -> tuple[Telling, ...]:
    """One telling for each article: its last version."""
    superseded = {revision.earlier for revision in revisions}
    return tuple(telling for telling in tellings if telling.article.id not in superseded)


def last_versions(revisions: Sequence[Revision]) -> dict[str, str]:
    """By version of an article its last one."""
    last: dict[str, str] = {}
    for revision in reversed(revisions):  # each follows the one before it
        last[revision.earlier] = last.get(revision.later, revision.later)
        last.setdefault(revision.later, revision.later)
    return last


def _families(story: Story, tellings: Sequence[Telling]) -> Iterator[tuple[list[str], str]]:
    """The versions of each article, earliest first, and what makes them that."""
    home = {telling.article.id: telling.article.id for telling in tellings}
    whys: dict[str, str] = {}
    for one, two, why in _pairs(story, tellings):
        old, new = sorted((home[one], home[two]), key=[*home].index)
        if old != new:
            home = {article: old if held == new else held for article, held in home.items()}
        whys.setdefault(home[one], why)
    for first, why in whys.items():
        family = [telling for telling in tellings if home[telling.article.id] == first]
        if home[first] == first and len(family) > 1:
            places = {telling.article.id: place for place, telling in enumerate(tellings)}
            family.sort(key=lambda t: (t.day or "9999", t.article.modified or t.article.published or "", places[t.article.id]))
            yield [telling.article.id for telling in family], why


def _pairs(story: Story, tellings: Sequence[Telling]) -> Iterator[tuple[str, str, str]]:
    by = {telling.article.id: telling for telling in tellings}
    seen: dict[str, str] = {}
    for telling in tellings:
        address = _address(telling)
        if address:
            if address in seen:
                yield seen[address], telling.article.id, "the same address"
            seen.setdefault(address, telling.article.id)
    for copy in story.copies:
        if copy.article in by and copy.of in by and _one_article(copy, by[copy.article], by[copy.of]):
            yield copy.of, copy.article, "one outlet, and most words the same"


def _address(telling: Telling) -> str | None:
    """The address of an article; that of a front page is none."""
    url = telling.article.url
    try:
        return plain_url(url) if url and len(urlsplit(url).path.strip("/")) > 1 else None
    except ValueError:  # not an address at all
        return None


def _one_article(copy: Copy, one: Telling, other: Telling) -> bool:
    if not one.article.outlet or not other.article.outlet or outlet_key(one.article.outlet) != outlet_key(other.article.outlet):
        return False
    if one.day and other.day and abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days) > WITHIN:
        return False
    if not (one.day and other.day) and _numbers(one) != _numbers(other):  # "2024: the year in pictures", and that of 2025
        return False
    return copy.kind == "whole" or (copy.shared >= NEARLY_ALL and _one_headline(one, other))


def _numbers(telling: Telling) -> set[str]:
    return {word.key for word in split(title(telling)) if word.key[0].isdigit()}


def _one_headline(one: Telling, other: Telling) -> bool:
    ours, theirs = ({word.key for word in split(title(telling))} for telling in (one, other))
    return len(ours & theirs) > ONE_HEADLINE * min(len(ours), len(theirs))
