import pytest

from alignqa.bitext import Pair
from alignqa.judging import default_context
from alignqa.lexicon.support import Support
from alignqa.names import names_in
from alignqa.names.dropped import dropped
from alignqa.names.expected import expected_name
from alignqa.names.lost import LostNames
from alignqa.text import Lang, Segment

CONTEXT = default_context()


def support(english: str, japanese: str) -> Support:
    return Support(english, japanese, CONTEXT.lexicon, CONTEXT.vectors)


def lost_names(english: str, japanese: str) -> LostNames:
    known = support(english, japanese)
    return LostNames(english, japanese, known, CONTEXT.lexicon, CONTEXT.vectors)


def lost(english: str, japanese: str) -> tuple[list[str], list[str]]:
    names = lost_names(english, japanese)
    return (
        [name.text for name in names.in_english(names_in(english, Lang.ENGLISH))],
        [name.text for name in names.in_japanese(names_in(japanese, Lang.JAPANESE))],
    )


@pytest.mark.parametrize(
    ("english", "japanese", "expected"),
    [
        (
            "Merkel spoke in Hamburg.",
            "サッチャーはハンブルクで話した。",
            (["Merkel"], ["サッチャー"]),
        ),
        ("She flew to San Francisco.", "彼女は東京に飛んだ。", (["San Francisco"], ["東京"])),
        ("It is a spy parody.", "スパイパロディだ。", ([], [])),
        ("Happily, nobody came.", "ホイットモアは来なかった。", ([], ["ホイットモア"])),
        ("A contest in Bejing was held.", "北京で大会が開かれた。", (["Bejing"], [])),
        (
            "Philip missed the ferry.",
            "ヒューズはフェリーに乗り遅れた。",
            (["Philip"], ["ヒューズ"]),
        ),
        ("They sang the Song of Hilda.", "ペトロフの歌を歌った。", (["Hilda"], ["ペトロフ"])),
        (
            "Ian Poulter of England won.",
            "イングランドのヒューズが勝った。",
            (["Poulter"], ["ヒューズ"]),
        ),
        ("Lee Jung-ho agreed.", "イ・ジョンホは同意した。", (["Jung"], [])),
        ("", "", ([], [])),
    ],
)
def test_names_without_a_counterpart(
    english: str, japanese: str, expected: tuple[list[str], list[str]]
) -> None:
    assert lost(english, japanese) == expected


@pytest.mark.parametrize(
    ("name", "lang", "expected"),
    [
        ("Vienna", Lang.ENGLISH, "ウィーン"),
        ("Moscow", Lang.ENGLISH, "モスクワ"),
        ("Osaka", Lang.ENGLISH, "大阪"),
        ("Pyongyang", Lang.ENGLISH, "平壌"),
        ("Guan", Lang.ENGLISH, None),
        ("プーチン", Lang.JAPANESE, "Putin"),
    ],
)
def test_the_usual_form(name: str, lang: Lang, expected: str | None) -> None:
    sentence = f"We saw {name}." if lang is Lang.ENGLISH else f"{name}氏が来た。"
    (found,) = names_in(sentence, lang)
    assert expected_name(found.parts, CONTEXT.lexicon) == expected


@pytest.mark.parametrize(
    ("english", "japanese", "names"),
    [
        ("It was built by Daniel Whitmore.", "橋は昨年造られた。", ["Daniel Whitmore"]),
        ("It was built by Daniel Whitmore.", "彼が昨年造った。", []),
        ("It was built by Daniel Whitmore.", "首相が昨年造った。", []),
        ("It was built by Daniel Whitmore.", "ダニエルホイットモアが造った。", []),
        ("It was built by Whitmore.", "橋は昨年造られた。", []),
    ],
)
def test_what_is_left_out(english: str, japanese: str, names: list[str]) -> None:
    pair = Pair(0, Segment(english, Lang.ENGLISH), Segment(japanese, Lang.JAPANESE), 0.8)
    found = dropped(
        pair,
        names_in(english, Lang.ENGLISH),
        lost_names(english, japanese),
        support(english, japanese),
    )
    assert [name.text for name in found] == names
