"""Where a model's files lie, and what tells one version of them from another."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

# What the vectors depend on. A folder may hold exports and notes besides.
_PATTERNS = ("*.safetensors", "*.bin", "*.json", "*.txt", "*.model")
_TELLING = ("modules.json", "config_sentence_transformers.json", "config.json")
_OWNER = "sentence-transformers"


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A model by the name or path that it was asked for.

    `folder` holds its files; it is `None` as long as they are on the hub only. `revision` is the
    commit on the hub, where that is known, or the one that was asked for.
    """

    asked: str
    folder: Path | None = None
    revision: str | None = None

    @property
    def is_on_the_hub(self) -> bool:
        """The name is one of the hub's, even where its files are here already."""
        return self.folder is None or self.revision is not None

    @property
    def name(self) -> str:
        """The model's own name, without folders or revision."""
        if self.is_on_the_hub or self.folder is None:
            return self.asked
        folder = self.folder.resolve()
        # …/models--intfloat--multilingual-e5-small/snapshots/0123…
        return (folder.parents[1] if folder.parent.name == "snapshots" else folder).name

    def version(self) -> str:
        """What changes when the vectors may: the commit, else a hash of the files' contents."""
        if self.is_on_the_hub or self.folder is None:
            return (self.revision or "")[:12]
        digest = hashlib.blake2b()
        files = {
            file for depth in ("", "*/") for p in _PATTERNS for file in self.folder.glob(depth + p)
        }
        for file in sorted(files):
            digest.update(file.relative_to(self.folder).as_posix().encode() + b"\0")
            with file.open("rb") as content:
                digest.update(hashlib.file_digest(content, "blake2b").digest())
        return digest.hexdigest()[:12]


def locate(asked: str) -> ModelFiles:
    """A folder, or a name on the hub (`NAME` or `NAME@REVISION`) with what of it is here."""
    if Path(asked).is_dir():
        return ModelFiles(asked, Path(asked))
    name, _, revision = asked.partition("@")
    snapshot = _snapshot(name, revision or None)
    if snapshot is None:
        return ModelFiles(name, None, revision or None)
    return ModelFiles(name, snapshot, snapshot.name)


def _snapshot(name: str, revision: str | None) -> Path | None:
    """The folder in the hub's local cache, which is named after the commit."""
    from huggingface_hub import try_to_load_from_cache
    from huggingface_hub.errors import HFValidationError

    cache = os.environ.get("SENTENCE_TRANSFORMERS_HOME")
    for full in [name] if "/" in name else [f"{_OWNER}/{name}", name]:
        for file in _TELLING:
            try:
                found = try_to_load_from_cache(full, file, cache_dir=cache, revision=revision)
            except HFValidationError:
                return None
            if isinstance(found, str):
                return Path(found).parent
    return None
