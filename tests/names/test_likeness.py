import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.names import sound_likeness

KATAKANA = st.text(st.characters(min_codepoint=0x30A1, max_codepoint=0x30FC), max_size=12)


@pytest.mark.parametrize(
    ("latin", "katakana"),
    [
        ("Qardaha", "カルダハ"),
        ("Zelensky", "ゼレンスキー"),
        ("Michael", "マイケル"),
        ("Michael", "ミヒャエル"),
        ("Köln", "ケルン"),
        ("Vancouver", "ヴァンクーヴァー"),
        ("Max", "マックス"),
        ("San Francisco", "サンフランシスコ"),
        ("Berlin", "ﾍﾞﾙﾘﾝ"),
    ],
)
def test_one_name(latin: str, katakana: str) -> None:
    assert sound_likeness(latin, katakana) > 0.5


@pytest.mark.parametrize(
    ("latin", "katakana"),
    [
        ("Qardaha", "ラタキア"),
        ("Zelensky", "プーチン"),
        ("Biden", "トランプ"),
        ("Merkel", "サッチャー"),
        ("Cologne", "ケルン"),
        ("", "パリ"),
        ("Paris", ""),
        ("Paris", "巴里"),
    ],
)
def test_two_names(latin: str, katakana: str) -> None:
    assert sound_likeness(latin, katakana) < 0.05


@given(st.text(max_size=20), st.text(max_size=12) | KATAKANA)
def test_is_a_share_whatever_the_texts(latin: str, katakana: str) -> None:
    assert 0 <= sound_likeness(latin, katakana) <= 1


@given(st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=1), KATAKANA)
def test_case_says_nothing(latin: str, katakana: str) -> None:
    assert sound_likeness(latin, katakana) == sound_likeness(latin.upper(), katakana)
