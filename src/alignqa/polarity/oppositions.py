"""Words that say the opposite of each other, in both languages."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from alignqa.errors import AlignqaError
from alignqa.polarity.idle import is_idle_in_english, is_idle_in_japanese
from alignqa.text import Lang, Span
from alignqa.words import Word, english_words, japanese_tokens, lemma

TABLE = Path(__file__).parent.parent / "data" / "polarity" / "oppositions.toml"
BASES = TABLE.with_name("bases.tsv")
_LONGEST = 3
# Adverbs that belong to verbs of many meanings: turn up, come on, 10% off.
PARTICLES = frozenset({"on", "off", "up", "down"})
# What stands between the words of a key.
_JOINTS = {Lang.ENGLISH: " ", Lang.JAPANESE: ""}


class Pole(NamedTuple):
    """A word at one of the two ends, 0 or 1, of the opposition `name`."""

    name: str
    end: int
    span: Span
    key: str


@lru_cache(maxsize=2048)
def poles(text: str, lang: Lang) -> tuple[Pole, ...]:
    """The words of a text that stand in the table, in order; one may stand in it several times."""
    if lang is Lang.ENGLISH:
        pieces = [(word.span, _verb(word), word.text.lower()) for word in english_words(text)]
    else:
        pieces = [(token.span, token.base, token.surface) for token in japanese_tokens(text)]
    found = _with_turned(pieces, lang)
    places = {span: at for at, (span, _, _) in enumerate(pieces)} if found else {}
    return tuple(
        pole
        for pole in found
        if pole.span not in places or not _is_idle(pole, places[pole.span], text, lang)
    )


def _is_idle(pole: Pole, at: int, text: str, lang: Lang) -> bool:
    if lang is Lang.ENGLISH:
        return is_idle_in_english(english_words(text), at)
    return is_idle_in_japanese(japanese_tokens(text), at, pole.name)


def _verb(word: Word) -> str:
    """The lemma; of a form in -ing that has none, the verb, where the table knows it."""
    if word.lemma.endswith("ing") and word.lemma not in (known := _table()[Lang.ENGLISH]):
        stem = word.lemma.removesuffix("ing")
        return next((verb for verb in (stem, stem + "e") if verb in known), word.lemma)
    return word.lemma


@lru_cache(maxsize=8192)
def ends(key: str, lang: Lang) -> frozenset[tuple[str, int]]:
    """The oppositions in which a lemma or base stands, with the end at which it stands."""
    return frozenset(_table()[lang].get(key, ()))


def stands_within(pole: Pole, text: str) -> bool:
    """Whether a Japanese text says the same end as part of a longer word: フル in フルセット."""
    counted = [other.span for other in poles(text, Lang.JAPANESE) if other.name == pole.name]
    return any(
        not any(span.start <= match.start() < span.end for span in counted)
        for word in _of_end(pole.name, pole.end)
        for match in re.finditer(re.escape(word), text)
    )


@cache
def _of_end(name: str, end: int) -> tuple[str, ...]:
    """The Japanese words at one end, but for single characters."""
    places = _table()[Lang.JAPANESE].items()
    return tuple(word for word, found in places if (name, end) in found and len(word) > 1)


@cache
def _beginnings(lang: Lang) -> frozenset[str]:
    """What the keys of several words begin with: words in English, and in Japanese, where words are
    cut differently now and then, everything shorter than a key."""
    keys, joint = _table()[lang], _JOINTS[lang]
    parts = [key.split(joint) if joint else list(key) for key in keys]
    return frozenset(joint.join(own[:end]) for own in parts for end in range(1, len(own)))


@cache
def _telling(lang: Lang) -> frozenset[str]:
    """The keys, and what longer ones begin with: most words are neither."""
    return _beginnings(lang) | _table()[lang].keys()


# Prefixes that turn a word round, in words that the table does not have: unpopular, 不人気, 未感染.
_TURNING = {Lang.ENGLISH: re.compile(r"un(?=[a-z]{5})"), Lang.JAPANESE: re.compile("[不非未無]")}


def _with_turned(pieces: Sequence[tuple[Span, str, str]], lang: Lang) -> list[Pole]:
    """The poles of a text, in order; a word with a prefix stands where the bare word does not."""
    found = list(_found(pieces, lang))
    if ending := list(_behind_nouns(pieces, lang)):
        found = sorted((*found, *ending), key=lambda pole: pole.span)
    table, is_turning = _table()[lang], _TURNING[lang].match
    turned: list[Pole] = []
    for at, (span, base, surface) in enumerate(pieces):
        prefix = is_turning(base)
        if prefix is None or base in table or surface in table:
            continue
        if rest := base[prefix.end() :]:
            turned += [Pole(name, 1 - end, span, base) for name, end in table.get(rest, ())]
        elif at + 1 < len(pieces) and pieces[at + 1][0].start == span.end:
            bare = pieces[at + 1][0]
            whole = Span(span.start, bare.end)
            turned += [
                Pole(pole.name, 1 - pole.end, whole, base + pole.key)
                for pole in found
                if pole.span == bare
            ]
    if not turned:
        return found
    left = [
        pole
        for pole in found
        if not any(pole.name == other.name and pole.span.overlaps(other.span) for other in turned)
    ]
    return sorted((*left, *turned), key=lambda pole: pole.span)


# 試合後 is one word of Sudachi's.
_TIMES = {"前": 0, "後": 1}
_SHORTEST_BEFORE = 2


def _behind_nouns(pieces: Sequence[tuple[Span, str, str]], lang: Lang) -> Iterator[Pole]:
    """The 前 and 後 that end a longer word."""
    if lang is Lang.ENGLISH:
        return
    table = _table()[lang]
    for span, base, surface in pieces:
        if surface[-1] in _TIMES and len(surface) > _SHORTEST_BEFORE and base not in table:
            yield Pole(
                "before or after that",
                _TIMES[surface[-1]],
                Span(span.end - 1, span.end),
                surface[-1],
            )


_Place = tuple[tuple[str, int], ...]
_Keys = dict[str, _Place]


def _found(pieces: Sequence[tuple[Span, str, str]], lang: Lang) -> Iterator[Pole]:
    table, joint, begin = _table()[lang], _JOINTS[lang], _beginnings(lang)
    telling = _telling(lang)
    for start, (span, base, surface) in enumerate(pieces):
        if surface not in telling and base not in telling:
            continue
        if surface in table or base in table:
            for name, pole in _places(table.get(surface, ()), table.get(base, ())):
                yield Pole(name, pole, span, base)
        if surface not in begin and base not in begin:
            continue
        for end in range(start + 2, min(len(pieces), start + _LONGEST) + 1):
            run = pieces[start:end]
            key = joint.join([base for _, base, _ in run])
            form = joint.join([form for _, _, form in run])
            for name, pole in _places(table.get(form, ()), table.get(key, ())):
                yield Pole(name, pole, Span(span.start, run[-1][0].end), key)
            if form not in begin and key not in begin:
                break


def _places(of_form: _Place, of_base: _Place) -> _Place:
    """Where a word stands: *beaten* where it is listed itself, not where *beat* is its opposite."""
    if not (of_form and of_base) or of_form == of_base:
        return of_form or of_base
    return (
        *of_form,
        *(
            (name, end)
            for name, end in of_base
            if (name, end) not in of_form and (name, 1 - end) not in of_form
        ),
    )


@cache
def _table() -> dict[Lang, _Keys]:
    """Where each word stands, by language.

    Raises:
        AlignqaError: if the file is not there or is not whole.
    """
    try:
        oppositions = tomllib.loads(TABLE.read_text(encoding="utf-8"))["opposition"]
        places: dict[Lang, defaultdict[str, list[tuple[str, int]]]] = {
            lang: defaultdict(list) for lang in Lang
        }
        for opposition in oppositions:
            for lang in Lang:
                for end, words in enumerate(opposition[lang.english_name.lower()]):
                    for word in words.split():
                        for key in _keys(word.replace("_", " "), lang):
                            places[lang][key].append((opposition["name"], end))
    except (OSError, KeyError, ValueError) as error:
        raise AlignqaError(
            f"The table {TABLE} cannot be read ({error}); reinstall alignqa."
        ) from error
    return {
        lang: {key: tuple(dict.fromkeys(found)) for key, found in by_key.items()}
        for lang, by_key in places.items()
    }


def _keys(word: str, lang: Lang) -> set[str]:
    if lang is Lang.ENGLISH:
        parts = word.split()
        # A phrase is found by its lemmas, too; of a word, the form that is listed is meant.
        return {word, " ".join(lemma(part) for part in parts)} if len(parts) > 1 else {word}
    return {word, _bases().get(word, word)}


@cache
def _bases() -> dict[str, str]:
    """Sudachi's normal forms of the table's words, where they differ: kept, since to ask for them
    all would bring a third of Sudachi's dictionary into memory."""
    lines = BASES.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


def japanese_words() -> tuple[str, ...]:
    """The Japanese words of the table, in order; `BASES` is made of them."""
    oppositions = tomllib.loads(TABLE.read_text(encoding="utf-8"))["opposition"]
    ends = (words for opposition in oppositions for words in opposition["japanese"])
    return tuple(dict.fromkeys(w.replace("_", " ") for words in ends for w in words.split()))
