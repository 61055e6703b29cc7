"""`alignqa gate`: pass or fail, by thresholds, on many files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from alignqa.cli import options
from alignqa.cli.choice import chosen
from alignqa.cli.configured import check_options, read_besides
from alignqa.cli.grouped import with_grouped_options
from alignqa.cli.groups import EncoderOptions, RuleOptions, RunOptions
from alignqa.cli.language import wanted_language
from alignqa.cli.page import emit
from alignqa.cli.progress import Progress
from alignqa.cli.saying import say
from alignqa.cli.thresholds import ThresholdOptions
from alignqa.cli.whole_file import refuse_overwriting, refuse_unwritable, write_whole
from alignqa.errors import SettingsError

if TYPE_CHECKING:
    from alignqa.verdict import Verdict

PASSED, FAILED, COULD_NOT_JUDGE = 0, 1, 2


@with_grouped_options
def gate(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE...",
            show_default=False,
            readable=False,  # not typer's word to say: the other files are judged all the same
            help="Bilingual files; or files and folders whose pairs --pair or [[files]] in "
            "alignqa.toml tell. Without any, all of those pairs.",
        ),
    ] = None,
    pairs: options.Pairs = None,
    *,
    thresholds: ThresholdOptions,
    reference: options.Reference = None,
    max_stale: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=0,
            show_default=False,
            help="How many translations may be older than their source's last change in git.",
            rich_help_panel=options.FILES,
        ),
    ] = None,
    allow_missing: Annotated[
        bool | None,
        typer.Option(
            "--allow-missing/--no-allow-missing",
            show_default=False,
            help="A source may lack its translation, or a translation its source.",
            rich_help_panel=options.FILES,
        ),
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(
            metavar="REF",
            show_default=False,
            help="Only pairs of which git says that a side, a glossary or the reference changed since "
            "this branch or commit.",
            rich_help_panel=options.FILES,
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            show_default=False,
            help="Findings that are known already; see `alignqa baseline`.",
            rich_help_panel=options.FILES,
        ),
    ] = None,
    exit_zero: Annotated[
        bool | None,
        typer.Option(
            "--exit-zero/--no-exit-zero",
            show_default=False,
            help="Exit with 0 even where the gate fails.",
            rich_help_panel=options.WRITING,
        ),
    ] = None,
    format_name: Annotated[
        str | None,
        options.format_option(
            "How to report: terminal, concise, json, markdown, sarif, junit or github."
        ),
    ] = None,
    output: options.Output = None,
    also: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORMAT:PATH",
            show_default=False,
            help="Write this too, of the same run. Repeatable.",
            rich_help_panel=options.WRITING,
        ),
    ] = None,
    lang: options.Language = None,
    rules: RuleOptions,
    encoding: EncoderOptions,
    jobs: options.Jobs = None,
    show_config: Annotated[
        bool,
        typer.Option(
            "--show-config",
            help="Judge nothing; show which settings are in force.",
            rich_help_panel=options.RUN,
        ),
    ] = False,
    run: RunOptions,
) -> None:
    """Pass or fail by thresholds, on one file or on many.

    Exits with 0 if every file keeps every threshold, with 1 if not, and with 2 if a file could not
    be judged; the others are judged all the same.

    **Examples**

    - `alignqa gate article.txt memory.tsv` fails on critical findings

    - `alignqa gate --pair 'docs/en/{path}.md:docs/ja/{path}.md' --max-major 0` for many files

    - `alignqa gate --changed-since origin/main -f github` for a pull request

    - `alignqa gate --baseline alignqa-baseline.json` fails on what is new
    """
    from alignqa.gate import run_gate
    from alignqa.render.gate.registry import all_gate_outputs
    from alignqa.render.language import speaking

    given: dict[str, object] = {
        **rules.given(),
        **encoding.given(),
        **run.given(),
        **thresholds.given(),
        "reference": options.path(reference),
        "gate.max-stale": max_stale,
        "gate.allow-missing": allow_missing,
        "gate.changed-since": changed_since,
        "gate.baseline": options.path(baseline),
        "gate.exit-zero": exit_zero,
        "gate.jobs": jobs,
        "gate.format": format_name,
        "gate.output": options.path(output),
        "gate.also": _destinations(also or ()) or None,
    }
    files = files or []
    configuration = run.configured(files, given, pairs)
    if show_config:
        from alignqa.cli.config import show_in_force

        show_in_force(configuration, files[0] if files else None)
        return
    values = configuration.in_force()
    value = {name: known.value for name, known in values.items()}
    language = wanted_language(lang, value["lang"])
    known = all_gate_outputs()
    wanted = chosen("format", str(value["gate.format"]), known)
    others: Any = value["gate.also"]
    written = [(chosen("format", name, known), Path(path)) for name, path in others.items()]
    if value["gate.output"] is not None:
        written.append((wanted, Path(str(value["gate.output"]))))
    inputs = [*files, *read_besides(configuration, values)]
    if value["gate.baseline"] is not None:
        inputs.append(Path(str(value["gate.baseline"])))
    _refuse_destinations([path for _, path in written], inputs)
    again = check_options(given, run.config, none=run.no_config)
    with Progress(enabled=bool(value["progress"])) as bar:
        verdict = run_gate(configuration, files, options=again, progress=bar.advance)
    read = [Path(name) for file in verdict.files for name in (file.source, file.path)]
    with speaking(language):
        for format_, path in written:
            refuse_overwriting(path, *read)
            write_whole(path, format_.render(verdict))
        if value["gate.output"] is None:
            show = wanted.show
            emit(wanted.render(verdict) if show is None else lambda console: show(verdict, console))
    raise typer.Exit(_status(verdict, exit_zero=bool(value["gate.exit-zero"])))


def _destinations(also: Sequence[str]) -> dict[str, str]:
    """What `--also sarif:report.sarif` asks for: paths by format."""
    asked: dict[str, str] = {}
    for option in also:
        name, colon, path = option.partition(":")
        if not (colon and path):
            raise SettingsError(f"--also “{option}” is not FORMAT:PATH; write sarif:alignqa.sarif.")
        if name in asked:
            raise SettingsError(f"--also asks for {name} twice; one file of a format is enough.")
        asked[name] = path
    return asked


def _refuse_destinations(written: list[Path], inputs: list[Path]) -> None:
    for path in written:
        if written.count(path) > 1:
            raise SettingsError(f"{path} cannot hold two reports; name another place for one.")
        refuse_overwriting(path, *inputs)
        refuse_unwritable(path)


def _status(verdict: Verdict, *, exit_zero: bool) -> int:
    if verdict.errors:
        for file in verdict.errors:
            say(f"error: {file.error}")
        return COULD_NOT_JUDGE
    return PASSED if verdict.passed or exit_zero else FAILED
