"""Words that say the opposite of each other, in both languages."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from alignqa.errors import AlignqaError
from alignqa.text import Lang, Span
from alignqa.words import Word, english_words, japanese_tokens, lemma

TABLE = Path(__file__).parent.parent / "data" / "polarity" / "oppositions.toml"
BASES = TABLE.with_name("bases.tsv")
_LONGEST = 3
# What stands between the words of a key.
_JOINTS = {Lang.ENGLISH: " ", Lang.JAPANESE: ""}
# How many characters of its first word tell that a key may begin there; `None` for all.
_FIRST = {Lang.ENGLISH: None, Lang.JAPANESE: 1}


@dataclass(frozen=True, slots=True)
class Pole:
    """A word at one of the two ends, 0 or 1, of the opposition `name`."""

    name: str
    end: int
    span: Span
    key: str


@lru_cache(maxsize=2048)
def poles(text: str, lang: Lang) -> tuple[Pole, ...]:
    """The words of a text that stand in the table, in order; one may stand in it several times."""
    if lang is Lang.ENGLISH:
        words = english_words(text)
        pieces = [(word.span, _verb(word), word.text.lower()) for word in words]
        idle = {
            word.span
            for at, word in enumerate(words)
            if word.lemma in _SOMETIMES_IDLE and _is_idle(words, at)
        }
        return tuple(pole for pole in _found(pieces, lang) if pole.span not in idle)
    pieces = [(token.span, token.base, token.surface) for token in japanese_tokens(text)]
    return tuple(_found(pieces, lang))


_SOMETIMES_IDLE = frozenset({"few", "little", "like"})
# *A few* is not few; and *like* is a verb only behind what a verb follows.
_NOT_FEW = frozenset("a the last past next first these those every quite".split())
_BEFORE_LIKE = frozenset(
    "i you we they who people to do does did not don't would really also always and still".split()
)


def _is_idle(words: Sequence[Word], at: int) -> bool:
    """Whether a word is not used in the sense in which it has an opposite."""
    before = words[at - 1].text.lower() if at else ""
    if words[at].lemma in {"few", "little"}:
        return before in _NOT_FEW
    return words[at].text.lower() == "like" and before not in _BEFORE_LIKE


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


@cache
def _beginnings(lang: Lang) -> frozenset[str]:
    """The first words of the English keys, the first characters of the Japanese ones."""
    keys = _table()[lang]
    return frozenset(key.split()[0][: _FIRST[lang]] for key in keys)


_Keys = dict[str, tuple[tuple[str, int], ...]]


def _found(pieces: Sequence[tuple[Span, str, str]], lang: Lang) -> Iterator[Pole]:
    table, joint = _table()[lang], _JOINTS[lang]
    begin, first = _beginnings(lang), _FIRST[lang]
    for start, (_, base, surface) in enumerate(pieces):
        if base[:first] not in begin and surface[:first] not in begin:
            continue
        for end in range(start + 1, min(len(pieces), start + _LONGEST) + 1):
            run = pieces[start:end]
            key = joint.join([base for _, base, _ in run])
            places = table.get(key) or table.get(joint.join([form for _, _, form in run]), ())
            for name, pole in places:
                yield Pole(name, pole, Span(run[0][0].start, run[-1][0].end), key)


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
        return {word, " ".join(lemma(part) for part in word.split())}
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
