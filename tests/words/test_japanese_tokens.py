"""Japanese tokens: where they stand, whatever the text is made of."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignqa.words import Token, japanese_tokens

SURFACES = [
    ("nothing", "", []),
    ("white space is left out", " 　\n\t", []),
    ("long units stay whole", "国防総省の船", ["国防総省", "の", "船"]),
    ("京都 is not inside 東京都", "東京都と京都", ["東京都", "と", "京都"]),
    ("half-width kana", "ﾃﾚﾋﾞを見る", ["ﾃﾚﾋﾞ", "を", "見る"]),
    ("white space between", "雪　と 雨", ["雪", "と", "雨"]),
]


@pytest.mark.parametrize(
    ("text", "surfaces"), [s[1:] for s in SURFACES], ids=[s[0] for s in SURFACES]
)
def test_surfaces(text: str, surfaces: list[str]) -> None:
    assert [token.surface for token in japanese_tokens(text)] == surfaces


BASES = [
    ("spelling variants meet", "打ち合せ", "打合わせ"),
    ("inflected forms meet", "歩いた", "歩く"),
    ("half-width kana meet full-width", "ﾃﾚﾋﾞ", "テレビ"),
]


@pytest.mark.parametrize(("one", "other"), [b[1:] for b in BASES], ids=[b[0] for b in BASES])
def test_bases_meet(one: str, other: str) -> None:
    assert japanese_tokens(one)[0].base == japanese_tokens(other)[0].base


def test_what_a_token_says_of_itself() -> None:
    ship, particle, name, number = (japanese_tokens(text)[0] for text in ("船", "は", "京都", "三"))
    assert ship.is_noun
    assert ship.is_content
    assert not ship.is_name
    assert not particle.is_content
    assert name.is_name
    assert number.is_number


HOSTILE = [
    ("emoji with a skin tone", "👍🏽いいね😀"),
    ("a family of emoji", "👨‍👩‍👧と散歩"),
    ("kanji beyond the basic plane", "𠮷田さんと𩸽を食べた"),
    ("combining marks", "か\u3099き\u3099 e\u0301"),
    ("a kanji with a variation selector", "葛󠄀城市の駅"),
    ("a null and a replacement character", "雪\x00が\ufffd降る"),
    ("text set from the right", "שלום と挨拶した"),
    ("English inside", "GDPがU.S.で3.5%増えた"),
    ("carriage returns", "雪\r\n雨\r"),
]


@pytest.mark.parametrize("text", [h[1] for h in HOSTILE], ids=[h[0] for h in HOSTILE])
def test_spans_of_hostile_texts(text: str) -> None:
    _assert_well_formed(text, japanese_tokens(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("雪が降る" * 15_000, id="without a full stop"),
        pytest.param("雪が降る。雨も降る。\n" * 6_000, id="with full stops"),
        pytest.param("😀" * 60_000, id="of four bytes each"),
    ],
)
def test_texts_beyond_the_tokenizer_s_limit(text: str) -> None:
    assert len(text) >= 60_000
    tokens = japanese_tokens(text)
    _assert_well_formed(text, tokens)
    covered = sum(len(token.surface) for token in tokens)
    assert covered == len(text) - text.count("\n")


def test_a_long_text_is_cut_only_after_sentences() -> None:
    sentence = "図書館の前で友人と待ち合わせた。"
    once = [token.surface for token in japanese_tokens(sentence)]
    assert [token.surface for token in japanese_tokens(sentence * 1_500)] == once * 1_500


def test_threads_do_not_disturb_each_other() -> None:
    texts = [f"{number}番目の船が港に着いた。" for number in range(40)]
    alone = [japanese_tokens(text) for text in texts]
    japanese_tokens.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(japanese_tokens, texts)) == alone


@settings(max_examples=100, deadline=None)
@given(
    st.text(st.sampled_from("東京都国ひらカタﾀﾞー々、。！「」 　\n12０a.🙂𠮷\u3099"), max_size=40)
)
def test_spans_are_ordered_disjoint_and_of_the_text(text: str) -> None:
    _assert_well_formed(text, japanese_tokens(text))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_spans_in_any_text(text: str) -> None:
    _assert_well_formed(text, japanese_tokens(text))


def _assert_well_formed(text: str, tokens: tuple[Token, ...]) -> None:
    end = 0
    for token in tokens:
        assert token.span.start >= end
        assert token.span.of(text) == token.surface
        assert token.surface.strip()
        end = token.span.end
