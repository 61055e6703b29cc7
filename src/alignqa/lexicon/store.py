"""The dictionary on disk: look-ups both ways."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from alignqa.errors import AlignqaError
from alignqa.lexicon.keys import english_key

EMBEDDED = Path(__file__).parent.parent / "data" / "lexicon" / "lexicon.sqlite"

_FROM_JAPANESE = "SELECT entries FROM japanese WHERE spelling = ?"
_FROM_ENGLISH = "SELECT entries FROM english WHERE key = ?"


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of a word: its text in the other language.

    `kind` is what sort of thing it names ("country", "institution", "office", "weekday",
    "company", "name", …) or "". `identity` tells which one, where that is known whatever its name:
    a country's code. `rank` orders renderings: 0 is the most usual.
    """

    text: str
    kind: str
    identity: str
    rank: int


class Lexicon:
    """JMdict, JMnedict and CLDR's country names, read-only.

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

    def other_side(self, text: str) -> tuple[Entry, ...]:
        """What a phrase of either language means in the other."""
        return self.from_japanese(text) or self.from_english(english_key(text))

    def _from_japanese(self, spelling: str) -> tuple[Entry, ...]:
        """The English phrases for a Japanese spelling or normalised form, most usual first."""
        return self._entries(_FROM_JAPANESE, spelling)

    def _from_english(self, key: str) -> tuple[Entry, ...]:
        """The Japanese forms for an English key (`keys.english_key`), most usual first."""
        return self._entries(_FROM_ENGLISH, key)

    def _entries(self, query: str, key: str) -> tuple[Entry, ...]:
        row = self._db.execute(query, (key,)).fetchone()
        if row is None:
            return ()
        fields = (line.split("\t") for line in row[0].split("\n"))
        return tuple(
            Entry(text, *_kind_and_identity(kind), int(rank)) for text, kind, rank in fields
        )


def _kind_and_identity(kind: str) -> tuple[str, str]:
    name, _, identity = kind.partition("/")
    return name, identity
