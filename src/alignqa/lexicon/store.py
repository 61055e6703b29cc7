"""The dictionary: look-ups both ways."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from alignqa.errors import AlignqaError
from alignqa.lexicon.entry import Entry
from alignqa.lexicon.keys import english_key
from alignqa.lexicon.public_life import PublicLife
from alignqa.text import Lang

EMBEDDED = Path(__file__).parent.parent / "data" / "lexicon" / "lexicon.sqlite"

# Of each language: its table and the column of its keys.
_TABLES = {Lang.JAPANESE: ("japanese", "spelling"), Lang.ENGLISH: ("english", "key")}
_KEPT = 50_000
_AT_A_TIME = 500


class Lexicon:
    """JMdict, JMnedict and CLDR's country names, and a table of public life; read-only.

    Raises:
        AlignqaError: if the file is not there or is not a lexicon.
    """

    def __init__(self, path: Path = EMBEDDED) -> None:
        try:
            self._db = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            for lang in Lang:
                list(self._read(lang, [""]))
        except sqlite3.Error as error:
            raise AlignqaError(
                f"The lexicon {path} cannot be read ({error}); reinstall alignqa."
            ) from error
        self._known: dict[Lang, dict[str, tuple[Entry, ...]]] = {lang: {} for lang in Lang}
        self._kinds: dict[Lang, dict[str, frozenset[str]]] = {lang: {} for lang in Lang}

    @cached_property
    def public_life(self) -> PublicLife:
        """Parties, bodies and offices as newspapers name them."""
        return PublicLife.read()

    def other_side(self, text: str) -> tuple[Entry, ...]:
        """What a phrase of either language means in the other."""
        return self.from_japanese(text) or self.from_english(english_key(text))

    def from_japanese(self, spelling: str) -> tuple[Entry, ...]:
        """The English phrases for a Japanese spelling or normalised form, most usual first."""
        return self._entries(Lang.JAPANESE, spelling)

    def from_english(self, key: str) -> tuple[Entry, ...]:
        """The Japanese forms for an English key (`keys.english_key`), most usual first."""
        return self._entries(Lang.ENGLISH, key)

    def look_up(self, lang: Lang, keys: Iterable[str]) -> None:
        """Looks many keys of one language up at once, which is faster than one by one later."""
        known = self._known[lang]
        missing = list(dict.fromkeys(key for key in keys if key not in known))
        if len(known) + len(missing) > _KEPT:
            known.clear()
        public = self.public_life.of(lang)
        for key in missing:
            known[key] = tuple(public.get(key, ()))
        for start in range(0, len(missing), _AT_A_TIME):
            for key, entries in self._read(lang, missing[start : start + _AT_A_TIME]):
                known[key] = _merged(entries, known[key])

    def kinds(self, lang: Lang, key: str) -> frozenset[str]:
        """The kinds of the meanings of a key of this language."""
        known = self._kinds[lang]
        found = known.get(key)
        if found is None:
            if len(known) > _KEPT:
                known.clear()
            found = frozenset([entry.kind for entry in self._entries(lang, key) if entry.kind])
            known[key] = found
        return found

    def _entries(self, lang: Lang, key: str) -> tuple[Entry, ...]:
        found = self._known[lang].get(key)
        if found is None:
            self.look_up(lang, [key])
            found = self._known[lang][key]
        return found

    def _read(self, lang: Lang, keys: Sequence[str]) -> Iterator[tuple[str, tuple[Entry, ...]]]:
        table, column = _TABLES[lang]
        places = ",".join("?" * len(keys))
        query = f"SELECT {column}, entries FROM {table} WHERE {column} IN ({places})"
        for key, text in self._db.execute(query, keys):
            yield key, tuple([_entry(line) for line in text.split("\n")])


def _merged(entries: tuple[Entry, ...], others: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Both, by rank, each text once: with the kind that either gives it."""
    if not others:
        return entries
    by_text: dict[str, Entry] = {}
    for entry in (*entries, *others):
        known = by_text.setdefault(entry.text, entry)
        if entry.kind and not known.kind:
            by_text[entry.text] = known._replace(kind=entry.kind)
    return tuple(sorted(by_text.values(), key=lambda entry: entry.rank))


def _entry(line: str) -> Entry:
    text, kind, rank = line.split("\t")
    kind, _, identity = kind.partition("/")
    return Entry(text, kind, identity, int(rank))
