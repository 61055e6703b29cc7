"""How often AQ201 number-mismatch speaks on good translations, and how often on changed numbers.

    python benchmarks/number_mismatch.py PAIRS.tsv... [--show] [--missed]

Each file has one pair a line: English, a tab, Japanese, or the other way round, with or without
further columns; the language of the first column is detected for the file as a whole. A header
line is passed over where neither of its fields has the other language's script.

Untouched, a pair should be silent: the share of pairs with a major or critical finding is printed,
and `--show` prints each for reading. Then one number of each target is replaced by another, with
a fixed seed, and the share that is found is printed, with how often the finding lies on the
changed words and its suggestion reads as the old value.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.checks.number_mismatch import check
from alignqa.finding import Finding, Severity
from alignqa.quantities import Kind, Quantity, compare, quantities
from alignqa.text import Lang, Segment, Span
from alignqa.words import japanese_tokens
from rows import rows_of

_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龯]")
# The check reads the pair alone.
_NO_CONTEXT = cast(Context, None)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("files", nargs="+", type=Path, metavar="PAIRS.tsv")
    parser.add_argument("--first", choices=["en", "ja"], help="the language of column one")
    parser.add_argument("--swap", action="store_true", help="take column two for the source")
    parser.add_argument("--show", action="store_true", help="print the findings on good pairs")
    parser.add_argument("--missed", action="store_true", help="print changes that were not found")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    for path in options.files:
        pairs = read_pairs(path, options.first)
        if options.swap:
            pairs = [Pair(p.index, p.target, p.source, p.similarity) for p in pairs]
        print(f"== {path.name}: {len(pairs)} pairs, source {pairs[0].source.lang}")
        measure_speed(pairs)
        measure_untouched(pairs, options.show)
        measure_changed(pairs, random.Random(options.seed), options.missed)


def read_pairs(path: Path, first: str | None) -> list[Pair]:
    rows = [row[:2] for row in rows_of(path)]
    if first is None:
        japanese = sum(bool(_JAPANESE.search(row[0])) for row in rows)
        first = "ja" if japanese * 2 > len(rows) else "en"
    if not any(_JAPANESE.search(cell) for cell in rows[0]):
        rows = rows[1:]
    source_lang = Lang(first)
    return [
        Pair(n, Segment(source, source_lang), Segment(target, source_lang.other), 1.0)
        for n, (source, target) in enumerate(rows)
    ]


def findings(pair: Pair) -> list[Finding]:
    """Critical and major ones."""
    return [f for f in check(pair, _NO_CONTEXT) if f.severity.rank >= Severity.MAJOR.rank]


def measure_speed(pairs: list[Pair]) -> None:
    for pair in pairs[:100]:
        list(check(pair, _NO_CONTEXT))
    taken = 0.0
    for pair in pairs:
        japanese_tokens(pair.side(Lang.JAPANESE).text)
        start = time.perf_counter()
        list(check(pair, _NO_CONTEXT))
        taken += time.perf_counter() - start
    print(f"   speed      {len(pairs) / taken:,.0f} pairs/s beyond tokenization")


def measure_untouched(pairs: list[Pair], show: bool) -> None:
    severities: Counter[str] = Counter()
    spoken = 0
    for pair in pairs:
        every = list(check(pair, _NO_CONTEXT))
        severities.update(f.severity.value for f in every)
        spoken += any(f.severity.rank >= Severity.MAJOR.rank for f in every)
        if show:
            for finding in every:
                print_finding(pair, finding)
    print(
        f"   untouched  {spoken} of {len(pairs)} pairs speak ({100 * spoken / len(pairs):.2f}%);"
        f" findings {dict(severities)}"
    )


def print_finding(pair: Pair, finding: Finding) -> None:
    source = [span.of(pair.source.text) for span in finding.source_spans]
    target = [span.of(pair.target.text) for span in finding.target_spans]
    print(f"   [{pair.index + 1}] {finding.severity.upper()} {source} {target}")
    print(f"       → {finding.suggestion}   {finding.message}")
    print(f"       {pair.source.text}\n       {pair.target.text}")


def measure_changed(pairs: list[Pair], chance: random.Random, missed: bool) -> None:
    counts: Counter[str] = Counter()
    for pair in pairs:
        planted = plant(pair, chance)
        if planted is None:
            continue
        changed, span, old = planted
        counts["planted"] += 1
        hits = findings(changed)
        if hits:
            counts["found"] += 1
        elif missed:
            print(f"   missed {old.span.of(pair.target.text)} → {span.of(changed.target.text)}")
            print(f"       {changed.source.text}\n       {changed.target.text}")
        exact = [f for f in hits if any(s.overlaps(span) for s in f.target_spans)]
        counts["on the number"] += bool(exact)
        counts["restored"] += any(_restores(f, old, pair.target.lang) for f in exact)
    planted_count = max(1, counts["planted"])
    shares = ", ".join(
        f"{name} {counts[name] / planted_count:.3f}"
        for name in ("found", "on the number", "restored")
    )
    print(f"   changed    {counts['planted']} planted: {shares}")


def _restores(finding: Finding, old: Quantity, lang: Lang) -> bool:
    return finding.suggestion is not None and any(
        not q.readings.isdisjoint(old.readings) for q in quantities(finding.suggestion, lang)
    )


def plant(pair: Pair, chance: random.Random) -> tuple[Pair, Span, Quantity] | None:
    """The pair with one digit or magnitude of its target changed, where it is, what was there.

    Only numbers that the source says too are changed: those in digits by one digit or by a power
    of ten, those in words or kanji by another word of their kind.
    """
    target = pair.target
    comparison = compare(
        quantities(pair.source.text, pair.source.lang), quantities(target.text, target.lang)
    )
    candidates = [t for _, t in comparison.matched if not t.is_weak and t.kind is not Kind.FUZZY]
    chance.shuffle(candidates)
    for old in candidates:
        for written in changed_forms(old.core.of(target.text), chance):
            text = target.text[: old.core.start] + written + target.text[old.core.end :]
            return (
                Pair(pair.index, pair.source, Segment(text, target.lang), 1.0),
                Span(old.core.start, old.core.start + len(written)),
                old,
            )
    return None


_WORDS = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "twelve",
    "twenty",
    "thirty",
    "forty",
    "fifty",
]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_KANJI = "二三四五六七八九"


def changed_forms(core: str, chance: random.Random) -> Iterator[str]:
    for family in (_WORDS, _MONTHS, [month[:3] for month in _MONTHS], ["million", "billion"]):
        for word in family:
            if re.search(rf"\b{word}\b", core, re.IGNORECASE):
                other = chance.choice([w for w in family if w != word])
                other = other.capitalize() if core[0].isupper() else other
                yield re.sub(rf"\b{word}\b", other, core, count=1, flags=re.IGNORECASE)
                return
    digits = list(re.finditer(r"[0-9０-９]", core))
    if digits and (len(digits) > 1 or chance.random() < 0.8) and chance.random() < 0.75:
        place = chance.choice(digits)
        zero = "0" if place.group() < "０" else "０"
        old = ord(place.group()) - ord(zero)
        lowest = 1 if place.start() == 0 else 0
        new = chance.choice([n for n in range(lowest, 10) if n != old])
        yield core[: place.start()] + chr(ord(zero) + new) + core[place.end() :]
    elif digits and re.search(r"[.．]", core):
        yield re.sub(r"[.．]", "", core, count=1)
    elif digits:
        last = digits[-1]
        yield core[: last.end()] + ("0" if last.group() < "０" else "０") + core[last.end() :]
    elif kanji := list(re.finditer(f"[{_KANJI}]", core)):
        place = chance.choice(kanji)
        new_kanji = chance.choice([c for c in _KANJI if c != place.group()])
        yield core[: place.start()] + new_kanji + core[place.end() :]


if __name__ == "__main__":
    main()
