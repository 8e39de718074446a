"""String work that never loses count of characters.

What comes in is text; what goes out are offsets into that same text, or keys to compare strings by.
Nothing here knows articles, markup or language models.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

OPENING = "“„«‟"
CLOSING = "”»"
DOUBLE = OPENING + CLOSING + '"'
SINGLE = "'‘’‚‛`´"
DASHES = "-‐‑‒–—―−"
BLANKS = " \t\n\r\f\v\u00a0\u2002\u2003\u2009\u200b\u202f\ufeff"

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_RUN = re.compile(r"\w+")
_FOLD = str.maketrans(
    dict.fromkeys(SINGLE, "'") | dict.fromkeys(DOUBLE, '"') | dict.fromkeys(DASHES, "-") | {"\u00a0": " ", "\u202f": " ", "\u2009": " "}
)

_COMMANDS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def trim(text: str, start: int, end: int, strip: str = BLANKS) -> tuple[int, int]:
    """The span without the characters of `strip` at its ends; empty spans collapse at `start`.

    >>> trim("  a b ", 0, 6)
    (2, 5)
    """
    while end > start and text[end - 1] in strip:
        end -= 1
    while start < end and text[start] in strip:
        start += 1
    return start, end


def lines(text: str) -> Iterator[tuple[int, int]]:
    r"""The trimmed, non-empty lines of a text as spans. Any of \n, \r\n and \r ends a line.

    >>> list(lines("one\r\n\n two"))
    [(0, 3), (7, 10)]
    """
    at = 0
    for line in re.split(r"(\r\n|\n|\r|\u2028|\u2029)", text):
        start, end = trim(text, at, at + len(line))
        if start < end:
            yield start, end
        at += len(line)


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The words of `text[start:end]` as spans; inner apostrophes and hyphens belong to the word.

    >>> [("she's well-known"[s:e]) for s, e in words("she's well-known")]
    ["she's", 'well-known']
    """
    for found in _WORD.finditer(text, start, len(text) if end is None else end):
        yield found.span()


def fold(text: str) -> str:
    """The text with quotation marks, dashes and odd blanks made plain; same length, so offsets still fit.

    >>> fold("“I’m—here”")
    '"I\\'m-here"'
    """
    return text if text.isascii() and "`" not in text else text.translate(_FOLD)


def key(text: str) -> str:
    """A key that is equal for wordings that differ in marks, case and spacing only.

    >>> key("4 healthy babies — and we") == key("4 healthy babies- and we")
    True
    """
    plain = fold(text).casefold().replace("-", " ")
    return " ".join(plain[s:e] for s, e in words(plain))


def landmark(key: str) -> str:
    """The longest run of letters in a key: it stands in every text of that key, once its letters are small. To look for it is
    fifty times as fast as to make a text's key.

    >>> landmark(key("Crew’s long-lost dog")), landmark(key("Crew’s long-lost dog")) in "the CREW'S LONG-lost dog".casefold()
    ('crew', True)
    """
    return max(_RUN.findall(key), key=len, default="")


def listed(words: str) -> frozenset[str]:
    """The words of a word list, however its lines are broken.

    >>> sorted(listed("say  tell\\n write"))
    ['say', 'tell', 'write']
    """
    return frozenset(words.split())


def printable(text: str) -> str:
    r"""The text without the characters that could command a terminal; line ends stay. For messages, never for an article's text.

    >>> printable("Rain\x1b]0;owned\x07\nfalls")
    'Rain]0;owned\nfalls'
    """
    return _COMMANDS.sub("", text)
