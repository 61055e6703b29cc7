"""How many sentences taken out of a paragraph `missing-sentence` finds, and how often it alarms.

    python benchmarks/omissions.py PAIRS.tsv... [--show]

Each file holds one pair a line, English <TAB> Japanese; lines that share the third column, or four
neighbours where there is none, make a paragraph. From each paragraph of two sentences or more one
is taken out, on either side by turns. The baseline is a comparison of lengths: the share of
paragraphs whose sides differ by more than a fifth from the usual ratio.
"""

from __future__ import annotations

import argparse
import math
import random
from itertools import groupby
from pathlib import Path

from alignqa.bitext import Pair
from alignqa.checks import missing_sentence
from alignqa.pairing import with_sentences
from alignqa.pipeline import default_context, embedded_encoder
from alignqa.text import Lang, Segment
from alignqa.words.lengths import translated_length

Rows = list[tuple[str, str]]


def paragraphs(path: Path) -> list[Rows]:
    lines = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    lines = [line for line in lines if len(line) > 1 and line[:2] != ["en", "ja"]]
    places = [
        line[2] if len(line) > 2 and "#p" in line[2] else number // 4
        for number, line in enumerate(lines)
    ]
    grouped = groupby(zip(places, lines, strict=True), key=lambda item: item[0])
    found = [[(line[0], line[1]) for _, line in group] for _, group in grouped]
    return [rows[:8] for rows in found if len(rows) > 1]


def pair(index: int, english: list[str], japanese: list[str]) -> Pair:
    return Pair(
        index,
        Segment(" ".join(english), Lang.ENGLISH),
        Segment("".join(japanese), Lang.JAPANESE),
        0.6,
    )


def unlike_lengths(judged: Pair) -> bool:
    source, target = (translated_length(s.text, s.lang) for s in (judged.source, judged.target))
    return abs(math.log(source / target)) > math.log(1.2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--show", action="store_true", help="print the alarms on whole paragraphs")
    options = parser.parse_args()
    rows = [paragraph for path in options.files for paragraph in paragraphs(path)]
    rng = random.Random(5)
    whole, cut, gone = [], [], []
    for index, paragraph in enumerate(rows):
        english, japanese = [row[0] for row in paragraph], [row[1] for row in paragraph]
        whole.append(pair(index, english, japanese))
        place, from_english = rng.randrange(len(paragraph)), rng.random() < 0.5
        rest = [row for number, row in enumerate(paragraph) if number != place]
        # What is left without a counterpart is the sentence on the other side.
        gone.append(paragraph[place][1 if from_english else 0])
        if from_english:
            cut.append(pair(index, [row[0] for row in rest], japanese))
        else:
            cut.append(pair(index, english, [row[1] for row in rest]))
    context, encoder = default_context(), embedded_encoder()
    alarms = hits = placed = 0
    for judged in with_sentences(whole, encoder):
        findings = list(missing_sentence.check(judged, context))
        alarms += bool(findings)
        if findings and options.show:
            print(findings[0].message, "\n ", judged.source.text, "\n ", judged.target.text)
            for finding in findings:
                for text, spans in (
                    (judged.source.text, finding.source_spans),
                    (judged.target.text, finding.target_spans),
                ):
                    print("   →", *(span.of(text) for span in spans))
    for judged, sentence in zip(with_sentences(cut, encoder), gone, strict=True):
        findings = list(missing_sentence.check(judged, context))
        hits += bool(findings)
        marked = [s.of(judged.source.text) for f in findings for s in f.source_spans]
        marked += [s.of(judged.target.text) for f in findings for s in f.target_spans]
        placed += any(words in sentence or sentence in words for words in marked)
    print(f"{len(rows)} paragraphs")
    count = len(rows)
    unlike = [sum(map(unlike_lengths, judged)) / count for judged in (whole, cut)]
    print(f"whole:            alarms {alarms / count:.3f}   baseline {unlike[0]:.3f}")
    print(
        f"one sentence out: found {hits / count:.3f} (on it {placed / count:.3f})   "
        f"baseline {unlike[1]:.3f}"
    )


if __name__ == "__main__":
    main()
