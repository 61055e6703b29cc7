"""Words of one side that no known counterpart stands for on the other, without linking the words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cached_property, lru_cache

from alignqa.lexicon.keys import fold_spelling
from alignqa.lexicon.link_evidence import Sources
from alignqa.lexicon.link_units import LIGHT_WORDS
from alignqa.text import Lang
from alignqa.words import Word, english_words, japanese_tokens


def are_left_over(english: str, japanese: str, sources: Sources) -> bool:
    """Whether both sides have words, other than names and numbers, that nothing known on the other
    side says: where either has none, no word stands in another's place."""
    words = english_words(english)
    forms = JapaneseForms(japanese)
    if not any(forms.lack(key, sources) for key in _telling_keys(words, sources)):
        return False
    said = {fold_spelling(word.lemma) for word in words}
    return any(
        token.is_content
        and not token.is_name
        and not token.is_number
        and not token.surface.isascii()
        and not _is_said(token.base, said, sources)
        for token in japanese_tokens(japanese)
    )


def _telling_keys(words: Iterable[Word], sources: Sources) -> set[str]:
    """The keys of words with matter of their own; a word with a capital is mostly a name, unless
    offices, bodies and the like are called so."""
    closed = sources.lexicon.of_closed_kinds
    keys = {
        key
        for word in words
        if word.text.isalpha()
        and (key := fold_spelling(word.lemma))
        and (not word.begins_upper or closed is None or key in closed[Lang.ENGLISH])
    }
    return keys - LIGHT_WORDS


def _is_said(base: str, said: set[str], sources: Sources) -> bool:
    # What translators wrote is looked up faster than what the dictionary says.
    seen = sources.associations.meanings(base)
    return any(key in said for key, _ in seen) or bool(means(base, sources) & said)


class JapaneseForms:
    """What stands in a Japanese text, as written and in normalised forms.

    Args:
        parts: words within its words, as forms of their own.
    """

    def __init__(self, text: str, parts: Iterable[str] = ()) -> None:
        self._text, self._parts = text, parts

    def lack(self, key: str, sources: Sources) -> bool:
        """Whether an English word has known renderings, and none of them stands here."""
        # Most words are rendered as they mostly are.
        if self._words & sources.associations.shares(key).keys():
            return False
        known = renderings(key, sources)
        return bool(known) and not any(map(self._has, known))

    def _has(self, form: str) -> bool:
        # A lone character is part of many words.
        return form in self._words or (len(form) > 1 and any(form in t for t in self._texts))

    @cached_property
    def _texts(self) -> tuple[str, str]:
        bases = [token.base for token in japanese_tokens(self._text)]
        return unicodedata.normalize("NFKC", self._text), "".join(bases)

    @cached_property
    def _words(self) -> frozenset[str]:
        tokens = japanese_tokens(self._text)
        return frozenset([f for token in tokens for f in (token.surface, token.base)]).union(
            self._parts
        )


@lru_cache(maxsize=50_000)
def renderings(key: str, sources: Sources) -> tuple[str, ...]:
    """All that an English key is known to be rendered by, the dictionary's first."""
    listed = [entry.text for entry in sources.lexicon.from_english(key)]
    seen = [text for text, _ in sources.associations.renderings(key)]
    return tuple(dict.fromkeys(listed + seen))


@lru_cache(maxsize=50_000)
def means(base: str, sources: Sources) -> frozenset[str]:
    """Every word of every meaning that a Japanese word is known to have, as English keys."""
    seen = [word for key, _ in sources.associations.meanings(base) for word in key.split()]
    listed = [word for gloss in sources.glosses(base) for word in gloss]
    return frozenset(seen + listed) - LIGHT_WORDS
