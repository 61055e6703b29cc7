"""One term of the source that the translation renders in two ways: サーバー and サーバ, say.

## Why

Two names look like two things. A reader who searches for the one never finds the other.

## Example

- *server* is サーバー three times and サーバ once: the one is marked.
- ゼレンスキー is *Zelensky* twice and *Zelenskyy* once.

## Limits

Both renderings must be certain: two spellings of one katakana word that the dictionary knows to be
one; two spellings of a name that differ in a letter or two, where the source has the same name and
no second one like it; two names of one institution that the dictionary knows. A short form of the
other (最高裁 for 最高裁判所) is no second rendering, nor are words that mean the same (会社, 企業).
The rarer one is marked; between equals, the later.

Source: JTF Style Guide for Japanese translation, version 3, 2.1.6 (long vowels of katakana words);
the error type *inconsistent-use-of-terminology* of MQM.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.lexicon.keys import english_key
from alignqa.text import Lang, Span
from alignqa.words import english_words, japanese_tokens, lemma

RULE = Rule(
    "AQ601", "inconsistent-term", MqmCategory.INCONSISTENT_TERMS, Severity.MINOR, fixable=True
)

_KATAKANA = re.compile(r"[ァ-ヺー]{3,}")
_KATAKANA_RUN = re.compile(r"[ァ-ヺー]{4,}")
_CAPITALISED = re.compile(r"(?<![\w'’-])[A-Z][a-zà-ɏ]{3,}(?![\w-])")
_LONG_NAME = re.compile(r"\b[A-Z][a-z]+(?: (?:(?:of|for) (?:the )?|and )?[A-Z][a-z]+)+")
_NAME_ALIKE = 0.8
_LONGEST_DIFFERENCE = 2

# Each kana as the first of its row; vowels, long marks and small kana as nothing.
_ROWS = str.maketrans(
    "カキクケコガギグゲゴサシスセソザジズゼゾタチツテトダヂヅデドナニヌネノハヒフヘホバビブベボパピプペポマミムメモヤユヨラリルレロワヲヴ",
    "カカカカカガガガガガサササササザザザザザタタタタタダダダダダナナナナナハハハハハバババババパパパパパマママママヤヤヤラララララワワバ",
    "アイウエオァィゥェォャュョッー",
)

Place = tuple[int, Span]
Renderings = dict[str, list[Place]]


def check_document(pairs: Sequence[Pair], context: Context) -> Iterator[tuple[int, Finding]]:
    """Yields a finding for each place where a term has not its usual rendering."""
    whole = [(place, pair) for place, pair in enumerate(pairs) if pair.is_whole]
    if len(whole) < 2:
        return
    groups: list[Renderings] = []
    if whole[0][1].target.lang is Lang.JAPANESE:
        groups += _katakana_spellings(whole)
        groups += _institutions(whole, context)
    groups += _names(whole, context)
    told: set[Place] = set()
    for renderings in groups:
        usual = max(
            renderings, key=lambda words: (len(renderings[words]), _earliest(renderings, words))
        )
        for words, places in renderings.items():
            for place, span in places if words != usual else ():
                if (place, span) in told:
                    continue
                told.add((place, span))
                yield place, _finding(span, words, usual, len(renderings[usual]))


def _earliest(renderings: Renderings, words: str) -> tuple[int, int]:
    place, span = min(renderings[words])
    return -place, -span.start


def _finding(span: Span, words: str, usual: str, times: int) -> Finding:
    how_often = "once" if times == 1 else f"{times} times"
    return Finding(
        RULE,
        Severity.MINOR,
        0.75,
        f"“{words}” is “{usual}” elsewhere in the document ({how_often}).",
        (),
        (span,),
        {"usual": usual, "times": times},
        usual,
    )


def _katakana_spellings(whole: Sequence[tuple[int, Pair]]) -> Iterator[Renderings]:
    """Katakana words that Sudachi knows for spellings of one, or that differ in a final ー."""
    found: dict[str, Renderings] = defaultdict(lambda: defaultdict(list))
    for place, pair in whole:
        if not _KATAKANA.search(pair.target.text):
            continue
        for token in japanese_tokens(pair.target.text):
            if _KATAKANA.fullmatch(token.surface):
                key = token.base if _KATAKANA.fullmatch(token.base) else token.surface
                found[key.rstrip("ー")][token.surface].append((place, token.span))
    for renderings in found.values():
        if len(renderings) > 1 and _are_spellings(list(renderings)):
            yield dict(renderings)


def _are_spellings(words: Sequence[str]) -> bool:
    """Whether words sound the same, so that none is an abbreviation of the other."""
    return all(_likeness(one, other) >= 0.6 for one, other in combinations(words, 2))


def _institutions(whole: Sequence[tuple[int, Pair]], context: Context) -> Iterator[Renderings]:
    """English names of institutions with two Japanese names from the dictionary."""
    spelled: dict[str, list[tuple[int, Pair]]] = defaultdict(list)
    for place, pair in whole:
        for name in set(_LONG_NAME.findall(pair.source.text)):
            spelled[english_key(name)].append((place, pair))
    for key, places in spelled.items():
        if len(places) < 2:
            continue
        known = {e.text for e in context.lexicon.from_english(key) if e.kind == "institution"}
        found: Renderings = defaultdict(list)
        for place, pair in places:
            text = pair.target.text
            names = {name for name in known if name in text}
            # The longest only: 日本銀行 holds 銀行.
            names = {n for n in names if not any(n != other and n in other for other in names)}
            if len(names) == 1:
                name = names.pop()
                start = text.index(name)
                found[name].append((place, Span(start, start + len(name))))
        both = combinations(found, 2)
        if len(found) > 1 and not any(_is_short_for(*sorted(names, key=len)) for names in both):
            yield dict(found)


def _is_short_for(short: str, long: str) -> bool:
    """Whether the letters of the one stand in the other, in order: 最高裁 in 最高裁判所."""
    rest = iter(long)
    return all(char in rest for char in short)


def _names(whole: Sequence[tuple[int, Pair]], context: Context) -> Iterator[Renderings]:
    """Names of the source with two spellings that are nearly alike."""
    is_english = whole[0][1].source.lang is Lang.ENGLISH
    by_name: dict[str, list[tuple[int, Pair]]] = defaultdict(list)
    for place, pair in whole:
        for name in _source_names(pair, is_english=is_english):
            by_name[name].append((place, pair))
    pattern = _KATAKANA_RUN if is_english else _CAPITALISED
    found = {
        place: [(m.group(), Span(*m.span())) for m in pattern.finditer(pair.target.text)]
        for place, pair in whole
    }
    for name, places in by_name.items():
        if len(places) < 2:
            continue
        words: Renderings = defaultdict(list)
        for place, _ in places:
            for word, span in found[place]:
                words[word].append((place, span))
        for one, other in combinations(words, 2):
            if not (_are_variants(one, other) and _are_names(one, other, context)):
                continue
            apart = {p for p, _ in words[one]}.isdisjoint(p for p, _ in words[other])
            if apart and not _has_a_like(name, (one, other), found, by_name):
                yield {one: words[one], other: words[other]}


def _source_names(pair: Pair, *, is_english: bool) -> set[str]:
    if is_english:
        words = english_words(pair.source.text)
        return {w.text for w in words if w.is_capital and len(w.text) > 3 and w.text.isalpha()}
    return set(_KATAKANA_RUN.findall(pair.source.text))


def _are_variants(one: str, other: str) -> bool:
    """Spelled nearly alike, from the first letter on, and no form of one another."""
    if one[0] != other[0] or abs(len(one) - len(other)) > _LONGEST_DIFFERENCE:
        return False
    if one.isascii() and other.isascii():
        short, long = sorted((one.lower(), other.lower()), key=len)
        # Plurals, adjectives and peoples: Korea, Korean; Brazil, Brazils.
        if long.startswith(short) and long[len(short) :] in {
            "s",
            "n",
            "an",
            "es",
            "ns",
            "i",
            "ic",
            "ed",
            "er",
        }:
            return False
        if short[:-1] == long[: len(short) - 1] and long.endswith(
            ("n", "ns", "s", "sh", "ed", "ing")
        ):
            return False
    elif _consonants(one) != _consonants(other):
        return False
    return _likeness(one, other) >= _NAME_ALIKE


def _are_names(one: str, other: str, context: Context) -> bool:
    """Whether English words are none of the dictionary's: *Rotation* and *Rotating* are."""
    return not one.isascii() or not any(
        entry.kind != "name"
        for word in (one, other)
        for entry in context.lexicon.from_english(lemma(word))
    )


def _consonants(katakana: str) -> str:
    """What of a word's sound is left without vowels: シュローダー and シュレーダー agree."""
    return katakana.translate(_ROWS)


def _has_a_like(
    name: str,
    both: tuple[str, str],
    found: Mapping[int, Sequence[tuple[str, Span]]],
    by_name: Mapping[str, Sequence[tuple[int, Pair]]],
) -> bool:
    """Whether one of the spellings may render something else: it stands where the name does not,
    or another name like this one stands in the source."""
    with_name = {place for place, _ in by_name[name]}
    for place, words in found.items():
        if place not in with_name and any(word in both for word, _ in words):
            return True
    rivals = [rival for rival in by_name if rival != name and rival[0] == name[0]]
    return any(_likeness(name, rival) >= 0.5 for rival in rivals)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
