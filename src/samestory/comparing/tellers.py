"""The tellings in story order, and the names they go by in a sentence that a reader can check.

A story and its tellings come in; their order, their labels and the sentence around a place go out.
Nothing here compares anything.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date

from samestory.model import Span, Story, Telling
from samestory.text import CLOSING, OPENING

LONGEST_TITLE = 60  # characters of a headline that stands in for an unknown outlet
_MONTHS_IN_FULL = "January February March April May June July August September October November December"
_INNER = str.maketrans(dict.fromkeys(OPENING, "‘") | dict.fromkeys(CLOSING, "’") | {'"': "'"})  # marks inside marks
MONTHS_IN_FULL = tuple(_MONTHS_IN_FULL.split())
MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


def in_order(story: Story, tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """The story's own tellings, in the order of `story.articles`."""
    given = {telling.article.id: telling for telling in tellings}
    return tuple(given[article] for article in dict.fromkeys(story.articles) if article in given)


def labels(tellings: Sequence[Telling], *, with_day: bool = True) -> dict[str, str]:
    """What each article is called: its outlet, else its headline; told apart by headline where an outlet has two.

    Two of different days need no headline where the day is said as well (`with_day`).
    """

    def key(telling: Telling) -> tuple[str | None, str | None]:
        return telling.article.outlet, telling.day if with_day else None

    shared = Counter(map(key, tellings))
    names: dict[str, str] = {}
    for telling in tellings:
        article = telling.article
        headline = f"“{shorten(title(telling), LONGEST_TITLE).translate(_INNER)}”"
        if not article.outlet:
            names[article.id] = headline
        elif shared[key(telling)] > 1:
            names[article.id] = f"{article.outlet}, {headline}"
        else:
            names[article.id] = article.outlet
    return names


def title(telling: Telling) -> str:
    """The headline, else the first words of the text, else the article's id."""
    article = telling.article
    if article.title and article.title.strip():
        return " ".join(article.title.split())
    marked = next((article.words(block.span) for block in article.blocks if block.kind == "title"), "")
    opening = next((article.words(block.span) for block in article.blocks if block.kind == "body"), "")
    return " ".join((marked or opening).split()) or article.id


def shorten(text: str, longest: int) -> str:
    """The text cut at a word's end where it is too long.

    >>> shorten("Two hurt as boat hits bridge", 16)
    'Two hurt as …'
    """
    if len(text) <= longest:
        return text
    cut = text.rfind(" ", 0, longest - 1)
    return text[: cut if cut > 0 else longest - 1].rstrip(" ,;:-–—") + " …"


def sentence_around(telling: Telling, span: Span) -> Span | None:
    """The sentence that holds the first character of the span."""
    starts = [sentence.start for sentence in telling.sentences]
    at = bisect_right(starts, span.start) - 1
    if at < 0 or telling.sentences[at].end <= span.start:
        return None
    return telling.sentences[at]


def day_in_words(day: str) -> str:
    """An ISO day as a newspaper writes it.

    >>> day_in_words("2019-11-11")
    'Nov. 11, 2019'
    """
    when = date.fromisoformat(day[:10])
    return f"{MONTHS[when.month - 1]} {when.day}, {when.year}"
