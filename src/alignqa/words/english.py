"""English words with their dictionary forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from alignqa.text import Span
from alignqa.words.markup import prose

if TYPE_CHECKING:
    from simplemma.strategies import DictionaryLookupStrategy

# An abbreviation with dots; a word with inner apostrophes; digits with separators inside.
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*",
)
_LONGEST_ACRONYM = 4
# How many characters before a word tell whether it opens a sentence.
_FARTHEST_END = 12
_PLURAL = re.compile(r"\w{2}[^siu']s$")
_POSSESSIVE = re.compile(r"['’][sS]$")
# What stands before a word that opens a sentence: an end mark (but not that of an abbreviation
# such as U.S. or Mr.), a line end, an opening quotation mark.
_SENTENCE_END = re.compile(
    r"""(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt|Jr|Sr|vs|No))(?<!\b(?:Mrs|Gen|Col|Sen|Rep|Gov))
    [.!?:;]['"”’)\]]*\s+\W*$ | ^\W*$ | \n\W*$ | [“"「『]$""",
    re.VERBOSE,
)


# Words that carry the grammar of a sentence rather than its matter, as lemmas.
FUNCTION_WORDS = frozenset(
    """a an the this that these those i you he she it we they who whom whose which what when where why
    how be do have will would can could shall should may might must not no nor and or but if because as
    while than then so of in on at by to from with without for about into over under after before
    between through during against there here also just very too only even still again more most some
    any all each other such own same one out up down off go get make take come see say let""".split()
)


class Word(NamedTuple):
    """One word: `lemma` is its lower-cased dictionary form.

    `is_capital` means that its capital letter says something: it begins with one and does not
    open a sentence.
    """

    span: Span
    text: str
    lemma: str
    opens_sentence: bool

    @property
    def begins_upper(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_capital(self) -> bool:
        return self.begins_upper and not self.opens_sentence


@lru_cache(maxsize=4096)
def english_words(text: str) -> tuple[Word, ...]:
    """The words of an English text, in order, possessive endings left out; markup has none."""
    plain = prose(text)
    return tuple(
        Word(
            Span(start, start + len(surface)),
            surface,
            lemma(surface),
            _opens_sentence(plain, start),
        )
        for start, surface in _surfaces(plain)
    )


def count_english_words(text: str) -> int:
    """How many words an English text has."""
    return len(_WORD.findall(prose(text)))


def english_lemmas(text: str) -> list[str]:
    """The lemmas alone of the words of an English text, in order."""
    # Letters and blanks alone hold no markup either.
    if text.replace(" ", "").isalpha():
        return [lemma(word) for word in text.split()]
    return [lemma(surface) for _, surface in _surfaces(prose(text))]


def _surfaces(text: str) -> Iterator[tuple[int, str]]:
    """Where each word begins, and the word."""
    for match in _WORD.finditer(text):
        surface = match.group()
        if surface[-1] in "sS":
            surface = _POSSESSIVE.sub("", surface)
        yield match.start(), surface


def _opens_sentence(text: str, start: int) -> bool:
    # Most words stand behind a word and a space: there is no need to look closer.
    if start > 1 and text[start - 1] == " " and text[start - 2].isalnum():
        return False
    before = text[max(0, start - _FARTHEST_END) : start]
    if before.isspace():
        before = text[:start].rstrip()[-_FARTHEST_END:] + " "
    return bool(_SENTENCE_END.search(before))


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """The lower-cased dictionary form: `ministries` → `ministry`, `U.S.` → `us`, but `us` → `we`."""
    folded = word.replace("’", "'").lower()
    if folded[0].isdigit():
        return folded
    if "." in folded or (1 < len(word) <= _LONGEST_ACRONYM and word.isupper()):
        return folded.replace(".", "")
    found = _simplemma(folded).lower()
    # Names are not in simplemma's list: Americans, Democrats.
    if found == folded and word[0].isupper() and _PLURAL.search(folded):
        return folded[:-1]
    return found


def _simplemma(word: str) -> str:
    """A word's lemma. Most words stand in simplemma's list, which it asks first, and only after much
    ado."""
    import simplemma

    listed = _list().get_lemma(word, "en") if word.isascii() and word.isalpha() else None
    return listed or simplemma.lemmatize(word, lang="en")


@cache
def _list() -> DictionaryLookupStrategy:
    from simplemma.strategies import DictionaryLookupStrategy

    return DictionaryLookupStrategy()
