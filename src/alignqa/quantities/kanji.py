"""Japanese numerals as they are written: 12, 1億2,345万, 百二十万, 二〇一八."""

from __future__ import annotations

import re
from fractions import Fraction

DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0}
SMALL = {"十": 10, "百": 100, "千": 1000}
# Old ways to write 二十 and 三十.
TENS = {"廿": 20, "卅": 30}
LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
# No numeral that anyone writes is longer.
_LONGEST = 40
_PIECE = re.compile(r"(?P<digits>[\d,]*\.?\d+)|(?P<kanji>[〇零一二三四五六七八九]+)|(?P<power>\S)")


def numeral_value(numeral: str) -> Fraction | None:
    """The value of a numeral of ASCII digits and kanji, `None` if it is not well formed.

    Digits of either kind multiply the power that follows them; powers of a myriad fall from left
    to right: 1億2,345万 is well formed, 2万1億 is not.
    """
    if len(numeral) > _LONGEST:
        return None
    total, section, current = Fraction(0), Fraction(0), None
    last_large, last_small = 10**16, 10**4
    for match in _PIECE.finditer(numeral.replace(" ", "")):
        piece = match.group()
        if match["digits"] or match["kanji"]:
            if current is not None:
                return None
            digits = piece.replace(",", "")
            if match["kanji"]:
                digits = "".join(str(DIGITS[c]) for c in piece)
            current = Fraction(digits)
        elif piece in TENS:
            if current is not None or last_small <= 10:
                return None
            section, last_small = section + TENS[piece], 10
        elif piece in SMALL:
            if SMALL[piece] >= last_small:
                return None
            last_small = SMALL[piece]
            section += (1 if current is None else current) * SMALL[piece]
            current = None
        elif piece in LARGE:
            if LARGE[piece] >= last_large:
                return None
            last_large, last_small = LARGE[piece], 10**4
            section += current or 0
            total += (section or 1) * LARGE[piece]
            section, current = Fraction(0), None
        else:
            return None
    return total + section + (current or 0)


def kanji_numeral(value: int) -> str:
    """120万 → 百二十万: an integer of 1 to 10¹⁶ in kanji with powers.

    Raises:
        ValueError: if it is out of that range.
    """
    if not 0 < value < 10**16:
        raise ValueError(f"no kanji numeral for {value}")
    words = ""
    for name, size in (("兆", 10**12), ("億", 10**8), ("万", 10**4), ("", 1)):
        part, value = divmod(value, size)
        if part:
            words += _below_myriad(part) + name
    return words


def _below_myriad(value: int) -> str:
    words = ""
    for name, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, value = divmod(value, size)
        if digit:
            words += ("" if digit == 1 and name else "〇一二三四五六七八九"[digit]) + name
    return words


def positional_numeral(value: int) -> str:
    """2018 → 二〇一八."""
    return "".join("〇一二三四五六七八九"[int(d)] for d in str(value))


def myriad_numeral(value: int) -> str:
    """1200000 → 120万, 123450000 → 1億2345万: ASCII digits with powers of a myriad."""
    words = ""
    for name, size in (("兆", 10**12), ("億", 10**8), ("万", 10**4), ("", 1)):
        part, value = divmod(value, size)
        if part:
            words += f"{part}{name}"
    return words or "0"
