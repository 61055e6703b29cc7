"""The embedded encoder: a table of token vectors, read by model2vec without torch."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from alignqa.encoders.encoder import Progress, Vectors
from alignqa.errors import EncoderError

EMBEDDED = Path(__file__).parent.parent / "data" / "encoder"
_BATCH = 1024
# Long paragraphs of one length would be looked up together; this bounds the table of their vectors.
_BATCH_CHARACTERS = 200_000


class StaticEncoder:
    """The mean of a text's token vectors, at unit length.

    Raises:
        EncoderError: if the folder holds no model that model2vec can read.
    """

    def __init__(self, folder: Path = EMBEDDED) -> None:
        from model2vec import StaticModel

        try:
            self._model = StaticModel.from_pretrained(folder, max_length=None)
            # The text file that names the weights, so that they need not be hashed at each start.
            self.fingerprint = _fingerprint(folder)
        except Exception as error:  # model2vec, tokenizers and safetensors raise many kinds
            raise EncoderError(
                f"The model in {folder} cannot be read ({error}); "
                "name a folder that holds a sentence-transformers or model2vec model."
            ) from error
        self._model.embedding = self._model.embedding.astype(np.float32)

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """See `Encoder.encode`."""
        rows: list[Vectors] = []
        done = 0
        for batch in _batches(texts):
            rows.append(
                self._model.encode(
                    batch, max_length=None, normalize=False, use_multiprocessing=False
                )
            )
            done += len(batch)
            if progress:
                progress("encoding", done, len(texts))
        if not rows:
            return np.zeros((0, self._model.dim), dtype=np.float32)
        vectors = np.concatenate(rows).astype(np.float32)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(lengths, 1e-12), dtype=np.float32)


def _batches(texts: Sequence[str]) -> list[list[str]]:
    batches: list[list[str]] = [[]]
    size = 0
    for text in texts:
        if batches[-1] and (len(batches[-1]) >= _BATCH or size + len(text) > _BATCH_CHARACTERS):
            batches.append([])
            size = 0
        batches[-1].append(text)
        size += len(text)
    return batches if batches[0] else []


def _fingerprint(folder: Path) -> str:
    config = folder / "fingerprint.json"
    known = json.loads(config.read_text("utf-8")) if config.is_file() else {}
    if "sha256" in known:
        return f"{known['name']}@{known['sha256'][:12]}"
    digest = hashlib.sha256()
    for file in sorted(folder.glob("*")):
        if file.is_file():
            digest.update(file.read_bytes())
    return f"{folder.name}@{digest.hexdigest()[:12]}"
