"""How many drifts planted in translations alignqa finds, by category, and how often it alarms.

    python benchmarks/drift.py PAIRS.tsv... [--every N] [--lines N] [--half B] [--rule AQ101]
                               [--category negation] [--missed] [--alarms] [--show] [--seed 7]

Each file holds one pair a line, English <TAB> Japanese; `--lines` makes passages of so many lines
that follow one another. `--half` keeps every other block of fifty lines: A are the first fifty, the
third and so on, which some weights have learned from, B those between. Every drift is planted alone into the
target, the Japanese text in en→ja and the English one in ja→en, by `planting/`, from lists of its
own. Found means a critical or major finding; on words, that one of its spans overlaps what was
planted, or in the source what it should render; named, that a right rendering is suggested. Where a
clause was left out, what should render it is the stretch of the source whose words are nearest to
its words. Beside it stands what a checker of digits and lengths gives: it compares the runs of
digits, and asks whether one side is more than half as long again as the other would have it.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from alignqa import Severity, formats, pipeline
from alignqa.checks.registry import all_checks
from alignqa.finding import Finding
from alignqa.report import JudgedPair
from alignqa.settings import Settings
from alignqa.text import Lang, Span
from alignqa.words.lengths import translated_length
from planting import PLANTERS, Plant, Row
from rows import rows_of

_SERIOUS = {Severity.CRITICAL, Severity.MAJOR}
# The categories whose right rendering a checker can be asked to name.
_NAMED = {"institutions", "offices", "countries", "cities", "weekdays", "months"} | {
    "numbers",
    "magnitudes",
}
_NEAR = 40
_BLOCK = 50
_ENDS = re.compile(r"[.!?。！？][\"'”’」』)）]*\s*$")


def read(paths: Sequence[Path], every: int, together: int = 1, half: str = "") -> list[Row]:
    """Every nth row, with one that stands some rows off beside it; a row is so many lines."""
    rows = []
    for path in paths:
        pairs = [(row[0], row[1]) for row in rows_of(path)]
        if half:
            blocks = range("AB".index(half) * _BLOCK, len(pairs), 2 * _BLOCK)
            pairs = [pair for start in blocks for pair in pairs[start : start + _BLOCK]]
        if together > 1:
            pairs = [
                passage(pairs[start : start + together]) for start in range(0, len(pairs), together)
            ]
        for number in range(0, len(pairs), every):
            donor = pairs[(number + _NEAR) % len(pairs)]
            rows.append(Row(*pairs[number], donor))
    return rows


def passage(pairs: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """The pairs as one, each text a sentence."""
    english, japanese = zip(*pairs, strict=True)
    return (
        " ".join(text if _ENDS.search(text) else f"{text}." for text in english),
        "".join(text if _ENDS.search(text) else f"{text}。" for text in japanese),
    )


def judged(pairs: Sequence[tuple[str, str]], settings: Settings) -> tuple[JudgedPair, ...]:
    """Source and target of each pair, judged as one document."""
    bitext = formats.of_lists([pair[0] for pair in pairs], [pair[1] for pair in pairs])
    report = pipeline.judge(bitext, settings)
    for failure in report.failures[:3]:
        print(f"  {failure}", file=sys.stderr)
    return report.pairs


def serious(pair: JudgedPair) -> list[Finding]:
    return [finding for finding in pair.findings if finding.severity in _SERIOUS]


def baseline(source: str, target: str) -> bool:
    """What a checker says that knows digits and lengths."""
    digits = [
        sorted(re.findall(r"\d+", unicodedata.normalize("NFKC", text))) for text in (source, target)
    ]
    if digits[0] != digits[1]:
        return True
    lengths = [
        translated_length(text, Lang.JAPANESE if re.search("[ぁ-ん]", text) else Lang.ENGLISH)
        for text in (source, target)
    ]
    return abs(math.log(max(lengths[0], 1) / max(lengths[1], 1))) > math.log(1.5)


def located(plant: Plant, findings: Sequence[Finding]) -> bool:
    return any(
        (place and any(place.overlaps(span) for span in spans))
        for finding in findings
        for place, spans in (
            (plant.target_span, finding.target_spans),
            (plant.source_span, finding.source_spans),
        )
    )


def named(plant: Plant, findings: Sequence[Finding]) -> bool:
    """Whether a suggestion has a right rendering in it, and no longer number."""
    suggestions = [_folded(finding.suggestion or "") for finding in findings]
    return any(
        re.search(rf"(?<!\d){re.escape(_folded(words))}(?!\d)", suggestion)
        for words in plant.expected
        for suggestion in suggestions
    )


def _folded(text: str) -> str:
    return re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", text)).casefold()


def planted(rows: Sequence[Row], category: str, lang: Lang, seed: int) -> Iterator[Plant]:
    for number, row in enumerate(rows):
        plant = PLANTERS[category](row, lang, random.Random(f"{seed} {category} {lang} {number}"))
        if plant:
            yield plant


def print_alarms(rows: Sequence[Row], lang: Lang, settings: Settings, *, show: bool) -> None:
    texts = [(row.text(lang.other), row.text(lang)) for row in rows]
    by_rule: Counter[str] = Counter()
    alarmed = 0
    for pair in judged(texts, settings):
        findings = serious(pair)
        alarmed += bool(findings)
        by_rule.update({f"{f.rule.code} {f.rule.name}" for f in findings})
        for finding in findings if show else ():
            print(f"\n  alarm {finding.rule.code} {finding.severity}: {finding.message}")
            print(f"    {marked(pair.source.text, finding.source_spans)}")
            print(f"    {marked(pair.target.text, finding.target_spans)}")
    plain = sum(baseline(*pair) for pair in texts)
    print(
        f"{lang.other}→{lang}: alarms on {alarmed} of {len(rows):,} untouched pairs "
        f"({alarmed / len(rows):.2%}); digits and lengths {plain / len(rows):.1%}"
    )
    for rule, count in by_rule.most_common():
        print(f"  {rule:28} {count:4}  {count / len(rows):.2%}")


def marked(text: str, spans: Sequence[Span]) -> str:
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]}⟦{span.of(text)}⟧{text[span.end :]}"
    return text


def print_found(plants: Sequence[Plant], settings: Settings, *, missed: bool) -> Counter[str]:
    """One line of the table, and its counts."""
    counts: Counter[str] = Counter()
    for plant, pair in zip(
        plants, judged([(p.source, p.target) for p in plants], settings), strict=True
    ):
        findings = serious(pair)
        counts["planted"] += 1
        counts["found"] += bool(findings)
        counts["on the words"] += located(plant, findings)
        counts["baseline"] += baseline(plant.source, plant.target)
        if plant.category in _NAMED:
            counts["nameable"] += 1
            counts["named"] += named(plant, findings)
        if missed and not findings:
            print_plant(plant, "missed")
    print(line(plants[0].category, counts))
    return counts


def print_plant(plant: Plant, word: str) -> None:
    print(f"\n  {word} {plant.category} “{plant.was}” → “{plant.now}”")
    print(f"    {marked(plant.source, [plant.source_span] if plant.source_span else [])}")
    print(f"    {marked(plant.target, [plant.target_span] if plant.target_span else [])}")


HEADER = f"  {'':14} planted  found  on words  named  digits and lengths"


def line(name: str, counts: Counter[str]) -> str:
    n, found = counts["planted"], counts["found"]
    share = f"{counts['on the words'] / found:8.2f}" if found else " " * 7 + "–"
    is_named = f"{counts['named'] / counts['nameable']:5.2f}" if counts["nameable"] else "    –"
    return f"  {name:14} {n:7} {found / n:6.2f}  {share}  {is_named}  {counts['baseline'] / n:7.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--rule", action="append", default=[], help="only this check")
    parser.add_argument("--category", action="append", choices=list(PLANTERS), default=[])
    parser.add_argument("--every", type=int, default=1, metavar="N", help="every nth pair")
    parser.add_argument("--lines", type=int, default=1, metavar="N", help="passages of N lines")
    parser.add_argument("--half", choices=["A", "B"], default="", help="every other fifty lines")
    parser.add_argument("--missed", action="store_true", help="print what was not found")
    parser.add_argument("--alarms", action="store_true", help="print findings on untouched pairs")
    parser.add_argument("--show", type=int, metavar="N", help="print N plants of each and stop")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    rows = read(options.files, options.every, options.lines, options.half)
    settings = Settings.checked([check.rule for check in all_checks()], select=options.rule)
    for lang in (Lang.JAPANESE, Lang.ENGLISH):
        if options.show is None:
            print_alarms(rows, lang, settings, show=options.alarms)
            print(HEADER)
        by_category: list[Counter[str]] = []
        for category in options.category or PLANTERS:
            plants = list(planted(rows, category, lang, options.seed))
            if options.show is not None:
                print(f"\n{lang.other}→{lang} {category}: {len(plants)}")
                sample = random.Random(options.seed).sample(plants, min(options.show, len(plants)))
                for plant in sample:
                    print_plant(plant, "planted")
            elif plants:
                by_category.append(print_found(plants, settings, missed=options.missed))
        if by_category:
            print(line("all", sum(by_category, Counter())))
            shares = [counts["found"] / counts["planted"] for counts in by_category]
            print(f"  {'by category':14} {'':7} {sum(shares) / len(shares):6.2f}\n", flush=True)


if __name__ == "__main__":
    main()
