"""`alignqa check --format xliff` and `--format tmx`: the file itself, with the findings in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fake_pipeline import report_on

from alignqa.cli import main

XLIFF = """\
<xliff version="1.2"><file source-language="en" target-language="ja"><body>
<trans-unit id="1"><source>The Foreign Ministry spoke.</source>
<target>財務省が語った。</target></trans-unit></body></file></xliff>
"""
COMMENT = "AQ101 wrong-office: “Foreign Ministry” is rendered as 財務省."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.xlf"
    path.write_bytes(XLIFF.replace("\n", "\r\n").encode("utf-16"))
    return path


@pytest.mark.usefixtures("pipeline")
def test_to_a_file_in_the_encoding_of_the_first(path: Path) -> None:
    output = path.with_name("b.xlf")
    assert main(["check", str(path), "--format", "xliff", "--output", str(output)]) == 0
    text = output.read_bytes().decode("utf-16")
    assert f'its:locQualityIssueComment="{COMMENT}">財務省が語った。</target>' in text
    assert text.count("\r\n") == XLIFF.count("\n")


@pytest.mark.usefixtures("pipeline")
def test_to_standard_output(path: Path, capfdbinary: Any) -> None:
    assert main(["check", str(path), "--format", "xliff"]) == 0
    out, errors = capfdbinary.readouterr()
    assert out.startswith(b"\xff\xfe<\x00")
    assert COMMENT in out.decode("utf-16")
    assert errors == b""


def test_another_format_is_refused_before_the_work(path: Path, pipeline: Any, capsys: Any) -> None:
    assert main(["check", str(path), "--format", "tmx"]) == 2
    assert pipeline.asked == []
    assert "a.xlf is XLIFF, not TMX" in capsys.readouterr().err


@pytest.mark.usefixtures("pipeline")
def test_a_file_that_changed_during_the_work_is_refused(path: Path, capsys: Any) -> None:
    path.write_bytes(XLIFF.replace("語った", "話した").encode())
    assert main(["check", str(path), "--format", "xliff"]) == 2
    assert "has changed since it was read" in capsys.readouterr().err


def test_the_report_is_on_the_text() -> None:
    assert report_on().pairs[0].source.text in XLIFF
