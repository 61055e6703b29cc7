"""A tensor of a safetensors file that stays on disk: only the rows that are asked for are read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_TYPES = {"F16": "<f2", "F32": "<f4", "F64": "<f8"}
_LENGTH = 8


def mapped_tensor(file: Path, name: str) -> NDArray[Any] | None:
    """A tensor of floating-point numbers, mapped into memory; `None` for one of another type.

    The layout is the format's own: the header's length in eight bytes, the header in JSON, the
    numbers (github.com/huggingface/safetensors).

    Raises:
        OSError, ValueError, KeyError: if the file is no such file, or has no such tensor.
    """
    with file.open("rb") as opened:
        length = int.from_bytes(opened.read(_LENGTH), "little")
        about = json.loads(opened.read(length))[name]
    if about["dtype"] not in _TYPES:
        return None
    start = _LENGTH + length + about["data_offsets"][0]
    shape = tuple(about["shape"])
    return np.memmap(file, dtype=_TYPES[about["dtype"]], mode="r", offset=start, shape=shape)
