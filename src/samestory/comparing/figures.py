"""The figures of a text: money, shares, lengths, stretches of time, hours of the day, ages and counts, with their bounds.

A telling comes in; `Figure`s go out, each with its value in a common unit. The facts of a telling know what happened to what; this finds
every figure, also where no fact was made of it, so that tellings can be laid side by side. Nothing is compared here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from samestory import units
from samestory.comparing import wording
from samestory.model import FactKind, Span, Telling
from samestory.text import fold

LONGEST_TIME = 31  # days; "in 2014" is no date of a thing
MONTH = 28  # days; a shorter stretch ("this week", "the weekend") says less than it seems to
ROUGH = 0.1  # "nearly 40" is 36 to 40, as in the facts; of "about 40" see `units.leeway`
ROUND_HOUR, ROUND_MINUTE = 15.0, 10.0  # minutes that "around 2 a.m." and "around 2:17 a.m." leave open
CODE = 5  # digits without a comma: "text a tip to 50411"
NOUNS = 3  # words after a count among which the thing counted is looked for

_SMALL = "two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SPELT = rf"(?:(?:{_TENS.replace(' ', '|')})(?:-(?:one|{_SMALL.replace(' ', '|')}))?|{_TEENS.replace(' ', '|')}|{_SMALL.replace(' ', '|')})"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_GREAT = r"hundred|thousand|million|billion|trillion"
_UNITS = {
    "length": {"miles?": 1609.344, r"kilomet(?:er|re)s?|kms?": 1000.0, r"met(?:er|re)s?": 1.0, "yards?": 0.9144, "feet|foot|ft": 0.3048}
    | {"inch(?:es)?": 0.0254, r"centimet(?:er|re)s?|cms?": 0.01},
    "speed": {"mph|miles? (?:per|an) hour": 0.44704, r"km/h|kph|kmh|kilomet(?:er|re)s? (?:per|an) hour": 0.27778},
    "area": {"acres?": 4046.856, "hectares?": 10000.0, "square miles?": 2589988.1, r"square kilomet(?:er|re)s?": 1e6}
    | {"square (?:feet|foot)": 0.092903, r"square met(?:er|re)s?": 1.0},
    "mass": {"tons?|tonnes?": 1000.0, r"kilograms?|kilos?|kgs?": 1.0},
    "volume": {r"lit(?:er|re)s?": 1.0, "gallons?": 3.7854},
    "minutes": {"minutes?|mins?": 1.0, "hours?|hrs?": 60.0},
    "days": {"days?": 1.0, "weeks?": 7.0, "months?": 30.4375, "years?": 365.25},
}
_MEASURES = sorted(
    ((unit, dimension, scale) for dimension, units in _UNITS.items() for unit, scale in units.items()), key=lambda one: -len(one[0])
)
_UNIT = "|".join(unit for unit, _, _ in _MEASURES)
# "$28,156"; "3 percent"; "5.10am", "21:00"; "65-year-old"; "34 inches", "10-minute"; "Tarn, 43,"; "five thousand people"
_FIGURE = re.compile(
    rf"(?P<money>(?P<currency>[$£€¥]) ?(?P<sum>{_DIGITS})(?:[ -]?(?P<times>{_GREAT}|m|mn|bn|tn|k)\b)?)"
    rf"|(?<![\w.,])(?P<percent>(?P<share>{_DIGITS}|{_SPELT}) ?(?:%|per ?cent\b))(?! ?points?)"
    r"|(?<![\w.,:])(?P<clock>(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])(?:\.m\.|\.?m\b)"
    r"|(?P<sharp>\d{1,2}) o'clock\b"
    r"|(?P<hour24>[01]\d|2[0-3]):(?P<minute24>[0-5]\d)(?![\d:]))"
    rf"|(?<![\w.,])(?P<age>(?P<years>\d{{1,2}}|{_SPELT})[- ]years?[- ]old)\b"
    rf"|(?<=[a-z], )(?P<aged>\d{{2}})(?=,|\.|\)|;)"
    rf"|(?<![\w.,:/$-])(?P<measure>(?P<length>{_DIGITS}|{_SPELT})(?: (?P<more>{_GREAT}))?[ -]?(?P<unit>{_UNIT}))\b"
    rf"|(?<![\w.,:/$-])(?P<count>(?P<number>{_DIGITS}|{_SPELT}|one(?= (?:{_GREAT})\b))"
    rf"(?:[ -](?P<many>{_GREAT}))?)(?![\w%:/]|[.,]\d|[-–](?:\d|(?-i:[A-Z]{{2}})))",
    re.I,
)
_TIPS = re.compile(r"\b(?:crime ?stoppers|tip ?line|anyone (?:with|who has) information)\b", re.I)  # a number to call, a reward
# "two schoolgirls were handed over 21 months later" sets no bound
_AT_LEAST = re.compile(
    r"(?<!no )(?<!handed )(?<!hand )(?<!taken )(?<!took )(?<!turned )"
    r"\b(?:more than|over|at? least|above|upwards? of|in excess of|no (?:fewer|less) than)( an?| the)? $",
    re.I,
)
_NEARLY = re.compile(r"\b(?:nearly|almost|just under|close to|just short of) $", re.I)
_AT_MOST = re.compile(r"\b(?:up ?to(?: an?)?|at most|less than|fewer than|under|below|no more than|as many as|as much as) $", re.I)
_ABOUT = re.compile(
    r"(?:\b(?:about|around|some|roughly|approximately|an estimated|approx\.?|circa|shortly after|just after|just before)|~) ?$", re.I
)
_OR_MORE = re.compile(r" or more\b|\+|[ -]plus\b", re.I)
# "more than 50" leaves no room for 50
_BEYOND = re.compile(
    r"(?<!no )\b(?:(?:more|less|fewer) than|over|above|upwards? of|in excess of|under|below|nearly|almost|just short of)(?: an?)? $", re.I
)
# "neither is winning more than half", "if it paid more than the $110", "fail to exceed 50 percent": nobody has that much
_NOT_SO = re.compile(
    r"\b(?:neither|nor|nobody|no one)\b[^.;]{0,90}$|(?:\b(?:never|without|if|unless|not|fail\w* to)|n't)\b[^.;,]{0,30}$", re.I
)
_EXCEEDS = re.compile(r"\b(?:exceed|surpass)\w* $|\b(?:more|less|fewer|over) than the $", re.I)
_TIMES = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "bn": 1e9,
    "billion": 1e9,
    "tn": 1e12,
    "trillion": 1e12,
    "hundred": 100.0,
}
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_NEXT = re.compile(r"[ -]?([\w']+)")
# Words before a number that make it a name or a place in a row: "Flight 446", "Route 53", "number 10", "Boeing 787", "page 7"
_NUMBERED = re.compile(r"\b(?:[A-Z][\w']*|no\.?|number|page|chapter|version|article|section|room|gate|#) ?$")
_DATED = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? $", re.I)  # "Dec. 31"
_RANGE_BEGINS = re.compile(rf" ?(?:to|or|and|[-–]) ?[$£€]?\d| (?:to|or) {_SPELT}\b", re.I)
# "three and a half hours", "2 1/2 miles": the whole number is a part of what is given
_FRACTION = re.compile(
    r"(?: ?(?:\d/\d|[½¼¾⅓⅔])| and (?:a|one|three)[ -](?:half|quarter|third)s?\b|-and-a-|[ -](?:thirds|quarters|fifths|tenths)\b)", re.I
)
# "6 litres (1.6 gallons)", "20 miles, or about 32 km": the same again in another unit
CONVERTED = re.compile(
    rf"(?:\d|\b(?:{_GREAT}|{_SPELT}))[ -]?[\w ]{{0,18}}(?:[(\[]|, or )(?:about |around |roughly |some |approximately |nearly )?$", re.I
)
_RANGE_ENDS = re.compile(
    rf"(?:\d|\b{_SPELT})(?: ?(?:{_GREAT}|%|per ?cent|{_UNIT}))? ?(?:to|or|[-–]) ?[$£€]?$|\bbetween [^,;.]{{1,20}} and [$£€]?$", re.I
)
_NAMED_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Eve\b")
_YEARLY = re.compile(r"\b(?:annually|yearly|(?:every|each) year)\b", re.I)  # "a race that is held annually on Easter Day"
_CALLED = ("911", "999", "112", "411")  # numbers to call
_CALL_SIGN = re.compile(r"\b[A-Z]{2,} $")  # "NBC 7"
# "3900 block of East Mill Street"; "7050 Old Mill Road"
_ADDRESS = re.compile(
    r" block of (?:[\w.]+ )?[A-Z\d][\w.]*(?: (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][\w.]*){0,3}"
    r"|(?: [A-Z][\w.]*){1,4} (?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Highway|Way|Place|Court)\b"
)
_HOUSE = re.compile(r" (?:[A-Z][a-z]*[a-rt-z] ){1,2}[A-Z][a-z]*[a-rt-z]\b|(?: [A-Z][a-z]+){1,2}[,.](?= [A-Z])")  # "2211 Gull Point"
_AGED, _ENDS = re.compile(r"[A-Z][\w'’.-]+, $"), re.compile(r"[,;.)]|,? and [A-Z]")  # "Joel Tarn, 9; Ann Harwick, 11"
_BESIDES = re.compile(r"\b(?:another|additional|extra|further|other) (?:[a-z]+ )?$", re.I)
_MORE = re.compile(r" (?:others?|more|additional|extra)\b", re.I)
# "About 40 boats", "The 40 boats": a capital that only begins the sentence
_OPENINGS = """
    The Another Other About Some Over Nearly Around Almost Roughly Only All These Those Than Least Under And But In Of At Its
    His Her Their Our"""
_CAPITAL_BEGINS = re.compile(rf"\b(?:{'|'.join(_OPENINGS.split())}|Up to) $")


@dataclass(frozen=True, slots=True)
class Figure:
    """A value that stands in a text; `low` and `high` in the common unit of its dimension."""

    kind: FactKind
    dimension: str  # "$", "%", "length", "clock", "day" ...; "" for counts
    value: float | str
    low: float
    high: float
    span: Span
    nouns: frozenset[str] = field(default_factory=frozenset)  # of a count: stems of the words after it, one of which is counted
    unit: str = ""  # as written, where there is one
    beyond: bool = False  # the bound itself is left out: "more than 40"
    converted: bool = False  # the same as the figure before it, in another unit or currency

    @property
    def exact(self) -> bool:
        return self.low == self.high

    @property
    def told(self) -> tuple[float, float]:
        """Between what the number itself lies: "about 40" is 40 as far as it is printed."""
        hedged = self.low != self.high and not self.beyond and self.dimension != "day"
        open_end = float("inf") in (abs(self.low), abs(self.high))
        middle = (self.low + self.high) / 2 if hedged and not open_end else None
        if middle is None or (self.dimension == "clock" and middle != self.value):  # "shortly after 2 p.m."
            return self.low, self.high
        return middle, middle

    @property
    def left_out(self) -> float | None:
        """The bound that the words leave out: 40 of "more than 40" and of "nearly 40"."""
        return (self.low if self.high == float("inf") else self.high) if self.beyond else None


def find(telling: Telling, sentence: Span) -> Iterator[Figure]:
    """The figures of a sentence, in order; days last."""
    text = fold(telling.article.text[sentence.start : sentence.end])
    if _TIPS.search(text):
        return
    done = sentence.start
    for found in _FIGURE.finditer(text):
        figure = _figure(telling, sentence, text, found) if sentence.start + found.start() >= done else None
        if figure is not None:
            done = figure.span.end  # "3 inches" of "6 feet, 3 inches" is no figure
            yield figure
    yield from _days(telling, sentence)


def _figure(telling: Telling, sentence: Span, text: str, found: re.Match[str]) -> Figure | None:
    read = next(reader for name, reader in _READERS.items() if found[name])
    more = units.rest(text, found.end(), found["unit"]) if found["measure"] else None
    made = read(text, found) if more or not _in_range(text, found) else None
    if made is None:
        return None
    kind, dimension, value, scale, nouns, unit = made
    value += more[0] if more else 0.0
    if kind == "count" and (_BESIDES.search(text[max(0, found.start() - 12) : found.start()]) or _MORE.match(text, found.end())):
        dimension = "besides"  # "another 1,000 troops"
    low, high = _bounds(text, found, value)
    before = text[max(0, found.start() - 20) : found.start()]
    if _EXCEEDS.search(before) or (low != high and _NOT_SO.search(text[: _first(text, found)])):
        return None
    end = more[1] if more else found.end() + (len(unit) if dimension == "address" else 0)
    span = telling.article.span(sentence.start + _first(text, found), sentence.start + end)
    beyond, again = low != high and bool(_BEYOND.search(before)), bool(CONVERTED.search(text[max(0, found.start() - 50) : found.start()]))
    converted = again and kind in ("measure", "money")
    return Figure(kind, dimension, value, low * scale, high * scale, span, nouns, unit, beyond, converted)


_Made = tuple[FactKind, str, float, float, frozenset[str], str]
_NONE: frozenset[str] = frozenset()


def _money(_text: str, found: re.Match[str]) -> _Made:
    return "money", found["currency"], _number(found["sum"], found["times"]), 1.0, _NONE, found["currency"]


def _share(_text: str, found: re.Match[str]) -> _Made:
    return "percent", "%", _number(found["share"], None), 1.0, _NONE, "%"


def _hour(_text: str, found: re.Match[str]) -> _Made | None:
    if found["sharp"]:
        return "date", "o'clock", float(found["sharp"]), 1.0, _NONE, "hour"
    hour, minute = int(found["hour"] or found["hour24"]), int(found["minute"] or found["minute24"] or 0)
    if found["half"]:
        if hour > 12:
            return None
        hour = hour % 12 + (12 if found["half"].casefold() == "p" else 0)
    return "date", "clock", float(hour * 60 + minute), 1.0, _NONE, "hour" if not (found["minute"] or found["minute24"]) else "minute"


def _age(_text: str, found: re.Match[str]) -> _Made:
    return "age", "years", _number(found["years"] or found["aged"], None), 1.0, _NONE, "year"


def _measure(text: str, found: re.Match[str]) -> _Made | None:
    if found["unit"][0].isupper() and not found["unit"].isupper() and found.start() > 0:
        return None  # "the Six-Day War"
    unit = found["unit"].casefold()
    dimension, scale = next((dimension, scale) for words, dimension, scale in _MEASURES if re.fullmatch(words, unit))
    return "measure", dimension, _number(found["length"], found["more"]), scale, _NONE, unit


def _count(text: str, found: re.Match[str]) -> _Made | None:
    before = text[: found.start()]
    if _FRACTION.match(text, found.end()) or (_AGED.search(before) and _ENDS.match(text, found.end())):
        return None
    address = _ADDRESS.match(text, found.end())
    if address:
        street = wording.matter(address[0].removeprefix(" block of"))
        return "place", "address", _number(found["number"], found["many"]), 1.0, street, address[0].rstrip(".")
    if found["count"].isdigit() and len(found["count"]) > 2 and (len(found["count"]) >= CODE or _HOUSE.match(text, found.end())):
        return None
    if text.startswith(")", found.end()) and text[: found.start()].endswith("("):
        return None  # "(318) 555-0100"
    if found["count"] in _CALLED or _CALL_SIGN.search(before):
        return None
    if _YEAR.match(found["count"]) or _DATED.search(before) or (_NUMBERED.search(before) and not _CAPITAL_BEGINS.search(before)):
        return None
    if text.startswith((" seconds", " second", "-second"), found.end()):
        return None  # the end of "nine minutes and 46 seconds"
    return "count", "", _number(found["number"], found["many"]), 1.0, _nouns(text, found.end()), ""


_READERS = {"money": _money, "percent": _share, "clock": _hour, "age": _age, "aged": _age, "measure": _measure, "count": _count}


def _in_range(text: str, found: re.Match[str]) -> bool:
    """Whether the number is an end of "18 to 35": neither end is what is given."""
    return bool(_RANGE_BEGINS.match(text, found.end()) or _RANGE_ENDS.search(text[max(0, found.start() - 40) : found.start()]))


def _nouns(text: str, at: int) -> frozenset[str]:
    """The stems of the next words, up to the first that carries no news or a mark."""
    nouns: list[str] = []
    while len(nouns) < NOUNS and (found := _NEXT.match(text, at)):
        key, at = found[1].casefold(), found.end()
        if key in ("other", "others", "more", "new"):
            continue
        if wording.light(key) or key[0].isdigit():
            break
        nouns.append(wording.stem(key))
    return frozenset(nouns)


def _number(words: str, times: str | None) -> float:
    """ "1,877" and "million"; "twenty-one".

    >>> _number("1.9", "billion"), _number("twenty-one", None)
    (1900000000.0, 21.0)
    """
    if words[0].isdigit():
        value = float(words.replace(",", ""))
    else:
        value = sum(wording.number(part) or 0.0 for part in words.casefold().split("-"))
    return value * (_TIMES[times.casefold()] if times else 1.0)


def _bounds(text: str, found: re.Match[str], value: float) -> tuple[float, float]:
    before = text[max(0, found.start() - 20) : found.start()]
    if _AT_LEAST.search(before) or _OR_MORE.match(text, found.end()):
        return value, float("inf")
    if _NEARLY.search(before):
        return value * (1 - ROUGH), value
    if _AT_MOST.search(before):
        return float("-inf"), value
    about = _ABOUT.search(before)
    if about and found["clock"]:
        rough = ROUND_HOUR if value % 30 == 0 else ROUND_MINUTE
        words = about[0].casefold()
        return value - rough * ("after" not in words), value + rough * ("before" not in words)
    if about:
        return value - units.leeway(value), value + units.leeway(value)
    return value, value


def _first(text: str, found: re.Match[str]) -> int:
    """Where the words of the value begin, with those that bound it."""
    start = max(0, found.start() - 20)
    for words in (_AT_LEAST, _NEARLY, _AT_MOST, _ABOUT):
        before = words.search(text[start : found.start()])
        if before:
            return start + before.start()
    return found.start()


def _days(telling: Telling, sentence: Span) -> Iterator[Figure]:
    """The days and stretches of days that the sentence names."""
    if _YEARLY.search(telling.article.words(sentence)):
        return
    for time in telling.times:
        if not sentence.holds(time.span) or not time.first or not time.last:
            continue
        if time.type != "DATE" and not (time.type == "TIME" and _NAMED_DAY.search(telling.article.words(time.span))):
            continue  # "noon"
        first, last = (date.fromisoformat(day[:10]) for day in (time.first, time.last))
        if first == last or MONTH <= (last - first).days + 1 <= LONGEST_TIME:
            yield Figure(
                "date", "day", time.first[:10] if first == last else f"{first}/{last}", first.toordinal(), last.toordinal(), time.span
            )
