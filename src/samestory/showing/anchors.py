"""Names that are safe in addresses: of articles, of places in their texts, of files.

Ids of articles and stories come in as they are, with any character; anchors, file names and letters go out.
Nothing here reads a text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256

from samestory.model import Span

_SAFE = re.compile(r"[A-Za-z0-9_-]{1,32}")
_TAKEN = frozenset({"index", "stories", "samestory"})  # files of the folder that are no story


def slug(name: str) -> str:
    """A short name of letters, digits, `-` and `_`: the name itself where it is so, else with a hash of it.

    >>> slug("a7-b")
    'a7-b'
    >>> slug("été <b>")
    't-b-b15f178d'
    """
    if _SAFE.fullmatch(name):
        return name
    plain = re.sub(r"[^A-Za-z0-9_]+", "-", name).strip("-")[:20]
    return f"{plain or 'x'}-{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def place(spans: Sequence[Span]) -> str:
    """The anchor of a place: one span, or the pieces of one content, of one article.

    >>> place([Span("a", 3, 9), Span("a", 20, 24)])
    's-a-3-9_20-24'
    """
    pieces = "_".join(f"{span.start}-{span.end}" for span in spans)
    return f"s-{slug(spans[0].article)}-{pieces}"


def file_name(story: str) -> str:
    """The name of a story's file.

    >>> file_name("fire-3")
    'fire-3.html'
    """
    safe = slug(story)
    return f"{slug(story + '#story') if safe.lower() in _TAKEN else safe}.html"


def letters(count: int) -> str:
    """The letters that name the n-th telling of a story on its page.

    >>> [letters(n) for n in (0, 25, 26, 701, 702)]
    ['A', 'Z', 'AA', 'ZZ', 'AAA']
    """
    name = ""
    while count >= 0:
        name = chr(ord("A") + count % 26) + name
        count = count // 26 - 1
    return name
