"""How things are drawn: what each severity looks like, and the signs used.

Only the eight ANSI colours, so that a reader's own theme decides on their shade, and none of them
alone: severities are spelt out, spans are underlined, and bracketed where there is no colour.
Yellow and blue are left out: many light themes lose the one, many dark ones the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from rich.console import Console

from alignqa.finding import Severity

WIDEST = 120  # cells; longer lines are hard to read

_COLOURS = {
    Severity.CRITICAL: "red",
    Severity.MAJOR: "magenta",
    Severity.MINOR: "cyan",
    Severity.NEUTRAL: "default",
}


@dataclass(frozen=True, slots=True)
class Look:
    """The page: its width in cells, whether spans need brackets, and the signs for its encoding."""

    width: int
    brackets: tuple[str, str] | None
    arrow: str = "→"
    dot: str = "·"
    gutter: str = "│"
    gap: str = "…"

    @classmethod
    def of(cls, console: Console) -> Look:
        """What suits this console."""
        width = max(1, min(console.width, WIDEST))
        plain = console.no_color or console.color_system is None
        if console.options.ascii_only:
            return cls(width, ("[[", "]]") if plain else None, "->", "-", "|", "...")
        return cls(width, ("⟦", "⟧") if plain else None)


def label_style(severity: Severity) -> str:
    """For the severity's name."""
    return f"bold {_COLOURS[severity]}"


def span_style(severity: Severity) -> str:
    """For the words that a finding of this severity marks."""
    return f"bold underline {_COLOURS[severity]}"


EXPECTED = "bold green"
QUIET = "dim"
STRONG = "bold"
