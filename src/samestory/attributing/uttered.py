"""The day on which a quotation was spoken or written: "told reporters Friday", "in a letter dated March 3, 1990, he wrote".

A paragraph with its expressions comes in; out goes the expression, outside of its quotations, that says when they were said, or
None. "Today" within them is that day. Where a paragraph names two such days, or the day is only known from the day of
publication being taken for it, nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from samestory.attributing.expressions import Wording
from samestory.language import Passage
from samestory.text import listed

if TYPE_CHECKING:
    from samestory.language import Phrase, Token

_DAYS = listed("""iso-date month-day-year day-month-year month-day day-month weekday weekday-part weekday-which deictic deictic-part
    clock-day part-of-day clock-date""")
_SAYS = listed(
    """say tell write announce declare state add warn testify tweet post recall explain insist promise vow argue reply comment"""
)
_SAYINGS = listed("letter post tweet statement interview email e-mail message memo speech address testimony conference diary note column")
_GAP = 2  # characters between a sentence and the quotation that goes on
_SPEAKER = re.compile(r"\b(?:said|says|told|tells|wrote|writes|added|adds|asked)\b")
_MARKS = ('"', "“", "”", "``", "''")


def quoted(passage: Passage, at: int) -> bool:
    """Whether the place stands between double quotation marks of its paragraph."""
    before = passage.text[:at]
    opened, closed = before.count("“") + before.count("``"), before.count("”") + before.count("''")
    return opened > closed or before.count('"') % 2 == 1


def when_said(passage: Passage, wordings: Sequence[Wording]) -> tuple[Wording, frozenset[int]] | None:
    """The expression that dates quotations of a paragraph, and where the expressions begin that stand in these quotations."""
    if passage.block.kind == "dateline" or not any(mark in passage.text for mark in _MARKS):
        return None
    inside = [wording for wording in wordings if quoted(passage, wording.start)]
    dated = [w for w in wordings if w.rule in _DAYS and w not in inside and _is_of_saying(passage, w)] if inside else []
    if len(dated) != 1:
        return None
    words = passage.doc.char_span(dated[0].match.start(), dated[0].match.end(), alignment_mode="expand")
    sentence = words[0].sent if words is not None else None
    if sentence is None:
        return None
    meant = frozenset(w.start for w in inside if _is_in_its_quotation(passage, w.start, sentence))
    return (dated[0], meant) if meant else None


def _is_in_its_quotation(passage: Passage, at: int, sentence: Phrase) -> bool:
    """Whether the quotation is spoken in the dated sentence, or goes on right behind it without another speaker."""
    start = max(passage.text.rfind(mark, 0, at) for mark in _MARKS)
    end = min((place for mark in _MARKS if (place := passage.text.find(mark, at)) >= 0), default=len(passage.text))
    if start < sentence.end_char and end >= sentence.start_char - 1:
        return True
    own = passage.doc.char_span(end, min(end + 1, len(passage.text)), alignment_mode="expand")
    behind = own[0].sent.text[end - own[0].sent.start_char :] if own is not None and len(own) else ""
    return 0 <= start - sentence.end_char <= _GAP and not _SPEAKER.search(behind)


def _is_of_saying(passage: Passage, wording: Wording) -> bool:
    words = passage.doc.char_span(wording.match.start(), wording.match.end(), alignment_mode="expand")
    if words is None or not len(words):
        return False
    return any(_says(word) for word in _above(words.root))


def _above(day: Token) -> list[Token]:
    """What the day hangs on: a verb or noun, through its preposition; of "in a post on Tuesday, he wrote" the verb is not needed."""
    word = day.head.head if day.dep_ == "pobj" else day.head
    if word.i == day.i or (day.dep_ == "pobj" and day.head.lower_ not in ("on", "of", "from", "dated")):
        return []
    return [word, word.head] if word.lower_ == "dated" else [word]


def _says(word: Token) -> bool:
    lemma = word.lemma_.lower()
    return (word.pos_ == "VERB" and lemma in _SAYS and word.tag_ in ("VBD", "VBN")) or (
        word.pos_ in ("NOUN", "PROPN") and lemma in _SAYINGS
    )
