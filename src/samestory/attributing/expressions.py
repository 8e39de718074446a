"""The wording of time expressions: what comes in is text, what goes out is where which rule found which words.

Extents follow TimeBank: "the", "early", "nearly", "the end of" belong to the expression, "on" and "in" do not.
Nothing here says which day is meant; `points` and `stretches` of this folder do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samestory.attributing.days import HOLIDAYS, MONTHS, WEEKDAYS
from samestory.attributing.needles import Haystack
from samestory.attributing.numerals import NUMBER, ORDINALS
from samestory.text import listed

_MONTH_SHORT = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12}
_DAY_SHORT = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
MONTH_NUMBERS = {name: n for n, name in enumerate(MONTHS, 1)} | _MONTH_SHORT
DAY_NUMBERS = {name: n for n, name in enumerate(WEEKDAYS)} | _DAY_SHORT


def _names(full: tuple[str, ...], short: dict[str, int]) -> str:
    """Capitalised names; short forms with or without their full stop."""
    return "|".join([*(rf"{n.title()}\b|{n.upper()}\b" for n in full), *(rf"{n.title()}\b\.?|{n.upper()}\b\.?" for n in short)])


_MON = rf"(?P<month>{_names(MONTHS, _MONTH_SHORT)})"
_MON_FULL = rf"(?P<month>{'|'.join(n.title() for n in MONTHS)}|(?:{'|'.join(n.title() for n in _MONTH_SHORT)})\.)"
_WD = rf"(?P<weekday>{'|'.join(n.title() for n in WEEKDAYS)})"
_WD_SHORT = rf"(?P<weekday>{_names(WEEKDAYS, _DAY_SHORT)})"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
_YEAR = r"(?P<year>1\d{3}|20\d\d)(?![\d%]|[.,:]\d)"
_BEFORE_DAY = rf"(?:(?:(?i:this|last|next|this past|this coming) )?{_WD_SHORT},? )?"  # "this Tuesday, Nov. 4"
_PART = r"(?P<part>(?:morning|afternoon|evening|night)s|morning|afternoon|evening|night|midday)"
_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?(?::[0-5]\d)? ?(?P<half>[ap]\.? ?m\b\.?|A\.?M\b\.?|"
    r"P\.?M\b\.?)(?: \(?(?P<zone>[ECMP][SD]?T|GMT|BST)\)?)?"
)
_HM = r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?: ?(?:hrs|GMT|UTC)\b)?"
_FEW = r"(?i:(?:a |the )?(?:few|couple(?: of)?|handful of)|several|some|many|a number of|dozens of|hundreds of|thousands of)"
_NUM = rf"(?P<number>(?i:{NUMBER})|(?i:\ban?\b)|{_FEW})"
_UNIT = r"(?P<unit>(?i:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|century|centurie)s?)\b"
_LONG_UNIT = r"(?P<unit>(?i:minute|hour|day|week|weekend|fortnight|month|quarter|year|decade|century|centurie)s?)\b"
_SEASON = r"(?P<season>(?i:spring|summer|fall|autumn|winter))"
_QUARTER = r"(?P<quarter>(?i:first|second|third|fourth|1st|2nd|3rd|4th))[ -](?:fiscal )?(?i:quarter)\b"
_THIS = (
    r"(?P<which>(?i:this past|this coming|this|last|next|past|previous|coming|the previous|the following|the last|the next|"
    r"the past|the coming|the same|that same|that|the current|the latest|current))"
)
_HOLIDAY = (
    r"(?P<holiday>"
    + "|".join(sorted((re.escape(h).replace("'", "['’]?") for h in HOLIDAYS if h not in ("easter", "christmas")), key=len, reverse=True))
    + r"|christmas|easter)\b"
)
_SPELLED_YEAR = (
    r"(?i:(?P<head>nineteen|eighteen|twenty) (?P<tail>(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|"
    r"seven|eight|nine))?)|(?:oh|o)[ -](?:one|two|three|four|five|six|seven|eight|nine))|(?<=the year )(?P<thousand>two thousand))\b"
)
# "the 8-month-old truce": what has lasted so long; of people and animals it is an age
_LASTING = (
    "truce|war|conflict|ceasefire|cease-fire|strike|siege|embargo|blockade|ban|dispute|feud|insurgency|rebellion|uprising|protest|campaign|"
    "investigation|inquiry|agreement|deal|treaty|law|policy|program|programme|government|coalition|regime|company|firm|startup|tradition|record"
)
_TENS_WORDS = "twenties thirties forties fifties sixties seventies eighties nineties"

# One real example each. Where two rules claim the same words the longer wins, then the earlier in the table.
_RULES: tuple[tuple[str, str], ...] = (
    # the calendar, in full or in part
    (
        "iso-date",
        r"(?P<year>1\d{3}|20\d\d)-(?P<month>0\d|1[0-2])-(?P<day>[0-2]\d|3[01])(?:[T ](?P<hour>[0-2]\d):(?P<minute>[0-5]\d))?(?!\d)",
    ),
    ("slash-date", r"(?P<first>[0-3]?\d)/(?P<second>[0-3]?\d)/(?P<year>1\d{3}|20\d\d|\d\d)(?![\d/])"),
    (
        "month-day-year",
        _BEFORE_DAY + rf"{_MON} {_DAY},? (?:in |of )?{_YEAR}",
    ),  # Monday, Nov. 11, 2019
    ("day-month-year", rf"(?:{_WD_SHORT},? )?(?:the )?{_DAY} (?:of )?{_MON},? (?:of )?{_YEAR}"),  # 11 November 2019
    (
        "month-day",
        _BEFORE_DAY + rf"{_MON} {_DAY}(?: (?P<which>of that year|of the same year|of this year|of last year))?",
    ),
    ("day-month", rf"(?:{_WD_SHORT},? )?(?:the )?{_DAY} (?:of )?{_MON}(?: (?P<which>of that year|of the same year))?(?! \d)"),
    ("month-year", rf"{_MON},? (?:of )?{_YEAR}"),  # April, 2019
    (
        "month-which",
        rf"{_MON},? (?:of )?(?P<which>this year|last year|next year|that year|that same year|the same year|the following year)",
    ),
    ("which-month", rf"{_THIS} {_MON_FULL}"),  # last April
    ("month-ordinal", rf"{_MON_FULL} (?:the )?(?P<ordinal>(?:twenty-|thirty-)?(?:{'|'.join(ORDINALS)})|twentieth|thirtieth)\b"),
    ("month-year-spelled", rf"{_MON_FULL},? {_SPELLED_YEAR}"),  # January nineteen ninety-seven
    ("which-month-day", rf"(?P<which>(?i:last|this past|this|next)) {_MON} {_DAY}"),  # last Oct. 23
    ("month", _MON_FULL),  # April
    ("weekday-which", rf"{_THIS} {_WD}(?: {_PART})?"),  # last Friday
    ("weekday-part", rf"{_WD}(?:['’]s)? {_PART}"),  # Monday night
    ("weekday", rf"{_WD}"),  # Friday
    ("weekdays", r"(?P<weekday>Mondays|Tuesdays|Wednesdays|Thursdays|Fridays|Saturdays|Sundays)"),  # Mondays
    (
        "day-of-month",
        r"(?<=[Oo]n )the (?P<day>[12]?\d(?:st|nd|rd|th)|3(?:0th|1st))(?=[,.;:) ](?!floor|hole|day|anniv|birth|street|minute|lap|of\b))",
    ),
    ("day-beside", rf"(?i:the day (?P<side>before|after)) (?:(?P<which>last|next|this) )?{_WD}"),
    ("week-of", rf"(?:the )?week of {_MON} {_DAY}"),
    ("week-of-weekday", rf"a week (?:from|ago) {_WD}"),
    ("holiday", rf"(?i:{_THIS.replace('(?i:', '(?:')} )?(?i:{_HOLIDAY})(?:,? {_YEAR})?(?: (?P<unit>week|weekend)\b)?"),
    # years and what is larger or smaller
    ("year-bc", r"(?P<number>\d{1,4}) (?:BC|B\.C\.|BCE)(?![A-Za-z])"),
    ("fiscal-year", rf"(?:the )?(?i:fiscal)(?: year)? {_YEAR}"),
    (
        "year-spelled",
        rf"(?:(?i:the year ))?{_SPELLED_YEAR}",
    ),
    ("year-range", r"(?P<year>1\d{3}|20\d\d)(?P<dash>[-–—/])(?P<last>\d\d)(?![\d-])"),
    ("year-phrase", rf"(?i:the year) {_YEAR}"),
    ("year", _YEAR),
    ("decade", r"(?:the )?(?P<decade>1\d\d0|20\d0)['’]?s\b"),
    ("decade-short", rf"(?:the )?(?:['’‘](?P<short>[0-9]0)s\b|(?<=the )(?i:(?P<word>{_TENS_WORDS.replace(' ', '|')}))\b)"),
    (
        "century",
        r"(?i:(?:the )?(?P<number>\d{1,2}(?:st|nd|rd|th)|(?:twenty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|"
        r"ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth)|"
        r"twentieth)[ -]century)",
    ),
    ("quarter-year", rf"(?:the )?{_QUARTER},?(?: of| in)? (?:fiscal )?{_YEAR}"),
    ("year-quarter", rf"(?:the )?{_YEAR} {_QUARTER}"),
    ("which-year-quarter", rf"(?P<which>this|last|next) year['’]s {_QUARTER}"),
    ("quarter-which-year", rf"(?:the )?{_QUARTER} (?:of )?(?P<which>this|last|next) year"),
    (
        "year-ago-quarter",
        rf"(?i:(?:the |its |a )?(?:comparable |same )?year-(?:ago|earlier)(?: (?:{_QUARTER}|quarter|period|(?:six|nine) months))?)",
    ),
    (
        "year-ago-quarter",
        rf"(?i:the (?:same|corresponding|comparable|like|similar) (?:period|quarter|three months)(?: of| in)? (?:last year|a year (?:ago|"
        rf"earlier|before)|the (?:year before|previous year|prior year)|{_YEAR})|last year['’]s (?:quarter|period))\b",
    ),
    ("the-period", r"(?i:the (?:latest|most recent) (?:period|three months|results))\b(?<!results)"),
    ("year-period", rf"the {_YEAR} (?:quarter|period)"),
    ("quarter", rf"(?i:(?:the|its|their|a) (?!\w+-quarter))?(?i:fiscal[ -])?{_QUARTER}"),
    ("the-quarter", r"(?i:(?P<which>the|this|that|the latest|the current|last|next|the previous|the same) quarter)\b(?!-)"),
    (
        "halves",
        rf"(?i:the )?(?P<half>(?:first|second|last|latter) half|first two quarters) of (?:the )?(?:{_YEAR}|(?P<which>this year|"
        rf"last year|next year|the "
        rf"year|that year))",
    ),
    ("season-year", rf"(?:the )?{_SEASON}(?: of|,)? {_YEAR}"),
    ("season-which", rf"{_THIS} {_SEASON}\b"),
    ("season", rf"(?i:the ){_SEASON}\b(?! (?:of|from|in) )"),
    # by hours
    (
        "clock-day",
        rf"{_CLOCK},? (?:on )?(?:(?P<deictic>today|tonight|yesterday|tomorrow)|{_WD}(?: (?:morning|afternoon|evening|"
        rf"night))?(?:, (?P<month>{_names(MONTHS, _MONTH_SHORT)}) {_DAY})?)",
    ),
    ("clock-date", rf"{_CLOCK},? (?:on )?{_MON} {_DAY}(?:,? {_YEAR})?"),
    ("noon-day", rf"(?i:(?P<noon>noon|midnight)) (?:on )?(?:(?P<deictic>today|tonight|yesterday|tomorrow)|{_WD})"),
    ("clock", _CLOCK),
    (
        "clock-words",
        rf"(?P<oclock>(?i:{NUMBER})) (?:o['’]clock(?: (?P<when>in the (?:morning|afternoon|evening)|at night))?|"
        rf"(?P<at>in the morning|in the afternoon|in the evening|at night))\b",
    ),
    ("clock-24", _HM),
    ("noon", r"(?<![Hh]igh )(?i:(?P<noon>noon|midnight|midday))\b"),
    (
        "part-of-day",
        r"(?i:(?P<which>this|that|the same|the next|the following|the previous|last|early this|late last) "
        r"(?P<part>morning|afternoon|evening|night|midday))\b",
    ),
    ("the-part", r"(?<=[Ii]n )the (?P<part>morning|afternoon|evening)\b(?! o[fn] )"),
    ("mid-part", r"(?i:mid[ -]?(?P<part>morning|afternoon)(?:,? (?P<deictic>today|yesterday|tomorrow))?)\b"),
    ("deictic-part", rf"(?i:(?P<deictic>yesterday|tomorrow)) {_PART}"),
    ("deictic", r"(?i:(?:the day (?P<side>before|after) )?(?P<deictic>today|tonight|yesterday|tomorrow))\b"),
    ("overnight", r"(?i:overnight)\b"),
    # seen from the day of publication or from the day told of before
    ("which-unit", rf"{_THIS} (?:fiscal )?(?P<unit>(?i:day|week|weekend|month|year|decade|century))\b"),
    ("the-unit", r"(?i:the (?:full |fiscal |entire )?(?P<unit>week|weekend|month|year))\b"),
    ("unit-end", r"(?i:(?P<unit>year|month)(?:['’]s |[ -])end)\b"),
    ("ago", rf"{_NUM} (?:or (?:so|more|two) )?{_UNIT}(?: or (?:so|more|two))? ago"),
    ("ago-vague", r"(?i:(?P<unit>decade|year|month|week|day)s ago)\b"),
    (
        "later",
        rf"{_NUM} (?:or (?:so|more|two) )?{_UNIT}(?: or (?:so|more|two))? (?P<side>(?i:later|earlier|before|previously|"
        rf"beforehand|afterward|afterwards))\b",
    ),
    ("before-last", r"(?i:the (?P<unit>day|night|week|weekend|month|year) (?P<side>before last|after next))\b"),
    ("unit-before", r"(?i:the (?P<unit>day|night|week|month|year) (?P<side>before|after))\b"),
    (
        "last-units",
        rf"(?i:(?:each of )?(?:the |these |those )?(?P<which>last|past|previous|next|coming|following|recent|first|latest|"
        rf"final))(?: {_NUM})?(?: (?:fiscal|full|calendar|more|working))? {_UNIT}(?: or so)?",
    ),
    ("some-day", r"(?i:one day|some day|someday)\b(?! (?:later|before|after|earlier|only|of|in|trip|event|ago|or|this|last|next))"),
    ("range-units", rf"(?P<low>(?i:{NUMBER})|(?i:\ban?\b)) (?:to|or) (?P<number>(?i:{NUMBER})) {_LONG_UNIT}"),
    ("number-and-half", r"(?i:\b(?P<number>an?|one|two|three|four) (?P<unit>hour|minute|year|month|week|day)s? and a half)\b"),
    (
        "adjective-units",
        rf"(?P<number>(?i:{NUMBER})|(?i:several|multi))[ -](?P<unit>(?i:second|minute|hour|day|night|week|month|quarter|year|"
        rf"decade|century))(?:[ -](?:long|period))?\b(?![ -]olds?\b)",
    ),
    (
        "units",
        rf"{_NUM} (?:(?:more|additional|full|straight|consecutive|whole|trading|business|working|solid|entire|long) "
        rf")?{_UNIT}(?:['’]s?(?= ))?(?: or so)?(?![ -](?:olds?|age|long)\b)",
    ),
    ("the-number-units", rf"(?i:the )(?P<number>(?i:{NUMBER})) {_LONG_UNIT}(?![ -]olds?\b)"),
    ("thing-age", rf"(?P<number>(?i:{NUMBER}))-(?P<unit>(?i:day|week|month|year|decade))-old(?= (?:\w+ )?(?:{_LASTING})\b)"),
    (
        "unit-long",
        r"(?i:(?P<unit>minute|hour|day|night|week|weekend|month|year|decade|century|centurie)s?-long|"
        r"(?P<unit2>week|month|year|decade|centurie)s-old(?= [a-z]))",
    ),
    ("half-unit", r"(?i:\bhalf (?:an?|the) (?P<unit>hour|minute|day|year|century|decade)|half-(?P<unit2>hour))\b"),
    ("plural-units", r"(?i:(?:the )?(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries))(?: ahead)?\b"),
    # again and again
    (
        "every",
        r"(?i:(?P<how>every|each) (?:other )?(?P<unit>second|minute|hour|day|night|week|weekend|month|quarter|year|decade|"
        r"morning|evening|afternoon))\b",
    ),
    ("every-number", rf"(?i:every (?P<number>{NUMBER})) {_UNIT}"),
    ("every-named", rf"(?i:every|each) (?:{_WD}|{_MON_FULL}|{_SEASON})"),
    ("adverb", r"(?i:(?P<adverb>hourly|daily|nightly|weekly|biweekly|monthly|quarterly|yearly|annually))\b"),
    ("per", r"(?i:(?:per|a|an) (?P<unit>day|week|month|year|hour|night))\b"),
    # vague
    (
        "present",
        r"(?i:right now|now|currently|nowadays|these days|at present|presently|at the moment|at this (?:moment|time|point)|"
        r"this (?:crucial |critical |very )?moment|"
        r"current|to date)\b",
    ),
    (
        "past",
        r"(?i:(?:more |most |until )?recently|the (?:recent |distant )?past"
        r"(?! (?:\w+ )?(?:summer|winter|spring|fall|autumn|season|weekend)s?\b)|lately)\b",
    ),
    (
        "future",
        r"(?i:the (?:near |foreseeable |not-too-distant |immediate )?future|future (?:quarters|years|months|weeks|days)|(?<!as "
        r")soon(?! after)|the (?:near|short|long) term)\b",
    ),
)
_BOUND = r"(?<![\w$£€/])(?<!\d[.,-])"
_AFTER_DASH = r"(?<![\w$£€/])(?<!\d[.,])(?<!\d{3}-)"  # "6-15 October"
_BOUNDS = {"day-month-year": _AFTER_DASH, "day-month": _AFTER_DASH, "decade-short": ""}
RULES = tuple((name, _BOUNDS.get(name, _BOUND) + pattern) for name, pattern in _RULES)
_HAYSTACK = Haystack.of(RULES)
_ORDER = {name: n for n, (name, _) in enumerate(RULES)}

# What may stand before: "early", "the end of", "nearly"
_LEFT_DATE = re.compile(
    r"(?i:(?<!\w)(?:(?:the )?(?:very )?(?:early|late|mid|middle)(?: (?:in|of|on))?(?: the)?(?: |-)"
    r"|(?:the )?(?:very )?(?:beginning|start|end|middle|close|first part|last part|latter part|rest|turn) of(?: the)? "
    r"|(?:earlier|later|sometime|late)(?: in| on)?(?: the)? |mid-?|(?:the )?(?:early|late)(?:-to-mid| to mid)?[ -])+)$"
)
_LEFT_NUMBER = re.compile(
    r"(?i:(?<!\w)(?:nearly|almost|about|around|approximately|roughly|some|at least|at most|more than|less than|fewer than|no "
    r"more than|over|up to|"
    r"just over|just under|a little more than|a mere|only|another|an additional) )$"
)
_NUMBERED = frozenset({"units", "ago", "later", "range-units", "number-and-half", "half-unit", "the-number-units"})
_DATED = listed("""month-day-year day-month-year month-day day-month month-year month-which which-month month weekday weekday-part
    year decade decade-short century quarter-year quarter season-year season season-which which-unit the-unit
    year-phrase deictic holiday fiscal-year weekday-which""")


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that a rule takes for a time expression; `match` holds its parts."""

    rule: str
    start: int
    end: int
    match: re.Match[str]

    def part(self, name: str) -> str | None:
        """A named part of the wording in lower case, without full stop at its end; None where it has no such part."""
        found = self.match.groupdict().get(name)
        return found.lower().rstrip(".") if found else None


def find(text: str) -> Iterator[Wording]:
    """The time expressions of the text in order; none overlaps another."""
    found = [Wording(name, *_extended(text, name, m), m) for name, pattern in _HAYSTACK.worth(text) for m in pattern.finditer(text)]
    found.sort(key=lambda w: (w.start, -(w.match.end() - w.start), _ORDER[w.rule]))
    at = 0
    for wording in found:
        if wording.start >= at:
            yield wording
            at = wording.end


def _extended(text: str, rule: str, match: re.Match[str]) -> tuple[int, int]:
    start, end = match.span()
    pattern = _LEFT_NUMBER if rule in _NUMBERED else _LEFT_DATE if rule in _DATED else None
    before = pattern.search(text, max(0, start - 30), start) if pattern else None
    return before.start() if before else start, end
