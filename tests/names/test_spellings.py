import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.bitext import Pair
from alignqa.names.spellings import NameWords, Spelling, are_variants, spellings
from alignqa.text import Lang, Segment


def pairs(*texts: tuple[str, str]) -> list[Pair]:
    return [
        Pair(place, Segment(one, Lang.ENGLISH), Segment(other, Lang.JAPANESE), 0.8)
        for place, (one, other) in enumerate(texts)
    ]


def spelled(of: list[Pair]) -> list[tuple[str, list[Spelling]]]:
    return list(spellings({place: NameWords.of(pair) for place, pair in enumerate(of)}))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("メルケル", "マルケル"),
        ("カリンニコフ", "カリニコフ"),
        ("スポト", "ストポ"),
        ("Zelensky", "Zelenskyy"),
        ("Gaddafi", "Gadaffi"),
        ("斎藤", "斉藤"),
    ],
)
def test_variants(one: str, other: str) -> None:
    assert are_variants(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("マイケル", "ミヒャエル"),
        ("バレンタイン", "バレンタインデー"),
        ("Korea", "Korean"),
        ("Ōno", "Ono"),
        ("斎藤", "京都"),
        ("アン", "アナ"),
    ],
)
def test_no_variants(one: str, other: str) -> None:
    assert not are_variants(one, other)


def test_a_word_alone_belongs_to_its_full_name() -> None:
    ((word, found),) = spelled(
        pairs(
            ("Daniel Whitmore came.", "ダニエル・ホイットモアが来た。"),
            ("We greeted Whitmore.", "私たちはホイットマアに挨拶した。"),
        )
    )
    assert word == "Whitmore"
    assert [spelling.text for spelling in found] == ["ホイットモア", "ホイットマア"]


def test_a_word_of_two_people_is_passed_over() -> None:
    found = spelled(
        pairs(
            ("Daniel Whitmore came.", "ダニエル・ホイットモアが来た。"),
            ("Rachel Whitmore came.", "レイチェル・ホイットモアが来た。"),
            ("We greeted Whitmore.", "私たちはホイットマアに挨拶した。"),
        )
    )
    assert not found


@given(st.text(max_size=12), st.text(max_size=12))
def test_likeness_has_no_direction(one: str, other: str) -> None:
    assert are_variants(one, other) == are_variants(other, one)


@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=30)), max_size=4))
def test_spans_are_of_the_texts(texts: list[tuple[str, str]]) -> None:
    found = pairs(*texts)
    for _, known in spelled(found):
        for spelling in known:
            assert spelling.target.of(found[spelling.place].target.text) == spelling.text
