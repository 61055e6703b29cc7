"""Writes a value the way another quantity is written: what a translation should have said."""

from __future__ import annotations

import re
from fractions import Fraction

from alignqa.message import told
from alignqa.quantities.english_words import (
    MONTH_NAMES,
    ONES,
    ORDINALS,
    SCALES,
    SHORT_SCALES,
    TENS,
)
from alignqa.quantities.japanese_scanner import KANJI
from alignqa.quantities.japanese_words import ERA_LENGTHS, ERAS
from alignqa.quantities.kanji import kanji_numeral, myriad_numeral, positional_numeral
from alignqa.quantities.quantity import Kind, Quantity
from alignqa.text import Lang

# 149円50銭
_SEN = re.compile(r"円\d+(?:銭)?")
_HUNDREDTHS = frozenset(n for n in range(1, 101) if 100 % n == 0)
_LATIN_WORD = re.compile(r"[A-Za-z]{3}")
# The letter of "a.m." or "pm".
_HALF = re.compile(r"\b[ap](?=\.?m)|(?<=\d)[ap](?=m)", re.IGNORECASE)
_TO_FULL_WIDTH = {ord(c): ord(c) + 0xFEE0 for c in "0123456789.,"}
_ORDINAL_WORDS = {value: word for word, value in ORDINALS.items()}
_OCCURRENCES = {"once": 1, "twice": 2, "thrice": 3}
_OCCURRENCES_BY_NUMBER = {1: "once", 2: "twice"}
_CARDINAL_WORDS = {value: word for word, value in {**ONES, **TENS}.items() if word != "fourty"}


def rewritten(text: str, quantity: Quantity, source: Quantity, lang: Lang) -> str | None:
    """The words of `quantity` in `text` with the value of `source` in their place.

    `None` where the value cannot be written in their style.
    """
    span, core = quantity.span, quantity.core
    head, tail = text[span.start : core.start], text[core.end : span.end]
    value = source.value
    if quantity.kind.is_clock and quantity.kind is Kind.HOUR:
        return _hour(head, tail, value, quantity)
    own = (value - quantity.offset) / quantity.scale
    if head in ERAS and not 1 <= own <= ERA_LENGTHS[head]:
        return f"{_plain(value)}年"
    if own <= 0 and value > 0:
        own, head = value, head if quantity.kind is not Kind.DECADE else ""
    if quantity.kind is Kind.FUZZY or quantity.kind is Kind.FRACTION:
        return _fraction(value, lang) if quantity.kind is Kind.FRACTION else None
    # English that was left in a Japanese text stays English.
    is_english = lang is Lang.ENGLISH or _LATIN_WORD.search(core.of(text)) is not None
    written = (
        _english(own, core.of(text), quantity.kind)
        if is_english
        else _japanese(own, core.of(text), source)
    )
    return None if written is None else head + written + tail


def plain(quantity: Quantity) -> str:
    """The value for a message: 1,200,000; 30%; 2/3; month 3."""
    value = quantity.value
    if quantity.kind is Kind.PERCENT:
        return f"{_plain(value)}%"
    if quantity.kind is Kind.FUZZY:
        return told("some {value}s", value=_grouped(value))
    if quantity.kind in {Kind.YEAR, Kind.LABEL}:
        return _plain(value)
    if quantity.kind is Kind.MONTH and 1 <= value <= 12:
        return told("{month_name}", month_name=MONTH_NAMES[int(value) - 1], month=int(value))
    if quantity.kind is Kind.DECADE:
        return told("{year}s", year=_plain(value))
    return _grouped(value)


def normalised(value: Fraction) -> int | float | str:
    """A value in JSON's types: exact where JSON can say it, else a fraction as "2/3"."""
    if value.denominator == 1:
        return value.numerator
    return float(value) if _is_decimal(value) else str(value)


def _is_decimal(value: Fraction) -> bool:
    denominator = value.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    return denominator == 1


def _plain(value: Fraction) -> str:
    if value.denominator == 1:
        return str(value.numerator)
    if not _is_decimal(value):
        return str(value)
    return f"{float(value):.10f}".rstrip("0").rstrip(".")


def _grouped(value: Fraction) -> str:
    if value.denominator != 1 and not _is_decimal(value):
        return str(value)
    whole, _, rest = _plain(value).partition(".")
    return f"{int(whole):,}" + (f".{rest}" if rest else "")


def _hour(head: str, tail: str, value: Fraction, quantity: Quantity) -> str | None:
    hour = int(value) % 24
    if head in {"午前", "午後"}:
        return f"{'午前' if hour < 12 else '午後'}{hour if hour <= 12 else hour - 12}{tail}"
    if _HALF.search(tail):
        turned = _HALF.sub(lambda m: _like(m.group(), "a" if hour < 12 else "p"), tail, count=1)
        return f"{hour % 12 or 12}{turned}"
    if quantity.offset:
        return str(hour - 12 if hour > 12 else hour) + tail
    return str(hour) + tail


def _like(model: str, letter: str) -> str:
    return letter.upper() if model.isupper() else letter


def _fraction(value: Fraction, lang: Lang) -> str | None:
    if value.denominator == 1 or value.denominator > 100:
        return None
    if lang is Lang.JAPANESE:
        return f"{value.denominator}分の{value.numerator}"
    top, bottom = value.numerator, value.denominator
    if top not in _CARDINAL_WORDS or not (bottom in _ORDINAL_WORDS or bottom == 2):
        return f"{top}/{bottom}"
    name = {2: "half", 4: "quarter"}.get(bottom) or _ORDINAL_WORDS[bottom]
    plural = "" if top == 1 else "s"
    return f"{_CARDINAL_WORDS[top]}-{name}{plural}"


def _english(value: Fraction, like: str, kind: Kind) -> str | None:
    if kind is Kind.MONTH:
        return _month(value, like)
    if kind is Kind.ORDINAL or kind is Kind.CENTURY or re.search(r"\d(st|nd|rd|th)$", like):
        return _english_ordinal(value, like)
    digits = like[:1].isdigit() or like[:1] == "."
    scale = re.search(r"[A-Za-z]+$", like)
    if like.lower() in _OCCURRENCES and value.denominator == 1 and value < 100:
        times = _OCCURRENCES_BY_NUMBER.get(int(value)) or f"{english_words(int(value))} times"
        return _cased(times, like)
    if not digits:
        if value.denominator == 1 and value < 100:
            return _cased(english_words(int(value)), like)
        scale = None
    if scale is not None or (not digits and value >= 10**6):
        return _scaled(value, like, scale.group() if scale else "")
    if kind in {Kind.YEAR, Kind.DECADE, Kind.LABEL} or value < 1000:
        return _plain(value)
    return _grouped(value)


def _month(value: Fraction, like: str) -> str:
    if like.isdigit():
        return _plain(value).zfill(len(like)) if like.startswith("0") else _plain(value)
    name = MONTH_NAMES[int(value) - 1] if 1 <= value <= 12 else _plain(value)
    return name[:3] if len(like) == 3 and like != "May" else name


def _english_ordinal(value: Fraction, like: str) -> str | None:
    if value.denominator != 1 or value <= 0:
        return None
    number = int(value)
    if like[0].isdigit():
        if like.isdigit():
            return str(number)
        ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{'th' if number % 100 in {11, 12, 13} else ending}"
    if number in _ORDINAL_WORDS:
        return _cased(_ORDINAL_WORDS[number], like)
    if number < 100:
        word = f"{_CARDINAL_WORDS[number - number % 10]}-{_ORDINAL_WORDS[number % 10]}"
        return _cased(word, like)
    return _english_ordinal(value, "1st")


def _cased(word: str, like: str) -> str:
    return word[0].upper() + word[1:] if like[:1].isupper() else word


def _scaled(value: Fraction, like: str, word: str) -> str:
    """1.2 million like "12 million"; a scale that suits the value."""
    gap = " " if " " in like or not word else ("-" if "-" in like else "")
    short = word.lower() in SHORT_SCALES and word.lower() not in SCALES
    own = SHORT_SCALES.get(word.lower()) if short else SCALES.get(word.lower())
    names = {"k": 10**3, "m": 10**6, "bn": 10**9, "tn": 10**12} if short else SCALES
    if own and 1 <= value / own < 1000:
        return f"{_plain(value / own)}{gap}{word}"
    for name, size in sorted(names.items(), key=lambda item: -item[1]):
        if value >= size and (size > 1000 or short):
            figure = value / size
            if _is_decimal(figure) and len(_plain(figure)) <= 6:
                return f"{_plain(figure)}{gap}{name}"
    return _grouped(value)


def english_words(value: int) -> str:
    """An integer of 0 to 10¹⁵ - 1 in English words: "one hundred and twenty-three"."""
    if value in _CARDINAL_WORDS:
        return _CARDINAL_WORDS[value]
    if value < 100:
        return f"{_CARDINAL_WORDS[value - value % 10]}-{_CARDINAL_WORDS[value % 10]}"
    if value < 1000:
        rest = value % 100
        return f"{english_words(value // 100)} hundred" + (
            f" and {english_words(rest)}" if rest else ""
        )
    for name, size in sorted(SCALES.items(), key=lambda item: -item[1]):
        if value >= size:
            above, rest = divmod(value, size)
            joint = " and " if 0 < rest < 100 else " "
            return f"{english_words(above)} {name}" + (joint + english_words(rest) if rest else "")
    raise ValueError(f"not an integer of 0 or more: {value}")


def _japanese(value: Fraction, like: str, source: Quantity) -> str | None:
    whole = value.denominator == 1
    if not whole and not _is_decimal(value):
        return None
    if not re.search(rf"[0-9０-９元{KANJI}]", like):
        return None  # 倍, 最初
    if not re.search(r"[0-9０-９]", like):
        if whole and value > 0:
            number = int(value)
            if len(like) > 1 and not re.search("[十百千万億兆]", like):
                return positional_numeral(number)
            if like != "元":
                return kanji_numeral(number) if number < 10**16 else None
        like = "0"
    if _SEN.search(like) and value.denominator in _HUNDREDTHS:
        sen = int(value % 1 * 100)
        return _japanese_digits(value // 1 * Fraction(1), like, source) + f"円{sen:02}銭"
    written = _japanese_digits(value, like, source)
    return written.translate(_TO_FULL_WIDTH) if re.search("[０-９]", like) else written


def _japanese_digits(value: Fraction, like: str, source: Quantity) -> str:
    is_date = source.kind.is_date or source.kind is Kind.DECADE
    if value < 10**4 or is_date:
        if re.search("[，,]", like) and value >= 1000:
            return _grouped(value)
        return _plain(value)
    if re.search("[万億兆]", like) or re.search("[,，]", like) is None:
        for name, size in (("兆", 10**12), ("億", 10**8), ("万", 10**4)):
            figure = value / size
            if value >= size:
                if len(_plain(figure)) <= 5 and (
                    figure.denominator == 1 or "." in like or "．" in like
                ):
                    return _plain(figure) + name
                break
        if value.denominator == 1:
            return myriad_numeral(int(value))
    return _grouped(value)
