"""`alignqa baseline`: today's findings, so that the gate fails on new ones alone."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from alignqa.cli import options
from alignqa.cli.configured import configured, encoder_options
from alignqa.cli.progress import Progress
from alignqa.cli.selection import Ignore, Select, listed
from alignqa.cli.whole_file import refuse_overwriting, refuse_unwritable, write_whole

DEFAULT_NAME = "alignqa-baseline.json"


def baseline(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE...",
            show_default=False,
            help="As for `alignqa gate`: without any, all pairs that --pair or [[files]] tell.",
        ),
    ] = None,
    pairs: options.Pairs = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            show_default=DEFAULT_NAME,
            help="The baseline, which is made or renewed.",
        ),
    ] = None,
    prune: Annotated[
        bool,
        typer.Option("--prune", help="Add nothing; forget what is fixed, and files that are gone."),
    ] = False,
    reason: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            show_default=False,
            help="Why these findings are accepted; kept with each that has no reason yet.",
        ),
    ] = None,
    jobs: options.Jobs = None,
    glossary: options.Glossary = None,
    encoder: options.Encoder = None,
    batch_size: options.BatchSize = None,
    device: options.Device = None,
    no_cache: options.NoCache = False,
    select: Select = None,
    ignore: Ignore = None,
    config: options.Config = None,
    no_config: options.NoConfig = False,
    no_progress: options.NoProgress = False,
) -> None:
    """Record today's findings, so that the gate fails on new ones alone.

    They are known by their words: a finding that moves stays known, one whose sentence changes is
    new. A baseline that is there is renewed: reasons stay, and so does what it knows of other
    files. Where a file cannot be judged nothing is written, and the exit status is 2.

    **Examples**

    - `alignqa baseline article.txt` writes alignqa-baseline.json

    - `alignqa gate --baseline alignqa-baseline.json article.txt` lets them pass

    - `alignqa baseline article.txt --prune` forgets what is fixed
    """
    from alignqa.baseline import Baseline, as_text, read_baseline
    from alignqa.gate import judge_for_baseline, pruned, renewed
    from alignqa.render.inert import inert

    given = encoder_options(
        encoder=encoder,
        batch_size=batch_size,
        device=device,
        no_cache=no_cache,
        no_progress=no_progress,
    )
    given |= {
        "select": listed(select) or None,
        "ignore": listed(ignore) or None,
        "glossary": options.paths(glossary),
        "gate.jobs": jobs,
    }
    files = files or []
    configuration = configured(config, none=no_config, files=files, given=given, pairs=pairs or ())
    values = configuration.in_force()
    path = output or Path(str(values["gate.baseline"].value or DEFAULT_NAME))
    refuse_overwriting(path, *files)
    refuse_unwritable(path)
    before = read_baseline(path) if path.is_file() else Baseline()
    with Progress(enabled=bool(values["progress"].value)) as bar:
        judged = judge_for_baseline(configuration, files, bar.advance)
    refuse_overwriting(path, *(Path(name) for file in judged for name in (file.source, file.path)))
    after = (
        pruned(before, judged, path.parent)
        if prune
        else renewed(before, judged, path.parent, reason)
    )
    write_whole(path, as_text(after))
    kept = {entry.key for entry in before.entries} & {entry.key for entry in after.entries}
    sys.stderr.write(
        f"{inert(str(path))}: {len(after.entries)} known, "
        f"{len(after.entries) - len(kept)} of them new, "
        f"{len(before.entries) - len(kept)} forgotten\n"
    )
