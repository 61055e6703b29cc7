"""Parties, bodies and offices as newspapers name them, beside what the dictionaries have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from alignqa.lexicon.entry import Entry
from alignqa.lexicon.keys import english_key
from alignqa.text import Lang

_TABLE = Path(__file__).parent.parent / "data" / "lexicon" / "public_life.tsv"
# These names come after what the dictionaries say first, and before what they say last.
_RANK, _STEP = 100, 50
# Before a word that renders the others of its row, but is too general to be missed itself.
_GENERAL = "~"
# Japanese writes EU and NATO as they are.
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_FULL_WIDTH = {ord("A") + place: ord("Ａ") + place for place in range(26)}


@dataclass(frozen=True, slots=True)
class PublicLife:
    """The table both ways: by English key (`keys.english_key`), and by Japanese name.

    `general` holds the keys and names that stand for too many things to be missed; `common` the
    English keys that are written without a capital too. `names` has for each key and name what a
    reader of news in the other language knows the same by, the most usual first.
    """

    from_english: dict[str, list[Entry]]
    from_japanese: dict[str, list[Entry]]
    general: frozenset[str]
    common: frozenset[str]
    names: dict[str, tuple[str, ...]]

    @classmethod
    def read(cls) -> Self:
        """The shipped table."""
        from_english: dict[str, list[Entry]] = {}
        from_japanese: dict[str, list[Entry]] = {}
        general: dict[str, set[str]] = {}
        special: dict[str, set[str]] = {}
        common: set[str] = set()
        named: dict[str, list[tuple[int, int, tuple[str, ...]]]] = {}
        for row, line in enumerate(_TABLE.read_text("utf-8").splitlines()):
            if line.startswith("#"):
                continue
            kind, *columns = line.split("\t")
            japanese, english = (column.split("|") for column in columns)
            acronyms = [name for name in english + japanese if _ACRONYM.fullmatch(name)]
            japanese += [name for name in acronyms if name not in japanese]
            japanese += [name.translate(_FULL_WIDTH) for name in acronyms]
            for keys, others in (
                (map(english_key, english), _not_general(japanese)),
                (japanese, _not_general(english)),
            ):
                for place, key in enumerate(keys):
                    named.setdefault(key.removeprefix(_GENERAL), []).append((place, row, others))
            for name in japanese + english:
                key = name.removeprefix(_GENERAL)
                key = english_key(key) if key.isascii() else key
                (general if name[0] == _GENERAL else special).setdefault(key, set()).add(kind)
            common |= {english_key(name) for name in english if name.islower()}
            for place, name in _ranked(japanese):
                for _, phrase in _ranked(english):
                    entry = Entry(name, kind, "", place)
                    from_english.setdefault(english_key(phrase), []).append(entry)
            for place, phrase in _ranked(english):
                for _, name in _ranked(japanese):
                    from_japanese.setdefault(name, []).append(Entry(phrase, kind, "", place))
        names = {
            key: tuple(dict.fromkeys(name for *_, others in sorted(rows) for name in others))
            for key, rows in named.items()
        }
        # 警官 may stand for the police, and is an office all the same.
        too_general = (key for key, kinds in general.items() if special.get(key, kinds) <= kinds)
        return cls(from_english, from_japanese, frozenset(too_general), frozenset(common), names)

    def of(self, lang: Lang) -> dict[str, list[Entry]]:
        """By the keys of one language."""
        return self.from_english if lang is Lang.ENGLISH else self.from_japanese

    def names_one(self, key: str) -> bool:
        """Whether an English key or a Japanese name is in the table, and says which one it means."""
        known = key in self.from_english or key in self.from_japanese
        return known and key not in self.general

    def kinds_of(self, key: str) -> frozenset[str]:
        """What an English key or a Japanese name is in the rows that have it."""
        entries = *self.from_english.get(key, ()), *self.from_japanese.get(key, ())
        return frozenset(entry.kind for entry in entries)


def _not_general(names: list[str]) -> tuple[str, ...]:
    return tuple(name for name in names if not name.startswith(_GENERAL))


def _ranked(names: list[str]) -> list[tuple[int, str]]:
    return [
        (_RANK + _STEP * place, name.removeprefix(_GENERAL)) for place, name in enumerate(names)
    ]
