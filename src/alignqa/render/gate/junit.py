"""`--format junit` of the gate: a test case a file."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from alignqa.render.checkout import from_checkout
from alignqa.render.inert import inert
from alignqa.render.language import speaking
from alignqa.render.report import concise
from alignqa.text import Lang
from alignqa.verdict import Breach, JudgedFile, Verdict

FORMAT = "junit"


def render(verdict: Verdict) -> str:
    """JUnit's XML as Jenkins and GitLab read it: a file fails by its breaches, and its other findings
    are its output; a file that could not be judged is an error."""
    names = dict.fromkeys(breach.path for breach in verdict.among_files)
    alone = {name: [b for b in verdict.among_files if b.path == name] for name in names}
    failures = sum(bool(file.breaches) and file.error is None for file in verdict.files)
    counts = {
        "tests": str(len(verdict.files) + len(alone)),
        "failures": str(failures + len(alone)),
        "errors": str(len(verdict.errors)),
    }
    suites = ET.Element("testsuites", {"name": "alignqa", **counts})
    suite = ET.SubElement(suites, "testsuite", {"name": "alignqa gate", **counts, "skipped": "0"})
    for file in verdict.files:
        _file(suite, file)
    for name, breaches in alone.items():
        _fail(_case(suite, name, "counterpart"), tuple(breaches))
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'


def _case(suite: ET.Element, path: str, name: str) -> ET.Element:
    names = {"name": name, "classname": inert(path), "file": inert(from_checkout(path))}
    return ET.SubElement(suite, "testcase", names)


def _file(suite: ET.Element, file: JudgedFile) -> None:
    case = _case(suite, file.path, "translation")
    if file.error is not None:
        ET.SubElement(case, "error", {"message": inert(file.error), "type": "not-judged"})
    elif file.breaches:
        _fail(case, file.breaches)
    if file.report is not None and file.findings:
        with speaking(Lang.ENGLISH):
            ET.SubElement(case, "system-out").text = concise.render(file.report)


def _fail(case: ET.Element, breaches: tuple[Breach, ...]) -> None:
    failure = ET.SubElement(
        case,
        "failure",
        {"message": inert(breaches[0].message), "type": breaches[0].threshold},
    )
    lines = []
    for breach in breaches:
        lines.append(f"{breach.place}: {breach.message} ({breach.threshold})")
        if breach.rerun is not None:
            lines.append(f"    {breach.rerun}")
    failure.text = "\n".join(inert(line) for line in lines)
