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

The thresholds are chosen for the risk, which has what the checks find in it: when these find more or
less, run this again (two minutes of processor time, most of them the checks').

Prints what each reaches, cross-validated on what it was fitted on, and on what it was not.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
from scipy.stats import rankdata, spearmanr
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import matthews_corrcoef, roc_auc_score
from sklearn.model_selection import GroupKFold, KFold, cross_val_predict

from alignqa.scoring import runs
from alignqa.scoring.model import Sum
from alignqa.text import Lang
from judged_pairs import Evidence, JudgedPairs

# The chance that a pair is a critical error, by how many of three people said so.
BY_VOTES = np.array([0.01, 0.15, 0.75, 0.95])
ALARMS_ON_PROFESSIONALS = 0.025
READER_SUMMARY = "reader_"
PROFESSIONAL_WEIGHT = 0.5
FARTHEST = 8.0
BORROWED = 0.2
LIKENESS = ("covered", "uncovered", "cosine", "lone", "values", "not_only", "shorter", "repeated")
FROM_SOURCE = (
    *(f"{name}_ja" for name in (*runs.NAMES, "not", "past", "present", "both")),
    *("token_length", "katakana", "polite"),
)
# What a professional translation scores in the middle, and how far the others lie from it.
MIDDLE, SPREAD = 2.0, 0.7


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
        model = LogisticRegression(C=0.005, fit_intercept=False, max_iter=3000)
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

    def rows_of(name: str, skip: int = 1) -> list[list[str]]:
        lines = (options.data / f"{name}.tsv").read_text("utf-8").split("\n")[skip:]
        return [line.split("\t") for line in lines if line.strip()]

    def pairs_of(name: str, left: int, right: int, source: Lang, skip: int = 1) -> JudgedPairs:
        rows = rows_of(name, skip)
        return JudgedPairs([(row[left], row[right]) for row in rows], source, options.cache)

    english, japanese = Lang.ENGLISH, Lang.JAPANESE
    references = {
        english: pairs_of("wmt22_en-ja_ref", 0, 1, english, 0),
        japanese: pairs_of("wmt22_ja-en_ref", 1, 0, japanese, 0),
    }
    professional = {lang: pairs.evidence() for lang, pairs in references.items()}
    safe_professional = {
        lang: pairs.without_findings(of_one_document=True) for lang, pairs in references.items()
    }
    names = professional[english].names
    plain = [name for name in names if not name.startswith((READER_SUMMARY, "wrong_"))]
    # The sums and peaks of the reader's logits; its hidden layer only helps the danger.
    peaks = {f"{READER_SUMMARY}{n}" for n in (*range(56, 62), *range(118, 125))}
    some = plain + [name for name in names if name.startswith("wrong_") or name in peaks]

    human = np.array([row[2] for row in rows_of("qe_da_dev")], dtype=float)
    ridge = fit_ridge(pairs_of("qe_da_dev", 0, 1, english).evidence(), human, plain)
    rows = rows_of("demetr_dev")
    both = [(row[0], row[side]) for row in rows for side in (1, 2)]
    minimal_pairs = JudgedPairs(both, japanese, options.cache)
    minimal = minimal_pairs.evidence()
    severities, groups = np.array([row[3] for row in rows]), [row[5] for row in rows]
    ranked = fit_pairs(minimal, severities, groups, some, professional[japanese], ridge)
    adequacy = {
        english: scaled_to(ridge, professional[english]),
        japanese: scaled_to(ranked, professional[japanese]),
    }

    train, dev = (pairs_of(name, 1, 2, english) for name in ("ced_train", "ced_dev"))
    labels, dev_labels = (
        np.array([row[3] == "ERR" for row in rows_of(name)]) for name in ("ced_train", "ced_dev")
    )
    votes = np.array([row[4].count("1") for row in rows_of("ced_train")])
    voted, guesses = fit_votes(
        train.evidence(), votes, labels, pairs_of("ntrex_dev", 0, 1, english).evidence()
    )
    danger_en = calibrated(voted, guesses, labels)
    slope = _slope(danger_en, voted)
    shift = danger_en.intercept - voted.intercept * slope
    left_out = risk(guesses * slope + shift, train.without_findings())
    risks = risk(apply(danger_en, dev.evidence()), dev.without_findings())
    of_professionals = risk(apply(danger_en, professional[english]), safe_professional[english])
    threshold = best_threshold(np.r_[labels, dev_labels], np.r_[left_out, risks], of_professionals)
    for what, truth, found in (("left out", labels, left_out), ("ced_dev", dev_labels, risks)):
        print(
            f"risk en→ja, with the findings, {what}: AUC {roc_auc_score(truth, found):.3f}, "
            f"MCC at {threshold:.3f} {matthews_corrcoef(truth, found >= threshold):.3f}, "
            f"flagged {(found >= threshold).mean():.3f}"
        )
    print(f"professionals en→ja flagged {(of_professionals >= threshold).mean():.3f}")

    danger_ja = as_rarely(
        adequacy[japanese], professional[japanese], safe_professional[japanese], threshold
    )
    bad = risk(apply(danger_ja, minimal), minimal_pairs.without_findings())[1::2]
    print(
        f"danger ja→en: flagged of critical minimal pairs, bad side "
        f"{(bad[severities == 'critical'] >= threshold).mean():.3f}"
    )
    save(options.out, adequacy, {english: danger_en, japanese: danger_ja}, threshold)


def best_threshold(truth: np.ndarray, risks: np.ndarray, of_professionals: np.ndarray) -> float:
    """Of the thresholds that so few professionals reach, the one of the best MCC.

    `risks` are left-out guesses for `ced_train` and those for `ced_dev`, whose 96 errors alone would
    choose by chance.
    """
    candidates = [
        threshold
        for threshold in np.quantile(risks, np.linspace(0.5, 0.98, 97))
        if (of_professionals >= threshold).mean() <= ALARMS_ON_PROFESSIONALS
    ]
    return float(max(candidates, key=lambda t: matthews_corrcoef(truth, risks >= t)))


def as_rarely(adequacy: Sum, professional: Evidence, safe: np.ndarray, threshold: float) -> Sum:
    """The danger whose risk, with the findings, reaches the threshold for as few professionals."""
    turned = replace(adequacy, weights=-adequacy.weights, intercept=0.0)
    sums = apply(turned, professional)
    low, high = -40.0, 40.0
    for _ in range(60):
        middle = (low + high) / 2
        if (risk(sums + middle, safe) >= threshold).mean() > ALARMS_ON_PROFESSIONALS:
            high = middle
        else:
            low = middle
    return replace(turned, intercept=low)


def risk(log_odds: np.ndarray, without_findings: np.ndarray) -> np.ndarray:
    """As `alignqa/scoring/quality.py` has it."""
    return np.asarray(1 - (1 - share(log_odds)) * without_findings)


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
