"""Fit the judgement of a pair: adequacy and the danger of a critical error, for both directions.

    python training/quality.py --data FOLDER --out src/alignqa/data/quality/judgement.npz

The folder holds `ced_train.tsv` and `ced_dev.tsv` (WMT21 critical errors, en→ja), `qe_da_dev.tsv`
(human adequacy, en→ja), `demetr_dev.tsv` (minimal pairs, ja→en), and professional translations:
`ntrex_dev.tsv`, fitted on as sound, and `wmt22_en-ja_ref.tsv`, `wmt22_ja-en_ref.tsv`, which set the
scale and hold the threshold down (all English, Japanese). With `--cache FOLDER` the evidence is kept
between runs.

- adequacy en→ja: ridge regression of the rank of the human scores;
- adequacy ja→en: logistic regression of the differences within minimal pairs, good against bad,
  critical and major ones three times; what the source alone foretells of that sum is taken off, for
  minimal pairs say nothing of it; and a fifth of the other direction's weights for likeness and
  coverage is added, sides exchanged;
- danger en→ja: logistic regression of three annotators' votes, with the vectors of both texts;
- danger ja→en: a logistic curve over the adequacy (no labelled data of that direction).

Prints what each reaches, cross-validated on what it was fitted on, and on what it was not.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.stats import rankdata, spearmanr
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import matthews_corrcoef, roc_auc_score
from sklearn.model_selection import GroupKFold, KFold, cross_val_predict

from alignqa.bitext import Bitext
from alignqa.pairing import pair_up
from alignqa.pipeline import default_context, embedded_encoder
from alignqa.scoring import runs
from alignqa.scoring.evidence import evidence_of
from alignqa.scoring.model import Sum
from alignqa.text import Lang, Segment

# The chance that a pair is a critical error, by how many of three people said so.
BY_VOTES = np.array([0.01, 0.15, 0.75, 0.95])
ALARMS_ON_PROFESSIONALS = 0.03
READER_SUMMARY = "reader_"
PROFESSIONAL_WEIGHT = 0.5
FARTHEST = 8.0
BORROWED = 0.2
LIKENESS = ("covered", "uncovered", "cosine", "lone", "values", "not_only", "shorter", "repeated")
FROM_SOURCE = (
    *(f"{name}_ja" for name in (*runs.NAMES, "not", "past")),
    *("token_length", "katakana", "polite"),
)
# What a professional translation scores in the middle, and how far the others lie from it.
MIDDLE, SPREAD = 2.0, 0.7


@dataclass(frozen=True)
class Evidence:
    """One row a pair: named figures, and the vectors' part."""

    names: list[str]
    figures: np.ndarray
    vectors: np.ndarray

    def of(self, names: Sequence[str]) -> np.ndarray:
        return self.figures[:, [self.names.index(name) for name in names]]


def rows_of(path: Path, skip: int) -> list[list[str]]:
    lines = path.read_text("utf-8").split("\n")[skip:]
    return [line.split("\t") for line in lines if line.strip()]


def evidence(pairs: list[tuple[str, str]], source: Lang, cache: Path | None) -> Evidence:
    """The evidence of (source, target) pairs; a pair without any has the means of the others."""
    name = hashlib.sha256(repr((pairs, source)).encode()).hexdigest()[:16]
    kept = cache / f"{name}.npz" if cache else None
    if kept and kept.is_file():
        with np.load(kept) as stored:
            return Evidence(list(stored["names"]), stored["figures"], stored["vectors"])
    found = []
    for start in range(0, len(pairs), 256):
        part = pairs[start : start + 256]
        sides = [
            tuple(Segment(pair[side], lang) for pair in part)
            for side, lang in enumerate((source, source.other))
        ]
        paired = pair_up(Bitext(sides[0], sides[1], source, paired=True), embedded_encoder())
        found += list(evidence_of(paired, default_context().vectors))
    names = sorted(next(known for known in found if known)[0])
    blank = [np.nan] * len(names)
    figures = np.array([[known[0][n] for n in names] if known else blank for known in found])
    figures = np.where(np.isnan(figures), np.nanmean(figures, axis=0), figures)
    width = next(len(known[1]) for known in found if known)
    vectors = np.array([known[1] if known else np.zeros(width) for known in found])
    if kept:
        np.savez(kept, names=names, figures=figures, vectors=vectors)
    return Evidence(names, figures, vectors)


def standard(values: np.ndarray, mean: np.ndarray, scale: np.ndarray) -> np.ndarray:
    return np.clip((values - mean) / scale, -FARTHEST, FARTHEST)


def moments(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return values.mean(axis=0), values.std(axis=0) + 1e-6


def apply(fitted: Sum, known: Evidence) -> np.ndarray:
    """The sum's log-odds, a row each."""
    values = standard(known.of(fitted.names), fitted.mean, fitted.scale)
    total = values @ fitted.weights + fitted.intercept
    return total + known.vectors @ fitted.vector_weights if len(fitted.vector_weights) else total


def scaled_to(fitted: Sum, professional: Evidence) -> Sum:
    """The same order, with professional translations round `MIDDLE` in log-odds."""
    values = apply(fitted, professional)
    factor = SPREAD / values.std()
    return replace(
        fitted,
        weights=fitted.weights * factor,
        intercept=MIDDLE + factor * (fitted.intercept - float(np.median(values))),
    )


def fit_ridge(known: Evidence, human: np.ndarray, names: list[str]) -> Sum:
    mean, scale = moments(known.of(names))
    values, ranks = standard(known.of(names), mean, scale), rankdata(human) / len(human)
    model = Ridge(1000)
    guesses = [
        cross_val_predict(model, values, ranks, cv=KFold(10, shuffle=True, random_state=seed))
        for seed in range(3)
    ]
    print(
        f"adequacy en→ja, Spearman, 10-fold: "
        f"{np.mean([spearmanr(guess, human)[0] for guess in guesses]):.3f}"
    )
    model.fit(values, ranks)
    return Sum(tuple(names), mean, scale, model.coef_, np.zeros(0), float(model.intercept_))


def exchanged(name: str) -> str:
    """The same figure of the other side."""
    for end, other in (("_en", "_ja"), ("_ja", "_en")):
        if name.endswith(end):
            return name.removesuffix(end) + other
    return name


def fit_pairs(
    known: Evidence,
    severities: np.ndarray,
    groups: list[str],
    names: list[str],
    reference: Evidence,
    other_direction: Sum,
) -> Sum:
    """Rows of `known`: good, bad, good, bad."""
    mean, _ = moments(reference.of(names))
    # What professionals never do has no spread among them.
    scale = np.maximum(moments(reference.of(names))[1], moments(known.of(names))[1])
    values = known.of(names)
    differences = values[0::2] - values[1::2]
    spread = differences.std(axis=0) + 1e-9
    matters = np.isin(severities, ["critical", "major"])
    weights = np.where(matters, 3.0, 1.0)
    borrowed = dict(zip(other_direction.names, other_direction.weights, strict=True))
    taken = np.array(
        [borrowed.get(exchanged(name), 0.0) * name.startswith(LIKENESS) for name in names]
    )
    foretelling = [names.index(name) for name in FROM_SOURCE]
    professional = standard(reference.of(names), mean, scale)
    likeness = (professional @ taken).std()

    def fit(rows: np.ndarray) -> np.ndarray:
        part = differences[rows] / spread
        labels = np.r_[np.ones(len(rows)), np.zeros(len(rows))]
        model = LogisticRegression(C=0.03, fit_intercept=False, max_iter=3000)
        model.fit(np.r_[part, -part], labels, sample_weight=np.r_[weights[rows], weights[rows]])
        found = model.coef_[0] * scale / spread
        sums = professional @ found
        told = Ridge(1000).fit(professional[:, foretelling], sums)
        found[foretelling] -= told.coef_
        rest = sums - told.predict(professional[:, foretelling])
        return np.asarray(found + BORROWED * rest.std() / likeness * taken)

    standardised = standard(values, mean, scale)
    won = np.zeros(len(differences))
    for train, test in GroupKFold(10).split(differences, groups=groups):
        sums = standardised @ fit(train)
        won[test] = (sums[0::2] - sums[1::2])[test]
    print(
        f"adequacy ja→en, good above bad, 10-fold by source: critical and major "
        f"{(won[matters] > 0).mean():.3f}, all {(won > 0).mean():.3f}"
    )
    return Sum(tuple(names), mean, scale, fit(np.arange(len(differences))), np.zeros(0), 0.0)


def fit_votes(
    train: Evidence,
    votes: np.ndarray,
    labels: np.ndarray,
    sound: Evidence,
    share: float = 0.1,
) -> tuple[Sum, np.ndarray]:
    """With the cross-validated log-odds of the rows it was fitted on."""
    names = train.names
    mean, scale = moments(train.of(names))
    values, clean = (
        np.hstack([share * standard(part.of(names), mean, scale), part.vectors])
        for part in (train, sound)
    )

    def fit(rows: np.ndarray) -> LogisticRegression:
        part, chance = values[rows], BY_VOTES[votes[rows]]
        labels = np.r_[np.ones(len(rows)), np.zeros(len(rows) + len(clean))]
        weights = np.r_[chance, 1 - chance, np.full(len(clean), PROFESSIONAL_WEIGHT)]
        model = LogisticRegression(C=0.1, max_iter=3000)
        return model.fit(np.r_[part, part, clean], labels, sample_weight=weights)

    guesses = np.zeros(len(values))
    for kept, left in KFold(5, shuffle=True, random_state=0).split(values):
        guesses[left] = fit(kept).decision_function(values[left])
    print(
        f"danger en→ja, AUC, 5-fold on what it is fitted on: {roc_auc_score(labels, guesses):.3f}"
    )
    model = fit(np.arange(len(values)))
    weights, named = model.coef_[0], len(names)
    intercept = float(model.intercept_[0])
    fitted = Sum(tuple(names), mean, scale, share * weights[:named], weights[named:], intercept)
    return fitted, guesses


def calibrated(fitted: Sum, guesses: np.ndarray, labels: np.ndarray) -> Sum:
    """Platt's scaling by guesses made for rows that were left out."""
    line = LogisticRegression(C=1e6).fit(guesses[:, None], labels)
    slope, shift = float(line.coef_[0, 0]), float(line.intercept_[0])
    return replace(
        fitted,
        weights=fitted.weights * slope,
        vector_weights=fitted.vector_weights * slope,
        intercept=fitted.intercept * slope + shift,
    )


def _slope(fitted: Sum, before: Sum) -> float:
    place = int(np.argmax(np.abs(before.weights)))
    return float(fitted.weights[place] / before.weights[place])


def share(log_odds: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-log_odds))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--cache", type=Path)
    options = parser.parse_args()
    if options.cache:
        options.cache.mkdir(parents=True, exist_ok=True)

    def pairs_of(name: str, left: int, right: int, source: Lang, skip: int = 1) -> Evidence:
        rows = rows_of(options.data / f"{name}.tsv", skip)
        return evidence([(row[left], row[right]) for row in rows], source, options.cache)

    def column(name: str, number: int) -> list[str]:
        return [row[number] for row in rows_of(options.data / f"{name}.tsv", 1)]

    english, japanese = Lang.ENGLISH, Lang.JAPANESE
    professional = {
        english: pairs_of("wmt22_en-ja_ref", 0, 1, english, 0),
        japanese: pairs_of("wmt22_ja-en_ref", 1, 0, japanese, 0),
    }
    names = professional[english].names
    plain = [name for name in names if not name.startswith((READER_SUMMARY, "wrong_"))]
    # The sums and peaks of the reader's logits; its hidden layer only helps the danger.
    peaks = {f"{READER_SUMMARY}{n}" for n in (*range(56, 62), *range(118, 125))}
    some = plain + [name for name in names if name.startswith("wrong_") or name in peaks]

    human = np.array(column("qe_da_dev", 2), dtype=float)
    ridge = fit_ridge(pairs_of("qe_da_dev", 0, 1, english), human, plain)
    rows = rows_of(options.data / "demetr_dev.tsv", 1)
    minimal = evidence([(r[0], r[k]) for r in rows for k in (1, 2)], japanese, options.cache)
    severities, groups = np.array([row[3] for row in rows]), [row[5] for row in rows]
    ranked = fit_pairs(minimal, severities, groups, some, professional[japanese], ridge)
    adequacy = {
        english: scaled_to(ridge, professional[english]),
        japanese: scaled_to(ranked, professional[japanese]),
    }

    train, dev = (pairs_of(name, 1, 2, english) for name in ("ced_train", "ced_dev"))
    labels, dev_labels = (np.array(column(name, 3)) == "ERR" for name in ("ced_train", "ced_dev"))
    votes = np.array([vote.count("1") for vote in column("ced_train", 4)])
    voted, guesses = fit_votes(train, votes, labels, pairs_of("ntrex_dev", 0, 1, english))
    danger_en = calibrated(voted, guesses, labels)
    # The left-out guesses for ced_train, made the same, stand beside ced_dev: its 96 errors alone
    # would choose by chance.
    slope = danger_en.intercept - voted.intercept * _slope(danger_en, voted)
    held_out = share(np.r_[guesses * _slope(danger_en, voted) + slope, apply(danger_en, dev)])
    truth = np.r_[labels, dev_labels]
    risks, professional_risks = (
        share(apply(danger_en, known)) for known in (dev, professional[english])
    )
    print(f"danger en→ja, AUC on ced_dev: {roc_auc_score(dev_labels, risks):.3f}")
    floor = float(np.quantile(professional_risks, 1 - ALARMS_ON_PROFESSIONALS))
    candidates = [floor, *np.quantile(held_out, np.linspace(0.5, 0.98, 97))]
    free = max(candidates, key=lambda t: matthews_corrcoef(truth, held_out >= t))
    threshold = max(
        (t for t in candidates if t >= floor),
        key=lambda t: matthews_corrcoef(truth, held_out >= t),
    )
    for name, t in (("free", free), ("shipped", threshold)):
        print(
            f"threshold {name} {t:.3f}: MCC left out {matthews_corrcoef(truth, held_out >= t):.3f}, "
            f"on ced_dev {matthews_corrcoef(dev_labels, risks >= t):.3f}, flagged "
            f"{(risks >= t).mean():.3f}, professionals {(professional_risks >= t).mean():.3f}"
        )

    # From Japanese: what a professional translation of the worst percentages has is the threshold.
    sums = apply(adequacy[japanese], professional[japanese])
    at_threshold = float(np.log(threshold / (1 - threshold)))
    worst = float(np.quantile(sums, ALARMS_ON_PROFESSIONALS))
    danger_ja = replace(
        adequacy[japanese],
        weights=-adequacy[japanese].weights,
        intercept=at_threshold + worst - adequacy[japanese].intercept,
    )
    bad = apply(danger_ja, minimal)[1::2]
    print(
        f"danger ja→en: flagged of critical minimal pairs, bad side "
        f"{(bad[severities == 'critical'] >= at_threshold).mean():.3f}, good side "
        f"{(apply(danger_ja, minimal)[0::2] >= at_threshold).mean():.3f}"
    )
    save(options.out, adequacy, {english: danger_en, japanese: danger_ja}, threshold)


def save(out: Path, adequacy: dict[Lang, Sum], danger: dict[Lang, Sum], threshold: float) -> None:
    stored: dict[str, np.ndarray] = {f"threshold_{lang}": np.array(threshold) for lang in Lang}
    for name, sums in (("adequacy", adequacy), ("danger", danger)):
        for lang, fitted in sums.items():
            for part in ("mean", "scale", "weights", "vector_weights"):
                stored[f"{name}_{lang}_{part}"] = np.float32(getattr(fitted, part))
            stored[f"{name}_{lang}_names"] = np.array(fitted.names)
            stored[f"{name}_{lang}_intercept"] = np.array(fitted.intercept)
    np.savez_compressed(out, **stored)
    print(f"{out}: {out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
