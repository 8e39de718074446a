"""Which lines of a page are its article: those that three extractors agree on, made whole.

The lines of a page come in, with its tree; line numbers with the rule that took each go out. trafilatura finds nearly
all of an article and some furniture, readability and resiliparse err elsewhere: what all three keep is body. Where the
page's lines stand in what an extractor keeps is found by aligning words, as none of them says it. What the words of a
line alone give away (captions, prompts) is not decided here.

Measured on 181 pages (aeb, 2026-11-22), F1: trafilatura alone .962; lines on which all agree .963; a majority where they
hardly agree .965; less lines that are nothing but a link .967; with quoted posts and what one lost between two body
lines .970; with paragraphs beyond the first part of a page .974.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Sequence
from copy import deepcopy

import trafilatura
from lxml import etree
from rapidfuzz.distance import LCSseq
from readability import Document
from readability.readability import Unparseable
from resiliparse.extract.html2text import extract_plain_text

from samestory.reading import layout
from samestory.reading.layout import Element, Line
from samestory.reading.source import CannotRead

for _name in ("trafilatura", "readability", "htmldate"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # what they have to say is said by our `Unreadable`

Words = tuple[str, ...]

SHARE = 0.75  # of a line's words, how many must stand in what an extractor keeps (.6 and .9: the same within .001)
MOST_PAIRS = 400_000_000  # words of the page times words kept: beyond, aligning takes over 50 MB and lines are compared whole
LEAST_WORDS = 25  # an extractor that keeps less has failed and has no vote
LEAST_SHARE = 0.3  # nor one that keeps less than this share of what trafilatura keeps
HARDLY = 60  # words on which all agree; below, two of three are enough where they find much more
LONG_LINE = 10  # words of a line that surely is prose: the first and the last such line bound the article
# The lines right below the headline in which a standfirst may stand; two extractors are enough for it. The gold of aeb counts
# none as body (F1 .967 with them, .969 without), the one of `pages` does; it is part of the headline here.
BELOW = 3
STANDFIRST = "standfirst"
GAP_WORDS = 6  # words of a line between them that one extractor is enough for
LINK_LINE = 0.9  # share of its characters that are links, from which on a line only points elsewhere
LINK_LINE_WORDS = 3  # a shorter one can be a heading or an item

# Elements that hold no part of an article, whatever extractors say.
NEVER = frozenset(("nav", "footer", "aside", "button"))
FORM_NEAR = 2  # a form right around a line is a prompt; some pages are one form from top to bottom
_PROMPT_NAMES = re.compile(
    r"related|newsletter|promo|\bshare|social|comment|sidebar|recommend|most-?(?:read|popular|viewed)|trending|advert|\bads?\b"
    r"|outbrain|taboola|read-?(?:more|next|also)|see-?also|also-?read|more-?(?:on|from|stories|news)|author-?(?:bio|box|info|card)"
    r"|disclaimer|cookie|sign-?up|teaser|toolbar|breadcrumb|\btags\b|popular|donat|callout",
    re.I,
)
_WORD = re.compile(r"\w+")
_KEPT_ATTRIBUTES = frozenset(("class", "id", "hidden", "style", "role"))


def wordlist(text: str) -> Words:
    """The words of a line, for comparing."""
    return tuple(_WORD.findall(text.casefold()))


def find(lines: Sequence[Line], tree: Element, headline: int | None) -> dict[int, str]:
    """The numbers of the lines that are the article's, with the rule that took each; `headline` is the number of its line."""
    words = [wordlist(line.text) for line in lines]
    bare = _bare(tree)
    votes = _votes(words, [_trafilatura(tree), _readability(bare), _resiliparse(bare)])
    kept = _agreed(words, votes) if votes else _all_prose(lines, words)
    long = [at for at in kept if len(words[at]) >= LONG_LINE]
    if long:
        two = [sum(at) > 1 for at in zip(*votes, strict=True)] or [False] * len(lines)
        kept = _beyond(lines, words, two, long) | kept
        kept = _between(lines, words, votes, range(min(long), max(kept))) | kept
        if headline is not None:
            below = _between(lines, words, [two], range(headline + 1, min(headline + 1 + BELOW, min(long))))
            kept = dict.fromkeys(below, STANDFIRST) | kept
    return {at: rule for at, rule in kept.items() if not _points_elsewhere(lines[at], words[at])}


def _votes(words: Sequence[Words], found: Sequence[list[Words]]) -> list[list[bool]]:
    """For each extractor that did not fail, which lines it keeps."""
    sizes = [sum(map(len, kept)) for kept in found]
    least = max(LEAST_WORDS, LEAST_SHARE * (sizes[0] or max(sizes)))
    return [aligned(words, kept) for kept, size in zip(found, sizes, strict=True) if size >= least]


def aligned(words: Sequence[Words], kept: Sequence[Words]) -> list[bool]:
    """Which lines of a page stand, in order, in the lines that were kept of it.

    >>> aligned([("menu",), ("the", "bridge", "fell"), ("menu",)], [("the", "bridge", "fell")])
    [False, True, False]
    """
    page = [word for line in words for word in line]
    other = [word for line in kept for word in line]
    if len(page) * len(other) > MOST_PAIRS:
        whole = frozenset(kept)
        return [bool(line) and line in whole for line in words]
    found = bytearray(len(page))
    for block in LCSseq.opcodes(page, other):
        if block.tag == "equal":
            found[block.src_start : block.src_end] = b"\1" * (block.src_end - block.src_start)
    verdicts, at = [], 0
    for line in words:
        verdicts.append(bool(line) and sum(found[at : at + len(line)]) >= SHARE * len(line))
        at += len(line)
    return verdicts


def _agreed(words: Sequence[Words], votes: Sequence[list[bool]]) -> dict[int, str]:
    """The lines all keep; where that is next to nothing, those that most keep, or that the first keeps."""
    counts = [sum(vote[at] for vote in votes) for at in range(len(words))] if votes else []
    best = {at: "extractors-agree" for at, count in enumerate(counts) if count == len(votes)}
    if _size(words, best) < HARDLY:
        most = {at: "most-extractors" for at, count in enumerate(counts) if count > len(votes) / 2}
        if _size(words, most) > 2 * _size(words, best) + LEAST_WORDS:
            best = most
        if votes and _size(words, best) < LEAST_WORDS:
            best = {at: "one-extractor" for at, kept in enumerate(votes[0]) if kept} or best
    return best


def _all_prose(lines: Sequence[Line], words: Sequence[Words]) -> dict[int, str]:
    """Where every extractor failed, as they do on a page of a few lines: what is written outside of menus and links."""
    return {at: "all-prose" for at, line in enumerate(lines) if len(words[at]) >= GAP_WORDS and line.linked < 0.5}


def _size(words: Sequence[Words], numbers: Iterable[int]) -> int:
    return sum(len(words[at]) for at in numbers)


def _between(lines: Sequence[Line], words: Sequence[Words], votes: Sequence[list[bool]], span: range) -> dict[int, str]:
    """Lines between the first and the last long body line that belong there: quoted posts, paragraphs that one lost."""
    found: dict[int, str] = {}
    for at in span:
        line = lines[at]
        if _in_menu(line):
            continue
        if "blockquote" in line.tags[:4]:
            found[at] = "quoted-block"
        elif _PROMPT_NAMES.search(" ".join(line.names[:4])):
            continue
        elif len(words[at]) >= GAP_WORDS and line.linked < 0.5 and any(vote[at] for vote in votes):
            found[at] = "between-body"
    return found


def _beyond(lines: Sequence[Line], words: Sequence[Words], two: Sequence[bool], long: Sequence[int]) -> dict[int, str]:
    """Paragraphs after the last on which all agree that stand in elements like those of the paragraphs before: one extractor
    took the first part of the page for the whole."""
    alike = {_surroundings(lines[at]) for at in long}
    found: dict[int, str] = {}
    for at in range(max(long) + 1, len(lines)):
        if two[at] and len(words[at]) >= LONG_LINE and lines[at].linked < 0.5 and _surroundings(lines[at]) in alike:
            found[at] = "like-body"
    return found


def _surroundings(line: Line) -> tuple[str, ...]:
    return (line.tags[0], *line.names[1:3])


def _points_elsewhere(line: Line, words: Words) -> bool:
    """Nothing but a link, or inside an element for menus and forms."""
    if line.linked >= LINK_LINE and len(words) >= LINK_LINE_WORDS:
        return True
    return _in_menu(line)


def _in_menu(line: Line) -> bool:
    return bool(NEVER & set(line.tags[:6])) or "form" in line.tags[:FORM_NEAR]


# -- the extractors --------------------------------------------------------------------------


def _trafilatura(tree: Element) -> list[Words]:
    found = trafilatura.bare_extraction(tree, fast=True, include_comments=False, include_tables=True, with_metadata=False)
    return _split(getattr(found, "text", None) or "")


def _bare(tree: Element) -> str:
    """The page without what no extractor looks at: twice as fast, the same lines kept. Written from our tree, it is well formed."""
    bare = deepcopy(tree)
    etree.strip_elements(bare, "script", "style", "noscript", "svg", "iframe", "template", with_tail=False)
    for element in bare.iter(etree.Element):
        for name in set(element.attrib) - _KEPT_ATTRIBUTES:
            del element.attrib[name]
    return str(etree.tostring(bare, encoding="unicode", method="html"))


def _readability(markup: str) -> list[Words]:
    try:
        kept = Document(markup).summary(html_partial=True)
        return [wordlist(line.text) for line in layout.lines(layout.parse(kept))]
    except (Unparseable, CannotRead, ValueError, TypeError):
        return []


def _resiliparse(markup: str) -> list[Words]:
    return _split(extract_plain_text(markup, main_content=True, alt_texts=False, list_bullets=False, preserve_formatting=True))


def _split(text: str) -> list[Words]:
    return [words for line in text.split("\n") if (words := wordlist(line))]
