"""How many pairs a second `alignqa check` judges, by one process and by several.

    python benchmarks/speed.py PAIRS.tsv --rows 2000 --jobs 1 --jobs 2
    python benchmarks/speed.py PAIRS.tsv --beside OTHER/src

The file has English and Japanese, or Japanese and English, in its first two columns. Each figure is
that of a process of its own, whose start and models count, and of words that it sees for the first
time. `--beside` runs another version of alignqa at the same time, each on a core of its own, which
they then exchange: on a machine that is busy with other things only the ratio of the two says
anything. Processor time is that of all processes together.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent.parent / "src"

# Runs in a process of its own; prints pairs, seconds, and seconds of processor time.
MEASURED = """
import json, resource, sys, time
from pathlib import Path
start = time.perf_counter()
import alignqa
from alignqa.settings import Settings

if __name__ == "__main__":
    file, rows, jobs = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    lines = Path(file).read_text("utf-8").splitlines()[:rows]
    source, target = zip(*(line.split("\\t")[:2] for line in lines))
    settings = Settings(jobs=jobs) if jobs > 1 else Settings()
    report = alignqa.check(source=source, target=target, settings=settings)
    wall = time.perf_counter() - start
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(json.dumps([len(report.pairs), wall, sum(u.ru_utime + u.ru_stime for u in used)]))
"""


Run = subprocess.Popen[str]


def begin(options: argparse.Namespace, jobs: int, source: Path, core: int | None = None) -> Run:
    # A file, since workers import the main module.
    script = Path(options.folder) / "measured.py"
    script.write_text(MEASURED, encoding="utf-8")
    command = [sys.executable, str(script), str(options.pairs), str(options.rows), str(jobs)]
    if core is not None:
        command = ["taskset", "-c", str(core), *command]
    threads = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    env = {**os.environ, **threads, "PYTHONPATH": str(source)}
    # An installed package has its bytecode beside it.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)


def ended(run: Run) -> tuple[int, float, float]:
    printed, _ = run.communicate()
    if run.returncode:
        sys.exit(run.returncode)
    pairs, wall, processor = json.loads(printed)
    return int(pairs), float(wall), float(processor)


def beside(options: argparse.Namespace) -> None:
    """This version and the other, at the same time; the least of each counts."""
    times: dict[Path, list[float]] = {HERE: [], options.beside: []}
    for turn in range(options.rounds):
        runs = {
            source: begin(options, 1, source, (turn + place) % 2)
            for place, source in enumerate(times)
        }
        for source, run in runs.items():
            pairs, _, processor = ended(run)
            times[source].append(processor)
    for source, found in times.items():
        print(f"{source}: {min(found):.2f} s of processor time, {pairs / min(found):.0f} a second")
    print(f"ratio {min(times[options.beside]) / min(times[HERE]):.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--jobs", type=int, action="append")
    parser.add_argument("--beside", type=Path, help="the `src` of another version")
    parser.add_argument("--rounds", type=int, default=4)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as options.folder:
        if options.beside:
            beside(options)
            return
        for jobs in options.jobs or (1, 2):
            pairs, wall, processor = ended(begin(options, jobs, HERE))
            print(
                f"{pairs} pairs, {jobs} jobs: {wall:.1f} s, {pairs / wall:.0f} pairs a second; "
                f"{processor:.1f} s of processor time, {pairs / processor:.0f} a second of it"
            )


if __name__ == "__main__":
    main()
