"""`--format concise` of the gate: a breach a line, `path:line: message (threshold)`."""

from __future__ import annotations

from alignqa.render.inert import inert
from alignqa.render.language import said
from alignqa.verdict import Verdict

FORMAT = "concise"


def render(verdict: Verdict) -> str:
    """The breaches, and nothing else."""
    lines = [
        f"{breach.place}: {' '.join(said(breach.message).split())} ({breach.threshold})"
        for breach in verdict.breaches
    ]
    return "".join(f"{inert(line)}\n" for line in lines)
