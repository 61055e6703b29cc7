"""`alignqa baseline`: today's findings, so that the gate fails on new ones alone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from alignqa.cli import options
from alignqa.cli.configured import read_besides
from alignqa.cli.grouped import with_grouped_options
from alignqa.cli.groups import EncoderOptions, RuleOptions, RunOptions
from alignqa.cli.language import wanted_language
from alignqa.cli.progress import Progress
from alignqa.cli.saying import say, tell
from alignqa.cli.whole_file import refuse_overwriting, refuse_unwritable, write_whole

DEFAULT_NAME = "alignqa-baseline.json"


@with_grouped_options
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
    lang: options.Language = None,
    *,
    rules: RuleOptions,
    encoding: EncoderOptions,
    jobs: options.Jobs = None,
    run: RunOptions,
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
    from alignqa.render.language import speaking, worded

    given: dict[str, object] = {
        **rules.given(),
        **encoding.given(),
        "gate.jobs": jobs,
    }
    files = files or []
    configuration = run.configured(files, given, pairs)
    values = configuration.in_force()
    language = wanted_language(lang, values["lang"].value)
    path = output or Path(str(values["gate.baseline"].value or DEFAULT_NAME))
    refuse_overwriting(path, *files, *read_besides(configuration, values))
    refuse_unwritable(path)
    before = read_baseline(path) if path.is_file() else Baseline()
    with Progress(enabled=bool(values["progress"].value)) as bar:
        judged = judge_for_baseline(configuration, files, bar.advance)
    refuse_overwriting(path, *(Path(name) for file in judged for name in (file.source, file.path)))
    with speaking(language):
        tell(remark for file in judged if file.report for remark in file.report.remarks)
    after = (
        pruned(before, judged, path.parent)
        if prune
        else renewed(before, judged, path.parent, reason)
    )
    write_whole(path, as_text(after))
    kept = {entry.key for entry in before.entries} & {entry.key for entry in after.entries}
    with speaking(language):
        told = worded(
            "{path}: {known} known, {new} of them new, {gone} forgotten",
            path=path,
            known=len(after.entries),
            new=len(after.entries) - len(kept),
            gone=len(before.entries) - len(kept),
        )
    say(told)
