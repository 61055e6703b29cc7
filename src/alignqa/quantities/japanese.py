"""Reads the quantities of a Japanese text.

One expression finds the numerals; what stands right before and behind each says what it counts.
Kanji numerals are believed only where the tokenizer says so or a counter follows, so that 一般,
三菱 and 千葉 stay words.
"""

from __future__ import annotations

import re
from fractions import Fraction

from alignqa.quantities.english_words import PLAIN_PREFIXES
from alignqa.quantities.japanese_amounts import AmountReader
from alignqa.quantities.japanese_dates import is_day
from alignqa.quantities.japanese_ranges import with_shared_units
from alignqa.quantities.japanese_scanner import KANJI
from alignqa.quantities.japanese_words import ERAS, SUFFIXES
from alignqa.quantities.kanji import LARGE, SMALL, numeral_value
from alignqa.quantities.quantity import Kind, Quantity

_DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|(?<![0-9A-Za-z_.:%])\.\d+"
# 四半期 is a word: 第2四半期 is the second.
_KANJI_RUN = rf"(?:(?!四半期)[{KANJI}])+"
_ITEM = re.compile(
    rf"""
    (?P<skip> https?://[!-~]+ | www\.[!-~]+ | [A-Za-z0-9_]{{1,40}}@[A-Za-z0-9.-]+ )
  | (?P<fuzzy> [数何幾] (?P<size> 10{{0,3}}[万億兆]? | [十百千]?[万億兆] | [十百千] )
        (?![\d一二三四五六七八九]) )
  | (?P<version> (?<![\d.]) \d+\.\d+\.\d+(?:\.\d+)* )
  | (?P<phone> (?<![\d-]) \d{{1,5}}[-・]\d{{1,5}}[-・]\d{{1,6}}(?:-\d+)* (?!\d) )
  | (?P<label> (?<![A-Za-z]) [A-Za-z]{{1,40}} -? \d+(?:\.\d+)* [A-Za-z]* )
  | (?P<trailed> (?<!\d) \d+ (?:[A-Za-z]{{1,5}})(?![A-Za-z]) )
  | (?P<numeral> (?: {_DIGITS} | {_KANJI_RUN} )
        (?: (?:(?<=\d)[ ](?=[千万億兆]))? {_KANJI_RUN}
            (?: (?<=[十百千万億兆])[ ]?(?:{_DIGITS}) )? )* )
  | (?P<gannen> (?:明治|大正|昭和|平成|令和)(?P<first>元)年 )
  | (?P<half> 初めて | 最初 | 初回 | 真っ先 | 先着 | 当初
        | (?<![当年太見])初(?=かつ|[のでだ、。一-龯ァ-ヶ])(?![期旬頭夏冬秋春心級歩老])
        | (?<![^、。\s]) まず (?![いかくけさそまみ]) | 先ず (?!先ず)
        | 第三者 | (?<![ァ-ヺー]) (?: サードパーティー? | セカンド(?!ハンド|バッ[クグ])
            | (?:ファースト|サード)(?![ァ-ヺー]) )
        | 半(?!ば端) | 両 | 倍 | ダブル | トリプル | 正午 | [前後]半(?!\d+分) | 双子 | ダース
        | 四半期 | 世紀 )
    """,
    re.VERBOSE,
)
_WEAK_WORDS: dict[str, tuple[Kind, Fraction, str | None]] = {
    "初めて": (Kind.ORDINAL, Fraction(1), None),
    "最初": (Kind.ORDINAL, Fraction(1), None),
    "初回": (Kind.ORDINAL, Fraction(1), None),
    "真っ先": (Kind.ORDINAL, Fraction(1), None),
    "先着": (Kind.ORDINAL, Fraction(1), None),
    "当初": (Kind.ORDINAL, Fraction(1), None),
    "まず": (Kind.ORDINAL, Fraction(1), None),
    "先ず": (Kind.ORDINAL, Fraction(1), None),
    "ファースト": (Kind.ORDINAL, Fraction(1), None),
    "セカンド": (Kind.ORDINAL, Fraction(2), None),
    "サード": (Kind.ORDINAL, Fraction(3), None),
    "サードパーティ": (Kind.ORDINAL, Fraction(3), None),
    "サードパーティー": (Kind.ORDINAL, Fraction(3), None),
    "第三者": (Kind.ORDINAL, Fraction(3), None),
    "ダブル": (Kind.MULTIPLE, Fraction(2), None),
    "トリプル": (Kind.MULTIPLE, Fraction(3), None),
    "前半": (Kind.ORDINAL, Fraction(1), None),
    "後半": (Kind.ORDINAL, Fraction(2), None),
    "初": (Kind.ORDINAL, Fraction(1), None),
    "半": (Kind.FRACTION, Fraction(1, 2), None),
    "両": (Kind.NUMBER, Fraction(2), None),
    "倍": (Kind.MULTIPLE, Fraction(2), None),
    "正午": (Kind.HOUR, Fraction(12), None),
    "双子": (Kind.NUMBER, Fraction(2), None),
    "ダース": (Kind.NUMBER, Fraction(12), None),
    "四半期": (Kind.FRACTION, Fraction(1, 4), None),
    "世紀": (Kind.NUMBER, Fraction(100), "year"),
}


def read_japanese(text: str) -> tuple[Quantity, ...]:
    """The quantities of a Japanese text, in order."""
    return _Reader(text).read()


class _Reader(AmountReader):
    """Reads the numerals, the words that say a quantity without one, and what digits name."""

    def read(self) -> tuple[Quantity, ...]:
        place = 0
        while match := _ITEM.search(self.text, place):
            place = max(self._item(match), place + 1)
        return tuple(with_shared_units(self.found, self.text))

    def _item(self, match: re.Match[str]) -> int:
        if match["skip"]:
            return match.end()
        if match["fuzzy"]:
            return self._fuzzy(match)
        if match["version"] or match["phone"]:
            return self._chain(match)
        if match["label"]:
            return self._label(match)
        if match["trailed"]:
            return self._trailed(match)
        if match["gannen"]:
            core = match.span("first")
            year = ERAS[match.group()[:2]] + 1
            self.add(Kind.YEAR, year, core, match.span(), offset=year - 1, group=match.start())
            return match.end()
        if match["half"]:
            return self._weak_word(match)
        return self._numeral(match)

    def _fuzzy(self, match: re.Match[str]) -> int:
        size = 10 ** match["size"].count("0")
        for character in match["size"].lstrip("01"):
            size *= SMALL.get(character) or LARGE[character]
        end = match.end()
        while end < len(self.text) and self.text[end] in LARGE and size < 10**4:
            size *= LARGE[self.text[end]]
            end += 1
        unit = "year" if self.text.startswith("年", end) else None
        self.add(Kind.FUZZY, size, (match.start(), end), unit=unit)
        return end

    def _chain(self, match: re.Match[str]) -> int:
        """A version, a telephone number, or a date in digits."""
        parts = re.split(r"[.・-]", match.group())
        if len(parts) == 3 and len(parts[0]) == 4 and is_day(parts[1], parts[2]):
            place = match.start()
            kinds = (Kind.YEAR, Kind.MONTH, Kind.DAY)
            for kind, part in zip(kinds, parts, strict=True):
                core = (place, place + len(part))
                self.add(kind, int(part), core, group=match.start())
                place += len(part) + 1
            return match.end()
        for part in re.finditer(r"\d+", match.group()):
            core = (match.start() + part.start(), match.start() + part.end())
            self.add(Kind.LABEL, int(part.group()), core, unit="", weak=True)
        return match.end()

    def _trailed(self, match: re.Match[str]) -> int:
        """4K, 5G, 3D, 10th: digits with letters behind them that are no unit."""
        digits = re.match(r"\d+", match.group())
        assert digits is not None
        letters = match.group()[digits.end() :]
        core = (match.start(), match.start() + digits.end())
        if letters in SUFFIXES:
            return self.counted(core, Fraction(digits.group()), False)
        if letters in {"th", "st", "nd", "rd"}:
            self.add(Kind.ORDINAL, int(digits.group()), match.span())
        else:
            self.add(Kind.LABEL, int(digits.group()), core, match.span(), unit=letters.lower())
        return match.end()

    def _label(self, match: re.Match[str]) -> int:
        """Digits that name something: G7, COVID-19."""
        letters = re.match(r"[A-Za-z]+", match.group())
        digits = re.search(r"\d+(?:\.\d+)?", match.group())
        if letters is None or digits is None:
            return match.end()
        start = match.start() + digits.start()
        end = match.start() + digits.end()
        if letters.group() in {"US", "A", "C", "HK"} and self.text.startswith("$", start - 1):
            return match.start() + letters.end()
        if letters.group().lower() in PLAIN_PREFIXES:
            return match.start() + letters.end()
        stem = re.sub(r"[\d.-]", "", match.group()).lower()
        self.add(Kind.LABEL, Fraction(digits.group()), (start, end), match.span(), unit=stem)
        return match.end()

    def _weak_word(self, match: re.Match[str]) -> int:
        kind, value, unit = _WEAK_WORDS[match["half"]]
        self.add(kind, value, match.span(), unit=unit, weak=True)
        return match.end()

    # ── numerals ──────────────────────────────────────────────────────────────────────────────

    def _numeral(self, match: re.Match[str]) -> int:
        start, end = match.span()
        numeral = match.group()
        is_kanji = numeral[0] not in ".0123456789"
        # 万 and 億万 begin words: 万人, 億万長者.
        if is_kanji and (set(numeral) <= set(LARGE) or not self.is_number(start, end)):
            return end
        value = numeral_value(numeral)
        if value is None:
            return end
        if not is_kanji:
            for reader in (self.digit_date, self.clock):
                if after := reader(start):
                    return after
        core = (start, end)
        for unit_reader in (self.fraction, self.date, self.hour):
            if after := unit_reader(core, value):
                return after
        return self.counted(core, value, is_kanji)
