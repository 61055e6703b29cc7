"""`alignqa gate`: pass or fail, by thresholds, on many files."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from alignqa.cli import options
from alignqa.cli.choice import chosen
from alignqa.cli.configured import check_options, configured, encoder_options
from alignqa.cli.page import emit
from alignqa.cli.progress import Progress
from alignqa.cli.selection import Ignore, Select, listed
from alignqa.cli.whole_file import refuse_overwriting, refuse_unwritable, write_whole
from alignqa.errors import SettingsError

if TYPE_CHECKING:
    from alignqa.render.gate_registry import GateOutput
    from alignqa.verdict import Verdict

PASSED, FAILED, COULD_NOT_JUDGE = 0, 1, 2


def _threshold(help_text: str, least: float = 0, most: float | None = None) -> Any:
    return typer.Option(metavar="N", min=least, max=most, show_default=False, help=help_text)


def gate(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE...",
            show_default=False,
            help="Bilingual files; or files and folders whose pairs --pair or [[files]] in "
            "alignqa.toml tell. Without any, all of those pairs.",
        ),
    ] = None,
    pairs: options.Pairs = None,
    max_critical: Annotated[
        int | None, _threshold("Critical findings that a file may have; none by default.")
    ] = None,
    max_major: Annotated[int | None, _threshold("Major findings that a file may have.")] = None,
    max_minor: Annotated[int | None, _threshold("Minor findings that a file may have.")] = None,
    min_score: Annotated[float | None, _threshold("The least score of a file.", 0, 100)] = None,
    min_pair_score: Annotated[
        float | None, _threshold("The least score of a pair.", 0, 100)
    ] = None,
    max_risk: Annotated[
        float | None, _threshold("The greatest risk of a critical error in a pair.", 0, 1)
    ] = None,
    min_coverage: Annotated[
        float | None, _threshold("The share of a source's text that must be paired.", 0, 1)
    ] = None,
    max_mqm: Annotated[
        float | None, _threshold("MQM's penalty points for 1,000 words of English.")
    ] = None,
    min_chrf: Annotated[
        float | None, _threshold("The least chrF against --reference.", 0, 100)
    ] = None,
    reference: options.Reference = None,
    max_stale: Annotated[
        int | None,
        _threshold("How many translations may be older than their source's last change in git."),
    ] = None,
    allow_missing: Annotated[
        bool | None,
        typer.Option(
            "--allow-missing/--no-allow-missing",
            show_default=False,
            help="A source may lack its translation, or a translation its source.",
        ),
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(
            metavar="REF",
            show_default=False,
            help="Only pairs of which git says that one side changed since this branch or commit.",
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            show_default=False,
            help="Findings that are known already; see `alignqa baseline`.",
        ),
    ] = None,
    exit_zero: Annotated[
        bool | None,
        typer.Option(
            "--exit-zero/--no-exit-zero",
            show_default=False,
            help="Exit with 0 even where the gate fails.",
        ),
    ] = None,
    format_name: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            show_default="terminal",
            help="How to report: terminal, concise, json, markdown, sarif, junit or github.",
        ),
    ] = None,
    output: options.Output = None,
    also: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORMAT:PATH",
            show_default=False,
            help="Write this too, of the same run. May be given more than once.",
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
    show_config: Annotated[
        bool,
        typer.Option("--show-config", help="Judge nothing; show which settings are in force."),
    ] = False,
    no_progress: options.NoProgress = False,
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
    from alignqa.render.gate_registry import all_gate_outputs

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
        "gate.max-critical": max_critical,
        "gate.max-major": max_major,
        "gate.max-minor": max_minor,
        "gate.min-score": min_score,
        "gate.min-pair-score": min_pair_score,
        "gate.max-risk": max_risk,
        "gate.min-coverage": min_coverage,
        "gate.max-mqm": max_mqm,
        "gate.min-chrf": min_chrf,
        "reference": options.path(reference),
        "gate.max-stale": max_stale,
        "gate.allow-missing": allow_missing,
        "gate.changed-since": changed_since,
        "gate.baseline": options.path(baseline),
        "gate.exit-zero": exit_zero,
        "gate.jobs": jobs,
        "gate.format": format_name,
        "gate.output": options.path(output),
    }
    files = files or []
    configuration = configured(config, none=no_config, files=files, given=given, pairs=pairs or ())
    if show_config:
        from alignqa.cli.config import show_in_force

        show_in_force(configuration, files[0] if files else None)
        return
    value = {name: known.value for name, known in configuration.in_force().items()}
    known = all_gate_outputs()
    wanted = chosen("format", str(value["gate.format"]), known)
    written = [_destination(option, known) for option in also or ()]
    if value["gate.output"] is not None:
        written.append((wanted, Path(str(value["gate.output"]))))
    _refuse_destinations(
        [path for _, path in written], [*files, *(glossary or ()), baseline, reference]
    )
    again = check_options(given, config, none=no_config)
    with Progress(enabled=bool(value["progress"])) as bar:
        verdict = run_gate(configuration, files, options=again, progress=bar.advance)
    read = [Path(name) for file in verdict.files for name in (file.source, file.path)]
    for format_, path in written:
        refuse_overwriting(path, *read)
        write_whole(path, format_.render(verdict))
    if value["gate.output"] is None:
        show = wanted.show
        emit(wanted.render(verdict) if show is None else lambda console: show(verdict, console))
    raise typer.Exit(_status(verdict, exit_zero=bool(value["gate.exit-zero"])))


def _destination(option: str, known: Mapping[str, GateOutput]) -> tuple[GateOutput, Path]:
    """What `--also sarif:report.sarif` asks for."""
    name, colon, path = option.partition(":")
    if not (colon and path):
        raise SettingsError(f"--also “{option}” is not FORMAT:PATH; write sarif:alignqa.sarif.")
    return chosen("format", name, known), Path(path)


def _refuse_destinations(written: list[Path], inputs: list[Path | None]) -> None:
    for path in written:
        if written.count(path) > 1:
            raise SettingsError(f"{path} cannot hold two reports; name another place for one.")
        refuse_overwriting(path, *inputs)
        refuse_unwritable(path)


def _status(verdict: Verdict, *, exit_zero: bool) -> int:
    if verdict.errors:
        from alignqa.render.inert import inert

        for file in verdict.errors:
            sys.stderr.write(f"error: {inert(' '.join((file.error or '').split()))}\n")
        return COULD_NOT_JUDGE
    return PASSED if verdict.passed or exit_zero else FAILED
