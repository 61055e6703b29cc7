"""Token numbers by the embedded model's tokenizer, several times faster than its library gives them.

The library keeps account of where each character came from, through six steps of normalisation and
two of splitting. Nobody asks for that here, and most words are old acquaintances. So ordinary text
is normalised and split by the standard library, and the library is asked once for each piece; text
with anything out of the ordinary in it goes to the library as it is. The numbers are the same.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from itertools import chain
from typing import Any

# Characters for which both ways are known to agree, whatever their neighbours: no marks that combine,
# no letters that change with their place in a word, no control characters, and nothing so young that
# one of the two may not know it.
_ORDINARY = (
    "\t\n\r -~\u00a0¡£¥§©«®°±·»¿À-įıĲ-ňŊ-ſ–—―‘’“”†•‥…‰′″※€℃№™"
    "Ⅰ-ⅿ←-↓⇒①-⓪■-□▲-△▼-▽◆-◇○◎-●★-☆♪"
    "‐‑−≈≒≠≤≥∞─━♥♡♠♣♬\u3000-〃々-〜ぁ-ゖゝ-ゞァ-ヾ㈱㎎-㎏㎜-㎞㎡㏄㐀-䶵一-鿯！-ﾝ￠-￡￥"
)
_EXTRAORDINARY = re.compile(f"[^{_ORDINARY}]")
_LATIN, _HAN, _HIRAGANA, _KATAKANA = "a-zà-öø-ÿßā-ſ", "々〇㐀-䶵一-鿯", "ぁ-ゖゝ-ゞ", "ァ-ヺー-ヾ"
_PIECES = re.compile(
    f"▁?[{_LATIN}]+|[{_HAN}]+|[{_HIRAGANA}]+|[{_KATAKANA}]+|[0-9]{{1,4}}|▁"
    f"|[^{_LATIN}{_HAN}{_HIRAGANA}{_KATAKANA}0-9▁]+"
)
# The settings of a tokenizer that splits like this.
_NORMALIZER = [
    {"type": "NFKC"},
    {"type": "Lowercase"},
    {"type": "Replace", "pattern": {"Regex": "[‘’]"}, "content": "'"},
    {"type": "Replace", "pattern": {"Regex": "[“”]"}, "content": '"'},
    {"type": "Replace", "pattern": {"Regex": r"\s+"}, "content": " "},
    {"type": "Strip", "strip_left": True, "strip_right": True},
]
_PRE_TOKENIZER = [
    {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True},
    {
        "type": "Split",
        "pattern": {
            "Regex": r"▁?\p{Latin}[\p{Latin}\p{M}]*|\p{Han}+|\p{Hiragana}+|[\p{Katakana}ー]+"
            r"|\p{Nd}{1,4}|▁|[^\p{Latin}\p{Han}\p{Hiragana}\p{Katakana}ー\p{Nd}▁]+"
        },
        "behavior": "Isolated",
        "invert": False,
    },
]
# Pieces beyond this many are forgotten, and longer ones are not kept.
_MOST_PIECES = 100_000
_LONGEST = 32


class TokenIds:
    """Token numbers of texts, without those of what the tokenizer does not know.

    Args:
        tokenizer: any of the `tokenizers` library; one with other settings than the embedded one's
            is asked for all texts.
        unknown: the number of the token that stands for what it does not know.
    """

    def __init__(self, tokenizer: Any, unknown: int | None) -> None:
        self._tokenizer, self._unknown = tokenizer, unknown
        self._known = _Known(tokenizer.model, unknown) if _splits_likewise(tokenizer) else None
        added = [token.content for token in tokenizer.get_added_tokens_decoder().values()]
        self._has_added_words = any(map(str.isalpha, added))
        self._out_of_the_ordinary = re.compile(
            "|".join([f"[^{_ORDINARY}]", *(re.escape(content) for content in added)])
        )

    def of(self, texts: Sequence[str]) -> list[list[int]]:
        """Those of each text."""
        if self._known is None:
            found = self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
            return [self._without_unknown(encoding) for encoding in found]
        return [self._of_one(text, self._known) for text in texts]

    def _of_one(self, text: str, known: _Known) -> list[int]:
        # A plain word, as most texts are, is a piece by itself.
        if text.isalpha() and text.isascii() and not self._has_added_words:
            return known["▁" + text.lower()]
        if self._out_of_the_ordinary.search(text):
            # Such texts are too few to be worth the threads of a batch: a process that has threads
            # cannot be forked.
            return self._without_unknown(self._tokenizer.encode(text, add_special_tokens=False))
        return list(chain.from_iterable([known[piece] for piece in pieces(text)]))

    def _without_unknown(self, encoding: Any) -> list[int]:
        return [number for number in encoding.ids if number != self._unknown]


def pieces(text: str) -> list[str]:
    """An ordinary text, normalised and split as the embedded model's tokenizer does it."""
    plain = unicodedata.normalize("NFKC", text).lower()
    plain = plain.replace("‘", "'").replace("’", "'").replace("“", '"').replace("”", '"')
    words = plain.split()
    return _PIECES.findall("▁" + "▁".join(words)) if words else []


class _Known(dict[str, list[int]]):
    """The token numbers of pieces; those that are new are asked for."""

    def __init__(self, model: Any, unknown: int | None) -> None:
        super().__init__()
        self._model, self._unknown = model, unknown

    def __missing__(self, piece: str) -> list[int]:
        ids = [token.id for token in self._model.tokenize(piece) if token.id != self._unknown]
        if len(piece) <= _LONGEST:
            if len(self) >= _MOST_PIECES:
                self.clear()
            self[piece] = ids
        return ids


def _splits_likewise(tokenizer: Any) -> bool:
    """Whether the tokenizer's settings are those that `pieces` goes by."""
    steps = (tokenizer.normalizer, tokenizer.pre_tokenizer)
    if None in steps or tokenizer.post_processor is not None:
        return False
    normalizer, pre_tokenizer = (json.loads(step.__getstate__()) for step in steps)
    return bool(
        normalizer.get("normalizers") == _NORMALIZER
        and pre_tokenizer.get("pretokenizers") == _PRE_TOKENIZER
    )
