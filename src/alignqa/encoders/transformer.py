"""Any sentence-transformers model. The library and torch are imported only when one is named."""

from __future__ import annotations

import hashlib
import logging
import re
import socket
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from alignqa.encoders.encoder import Progress, Vectors
from alignqa.errors import EncoderError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_BATCH = 32
_E5 = re.compile(r"\be5\b", re.IGNORECASE)
_LOUD = ("sentence_transformers", "transformers", "huggingface_hub")
_WEIGHTS = ("*.safetensors", "*.bin", "tokenizer.json", "*/*.safetensors", "*/*.bin")


class TransformerEncoder:
    """A sentence-transformers model from a folder, the local cache or the hub.

    Code that comes with a model is never run. A name on the hub may carry a revision behind an
    `@`: `intfloat/multilingual-e5-small@c007d7e`.

    Raises:
        EncoderError: if sentence-transformers is not installed or the model cannot be loaded.
    """

    def __init__(self, name: str) -> None:
        try:
            import sentence_transformers  # noqa: F401
        except ImportError as error:
            raise EncoderError(
                f"The encoder {name} needs sentence-transformers; "
                "install it with: pip install 'alignqa[transformers]'."
            ) from error
        with _quiet():
            self._model = _load(name)
        self._prompt = _prompt(name, self._model.prompts)
        self.fingerprint = _fingerprint(name)

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


def _load(name: str) -> SentenceTransformer:
    """From disk if it is there: the hub is asked only for what this machine has not got."""
    from sentence_transformers import SentenceTransformer

    path, _, revision = (name, "", "") if Path(name).exists() else name.partition("@")
    failure: Exception | None = None
    for local in (True, False):
        try:
            return SentenceTransformer(
                path,
                revision=revision or None,
                trust_remote_code=False,
                local_files_only=local,
                # Half precision is a space saver on disk, and slow on a CPU.
                model_kwargs={"dtype": "float32"},
            )
        except Exception as error:  # the hub, the file system and torch raise many kinds
            failure = error
            if Path(name).exists() or not _hub_is_in_reach():
                break
    reason = next(iter(str(failure).strip().splitlines()), type(failure).__name__)
    raise EncoderError(
        f"The encoder {name} cannot be loaded ({reason}); name a folder that holds a "
        "sentence-transformers model, or a model's name on the hub while online."
    ) from failure


def _hub_is_in_reach() -> bool:
    """Asked first, since the hub's client tries for more than a minute before it gives up."""
    from huggingface_hub import constants

    if urllib.request.getproxies():
        return True
    try:
        socket.getaddrinfo(urllib.parse.urlsplit(constants.ENDPOINT).hostname, None)
    except OSError:
        return False
    return True


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps the libraries from drawing bars and from telling of every attempt to reach the hub."""
    from transformers.utils import logging as transformers_logging

    levels = {name: logging.getLogger(name).level for name in _LOUD}
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


def _prompt(name: str, prompts: Mapping[str, str | None]) -> str | None:
    """The prefix for texts that are compared with their like, as the model itself names it."""
    for kind in ("sts", "similarity", "bitext", "query"):
        if prompts.get(kind):
            return prompts[kind]
    # The E5 family wants a prefix that its folders do not name (Wang et al. 2024, model card).
    return "query: " if _E5.search(name) else None


def _fingerprint(name: str) -> str:
    """A folder by the contents of its weights; a name on the hub is its own."""
    folder = Path(name)
    if not folder.is_dir():
        return name
    digest = hashlib.sha256()
    for pattern in _WEIGHTS:
        for file in sorted(folder.glob(pattern)):
            with file.open("rb") as content:
                digest.update(hashlib.file_digest(content, "blake2b").digest())
    return f"{folder.resolve().name}@{digest.hexdigest()[:12]}"
