"""Vectors kept on disk between runs."""

from __future__ import annotations

import hashlib
import logging
import math
import os
import sqlite3
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path

import numpy as np

from alignqa.encoders.batches import batches
from alignqa.encoders.encoder import Vectors

LIMIT_BYTES = 512 * 1024 * 1024
FILE = "vectors-1.sqlite3"  # another number for another layout
_WAIT = 5.0  # seconds for another run that is writing
_ASKED_AT_ONCE = 500  # SQLite takes no more than 999 parameters in its older versions
_SEAL = 8  # bytes
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_SCHEMA = """
PRAGMA auto_vacuum = INCREMENTAL;
CREATE TABLE IF NOT EXISTS vectors (
    key BLOB PRIMARY KEY, vector BLOB NOT NULL, used INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS vectors_by_use ON vectors (used);
"""
_log = logging.getLogger(__name__)


def cache_folder() -> Path:
    """Where alignqa keeps what it can make again.

    `ALIGNQA_CACHE_DIR` if that is set, else the place that the system has for it.

    Raises:
        RuntimeError: if the user has no home.
    """
    if named := os.environ.get("ALIGNQA_CACHE_DIR"):
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return Path(base) / "alignqa" / "Cache" if base else Path.home() / ".cache" / "alignqa"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "alignqa"
    base = os.environ.get("XDG_CACHE_HOME", "")
    # The specification wants a relative path to be passed over.
    return (Path(base) if Path(base).is_absolute() else Path.home() / ".cache") / "alignqa"


class VectorCache:
    """Vectors by encoder and text, in one SQLite file of bounded size.

    It never fails a run: where the file cannot be read or written, the cache says so once in the
    log and stays out of the way. A file that is broken is made anew. Two runs may use it at once:
    each change is one transaction, which a kill leaves done or undone. The journal is SQLite's
    default, not a write-ahead log, which would need memory shared between the runs and so a local
    disk; a home is often on another machine.

    The vectors are kept in single precision, as the encoder gave them: half would take half the
    room, but then a second run would not find the very similarities of the first.

    Args:
        folder: holds the file; made if it is not there. `cache_folder()` if `None`.
        limit_bytes: the file's size from which the vectors that were not used for longest go.
    """

    def __init__(self, folder: Path | None = None, limit_bytes: int = LIMIT_BYTES) -> None:
        self._folder = folder
        self._limit = limit_bytes
        self._is_set_aside = False

    def find(self, fingerprint: str, texts: Iterable[str]) -> dict[str, Vectors]:
        """The vectors, of shape (dimensions,), of those texts that the cache knows."""
        keys = {_key(fingerprint, text): text for text in texts}
        found: dict[str, Vectors] = {}

        def read(database: sqlite3.Connection) -> None:
            seen = []
            for some in batches(list(keys), _ASKED_AT_ONCE):
                marks = ",".join("?" * len(some))
                query = f"SELECT key, vector FROM vectors WHERE key IN ({marks})"
                for key, blob in database.execute(query, some).fetchall():
                    if (vector := _vector(key, blob)) is not None:
                        found[keys[key]] = vector
                        seen.append(key)
            _mark_used(database, seen)

        self._attempt(read)
        return found

    def keep(self, fingerprint: str, vectors: Mapping[str, Vectors]) -> None:
        """Remembers the vectors of these texts, and forgets others where there is no room."""
        rows = [
            (key := _key(fingerprint, text), _sealed(key, vector))
            for text, vector in vectors.items()
        ]

        def write(database: sqlite3.Connection) -> None:
            database.execute("BEGIN IMMEDIATE")
            use = _next_use(database)
            database.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", [(*row, use) for row in rows]
            )
            made_room = _make_room(database, self._limit)
            database.execute("COMMIT")
            if made_room:
                # As a script, since a single statement would give back a single page.
                database.executescript("PRAGMA incremental_vacuum")

        self._attempt(write)

    def _attempt(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """Does the work. A broken file is tried twice, since another run may have mended it."""
        for attempt in range(3):
            if self._is_set_aside:
                return
            try:
                file = (self._folder or cache_folder()) / FILE
                with closing(_opened(file)) as database:
                    work(database)
                return
            except (sqlite3.Error, OSError, RuntimeError) as error:
                broken = getattr(error, "sqlite_errorcode", 0) & 0xFF in _BROKEN
                if not broken or attempt == 2 or (attempt == 1 and not _removed(file)):
                    self._set_aside(error)

    def _set_aside(self, error: Exception) -> None:
        self._is_set_aside = True
        _log.warning("The cache of embeddings is not used in this run: %s", error)


def _opened(file: Path) -> sqlite3.Connection:
    # What is in a text can partly be told from its vector, so the folder is for its owner alone.
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    database = sqlite3.connect(file, timeout=_WAIT, isolation_level=None)
    try:
        # Not to wait for the disk takes no harm from a kill. A power cut may leave wrong pages;
        # those are found by the seals, or break the file, which is then made anew.
        database.execute("PRAGMA synchronous = OFF")
        if not database.execute("SELECT name FROM sqlite_master").fetchone():
            database.executescript(_SCHEMA)
    except BaseException:
        database.close()
        raise
    return database


def _removed(file: Path) -> bool:
    """The broken file is gone; a run that still has it open goes on with what it has."""
    try:
        # A journal without its file would be played back into the next file of that name.
        file.with_name(f"{file.name}-journal").unlink(missing_ok=True)
        file.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _key(fingerprint: str, text: str) -> bytes:
    encoder = hashlib.blake2b(fingerprint.encode("utf-8", "surrogatepass"), digest_size=32)
    return hashlib.blake2b(
        encoder.digest() + text.encode("utf-8", "surrogatepass"), digest_size=32
    ).digest()


def _sealed(key: bytes, vector: Vectors) -> bytes:
    """The vector's numbers behind a hash of them and of the key that they belong to."""
    numbers = np.ascontiguousarray(vector, dtype="<f4").tobytes()
    return _seal(key, numbers) + numbers


def _vector(key: bytes, value: object) -> Vectors | None:
    """The vector, if its seal is whole: SQLite does not notice a page that is not the right one."""
    if not isinstance(value, bytes) or len(value) <= _SEAL or len(value) % 4:
        return None
    numbers = value[_SEAL:]
    if value[:_SEAL] != _seal(key, numbers):
        return None
    return np.frombuffer(numbers, dtype="<f4").astype(np.float32, copy=False)


def _seal(key: bytes, numbers: bytes) -> bytes:
    return hashlib.blake2b(key + numbers, digest_size=_SEAL).digest()


def _next_use(database: sqlite3.Connection) -> int:
    """Counts the uses: a clock may be set back."""
    (last,) = database.execute("SELECT max(used) FROM vectors").fetchone()
    return (last or 0) + 1


def _mark_used(database: sqlite3.Connection, keys: list[bytes]) -> None:
    if keys:
        database.execute("BEGIN IMMEDIATE")
        use = _next_use(database)
        database.executemany(
            "UPDATE vectors SET used = ? WHERE key = ?", [(use, key) for key in keys]
        )
        database.execute("COMMIT")


def _make_room(database: sqlite3.Connection, limit: int) -> bool:
    """Forgets what was not used for longest until a tenth of the room is free; says if it had to.

    The room it makes is still the file's, on its list of free pages.
    """

    def number(name: str) -> int:
        return int(database.execute(f"PRAGMA {name}").fetchone()[0])

    size = number("page_size")
    if number("page_count") * size <= limit:
        return False
    while (held := (number("page_count") - number("freelist_count")) * size) > 0.9 * limit:
        (count,) = database.execute("SELECT count(*) FROM vectors").fetchone()
        if not count:
            break
        database.execute(
            "DELETE FROM vectors WHERE rowid IN "
            "(SELECT rowid FROM vectors ORDER BY used, rowid LIMIT ?)",
            (max(1, math.ceil(count * (1 - 0.9 * limit / held))),),
        )
    return True
