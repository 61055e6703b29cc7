from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.comparing.edits import edits
from alignqa.revision import Edit
from alignqa.text import Lang, Span

_TEXT = st.text(st.sampled_from("外務省は、財務のthe cat 12\n。が"), max_size=40)


def worded(old: str, new: str, lang: Lang) -> list[str]:
    """`=same`, `-gone`, `+come`, `-old+new`"""
    return [
        f"={edit.old.of(old)}"
        if edit.equal and edit.old
        else (f"-{edit.old.of(old)}" if edit.old else "")
        + (f"+{edit.new.of(new)}" if edit.new else "")
        for edit in edits(old, new, lang)
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("猫がいる。", "猫がいる。", ["=猫がいる。"]),
        ("", "猫", ["+猫"]),
        ("猫", "", ["-猫"]),
        ("財務省は発表した。", "外務省は発表した。", ["-財務省+外務省", "=は発表した。"]),
        (
            "会談は火曜日に開く。",
            "会談は木曜日に開く。",
            ["=会談は", "-火曜日+木曜日", "=に開く。"],
        ),
        # A line end is nothing in Japanese; a space within a line is something.
        ("猫が\nいる。", "猫がいる。", ["=猫が\nいる。"]),
        ("猫が いる。", "猫がいる。", ["=猫が", "- ", "=いる。"]),
    ],
)
def test_japanese(old: str, new: str, expected: list[str]) -> None:
    assert worded(old, new, Lang.JAPANESE) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("The  cat\nsat.", "The cat sat.", ["=The  cat\nsat."]),
        ("The cat sat.", "The dog sat.", ["=The", "-cat+dog", "=sat."]),
        ("It opens at 9:30.", "It opens at 9:45.", ["=It opens at 9:", "-30+45", "=."]),
        ("a well-known name", "a known name", ["=a", "-well-", "=known name"]),
        # What was written anew is not torn apart by a comma that both have.
        (
            "Critics of the government complained bitterly, officials shrugged helplessly.",
            "Opposition lawmakers raised many objections, ministers remained indifferent.",
            [
                "-Critics of the government complained bitterly, officials shrugged helplessly"
                "+Opposition lawmakers raised many objections, ministers remained indifferent",
                "=.",
            ],
        ),
    ],
)
def test_english(old: str, new: str, expected: list[str]) -> None:
    assert worded(old, new, Lang.ENGLISH) == expected


@given(_TEXT, _TEXT, st.sampled_from(Lang))
def test_edits_cover_both_texts_in_order(old: str, new: str, lang: Lang) -> None:
    found = edits(old, new, lang)
    for text, spans in (
        (old, [edit.old for edit in found if edit.old]),
        (new, [edit.new for edit in found if edit.new]),
    ):
        assert spans == sorted(spans)
        covered = "".join(span.of(text) for span in spans)
        assert "".join(covered.split()) == "".join(text.split())
    for before, after in pairwise(found):
        assert before.equal != after.equal
    for edit in found:
        if edit.equal:
            assert edit.old
            assert edit.new
            assert "".join(edit.old.of(old).split()) == "".join(edit.new.of(new).split())


def test_a_text_against_itself_is_one_edit() -> None:
    text = "外務省は、財務省と協議した。"
    span = Span(0, len(text))
    assert edits(text, text, Lang.JAPANESE) == (Edit(span, span, equal=True),)


def test_one_word_again_and_again_takes_no_age() -> None:
    start = time.monotonic()
    edits("は " * 4000, "は " * 4001 + "猫", Lang.JAPANESE)
    assert time.monotonic() - start < 20
