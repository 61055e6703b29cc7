"""The dictionary: look-ups both ways."""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from alignqa.errors import AlignqaError
from alignqa.lexicon.entry import Entry
from alignqa.lexicon.keys import english_key
from alignqa.lexicon.public_life import PublicLife
from alignqa.text import Lang

EMBEDDED = Path(__file__).parent.parent / "data" / "lexicon" / "lexicon.sqlite"

# Of each language: its table and the column of its keys.
TABLES = {Lang.JAPANESE: ("japanese", "spelling"), Lang.ENGLISH: ("english", "key")}
_KEPT = 50_000
_AT_A_TIME = 500
# In bytes: several times what the shipped file takes. What lies beyond is read page by page.
_MOST_MAPPED = 1 << 28
_NO_KINDS = frozenset[str]()


class Lexicon:
    """JMdict, JMnedict and CLDR's country names, and a table of public life; read-only.

    Raises:
        AlignqaError: if the file is not there or is not a lexicon.
    """

    def __init__(self, path: Path = EMBEDDED) -> None:
        try:
            # Immutable: without locks, so that workers which are forked may read on.
            self._db = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            # From Python 3.13 on, one that is left open is warned of.
            weakref.finalize(self, self._db.close)
            # Read where the file lies in memory: a page that is read otherwise is copied each time.
            self._db.execute(f"PRAGMA mmap_size={_MOST_MAPPED}")
            for lang in Lang:
                list(self._read(lang, [""]))
        except sqlite3.Error as error:
            raise AlignqaError(
                f"The lexicon {path} cannot be read ({error}); reinstall alignqa."
            ) from error
        self._path = path
        self._lines: dict[Lang, dict[str, str]] = {lang: {} for lang in Lang}
        self._entries_known: dict[Lang, dict[str, tuple[Entry, ...]]] = {lang: {} for lang in Lang}

    @cached_property
    def public_life(self) -> PublicLife:
        """Parties, bodies and offices as newspapers name them."""
        return PublicLife.read()

    @cached_property
    def of_closed_kinds(self) -> dict[Lang, frozenset[str]] | None:
        """The keys of each language that may mean something of a closed kind: few, so that most
        words need not be looked up. `None` for a lexicon that comes without the list of them."""
        try:
            return {
                lang: frozenset(closed_list(self._path, lang).read_text("utf-8").split("\n"))
                | self.public_life.of(lang).keys()
                for lang in Lang
            }
        except FileNotFoundError:
            return None

    @cached_property
    def reaches(self) -> dict[Lang, dict[str, int]]:
        """How long the longest key of a closed kind is, by what it begins with: in words by the first
        word of an English key, in characters by the first character of a Japanese one. Empty where
        the keys are not known."""
        found: dict[Lang, dict[str, int]] = {lang: {} for lang in Lang}
        for lang, keys in (self.of_closed_kinds or {}).items():
            for parts in (key.split() if lang is Lang.ENGLISH else key for key in keys if key):
                found[lang][parts[0]] = max(found[lang].get(parts[0], 0), len(parts))
        return found

    def other_side(self, text: str) -> tuple[Entry, ...]:
        """What a phrase of either language means in the other."""
        return self.from_japanese(text) or self.from_english(english_key(text))

    def from_japanese(self, spelling: str) -> tuple[Entry, ...]:
        """The English phrases for a Japanese spelling or normalised form, most usual first."""
        return self._entries(Lang.JAPANESE, spelling)

    def from_english(self, key: str) -> tuple[Entry, ...]:
        """The Japanese forms for an English key (`keys.english_key`), most usual first."""
        return self._entries(Lang.ENGLISH, key)

    def look_up(self, lang: Lang, keys: Sequence[str]) -> set[str]:
        """Looks many keys of one language up at once, which is faster than one by one later.

        Returns:
            Those that mean anything.
        """
        lines, public = self._lines[lang], self.public_life.of(lang)
        missing = list(dict.fromkeys([key for key in keys if key not in lines]))
        if len(lines) + len(missing) > _KEPT:
            lines.clear()
            missing = list(dict.fromkeys(keys))
        lines.update(dict.fromkeys(missing, ""))
        for start in range(0, len(missing), _AT_A_TIME):
            lines.update(self._read(lang, missing[start : start + _AT_A_TIME]))
        return {key for key in keys if lines[key] or key in public}

    def kinds(self, lang: Lang, key: str) -> frozenset[str]:
        """The kinds of the meanings of a key of this language."""
        lines = self._lines_of(lang, key)
        # The kind stands in the middle of a line; most have none.
        if lines.count("\t\t") > lines.count("\n") and key not in self.public_life.of(lang):
            return _NO_KINDS
        return frozenset([entry.kind for entry in self._entries(lang, key) if entry.kind])

    def _entries(self, lang: Lang, key: str) -> tuple[Entry, ...]:
        known = self._entries_known[lang]
        found = known.get(key)
        if found is None:
            if len(known) > _KEPT:
                known.clear()
            lines = self._lines_of(lang, key)
            entries = tuple([_entry(line) for line in lines.split("\n")]) if lines else ()
            found = known[key] = _merged(entries, self.public_life.of(lang).get(key, ()))
        return found

    def _lines_of(self, lang: Lang, key: str) -> str:
        """What the file has for a key, a line a meaning; "" for nothing."""
        lines = self._lines[lang].get(key)
        if lines is None:
            self.look_up(lang, [key])
            lines = self._lines[lang][key]
        return lines

    def _read(self, lang: Lang, keys: Sequence[str]) -> Iterable[tuple[str, str]]:
        table, column = TABLES[lang]
        places = ",".join("?" * len(keys))
        query = f"SELECT {column}, entries FROM {table} WHERE {column} IN ({places})"
        return self._db.execute(query, keys)


def closed_list(lexicon: Path, lang: Lang) -> Path:
    """The file beside a lexicon that lists its keys of one language with a meaning of a closed
    kind."""
    return lexicon.with_name(f"closed.{lang.value}.txt")


def _merged(entries: tuple[Entry, ...], others: Sequence[Entry]) -> tuple[Entry, ...]:
    """Both, by rank, each text once: with the kind that either gives it."""
    if not entries or not others:
        return entries or tuple(others)
    by_text: dict[str, Entry] = {}
    for entry in (*entries, *others):
        known = by_text.setdefault(entry.text, entry)
        if entry.kind and not known.kind:
            by_text[entry.text] = known._replace(kind=entry.kind)
    return tuple(sorted(by_text.values(), key=lambda entry: entry.rank))


def _entry(line: str) -> Entry:
    text, kind, rank = line.split("\t")
    identity = ""
    # Most meanings have no kind.
    if kind:
        kind, _, identity = kind.partition("/")
    return Entry(text, kind, identity, int(rank))
