"""Who holds a place that one alone can hold: "Wexley's mayor Ann Doe", "Gull Point, the firm's hometown", "Joel Tarn plays the pilot Holt".

The sentences of a story come in; changes go out with the two sentences they stand in. Only what is said outright, of the same
owner or part, by its full name; two names that share a word are one holder's, and so are two that one article gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samestory.comparing import pairs, swaps
from samestory.comparing.changes import Change
from samestory.comparing.parallels import Sentence
from samestory.comparing.persons import TITLES
from samestory.comparing.wording import LIGHT
from samestory.model import Span

_WORD = r"[A-Z][\w’'-]*\.?"
_NAME = rf"(?P<name>{_WORD}(?: {_WORD}){{0,3}})"
_FULL = rf"(?P<name>{_WORD}(?: {_WORD}){{1,3}})"
_OWNER = rf"(?P<owner>{_WORD}(?: (?:of )?{_WORD}){{0,3}})"
_PLACES = r"(?P<role>hometown|home town|birthplace|capital)"
_POSTS = (
    r"(?P<role>(?:(?:police|fire) chief|sheriff|mayor|governor|prime minister|chief executive(?: officer)?|CEO|chairman|chairwoman"
    r"|head coach|manager|husband|wife|mother|father))"
)
_FORMS = (
    re.compile(rf"{_OWNER}['’]s {_PLACES},? (?:of )?{_NAME}"),
    re.compile(rf"{_NAME}(?:, [A-Z]\w+)?, {_OWNER}['’]s {_PLACES}\b"),
    re.compile(rf"{_OWNER}['’]s {_POSTS},? {_FULL}", re.ASCII),
    re.compile(rf"{_FULL}, {_OWNER}['’]s {_POSTS}\b"),
    re.compile(rf"{_FULL}, the {_POSTS} of (?:the )?{_OWNER}"),
    re.compile(rf"\b{_POSTS} of (?:the )?{_OWNER}, {_FULL}"),
    re.compile(rf"{_NAME}(?: also)? (?P<role>plays|played|portrays|stars as) (?:the )?(?P<owner>{_WORD}(?: {_WORD}){{1,3}})"),
)
WHY = "one alone can be it, and the names are not the same"
_NO_HOLDER = re.compile(r"\b(?:former|ex|late|acting|deputy|vice|assistant|interim|then|next|new|incoming|outgoing)[- ]\Z", re.I)
_WEEKLY = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday The He She It They But And When While"
_NO_NAMES = frozenset(_WEEKLY.split())
_ONE_ROLE = {"played": "plays", "portrays": "plays", "stars as": "plays", "home town": "hometown", "ceo": "chief executive",
             "chief executive officer": "chief executive", "chairwoman": "chairman"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Holder:
    """A name in a place."""

    sentence: Sentence
    place: tuple[str, str]  # owner and role
    name: str
    span: Span


def find(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence, Change]]:
    """Places that two articles give to two names."""
    holders = (holder for sentence in sentences for holder in _holders(sentence))
    for (owner, role), ours, theirs in pairs.of_one_key((holder.place, holder) for holder in holders):
        if _another(ours, theirs):
            about = f"who {role} {owner}" if role == "plays" else f"{owner}’s {role}"
            yield ours.sentence, theirs.sentence, Change("name", about, ours.span, theirs.span, ours.name, theirs.name, WHY, by_itself=True)


def _holders(sentence: Sentence) -> Iterator[_Holder]:
    text, span = sentence.telling.article.text, sentence.span
    for form in _FORMS:
        for found in form.finditer(text, span.start, span.end):
            role = _ONE_ROLE.get(found["role"].casefold(), found["role"].casefold())
            if found["name"].split()[0] in _NO_NAMES or _NO_HOLDER.search(text, span.start, found.start("role")):
                continue
            owner = " ".join(word for word in found["owner"].split() if word.casefold() not in LIGHT)  # "In Wexley's hometown"
            if owner:
                yield _Holder(sentence, (owner, role), found["name"], sentence.telling.article.span(*found.span("name")))


def _another(ours: _Holder, theirs: _Holder) -> bool:
    """Whether two names are of two; one of them must stand nowhere in the other article, but for the cast of one film."""
    here, there = (_words(one.name) for one in (ours, theirs))
    if here & there or not here or not there or swaps.one_spelt_twice(ours.name, theirs.name):
        return False
    if ours.place[1] == "plays":
        return True
    return not _stands(theirs.sentence, ours.name) or not _stands(ours.sentence, theirs.name)


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.casefold())) - TITLES


def _stands(sentence: Sentence, name: str) -> bool:
    """Whether the last part of a name stands anywhere in the article."""
    return re.search(rf"\b{re.escape(name.split()[-1])}\b", sentence.telling.article.text) is not None
