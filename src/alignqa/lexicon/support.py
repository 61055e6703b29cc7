"""Whether a term of one side has anything on the other side that could render it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from alignqa.lexicon.countries import Countries, lone_kanji
from alignqa.lexicon.derived import name_within
from alignqa.lexicon.entry import Entry
from alignqa.lexicon.keys import english_key, fold_spelling, with_short_vowels
from alignqa.lexicon.store import Lexicon
from alignqa.lexicon.terms import Term, english_terms, japanese_terms
from alignqa.lexicon.vectors import WordVectors
from alignqa.text import Lang, Span
from alignqa.words import FUNCTION_WORDS, Word, english_words, japanese_tokens

_WORDS_IN_PHRASE = 3
_DETERMINERS = frozenset(
    "a an the this that these those my your his her its our their some any each every no".split()
)
_POSSESSIVE = re.compile(r"['’]s?(?= )")
_BEFORE_ANY_VERB = frozenset("i you he she it we they who that".split())
_BEFORE_VERBS = _BEFORE_ANY_VERB | frozenset(
    "to will would can could shall should may might must do not and or but".split()
)
_AFTER_VERBS = frozenset("that whether if how him them me us".split())
_OF_A_KIND = frozenset({"country", "institution", "office"})
_OF = re.compile(r"\s+of\s+(?:the\s+)?(?=[A-Z])")
_KATAKANA = re.compile(r"[ァ-ヺー・]+")
_LONG_NAME = 6
_KANJI = re.compile(r"[\u3400-\u9fff々]+")


@dataclass(frozen=True)
class Phrases:
    """Runs of up to three words of a text, with their vectors as rows."""

    spans: tuple[Span, ...]
    rows: NDArray[np.float32]

    def nearest(self, row: NDArray[np.float32], *apart_from: Span) -> float:
        """The highest cosine of a vector with a phrase that overlaps none of `apart_from`."""
        cosines = self.rows @ row if len(self.spans) else np.zeros(0)
        apart = [
            float(cosine)
            for span, cosine in zip(self.spans, cosines, strict=True)
            if not any(span.overlaps(other) for other in apart_from)
        ]
        return max(apart, default=0.0)


def _shares(term: Term, texts: Set[str]) -> bool:
    return any(entry.text in texts for entry in term.entries)


class Support:
    """Answers for one pair of texts, looking each thing up once."""

    def __init__(self, english: str, japanese: str, lexicon: Lexicon, vectors: WordVectors) -> None:
        self._english, self._japanese = english, japanese
        self._lexicon, self._vectors = lexicon, vectors

    def english_terms(self, kinds: Set[str] | None = None) -> tuple[Term, ...]:
        """The dictionary terms of the English text; see `terms.english_terms`."""
        return english_terms(self._english, self._lexicon, kinds)

    def japanese_terms(self, kinds: Set[str] | None = None) -> tuple[Term, ...]:
        """The dictionary terms of the Japanese text; see `terms.japanese_terms`."""
        return japanese_terms(self._japanese, self._lexicon, kinds)

    @cached_property
    def countries(self) -> Countries:
        """Which countries either text may be naming."""
        return Countries(self._english, self._japanese, self._lexicon)

    @cached_property
    def english_accounted_for(self) -> tuple[Span, ...]:
        """English terms of a kind whose known rendering stands in the Japanese text."""
        return tuple(t.span for t in self.english_terms(_OF_A_KIND) if self.known_rendering(t))

    @cached_property
    def japanese_accounted_for(self) -> tuple[Span, ...]:
        """Japanese terms of a kind whose known meaning stands in the English text."""
        return tuple(t.span for t in self.japanese_terms(_OF_A_KIND) if self.known_meaning(t))

    def rendered(self, span: Span, lang: Lang) -> tuple[int, int]:
        """Of the content words within a span: how many have a known counterpart in the other text,
        and how many there are."""
        if lang is Lang.ENGLISH:
            words = [t for t in self.english_terms() if not set(t.key.split()) <= FUNCTION_WORDS]
            known = self.known_rendering
        else:
            words = [term for term in self.japanese_terms() if len(term.text) > 1]
            known = self.known_meaning
        inside = [term for term in words if span.start <= term.span.start < span.end]
        return sum(known(term) is not None for term in inside), len(inside)

    def known_rendering(self, term: Term) -> str | None:
        """For an English term: the known rendering that stands in the Japanese text, or the term
        itself, in its own letters."""
        if self._stands_in_latin(term.text):
            return term.text
        for entry in term.entries:
            if self._stands_in_japanese(entry.text):
                return entry.text
        return None

    def known_meaning(self, term: Term) -> str | None:
        """For a Japanese term: the known meaning that stands in the English text."""
        for entry in term.entries:
            key = english_key(entry.text)
            if key and any(f" {key} " in lemmas for lemmas in self._english_forms):
                return entry.text
            if entry.kind == "institution" and self._stands_with_short_vowels(key):
                return entry.text
        return None

    def times_in_english(self, key: str) -> int:
        """How often an English key stands in the English text."""
        sought = f" {key.replace(' ', '  ')} "
        return max(lemmas.replace(" ", "  ").count(sought) for lemmas in self._english_forms)

    def times_in_japanese(self, form: str) -> int:
        """How often a Japanese form stands in the Japanese text."""
        return max(text.count(form) for text in self._japanese_forms)

    def lacks_renderings(self, term: Term) -> bool:
        """Whether an English term and others that share a rendering with it are more than there are
        renderings of them."""
        forms = {entry.text for entry in term.entries}
        sharing = [other for other in self.english_terms(_OF_A_KIND) if _shares(other, forms)]
        if len(sharing) < 2:
            return False
        any_form = re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))))
        return max(len(any_form.findall(text)) for text in self._japanese_forms) < len(sharing)

    def lacks_meanings(self, term: Term) -> bool:
        """Whether a Japanese term and others that share a meaning with it are more than there are
        words of that meaning."""
        meanings = {entry.text for entry in term.entries}
        sharing = [other for other in self.japanese_terms(_OF_A_KIND) if _shares(other, meanings)]
        if len(sharing) < 2:
            return False
        keys = sorted(filter(None, map(english_key, meanings)), key=len, reverse=True)
        any_key = re.compile(rf"(?<= )(?:{'|'.join(map(re.escape, keys))})(?= )")
        times = max(len(any_key.findall(lemmas)) for lemmas in self._english_forms)
        return times < len(sharing)

    def is_inside_japanese_word(self, term: Term) -> bool:
        """Whether a Japanese term is a piece of a longer one that the dictionary knows, as 記者 is of
        記者会見."""
        return any(
            longer.span.start <= term.span.start < term.span.end <= longer.span.end
            and longer.span != term.span
            for longer in self.japanese_terms()
        )

    def names_a_tribe(self, term: Term) -> bool:
        """Whether a Japanese term is written as a people's name: タイ族 are the Dai, not Thais."""
        return self._japanese.startswith("族", term.span.end)

    def has_determiner(self, term: Term) -> bool:
        """Whether an article, a possessive or the like stands up to two words before an English
        term."""
        before = [w for w in english_words(self._english) if w.span.end <= term.span.start][-2:]
        return any(
            word.lemma in _DETERMINERS or _POSSESSIVE.match(self._english, word.span.end)
            for word in before
        )

    def may_be_verb(self, term: Term) -> bool:
        """Whether an English term stands where a verb may: after "to", a pronoun or an auxiliary, or
        before a determiner or "that"; "and judge", "to judge", but not "and judges", "to judges"."""
        before, after = self.english_neighbours(term)
        is_singular = fold_spelling(term.text.lower()) == term.key
        if before and before.lemma in (_BEFORE_VERBS if is_singular else _BEFORE_ANY_VERB):
            return True
        return bool(after and after.lemma in _DETERMINERS | _AFTER_VERBS)

    def is_capital(self, term: Term) -> bool:
        """Whether the capital letter of an English term says something; see `Word.is_capital`."""
        return any(
            word.is_capital
            for word in english_words(self._english)
            if word.span.start == term.span.start
        )

    def english_neighbours(self, term: Term) -> tuple[Word | None, Word | None]:
        """The words just before and just after an English term, if only a space lies between."""
        words = english_words(self._english)
        before = next((w for w in reversed(words) if w.span.end < term.span.start), None)
        after = next((w for w in words if w.span.start > term.span.end), None)
        if before and self._english[before.span.end : term.span.start] != " ":
            before = None
        if after and self._english[term.span.end : after.span.start] != " ":
            after = None
        return before, after

    def whose(self, term: Term) -> Word | None:
        """The capitalised word behind "of" that follows an English term: France in "President of
        France"."""
        found = _OF.match(self._english, term.span.end)
        if found is None:
            return None
        words = english_words(self._english)
        return next((word for word in words if word.span.start == found.end()), None)

    def abbreviates(self, term: Term) -> bool:
        """Whether a Japanese term of one kanji stands for a country at the head of a compound, as
        英 does in 英政府."""
        if "country" not in term.kinds:
            return False
        tokens = japanese_tokens(self._japanese)
        following = next((t for t in tokens if t.span.start == term.span.end), None)
        before = next((t for t in tokens if t.span.end == term.span.start), None)
        if before and before.is_number:
            # 3日深夜
            return False
        return bool(following and following.is_noun and _KANJI.match(following.surface))

    def english_entries(self, word: Word) -> tuple[Entry, ...]:
        """What the dictionary says of one English word."""
        return self._lexicon.from_english(fold_spelling(word.lemma))

    @cached_property
    def english_phrases(self) -> Phrases:
        """Runs of the English words."""
        words = english_words(self._english)
        return self._phrases(self._english, [word.span for word in words], [True] * len(words))

    @cached_property
    def japanese_phrases(self) -> Phrases:
        """Runs of Japanese tokens that hold a word with a meaning of its own."""
        tokens = japanese_tokens(self._japanese)
        return self._phrases(
            self._japanese,
            [token.span for token in tokens],
            [token.is_content or token.pos[0] in {"接頭辞", "接尾辞"} for token in tokens],
        )

    def _phrases(self, text: str, spans: list[Span], telling: list[bool]) -> Phrases:
        runs = [
            Span(spans[start].start, spans[end - 1].end)
            for start in range(len(spans))
            for end in range(start + 1, min(len(spans), start + _WORDS_IN_PHRASE) + 1)
            if any(telling[start:end])
        ]
        return Phrases(tuple(runs), self._vectors.of([run.of(text) for run in runs]))

    @cached_property
    def _english_forms(self) -> tuple[str, str]:
        """The lemmas, and the same with the offices and bodies that some of them are made of."""
        lemmas = [fold_spelling(word.lemma) for word in english_words(self._english)]
        names = self._lexicon.public_life.from_english.keys()
        named = [name_within(lemma, names) or lemma for lemma in lemmas]
        return f" {' '.join(lemmas)} ", f" {' '.join(named)} "

    @cached_property
    def _japanese_forms(self) -> tuple[str, str]:
        tokens = japanese_tokens(self._japanese)
        surface = unicodedata.normalize("NFKC", self._japanese)
        return surface, "".join(token.base for token in tokens)

    def _stands_with_short_vowels(self, key: str) -> bool:
        """Whether an English key that has romanised Japanese stands in the English text with its long
        vowels short: "Kyushu University"."""
        short = with_short_vowels(key)
        return short != key and f" {short} " in self._english_forms[0]

    def _stands_in_latin(self, text: str) -> bool:
        surface = self._japanese_forms[0]
        if text not in surface:
            return False
        return bool(re.search(rf"(?<![A-Za-z]){re.escape(text)}(?![A-Za-z])", surface))

    def _stands_in_japanese(self, form: str) -> bool:
        if len(form) == 1:
            return form in lone_kanji(self._japanese)
        if not any(form in text for text in self._japanese_forms):
            return False
        if _KATAKANA.fullmatch(form) and len(form) < _LONG_NAME:
            # インド does not stand in インドネシア, スコットランド does in ラジオスコットランド.
            edges = re.compile(rf"(?<![ァ-ヺー]){re.escape(form)}(?![ァ-ヺー])")
            return any(edges.search(text) for text in self._japanese_forms)
        return True
