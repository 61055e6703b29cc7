"""Names that have changed places, and orders that only look so."""

from __future__ import annotations

import pytest

from alignqa.judging import default_context
from alignqa.names import names_in
from alignqa.names.known import KnownNames
from alignqa.names.swapped import swapped
from alignqa.text import Lang

CONTEXT = default_context()


def exchanged(english: str, japanese: str) -> list[tuple[set[str], bool]]:
    found = swapped(
        names_in(english, Lang.ENGLISH),
        names_in(japanese, Lang.JAPANESE),
        (english, japanese),
        lambda: CONTEXT.linker.link(english, japanese),
        KnownNames(english, japanese, CONTEXT.lexicon),
    )
    return [({span.of(japanese) for span in swap.japanese}, swap.is_mixed) for swap in found]


@pytest.mark.parametrize(
    ("english", "japanese", "expected"),
    [
        (
            "Yesterday evening Senator Helen Parker thanked the doctor of the team, Simon Fischer.",
            "昨夜、ヘレン・フィッシャー上院議員はチームの医師サイモン・パーカーに礼を述べた。",
            [({"フィッシャー", "パーカー"}, True)],
        ),
        (
            "The mayor of Madrid closed the bridge, and the orchestra from Oslo played a waltz.",
            "オスロの市長が橋を閉鎖し、マドリードのオーケストラがワルツを演奏した。",
            [({"オスロ", "マドリード"}, False)],
        ),
        (
            "The mayor of Madrid closed the bridge, and the orchestra from Oslo played a waltz.",
            "マドリードの市長が橋を閉鎖し、オスロのオーケストラがワルツを演奏した。",
            [],
        ),
        (
            "They have offices in Madrid, Oslo and Vienna.",
            "ウィーン、マドリード、オスロに事務所がある。",
            [],
        ),
        # Said twice, either may be meant.
        (
            "Oslo beat Madrid, but Oslo lost to Vienna.",
            "マドリードはオスロに敗れたが、オスロはウィーンに負けた。",
            [],
        ),
        ("Nobody came.", "誰も来なかった。", []),
    ],
)
def test_names_in_each_others_places(
    english: str, japanese: str, expected: list[tuple[set[str], bool]]
) -> None:
    assert exchanged(english, japanese) == expected


def test_a_name_and_its_rendering_are_said_in_the_same_order() -> None:
    english = (
        "Yesterday evening Senator Helen Parker thanked the doctor of the team, Simon Fischer."
    )
    japanese = "昨夜、ヘレン・フィッシャー上院議員はチームの医師サイモン・パーカーに礼を述べた。"
    (swap,) = swapped(
        names_in(english, Lang.ENGLISH),
        names_in(japanese, Lang.JAPANESE),
        (english, japanese),
        lambda: CONTEXT.linker.link(english, japanese),
        KnownNames(english, japanese, CONTEXT.lexicon),
    )
    pairs = [
        (one.of(english), other.of(japanese))
        for one, other in zip(swap.english, swap.japanese, strict=True)
    ]
    assert sorted(pairs) == [("Fischer", "フィッシャー"), ("Parker", "パーカー")]
