"""The words a page uses for values: days, counts, kinds, verdicts.

Values of the model come in; plain English goes out. What is unknown is said to be unknown.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime

from samestory.model import CopyKind, How, PointKind, QuoteKind, SourceKind, Summary, Verdict

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

# The order in which a reader wants them, the sign beside the word (never colour alone), and the group's heading.
VERDICTS: dict[Verdict, tuple[str, str, str]] = {
    "contradict": ("✕", "contradict", "They cannot both be true"),
    "differ": ("≠", "differ", "Not the same, and it may matter"),
    "compatible": ("≈", "compatible", "Different words that can both be true"),
    "agree": ("=", "agree", "The same in several tellings"),
    "alone": ("•", "alone", "In one telling only"),
}
FACT_KINDS: dict[PointKind, str] = {
    "age": "age",
    "count": "how many",
    "money": "amount of money",
    "percent": "percentage",
    "measure": "measure",
    "date": "when",
    "role": "role",
    "place": "where",
    "name": "name",
    "statement": "whether it is so",
}
QUOTE_KINDS: dict[QuoteKind, str] = {
    "direct": "direct quotation",
    "mixed": "mixed quotation",
    "indirect": "indirect quotation",
}
SOURCE_KINDS: dict[SourceKind, str] = {
    "agency": "agency that signs the text",
    "outlet": "outlet credited",
    "article": "outlet credited, which tells the story too",
    "text": "telling of this story, text in common",
    "statement": "statement",
    "speaker": "whose words are given",
}
COPY_KINDS: dict[CopyKind, str] = {
    "whole": "as a whole",
    "trimmed": "trimmed",
    "topped": "with a new top",
    "embedded": "among words of its own",
    "part": "in part",
}
HOWS: dict[How, str] = {"credits": "credits", "copies": "shares text with", "quotes": "quotes", "links": "links to"}
BLOCK_KINDS = {
    "title": "headline",
    "caption": "caption",
    "photo_credit": "photo credit",
    "byline": "byline",
    "dateline": "dateline",
    "furniture": "page furniture",
}
LONGEST_EXCERPT = 280  # characters of a quoted stretch shown in a finding before it is cut at a word


def many(count: int, one: str, more: str | None = None) -> str:
    """A count with its noun.

    >>> many(1, "story", "stories"), many(1200, "article")
    ('1 story', '1,200 articles')
    """
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def counts(summary: Summary) -> tuple[tuple[str, str], ...]:
    """What a story's summary counts but for verdicts, each with the part of the page that holds it."""
    told = [(summary.text.split(", ")[0], "#tellings")]
    if summary.outlets:
        told.append((many(summary.outlets, "outlet"), "#tellings"))
    if summary.unknown_outlets:
        some = f"{many(summary.unknown_outlets, 'article')} of unknown outlet"
        told.append((some if summary.outlets else f"outlet{'s' if summary.articles > 1 else ''} unknown", "#tellings"))
    counted = summary.articles - summary.earlier_versions
    if summary.no_source == counted:
        told.append(("no source named", "#origins"))
    elif counted > 1:
        found = summary.independent_sources
        told.append((f"at least {found} independent sources" if found > 1 else "no second independent source shown", "#origins"))
    if summary.shared_quotations:
        told.append((many(summary.shared_quotations, "shared quotation"), "#said"))
    return tuple(told)


def day(iso: str | None) -> str:
    """A day in words; what is no ISO date is given back as it is.

    >>> day("2019-11-11"), day("2019-11-11T09:05:00Z"), day("spring"), day(None)
    ('Mon 11 Nov 2019', 'Mon 11 Nov 2019', 'spring', 'date unknown')
    """
    if not iso:
        return "date unknown"
    found = parsed(iso)
    return f"{WEEKDAYS[found.weekday()]} {_short(found)}" if found else iso


def plain_day(iso: str | None) -> str:
    """A day without its weekday, where there is little room.

    >>> plain_day("2019-11-11"), plain_day(None)
    ('11 Nov 2019', 'date unknown')
    """
    found = parsed(iso)
    return _short(found) if found else day(iso)


def moment(iso: str | None) -> str:
    """A day in words, with the time of day and its zone where they are given.

    >>> moment("2019-11-11T09:05:00+02:00"), moment("2019-11-11")
    ('Mon 11 Nov 2019, 09:05 UTC+02:00', 'Mon 11 Nov 2019')
    """
    if not iso or len(iso) <= len("2019-11-11"):
        return day(iso)
    try:
        found = datetime.fromisoformat(iso)
    except ValueError:
        return day(iso)
    return f"{day(iso)}, {found:%H:%M}{' ' + str(found.tzname()) if found.tzinfo else ''}"


def days(first: str | None, last: str | None) -> str:
    """A stretch of days in words.

    >>> days("2019-11-11", "2019-11-12"), days("2019-04-01", "2019-04-30"), days("2018-12-30", "2019-01-02")
    ('11–12 Nov 2019', 'April 2019', '30 Dec 2018 – 2 Jan 2019')
    """
    start, end = parsed(first), parsed(last)
    if start is None or end is None or start == end:
        return day(first or last)
    if start.day == 1 and (end.month, end.day) == (12, 31) and start.month == 1:
        return f"{start.year}" if start.year == end.year else f"{start.year}–{end.year}"
    if (start.year, start.month) != (end.year, end.month):
        opening = f"{start.day} {MONTHS[start.month - 1][:3]}" if start.year == end.year else _short(start)
        return f"{opening} – {_short(end)}"
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        return f"{MONTHS[start.month - 1]} {start.year}"
    return f"{start.day}–{_short(end)}"


def parsed(iso: str | None) -> date | None:
    """The day of an ISO date or date-time, None where it is neither.

    >>> parsed("2019-11-11T10:00"), parsed("2019-W46")
    (datetime.date(2019, 11, 11), datetime.date(2019, 11, 11))
    """
    try:
        return datetime.fromisoformat(iso).date() if iso else None
    except ValueError:
        return None


def value(given: int | float | str | None) -> str:
    """A value as a reader writes it.

    >>> value(1900000000.0), value(6.25), value("Fort Worth"), value(None)
    ('1,900,000,000', '6.25', 'Fort Worth', 'unknown')
    """
    if given is None:
        return "unknown"
    if isinstance(given, str):
        return day(given) if parsed(given) else given
    if isinstance(given, float) and given.is_integer():
        given = int(given)
    return f"{given:,}"


def percent(part: float) -> str:
    """A part of one as a percentage, never rounded up to the whole.

    >>> percent(0.824), percent(0.999)
    ('82 %', '99 %')
    """
    return f"{min(99, round(part * 100)) if part < 1 else 100} %"


def excerpt(text: str, longest: int = LONGEST_EXCERPT) -> str:
    """The text on one line, cut at a word where it is long.

    >>> excerpt("one\\n two three", 9)
    'one two …'
    """
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line.rfind(" ", 0, longest)
    return line[: cut if cut > 0 else longest].rstrip() + " …"


def listed(names: Sequence[str], most: int = 6) -> str:
    """Names in a row, the rest counted.

    >>> listed(["a", "b", "c"], 2)
    'a, b and 1 more'
    """
    if len(names) <= most:
        return ", ".join(names)
    return f"{', '.join(names[:most])} and {len(names) - most:,} more"


def runs(numbers: Sequence[str]) -> str:
    """Numbers of findings, neighbours drawn together.

    >>> runs(["T1", "T2", "T3", "T7", "T9", "T10"])
    'T1–T3, T7, T9–T10'
    """
    found: list[list[str]] = []
    for number in numbers:
        if found and int(number[1:]) == int(found[-1][-1][1:]) + 1:
            found[-1][1:] = [number]
        else:
            found.append([number])
    return ", ".join("–".join(run) for run in found)


def _short(found: date) -> str:
    return f"{found.day} {MONTHS[found.month - 1][:3]} {found.year}"
