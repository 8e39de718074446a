"""The changes of wording between two versions of a saying.

The words of two versions come in; `Edit`s go out, each of one kind. Curly against straight marks, spacing and the
comma or full stop that a cue asks for at the end are no change. The same word written otherwise ("four" and "4", "it's" and
"it is", "travelling" and "traveling") is no other word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import Indel

from samestory.comparing import wording
from samestory.comparing.wording import Word
from samestory.comparing.written import same_said
from samestory.model import Edit, EditKind
from samestory.text import DOUBLE, fold

SEAM = " […] "  # ours: between two quoted fragments with the article's own words between them
_SEAM = re.compile(r"[\s,;]*\[…\][\s,;]*")
_DOTS = re.compile(r"…|\.(?:\s*\.)+|\[\.\.\.\]")
LONGEST_TURN = 4  # words; in a longer stretch of other words a "not" went with the rest
_END_MARK = re.compile(r"[?!]")


def find(ours: str, theirs: str) -> tuple[Edit, ...]:
    """What `ours` changes against `theirs`, in order.

    >>> [(edit.kind, edit.ours, edit.theirs) for edit in find("our 4 pups- and we", "our four pups — and we")]
    [('spelling', '4', 'four'), ('punctuation', '- ', ' — ')]
    """
    mine, first = wording.split(ours), wording.split(theirs)
    if {word.key for word in mine}.isdisjoint(word.key for word in first):  # two parts of one sentence
        return Edit("trimmed", "", _joined(first)), Edit("added", _joined(mine), "")
    edits: list[Edit] = []
    fragment = any(words and words[0].text[:1].islower() for words in (mine, first))
    for (i, j), (k, m) in _runs([word.key for word in mine], [word.key for word in first]):
        if _alike(mine[i:j], first[k:m]):
            edits += _within(mine[i:j], first[k:m], opening=i == 0 or k == 0)
        elif fragment and (i == 0 or k == 0):
            edits += [_before_it_begins(edit) for edit in _changed(ours, mine, (i, j), first, (k, m))]
        else:
            edits += _changed(ours, mine, (i, j), first, (k, m))
    return (*edits, *_at_the_end(ours, theirs, mine, first))


def _before_it_begins(edit: Edit) -> Edit:
    """A "never" in front of a fragment may stand in the article's own words: he said he would never "let the town down"."""
    if edit.kind != "negation":
        return edit
    return replace(edit, kind="word" if edit.ours and edit.theirs else "added" if edit.ours else "trimmed")


def _runs(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Runs of the same and of changed words in turn; words dropped beside words put in are one change."""
    runs: list[tuple[tuple[int, int], tuple[int, int]]] = []
    same_before = True
    for code in Indel.opcodes(theirs, ours):
        same = code.tag == "equal"
        mine, first = (code.dest_start, code.dest_end), (code.src_start, code.src_end)
        if runs and not same and not same_before:
            (i, _), (k, _) = runs.pop()
            mine, first = (i, mine[1]), (k, first[1])
        runs.append((mine, first))
        same_before = same
    return runs


def _alike(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    return [word.key for word in ours] == [word.key for word in theirs]


def _within(ours: Sequence[Word], theirs: Sequence[Word], *, opening: bool) -> list[Edit]:
    """Changes of marks and case between the same words; the marks before the first word belong to what stands there."""
    edits: list[Edit] = []
    for at, (mine, first) in enumerate(zip(ours, theirs, strict=True)):
        if at and (kind := _kind_of_mark(mine.before, first.before)):
            edits.append(Edit(kind, mine.before, first.before))
        starts_a_sentence = (opening and at == 0) or _ends(mine.before) or _ends(first.before)
        if _other_case(mine.text, first.text) and not starts_a_sentence:
            edits.append(Edit("case", mine.text, first.text))
    return edits


def _kind_of_mark(ours: str, theirs: str) -> EditKind | None:
    """What a change of the marks between two words is. Fragments are cut apart by the article's own words, which is no drift of
    what is quoted; to run them on as one is."""
    if _SEAM.search(theirs) and not _SEAM.search(ours) and "..." not in _mark(ours):
        return "joined"
    if _SEAM.search(ours) or _mark(ours) == _mark(theirs):
        return None
    return "ellipsis" if "..." in _mark(ours) + _mark(theirs) else "punctuation"


def _changed(text: str, mine: Sequence[Word], place: tuple[int, int], first: Sequence[Word], there: tuple[int, int]) -> list[Edit]:
    """One change of words."""
    start, end = place
    here, theirs = mine[start:end], first[there[0] : there[1]]
    ours, other = _joined(here), _joined(theirs)
    if here and theirs:
        return [Edit(_kind_of_change(here, theirs), ours, other)]
    if here:
        return [Edit(_kind_or("added", here, mine[end : end + 1]), ours, "")]
    gap = mine[end].before if 0 < end < len(mine) else _outer(text, mine, end)
    if _DOTS.search(gap):
        return [Edit("ellipsis", gap.strip(), other)]
    return [Edit(_kind_or("trimmed", theirs, first[there[1] : there[1] + 1]), "", other)]


def _kind_or(plain: EditKind, words: Sequence[Word], after: Sequence[Word]) -> EditKind:
    """A lone "not" that came or went turns the sentence round; in a longer stretch it went with the rest, and "so no, he was" still
    says that he was."""
    answers = words[-1].key == "no" and not (after and after[0].before.isspace())
    return "negation" if len(words) <= 2 and not answers and any(wording.negates(word.key) for word in words) else plain


def _kind_of_change(ours: Sequence[Word], theirs: Sequence[Word]) -> EditKind:
    if same_said([word.key for word in ours], [word.key for word in theirs]):
        return "spelling"
    negated = [sum(wording.negates(word.key) for word in words) for words in (ours, theirs)]
    if negated[0] % 2 != negated[1] % 2 and max(len(ours), len(theirs)) <= LONGEST_TURN:
        return "negation"
    numbers = [[wording.number(word.key) for word in words if wording.number(word.key) is not None] for words in (ours, theirs)]
    digits = any(word.key[0].isdigit() for word in (*ours, *theirs))
    if numbers[0] != numbers[1] and (all(numbers) or digits):
        return "number"
    return "word"


def _outer(text: str, words: Sequence[Word], at: int) -> str:
    """The marks at the text's start or end, where words were left out."""
    if not words:
        return text
    if at == 0:
        return words[0].before
    return text[_length(words) :]


def _at_the_end(ours: str, theirs: str, mine: Sequence[Word], first: Sequence[Word]) -> list[Edit]:
    """A question or an exclamation made of a statement, or the other way round."""
    if not mine or not first or mine[-1].key != first[-1].key:
        return []
    here, there = ours[_length(mine) :], theirs[_length(first) :]
    marks = ["".join(_END_MARK.findall(end))[:1] for end in (here, there)]
    return [Edit("punctuation", here.strip(DOUBLE), there.strip(DOUBLE))] if marks[0] != marks[1] else []


def _length(words: Sequence[Word]) -> int:
    return sum(len(word.before) + len(word.text) for word in words)


def _joined(words: Sequence[Word]) -> str:
    if not words:
        return ""
    return words[0].text + "".join(word.before + word.text for word in words[1:])


def _mark(before: str) -> str:
    """The marks between two words as they are compared: blanks and quotation marks count for nothing."""
    plain = _DOTS.sub("...", before)
    return "".join(mark for mark in plain if not mark.isspace() and mark not in DOUBLE and mark not in "[]'’‘")


def _ends(before: str) -> bool:
    return any(mark in before for mark in ".!?…:")


def _other_case(one: str, other: str) -> bool:
    """Whether the words differ in capitals; "[W]e" tells the reader itself, and "&" for "and" is no other word."""
    ours, theirs = fold(one), fold(other)
    return ours != theirs and ours.casefold() == theirs.casefold()
