"""The dictionary: look-ups both ways."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path

from alignqa.errors import AlignqaError
from alignqa.lexicon.entry import Entry
from alignqa.lexicon.keys import english_key
from alignqa.lexicon.public_life import PublicLife

EMBEDDED = Path(__file__).parent.parent / "data" / "lexicon" / "lexicon.sqlite"

_FROM_JAPANESE = "SELECT entries FROM japanese WHERE spelling = ?"
_FROM_ENGLISH = "SELECT entries FROM english WHERE key = ?"


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
            for query in (_FROM_JAPANESE, _FROM_ENGLISH):
                self._db.execute(query, ("",)).fetchone()
        except sqlite3.Error as error:
            raise AlignqaError(
                f"The lexicon {path} cannot be read ({error}); reinstall alignqa."
            ) from error
        self.from_japanese = lru_cache(maxsize=50_000)(self._from_japanese)
        self.from_english = lru_cache(maxsize=50_000)(self._from_english)

    @cached_property
    def public_life(self) -> PublicLife:
        """Parties, bodies and offices as newspapers name them."""
        return PublicLife.read()

    def other_side(self, text: str) -> tuple[Entry, ...]:
        """What a phrase of either language means in the other."""
        return self.from_japanese(text) or self.from_english(english_key(text))

    def _from_japanese(self, spelling: str) -> tuple[Entry, ...]:
        """The English phrases for a Japanese spelling or normalised form, most usual first."""
        return _merged(
            self._entries(_FROM_JAPANESE, spelling),
            self.public_life.from_japanese.get(spelling, ()),
        )

    def _from_english(self, key: str) -> tuple[Entry, ...]:
        """The Japanese forms for an English key (`keys.english_key`), most usual first."""
        return _merged(
            self._entries(_FROM_ENGLISH, key), self.public_life.from_english.get(key, ())
        )

    def _entries(self, query: str, key: str) -> tuple[Entry, ...]:
        row = self._db.execute(query, (key,)).fetchone()
        if row is None:
            return ()
        fields = (line.split("\t") for line in row[0].split("\n"))
        return tuple(
            Entry(text, *_kind_and_identity(kind), int(rank)) for text, kind, rank in fields
        )


def _merged(entries: Iterable[Entry], others: Iterable[Entry]) -> tuple[Entry, ...]:
    """Both, by rank, each text once: with the kind that either gives it."""
    by_text: dict[str, Entry] = {}
    for entry in (*entries, *others):
        known = by_text.setdefault(entry.text, entry)
        if entry.kind and not known.kind:
            by_text[entry.text] = replace(known, kind=entry.kind)
    return tuple(sorted(by_text.values(), key=lambda entry: entry.rank))


def _kind_and_identity(kind: str) -> tuple[str, str]:
    name, _, identity = kind.partition("/")
    return name, identity
