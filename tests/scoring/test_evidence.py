"""The evidence behind the judgement: figures that move with what they are named for."""

from __future__ import annotations

import numpy as np
import pytest

from alignqa.bitext import Pair
from alignqa.judging import default_context, embedded_encoder
from alignqa.pairing import with_sentences
from alignqa.scoring.evidence import evidence_of, shipped_runs
from alignqa.scoring.model import shipped_model
from alignqa.scoring.runs import key_of
from alignqa.text import Lang, Segment

ENGLISH = "He does not drink coffee because it keeps him awake."
JAPANESE = "眠れなくなるので、彼はコーヒーを飲まない。"


def paired(english: str, japanese: str) -> Pair:
    pair = Pair(0, Segment(english, Lang.ENGLISH), Segment(japanese, Lang.JAPANESE), 0.0)
    return with_sentences([pair], embedded_encoder())[0]


def figures(english: str = ENGLISH, japanese: str = JAPANESE) -> dict[str, float]:
    (known,) = evidence_of([paired(english, japanese)], default_context().vectors)
    assert known is not None
    return known[0]


@pytest.mark.parametrize(
    ("name", "less", "more"),
    [
        ("cosine", {"japanese": "銀行は午後三時に閉まる。"}, {}),
        ("covered_mean_en", {"japanese": "彼は飲まない。"}, {}),
        ("uncovered_ja", {}, {"japanese": JAPANESE + "妻と弟は紅茶に砂糖を入れる。"}),
        ("not_only_en", {}, {"japanese": "眠くなるので、彼はコーヒーを飲む。"}),
        ("not_only_ja", {}, {"english": "He drinks coffee and it keeps him awake."}),
        ("values_changed", {"english": "5 cups.", "japanese": "5杯。"},
         {"english": "5 cups.", "japanese": "8杯。"}),
        ("shorter_ja", {}, {"japanese": "飲まない。"}),
        ("asks_en", {}, {"english": "Does he not drink coffee because it keeps him awake?"}),
        ("latin_kept", {}, {"japanese": "眠れなくなるので、彼はcoffeeを飲まない。"}),
        ("repeated_ja", {}, {"japanese": "飲まない。飲まない。飲まない。飲まない。"}),
        ("past_main_en", {}, {"english": "He did not drink the coffee.", "japanese": "飲まない。"}),
        ("covered_mean_en", {"english": "He does not drink コーヒー because it keeps him awake."}, {}),
        ("unseen_two_en", {}, {"english": "Because awake not him coffee does keeps he drink it."}),
        ("wrong_en", {}, {"english": "Because awake not him coffee does keeps he drink it."}),
        ("praise_en", {"english": "The coffee was awful."}, {"english": "The coffee was lovely."}),
        ("praise_ja", {"japanese": "料理はひどかった。"}, {"japanese": "料理は素晴らしかった。"}),
        ("blame_en", {"english": "The coffee was lovely."}, {"english": "The coffee was awful."}),
        ("blame_ja", {"japanese": "料理は素晴らしかった。"}, {"japanese": "料理はひどかった。"}),
        ("blame_uncovered_en", {"english": "He is a liar.", "japanese": "彼は嘘つきだ。"},
         {"english": "He is a liar.", "japanese": "彼は会社員だ。"}),
        ("praise_only_ja", {"english": "The room was beautiful.", "japanese": "部屋は美しかった。"},
         {"english": "The room was large.", "japanese": "部屋は美しかった。"}),
        ("tone_apart", {"english": "The food was excellent.", "japanese": "料理は素晴らしかった。"},
         {"english": "The food was excellent.", "japanese": "料理はひどかった。"}),
    ],
)  # fmt: skip
def test_figures_move(name: str, less: dict[str, str], more: dict[str, str]) -> None:
    assert figures(**less)[name] < figures(**more)[name]


def test_the_model_asks_only_for_figures_that_there_are() -> None:
    known, model = figures(), shipped_model()
    for sums in (model.adequacy, model.danger):
        for fitted in sums.values():
            assert set(fitted.names) <= set(known)
            assert len(fitted.weights) == len(fitted.names) == len(fitted.mean)
    assert all(np.isfinite(value) for value in known.values())


def test_counts_of_runs() -> None:
    known, unknown = shipped_runs().logs([key_of(["of", "the"]), key_of(["the", "of", "zebra"])])
    assert known > 5
    assert unknown == -1


def test_no_words_no_evidence() -> None:
    pair = Pair(0, Segment("Hello.", Lang.ENGLISH), Segment("。", Lang.JAPANESE), 0.0)
    assert list(evidence_of([pair], default_context().vectors)) == [None]
