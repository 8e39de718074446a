"""The table of units against a well-kept library of units."""

import pint
import pytest

from samestory import units

_IN_PINT = {"ton": "tonne", "degree Celsius": "degC", "degree Fahrenheit": "degF", "barrel": "oil_barrel", "knot": "knot"}
_BASES = {"length": "m", "area": "m**2", "mass": "kg", "speed": "m/s", "volume": "m**3", "temperature": "degC", "power": "W"}
REGISTRY = pint.UnitRegistry()


@pytest.mark.parametrize("unit", [unit for unit in units.UNITS.values() if unit.kind in _BASES], ids=lambda unit: unit.name)
def test_each_unit_is_what_pint_says(unit):
    squared = unit.name.replace("square ", "square_").replace("cubic ", "cubic_").replace(" per ", " / ").replace("nautical ", "nautical_")
    theirs = _IN_PINT.get(unit.name) or squared.replace("square_", "sq_").replace("cubic_", "cu_")
    power = 2 if "square" in unit.name else 3 if "cubic" in unit.name else 1
    name = theirs.removeprefix("sq_").removeprefix("cu_")
    made = REGISTRY.Quantity(10, name) if power == 1 else REGISTRY.Quantity(10, f"{name}**{power}")
    kind, value = units.common(10, unit.name)
    assert kind == unit.kind
    assert value == pytest.approx(made.to(_BASES[kind]).magnitude, rel=1e-5)  # pint has the acre of US surveys


@pytest.mark.parametrize("words", ["miles per hour", "sq. km", "square-foot", "°C", "lbs", "tonnes"])
def test_words_name_a_unit(words):
    assert units.named(words) in units.UNITS
