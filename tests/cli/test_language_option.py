from __future__ import annotations

from typing import Any

import pytest

from alignqa.cli import main
from alignqa.cli.language import locale_language, wanted_language
from alignqa.errors import SettingsError
from alignqa.text import Lang

EN, JA = Lang.ENGLISH, Lang.JAPANESE


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, EN),
        ({"LANG": "ja_JP.UTF-8"}, JA),
        ({"LANG": "ja"}, JA),
        ({"LANG": "C.UTF-8"}, EN),
        ({"LANG": "jam_JM.UTF-8"}, EN),
        ({"LC_MESSAGES": "ja_JP.UTF-8", "LANG": "en_US.UTF-8"}, JA),
        ({"LC_ALL": "en_US.UTF-8", "LC_MESSAGES": "ja_JP.UTF-8", "LANG": "ja_JP.UTF-8"}, EN),
        ({"LC_ALL": "", "LANG": "ja_JP.eucJP"}, JA),
    ],
)
def test_the_locale_decides(environment: dict[str, str], language: Lang) -> None:
    assert locale_language(environment) is language


def test_option_then_variable_then_setting_then_locale() -> None:
    japanese = {"LANG": "ja_JP.UTF-8"}
    assert wanted_language(None, None, japanese) is JA
    assert wanted_language(None, "en", japanese) is EN
    assert wanted_language(None, "en", japanese | {"ALIGNQA_LANG": "ja"}) is JA
    assert wanted_language("en", "ja", japanese | {"ALIGNQA_LANG": "ja"}) is EN
    assert wanted_language("JA", None, {}) is JA


@pytest.mark.parametrize("environment", [{"ALIGNQA_LANG": "fr"}, {"ALIGNQA_LANG": "日本語"}])
def test_a_language_that_there_is_not_is_an_error(environment: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match=r"ALIGNQA_LANG is “.+”; there are en and ja"):
        wanted_language(None, None, environment)


@pytest.mark.usefixtures("pipeline")
class TestCommands:
    def test_rules_are_listed_in_japanese(self, capsys: Any) -> None:
        assert main(["rule", "--lang", "ja"]) == 0
        page = capsys.readouterr().out
        assert page.startswith("AQ101  wrong-office  致命的\n       用語が、")

    def test_a_rule_is_explained_in_japanese(self, capsys: Any) -> None:
        assert main(["rule", "AQ101", "--lang=ja"]) == 0
        page = capsys.readouterr().out
        assert page.startswith("AQ101 wrong-office · MQM entity · 最大の重大度：致命的\n")
        assert "\nなぜ\n" in page

    def test_the_locale_is_obeyed(self, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("ALIGNQA_LANG")
        monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
        assert main(["rule"]) == 0
        assert "致命的" in capsys.readouterr().out

    @pytest.mark.parametrize(
        "arguments", [["rule"], ["check", "article.txt"], ["diff", "article.txt"]]
    )
    def test_an_unknown_one_is_refused_before_the_work(
        self, arguments: list[str], capsys: Any
    ) -> None:
        assert main([*arguments, "--lang", "fr"]) == 2
        page, errors = capsys.readouterr()
        assert page == ""
        assert errors == "error: --lang is “fr”; there are en and ja.\n"
