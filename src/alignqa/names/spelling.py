"""Names in the form in which their sounds are compared: Latin letters folded, kana in morae."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart.
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_NOT_A_LETTER = re.compile(r"[^a-z]")
_NOT_KATAKANA = re.compile(r"[^ァ-ヺー]")
_MORA = re.compile(r"[ァ-ヺー][ァィゥェォャュョヮ]?")
_HIRAGANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}


@lru_cache(maxsize=100_000)
def latin_letters(name: str) -> str:
    """The letters a–z of a name, lower-cased, without marks: `Müller-Lüdenscheidt` →
    `mullerludenscheidt`."""
    apart = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    return _NOT_A_LETTER.sub("", apart)


@lru_cache(maxsize=100_000)
def morae(kana: str) -> tuple[str, ...]:
    """The sounds of a name in kana of either kind or width: `ミヒャエル` → ミ, ヒャ, エ, ル."""
    katakana = unicodedata.normalize("NFKC", kana).translate(_HIRAGANA)
    return tuple(_MORA.findall(_NOT_KATAKANA.sub("", katakana)))
