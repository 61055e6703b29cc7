"""What the README says there is, is there."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

import alignqa
from alignqa.checks.registry import all_checks
from alignqa.finding import Severity
from alignqa.formats import all_formats
from alignqa.render import all_outputs

HOME = Path(__file__).parent.parent
IN_JAPANESE = HOME / "docs" / "README.ja.md"
README = HOME.joinpath("README.md").read_text(encoding="utf-8")


def test_every_rule_is_in_the_table_and_no_other() -> None:
    rows = dict(re.findall(r"^\| (AQ\d+) ([a-z-]+) \|", README, re.MULTILINE))
    rules = {check.rule.code: check.rule.name for check in all_checks()}
    ranges = re.findall(r"^\| AQ(\d+)–(\d+) \|", README, re.MULTILINE)
    in_ranges = {
        f"AQ{n}"
        for first, last in ranges
        for n in range(int(first), int(first[:1] + last[-2:]) + 1)
    }
    assert {code: name for code, name in rules.items() if code not in in_ranges} == rows
    assert in_ranges <= set(rules)


def test_every_output_and_every_format_is_named() -> None:
    assert [name for name in all_outputs() if f"`{name}`" not in README] == []
    # A format that has several suffixes is named by one of them.
    unnamed = [
        name
        for name, form in all_formats().items()
        if form.suffixes and not any(suffix in README for suffix in form.suffixes)
    ]
    assert unnamed == []


@pytest.mark.parametrize("path", [HOME / "README.md", IN_JAPANESE], ids=["English", "Japanese"])
def test_what_python_is_told_to_call_is_public(path: Path) -> None:
    called = set(re.findall(r"\balignqa\.([\w.]+)\(", path.read_text(encoding="utf-8")))
    assert called >= {"check"}
    assert called <= set(alignqa.__all__)


@pytest.mark.parametrize("path", [HOME / "README.md", IN_JAPANESE], ids=["English", "Japanese"])
def test_pictures_and_pages_are_there(path: Path) -> None:
    linked = re.findall(r"\]\((?!http)([^)#]+)", path.read_text(encoding="utf-8"))
    assert any(place.endswith(".png") for place in linked)
    assert [place for place in linked if not (path.parent / place).exists()] == []


def test_the_readme_in_japanese_drifts_nowhere() -> None:
    report = alignqa.check(HOME / "README.md", IN_JAPANESE)
    serious = {Severity.CRITICAL, Severity.MAJOR}
    assert [
        (pair.target.line, finding.rule.code, finding.message)
        for pair, finding in report.findings()
        if finding.severity in serious
    ] == []
    assert not report.failures


def test_the_pages_of_the_rules_are_those_that_the_rules_give() -> None:
    """`python docs/rules.py` writes them anew."""
    path = Path(__file__).parent.parent / "docs" / "rules.py"
    spec = importlib.util.spec_from_file_location("rules", path)
    assert spec is not None
    assert spec.loader is not None
    rules = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(rules)
    for lang, name in rules.PAGES.items():
        assert path.with_name(name).read_text(encoding="utf-8") == rules.page(lang), name
