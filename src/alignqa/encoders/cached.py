"""An encoder that remembers: unchanged text is encoded once, whatever number of runs there are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from alignqa.encoders.batches import distinct
from alignqa.encoders.encoder import Encoder, Progress, Vectors
from alignqa.encoders.vector_cache import LIMIT_BYTES, VectorCache

# How many texts are encoded before they are kept, so that a run that is broken off has not worked
# in vain. A power of two that the usual batch sizes divide: then a first run makes the batches that
# a run without a cache makes, and finds the same vectors to the last bit.
_KEPT_AT_ONCE = 256


class CachedEncoder:
    """Gives what `inner` gives, from disk where it was asked before.

    A text's vector may differ in its last bits with the texts that share its batch, so where only
    some texts are known, the others may differ by that much from what a run without a cache finds.

    Args:
        path: the folder to keep vectors in; `vector_cache.cache_folder()` if `None`.
        limit_bytes: how much room they may take.
    """

    def __init__(
        self, inner: Encoder, path: Path | None = None, limit_bytes: int = LIMIT_BYTES
    ) -> None:
        self._inner = inner
        self._cache = VectorCache(path, limit_bytes)

    @property
    def fingerprint(self) -> str:
        """See `Encoder.fingerprint`."""
        return self._inner.fingerprint

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """See `Encoder.encode`. Texts that are all known do not reach the inner encoder."""
        if not texts:
            return self._inner.encode(texts, progress)
        wanted = distinct(texts)
        known = self._cache.find(self.fingerprint, wanted)
        if len({vector.size for vector in known.values()}) > 1:
            known = {}  # not all of them can be right
        missing = [text for text in wanted if text not in known]
        start = 0
        while start < len(missing):
            batch = missing[start : start + _KEPT_AT_ONCE]
            fresh = self._inner.encode(batch, _part(progress, len(texts), len(missing) - start))
            start += len(batch)
            stale = [text for text in known if known[text].size != fresh.shape[1]]
            for text in stale:
                del known[text]
            missing += stale
            vectors = dict(zip(batch, fresh, strict=True))
            known.update(vectors)
            self._cache.keep(self.fingerprint, vectors)
        if progress:
            progress("encoding", len(texts), len(texts))
        return np.stack([known[text] for text in texts])


def _part(progress: Progress | None, total: int, left: int) -> Progress | None:
    """Tells of the whole, of which `left` texts were left to do, what is told of a part of them."""
    if progress is None:
        return None
    tell = progress

    def told(what: str, done: int, of: int) -> None:
        tell(what, total - left + done if of else 0, total if of else 0)

    return told
