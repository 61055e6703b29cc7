"""Words cut into tokens as the library cuts them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models

from alignqa.encoders.unigram import Unigram

LETTERS = "abあ𠮷"
vocabularies = st.dictionaries(
    st.text(LETTERS, min_size=1, max_size=3),
    st.sampled_from([-1.0, -1.5, -2.0, -3.25, -9.0]),
    max_size=12,
)


@given(vocabularies, st.text(LETTERS, max_size=12))
def test_the_library_finds_the_same(vocabulary: dict[str, float], text: str) -> None:
    known = [("[UNK]", 0.0), *vocabulary.items()]
    library = Tokenizer(models.Unigram(known, unk_id=0)).model
    wanted = [token.id for token in library.tokenize(text) if token.id != 0] if text else []
    assert Unigram(known, 0).tokens(text) == wanted


def test_the_likeliest() -> None:
    known = [("[UNK]", 0.0), ("a", -1.0), ("b", -1.0), ("ab", -1.5), ("bb", -5.0)]
    assert Unigram(known, 0).tokens("abb") == [3, 2]
    assert Unigram(known, 0).tokens("xabx") == [3]
    assert Unigram(known, 0).tokens("") == []
