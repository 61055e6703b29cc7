"""`--format junit`: a test case a pair, for CI systems that show tests."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from alignqa.finding import Finding, Severity
from alignqa.render.inert import inert
from alignqa.render.place import places
from alignqa.report import JudgedPair, Report

FORMAT = "junit"

_FAILS = {Severity.CRITICAL, Severity.MAJOR}


def render(report: Report) -> str:
    """JUnit's XML as Jenkins and GitLab read it: a pair fails by its critical and major findings;
    the others are its output. A check that failed is an error of its own case."""
    cases = [pair for pair in report.pairs if pair.is_whole or pair.findings]
    failures = sum(any(f.severity in _FAILS for f in pair.findings) for pair in cases)
    name = inert(report.target_path or report.source_path or "alignqa")
    counts = {
        "tests": str(len(cases) + len(report.failures)),
        "failures": str(failures),
        "errors": str(len(report.failures)),
    }
    suites = ET.Element("testsuites", {"name": "alignqa", **counts})
    suite = ET.SubElement(suites, "testsuite", {"name": name, **counts, "skipped": "0"})
    for pair in cases:
        _case(suite, pair, report, name)
    for failure in report.failures:
        case = ET.SubElement(suite, "testcase", {"name": failure.rule.name, "classname": name})
        ET.SubElement(case, "error", {"message": inert(str(failure)), "type": "incomplete"})
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'


def _case(suite: ET.Element, pair: JudgedPair, report: Report, name: str) -> None:
    segment = pair.source if pair.target.is_empty else pair.target
    line = {} if segment.line is None else {"line": str(segment.line)}
    case = ET.SubElement(
        suite,
        "testcase",
        {"name": f"pair {pair.index}", "classname": name, "file": name, **line},
    )
    serious = [finding for finding in pair.findings if finding.severity in _FAILS]
    mild = [finding for finding in pair.findings if finding.severity not in _FAILS]
    if serious:
        message = inert(f"{serious[0].rule.code} {serious[0].message}")
        failure = ET.SubElement(case, "failure", {"message": message, "type": serious[0].severity})
        failure.text = "\n".join(_told(finding, pair, report) for finding in serious)
    if mild:
        output = ET.SubElement(case, "system-out")
        output.text = "\n".join(_told(finding, pair, report) for finding in mild)


def _told(finding: Finding, pair: JudgedPair, report: Report) -> str:
    place, _ = places(finding, pair, report)
    lines = [f"{place}: {finding.rule.code} {finding.severity} {finding.message}"]
    if finding.suggestion is not None:
        lines.append(f"expected: {finding.suggestion}")
    lines += [f"{label}: {text}" for label, text in _texts(pair)]
    return "\n".join(inert(line) for line in lines)


def _texts(pair: JudgedPair) -> list[tuple[str, str]]:
    sides = (("source", pair.source), ("target", pair.target))
    return [(label, side.text) for label, side in sides if not side.is_empty]
