import pytest

from alignqa.judging import default_context
from alignqa.lexicon.support import Support
from alignqa.names.dictionary import Dictionary

CONTEXT = default_context()


def dictionary(english: str = "", japanese: str = "") -> Dictionary:
    support = Support(english, japanese, CONTEXT.lexicon, CONTEXT.vectors)
    return Dictionary(support, CONTEXT.lexicon)


@pytest.mark.parametrize(
    ("latin", "katakana"), [("Lewis", "クイズ"), ("Jack", "メジャー"), ("Mary", "モリス")]
)
def test_known_names_are_spelled_otherwise(latin: str, katakana: str) -> None:
    assert dictionary().tells_apart(latin, katakana)


def test_what_renders_another_word_is_told_apart() -> None:
    assert dictionary("The score was level.", "スコアは並んだ。").tells_apart("Skor", "スコア")
    assert not dictionary("It was level.", "スコアは並んだ。").tells_apart("Skor", "スコア")


@pytest.mark.parametrize(
    ("latin", "japanese"), [("Sonja", "ソーニャ"), ("Neil", "ニール"), ("Kenji", "健司")]
)
def test_one_name(latin: str, japanese: str) -> None:
    assert dictionary().alike(latin, japanese)


@pytest.mark.parametrize(("latin", "japanese"), [("Jared", "ジェームズ"), ("Imai", "森")])
def test_two_names(latin: str, japanese: str) -> None:
    assert not dictionary().alike(latin, japanese)


def test_a_slip_is_no_other_name() -> None:
    assert dictionary().may_be_misspelt("Sutopo", "スポト")
    assert not dictionary().may_be_misspelt("Taylor", "スミス")
