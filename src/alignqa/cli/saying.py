"""What is said on standard error. It may be closed, or on a full disk: what a command comes to does
not depend on whether anybody hears it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from alignqa.render.inert import inert


def say(line: str) -> None:
    """One line, in which nothing acts."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{inert(' '.join(line.split()))}\n")
        sys.stderr.flush()
    except OSError:
        # What is left in the buffer would fail again when Python ends, and change the exit status.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def tell(remarks: Iterable[str]) -> None:
    """A line for each, once, in the language of reports for people: comments in the files that do
    not do what they seem to."""
    from alignqa.render.language import said, worded

    for remark in dict.fromkeys(remarks):
        say(f"{worded('note: ')}{said(remark)}")
