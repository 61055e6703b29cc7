"""How many swapped terms `wrong-term` finds, and how often it alarms on text left as it was.

    python benchmarks/terms.py PAIRS.tsv...

Each file holds one pair a line, English <TAB> Japanese. The swap is planted in the Japanese side
from the lists of `plants.toml`, one a pair; both directions are judged. The baseline is a cosine:
the share of swaps that lower the pair's similarity by more than two standard deviations of what a
translator's other choices do.
"""

from __future__ import annotations

import argparse
import random
import re
import tomllib
from collections import Counter
from pathlib import Path

from alignqa.bitext import Pair
from alignqa.checks import wrong_term
from alignqa.finding import Severity
from alignqa.pipeline import default_context
from alignqa.text import Lang, Segment

PLANTS = tomllib.loads(Path(__file__).with_name("plants.toml").read_text("utf-8"))


def read(paths: list[Path]) -> list[tuple[str, str]]:
    rows = [line.split("\t") for path in paths for line in path.read_text("utf-8").splitlines()]
    return [(row[0], row[1]) for row in rows if len(row) > 1]


def pair(english: str, japanese: str, source: Lang) -> Pair:
    sides = {
        Lang.ENGLISH: Segment(english, Lang.ENGLISH),
        Lang.JAPANESE: Segment(japanese, Lang.JAPANESE),
    }
    return Pair(0, sides[source], sides[source.other], 0.8)


def names(words: list[str], text: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in words)


def names_of(right: str, kind: str) -> set[str]:
    """The Japanese terms of the list that stand for the same English words."""
    words = set(PLANTS[kind][right])
    return {ja for ja, others in PLANTS[kind].items() if words & set(others)}


def plants(
    pairs: list[tuple[str, str]], rng: random.Random
) -> list[tuple[str, str, str, str, str]]:
    """(kind, English, Japanese with the swap, what stood there, what stands there now)."""
    found = []
    for english, japanese in pairs:
        for kind, table in PLANTS.items():
            here = [
                ja
                for ja, words in table.items()
                if japanese.count(ja) == 1 and names(words, english)
            ]
            if not here:
                continue
            right = rng.choice(here)
            wrong = [
                ja
                for ja, words in table.items()
                if ja not in japanese
                and not names(words, english)
                and not set(words) & set(table[right])
            ]
            rival = rng.choice(wrong)
            found.append((kind, english, japanese.replace(right, rival), right, rival))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--missed", action="store_true", help="print what was not found")
    options = parser.parse_args()
    pairs = read(options.files)
    context = default_context()
    serious = {Severity.CRITICAL, Severity.MAJOR}
    for source in Lang:
        alarms = sum(
            any(f.severity in serious for f in wrong_term.check(pair(*texts, source), context))
            for texts in pairs
        )
        print(
            f"source {source}: alarms on {alarms} of {len(pairs):,} untouched pairs ({alarms / len(pairs):.2%})"
        )
        total, hit, placed, right_word = Counter(), Counter(), Counter(), Counter()
        for kind, english, japanese, right, rival in plants(pairs, random.Random(7)):
            judged = pair(english, japanese, source)
            found = list(wrong_term.check(judged, context))
            total[kind] += 1
            hit[kind] += bool(found)
            spans = [s.of(judged.target.text) for f in found for s in f.target_spans]
            spans += [s.of(judged.source.text) for f in found for s in f.source_spans]
            placed[kind] += any(rival in span or span in rival for span in spans)
            if source is Lang.ENGLISH:
                right_word[kind] += any(f.suggestion in names_of(right, kind) for f in found)
            if not found and options.missed and source is Lang.ENGLISH:
                print(f"  missed {right} → {rival}: {english[:200]} | {japanese[:140]}")
        for kind in PLANTS:
            n = total[kind]
            print(
                f"  {kind:12} {n:4} planted  found {hit[kind] / n:.2f}  on the words {placed[kind] / n:.2f}"
                + (f"  expected named {right_word[kind] / n:.2f}" if source is Lang.ENGLISH else "")
            )
        n = total.total()
        print(
            f"  {'all':12} {n:4} planted  found {hit.total() / n:.2f}  on the words {placed.total() / n:.2f}"
        )


if __name__ == "__main__":
    main()
