"""How a number that changed is spoken of."""

from __future__ import annotations

from pathlib import Path

import pytest

import alignqa
from alignqa.render.language import said, speaking
from alignqa.text import Lang


@pytest.mark.parametrize(
    ("english", "japanese", "in_english", "in_japanese"),
    [
        ("March 5, 2019", "2018年4月6日", "March 5, 2019", "2019年3月5日"),
        ("March 2019", "2018年4月", "March 2019", "2019年3月"),
        ("March 5", "4月6日", "March 5", "3月5日"),
    ],
)
def test_the_parts_of_a_date_are_one_date(
    tmp_path: Path, english: str, japanese: str, in_english: str, in_japanese: str
) -> None:
    pairs = tmp_path / "pairs.tsv"
    row = f"The shop opened on {english}.\t店は{japanese}に開店した。"
    pairs.write_text(f"source\ttarget\n{row}\n", encoding="utf-8")
    ((_, finding),) = alignqa.check(pairs).findings()
    assert f"The source says {in_english}, " in finding.message
    with speaking(Lang.JAPANESE):
        assert f"原文は「{in_japanese}」、" in said(finding.message)
        assert f"訳文は「{japanese}」" in said(finding.message)
