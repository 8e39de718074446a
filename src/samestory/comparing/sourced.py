"""The sources of a story in sentences: "10 articles, one source: Associated Press."

`Origins` without words come in, with words they go out. Nothing is said that a list of them does not hold: an article "draws on" what
it credits or is signed by, "shares text" with another (which of the two took it is seldom sure), and "cites" whose words it gives.
What was not found may stand there all the same: a count is "at least", and an article in which no source was found may name one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from samestory.comparing import speakers
from samestory.comparing.outlets import outlet_key
from samestory.comparing.tellers import labels
from samestory.model import Copy, Origins, Revision, Source, Telling

MOST_NAMED = 3  # sources in one sentence
MOST_VOICES = 3
_OTHERS = ("article", "text")  # sources that are articles of the story


def told(origins: Origins, tellings: Sequence[Telling], revisions: Sequence[Revision], copies: Sequence[Copy] = ()) -> Origins:
    """The same with the sentences; `tellings` are those counted, one for each article."""
    sentences = _of_one(origins) if len(tellings) == 1 else _of_many(origins, tellings, copies)
    return replace(origins, why=" ".join([*sentences, *_versions(revisions)]))


def _of_one(origins: Origins) -> Iterator[str]:
    names = [source.name for source in sorted(origins.sources, key=lambda source: source.kind == "speaker")]
    if names:
        yield f"{'Source' if len(names) == 1 else 'Sources'} found in the article: {_listed(names)}."
    else:
        yield "No source was found in the article."


def _of_many(origins: Origins, tellings: Sequence[Telling], copies: Sequence[Copy]) -> Iterator[str]:
    total = len(tellings)
    reprints = _reprints(copies)
    named = labels(tellings, with_day=False)
    outlets = {telling.article.id: telling.article.outlet or named[telling.article.id] for telling in tellings}
    shared = (source for source in origins.sources if source.kind != "speaker")
    common = [one for one in shared if len(_tellers(one, reprints, total)) > 1 or one.kind in _OTHERS]
    credited = {(source.name, article) for source in common if source.kind == "article" for article in source.articles}
    common = [one for one in common if one.kind != "text" or any((one.name, article) not in credited for article in one.articles)]
    common = [one for one in common if _told_once(one, common, outlets)]
    if common:
        first = common[0]
        if first.kind not in _OTHERS and len(first.only) == total and _sure(first, tellings):
            yield f"{total} articles, one source: {first.name}."
        else:
            yield _draws(first, total, (named, outlets), reprints)
        yield from (_draws(one, total, (named, outlets), reprints) for one in common[1:MOST_NAMED])
    voices = [voice for voice in _voices(origins) if voice.name.casefold() not in _places(tellings)][:MOST_VOICES]
    if voices:
        first, *others = voices
        more = "".join(f"; {_few(len(one.articles), total)} cite {one.name}" for one in others)
        yield f"{_who(len(first.articles), total)} cite {first.name}{more}."
    yield from _apart(origins, named, silent=not common and not voices)
    if len(origins.unnamed) == total:
        yield "No source was found in any of the articles."
    elif origins.unnamed:
        yield f"In {_counted(len(origins.unnamed), 'article', 'articles')} no source was found."


def _reprints(copies: Sequence[Copy]) -> frozenset[frozenset[str]]:
    """Pairs of articles of which one has hardly more than the other's text, or holds all of it."""
    return frozenset(frozenset((copy.article, copy.of)) for copy in copies if copy.kind != "part")


def _tellers(source: Source, reprints: frozenset[frozenset[str]], total: int) -> tuple[str, ...]:
    """The articles that draw on a source, one for each text: who reprints an article draws on nothing more than that did.

    All are told where all have nothing else, and where the text is the source: an agency's, another article's.
    """
    if source.kind in ("agency", "text") or len(source.only) == total:
        return source.articles
    kept: list[str] = []
    for article in source.articles:
        if not any(frozenset((article, other)) in reprints for other in kept):
            kept.append(article)
    return tuple(kept)


def _draws(source: Source, total: int, names: tuple[dict[str, str], dict[str, str]], reprints: frozenset[frozenset[str]]) -> str:
    (named, outlets), count, only = names, len(_tellers(source, reprints, total)), len(source.only)
    if source.kind in _OTHERS:
        return f"At least {count} of {total} articles {_verb(source, count)} {_called(source, named, outlets)}."
    if source.kind == "agency" and only > 1:
        more = f"; {_few(count, total)} draw on it" if count > only else ""
        return f"At least {only} of {total} articles have one source, the text of {source.name}{more}."
    # That others were not found in some of them is not said: a reader of these found them.
    return f"{_who(count, total)} draw on {source.name}{'' if only else '; each of them names others too'}."


def _told_once(source: Source, common: Sequence[Source], outlets: dict[str, str]) -> bool:
    """Whether an outlet's own article in the story is not told beside the outlet or agency, which more articles draw on."""
    if source.kind == "statement":
        return speakers.is_a_name(source.name.rpartition("’")[0])  # not "women’s letter"
    key = outlet_key(outlets.get(source.name, ""))
    return source.kind != "article" or not any(one.kind in ("agency", "outlet") and outlet_key(one.name) == key for one in common)


def _sure(source: Source, tellings: Sequence[Telling]) -> bool:
    """Whether nothing tells that the articles have more than this source."""
    return source.kind == "agency" or not any(_may_have_more(telling) for telling in tellings)


def _may_have_more(telling: Telling) -> bool:
    """Whether an article gives words of somebody whom it does not name, or that were not found for sure."""
    return bool(telling.faint) or any(quote.speaker is None or quote.speaker.name is None for quote in telling.quotes)


def _few(count: int, total: int) -> str:
    if count == total:
        return "both" if total == 2 else f"all {total}"
    return f"at least {count}"


def _who(count: int, total: int) -> str:
    if count == total:
        return "Both articles" if total == 2 else f"All {total} articles"
    return f"At least {count} of {total} articles"


def _voices(origins: Origins) -> Iterator[Source]:
    """The voices that several articles cite. A part of a name may be the same person as the whole: the one cited more is told."""
    told: list[set[str]] = []
    for source in origins.sources:
        if source.kind == "speaker" and len(source.articles) > 1 and speakers.is_a_name(source.name):
            words = {*source.name.casefold().split()}
            short = "".join(word[0] for word in source.name.split() if word[0].isupper()).casefold()
            if not any(words <= other or other <= words or {short} == other for other in told):
                yield source
            told += [words, {short}] if len(short) > 1 else [words]


def _places(tellings: Sequence[Telling]) -> set[str]:
    """Names that are rather a place's than anybody's: "Erie" is no speaker."""
    marked = Counter((one.name.casefold(), one.kind) for telling in tellings for one in telling.names)
    return {name for (name, kind), count in marked.items() if kind == "place" and count >= marked[name, "person"]}


def _called(source: Source, named: dict[str, str], outlets: dict[str, str]) -> str:
    """The source in a sentence. What was credited is an outlet; that it was its article of this story is not said."""
    if source.kind == "article":
        return f"{outlets.get(source.name, source.name)}, which tells the story too"
    return f"another of them, {named.get(source.name, source.name)}" if source.kind == "text" else source.name


def _verb(source: Source, count: int) -> str:
    verb, behind = ("share", "text with") if source.kind == "text" else ("draw", "on")
    return f"{verb}{'s' if count == 1 else ''} {behind}"


def _apart(origins: Origins, named: dict[str, str], *, silent: bool) -> Iterator[str]:
    """Which articles are apart; that none are shown to be stands in the line that sums the story up."""
    apart = origins.independent
    if len(apart) > 1:
        which = _listed([named[article] for article in apart])
        yield f"{len(apart)} articles quote different sources, and no passage, quotation, office or outlet in common was found: {which}."
    elif silent and len(origins.unnamed) < len(named):
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
