"""What one article alone tells: statements, times, people and facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from samestory.model.article import Article, Span

QuoteKind = Literal["direct", "mixed", "indirect"]
SpeakerKind = Literal["person", "group", "organisation", "outlet", "unnamed"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
FactKind = Literal["age", "count", "money", "percent", "measure", "date", "role", "place", "name"]
NameKind = Literal["person", "place", "organisation", "event", "other"]


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
class Relation:
    """Whose somebody is: the "husband" of "Ann Doe", the "father" of the "victim"."""

    role: str  # one word for what the person is to the other: "husband", "ex-wife", "lawyer"
    to: str  # the other's fullest name; in small letters where the article leaves them unnamed
    span: Span  # the words that say so
    rule: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person under the fullest name the article gives."""

    name: str
    role: str | None
    age: int | None
    mentions: tuple[Span, ...]  # by name or part of it, in order
    names: tuple[str, ...] = ()  # every form used, fullest first, with titles: "Ann Doe", "Mrs. Doe", "Ann"
    relations: tuple[Relation, ...] = ()


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
    stated_by: str | None  # a speaker, an unnamed source in the article's words, or a credited outlet; None for the article's own word
    rule: str


@dataclass(frozen=True, slots=True)
class Event:
    """What an article mainly tells of, where that is plain: what happened, when and where, apart from when it was reported."""

    what: str  # head words in normal form: "house fire", "shot", "bill passed"
    span: Span  # the words that tell it
    first: str | None  # ISO day on which it began to happen; None where the article does not say plainly
    last: str | None
    when: Span | None  # the words of the day
    place: str | None
    where: Span | None  # the words of the place
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
    event: Event | None = None  # the main event; None where it is not plain

    @property
    def day(self) -> str | None:
        """The ISO day of publication, given or inferred."""
        return self.published.day if self.published else None
