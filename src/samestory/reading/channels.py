"""What a feed's title and an entry's categories tell: the outlet's clean name, and the section.

Lines come in; a name goes out, or None. A title that is no more than "Latest news" names no outlet; of several categories
only one that is the name of a section everywhere is the section, as all others are topics.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from samestory.reading.imprint import SECTIONS
from samestory.text import listed

_PARTING = re.compile(r"\s+[|»›·•:–—-]+\s+|\s*[|»›]\s*|:\s+")
_TAIL = re.compile(r"\s+(?:rss|atom|feeds?|rss feeds?|news feeds?)$", re.I)
# Words of titles that only say what a feed holds.
_GENERAL = listed(
    """news latest top stories story headlines breaking all articles article posts post rss atom feed feeds home homepage front page
    frontpage updates recent new the and of most popular read editor's picks today daily blog for you us uk"""
)
LONGEST = 60
SECTION_LONGEST = 40


def outlet(title: str | None) -> str | None:
    """The outlet that a feed's title names.

    >>> outlet("The Harbour Ledger - World"), outlet("Latest news | Wexley Post"), outlet("Top stories"), outlet("Blue Notes RSS")
    ('The Harbour Ledger', 'Wexley Post', None, 'Blue Notes')
    """
    parts = [part for one in _PARTING.split(title or "") if (part := _TAIL.sub("", one.strip())) and not _general(part)]
    if len(parts) == 1 and len(parts[0]) <= LONGEST:
        return parts[0]
    return title if parts and title and len(title) <= LONGEST else None


def _general(part: str) -> bool:
    return part.casefold() in SECTIONS or all(word in _GENERAL for word in part.casefold().split())


def section(categories: Sequence[str]) -> str | None:
    """The section among an entry's categories.

    >>> section(["World"]), section(["ferries", "Travel", "Wexley"]), section(["ferries", "Wexley"])
    ('World', 'Travel', None)
    """
    if len(categories) == 1:
        return categories[0] if len(categories[0]) <= SECTION_LONGEST else None
    return next((one for one in categories if one.casefold() in SECTIONS), None)
