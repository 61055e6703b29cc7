"""Names of one text that the other has neither by sound nor by meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import chain

from alignqa.lexicon import Entry, Lexicon, Term
from alignqa.lexicon.support import Support
from alignqa.lexicon.vectors import WordVectors
from alignqa.names.alike import begin_alike, begin_or_end_alike
from alignqa.names.dictionary import Dictionary
from alignqa.names.found import Name, Part
from alignqa.names.halves import odd_pairs
from alignqa.names.heard import Heard
from alignqa.names.known import KnownNames, english_names_of, is_country
from alignqa.names.lost_name import Lost
from alignqa.names.romaji import is_romaji
from alignqa.names.runs import Runs
from alignqa.names.scarce import Scarce
from alignqa.names.spelling import latin_letters
from alignqa.names.strangers import Strangers
from alignqa.words import japanese_tokens

_KATAKANA = re.compile(r"[ァ-ヺー]+")
# Two names of one person may be this near in the encoder's space, as Bob and Robert are.
_NICKNAME = 0.75
# Shorter names share their letters by chance.
_LONG, _LONG_START = 5, 4
# A word that shares so many letters with the right name is that name, misspelt: Bejing.
_MISSPELT = 0.85


class LostNames:
    """Finds the names that have no counterpart in a pair of texts."""

    def __init__(
        self, english: str, japanese: str, support: Support, lexicon: Lexicon, vectors: WordVectors
    ) -> None:
        self._english, self._japanese = english, japanese
        self._support = support
        self._dictionary = Dictionary(support, lexicon)
        self._heard = Heard(english, japanese, self._dictionary)
        self._known = KnownNames(english, japanese, lexicon)
        self._runs = Runs(english, japanese, support, self._known, self._dictionary)
        self.strangers = Strangers(support, vectors, self._known, self._dictionary)
        self.scarce = Scarce(english, japanese, self._known, self._dictionary)

    def in_japanese(self, names: Sequence[Name]) -> Iterator[Lost]:
        """Names of the Japanese text that the English has neither by sound nor by meaning."""
        for name in names:
            text = name.span.of(self._japanese)
            terms = [self._known.japanese_term(part) for part in name.parts]
            if (
                (len(text) < 2 and not self._known.has_surname_title(name.span))
                or is_country(terms)
                or not any(map(self._known.may_be_japanese_name, terms))
            ):
                continue
            if any(self._is_meant(term) for term in terms):
                continue
            is_sure = len(terms) > 1 or self._known.is_surely_japanese_name(terms[0])
            forms = [part.text for part in name.parts]
            if len(forms) > 1:
                forms.append("".join(forms))
            if not any(self._heard.in_english(form, is_surely_name=is_sure) for form in forms):
                yield Lost(name.span, text, name.parts, _of_one(terms), is_sure)

    def in_english(self, names: Sequence[Name]) -> Iterator[Lost]:
        """Names of the English text that the Japanese has neither by sound nor by meaning."""
        for pairs in chain.from_iterable(map(self._runs.of, names)):
            heard = [self._is_rendered(*pair) for pair in pairs]
            if any(heard):
                # Of “Osaka Toin”, one part may be lost: a place. A first name may be left out.
                runs = [
                    [pair]
                    for pair, is_heard in zip(pairs, heard, strict=True)
                    if not is_heard
                    and any(entry.kind != "name" for entry in pair[1].entries[:1])
                    and self._known.is_surely_english_name(*pair)
                ]
            else:
                runs = [pairs]
            for run in runs:
                if run and (lost := self._lost_run(run)):
                    yield lost

    def halves(
        self, theirs: Sequence[Name], ours: Sequence[Name]
    ) -> Iterator[tuple[Lost, Lost, Part]]:
        """Of names of as many parts, all but one of them alike: the one that is not, on either
        side, and one that is."""
        for one, other, beside in odd_pairs(theirs, ours, self._dictionary.alike):
            lost = Lost(one.span, one.text, (one,), self._known.english_term(one).entries, True)
            stranger = Lost(
                other.span, other.text, (other,), self._known.japanese_term(other).entries, True
            )
            if self._stand_alone(
                replace(one, opens_sentence=False), other
            ) and self.strangers.are_two(lost, stranger, _NICKNAME):
                yield lost, stranger, beside

    def is_person(self, rival: Lost) -> bool:
        """Whether a person's title stands behind a Japanese name."""
        return self._known.has_persons_title(rival.span)

    def is_of_somebody_or_place(self, lost: Lost) -> bool:
        """Whether a lost name is one of several words, has a title, or is known for a person's or a
        place's: Brexit is neither."""
        return lost.is_surely_name and (
            len(lost.parts) > 1
            or lost.parts[0].has_title
            or self.is_person(lost)
            or any(
                token.pos[2] in {"人名", "地名"}
                for text in (lost.text, *(entry.text for entry in lost.meanings[:1]))
                for token in japanese_tokens(text)
            )
        )

    def may_be_read_so(self, lost: Lost, rival: Lost) -> bool:
        """Whether a Latin name may be a reading of one in kanji that is not in the lists."""
        return self._known.is_given_name(rival.span) and all(
            is_romaji(part.text) for part in lost.parts
        )

    def may_be_misspelt(self, lost: Lost, rival: Lost) -> bool:
        """Whether one of two lost names may be the other, misspelt: word by word."""
        few, many = sorted((lost.parts, rival.parts), key=len)
        return all(
            any(
                self._dictionary.may_be_misspelt(
                    *((one.text, other.text) if few is lost.parts else (other.text, one.text))
                )
                for other in many
            )
            for one in few
        )

    def is_far_from_known(self, lost: Lost, rival: Lost) -> bool:
        """Whether a lost name of one word is known to be written otherwise than the other is, and
        not by a slip."""
        return len(lost.parts) == len(rival.parts) == 1 and self._dictionary.is_far_from_known(
            lost.text, rival.text
        )

    def is_of_names(self, name: Name) -> bool:
        """Whether a word of the name is nothing else: “Western Isles” has none."""
        entries = [self._known.english_term(part).entries for part in name.parts]
        return any(not found or found[0].kind == "name" for found in entries)

    def is_within_a_run(self, name: Name) -> bool:
        """Whether a longer run of katakana begins or ends as an English name does: アランマクレガー."""
        return any(
            begin_or_end_alike(part.text, run)
            for part in name.parts
            for run in _KATAKANA.findall(self._japanese)
        )

    def _stand_alone(self, one: Part, other: Part) -> bool:
        """Whether both parts are names, and have no counterpart anywhere; two that no dictionary
        knows must not even begin alike (Ruaidhri, ルーリィ)."""
        theirs, ours = self._known.english_term(one), self._known.japanese_term(other)
        return (
            (len(other.text) > 1 or self._known.is_surname(other.span))
            and self._known.may_be_english_name(one, theirs)
            and self._known.may_be_japanese_name(ours, in_full_name=True)
            and (bool(ours.entries or theirs.entries) or not begin_alike(one.text, other.text))
            and not self._heard.in_japanese(one.text)
            and not self._heard.in_english(other.text, is_surely_name=True)
            and not self._support.known_rendering(theirs)
            and not self._is_meant(ours)
        )

    def _is_rendered(self, part: Part, term: Term) -> bool:
        return self._support.known_rendering(term) is not None or self._heard.in_japanese(part.text)

    def _is_meant(self, term: Term) -> bool:
        """Whether a meaning of a Japanese name stands in the English text, if with a slip, or begins
        a word there: ユーロ, “Eurosceptics”."""
        if self._support.known_meaning(term) is not None:
            return True
        starts = tuple(e.text.lower() for e in term.entries if len(e.text) >= _LONG_START)
        if starts and any(word.lower().startswith(starts) for word in self._heard.english_names):
            return True
        return any(
            _share_letters(word, meaning)
            for meaning in english_names_of(term.entries)
            for word in self._heard.english_names
        )

    def _lost_run(self, run: Sequence[tuple[Part, Term]]) -> Lost | None:
        """These parts of an English name as one lost name; nothing if a term renders them."""
        name = Name(tuple(part for part, _ in run))
        if self._is_part_of_a_rendered_term(name):
            return None
        terms = [term for _, term in run]
        is_sure = any(self._known.is_surely_english_name(*pair) for pair in run) or (
            len(run) > 1 and not any(term.entries for term in terms)
        )
        return Lost(name.span, name.span.of(self._english), name.parts, _of_one(terms), is_sure)

    def _is_part_of_a_rendered_term(self, name: Name) -> bool:
        """Whether the name is in a longer term that is rendered: “Sydney” in “Sydney Opera House”."""
        return any(
            term.span.overlaps(name.span)
            and len(term.text) > len(name.span.of(self._english))
            and self._support.known_rendering(term) is not None
            for term in self._dictionary.terms
        )


def _share_letters(word: str, meaning: str) -> bool:
    one, other = latin_letters(word), latin_letters(meaning)
    return (
        len(other) >= _LONG
        and abs(len(one) - len(other)) <= 1
        and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _MISSPELT
    )


def _of_one(terms: Sequence[Term]) -> tuple[Entry, ...]:
    """What a name of one part means; a name of several is not in the dictionary."""
    return terms[0].entries if len(terms) == 1 else ()
