"""How many words put in another's place the check `mistranslated-word` finds, and how often it alarms.

    python benchmarks/words.py PAIRS.tsv... [--every N] [--alarms] [--missed]

Each file holds professional translations, one pair a line, English <TAB> Japanese. In each pair one
noun, verb or adjective is replaced by another of its sort, its form and about its frequency, in
turn on each side; one half of a compound by one that stands beside the other half elsewhere; and, in
the Japanese, offices and bodies by some other noun. Found means by this
check; on the word, that one of its spans is where the word was put. The alarms are its findings in
the pairs as they were. There is no baseline: the checkers that this project is compared with do not
look at words.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

from alignqa import Severity
from alignqa.bitext import Pair
from alignqa.checks.context import Context
from alignqa.checks.mistranslated_word import gather
from alignqa.finding import Finding
from alignqa.judging import default_context, embedded_encoder
from alignqa.pairing import with_sentences
from alignqa.text import Lang, Segment, Span
from alignqa.words import japanese_tokens
from drift import read
from planting import Plant, Row
from planting.halves import HalfPlanter
from planting.terms import swap
from planting.words import WordPlanter


def check(pair: Pair, context: Context) -> list[Finding]:
    """What is told of a pair by itself."""
    return [finding for _, finding in gather(pair, context)]


def as_pairs(texts: list[tuple[str, str]]) -> list[Pair]:
    """English and Japanese texts, paired sentence by sentence."""
    pairs = [
        Pair(n, Segment(english, Lang.ENGLISH), Segment(japanese, Lang.JAPANESE), 0.8)
        for n, (english, japanese) in enumerate(texts)
    ]
    return with_sentences(pairs, embedded_encoder())


def as_texts(made: list[Plant]) -> list[tuple[str, str]]:
    """The English and the Japanese text of each plant."""
    return [(p.source, p.target) if p.lang is Lang.JAPANESE else (p.target, p.source) for p in made]


def plants(
    rows: list[Row], planter: WordPlanter | HalfPlanter, rng: random.Random
) -> list[tuple[int, Plant]]:
    """One plant in each side of each row, with the row's number, where there is a word for it."""
    made = [(n, planter.plant(row, lang, rng)) for n, row in enumerate(rows) for lang in Lang]
    return [(number, plant) for number, plant in made if plant]


def is_on_the_word(plant: Plant, finding: Finding, pair: Pair) -> bool:
    spans = finding.source_spans if pair.source.lang is plant.lang else finding.target_spans
    return any(plant.target_span and span.overlaps(plant.target_span) for span in spans)


def print_found(
    what: str, made: list[Plant], lang: Lang, context: Context, *, missed: bool
) -> None:
    made = [plant for plant in made if plant.lang is lang]
    pairs = as_pairs(as_texts(made))
    found = [(plant, pair, check(pair, context)) for plant, pair in zip(made, pairs, strict=True)]
    for severity, wanted in (
        ("major", {Severity.MAJOR}),
        ("at all", {Severity.MAJOR, Severity.MINOR}),
    ):
        hits = [(p, q, f) for p, q, fs in found for f in fs if f.severity in wanted]
        pairs_hit = len({id(p) for p, _, _ in hits})
        right = {id(p) for p, q, f in hits if is_on_the_word(p, f, q)}
        print(
            f"{what}, {lang.english_name}: {len(made):,} planted, found {severity}: "
            f"{pairs_hit / max(1, len(made)):.3f}, of those on the word {len(right) / max(1, pairs_hit):.2f}"
        )
    for plant, _, findings in found if missed else ():
        if not findings:
            print(f"  missed “{plant.was}” → “{plant.now}”\n    {plant.source}\n    {plant.target}")


def print_lost_offices(rows: list[Row], context: Context) -> None:
    """Offices and bodies with some noun of another pair in their place."""
    rng = random.Random(7)
    tokens = [token for row in rows for token in japanese_tokens(row.japanese)]
    nouns = [t.surface for t in tokens if t.pos[:3] == ("名詞", "普通名詞", "一般")]
    texts, places = [], []
    for row in rows:
        plants = (
            swap(category, row, Lang.JAPANESE, rng) for category in ("offices", "institutions")
        )
        for plant in plants:
            noun = rng.choice(nouns)
            if plant and plant.target_span and noun not in plant.target:
                start, end = plant.target_span.start, plant.target_span.end
                texts.append((plant.source, plant.target[:start] + noun + plant.target[end:]))
                places.append(Span(start, start + len(noun)))
    found = [check(pair, context) for pair in as_pairs(texts)]
    hits = [(place, findings) for place, findings in zip(places, found, strict=True) if findings]
    right = sum(
        any(span.overlaps(place) for f in findings for span in f.target_spans)
        for place, findings in hits
    )
    print(
        f"an office or a body: {len(texts):,} planted, found at all: "
        f"{len(hits) / max(1, len(texts)):.3f}, of those on the word {right / max(1, len(hits)):.2f}"
    )


def print_alarms(rows: list[Row], context: Context, *, show: bool) -> None:
    pairs = as_pairs([(row.english, row.japanese) for row in rows])
    for label in ("first time", "words known"):
        context.linker.forget()
        began = time.process_time()
        found = [check(pair, context) for pair in pairs]
        seconds = time.process_time() - began
        print(f"{label}: {1000 * seconds / len(pairs):.2f} ms a pair")
    for severity in (Severity.MAJOR, Severity.MINOR):
        count = sum(any(f.severity is severity for f in findings) for findings in found)
        print(f"untouched, {severity}: {count} of {len(pairs):,} pairs ({count / len(pairs):.2%})")
    for pair, findings in zip(pairs, found, strict=True) if show else ():
        for finding in findings:
            print(
                f"\n{finding.severity} {finding.evidence['log_odds']} {finding.message}\n"
                f"  {pair.source.text}\n  {pair.target.text}"
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="every nth pair")
    parser.add_argument("--alarms", action="store_true", help="print findings on untouched pairs")
    parser.add_argument("--missed", action="store_true", help="print what was not found")
    options = parser.parse_args()
    rows = read(options.files, options.every)
    context = default_context()
    print_alarms(rows, context, show=options.alarms)
    planters: dict[str, WordPlanter | HalfPlanter] = {
        "words": WordPlanter(rows, context.lexicon),
        "halves": HalfPlanter(rows, context.linker.sources),
    }
    for what, planter in planters.items():
        made = [plant for _, plant in plants(rows, planter, random.Random(7))]
        for lang in (Lang.JAPANESE, Lang.ENGLISH):
            print_found(what, made, lang, context, missed=options.missed)
    print_lost_offices(rows, context)


if __name__ == "__main__":
    main()
