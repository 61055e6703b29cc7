"""Vectors kept between runs, whatever befalls the file."""

from __future__ import annotations

import logging
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignqa.encoders.cached import CachedEncoder
from alignqa.encoders.encoder import Progress, Vectors
from alignqa.encoders.vector_cache import FILE, VectorCache, cache_folder

TEXTS = ["The ferry leaves at nine.", "船は九時に出る。", "", "船は九時に出る。", "\ud800 alone"]
WIDTH = 16


class CountingEncoder:
    """Unit vectors drawn from the text; remembers what it was asked."""

    def __init__(self, fingerprint: str = "counting@1", width: int = WIDTH) -> None:
        self.fingerprint = fingerprint
        self.width = width
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        self.asked += texts
        rows = np.zeros((len(texts), self.width), np.float32)
        for row, text in zip(rows, texts, strict=True):
            seed = (self.fingerprint + text).encode("utf-8", "surrogatepass")
            drawn = np.random.default_rng(list(seed)).standard_normal(self.width)
            row[:] = drawn / np.linalg.norm(drawn) if text else 0
        if progress:
            progress("encoding", len(texts), len(texts))
        return rows


def lines(count: int, start: int = 0) -> list[str]:
    return [f"line {number} of the log" for number in range(start, start + count)]


def asked_by_a_second_run(folder: Path, texts: Sequence[str]) -> list[str]:
    inner = CountingEncoder()
    rows = CachedEncoder(inner, folder).encode(texts)
    assert np.array_equal(rows, CountingEncoder().encode(texts))
    return inner.asked


def test_gives_what_the_encoder_gives(tmp_path: Path) -> None:
    inner = CountingEncoder()
    rows = CachedEncoder(inner, tmp_path).encode(TEXTS)
    assert np.array_equal(rows, CountingEncoder().encode(TEXTS))
    assert rows.dtype == np.float32
    assert sorted(inner.asked) == sorted(set(TEXTS)), "each text once"


def test_a_second_run_does_not_ask(tmp_path: Path) -> None:
    CachedEncoder(CountingEncoder(), tmp_path).encode(TEXTS)
    assert asked_by_a_second_run(tmp_path, TEXTS[::-1]) == []


def test_only_what_is_new_is_asked(tmp_path: Path) -> None:
    CachedEncoder(CountingEncoder(), tmp_path).encode(lines(600))
    assert asked_by_a_second_run(tmp_path, ["new", *lines(600), "newer"]) == ["newer", "new"]


@settings(max_examples=25, deadline=None)
@given(runs=st.lists(st.lists(st.text(alphabet="aあ\x00\n", max_size=2), max_size=6), max_size=4))
def test_any_runs(tmp_path_factory: pytest.TempPathFactory, runs: list[list[str]]) -> None:
    folder = tmp_path_factory.mktemp("cache")
    for texts in runs:
        rows = CachedEncoder(CountingEncoder(), folder).encode(texts)
        assert np.array_equal(rows, CountingEncoder().encode(texts))
        assert rows.shape == (len(texts), WIDTH)


def test_encoders_do_not_see_each_others_vectors(tmp_path: Path) -> None:
    """Nor do those whose fingerprints and texts, one behind the other, read the same."""
    for fingerprint, text in [
        ("tiny@1", "2a"),
        ("tiny@12", "a"),
        ("tiny@", "12a"),
        ("", "tiny@12a"),
    ]:
        inner = CountingEncoder(fingerprint)
        rows = CachedEncoder(inner, tmp_path).encode([text])
        assert inner.asked == [text]
        assert np.array_equal(rows, CountingEncoder(fingerprint).encode([text]))


def test_the_fingerprint_is_the_encoders(tmp_path: Path) -> None:
    assert CachedEncoder(CountingEncoder("tiny@1"), tmp_path).fingerprint == "tiny@1"


def test_progress(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    CachedEncoder(CountingEncoder(), tmp_path).encode(lines(100))
    CachedEncoder(CountingEncoder(), tmp_path).encode(
        lines(600) * 2, lambda *what: told.append(what)
    )
    assert [done for _, done, _ in told] == [956, 1200, 1200]
    assert {(what, total) for what, _, total in told} == {("encoding", 1200)}


# A value that is not right ------------------------------------------------------------------------

WRONG = {
    "nothing": "x''",
    "a text": "'vector'",
    "a number": "0",
    "zeros": f"zeroblob({8 + 4 * WIDTH})",
    "too few numbers": "substr(vector, 1, length(vector) - 4)",
    "half a number less": "substr(vector, 1, length(vector) - 2)",
    "no numbers": "substr(vector, 1, 8)",
    "a bit flipped": "cast(substr(vector, 1, 20) || x'a5' || substr(vector, 22) as blob)",
    "another text's": "(SELECT vector FROM vectors ORDER BY rowid DESC LIMIT 1)",
}


@pytest.mark.parametrize("value", WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("rows", [1, 4])
def test_a_wrong_value_is_passed_over(tmp_path: Path, value: str, rows: int) -> None:
    CachedEncoder(CountingEncoder(), tmp_path).encode(lines(5))
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute(f"UPDATE vectors SET vector = {value} WHERE rowid <= {rows}")
    database.close()
    assert len(asked_by_a_second_run(tmp_path, lines(5))) == rows
    assert asked_by_a_second_run(tmp_path, lines(5)) == [], "it is right from now on"


@pytest.mark.parametrize("others", [["line 3 of the log"], lines(5), ["new"], [*lines(5), "new"]])
def test_vectors_of_another_width_are_passed_over(tmp_path: Path, others: list[str]) -> None:
    """Once the encoder has shown its width: here one fingerprint stands for two, against its word."""
    CachedEncoder(CountingEncoder(), tmp_path).encode(lines(5))
    wide = CachedEncoder(CountingEncoder(width=3), tmp_path).encode(["newer", *others])
    assert np.array_equal(wide, CountingEncoder(width=3).encode(["newer", *others]))
    again = CachedEncoder(CountingEncoder(), tmp_path).encode([*lines(5), "newest"])
    assert np.array_equal(again, CountingEncoder().encode([*lines(5), "newest"]))


# A file that is not right -------------------------------------------------------------------------


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: 2 * 4096 + 100])


def overwrite(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    file.write_bytes(content)


MENDED: dict[str, Callable[[Path], object]] = {
    "is gone": lambda file: file.unlink(),
    "is empty": lambda file: file.write_bytes(b""),
    "is no database": lambda file: file.write_bytes(b"no database " * 1000),
    "is zeros": lambda file: file.write_bytes(bytes(40_000)),
    "is cut": cut,
    "is overwritten": overwrite,
}


@pytest.mark.parametrize("harm", MENDED.values(), ids=MENDED)
def test_a_broken_file_is_made_anew(
    tmp_path: Path, harm: Callable[[Path], object], caplog: pytest.LogCaptureFixture
) -> None:
    CachedEncoder(CountingEncoder(), tmp_path).encode(lines(300))
    harm(tmp_path / FILE)
    asked_by_a_second_run(tmp_path, lines(300))
    assert asked_by_a_second_run(tmp_path, lines(300)) == []
    assert caplog.records == []
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def a_file_in_the_way(folder: Path) -> Path:
    folder.write_text("no folder")
    return folder


def a_folder_in_the_way(folder: Path) -> Path:
    (folder / FILE).mkdir(parents=True)
    return folder


def a_folder_that_cannot_be_written(folder: Path) -> Path:
    if sys.platform == "win32" or os.geteuid() == 0:
        pytest.skip("whoever runs this may write anywhere")
    folder.mkdir(mode=0o500)
    return folder


def a_name_that_is_too_long(folder: Path) -> Path:
    return folder / ("x" * 400)


ASIDE = [
    a_file_in_the_way,
    a_folder_in_the_way,
    a_folder_that_cannot_be_written,
    a_name_that_is_too_long,
]


@pytest.mark.parametrize("make", ASIDE)
def test_a_place_that_will_not_do_is_told_once(
    tmp_path: Path, make: Callable[[Path], Path], caplog: pytest.LogCaptureFixture
) -> None:
    inner = CountingEncoder()
    encoder = CachedEncoder(inner, make(tmp_path / "cache"))
    for _ in range(2):
        assert np.array_equal(encoder.encode(lines(600)), CountingEncoder().encode(lines(600)))
    assert len(inner.asked) == 1200
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert "is not used in this run" in caplog.text


def test_a_file_that_cannot_be_written_is_read(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    CachedEncoder(CountingEncoder(), tmp_path).encode(lines(10))
    connect = sqlite3.connect

    def read_only(file: Path, **options: object) -> sqlite3.Connection:
        return connect(f"{file.as_uri()}?mode=ro", uri=True, **options)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr(sqlite3, "connect", read_only)
    assert asked_by_a_second_run(tmp_path, [*lines(10), "new"]) == ["new"]
    assert len(caplog.records) == 1


def test_a_full_disk(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    CachedEncoder(CountingEncoder(), tmp_path).encode(lines(10))
    connect = sqlite3.connect

    def full(*place: object, **options: object) -> sqlite3.Connection:
        database: sqlite3.Connection = connect(*place, **options)  # type: ignore[call-overload]
        database.execute("PRAGMA max_page_count = 1")
        return database

    monkeypatch.setattr(sqlite3, "connect", full)
    assert len(asked_by_a_second_run(tmp_path, lines(600))) == 590
    assert len(caplog.records) == 1
    monkeypatch.undo()
    assert len(asked_by_a_second_run(tmp_path, lines(10))) == 0, "what was there is still there"


def test_a_file_that_another_program_keeps_locked(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alignqa.encoders.vector_cache._WAIT", 0.05)
    CachedEncoder(CountingEncoder(), tmp_path).encode(lines(10))
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert len(asked_by_a_second_run(tmp_path, lines(600))) == 600
    other.close()
    assert len(caplog.records) == 1
    assert asked_by_a_second_run(tmp_path, lines(10)) == []


# Its size -----------------------------------------------------------------------------------------

LIMIT = 200_000


def test_it_stays_within_its_limit(tmp_path: Path) -> None:
    encoder = CachedEncoder(CountingEncoder(width=256), tmp_path, LIMIT)
    for start in range(0, 1_000, 50):
        encoder.encode(lines(50, start))
        assert (tmp_path / FILE).stat().st_size <= LIMIT
    assert (tmp_path / FILE).stat().st_size > LIMIT / 2


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    inner = CountingEncoder(width=256)
    encoder = CachedEncoder(inner, tmp_path, LIMIT)
    for start in range(0, 600, 20):
        encoder.encode(["in every file", *lines(20, start)])
    assert inner.asked.count("in every file") == 1
    inner.asked.clear()
    encoder.encode(lines(20, 580))
    assert inner.asked == []
    encoder.encode(lines(20))
    assert len(inner.asked) == 20


@pytest.mark.parametrize("limit", [0, 1, 4096, 40_000])
def test_a_limit_that_is_too_low_for_one_run(tmp_path: Path, limit: int) -> None:
    encoder = CachedEncoder(CountingEncoder(), tmp_path, limit)
    for _ in range(2):
        assert np.array_equal(encoder.encode(lines(600)), CountingEncoder().encode(lines(600)))


def test_a_limit_that_was_lowered(tmp_path: Path) -> None:
    CachedEncoder(CountingEncoder(width=256), tmp_path).encode(lines(600))
    CachedEncoder(CountingEncoder(width=256), tmp_path, LIMIT).encode(["new"])
    assert (tmp_path / FILE).stat().st_size <= LIMIT


# Other runs ---------------------------------------------------------------------------------------

RUN = """
    import sys
    from pathlib import Path
    sys.path.insert(0, sys.argv[1])
    from test_cached import CountingEncoder, lines
    from alignqa.encoders.cached import CachedEncoder
    encoder = CachedEncoder(CountingEncoder(width=128), Path(sys.argv[2]), int(sys.argv[4]))
    print("ready", flush=True)
    sys.stdin.readline()
    for start in range(0, 1_000_000 if sys.argv[3] == "ever" else 600, 20):
        rows = encoder.encode(lines(40, start))
        assert (rows == CountingEncoder(width=128).encode(lines(40, start))).all()
    """


def a_run(folder: Path, *options: str) -> subprocess.Popen[str]:
    here = str(Path(__file__).parent)
    run = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(RUN), here, str(folder), *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert run.stdout
    assert run.stdout.readline() == "ready\n"
    return run


def go(run: subprocess.Popen[str]) -> None:
    assert run.stdin
    run.stdin.write("\n")
    run.stdin.flush()


def check_file(folder: Path) -> None:
    database = sqlite3.connect(folder / FILE)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    database.close()


@pytest.mark.parametrize("limit", ["100000000", "200000"])
def test_two_runs_at_once(tmp_path: Path, limit: str) -> None:
    runs = [a_run(tmp_path, "once", limit) for _ in range(2)]
    for run in runs:
        go(run)
    for run in runs:
        _, errors = run.communicate(timeout=60)
        assert (run.returncode, errors) == (0, "")
    check_file(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_kill_leaves_a_good_file(tmp_path: Path) -> None:
    for _ in range(4):
        run = a_run(tmp_path, "ever", "300000")
        go(run)
        time.sleep(0.15)
        run.send_signal(signal.SIGKILL)
        run.communicate(timeout=60)
        # The next run takes back what the killed one had half done.
        CachedEncoder(CountingEncoder(width=128), tmp_path, 300_000).encode(["after the kill"])
        check_file(tmp_path)


def test_a_run_that_is_broken_off_has_kept_what_it_did(tmp_path: Path) -> None:
    class Interrupted(CountingEncoder):
        def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
            if self.asked:
                raise KeyboardInterrupt
            return super().encode(texts, progress)

    with pytest.raises(KeyboardInterrupt):
        CachedEncoder(Interrupted(), tmp_path).encode(lines(600))
    assert len(asked_by_a_second_run(tmp_path, lines(600))) == 600 - 256


# Its place ----------------------------------------------------------------------------------------


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("ALIGNQA_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path


@pytest.mark.parametrize(
    ("platform", "variables", "place"),
    [
        ("linux", {}, "~/.cache/alignqa"),
        ("linux", {"XDG_CACHE_HOME": "~/other"}, "~/other/alignqa"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "~/.cache/alignqa"),
        ("linux", {"XDG_CACHE_HOME": ""}, "~/.cache/alignqa"),
        ("linux", {"ALIGNQA_CACHE_DIR": "~/mine", "XDG_CACHE_HOME": "~/other"}, "~/mine"),
        ("linux", {"ALIGNQA_CACHE_DIR": ""}, "~/.cache/alignqa"),
        ("darwin", {}, "~/Library/Caches/alignqa"),
        ("win32", {"LOCALAPPDATA": "~/Local"}, "~/Local/alignqa/Cache"),
        ("win32", {}, "~/.cache/alignqa"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="a home is told otherwise there")
def test_where_it_lies(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    variables: dict[str, str],
    place: str,
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    for name, value in variables.items():
        monkeypatch.setenv(name, value.replace("~", str(home)))
    assert cache_folder() == Path(place.replace("~", str(home)))


@pytest.mark.skipif(sys.platform == "win32", reason="has no such modes")
def test_it_is_its_owners_alone(home: Path) -> None:
    VectorCache().keep("tiny", {"text": np.ones(1, np.float32)})
    assert (home / ".cache" / "alignqa").stat().st_mode & 0o077 == 0


def test_a_user_without_a_home(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("alignqa.encoders.vector_cache.cache_folder", homeless)
    assert CachedEncoder(CountingEncoder()).encode(["text"]).shape == (1, WIDTH)
    assert len(caplog.records) == 1
