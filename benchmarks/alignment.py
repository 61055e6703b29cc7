"""How well the aligner finds the beads of documents made noisy on purpose.

    python benchmarks/alignment.py PAIRS.tsv... [--sweep]

Each file holds one pair a line, English <TAB> Japanese, in document order. Documents of 12 to 60
pairs are cut from it; of their lines a tenth is joined with the next on the English side, a tenth
on the Japanese side, 6% are dropped on either side and 3% foreign lines are put in. Strict counts
beads that are found exactly, lax those that share a pair of lines with a true one (as Vecalign's
scorer does, without the empty beads). The baseline pairs the lines that are each other's nearest
neighbours by the same vectors.
"""

from __future__ import annotations

import argparse
import itertools
import random
from dataclasses import dataclass
from pathlib import Path

from alignqa import pipeline
from alignqa.align import Costs
from alignqa.bitext import Bead
from alignqa.encoders import StaticEncoder
from alignqa.text import Lang, Segment

JOIN, DROP, FOREIGN = 0.10, 0.06, 0.03


@dataclass(frozen=True)
class Document:
    source: list[str]
    target: list[str]
    gold: list[tuple[tuple[int, ...], tuple[int, ...]]]


def noisy(
    pairs: list[tuple[str, str]], foreign: list[tuple[str, str]], rng: random.Random
) -> Document:
    document = Document([], [], [])
    position = 0

    def put(english: list[str], japanese: list[str]) -> None:
        s, t = len(document.source), len(document.target)
        document.source.extend(english)
        document.target.extend(japanese)
        document.gold.append(
            (tuple(range(s, s + len(english))), tuple(range(t, t + len(japanese))))
        )

    while position < len(pairs):
        if rng.random() < FOREIGN:
            line = rng.choice(foreign)
            put([line[0]], []) if rng.random() < 0.5 else put([], [line[1]])
        here, following = pairs[position], pairs[position + 1 : position + 2]
        chance = rng.random()
        if following and chance < JOIN:
            put([f"{here[0]} {following[0][0]}"], [here[1], following[0][1]])
            position += 1
        elif following and chance < 2 * JOIN:
            put([here[0], following[0][0]], [here[1] + following[0][1]])
            position += 1
        elif chance < 2 * JOIN + DROP:
            put([here[0]], [])
        elif chance < 2 * JOIN + 2 * DROP:
            put([], [here[1]])
        else:
            put([here[0]], [here[1]])
        position += 1
    return document


def documents(paths: list[Path], seed: int) -> list[Document]:
    rng = random.Random(seed)
    made = []
    for path in paths:
        rows = [line.split("\t")[:2] for line in path.read_text("utf-8").splitlines()]
        pairs = [
            (row[0], row[1]) for row in rows if len(row) == 2 and row[0].strip() and row[1].strip()
        ]
        start = 0
        while start < len(pairs):
            size = rng.randint(12, 60)
            made.append(noisy(pairs[start : start + size], pairs, rng))
            start += size
    return made


def f1(found: list[list[Bead]], made: list[Document], strict: bool) -> float:
    right = wanted = proposed = hit = 0
    for beads, document in zip(found, made, strict=True):
        theirs = [(b.source, b.target) for b in beads if b.source and b.target]
        gold = [bead for bead in document.gold if bead[0] and bead[1]]
        if strict:
            common = set(theirs) & set(gold)
            right += len(common)
            hit += len(common)
        else:
            cells = {cell for bead in gold for cell in itertools.product(*bead)}
            mine = {cell for bead in theirs for cell in itertools.product(*bead)}
            right += sum(any(c in cells for c in itertools.product(*bead)) for bead in theirs)
            hit += sum(any(c in mine for c in itertools.product(*bead)) for bead in gold)
        wanted += len(gold)
        proposed += len(theirs)
    precision, recall = right / max(proposed, 1), hit / max(wanted, 1)
    return 2 * precision * recall / max(precision + recall, 1e-9)


def nearest(document: Document, encoder: StaticEncoder) -> list[Bead]:
    """Lines that are each other's nearest neighbours: pairing by cosine alone."""
    source, target = encoder.encode(document.source), encoder.encode(document.target)
    cosines = source @ target.T
    there, back = cosines.argmax(axis=1), cosines.argmax(axis=0)
    return [
        Bead((i,), (int(j),), float(cosines[i, j])) for i, j in enumerate(there) if back[j] == i
    ]


def align_all(
    made: list[Document], encoder: StaticEncoder, costs: Costs | None = None
) -> list[list[Bead]]:
    found = []
    for document in made:
        source = [Segment(text, Lang.ENGLISH) for text in document.source]
        target = [Segment(text, Lang.JAPANESE) for text in document.target]
        found.append(pipeline.find_beads(source, target, encoder, costs=costs))
    return found


def figures(found: list[list[Bead]], made: list[Document]) -> str:
    return f"strict {f1(found, made, True):.4f}  lax {f1(found, made, False):.4f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--sweep", action="store_true", help="try other costs for the aligner")
    options = parser.parse_args()
    made = documents(options.files, options.seed)
    lines = sum(len(d.source) + len(d.target) for d in made)
    print(f"{len(made)} documents, {lines:,} lines")
    encoder = StaticEncoder()
    if options.sweep:
        for weights in itertools.product(
            (0.08, 0.11, 0.14), (0.08, 0.11, 0.14), (0.12, 0.18, 0.25)
        ):
            costs = Costs(*weights)
            print(f"{costs}: {figures(align_all(made, encoder, costs), made)}", flush=True)
        return
    print("nearest neighbours ", figures([nearest(d, encoder) for d in made], made))
    print("alignqa            ", figures(align_all(made, encoder), made))


if __name__ == "__main__":
    main()
