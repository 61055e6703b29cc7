"""Findings written back into XLIFF and TMX."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from dialects import SDLXLIFF, TMX, XLIFF_2, XLIFF_12
from format_files import bitext_of, pairs, written
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from alignqa.bitext import Bitext, Part
from alignqa.errors import SettingsError, UnreadableFile
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.formats import annotated, annotated_outputs, load, require_annotatable
from alignqa.formats.own_issues import without_own_issues
from alignqa.formats.quality_issues import ITS
from alignqa.report import JudgedPair, Report, Score

TERM = Rule("AQ101", "wrong-term", MqmCategory.WRONG_TERM, Severity.CRITICAL)
LOST = Rule("AQ401", "missing-counterpart", MqmCategory.OMISSION, Severity.MAJOR)
FILES = [("a.xlf", XLIFF_12), ("a.sdlxliff", SDLXLIFF), ("a.xliff", XLIFF_2), ("a.tmx", TMX)]
DECLARED = f' xmlns:its="{ITS}" its:version="2.0"'.encode()


def finding(rule: Rule, severity: Severity, message: str) -> Finding:
    return Finding(rule, severity, 0.9, message)


def report_on(bitext: Bitext, findings: dict[int, list[Finding]]) -> Report:
    judged = tuple(
        JudgedPair(
            index, source, target, 0.5, Part.BODY, 90.0, 0.1, False, tuple(findings.get(index, ()))
        )
        for index, (source, target) in enumerate(zip(bitext.source, bitext.target, strict=True))
    )
    return Report(judged, bitext.source_lang, "none", Score("score", 90.0, "test"), {})


def output_of(path: Path) -> str:
    return "tmx" if path.suffix == ".tmx" else "xliff"


def its(element: Any) -> dict[str, str]:
    return {
        name.removeprefix(f"{{{ITS}}}locQualityIssue"): value
        for name, value in element.attrib.items()
        if name.startswith(f"{{{ITS}}}locQ")
    }


def test_a_single_issue_is_attributes_of_the_target(tmp_path: Path) -> None:
    path = written(tmp_path, "a.xlf", XLIFF_12)
    said = 'It says "停止" <or> so & …\x07\n'
    found = finding(TERM, Severity.CRITICAL, said)
    root = etree.fromstring(annotated(path, "xliff", report_on(bitext_of(path), {0: [found]})))
    assert root.get(f"{{{ITS}}}version") == "2.0"
    [target] = [e for e in root.iter("{*}target") if its(e)]
    assert target.getparent().get("id") == "1"
    assert its(target) == {
        "Type": "terminology",
        "Severity": "100",
        "Comment": 'AQ101 wrong-term: It says "停止" <or> so & …\N{REPLACEMENT CHARACTER}\n',
    }


def test_a_missing_target_leaves_the_issue_to_the_unit(tmp_path: Path) -> None:
    path = written(tmp_path, "a.xlf", XLIFF_12)
    found = {1: [finding(LOST, Severity.MAJOR, "Left out.")]}
    root = etree.fromstring(annotated(path, "xliff", report_on(bitext_of(path), found)))
    [unit] = [element for element in root.iter() if its(element)]
    assert (unit.get("id"), its(unit)["Type"], its(unit)["Severity"]) == ("3", "omission", "50")


@pytest.mark.parametrize(("name", "text"), FILES)
def test_several_issues_are_a_list_in_the_unit(tmp_path: Path, name: str, text: str) -> None:
    path = written(tmp_path, name, text)
    both = [finding(TERM, Severity.CRITICAL, "One."), finding(LOST, Severity.MINOR, "Two.")]
    root = etree.fromstring(annotated(path, output_of(path), report_on(bitext_of(path), {0: both})))
    [element] = [element for element in root.iter() if its(element)]
    [issues] = root.iter(f"{{{ITS}}}locQualityIssues")
    # XLIFF 2 puts a module's prefix before the name.
    module = "its=" if path.suffix == ".xliff" else ""
    called = issues.get("{http://www.w3.org/XML/1998/namespace}id")
    assert its(element) == {"sRef": f"#{module}{called}"}
    assert [dict(issue.attrib) for issue in issues] == [
        {
            "locQualityIssueType": "terminology",
            "locQualityIssueSeverity": "100",
            "locQualityIssueComment": "AQ101 wrong-term: One.",
        },
        {
            "locQualityIssueType": "omission",
            "locQualityIssueSeverity": "25",
            "locQualityIssueComment": "AQ401 missing-counterpart: Two.",
        },
    ]
    names = {etree.QName(parent).localname for parent in issues.iterancestors()}
    assert names & {"tu", "unit", "trans-unit"}
    assert etree.QName(element).localname in ("target", "tuv", "mrk")


def test_version_2_has_its_issues_on_a_mark_around_the_text(tmp_path: Path) -> None:
    path = written(tmp_path, "a.xliff", XLIFF_2)
    found = {1: [finding(TERM, Severity.MAJOR, "One.")], 2: [finding(LOST, Severity.MAJOR, "Two.")]}
    root = etree.fromstring(annotated(path, "xliff", report_on(bitext_of(path), found)))
    marks = [element for element in root.iter() if its(element)]
    assert [mark.get("type") for mark in marks] == ["its:generic"] * 2
    # Where nothing is translated, the source is what the issue is about.
    assert [etree.QName(mark.getparent()).localname for mark in marks] == ["target", "source"]
    assert marks[1].text == "The door is locked."


@pytest.mark.parametrize(("name", "text"), FILES)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.data(),
    encoding=st.sampled_from(["utf-8", "utf-16", "cp932"]),
)
def test_nothing_else_changes(
    tmp_path: Path, name: str, text: str, ends: str, data: st.DataObject, encoding: str
) -> None:
    text = text.replace("\n", ends)
    if encoding != "utf-8":
        declared = {"utf-16": "utf-16", "cp932": "Shift_JIS"}[encoding]
        text = text.lstrip("\ufeff").replace("utf-8", declared).replace("UTF-8", declared)
        text = text.replace("ü", "ue")
    path = written(tmp_path, name, text.encode(encoding))
    bitext = bitext_of(path)
    message = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20)
    one = st.builds(finding, st.sampled_from([TERM, LOST]), st.sampled_from(Severity), message)
    found = data.draw(
        st.dictionaries(st.integers(0, len(bitext.source) - 1), st.lists(one, max_size=3))
    )
    report = report_on(bitext, found)
    before = path.read_bytes()
    after = annotated(path, output_of(path), report)

    plain = without_own_issues(after, path)
    declared_bytes = DECLARED.decode().encode(encoding).removeprefix(b"\xff\xfe")
    assert plain.replace(declared_bytes, b"") == before
    again = written(tmp_path, f"again{path.suffix}", after)
    assert pairs(again) == pairs(path)
    # A second run takes the first one's issues out before it adds its own.
    assert annotated(again, output_of(path), report) == after
    root = etree.fromstring(after)
    assert len([e for e in root.iter() if its(e)]) == sum(map(bool, found.values()))


def test_issues_of_another_tool_stay(tmp_path: Path) -> None:
    theirs = 'its:locQualityIssueType="other" its:locQualityIssueComment="Odd."'
    text = XLIFF_12.replace("<xliff ", f'<xliff xmlns:its="{ITS}" its:version="2.0" ').replace(
        "<target state='translated'>", f"<target {theirs} state='translated'>"
    )
    path = written(tmp_path, "a.xlf", text)
    found = {0: [finding(TERM, Severity.MAJOR, "One.")]}
    report = report_on(bitext_of(path), found)
    after = annotated(path, "xliff", report)
    root = etree.fromstring(after)
    assert [etree.QName(e).localname for e in root.iter() if its(e)] == ["trans-unit", "target"]
    assert theirs.encode() in after
    assert after.count(b"xmlns:its") == 1

    full = text.replace('<trans-unit id="1" ', f'<trans-unit id="1" {theirs} ')
    path.write_text(full, encoding="utf-8")
    with pytest.raises(UnreadableFile, match="of another tool"):
        annotated(path, "xliff", report)


def test_a_prefix_of_its_own_is_used(tmp_path: Path) -> None:
    text = XLIFF_12.replace("<xliff ", f'<xliff xmlns:q="{ITS}" xmlns:its="urn:x" ')
    path = written(tmp_path, "a.xlf", text)
    found = {0: [finding(TERM, Severity.MAJOR, "One.")]}
    after = annotated(path, "xliff", report_on(bitext_of(path), found))
    assert b' q:version="2.0"' in after
    assert b"<target q:locQualityIssueType=" in after


def test_a_file_that_changed_meanwhile_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "a.xlf", XLIFF_12)
    report = report_on(bitext_of(path), {})
    path.write_text(XLIFF_12.replace("押します", "押す"), encoding="utf-8")
    with pytest.raises(UnreadableFile, match="has changed since"):
        annotated(path, "xliff", report)


def test_only_a_file_of_the_format_can_be_given_back(tmp_path: Path) -> None:
    assert sorted(annotated_outputs()) == ["tmx", "xliff"]
    path = written(tmp_path, "a.tmx", TMX)
    require_annotatable(path, "tmx")
    with pytest.raises(SettingsError, match="is TMX, not XLIFF"):
        require_annotatable(path, "xliff")
    plain = written(tmp_path, "a.txt", "A cat.\n\n猫だ。\n")
    with pytest.raises(SettingsError, match="is plain text, not TMX"):
        require_annotatable(plain, "tmx")
    assert not isinstance(load(plain), Bitext)


def test_every_category_has_a_type() -> None:
    from alignqa.formats import quality_issues

    assert set(quality_issues._TYPES) == set(MqmCategory)


def test_an_original_packed_into_the_file_must_be_xml_for_issues(tmp_path: Path) -> None:
    packed = "<header><reference><internal-file>QUJD\x03</internal-file></reference></header><body>"
    path = written(tmp_path, "a.xlf", XLIFF_12.replace("<body>", packed, 1))
    found = {0: [finding(TERM, Severity.MAJOR, "One.")]}
    with pytest.raises(UnreadableFile, match=r"a\.xlf:7 is not well-formed"):
        annotated(path, "xliff", report_on(bitext_of(path), found))
