"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        show_default=False,
        help="Write the result here, whole or not at all.",
    ),
]
Encoder = Annotated[
    str | None,
    typer.Option(
        metavar="NAME|PATH",
        show_default=False,
        help="A sentence-transformers model to pair with, in place of the embedded one.",
    ),
]
Glossary = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        show_default=False,
        help="Terms that must be rendered so: .csv or .tsv with columns en, ja, forbidden, keep, "
        "case; or .tbx. May be given more than once.",
    ),
]
BatchSize = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        min=1,
        show_default=False,
        help="How many texts the model of --encoder takes at a time.",
    ),
]
Device = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        show_default=False,
        help="Where it runs: cpu, cuda, cuda:1, mps; the best there is by default.",
    ),
]
NoCache = Annotated[
    bool,
    typer.Option("--no-cache", help="Encode all of it anew, and keep nothing of it on disk."),
]
NoProgress = Annotated[
    bool, typer.Option("--no-progress", help="Show no bar, however long it takes.")
]
