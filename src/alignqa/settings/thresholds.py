"""What a translation must reach."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Limits that hold for each file; `None` is no limit.

    Scores and chrF are 0–100, risk and coverage 0–1. `max_mqm` is MQM's penalty for 1,000 words of English.
    Without any asked for, a file may have no critical finding, and that is all.
    """

    min_score: float | None = None
    min_pair_score: float | None = None
    max_critical: int | None = 0
    max_major: int | None = None
    max_minor: int | None = None
    max_risk: float | None = None
    min_coverage: float | None = None
    max_mqm: float | None = None
    min_chrf: float | None = None
