"""What the gate puts out, over many files."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
import sample_reports
from golden import assert_golden
from hostile_texts import ACTING, HOSTILE
from junitparser import JUnitXml
from rich.console import Console
from sarif_pydantic import Sarif

from alignqa.finding import Severity
from alignqa.render.gate.registry import all_gate_outputs
from alignqa.report import DocumentedRule, Report
from alignqa.verdict import Breach, Figures, JudgedFile, Verdict

OUTPUTS = all_gate_outputs()
SUFFIXES = {
    "terminal": "txt",
    "concise": "concise",
    "json": "json",
    "sarif": "sarif",
    "junit": "junit.xml",
    "github": "github",
    "markdown": "md",
}


def judged_file(report: Report, *breaches: Breach, known: int = 0) -> JudgedFile:
    """As the gate makes it, without the pairs in which nothing was found."""
    source, target = report.source_path or "clean.txt", report.target_path
    return JudgedFile(
        source,
        None if target in (None, source) else target,
        replace(report, pairs=tuple(pair for pair in report.pairs if pair.findings), rules=()),
        Figures(
            pairs=sum(pair.is_whole for pair in report.pairs),
            score=report.score.value,
            pair_score=22.6,
            risk=0.941,
            coverage=0.9731,
            mqm=31.25,
            counts={severity: report.count(severity) for severity in Severity},
            known=known,
        ),
        breaches,
    )


def failed() -> Verdict:
    article, two_files = sample_reports.article(), sample_reports.two_files()
    critical = Breach(
        "max-critical",
        "AQ101 critical “Foreign Ministry” is rendered as 財務省. Expected: 外務省",
        "talks.txt",
        21,
        "AQ101",
        "alignqa check talks.txt --select AQ101",
    )
    score = Breach(
        "min-score",
        "the file's score is 71.0; at least 80 is asked for",
        two_files.target_path or "",
        rerun="alignqa check press.en.txt press.ja.txt",
    )
    missing = Breach(
        "allow-missing",
        "the translation docs/ja/guide.md is missing",
        "docs/en/guide.md",
        rerun="alignqa gate --pair docs/en/guide.md:docs/ja/guide.md",
    )
    rules = {f.rule.code: f.rule for r in (article, two_files) for _, f in r.findings()}
    return Verdict(
        (
            judged_file(article, critical),
            judged_file(sample_reports.clean(), known=2),
            judged_file(two_files, score),
            JudgedFile("broken.docx", None, error="broken.docx is cut off; save it again."),
        ),
        (missing,),
        ("fixed: talks.txt 0123456789abcdef AQ201 The source says 9.",),
        tuple(DocumentedRule(rule, "What it is for.\n\nMore.") for rule in rules.values()),
    )


def passed() -> Verdict:
    return Verdict((judged_file(sample_reports.clean()),))


def hostile(text: str) -> Verdict:
    finding = sample_reports.article().pairs[3].findings[0]
    pair = sample_reports.judged(
        0,
        sample_reports.english(text, 1, text),
        sample_reports.japanese(text, 2, text),
        findings=(replace(finding, message=text, source_spans=(), target_spans=()),),
    )
    report = replace(sample_reports.clean(), pairs=(pair,), source_path=text, target_path=text)
    breaches = (Breach("max-critical", text, text, 1, "AQ101", text), Breach("x", text, text))
    unjudged = JudgedFile(text, text, error=text)
    return Verdict((judged_file(report, *breaches), unjudged), (Breach("y", text, text),), (text,))


def test_there_is_an_output_for_each_name() -> None:
    assert set(OUTPUTS) == set(SUFFIXES)


@pytest.mark.parametrize("name", SUFFIXES)
def test_looks_as_kept(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alignqa.render.tool.version", lambda: "1.2.3")
    assert_golden(f"gate.{SUFFIXES[name]}", OUTPUTS[name].render(failed()))


@pytest.mark.parametrize("name", SUFFIXES)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_in_a_text_acts(text: str, name: str) -> None:
    page = OUTPUTS[name].render(hostile(text))
    page.encode("utf-8")
    if name == "json":
        # A record of what was there; JSON's own escapes see to what a terminal would obey.
        assert json.loads(page)["notes"] == [text]
        assert not set(page) & set("\x1b\x9b\u202e\u2066\x00\x07")
    else:
        assert not set(page) & ACTING - set("\r\n")


def test_a_breach_is_a_line_however_long() -> None:
    verdict = failed()
    long = replace(verdict.among_files[0], message="word " * 200)
    page = OUTPUTS["terminal"].render(replace(verdict, among_files=(long,)))
    assert any(len(line) > 900 for line in page.splitlines())
    colours = Console(file=io.StringIO(), force_terminal=True, color_system="standard", width=60)
    show = OUTPUTS["terminal"].show
    assert show is not None
    show(verdict, colours)
    assert isinstance(colours.file, io.StringIO)
    assert "\x1b[" in colours.file.getvalue()


def test_sarif_is_sarif_and_holds_every_breach_once() -> None:
    page = OUTPUTS["sarif"].render(failed())
    Sarif.model_validate_json(page)
    run = json.loads(page)["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["locations"]
    own = [result["ruleId"] for result in run["results"] if result["ruleId"].startswith("gate-")]
    assert own == ["gate-min-score", "gate-allow-missing"]
    invocation = run["invocations"][0]
    assert not invocation["executionSuccessful"]
    assert "broken.docx" in invocation["toolExecutionNotifications"][0]["message"]["text"]
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in run["results"]
    }
    assert {"talks.txt", "docs/en/guide.md"} <= uris


def test_junit_counts_files() -> None:
    suites = JUnitXml.fromstring(OUTPUTS["junit"].render(failed()).encode())
    assert (suites.tests, suites.failures, suites.errors) == (5, 3, 1)
    suites = JUnitXml.fromstring(OUTPUTS["junit"].render(passed()).encode())
    assert (suites.tests, suites.failures, suites.errors) == (1, 0, 0)


def test_json_has_the_outcome_the_figures_and_the_findings() -> None:
    record = json.loads(OUTPUTS["json"].render(failed()))
    assert record["passed"] is False
    assert [file["passed"] for file in record["files"]] == [False, True, False, False]
    assert record["files"][1]["figures"]["known"] == 2
    assert record["files"][0]["pairs"][0]["findings"]
    assert len(record["breaches"]) == 3
    assert json.loads(OUTPUTS["json"].render(passed()))["passed"] is True


def test_what_passes_says_so() -> None:
    assert OUTPUTS["terminal"].render(passed()).splitlines()[-1] == "passed: 1 file"
    assert OUTPUTS["concise"].render(passed()) == ""
    assert OUTPUTS["github"].render(passed()) == ""
    assert OUTPUTS["markdown"].render(passed()).startswith("## alignqa gate passed: 1 file\n")


def test_markdown_fits_into_a_comment() -> None:
    verdict = failed()
    many = tuple(replace(breach, message="語" * 5000) for breach in verdict.breaches * 200)
    notes = ("note" * 50,) * 500
    files = tuple(replace(file, breaches=()) for file in verdict.files * 100)
    page = OUTPUTS["markdown"].render(replace(verdict, files=files, among_files=many, notes=notes))
    assert len(page) < 65_536
    assert "more files" in page
