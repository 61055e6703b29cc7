from __future__ import annotations

import pytest

from alignqa.errors import SettingsError
from alignqa.finding import MqmCategory, Rule, Severity
from alignqa.settings import Settings, find_rule

RULES = tuple(
    Rule(code, name, MqmCategory.NUMBER, Severity.MAJOR)
    for code, name in [("AQ101", "wrong-term"), ("AQ102", "wrong-name"), ("AQ201", "number")]
)


@pytest.mark.parametrize(
    ("select", "ignore", "left"),
    [
        ([], [], ["AQ101", "AQ102", "AQ201"]),
        (["AQ101"], [], ["AQ101"]),
        (["AQ1"], [], ["AQ101", "AQ102"]),
        (["aq1"], [], ["AQ101", "AQ102"]),
        (["wrong-name", "AQ2"], [], ["AQ102", "AQ201"]),
        (["Number"], [], ["AQ201"]),
        ([], ["AQ1"], ["AQ201"]),
        (["AQ1"], ["AQ101"], ["AQ102"]),
        (["AQ101"], ["number"], ["AQ101"]),
    ],
)
def test_selects(select: list[str], ignore: list[str], left: list[str]) -> None:
    settings = Settings.checked(RULES, select=select, ignore=ignore)
    assert [rule.code for rule in RULES if settings.selects(rule)] == left


@pytest.mark.parametrize(
    ("select", "ignore", "words"),
    [
        (["AQ103"], [], "did you mean AQ10"),
        ([], ["nunber"], "did you mean number"),
        (["wrong"], [], "“wrong”"),
        (["全部"], [], "“全部”; |“全部”\\. "),
        ([""], [], "“”"),
        (["AQ1"], ["AQ"], "no rule to check"),
    ],
)
def test_refuses(select: list[str], ignore: list[str], words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        Settings.checked(RULES, select=select, ignore=ignore)


def test_the_default_selects_everything() -> None:
    assert all(Settings().selects(rule) for rule in RULES)


@pytest.mark.parametrize("wanted", ["AQ201", "aq201", "number", "NUMBER"])
def test_finds_a_rule(wanted: str) -> None:
    assert find_rule(wanted, RULES).code == "AQ201"


@pytest.mark.parametrize("wanted", ["AQ2", "AQ211", "numbers", ""])
def test_finds_no_rule_by_half_a_name(wanted: str) -> None:
    with pytest.raises(SettingsError, match="No rule is called"):
        find_rule(wanted, RULES)
