"""`alignqa rule`: what the checks look for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from alignqa.cli.page import emit

if TYPE_CHECKING:
    from rich.console import Console

    from alignqa.checks.registry import Check

_FIRST_SENTENCE = re.compile(r".+?(?:\.(?=\s)|$)", re.DOTALL)


def rule(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE",
            show_default=False,
            help="A rule's code or name; without it, the list of them.",
        ),
    ] = None,
) -> None:
    """Say what a rule looks for, why, and where it errs.

    **Examples**

    - `alignqa rule` lists every rule

    - `alignqa rule AQ101` explains one
    """
    from alignqa.checks.registry import all_checks
    from alignqa.render.explained import explain_rule
    from alignqa.report import DocumentedRule
    from alignqa.settings import find_rule

    checks = all_checks()
    if code is None:
        emit(lambda console: _list(checks, console))
        return
    wanted = find_rule(code, [check.rule for check in checks])
    chosen = next(check for check in checks if check.rule == wanted)
    emit(lambda console: explain_rule(DocumentedRule(chosen.rule, chosen.documentation), console))


def _list(checks: tuple[Check, ...], console: Console) -> None:
    from rich.text import Text

    from alignqa.render.look import QUIET, STRONG, WIDEST, label_style
    from alignqa.render.wrap import wrap

    width = min(console.width, WIDEST)
    for check in checks:
        known = check.rule
        head = Text.assemble(
            (known.code, STRONG),
            f"  {known.name}  ",
            (known.severity.value, label_style(known.severity)),
        )
        summary = Text(_first_sentence(check.documentation), QUIET)
        for text, indent in ((head, 0), (summary, 7)):
            for line in wrap(text, max(width - indent, 1)):
                console.print(Text.assemble(" " * indent, line), no_wrap=True, crop=False)


def _first_sentence(documentation: str) -> str:
    found = _FIRST_SENTENCE.match(documentation.split("\n\n")[0])
    return " ".join(found.group().split()) if found else ""
