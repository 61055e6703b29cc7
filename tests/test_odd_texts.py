"""Texts that no check may stumble over: all checks together, on what files really hold."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import alignqa

ENGLISH = "The harbour master closed the old lock on Friday, and 12 ships waited until dawn. "
JAPANESE = "港長は金曜日に古い水門を閉め、12隻の船が夜明けまで待った。"

ODD = {
    "20,000 characters": (ENGLISH * 250, JAPANESE * 350),
    "one word of 20,000 characters": ("a" * 20_000, "亜" * 20_000),
    "no sentence ends": (ENGLISH.replace(".", "") * 60, JAPANESE.replace("。", "") * 60),
    "emoji": ("We won! 🎉👩‍👩‍👧‍👦🇯🇵 See you 😀", "勝った！🎉👩‍👩‍👧‍👦🇯🇵 またね😀"),
    "ruby in brackets": ("The old capital.", "古都《こと》（こと）、｜古《ふる》い都。"),
    "interlinear annotation": ("The capital.", "\ufff9都\ufffaみやこ\ufffbです。"),
    "rare kanji": ("Mr. Yoshida ate in Katsushika.", "𠮷田さんは葛󠄀飾で𩸽を食べた。"),
    "half-width kana": ("Please press the power button.", "ﾃﾞﾝｹﾞﾝﾎﾞﾀﾝを押してください。"),
    "combining marks": ("The café is naïve.", "か\u3099きく\u3099けは\u309aん。"),
    "right to left": ("He said שלום and مرحبا.", "彼は שלום と مرحبا と言った。"),
    "zero width": ("pass\u200bword\ufeff", "パス\u200bワード\ufeff"),
    "controls": ("a\x00b\x1b[31mc", "あ\x00い\x1b[31mう"),
    "only marks": ("!!! ??? ...", "！！！？？？……"),
    "only digits": ("1 2 3 4 5 6 7 8 9", "１２３４５６７８９"),
    "huge numbers": ("9" * 500 + " million", "九" * 500 + "億"),
    "unclosed everything": ("(((“““[[[ {{{ <<<", "「「「『『『（（（【【"),
    "white space": (" \t\u3000\xa0\n x ", "\u3000\u3000 あ \u2003"),
    "swapped languages": (JAPANESE, ENGLISH),
    "the same on both sides": (ENGLISH, ENGLISH),
}


@pytest.mark.parametrize(("source", "target"), ODD.values(), ids=ODD)
def test_no_check_fails_and_every_span_is_in_its_text(source: str, target: str) -> None:
    # The first pairs say which side is in which language.
    start = time.process_time()
    report = alignqa.check(source=[*[ENGLISH] * 2, source], target=[*[JAPANESE] * 2, target])
    assert time.process_time() - start < 20
    assert [str(failure) for failure in report.failures] == []
    for pair, finding in report.findings():
        assert all(span.end <= len(pair.source.text) for span in finding.source_spans)
        assert all(span.end <= len(pair.target.text) for span in finding.target_spans)


_LETTERS = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("あ漢ー、。「」 .,'\"()0１万年月日"),
    max_size=60,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_LETTERS, _LETTERS)
def test_no_check_fails_on_anything(source: str, target: str) -> None:
    report = alignqa.check(source=[*[ENGLISH] * 2, source], target=[*[JAPANESE] * 2, target])
    assert [str(failure) for failure in report.failures] == []
