"""What the articles of a story go back to, and how many of them can stand for themselves.

A story, its tellings, who has from whom (`provenance`) and the sayings come in; `Origins` go out: each source with the articles that
draw on it, the articles that name none, and articles no two of which share anything. What an article goes back to:

- a text that an agency signs: the agency, and nothing else that stands in it; a copy of such a text too
- an outlet that it credits or quotes from: that outlet; an article of the story: that article
- text that it shares with an article that came before it, if nothing that both name explains it
- somebody whose word it gives: that voice, with the post, filing or statement where one article that has the same words names it
- nothing of all this: unknown, and counted as such

A voice that an article cites by way of a text taken over is told of it too, but is no source of its own. What may tie two articles is
in `bonds`: two are kept apart only where nothing does. That nothing shared was found proves nothing, so the count is of what can be shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from samestory.comparing import bonds, speakers
from samestory.comparing.bonds import Key, Shared
from samestory.comparing.outlets import outlet_key
from samestory.comparing.ownwords import OwnWords, galleries
from samestory.comparing.persons import Persons
from samestory.comparing.revisions import last_versions
from samestory.comparing.speakers import Voice
from samestory.model import Origins, Provenance, Quote, Revision, Saying, Signed, Source, SourceKind, Span, Speaker, Story, Telling

FEWEST_OWN = 12  # words of one passage, as `ownwords` counts them
MOST_PLACES = 3  # shown of one article for one source
_RANK: tuple[SourceKind, ...] = ("agency", "statement", "article", "outlet", "text", "speaker")


@dataclass
class _Named:
    """A source while its articles are gathered."""

    name: str
    kind: SourceKind
    places: dict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))
    through: dict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))  # in a text that is another's

    @property
    def articles(self) -> set[str]:
        return {*self.places, *self.through}


@dataclass(frozen=True, slots=True)
class Basis:
    """What there is to tell sources from."""

    story: Story
    tellings: Sequence[Telling]  # one for each article, its last version
    provenance: Sequence[Provenance]
    sayings: Sequence[Saying]
    persons: Persons
    revisions: Sequence[Revision] = ()


def find(basis: Basis) -> Origins:
    """The sources of a story; `why` is left for `sourced` to write."""
    gathering = _Gathering(basis)
    order = [telling.article.id for telling in basis.tellings]
    named = {article: {key for key, one in gathering.sources.items() if article in one.places} for article in order}
    voices = {article: {gathering.voiced.get(key, key) for key in keys} | gathering.own[article] for article, keys in named.items()}
    found = []
    for key, one in gathering.sources.items():
        places = one.places | {article: spans for article, spans in one.through.items() if article not in one.places}
        articles = tuple(article for article in order if article in places)
        whole = gathering.voiced.get(key, key)
        only = tuple(article for article in articles if voices[article] == {whole})
        evidence = tuple(span for article in articles for span in _apart(places[article])[:MOST_PLACES])
        found.append(Source(one.name, one.kind, articles, only, evidence))
    found.sort(key=lambda s: (-len(s.articles), _RANK.index(s.kind), order.index(s.articles[0]), s.evidence))
    unnamed = tuple(t.article.id for t in basis.tellings if not named[t.article.id] and not speakers.may_name_a_source(t))
    return Origins(tuple(found), unnamed, bonds.independent(gathering.shared(named)), "")


def _apart(spans: Sequence[Span]) -> list[Span]:
    """The places in order, of two that overlap the longer one."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda span: (span.start - span.end, span)):
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return sorted(kept)


class _Gathering:
    """The sources of a story's articles while they are gathered."""

    def __init__(self, basis: Basis) -> None:
        self._basis = basis
        self._by = {telling.article.id: telling for telling in basis.tellings}
        self._authors = _authors(basis.story)
        self._ownwords = OwnWords(basis.tellings, basis.sayings)
        self.sources: dict[Key, _Named] = {}
        self.voiced: dict[Key, Key] = {}  # of a statement: the voice behind it
        self._bonds: dict[str, set[Key]] = defaultdict(set)
        self.own: dict[str, set[Key]] = defaultdict(set)  # of an article to which an agency contributed: what it has besides
        self._heard: dict[str, list[tuple[Voice, Quote]]] = defaultdict(list)
        self._untold: set[str] = set()  # articles with words whose speaker they do not tell
        self._of_agencies()
        self._own_of_agencies()
        self._of_voices()
        self._of_edges()

    def shared(self, named: Mapping[str, set[Key]]) -> Shared:
        """What may tie the articles, as far as sources, outlets and links go."""
        ties = {article: named[article] | self._bonds[article] for article in self._by}
        return Shared(self._basis.tellings, self._basis.sayings, ties, self._heard, frozenset(self._untold))

    def _add(self, key: Key, name: str, kind: SourceKind, article: str, spans: Sequence[Span]) -> None:
        one = self.sources.setdefault(key, _Named(name, kind))
        one.places[article] += [span for span in spans if span.article in self._by]

    def _of_agencies(self) -> None:
        for signed in self._basis.story.signed:
            if signed.article in self._by and signed.how != "outlet":
                key = ("outlet", outlet_key(signed.agency))
                self._add(key, signed.agency, "agency", signed.article, [signed.span] if signed.span else [])
                self.own[signed.article] |= {("own", signed.article)} if signed.how == "contributed" else set()
        signing = {signed.article for signed in self._basis.story.signed if signed.how != "contributed"}
        for copy in self._basis.story.copies:
            author = self._authors.get(copy.of)
            for article, spans in ((copy.article, [ours for ours, _ in copy.passages]), (copy.of, [theirs for _, theirs in copy.passages])):
                if author and article in self._by and article not in signing:
                    self._add(("outlet", outlet_key(author.agency)), author.agency, "agency", article, spans[:MOST_PLACES])

    def _own_of_agencies(self) -> None:
        """An agency's own article counts with those that it signs, where there are any."""
        for signed in self._basis.story.signed:
            source = self.sources.get(("outlet", outlet_key(signed.agency)))
            if signed.how == "outlet" and signed.article in self._by and source and source.kind == "agency":
                source.places[signed.article] += []

    def _of_edges(self) -> None:
        last = last_versions(self._basis.revisions)
        for edge in self._basis.provenance:
            if edge.teller not in self._by:
                continue
            origin = last.get(edge.origin, edge.origin)
            key: Key = ("article", origin) if edge.origin_article else ("outlet", outlet_key(edge.origin))
            self._bonds[edge.teller].add(key)
            # What an agency signs was told by its signature; a link alone says nothing of knowledge.
            if edge.how == "links" or (edge.how == "copies" and (not edge.origin_article or self._alike(edge.teller, origin))):
                continue
            if not edge.origin_article:
                self._add(key, edge.origin, "outlet", edge.teller, edge.evidence)
            elif origin in self._by and not self._is_of_its_agency(edge.teller, origin):
                copied = edge.how == "copies"  # who took it from whom is seldom sure
                if copied and not self._beside_quotations(edge.teller, origin):
                    continue
                self._add(("text", origin) if copied else key, origin, "text" if copied else "article", edge.teller, edge.evidence)

    def _beside_quotations(self, one: str, other: str) -> bool:
        """Whether enough of what two articles share is own words in both."""
        return any(
            self._ownwords.shared(*pair) >= FEWEST_OWN
            for copy in self._basis.story.copies
            if {copy.article, copy.of} == {one, other}
            for pair in copy.passages
        )

    def _is_of_its_agency(self, article: str, origin: str) -> bool:
        """Whether the origin is the agency's own article, and the agency is told as a source."""
        own = self._authors.get(origin)
        source = self.sources.get(("outlet", outlet_key(own.agency))) if own and own.how == "outlet" else None
        return source is not None and article in source.places

    def _alike(self, one: str, other: str) -> bool:
        """Whether a source that both name explains what they share."""
        return any(one in source.places and other in source.places for source in self.sources.values() if source.kind != "speaker")

    def _of_voices(self) -> None:
        documents = _Documents(self._basis.sayings)
        for telling in self._basis.tellings:
            article, shown = telling.article.id, galleries(telling)
            for quote in telling.quotes:
                if any(gallery.holds(quote.content[0]) for gallery in shown):
                    continue
                voice = speakers.voice(quote.speaker or documents.speaker(quote), self._basis.persons)
                if voice is None:
                    self._untold |= {article} if quote.speaker is None or quote.speaker.kind != "outlet" else set()
                    continue
                self._heard[article].append((voice, quote))
                if quote.speaker or _prints(telling, voice):
                    self._cite(telling, voice, quote)
                if not self._taken_over(telling, quote):
                    documents.add(voice, quote)
        for voice, document, places in documents.found():
            key: Key = ("document", (voice.key, document, *places))
            self.voiced[key] = ("voice", voice.key)
            for article, spans in places.items():
                self._add(key, _of(voice.name, document), "statement", article, spans)
        self._drop_covered()

    def _cite(self, telling: Telling, voice: Voice, quote: Quote) -> None:
        """A voice with one place; what "Sandlow police" say, police say."""
        article = telling.article.id
        named = self.sources.setdefault(("voice", voice.key), _Named(voice.name, "speaker"))
        (named.through if self._taken_over(telling, quote) else named.places)[article] += quote.content[:1]
        if voice.office == speakers.POLICE != voice.key and speakers.POLICE in voice.key.split():
            self.sources.setdefault(("voice", speakers.POLICE), _Named(speakers.POLICE, "speaker")).through[article] += quote.content[:1]

    def _taken_over(self, telling: Telling, quote: Quote) -> bool:
        """Whether a quotation came with a text that is another's: signed by an agency, or copied."""
        article = telling.article.id
        if article in self._authors and self._authors[article].how != "outlet":
            return True
        copied = [mine for copy in self._basis.story.copies if copy.article == article for mine, _ in copy.passages if copy.of in self._by]
        return all(any(passage.overlaps(content) for passage in copied) for content in quote.content)

    def _drop_covered(self) -> None:
        """A voice is not told beside its one statement where every article has it from there."""
        for key, voice in self.voiced.items():
            if key in self.sources and voice in self.sources and self.sources[voice].articles <= self.sources[key].articles:
                del self.sources[voice]


class _Documents:
    """Posts, filings and statements, as articles name them; one of two articles where they have words of it in common."""

    def __init__(self, sayings: Sequence[Saying]) -> None:
        self._sayings: dict[str, list[tuple[Span, int]]] = defaultdict(list)
        self._named: dict[int, set[str]] = defaultdict(set)
        self._speakers = [saying.speaker for saying in sayings]
        self._given: dict[tuple[Voice, str], dict[str, tuple[list[Span], set[int]]]] = {}
        for number, saying in enumerate(sayings):
            for version in saying.versions:
                self._sayings[version.article] += [(span, number) for span in version.content]
                named = speakers.in_words(version.medium) if version.medium else None
                self._named[number] |= {named} if named else set()

    def speaker(self, quote: Quote) -> Speaker | None:
        """Whose words it is by another version of them."""
        names = {self._speakers[number] for number in self._numbers(quote)} - {None}
        name = next(iter(names)) if len(names) == 1 and quote.kind == "direct" else None
        return Speaker(name, None, "person", ()) if name else None

    def _numbers(self, quote: Quote) -> set[int]:
        """The sayings whose words it has."""
        return {n for said, n in self._sayings[quote.content[0].article] if any(said.overlaps(content) for content in quote.content)}

    def add(self, voice: Voice, quote: Quote) -> None:
        """A quotation with the document that it, or another version of the same words, names."""
        article = quote.content[0].article
        numbers = self._numbers(quote)
        elsewhere = set[str]().union(*(self._named[number] for number in numbers))
        document = speakers.document(quote) or (next(iter(elsewhere)) if len(elsewhere) == 1 else None)
        if document:
            spans, said = self._given.setdefault((voice, document), {}).setdefault(article, ([], set()))
            spans += [*([quote.medium.span] if quote.medium else []), quote.content[0]]
            said |= numbers

    def found(self) -> Iterator[tuple[Voice, str, dict[str, list[Span]]]]:
        """Each document with its places by article; of articles that have none of its words in common each by itself."""
        for (voice, document), given in self._given.items():
            groups: list[tuple[set[int], list[str]]] = []
            for article, (_, said) in given.items():
                near = [group for group in groups if group[0] & said]
                joined = (said.union(*(group[0] for group in near)), [*(a for group in near for a in group[1]), article])
                groups = [*(group for group in groups if group not in near), joined]
            for _, articles in groups:
                one = len(articles) == 1 or set.intersection(*(given[article][1] for article in articles))
                yield voice, document if one else speakers.several(document), {article: given[article][0] for article in articles}


def _prints(telling: Telling, voice: Voice) -> bool:
    """Whether an article prints a voice's last name; "a spokesman" is not cited by the name that another article gives him."""
    return voice.name.split()[-1].casefold() in speakers.plain(telling.article.text).split()


def _authors(story: Story) -> dict[str, Signed]:
    """By article the agency whose text it is; where one of two that have hardly anything else is signed, the other is the agency's too."""
    found = {signed.article: signed for signed in reversed(story.signed) if signed.how != "contributed"}
    for copy in story.copies:
        author = found.get(copy.article)
        if author and author.how != "outlet" and copy.kind == "whole" and copy.of not in found:
            found[copy.of] = Signed(copy.of, author.agency, author.how, None)
    return found


def _of(name: str, document: str) -> str:
    return f"{name}’{'' if name.endswith('s') else 's'} {document}"
