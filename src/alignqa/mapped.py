"""Tensors of a safetensors file that stay on disk: only what is asked for is read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_TYPES = {
    "F16": "<f2", "F32": "<f4", "F64": "<f8", "U8": "<u1", "U16": "<u2", "U32": "<u4",
    "I32": "<i4", "I64": "<i8",
}  # fmt: skip
_LENGTH = 8
_ABOUT_THE_FILE = "__metadata__"


def mapped_tensors(file: Path) -> dict[str, NDArray[Any]]:
    """The tensors of a file by name, mapped into memory, but for those of types that numpy lacks.

    The layout is the format's own: the header's length in eight bytes, the header in JSON, the
    numbers (github.com/huggingface/safetensors).

    Raises:
        OSError, ValueError, KeyError: if the file is no such file.
    """
    with file.open("rb") as opened:
        length = int.from_bytes(opened.read(_LENGTH), "little")
        if length > file.stat().st_size:
            raise ValueError("the header is longer than the file")
        header = json.loads(opened.read(length))
    mapped = np.memmap(file, dtype=np.uint8, mode="r", offset=_LENGTH + length)
    # A plain array of the same memory: each slice of a `memmap` takes longer.
    everything = mapped.view(np.ndarray)
    return {
        name: _tensor(everything, about)
        for name, about in header.items()
        if name != _ABOUT_THE_FILE and about["dtype"] in _TYPES
    }


def _tensor(everything: NDArray[np.uint8], about: dict[str, Any]) -> NDArray[Any]:
    start, end = about["data_offsets"]
    return everything[start:end].view(_TYPES[about["dtype"]]).reshape(about["shape"])
