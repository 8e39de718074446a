"""The tellings of a story laid side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from samestory.model.article import Span
from samestory.model.story import Story
from samestory.model.telling import FactKind, QuoteKind, Telling

PointKind = Literal[FactKind, "statement"]  # "statement": one telling says what another denies
Verdict = Literal["agree", "compatible", "differ", "contradict", "alone"]
How = Literal["credits", "copies", "quotes", "links"]
SourceKind = Literal["statement", "speaker", "agency", "outlet", "article", "text"]
ChangeKind = Literal["headline", "number", "wording", "quotation added", "quotation gone", "quotation changed", "added", "gone"]
# joined: parts that stand apart elsewhere run on as one; marks: the words stand without quotation marks; spelling: the same word.
EditKind = Literal[
    "punctuation", "trimmed", "added", "ellipsis", "word", "case", "negation", "number", "joined", "marks", "spelling"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of wording between two versions of a saying."""

    kind: EditKind
    ours: str  # in this version
    theirs: str  # in the earliest version that quotes


@dataclass(frozen=True, slots=True)
class Version:
    """How one article gives a saying."""

    article: str
    kind: QuoteKind
    content: tuple[Span, ...]
    text: str  # the words, as they stand there
    speaker: str | None
    medium: str | None
    edits: tuple[Edit, ...]  # against the earliest version that quotes; empty where the words are the same


@dataclass(frozen=True, slots=True)
class GivenTo:
    """One of the people to whom tellings give the same words, each named there in full."""

    speaker: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """The same utterance across articles; the first version is the earliest known."""

    speaker: str | None
    versions: tuple[Version, ...]
    given_to: tuple[GivenTo, ...] = ()  # two or more people, only where the tellings plainly disagree on who said it


@dataclass(frozen=True, slots=True)
class Evidence:
    """One article's value for a point, and where it stands."""

    article: str
    span: Span
    value: int | float | str | None
    said_by: str | None = None  # whose word it is there; None for the article's own


@dataclass(frozen=True, slots=True)
class Point:
    """A statement of fact lined up across the tellings of a story."""

    kind: PointKind
    about: str
    verdict: Verdict
    why: str  # a sentence that a reader can check
    facts: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Another day that a telling gives for what happened on this one."""

    why: str  # a sentence that a reader can check
    mentions: tuple[Span, ...]  # where the other day stands


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or stretch of days that the tellings speak of."""

    first: str  # ISO day
    last: str
    what: str  # the words around the earliest mention
    mentions: tuple[Span, ...]
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """One step of where a telling has its knowledge from."""

    teller: str  # article id: "from" in the rows
    origin: str  # "to" in the rows: an article id where `origin_article`, else an outlet or source by name
    origin_article: bool
    how: How
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class OnlyIn:
    """The statements that one telling has and no other."""

    article: str
    spans: tuple[Span, ...]  # the ones that matter most first


@dataclass(frozen=True, slots=True)
class Change:
    """One change between two versions of an article; commas, case and the order of sentences are none."""

    kind: ChangeKind
    why: str  # what changed, in words: "“12 people” became “14 people”"
    before: tuple[Span, ...]  # in the earlier version; empty where it is new, or a headline told outside the text
    after: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """Two versions of one article: of one address, or of one outlet with most words in common. They are one voice, not two."""

    earlier: str
    later: str
    why: str  # what makes them versions of one article
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What articles of a story go back to, as far as they name it."""

    name: str  # "Ann Doe’s Instagram post", "Associated Press"; an article's id where `kind` is "article" or "text"
    kind: SourceKind
    articles: tuple[str, ...]  # those that have something from it, itself or through another article; in story order
    only: tuple[str, ...]  # those of them that name no other source
    evidence: tuple[Span, ...]  # at least one place for each article


@dataclass(frozen=True, slots=True)
class Origins:
    """What the story rests on, counted: never more independent sources than can be shown."""

    sources: tuple[Source, ...]  # those with most articles first
    unnamed: tuple[str, ...]  # articles in which nothing tells of a source
    independent: tuple[str, ...]  # articles that quote somebody, no two of which anything ties: source, passage, saying, outlet, office
    why: str  # in sentences: "At least 6 of 7 articles draw on ..."


@dataclass(frozen=True, slots=True)
class Summary:
    """The story in counts, and as one line."""

    articles: int
    outlets: int  # known ones
    unknown_outlets: int  # articles whose outlet is unknown
    earlier_versions: int  # articles that are earlier versions of another one
    independent_sources: int
    no_source: int  # articles in which nothing tells of a source
    shared_quotations: int
    contradict: int
    differ: int
    text: str  # "5 articles, 4 outlets, at least 2 independent sources, 7 shared quotations, 3 points differ"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The statements that all other tellings have and this one lacks."""

    article: str
    statements: tuple[tuple[Span, ...], ...]  # where the others have each, the ones that matter most first


@dataclass(frozen=True, slots=True)
class Comparison:
    """A story with its tellings laid side by side; all that a page needs."""

    story: Story
    tellings: tuple[Telling, ...]  # in order of `story.articles`
    sayings: tuple[Saying, ...] = ()
    points: tuple[Point, ...] = ()
    timeline: tuple[Moment, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    only_in: tuple[OnlyIn, ...] = ()
    revisions: tuple[Revision, ...] = ()
    origins: Origins | None = None
    summary: Summary | None = None
    left_out: tuple[LeftOut, ...] = ()

    def telling(self, article: str) -> Telling:
        return next(t for t in self.tellings if t.article.id == article)
