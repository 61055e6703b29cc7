"""`--format tmx` of an alignment: a translation memory of the beads that have both sides."""

from __future__ import annotations

from collections.abc import Iterator

from alignqa.bitext import Alignment, Unit
from alignqa.render.tmx_file import TmxUnit, tmx_file
from alignqa.text import one_line

FORMAT = "tmx"

_SEGTYPES = {Unit.LINE: "block", Unit.PARAGRAPH: "paragraph", Unit.SENTENCE: "sentence"}


def render(alignment: Alignment) -> str:
    """A unit for each bead with both sides; a note says how many others were left out."""
    return tmx_file(
        _units(alignment),
        alignment.source_lang,
        _SEGTYPES[alignment.unit],
        _left_out(alignment),
        {"x-encoder": alignment.encoder},
    )


def _units(alignment: Alignment) -> Iterator[TmxUnit]:
    for bead in alignment.beads:
        if bead.source and bead.target:
            yield TmxUnit(
                one_line(alignment.source[index] for index in bead.source),
                one_line(alignment.target[index] for index in bead.target),
                {"x-similarity": f"{bead.similarity:.6f}"},
            )


def _left_out(alignment: Alignment) -> str | None:
    source = sum(not bead.target for bead in alignment.beads)
    target = sum(not bead.source for bead in alignment.beads)
    if not (source or target):
        return None
    return f"Left out, since nothing corresponds: {source} of the source, {target} of the target."
