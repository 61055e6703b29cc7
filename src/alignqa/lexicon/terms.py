"""Dictionary terms in running text: the longest match at each place."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import pairwise

from alignqa.lexicon.entry import Entry
from alignqa.lexicon.keys import fold_spelling
from alignqa.lexicon.store import Lexicon
from alignqa.text import Span
from alignqa.words import Token, Word, english_words, japanese_tokens

_LONGEST_ENGLISH = 6
_LONGEST_JAPANESE = 8


@dataclass(frozen=True, slots=True)
class Term:
    """A dictionary term where it stands. `entries` are its meanings in the other language."""

    span: Span
    text: str
    key: str
    entries: tuple[Entry, ...]

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(entry.kind for entry in self.entries if entry.kind)


Kinds = Container[str]


def japanese_terms(text: str, lexicon: Lexicon, kinds: Kinds | None = None) -> tuple[Term, ...]:
    """Terms that begin and end where Sudachi's tokens do, longest first, none overlapping.

    With `kinds`, the longest terms that have a meaning of one of these kinds: then 日本 is found
    in 日本人.
    """
    tokens = japanese_tokens(text)
    return tuple(_longest_japanese(text, tokens, lexicon, kinds))


def _longest_japanese(
    text: str, tokens: tuple[Token, ...], lexicon: Lexicon, kinds: Kinds | None
) -> Iterator[Term]:
    start = 0
    while start < len(tokens):
        for end in range(min(len(tokens), start + _LONGEST_JAPANESE), start, -1):
            if not _may_be_term(tokens[start:end]):
                continue
            span = Span(tokens[start].span.start, tokens[end - 1].span.end)
            surface = span.of(text)
            base = "".join(token.base for token in tokens[start:end])
            entries = lexicon.from_japanese(surface) or lexicon.from_japanese(base)
            if _are_wanted(entries, kinds):
                yield Term(span, surface, base, entries)
                start = end
                break
        else:
            start += 1


def _are_wanted(entries: tuple[Entry, ...], kinds: Kinds | None) -> bool:
    return bool(entries) and (kinds is None or any(entry.kind in kinds for entry in entries))


def _may_be_term(tokens: tuple[Token, ...]) -> bool:
    """Not a lone particle, ending or mark, and not one that runs across punctuation."""
    if len(tokens) == 1:
        return tokens[0].is_content or tokens[0].pos[0] in {"接頭辞", "接尾辞", "代名詞"}
    return all(
        token.pos[0] not in {"補助記号", "空白"} or token.surface == "・" for token in tokens
    )


def english_terms(text: str, lexicon: Lexicon, kinds: Kinds | None = None) -> tuple[Term, ...]:
    """Terms that are runs of words, longest first, none overlapping.

    With `kinds`, the longest terms that have a meaning of one of these kinds.
    """
    return tuple(_longest_english(text, english_words(text), lexicon, kinds))


def _longest_english(
    text: str, words: tuple[Word, ...], lexicon: Lexicon, kinds: Kinds | None
) -> Iterator[Term]:
    lemmas = [fold_spelling(word.lemma) for word in words]
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + _LONGEST_ENGLISH), start, -1):
            if not _is_joined(text, words[start:end]):
                continue
            key = " ".join(lemmas[start:end])
            entries = lexicon.from_english(key)
            if _are_wanted(entries, kinds):
                span = Span(words[start].span.start, words[end - 1].span.end)
                yield Term(span, span.of(text), key, entries)
                start = end
                break
        else:
            start += 1


def _is_joined(text: str, words: tuple[Word, ...]) -> bool:
    """Only spaces, hyphens and possessive endings stand between the words."""
    return all(
        text[left.span.end : right.span.start].removeprefix("'s").removeprefix("’s").strip(" -‐–\n")
        == ""
        for left, right in pairwise(words)
    )
