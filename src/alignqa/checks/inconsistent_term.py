"""One term of the source that the translation renders in two ways: サーバー and サーバ, say.

## Why

Two names look like two things. A reader who searches for the one never finds the other.

## Example

- *server* is サーバー three times and サーバ once: the one is marked.
- *Supreme Court* is 最高裁判所 twice and 大審院 once.

## Limits

Both renderings must be certain: two spellings of one katakana word that the dictionary knows to be
one; two names of one institution that the dictionary knows. Names of persons are the matter of
inconsistent-name. A short form of the other (最高裁 for 最高裁判所) is no second rendering, nor are the
same words turned round (Foreign Ministry, Ministry of Foreign Affairs), nor words that mean the
same (会社, 企業). The rarer one is marked; between equals, the later.

Source: JTF Style Guide for Japanese translation, version 3, 2.1.6 (long vowels of katakana words);
the error type *inconsistent-use-of-terminology* of MQM.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.lexicon import english_key, japanese_terms
from alignqa.message import told
from alignqa.text import Lang, Segment, Span
from alignqa.words import FUNCTION_WORDS, japanese_tokens
from alignqa.words.spelled import spelled_alike

RULE = Rule("AQ601", "inconsistent-term", MqmCategory.INCONSISTENT_TERMS, Severity.MINOR)

_KATAKANA = re.compile(r"[ァ-ヺー]{3,}")
_SHORTEST_JAPANESE = 3
_LONG_NAME = re.compile(r"\b[A-Z][a-z]+(?: (?:(?:of|for) (?:the )?|and )?[A-Z][a-z]+)+")
Place = tuple[int, Span]
Renderings = dict[str, list[Place]]


@dataclass(frozen=True, slots=True)
class _Terms:
    """What may be inconsistent in a pair: the katakana words of a Japanese target, each with what
    its spellings have in common, and the names of institutions of the source."""

    katakana: list[tuple[str, str, Span]]
    institutions: list[str]


def gather(pair: Pair, context: Context) -> _Terms | None:
    """The katakana words of the target, and the institutions of the source."""
    if not pair.is_whole:
        return None
    return _Terms(list(_katakana(pair.target)), sorted(_institutions_of(pair, context)))


def check_gathered(
    pairs: Sequence[Pair], gathered: Sequence[_Terms | None], context: Context
) -> Iterator[tuple[int, Finding]]:
    """Yields a finding for each place where a term has not its usual rendering."""
    known = {place: terms for place, terms in enumerate(gathered) if terms is not None}
    if len(known) < 2:
        return
    groups = [*_katakana_spellings(known), *_institutions(pairs, known, context)]
    done: set[Place] = set()
    for renderings in groups:
        usual = max(
            renderings, key=lambda words: (len(renderings[words]), _earliest(renderings, words))
        )
        for words, places in renderings.items():
            for place, span in places if words != usual else ():
                if (place, span) in done:
                    continue
                done.add((place, span))
                yield place, _finding(span, words, usual, len(renderings[usual]))


def _earliest(renderings: Renderings, words: str) -> tuple[int, int]:
    place, span = min(renderings[words])
    return -place, -span.start


def _finding(span: Span, words: str, usual: str, times: int) -> Finding:
    how_often = told("once") if times == 1 else told("{n} times", n=times)
    return Finding(
        RULE,
        Severity.MINOR,
        0.75,
        told(
            "“{words}” is “{usual}” elsewhere in the document ({how_often}).",
            words=words,
            usual=usual,
            how_often=how_often,
        ),
        (),
        (span,),
        {"usual": usual, "times": times},
        usual,
    )


def _katakana(target: Segment) -> Iterator[tuple[str, str, Span]]:
    if target.lang is not Lang.JAPANESE or not _KATAKANA.search(target.text):
        return
    for token in japanese_tokens(target.text):
        if _KATAKANA.fullmatch(token.surface):
            key = token.base if _KATAKANA.fullmatch(token.base) else token.surface
            yield key.rstrip("ー"), token.surface, token.span


def _katakana_spellings(known: Mapping[int, _Terms]) -> Iterator[Renderings]:
    """Katakana words that Sudachi knows for spellings of one, or that differ in a final ー."""
    found: dict[str, Renderings] = defaultdict(lambda: defaultdict(list))
    for place, terms in known.items():
        for key, surface, span in terms.katakana:
            found[key][surface].append((place, span))
    for renderings in found.values():
        if len(renderings) > 1 and _are_spellings(list(renderings)):
            yield dict(renderings)


def _are_spellings(words: Sequence[str]) -> bool:
    """Whether words sound the same, so that none is an abbreviation of the other."""
    return all(spelled_alike(one, other) >= 0.6 for one, other in combinations(words, 2))


def _institutions(
    pairs: Sequence[Pair], known_terms: Mapping[int, _Terms], context: Context
) -> Iterator[Renderings]:
    """Names of institutions that are rendered by two names from the dictionary."""
    named: dict[str, list[tuple[int, Pair]]] = defaultdict(list)
    for place, terms in known_terms.items():
        for name in terms.institutions:
            named[name].append((place, pairs[place]))
    for name, places in named.items():
        if len(places) < 2:
            continue
        entries = context.lexicon.other_side(name)
        known = {entry.text for entry in entries if entry.kind == "institution"}
        found: Renderings = defaultdict(list)
        for place, pair in places:
            spans = {other: span for other in known if (span := _first(other, pair.target.text))}
            # The longest only: 日本銀行 holds 銀行.
            longest = [n for n in spans if not any(n != o and n in o for o in spans)]
            if len(longest) == 1:
                found[longest[0]].append((place, spans[longest[0]]))
        both = combinations(found, 2)
        if len(found) > 1 and not any(_are_one_name(*sorted(names, key=len)) for names in both):
            yield dict(found)


def _institutions_of(pair: Pair, context: Context) -> set[str]:
    if pair.source.lang is Lang.ENGLISH:
        return {english_key(name) for name in _LONG_NAME.findall(pair.source.text)}
    terms = japanese_terms(pair.source.text, context.lexicon, {"institution"})
    return {term.text for term in terms if len(term.text) >= _SHORTEST_JAPANESE}


def _first(name: str, text: str) -> Span | None:
    """Where a name first stands in a text, in English as whole words."""
    edge = r"\b" if name.isascii() else ""
    match = re.search(f"{edge}{re.escape(name)}{edge}", text)
    return Span(*match.span()) if match else None


def _are_one_name(short: str, long: str) -> bool:
    """Whether one is a short form of the other, or the same words turned round: Foreign Ministry,
    Ministry of Foreign Affairs."""
    if not (short.isascii() and long.isascii()):
        return _is_short_for(short, long)
    words = set(english_key(short).split()) - FUNCTION_WORDS
    others = set(english_key(long).split()) - FUNCTION_WORDS
    return short.isupper() or bool(words & others)


def _is_short_for(short: str, long: str) -> bool:
    """Whether the letters of the one stand in the other, in order: 最高裁 in 最高裁判所."""
    rest = iter(long)
    return all(char in rest for char in short)
