"""What `alignqa gate` may ask of each file."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Annotated, Any

import typer


def _threshold(help_text: str, least: float = 0, most: float | None = None) -> Any:
    return typer.Option(
        metavar="N",
        min=least,
        max=most,
        show_default=False,
        help=help_text,
        rich_help_panel="Thresholds, for each file",
    )


@dataclass(frozen=True, slots=True)
class ThresholdOptions:
    """Each is named as in the table `[gate]` of a configuration."""

    max_critical: Annotated[
        int | None, _threshold("Critical findings that a file may have; none by default.")
    ] = None
    max_major: Annotated[int | None, _threshold("Major findings that a file may have.")] = None
    max_minor: Annotated[int | None, _threshold("Minor findings that a file may have.")] = None
    min_score: Annotated[float | None, _threshold("The least score of a file.", 0, 100)] = None
    min_pair_score: Annotated[float | None, _threshold("The least score of a pair.", 0, 100)] = None
    max_risk: Annotated[
        float | None, _threshold("The greatest risk of a critical error in a pair.", 0, 1)
    ] = None
    min_coverage: Annotated[
        float | None, _threshold("The share of a source's text that must be paired.", 0, 1)
    ] = None
    max_mqm: Annotated[
        float | None, _threshold("MQM's penalty points for 1,000 words of English.")
    ] = None
    min_chrf: Annotated[float | None, _threshold("The least chrF against --reference.", 0, 100)] = (
        None
    )

    def given(self) -> dict[str, object]:
        """By the names of keys; `None` for one that was not given."""
        return {
            f"gate.{field.name.replace('_', '-')}": getattr(self, field.name)
            for field in fields(self)
        }
