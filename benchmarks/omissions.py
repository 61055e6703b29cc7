"""How much of what is left out or added alignqa finds, by size, and how often it alarms.

    python benchmarks/omissions.py PAIRS.tsv... [--every N] [--show]

Each file holds one pair a line, English <TAB> Japanese, with a document's name in the third column.
Clauses and sentences are taken out of pairs, and put in from other pairs, as in `drift.py`; and from
paragraphs (lines that share a paragraph in the third column, or four neighbours) one sentence is
taken out. The target is English and Japanese by turns. Found is what one of AQ402, AQ404, AQ405 and
AQ406 calls major or critical; placed, if it marks some of the right words.

The baseline is a comparison of lengths, as other checkers have it: the ratio of the two lengths
differs by more than a fifth from the usual one.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from alignqa.bitext import Pair
from alignqa.checks import added_content, missing_sentence, omitted_clause, truncated_ending
from alignqa.checks.context import Context
from alignqa.coverage.clauses import content_words
from alignqa.finding import Finding, Severity
from alignqa.judging import default_context, embedded_encoder
from alignqa.pairing import with_sentences
from alignqa.text import Lang, Segment, Span
from alignqa.words.lengths import translated_length
from planting import coverage as planting
from planting.plant import Row
from rows import rows_of

CHECKS = (missing_sentence, omitted_clause, added_content, truncated_ending)
SERIOUS = {Severity.MAJOR, Severity.CRITICAL}
SIZES = ((4, 5), (6, 8), (9, 99))


@dataclass(frozen=True)
class Planted:
    """A pair of which something is left out or to which something is added.

    `span` is where what has no counterpart stands: in the source for an omission.
    """

    kind: str
    source: str
    target: str
    lang: Lang
    span: Span
    is_omission: bool


def paragraphs(rows: Sequence[Sequence[str]]) -> list[list[tuple[str, str]]]:
    places = [
        row[2] if len(row) > 2 and "#p" in row[2] else number // 4
        for number, row in enumerate(rows)
    ]
    grouped = groupby(zip(places, rows, strict=True), key=lambda item: item[0])
    found = [[(row[0], row[1]) for _, row in group] for _, group in grouped]
    return [paragraph[:8] for paragraph in found if len(paragraph) > 1]


def in_pairs(rows: Sequence[Sequence[str]], every: int, rng: random.Random) -> list[Planted]:
    """Something left out of, or added to, every row that allows it."""
    found = []
    for number in range(0, len(rows), every):
        donor = rows[(number + rng.choice([1, 2, 17, 40])) % len(rows)]
        row = Row(rows[number][0], rows[number][1], (donor[0], donor[1]))
        lang = rng.choice(list(Lang))
        is_omission = rng.random() < 0.5
        plant = (planting.omit if is_omission else planting.add)(row, lang, rng)
        span = plant and (plant.source_span if is_omission else plant.target_span)
        if plant and span:
            kind = "left out of a pair" if is_omission else "added to a pair"
            found.append(Planted(kind, plant.source, plant.target, lang, span, is_omission))
    return found


def in_paragraphs(found: Iterable[list[tuple[str, str]]], rng: random.Random) -> list[Planted]:
    """One line's target taken out of each paragraph."""
    planted = []
    for paragraph in found:
        place, lang = rng.randrange(len(paragraph)), rng.choice(list(Lang))
        source, target = (
            _joined(paragraph, lang.other),
            _joined([row for number, row in enumerate(paragraph) if number != place], lang),
        )
        gone = paragraph[place][0 if lang is Lang.JAPANESE else 1]
        start = source.find(gone)
        planted.append(
            Planted(
                "left out of a paragraph",
                source,
                target,
                lang,
                Span(start, start + len(gone)),
                True,
            )
        )
    return planted


def _joined(paragraph: Sequence[tuple[str, str]], lang: Lang) -> str:
    if lang is Lang.ENGLISH:
        return " ".join(row[0] for row in paragraph)
    return "".join(row[1] for row in paragraph)


def whole(paragraph: Sequence[tuple[str, str]], lang: Lang) -> tuple[str, str, Lang]:
    """A paragraph as it is, (source, target, the target's language)."""
    return _joined(paragraph, lang.other), _joined(paragraph, lang), lang


def pairs_of(texts: Sequence[tuple[str, str, Lang]]) -> list[Pair]:
    """Pairs of (source, target, the target's language), with their sentences paired."""
    encoder = embedded_encoder()
    vectors = [encoder.encode([text[side] for text in texts]) for side in (0, 1)]
    return with_sentences(
        [
            Pair(
                number,
                Segment(source, lang.other),
                Segment(target, lang),
                float(vectors[0][number] @ vectors[1][number]),
            )
            for number, (source, target, lang) in enumerate(texts)
        ],
        encoder,
    )


def serious(pair: Pair, context: Context) -> list[Finding]:
    found = [finding for check in CHECKS for finding in check.check(pair, context)]
    return [finding for finding in found if finding.severity in SERIOUS]


def is_placed(findings: Sequence[Finding], plant: Planted) -> bool:
    spans = [
        span
        for finding in findings
        for span in (finding.source_spans if plant.is_omission else finding.target_spans)
    ]
    return any(span.overlaps(plant.span) for span in spans)


def unlike_lengths(pair: Pair) -> bool:
    source, target = (translated_length(s.text, s.lang) for s in (pair.source, pair.target))
    return abs(math.log(max(source, 1) / max(target, 1))) > math.log(1.2)


def size_of(plant: Planted) -> tuple[int, int] | None:
    text, lang = (
        (plant.source, plant.lang.other) if plant.is_omission else (plant.target, plant.lang)
    )
    count = sum(word.span.overlaps(plant.span) for word in content_words(text, lang))
    return next((size for size in SIZES if size[0] <= count <= size[1]), None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--every", type=int, default=1, help="judge every Nth pair and paragraph")
    parser.add_argument("--show", action="store_true", help="print the alarms")
    parser.add_argument("--missed", action="store_true", help="print what was not found")
    options = parser.parse_args()
    rng, context = random.Random(5), default_context()
    whole_texts: dict[str, list[tuple[str, str, Lang]]] = {"pairs": [], "paragraphs": []}
    planted: list[Planted] = []
    for path in options.files:
        rows = [row for row in rows_of(path) if all(row[:2])]
        grouped = paragraphs(rows)[:: options.every]
        for lang in Lang:
            whole_texts["pairs"] += [
                (row[0], row[1], lang) if lang is Lang.JAPANESE else (row[1], row[0], lang)
                for row in rows[:: options.every]
            ]
        whole_texts["paragraphs"] += [whole(group, rng.choice(list(Lang))) for group in grouped]
        planted += in_pairs(rows, options.every, rng) + in_paragraphs(grouped, rng)
    for name, texts in whole_texts.items():
        judged = pairs_of(texts)
        began = time.perf_counter()
        found = [serious(pair, context) for pair in judged]
        took = (time.perf_counter() - began) / len(judged) * 1000
        baseline = sum(map(unlike_lengths, judged)) / len(judged)
        critical = sum(any(f.severity is Severity.CRITICAL for f in each) for each in found)
        alarms = sum(map(bool, found))
        print(
            f"{len(judged):,} whole {name}: alarms {alarms / len(judged):.4f} "
            f"(critical {critical / len(judged):.4f})   baseline {baseline:.3f}   {took:.2f} ms each"
        )
        for pair, findings in zip(judged, found, strict=True):
            if options.show and findings and pair.target.lang is Lang.JAPANESE:
                print(
                    f"\n{findings[0].severity} {findings[0].message} {dict(findings[0].evidence)}"
                )
                marked = [s.of(pair.source.text) for f in findings for s in f.source_spans]
                marked += [s.of(pair.target.text) for f in findings for s in f.target_spans]
                print("  →", *marked, f"\n  {pair.source.text}\n  {pair.target.text}")
    tally: dict[tuple[str, str], list[tuple[bool, bool, bool]]] = defaultdict(list)
    for plant, pair in zip(
        planted, pairs_of([(p.source, p.target, p.lang) for p in planted]), strict=True
    ):
        size = size_of(plant)
        if size is None:
            continue
        findings = serious(pair, context)
        hit = bool(findings), is_placed(findings, plant), unlike_lengths(pair)
        for column in (f"{size[0]}–{size[1]} words".replace("–99", " or more"), "all"):
            tally[f"{plant.kind}, {plant.lang}", column].append(hit)
        if options.missed and not findings:
            print(f"\nmissed: {plant.kind}\n  {pair.source.text}\n  {pair.target.text}")
    for (kind, column), hits in sorted(tally.items()):
        found_, placed, baseline_ = (sum(values) for values in zip(*hits, strict=True))
        print(
            f"{kind:28} {column:16} {len(hits):5}  found {found_ / len(hits):.3f}  "
            f"on the words {placed / max(found_, 1):.3f} of those   baseline {baseline_ / len(hits):.3f}"
        )


if __name__ == "__main__":
    main()
