"""Units of measure: one name for each, what it measures, and how much that is in the unit that all of its kind are compared in.

Words of a text come in; the unit's name goes out, or a value in the common unit, also what a smaller unit adds to it ("6 feet, 3
inches") and how far a rounded number may lie from what it stands for. A table, and no library: `pint` takes 0.93
CPU-seconds to start (import 0.67, its registry 0.26), where a whole command of samestory takes 1.4 and may take 2. The tests hold each
line of the table against pint. Money is no measure: rates change by the day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `value * factor + offset` is in the common unit of its kind."""

    name: str
    kind: str  # "length"
    factor: float
    offset: float = 0.0


# Common units: metre, square metre, cubic metre, kilogram, metre a second, degree Celsius, watt. A "ton" may be a short, long or
# metric one (907, 1016, 1000 kg) and newsrooms do not tell: the metric lies between.
_TABLE = (
    Unit("mile", "length", 1609.344), Unit("kilometre", "length", 1000.0), Unit("metre", "length", 1.0), Unit("yard", "length", 0.9144),
    Unit("foot", "length", 0.3048), Unit("inch", "length", 0.0254), Unit("centimetre", "length", 0.01), Unit("millimetre", "length", 0.001),
    Unit("nautical mile", "length", 1852.0),
    Unit("square mile", "area", 2589988.110336), Unit("square kilometre", "area", 1e6), Unit("square metre", "area", 1.0),
    Unit("square foot", "area", 0.09290304), Unit("square yard", "area", 0.83612736), Unit("acre", "area", 4046.8564224),
    Unit("hectare", "area", 10000.0),
    Unit("ton", "mass", 1000.0), Unit("kilogram", "mass", 1.0), Unit("gram", "mass", 0.001), Unit("pound", "mass", 0.45359237),
    Unit("ounce", "mass", 0.028349523125),
    Unit("mile per hour", "speed", 0.44704), Unit("kilometre per hour", "speed", 1 / 3.6), Unit("knot", "speed", 1852 / 3600),
    Unit("metre per second", "speed", 1.0),
    Unit("litre", "volume", 0.001), Unit("gallon", "volume", 0.003785411784), Unit("cubic metre", "volume", 1.0),
    Unit("cubic foot", "volume", 0.028316846592), Unit("barrel", "volume", 0.158987294928),
    Unit("degree Celsius", "temperature", 1.0), Unit("degree Fahrenheit", "temperature", 5 / 9, -160 / 9),
    Unit("kilowatt", "power", 1e3), Unit("megawatt", "power", 1e6), Unit("gigawatt", "power", 1e9),
    Unit("degree", "degree", 1.0), Unit("magnitude", "magnitude", 1.0),
)  # fmt: skip
UNITS = {unit.name: unit for unit in _TABLE}
# How texts write them, as patterns: "_" is a blank, "-" a blank or a hyphen.
_WRITTEN = {
    "nautical mile": "nautical-miles?", "mile": "miles? mi", "kilometre": "kilometers? kilometres? km kms",
    "metre": "meters? metres?", "foot": "feet foot ft", "inch": "inch inches", "yard": "yards?",
    "centimetre": "centimeters? centimetres? cm", "millimetre": "millimeters? millimetres? mm",
    "square mile": "square-miles? sq\\.?_mi", "square kilometre": "square-kilometers? square-kilometres? square-km sq\\.?_km km²",
    "square metre": "square-meters? square-metres? m²", "square foot": "square-feet square-foot sq\\.?_ft",
    "square yard": "square-yards?", "acre": "acres?", "hectare": "hectares?",
    "kilogram": "kilograms? kilos? kg kgs", "gram": "grams?", "pound": "pounds? lbs? lb", "ounce": "ounces? oz", "ton": "tons? tonnes?",
    "mile per hour": "mph miles\\s+per\\s+hour miles_an_hour",
    "kilometre per hour": "kph km/h kilometers_per_hour kilometres_per_hour",
    "knot": "knots", "metre per second": "m/s meters_per_second metres_per_second",
    "litre": "liters? litres?", "gallon": "gallons?", "cubic metre": "cubic-meters? cubic-metres?", "cubic foot": "cubic-feet cubic-foot",
    "barrel": "barrels",
    "degree Celsius": "degrees?_Celsius degrees?_centigrade degrees?_C °_?C", "degree Fahrenheit": "degrees?_Fahrenheit degrees?_F °_?F",
    "degree": "degrees? °", "magnitude": "magnitude", "kilowatt": "kilowatts? kw", "megawatt": "megawatts? mw", "gigawatt": "gigawatts? gw",
}  # fmt: skip
_PATTERNS = {name: [part.replace("-", "[ -]").replace("_", " ") for part in written.split()] for name, written in _WRITTEN.items()}
_NAMES = [(name, re.compile("|".join(parts), re.IGNORECASE)) for name, parts in _PATTERNS.items()]
WORDS = "|".join(sorted((part for parts in _PATTERNS.values() for part in parts), key=len, reverse=True))  # a pattern; case aside


@lru_cache(maxsize=256)
def named(words: str) -> str | None:
    """The unit's name; None where the words are no unit.

    >>> named("sq. ft"), named("mph"), named("miles an hour"), named("°F"), named("people")
    ('square foot', 'mile per hour', 'mile per hour', 'degree Fahrenheit', None)
    """
    return next((name for name, pattern in _NAMES if pattern.fullmatch(words)), None)


def common(value: float, unit: str) -> tuple[str, float]:
    """What is measured, and the value in the common unit; a unit that is not in the table stands for itself.

    >>> common(10, "mile"), common(212, "degree Fahrenheit")[1].__round__(6), common(3, "USD")
    (('length', 16093.44), 100.0, ('USD', 3.0))
    """
    known = UNITS.get(unit)
    return (known.kind, value * known.factor + known.offset) if known else (unit, float(value))


# A greater unit with a smaller one behind it is one value; how many of the smaller make one of the greater.
_SMALLER = (
    ("feet foot ft", r"inch(?:es)?|in\.|ins?(?= tall)", 12.0), ("pounds? lbs?", "ounces?|oz", 16.0), ("stone", "pounds?|lbs?", 14.0),
    ("years? yrs?", "months?", 12.0), ("months?", "days?", 30.4375), ("weeks?", "days?", 7.0), ("days?", "hours?|hrs?", 24.0),
    ("hours? hrs?", "minutes?|mins?", 60.0), ("minutes? mins?", "seconds?|secs?", 60.0),
    ("metres? meters?", "centimet(?:er|re)s?|cm", 100.0),
)  # fmt: skip
_FEW = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_TAIL = {
    greater: re.compile(rf"(?:,? (?:and )?|-)(?P<count>\d{{1,2}}(?:\.\d+)?|{'|'.join(_FEW)})[ -](?:{smaller})(?!\w)", re.IGNORECASE)
    for greater, smaller, _ in _SMALLER
}
_BARE_INCHES = re.compile(
    r"(?:-(?P<joined>1[01]|\d)(?![\w-])| (?P<count>1[01]|\d)(?=[,.;)]|$| tall\b))(?!\.\d)"
)  # "6-foot-3", "6 feet 3 tall"
LEEWAY = 0.1  # of a value, at most: "about 40" is 36 to 44


def rest(text: str, at: int, unit: str) -> tuple[float, int] | None:
    """What a smaller unit adds to a value whose words, with its unit, end at `at`, and where the words of the smaller one end.

    >>> rest("6 feet, 3 inches tall", 6, "feet"), rest("5-foot-6 sailor", 6, "foot"), rest("two hours and 15 boats", 9, "hours")
    ((0.25, 16), (0.5, 8), None)
    """
    for greater, _, times in _SMALLER:
        if re.fullmatch(greater.replace(" ", "|"), unit, re.IGNORECASE):
            found = _TAIL[greater].match(text, at) or (_BARE_INCHES.match(text, at) if greater.startswith("feet") else None)
            if found:
                count = (found["count"] or found["joined"]).lower()
                return (_FEW.index(count) + 1 if count in _FEW else float(count)) / times, found.end()
    return None


def leeway(value: float) -> float:
    """How far a number with "about" before it may lie from the true one: half of the last digit that it is printed with.

    >>> leeway(1.6).__round__(4), leeway(40), leeway(1500), leeway(3.8e9).__round__(4)
    (0.05, 4.0, 50.0, 50000000.0)
    """
    printed = f"{abs(value):.6f}".rstrip("0")
    if not printed.endswith("."):
        place = 10.0 ** -(len(printed) - printed.index(".") - 1)
    else:
        whole = printed[:-1]
        place = 10.0 ** (len(whole) - len(whole.rstrip("0")))
    return min(place / 2, LEEWAY * abs(value))
