"""A kill at any moment leaves what was there before, or what was to be there, and nobody behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from alignqa.baseline import read_baseline
from alignqa.cli import main

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills by a signal")

HERE = Path(__file__).parent
# Runs the command line, and is killed at a moment.
KILLED = """
import os, pathlib, signal, sqlite3, sys
from alignqa.cli import main
from alignqa.gate import remembered

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

moment, *arguments = sys.argv[1:]
if moment == "before it is on the disk":
    os.fsync = die
elif moment == "before it has its name":
    pathlib.Path.replace = die
elif moment == "with its name":
    replace = pathlib.Path.replace
    pathlib.Path.replace = lambda *given: (replace(*given), die())
elif moment == "amid a change of the cache":
    opened = remembered._opened
    def watched(file):
        database = opened(file)
        database.set_trace_callback(lambda sql: sql.startswith("DELETE") and die())
        return database
    remembered._opened = watched
main(arguments)
"""
MOMENTS = ("before it is on the disk", "before it has its name", "with its name")
CACHE = "amid a change of the cache"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALIGNQA_CACHE_DIR", str(tmp_path / "cache"))
    write(tmp_path, 20)
    return tmp_path


def write(folder: Path, cars: int) -> None:
    text = f"The ferry had 12 cars on board.\tフェリーは車{cars}台を乗せていた。\n"
    (folder / "a.tsv").write_text(text, encoding="utf-8")


def killed(moment: str, *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, moment, *arguments], capture_output=True, check=False
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_baseline_and_a_report(folder: Path, moment: str) -> None:
    killed(moment, "baseline", "a.tsv", "--no-cache")
    path = folder / "alignqa-baseline.json"
    assert path.is_file() is (moment == MOMENTS[-1])
    assert main(["baseline", "a.tsv", "--no-cache"]) == 0
    before = read_baseline(path)
    assert len(before.entries) == 1
    write(folder, 21)
    killed(moment, "baseline", "a.tsv", "--no-cache")
    assert (read_baseline(path) == before) is (moment != MOMENTS[-1])

    report = folder / "report.json"
    report.write_text("{}")
    killed(moment, "gate", "a.tsv", "--no-cache", "-f", "json", "-o", "report.json")
    record = json.loads(report.read_text(encoding="utf-8"))
    assert bool(record) is (moment == MOMENTS[-1])


def test_the_cache(folder: Path) -> None:
    killed(CACHE, "gate", "a.tsv")
    assert list((folder / "cache").iterdir())
    for _ in range(2):
        assert main(["gate", "a.tsv", "--max-major", "0", "-f", "json", "-o", "a.json"]) == 1
        record = json.loads((folder / "a.json").read_text(encoding="utf-8"))
        assert len(record["breaches"]) == 1


def test_workers_end_with_the_one_that_started_them() -> None:
    code = (
        "import sys, time; sys.path.insert(0, sys.argv[1])\n"
        "from counting import jobs, judge\n"
        "from alignqa.gate.workers import judge_all\n"
        "if __name__ == '__main__':\n"
        "    results = judge_all(jobs(40), 2, judge)\n"
        "    print([next(results).target for _ in range(2)][1], flush=True)\n"
        "    time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(HERE)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), *sys.path])},
    ) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.kill()
    deadline = time.monotonic() + 20
    while is_running(worker):
        assert time.monotonic() < deadline, "a worker is left behind"
        time.sleep(0.05)


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    # Where nobody reaps it, it stays as a zombie.
    return not status.is_file() or status.read_text().rsplit(")", 1)[1].split()[0] != "Z"
