"""What a text must hold for a pattern to be found in it: asking for a word is a hundred times faster than trying the pattern.

A pattern comes in; out go lists of words (or of the sign for "a digit"): every match of it holds at least one of each list.
A `Haystack` is a table of patterns with their words and tells which are worth trying on a text. Where nothing can be said
of a pattern it is always tried, so that nothing is lost. A `Search` is one such pattern. No verbose patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from re import _constants as codes  # type: ignore[attr-defined]  # the only way to read a pattern; tested on all patterns
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Generic, TypeAlias, TypeVar

Needles: TypeAlias = frozenset[str]
DIGIT = "\\d"  # stands for any digit
_A_DIGIT = re.compile(r"\d")
_UNFOLDED = ("İ", "ı")  # the two letters that match an "i" in any case, yet do not fold to it
_MOST = 40  # needles of a list; a longer one is no quicker than the pattern
_LISTS = 3  # lists of a pattern

Named = TypeVar("Named")


def needles(pattern: str) -> tuple[Needles, ...]:
    """Lists of words, case folded: every match of the pattern holds at least one of each list.

    >>> [sorted(each) for each in needles("(?:early |late )?(?:Mon|Tues)day night|(?i:Tonight)")]
    [['day night', 'tonight']]
    >>> [sorted(each) for each in needles("(?:last|next) (?:spring|fall)")]
    [['last', 'next'], ['fall', 'spring']]
    >>> [sorted(each) for each in needles("[12][0-9]{3}s?")], needles("[a-z]+")
    ([['\\\\d']], ())
    """
    every = sorted(set(_of_row(parser.parse(pattern))), key=_worth, reverse=True)
    return tuple(every[:1] + [each for each in every[1:_LISTS] if _worth(each)[0] > 1])


def _of_row(row: Iterable[tuple[Any, Any]]) -> list[Needles]:
    """The lists of one thing after another."""
    found: list[Needles] = []
    run = ""
    for code, argument in row:
        if code is codes.LITERAL:
            run += chr(argument)
            continue
        found += [frozenset({run.casefold()})] if run else []
        run = ""
        found += _of_part(code, argument)
    found += [frozenset({run.casefold()})] if run else []
    return [each for each in found if len(each) <= _MOST]


def _worth(each: Needles) -> tuple[int, int, list[str]]:
    """The longer the shortest word, the better; a digit is worth more than a letter."""
    return min(2 if needle == DIGIT else len(needle) for needle in each), -len(each), sorted(each)


def _of_part(code: Any, argument: Any) -> list[Needles]:
    if code is codes.SUBPATTERN:
        return _of_row(argument[3])
    if code is codes.ATOMIC_GROUP:
        return _of_row(argument)
    if code is codes.BRANCH:
        each = [_of_row(row) for row in argument[1]]
        return [_shortest(max(lists, key=_worth) for lists in each)] if all(each) else []
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return _of_row(argument[2]) if argument[0] else []
    return _of_set(argument) if code is codes.IN else []


def _shortest(lists: Iterable[Needles]) -> Needles:
    """All of the words without those that hold another: "apr" finds "april" too."""
    every = {needle for each in lists for needle in each}
    return frozenset(needle for needle in every if not any(other != needle and other in needle for other in every))


def _of_set(items: Iterable[tuple[Any, Any]]) -> list[Needles]:
    """One of some characters: [12], \\d, [ap]."""
    found = set()
    for code, argument in items:
        if code is codes.LITERAL:
            found.add(DIGIT if chr(argument).isdigit() else chr(argument).casefold())
        elif (code is codes.RANGE and chr(argument[0]).isdigit() and chr(argument[1]).isdigit()) or (
            code is codes.CATEGORY and argument is codes.CATEGORY_DIGIT
        ):
            found.add(DIGIT)
        else:
            return []
    return [frozenset(found)]


class Search:
    """A pattern that is tried only on texts that hold its needles, and made ready when it is first tried.

    >>> found = Search(r"(?P<number>\\d+) miles")
    >>> [match["number"] for match in found.finditer("5 miles, 7 miles")], list(found.finditer("5 yards"))
    (['5', '7'], [])
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self.flags = pattern, flags
        self._lists = needles(pattern)
        self._ready: re.Pattern[str] | None = None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in the text, in order."""
        if not _may_hold(text, self._lists):
            return iter(())
        if self._ready is None:
            self._ready = re.compile(self.pattern, self.flags)
        return self._ready.finditer(text)


def _may_hold(text: str, lists: Iterable[Needles]) -> bool:
    folded = text.casefold()
    if any(letter in text for letter in _UNFOLDED):
        return True
    for each in lists:
        if not any(needle in folded for needle in each if needle != DIGIT) and not (DIGIT in each and _A_DIGIT.search(text)):
            return False
    return True


@dataclass(frozen=True)
class Haystack(Generic[Named]):
    """Named patterns, each with its needles. A pattern is made ready when it is first tried: all of them at once take half a second."""

    patterns: tuple[tuple[Named, str, tuple[Needles, ...]], ...]
    every: tuple[str, ...]  # all needles
    ready: dict[str, re.Pattern[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, patterns: Iterable[tuple[Named, str]]) -> Haystack[Named]:
        made = tuple((name, pattern, needles(pattern)) for name, pattern in patterns)
        return cls(made, tuple(sorted({needle for *_, lists in made for each in lists for needle in each} - {DIGIT})))

    def worth(self, text: str) -> Iterator[tuple[Named, re.Pattern[str]]]:
        """The patterns that may be found in the text, in their order."""
        if any(letter in text for letter in _UNFOLDED):
            yield from ((name, self._ready(pattern)) for name, pattern, _ in self.patterns)
            return
        folded = text.casefold()
        present = {needle for needle in self.every if needle in folded}
        if _A_DIGIT.search(text):
            present.add(DIGIT)
        for name, pattern, lists in self.patterns:
            for each in lists:
                if present.isdisjoint(each):
                    break
            else:
                yield name, self._ready(pattern)

    def _ready(self, pattern: str) -> re.Pattern[str]:
        found = self.ready.get(pattern)
        if found is None:
            found = self.ready[pattern] = re.compile(pattern)
        return found
