"""What is said on standard error beside a report: comments in the files that do not do what they
seem to."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from alignqa.render.inert import inert


def tell(remarks: Iterable[str]) -> None:
    """A line for each, once, in the language of reports for people."""
    from alignqa.render.language import said, worded

    for remark in dict.fromkeys(remarks):
        sys.stderr.write(f"{worded('note: ')}{inert(said(remark))}\n")
