"""What one sentence changes against another that says nearly the same: a value, a name, a "not".

A pair of parallel sentences comes in; `Change`s go out, each with its words in both and why the two are not the same. A change
counts only where the words around it stand beside each other. Bounds that meet and rounded values are no change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samestory.comparing import naming, opposites, polls, swaps, values, when
from samestory.comparing.beside import Place
from samestory.comparing.parallels import Parallel, Sentence
from samestory.comparing.tokens import Token
from samestory.comparing.wording import LIGHT
from samestory.model import PointKind, Span

# Lines below pictures and reports are alike and tell of other things: "Hide caption 7 of 55 photos" was held against number 38.
_NO_STATEMENT = re.compile(
    r"\b(?:photos?|photographs?|pictured|images?|hide caption|just watched|must watch|contributed to|updated:)|^by:|\(@\w+\) \w+ \d", re.I
)
# "The mayor arrives at the hall in Wexley, January 29, 2020. REUTERS/Ann Doe": below a picture, and of the day it was taken.
_TAKEN = re.compile(r"\b[A-Z][a-z]+\.? \d{1,2}, \d{4}\W*\Z")
_CREDIT = re.compile(
    r"\W*(?:[A-Z][\w.’'-]+ ){0,3}\(?/?(?:REUTERS|Reuters|AP|AFP|EPA|Getty|Photo|UPI)\b|\W*(?:[A-Z][\w.’'-]+ ){1,3}?[A-Z][\w.’'-]+/[A-Z]"
)
# "Two were taken to one hospital, another to Wexley": two are a part of those whom the other sentence counts.
_PARTS = re.compile(
    r"\b(?:one|another|the others?|the rest|the remaining|(?:the|a) (?:third|fourth|fifth))\b (?:\w+ )?(?:was|were|is|are|had|has|in|to)\b",
    re.I,
)
_BREAK = re.compile(r"[,:;–—]")
TABLE = 3  # a sentence of which every third token is a number is a row of a table
AROUND = 6  # tokens on each side that make the context of a value
CONTEXT = 3  # of them that stand beside each other
# Of both sentences' matter, the geometric mean. In 69 real stories nearly all false changes had less, true ones more.
ALIKE = 0.5
ALIKE_IF_SHORT = 0.75
FEWEST = 5  # stems in common; headlines of fewer must be nearly the same
_TRADED = "shar share stock index sensex nasdaq dow futur trad"  # "shares fell 1.5 percent at 9:34 a.m."
MARKETS = frozenset(_TRADED.split())
_MOVES = "fell fall falling ros rose rise rising drop dropp dropped gain gained lost climb climbed slid jump jumped plung tumbl soar surg"
MOVES = frozenset(_MOVES.split())
_AWAITED = "expect schedul plann due suppos hop slat"
AWAITED = frozenset(_AWAITED.split())
_HOW_LONG = frozenset({"for", "until", "till", "before"})  # "not expected for two weeks" is "expected in two weeks"
ONE_CHILD = 2  # years
OPPOSITE = "in sentences that otherwise say nearly the same, one word is the opposite of the other"
ALIKE_OF_ONE = 0.85
CONTEXT_OF_DENIAL = 6  # where the rest of the sentences is not the same
HELD = 0.5  # share of the lighter sentence's weight that stands in the other, in the same order
NEGATED = 3  # tokens after "not" among which the word it denies stands
NEGATED_HELD = 0.6  # of the lighter sentence; with less, "not" may belong to another thought
_NEGATIONS = "not no zero never none nobody nothing neither nor"
NEGATIONS = frozenset(_NEGATIONS.split())
_NEGATIVE = """
    deny deni refus fail reject without little few unlike hardly barely lack avoid stop prevent rule unable against declin least cancel
    drop unclear doubt impossible scarcely rarely seldom miss until unless <ordinal> last since nay"""
NEGATIVE = frozenset(_NEGATIVE.split())  # words that turn a sentence round without a "not"; stems
# "not only", "no longer", "not yet", "not all": no plain denial
_NO_DENIALS = """
    only just yet longer long least necessarily simply merely even all every everyone one until surprisingly more less later doubt
    matter so too always immediate clear mere exactly fully entire like other"""
NO_DENIALS = frozenset(_NO_DENIALS.split())
OPENED = frozenset({"or", "why", "whether", "if"})  # "whether or not", "why don't they go back"
_TIMES = frozenset({"minute", "hour", "day", "week", "month", "year", "decade"})


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two sentences."""

    kind: PointKind
    about: str
    ours: Span
    theirs: Span
    value: float | str
    other: float | str
    why: str | None = None  # where the sentences as a whole are not nearly the same
    by_itself: bool = False  # of one thing also where the articles have little else in common


def find(parallel: Parallel) -> Iterator[Change]:
    """The changes of values, of "not" and of names between two sentences, in order."""
    if any(map(no_statement, (parallel.ours, parallel.theirs))):
        return
    same_time = not of_two_times(parallel.ours, parallel.theirs)
    yield from (change for change in _values(parallel) if same_time or change.kind == "date")
    if same_time:
        yield from _denials(parallel)
        yield from _opposites(parallel)
    if _near(parallel):
        yield from _swaps(parallel)


def no_statement(sentence: Sentence) -> bool:
    """Whether the sentence is a caption, a note of who wrote, or a row of a table."""
    words = sentence.telling.article.words(sentence.span)
    if _TAKEN.search(words) and _CREDIT.match(sentence.telling.article.text, sentence.span.end):
        return True
    numbers = sum(token.key[0] == "<" or token.key[0].isdigit() for token in sentence.tokens)
    return bool(_NO_STATEMENT.search(words)) or numbers * TABLE > len(sentence.tokens)


def of_two_times(one: Sentence, other: Sentence) -> bool:
    """Whether the sentences name two times: what was so in 1996 need not be so today."""
    if values.of_two_stretches(*(each.telling.article.words(each.span) for each in (one, other))):
        return True
    ours, theirs = ((when.days(each.telling, each.span), when.long_ago(each.telling, each.span)) for each in (one, other))
    return when.apart(ours, theirs)


def _near(parallel: Parallel) -> bool:
    """Whether the sentences are near each other as a whole."""
    return parallel.held >= HELD and parallel.alike >= (ALIKE if parallel.common >= FEWEST else ALIKE_IF_SHORT)


def _values(parallel: Parallel) -> Iterator[Change]:
    ours, theirs = parallel.ours, parallel.theirs
    for i, j in (*parallel.beside, *_moved(parallel)):
        mine, other = ours.tokens[i], theirs.tokens[j]
        if mine.kind is None or mine.value == other.value or not _in_context(parallel, i, j):
            continue
        if _elsewhere(ours, other) or _elsewhere(theirs, mine) or _of_two_children(parallel, i, j):
            continue
        if time_passed((ours, i), (theirs, j)):
            continue
        if (mine.kind == "count" and _parted(ours) != _parted(theirs)) or (mine.kind in ("percent", "count") and _of_markets(parallel)):
            continue
        if polls.of_two(ours, theirs, mine) or (mine.kind in ("date", "weekday") and _awaited(ours, i) != _awaited(theirs, j)):
            continue
        kind = values.change(ours.telling, mine, theirs.telling, other)
        if kind is not None:
            spans = ours.telling.article.span(mine.start, mine.end), theirs.telling.article.span(other.start, other.end)
            numbers = kind != "date"
            given = (number(mine), number(other)) if numbers else (_said(ours, spans[0]), _said(theirs, spans[1]))
            about = _of_number(parallel, *spans) if numbers else _of_words(parallel, *spans)
            yield Change(kind, about, *spans, *given)


def _moved(parallel: Parallel) -> Iterator[tuple[int, int]]:
    """A stretch of time that stands elsewhere in the other sentence: "for eight years" at the end, "For over 15 years" in front."""
    ours, theirs = (_stretches(sentence) for sentence in (parallel.ours, parallel.theirs))
    for unit in sorted(ours.keys() & theirs.keys()):
        if len(ours[unit]) == len(theirs[unit]) == 1 and (ours[unit][0], theirs[unit][0]) not in parallel.beside:
            yield ours[unit][0], theirs[unit][0]


def _stretches(sentence: Sentence) -> dict[tuple[str, str], list[int]]:
    """The counted stretches of time with their preposition."""
    found: dict[tuple[str, str], list[int]] = {}
    for at, token in enumerate(sentence.tokens[:-1]):
        unit = sentence.tokens[at + 1].key
        before = next((one.key for one in reversed(sentence.tokens[max(0, at - 2) : at]) if one.key in ("for", "in", "within")), None)
        if token.kind == "count" and unit in _TIMES and before:
            found.setdefault((before, unit), []).append(at)
    return found


def _in_context(parallel: Parallel, i: int, j: int) -> bool:
    """Whether enough of the words around both values stand beside each other, and both count the same thing."""
    ours = parallel.ours.tokens
    if (i, j) not in parallel.beside:  # moved as a whole
        return _near(parallel)
    if _counted(ours, i) != _counted(parallel.theirs.tokens, j):
        return False
    near = _around(parallel.beside, i, j)
    matter = sum(ours[a].kind is None and ours[a].key not in LIGHT for a, _ in near)
    return _near(parallel) and len(near) >= CONTEXT and matter >= 1 and not _of_others(parallel, i)


def _of_others(parallel: Parallel, at: int) -> bool:
    """Whether beside the place stands one name here and another there: "Joel Tarn, 34, was found" and "Mara Tarn, 61, was found"."""
    for (i, j), (k, m) in swaps.gaps(parallel):
        if at - AROUND <= j and i <= at + AROUND:
            ours, theirs = parallel.ours.tokens[i:j], parallel.theirs.tokens[k:m]
            if all(any(token.capital and token.key not in LIGHT for token in gap) for gap in (ours, theirs)):
                return True
    return False


def _around(beside: Sequence[tuple[int, int]], i: int, j: int) -> list[tuple[int, int]]:
    """The tokens around both places that stand beside each other, at about the same distance."""
    return [(a, b) for a, b in beside if 0 < abs(a - i) <= AROUND and 0 < abs(b - j) <= AROUND and (a < i) == (b < j)]


def _counted(tokens: Sequence[Token], at: int) -> str | None:
    """What a number counts: the word after it; money and percentages need none."""
    if tokens[at].kind not in ("count", "ordinal"):
        return None
    return next((token.key for token in tokens[at + 1 : at + 2]), None)


def _elsewhere(sentence: Sentence, value: Token) -> bool:
    """Whether the sentence gives the other's value too."""
    return any(token.kind == value.kind and token.value == value.value for token in sentence.tokens)


def time_passed(one: tuple[Sentence, int], other: tuple[Sentence, int]) -> bool:
    """Whether two values are of time that has passed, which is more the next day: "after four days of rain"."""
    days = {sentence.telling.day for sentence, _ in (one, other)}
    return _passing(*one) and _passing(*other) and (len(days) > 1 or None in days)


def _passing(sentence: Sentence, at: int) -> bool:
    unit = next((token.key for token in sentence.tokens[at + 1 : at + 2]), None)
    return unit in _TIMES | {"days"} and any(token.key == "after" for token in sentence.tokens[max(0, at - 1) : at])


def _of_markets(parallel: Parallel) -> bool:
    """Whether the sentences tell how a price moved, which is another an hour later, or how anything did, on two days."""
    matter = parallel.ours.matter | parallel.theirs.matter
    days = {sentence.telling.day for sentence in (parallel.ours, parallel.theirs)}
    return bool(matter & MOVES and (matter & MARKETS or len(days) > 1))


def _awaited(sentence: Sentence, at: int) -> bool:
    """Whether the day is one on which something was to be: "had been expected to approve it on Thursday"."""
    return any(token.key in AWAITED for token in sentence.tokens[max(0, at - 2 * AROUND) : at])


def _parted(sentence: Sentence) -> bool:
    """Whether the sentence tells its people or things apart."""
    return _PARTS.search(sentence.telling.article.words(sentence.span)) is not None


def _of_two_children(parallel: Parallel, i: int, j: int) -> bool:
    """Whether two ages without a name are so far apart that they may well be of two people."""
    aged = [token.key for token in parallel.ours.tokens[i + 1 : i + 3]] == ["year", "old"]
    years = abs(float(parallel.ours.tokens[i].value or 0) - float(parallel.theirs.tokens[j].value or 0)) if aged else 0
    return years > ONE_CHILD and parallel.alike < ALIKE_OF_ONE


def _of_number(parallel: Parallel, here: Span, there: Span) -> str:
    """What the numbers are of; where nothing beside them says it, the number itself."""
    return naming.of_number(_places(parallel, here, there)) or _said(parallel.ours, here)


def _of_words(parallel: Parallel, here: Span, there: Span) -> str:
    """Where the words stand that are not the same; where nothing stands beside them, the words themselves."""
    return naming.of_words(_places(parallel, here, there)) or _said(parallel.ours, here)


def _places(parallel: Parallel, here: Span, there: Span) -> list[Place]:
    return [Place(one.telling, one.span, at) for one, at in ((parallel.ours, here), (parallel.theirs, there))]


def _denials(parallel: Parallel) -> Iterator[Change]:
    """A "not" in one sentence at a place where the other has none."""
    if any(_asks(sentence) for sentence in (parallel.ours, parallel.theirs)):
        return
    whole = _near(parallel) and parallel.held >= NEGATED_HELD
    flipped = tuple((j, i) for i, j in parallel.beside)
    for denying, plain, beside, swapped in (
        (parallel.ours, parallel.theirs, parallel.beside, False),
        (parallel.theirs, parallel.ours, flipped, True),
    ):
        partner = dict(beside)
        for at, token in enumerate(denying.tokens):
            denied = _denied(denying, partner, at) if token.key in NEGATIONS and at not in partner else None
            if denied is None or len(_around(beside, denied, partner[denied])) < (CONTEXT if whole else CONTEXT_OF_DENIAL):
                continue
            if _of_others(parallel, partner[denied] if swapped else denied) or not _goes_on(denying, plain, partner, denied):
                continue
            if any(one.key in _HOW_LONG for one in denying.tokens[denied + 1 : denied + 2]):
                continue
            if _quoted(denying, at) and _quoted(plain, partner[denied]):
                continue  # two speakers, or one saying, which is compared as such
            if any(one.key in NEGATIONS and place not in partner.values() for place, one in enumerate(plain.tokens)):
                continue  # "I feel we weren't ready", "I didn't feel we were ready"
            if _negative(plain, partner[denied]) or _negative_besides(denying, at, partner):
                continue
            first = at - 1 if at - 1 in partner and partner[denied] - partner[at - 1] <= NEGATED else at
            start = partner[first] if first in partner else partner[denied]
            spans = _stretch(denying, first, denied), _stretch(plain, start, partner[denied])
            here, there = spans[::-1] if swapped else spans
            yield Change(
                "statement", _of_words(parallel, here, there), here, there, _said(parallel.ours, here), _said(parallel.theirs, there)
            )


def _quoted(sentence: Sentence, at: int) -> bool:
    """Whether a word stands between quotation marks; a quotation of several sentences opens and closes in others."""
    text, token = sentence.telling.article.text, sentence.tokens[at]
    before, after = text[sentence.span.start : token.start], text[token.end : sentence.span.end]
    if before.count("“") > before.count("”") or before.count('"') % 2:
        return True
    closing = next((mark for mark in after if mark in "“”"), None)
    return closing == "”" or ('"' not in before and after.count('"') % 2 == 1)


def _goes_on(denying: Sentence, plain: Sentence, partner: dict[int, int], denied: int) -> bool:
    """Whether what follows the denied word is the same too: not "isn't fighting to save" and "is fighting to shut down"."""
    after, theirs = _next_matter(denying, denied), _next_matter(plain, partner[denied])
    return after is None or theirs is None or after in partner or theirs in partner.values()


def _next_matter(sentence: Sentence, at: int) -> int | None:
    places = range(at + 1, len(sentence.tokens))
    return next((place for place in places if sentence.tokens[place].key not in LIGHT), None)


def _swaps(parallel: Parallel) -> Iterator[Change]:
    """Names that stand at one place of both sentences."""
    ours, theirs = parallel.ours, parallel.theirs
    for (first, last), (start, end) in swaps.find(parallel):
        here, there = _stretch(ours, first, last), _stretch(theirs, start, end)
        yield Change("name", _of_words(parallel, here, there), here, there, _said(ours, here), _said(theirs, there))


def _opposites(parallel: Parallel) -> Iterator[Change]:
    """A word, and its opposite at its place."""
    if any(_asks(sentence) for sentence in (parallel.ours, parallel.theirs)):
        return
    for at, other in opposites.find(parallel):
        here, there = _stretch(parallel.ours, at, at), _stretch(parallel.theirs, other, other)
        about = _of_words(parallel, here, there)
        yield Change("statement", about, here, there, _said(parallel.ours, here), _said(parallel.theirs, there), OPPOSITE)


def _asks(sentence: Sentence) -> bool:
    return sentence.telling.article.words(sentence.span).rstrip("\"'”’) ").endswith("?")


def _denied(sentence: Sentence, partner: dict[int, int], at: int) -> int | None:
    """The word that a "not" denies, where the other sentence has it too."""
    if any(token.key in OPENED for token in sentence.tokens[max(0, at - 2) : at]):
        return None
    after = sentence.tokens[at + 1 : at + 1 + NEGATED]
    if sentence.telling.article.text.startswith(".", sentence.tokens[at].end):
        return None  # "suspect No. 1"
    if not after or after[0].key in NO_DENIALS or _BREAK.search(sentence.telling.article.text, sentence.tokens[at].end, after[0].start):
        return None
    for step, token in enumerate(after, at + 1):
        if token.key not in LIGHT and token.kind is None:
            return step if step in partner else None
    return None


def _negative(sentence: Sentence, at: int) -> bool:
    """Whether something before the word turns this sentence round as well."""
    return any(token.key in NEGATIONS or token.key in NEGATIVE for token in sentence.tokens[max(0, at - AROUND) : at + 2])


def _negative_besides(sentence: Sentence, at: int, partner: dict[int, int]) -> bool:
    """Whether the denying sentence has a second negation near by that the other lacks: "not without"."""
    near = range(max(0, at - AROUND), min(len(sentence.tokens), at + AROUND))
    return any(i != at and i not in partner and sentence.tokens[i].key in NEGATIVE | {"nor", "neither"} for i in near)


def _stretch(sentence: Sentence, first: int, last: int) -> Span:
    return sentence.telling.article.span(sentence.tokens[first].start, sentence.tokens[last].end)


def _said(sentence: Sentence, span: Span) -> str:
    return " ".join(sentence.telling.article.words(span).split())


def number(token: Token) -> float:
    """The value of a number; a count without a point is a whole number."""
    value = float(token.value or 0)
    return int(value) if token.kind in ("count", "ordinal") and value.is_integer() else value
