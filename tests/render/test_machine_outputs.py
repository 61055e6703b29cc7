"""The outputs that other tools read: concise, CSV, GitHub, JUnit, Markdown and SARIF."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
import sample_reports
from golden import assert_golden
from hostile_texts import ACTING, HOSTILE
from junitparser import JUnitXml
from sarif_pydantic import Sarif

from alignqa.finding import Finding, Severity
from alignqa.render.report import (
    comma_separated,
    concise,
    github,
    junit,
    markdown,
    sarif,
    statistics,
)
from alignqa.report import DocumentedRule, Failure, Report
from alignqa.text import Span

OUTPUTS = {
    "concise": concise,
    "csv": comma_separated,
    "github": github,
    "junit.xml": junit,
    "md": markdown,
    "sarif": sarif,
    "statistics": statistics,
}
CLEAN = sample_reports.clean()


def hostile_report(text: str, severity: Severity = Severity.CRITICAL) -> Report:
    """A report in which every text is hostile, the path and the message among them."""
    finding = Finding(
        sample_reports.INSTITUTION,
        severity,
        0.9,
        f"“{text}” is wrong.",
        (Span(0, len(text)),),
        (Span(0, len(text)),),
        {"found": text},
        text,
    )
    pair = sample_reports.judged(
        0,
        sample_reports.english(text, 1, f"{text}.txt"),
        sample_reports.japanese(text, 2, f"{text}.txt"),
        findings=(finding,),
    )
    return replace(CLEAN, pairs=(pair,), source_path=f"{text}.txt", target_path=None)


@pytest.mark.parametrize("suffix", OUTPUTS)
@pytest.mark.parametrize("name", ["article", "two_files"])
def test_looks_as_kept(name: str, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alignqa.render.tool.version", lambda: "1.2.3")
    report = getattr(sample_reports, name)()
    assert_golden(f"{name}.{suffix}", OUTPUTS[suffix].render(report))


@pytest.mark.parametrize("output", OUTPUTS.values(), ids=OUTPUTS)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_in_a_text_acts(text: str, output: object) -> None:
    page = output.render(hostile_report(text))  # type: ignore[attr-defined]
    # SARIF is JSON, which has escapes of its own for what is left.
    assert not set(page) & ACTING - set("\r\n")
    page.encode("utf-8")


@pytest.mark.parametrize("output", OUTPUTS.values(), ids=OUTPUTS)
def test_a_report_without_findings(output: object) -> None:
    page = output.render(CLEAN)  # type: ignore[attr-defined]
    assert page == "" or page.endswith("\n")


def test_statistics_count_every_finding() -> None:
    report = sample_reports.article()
    lines = statistics.render(report).splitlines()
    assert sum(int(line.split()[0]) for line in lines) == sum(1 for _ in report.findings())
    assert [int(line.split()[0]) for line in lines] == sorted(
        (int(line.split()[0]) for line in lines), reverse=True
    )


# Concise and GitHub -------------------------------------------------------------------------------


def test_concise_is_one_line_a_finding() -> None:
    report = sample_reports.article()
    lines = concise.render(report).splitlines()
    assert len(lines) == sum(1 for _ in report.findings())
    assert all(re.match(r"\S+:\d+: AQ\d+ (minor|major|critical) ", line) for line in lines)


def test_github_escapes_what_its_commands_are_made_of() -> None:
    page = github.render(hostile_report("100%, a:b\nc"))
    assert page.count("\n") == 1
    head, _, message = page.removeprefix("::error ").partition("::")
    assert "file=100%25%2C a%3Ab%0Ac.txt" in head
    assert "“100%25, a:b%0Ac” is wrong." in message


@pytest.mark.parametrize(
    ("severity", "command"),
    [(Severity.CRITICAL, "error"), (Severity.MAJOR, "warning"), (Severity.MINOR, "notice")],
)
def test_github_has_three_levels(severity: Severity, command: str) -> None:
    assert github.render(hostile_report("text", severity)).startswith(f"::{command} file=text.txt")


# CSV ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "a,b", 'a"b', "a\nb"])
def test_csv_holds_any_text_and_no_formula(text: str) -> None:
    rows = list(csv.DictReader(io.StringIO(comma_separated.render(hostile_report(text)), "")))
    assert len(rows) == 1
    assert all(not cell.startswith(("=", "+", "-", "@", "\t")) for cell in rows[0].values())
    assert rows[0]["target"].lstrip("'").split() == text.split()


# Markdown -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["| a | b |", "[link](http://example.org)", "<script>x</script>", "**bold** `code`", "# head"],
)
def test_markdown_in_a_text_does_not_act(text: str) -> None:
    page = markdown.render(hostile_report(text))
    (row,) = [line for line in page.splitlines() if "is wrong" in line]
    assert len(re.findall(r"(?<!\\)\|", row)) == 5
    assert not re.search(r"(?<!\\)<(?!br>|!-- -->)", row)
    assert not re.search(r"https?:", row)


def test_markdown_keeps_the_worst_and_counts_the_rest() -> None:
    report = hostile_report("text", Severity.MINOR)
    worst = hostile_report("worst").pairs[0]
    page = markdown.render(replace(report, pairs=(*report.pairs * 150, worst)))
    assert "“worst”" in page.split("|---|---|---|---|")[1].splitlines()[1]
    assert "… and 51 more." in page


# JUnit --------------------------------------------------------------------------------------------


def test_junit_is_read_by_junitparser() -> None:
    report = sample_reports.article()
    parsed = JUnitXml.fromstring(junit.render(report).encode())
    (suite,) = parsed
    serious = {Severity.CRITICAL, Severity.MAJOR}
    failing = sum(any(f.severity in serious for f in pair.findings) for pair in report.pairs)
    assert (parsed.tests, parsed.failures, parsed.errors) == (len(list(suite)), failing, 0)


def test_junit_has_a_check_that_failed_as_an_error() -> None:
    report = replace(CLEAN, failures=(Failure(sample_reports.NUMBER, 3, "KeyError: 1"),))
    parsed = JUnitXml.fromstring(junit.render(report).encode())
    assert parsed.errors == 1


# SARIF --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["article", "two_files", "clean"])
def test_sarif_is_read_by_its_model(name: str) -> None:
    Sarif.model_validate_json(sarif.render(getattr(sample_reports, name)()))


def test_sarif_declares_its_rules_with_help() -> None:
    rule = DocumentedRule(sample_reports.NUMBER, "A number differs.\n\n## Why\n\nIt matters.")
    (run,) = json.loads(sarif.render(replace(sample_reports.article(), rules=(rule,))))["runs"]
    rules = run["tool"]["driver"]["rules"]
    declared = next(r for r in rules if r["id"] == "AQ201")
    assert declared["shortDescription"]["text"] == "A number differs."
    assert declared["help"]["markdown"].endswith("It matters.")
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["partialFingerprints"]["alignqa/v1"]


def test_sarif_keeps_the_worst_five_thousand() -> None:
    minor = hostile_report("minor", Severity.MINOR).pairs[0]
    worst = hostile_report("worst").pairs[0]
    (run,) = json.loads(sarif.render(replace(CLEAN, pairs=(*[minor] * 5000, worst))))["runs"]
    assert len(run["results"]) == 5000
    assert run["results"][0]["level"] == "error"
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("1 findings are left out")


def test_sarif_of_a_report_that_lacks_something() -> None:
    report = replace(CLEAN, failures=(Failure(sample_reports.NUMBER, 3, "KeyError: 1"),))
    (run,) = json.loads(sarif.render(report))["runs"]
    assert run["invocations"][0]["executionSuccessful"] is False


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("docs/ja/a b.txt", "docs/ja/a%20b.txt"),
        ("訳.txt", "%E8%A8%B3.txt"),
        ("/tmp/x.txt", "file:///tmp/x.txt"),
        ("docs\\ja.txt", "docs/ja.txt"),
    ],
)
def test_sarif_paths_are_references(path: str, uri: str) -> None:
    report = sample_reports.article()
    pairs = tuple(
        replace(
            pair,
            source=replace(pair.source, path=path),
            target=replace(pair.target, path=path),
        )
        for pair in report.pairs
    )
    (run,) = json.loads(sarif.render(replace(report, pairs=pairs)))["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri


def test_xml_is_well_formed_whatever_the_texts() -> None:
    for text in HOSTILE.values():
        ET.fromstring(junit.render(hostile_report(text)))
