"""The embedded encoder: a table of token vectors, read without torch."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from alignqa.encoders.encoder import Progress, Vectors
from alignqa.encoders.pieces import TokenIds
from alignqa.errors import EncoderError
from alignqa.mapped import mapped_tensors

EMBEDDED = Path(__file__).parent.parent / "data" / "encoder"
# How many texts and characters are looked up at a time: bounds the table of their token vectors.
_BATCH = 1024
_BATCH_CHARACTERS = 50_000
_UNKNOWN = re.compile(r'"unk_(?:id"\s*:\s*(?P<id>\d+)|token"\s*:\s*(?P<token>"(?:[^"\\]|\\.)*"))')


class StaticEncoder:
    """The mean of a text's token vectors, at unit length; tokens that it does not know are left out.

    Reads the folders that sentence-transformers writes for a StaticEmbedding and those of model2vec,
    and gives the vectors that they give. Both libraries would take longer to start than most runs
    take in all.

    Args:
        folder: holds `model.safetensors` and `tokenizer.json`.

    Raises:
        EncoderError: if the folder does not hold such a model.
    """

    def __init__(self, folder: Path = EMBEDDED) -> None:
        from safetensors import safe_open
        from tokenizers import Tokenizer

        try:
            folder = _home_of_the_table(folder)
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._tokenizer.no_padding()
            self._tokenizer.no_truncation()
            with safe_open(str(folder / "model.safetensors"), framework="numpy") as tensors:
                names = set(tensors.keys())
                name = "embedding.weight" if "embedding.weight" in names else "embeddings"
                mapped = mapped_tensors(folder / "model.safetensors")
                self._table = mapped[name] if name in mapped else tensors.get_tensor(name)
                self._weights = tensors.get_tensor("weights") if "weights" in names else None
                self._mapping = tensors.get_tensor("mapping") if "mapping" in names else None
            unknown = _unknown_token(folder / "tokenizer.json", self._tokenizer)
            self._ids = TokenIds(self._tokenizer, unknown)
            self.fingerprint = _fingerprint(folder)
        except Exception as error:  # tokenizers and safetensors raise bare exceptions of their own
            raise EncoderError(
                f"The model in {folder} cannot be read ({error}); name a folder that holds "
                "a sentence-transformers or model2vec model."
            ) from error

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """See `Encoder.encode`."""
        rows = np.zeros((len(texts), self._table.shape[1]), dtype=np.float32)
        done = 0
        for batch in _batches(texts):
            rows[done : done + len(batch)] = self._encode(batch)
            done += len(batch)
            if progress:
                progress("encoding", done, len(texts))
        return rows

    def _encode(self, texts: list[str]) -> Vectors:
        rows = np.zeros((len(texts), self._table.shape[1]), dtype=np.float32)
        ids = self._ids.of(texts)
        tokens = np.array(list(chain.from_iterable(ids)), dtype=np.int64)
        if not len(tokens):
            return rows
        vectors, start = self._vectors_of(tokens), 0
        for row, own in zip(rows, ids, strict=True):
            if own:
                # The mean and the sum point the same way.
                np.add.reduce(vectors[start : start + len(own)], axis=0, out=row)
                start += len(own)
        return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12))

    def _vectors_of(self, tokens: NDArray[np.int64]) -> Vectors:
        found = self._table[tokens if self._mapping is None else self._mapping[tokens]]
        if self._weights is not None:
            found = found * self._weights[tokens, None]
        return np.asarray(found, dtype=np.float32)


def _home_of_the_table(folder: Path) -> Path:
    """sentence-transformers may keep the module in a folder of its own."""
    inner = folder / "0_StaticEmbedding"
    return inner if (inner / "model.safetensors").is_file() else folder


def _unknown_token(file: Path, tokenizer: Any) -> int | None:
    """The tokenizers library does not tell it, and parsing the file takes longer than loading it."""
    named = _UNKNOWN.search(file.read_text("utf-8"))
    if named is None:
        return None
    if named["id"]:
        return int(named["id"])
    found = tokenizer.token_to_id(json.loads(named["token"]))
    return int(found) if found is not None else None


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and (len(batch) >= _BATCH or size + len(text) > _BATCH_CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


def _fingerprint(folder: Path) -> str:
    """The embedded model names its own weights, which need not be read through at each start."""
    known = folder / "fingerprint.json"
    if known.is_file():
        card = json.loads(known.read_text("utf-8"))
        return f"{card['name']}@{card['sha256'][:12]}"
    digest = hashlib.sha256()
    for name in ("model.safetensors", "tokenizer.json"):
        digest.update((folder / name).read_bytes())
    return f"{folder.name}@{digest.hexdigest()[:12]}"
