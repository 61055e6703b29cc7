"""Paragraphs that a translator joined, dropped and added, found with the shipped encoder."""

from __future__ import annotations

import pytest

from alignqa.encoders import Encoder, StaticEncoder
from alignqa.pairing import find_beads
from alignqa.text import Lang, Segment

ENGLISH = [
    "The lighthouse on the northern cape was built by fishermen more than a century ago.",
    "Last winter a storm broke the glass of the lamp, and the town had no money for a new one.",
    "A retired teacher wrote letters to every newspaper in the region asking for help.",
    "Within two months, people from all over the country had donated enough to repair it.",
    "Children from the elementary school painted the door red and planted roses beside the path.",
    "The lamp was lit again on the first evening of spring, while a brass band played.",
    "Visitors can now climb the stairs to the top on weekends and look out over the sea.",
]
JAPANESE = [
    "北の岬の灯台は、百年以上前に漁師たちの手で建てられた。",
    "昨年の冬、嵐で灯火のガラスが割れたが、町には新しいものを買う資金がなかった。",
    "退職した教師が、支援を求める手紙を地方のすべての新聞に送った。",
    "2か月もたたないうちに、修理に足りる寄付が全国から集まった。",
    "小学校の子どもたちは扉を赤く塗り、小道のそばにバラを植えた。",
    "春の最初の夕方、ブラスバンドの演奏とともに灯火が再びともされた。",
    "今では週末になると、見学者が階段で最上部まで登り、海を見渡すことができる。",
]
STRAY_ENGLISH = "Tickets for the chess tournament go on sale at the library counter next Monday."
STRAY_JAPANESE = "駅前のパン屋では、毎朝6時に焼きたての食パンが店頭に並ぶ。"

Shape = tuple[tuple[int, ...], tuple[int, ...]]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return StaticEncoder()


def shapes(english: list[str], japanese: list[str], encoder: Encoder, turned: bool) -> list[Shape]:
    left = [Segment(text, Lang.ENGLISH) for text in english]
    right = [Segment(text, Lang.JAPANESE) for text in japanese]
    if turned:
        return [(bead.target, bead.source) for bead in find_beads(right, left, encoder)]
    return [(bead.source, bead.target) for bead in find_beads(left, right, encoder)]


CASES: list[tuple[str, list[str], list[str], list[Shape]]] = [
    ("as they are", ENGLISH, JAPANESE, []),
    (
        "two English paragraphs in one Japanese",
        ENGLISH,
        [*JAPANESE[:2], JAPANESE[2] + JAPANESE[3], *JAPANESE[4:]],
        [((2, 3), (2,))],
    ),
    (
        "two Japanese paragraphs in one English",
        [*ENGLISH[:4], f"{ENGLISH[4]} {ENGLISH[5]}", ENGLISH[6]],
        JAPANESE,
        [((4,), (4, 5))],
    ),
    ("a paragraph left out", ENGLISH, [*JAPANESE[:4], *JAPANESE[5:]], [((4,), ())]),
    (
        "a paragraph added",
        ENGLISH,
        [*JAPANESE[:3], STRAY_JAPANESE, *JAPANESE[3:]],
        [((), (3,))],
    ),
    (
        "one added on each side",
        [*ENGLISH[:5], STRAY_ENGLISH, *ENGLISH[5:]],
        [*JAPANESE[:2], STRAY_JAPANESE, *JAPANESE[2:]],
        [((), (2,)), ((5,), ())],
    ),
    ("the last paragraph left out", ENGLISH, JAPANESE[:-1], [((6,), ())]),
    ("the first paragraph left out", ENGLISH[1:], JAPANESE, [((), (0,))]),
]


@pytest.mark.parametrize("turned", [False, True], ids=["from English", "from Japanese"])
@pytest.mark.parametrize(
    ("english", "japanese", "unlike"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_paragraphs(
    english: list[str], japanese: list[str], unlike: list[Shape], turned: bool, encoder: Encoder
) -> None:
    found = shapes(english, japanese, encoder, turned)
    assert sorted(s for s in found if (len(s[0]), len(s[1])) != (1, 1)) == sorted(unlike)
    # Those that stand one to one stand with their own renderings.
    for source, target in found:
        if len(source) == len(target) == 1:
            own = ENGLISH.index(english[source[0]]) if english[source[0]] in ENGLISH else None
            assert own is not None
            assert japanese[target[0]] == JAPANESE[own]
