"""How often alignqa finds something critical or major in pairs that a professional made.

    python benchmarks/alarms.py PAIRS.tsv... [--show]

Each file holds one pair a line, two columns, one English and one Japanese; both directions are
judged. The baseline is what a check of digits gives: the share of pairs whose two sides do not hold
the same runs of digits, as pofilter's number check has it.
"""

from __future__ import annotations

import argparse
import re
import time
import unicodedata
from collections import Counter
from pathlib import Path

from alignqa import Severity, formats, pipeline
from alignqa.settings import Settings
from rows import rows_of

SERIOUS = {Severity.MAJOR, Severity.CRITICAL}


def digits(text: str) -> list[str]:
    return sorted(re.findall(r"\d+", unicodedata.normalize("NFKC", text)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--show", action="store_true", help="print the findings")
    options = parser.parse_args()
    total = alarmed = unlike = 0
    by_rule: Counter[str] = Counter()
    began = time.perf_counter()
    for path in options.files:
        rows = rows_of(path)
        for first, second in ((0, 1), (1, 0)):
            bitext = formats.of_lists([row[first] for row in rows], [row[second] for row in rows])
            report = pipeline.judge(bitext, Settings())
            count = 0
            for pair in report.pairs:
                serious = [f for f in pair.findings if f.severity in SERIOUS]
                count += bool(serious)
                by_rule.update(f"{f.rule.code} {f.rule.name}" for f in serious)
                unlike += digits(pair.source.text) != digits(pair.target.text)
                for finding in serious if options.show else ():
                    print(
                        f"\n{path.name}:{pair.index + 1} {finding.severity} {finding.rule.name}: {finding.message}"
                    )
                    print(f"  {pair.source.text}\n  {pair.target.text}")
            total += len(report.pairs)
            alarmed += count
            direction = f"{report.source_lang}→{report.target_lang}"
            print(
                f"{path.name} {direction}: {count} of {len(report.pairs):,} pairs ({count / len(report.pairs):.2%})"
            )
    print(f"all: {alarmed} of {total:,} pairs ({alarmed / total:.2%}); {dict(by_rule)}")
    print(f"baseline, unlike digits: {unlike / total:.1%}")
    print(f"{total / (time.perf_counter() - began):,.0f} pairs a second")


if __name__ == "__main__":
    main()
