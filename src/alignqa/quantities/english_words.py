"""The English words that say numbers, months, currencies and units."""

from __future__ import annotations

from fractions import Fraction

from alignqa.quantities.quantity import Kind
from alignqa.quantities.units import POUND
from alignqa.quantities.words_in_a_row import in_a_row

ONES = {
    word: value
    for value, word in enumerate(
        in_a_row(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen"
        )
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        in_a_row("twenty thirty forty fifty sixty seventy eighty ninety"), start=2
    )
} | {"fourty": 40}
SCALES = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
# Short for a scale when written against the digits: "$3bn", "5k".
SHORT_SCALES = {
    "k": 10**3,
    "mn": 10**6,
    "mm": 10**6,
    "mil": 10**6,
    "m": 10**6,
    "bn": 10**9,
    "b": 10**9,
    "tn": 10**12,
}
ORDINALS = {
    word: value
    for value, word in enumerate(
        in_a_row(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
        ),
        start=1,
    )
} | {
    word: 10 * value
    for value, word in enumerate(
        in_a_row("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"),
        start=2,
    )
}
LARGE_ORDINALS = {"hundredth": 100, "thousandth": 1000, "millionth": 10**6}
DENOMINATORS = (
    {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
    | {word: value for word, value in ORDINALS.items() if value > 2}
    | {word + "s": value for word, value in ORDINALS.items() if value > 2}
)
# "dozens" and the like: an order of magnitude.
FUZZY = {
    "tens": 10,
    "scores": 10,
    "dozens": 10,
    "decades": 10,
    "hundreds": 100,
    "thousands": 10**3,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
}
FEW = frozenset({"several", "few", "many"})
DECADES = {
    word: 10 * value
    for value, word in enumerate(
        in_a_row("twenties thirties forties fifties sixties seventies eighties nineties"), start=2
    )
}
# The eras of Japan as they are spelled in Latin letters, with the year before their first.
ERAS = {"meiji": 1867, "taisho": 1911, "showa": 1925, "heisei": 1988, "reiwa": 2018}
DETERMINERS = frozenset(
    in_a_row(
        "the a an one this that his her its their our my your every each and or in on for was is"
    )
)
# Words that may stand for a number, and whose absence says nothing.
WEAK_WORDS: dict[str, tuple[Kind, Fraction, str | None]] = {
    "initial": (Kind.ORDINAL, Fraction(1), None),
    "once": (Kind.NUMBER, Fraction(1), "times"),
    "twice": (Kind.NUMBER, Fraction(2), "times"),
    "thrice": (Kind.NUMBER, Fraction(3), "times"),
    "double": (Kind.MULTIPLE, Fraction(2), None),
    "doubled": (Kind.MULTIPLE, Fraction(2), None),
    "doubles": (Kind.MULTIPLE, Fraction(2), None),
    "doubling": (Kind.MULTIPLE, Fraction(2), None),
    "triple": (Kind.MULTIPLE, Fraction(3), None),
    "tripled": (Kind.MULTIPLE, Fraction(3), None),
    "triples": (Kind.MULTIPLE, Fraction(3), None),
    "quadruple": (Kind.MULTIPLE, Fraction(4), None),
    "half": (Kind.FRACTION, Fraction(1, 2), None),
    "halved": (Kind.FRACTION, Fraction(1, 2), None),
    "quarter": (Kind.FRACTION, Fraction(1, 4), None),
    "both": (Kind.NUMBER, Fraction(2), None),
    "pair": (Kind.NUMBER, Fraction(2), None),
    "couple": (Kind.NUMBER, Fraction(2), None),
    "twin": (Kind.NUMBER, Fraction(2), None),
    "twins": (Kind.NUMBER, Fraction(2), None),
    "duo": (Kind.NUMBER, Fraction(2), "person"),
    "trio": (Kind.NUMBER, Fraction(3), "person"),
    "triplets": (Kind.NUMBER, Fraction(3), "person"),
    "quartet": (Kind.NUMBER, Fraction(4), None),
    "dozen": (Kind.NUMBER, Fraction(12), None),
    "decade": (Kind.NUMBER, Fraction(10), "year"),
    "century": (Kind.NUMBER, Fraction(100), "year"),
    "fortnight": (Kind.NUMBER, Fraction(2), "week"),
    "noon": (Kind.HOUR, Fraction(12), None),
    "midday": (Kind.HOUR, Fraction(12), None),
    "midnight": (Kind.HOUR, Fraction(0), None),
    "teen": (Kind.DECADE, Fraction(10), None),
    "teens": (Kind.DECADE, Fraction(10), None),
    "teenage": (Kind.DECADE, Fraction(10), None),
    "teenager": (Kind.DECADE, Fraction(10), None),
    "teenagers": (Kind.DECADE, Fraction(10), None),
}
MONTH_NAMES = in_a_row(
    "January February March April May June July August September October November December"
)
MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, start=1)}
MONTH_ABBREVIATIONS = {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
MONTH_ABBREVIATIONS["sept"] = 9
del MONTH_ABBREVIATIONS["may"]

CURRENCY_SYMBOLS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "￥": "JPY",
    "₩": "KRW",
    "₹": "INR",
}
# Words before "$" that name another dollar.
DOLLARS = {"us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "hk": "HKD", "nt": "TWD"}
CURRENCY_CODES = {
    code.lower(): code
    for code in in_a_row("JPY USD EUR GBP CNY KRW CAD AUD INR CHF HKD TWD RUB SGD NZD")
}
CURRENCY_WORDS = {
    "dollar": "USD",
    "dollars": "USD",
    "yen": "JPY",
    "euro": "EUR",
    "euros": "EUR",
    "won": "KRW",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupees": "INR",
    "francs": "CHF",
    "rubles": "RUB",
    "roubles": "RUB",
    "p": "PENCE",
    "pence": "PENCE",
    "cents": "CENT",
    "cent": "CENT",
} | CURRENCY_CODES
UNITS: dict[str, str] = {
    word: unit
    for unit, words in {
        "ns": "ns nanosecond nanoseconds",
        "us": "microsecond microseconds",
        "ms": "ms msec msecs millisecond milliseconds",
        "second": "second seconds sec secs",
        "minute": "minute minutes min mins",
        "hour": "hour hours hr hrs",
        "day": "day days",
        "week": "week weeks wk wks",
        "month": "month months",
        "year": "year years yr yrs",
        "mm": "mm millimeter millimeters millimetre millimetres",
        "cm": "cm centimeter centimeters centimetre centimetres",
        "m": "m meter meters metre metres",
        "km": "km kilometer kilometers kilometre kilometres kilometer",
        "inch": "inch inches",
        "foot": "foot feet ft",
        "yard": "yard yards",
        "mile": "mile miles",
        "nm": "nm nanometer nanometers nanometre nanometres",
        "um": "μm µm um micrometer micrometers micrometre micrometres micron microns",
        "ug": "μg µg ug mcg microgram micrograms",
        "mg": "mg milligram milligrams",
        "g": "g gram grams",
        "kg": "kg kilo kilos kilogram kilograms",
        "ton": "ton tons tonne tonnes",
        "ounce": "ounce ounces oz",
        "lb": "lb lbs",
        POUND: "pound pounds",
        "ml": "ml milliliter milliliters",
        "litre": "l liter liters litre litres",
        "dl": "dl deciliter deciliters decilitre decilitres",
        "kl": "kl kiloliter kiloliters kilolitre kilolitres",
        "gallon": "gallon gallons",
        "hPa": "hpa hectopascal hectopascals millibar millibars",
        "kPa": "kpa kilopascal kilopascals",
        "mmHg": "mmhg",
        "Hz": "hz hertz",
        "kHz": "khz kilohertz",
        "MHz": "mhz megahertz",
        "GHz": "ghz gigahertz",
        "kWh": "kwh",
        "MWh": "mwh",
        "hectare": "hectare hectares",
        "acre": "acre acres",
        "mph": "mph",
        "kmh": "kph kmh",
        "MB": "mb mbs megabyte megabytes",
        "GB": "gb gbs gigabyte gigabytes",
        "TB": "tb tbs terabyte terabytes",
        "KB": "kb kbs kilobyte kilobytes",
        "W": "watt watts",
        "kW": "kw kilowatt kilowatts",
        "MW": "mw megawatt megawatts",
        "GW": "gw gigawatt gigawatts",
        "person": (
            "people persons person men women man woman boys girls boy girl children child kids "
            "students student pupils players workers employees soldiers officers patients "
            "victims passengers residents adults teachers doctors nurses brothers sisters friends"
        ),
        "times": "times time",
    }.items()
    for word in words.split()
}
SQUARED = {
    "meter": "m2",
    "meters": "m2",
    "metre": "m2",
    "metres": "m2",
    "kilometer": "km2",
    "kilometers": "km2",
    "kilometres": "km2",
    "feet": "sqft",
    "foot": "sqft",
    "mile": "sqmile",
    "miles": "sqmile",
}
# Spans of years that count as a unit of several years each.
LONG_UNITS = {
    "decades": 10,
    "decade": 10,
    "centuries": 100,
    "century": 100,
}
# Before digits, these say only that something is numbered: "No.5", "Top 10".
PLAIN_PREFIXES = frozenset(
    in_a_row("no nos top max min vol part page p pp step phase level lesson type fy am pm")
)
