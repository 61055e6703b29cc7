"""Every command that judges or pairs goes by the configuration, and its options come before it."""

from __future__ import annotations

import tomllib
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


def test_the_settings_in_force_are_shown_as_toml(files: list[str], capsys: Any) -> None:
    path = Path(files[0]).with_name("alignqa.toml")
    wanted = {
        "severity": {"AQ104": "minor", "wrong-name": "critical"},
        "ignore": ["AQ2", "AQ3"],
        "progress": False,
        "gate": {"max-risk": 0.25},
    }
    path.write_text(
        'severity = { AQ104 = "minor", wrong-name = "critical" }\n'
        'ignore = ["AQ2", "AQ3"]\nprogress = false\ngate.max-risk = 0.25\n',
        encoding="utf-8",
    )
    assert main(["config", files[1]]) == 0
    shown = tomllib.loads(capsys.readouterr().out)
    assert shown | {"gate": {"max-risk": shown["gate"]["max-risk"]}} == shown | wanted


def test_all_passages_are_shown_where_that_is_asked_for(files: list[str], capsys: Any) -> None:
    for path, line in zip(files, ("The sea was calm.\n", "海は穏やかだった。\n"), strict=True):
        Path(path).write_text(f"{Path(path).read_text(encoding='utf-8')}\n{line}", encoding="utf-8")
    config = Path(files[0]).with_name("alignqa.toml")
    for said, options, is_shown in (
        ("", [], False),
        ("", ["--all"], True),
        ("", ["--context", "1"], True),
        ("diff.all = true\n", [], True),
        ("diff.all = true\n", ["--fold"], False),
        ("diff.context = 1\n", [], True),
    ):
        config.write_text(said, encoding="utf-8")
        assert main(["diff", *files, *options]) == 0
        page = capsys.readouterr().out
        assert "AQ201" in page
        assert ("The sea was calm." in page) is is_shown, (said, options)
