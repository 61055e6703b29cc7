"""Units that both languages name, and how one converts into another."""

from __future__ import annotations

from fractions import Fraction

from alignqa.quantities.words_in_a_row import in_a_row

# unit → (dimension, its size in the dimension's smallest unit here)
_SIZES: dict[str, tuple[str, Fraction]] = {
    name: (dimension, Fraction(size))
    for dimension, sizes in {
        "time": {
            "ns": "0.000000001",
            "us": "0.000001",
            "ms": "0.001",
            "second": "1",
            "minute": "60",
            "hour": "3600",
            "day": "86400",
            "week": "604800",
            "month": "2629800",
            "quarter": "7889400",
            "year": "31557600",
        },
        "length": {
            "nm": "0.000000001",
            "um": "0.000001",
            "mm": "0.001",
            "cm": "0.01",
            "m": "1",
            "km": "1000",
            "inch": "0.0254",
            "foot": "0.3048",
            "yard": "0.9144",
            "mile": "1609.344",
        },
        "mass": {
            "ug": "0.000001",
            "mg": "0.001",
            "g": "1",
            "kg": "1000",
            "ton": "1000000",
            "ounce": "28.35",
            "lb": "453.592",
        },
        "volume": {"ml": "0.001", "dl": "0.1", "litre": "1", "kl": "1000", "gallon": "3.785"},
        "pressure": {"hPa": "1", "kPa": "10", "mmHg": "1.33322"},
        "frequency": {"Hz": "1", "kHz": "1000", "MHz": "1000000", "GHz": "1000000000"},
        "area": {
            "m2": "1",
            "km2": "1000000",
            "are": "100",
            "hectare": "10000",
            "acre": "4046.86",
            "sqft": "0.0929",
            "sqmile": "2589988",
        },
        "speed": {"kmh": "1", "mph": "1.609344"},
        "power": {"W": "1", "kW": "1000", "MW": "1000000", "GW": "1000000000"},
        "energy": {"kWh": "1", "MWh": "1000"},
        "data": {"KB": "1", "MB": "1000", "GB": "1000000", "TB": "1000000000"},
    }.items()
    for name, size in sizes.items()
}

CURRENCIES = frozenset(
    in_a_row("JPY USD EUR GBP CNY KRW CAD AUD INR CHF HKD TWD RUB SGD NZD CENT PENCE")
)


# Things are counted, whatever they are.
COUNT = "count"
# What pays in London and weighs in New York; キロ, which measures ways, weights and speeds.
POUND, KILO = "pound", "kilo"
_MAY_BE = {POUND: ("GBP", "lb"), KILO: ("km", "kg", "kmh")}
# Degrees of heat do not begin at the same point.
CELSIUS, FAHRENHEIT = "degree", "F"
_HEAT = frozenset({CELSIUS, FAHRENHEIT})
# So many degrees off is a matter of rounding.
_NEAR = 1
# ポイント is a score or a part of a hundred; English has both for plain numbers.
POINT = "point"
# 度 counts times and degrees.
TURN = "turn"
# The half of the day of an hour.
AM, PM = "am", "pm"
_COUNTABLE = frozenset({COUNT, "person", "times"})


def conflict(unit: str | None, other: str | None) -> bool:
    """The two units are both known and cannot measure the same thing."""
    if unit is None or other is None or unit == other:
        return False
    if COUNT in {unit, other}:
        return not {unit, other} <= _COUNTABLE
    if TURN in {unit, other}:
        return not {unit, other} <= {TURN, "times"} | _HEAT
    return not any(
        dimension(one) == dimension(another)
        for one in _readings(unit)
        for another in _readings(other)
    )


def _readings(unit: str | None) -> tuple[str | None, ...]:
    """The units that a word may stand for."""
    return _MAY_BE.get(unit or "", (unit,))


def are_one(unit: str | None, other: str | None) -> bool:
    """The two units may be the same."""
    return not set(_readings(unit)).isdisjoint(_readings(other))


def are_apart(unit: str | None, other: str | None) -> bool:
    """Both say in what they measure, and neither can be the other."""
    if not (is_measure(unit) and is_measure(other)):
        return False
    return not are_one(unit, other)


def dimension(unit: str | None) -> str | None:
    """What a unit measures; an unknown unit measures itself."""
    if unit is None:
        return None
    if unit in CURRENCIES:
        return "money"
    if unit in _HEAT:
        return "heat"
    return _SIZES[unit][0] if unit in _SIZES else unit


def is_measure(unit: str | None) -> bool:
    """Whether it is a measure or a currency, not a word for what is counted."""
    return unit is not None and (
        unit in _SIZES or unit in CURRENCIES or unit in _MAY_BE or unit in _HEAT
    )


def converts(value: Fraction, unit: str | None, other_value: Fraction, other: str | None) -> bool:
    """The two amounts are the same but for rounding, in different units of one dimension."""
    if unit == other:
        return False
    if FAHRENHEIT in {unit, other} and {unit, other} <= _HEAT | {TURN}:
        fahrenheit, celsius = (value, other_value) if unit == FAHRENHEIT else (other_value, value)
        return abs((fahrenheit - 32) * Fraction(5, 9) - celsius) <= _NEAR
    return any(
        _is_as_large(value, one, other_value, another)
        for one in _readings(unit)
        for another in _readings(other)
    )


def _is_as_large(
    value: Fraction, unit: str | None, other_value: Fraction, other: str | None
) -> bool:
    if unit not in _SIZES or other not in _SIZES or unit == other:
        return False
    (kind, size), (other_kind, other_size) = _SIZES[unit], _SIZES[other]
    if kind != other_kind or not value or not other_value:
        return False
    ratio = (value * size) / (other_value * other_size)
    return Fraction(94, 100) < ratio < Fraction(106, 100)
