"""Units of measure: one name for each, what it measures, and how much that is in the unit that all of its kind are compared in.

Words of a text come in; the unit's name goes out, or a value in the common unit. A table, and no library: `pint` takes 0.93
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
