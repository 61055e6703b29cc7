"""What every check may consult besides the pair itself."""

from __future__ import annotations

from dataclasses import dataclass

from alignqa.lexicon import Lexicon
from alignqa.lexicon.vectors import WordVectors


@dataclass(frozen=True, slots=True)
class Context:
    """The bilingual dictionary, and the embedded encoder's vectors of words and phrases."""

    lexicon: Lexicon
    vectors: WordVectors
