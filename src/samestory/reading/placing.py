"""The place of each line of a text in the XML that it was taken from.

A `Draft` comes in, with the elements whose words it holds, in their order; the same `Draft` goes out, its marks with their
`Selector`. Words are followed letter by letter, blanks aside, so that it does not matter how the lines were laid out. A
line that is not found again keeps no place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree
from lxml.etree import _Element as Element

from samestory.model import Selector
from samestory.reading.draft import Draft, Mark

_SOFT = frozenset("\u00ad\u200b\ufeff")


MOST_LOST = 100  # lines that are not found again, after which no more are looked for: each costs a search through the rest


@dataclass(slots=True)
class _Node:
    """An element, and where its words stand in the text content of the part it belongs to."""

    element: Element
    start: int
    end: int
    parent: _Node | None


class _Part:
    """The letters of an element; for each, where it stands in the text content and the innermost element around it."""

    def __init__(self, element: Element) -> None:
        self._found: list[str] = []
        self._places: list[int] = []
        self._nodes: list[_Node] = []
        self._length = 0
        self._walk(element)
        self.letters = "".join(self._found)

    def _walk(self, element: Element) -> None:
        node: _Node | None = None
        for event, one in etree.iterwalk(element, events=("start", "end")):
            if event == "start":
                node = _Node(one, self._length, self._length, node)
                self._take(one.text, node)
            elif node is not None:
                node.end = self._length
                node = node.parent
                if node is not None:
                    self._take(one.tail, node)

    def _take(self, text: str | None, node: _Node) -> None:
        for at, c in enumerate(text or ""):
            if not c.isspace() and c not in _SOFT:
                self._found.append(c)
                self._places.append(self._length + at)
                self._nodes.append(node)
        self._length += len(text or "")

    def selector(self, first: int, last: int) -> Selector:
        """The smallest element around the letters, and where they stand in it."""
        start, end, node = self._places[first], self._places[last - 1] + 1, self._nodes[first]
        while node.end < end and node.parent is not None:
            node = node.parent
        return Selector(node.element.getroottree().getpath(node.element), start - node.start, end - node.start)


def placed(draft: Draft, elements: Sequence[Element]) -> Draft:
    """The draft with the place of each of its marks."""
    parts = [_Part(element) for element in elements]
    marks: list[Mark] = []
    part = at = lost = 0
    for mark in draft.marks:
        letters = _letters(draft.text[mark.start : mark.end])
        selector = None
        for other in range(part, len(parts)) if lost < MOST_LOST else ():
            found = parts[other].letters.find(letters, at if other == part else 0)
            if found >= 0:
                part, at = other, found + len(letters)
                selector = parts[other].selector(found, at)
                break
        lost += selector is None
        marks.append(mark._replace(selector=selector))
    return replace(draft, marks=tuple(marks))


def _letters(text: str) -> str:
    return "".join(c for c in text if not c.isspace() and c not in _SOFT)
