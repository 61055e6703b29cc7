"""What an encoder is, and how one is found by name or path."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Progress = Callable[[str, int, int], None]


class Encoder(Protocol):
    """Turns texts of both languages into vectors of one space."""

    @property
    def fingerprint(self) -> str:
        """Names the model and its weights: equal fingerprints give equal vectors."""
        ...

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Vectors of shape (len(texts), dimensions): rows of unit length, or all zeros for a text
        in which the encoder finds nothing. `progress` is told (what, done, of how many)."""
        ...


def load_encoder(name: str | None = None) -> Encoder:
    """The encoder of this name.

    Args:
        name: `None` or `"embedded"` for the one that is shipped; a folder that holds a
            sentence-transformers or model2vec model; else a model's name on the hub.

    Raises:
        EncoderError: if there is no such model, it is broken, or it needs an extra.
    """
    from alignqa.encoders.static import StaticEncoder

    if name is None or name == "embedded":
        return StaticEncoder()
    if _is_static(Path(name)):
        return StaticEncoder(Path(name))
    from alignqa.encoders.transformer import TransformerEncoder

    return TransformerEncoder(name)


def _is_static(folder: Path) -> bool:
    """Whether a folder holds a static table, which needs no torch."""
    if not folder.is_dir():
        return False
    modules = folder / "modules.json"
    if not modules.is_file():
        return (folder / "tokenizer.json").is_file() and (folder / "model.safetensors").is_file()
    try:
        types = [str(module["type"]) for module in json.loads(modules.read_text("utf-8"))]
    except (ValueError, KeyError, TypeError):
        return False
    return bool(types) and types[0].rpartition(".")[2] == "StaticEmbedding"
