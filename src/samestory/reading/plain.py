"""Plain text and Markdown, laid out by what its lines are; the text itself is kept to the letter.

A text comes in, with the headline where a row gives one; the marked lines go out, and what the text itself says of
headline, authors and day. The headline is found: photo lines, kickers and captions may stand before it. No markup is
parsed here, and nothing is cut.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from samestory.model import BlockKind
from samestory.reading import furniture, giveaways, imprint, signs
from samestory.reading.draft import Draft, Mark, squeezed
from samestory.reading.filling import Filling
from samestory.reading.imprint import HEADER_LINES
from samestory.text import key, lines, words

PROSE = 200  # characters from which on a line is prose, and the header is over
HEADLINE_LONGEST = 180
HEADLINE_WORDS = 3
KICKER_WORDS = 3  # "Politics", "Local News": before the headline
HEADING_LONGEST = 90
TEASER_CASED = 0.6  # of the long words of a teaser line, how many have a capital
END_LINES = 4  # an author box stands among the last lines that are no furniture

# Hard-wrapped text (mail, old wires): lines of even length that end in the middle of sentences.
WRAP_LONGEST = 100
WRAP_SHORTEST = 45
WRAP_SHARE = 0.6

_ENDS = re.compile(r"[.!?…:;,]['\"”’)\]]*$")
_STOPS = re.compile(r"[.:;,…]['\"”’)\]]*$")
_MARKED_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")  # Markdown
_TEASER_RULES = ("section", "related")


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    words: str
    first: bool  # a blank line stands before it
    last: bool  # a blank line stands after it
    kind: BlockKind | None = None
    rule: str = ""
    marked: bool = False  # as a heading, in Markdown

    def be(self, kind: BlockKind, rule: str) -> None:
        self.kind, self.rule = kind, f"text:{rule}"


def draft(text: str, title: str | None = None, outlet: str | None = None) -> Draft:
    """The marked text. `title` and `outlet` are given where they are known; they are marked where they stand in the text."""
    found = list(_paragraphs(text))
    hints = giveaways.among([line.words for line in found])
    for line in found:
        if look := signs.look(line.words, hints):
            line.be(*look)
    head = _title(found, title)
    _captions(found)
    _header(found, head)
    _signatures(found, outlet)
    _teasers(found)
    own = _clean(head)
    told = imprint.outlet(found, own)
    _author_boxes(found, imprint.persons(found), outlet or (told[0] if told else None))
    _rest(found)
    marks = tuple(Mark(line.start, line.end, line.kind or "body", line.rule) for line in found)
    return _filled(Draft(text, marks), found, title or own, told)


def _filled(made: Draft, found: list[_Line], title: str | None, outlet: imprint.Found) -> Draft:
    """The draft with what the text says of itself."""
    filling = Filling(made)
    parts = imprint.parted(title) if title else None
    filling.put("title", parts[0] if parts else title, "text:headline")
    if outlet:
        filling.put("outlet", *outlet)
    if signed := imprint.persons(found):
        filling.sign(*signed)
    filling.put("published", imprint.published(found), "text:dateline")
    filling.put("modified", imprint.modified(found), "text:dateline")
    filling.put("section", imprint.section(found), "text:kicker")
    return filling.draft()


# -- lines -----------------------------------------------------------------------------------


def _paragraphs(text: str) -> Iterator[_Line]:
    """The lines of a text; hard-wrapped lines joined to their paragraphs."""
    spans = list(lines(text))
    if not spans:
        return
    blank = [True, *(_apart(text[a[1] : b[0]]) for a, b in itertools.pairwise(spans)), True]
    if _wrapped(text, spans, blank):
        spans, blank = _joined(spans, blank)
    for (start, end), before, after in zip(spans, blank, blank[1:], strict=False):
        if mark := _MARKED_HEADING.match(text, start, end):
            yield _Line(mark.end(), end, text[mark.end() : end], True, True, marked=True)
        else:
            yield _Line(start, end, text[start:end], before, after)


def _apart(gap: str) -> bool:
    return gap.count("\n") + gap.count("\r") - gap.count("\r\n") > 1


def _wrapped(text: str, spans: list[tuple[int, int]], blank: list[bool]) -> bool:
    """True where most lines that are followed by one of their paragraph are full and end inside a sentence."""
    inner = [text[start:end] for (start, end), after in zip(spans, blank[1:], strict=True) if not after]
    if len(inner) < 3 or max(end - start for start, end in spans) > WRAP_LONGEST:
        return False
    full = sum(len(line) >= WRAP_SHORTEST and not _STOPS.search(line) for line in inner)
    return full >= WRAP_SHARE * len(inner)


def _joined(spans: list[tuple[int, int]], blank: list[bool]) -> tuple[list[tuple[int, int]], list[bool]]:
    joined: list[tuple[int, int]] = []
    for span, before in zip(spans, blank, strict=False):
        full = bool(joined) and joined[-1][1] - joined[-1][0] >= WRAP_SHORTEST
        if before or not full:
            joined.append(span)
        else:
            joined[-1] = (joined[-1][0], span[1])
    return joined, [True] * (len(joined) + 1)


# -- headline --------------------------------------------------------------------------------


def _title(found: list[_Line], title: str | None) -> _Line | None:
    """Marks the headline and returns its line."""
    if title:
        wanted = key(title)
        line = next((line for line in found if line.kind is None and key(line.words) == wanted), None)
        rule = "title-given"
    else:
        line = _headline(found)
        rule = "headline"
    if line:
        line.be("title", rule)
    return line


def _headline(found: list[_Line]) -> _Line | None:
    """The line of the header that looks most like a headline."""
    header: list[_Line] = []
    for line in found[:HEADER_LINES]:
        if line.kind is None and len(line.words) >= PROSE:
            break
        header.append(line)
    if len(found) == 1:
        return None
    if len(header) == len(found):  # nothing but short lines: the first may be a headline, a later one may be anything
        header = header[:3]
    marked = next((line for line in header if line.kind is None and line.marked), None)
    if marked:
        return marked
    likely = [line for line in header if line.kind is None and _like_headline(line.words)]
    # Best cased first; a later line needs to be clearly better than an earlier one.
    return max(likely, key=lambda line: (round(cased(line.words), 1), -line.start), default=None)


def _like_headline(line: str) -> bool:
    if _STOPS.search(line) and not (cased(line) >= 0.8 and line.endswith(".")):
        return False
    if imprint.paper(line):
        return False
    return len(line) <= HEADLINE_LONGEST and len(line.split()) >= HEADLINE_WORDS and line[0] not in "-•*(["


def cased(line: str) -> float:
    """The share of the words of four letters and more that begin with a capital.

    >>> cased("Ten Bridges That Fell in Storms"), cased("Ten bridges that fell")
    (1.0, 0.0)
    """
    long = [line[start] for start, end in words(line) if end - start > 3]
    return sum(first.isupper() or first.isdigit() for first in long) / len(long) if long else 0.0


def _clean(line: _Line | None) -> str | None:
    return squeezed(line.words.rstrip("# ")) if line else None


# -- places ----------------------------------------------------------------------------------


def _captions(found: list[_Line]) -> None:
    """The line that stands right on top of a photo credit is its caption."""
    for line, after in itertools.pairwise(found):
        credited = after.kind == "photo_credit" and not line.last
        if credited and line.kind is None and len(line.words) < furniture.LONGEST:
            line.be("caption", "caption-over-credit")


def _header(found: list[_Line], head: _Line | None) -> None:
    """Before the headline: kickers. Right after it: the line below the headline."""
    if head is None:
        return
    at = found.index(head)
    for line in found[:at]:
        if line.kind is None and len(line.words.split()) <= KICKER_WORDS and not _ENDS.search(line.words):
            line.be("furniture", "kicker")
    for line in found[at + 1 : at + 4]:
        if line.kind is None and key(line.words) == key(head.words):
            line.be("furniture", "headline-again")


def _signatures(found: list[_Line], outlet: str | None) -> None:
    """In the header: the outlet's name as a line of its own, and persons' names right above it."""
    header = found[:HEADER_LINES]
    for at, line in enumerate(header):
        if line.kind is None and imprint.outlet_line(header, at, outlet):
            line.be("byline", "outlet-line")
    for at, line in enumerate(header):
        if line.kind is None and imprint.names_line(header, at):
            line.be("byline", "names-line")


def _author_boxes(found: list[_Line], signed: imprint.Signed, outlet: str | None) -> None:
    """Who the author is, at the end."""
    last = [line for line in found if line.kind is None][1:][-END_LINES:]
    for line in reversed(last):
        if imprint.author_box(line.words, signed[0] if signed else (), outlet):
            line.be("furniture", "author-box")


def _teasers(found: list[_Line]) -> None:
    """Headlines of other articles: unfinished lines between the end of the prose and a "More in ..." line or after one."""
    for at, line in enumerate(found):
        if line.kind != "furniture" or line.rule.removeprefix("text:") not in _TEASER_RULES:
            continue
        if at == len(found) - 1 or all(later.kind == "furniture" for later in found[at + 1 :]):
            _mark_teasers(found[max(0, at - 3) : at][::-1])
        if line.rule == "text:section" or line.words.endswith(":"):
            _mark_teasers(found[at + 1 : at + 9])


def _mark_teasers(run: list[_Line]) -> None:
    for line in run:
        if line.kind == "furniture":
            continue
        if line.kind is not None or not _like_teaser(line.words):
            return
        line.be("furniture", "teaser")


def _like_teaser(line: str) -> bool:
    unfinished = not _ENDS.search(line) or line.endswith(("?", "!"))
    return unfinished and len(line) <= HEADLINE_LONGEST and len(line.split()) >= HEADLINE_WORDS and cased(line) >= TEASER_CASED


def _rest(found: list[_Line]) -> None:
    for at, line in enumerate(found):
        if line.kind is None:
            heading = line.marked or (0 < at < len(found) - 1 and _like_heading(found, at))
            line.be("heading", "short-line") if heading else line.be("body", "paragraph")


def _like_heading(found: list[_Line], at: int) -> bool:
    """A short unfinished line on its own between paragraphs."""
    line, before, after = found[at], found[at - 1], found[at + 1]
    alone = line.first and line.last and len(line.words) <= HEADING_LONGEST and not _ENDS.search(line.words)
    prose = after.kind in (None, "body") and len(after.words) > HEADING_LONGEST
    return alone and prose and before.kind != "furniture" and line.words[0].isalnum() and any(c.isalpha() for c in line.words)
