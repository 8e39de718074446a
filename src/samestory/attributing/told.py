"""What a reader has in mind when a time expression comes up: the day of publication and the times told of before.

`Told` is filled by `dates.find` as it goes through an article; `points` and `stretches` read it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from samestory.attributing.days import covered
from samestory.attributing.expressions import Wording
from samestory.attributing.tenses import Tense, tense
from samestory.attributing.uttered import quoted
from samestory.language import Passage
from samestory.model import Span, TimeType

# Rules whose words name the year themselves
EXPLICIT = frozenset(
    {"iso-date", "month-day-year", "day-month-year", "month-year", "year", "year-phrase", "season-year", "quarter-year", "clock-date"}
)
# "a year ago" and "the year-earlier quarter" do not move the quarter that is talked of
_QUARTERS = frozenset({"quarter", "quarter-year", "which-year-quarter", "year-quarter", "the-quarter"})
# "the first nine months": a year earlier is then the year before, not one of its quarters
_NEAR = 2  # paragraphs
_FAR = 400  # days
_STRETCHES = frozenset({"P6M", "P9M", "P1Y", "P12M", "P2Q", "P3Q"})
_LENGTHS = frozenset({"last-units", "units", "the-number-units", "the-unit"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What an expression means: a TIMEX3 type and value, and the days where the value alone does not tell them."""

    type: TimeType
    value: str | None
    first: date | None = None
    last: date | None = None


@dataclass(slots=True)
class Told:
    """The day of publication and what was told of so far."""

    published: date | None
    inferred: bool = False  # the day of publication is not given but inferred
    narrative: bool = False  # a history: bare months belong to the year told of, not to the year of publication
    day: date | None = None  # the last single day told of
    year: int | None = None  # of the last expression that had one
    month: tuple[int, int] | None = None
    quarter: tuple[int, int] | None = None
    stretch: str | None = None  # "P9M" where the figures told of are those of nine months, told of after the last quarter
    said: Span | None = None  # where the day is told on which the quotation was spoken; that day then stands for the day of publication
    paragraph: int = 0  # the one that is being read
    day_read: int = 0  # the one that told the last single day
    places: dict[str, Span] = field(default_factory=dict)  # where the day, month, quarter and year were told

    def note(self, answer: Answer, rule: str, span: Span) -> None:
        """Remember an answer for the expressions that follow."""
        explicit = rule in EXPLICIT
        days = covered(answer.value)
        if answer.value in _STRETCHES and rule in _LENGTHS:
            self.stretch = answer.value
        elif rule in _QUARTERS:
            self.stretch = None
        if not days:
            return
        first, last = days
        self._note_day(first, last, span, explicit=explicit)
        if (last - first).days < 32:
            self.month, self.places["month"] = (first.year, first.month), span
        if "-Q" in (answer.value or "") and rule in _QUARTERS:
            self.quarter, self.places["quarter"] = (first.year, (first.month + 2) // 3), span
        if (last - first).days < 400 and (explicit or not self.narrative):
            self.year, self.places["year"] = first.year, span

    def _note_day(self, first: date, last: date, span: Span, *, explicit: bool) -> None:
        far = self.published is not None and not self.narrative and (self.published - last).days > _FAR
        if first == last:
            self.day, self.places["day"], self.day_read = first, span, self.paragraph
        elif self.day and explicit and far and last < self.day:
            self.day = None  # "in 2005 bombs went off": "that day" is not the Tuesday told of before

    @property
    def near(self) -> date | None:
        """The day that a time of day belongs to: told of in this paragraph or the few before it."""
        return self.day if self.narrative or self.paragraph - self.day_read <= _NEAR else None

    @property
    def here(self) -> date | None:
        """The day to count "two days later" from: the last one told of, else the day of publication."""
        return self.day or self.published


@dataclass(frozen=True, slots=True)
class Case:
    """One expression in its passage, with what was told of before."""

    wording: Wording
    passage: Passage
    told: Told

    def part(self, name: str) -> str | None:
        return self.wording.part(name)

    @property
    def words(self) -> str:
        return self.passage.text[self.wording.start : self.wording.end]

    @property
    def quoted(self) -> bool:
        """Whether the words stand between double quotation marks of their paragraph."""
        return quoted(self.passage, self.wording.start)

    @property
    def tense(self) -> Tense:
        if self.passage.block.kind == "dateline":
            return "past"  # nothing there tells more
        return tense(self.passage, self.wording.match.start(), self.wording.match.end())
