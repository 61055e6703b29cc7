"""Where a glossary's terms stand in a text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignqa.glossary.concept import Concept, Term
from alignqa.lexicon.keys import fold_spelling
from alignqa.text import Lang, Span
from alignqa.words import english_words, japanese_tokens

# Longer names than this, in words or tokens, are found by none of the indexes.
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Match:
    """A term where it stands, and the concepts that it may be a name of."""

    span: Span
    text: str
    concepts: tuple[Concept, ...]


class Glossary:
    """Terms by the words they are made of; 70,000 of them are found as fast as ten."""

    def __init__(self, concepts: Sequence[Concept] = ()) -> None:
        self.concepts = tuple(concepts)
        self._index: dict[tuple[Lang, str], list[tuple[Concept, Term]]] = {}
        for concept in self.concepts:
            for term in concept.terms:
                for key in _keys(term):
                    self._index.setdefault((term.lang, key), []).append((concept, term))

    def __bool__(self) -> bool:
        return bool(self.concepts)

    def find(self, text: str, lang: Lang) -> tuple[Match, ...]:
        """The allowed terms in a text of this language, longest first at each place, none
        overlapping."""
        return tuple(self._longest(text, lang))

    def stands(self, term: Term, text: str) -> Span | None:
        """Where a term first stands in a text of its language, however it is inflected or, where
        capitals do not count, written."""
        wanted = set(_keys(term))
        for span, keys in _runs(text, term.lang):
            if wanted & set(keys) and _case_agrees(term, span.of(text)):
                return span
        return _inside_compound(term, text)

    def _longest(self, text: str, lang: Lang) -> Iterator[Match]:
        end = 0
        for span, keys in _runs(text, lang):
            if span.start < end:
                continue
            concepts = tuple(
                dict.fromkeys(
                    concept
                    for key in keys
                    for concept, term in self._index.get((lang, key), ())
                    if term.allowed and _case_agrees(term, span.of(text))
                )
            )
            if concepts:
                yield Match(span, span.of(text), concepts)
                end = span.end


def _keys(term: Term) -> tuple[str, ...]:
    """What a term is found by: its lemmas in English, its characters in Japanese."""
    if term.lang is Lang.JAPANESE:
        return (_folded(term.text).replace(" ", ""),)
    return (" ".join(fold_spelling(word.lemma) for word in english_words(term.text)),)


def _runs(text: str, lang: Lang) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Runs of words with the keys they may be found by: from left to right, the longest first."""
    if lang is Lang.ENGLISH:
        words = english_words(text)
        spans, forms = (
            [word.span for word in words],
            [[fold_spelling(word.lemma)] for word in words],
        )
    else:
        tokens = japanese_tokens(text)
        spans = [token.span for token in tokens]
        forms = [[_folded(token.surface), _folded(token.base)] for token in tokens]
    glue = " " if lang is Lang.ENGLISH else ""
    for start in range(len(spans)):
        for end in range(min(len(spans), start + _LONGEST), start, -1):
            ways = zip(*forms[start:end], strict=True)
            keys = tuple(dict.fromkeys(glue.join(way) for way in ways))
            yield Span(spans[start].start, spans[end - 1].end), keys


def _case_agrees(term: Term, written: str) -> bool:
    return not term.exact_case or " ".join(written.split()) == " ".join(term.text.split())


def _inside_compound(term: Term, text: str) -> Span | None:
    """Where a Japanese term stands inside a longer token, 全文検索 for 検索; but not in the middle of
    a run of katakana, as インド does in インドネシア."""
    if term.lang is not Lang.JAPANESE:
        return None
    start = text.find(term.text)
    while start >= 0:
        end = start + len(term.text)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not (_is_katakana(term.text[0] + before) or _is_katakana(term.text[-1] + after)):
            return Span(start, end)
        start = text.find(term.text, start + 1)
    return None


def _is_katakana(two: str) -> bool:
    """Whether these are two characters of katakana."""
    return len(two) == 2 and all("ァ" <= char <= "ヺ" or char == "ー" for char in two)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()
