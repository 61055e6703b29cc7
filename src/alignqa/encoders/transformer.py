"""Any sentence-transformers model. The library and torch are imported only when one is asked for."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from alignqa.encoders.encoder import Progress, Vectors
from alignqa.errors import EncoderError

_BATCH = 32
_E5 = re.compile(r"\be5\b", re.IGNORECASE)


class TransformerEncoder:
    """A sentence-transformers model from a folder or the hub; remote code is never run.

    Raises:
        EncoderError: if sentence-transformers is not installed or the model cannot be loaded.
    """

    def __init__(self, name: str) -> None:
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise EncoderError(
                f"The encoder {name} needs sentence-transformers; "
                "install it with: pip install 'alignqa[transformers]'."
            ) from error
        logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
        try:
            self._model = SentenceTransformer(name, trust_remote_code=False)
        except Exception as error:  # the hub, the file system and torch raise many kinds
            reason = next(iter(str(error).strip().splitlines()), type(error).__name__)
            raise EncoderError(
                f"The encoder {name} cannot be loaded ({reason}); name a folder that holds a "
                "sentence-transformers model, or a model's name on the hub while online."
            ) from error
        self._prompt = _prompt(name, self._model.prompts)
        self.fingerprint = Path(name).name if Path(name).is_dir() else name

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """See `Encoder.encode`."""
        rows = []
        for start in range(0, len(texts), _BATCH):
            batch = list(texts[start : start + _BATCH])
            rows.append(
                self._model.encode(
                    batch,
                    batch_size=_BATCH,
                    prompt=self._prompt,
                    normalize_embeddings=True,
                    show_progress_bar=False,
                )
            )
            if progress:
                progress("encoding", start + len(batch), len(texts))
        if not rows:
            return np.zeros((0, self._model.get_embedding_dimension() or 0), dtype=np.float32)
        return np.concatenate(rows).astype(np.float32)


def _prompt(name: str, prompts: Mapping[str, str | None]) -> str | None:
    """The prefix for texts that are compared with their like, as the model itself names it."""
    for kind in ("sts", "similarity", "bitext", "query"):
        if prompts.get(kind):
            return prompts[kind]
    # The E5 family wants a prefix that its folders do not name (Wang et al. 2024, model card).
    return "query: " if _E5.search(name) else None
