"""To whom the tellings give the same quoted words, where they plainly disagree.

The quoted words of a saying and the tellings come in; two or more people with their articles go out, or nothing. Only a
source that the article names in full beside a plain cue counts, so that no outlet is accused for what this program misread:
a pronoun, a last name alone, an outlet that passes words on and an unsure attribution say nothing here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from samestory.comparing.persons import Persons, in_full
from samestory.comparing.utterances import Utterance
from samestory.model import GivenTo, Quote, Span, Telling

PLAIN = re.compile(r"\b(?:said|says|told|tells|wrote|writes|tweeted|tweets|posted|added|adds)\b", re.I)
FEWEST = 8  # words; "an unprecedented, serious and grave threat" was the whole cabinet's
FARTHEST = 80  # characters between the words and the source with its cue
SURE = 0.6  # score of an attribution


def find(uttered: Sequence[Utterance], tellings: Sequence[Telling], persons: Persons) -> tuple[GivenTo, ...]:
    """The people to whom these words are given; empty unless two tellings name different ones in so many words."""
    articles: dict[str, list[str]] = defaultdict(list)
    for one in uttered:
        name = _plainly(one, tellings[one.place])
        identity = persons.identity(name)
        if name and identity and one.article not in articles[identity]:
            articles[identity].append(one.article)
    found = {identity: given for identity, given in articles.items() if given}
    if len(found) < 2 or not _different(list(found)) or _shared(found):
        return ()
    return tuple(GivenTo(persons.shown(identity), tuple(given)) for identity, given in found.items())


def _plainly(one: Utterance, telling: Telling) -> str | None:
    """The speaker, where the article names a person in full right beside the words."""
    if one.loose or one.kind != "direct" or len(one.words) < FEWEST:
        return None
    quote = telling.quotes[one.quote]
    speaker = quote.speaker
    if speaker is None or speaker.kind != "person" or not speaker.name or not in_full(speaker.name):
        return None
    named = " ".join(telling.article.words(span) for span in quote.source)
    cue = " ".join(telling.article.words(span) for span in quote.cue)
    plain = speaker.name in named and bool(PLAIN.search(cue)) and quote.score >= SURE
    return speaker.name if plain and _beside(quote, one.pieces) else None


def _beside(quote: Quote, pieces: Sequence[Span]) -> bool:
    places = [*quote.source, *quote.cue]
    gaps = [max(piece.start - span.end, span.start - piece.end, 0) for span in places for piece in pieces]
    return min(gaps) <= FARTHEST


def _different(names: Sequence[str]) -> bool:
    """Whether no two of the names can be one person's: they share no part, not even a first name."""
    parts = [frozenset(name.split()) for name in names]
    return all(one.isdisjoint(other) for at, one in enumerate(parts) for other in parts[:at])


def _shared(found: dict[str, list[str]]) -> bool:
    """Whether one article gives the words to both: then it quotes one of them after the other."""
    articles = [article for given in found.values() for article in given]
    return len(set(articles)) < len(articles)
