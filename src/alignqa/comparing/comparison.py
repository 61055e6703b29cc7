"""The comparison of two reports, from their pairs to what became of their findings."""

from __future__ import annotations

from alignqa.comparing.edits import edits
from alignqa.comparing.outcomes import outcomes
from alignqa.comparing.passages import passages
from alignqa.report import Report
from alignqa.revision import Against, Change, Comparison


def compare(old: Report, new: Report, against: Against = Against.REVISION) -> Comparison:
    """Two translations of one source, judged alike, passage by passage.

    The languages must be the same way round; the sources may differ here and there.
    """
    versions = passages(old, new)
    lang = new.target_lang
    return Comparison(
        old,
        new,
        against,
        tuple(
            Change(
                index,
                before,
                after,
                edits(
                    before.target.text if before else "", after.target.text if after else "", lang
                ),
                told,
            )
            for index, ((before, after), told) in enumerate(
                zip(versions, outcomes(versions), strict=True)
            )
        ),
    )
