"""Every command that judges or pairs goes by the configuration, and its options come before it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from alignqa.cli import main

ENGLISH = "The ferry left the harbour on Friday with 12 cars on board.\n"
JAPANESE = "フェリーは金曜日、車20台を乗せて出港した。\n"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    (tmp_path / "alignqa.toml").write_text('ignore = ["AQ2"]\nlang = "ja"\n', encoding="utf-8")
    for name, text in (("en.txt", ENGLISH), ("ja.txt", JAPANESE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / "en.txt"), str(tmp_path / "ja.txt")]


@pytest.mark.parametrize("command", ["check", "diff"])
def test_rules_and_language(
    command: str, files: list[str], capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ALIGNQA_LANG", raising=False)
    assert main([command, *files]) == 0
    page = capsys.readouterr().out
    assert "英語 → 日本語" in page
    assert "AQ201" not in page
    assert main([command, *files, "--no-config"]) == 0
    assert "AQ201" in capsys.readouterr().out
    assert main([command, *files, "--ignore", "AQ3", "--lang", "en"]) == 0
    page = capsys.readouterr().out
    assert "English → Japanese" in page
    assert "AQ201" in page


@pytest.mark.parametrize("command", ["check", "diff", "align"])
def test_a_key_that_is_not_known(command: str, files: list[str], capsys: Any) -> None:
    Path(files[0]).with_name("alignqa.toml").write_text("ignor = []\n", encoding="utf-8")
    assert main([command, *files]) == 2
    assert "ignore" in capsys.readouterr().err


def test_diff_and_align_are_shown_as_configured(files: list[str], capsys: Any) -> None:
    path = Path(files[0]).with_name("alignqa.toml")
    path.write_text(
        'diff = { format = "json" }\nalign = { format = "tsv", unit = "line" }\n', encoding="utf-8"
    )
    assert main(["diff", *files]) == 0
    assert capsys.readouterr().out.startswith("{")
    assert main(["align", *files]) == 0
    assert capsys.readouterr().out.startswith("source\ttarget\n")
    assert main(["align", *files, "--format", "json"]) == 0
    assert '"beads"' in capsys.readouterr().out
    path.write_text('align.unit = "word"\n', encoding="utf-8")
    assert main(["align", *files]) == 2
    assert "“align.unit” must be one of line, paragraph, sentence" in capsys.readouterr().err
