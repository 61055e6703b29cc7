"""Words in Latin letters that a Japanese text has as English does: NATO, Laura Bell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from alignqa.lexicon import Lexicon, Term
from alignqa.lexicon.support import Support
from alignqa.names.dictionary import Dictionary
from alignqa.names.found import Part, is_in_title_case, is_name_word
from alignqa.names.heard import Heard
from alignqa.names.known import KnownNames, is_word
from alignqa.names.lost_name import Lost
from alignqa.text import Span
from alignqa.words import Word, english_words
from alignqa.words.markup import prose

_LATIN = r"A-Za-zＡ-Ｚａ-ｚ"
_LATIN_NAME = re.compile(
    rf"(?<![{_LATIN}0-9@#/_.&-])[A-ZＡ-Ｚ][{_LATIN}]+(?:[ 　][A-ZＡ-Ｚ][{_LATIN}]+)*(?![{_LATIN}0-9@/_&-]|\.[A-Za-z])"
)
_WORD = re.compile(rf"[{_LATIN}]+")
# 12:00 UTC is 21:00 JST.
_ZONES = frozenset({"UTC", "GMT", "JST", "KST", "CET", "CEST", "BST", "EST", "EDT", "PST", "PDT"})
_LETTERS = re.compile(r"[^a-z]")
# Words that share so many letters may be one, spelled in two ways.
_ALIKE = 0.5
# A shorter word stands in many others by chance: EU; and may stand for anything.
_SHORT = 3
_BODIES = frozenset({"institution", "company", "country"})
_NAMES = frozenset({"name", "company"})
# Where so many are lost, it is not for being swapped.
_MOST_LOST = 2


class Copied:
    """Compares the words in Latin letters of one pair of texts."""

    def __init__(self, english: str, japanese: str, support: Support, lexicon: Lexicon) -> None:
        self._english, self._japanese = english, japanese
        self._support, self._lexicon = support, lexicon
        self._known = KnownNames(english, japanese, lexicon)

    def miscopied(self) -> Iterator[tuple[Lost, Lost]]:
        """Names and acronyms in Latin letters of the Japanese text that the English has neither as
        they are nor by what they mean, each with what stands for it there, which comes first: an
        acronym for an acronym, a name for a name, one of the two being no other word."""
        strangers = list(self._lost_in_japanese())
        lost = list(self._lost_in_english()) if strangers else []
        for is_acronym in (True, False):
            names = [name for name in lost if name.text.isupper() is is_acronym]
            rivals = [name for name in strangers if name.text.isupper() is is_acronym]
            if len(names) != len(rivals):
                names = [name for name in names if name.is_surely_name]
                rivals = [name for name in rivals if name.is_surely_name]
            if len(names) == len(rivals) <= _MOST_LOST:
                for name, rival in zip(names, rivals, strict=True):
                    is_name = name.is_surely_name or rival.is_surely_name
                    if is_name and not _may_be_one(name.text, rival.text):
                        yield name, rival

    def _lost_in_japanese(self) -> Iterator[Lost]:
        for run in _LATIN_NAME.finditer(prose(self._japanese)):
            words = list(_WORD.finditer(self._japanese, *run.span()))
            missing = [word for word in words if not _stands_in(word.group(), self._english)]
            # All of a name may be lost, or a part of it.
            missing = [word for word in missing if word.group() not in _ZONES]
            for match in [run] if len(missing) == len(words) else missing:
                text = unicodedata.normalize("NFKC", match.group())
                term = Term(Span(*match.span()), text, text, self._lexicon.from_japanese(text))
                if len(text) >= _SHORT and self._support.known_meaning(term) is None:
                    yield self._lost([Part(term.span, text)], text)

    def _lost_in_english(self) -> Iterator[Lost]:
        """The names and acronyms of the English text that the Japanese has neither as they are, nor
        by sound or meaning; those in a row together."""
        heard = Heard(self._english, self._japanese, Dictionary(self._support, self._lexicon))
        rendered = [
            term.span
            for term in self._support.english_terms()
            if self._support.known_rendering(term) is not None
        ]
        words = english_words(self._english)
        is_title = is_in_title_case(words)
        run: list[Part] = []
        for place, word in enumerate(words):
            beside = (*words[max(0, place - 1) : place], *words[place + 1 : place + 2])
            is_alone = word.is_capital and not any(other.begins_upper for other in beside)
            is_lost = (
                self._may_be_copied(word, is_alone=is_alone and not is_title)
                and not _stands_in(word.text, self._japanese)
                and not any(span.overlaps(word.span) for span in rendered)
                and not heard.in_japanese(word.text)
            )
            if run and not (is_lost and self._english[run[-1].span.end : word.span.start] == " "):
                yield self._lost(run, self._english[run[0].span.start : run[-1].span.end])
                run = []
            if is_lost:
                run.append(Part(word.span, word.text))
        if run:
            yield self._lost(run, self._english[run[0].span.start : run[-1].span.end])

    def _may_be_copied(self, word: Word, *, is_alone: bool) -> bool:
        """Whether its capitals make a name or an acronym of an English word, and not its place."""
        if len(word.text) < _SHORT or not word.begins_upper:
            return False
        if word.text.isupper():
            return not is_word(word.text)
        return is_name_word(word) and (is_alone or self._is_name(Part(word.span, word.text)))

    def _lost(self, parts: Sequence[Part], text: str) -> Lost:
        span = Span(parts[0].span.start, parts[-1].span.end)
        words = [Part(span, word) for word in text.split()]
        return Lost(span, text, tuple(parts), (), any(map(self._is_name, words)))

    def _is_name(self, part: Part) -> bool:
        """Whether a word is a name, or an acronym of a body or of nothing that the dictionaries
        know; any might render another word (ASAP)."""
        term = self._known.english_term(part)
        if part.text.isupper():
            entries = (*term.entries, *self._lexicon.from_japanese(part.text))
            return not entries or any(entry.kind in _BODIES for entry in entries)
        return (
            not is_word(part.text)
            or part.text[1:] not in {part.text[1:].lower(), part.text[1:].upper()}
            or any(entry.kind in _NAMES for entry in term.entries[:1])
            or self._known.is_surely_english_name(part, term)
        )


def _stands_in(word: str, text: str) -> bool:
    """Whether a text has a word in Latin letters, perhaps in a longer one if it is no short one."""
    word = _folded(word)
    plain = unicodedata.normalize("NFKC", text).lower().replace(".", "")
    if len(word) > _SHORT:
        return word in _LETTERS.sub("", plain)
    return re.search(rf"(?<![a-z]){word}s?(?![a-z])", plain) is not None


def _folded(text: str) -> str:
    return _LETTERS.sub("", unicodedata.normalize("NFKC", text).lower())


def _may_be_one(one: str, other: str) -> bool:
    """Whether they share letters."""
    one, other = _folded(one), _folded(other)
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
