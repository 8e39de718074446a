"""Every way in which a pattern of furniture can begin is among the beginnings that a line is looked at for."""

from __future__ import annotations

from re import I, _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from samestory.reading import furniture

LONGEST = 4  # letters of a beginning


@pytest.mark.parametrize("number", range(len(furniture.PATTERNS)))
def test_no_pattern_begins_otherwise(number: int) -> None:
    opened, ended = begun(_parser.parse(furniture.PATTERNS[number][1], I), {""})
    found = {word for word in opened | ended if word}
    assert all(furniture.may_begin(word) for word in found), sorted(word for word in found if not furniture.may_begin(word))


def test_a_line_that_begins_otherwise_is_not_tried() -> None:
    assert not furniture.may_begin("Nobody was hurt.")
    assert not furniture.may_begin("“Sign up today,” she said.")


def begun(parts: Any, before: set[str]) -> tuple[set[str], set[str]]:
    """The first words (up to `LONGEST` letters) after `before` that may go on, and those that are at their end."""
    opened, ended = set(before), set()
    for code, given in parts:
        name = str(code)
        if name in ("AT", "ASSERT", "ASSERT_NOT"):
            if given is _constants.AT_BOUNDARY:
                ended |= {word for word in opened if word}
                opened &= {""}
            continue
        if name == "BRANCH":
            ways = [begun(way, opened) for way in given[1]]
        elif name in ("SUBPATTERN", "ATOMIC_GROUP"):
            ways = [begun(given[3] if name == "SUBPATTERN" else given, opened)]
        elif "REPEAT" in name:
            ways = repeated(given, opened)
        else:
            ways = [stepped(letters(name, given), opened)]
        opened = set().union(*(way[0] for way in ways))
        ended |= set().union(*(way[1] for way in ways))
    return opened, ended


def repeated(given: Any, before: set[str]) -> list[tuple[set[str], set[str]]]:
    least, most, inner = given
    ways = [(before, set[str]())] if least == 0 else []
    for _ in range(min(int(most), LONGEST)):
        opened, ended = begun(inner, before)
        ways.append((opened, ended))
        if opened <= before:
            break
        before = opened
    return ways


def stepped(found: set[str] | None, before: set[str]) -> tuple[set[str], set[str]]:
    """With one letter more; what is none ends the word. Lines that begin with a mark or a figure are all tried, but for quotes."""
    if found is None:
        return set(), before
    assert "" not in before or not found & set(furniture._QUOTED)
    longer = {word + letter for word in before for letter in found if letter.isalpha()}
    marked = any(not letter.isalpha() for letter in found)
    ended = {word for word in longer if len(word) == LONGEST} | ({word for word in before if word} if marked else set())
    return {word for word in longer if len(word) < LONGEST}, ended


def letters(name: str, given: Any) -> set[str] | None:
    """The letters that a place in a pattern takes; None for too many, "." for marks and figures."""
    if name == "LITERAL":
        return {chr(given).lower()}
    if name != "IN" or any(str(code) == "NEGATE" for code, _ in given):
        return None
    found: set[str] = set()
    for code, value in given:
        if str(code) == "LITERAL":
            found.add(chr(value).lower())
        elif str(code) == "RANGE":
            found |= {chr(letter).lower() for letter in range(value[0], value[1] + 1)}
        elif value in (_constants.CATEGORY_DIGIT, _constants.CATEGORY_SPACE):
            found.add(".")
        else:
            return None
    return found
