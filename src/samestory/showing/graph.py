"""The drawing of where the tellings came from: origins on the left, whoever has from them to the right.

The steps of each telling come in; boxes and lines with their places go out. Tellings that only copy the same
telling are folded into one box with their count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from samestory.model import How
from samestory.showing import wording
from samestory.showing.origins import Roots, Step

BOX, TALL, GAP, DROP = 132, 34, 44, 14
DEEPEST = 4  # columns; what is further from its origin stands in the last one
MOST_BOXES = 40
LONGEST_NAME = 17  # letters that fit a box
_OWNER = re.compile(r"^.+’s? (?=[a-zA-Z])")
FOLDED = 3  # so many pure copies of one telling become one box


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    letter: str  # "" for an origin outside the story
    name: str
    title: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Line:
    path: str
    how: How
    title: str


@dataclass(frozen=True, slots=True)
class Graph:
    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    hows: tuple[How, ...]  # those drawn, for the key
    left_out: int  # boxes there was no room for


@dataclass(frozen=True, slots=True)
class _Node:
    key: str
    letter: str
    name: str
    href: str | None


@dataclass(frozen=True, slots=True)
class _Edge:
    origin: str
    teller: str
    how: How


def draw(found: Sequence[Roots]) -> Graph | None:
    """The graph of all steps; None where there is none."""
    nodes, edges = _fold(*_collect(found))
    kept = list(nodes)[:MOST_BOXES]
    edges = [edge for edge in edges if edge.origin in kept and edge.teller in kept]
    if not edges:
        return None
    columns = _columns(kept, edges)
    boxes = _place(kept, columns, nodes)
    lines = tuple(_line(edge, boxes, nodes) for edge in edges)
    width = max(int(box.x) for box in boxes.values()) + BOX + 2
    height = max(int(box.y) for box in boxes.values()) + TALL + 2
    hows = tuple(how for how in wording.HOWS if any(edge.how == how for edge in edges))
    return Graph(width, height, tuple(boxes.values()), lines, hows, len(nodes) - len(kept))


def _collect(found: Sequence[Roots]) -> tuple[dict[str, _Node], list[_Edge]]:
    nodes: dict[str, _Node] = {}
    edges: dict[_Edge, None] = {}
    for roots in found:
        for step in roots.steps:
            origin = _origin(step)
            if origin.name.casefold() == roots.teller.outlet.casefold() and not origin.letter:
                continue  # an outlet that names itself
            nodes.setdefault(origin.key, origin)
            teller = _Node(roots.teller.letter, roots.teller.letter, roots.teller.outlet, f"#{roots.teller.anchor}")
            nodes.setdefault(teller.key, teller)
            edges[_Edge(origin.key, teller.key, step.how)] = None
    return nodes, list(edges)


def _origin(step: Step) -> _Node:
    if step.from_teller:
        teller = step.from_teller
        return _Node(teller.letter, teller.letter, teller.outlet, f"#{teller.anchor}")
    return _Node(f"name:{step.origin.casefold()}", "", step.origin, f"#{step.number}")


def _fold(nodes: Mapping[str, _Node], edges: Sequence[_Edge]) -> tuple[dict[str, _Node], list[_Edge]]:
    """The same graph with the tellings that only copy one and the same telling as one box."""
    origins = {edge.origin for edge in edges}
    steps: dict[str, list[_Edge]] = defaultdict(list)
    for edge in edges:
        steps[edge.teller].append(edge)
    copies: dict[str, list[str]] = defaultdict(list)
    for teller, own in steps.items():
        if teller not in origins and len(own) == 1 and own[0].how == "copies":
            copies[own[0].origin].append(teller)
    into = {teller: f"copies:{origin}" for origin, tellers in copies.items() if len(tellers) >= FOLDED for teller in tellers}
    folded: dict[str, _Node] = {}
    for key, node in nodes.items():
        if key in into:
            count = len(copies[into[key].removeprefix("copies:")])
            folded.setdefault(into[key], _Node(into[key], "", f"{count} copies", "#origins"))
        else:
            folded[key] = node
    moved = dict.fromkeys(replace(edge, teller=into.get(edge.teller, edge.teller)) for edge in edges)
    return folded, list(moved)


def _columns(keys: Iterable[str], edges: Sequence[_Edge]) -> dict[str, int]:
    """How many steps each box is from its furthest origin; rings are cut by the bound on columns."""
    column = dict.fromkeys(keys, 0)
    for _ in range(DEEPEST - 1):
        for edge in edges:
            if edge.origin != edge.teller:
                column[edge.teller] = max(column[edge.teller], min(column[edge.origin] + 1, DEEPEST - 1))
    for key in set(column) - {edge.teller for edge in edges}:  # a first source stands beside the first who has from it
        column[key] = max(0, min((column[edge.teller] for edge in edges if edge.origin == key), default=1) - 1)
    return column


def _place(keys: Sequence[str], columns: Mapping[str, int], nodes: Mapping[str, _Node]) -> dict[str, Box]:
    filled: dict[int, int] = defaultdict(int)
    tallest = max(sum(1 for key in keys if columns[key] == column) for column in set(columns.values()))
    boxes = {}
    for key in keys:
        column, node = columns[key], nodes[key]
        own = sum(1 for other in keys if columns[other] == column)
        lead = (tallest - own) * (TALL + DROP) / 2
        y = lead + filled[column] * (TALL + DROP) + 1
        filled[column] += 1
        name = _fitting(node.name)
        boxes[key] = Box(column * (BOX + GAP) + 1, round(y, 1), node.letter, name, node.name, node.href)
    return boxes


def _fitting(name: str) -> str:
    """A name that fits its box; of somebody's post or statement what it is, for the whole stands in the title and the list.

    >>> _fitting("Ann Harwick’s Instagram post"), _fitting("The Northfield Courier")
    ('Instagram post', 'The Northfield C…')
    """
    if len(name) > LONGEST_NAME:
        name = _OWNER.sub("", name)
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"


def _line(edge: _Edge, boxes: Mapping[str, Box], nodes: Mapping[str, _Node]) -> Line:
    start, end = boxes[edge.origin], boxes[edge.teller]
    x1, y1, x2, y2 = start.x + BOX, start.y + TALL / 2, end.x - 5, end.y + TALL / 2
    if end.x <= start.x:  # back or within one column: around the right side
        x2 = end.x + BOX + 5
        path = f"M{x1:g} {y1:g}C{x1 + 30:g} {y1:g} {x2 + 30:g} {y2:g} {x2:g} {y2:g}"
    else:
        half = (x2 - x1) * 0.6
        path = f"M{x1:g} {y1:g}C{x1 + half:g} {y1:g} {x2 - half:g} {y2:g} {x2:g} {y2:g}"
    return Line(path, edge.how, f"{_full(nodes[edge.teller])} {wording.HOWS[edge.how]} {_full(nodes[edge.origin])}")


def _full(node: _Node) -> str:
    return f"{node.letter} {node.name}".strip()
