"""What the dictionaries say of a pair of words that the ear may take for one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property

from alignqa.lexicon import Entry, Lexicon, Term, english_key
from alignqa.lexicon.support import Support
from alignqa.names.spelling import latin_letters, morae
from alignqa.text import Span

_KATAKANA = re.compile(r"[ァ-ヺー]+")
# Two spellings that share less of their letters, or morae, are no variants of one another.
_VARIANTS = 0.5


class Dictionary:
    """Answers for one pair of texts."""

    def __init__(self, support: Support, lexicon: Lexicon) -> None:
        self._support, self._lexicon = support, lexicon

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The dictionary terms of the English text."""
        return self._support.english_terms()

    @cached_property
    def rendered(self) -> Mapping[str, str]:
        """English words, and terms written as one word, each with its known rendering that stands
        in the Japanese text."""
        found: dict[str, str] = {}
        for term in self.terms:
            if rendering := self._support.known_rendering(term):
                words = (*term.text.split(), term.text.replace(" ", ""))
                found.update(dict.fromkeys(words, rendering))
        return found

    def tells_apart(self, latin: str, katakana: str) -> bool:
        """Whether the two are surely not one: the katakana renders another word of the English
        text (スコア a score, not Scott), the English word is rendered by its meaning, or either is a
        known name that is spelled otherwise (Lewis is ルイス, not クイズ)."""
        theirs = self._lexicon.from_english(english_key(latin))
        ours = self._lexicon.from_japanese(katakana)
        return (
            spelled_otherwise(latin, theirs, katakana, ours)
            or self._means_another(katakana, ours, latin)
            or self._is_rendered_by_another(latin, katakana)
        )

    def _means_another(self, katakana: str, entries: Sequence[Entry], latin: str) -> bool:
        words = tuple(entry for entry in entries if entry.kind != "name")
        if not words:
            return False
        meaning = self._support.known_meaning(
            Term(Span(0, len(katakana)), katakana, katakana, words)
        )
        return meaning is not None and english_key(latin) not in english_key(meaning).split()

    def _is_rendered_by_another(self, latin: str, katakana: str) -> bool:
        rendering = self.rendered.get(latin)
        return rendering is not None and katakana not in rendering


def spelled_otherwise(
    latin: str, theirs: Iterable[Entry], katakana: str, ours: Iterable[Entry]
) -> bool:
    """Whether the dictionaries know how a Latin name is written in katakana (`theirs` are its
    entries), or a katakana one in Latin letters (`ours`), and none of it is near the other."""
    forms = [entry.text for entry in theirs if _KATAKANA.fullmatch(entry.text)]
    spelled = [entry.text for entry in ours if entry.kind == "name" and entry.text[0].isupper()]
    return _are_all_unlike(morae(katakana), map(morae, forms)) or _are_all_unlike(
        latin_letters(latin), map(latin_letters, spelled)
    )


def _are_all_unlike(one: Sequence[str], others: Iterable[Sequence[str]]) -> bool:
    ratios = [SequenceMatcher(None, one, other, autojunk=False).ratio() for other in others]
    return bool(ratios) and max(ratios) < _VARIANTS
