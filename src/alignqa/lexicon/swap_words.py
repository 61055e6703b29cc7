"""What is known of one word that may have been put for another: sort, kinds, and usual meanings."""

from __future__ import annotations

from functools import lru_cache

from alignqa.lexicon.link_evidence import Sources
from alignqa.lexicon.orphan import KINDS
from alignqa.text import Lang
from alignqa.words import Token, japanese_tokens

_MEANINGS = 8
# The kinds of words that are names whatever else they are.
_NAMING = frozenset({"name", "country", "company"})
# Nouns of action render verbs as well as nouns.
_OF_ACTION = "サ変"
_ALIKE = {
    _OF_ACTION: {_OF_ACTION, "動詞", "名詞"},
    "動詞": {_OF_ACTION, "動詞"},
    "名詞": {"名詞", _OF_ACTION},
}


def part_of_speech(token: Token) -> str:
    """Sudachi's part of speech, the adjectives as one, nouns of action apart."""
    if token.is_noun and _OF_ACTION in token.pos[2]:
        return _OF_ACTION
    return {"形状詞": "形容詞", "連体詞": "形容詞"}.get(token.pos[0], token.pos[0])


@lru_cache(maxsize=50_000)
def share_of_sort(renderings: tuple[str, ...], sort: str) -> float:
    """The share of Japanese renderings that are of a part of speech, 0.5 if there are none."""
    if not renderings:
        return 0.5
    wanted = _ALIKE.get(sort, {sort})
    last = [japanese_tokens(text)[-1] for text in renderings]
    return sum(part_of_speech(token) in wanted for token in last) / len(last)


@lru_cache(maxsize=50_000)
def usual_meanings(sources: Sources, key: str, lang: Lang) -> tuple[str, ...]:
    """What a word is rendered by: what translators mostly wrote, then what the dictionary says."""
    table, lexicon = sources.associations, sources.lexicon
    if lang is Lang.ENGLISH:
        seen, listed = table.renderings(key), lexicon.from_english(key)
    else:
        seen, listed = table.meanings(key), lexicon.from_japanese(key)
    texts = [text for text, _ in seen[: _MEANINGS // 2]]
    texts += [entry.text for entry in listed[:_MEANINGS]]
    return tuple(dict.fromkeys(text for text in texts if text.strip()))[:_MEANINGS]


@lru_cache(maxsize=50_000)
def closed_kinds(sources: Sources, key: str, lang: Lang) -> frozenset[str] | None:
    """The closed kinds that a word may be of; `None` for a name and for a word nobody knows. A lone
    kanji is of none: 月 is the moon and a month before it is Monday."""
    lexicon = sources.lexicon
    entries = lexicon.from_english(key) if lang is Lang.ENGLISH else lexicon.from_japanese(key)
    if not entries and not sources.expected(key, lang):
        return None
    kinds = frozenset(entry.kind for entry in entries[:4])
    if kinds and kinds <= _NAMING:
        return None
    return kinds & KINDS if len(key) > 1 else frozenset()
