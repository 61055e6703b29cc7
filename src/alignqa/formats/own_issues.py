"""What an earlier run wrote into a translators' file, told from all else by its names, and taken out."""

from __future__ import annotations

import re
from pathlib import Path

from alignqa.formats.xml_file import parse_xml

# What the names of our lists and marks begin with.
OURS = "alignqa-"

_PREFIX = rb"[\w.-]+"
_OWN_ISSUE = re.compile(
    rb' (%s):locQualityIssueType="[^"]*" \1:locQualityIssueSeverity="[^"]*"'
    rb' \1:locQualityIssueComment="AQ\d+ [^"]*"' % _PREFIX
)
_OWN_REFERENCE = re.compile(rb' %s:locQualityIssuesRef="#(?:its=)?alignqa-\d+"' % _PREFIX)
_OWN_LIST = re.compile(
    rb'<(%s):locQualityIssues xml:id="alignqa-\d+">.*?</\1:locQualityIssues>' % _PREFIX, re.DOTALL
)
_OWN_MARK = re.compile(
    rb'<((?:%s:)?)mrk id="alignqa-\d+" type="its:generic">(.*?)</\1mrk>(?=</\1(?:source|target)\s*>)'
    % _PREFIX,
    re.DOTALL,
)


def without_own_issues(data: bytes, path: Path) -> bytes:
    """A file's bytes without the issues that an earlier run added.

    Raises:
        UnreadableFile: not well-formed, or what else `parse_xml` refuses.
    """
    file = parse_xml(data, path)
    text = file.text
    if b"locQualityIssue" not in text:
        return data
    for pattern in (_OWN_ISSUE, _OWN_REFERENCE, _OWN_LIST):
        text = pattern.sub(b"", text)
    text = _OWN_MARK.sub(rb"\2", text)
    return data if text == file.text else file.encoded(text)
