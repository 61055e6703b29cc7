"""Japanese tokens, by SudachiPy in its longest units (mode C)."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from alignqa.text import Span
from alignqa.words.markup import prose

if TYPE_CHECKING:
    from sudachipy import Morpheme, Tokenizer

# Sudachi refuses texts of more than about 49 kB of UTF-8; a code point takes at most 4 bytes.
_LONGEST = 10_000
_LONGEST_READ = 40
# Hyphens for a dash: Sudachi takes them for a long vowel, ありません-- for ありませ and んー.
_HYPHENS = re.compile(r"--+")
_BREAK = re.compile(r"[。！？\n]")


class Token(NamedTuple):
    """One token. `base` joins spelling variants (Sudachi's normalised form), `pos` are the four
    levels of its part of speech."""

    span: Span
    surface: str
    base: str
    pos: tuple[str, ...]

    @property
    def is_noun(self) -> bool:
        return self.pos[0] == "名詞"

    @property
    def is_number(self) -> bool:
        return self.pos[1] == "数詞"

    @property
    def is_name(self) -> bool:
        return self.pos[1] == "固有名詞"

    @property
    def is_content(self) -> bool:
        """A word that carries meaning of its own, not a particle, an ending or a mark."""
        return self.pos[0] in {"名詞", "動詞", "形容詞", "形状詞", "副詞", "連体詞"} and (
            self.pos[1] not in {"非自立可能", "助動詞語幹"}
        )


class _PerThread(threading.local):
    """Sudachi's tokenizer is not safe to share between threads."""

    tokenizer: Tokenizer | None = None


_state = _PerThread()


def _tokenizer() -> Tokenizer:
    if _state.tokenizer is None:
        from sudachipy import Dictionary, SplitMode

        _state.tokenizer = Dictionary().tokenizer(mode=SplitMode.C)
    return _state.tokenizer


@lru_cache(maxsize=4096)
def japanese_tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a Japanese text, in order, white space and markup left out."""
    return tuple(
        _token(morpheme, surface, offset)
        for offset, piece in _pieces(_HYPHENS.sub(_blank, prose(text)))
        for morpheme in _tokenizer().tokenize(piece)
        if (surface := morpheme.surface()) and not surface.isspace()
    )


def _token(morpheme: Morpheme, surface: str, offset: int) -> Token:
    return Token(
        Span(offset + morpheme.begin(), offset + morpheme.end()),
        surface,
        morpheme.normalized_form(),
        _pos(morpheme),
    )


def _pos(morpheme: Morpheme) -> tuple[str, ...]:
    """The four levels of its part of speech: there are some hundreds of them, and each is kept."""
    number = morpheme.part_of_speech_id()
    if number not in _parts_of_speech:
        _parts_of_speech[number] = tuple(morpheme.part_of_speech()[:4])
    return _parts_of_speech[number]


_parts_of_speech: dict[int, tuple[str, ...]] = {}


@lru_cache(maxsize=50_000)
def shorter_units(word: str) -> tuple[Token, ...]:
    """A word in the shortest units that Sudachi knows (mode A), as tokens of the word itself:
    米国大統領 as 米国 and 大統領. A word of more than 40 characters stays as it is: ()."""
    from sudachipy import SplitMode

    if len(word) > _LONGEST_READ:
        return ()
    return tuple(
        _token(morpheme, morpheme.surface(), 0)
        for morpheme in _tokenizer().tokenize(word, SplitMode.A)
    )


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


@lru_cache(maxsize=50_000)
def japanese_reading(word: str) -> str:
    """A word in katakana, as Sudachi reads it by itself; of a long text, the beginning."""
    return "".join(m.reading_form() for m in _tokenizer().tokenize(word[:_LONGEST_READ]))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces that Sudachi takes, cut after a sentence where there is one."""
    start = 0
    while len(text) - start > _LONGEST:
        window = text[start : start + _LONGEST]
        ends = [match.end() for match in _BREAK.finditer(window)]
        cut = start + (ends[-1] if ends else _LONGEST)
        yield start, text[start:cut]
        start = cut
    if start < len(text):
        yield start, text[start:]
