"""The adequacy of a translation as a sum over the evidence, for both directions.

- ja→en: two sums, of one spread among professional translations. One is fitted to the differences
  within minimal pairs, good against bad, critical and major ones three times (logistic regression);
  what the source alone foretells of it is taken off, for minimal pairs say nothing of that. The
  other one is fitted to ratings of systems (ridge regression of their rank), which say how sentences
  differ from one another: one person's rating is worth little, but there are twenty thousand.
- en→ja: ridge regression of the rank of human scores, of which there are few. The ratings of the
  other direction foretell them nearly as well as they do themselves, and are asked first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.stats import rankdata, spearmanr
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import GroupKFold, KFold, cross_val_predict

from alignqa.scoring import runs
from alignqa.scoring.model import Sum
from judged_pairs import Evidence

FARTHEST = 8.0
# How much the weights for ratings are held down, by what is left out and by ratings that nothing is
# fitted to: firmly for other texts of the same direction, and loosely as the beginning of a fit to the
# other one.
FIRMLY, LOOSELY = 100_000.0, 300.0
# The spread of what is expected beside the evidence's, which is 1: the greater, the less it is held
# down itself.
EXPECTED = 10.0
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


@dataclass(frozen=True)
class Rated:
    """Ratings of systems, ja→en: of each translation the evidence and the rating."""

    known: Evidence
    ratings: np.ndarray

    def weights(
        self, names: list[str], mean: np.ndarray, scale: np.ndarray, held_down: float
    ) -> np.ndarray:
        """Those of the sum that foretells the ratings' ranks, for figures standardised like this."""
        values = standard(self.known.of(names), mean, scale)
        model = Ridge(held_down).fit(values, rankdata(self.ratings) / len(self.ratings))
        return np.asarray(model.coef_)


def fit_ridge(known: Evidence, human: np.ndarray, names: list[str], rated: Rated) -> Sum:
    """Human adequacy, en→ja. What ratings of the other direction make one expect, sides exchanged,
    is one figure more beside the evidence."""
    mean, scale = moments(known.of(names))
    values, ranks = standard(known.of(names), mean, scale), rankdata(human) / len(human)
    middle, spread = moments(rated.known.of(names))
    each = rated.weights(names, middle, spread, LOOSELY) / spread
    by_name = dict(zip(names, each, strict=True))
    # What only one side is asked for keeps its weight.
    expected = scale * np.array([by_name.get(exchanged(n), by_name[n]) for n in names])
    expected *= EXPECTED / (values @ expected).std()
    model, rows = Ridge(2000), np.column_stack([values, values @ expected])
    guesses = [
        cross_val_predict(model, rows, ranks, cv=KFold(10, shuffle=True, random_state=seed))
        for seed in range(5)
    ]
    print(
        f"adequacy en→ja, Spearman, 10-fold: "
        f"{np.mean([spearmanr(guess, human)[0] for guess in guesses]):.3f}; "
        f"by the ratings of the other direction alone {spearmanr(values @ expected, human)[0]:.3f}"
    )
    model.fit(rows, ranks)
    weights = model.coef_[:-1] + model.coef_[-1] * expected
    return Sum(tuple(names), mean, scale, weights, np.zeros(0), float(model.intercept_))


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
    rated: Rated,
) -> Sum:
    """Minimal pairs and ratings, ja→en. Rows of `known`: good, bad, good, bad."""
    mean, _ = moments(reference.of(names))
    # What professionals never do has no spread among them.
    scale = np.maximum(moments(reference.of(names))[1], moments(known.of(names))[1])
    values = known.of(names)
    differences = values[0::2] - values[1::2]
    spread = differences.std(axis=0) + 1e-9
    matters = np.isin(severities, ["critical", "major"])
    weights = np.where(matters, 3.0, 1.0)
    foretelling = [names.index(name) for name in FROM_SOURCE]
    professional = standard(reference.of(names), mean, scale)
    of_ratings = rated.weights(names, mean, scale, FIRMLY)
    of_ratings /= (professional @ of_ratings).std()

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
        return np.asarray(found + rest.std() * of_ratings)

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
