"""What is said of a report that lacks something through alignqa's own fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignqa.errors import IncompleteReport, please_report

if TYPE_CHECKING:
    from alignqa.report import Report


def refuse_incomplete(report: Report) -> None:
    """Call it once the report is written.

    Raises:
        IncompleteReport: if a check failed, naming the first failure and how many there are.
    """
    if not report.failures:
        return
    more = len(report.failures) - 1
    others = f", and {more} more like it" if more else ""
    raise IncompleteReport(please_report(f"The report is incomplete: {report.failures[0]}{others}"))
