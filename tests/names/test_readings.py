import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.names import folded_romaji, is_read_within, is_reading, is_romaji, romanised


@pytest.mark.parametrize("latin", ["Ōno", "Ohno", "Oono", "Ouno", "Ono"])
def test_long_vowels_have_one_form(latin: str) -> None:
    assert folded_romaji(latin) == "ono"


@pytest.mark.parametrize(
    ("kunrei", "hepburn"),
    [
        ("Tuda", "Tsuda"),
        ("Hukusima", "Fukushima"),
        ("Syouzi", "Shoji"),
        ("Tyuuzenzi", "Chuzenji"),
        ("Sinbasi", "Shimbashi"),
        ("Hattyou", "Hatchō"),
        ("Zyunko", "Junko"),
    ],
)
def test_kunrei_is_hepburn(kunrei: str, hepburn: str) -> None:
    assert folded_romaji(kunrei) == folded_romaji(hepburn)


@pytest.mark.parametrize(
    ("latin", "japanese"),
    [
        ("Yuko", "裕子"),
        ("Hiroko", "裕子"),
        ("Yamada", "山田"),
        ("Kishida", "岸田"),
        ("Shoji", "東海林"),
        ("Niigata", "新潟"),
        ("Shinnosuke", "新之助"),
        ("Sasaki", "佐々木"),
    ],
)
def test_a_reading(latin: str, japanese: str) -> None:
    assert is_reading(latin, japanese)


@pytest.mark.parametrize(("latin", "japanese"), [("Tanaka", "山田"), ("Kyoto", "東京"), ("", "山")])
def test_not_a_reading(latin: str, japanese: str) -> None:
    assert not is_reading(latin, japanese)


def test_a_name_within_a_longer_one() -> None:
    assert is_read_within("Kiyomizu", "清水寺")
    assert is_read_within("Osaka", "大阪市長")
    assert not is_read_within("Kyoto", "大阪市長")


@pytest.mark.parametrize("latin", ["Tanaka", "Ōno", "Shinjuku", "Tuda", "Jun'ichi"])
def test_romanised_japanese(latin: str) -> None:
    assert is_romaji(latin)


@pytest.mark.parametrize("latin", ["Smith", "Jinping", "Zhang", "Ed", "", "N"])
def test_no_romanised_japanese(latin: str) -> None:
    assert not is_romaji(latin)


def test_kana_is_romanised() -> None:
    assert romanised("きょうと") == "kyoto"
    assert romanised("シンジュク") == "shinjuku"


@given(st.text(max_size=12), st.text(max_size=8))
def test_any_texts_have_an_answer(latin: str, japanese: str) -> None:
    assert is_reading(latin, japanese) in {True, False}
    assert is_read_within(latin, japanese) in {True, False}
    assert folded_romaji(folded_romaji(latin)).isascii()
