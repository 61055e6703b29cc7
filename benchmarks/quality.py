"""The learned figures, with 95% bootstrap intervals, beside what others answer to the same pairs.

    python benchmarks/quality.py FOLDER [--anchors FILE] [--set critical|adequacy|minimal|professional]...

The folder holds what there is of these, a header line first unless said otherwise:

- `ced_dev.tsv` (id, source, translation, ERR or NOT): critical errors, en→ja, WMT21; `--anchors`
  names a file of id, label and another system's score of the same pairs, such as COMETKiwi-22's;
- `qe_da_dev.tsv` (source, translation, z): human adequacy, en→ja. The shipped sum is fitted to this
  file, so its figure here says nothing; `training/quality.py` prints the cross-validated one;
- `human_ratings_jaen_dev.tsv` (id, three scores, source, translation, mean): human ratings, ja→en,
  which nothing is fitted to;
- `demetr_dev.tsv` (source, good, bad, severity, kind): minimal pairs, ja→en; fitted to as well;
- `wmt23_en-ja_ref.tsv`, `wmt23_ja-en_ref.tsv` (English, Japanese, no header): professional
  translations, of which few should be called critical; `demetr_dev.tsv` and the like of a test set
  may be given instead under the same names.

The baseline is the figure before learning: the cosine on a logistic curve, less the findings.
"""

from __future__ import annotations

import argparse
import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from alignqa import pipeline
from alignqa.bitext import Bitext
from alignqa.report import JudgedPair
from alignqa.scoring.quality import LOSS
from alignqa.settings import Settings
from alignqa.text import Lang, Segment

Metric = Callable[[np.ndarray, np.ndarray], float]
SERIOUS = ("critical", "major")


def rows_of(path: Path, skip: int = 1) -> list[list[str]]:
    lines = path.read_text("utf-8").split("\n")[skip:]
    return [line.split("\t") for line in lines if line.strip()]


def judge(pairs: Sequence[tuple[str, str]], source: Lang = Lang.ENGLISH) -> list[JudgedPair]:
    sides = [
        tuple(Segment(pair[side], lang) for pair in pairs)
        for side, lang in enumerate((source, source.other))
    ]
    bitext = Bitext(sides[0], sides[1], source, paired=True)
    return list(pipeline.judge(bitext, Settings()).pairs)


def before_learning(pair: JudgedPair) -> float:
    adequacy = 1 / (1 + math.exp(-(pair.similarity - 0.18) / 0.12))
    return math.sqrt(adequacy) * math.prod(
        1 - f.confidence * LOSS[f.severity] for f in pair.findings
    )


def ranks(values: np.ndarray) -> np.ndarray:
    """Ranks, ties sharing their mean."""
    _, back, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - (counts - 1) / 2)[back])


def auc(labels: np.ndarray, values: np.ndarray) -> float:
    """The share of (error, no error) pairs in the right order."""
    errors = int(labels.sum())
    others = len(labels) - errors
    return float((ranks(values)[labels].sum() - errors * (errors + 1) / 2) / (errors * others))


def spearman(first: np.ndarray, second: np.ndarray) -> float:
    return float(np.corrcoef(ranks(first), ranks(second))[0, 1])


def matthews(labels: np.ndarray, decided: np.ndarray) -> float:
    return float(np.corrcoef(labels, decided)[0, 1]) if decided.std() else 0.0


def best_matthews(labels: np.ndarray, values: np.ndarray) -> float:
    """At the best threshold for these very labels: more than any system can count on."""
    cuts = np.quantile(values, np.linspace(0.5, 0.99, 50))
    return max(matthews(labels, (values >= cut).astype(float)) for cut in cuts)


def share(ones: np.ndarray, _: np.ndarray) -> float:
    return float(ones.mean())


def show(what: str, metric: Metric, first: np.ndarray, second: np.ndarray) -> None:
    rng = np.random.default_rng(0)
    drawn = [
        metric(first[rows], second[rows])
        for rows in (rng.integers(0, len(first), len(first)) for _ in range(500))
    ]
    low, high = np.quantile(drawn, (0.025, 0.975))
    print(f"  {what:52} {metric(first, second):.3f}  [{low:.3f}, {high:.3f}]")


def critical(file: Path, anchors: Path | None) -> None:
    rows = rows_of(file)
    labels = np.array([row[3] == "ERR" for row in rows])
    pairs = judge([(row[1], row[2]) for row in rows])
    print(f"critical errors, {len(rows)} pairs, {labels.sum()} of them errors")
    risks = np.array([pair.risk for pair in pairs])
    decided = np.array([float(pair.critical_error) for pair in pairs])
    show("AUC, risk", auc, labels, risks)
    show("AUC, before learning", auc, labels, -np.array([before_learning(p) for p in pairs]))
    show("MCC, shipped threshold", matthews, labels, decided)
    show("share called critical", share, decided, decided)
    if anchors:
        other = {row[0]: float(row[2]) for row in rows_of(anchors)}
        values = -np.array([other[row[0]] for row in rows])
        show(f"AUC, {anchors.stem}", auc, labels, values)
        print(f"  {'MCC at its best threshold':52} {best_matthews(labels, values):.3f}")
        print(f"  {'MCC of risk at its best threshold':52} {best_matthews(labels, risks):.3f}")


def adequacy(pairs: list[tuple[str, str]], human: np.ndarray, source: Lang, what: str) -> None:
    judged = judge(pairs, source)
    print(f"{what}, {len(pairs)} pairs, Spearman")
    show("score", spearman, np.array([pair.score for pair in judged]), human)
    show("before learning", spearman, np.array([before_learning(p) for p in judged]), human)
    show("minus the source's length", spearman, -np.array([len(p[0]) for p in pairs]), human)


def minimal(file: Path) -> None:
    rows = rows_of(file)
    # Each alone: in one document the second rendering of a sentence is found by the first.
    judged = [judge([(row[0], row[number])], Lang.JAPANESE)[0] for row in rows for number in (1, 2)]
    by_kind: dict[str, list[float]] = defaultdict(list)
    figures = {"score": lambda p: p.score, "before learning": before_learning}
    print(f"minimal pairs, {len(rows)}: good above bad")
    for name, figure in figures.items():
        values = np.array([figure(pair) for pair in judged])
        won = (values[0::2] > values[1::2]).astype(float)
        for severities in (SERIOUS, ("critical",), ("major",), ("minor",)):
            chosen = won[[row[3] in severities for row in rows]]
            if len(chosen):
                show(f"{name}, {' and '.join(severities)}", share, chosen, chosen)
        if name == "score":
            for row, one in zip(rows, won, strict=True):
                by_kind[row[4]].append(one)
    for kind, wins in sorted(by_kind.items()):
        print(f"    {kind:40} {np.mean(wins):.2f} of {len(wins)}")


def professional(file: Path, source: int) -> None:
    rows = rows_of(file, 0)
    texts = [(row[source], row[1 - source]) for row in rows]
    pairs = judge(texts, Lang.JAPANESE if source else Lang.ENGLISH)
    decided = np.array([float(pair.critical_error) for pair in pairs])
    print(f"{file.name}, professional, {len(rows)} pairs")
    show("share called critical", share, decided, decided)
    low, middle, high = np.quantile([pair.score for pair in pairs], (0.05, 0.5, 0.95))
    print(f"  score: 5% {low:.1f}, middle {middle:.1f}, 95% {high:.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--anchors", type=Path)
    parser.add_argument("--set", action="append", dest="sets")
    options = parser.parse_args()

    def there(name: str, of: str) -> Path | None:
        path = options.folder / name
        return path if path.is_file() and of in (options.sets or [of]) else None

    if file := there("ced_dev.tsv", "critical"):
        critical(file, options.anchors)
    if file := there("qe_da_dev.tsv", "adequacy"):
        rows = rows_of(file)
        human = np.array([float(row[2]) for row in rows])
        adequacy(
            [(row[0], row[1]) for row in rows], human, Lang.ENGLISH, "adequacy en→ja (fitted to)"
        )
    if file := there("human_ratings_jaen_dev.tsv", "adequacy"):
        rows = rows_of(file)
        human = np.array([float(row[6]) for row in rows])
        adequacy([(row[4], row[5]) for row in rows], human, Lang.JAPANESE, "ratings ja→en")
    if file := there("demetr_dev.tsv", "minimal"):
        minimal(file)
    for name, source in (("wmt23_en-ja_ref.tsv", 0), ("wmt23_ja-en_ref.tsv", 1)):
        if file := there(name, "professional"):
            professional(file, source)


if __name__ == "__main__":
    main()
