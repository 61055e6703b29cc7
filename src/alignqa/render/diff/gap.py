"""The place where one text has nothing for what the other says."""

from __future__ import annotations

from rich.text import Text

from alignqa.render.look import QUIET, Look
from alignqa.render.wrap import wrap


def gap(signs: Text, said: str, width: int, height: int, look: Look) -> list[Text]:
    """What is said of the gap behind the signs of its findings, then hatching.

    The hatching fills the line, and as many lines as `height` if they are more.
    """
    lines = wrap(Text.assemble(signs, " " if signs else "", (said, QUIET)), width)
    hatch = "╱" if look.gutter == "│" else "/"
    room = width - lines[-1].cell_len - 1
    if room > 0:
        lines[-1].append(" " + hatch * room, QUIET)
    lines += [Text(hatch * width, QUIET) for _ in range(height - len(lines))]
    return lines
