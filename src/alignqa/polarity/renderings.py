"""Whether the lexicon renders a word of one language by a word of the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from alignqa.lexicon import Lexicon, english_key

# Meanings further down an entry are rare; English words of one family begin alike.
_MEANINGS, _STEM = 12, 5


@cache
def dictionary(lexicon: Lexicon) -> Callable[[str, str], bool]:
    """Whether the lexicon renders an English lemma by a Japanese base, or one of its family."""

    @cache
    def japanese(lemma: str) -> frozenset[str]:
        return frozenset(entry.text.removesuffix("する") for entry in lexicon.from_english(lemma))

    @cache
    def english(base: str) -> frozenset[str]:
        keys = (english_key(entry.text) for entry in lexicon.from_japanese(base)[:_MEANINGS])
        return frozenset(key[:_STEM] for key in keys if " " not in key)

    def renders(lemma: str, base: str) -> bool:
        return base in japanese(lemma) or lemma[:_STEM] in english(base)

    return renders
