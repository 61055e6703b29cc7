"""Texts whose format marks their blocks."""

from __future__ import annotations

import pytest

from alignqa.bitext import Block, Blocks, Part, PlainText
from alignqa.errors import MissingLanguage
from alignqa.layout import join, split
from alignqa.text import Lang

ENGLISH = Blocks(
    (
        Block("Opening hours", 1, Part.TITLE),
        Block("The shop opens\nat nine.", 3),
        Block("2024", 6),
        Block("Bread", 7),
    ),
    "en.md",
)
JAPANESE = Blocks(
    (Block("営業時間", 1, Part.TITLE), Block("店は九時に開きます。", 3), Block("パン", 6)), "ja.md"
)


def test_the_blocks_of_two_files_are_taken_as_they_are() -> None:
    bitext = join(ENGLISH, JAPANESE)
    assert [segment.text for segment in bitext.source] == [b.text for b in ENGLISH.blocks]
    assert [segment.line for segment in bitext.target] == [1, 3, 6]
    assert bitext.target[0].path == "ja.md"
    assert bitext.parts == (
        (Part.TITLE, Part.BODY, Part.FURNITURE, Part.BODY),
        (Part.TITLE, Part.BODY, Part.BODY),
    )


def test_the_other_file_may_be_plain_text() -> None:
    bitext = join(ENGLISH, PlainText("営業時間\n\n店は九時に開きます。\n", "ja.txt"))
    assert bitext.parts is not None
    assert [len(side) for side in bitext.parts] == [4, 2]


def test_one_file_of_both_languages() -> None:
    both = Blocks((*ENGLISH.blocks, *JAPANESE.blocks), "both.md")
    bitext = split(both)
    assert bitext.source_lang is Lang.ENGLISH
    assert [segment.text for segment in bitext.target] == [b.text for b in JAPANESE.blocks]
    assert bitext.parts == join(ENGLISH, JAPANESE).parts


def test_a_block_with_a_line_of_each_language_is_cut() -> None:
    bitext = split(
        Blocks(
            (
                Block("The shop opens at nine.\n店は九時に開きます。", 1),
                Block("It closes at five.\nOn Sundays\n3\n五時に閉まります。", 4),
            )
        )
    )
    assert [(s.line, s.text) for s in bitext.source] == [
        (1, "The shop opens at nine."),
        (4, "It closes at five.\nOn Sundays\n3"),
    ]
    assert [(s.line, s.text) for s in bitext.target] == [
        (2, "店は九時に開きます。"),
        (7, "五時に閉まります。"),
    ]


def test_two_files_in_one_language_are_refused() -> None:
    with pytest.raises(MissingLanguage, match="both in English"):
        join(ENGLISH, ENGLISH)
