"""Words as keys and as numbers: the commonest words, which say nothing about an event, and a light stemmer.

A word as it is written comes in; the key that its other forms share, and the number that stands for it, go out. Knows no grammar.
"""

from __future__ import annotations

from hashlib import blake2b

_COMMONEST = """
    a about above after again against all also although always am among an and another any anyone anything are around as at away
    back be became because become been before began behind being between both but by came can cannot come could did do doe does doing
    done down during each either else end enough even ever every everyone far few first for former found from further gave get gets
    getting give go goes going gone got had has have having he her here hers herself him himself his how however i if in into is it
    its itself just know known last later least less let like little long made make makes making many may maybe me might mine more
    most mr mrs ms much must my myself near need never new next no nobody none nor not nothing now of off often on once one only onto
    or other others our ours ourselves out over own part per perhaps put rather really said same saw say says see seem seemed seen
    several shall she should since so some someone something soon still such take taken than that the their theirs them themselves
    then there these they thing this those though through thus to today together told too took toward tell tells two under until up
    upon us use used using very via want was way we well went were what when where whether which while who whole whom whose why will
    with within without would year years yes yesterday yet you your yours yourself
    i'm i've i'll i'd he's she's it's we're we've they're they've you're don't didn't doesn't can't won't isn't wasn't aren't weren't
    wouldn't couldn't shouldn't hasn't haven't hadn't that's there's what's let's s t re ve ll d m
    monday tuesday wednesday thursday friday saturday sunday am pm a.m p.m pic twitter facebook instagram http https www com
"""
STOP_WORDS = frozenset(_COMMONEST.split())
MOST_REMEMBERED = 300_000
_SAME = ("ss", "us", "is", "as", "os")  # "class", "virus", "crisis", "Texas", "Laos"


def stem(word: str) -> str:
    """The key of a word: lower case, no possessive, no plural.

    >>> [stem(w) for w in ("Pirates", "navy’s", "countries", "Texas", "1,200")]
    ['pirate', 'navy', 'country', 'texas', '1200']
    """
    key = word.casefold().replace("’", "'")
    if key[0].isdigit():
        return key.replace(",", "").rstrip(".")
    key = key.removesuffix("'s").removesuffix("'")
    if len(key) > 4 and key.endswith("ies"):
        return key[:-3] + "y"
    if len(key) > 3 and key.endswith("s") and not key.endswith(_SAME):
        return key[:-1]
    return key


class _Stems(dict[str, str]):
    """Keys of words as written, "" for the commonest; remembers, because a dictionary is the fastest way there."""

    def __missing__(self, word: str) -> str:
        if len(self) > MOST_REMEMBERED:
            self.clear()
        key = stem(word)
        self[word] = key = "" if key in STOP_WORDS else key
        return key


STEMS = _Stems()


PAIR = 1  # the lowest bit of the number of a two-word name or a street: rarer than single words, and in no table
NUMBER_BITS = 56  # two of a million words share a number once in some hundred thousand tables of words


def number(word: str) -> int:
    """The number that stands for a word, the same on every machine and in every run, so that a store may keep it.

    >>> number("harbour") == number("harbour"), number("harbour") & PAIR, number("ann doe") & PAIR
    (True, 0, 1)
    """
    whole = int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=NUMBER_BITS // 8).digest(), "little")
    return whole | PAIR if " " in word else whole & ~PAIR


class _Numbers(dict[str, int]):
    """Numbers of words, remembered; `spelled` tells the word of a number met since the last `forget`."""

    def __init__(self) -> None:
        super().__init__()
        self.spelled: dict[int, str] = {}

    def __missing__(self, word: str) -> int:
        found = self[word] = number(word)
        self.spelled[found] = word
        return found

    def forget(self) -> None:
        """Called between articles, so that the words of the one at hand are always known."""
        self.clear()
        self.spelled.clear()


NUMBERS = _Numbers()
