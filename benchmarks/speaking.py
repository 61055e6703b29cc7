"""How often each rule speaks on pairs that nobody spoilt, by severity.

    python benchmarks/speaking.py PAIRS.tsv... [--select CODE...] [--every N] [--show N]

Each file holds one pair a line, English `<TAB>` Japanese, perhaps compressed (`.xz`); where there is
a third column, it names the document, up to a #, and checks of whole documents look at one at a
time. Both directions are judged. What a rule says of such pairs is either a slip of the
translator's or a false alarm: `--show` prints some of each rule's findings, to be read.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter, defaultdict
from pathlib import Path

from alignqa import pipeline
from alignqa.bitext import Bitext
from alignqa.finding import Finding
from alignqa.report import JudgedPair
from alignqa.settings import Settings
from alignqa.text import Lang, Segment
from rows import rows_of

SEED = 1
LANGS = (Lang.ENGLISH, Lang.JAPANESE)


def documents(path: Path, every: int) -> list[list[list[str]]]:
    """The file's rows by document, of which only each `every`-th one is kept."""
    found: dict[str, list[list[str]]] = defaultdict(list)
    for row in rows_of(path):
        found[row[2].split("#")[0] if len(row) > 2 else ""].append(row)
    if len(found) == 1:
        return [next(iter(found.values()))[::every]]
    return list(found.values())[::every]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--select", nargs="*", default=[], help="rule codes or their beginnings")
    parser.add_argument("--every", type=int, default=1, help="take one document (or row) in N")
    parser.add_argument("--show", type=int, default=0, help="findings of each rule to print")
    options = parser.parse_args()
    settings = Settings(select=frozenset(options.select))
    chance = random.Random(SEED)
    for path in options.files:
        groups = documents(path, options.every)
        for first, second in ((0, 1), (1, 0)):
            pairs = 0
            seconds = 0.0
            spoken: Counter[tuple[str, str]] = Counter()
            examples: dict[str, list[tuple[JudgedPair, Finding]]] = defaultdict(list)
            for rows in groups:
                bitext = Bitext(
                    tuple(Segment(row[first], LANGS[first]) for row in rows),
                    tuple(Segment(row[second], LANGS[second]) for row in rows),
                    LANGS[first],
                    paired=True,
                )
                began = time.perf_counter()
                report = pipeline.judge(bitext, settings)
                seconds += time.perf_counter() - began
                pairs += len(report.pairs)
                for pair in report.pairs:
                    said = {
                        (f"{f.rule.code} {f.rule.name}", f.severity.value) for f in pair.findings
                    }
                    spoken.update(said)
                    for finding in pair.findings:
                        examples[f"{finding.rule.code} {finding.rule.name}"].append((pair, finding))
            direction = "English to Japanese" if not first else "Japanese to English"
            print(f"\n{path.name}, {direction}: {pairs:,} pairs, {pairs / seconds:,.0f} a second")
            for (rule, severity), count in sorted(spoken.items()):
                print(f"  {rule:<32}{severity:<10}{count:>6}{count / pairs:>9.2%}")
            for rule, found in sorted(examples.items()):
                for pair, finding in chance.sample(found, min(options.show, len(found))):
                    print(f"\n  {rule}, {finding.severity.value}: {finding.message}")
                    print(f"    {pair.source.text}\n    {pair.target.text}")


if __name__ == "__main__":
    main()
