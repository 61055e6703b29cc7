"""Token numbers found without the library, which must be those that it finds."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, pre_tokenizers

from alignqa.encoders import EMBEDDED, pieces
from alignqa.encoders.pieces import TokenIds

UNKNOWN = 0
TEXTS = [
    "",
    " \t\r\n\u00a0\u3000 ",
    "The “ferry” won’t leave until 9:15 — or 10,000.5!",
    "船は９時１５分に出る。ＡＢＣとｶﾀｶﾅ、①②㈱№℃…",
    "ÉCOLE Straße ŒUVRE Ǆ İstanbul ΣΑΣ ʼn ﬁne ½",
    "が が は゜ ﾊﾟ ｳﾞ a\u0301 \u0301 か\u3099",
    "▁ ▁the the▁ [UNK] [ UNK ] x[UNK]y",
    "\x00 \x1c\x1d \x85 \u200b\u2028\ufeff\ufffd",
    "𠮷野家 👨‍👩‍👧🏽 שלום Привет 한국어 ไทย",
    "a" * 200 + "漢" * 200 + "7" * 50,
]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(EMBEDDED / "tokenizer.json"))


@pytest.fixture(scope="module")
def ids(tokenizer: Tokenizer) -> TokenIds:
    return TokenIds(tokenizer, UNKNOWN)


def by_the_library(tokenizer: Tokenizer, texts: list[str]) -> list[list[int]]:
    found = tokenizer.encode_batch_fast(texts, add_special_tokens=False)
    return [[number for number in encoding.ids if number != UNKNOWN] for encoding in found]


def ordinary_characters() -> list[str]:
    """All that are split without the library, but of the ideographs every sixteenth."""
    return [
        character
        for character in map(chr, range(0x10000))
        if not 0xD800 <= ord(character) < 0xE000
        and not pieces._EXTRAORDINARY.search(character)
        and not ("㐀" <= character <= "鿿" and ord(character) % 16)
    ]


def test_texts(ids: TokenIds, tokenizer: Tokenizer) -> None:
    assert ids.of(TEXTS) == by_the_library(tokenizer, TEXTS)
    assert ids.of([]) == []


def test_each_ordinary_character_among_others(tokenizer: Tokenizer) -> None:
    for own in ordinary_characters():
        text = f"{own}x{own}é{own}か{own}カ{own}漢{own}1{own} {own}{own}(ー{own}"
        plain = tokenizer.normalizer.normalize_str(text)
        wanted = [piece for piece, _ in tokenizer.pre_tokenizer.pre_tokenize_str(plain)]
        assert pieces.pieces(text) == wanted


@settings(max_examples=300, deadline=None)
@given(texts=st.lists(st.text(max_size=20), max_size=5))
def test_any_texts(ids: TokenIds, tokenizer: Tokenizer, texts: list[str]) -> None:
    assert ids.of(texts) == by_the_library(tokenizer, texts)


@settings(max_examples=300, deadline=None)
@given(texts=st.lists(st.text(st.sampled_from(ordinary_characters()), max_size=40), max_size=5))
def test_ordinary_texts(ids: TokenIds, tokenizer: Tokenizer, texts: list[str]) -> None:
    assert ids.of(texts) == by_the_library(tokenizer, texts)


def test_more_pieces_than_are_kept(tokenizer: Tokenizer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "_MOST_PIECES", 3)
    ids = TokenIds(tokenizer, UNKNOWN)
    for _ in range(2):
        assert ids.of(TEXTS) == by_the_library(tokenizer, TEXTS)
    assert ids._known is not None
    assert len(ids._known) <= 3


def test_another_tokenizer_is_asked_for_all() -> None:
    words = Tokenizer(models.WordLevel({"[UNK]": 0, "The": 1, "ferry": 2, "the": 3}, "[UNK]"))
    words.pre_tokenizer = pre_tokenizers.Whitespace()
    ids = TokenIds(words, UNKNOWN)
    assert ids._known is None
    assert ids.of(["The ferry leaves", "the The"]) == [[1, 2], [3, 1]]


@pytest.mark.parametrize("part", ["normalizer", "pre_tokenizer"])
def test_other_settings_are_noticed(part: str) -> None:
    settings_ = json.loads((EMBEDDED / "tokenizer.json").read_text("utf-8"))
    settings_["model"]["vocab"] = settings_["model"]["vocab"][:100]
    assert TokenIds(Tokenizer.from_str(json.dumps(settings_)), UNKNOWN)._known is not None
    steps = settings_[part]["normalizers" if part == "normalizer" else "pretokenizers"]
    steps.pop()
    assert TokenIds(Tokenizer.from_str(json.dumps(settings_)), UNKNOWN)._known is None
