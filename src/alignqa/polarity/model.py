"""How likely a negation without a counterpart is a slip, by the weights that ship."""

from __future__ import annotations

from functools import cache
from math import exp
from pathlib import Path

from alignqa.errors import AlignqaError
from alignqa.polarity.imbalance import Imbalance

WEIGHTS = Path(__file__).parent.parent / "data" / "polarity" / "weights.tsv"


def slip_logit(imbalance: Imbalance) -> float:
    """The log-odds that it was planted, where planted and natural ones are equally many."""
    weights = _weights()[imbalance.lang.value]
    return weights[""] + sum(
        weights.get(name, 0.0) * value for name, value in imbalance.features.items()
    )


def probability(logit: float) -> float:
    """The logistic function."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, logit))))


@cache
def _weights() -> dict[str, dict[str, float]]:
    """One mapping for each side that has the negation; the empty name is the constant.

    Raises:
        AlignqaError: if the file is not there or is not whole.
    """
    weights: dict[str, dict[str, float]] = {"en": {}, "ja": {}}
    try:
        for line in WEIGHTS.read_text(encoding="utf-8").splitlines():
            lang, name, weight = line.split("\t")
            weights[lang][name] = float(weight)
    except (OSError, ValueError, KeyError) as error:
        raise AlignqaError(
            f"The weights {WEIGHTS} cannot be read ({error}); reinstall alignqa."
        ) from error
    return weights
