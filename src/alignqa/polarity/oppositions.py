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
from alignqa.words import Token, Word, english_words, japanese_tokens, lemma

TABLE = Path(__file__).parent.parent / "data" / "polarity" / "oppositions.toml"
BASES = TABLE.with_name("bases.tsv")
_LONGEST = 3
# Adverbs that belong to verbs of many meanings: turn up, come on, 10% off.
PARTICLES = frozenset({"on", "off", "up", "down"})
# What stands between the words of a key.
_JOINTS = {Lang.ENGLISH: " ", Lang.JAPANESE: ""}


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
    tokens = japanese_tokens(text)
    in_front = {token.span for at, token in enumerate(tokens) if _is_in_front(tokens, at)}
    pieces = [(token.span, token.base, token.surface) for token in tokens]
    return tuple(pole for pole in _found(pieces, lang) if pole.span not in in_front)


def _is_in_front(tokens: Sequence[Token], at: int) -> bool:
    """Whether a 前 right behind a noun is a place: ホテル前, but not 購入前 or 10分前."""
    if tokens[at].surface != "前" or at == 0:
        return False
    before = tokens[at - 1].pos
    return before[0] == "名詞" and before[1] == "普通名詞" and before[2] == "一般"


_SOMETIMES_IDLE = frozenset(
    {"few", "little", "like", "empty", "lead", "beat", "beaten", "defeat", "national"}
)
# *A few* is not few; and *like* is a verb only behind what a verb follows.
_NOT_FEW = frozenset("a the last past next first these those every quite".split())
_BEFORE_LIKE = frozenset(
    "i you we they who people to do does did not don't would really also always and still".split()
)
# The river empties into the sea; one thing leads to another.
_BEFORE_TO = {"empty": frozenset({"into"}), "lead": frozenset({"to"})}
# *They were defeated* says who lost, *they defeated* who won; *a defeat* is one, *to defeat* is none.
_BE = frozenset("is are was were be been being am get got gets getting by".split())
_OF_VERBS = frozenset(
    "to will would can could may might must should shall not did do does and or who they we you i".split()
)


def _is_idle(words: Sequence[Word], at: int) -> bool:
    """Whether a word is not used in the sense in which it has an opposite."""
    word = words[at]
    before = words[at - 1].text.lower() if at else ""
    if word.lemma in {"few", "little"}:
        return before in _NOT_FEW
    if word.lemma in _BEFORE_TO:
        after = words[at + 1].text.lower() if at + 1 < len(words) else ""
        return after in _BEFORE_TO[word.lemma]
    # Citizens are no opposite of what is local.
    if word.lemma == "national":
        return word.text.lower() == "nationals"
    if word.text.lower() in {"defeat", "defeats"}:
        return before in _OF_VERBS
    if word.lemma in {"defeat", "beat"}:
        was = {other.text.lower() for other in words[max(0, at - 2) : at]} & _BE
        return not was and word.text.lower() in {"defeated", "defeating", "beaten"}
    return word.text.lower() == "like" and before not in _BEFORE_LIKE


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
    """What the keys of several words begin with: first words in English, and in Japanese, where
    words are cut differently now and then, everything shorter than a key."""
    keys = _table()[lang]
    if lang is Lang.ENGLISH:
        return frozenset(key.split()[0] for key in keys if " " in key)
    return frozenset(key[:end] for key in keys for end in range(1, len(key)))


@cache
def _telling(lang: Lang) -> frozenset[str]:
    """The keys, and what longer ones begin with: most words are neither."""
    return _beginnings(lang) | _table()[lang].keys()


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
