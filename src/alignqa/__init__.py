"""alignqa: where an English/Japanese translation drifts, why, how badly, and what was expected.

import alignqa

report = alignqa.check("article.txt")
for pair, finding in report.findings():
    print(pair.source.line, finding.rule.code, finding.message)
"""

from __future__ import annotations

from alignqa.api import check
from alignqa.errors import AlignqaError
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.report import JudgedPair, Report, Score
from alignqa.settings import Settings
from alignqa.text import Lang, Segment, Span

__version__ = "0.1.0"

__all__ = [
    "AlignqaError",
    "Finding",
    "JudgedPair",
    "Lang",
    "MqmCategory",
    "Report",
    "Rule",
    "Score",
    "Segment",
    "Settings",
    "Severity",
    "Span",
    "__version__",
    "check",
]
