"""Things of everyday and public life by their fields: hospitals and schools are places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

from alignqa.lexicon.keys import english_key
from alignqa.text import Lang

_DATA = Path(__file__).parent.parent / "data" / "lexicon"
_TABLE, _PUBLIC_LIFE = _DATA / "fields.tsv", _DATA / "public_life.tsv"
# Ministries and parties are bodies like courts and committees: one is put for the other.
_PUBLIC_BODY, _SAME_FIELD = "institution", "place"
# Before a name that means too many things to be asked for.
_LOOSE = "~"
# The fields of what people do: their English names are verbs, those of the others nouns.
ACTS = frozenset({"statement", "trade", "making", "court_action", "movement", "process"})
# Those of how something is: one is said by denying another, too.
STATES = frozenset({"quality", "feeling"})
# Firms and the papers that report on them: what is half of the name of one is that of many.
NAMED = frozenset({"company", "medium"})
_OF_FIRMS = ("グループ", "ホールディングス")
# Before the key of a name that is written with a capital; two of them, in capitals throughout.
_CAPITAL = "^"


@dataclass(frozen=True, slots=True)
class Thing:
    """A row of the table, and the names that mean it first of all, the usual one first. One that
    `is_public` is a body as newspapers name it (`public_life`)."""

    number: int
    japanese: tuple[str, ...]
    english: tuple[str, ...]
    is_public: bool


@dataclass(frozen=True)
class Fields:
    """The table by the names of either language, English ones as `capital_key` has them.

    `things` has for each name all that it may stand for; `own` the fields of those that it means
    first of all, each with the thing; `begins` what a name begins with, `several` what one of
    several words does; `proper` has the Japanese ones of firms and the like.
    """

    things: dict[Lang, dict[str, tuple[Thing, ...]]]
    own: dict[Lang, dict[str, dict[str, Thing]]]
    begins: dict[Lang, frozenset[str]]
    several: dict[Lang, frozenset[str]]
    proper: frozenset[str]

    @classmethod
    def read(cls) -> Self:
        """The shipped table."""
        things: dict[Lang, dict[str, list[Thing]]] = {lang: {} for lang in Lang}
        own: dict[Lang, dict[str, dict[str, Thing]]] = {lang: {} for lang in Lang}
        proper: set[str] = set()
        rows = [*_rows(), *_public_rows()]
        for number, (field, names) in enumerate(rows):
            first = {lang: tuple(n for n in names[lang] if n[0] != _LOOSE) for lang in Lang}
            is_public = field == _PUBLIC_BODY
            if field == "company":
                firms = first[Lang.JAPANESE]
                names[Lang.JAPANESE] += [name + end for name in firms for end in _OF_FIRMS]
            thing = Thing(number, first[Lang.JAPANESE], first[Lang.ENGLISH], is_public)
            if first[Lang.ENGLISH] and first[Lang.ENGLISH][0][0].isupper():
                # Japanese writes Toyota and NATO as they are, too.
                names[Lang.JAPANESE] += first[Lang.ENGLISH]
                proper |= {name.removeprefix(_LOOSE) for name in names[Lang.JAPANESE]}
            for lang in Lang:
                for name in names[lang]:
                    key = _key(name.removeprefix(_LOOSE), lang)
                    things[lang].setdefault(key, []).append(thing)
                    if name[0] != _LOOSE and is_public:
                        own[lang].setdefault(key, {}).setdefault(_SAME_FIELD, thing)
                    elif name[0] != _LOOSE:
                        own[lang].setdefault(key, {})[field] = thing
        several = {
            Lang.ENGLISH: frozenset(_first(key) for key in things[Lang.ENGLISH] if " " in key),
            Lang.JAPANESE: frozenset(
                key[:end] for key in things[Lang.JAPANESE] for end in range(1, len(key))
            ),
        }
        begins = {
            Lang.ENGLISH: frozenset(map(_first, things[Lang.ENGLISH])),
            Lang.JAPANESE: several[Lang.JAPANESE] | things[Lang.JAPANESE].keys(),
        }
        tuples = {lang: {k: tuple(found) for k, found in things[lang].items()} for lang in Lang}
        return cls(tuples, own, begins, several, frozenset(proper))


@cache
def shipped_fields() -> Fields:
    """The shipped table, read once."""
    return Fields.read()


def _rows() -> Iterator[tuple[str, dict[Lang, list[str]]]]:
    """Each row's field, and its names."""
    field = ""
    for line in _TABLE.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        if line.endswith(":"):
            field = line[:-1]
            continue
        japanese, english = line.split("\t")
        yield field, {Lang.JAPANESE: japanese.split("|"), Lang.ENGLISH: english.split("|")}


def _public_rows() -> Iterator[tuple[str, dict[Lang, list[str]]]]:
    """The bodies of `public_life`, as rows of this table."""
    for line in _PUBLIC_LIFE.read_text("utf-8").splitlines():
        kind, _, names = line.partition("\t")
        if kind == _PUBLIC_BODY:
            japanese, english = (column.split("|") for column in names.split("\t"))
            if any(name[0] != _LOOSE for name in japanese + english):
                yield kind, {Lang.JAPANESE: japanese, Lang.ENGLISH: english}


def _first(key: str) -> str:
    return key.partition(" ")[0].lstrip(_CAPITAL)


def _key(name: str, lang: Lang) -> str:
    return capital_key(english_key(name), name) if lang is Lang.ENGLISH else name


def capital_key(key: str, text: str) -> str:
    """The key of an English name that is written as in `text`: "apple" is no firm, "Us" no country."""
    letters = text.replace(".", "")
    if len(letters) > 1 and letters.isupper():
        return 2 * _CAPITAL + key
    return _CAPITAL + key if letters[0].isupper() else key
