"""chrF, BLEU and TER against a reference: sacrebleu's figures, with what made them."""

from __future__ import annotations

import sys

import pytest

from alignqa.errors import InputError
from alignqa.scoring.reference import reference_scores
from alignqa.text import Lang

TRANSLATION = ["The cat sat on the mat.", "It rained all day."]
REFERENCE = ["The cat sat on a mat.", "It was raining all day long."]


def test_names_signatures_and_ranges() -> None:
    scores = reference_scores(TRANSLATION, REFERENCE, Lang.ENGLISH)
    assert [score.name for score in scores.document] == ["chrF2", "BLEU", "TER"]
    assert len(scores.segments) == 2
    assert all("version:" in score.signature for score in scores.document)
    assert "eff:yes" in scores.segments[0][1].signature
    assert 0 < scores.document[0].value < 100


def test_a_translation_like_its_reference() -> None:
    document = reference_scores(REFERENCE, REFERENCE, Lang.ENGLISH).document
    assert [score.value for score in document] == pytest.approx([100, 100, 0])


def test_a_segment_without_a_reference_has_no_figures() -> None:
    scores = reference_scores(TRANSLATION, [REFERENCE[0], " "], Lang.ENGLISH)
    assert scores.segments[1] == ()
    alone = reference_scores(TRANSLATION[:1], REFERENCE[:1], Lang.ENGLISH)
    assert scores.document == alone.document


def test_japanese_is_cut_by_mecab() -> None:
    pytest.importorskip("MeCab")
    pytest.importorskip("ipadic")
    scores = reference_scores(["猫が座った。"], ["猫が座っていた。"], Lang.JAPANESE)
    assert "tok:ja-mecab" in scores.document[1].signature
    assert "asian:yes" in scores.document[2].signature


def test_without_mecab_there_is_no_bleu_of_japanese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "MeCab", None)
    monkeypatch.delitem(sys.modules, "sacrebleu.tokenizers.tokenizer_ja_mecab", raising=False)
    scores = reference_scores(["猫が座った。"], ["猫が座っていた。"], Lang.JAPANESE)
    assert [score.name for score in scores.document] == ["chrF2", "TER"]


def test_another_number_of_lines() -> None:
    with pytest.raises(InputError, match="2 segments and the translation 1"):
        reference_scores(TRANSLATION[:1], REFERENCE, Lang.ENGLISH)


def test_an_empty_reference() -> None:
    with pytest.raises(InputError, match="empty"):
        reference_scores(TRANSLATION, ["", ""], Lang.ENGLISH)
