"""Where the words of a quotation stand in another article without being known there as a quotation.

The tellings and what is quoted in them come in; for the quoted words of a saying, one version for each article goes out that has
nearly the same words in the same order. Words that stand there without any marks are told as that: `marks`. No source is
made up for them. An embedded post, words taken over as the outlet's own, and a paragraph whose marks are lost come out so.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from samestory.comparing import wording
from samestory.comparing.rarity import Rarity
from samestory.comparing.utterances import Utterance
from samestory.comparing.written import opened
from samestory.model import Edit, Span, Telling, Version

FEWEST = 7  # words; fewer may be two people's own
HELD = 0.8  # of the quoted words, in order, that must stand there
REACH = 1500  # characters that a quotation may run on before or after
# “Here, "here, 'here; and here.” here," here.' An apostrophe inside a word, or after a plural, is no mark.
_MARK = re.compile(r"""(?P<opens>[“„«]|(?<![\w.,!?…])["'‘](?=\w))|(?P<closes>[”»]|(?<=[\w.,!?…])"(?!\w)|(?<=[.,!?…])['’](?!\w))""")
BARE = 0.9  # the same of words without marks
POSTED = 300  # characters from the words of a post that is shown whole to the name of its writer
_POST_BEFORE = re.compile(r"\bpost by @\w+")
_POST_AFTER = re.compile(r"[—–-]\s*[^\n()]{2,60}\(@\w+\)")  # "We are here. — Ann Doe (@anndoe)"
TIGHT = 0.8  # twice the words in common against both stretches: little stands between them


@dataclass(frozen=True, slots=True)
class Laid:
    """Where nearly all of one run of words stands in another."""

    matched: int
    first: int  # word of the other
    last: int  # one past it


def lay(said: Sequence[str], words: Sequence[str]) -> Laid | None:
    """Said words laid along others; None where they are too few or not nearly the same.

    >>> lay("we will build the old mill again".split(), "well we will build the old mill again soon".split())
    Laid(matched=7, first=1, last=8)
    """
    least = max(FEWEST, HELD * len(said))
    if len(frozenset(said) & frozenset(words)) < HELD * len(frozenset(said)):
        return None
    blocks = [code for code in Indel.opcodes(said, words) if code.tag == "equal"]
    matched = sum(code.src_end - code.src_start for code in blocks)
    if matched < least or 2 * matched < TIGHT * (len(said) + blocks[-1].dest_end - blocks[0].dest_start):
        return None
    return Laid(matched, blocks[0].dest_start, blocks[-1].dest_end)


@dataclass(frozen=True, slots=True)
class _Sentence:
    place: int
    span: Span
    words: tuple[str, ...]  # contractions written out
    at: tuple[int, ...]  # the number of the word in the text that each is of


class Echoes:
    """The sentences of the story's bodies that hold no quotation."""

    def __init__(self, tellings: Sequence[Telling], uttered: Sequence[Utterance]) -> None:
        self._tellings = tellings
        self._sentences: list[_Sentence] = []
        parts: dict[int, list[Utterance]] = defaultdict(list)
        for one in uttered:
            parts[one.place].append(one)
        for place, telling in enumerate(tellings):
            self._sentences += _unquoted(telling, place, parts[place])
        spoken = [frozenset(opened(one.words)) for one in uttered]
        self._index = Rarity([*(frozenset(one.words) for one in self._sentences), *spoken])

    def versions(self, said: Utterance, quoted: frozenset[int]) -> list[tuple[int, Version]]:
        """A version for each article, besides those that quote them, in which these words stand."""
        if said.loose or said.kind != "direct" or len(said.words) < FEWEST:
            return []
        best: dict[int, tuple[int, Version]] = {}
        words = opened(said.words)
        for at in self._index.near(frozenset(words)):
            if at >= len(self._sentences) or self._sentences[at].place in quoted:
                continue
            sentence = self._sentences[at]
            found = lay(words, sentence.words)
            if found is None or found.matched <= best.get(sentence.place, (0,))[0]:
                continue
            version = self._version(said, sentence, sentence.at[found.first], sentence.at[found.last - 1] + 1)
            if version.kind == "direct" or found.matched >= BARE * len(words):
                best[sentence.place] = (found.matched, version)
        return [(place, version) for place, (_, version) in sorted(best.items())]

    def _version(self, said: Utterance, sentence: _Sentence, first: int, last: int) -> Version:
        telling = self._tellings[sentence.place]
        span = _stretch(telling, sentence.span, first, last)
        text = telling.article.words(span)
        marked = in_marks(telling, span)
        edits = () if marked else (Edit("marks", text, said.text),)
        return Version(telling.article.id, "direct" if marked else "indirect", (span,), text, None, None, edits)


def _unquoted(telling: Telling, place: int, uttered: Sequence[Utterance]) -> list[_Sentence]:
    """What is left of the sentences of the body where the known quotations are taken out."""
    held = sorted((piece.start, piece.end) for one in uttered for piece in one.pieces)
    bodies = sorted((block.span.start, block.span.end) for block in telling.article.blocks if block.kind == "body")
    found = []
    for span in telling.sentences:
        body = bodies[max(0, bisect_right(bodies, (span.start, len(telling.article.text))) - 1)] if bodies else (0, 0)
        if not body[0] <= span.start < body[1]:
            continue
        near = held[max(0, bisect_right(held, (span.start, 0)) - 1) : bisect_right(held, (span.end, 0))]
        for start, end in _without(span, near):
            keys = wording.keys(telling.article.text[start:end])
            if len(keys) >= FEWEST:
                written = [(word, number) for number, key in enumerate(keys) for word in opened((key,))]
                words, at = zip(*written, strict=True)
                found.append(_Sentence(place, telling.article.span(start, end), words, at))
    return found


def _without(span: Span, held: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = span.start
    for start, end in held:
        if at < start:
            yield at, min(start, span.end)
        at = max(at, end)
    if at < span.end:
        yield at, span.end


def _stretch(telling: Telling, sentence: Span, first: int, last: int) -> Span:
    """The place of the words first ... last of a sentence."""
    at, start, end = sentence.start, sentence.start, sentence.end
    for number, word in enumerate(wording.split(telling.article.words(sentence))):
        at += len(word.before)
        start = at if number == first else start
        at += len(word.text)
        if number + 1 == last:
            end = at
            break
    return telling.article.span(start, end)


def in_marks(telling: Telling, span: Span) -> bool:
    """Whether a quotation is open where the words stand: the nearest mark before them opens, or the nearest one after closes.

    Outlets set a quotation of several paragraphs in many ways, and a post that is shown whole needs no marks; when in doubt the
    words stand in marks.
    """
    text = telling.article.text
    if _POST_BEFORE.search(text, max(0, span.start - POSTED), span.start) or _POST_AFTER.search(text, span.end, span.end + POSTED):
        return True
    before = list(_MARK.finditer(text, max(0, span.start - REACH), span.start + 2))
    after = _MARK.search(text, span.end, span.end + REACH)
    return bool(before and before[-1].lastgroup == "opens") or bool(after and after.lastgroup == "closes")
