"""Dictionary terms in running text: the longest match at each place."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from alignqa.lexicon.entry import Entry
from alignqa.lexicon.keys import fold_spelling
from alignqa.lexicon.store import Lexicon
from alignqa.text import Lang, Span
from alignqa.words import Token, Word, english_words, japanese_tokens

_LONGEST_ENGLISH = 6
_LONGEST_JAPANESE = 8
# Several checks ask for the terms of the pair that is at hand.
_TEXTS_KEPT = 8


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
    return tuple(_longest(_japanese_matches(text, lexicon), kinds))


def english_terms(text: str, lexicon: Lexicon, kinds: Kinds | None = None) -> tuple[Term, ...]:
    """Terms that are runs of words, longest first, none overlapping.

    With `kinds`, the longest terms that have a meaning of one of these kinds.
    """
    return tuple(_longest(_english_matches(text, lexicon), kinds))


# For each word of a text the terms that begin there, the longest first, each with the number of the
# word behind it.
_Matches = tuple[tuple[tuple[int, Term], ...], ...]


def _longest(matches: _Matches, kinds: Kinds | None) -> Iterator[Term]:
    start = 0
    while start < len(matches):
        for end, term in matches[start]:
            if kinds is None or any(entry.kind in kinds for entry in term.entries):
                yield term
                start = end
                break
        else:
            start += 1


@lru_cache(maxsize=_TEXTS_KEPT)
def _japanese_matches(text: str, lexicon: Lexicon) -> _Matches:
    tokens = japanese_tokens(text)
    runs = [
        [
            (end, Span(tokens[start].span.start, tokens[end - 1].span.end))
            for end in range(_last_of_run(tokens, start), start, -1)
            if end > start + 1 or _may_be_term(tokens[start])
        ]
        for start in range(len(tokens))
    ]
    lexicon.look_up(Lang.JAPANESE, (span.of(text) for ends in runs for _, span in ends))
    found = []
    for start, ends in enumerate(runs):
        here = []
        for end, span in ends:
            surface, base = span.of(text), "".join(token.base for token in tokens[start:end])
            entries = lexicon.from_japanese(surface)
            if not entries and base != surface:
                entries = lexicon.from_japanese(base)
            if entries:
                here.append((end, Term(span, surface, base, entries)))
        found.append(tuple(here))
    return tuple(found)


def _last_of_run(tokens: Sequence[Token], start: int) -> int:
    """The number of the token behind the longest run that no punctuation breaks."""
    end = start + 1
    while end < min(len(tokens), start + _LONGEST_JAPANESE) and _joins(tokens[end]):
        end += 1
    return end if _joins(tokens[start]) else start + 1


def _joins(token: Token) -> bool:
    return token.pos[0] not in {"補助記号", "空白"} or token.surface == "・"


def _may_be_term(token: Token) -> bool:
    """Not a lone particle, ending or mark."""
    return token.is_content or token.pos[0] in {"接頭辞", "接尾辞", "代名詞"}


@lru_cache(maxsize=_TEXTS_KEPT)
def _english_matches(text: str, lexicon: Lexicon) -> _Matches:
    words = english_words(text)
    lemmas = [fold_spelling(word.lemma) for word in words]
    joined = [_is_joined(text, left, right) for left, right in pairwise(words)]
    runs = []
    for start in range(len(words)):
        last = start + 1
        while last < min(len(words), start + _LONGEST_ENGLISH) and joined[last - 1]:
            last += 1
        runs.append([(end, " ".join(lemmas[start:end])) for end in range(last, start, -1)])
    lexicon.look_up(Lang.ENGLISH, (key for ends in runs for _, key in ends))
    found = []
    for start, ends in enumerate(runs):
        here = []
        for end, key in ends:
            if entries := lexicon.from_english(key):
                span = Span(words[start].span.start, words[end - 1].span.end)
                here.append((end, Term(span, span.of(text), key, entries)))
        found.append(tuple(here))
    return tuple(found)


def _is_joined(text: str, left: Word, right: Word) -> bool:
    """Only a space, a hyphen or a possessive ending stands between two words."""
    between = text[left.span.end : right.span.start]
    return between == " " or not (between.removeprefix("'s").removeprefix("’s").strip(" -‐–\n"))
