import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.names.pinyin import is_pinyin


@pytest.mark.parametrize("latin", ["Guan", "Jinping", "Zhang", "Wang", "Xi", "Mao"])
def test_pinyin(latin: str) -> None:
    assert is_pinyin(latin)


@pytest.mark.parametrize("latin", ["Tanabe", "Kishida", "Oslo", "Smith", "Wangxiaoming", ""])
def test_no_pinyin(latin: str) -> None:
    assert not is_pinyin(latin)


@given(st.text(max_size=20))
def test_any_text_has_an_answer(latin: str) -> None:
    assert is_pinyin(latin) in {True, False}
