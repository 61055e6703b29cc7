"""How often two things that were made to change places in a translation are found.

    python benchmarks/exchanges.py PAIRS.tsv... [--every N] [--half B] [--missed] [--seed 7]

Each file holds one pair a line, English <TAB> Japanese. In the target two numbers before one and the
same word (3人 and 5人, *3 men* and *5 men*), or two names before one particle (トルコは and イランは), are
put in each other's place, wherever a pair has them; in English two names behind one preposition.
Some of these say the same as before (*between Turkey and Iran*): no list of them is kept, so that not
all can be found. Found means a critical or major finding on words that were moved. Beside it stands
what a checker of digits and lengths gives (`drift.py`), which sees the same digits as before.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from alignqa.checks.registry import all_checks
from alignqa.settings import Settings
from alignqa.text import Lang, Span
from drift import baseline, judged, marked, read, serious
from planting import Row

_NUMBER = r"(?<![\d.,/-])\d[\d,.]*"
# What is moved is the first group, what stands beside both the second.
_NUMBERS = {
    Lang.JAPANESE: re.compile(
        rf"({_NUMBER}[万億]?)(年|月|日|人|円|ドル|台|件|度|歳|時間|分|回|社|点|位|倍|%|％|kg|km|メートル|キロ)"
    ),
    Lang.ENGLISH: re.compile(
        rf"({_NUMBER}(?: [mb]illion)?)[ -]?(percent|%|years?|people|men|women|times|yen|dollars?|hours?|days?)\b"
    ),
}
_NAMES = {
    Lang.JAPANESE: re.compile(r"([ァ-ヺー]{3,}(?:・[ァ-ヺー]+)*)(は|が|で|に|を|から)"),
    Lang.ENGLISH: re.compile(r"(?<=(in|of|to|by) )([A-Z][a-z]+(?: [A-Z][a-z]+)*)\b"),
}
_MOST_OF_A_PAIR = 2


def planted(
    row: Row, lang: Lang, pattern: re.Pattern[str], dice: random.Random
) -> Iterator[tuple[str, tuple[Span, Span]]]:
    """Targets in which two things have changed places, with where they stand now."""
    text = row.text(lang)
    at, beside = (2, 1) if pattern is _NAMES[Lang.ENGLISH] else (1, 2)
    found = list(pattern.finditer(text))
    twos = [
        (one, other)
        for place, one in enumerate(found)
        for other in found[place + 1 :]
        if one[beside] == other[beside] and one[at] != other[at]
    ]
    for one, other in dice.sample(twos, min(len(twos), _MOST_OF_A_PAIR)):
        head, between, tail = (
            text[: one.start(at)],
            text[one.end(at) : other.start(at)],
            text[other.end(at) :],
        )
        first = Span(len(head), len(head) + len(other[at]))
        second = Span(first.end + len(between), first.end + len(between) + len(one[at]))
        yield f"{head}{other[at]}{between}{one[at]}{tail}", (first, second)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="every nth pair")
    parser.add_argument("--half", choices=["A", "B"], default="", help="every other fifty lines")
    parser.add_argument("--missed", action="store_true", help="print what was not found")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    rows = read(options.files, options.every, 1, options.half)
    settings = Settings.checked([check.rule for check in all_checks()])
    for lang in (Lang.JAPANESE, Lang.ENGLISH):
        print(f"{lang.other}→{lang}, {len(rows):,} pairs")
        for name, pattern in (("numbers", _NUMBERS[lang]), ("names", _NAMES[lang])):
            dice = random.Random(options.seed)
            plants = [
                (row.text(lang.other), target, spans)
                for row in rows
                for target, spans in planted(row, lang, pattern, dice)
            ]
            tell(name, plants, settings, missed=options.missed)


def tell(
    name: str,
    plants: Sequence[tuple[str, str, tuple[Span, Span]]],
    settings: Settings,
    *,
    missed: bool,
) -> None:
    counts: Counter[str] = Counter()
    pairs = judged([(source, target) for source, target, _ in plants], settings)
    for (source, target, spans), pair in zip(plants, pairs, strict=True):
        on_words = [
            finding
            for finding in serious(pair)
            if any(span.overlaps(moved) for span in finding.target_spans for moved in spans)
        ]
        counts["found"] += bool(on_words)
        counts["AQ508"] += any(finding.rule.code == "AQ508" for finding in on_words)
        counts["baseline"] += baseline(source, target)
        if missed and not on_words:
            print(f"    {source}\n    {marked(target, spans)}\n")
    shares = {key: counts[key] / max(len(plants), 1) for key in ("found", "AQ508", "baseline")}
    print(
        f"  {name:8} {len(plants):5} planted, found {shares['found']:.2f} "
        f"(AQ508 {shares['AQ508']:.2f}); digits and lengths {shares['baseline']:.2f}"
    )


if __name__ == "__main__":
    main()
