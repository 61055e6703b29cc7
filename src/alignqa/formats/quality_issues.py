"""Findings written into a translators' file, as the quality issues of ITS 2.0.

One issue is attributes on the target; several are a list in the unit, which the target refers to
(w3.org/TR/its20, *Localization Quality Issue*). The file is not written anew: what is added goes
into its bytes, and all others stay as they were. What an earlier run added is taken out before; see
`own_issues`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from alignqa.errors import UnreadableFile
from alignqa.finding import Finding, MqmCategory, Severity
from alignqa.formats.localised import Entry, Localised
from alignqa.formats.own_issues import OURS
from alignqa.formats.xml_file import Place, places_of
from alignqa.report import Report

if TYPE_CHECKING:
    from lxml import etree

ITS = "http://www.w3.org/2005/11/its"

_TYPES = {
    MqmCategory.WRONG_TERM: "terminology",
    MqmCategory.GLOSSARY: "terminology",
    MqmCategory.INCONSISTENT_TERMS: "inconsistency",
    MqmCategory.MISTRANSLATION: "mistranslation",
    MqmCategory.NUMBER: "numbers",
    MqmCategory.DATE_TIME: "mistranslation",
    MqmCategory.ENTITY: "inconsistent-entities",
    MqmCategory.OMISSION: "omission",
    MqmCategory.ADDITION: "addition",
    MqmCategory.UNTRANSLATED: "untranslated",
    MqmCategory.DO_NOT_TRANSLATE: "mistranslation",
    MqmCategory.PUNCTUATION: "typographical",
    MqmCategory.WHITESPACE: "whitespace",
    MqmCategory.CHARACTER_ENCODING: "characters",
    # ITS: "the appearance of nonsense garbled text".
    MqmCategory.UNINTELLIGIBLE: "uncategorized",
    MqmCategory.MARKUP: "markup",
    MqmCategory.INCONSISTENT_STYLE: "style",
    MqmCategory.ORGANIZATION: "style",
}
# ITS leaves the scale from 0 to 100 to each tool.
_SEVERITIES = {Severity.NEUTRAL: 0, Severity.MINOR: 25, Severity.MAJOR: 50, Severity.CRITICAL: 100}

# XML has no way to write these, and these turn words round where the file is looked at.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ACTS = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")

_ESCAPES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\n": "&#10;",
        "\r": "&#13;",
        "\t": "&#9;",
    }
)


class Style(Enum):
    """Where a format lets issues stand.

    ATTRIBUTES: on the target itself, lists at the end of its unit. MARKED: on a `mrk` around the
    target's text, or around the source's where nothing is translated, lists at the beginning of its
    unit, as the ITS module of XLIFF 2.1 has it.
    """

    ATTRIBUTES = auto()
    MARKED = auto()


def with_issues(localised: Localised, path: Path, report: Report, style: Style) -> bytes:
    """The file's bytes with the report's findings.

    Raises:
        UnreadableFile: the report is on other texts than the file has, or there are issues of
            another tool where ours would stand.
    """
    file = localised.file
    _require_same(localised, path, report)
    found = _by_element(localised, path, report, style)
    if not found:
        return file.encoded(file.text)
    units = {unit for unit, _ in found.values()}
    places = places_of(file, {file.root, *found, *units}, path)
    prefix, declaration = _prefix(file.root)
    # What goes where; of two at one place the first stands first.
    added: list[tuple[int, bytes]] = []
    if declaration:
        added.append((places[file.root].after_name, declaration.encode()))
    for number, (element, (unit, findings)) in enumerate(found.items(), start=1):
        name = f"{OURS}{number}"
        attributes, listed = _issues(findings, prefix, name, style)
        if listed:
            added.append((_list_place(places[unit], file.text, style), listed.encode()))
        place = places[element]
        if style is Style.MARKED and element is not unit:
            assert place.end is not None
            before = file.text[place.start + 1 : place.after_name].rpartition(b":")
            mrk = (before[0] + before[1]).decode() + "mrk"
            opening = f'<{mrk} id="{name}" type="its:generic"{attributes}>'
            added += [(place.inside, opening.encode()), (place.end, f"</{mrk}>".encode())]
        else:
            added.append((place.after_name, attributes.encode()))
    return file.encoded(_spliced(file.text, added))


def _require_same(localised: Localised, path: Path, report: Report) -> None:
    read = [(entry.row.source.strip(), entry.row.target.strip()) for entry in localised.entries]
    judged = [(pair.source.text.strip(), pair.target.text.strip()) for pair in report.pairs]
    if read != judged:
        raise UnreadableFile(f"{path} has changed since it was read; run it again.")


def _by_element(
    localised: Localised, path: Path, report: Report, style: Style
) -> dict[etree._Element, tuple[etree._Element, list[Finding]]]:
    """The findings by the element that will carry them, with its unit."""
    found: dict[etree._Element, tuple[etree._Element, list[Finding]]] = {}
    for entry, pair in zip(localised.entries, report.pairs, strict=True):
        if not pair.findings:
            continue
        element = next((known for known in _carriers(entry, style) if not _has_issues(known)), None)
        if element is None:
            raise UnreadableFile(
                f"{path}:{entry.row.line} has quality issues of another tool already; give the "
                "file without them."
            )
        found.setdefault(element, (entry.unit, []))[1].extend(pair.findings)
    return found


def _carriers(entry: Entry, style: Style) -> Iterator[etree._Element]:
    """What may carry a pair's findings, the best first."""
    if style is Style.ATTRIBUTES:
        if entry.target is not None:
            yield entry.target
    else:
        for element in (entry.target, entry.source):
            if element is not None and (element.text or len(element)):
                yield element
    yield entry.unit


def _has_issues(element: etree._Element) -> bool:
    return any(name.startswith(f"{{{ITS}}}locQualityIssue") for name in element.attrib)


def _prefix(root: etree._Element) -> tuple[str, str]:
    """The prefix that stands for ITS, and what must be added to the root for it."""
    declared = next((name for name, uri in root.nsmap.items() if name and uri == ITS), None)
    prefix = declared or next(
        name for name in ("its", "its2", "its-alignqa") if name not in root.nsmap
    )
    added = "" if declared else f' xmlns:{prefix}="{ITS}"'
    if root.get(f"{{{ITS}}}version") is None:
        added += f' {prefix}:version="2.0"'
    return prefix, added


def _issues(findings: Sequence[Finding], prefix: str, name: str, style: Style) -> tuple[str, str]:
    """The attributes of the element, and the list that they refer to where there are several."""
    if len(findings) == 1:
        return "".join(_attributes(findings[0], f"{prefix}:")), ""
    issues = "".join(
        f"<{prefix}:locQualityIssue{''.join(_attributes(finding, ''))}/>" for finding in findings
    )
    tag = f"{prefix}:locQualityIssues"
    # XLIFF 2 says before a name of which module it is (Fragment Identification).
    module = "its=" if style is Style.MARKED else ""
    return (
        f' {prefix}:locQualityIssuesRef="#{module}{name}"',
        f'<{tag} xml:id="{name}">{issues}</{tag}>',
    )


def _attributes(finding: Finding, prefix: str) -> Iterator[str]:
    comment = f"{finding.rule.code} {finding.rule.name}: {finding.message}"
    for name, value in (
        ("Type", _TYPES.get(finding.rule.category, "other")),
        ("Severity", str(_SEVERITIES[finding.severity])),
        ("Comment", comment),
    ):
        yield f" {prefix}locQualityIssue{name}={_quoted(value)}"


def _quoted(value: str) -> str:
    quoted = _NO_XML.sub("\N{REPLACEMENT CHARACTER}", value).translate(_ESCAPES)
    return _ACTS.sub(lambda match: f"&#x{ord(match.group()):X};", f'"{quoted}"')


def _list_place(unit: Place, text: bytes, style: Style) -> int:
    if style is Style.MARKED:
        return unit.inside
    assert unit.end is not None
    # Before the white space that puts the end tag on a line of its own.
    place = unit.end
    while text[place - 1 : place].isspace():
        place -= 1
    return place


def _spliced(text: bytes, added: Sequence[tuple[int, bytes]]) -> bytes:
    pieces = []
    reached = 0
    for place, piece in sorted(added, key=lambda addition: addition[0]):
        pieces += [text[reached:place], piece]
        reached = place
    return b"".join([*pieces, text[reached:]])
