"""An encoder by its name or path."""

from __future__ import annotations

import json
from pathlib import Path

from alignqa.encoders.encoder import Encoder
from alignqa.encoders.static import StaticEncoder


def load_encoder(
    name: str | None = None,
    *,
    batch_size: int | None = None,
    device: str | None = None,
    cache: bool = False,
) -> Encoder:
    """The encoder of this name.

    Args:
        name: `None` or `"embedded"` for the one that is shipped; a folder that holds a
            sentence-transformers or model2vec model; else a model's name on the hub.
        batch_size: how many texts a transformer encodes at a time.
        device: where a transformer runs: `cpu`, `cuda`, `cuda:1`, `mps` …
        cache: keep a transformer's vectors on disk. A static table is faster than the disk.

    Raises:
        EncoderError: if there is no such model, it is broken, or it needs an extra; or if the batch
            size or the device makes no sense. With a cache, a model that is here is only loaded
            for texts that the cache does not know, so what is wrong with it may show then.
    """
    if name is None or name == "embedded":
        return StaticEncoder()
    if _is_static(Path(name)):
        return StaticEncoder(Path(name))
    from alignqa.encoders.transformer import TransformerEncoder

    encoder = TransformerEncoder(name, batch_size=batch_size, device=device)
    if cache:
        from alignqa.encoders.cached import CachedEncoder

        return CachedEncoder(encoder)
    encoder.load()
    return encoder


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
