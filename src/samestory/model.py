"""What one step hands to the next: frozen values that hold and answer, and never search, parse or load.

    Article -> Telling -> Story -> Comparison

Every finding carries its `Span` and the `rule` that made it. Unknown is `None`. Offsets are code points of `Article.text`, half open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["title", "body", "heading", "caption", "photo_credit", "byline", "dateline", "furniture"]
QuoteKind = Literal["direct", "mixed", "indirect"]
SpeakerKind = Literal["person", "group", "organisation", "outlet", "unnamed"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
FactKind = Literal["age", "count", "money", "percent", "measure", "date", "role", "place", "name"]
NameKind = Literal["person", "place", "organisation", "event", "other"]
PointKind = Literal[FactKind, "statement"]  # "statement": one telling says what another denies
Verdict = Literal["agree", "compatible", "differ", "contradict", "alone"]
How = Literal["credits", "copies", "quotes", "links"]
EditKind = Literal["punctuation", "trimmed", "added", "ellipsis", "word", "case", "negation", "number"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: the only pointer there is."""

    article: str  # id of the article
    start: int  # first character
    end: int  # one past the last character

    def overlaps(self, other: Span) -> bool:
        return self.article == other.article and self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        return self.article == other.article and self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words of this span, given its article's text."""
        return text[self.start : self.end]


# -- reading ---------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Selector:
    """The place of a block in a marked-up document: a W3C XPathSelector refined by a TextPositionSelector."""

    xpath: str  # of an element, from the root, as a browser numbers it
    start: int  # code points of that element's text content, half open
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or line of the text and what it is. Blocks are in order and never overlap."""

    span: Span
    kind: BlockKind
    rule: str  # what decided the kind, e.g. "html:figcaption", "text:related-line"
    selector: Selector | None = None  # None where the text is kept to the letter (its span is its place), or only told in the head


@dataclass(frozen=True, slots=True)
class Told:
    """Where a field of an article was found, e.g. "published", "json-ld:datePublished"."""

    field: str  # the name of the field: title, byline, outlet, published, modified, section, language, url
    where: str  # "json-ld:NAME", "meta:NAME", "page:RULE", "row:NAME", "feed:NAME", "wire:NAME", "text:RULE"


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink inside the text."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read. `text` never changes; furniture is marked in `blocks`, not cut out."""

    id: str
    origin: str  # where it was read: path, address, or path#entry
    url: str | None
    outlet: str | None  # a clean name where the page tells it
    title: str | None
    byline: tuple[str, ...]  # persons
    published: str | None  # ISO date or date-time; never a guess
    language: str | None  # ISO 639-1
    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    modified: str | None = None  # ISO date or date-time of the last change that the document tells
    section: str | None = None  # as the outlet names it
    told: tuple[Told, ...] = ()  # where each of the fields above was found

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def span(self, start: int, end: int) -> Span:
        return Span(self.id, start, end)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A document that could not be read: counted and named, never dropped."""

    origin: str
    reason: str  # in words


# -- attributing -----------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Published:
    """The day an article was published, as given or as inferred from what it says."""

    day: str  # ISO date
    inferred: bool
    rule: str  # "given", or how it was inferred
    evidence: tuple[Span, ...] = ()  # the words it was inferred from


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is quoted, under the fullest name the article gives."""

    name: str | None  # None where the article leaves the source unnamed
    role: str | None  # "police chief", "her husband"
    kind: SpeakerKind
    mentions: tuple[Span, ...]  # the mentions that led from the source's words to the name


@dataclass(frozen=True, slots=True)
class Medium:
    """Through what a statement was made: "Instagram post", "news conference", "interview with CNN"."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """An attribution (PARC3/PolNeAR): content, and where the article has them, cue and source."""

    kind: QuoteKind
    content: tuple[Span, ...]  # in pieces where the cue breaks it
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    speaker: Speaker | None
    medium: Medium | None
    rule: str
    score: float  # 0 to 1


@dataclass(frozen=True, slots=True)
class Silence:
    """Somebody did not speak, or denied: "did not respond to a request for comment". Never a quotation."""

    kind: Literal["no_comment", "denial"]
    speaker: Speaker | None
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet or agency credited with the reporting: "People reported", "according to USA Today", "(AP)"."""

    outlet: str
    span: Span  # the outlet's name and its cue
    covers: Span  # what is credited to it
    rule: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a time expression was counted from: the day of publication, or a time told of before."""

    of: Literal["published", "told"]
    value: str  # TIMEX3 value: "2019-11-11", of a quarter "2019-Q3"
    span: Span | None  # where it is told; None for the day of publication


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression after TIMEX3, resolved against the day of publication where that is known."""

    span: Span
    type: TimeType
    value: str | None  # TIMEX3 value: "2019-11-11", "P7M", "2019-W46", "PRESENT_REF"
    first: str | None  # ISO day
    last: str | None  # ISO day
    rule: str
    anchor: Anchor | None = None  # None where the words name the day themselves, or nothing was counted


@dataclass(frozen=True, slots=True)
class Person:
    """A person under the fullest name the article gives."""

    name: str
    role: str | None
    age: int | None
    mentions: tuple[Span, ...]  # by name or part of it, in order


@dataclass(frozen=True, slots=True)
class Fact:
    """A checkable value that the article states, and of what.

    | kind    | about                                   | value         | unit                |
    |---------|-----------------------------------------|---------------|---------------------|
    | age     | the person's fullest name               | 35            | "year"              |
    | count   | what happened to what: "people injured" | 43            | lemma, "person"     |
    | money   | the noun or verb it goes with           | 1900000000.0  | "USD"               |
    | percent | the noun or verb it goes with           | 12.5          | "%"                 |
    | measure | the noun or verb it goes with           | 6.2           | "magnitude", "mile" |
    | date    | the event's head words                  | "2019-11-11"  | None                |
    | role    | the person's fullest name               | "police chief"| None                |
    | place   | the event's head words                  | "Fort Worth"  | None                |
    | name    | the role or relation                    | "Ann Doe"     | None                |

    `low` and `high` bound a number where the words do ("more than 40": 40, None); an exact number has both equal to it.
    """

    kind: FactKind
    about: str
    value: int | float | str | None
    unit: str | None
    low: float | None
    high: float | None
    span: Span  # the words of the value: "more than 40"
    stated_by: str | None  # a speaker or a credited outlet; None for the article's own word
    rule: str


@dataclass(frozen=True, slots=True)
class Name:
    """A named thing as the language model marks it."""

    name: str
    kind: NameKind
    span: Span


@dataclass(frozen=True, slots=True)
class Telling:
    """Everything found in one article alone."""

    article: Article
    published: Published | None
    quotes: tuple[Quote, ...] = ()
    silences: tuple[Silence, ...] = ()
    credits: tuple[Credit, ...] = ()
    times: tuple[Time, ...] = ()
    people: tuple[Person, ...] = ()
    facts: tuple[Fact, ...] = ()
    names: tuple[Name, ...] = ()
    sentences: tuple[Span, ...] = ()  # of title, body, heading and caption blocks; never of furniture
    faint: tuple[Quote, ...] = ()  # attributions too unsure, or of deeds and attitudes, to be shown or compared as statements

    @property
    def day(self) -> str | None:
        """The ISO day of publication, given or inferred."""
        return self.published.day if self.published else None


# -- grouping --------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Decision:
    """Why an article went where it went when it arrived."""

    article: str
    story: str
    new: bool  # it opened the story
    score: float | None  # against the story it joined, or the nearest it did not join
    shared: tuple[str, ...]  # the rare terms, names, numbers and days it shares with that story
    rule: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Text that one article took from another of its story."""

    article: str
    of: str  # the earlier one
    shared: float  # containment, 0 to 1: the part of the shorter text that stands in the other
    passages: tuple[tuple[Span, Span], ...]  # the same words in `article` and in `of`


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event; a story of one is a story."""

    id: str
    title: str
    first: str | None  # ISO day of the earliest publication known
    last: str | None
    articles: tuple[str, ...]  # ids, earliest first
    copies: tuple[Copy, ...] = ()
    decisions: tuple[Decision, ...] = ()  # one for each article, in order of `articles`


# -- comparing -------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Edit:
    """One change of wording between two versions of a saying."""

    kind: EditKind
    ours: str  # in this version
    theirs: str  # in the first version


@dataclass(frozen=True, slots=True)
class Version:
    """How one article gives a saying."""

    article: str
    kind: QuoteKind
    content: tuple[Span, ...]
    text: str  # the words, as they stand there
    speaker: str | None
    medium: str | None
    edits: tuple[Edit, ...]  # against the first version; empty where the words are the same


@dataclass(frozen=True, slots=True)
class Saying:
    """The same utterance across articles; the first version is the earliest known."""

    speaker: str | None
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One article's value for a point, and where it stands."""

    article: str
    span: Span
    value: int | float | str | None


@dataclass(frozen=True, slots=True)
class Point:
    """A statement of fact lined up across the tellings of a story."""

    kind: PointKind
    about: str
    verdict: Verdict
    why: str  # a sentence that a reader can check
    facts: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or stretch of days that the tellings speak of."""

    first: str  # ISO day
    last: str
    what: str  # the words around the earliest mention
    mentions: tuple[Span, ...]


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
class Comparison:
    """A story with its tellings laid side by side; all that a page needs."""

    story: Story
    tellings: tuple[Telling, ...]  # in order of `story.articles`
    sayings: tuple[Saying, ...] = ()
    points: tuple[Point, ...] = ()
    timeline: tuple[Moment, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    only_in: tuple[OnlyIn, ...] = ()

    def telling(self, article: str) -> Telling:
        return next(t for t in self.tellings if t.article.id == article)
