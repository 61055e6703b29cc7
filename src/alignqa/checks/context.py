"""What every check may consult besides the pair itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from alignqa import coverage
from alignqa.bitext import Pair
from alignqa.glossary import Glossary
from alignqa.lexicon import Lexicon
from alignqa.lexicon.associations import shipped_associations
from alignqa.lexicon.keys import fold_spelling
from alignqa.lexicon.links import Linker
from alignqa.lexicon.support import Support
from alignqa.lexicon.vectors import WordVectors
from alignqa.names import sound_likeness
from alignqa.text import Lang
from alignqa.words import english_words, japanese_tokens


@dataclass(frozen=True, slots=True)
class Context:
    """The bilingual dictionary, the embedded encoder's vectors of words and phrases, and the user's
    glossary, empty where there is none."""

    lexicon: Lexicon
    vectors: WordVectors
    glossary: Glossary = field(default_factory=Glossary)

    def look_up(self, pairs: Iterable[Pair]) -> None:
        """Looks up together what the checks will ask for pair by pair."""
        whole = [pair for pair in pairs if pair.is_whole]
        coverage.look_up(whole, self.vectors)
        words = [word for pair in whole for word in english_words(pair.side(Lang.ENGLISH).text)]
        self.lexicon.look_up(Lang.ENGLISH, [fold_spelling(word.lemma) for word in words])
        tokens = [t for pair in whole for t in japanese_tokens(pair.side(Lang.JAPANESE).text)]
        self.lexicon.look_up(Lang.JAPANESE, [key for t in tokens for key in (t.surface, t.base)])

    def support(self, pair: Pair) -> Support:
        """What either side of a pair offers as a rendering of the other, looked up once for all
        checks."""
        return _support(
            pair.side(Lang.ENGLISH).text, pair.side(Lang.JAPANESE).text, self.lexicon, self.vectors
        )

    @property
    def linker(self) -> Linker:
        """Tells which word of a pair renders which; remembers the last pairs."""
        return _linker(self.lexicon, self.vectors)


@cache
def _linker(lexicon: Lexicon, vectors: WordVectors) -> Linker:
    return Linker(lexicon, vectors, shipped_associations(), sound_likeness)


# A pair is looked at by one check after another.
@lru_cache(maxsize=4)
def _support(english: str, japanese: str, lexicon: Lexicon, vectors: WordVectors) -> Support:
    return Support(english, japanese, lexicon, vectors)
