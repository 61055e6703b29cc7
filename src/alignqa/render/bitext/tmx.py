"""`alignqa convert --format tmx`: a translation memory of the pairs that have both sides."""

from __future__ import annotations

from collections.abc import Iterator

from alignqa.bitext import Bitext
from alignqa.render.tmx_file import TmxUnit, tmx_file

FORMAT = "tmx"
SUFFIXES = (".tmx",)


def render(bitext: Bitext) -> str:
    """A unit a pair; a note says how many pairs have one side only, which a memory cannot hold."""
    units = list(_units(bitext))
    alone = len(bitext.source) - len(units)
    note = f"Left out, since one side is empty: {alone}." if alone else None
    return tmx_file(units, bitext.source_lang, "block", note)


def _units(bitext: Bitext) -> Iterator[TmxUnit]:
    for source, target in zip(bitext.source, bitext.target, strict=True):
        if not (source.is_empty or target.is_empty):
            yield TmxUnit(source.text, target.text, {})
