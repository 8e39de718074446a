"""The sources of a story in sentences: "10 articles, one source: Associated Press."

`Origins` without words come in, with words they go out. Nothing is said that a list of them does not hold: an article "draws on" what
it credits or is signed by, "shares text" with another (which of the two took it is seldom sure), and "cites" whose words it gives.
What was not found may stand there all the same: a count is "at least", and an article in which no source was found may name one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from samestory.comparing.tellers import labels
from samestory.model import Origins, Revision, Source, Telling

MOST_NAMED = 3  # sources in one sentence
MOST_VOICES = 3
_OTHERS = ("article", "text")  # sources that are articles of the story


def told(origins: Origins, tellings: Sequence[Telling], revisions: Sequence[Revision]) -> Origins:
    """The same with the sentences; `tellings` are those counted, one for each article."""
    sentences = _of_one(origins) if len(tellings) == 1 else _of_many(origins, tellings)
    return replace(origins, why=" ".join([*sentences, *_versions(revisions)]))


def _of_one(origins: Origins) -> Iterator[str]:
    names = [source.name for source in sorted(origins.sources, key=lambda source: source.kind == "speaker")]
    if not names:
        yield "No source was found in the article."
    elif len(names) == 1:
        yield f"The article names one source: {names[0]}."
    else:
        yield f"The article names {len(names)} sources: {_listed(names)}."


def _of_many(origins: Origins, tellings: Sequence[Telling]) -> Iterator[str]:
    total = len(tellings)
    named = labels(tellings, with_day=False)
    outlets = {telling.article.id: telling.article.outlet or named[telling.article.id] for telling in tellings}
    common = [source for source in origins.sources if source.kind != "speaker" and (len(source.articles) > 1 or source.kind in _OTHERS)]
    credited = {(source.name, article) for source in common if source.kind == "article" for article in source.articles}
    common = [one for one in common if one.kind != "text" or any((one.name, article) not in credited for article in one.articles)]
    voices = list(_voices(origins))
    if common:
        yield _draws(common[0], total, named, outlets)
        yield from (f"{len(one.articles)} {_verb(one)} {_called(one, named, outlets)}." for one in common[1:MOST_NAMED])
    if voices:
        first, *others = voices[:MOST_VOICES]
        yield f"{_who(len(first.articles), total)} cite {first.name}{''.join(f', {len(one.articles)} {one.name}' for one in others)}."
    if not common and not voices and len(origins.unnamed) < total:
        yield "No source was found that two articles name."
    yield from _apart(origins, total, named)
    if len(origins.unnamed) == total:
        yield "No source was found in any of the articles."
    elif origins.unnamed:
        yield f"In {_counted(len(origins.unnamed), 'article', 'articles')} no source was found."


def _draws(source: Source, total: int, named: dict[str, str], outlets: dict[str, str]) -> str:
    count, only = len(source.articles), len(source.only)
    if source.kind in _OTHERS:
        return f"At least {count} of {total} articles {_verb(source)} {_called(source, named, outlets)}."
    if count == only == total:
        return f"{total} articles, one source: {source.name}."
    if only == count:
        other = "in them no other was found"
    else:
        other = f"in {'one' if only == 1 else only} of them no other was found" if only else "each of them names others too"
    return f"{_who(count, total)} draw on one source, {source.name}; {other}."


def _who(count: int, total: int) -> str:
    if count == total:
        return "Both articles" if total == 2 else f"All {total} articles"
    return f"At least {count} of {total} articles"


def _voices(origins: Origins) -> Iterator[Source]:
    """The voices that several articles cite. A part of a name may be the same person as the whole: the one cited more is told."""
    told: list[set[str]] = []
    for source in origins.sources:
        if source.kind == "speaker" and len(source.articles) > 1:
            words = {*source.name.split()}
            if not any(words <= other or other <= words for other in told):
                yield source
            told.append(words)


def _called(source: Source, named: dict[str, str], outlets: dict[str, str]) -> str:
    """The source in a sentence. What was credited is an outlet; that it was its article of this story is not said."""
    if source.kind == "article":
        return f"{outlets.get(source.name, source.name)}, which tells the story too"
    return f"another of them, {named.get(source.name, source.name)}" if source.kind == "text" else source.name


def _verb(source: Source) -> str:
    verb, behind = ("share", "text with") if source.kind == "text" else ("draw", "on")
    return f"{verb}{'s' if len(source.articles) == 1 else ''} {behind}"


def _apart(origins: Origins, total: int, named: dict[str, str]) -> Iterator[str]:
    apart = origins.independent
    if len(apart) > 1:
        found = f"{len(apart)} articles were found to share nothing, no source, passage, quotation or outlet"
        yield f"{found}: {_listed([named[article] for article in apart])}."
    elif apart and total - len(origins.unnamed) > 1:
        yield "No two articles are shown to be independent of each other."


def _versions(revisions: Sequence[Revision]) -> Iterator[str]:
    earlier = len({revision.earlier for revision in revisions})
    if earlier:
        yield f"{_counted(earlier, 'earlier version of an article is', 'earlier versions of articles are')} not counted."


def _listed(names: Sequence[str], most: int = 4) -> str:
    shown = list(names[:most])
    if len(names) > most:
        return f"{', '.join(shown)} and {len(names) - most} more"
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
