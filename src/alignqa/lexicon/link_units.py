"""The words of a text that may be linked with words of its translation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from alignqa.lexicon.keys import fold_spelling
from alignqa.text import Span
from alignqa.words import FUNCTION_WORDS, english_words, japanese_tokens

# Words so frequent and so empty that they would link with everything.
ENGLISH_GRAMMAR = frozenset(
    """a an the this that these those i you he she it we they who whom whose which what be do have
    will would shall to of in on at by for from with as and or but so if than then there s t""".split()
)
JAPANESE_GRAMMAR = frozenset("為る 居る 有る 成る 事 物 こと もの その この 為".split())
# Nouns that only carry a clause.
_EMPTY = frozenset("訳 筈 所 様 方 際 等 内 中 上 下 間 由 儘 時 積もり".split())
_LINKED = frozenset(
    "名詞 動詞 形容詞 形状詞 副詞 連体詞 代名詞 接続詞 感動詞 接頭辞 接尾辞".split()
)
# English words that say little for themselves.
LIGHT_WORDS = FUNCTION_WORDS - {"first", "all", "other", "same"}
_BEGINNING = "\n"


class Unit(NamedTuple):
    """One word that may be linked. `key` is the English key or the Japanese normalised form,
    `place` where it begins, as a share of the text's length, `bead` the number of its bead, `gap`
    what stands between it and the unit before. A word that `is_content` has matter of its own; the
    others (after, may, 氏, 約) only take part in links."""

    span: Span
    text: str
    key: str
    place: float
    bead: int
    gap: str
    is_content: bool


def english_units(text: str, beads: Sequence[Span | None] = ()) -> tuple[Unit, ...]:
    """The words and numbers of an English text that Japanese has words for."""
    found = [
        (word.span, word.text, fold_spelling(word.lemma), word.lemma not in LIGHT_WORDS)
        for word in english_words(text)
        if word.lemma not in ENGLISH_GRAMMAR and (len(word.text) > 1 or word.text.isdigit())
    ]
    return tuple(_units(text, found, beads))


def japanese_units(text: str, beads: Sequence[Span | None] = ()) -> tuple[Unit, ...]:
    """The words and numbers of a Japanese text that English has words for."""
    found = [
        (token.span, token.surface, token.base, token.is_content and token.base not in _EMPTY)
        for token in japanese_tokens(text)
        if token.pos[0] in _LINKED
        and token.pos[1] != "助動詞語幹"
        and token.base not in JAPANESE_GRAMMAR
    ]
    return tuple(_units(text, found, beads))


def _units(
    text: str, found: list[tuple[Span, str, str, bool]], beads: Sequence[Span | None]
) -> Iterator[Unit]:
    end = 0
    for span, surface, key, is_content in found:
        inside = (n for n, bead in enumerate(beads) if bead and bead.start <= span.start < bead.end)
        gap = text[end : span.start] if end else _BEGINNING
        yield Unit(span, surface, key, span.start / len(text), next(inside, -1), gap, is_content)
        end = span.end
