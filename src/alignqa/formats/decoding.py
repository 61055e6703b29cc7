"""Bytes to text.

UTF-8 and whatever carries a byte order mark are certain. The other encodings of Japanese are not:
most Shift_JIS bytes are also some EUC-JP text. Every candidate that decodes without an error is
read, and the one whose characters look most like what people write is taken.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from pathlib import Path

from alignqa.errors import UnreadableFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32's mark begins with UTF-16's.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# ISO-2022-JP is ASCII with these: "from here on, two bytes a character" (or a one-byte set).
_JIS_ESCAPE = re.compile(rb"\x1b(?:\$[@B(]|\([JI])")
_ISO_2022 = ("iso2022_jp_ext", "iso2022_jp_2004")
# In order of preference where two look alike.
_LEGACY = ("cp932", "euc_jp", "euc_jis_2004", "cp1252")
_UTF_16 = ("utf-16-le", "utf-16-be")
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"\xfd7zXZ")

# So many characters beyond ASCII tell enough.
_SAMPLE = 4_000
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_TWO_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]{2}")
_KANA = re.compile(r"[ぁ-んァ-ヶ]")
# Below this the text is not what its bytes were meant to be.
_PLAUSIBLE = 0.4
_TYPOGRAPHY = frozenset("‘’“”–—…•€£©®™°·§½¼¾×\N{NO-BREAK SPACE}")


def decode(data: bytes, path: Path) -> str:
    """A file's bytes as text, its line ends made `\\n`.

    Raises:
        UnreadableFile: binary data, or an encoding that is not known here.
    """
    return _text(data, path).replace("\r\n", "\n").replace("\r", "\n")


def _text(data: bytes, path: Path) -> str:
    if data.startswith(_BINARY):
        raise UnreadableFile(_binary(path))
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strictly(data.removeprefix(mark), encoding)
            if text is None or "\0" in text:
                raise UnreadableFile(
                    f"{path} begins with the byte order mark of {encoding.upper()} but does not go "
                    "on in that encoding; save it as UTF-8."
                )
            return text
    if b"\0" in data:
        text = _most_plausible(data, _UTF_16)
        if text is None or "\0" in text or not _has_zero_bytes_above(text):
            raise UnreadableFile(_binary(path))
        return text
    if _JIS_ESCAPE.search(data) and data.isascii():
        for encoding in _ISO_2022:
            if (text := _strictly(data, encoding)) is not None:
                return text
    text = _strictly(data, "utf-8")
    if text is None:
        text = _most_plausible(data, (*_LEGACY, *_UTF_16))
    if text is None:
        raise UnreadableFile(_unknown(data, path))
    return text


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _most_plausible(data: bytes, encodings: tuple[str, ...]) -> str | None:
    """The reading that looks best, if any looks like text at all."""
    best, best_score = None, _PLAUSIBLE
    for encoding in encodings:
        text = _strictly(data, encoding)
        if text is not None and (score := _plausibility(text)) > best_score:
            best, best_score = text, score
    return best


def _plausibility(text: str) -> float:
    """How much the characters beyond ASCII look like English or Japanese as people write it.

    1 is kana, frequent kanji and common punctuation throughout; 0 or less is noise.
    """
    beyond = _BEYOND_ASCII.findall(text[: 20 * _SAMPLE])[:_SAMPLE]
    if not beyond:
        return 1.0
    has_kana = _KANA.search(text) is not None
    # English has few characters beyond ASCII, mostly one at a time; where they crowd, the bytes
    # were Japanese.
    neighbours = len(_TWO_BEYOND_ASCII.findall(text[: 20 * _SAMPLE]))
    is_english = len(beyond) <= 0.4 * len(text) and neighbours <= max(1, 0.1 * len(beyond))
    return sum(_weight(char, has_kana, is_english) for char in beyond) / len(beyond)


def _has_zero_bytes_above(text: str) -> bool:
    """Read as UTF-16, its zero bytes are the upper halves of ASCII, not the lower of anything else.

    A few characters of Japanese have a lower half of zero: 一 and the ideographic space.
    """
    below = sum(ord(char) & 0xFF == 0 for char in text if char not in "一\u3000")
    return below < sum(ord(char) < 0x100 for char in text)


@cache
def _weight(char: str, has_kana: bool, is_english: bool) -> float:
    code = ord(char)
    if 0x3041 <= code <= 0x30FF or char in "、。「」『』":
        return 1.0
    if 0x3000 <= code <= 0x303F or 0xFF01 <= code <= 0xFF5E:
        return 0.9
    if 0x4E00 <= code <= 0x9FFF:
        # A text of some length without any kana is seldom Japanese, and often bytes misread.
        return (1.0 if _is_frequent_kanji(char) else 0.2) * (1.0 if has_kana else 0.75)
    if 0xFF61 <= code <= 0xFF9F:
        return 0.3 if has_kana else 0.1
    if char in _TYPOGRAPHY or 0x2190 <= code <= 0x27BF:
        return 0.9 if is_english or has_kana else 0.4
    if 0xC0 <= code <= 0x24F and char.isalpha():
        return 0.9 if is_english else -0.5
    return -1.0 if code < 0xA0 or 0xE000 <= code <= 0xF8FF or not char.isprintable() else 0.0


def _is_frequent_kanji(char: str) -> bool:
    """JIS X 0208's first level: the 2,965 kanji in general use."""
    try:
        return 0xB0 <= char.encode("euc_jp")[0] <= 0xCF
    except UnicodeEncodeError:
        return False


def _binary(path: Path) -> str:
    return f"{path} holds binary data, not text; save it as plain text in UTF-8."


def _unknown(data: bytes, path: Path) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        readable = data.decode("utf-8", errors="ignore")
        if len(readable.encode()) >= 0.95 * len(data):
            line = data[: error.start].count(b"\n") + 1
            return f"{path}:{line} holds a byte that is not UTF-8; save the file as UTF-8."
    return (
        f"{path} is in none of the encodings that alignqa reads (UTF-8, UTF-16, Shift_JIS, EUC-JP, "
        "ISO-2022-JP, Windows-1252); save it as UTF-8."
    )
