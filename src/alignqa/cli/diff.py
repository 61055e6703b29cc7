"""`alignqa diff`: a translation beside its source, its earlier state, or a reference."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from alignqa.cli import options
from alignqa.cli.choice import chosen
from alignqa.cli.configured import read_besides
from alignqa.cli.destination import deliver, destination
from alignqa.cli.grouped import with_grouped_options
from alignqa.cli.groups import EncoderOptions, RuleOptions, RunOptions
from alignqa.cli.incomplete import refuse_incomplete
from alignqa.cli.language import wanted_language
from alignqa.cli.progress import Progress
from alignqa.cli.saying import tell
from alignqa.errors import SettingsError

if TYPE_CHECKING:
    from alignqa.report import Report
    from alignqa.revision import Comparison
    from alignqa.settings import Settings


@with_grouped_options
def diff(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            show_default=False,
            help="A text that holds both languages, or a bitext (.tsv, .csv, .jsonl, .xlf, .tmx, "
            ".po, .xlsx); with TARGET, the source text; with --source, the earlier translation.",
        ),
    ],
    target: Annotated[
        Path | None,
        typer.Argument(
            metavar="TARGET",
            show_default=False,
            help="The translation of FILE; with --source, the later translation.",
        ),
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            show_default=False,
            help="What both files translate: compare them, an earlier and a later state.",
        ),
    ] = None,
    reference: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            show_default=False,
            help="Another translation of the same source, to compare the translation with.",
        ),
    ] = None,
    context: Annotated[
        int | None,
        typer.Option(
            "--context",
            "-C",
            metavar="N",
            min=0,
            show_default="0",
            help="Show so many passages around each that has something to tell.",
            rich_help_panel=options.WRITING,
        ),
    ] = None,
    show_all: Annotated[
        bool | None,
        typer.Option(
            "--all/--fold",
            "-a",
            show_default=False,
            help="Show every passage, fold none.",
            rich_help_panel=options.WRITING,
        ),
    ] = None,
    format_name: Annotated[
        str | None, options.format_option("How to show it: terminal or json.")
    ] = None,
    output: options.Output = None,
    lang: options.Language = None,
    *,
    rules: RuleOptions,
    encoding: EncoderOptions,
    run: RunOptions,
) -> None:
    """Show a translation beside its source with the drift marked, or two translations word by word.

    Exits with 0 if it could, and with 2 if it could not.

    **Examples**

    - `alignqa diff article.txt` for one file with both languages

    - `alignqa diff article.en.txt article.ja.txt --context 1` with one clean pair around each

    - `alignqa diff draft.ja.txt final.ja.txt --source article.en.txt` for what a revision did

    - `alignqa diff article.en.txt article.ja.txt --reference other.ja.txt` against a reference
    """
    from alignqa.checks.registry import all_checks
    from alignqa.render.diff.outputs import OUTPUTS
    from alignqa.render.language import speaking
    from alignqa.settings import settings_of

    given: dict[str, object] = {
        **rules.given(),
        **encoding.given(),
        "diff.format": format_name,
        "diff.output": options.path(output),
        "diff.context": context,
        "diff.all": show_all,
    }
    _refuse_both(source, reference)
    configuration = run.configured((file, target), given)
    values = configuration.in_force(file, target)
    wanted = chosen("format", str(values["diff.format"].value), OUTPUTS)
    language = wanted_language(lang, values["lang"].value)
    settings = settings_of(values, [known.rule for known in all_checks()])
    inputs = [file, target, source, reference, *read_besides(configuration, values)]
    output = destination(values["diff.output"].value, *inputs)
    around = None if values["diff.all"].value else int(str(values["diff.context"].value))
    with Progress(enabled=bool(values["progress"].value)) as bar:
        found = _diff(file, target, source, reference, settings, bar)
    with speaking(language):
        show = None if wanted.show is None else partial(wanted.show, found, around)
        deliver(output, partial(wanted.render, found, around), show)
        tell(remark for report in _reports(found) for remark in report.remarks)
    for report in _reports(found):
        refuse_incomplete(report)


def _diff(
    file: Path,
    target: Path | None,
    source: Path | None,
    reference: Path | None,
    settings: Settings,
    bar: Progress,
) -> Report | Comparison:
    if source is None and reference is None:
        from alignqa import pipeline

        return pipeline.run(file, target, settings, bar.advance)
    from alignqa import comparisons

    if source is not None:
        if target is None:
            raise SettingsError(
                "With --source two translations are compared; give the earlier and the later one."
            )
        return comparisons.compare_revisions(source, file, target, settings, bar.advance)
    assert reference is not None
    return comparisons.compare_with_reference(file, target, reference, settings, bar.advance)


def _refuse_both(source: Path | None, reference: Path | None) -> None:
    if source is not None and reference is not None:
        raise SettingsError(
            "--source compares two revisions, --reference a translation with another one; "
            "give one of them."
        )


def _reports(found: Report | Comparison) -> tuple[Report, ...]:
    from alignqa.report import Report

    return (found,) if isinstance(found, Report) else (found.old, found.new)
