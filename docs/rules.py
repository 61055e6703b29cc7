"""Write the pages of the rules, English and Japanese, from what `alignqa rule` shows.

python docs/rules.py
"""

from __future__ import annotations

from pathlib import Path

from alignqa.checks.registry import all_checks
from alignqa.render.language import speaking
from alignqa.render.rule_text import rule_text
from alignqa.text import Lang

PAGES = {Lang.ENGLISH: "rules.md", Lang.JAPANESE: "rules.ja.md"}
TITLES = {Lang.ENGLISH: "Rules", Lang.JAPANESE: "ルール"}


def page(lang: Lang) -> str:
    """All rules on one page, each under its code and name."""
    with speaking(lang):
        rules = [
            f"## {check.rule.code} {check.rule.name}\n\n"
            + rule_text(check.rule.code, check.documentation).replace("\n## ", "\n### ")
            for check in all_checks()
        ]
    return f"# {TITLES[lang]}\n\n" + "\n\n".join(rule.strip() for rule in rules) + "\n"


if __name__ == "__main__":
    for lang, name in PAGES.items():
        Path(__file__).with_name(name).write_text(page(lang), encoding="utf-8", newline="\n")
