"""Where paragraphs begin and end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.bitext import PlainText
from alignqa.layout import paragraphs_of

WRAPPED = """\
The harbour was quiet that morning, and the fishermen who had come back
before dawn were already mending their nets. Nobody spoke of the storm
that had taken two boats. The mayor arrived at ten.

She looked at the empty berths, asked for the names of the missing crews,
and wrote them down."""

WRAPPED_JAPANESE = """\
今年の夏は例年よりも暑く、市の担当者は早めに水を
配る準備を始めた。給水車は三台しかなく、隣の市から
二台を借りることになった。"""

CASES = [
    ("blank lines", "One.\n\nTwo.\n \n　\n\nThree.", [(1, "One."), (3, "Two."), (7, "Three.")]),
    (
        "line by line",
        "朝は晴れた。\n昼は曇った。\n夜は雨だった。",
        [(1, "朝は晴れた。"), (2, "昼は曇った。"), (3, "夜は雨だった。")],
    ),
    (
        "long lines",
        f"{'A long one. ' * 20}\n{'Another one. ' * 20}",
        [(1, ("A long one. " * 20).strip()), (2, ("Another one. " * 20).strip())],
    ),
    (
        "both languages",
        "Good morning.\nおはよう。\nGood night.\nおやすみ。",
        [(1, "Good morning."), (2, "おはよう。"), (3, "Good night."), (4, "おやすみ。")],
    ),
    ("wrapped", WRAPPED, [(1, WRAPPED.split("\n\n")[0]), (5, WRAPPED.split("\n\n")[1])]),
    ("wrapped Japanese", WRAPPED_JAPANESE, [(1, WRAPPED_JAPANESE)]),
    (
        "one paragraph wrapped once",
        "She saw the empty berths, asked for the names of the missing crews,\nand left.",
        [
            (
                1,
                "She saw the empty berths, asked for the names of the missing crews,\nand left.",
            )
        ],
    ),
    (
        "heading over wrapped text",
        f"Introduction\n{WRAPPED}\n- first\n- second",
        [
            (1, "Introduction"),
            (2, WRAPPED.split("\n\n")[0]),
            (6, WRAPPED.split("\n\n")[1]),
            (8, "- first"),
            (9, "- second"),
        ],
    ),
    (
        "an item as wide as the lines of the text",
        f"{WRAPPED}\n\n- the names of all the crews who had gone out to sea before those storms,\n"
        "- the empty berths",
        [
            (1, WRAPPED.split("\n\n")[0]),
            (5, WRAPPED.split("\n\n")[1]),
            (8, "- the names of all the crews who had gone out to sea before those storms,"),
            (9, "- the empty berths"),
        ],
    ),
    (
        "sentences of like width",
        "The first train of the day leaves the station at five.\n"
        "The last train of the day arrives there after midnight.\n"
        "Nobody waits on the platform when it is raining hard.",
        [
            (1, "The first train of the day leaves the station at five."),
            (2, "The last train of the day arrives there after midnight."),
            (3, "Nobody waits on the platform when it is raining hard."),
        ],
    ),
    (
        "short labels",
        "Open file\nSave\nClose window",
        [(1, "Open file"), (2, "Save"), (3, "Close window")],
    ),
    (
        "Markdown headings",
        "# Title\nText here.\n## More\nText there.",
        [(1, "# Title"), (2, "Text here."), (3, "## More"), (4, "Text there.")],
    ),
    ("white space around", "\n\n  \tOne.  \n", [(3, "One.")]),
    (
        "no line ends",
        "One.\u2028Two.\x0cThree.\x85Four.",
        [(1, "One.\u2028Two.\x0cThree.\x85Four.")],
    ),
    ("invisible lines", "One.\n\u200b\n\ufeff\nTwo.", [(1, "One."), (4, "Two.")]),
    ("control characters", "O\x07ne\x1b[0m.\n\nTwo.", [(1, "O\x07ne\x1b[0m."), (3, "Two.")]),
    ("nothing", " \n\n", []),
]


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_paragraphs(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(found.line, found.text) for found in paragraphs_of(PlainText(text))] == expected


LINES = st.lists(
    st.sampled_from(
        [
            "",
            " ",
            "One.",
            "A cat sleeps in the garden of the house and does not wake for anybody at all",
            "and then it goes on",
            "猫が庭で寝ている。",
            "- item",
            "42",
            "# Heading",
            "犬と猫と鳥と魚が同じ家に住んでいるという話を",
            "\u3000字下げ。",
            "x\u2028y",
        ]
    )
)


@given(LINES)
def test_paragraphs_are_verbatim_and_hold_everything_visible(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = paragraphs_of(PlainText(text))
    at = 0
    for paragraph in found:
        at = text.index(paragraph.text, at)
        assert text.count("\n", 0, at) + 1 == paragraph.line
        assert paragraph.text == paragraph.text.strip() != ""
        at += len(paragraph.text)
    assert "".join("".join(p.text for p in found).split()) == "".join(text.split())


@pytest.mark.parametrize("line", ["The dog sleeps.", "犬が寝る。", '(「"“犬a', " a犬", "a.b@", ""])
def test_size_is_no_obstacle(line: str) -> None:
    began = time.perf_counter()
    paragraphs_of(PlainText(line * (300_000 // max(1, len(line)))))
    paragraphs_of(PlainText(f"{line}\n" * 30_000))
    assert time.perf_counter() - began < 5
