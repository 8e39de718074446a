"""The pieces of words that the model of attribution reads, packed into windows.

Paragraphs come in (text and where it stands in the article); windows of word pieces go out, each piece with its
characters in the article. Neighbouring paragraphs share a window, which costs nothing and lets the model see a
paragraph's neighbours; a paragraph longer than a window is cut, with overlap. Nothing is predicted here. Training
packs with this module too, so that the model meets in use what it was trained on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LONGEST = 192  # pieces of a window, marks included; attention is still cheap here and 99 of 100 paragraphs fit
OVERLAP = 64  # pieces that two cuts of a long paragraph share; contents have 90 pieces or less in 99 of 100 cases
FIRST, BETWEEN = 101, 102  # BERT's [CLS] and [SEP]
NOWHERE = (-1, -1)  # the place of a piece that is not in the text


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, or a cut of a long one."""

    ids: tuple[int, ...]
    places: tuple[tuple[int, int], ...]  # characters of the article
    owned: tuple[int, int]  # pieces whose cues are taken from here, not from the neighbouring cut


@dataclass(frozen=True, slots=True)
class Window:
    """What the model reads at once."""

    ids: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    owned: tuple[bool, ...]

    def paragraph(self, piece: int) -> tuple[int, int]:
        """The pieces of the paragraph that this piece stands in."""
        start = piece
        while self.places[start - 1] != NOWHERE:
            start -= 1
        return start, self.places.index(NOWHERE, piece)


def load_tokenizer(path: Path) -> Tokenizer:
    """The word-piece tokenizer, without truncation: nothing of a text may be lost."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def units(tokenizer: Tokenizer, paragraphs: Sequence[tuple[int, str]]) -> Iterator[Unit]:
    """The paragraphs, given as (first character, text), in pieces; long ones cut."""
    encoded = tokenizer.encode_batch([text for _, text in paragraphs], add_special_tokens=False)
    for (start, _), pieces in zip(paragraphs, encoded, strict=True):
        ids = tuple(pieces.ids)
        places = tuple([(start + first, start + end) for first, end in pieces.offsets])
        yield from _cuts(ids, places)


def _cuts(ids: tuple[int, ...], places: tuple[tuple[int, int], ...]) -> Iterator[Unit]:
    room = LONGEST - 2
    starts = [0, *range(room - OVERLAP, len(ids) - OVERLAP, room - OVERLAP)]
    for number, start in enumerate(starts):
        end = min(len(ids), start + room)
        if start < end:
            low = OVERLAP // 2 if number else 0
            high = end - start - (OVERLAP // 2 if number + 1 < len(starts) else 0)
            yield Unit(ids[start:end], places[start:end], (low, high))


def pack(parts: Sequence[Unit], limit: int = LONGEST, first_limit: int | None = None) -> Iterator[Window]:
    """Neighbouring units side by side in windows, as many as fit. Training varies the limits."""
    held: list[Unit] = []
    size, room = 1, first_limit or limit
    for unit in parts:
        if held and size + len(unit.ids) + 1 > room:
            yield _window(held)
            held, size, room = [], 1, limit
        held.append(unit)
        size += len(unit.ids) + 1
    if held:
        yield _window(held)


def _window(held: Sequence[Unit]) -> Window:
    ids, places, owned = [FIRST], [NOWHERE], [False]
    for unit in held:
        ids += [*unit.ids, BETWEEN]
        places += [*unit.places, NOWHERE]
        owned += [*(unit.owned[0] <= i < unit.owned[1] for i in range(len(unit.ids))), False]
    return Window(tuple(ids), tuple(places), tuple(owned))
