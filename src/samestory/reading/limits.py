"""Characters that would take the time or the memory of the machine, refused before anything is made of them.

The characters of a document come in; they, or the value they write, go out, or `CannotRead` with the reason. The bounds are far above
what news has; at them a document of 16 MB takes up to 5 s (times of one busy core, November 2026).
"""

from __future__ import annotations

import json
import re

from samestory.reading.draft import LONGEST_TEXT
from samestory.reading.packed import CannotRead

MOST_OBJECTS = 200_000  # of JSON: 5 million empty ones in 16 MB take 400 MB, and 10 s to be named one by one
MOST_TAGS = 150_000  # of a feed or wire: feedparser takes .1 ms for an entry, and minutes for a million of open elements
MOST_ITEMS = 20_000
MOST_ATTRIBUTES = 5_000
DEEPEST = 200
MOST_LINES = 100_000  # of one text; a long novel has 30,000
_ITEM = re.compile(r"<(?:\w+:)?(?:item|entry|newsItem)\b")
_TAG = re.compile(r"<(/?)[\w:][^<>]*?(/?)>")


class Malformed(CannotRead):
    """What should be JSON is none."""


def parse_json(text: str) -> object:
    """The value that JSON text writes."""
    if text.count("{") + text.count("[") > MOST_OBJECTS:
        raise CannotRead(f"the JSON holds more than {MOST_OBJECTS:,} objects and lists: too many for one document")
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise Malformed("the JSON is damaged") from problem


def check_markup(text: str) -> str:
    """The text of a feed or wire, which has not too many elements, nor too many inside each other."""
    first, *sections = text.split("<![CDATA[")  # the markup in these sections is text for now
    bare = first + "".join(after if ended else section for section in sections for _, ended, after in (section.partition("]]>"),))
    if bare.count("<") > MOST_TAGS:
        raise CannotRead(f"the XML has more than {MOST_TAGS:,} tags: too many for one document")
    if sum(1 for _ in _ITEM.finditer(bare)) > MOST_ITEMS:
        raise CannotRead(f"the feed has more than {MOST_ITEMS:,} entries: too many for one document")
    depth = 0
    for tag in _TAG.finditer(bare):
        if tag[0].count("=") > MOST_ATTRIBUTES:
            raise CannotRead(f"an element of the XML has more than {MOST_ATTRIBUTES:,} attributes: this is no article")
        depth += -1 if tag[1] else 0 if tag[2] else 1
        if depth > DEEPEST:
            raise CannotRead(f"the XML has more than {DEEPEST} elements inside each other: this is no article")
    return text


def check_length(text: str) -> str:
    """The text of one article, which is not too long for one."""
    if len(text) > LONGEST_TEXT:
        raise CannotRead(f"longer than {LONGEST_TEXT:,} characters: too long for one article")
    if text.count("\n") > MOST_LINES:
        raise CannotRead(f"more than {MOST_LINES:,} lines: too long for one article")
    return text
