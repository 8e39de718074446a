"""Plain-text cases: a file comes in, cases go out; a result comes in, the lines it is described by go out.

The format is told in `cases/README.md`. Here the files are parsed, findings are put into words ("row" below), and
expected rows are looked for among the found ones. Running the steps is the business of `test_cases.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HEADERS = frozenset({"date", "outlet", "title", "url", "byline", "format"})
LETTERS = "abcdefghijklmnopqrstuvwxyz"
OUTLETS = frozenset({"outlet", "to"})  # keys with names of outlets, where "The" does not matter
CONTAINED = frozenset({"why", "reason", "what", "text", "covers"})  # keys where the expected words need only be part
FORMS = ("no", "only")
_HEADER = re.compile(r"([a-z]+):\s*(.*)")
_MARKS = re.compile('[“”„«»"]')
_ENDS = " \t.,;:'‘’"


class BadCase(Exception):
    """A case file that does not follow the format."""


@dataclass(frozen=True)
class Row:
    """A finding or an expectation in words: `quote direct | content: We will be back. | speaker: Ann Doe`."""

    kind: str
    sort: str | None
    keys: tuple[tuple[str, tuple[str, ...]], ...]  # each key with the words it may have

    def __str__(self) -> str:
        head = self.kind + (f" {self.sort}" if self.sort else "")
        return " | ".join([head, *(f"{key}: {' / '.join(values)}" for key, values in self.keys)])


@dataclass(frozen=True)
class Expectation:
    """One line of the expected part: a row that must be there, must not (`no`), or a kind that is listed in full (`only`)."""

    form: str | None  # None, "no" or "only"
    row: Row


@dataclass(frozen=True)
class Input:
    """One article of a case, as written."""

    letter: str  # a, b, c: how the expected lines name it
    headers: dict[str, str]
    text: str


@dataclass(frozen=True)
class Case:
    file: Path
    title: str
    inputs: tuple[Input, ...]
    expected: tuple[Expectation, ...]


def cases(file: Path) -> Iterator[Case]:
    """The cases of a file, in order: title, input, expected, each ended by a line with one dot."""
    parts = [part.strip("\n") for part in re.split(r"^\.[ \t]*$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)]
    if parts and not parts[-1].strip():
        parts.pop()
    if len(parts) % 3:
        raise BadCase(
            f"{file}: a case has three parts (title, input, expected), each ended by a line with one dot; {len(parts)} parts found"
        )
    for at in range(0, len(parts), 3):
        title, given, expected = parts[at : at + 3]
        yield Case(file, title.strip(), tuple(_inputs(given)), tuple(_expectations(file, expected)))


def expectation(line: str) -> Expectation:
    """What a line expects: `quote direct | content: ... | speaker: ...`, perhaps after `no` or `only`."""
    head, *cells = [cell.strip() for cell in line.split(" | ")]
    words = head.split()
    form = words.pop(0) if words[0] in FORMS else None
    if not 1 <= len(words) <= 2:
        raise BadCase(f"a line begins with what is expected, such as 'quote direct |', not with {head!r}")
    if any(":" not in cell for cell in cells):
        raise BadCase(f"after the first '|' stands 'key: words', in the line {line!r}")
    keys = tuple((key.strip(), (value.strip(),)) for key, _, value in (cell.partition(":") for cell in cells))
    return Expectation(form, Row(words[0], words[1] if len(words) > 1 else None, keys))


def row(kind: str, sort: str | None = None, /, **keys: str | int | float | Sequence[str] | None) -> Row:
    """A finding in words; a key may have several values (any of them will do), None is the word `none`."""
    return Row(kind, sort, tuple((key.replace("_", " "), _values(value)) for key, value in keys.items()))


def complaints(expected: Sequence[Expectation], found: Sequence[Row]) -> list[str]:
    """What is not as expected, in words; empty where all is well."""
    said = []
    for one in expected:
        fitting = [row for row in found if _fits(one.row, row)]
        if one.form is None and not fitting:
            said.append(f"missing:  {one.row}")
        elif one.form == "no" and fitting:
            said += [f"must not be found ({one.row}):  {row}" for row in fitting]
        elif one.form == "only":
            listed = [other.row for other in expected if other.form is None]
            said += [f"not listed, but 'only {one.row}':  {row}" for row in fitting if not any(_fits(other, row) for other in listed)]
    return said


def _inputs(given: str) -> Iterator[Input]:
    for letter, article in zip(LETTERS, re.split(r"^===[ \t]*$\n?", given, flags=re.MULTILINE), strict=False):
        headers: dict[str, str] = {}
        lines = article.strip("\n").split("\n")
        while lines and (header := _HEADER.fullmatch(lines[0].strip())) and header[1] in HEADERS:
            headers[header[1]] = header[2]
            lines.pop(0)
        yield Input(letter, headers, "\n".join(lines).strip("\n"))


def _expectations(file: Path, expected: str) -> Iterator[Expectation]:
    for line in expected.split("\n"):
        if line.strip() and not line.startswith("#"):
            try:
                yield expectation(line)
            except BadCase as bad:
                raise BadCase(f"{file}: {bad}") from bad


def _values(value: str | int | float | Sequence[str] | None) -> tuple[str, ...]:
    if value is None:
        return ("none",)
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    if isinstance(value, float) and value.is_integer():
        return (str(int(value)),)
    if isinstance(value, str | int | float):
        return (" ".join(str(value).split()),)
    return tuple(" ".join(str(one).split()) for one in value) or ("none",)


def _fits(expected: Row, found: Row) -> bool:
    """Whether the found row is of the expected kind and has every key that the expected one names."""
    if expected.kind != found.kind or expected.sort not in (None, found.sort):
        return False
    has = dict(found.keys)
    return all(any(_same(key, values[0], other) for other in has.get(key, ())) for key, values in expected.keys)


def _same(key: str, expected: str, found: str) -> bool:
    ours, theirs = _plain(expected), _plain(found)
    if key == "content":
        ours, theirs = ours.removeprefix("that "), theirs.removeprefix("that ")
    if key in OUTLETS:
        ours, theirs = ours.lower().removeprefix("the "), theirs.lower().removeprefix("the ")
    return ours in theirs if key in CONTAINED else ours == theirs


def _plain(words: str) -> str:
    """Words without double quotation marks, and without points, commas and apostrophes at the ends of a piece."""
    return " ... ".join(" ".join(_MARKS.sub("", piece).split()).strip(_ENDS) for piece in words.split(" ... "))
