"""Words in Latin letters that a Japanese text has as English does: NATO, Laura Bell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from alignqa.lexicon import Entry, Lexicon, Term, english_key
from alignqa.lexicon.support import Support
from alignqa.names.found import Part
from alignqa.names.known import is_word
from alignqa.names.lost_name import Lost
from alignqa.text import Span
from alignqa.words.markup import prose

_LATIN = r"A-Za-zＡ-Ｚａ-ｚ"
_LATIN_NAME = re.compile(
    rf"(?<![{_LATIN}0-9@#/_.&-])[A-ZＡ-Ｚ][{_LATIN}]+(?:[ 　][A-ZＡ-Ｚ][{_LATIN}]+)*(?![{_LATIN}0-9@/_&-]|\.[A-Za-z])"
)
_ACRONYM = re.compile(
    r"(?<![A-Za-z0-9@#/_.&-])(?:[A-Z]{2,6}|(?:[A-Z]\.){2,4})(?![A-Za-z0-9@/_&-]|\.[A-Za-z])"
)
_WORD = re.compile(rf"[{_LATIN}]+")
_LETTERS = re.compile(r"[^a-z]")
# What an acronym must stand for: RB, ASAP and TEL are words.
_BODIES = frozenset({"institution", "company", "country"})
# Words that share so many letters may be one, spelled in two ways.
_ALIKE = 0.5
# A shorter word stands in many others by chance: EU.
_SHORT = 3
# Where so many are lost, it is not for being swapped.
_MOST_LOST = 2


def left_in_latin(
    english: str, japanese: str, support: Support, lexicon: Lexicon
) -> tuple[Lost, ...]:
    """The names and acronyms in Latin letters of the Japanese text that the English has neither as
    they are nor by what they mean."""
    found = []
    for run in _LATIN_NAME.finditer(prose(japanese)):
        words = list(_WORD.finditer(japanese, *run.span()))
        missing = [word for word in words if not _stands_in(_folded(word.group()), english)]
        # All of a name may be lost, or a part of it.
        for match in [run] if len(missing) == len(words) else missing:
            text = unicodedata.normalize("NFKC", match.group())
            term = _term(Span(*match.span()), text, lexicon.from_japanese(text))
            # A word of English in a Japanese text may be rendered by any other.
            may_be_missed = (
                _is_of_a_body(term)
                if text.isupper()
                else not all(is_word(_folded(word)) for word in text.split())
            )
            if may_be_missed and support.known_meaning(term) is None:
                found.append(_lost(term))
    return tuple(found)


def miscopied(
    strangers: Sequence[Lost],
    names: Sequence[Lost],
    texts: tuple[str, str],
    support: Support,
    lexicon: Lexicon,
) -> Iterator[tuple[Lost, Lost]]:
    """What stands in the English text (the first of `texts`) for such words of the Japanese one: an
    acronym for an acronym, one of the lost English `names` for a name."""
    acronyms = list(_lost_acronyms(*texts, support, lexicon))
    sure = [name for name in names if name.is_surely_name]
    for lost, rivals in (
        (acronyms, [one for one in strangers if one.text.isupper()]),
        (sure, [one for one in strangers if not one.text.isupper()]),
    ):
        if len(lost) == len(rivals) <= _MOST_LOST:
            for pair in zip(lost, rivals, strict=True):
                if not _may_be_one(pair[0].text, pair[1].text):
                    yield pair


def _lost_acronyms(
    english: str, japanese: str, support: Support, lexicon: Lexicon
) -> Iterator[Lost]:
    for found in _ACRONYM.finditer(prose(english)):
        key = _folded(found.group())
        entries = lexicon.from_english(key) or lexicon.from_english(english_key(found.group()))
        term = _term(Span(*found.span()), found.group(), entries)
        is_known = _is_of_a_body(term) and not _stands_in(key, japanese)
        if is_known and support.known_rendering(term) is None:
            yield _lost(term)


def _term(span: Span, text: str, entries: tuple[Entry, ...]) -> Term:
    return Term(span, text, text, entries)


def _is_of_a_body(term: Term) -> bool:
    return not term.kinds.isdisjoint(_BODIES)


def _lost(term: Term) -> Lost:
    return Lost(term.span, term.text, (Part(term.span, term.text),), (), True)


def _stands_in(word: str, text: str) -> bool:
    """Whether a text has a word in Latin letters, perhaps in a longer one if it is no short one."""
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
