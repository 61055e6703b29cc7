"""How fast the gate is on many files, and how much memory it takes.

    python benchmarks/gate.py --files 500 --jobs 1 --jobs 2

Writes pairs of files of 40 paragraphs each, made from sentences of their own, and judges them as
`alignqa gate --pair` does, in a process of its own: starting it and loading the models counts. The
goal is 500 pairs in under 60 s on two quiet cores, and in under 15 s the second time. Processor time
is told too, since it says more on a machine that is busy with other things.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PARAGRAPHS = 40
SENTENCES = (
    ("The {place} office received {n} applications in {month}.", "{place}の事務所は{month}に{n}件の申請を受け付けた。"),
    ("Trains from {place} run every {n} minutes until {month}.", "{place}からの列車は{month}まで{n}分おきに運行する。"),
    ("A new library with {n} seats opens in {place}.", "{place}に{n}席の新しい図書館が開館する。"),
    ("Residents of {place} asked for a longer bridge.", "{place}の住民は、もっと長い橋を求めた。"),
    ("Prices rose by {n}% in {month}, the city said.", "市によると、物価は{month}に{n}%上昇した。"),
    ("The festival was cancelled because of heavy rain.", "大雨のため、祭りは中止された。"),
    ("Farmers near {place} harvested {n} tons of rice.", "{place}近郊の農家は{n}トンの米を収穫した。"),
    ("“We will decide next week,” a spokesman said.", "「来週には決める」と広報担当者は述べた。"),
    ("Children may visit the museum free of charge.", "子どもは博物館に無料で入場できる。"),
    ("The road to {place} has been closed since {month}.", "{place}への道路は{month}から閉鎖されている。"),
)  # fmt: skip
PLACES = (("Kyoto", "京都"), ("Osaka", "大阪"), ("Sapporo", "札幌"), ("Nagoya", "名古屋"))
MONTHS = (("March", "3月"), ("June", "6月"), ("October", "10月"), ("December", "12月"))


def write_pairs(folder: Path, files: int) -> None:
    for number in range(files):
        chance = random.Random(number)
        texts = [paragraph(chance) for _ in range(PARAGRAPHS)]
        for lang, side in (("en", 0), ("ja", 1)):
            path = folder / lang / f"{number:04}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_text("\n\n".join(text[side] for text in texts) + "\n", encoding="utf-8")


def paragraph(chance: random.Random) -> tuple[str, str]:
    english, japanese = [], []
    for en, ja in chance.sample(SENTENCES, 3):
        place, month, n = chance.choice(PLACES), chance.choice(MONTHS), chance.randint(3, 90)
        english.append(en.format(place=place[0], month=month[0], n=n))
        japanese.append(ja.format(place=place[1], month=month[1], n=n))
    return " ".join(english), "".join(japanese)


def measure(folder: Path, files: int, jobs: int, cache: Path, when: str) -> None:
    command = [sys.executable, "-c", WITH_USAGE, "gate", "--no-config", "--no-progress"]
    command += ["--pair", "en/{name}.txt:ja/{name}.txt", "--jobs", str(jobs), "-f", "concise"]
    start = time.perf_counter()
    done = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "ALIGNQA_CACHE_DIR": str(cache)},
    )
    wall = time.perf_counter() - start
    if done.returncode == 2:
        sys.exit(done.stderr)
    processor, own, workers = done.stderr.split()[-3:]
    print(
        f"{files} pairs of files, {jobs} jobs, {when}: {wall:.1f} s, {files / wall:.1f} a second, "
        f"{float(processor):.1f} s of processor time; peak memory {own} MB, "
        f"of a worker {workers} MB; {len(done.stdout.splitlines())} breaches"
    )


WITH_USAGE = """
import resource, sys
from alignqa.cli import main
if __name__ == "__main__":
    status = main(sys.argv[1:])
    kinds = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    times = sum(kind.ru_utime + kind.ru_stime for kind in kinds)
    print(times, *(kind.ru_maxrss // 1024 for kind in kinds), file=sys.stderr)
    sys.exit(status)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=50)
    parser.add_argument("--jobs", type=int, action="append")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_pairs(folder, options.files)
        for jobs in options.jobs or [1, 2]:
            for when in ("cold", "warm"):
                measure(folder, options.files, jobs, folder / f"cache-{jobs}", when)


if __name__ == "__main__":
    main()
