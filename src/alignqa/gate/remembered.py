"""Results kept on disk: an unchanged document is judged once, whatever number of runs there are.

What a result depends on is in its key: the texts and glossaries, the settings, the thresholds, what
is known, and alignqa itself with what it is built on. Nothing is kept for an encoder that is named,
since only loading it would tell whether it changed; its vectors are kept instead.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import platform
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cache
from importlib import metadata
from pathlib import Path

from alignqa.gate.codec import of_json, to_json
from alignqa.gate.judging import Job
from alignqa.settings.shown import shown
from alignqa.verdict import JudgedFile

FILE = "results-1.sqlite3"  # another number for another layout
_MOST = 20_000  # results, of some kilobytes each
_LONGEST = 1_000_000  # characters
_PIECE, _WHOLE = 2**16, 2**20  # bytes
_WAIT = 5.0  # seconds for another run that is writing
_BUILT_ON = (
    "budoux", "lxml", "markdown-it-py", "numpy", "polib", "sacrebleu", "safetensors", "simplemma",
    "sudachidict-core", "sudachipy", "tokenizers",
)  # fmt: skip
_log = logging.getLogger(__name__)


class RememberedResults:
    """Results by job, in one SQLite file of bounded size.

    It never fails a run: where the file cannot be read or written, it says so once in the log and
    stays out of the way. Each change is one transaction, which a kill leaves done or undone.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._is_set_aside = False

    def find(self, key: str) -> JudgedFile | None:
        """The result of the job with this key, if it is known."""
        found: list[str] = []

        def read(database: sqlite3.Connection) -> None:
            query = "SELECT result FROM results WHERE key = ?"
            found.extend(row[0] for row in database.execute(query, (key,)))

        self._attempt(read)
        try:
            return of_json(JudgedFile, json.loads(found[0])) if found else None
        except (ValueError, TypeError, KeyError, IndexError, RecursionError):
            return None

    def keep(self, key: str, file: JudgedFile) -> None:
        """Remembers a result, if it is one, and forgets the oldest where there are too many."""
        if file.error is not None:
            return
        result = json.dumps(to_json(file))
        if len(result) > _LONGEST:
            return

        def write(database: sqlite3.Connection) -> None:
            with database:
                database.execute("INSERT OR REPLACE INTO results VALUES (?, ?)", (key, result))
                database.execute(
                    "DELETE FROM results WHERE rowid <= (SELECT max(rowid) FROM results) - ?",
                    (_MOST,),
                )

        self._attempt(write)

    def _attempt(self, work: Callable[[sqlite3.Connection], None]) -> None:
        if self._is_set_aside:
            return
        try:
            with closing(_opened(self._folder / FILE)) as database:
                work(database)
        except (sqlite3.Error, OSError) as error:
            self._is_set_aside = True
            _log.warning("The cache of results is not used in this run: %s", error)
            if isinstance(error, sqlite3.DatabaseError) and "not a database" in str(error):
                _remove(self._folder / FILE)


def key_of(job: Job) -> str | None:
    """What the result depends on, as a hash; `None` if it is not to be kept, or a file is not there
    or a pipe, which can be read but once."""
    if job.settings.encoder is not None or not job.settings.cache:
        return None
    read = [job.source, job.target, *job.settings.glossaries, job.settings.reference]
    files = [path for path in read if path is not None]
    if not all(path.is_file() for path in files):
        return None
    seal = hashlib.blake2b(digest_size=32)
    settings = job.settings
    names = [shown(path) for path in (job.source, job.target) if path is not None]
    described = [
        _stamp(), names, sorted(settings.select), sorted(settings.ignore), settings.severities,
        job.thresholds, sorted(job.known), job.options,
    ]  # fmt: skip
    seal.update(repr(described).encode("utf-8", "surrogatepass"))
    try:
        for path in files:
            seal.update(hashlib.blake2b(path.read_bytes()).digest())
    except OSError:
        return None
    return seal.hexdigest()


@cache
def _stamp() -> str:
    """This very alignqa: what is in its files, and what it is built on. Not their times: each job of
    a CI installs it anew."""
    home = Path(__file__).parents[1]
    seal = hashlib.blake2b(digest_size=32)
    for folder, folders, names in os.walk(home):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            path = Path(folder, name)
            seal.update(f"{path.relative_to(home)} {path.stat().st_size}\n".encode())
            with path.open("rb") as file:
                for place in _read_of(path.stat().st_size):
                    file.seek(place)
                    seal.update(file.read(_PIECE))
    versions = [(name, _version(name)) for name in _BUILT_ON]
    return repr((seal.hexdigest(), versions, platform.python_version(), platform.machine()))


def _read_of(size: int) -> tuple[int, ...]:
    """Where to read a file of this size: all of a module; of a table its beginning, its middle and
    its end, since it is made as a whole."""
    if size <= _WHOLE:
        return tuple(range(0, size, _PIECE))
    return 0, size // 2, size - _PIECE


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _opened(file: Path) -> sqlite3.Connection:
    # It holds passages of the documents, so the folder is for its owner alone.
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    database = sqlite3.connect(file, timeout=_WAIT)
    try:
        # Not to wait for the disk takes no harm from a kill.
        database.execute("PRAGMA synchronous = OFF")
        database.execute("CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, result TEXT)")
    except BaseException:
        database.close()
        raise
    return database


def _remove(file: Path) -> None:
    try:
        file.with_name(f"{file.name}-journal").unlink(missing_ok=True)
        file.unlink(missing_ok=True)
    except OSError:
        return
