"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

# Where the help shows an option.
FILES, WRITING = "Which files", "Output"
RULES, ENCODER, RUN = "Rules and terms", "Encoder", "Configuration and run"


def format_option(shows: str, default: str = "terminal") -> Any:
    """`--format` of a command; `shows` says which formats it has."""
    return typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        show_default=default,
        help=shows,
        rich_help_panel=WRITING,
    )


def unit_option(pairs: str) -> Any:
    """`--unit` of a command; `pairs` says which units there are."""
    return typer.Option("--unit", "-u", metavar="UNIT", show_default="paragraph", help=pairs)


Target = Annotated[
    Path | None,
    typer.Argument(
        metavar="TARGET", show_default=False, help="The translation of the source text."
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        show_default=False,
        help="Write the result here, whole or not at all.",
        rich_help_panel=WRITING,
    ),
]
Encoder = Annotated[
    str | None,
    typer.Option(
        metavar="NAME|PATH",
        show_default=False,
        help="A sentence-transformers model to pair with, in place of the embedded one.",
        rich_help_panel=ENCODER,
    ),
]
Glossary = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        show_default=False,
        help="Terms that must be rendered so: .csv or .tsv with columns en, ja, forbidden, keep, "
        "case; or .tbx. Repeatable.",
        rich_help_panel=RULES,
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULES",
        show_default=False,
        help="Only these rules: codes, names or beginnings of codes, with commas between.",
        rich_help_panel=RULES,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULES",
        show_default=False,
        help="All but these rules.",
        rich_help_panel=RULES,
    ),
]
Severities = Annotated[
    list[str] | None,
    typer.Option(
        "--severity",
        metavar="RULE=LEVEL",
        show_default=False,
        help="Another severity for a rule: critical, major, minor or neutral, as in AQ104=minor.",
        rich_help_panel=RULES,
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
        rich_help_panel=ENCODER,
    ),
]
Device = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        show_default=False,
        help="Where it runs: cpu, cuda, cuda:1, mps; the best there is by default.",
        rich_help_panel=ENCODER,
    ),
]
NoCache = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        help="Encode and judge all of it anew, and keep nothing of it on disk.",
        rich_help_panel=RUN,
    ),
]
NoProgress = Annotated[
    bool,
    typer.Option("--no-progress", help="Show no bar, however long it takes.", rich_help_panel=RUN),
]
Config = Annotated[
    Path | None,
    typer.Option(
        metavar="PATH",
        show_default=False,
        help="Read this configuration, in place of the nearest alignqa.toml or pyproject.toml.",
        rich_help_panel=RUN,
    ),
]
NoConfig = Annotated[
    bool, typer.Option("--no-config", help="Read no configuration.", rich_help_panel=RUN)
]
Language = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="en|ja",
        show_default=False,
        help="The language of reports for people; the locale's by default. ALIGNQA_LANG sets it, "
        "too.",
        rich_help_panel=WRITING,
    ),
]
Pairs = Annotated[
    list[str] | None,
    typer.Option(
        "--pair",
        metavar="PATHS",
        show_default=False,
        help="Which files are translations of which: SOURCE:TARGET or SOURCE:TARGET:REFERENCE, as "
        "'en/{path}:ja/{path}'. Repeatable.",
        rich_help_panel=FILES,
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
        rich_help_panel=RUN,
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
        rich_help_panel=RUN,
    ),
]


def path(option: Path | None) -> str | None:
    """The path as configuration holds it."""
    return None if option is None else str(option)


def paths(options: list[Path] | None) -> tuple[str, ...] | None:
    """The paths as configuration holds them; `None` if the option was not given."""
    return None if options is None else tuple(map(str, options))
