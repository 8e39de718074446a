"""What "the Times" and "the newspaper" stand for, and which linked words are an outlet's name.

The outlets named in each passage of an article come in; an outlet's usual name goes out, or None where the article
leaves it open. Nothing is guessed: two newspapers named side by side leave "the newspaper" unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from samestory.attributing.outlets import STATIONS, Named, usual_name
from samestory.language import Passage
from samestory.model import Article
from samestory.text import listed

REACH = 3  # passages back to the name that "the newspaper" stands for
# "the Times" is a newspaper wherever it stands; "the Star" or "the Republic" only where the article names it in full.
KNOWN_SHORT = listed("Times Post Journal Globe Tribune Herald Telegraph Chronicle Gazette Sun Mirror Independent")
FULL = 4  # letters of a name that its address must repeat
# Addresses where everybody writes: their name behind a link is the medium, not the outlet.
PLATFORMS = ("twitter", "facebook", "instagram", "youtube", "tiktok", "reddit", "wikipedia", "google", "amazon", "linkedin", "gofundme")


class Mentioned:
    """The outlets that an article names, by passage."""

    def __init__(self, article: Article, named: Sequence[Sequence[Named]]) -> None:
        self._named = named
        self._own = article.outlet
        self._full = list(dict.fromkeys(n.outlet for names in named for n in names if not n.short))

    def resolved(self, number: int, named: Named) -> Named | None:
        """The outlet under its usual name; None where it is only a word for one and it is open which."""
        if not named.short:
            full = [name for name in self._full if name.endswith(f" {named.outlet}")] if usual_name(named.outlet) is None else []
            return replace(named, outlet=full[0]) if len(full) == 1 and not named.doubtful else named
        if not named.outlet.startswith("The "):
            usual = self._nearest(number, named)
            return replace(named, outlet=usual, doubtful=named.outlet in STATIONS) if usual else None
        ending = named.outlet.removeprefix("The ")
        full = [name for name in self._full if name.endswith(f" {ending}") and name != named.outlet]
        if self._own and self._own.endswith(f" {ending}") and self._own.removeprefix("The ") not in full:
            full.append(self._own)
        if len(full) != 1:
            return named if ending in KNOWN_SHORT else None
        return replace(named, outlet=full[0], doubtful=False)

    def _nearest(self, number: int, named: Named) -> str | None:
        """The one outlet that was named last, in this passage or up to three before it."""
        before: list[Sequence[Named]] = [[n for n in self._named[number] if n.last <= named.first]]
        before += [self._named[i] for i in range(number - 1, max(-1, number - 1 - REACH), -1)]
        for names in before:
            usual = {r.outlet for n in names if not _only_word(n) and (r := self.resolved(number, n))}
            if usual:
                return usual.pop() if len(usual) == 1 else None
        return None


def _only_word(named: Named) -> bool:
    return named.short and not named.outlet.startswith("The ")


def linked(article: Article, passage: Passage) -> Iterator[Named]:
    """Linked words that are the name of the page they lead to: "Velvet Rope" with a link to velvetrope.example."""
    end = passage.start + len(passage.text)
    for link in article.links:
        if passage.start <= link.span.start and link.span.end <= end and _is_name(article.words(link.span), link.url):
            words = passage.doc.char_span(link.span.start - passage.start, link.span.end - passage.start, alignment_mode="contract")
            if words is not None and len(words):
                yield Named(words.text, words.start, words.end, False)


def _is_name(words: str, url: str) -> bool:
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    letters = "".join(c for c in words.lower().removeprefix("the ") if c.isalnum())
    labels = host.split(".")[:-1]
    return words[:1].isupper() and len(letters) >= FULL and letters in labels and not any(p in labels for p in PLATFORMS)
