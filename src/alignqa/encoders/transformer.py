"""Any sentence-transformers model. The library and torch are imported only when one is needed."""

from __future__ import annotations

import importlib.util
import logging
import re
import socket
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from alignqa.encoders.batches import batches, distinct
from alignqa.encoders.encoder import Progress, Vectors
from alignqa.encoders.model_files import ModelFiles, locate
from alignqa.encoders.prompt import prompt_of, prompts_in
from alignqa.errors import EncoderError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BATCH_SIZE = 32
_DEVICE = re.compile(r"cpu|(?:cuda|mps|xpu|npu|hpu)(?::\d+)?")
_LOUD = ("sentence_transformers", "transformers", "huggingface_hub")


class TransformerEncoder:
    """A sentence-transformers model from a folder, the local cache or the hub.

    Code that comes with a model is never run. A name on the hub may carry a revision behind an
    `@`: `intfloat/multilingual-e5-small@c007d7e`. A model that is on this machine is loaded by
    `load` or by the first text, since it takes seconds; one that is not is fetched at once. Blank
    texts have vectors of zeros.

    Args:
        batch_size: how many texts are encoded at a time.
        device: `cpu`, `cuda`, `cuda:1`, `mps` …; the best there is if `None`.

    Raises:
        EncoderError: if sentence-transformers is not installed, an option makes no sense, or the
            model is to be fetched and cannot be loaded.
    """

    def __init__(
        self, name: str, *, batch_size: int | None = None, device: str | None = None
    ) -> None:
        _refuse_nonsense(batch_size, device)
        if importlib.util.find_spec("sentence_transformers") is None:
            raise EncoderError(
                f"The encoder {name} needs sentence-transformers; "
                "install it with: pip install 'alignqa[transformers]'."
            )
        self._asked = name
        self._batch_size = batch_size or BATCH_SIZE
        self._device = device
        self._model: SentenceTransformer | None = None
        files = locate(name)
        if files.folder is None:
            self._model = _load(name, files, device)
            files = locate(name)
        self._files = files
        prompts, default = prompts_in(files.folder) if files.folder else ({}, None)
        self._prompt = prompt_of(files.name, prompts, default)
        self.fingerprint = _fingerprint(files, self._prompt)

    def load(self) -> SentenceTransformer:
        """The model, ready to encode.

        Raises:
            EncoderError: if it cannot be loaded, or the device is not there.
        """
        if self._model is None:
            self._model = _load(self._asked, self._files, self._device)
        return self._model

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """See `Encoder.encode`.

        Raises:
            EncoderError: as `load`, or if the model fails, for want of memory say.
        """
        if self._model is None and progress:
            progress("loading the encoder", 0, 0)
        model = self.load()
        wanted = distinct(text for text in texts if text.strip())
        done = len(texts) - len(wanted)
        rows = []
        for batch in batches(wanted, self._batch_size):
            rows.append(self._encode(model, batch))
            done += len(batch)
            if progress:
                progress("encoding", done, len(texts))
        width = rows[0].shape[1] if rows else model.get_embedding_dimension() or 0
        table = np.concatenate([*rows, np.zeros((1, width), np.float32)])
        place = {text: row for row, text in enumerate(wanted)}
        return np.asarray(table[[place.get(text, -1) for text in texts]], dtype=np.float32)

    def _encode(self, model: SentenceTransformer, batch: list[str]) -> Vectors:
        try:
            rows = model.encode(
                batch,
                batch_size=self._batch_size,
                prompt=self._prompt,
                normalize_embeddings=True,
                show_progress_bar=False,
            )
        except Exception as error:  # torch and tokenizers raise many kinds
            raise EncoderError(
                f"The encoder {self._asked} failed ({_first_line(error)}); if memory ran out, "
                f"a --batch-size below {self._batch_size} may help."
            ) from error
        if not np.isfinite(rows).all():
            raise EncoderError(
                f"The encoder {self._asked} gives values that are no numbers; "
                "its weights are broken, or it does not run on this device."
            )
        return np.asarray(rows, dtype=np.float32)


def _refuse_nonsense(batch_size: int | None, device: str | None) -> None:
    if batch_size is not None and batch_size < 1:
        raise EncoderError(f"A batch of {batch_size} texts holds none; let it be 1 or more.")
    if device is not None and not _DEVICE.fullmatch(device):
        raise EncoderError(
            f"No device is called “{device}”; there are cpu, cuda, cuda:0, mps and their like."
        )


def _load(asked: str, files: ModelFiles, device: str | None) -> SentenceTransformer:
    """From disk if it is there: the hub is asked only for what this machine has not got."""
    from sentence_transformers import SentenceTransformer

    if device is not None:
        _refuse_missing(device)
    failure: Exception | None = None
    with _quiet():
        for local in (True, False):
            try:
                return SentenceTransformer(
                    files.asked,
                    # The very commit that the fingerprint names, even if files of it are missing.
                    revision=files.revision,
                    device=device,
                    trust_remote_code=False,
                    local_files_only=local,
                    # Half precision is a space saver on disk, and slow on a CPU.
                    model_kwargs={"dtype": "float32"},
                )
            except Exception as error:  # the hub, the file system and torch raise many kinds
                failure = error
                if Path(asked).exists() or not _hub_is_in_reach():
                    break
    if "trust_remote_code" in str(failure):
        raise EncoderError(
            f"The encoder {asked} comes with code of its own, which alignqa does not run; "
            "name a model that sentence-transformers knows how to run."
        ) from failure
    raise EncoderError(
        f"The encoder {asked} cannot be loaded ({_first_line(failure)}); name a folder that holds "
        "a sentence-transformers model, or a model's name on the hub while online."
    ) from failure


def _refuse_missing(device: str) -> None:
    import torch

    try:
        torch.empty(1, device=device)
    except Exception as error:  # each kind of device fails in its own way
        raise EncoderError(
            f"The device {device} cannot be used here ({_first_line(error)}); "
            "name another one, such as cpu."
        ) from error


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


def _fingerprint(files: ModelFiles, prompt: str) -> str:
    """Name, version and prompt: `intfloat/multilingual-e5-small@614241f622f5 “query:”`."""
    version = files.version()
    name = f"{files.name}@{version}" if version else files.name
    return f"{name} “{' '.join(prompt.split())}”" if prompt else name


def _first_line(error: Exception | None) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
