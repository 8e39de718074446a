"""What changed between two versions of an article: headline, numbers, quotations, sentences new or gone, words.

Two tellings, the earlier first, come in; changes with their places in both go out, those that weigh most first. Commas, marks, case,
little words and the order of sentences are no changes. Captions and furniture are not looked at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from samestory.comparing.tellers import shorten, title
from samestory.comparing.wording import LIGHT, NEGATIONS, NUMERALS, number
from samestory.model import Change, ChangeKind, Quote, Span, Telling
from samestory.text import fold

ONE_SENTENCE = 0.6  # of the words of two sentences that are the same, from which on one is the other rewritten
LONGEST = 90  # characters of words shown in a sentence about them
LEAST_KEPT = 0.85  # of the shorter sentence's words that stand in one to which something was added
PART = 6  # words put into a sentence, or taken out, from which on they are new or gone rather than other words
_ORDER: tuple[ChangeKind, ...] = (
    "headline",
    "number",
    "quotation changed",
    "quotation gone",
    "quotation added",
    "gone",
    "added",
    "wording",
)
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:'\w+)*|[%$€£]")
_INNER = str.maketrans({'"': "'", "“": "‘", "”": "’"})
_USED = frozenset({"body", "heading"})


@dataclass(frozen=True, slots=True)
class _Word:
    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    words: tuple[_Word, ...]

    @property
    def key(self) -> str:
        return " ".join(word.key for word in self.words)


def find(earlier: Telling, later: Telling) -> tuple[Change, ...]:
    """The changes from the earlier version to the later one."""
    before, after = _sentences(earlier), _sentences(later)
    gone, new = _unmatched(before, after)
    changes = list(_headline(earlier, later))
    rewritten = _rewritten(gone, new)
    for old, fresh in rewritten:
        changes += _within(earlier, later, old, fresh)
    paired = {one.span for pair in rewritten for one in pair}
    changes += _whole(earlier, [one for one in gone if one.span not in paired], before, after, gone=True)
    changes += _whole(later, [one for one in new if one.span not in paired], after, before, gone=False)
    return tuple(sorted(changes, key=lambda change: (_ORDER.index(change.kind), change.before or change.after, change.after)))


def _sentences(telling: Telling) -> list[_Sentence]:
    article = telling.article
    used = [block.span for block in article.blocks if block.kind in _USED]
    found = []
    for span in telling.sentences:
        if any(block.holds(span) for block in used):
            text = fold(article.words(span))
            words = tuple(_Word(m[0].casefold(), span.start + m.start(), span.start + m.end()) for m in _TOKEN.finditer(text))
            if words:
                found.append(_Sentence(span, words))
    return found


def _unmatched(before: Sequence[_Sentence], after: Sequence[_Sentence]) -> tuple[list[_Sentence], list[_Sentence]]:
    """The sentences of each that do not stand in the other, wherever there."""
    ours, theirs = Counter(one.key for one in before), Counter(one.key for one in after)
    return [one for one in before if one.key not in theirs], [one for one in after if one.key not in ours]


def _rewritten(gone: Sequence[_Sentence], new: Sequence[_Sentence]) -> list[tuple[_Sentence, _Sentence]]:
    """Sentences that are each other rewritten, the most alike first chosen; in order."""
    counts = {one.span: Counter(word.key for word in one.words) for one in (*gone, *new)}
    likeness = []
    for i, old in enumerate(gone):
        for j, fresh in enumerate(new):
            same = sum((counts[old.span] & counts[fresh.span]).values())
            alike = 2 * same / (len(old.words) + len(fresh.words))
            if alike >= ONE_SENTENCE or (same >= PART and same >= LEAST_KEPT * min(len(old.words), len(fresh.words))):
                likeness.append((-alike, i, j))
    olds: set[int] = set()
    freshes: set[int] = set()
    pairs = []
    for _, i, j in sorted(likeness):
        if i not in olds and j not in freshes:
            olds.add(i)
            freshes.add(j)
            pairs.append((i, j))
    return [(gone[i], new[j]) for i, j in sorted(pairs)]


def _headline(earlier: Telling, later: Telling) -> Iterator[Change]:
    old, new = title(earlier), title(later)
    titled = all(telling.article.title or _title_spans(telling) for telling in (earlier, later))
    if titled and _keys(old) != _keys(new):
        yield Change("headline", f"The headline {_shown(old)} became {_shown(new)}.", _title_spans(earlier), _title_spans(later))


def _title_spans(telling: Telling) -> tuple[Span, ...]:
    return tuple(block.span for block in telling.article.blocks if block.kind == "title")[:1]


def _keys(text: str) -> list[str]:
    return [found[0].casefold() for found in _TOKEN.finditer(fold(text))]


def _within(earlier: Telling, later: Telling, old: _Sentence, new: _Sentence) -> list[Change]:
    """What changed inside one sentence."""
    found: list[Change] = []
    matcher = SequenceMatcher(None, [word.key for word in old.words], [word.key for word in new.words], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        ours, theirs = old.words[i:j], new.words[k:m]
        if tag == "equal" or _of_no_weight(ours, theirs):
            continue
        before, after = _span(earlier, old, i, j), _span(later, new, k, m)
        kind = _kind(earlier, later, before, after, (ours, theirs))
        found.append(Change(kind, _became(earlier, later, before, after), (before,) if ours else (), (after,) if theirs else ()))
    return found


def _of_no_weight(ours: Sequence[_Word], theirs: Sequence[_Word]) -> bool:
    """Little words only, or the same words joined otherwise ("health care", "healthcare"); never a number or a "not"."""
    if "".join(word.key for word in ours) == "".join(word.key for word in theirs):
        return True
    if len(ours) == len(theirs) == 1 and number(ours[0].key) is not None and number(ours[0].key) == number(theirs[0].key):
        return True  # "four" and "4"
    words = {word.key for word in (*ours, *theirs)}
    return words <= LIGHT and not words & NEGATIONS and not words & NUMERALS.keys()


def _span(telling: Telling, sentence: _Sentence, first: int, last: int) -> Span:
    """The words from `first` to before `last`, for no words the place before `first`; a number with the word behind it."""
    words = sentence.words
    if first == last:
        at = words[first].start if first < len(words) else words[-1].end
        return Span(telling.article.id, at, at)
    behind = last < len(words) and any(_is_number(word) for word in words[first:last]) and words[last - 1].key != "%"
    return Span(telling.article.id, words[first].start, words[last if behind else last - 1].end)


def _is_number(word: _Word) -> bool:
    return word.key[0].isdigit() or word.key in NUMERALS


def _kind(earlier: Telling, later: Telling, before: Span, after: Span, words: tuple[Sequence[_Word], Sequence[_Word]]) -> ChangeKind:
    ours, theirs = words
    if _quote_at(earlier, before) and _quote_at(later, after):
        return "quotation changed"
    if ours and theirs and any(map(_is_number, ours)) and any(map(_is_number, theirs)):
        return "number"
    if not ours and len(theirs) >= PART:
        return "added"
    return "gone" if not theirs and len(ours) >= PART else "wording"


def _quote_at(telling: Telling, span: Span) -> Quote | None:
    """The quotation between marks in which a place stands."""
    return next((q for q in _marked(telling) if any(c.start <= span.start and span.end <= c.end for c in q.content)), None)


def _marked(telling: Telling) -> Iterator[Quote]:
    return (quote for quote in telling.quotes if quote.kind == "direct")


def _became(earlier: Telling, later: Telling, before: Span, after: Span) -> str:
    old, new = earlier.article.words(before), later.article.words(after)
    if not old:
        return f"{_shown(new)} is new."
    return f"{_shown(old)} became {_shown(new)}." if new else f"{_shown(old)} is gone."


def _shown(words: str) -> str:
    plain = " ".join(words.split()).rstrip(".,;")
    return f"“{shorten(plain.translate(_INNER), LONGEST)}”"


def _whole(
    telling: Telling, changed: Sequence[_Sentence], own: Sequence[_Sentence], other: Sequence[_Sentence], *, gone: bool
) -> Iterator[Change]:
    """Sentences that are gone or new: quotations one by one, the others run by run."""
    words = " ".join(one.key for one in other)
    told: set[Span] = set()
    for quote in _marked(telling):
        own_sentences = [one.span for one in changed if any(one.span.overlaps(content) for content in quote.content)]
        said = " ".join(_keys(" ".join(telling.article.words(content) for content in quote.content)))
        if own_sentences and said and said not in words:
            told |= {*own_sentences}
            kind: ChangeKind = "quotation gone" if gone else "quotation added"
            yield _placed(kind, _quoted(telling, quote, gone=gone), quote.content, gone=gone)
    for run in _runs([one for one in changed if one.span not in told], own):
        spans = tuple(one.span for one in run)
        count = f"{len(run)} sentences are" if len(run) > 1 else "A sentence is"
        why = f"{count} {'gone' if gone else 'new'}: {_shown(telling.article.words(spans[0]))}."
        yield _placed("gone" if gone else "added", why, spans, gone=gone)


def _placed(kind: ChangeKind, why: str, spans: tuple[Span, ...], *, gone: bool) -> Change:
    return Change(kind, why, spans if gone else (), () if gone else spans)


def _quoted(telling: Telling, quote: Quote, *, gone: bool) -> str:
    speaker = quote.speaker.name if quote.speaker else None
    words = telling.article.words(quote.content[0]).strip('"“”, ')
    return f"A quotation{f' of {speaker}' if speaker else ''} is {'gone' if gone else 'new'}: {_shown(words)}."


def _runs(changed: Sequence[_Sentence], own: Sequence[_Sentence]) -> Iterator[list[_Sentence]]:
    """Sentences that stand one behind the other."""
    places = {one.span: place for place, one in enumerate(own)}
    run: list[_Sentence] = []
    for one in changed:
        if run and places[one.span] != places[run[-1].span] + 1:
            yield run
            run = []
        run.append(one)
    if run:
        yield run
