import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.names import names_in
from alignqa.text import Lang


def parts(text: str, lang: Lang) -> list[list[str]]:
    return [[part.text for part in name.parts] for name in names_in(text, lang)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We met Angela Merkel in Berlin.", [["Angela", "Merkel"], ["Berlin"]]),
        ("On Friday Prime Minister Johansson left for the talks.", [["Johansson"]]),
        ("He wrote to Ludwig van Beethoven on Monday.", [["Ludwig", "Beethoven"]]),
        ("I think I'm late for NATO talks in May.", []),
        ("POLICE ARREST FIVE MEN IN LONDON", []),
        ("New Bridge Opens After Long Delay", []),
        ("", []),
    ],
)
def test_english(text: str, names: list[list[str]]) -> None:
    assert parts(text, Lang.ENGLISH) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("アンゲラ・メルケルはベルリンにいた。", [["アンゲラ", "メルケル"], ["ベルリン"]]),
        ("岸田文雄首相は広島を訪れた。", [["岸田", "文雄"], ["広島"]]),
        ("日本は雨だ。", []),
        ("ルーシー・トランプ大統領は休んだ。", [["ルーシー", "トランプ"]]),
        ("大阪市浪速区の店だ。", [["大阪"], ["浪速"]]),
        ("東京大学で学んだ。", [["東京"]]),
        ("京セラの工場だ。", []),
        ("", []),
    ],
)
def test_japanese(text: str, names: list[list[str]]) -> None:
    assert parts(text, Lang.JAPANESE) == names


def test_titles_on_demand() -> None:
    (name, *_) = names_in("Wendy Rogers Opens Another Library", Lang.ENGLISH, in_titles=True)
    assert [part.text for part in name.parts][:2] == ["Wendy", "Rogers"]
    assert all(part.opens_sentence for part in name.parts)


def test_a_capital_between_small_letters_is_told() -> None:
    (alone,) = names_in("Then we called Baker again.", Lang.ENGLISH)
    (full,) = names_in("Then we called Tom Baker again.", Lang.ENGLISH)
    assert alone.parts[0].is_alone
    assert not any(part.is_alone for part in full.parts)


def test_a_title_and_the_beginning_of_a_sentence_are_told() -> None:
    (opening,) = names_in("Ferguson spoke.", Lang.ENGLISH)
    (called,) = names_in("They asked Ms. Ferguson.", Lang.ENGLISH)
    assert (opening.parts[0].opens_sentence, opening.parts[0].has_title) == (True, False)
    assert (called.parts[0].opens_sentence, called.parts[0].has_title) == (False, True)


@given(st.text(max_size=60), st.sampled_from(Lang))
def test_spans_are_of_the_text(text: str, lang: Lang) -> None:
    for name in names_in(text, lang):
        for part in name.parts:
            assert part.span.of(text) == part.text
