"""The options that choose among the rules."""

from __future__ import annotations

from typing import Annotated

import typer

Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULES",
        show_default=False,
        help="Only these rules: codes, names or beginnings of codes, with commas between.",
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="RULES", show_default=False, help="All but these rules."),
]


def listed(options: list[str] | None) -> list[str]:
    """`["AQ1,AQ2", "AQ3"]` → `["AQ1", "AQ2", "AQ3"]`."""
    return [name.strip() for option in options or [] for name in option.split(",") if name.strip()]
