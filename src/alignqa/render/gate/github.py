"""`--format github` of the gate: workflow commands, the breaches first."""

from __future__ import annotations

from alignqa.render.report import github
from alignqa.verdict import Verdict

FORMAT = "github"


def render(verdict: Verdict) -> str:
    """What fails the gate is an error, the other findings are what `alignqa check` makes of them.

    GitHub shows only the first ten of each kind.
    """
    errors = [
        github.command("error", "alignqa gate", file.error or "", file.path)
        for file in verdict.errors
    ]
    breaches = [
        github.command("error", f"alignqa gate {b.threshold}", b.message, b.path, b.line)
        for b in verdict.breaches
        if b.rule is None
    ]
    return "".join([*errors, *breaches]) + github.render(verdict.merged())
