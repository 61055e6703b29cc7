"""Whether two names, one of either language, are sure to name two things."""

from __future__ import annotations

import re

from alignqa.lexicon import english_key
from alignqa.lexicon.support import Support
from alignqa.lexicon.vectors import WordVectors
from alignqa.names.alike import begin_or_end_alike
from alignqa.names.dictionary import Dictionary
from alignqa.names.found import Part
from alignqa.names.known import KnownNames, has_capitals
from alignqa.names.lost_name import Lost
from alignqa.names.pinyin import is_pinyin
from alignqa.names.readings import is_reading
from alignqa.names.romaji import is_romaji

_KANJI = re.compile(r"[\u3400-\u9fff]")
_JAPANESE = re.compile(r"[ぁ-ヺ\u3400-\u9fff]")
# A short Latin name that is no romanised Japanese may be the Chinese or Korean of a kanji name.
_LONGER_THAN_CHINESE = 5
# A phrase of the other side that is this near in the encoder's space counts as a rendering, and two
# names that are this near may name one thing.
_NEAR, _RELATED = 0.50, 0.40
# The same of two surnames, which are all alike to the encoder.
_AS_SURNAMES = 0.75


class Strangers:
    """Answers for the names of one pair of texts; an English name comes first, a Japanese second."""

    def __init__(
        self, support: Support, vectors: WordVectors, known: KnownNames, dictionary: Dictionary
    ) -> None:
        self._support, self._vectors = support, vectors
        self._known, self._dictionary = known, dictionary

    def are_two(self, lost: Lost, rival: Lost, related: float = _RELATED) -> bool:
        """Whether two lost names name two things: unlike at either end, apart in the encoder's space
        (`related` is the least cosine of two names that may be one), and each far from every phrase
        of the other side."""
        if self._are_addressed(lost, rival):
            # A surname is read as it is, however like another it is.
            related = max(related, _AS_SURNAMES)
        return self._are_comparable(lost, rival) and self.are_apart(lost, rival, related)

    def are_apart(self, lost: Lost, rival: Lost, related: float = _RELATED) -> bool:
        """As `are_two`, where it is known what the Japanese name means, however it is read."""
        if not self._differ(lost, rival, related):
            return False
        rows = self._vectors.of([lost.text, rival.text])
        return self._support.japanese_phrases.nearest(rows[0], rival.span) < max(
            _NEAR, related
        ) and self._support.english_phrases.nearest(rows[1], lost.span) < max(_NEAR, related)

    def stands_for(self, stranger: Lost, scarce: Lost) -> bool:
        """Whether a lost name of either language is sure to name something else than one that the
        text has as well, but less often than the other text."""
        is_japanese = _JAPANESE.search(stranger.text) is not None
        theirs, ours = (scarce, stranger) if is_japanese else (stranger, scarce)
        phrases = self._support.english_phrases if is_japanese else self._support.japanese_phrases
        return (
            self._are_comparable(theirs, ours)
            and self._differ(theirs, ours)
            and phrases.nearest(self._vectors.of([stranger.text])[0], scarce.span) < _NEAR
        )

    def _differ(self, lost: Lost, rival: Lost, related: float = _RELATED) -> bool:
        """Whether two names are unlike at either end, and apart in the encoder's space."""
        if rival.is_katakana and any(
            self._may_be_one(one, other) for one in lost.parts for other in rival.parts
        ):
            return False
        words = {english_key(part.text) for part in lost.parts}
        if any(words & set(english_key(entry.text).split()) for entry in rival.meanings):
            return False
        rows = self._vectors.of([lost.text, rival.text])
        return float(rows[0] @ rows[1]) < related

    def _may_be_one(self, one: Part, other: Part) -> bool:
        return begin_or_end_alike(one.text, other.text) and not self._dictionary.spells_otherwise(
            one.text, other.text
        )

    def _are_comparable(self, lost: Lost, rival: Lost) -> bool:
        if rival.is_katakana or all(self._is_comparable(one, lost, rival) for one in lost.parts):
            return True
        # Of Naomi Osaka, the one may be Chinese by its letters, but the other is not.
        return (
            self._known.is_full_name(rival.span)
            and len(lost.parts) > 1
            and all(is_romaji(part.text) for part in lost.parts)
            and not all(is_pinyin(part.text) for part in lost.parts)
        )

    def _are_addressed(self, lost: Lost, rival: Lost) -> bool:
        """Whether they are surnames with a title: "Mr. Yamada", 山田様."""
        return (
            len(lost.parts) == 1
            and lost.parts[0].has_title
            and is_romaji(lost.text)
            and self._known.has_surname_title(rival.span)
        )

    def _is_comparable(self, one: Part, lost: Lost, rival: Lost) -> bool:
        """Whether a Latin name would be heard in a name in kanji if it were the same: it is
        romanised Japanese, or a name that Japanese writes otherwise, and not Chinese or Korean; or
        the dictionary knows whose name the kanji are: 京都 is Kyoto and nothing else."""
        if any(map(has_capitals, rival.meanings[:1])):
            return True
        if is_romaji(one.text):
            return not is_pinyin(one.text) or any(
                # ライ says nothing of 頼清徳, who may be anybody.
                is_reading(one.text, entry.text)
                and (_KANJI.search(entry.text) or not self._known.is_full_name(rival.span))
                for entry in lost.meanings
            )
        # What the dictionary has is another word: Siping is no form of *sip*.
        if is_pinyin(one.text) and english_key(one.text) != one.text.lower():
            return False
        return bool(lost.meanings) and (
            len(one.text) >= _LONGER_THAN_CHINESE or self._known.is_place(rival.span)
        )
