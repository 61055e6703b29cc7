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
Reference = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        show_default=False,
        help="Another translation of the same source: adds chrF, BLEU and TER.",
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
Config = Annotated[
    Path | None,
    typer.Option(
        metavar="PATH",
        show_default=False,
        help="Read this configuration, in place of the nearest alignqa.toml or pyproject.toml.",
    ),
]
NoConfig = Annotated[bool, typer.Option("--no-config", help="Read no configuration.")]
Language = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="en|ja",
        show_default=False,
        help="The language of reports for people; the locale's by default. ALIGNQA_LANG sets it, "
        "too.",
    ),
]
Pairs = Annotated[
    list[str] | None,
    typer.Option(
        "--pair",
        metavar="SOURCE:TARGET",
        show_default=False,
        help="Which files are translations of which, as 'docs/en/{path}.md:docs/ja/{path}.md'. "
        "May be given more than once.",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=1,
        show_default=False,
        help="How many files to judge at a time; one for each core by default.",
    ),
]
PairJobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=1,
        show_default=False,
        help="How many processes look at the pairs of a long document; one for each core by "
        "default. The report is the same.",
    ),
]


def path(option: Path | None) -> str | None:
    """The path as configuration holds it."""
    return None if option is None else str(option)


def paths(options: list[Path] | None) -> tuple[str, ...] | None:
    """The paths as configuration holds them; `None` if the option was not given."""
    return None if options is None else tuple(map(str, options))
