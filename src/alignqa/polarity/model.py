"""How likely a difference in polarity is a slip, by the weights that ship."""

from __future__ import annotations

from functools import cache
from math import exp
from pathlib import Path

from alignqa.errors import AlignqaError
from alignqa.polarity.imbalance import Imbalance
from alignqa.polarity.reversal import Reversal

_DATA = Path(__file__).parent.parent / "data" / "polarity"
WEIGHTS = _DATA / "weights.tsv"
REVERSAL_WEIGHTS = _DATA / "reversal.tsv"


def slip_logit(imbalance: Imbalance) -> float:
    """The log-odds that it was planted, where planted and natural ones are equally many."""
    return _sum(_weights()[imbalance.lang.value], imbalance.features)


def reversal_logit(reversal: Reversal) -> float:
    """The log-odds that the word was replaced by its opposite, likewise."""
    return _sum(_reversal_weights(), reversal.features)


def probability(logit: float) -> float:
    """The logistic function."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, logit))))


def _sum(weights: dict[str, float], features: dict[str, float]) -> float:
    return weights[""] + sum(weights.get(name, 0.0) * value for name, value in features.items())


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
        raise _unreadable(WEIGHTS, error) from error
    return weights


@cache
def _reversal_weights() -> dict[str, float]:
    """The weights of reversals; the empty name is the constant.

    Raises:
        AlignqaError: if the file is not there or is not whole.
    """
    try:
        lines = REVERSAL_WEIGHTS.read_text(encoding="utf-8").splitlines()
        return {name: float(weight) for name, weight in (line.split("\t") for line in lines)}
    except (OSError, ValueError) as error:
        raise _unreadable(REVERSAL_WEIGHTS, error) from error


def _unreadable(path: Path, error: Exception) -> AlignqaError:
    return AlignqaError(f"The weights {path} cannot be read ({error}); reinstall alignqa.")
