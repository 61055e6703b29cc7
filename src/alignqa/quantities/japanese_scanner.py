"""A Japanese text made ready for reading, and what stands in it around a numeral."""

from __future__ import annotations

import re

from alignqa.quantities.bounds import bound_of
from alignqa.quantities.collector import Collector
from alignqa.quantities.japanese_words import PLAIN_COUNTERS, SUFFIXES, Suffix
from alignqa.quantities.quantity import Bound
from alignqa.text import Lang, Span
from alignqa.words import japanese_tokens

# Full-width forms fold to ASCII one for one, so that places stay the same.
_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord("〜"): ord("~"),
    ord("￥"): ord("¥"),
    ord("￡"): ord("£"),
    ord("−"): ord("-"),
    ord("–"): ord("-"),
    ord("—"): ord("-"),
    ord("‐"): ord("-"),
    ord("∶"): ord(":"),
    ord("萬"): ord("万"),
}
KANJI = "〇零一二三四五六七八九十廿卅百千万億兆"
_MIDDLE_DOT = re.compile(r"(?<=\d)(?<!・\d)(?<!・\d\d)(?<!・\d{3})・(?=\d+(?:[^\d月日年号回・]|$))")
# １、０００円
_THOUSANDS = re.compile(r"(?<=\d)、(?=000(?!\d))")
_MISSPELT = re.compile(r"(?<=\d)憶")
# No quantity has so many digits.
_TOO_LONG = re.compile(r"[\d,.]{31,}")
_APPROXIMATE = re.compile(r"(?:約|およそ|ほぼ|おおよそ|大体)$")
# A counter may stand between: 40人ほど.
_APPROXIMATE_BEHIND = re.compile(
    r"[一-龯ァ-ヶー%]{0,3}?(?:(?<=時)前(?!後)|前後|[ごこ]ろ|頃|ほど|程度|[くぐ]らい|近く|[過す]ぎ|あまり|余り|弱(?!い))"
)
_LONGEST_SUFFIX = max(map(len, SUFFIXES))


class Scanner(Collector):
    """One text being read: as it was, folded so that places stay the same, and what was found."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.original = text
        # 2・5キロ is 2.5 km, but 6・7月 are June and July; 憶 is a slip of the keyboard for 億.
        folded = _TOO_LONG.sub(lambda run: "_" * len(run.group()), text.translate(_FOLD))
        folded = _THOUSANDS.sub(",", _MISSPELT.sub("億", folded))
        self.text = _MIDDLE_DOT.sub(".", folded)
        self._numbers: tuple[set[int], dict[int, str]] | None = None

    def is_approximate(self, span: Span) -> bool:
        before = _APPROXIMATE.search(self.text, max(0, span.start - 4), span.start)
        return bool(before or _APPROXIMATE_BEHIND.match(self.text, span.end))

    def bound(self, span: Span) -> tuple[Bound, Span] | None:
        return bound_of(self.text, span, Lang.JAPANESE)

    def is_number(self, start: int, end: int) -> bool:
        """A numeral in kanji, not a part of a word: by the tokens, or by the counter behind it."""
        covered, surfaces = self._tokens()
        if all(place in covered for place in range(start, end)):
            return True
        surface = surfaces.get(start, "")
        numeral = self.text[start:end]
        if surface.startswith(numeral) and surface[len(numeral) :] in PLAIN_COUNTERS:
            # 十分 is an adverb more often than ten minutes.
            return surface != "十分"
        return start > 0 and self.text[start - 1] == "第" and start in surfaces

    def suffix(self, end: int) -> tuple[Suffix | None, str]:
        """The counter, unit or sign behind the numeral that ends there, and its letters."""
        if self.text.startswith(" ", end):
            suffix, word = self.suffix(end + 1)
            return suffix, f" {word}" if suffix else ""
        for length in range(min(_LONGEST_SUFFIX, len(self.text) - end), 0, -1):
            word = self.text[end : end + length]
            if word in SUFFIXES:
                following = self.text[end + length : end + length + 1]
                if (
                    word.isascii()
                    and word.isalpha()
                    and following.isascii()
                    and following.isalpha()
                ):
                    continue
                return SUFFIXES[word], word
        return None, ""

    def _tokens(self) -> tuple[set[int], dict[int, str]]:
        """The places inside number tokens, and the token that begins at each place."""
        if self._numbers is None:
            covered: set[int] = set()
            surfaces: dict[int, str] = {}
            for token in japanese_tokens(self.original):
                surfaces[token.span.start] = token.surface
                if token.is_number:
                    covered.update(range(token.span.start, token.span.end))
            self._numbers = covered, surfaces
        return self._numbers
