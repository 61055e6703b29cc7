"""Dictionary terms in running text: the longest match at each place."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from alignqa.lexicon.entry import CLOSED_KINDS, Entry
from alignqa.lexicon.keys import fold_spelling
from alignqa.lexicon.store import Lexicon
from alignqa.text import Lang, Span
from alignqa.words import Token, Word, english_words, japanese_tokens, shorter_units

_LONGEST_ENGLISH = 6
_LONGEST_JAPANESE = 8
# A shorter word is not made of two that say anything.
_SHORTEST_COMPOUND = 3
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


Kinds = Set[str]


def japanese_terms(text: str, lexicon: Lexicon, kinds: Kinds | None = None) -> tuple[Term, ...]:
    """Terms that begin and end where Sudachi's tokens do, longest first, none overlapping.

    With `kinds`, the longest terms that have a meaning of one of these kinds: then 日本 is found
    in 日本人.
    """
    return tuple(
        Term(
            span := Span(match.start, match.end),
            span.of(text),
            match.key,
            lexicon.from_japanese(match.known_as),
        )
        for match in _japanese_matches(text, lexicon, _are_closed(kinds)).longest(kinds)
    )


def english_terms(text: str, lexicon: Lexicon, kinds: Kinds | None = None) -> tuple[Term, ...]:
    """Terms that are runs of words, longest first, none overlapping.

    With `kinds`, the longest terms that have a meaning of one of these kinds.
    """
    return tuple(
        Term(
            span := Span(match.start, match.end),
            span.of(text),
            match.key,
            lexicon.from_english(match.known_as),
        )
        for match in _english_matches(text, lexicon, _are_closed(kinds)).longest(kinds)
    )


def _are_closed(kinds: Kinds | None) -> bool:
    return kinds is not None and kinds <= CLOSED_KINDS


class _Match(NamedTuple):
    """A term, not made yet since few are asked for: its place, the number of the word behind it,
    its key, that under which the dictionary has it, and the kinds that it says."""

    start: int
    end: int
    behind: int
    key: str
    known_as: str
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Matches:
    """For each word of a text the terms that begin there, the longest first; and the kinds of all
    of them."""

    of_words: tuple[tuple[_Match, ...], ...]
    kinds: frozenset[str]

    @classmethod
    def of(cls, found: Sequence[Sequence[_Match]]) -> _Matches:
        kinds = frozenset().union(*(match.kinds for here in found for match in here))
        return cls(tuple(tuple(here) for here in found), kinds)

    def longest(self, kinds: Kinds | None) -> Iterator[_Match]:
        """None of them overlapping; with `kinds`, of those of one of these kinds."""
        if kinds is not None and self.kinds.isdisjoint(kinds):
            return
        start = 0
        while start < len(self.of_words):
            for match in self.of_words[start]:
                if kinds is None or not match.kinds.isdisjoint(kinds):
                    yield match
                    start = match.behind
                    break
            else:
                start += 1


@lru_cache(maxsize=_TEXTS_KEPT)
def _japanese_matches(text: str, lexicon: Lexicon, closed: bool) -> _Matches:
    """With `closed`, only what may be of a closed kind."""
    tokens = _units(text, lexicon)
    wanted = lexicon.of_closed_kinds if closed else None
    if wanted is None:
        runs = _japanese_runs(text, tokens)
    else:
        runs = [
            [run for run in ends if not wanted[Lang.JAPANESE].isdisjoint(run[1:])]
            for ends in _japanese_runs(text, tokens, lexicon.reaches[Lang.JAPANESE])
        ]
    known = lexicon.look_up(
        Lang.JAPANESE, [key for ends in runs for _, *keys in ends for key in keys]
    )
    found = []
    for start, ends in enumerate(runs):
        here = []
        for end, surface, base in ends:
            known_as = surface if surface in known else base
            if known_as in known:
                kinds = lexicon.kinds(Lang.JAPANESE, known_as)
                first, last = tokens[start].span.start, tokens[end - 1].span.end
                here.append(_Match(first, last, end, base, known_as, kinds))
        found.append(here)
    return _Matches.of(found)


def _units(text: str, lexicon: Lexicon) -> tuple[Token, ...]:
    """The tokens, those that no dictionary has in their parts: トランプ大統領 is トランプ and 大統領."""
    tokens = japanese_tokens(text)
    compounds = {
        token.surface
        for token in tokens
        if len(token.surface) >= _SHORTEST_COMPOUND
        and token.is_noun
        and not token.is_number
        and _may_hold_a_term(token.surface, lexicon)
    }
    unknown = compounds - lexicon.look_up(Lang.JAPANESE, list(compounds)) if compounds else ()
    if not unknown:
        return tokens
    return tuple(
        part
        for token in tokens
        for part in (_parts(token) if token.surface in unknown else (token,))
    )


def _may_hold_a_term(word: str, lexicon: Lexicon) -> bool:
    """Whether a word begins or ends with one of a closed kind: others need not be taken apart."""
    if lexicon.of_closed_kinds is None:
        return True
    wanted = lexicon.of_closed_kinds[Lang.JAPANESE]
    return any(word[:cut] in wanted or word[cut:] in wanted for cut in range(1, len(word)))


def _parts(token: Token) -> tuple[Token, ...]:
    at = token.span.start
    return tuple(
        part._replace(span=Span(at + part.span.start, at + part.span.end))
        for part in shorter_units(token.surface)
    ) or (token,)


def _japanese_runs(
    text: str, tokens: Sequence[Token], reaches: Mapping[str, int] | None = None
) -> list[list[tuple[int, str, str]]]:
    """For each token the runs that begin with it and that no punctuation breaks, the longest first:
    the number of the token behind each, its text, and its tokens' bases laid end to end.

    `reaches` say how many characters a run may have, by its first one.
    """
    join = [_joins(token) for token in tokens]
    found = []
    for start, token in enumerate(tokens):
        here, base, reach = [], "", math.inf
        if reaches is not None:
            reach = max(reaches.get(key[:1], 0) for key in (token.surface, token.base))
        for end in range(start + 1, min(len(tokens), start + _LONGEST_JAPANESE) + 1):
            if end > start + 1 and not (join[start] and join[end - 1]):
                break
            surface = text[token.span.start : tokens[end - 1].span.end]
            base += tokens[end - 1].base
            if min(len(surface), len(base)) > reach:
                break
            if end > start + 1 or _may_be_term(token):
                here.append((end, surface, base))
        found.append(here[::-1])
    return found


def _joins(token: Token) -> bool:
    return token.pos[0] not in {"補助記号", "空白"} or token.surface == "・"


def _may_be_term(token: Token) -> bool:
    """Not a lone particle, ending or mark."""
    return token.is_content or token.pos[0] in {"接頭辞", "接尾辞", "代名詞"}


@lru_cache(maxsize=_TEXTS_KEPT)
def _english_matches(text: str, lexicon: Lexicon, closed: bool) -> _Matches:
    """With `closed`, only what may be of a closed kind."""
    words = english_words(text)
    lemmas = [fold_spelling(word.lemma) for word in words]
    wanted = lexicon.of_closed_kinds[Lang.ENGLISH] if closed and lexicon.of_closed_kinds else None
    reaches = lexicon.reaches[Lang.ENGLISH] if wanted else {}
    runs = []
    for start, lemma in enumerate(lemmas):
        keys: list[tuple[int, str]] = []
        key = lemma
        reach = min(reaches.get(lemma, 0), _LONGEST_ENGLISH) if wanted else _LONGEST_ENGLISH
        for end in range(start + 1, min(len(words), start + reach) + 1):
            if end > start + 1:
                two = words[end - 2], words[end - 1]
                if not (_is_joined(text, *two) or (wanted and _is_listed(text, *two))):
                    break
                key = f"{key} {lemmas[end - 1]}"
            if wanted is None or key in wanted:
                keys.append((end, key))
        runs.append(keys[::-1])
    known = lexicon.look_up(Lang.ENGLISH, [key for ends in runs for _, key in ends])
    found = []
    for start, ends in enumerate(runs):
        here = []
        for end, key in ends:
            if key in known:
                kinds = lexicon.kinds(Lang.ENGLISH, key)
                first, last = words[start].span.start, words[end - 1].span.end
                here.append(_Match(first, last, end, key, key, kinds))
        found.append(here)
    return _Matches.of(found)


def _is_listed(text: str, left: Word, right: Word) -> bool:
    """Whether a comma stands between two words with capitals: Ministry of Health, Labour and
    Welfare."""
    is_comma = text[left.span.end : right.span.start] == ", "
    return is_comma and left.begins_upper and right.begins_upper


def _is_joined(text: str, left: Word, right: Word) -> bool:
    """Only a space, a hyphen or a possessive ending stands between two words."""
    between = text[left.span.end : right.span.start]
    return between == " " or not (between.removeprefix("'s").removeprefix("’s").strip(" -‐–\n"))
