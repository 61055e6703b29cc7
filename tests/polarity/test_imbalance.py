"""Negations without a counterpart, and what the model makes of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from alignqa.errors import AlignqaError
from alignqa.polarity import model
from alignqa.polarity.imbalance import imbalance
from alignqa.text import Lang

_MEANINGS = {"approve": 0, "承認": 0, "budget": 1, "予算": 1, "arrive": 2, "到着": 2}


def _vectors(phrases: Sequence[str]) -> NDArray[np.float32]:
    rows = np.zeros((len(phrases), 8), dtype=np.float32)
    for row, phrase in zip(rows, phrases, strict=True):
        row[_MEANINGS.get(phrase, 7)] = 1
    return rows


def _renders(lemma: str, base: str) -> bool:
    return lemma in _MEANINGS and _MEANINGS[lemma] == _MEANINGS.get(base)


def test_equal_counts_are_no_imbalance() -> None:
    english, japanese = "They did not approve the budget.", "予算は承認されなかった。"
    assert imbalance(english, japanese, _vectors, _renders) is None


def test_the_side_that_denies_and_the_counterpart_are_named() -> None:
    english, japanese = "They approved the budget.", "予算は承認されなかった。"
    found = imbalance(english, japanese, _vectors, _renders)
    assert found is not None
    assert found.lang is Lang.JAPANESE
    assert found.negation.key == "承認"
    assert found.counterpart is not None
    assert found.counterpart.of(english) == "approved"
    assert found.is_known


def test_a_word_that_denies_makes_a_slip_less_likely() -> None:
    japanese = "予算は承認されなかった。"
    plain = imbalance("They approved the budget.", japanese, _vectors, _renders)
    failing = imbalance("They lack power to approve the budget.", japanese, _vectors, _renders)
    assert plain is not None
    assert failing is not None
    assert model.slip_logit(plain) > model.slip_logit(failing) + 1


def test_probabilities_stay_within_bounds() -> None:
    assert model.probability(0) == 0.5
    assert 0 <= model.probability(-1e9) < 0.01
    assert 0.99 < model.probability(1e9) <= 1


def test_broken_weights_are_one_clear_error(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path_factory.mktemp("weights") / "weights.tsv"
    broken.write_text("ja\tlikeness\tmuch\n", encoding="utf-8")
    monkeypatch.setattr(model, "WEIGHTS", broken)
    model._weights.cache_clear()
    found = imbalance("They approved it.", "承認されなかった。", _vectors, _renders)
    assert found is not None
    try:
        with pytest.raises(AlignqaError, match="cannot be read"):
            model.slip_logit(found)
    finally:
        model._weights.cache_clear()
