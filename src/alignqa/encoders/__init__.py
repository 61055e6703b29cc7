"""Text to vectors: the embedded static table, or any sentence-transformers model."""

from alignqa.encoders.encoder import Encoder, Vectors
from alignqa.encoders.loading import load_encoder
from alignqa.encoders.static import EMBEDDED, StaticEncoder

__all__ = ["EMBEDDED", "Encoder", "StaticEncoder", "Vectors", "load_encoder"]
