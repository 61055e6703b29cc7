"""`alignqa rule`: what the checks look for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from alignqa.cli import options
from alignqa.cli.language import wanted_language
from alignqa.cli.page import emit

if TYPE_CHECKING:
    from rich.console import Console

    from alignqa.checks.registry import Check


def rule(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE",
            show_default=False,
            help="A rule's code or name; without it, the list of them.",
        ),
    ] = None,
    lang: options.Language = None,
) -> None:
    """Say what a rule looks for, why, and where it errs.

    **Examples**

    - `alignqa rule` lists every rule

    - `alignqa rule AQ101` explains one

    - `alignqa rule AQ101 --lang ja` explains it in Japanese
    """
    from alignqa.checks.registry import all_checks
    from alignqa.render.explained import explain_rule
    from alignqa.render.language import speaking
    from alignqa.report import DocumentedRule
    from alignqa.settings import find_rule

    checks = all_checks()
    with speaking(wanted_language(lang)):
        if code is None:
            emit(lambda console: _list(checks, console))
            return
        wanted = find_rule(code, [check.rule for check in checks])
        chosen = next(check for check in checks if check.rule == wanted)
        documented = DocumentedRule(chosen.rule, chosen.documentation)
        emit(lambda console: explain_rule(documented, console))


def _list(checks: tuple[Check, ...], console: Console) -> None:
    from rich.text import Text

    from alignqa.render.language import severity_word
    from alignqa.render.look import QUIET, STRONG, WIDEST, label_style
    from alignqa.render.phrased import phrased
    from alignqa.render.rule_text import rule_text, summary

    width = min(console.width, WIDEST)
    for check in checks:
        known = check.rule
        head = Text.assemble(
            (known.code, STRONG),
            f"  {known.name}  ",
            (severity_word(known.severity), label_style(known.severity)),
        )
        looks_for = Text(summary(rule_text(known.code, check.documentation)), QUIET)
        for text, indent in ((head, 0), (looks_for, 7)):
            for line in phrased(text, max(width - indent, 1)):
                console.print(Text.assemble(" " * indent, line), no_wrap=True, crop=False)
