"""Fit the judgement of a pair: adequacy and the danger of a critical error, for both directions.

    python training/quality.py --data FOLDER --out src/alignqa/data/quality/judgement.npz

The folder holds `ced_train.tsv` and `ced_dev.tsv` (WMT21 critical errors, en→ja), `qe_da_dev.tsv`
(human adequacy, en→ja), `demetr_dev.tsv` (minimal pairs, ja→en), `wmt22_ja-en_da.tsv.xz` (human
ratings of systems, ja→en, one person's each), and professional translations:
`ntrex_dev.tsv`, fitted on as sound, and `wmt22_en-ja_ref.tsv`, `wmt22_ja-en_ref.tsv`, which set the
scale and hold the threshold down (all English, Japanese). With `--cache FOLDER` the evidence is kept
between runs.

- adequacy: `adequacy.py`;
- danger en→ja: logistic regression of three annotators' votes, with the vectors of both texts;
- danger ja→en: a logistic curve over the adequacy (no labelled data of that direction).

The thresholds are chosen for the risk, which has what the checks find in it: when these find more or
less, run this again (two minutes of processor time, most of them the checks').

Prints what each reaches, cross-validated on what it was fitted on, and on what it was not.
"""

from __future__ import annotations

import argparse
import lzma
from dataclasses import replace
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import matthews_corrcoef, roc_auc_score
from sklearn.model_selection import KFold

from adequacy import Rated, apply, fit_pairs, fit_ridge, moments, scaled_to, standard
from alignqa.scoring.model import Sum
from alignqa.text import Lang
from judged_pairs import Evidence, JudgedPairs

# The chance that a pair is a critical error, by how many of three people said so.
BY_VOTES = np.array([0.01, 0.15, 0.75, 0.95])
ALARMS_ON_PROFESSIONALS = 0.025
OF_READER = ("reader_", "wrong_")
OF_SENTIMENT = ("praise_", "blame_", "tone_")
PROFESSIONAL_WEIGHT = 0.25


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
        plain, packed = options.data / f"{name}.tsv", options.data / f"{name}.tsv.xz"
        whole = plain.read_bytes() if plain.is_file() else lzma.decompress(packed.read_bytes())
        return [line.split("\t") for line in whole.decode().split("\n")[skip:] if line.strip()]

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
    plain = [name for name in names if not name.startswith((*OF_READER, *OF_SENTIMENT))]

    rated = Rated(
        pairs_of("wmt22_ja-en_da", 3, 4, japanese).evidence(),
        np.array([row[7] for row in rows_of("wmt22_ja-en_da")], dtype=float),
    )
    human = np.array([row[2] for row in rows_of("qe_da_dev")], dtype=float)
    ridge = fit_ridge(pairs_of("qe_da_dev", 0, 1, english).evidence(), human, plain, rated)
    rows = rows_of("demetr_dev")
    both = [(row[0], row[side]) for row in rows for side in (1, 2)]
    minimal_pairs = JudgedPairs(both, japanese, options.cache)
    minimal = minimal_pairs.evidence()
    severities, groups = np.array([row[3] for row in rows]), [row[5] for row in rows]
    ranked = fit_pairs(minimal, severities, groups, names, professional[japanese], rated)
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
