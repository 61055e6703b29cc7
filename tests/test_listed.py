"""Items of lists and cells of tables, which may keep a style of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

import alignqa

ENGLISH = [
    "The station is north of the town.",
    "The market opens at six.",
    "The fish comes from the port.",
    "There are thirty stalls.",
    "It is crowded at noon.",
    "It is open in the rain.",
    "Entry is free.",
    "It closes in the evening.",
    "Ask at the information desk for details.",
]
JAPANESE = [
    "駅は町の北にあります。",
    "市場は朝六時に開きます。",
    "魚は港から届きます。",
    "店は三十軒あります。",
    "昼には混み合います。",
    "雨の日も休みません。",
    "入場は無料です。",
    "夕方には閉まります。",
    "詳しくは案内所でお尋ねください。",
]
ITEM = ("Lock the door behind you.", "出た後は鍵をかける。")


def pages(folder: Path, suffix: str, marked: tuple[str, str], plain: tuple[str, str]) -> list[Path]:
    """An English page and a Japanese one: `plain` goes around a paragraph, `marked` around the
    item."""
    found = []
    for name, lines, item in (("en", ENGLISH, ITEM[0]), ("ja", JAPANESE, ITEM[1])):
        blocks = [f"{plain[0]}{line}{plain[1]}" for line in lines]
        blocks.insert(5, f"{marked[0]}{item}{marked[1]}")
        path = folder / f"{name}{suffix}"
        path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
        found.append(path)
    return found


@pytest.mark.parametrize(
    ("suffix", "marked"),
    [
        (".md", ("- ", "")),
        (".md", ("1. ", "")),
        (".md", ("| Night |\n|---|\n| ", " |")),
        (".html", ("<ul><li><p>", "</p></li></ul>")),
        (".html", ("<table><tr><td>", "</td></tr></table>")),
    ],
)
def test_an_item_has_a_style_of_its_own(
    tmp_path: Path, suffix: str, marked: tuple[str, str]
) -> None:
    plain = ("<p>", "</p>") if suffix == ".html" else ("", "")
    report = alignqa.check(*pages(tmp_path, suffix, marked, plain))
    assert "AQ709" not in {finding.rule.code for _, finding in report.findings()}
    assert [p.target.text for p in report.pairs if p.target.is_listed][-1:] == [ITEM[1]]


@pytest.mark.parametrize("suffix", [".md", ".html", ".txt"])
def test_a_paragraph_has_not(tmp_path: Path, suffix: str) -> None:
    plain = ("<p>", "</p>") if suffix == ".html" else ("", "")
    report = alignqa.check(*pages(tmp_path, suffix, plain, plain))
    assert "AQ709" in {finding.rule.code for _, finding in report.findings()}
    assert not any(pair.target.is_listed for pair in report.pairs)
