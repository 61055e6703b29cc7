"""How well the aligner finds the beads of documents, beside the aligners of others.

    python benchmarks/alignment.py PAIRS.tsv... [--shortest LINES] [--show]
    python benchmarks/alignment.py --gold FOLDER
    python benchmarks/alignment.py --timing LINES
    (each with [--vecalign FOLDER] [--bertalign FOLDER])

PAIRS.tsv holds one pair a line, English <TAB> Japanese [<TAB> document], in document order; the
documents cut from it are made noisy (`aligners/documents.py`) in two settings, without and with a
line of the translation moved elsewhere. FOLDER of `--gold` holds German and French texts aligned by
hand, NAME.de, NAME.fr and NAME.defr, as Vecalign's test set does. All aligners that take vectors
take the same ones: those of the embedded encoder, or for German and French those of the letters
that the two texts share. `--timing` compares time and memory without encoding.

FOLDER of `--vecalign` is a clone of github.com/thompsonb/vecalign in which
`python setup.py build_ext --inplace` was run, that of `--bertalign` one of
github.com/bfsujason/bertalign, with numba, faiss and torch installed; Gale-Church is `pip install
galechurch`. What is not given or not installed is left out. Both clones also run with the cost of a
line left alone that suits the documents made here best, which by default is too high for them.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from aligners import rivals
from aligners.documents import Document, Shape, gold_documents, noisy_documents
from aligners.score import header, score
from aligners.vectors import Cognates, Remembered
from alignqa.align import Costs
from alignqa.encoders import Encoder, load_encoder

Encoders = Callable[[Document], Encoder]


def at_hand(options: argparse.Namespace) -> dict[str, rivals.Aligner]:
    """The aligners by name; says which are left out."""
    largest = 8 if options.gold else 4  # 8 is what Vecalign's own figures on such texts are made by
    wanted: dict[str, Callable[[], rivals.Aligner]] = {
        "alignqa": rivals.alignqa,
        "Vecalign": lambda: rivals.vecalign(options.vecalign, largest),
        "Vecalign, -d 0.05": lambda: rivals.vecalign(options.vecalign, largest, 0.05),
        "Bertalign": lambda: rivals.bertalign(options.bertalign),
        "Bertalign, skip 0": lambda: rivals.bertalign(options.bertalign, 0.0),
        "Gale-Church": rivals.gale_church,
        "nearest neighbours": lambda: rivals.nearest_neighbours,
    }
    made = {}
    for name, make in wanted.items():
        try:
            made[name] = make()
        except rivals.Missing as why:
            print(f"{name}: left out, {why}")
    return made


def compare(
    documents: list[Document], aligners: dict[str, rivals.Aligner], encoders: Encoders, show: bool
) -> None:
    found: dict[str, list[list[Shape]]] = {}
    print(header(documents))
    for name, aligner in aligners.items():
        found[name] = [aligner(document, encoders(document)) for document in documents]
        print(f"{name:24}{score(found[name], documents)}", flush=True)
    if show:
        for number, document in enumerate(documents):
            failures(document, {name: set(beads[number]) for name, beads in found.items()})


def failures(document: Document, found: dict[str, set[Shape]]) -> None:
    """True beads that alignqa misses and another aligner finds, with what alignqa has there."""
    for bead in document.gold:
        finders = [name for name, beads in found.items() if bead in beads]
        if "alignqa" in finders or not finders:
            continue
        instead = [
            other
            for other in found["alignqa"]
            if not set(other[0]).isdisjoint(bead[0]) or not set(other[1]).isdisjoint(bead[1])
        ]
        has = "  ".join(f"{list(x)}:{list(y)}" for x, y in sorted(instead))
        print(f"\n{document.name}  {list(bead[0])}:{list(bead[1])}  found by {', '.join(finders)}")
        print(f"  alignqa has {has}")
        for texts, side in ((document.source, 0), (document.target, 1)):
            for index in sorted({index for other in [bead, *instead] for index in other[side]}):
                print(f"    {index} {texts[index][:100]}")


def compare_costs(documents: list[Document], encoders: Encoders) -> None:
    for alone, joining, length in itertools.product(
        (0.0, 0.03, 0.06, 0.09), (0.08, 0.1, 0.12), (0.1, 0.15, 0.2)
    ):
        costs = Costs(alone=alone, aside=2 * alone, joining=joining, length=length)
        aligner = rivals.alignqa(costs)
        found = [aligner(document, encoders(document)) for document in documents]
        print(f"{costs}: {score(found, documents)}", flush=True)


def compare_speed(lines: int, vecalign: Path | None) -> None:
    """Each aligner in a process of its own, so that its peak of memory is its own."""
    figures = {}
    for name in ("none", "alignqa", *(("vecalign",) if vecalign else ())):
        command = [sys.executable, "-m", "aligners.timing", name, str(lines)]
        command += [str(vecalign.resolve())] if vecalign else []
        answer = subprocess.run(
            command, cwd=Path(__file__).parent, stdout=subprocess.PIPE, check=True
        )
        figures[name] = json.loads(answer.stdout)
    print(f"about {lines:,} lines a side; median of three runs, without encoding")
    print(f"{'vectors alone':24}{'':9}  peak {figures.pop('none')['peak_mib']:7,.0f} MiB")
    for name, figure in figures.items():
        median = statistics.median(figure["seconds"])
        print(
            f"{name:24}{median:7.2f} s  peak {figure['peak_mib']:7,.0f} MiB  "
            f"true pairs found {figure['found']:.4f}"
        )
    if vecalign:
        medians = [statistics.median(figures[name]["seconds"]) for name in ("alignqa", "vecalign")]
        print(f"alignqa takes {medians[0] / medians[1]:.2f} of Vecalign's time")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--gold", type=Path, help="folder of texts aligned by hand")
    parser.add_argument("--timing", type=int, metavar="LINES", help="compare time and memory")
    parser.add_argument("--vecalign", type=Path, help="a built clone of Vecalign")
    parser.add_argument("--bertalign", type=Path, help="a clone of Bertalign")
    parser.add_argument("--encoder", help="another encoder than the embedded one")
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument(
        "--shortest", type=int, default=12, help="join documents shorter than this many lines"
    )
    parser.add_argument("--sweep", action="store_true", help="try other costs for the aligner")
    parser.add_argument("--show", action="store_true", help="print what only others find")
    options = parser.parse_args()
    if options.timing:
        compare_speed(options.timing, options.vecalign)
        return
    if not (options.files or options.gold):
        parser.error("name files of pairs, --gold FOLDER or --timing LINES")
    aligners = {} if options.sweep else at_hand(options)
    if options.gold:
        documents = gold_documents(options.gold)
        cognates = {d.name: Remembered(Cognates(d.source, d.target)) for d in documents}
        for group in sorted({re.sub(r"\d+$", "", document.name) for document in documents}):
            members = [d for d in documents if d.name.startswith(group)]
            print(f"\n{options.gold.name}: {group}")
            compare(members, aligners, lambda d: cognates[d.name], options.show)
    if options.files:
        encoder = Remembered(load_encoder(options.encoder))
        for moving in (False, True):
            documents = noisy_documents(options.files, options.seed, options.shortest, moving)
            lines = sum(len(d.source) + len(d.target) for d in documents)
            moved = ", a line moved in each" if moving else ""
            print(f"\n{len(documents)} documents, {lines:,} lines{moved}")
            if options.sweep:
                compare_costs(documents, lambda _: encoder)
            else:
                compare(documents, aligners, lambda _: encoder, options.show)


if __name__ == "__main__":
    main()
