"""`--format html`: one page that holds all it needs, for reading the two texts side by side.

Nothing is loaded from anywhere. The page's own policy allows no script and no style but these two,
named by their hashes, and no connection. Without its script it is still a readable document.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from alignqa.message import told
from alignqa.render import tool
from alignqa.render.language import said, spoken, worded
from alignqa.render.page.numbering import numbered
from alignqa.render.page.rows import row
from alignqa.render.page.safe_text import plain
from alignqa.render.page.top import bar, footer, header, heads, title
from alignqa.report import Report
from alignqa.text import Lang

FORMAT = "html"

# A square and a line: words and a mark beside them.
_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Cpath fill='%23b3261e' d='M2 2h5v12H2z'/%3E%3Cpath fill='%237a828b' d='M9 2h5v12H9z'/%3E"
    "%3C/svg%3E"
)
_KEYS = (
    ("j, n", told("next finding")),
    ("k, p", told("previous finding")),
    ("/", told("filter by text")),
    ("1 2 3", told("critical, major, minor: shown or hidden")),
    ("c", told("clean pairs: shown or hidden")),
    ("t", told("light or dark")),
    ("?", told("these keys")),
    ("Esc", told("close, leave, clear the filters")),
)


def render(report: Report) -> str:
    """The report as an HTML document."""
    style, script = _part("page.css"), _part("page.js")
    rows = "".join(row(pair, findings, report) for pair, findings in numbered(report))
    made_by = f"{tool.NAME} {tool.version()}"
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{spoken().value}"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f'<meta name="generator" content="{plain(made_by)}">\n'
        f"<title>{plain(title(report))} · {tool.NAME}</title>\n"
        f'<link rel="icon" href="{_ICON}">\n'
        f"<style>{style}</style></head>\n"
        f"<body{_spoken_by_the_script()}>"
        f'<a class="skip" href="#document">{worded("Skip to the document")}</a>\n'
        f"{header(report)}\n{bar(report)}\n"
        f'<main id="document" tabindex="-1" aria-label="{worded("Document")}">{heads(report)}\n'
        f'{rows}<p id="none" hidden>{worded("Nothing matches the filters.")} '
        f'<button type="button" id="clear">{worded("Clear them")}</button></p></main>\n'
        f"{footer(report, made_by)}\n{_keys()}\n"
        f"<script>{script}</script></body></html>\n"
    )


def _spoken_by_the_script() -> str:
    """What the script says itself, `#` and `##` in place of numbers; English needs nothing."""
    if spoken() is Lang.ENGLISH:
        return ""
    words = {
        "found": worded("{n} found", n="#"),
        "some-found": worded("{n} of {all} found", n="#", all="##"),
        "some": worded("{place} of {all}", place="#", all="##"),
        "skipped": worded("{n} pairs not shown", n="#"),
    }
    return "".join(f' data-{name}="{plain(of)}"' for name, of in words.items())


def _policy(style: str, script: str) -> str:
    """Everything forbidden but this style, this script and the icon."""
    return (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _part(name: str) -> str:
    return files("alignqa.render.page").joinpath(name).read_bytes().decode("utf-8")


def _keys() -> str:
    rows = "".join(f"<div><dt>{key}</dt><dd>{said(does)}</dd></div>" for key, does in _KEYS)
    return (
        f'<dialog id="keys" aria-label="{worded("Keys")}"><h2>{worded("Keys")}</h2>'
        f'<dl>{rows}</dl><form method="dialog"><button>{worded("Close")}</button></form></dialog>'
    )
