"""Make the pictures of the README anew, from the files in `corpora`.

    python docs/pictures.py

Needs Chromium on the PATH, and a monospaced Japanese font. What a terminal shows is set as a page in
which every character has the width that a terminal gives it.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from html import escape
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.terminal_theme import TerminalTheme

from alignqa import pipeline
from alignqa.render.diff.outputs import show as show_diff
from alignqa.render.report import html, terminal
from alignqa.settings import Settings

ROOT = Path(__file__).parent.parent
PICTURES = Path(__file__).parent / "pictures"
NEWS = "corpora/news.en-ja.txt"
CELL, LINE, MARGIN = 8, 20, 12
THEME = TerminalTheme(
    (24, 24, 24),
    (220, 220, 220),
    [
        (0, 0, 0), (225, 85, 85), (90, 180, 90), (200, 170, 60),
        (90, 140, 220), (200, 110, 200), (70, 180, 190), (210, 210, 210),
    ],
)  # fmt: skip
STYLE = f"""
body {{ margin: {MARGIN}px; background: {THEME.background_color.hex};
  color: {THEME.foreground_color.hex};
  font: 16px/{LINE}px "Noto Sans Mono CJK JP", "IPAGothic", "DejaVu Sans Mono", monospace }}
div {{ height: {LINE}px; white-space: pre }}
i {{ display: inline-block; height: {LINE}px; font-style: normal; vertical-align: top }}
"""


def chromium() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    sys.exit("No Chromium is on the PATH; install one to make the pictures.")


def shot(page: str, picture: Path, width: int, height: int) -> None:
    """A picture of an HTML page."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        size = f"--window-size={width},{height}"
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", size]
        command = [chromium(), *arguments, f"--screenshot={picture}", file.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


def terminal_page(draw: Callable[[Console], None], width: int, lines: int) -> str:
    """The first lines of what is drawn on a terminal, character by character."""
    console = Console(
        record=True, width=width, file=io.StringIO(), force_terminal=True, color_system="standard"
    )
    draw(console)
    drawn = list(Segment.split_lines(Segment.filter_control(console._record_buffer)))
    rows = ["".join(characters(segment) for segment in line) for line in drawn[:lines]]
    body = "".join(f"<div>{row or '&nbsp;'}</div>" for row in rows)
    return f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>{body}"


def characters(segment: Segment) -> str:
    style = segment.style.get_html_style(THEME) if segment.style else ""
    return "".join(
        f'<i style="width:{cell_len(char) * CELL}px;{style}">{escape(char)}</i>'
        for char in segment.text
    )


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    report = pipeline.run(Path(NEWS), None, Settings())
    drawings: dict[str, tuple[Callable[[Console], None], int, int]] = {
        "report.png": (lambda console: terminal.show(report, console), 100, 34),
        "diff.png": (lambda console: show_diff(report, 0, console), 130, 36),
    }
    for name, (draw, width, lines) in drawings.items():
        page = terminal_page(draw, width, lines)
        shot(page, PICTURES / name, width * CELL + 2 * MARGIN, lines * LINE + 2 * MARGIN)
    shot(html.render(report), PICTURES / "page.png", 1320, 900)


if __name__ == "__main__":
    main()
