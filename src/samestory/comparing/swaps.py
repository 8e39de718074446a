"""Names that stand at the same place of two sentences and are not the same.

A pair of parallel sentences comes in; pairs of places go out. One name in another form is no swap: "Trump" for "Donald Trump",
"UK" for "United Kingdom", "Moscow" for "Russia". When in doubt, none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from rapidfuzz.distance import Levenshtein

from samestory.comparing.parallels import Parallel, Sentence
from samestory.comparing.persons import TITLES
from samestory.comparing.wording import LIGHT

Place = tuple[int, int]  # first and last token
FLANKS = 4  # tokens right before and after that stand beside each other
ALIKE_IF_IN_FULL = 0.65
PART_OF_NAME = 2  # words of the name before the one that changed; after one, "Joel", another is of another man
TITLE_CASE = 0.8  # of a headline's words
JOINING = frozenset({"of", "the", "for", "and"})
_OF_NATIONS = {"france": "french", "french": "france", "wales": "welsh", "welsh": "wales"}
SHORTEST_SPELT = 5  # letters; "Ann" and "Amy" are two
SPELT = 2  # letters that may differ in one name
LONGEST = 4  # tokens of a name
_WEEKLY = "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
_UMLAUT = re.compile(r"([aou])e")
UNITED = frozenset({"states", "kingdom", "nations", "emirates"})  # "from Europe to the United States", "except the United Kingdom"
SAYING = frozenset({"said", "say", "says", "saying", "told", "tell", "added", "according"})
PARTICLES = frozenset({"al", "el", "bin", "ibn", "abu", "abd"})
NO_NAMES = frozenset(_WEEKLY.split()) | {"i", "mr", "mrs", "ms", "dr"}


def find(parallel: Parallel) -> Iterator[tuple[Place, Place]]:
    """The swapped names, in order."""
    for (i, j), (k, m) in gaps(parallel):
        ours, theirs = _name(parallel.ours, i, j), _name(parallel.theirs, k, m)
        if ours is None or theirs is None:
            continue
        if _is_swap(parallel, (i, j), (k, m), (ours, theirs)):
            yield ours, theirs


def gaps(parallel: Parallel) -> Iterator[tuple[Place, Place]]:
    """Stretches of tokens, first and one past the last, that have nothing beside them, in both sentences at once."""
    before = (-1, -1)
    ends = (len(parallel.ours.tokens), len(parallel.theirs.tokens))
    for i, k in (*parallel.beside, ends):
        if i - before[0] > 1 and k - before[1] > 1:
            yield (before[0] + 1, i), (before[1] + 1, k)
        before = (i, k)


def _name(sentence: Sentence, start: int, end: int) -> Place | None:
    """The one run of capitals in a gap; none where there are two."""
    tokens = sentence.tokens
    capital = [at for at in range(start, end) if tokens[at].capital and tokens[at].key not in NO_NAMES]
    if not capital or capital[-1] - capital[0] >= LONGEST or len(capital) != capital[-1] - capital[0] + 1:
        return None
    if "," in sentence.telling.article.text[tokens[capital[0]].start : tokens[capital[-1]].end]:
        return None  # "South Bend, Ind., Mayor"
    if capital == [0] and not _capital_elsewhere(sentence, 0):
        return None
    return capital[0], capital[-1]


def _capital_elsewhere(sentence: Sentence, at: int) -> bool:
    """Whether the first word of a sentence is a name: it stands with a capital inside a sentence of the article too."""
    text = sentence.telling.article.text
    word = text[sentence.tokens[at].start : sentence.tokens[at].end]
    return any(name.name.split()[0] == word for name in sentence.telling.names if name.name) and word[:1].isupper()


def _is_swap(parallel: Parallel, mine: Place, other: Place, names: tuple[Place, Place]) -> bool:
    """Whether two names at one place are of two things; most often they are one thing's names, and an accusation would be wrong."""
    ours, theirs = (_words(sentence, place) for sentence, place in zip((parallel.ours, parallel.theirs), names, strict=True))
    if {*ours, *theirs} & UNITED or _one_name(ours, theirs) or _one_person(parallel, ours, theirs):
        return False
    before, after = _flanks(parallel, mine, other)
    if misspelt(ours, theirs):
        return not _of_another_script(parallel.ours, names[0]) and before + after >= 2
    if before + after < FLANKS or _headline(parallel.ours) or _headline(parallel.theirs) or _both_in_one(parallel, ours, theirs):
        return False
    if all(_speaks(sentence, place) for sentence, place in zip((parallel.ours, parallel.theirs), names, strict=True)):
        return False  # two may have said it
    if _part_of_one(parallel, mine, other, names):
        return True
    in_full = min(len(ours), len(theirs)) >= 2 and not {ours[0], theirs[0]} & LIGHT
    rivals = in_full and not _one_of_two_is_a_person(parallel, ours, theirs)
    return rivals and min(before, after) >= 1 and parallel.alike >= ALIKE_IF_IN_FULL


def _speaks(sentence: Sentence, place: Place) -> bool:
    """Whether a verb of saying stands beside the name."""
    beside = (*sentence.tokens[max(0, place[0] - 1) : place[0]], *sentence.tokens[place[1] + 1 : place[1] + 2])
    return any(token.key in SAYING for token in beside)


def _of_another_script(sentence: Sentence, place: Place) -> bool:
    """Whether the name is an Arabic one, spelt in our letters as each house likes: "Usama bin Laden"."""
    near = sentence.tokens[max(0, place[0] - 1) : place[1] + 2]
    return any(token.key in PARTICLES for token in near)


def _one_person(parallel: Parallel, ours: list[str], theirs: list[str]) -> bool:
    """Whether one person has both names: "Madsen" and "Michael"."""
    both = {*ours, *theirs}
    return any(both <= set(name.split()) for name in _people(parallel))


def _one_of_two_is_a_person(parallel: Parallel, ours: list[str], theirs: list[str]) -> bool:
    """Whether a person stands for an office or a firm: "Treasury Secretary Ann Doe" for "the Treasury"."""
    found = [any(name in " ".join(words) for name in _people(parallel)) for words in (ours, theirs)]
    return found[0] != found[1]


def _people(parallel: Parallel) -> Iterator[str]:
    """The people of both articles; a team that one of them takes for a person is none."""
    tellings = [sentence.telling for sentence in (parallel.ours, parallel.theirs)]
    others = {name.name for telling in tellings for name in telling.names if name.kind in ("place", "organisation")}
    for telling in tellings:
        yield from (person.name.casefold() for person in telling.people if " " in person.name and person.name not in others)


def _headline(sentence: Sentence) -> bool:
    """Whether Nearly All Words Have Capitals."""
    words = [token for token in sentence.tokens if token.kind is None and token.key not in LIGHT]
    return sum(token.capital for token in words) > TITLE_CASE * len(words)


def _both_in_one(parallel: Parallel, ours: list[str], theirs: list[str]) -> bool:
    """Whether one of the sentences has both names: then they stand in another order only."""
    here, there = (sentence.telling.article.words(sentence.span).casefold() for sentence in (parallel.ours, parallel.theirs))
    return ours[-1] in there or theirs[-1] in here


def _part_of_one(parallel: Parallel, mine: Place, other: Place, names: tuple[Place, Place]) -> bool:
    """Whether the rest of a longer name stands beside each other: "Moms for Safe Streets", "Moms for Clean Streets"."""
    if (mine, other) != tuple((first, last + 1) for first, last in names):
        return False
    pairs, capitals, joining, step = set(parallel.beside), 0, 0, 1
    while (mine[0] - step, other[0] - step) in pairs and step <= LONGEST + 1:
        token = parallel.ours.tokens[mine[0] - step]
        if not token.capital and token.key not in JOINING:
            break
        joining += token.key in JOINING
        capitals += token.capital and token.key not in TITLES and mine[0] - step > 0
        step += 1
    text = parallel.ours.telling.article.text
    joined = step > 1 and "," not in text[parallel.ours.tokens[mine[0] - 1].start : parallel.ours.tokens[mine[0]].start]
    return joined and capitals > 0 and capitals + joining >= PART_OF_NAME


def _flanks(parallel: Parallel, mine: Place, other: Place) -> tuple[int, int]:
    """How many tokens in a row stand beside each other right before and right after a gap; a sentence's end counts as one."""
    pairs = set(parallel.beside)
    before = after = 0
    while (mine[0] - 1 - before, other[0] - 1 - before) in pairs:
        before += 1
    while (mine[1] + after, other[1] + after) in pairs:
        after += 1
    if mine[0] == other[0] == 0:
        before = 1
    if mine[1] == len(parallel.ours.tokens) and other[1] == len(parallel.theirs.tokens):
        after = 1
    return before, after


def _words(sentence: Sentence, place: Place) -> list[str]:
    text = sentence.telling.article.text
    return [plain(text[token.start : token.end]) for token in sentence.tokens[place[0] : place[1] + 1]]


def plain(word: str) -> str:
    """Without case, dots and accents: "Guantánamo" is "Guantanamo"."""
    return "".join(letter for letter in normalize("NFKD", word.casefold()) if letter.isalnum())


def _one_name(ours: list[str], theirs: list[str]) -> bool:
    """Whether one can be the other in short, by a part of it, by its initials, or with a title."""
    here, there = (" ".join(word for word in words if word not in TITLES) for words in (ours, theirs))
    if not here or not there or here in there or there in here:
        return True
    short, long = sorted((ours, theirs), key=lambda words: len("".join(words)))
    initials = "".join(word[0] for word in long if word not in JOINING)
    return "".join(short) in (initials, initials[:-1]) or _of_one_stem(here, there)


def _of_one_stem(here: str, there: str) -> bool:
    """ "Russia" and "Russian", "Dave" and "David"."""
    same = next((at for at, (one, other) in enumerate(zip(here, there, strict=False)) if one != other), min(len(here), len(there)))
    return same >= 3 and same >= min(len(here), len(there)) - 2


def misspelt(ours: list[str], theirs: list[str]) -> bool:
    """Whether each word is the other's but for a letter or two, and one is."""
    if len(ours) != len(theirs) or any(_OF_NATIONS.get(one) == other for one, other in zip(ours, theirs, strict=True)):
        return False
    if [_UMLAUT.sub(r"\1", word) for word in ours] == [_UMLAUT.sub(r"\1", word) for word in theirs]:
        return False  # "Duesseldorf"
    off = [(Levenshtein.distance(one, other), min(len(one), len(other))) for one, other in zip(ours, theirs, strict=True)]
    return all(wrong <= SPELT and (not wrong or length >= SHORTEST_SPELT) for wrong, length in off)


def one_spelt_twice(one: str, other: str) -> bool:
    """Whether two names are likely one in two spellings.

    >>> one_spelt_twice("Sanaa", "Sana"), one_spelt_twice("Sana", "Aden")
    (True, False)
    """
    ours, theirs = ([plain(word) for word in name.split()] for name in (one, other))
    return misspelt(ours, theirs) or _of_one_stem("".join(ours), "".join(theirs))
