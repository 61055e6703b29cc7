"""Words at opposite ends, one on either side."""

from __future__ import annotations

from alignqa.polarity.opposed import opposed
from alignqa.polarity.oppositions import ends
from alignqa.text import Lang


def _found(english: str, japanese: str) -> set[tuple[str, str, bool]]:
    return {
        (o.english.span.of(english), o.japanese.span.of(japanese), o.is_partly)
        for o in opposed(english, japanese)
    }


def test_the_opposite_is_found() -> None:
    assert ("increased", "減少", False) in _found("Exports increased.", "輸出は減少した。")


def test_what_is_rendered_is_no_reversal() -> None:
    assert not _found("Exports increased.", "輸出は増加した。")
    assert not _found("Imports rose while exports fell.", "輸入は増え、輸出は減った。")


def test_one_end_too_often_is_found_beside_the_other() -> None:
    found = _found("Imports increased while exports fell.", "輸入は増え、輸出は増えた。")
    assert ("fell", "増え", True) in found


def test_a_word_alike_in_another_sense_renders_nothing() -> None:
    assert ("son", "娘", False) in _found("My son is ill.", "娘が病気だ。")
    assert ("boys", "少女", False) in _found("One of the boys ran.", "少女の一人が走った。")


def test_a_few_is_not_few() -> None:
    assert ("Few", "多く", False) in _found("Few shops opened.", "多くの店が開いた。")
    assert not _found("A few shops closed.", "多くの店が閉まった。")


def test_like_is_a_verb_behind_a_subject_only() -> None:
    assert ("like", "嫌い", False) in _found("I like noodles.", "麺類は嫌いだ。")
    assert not _found("Noodles like these sell well.", "こうした麺類は嫌いだ。")


def test_forms_in_ing_are_verbs() -> None:
    assert ("buying", "売却", False) in _found("We thought of buying gold.", "金の売却を考えた。")


def test_ends_of_a_word() -> None:
    ours = ends("敗北", Lang.JAPANESE)
    theirs = ends("win", Lang.ENGLISH)
    assert any((name, 1 - end) in theirs for name, end in ours)
