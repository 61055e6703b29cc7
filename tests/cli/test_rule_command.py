from __future__ import annotations

from typing import Any

import pytest

from alignqa.cli import main

pytestmark = pytest.mark.usefixtures("pipeline")


def test_lists_every_rule_with_its_first_sentence(capsys: Any) -> None:
    assert main(["rule"]) == 0
    page = capsys.readouterr().out
    assert [line.split() for line in page.splitlines()[::2]] == [
        ["AQ101", "wrong-office", "critical"],
        ["AQ102", "wrong-place", "major"],
        ["AQ201", "number", "critical"],
    ]
    assert page.count("An office is rendered as another one.") == 3
    assert "The rest" not in page


@pytest.mark.parametrize("name", ["AQ101", "aq101", "wrong-office"])
def test_explains_one_by_code_or_name(capsys: Any, name: str) -> None:
    assert main(["rule", name]) == 0
    page = capsys.readouterr().out
    assert page.startswith("AQ101 wrong-office · MQM entity · at worst critical\n")
    assert "\nWhy\n" in page
    assert "外務省は発表した。" in page
    assert not [line for line in page.splitlines() if line != line.rstrip()]


def test_an_unknown_rule_is_an_error_with_the_nearest(capsys: Any) -> None:
    assert main(["rule", "AQ1O1\x1b"]) == 2
    page, errors = capsys.readouterr()
    assert page == ""
    assert errors == (
        "error: No rule is called “AQ1O1␛”; did you mean AQ101? `alignqa rule` lists them all.\n"
    )


def test_no_command_prints_the_help_and_exits_2(capsys: Any) -> None:
    assert main([]) == 2
    assert "check" in capsys.readouterr().out
