"""Quotation marks: which stretches of a paragraph stand between them.

Text comes in, stretches go out, marks included. A mark that is never closed loses nothing: the stretch runs to
the end of its paragraph and says so, as quotations of several paragraphs do. Single marks inside double ones
belong to the outer stretch. Who speaks is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samestory.text import CLOSING, OPENING

MARK = re.compile(rf"``|''|‘‘|’’|[{OPENING}{CLOSING}\"]")  # typewriter marks too: ``so'' is as good as "so"
SINGLE_OPENING = re.compile(r"(?:(?<=^)|(?<=[\s(\[—–:-]))['‘](?=[\w$£€#@…])")
SINGLE_CLOSING = re.compile(r"(?<=[\w.,!?…;)])['’](?=$|[\s.,;:!?)\]—–-])")
LONGEST_SINGLE = 400  # characters; further off a closing mark is an apostrophe


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a paragraph between quotation marks, marks included."""

    start: int
    end: int
    closed: bool  # False where the paragraph ends first
    single: bool = False


def stretches(text: str, *, singles: bool = False) -> tuple[Stretch, ...]:
    """The stretches of one paragraph in order; with `singles`, also those between single marks.

    >>> [text[s.start:s.end] for text in ['"No," he said. “Not now.'] for s in stretches(text)]
    ['"No,"', '“Not now.']
    """
    found = tuple(_doubles(text))
    if singles:
        found = tuple(sorted((*found, *_singles(text, found)), key=lambda stretch: stretch.start))
    return found


def _doubles(text: str) -> Iterator[Stretch]:
    opened: int | None = None
    for start, end, role in _marks(text):
        if opened is None:
            opened = start if role != "close" else None
        elif role == "open":  # the one before was never closed: it ends where this begins
            yield Stretch(opened, _last_letter(text, start), closed=False)
            opened = start
        else:
            yield Stretch(opened, end, closed=True)
            opened = None
    if opened is not None and _last_letter(text, len(text)) > opened + 1:
        yield Stretch(opened, _last_letter(text, len(text)), closed=False)


def _last_letter(text: str, end: int) -> int:
    return len(text[:end].rstrip())


def _marks(text: str) -> Iterator[tuple[int, int, str]]:
    """Every double mark with its role by shape, else by what stands around it: "open", "close" or "either"."""
    for found in MARK.finditer(text):
        at, mark = found.start(), found[0]
        if mark in OPENING or mark in {"``", "‘‘"}:
            yield at, found.end(), "open"
        elif mark in CLOSING or mark == "’’":
            yield at, found.end(), "close"
        elif not _inch(text, at):
            yield at, found.end(), _role(text, at, found.end())


def _inch(text: str, at: int) -> bool:
    """Whether the mark stands for inches: 6'2" tall."""
    return bool(re.search(r"\d['’]\d{1,2}$", text[max(0, at - 5) : at]))


def _role(text: str, start: int, end: int) -> str:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if (before.isspace() or before in "([—–-") and not after.isspace():
        return "open"
    return "close" if not before.isspace() and not after.isalnum() else "either"


def _singles(text: str, doubles: tuple[Stretch, ...]) -> Iterator[Stretch]:
    at = 0
    while opening := SINGLE_OPENING.search(text, at):
        at = opening.end()
        closing = SINGLE_CLOSING.search(text, at, min(len(text), at + LONGEST_SINGLE))
        inside = any(d.start <= opening.start() < d.end for d in doubles)
        if closing and not inside:
            yield Stretch(opening.start(), closing.end(), closed=True, single=True)
            at = closing.end()
