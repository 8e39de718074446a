"""What a value is called: a phrase of the sentence it stands in, word for word.

A value's place in its sentence comes in; a name goes out: the noun that the number counts or stands before ("relay satellite", "miles
northeast of Wexley"), or, where the words beside the number do not say plainly what it is of, the words around it between quotation
marks, with "…" in its place: “The moon appeared … larger”. Words from elsewhere in the sentence are never put together: they may be
of somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from samestory.comparing import wording
from samestory.comparing.beside import (
    AFTER,
    ENOUGH,
    MORE,
    NO_NOUNS,
    SIGNS,
    TIMES,
    UNITS,
    Around,
    Place,
    Word,
    left,
    matter,
    right,
)
from samestory.text import DOUBLE, listed

NOUN = 4  # words of a noun phrase
PREDICATE = 7  # words that tell who they are that a number counts, and what became of them
ASKED = 6  # places of which the one is chosen that says most of what the others say too

_STATES = listed("dead wounded injured hurt missing")
_PARTICIPLES = listed("born found held shot made led left taken given told sent set brought seen known kept lost struck hit")
_EXTENTS = listed("diameter radius deep wide long tall high thick")
_DIRECTIONS = listed("north south east west northeast northwest southeast southwest")
_INNER = str.maketrans(dict.fromkeys(DOUBLE, "'"))


def of_number(places: Sequence[Place]) -> str:
    """What a number is of: the plain name, else the words around it; "" where none says anything."""
    return _best(places[:ASKED], (noun, _close, around))


def of_words(places: Sequence[Place]) -> str:
    """Where a day, a name or a "not" stands: the words around it; "" where there are none of matter."""
    return _best(places[:ASKED], (_close, around))


def whole(about: str, places: Sequence[Place]) -> str:
    """The name that the facts give; where it cuts a word or a name ("range missiles", "Rican pilots"), the sentences' own words."""
    return (of_number(places) if any(_cuts(about, place) for place in places) else "") or about


def _cuts(about: str, place: Place) -> bool:
    first = about.split(" ")[0]
    if first == "bodies":
        return True  # "bodies killed"
    text = place.telling.article.text[place.value.end : place.sentence.end]
    return bool(
        re.search(rf"\w-{re.escape(first)}\b", text) or (first[:1].isupper() and re.search(rf"\b[A-Z][\w.]* {re.escape(first)}\b", text))
    )


def _best(asked: Sequence[Place], ways: Sequence[Callable[[Place], str]]) -> str:
    """By the first way that finds any, the name that says most of what the other sentences say."""
    said = [wording.matter(one.telling.article.words(one.sentence)) for one in asked]
    for name in ways:
        found = []
        for at, place in enumerate(asked):
            given = name(place)
            others = frozenset[str]().union(*(words for other, words in enumerate(said) if other != at))
            found.append((given != "", len(wording.matter(given) & others), -at, given))
        if any(given for given, *_ in found):
            return max(found)[-1]
    return ""


def noun(place: Place) -> str:
    """What the number counts or stands before; "" where that is not plain."""
    near = Around(place)
    aged = near.past_old()
    if aged is not None:
        return near.said(_one(aged, opens=near.opens))
    if not near.after or near.after[0].parted or near.open < near.first or near.text.startswith("-", near.last):
        return ""
    if _stands_before(near):
        one = _one(near.after, opens=False)
        return near.said(one) if matter(one) >= ENOUGH or near.text[near.first] not in SIGNS else ""
    return near.said(_counted(near, near.with_unit())) if near.text[near.last - 1] not in "%$" else ""


def around(place: Place) -> str:
    """The words around the value, with "…" in its place; "" where none of matter stand there."""
    near = Around(place)
    before, after = left(near.before), right(near.after)
    if matter((*before, *after)) < ENOUGH:
        before = left(near.before, past=1)
    if matter((*before, *after)) < ENOUGH:
        after = right(near.after, AFTER + MORE, past=1)
    return _slot(near, before, after) if matter((*before, *after)) else ""


def _close(place: Place) -> str:
    """The words around the value, where its own clause has enough of them."""
    near = Around(place)
    before, after = left(near.before), right(near.after)
    words = near.text[near.first : near.last].split() or [""]
    cut = not after and bool(before) and before[0].key in ("a", "an", "the") and not words[-1][:1].isupper()  # “The board made a …”
    return _slot(near, before, after) if matter((*before, *after)) >= ENOUGH and not cut else ""


def _slot(near: Around, before: Sequence[Word], after: Sequence[Word]) -> str:
    start, end = before[-1].start if before else near.open, after[-1].end if after else near.close
    said = f"{near.shown[start : near.first]}…{near.shown[near.last : end]}"
    return f"“{' '.join(said.translate(_INNER).split())}”"


def _stands_before(near: Around) -> bool:
    """Whether the value stands before a noun as an adjective does: "a 10-minute interview", "the $7 million campaign"."""
    value = near.text[near.first : near.last]
    if near.after[0].light or near.after[0].number or near.after[0].key in _EXTENTS:
        return False
    if re.search(r"\d-?[a-z]|[a-z]-[a-z]", value, re.I) and not re.search(r"\d ", value) and value[-1] != "s":
        return True  # "18-month", "425kg"
    of_one = bool(near.before) and not near.before[0].parted and near.before[0].key in ("a", "an", "the", "its", "his", "her", "their")
    return of_one and value[0] in SIGNS


def _one(words: Sequence[Word], *, opens: bool) -> list[Word]:
    """The noun phrase that begins here, with its "of", or what is told of it where it begins its clause."""
    found: list[Word] = []
    for word in words:
        if (
            word.parted
            or word.light
            or word.number
            or word.key.endswith("ly")
            or len(found) == NOUN
            or (found and (_done(word) or word.key.endswith("ing")))
        ):
            break
        found.append(word)
    if not found or (len(found) == 1 and _done(found[0])):
        return []
    return right(words, PREDICATE) if opens and len(found) < len(words) else _with_of(found, words)


def _done(word: Word) -> bool:
    return word.key in _PARTICIPLES or (word.key.endswith("ed") and len(word.key) > 4)


def _counted(near: Around, words: Sequence[Word]) -> list[Word]:
    """Those counted, up to the plural, with what became of them where the number begins its clause, or with their "of"."""
    last = next((at for at, word in enumerate(words[:NOUN]) if _ends(word)), None)
    if last is None or any(word.parted or word.number or _closes(word) for word in words[: last + 1]):
        return []
    while last + 1 < len(words) and _ends(words[last + 1]) and not words[last + 1].parted and words[last + 1].plural:
        last += 1  # "wounded people"
    found = list(words[: last + 1])
    if found[-1].key in TIMES:
        return []  # "six weeks of": of what, the words before say
    if found[-1].key in UNITS:
        return _measured(found, words)
    if near.opens:
        return right(words, PREDICATE)
    whole = _with_of(found, words)
    return whole if len(whole) > len(found) or any(word.key in _STATES for word in found) else []


def _closes(word: Word) -> bool:
    return word.key in NO_NOUNS and word.key != "other"


def _ends(word: Word) -> bool:
    return word.key in _STATES or word.plural


def _measured(found: list[Word], words: Sequence[Word]) -> list[Word]:
    """ "miles northeast of Wexley", "days of national mourning"; of "years" alone nobody knows what they are of."""
    after = words[len(found) :]
    if after and not after[0].parted and after[0].key in _DIRECTIONS:
        found = [*found, after[0]]
    whole = _with_of(found, words)
    return whole if len(whole) > len(found) else []


def _with_of(found: list[Word], words: Sequence[Word]) -> list[Word]:
    """The noun with "of" and what follows that."""
    after = words[len(found) :]
    if not after or after[0].parted or after[0].key != "of":
        return found
    of = right(after[1:])
    return [*found, after[0], *of] if of and not after[1].parted and matter(of) else found
