"""`--explain`: after a report, what the rules that spoke look for and where they err."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text
from rich.theme import Theme

from alignqa.render.japanese_markdown import broken
from alignqa.render.language import severity_word, spoken, worded
from alignqa.render.look import QUIET, STRONG, WIDEST, label_style
from alignqa.render.rule_text import rule_text
from alignqa.report import DocumentedRule, Report
from alignqa.text import Lang


def explain_rules(report: Report, console: Console) -> None:
    """Prints the documentation of each rule that has a finding, by code."""
    spoke = {finding.rule.code for _, finding in report.findings()}
    for documented in sorted(report.rules, key=lambda documented: documented.rule.code):
        if documented.rule.code in spoke:
            console.print()
            explain_rule(documented, console)


def explain_rule(documented: DocumentedRule, console: Console) -> None:
    """Prints one rule with its documentation."""
    # It takes longer to load than most reports to make.
    from rich.markdown import Markdown

    rule = documented.rule
    title = Text.assemble(
        (f"{rule.code} {rule.name}", STRONG),
        (worded(" · MQM {category} · at worst ", category=rule.category.value), QUIET),
        (severity_word(rule.severity), label_style(rule.severity)),
    )
    # Rich's own colours for code and headings suppose a dark background.
    theme = Theme({f"markdown.{part}": STRONG for part in ("h1", "h2", "h3", "code")})
    width = min(console.width, WIDEST)
    text = rule_text(rule.code, documented.documentation)
    if spoken() is Lang.JAPANESE and text != documented.documentation:
        text = broken(text, width)
    with console.use_theme(theme):
        console.print(title)
        console.print()
        console.print(Markdown(text, code_theme="ansi_dark"), width=width)
