"""`--format json` of an alignment: the beads by the indices of their segments, then the segments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from alignqa.bitext import Alignment, Bead
from alignqa.render.json_record import dumps
from alignqa.text import Segment

FORMAT = "json"


def render(alignment: Alignment) -> str:
    """One JSON object, with a line for each bead and each segment."""
    head = dumps({"encoder": alignment.encoder, "unit": alignment.unit.value})
    return (
        f"{head[:-1]},\n"
        f'"beads": {_list(_bead(bead) for bead in alignment.beads)},\n'
        '"segments": {\n'
        f'"source": {_list(_segment(segment) for segment in alignment.source)},\n'
        f'"target": {_list(_segment(segment) for segment in alignment.target)}\n'
        "}}\n"
    )


def _list(records: Iterable[Mapping[str, Any]]) -> str:
    lines = ",\n".join(dumps(record) for record in records)
    return f"[\n{lines}\n]" if lines else "[]"


def _bead(bead: Bead) -> dict[str, Any]:
    return {
        "source": [int(index) for index in bead.source],
        "target": [int(index) for index in bead.target],
        # Plus nothing: minus zero becomes zero.
        "similarity": round(float(bead.similarity), 6) + 0.0,
        "moved": bead.moved,
    }


def _segment(segment: Segment) -> dict[str, Any]:
    return {"text": segment.text, "lang": segment.lang.value, "line": segment.line}
