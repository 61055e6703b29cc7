"""Blocks of code of two pages held against each other."""

from __future__ import annotations

from pathlib import Path

import pytest

import alignqa
from alignqa.bitext import Part
from alignqa.report import Report

ENGLISH = """# The ferry

Install the tool first.

```sh
npm install harbour@2
```

Then start the ferry with this command.

```sh
ferry start --port 80
```

Stop it in the evening.
"""
JAPANESE = """# フェリー

まずツールをインストールします。

```sh
npm install harbour@2
```

次に、このコマンドでフェリーを起動します。

```sh
ferry start --port 80
```

夕方には停止します。
"""


def _report(tmp_path: Path, english: str, japanese: str) -> Report:
    source, target = tmp_path / "en.md", tmp_path / "ja.md"
    source.write_text(english, encoding="utf-8")
    target.write_text(japanese, encoding="utf-8")
    return alignqa.check(source, target)


def _told(report: Report) -> list[tuple[int | None, int | None, str]]:
    return [
        (pair.source.line, pair.target.line, str(finding.message))
        for pair, finding in report.findings()
        if finding.rule.code == "AQ710"
    ]


def test_code_that_is_the_same_makes_no_pairs(tmp_path: Path) -> None:
    report = _report(tmp_path, ENGLISH, JAPANESE)
    assert all(pair.part is not Part.CODE for pair in report.pairs)
    assert not _told(report)


def test_a_changed_block_is_a_pair_of_its_own_behind_its_paragraph(tmp_path: Path) -> None:
    report = _report(tmp_path, ENGLISH.replace("--port 80", "--port 8080"), JAPANESE)
    assert _told(report) == [(12, 12, "The code differs: “8080” became “80”.")]
    parts = [pair.part for pair in report.pairs]
    assert parts == [Part.TITLE, Part.BODY, Part.BODY, Part.CODE, Part.BODY]
    assert [pair.index for pair in report.pairs] == list(range(5))


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("```sh\nnpm install harbour@2\n```\n\n", "A block of code of the source is left out."),
        ("```sh\nferry start --port 80\n```\n\n", "A block of code of the source is left out."),
    ],
)
def test_a_block_that_the_translation_lacks(tmp_path: Path, block: str, message: str) -> None:
    report = _report(tmp_path, ENGLISH, JAPANESE.replace(block, ""))
    assert [told for *_, told in _told(report)] == [message]


def test_a_block_that_the_source_no_longer_has(tmp_path: Path) -> None:
    report = _report(
        tmp_path, ENGLISH.replace("```sh\nferry start --port 80\n```\n\n", ""), JAPANESE
    )
    assert _told(report) == [(None, 12, "A block of code is not in the source.")]


def test_a_block_left_out_with_its_paragraph_is_told_once(tmp_path: Path) -> None:
    start = JAPANESE.index("次に")
    without = JAPANESE[:start] + JAPANESE[JAPANESE.index("夕方") :]
    report = _report(tmp_path, ENGLISH, without)
    assert {finding.rule.code for _, finding in report.findings()} == {"AQ401"}


def test_code_that_is_marked_otherwise_is_not_left_out(tmp_path: Path) -> None:
    marked = JAPANESE.replace("```sh\nferry start --port 80\n```", "`ferry start --port 80`")
    assert not _told(_report(tmp_path, ENGLISH, marked))


def test_a_comment_silences_it(tmp_path: Path) -> None:
    silenced = JAPANESE.replace(
        "```sh\nferry", "<!-- alignqa: ignore AQ710: an older version -->\n```sh\nferry"
    )
    report = _report(tmp_path, ENGLISH.replace("--port 80", "--port 8080"), silenced)
    assert not _told(report)
    assert report.silenced == 1


def test_pages_of_nothing_but_code(tmp_path: Path) -> None:
    english = "```sh\nferry start --port 8080\n```\n"
    report = _report(tmp_path, english, english.replace("8080", "80"))
    assert _told(report) == [(2, 2, "The code differs: “8080” became “80”.")]
    assert not list(_report(tmp_path, english, english).findings())


def test_the_score_of_the_text_does_not_hang_on_code(tmp_path: Path) -> None:
    same = _report(tmp_path, ENGLISH, JAPANESE)
    changed = _report(tmp_path, ENGLISH.replace("--port 80", "--port 8080"), JAPANESE)
    assert changed.score.value == pytest.approx(same.score.value)
