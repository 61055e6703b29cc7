from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from alignqa.render.inert import inert
from alignqa.render.wrap import fold, wrap

_MIXED = st.text(
    st.sampled_from("abc de, (fg) 12.5 外務省は「発表」した。ー、ｶﾞ゙⟦⟧…か\u3099❤\ufe0f")
    | st.characters(),
    max_size=80,
).map(inert)


def lines(text: str, width: int) -> list[str]:
    return [line.plain for line in wrap(Text(text), width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("  one   two  ", 20, ["one   two"]),
        ("supercalifragilistic", 8, ["supercal", "ifragili", "stic"]),
        # No line begins with a full stop, a small kana or a closing bracket.
        ("外務省は発表した。", 16, ["外務省は発表し", "た。"]),
        ("外務省は「発表」", 14, ["外務省は「発", "表」"]),
        ("委員会がきょう", 10, ["委員会が", "きょう"]),
        # None ends with an opening one.
        ("外務省は「発表」", 10, ["外務省は", "「発表」"]),
        # Digits stay with what they count.
        ("防衛費は３億円だ", 10, ["防衛費は", "３億円だ"]),
        ("防衛費は30億円", 11, ["防衛費は", "30億円"]),
        # English inside Japanese keeps its words whole.
        ("首相はWhite Houseで会談した", 14, ["首相はWhite", "Houseで会談し", "た"]),
        ("か\u3099か\u3099か\u3099", 4, ["か\u3099か\u3099", "か\u3099"]),
    ],
)
def test_breaks(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


@given(_MIXED, st.integers(2, 40))
def test_lines_fit_and_nothing_but_spaces_is_lost(text: str, width: int) -> None:
    broken = lines(text, width)
    assert all(cell_len(line) <= width for line in broken)
    assert "".join("".join(broken).split()) == "".join(text.split())


@given(_MIXED, st.integers(0, 40))
def test_folded_text_fits(text: str, width: int) -> None:
    assert cell_len(fold(text, width)) <= max(width, 1)


def test_styles_stay_on_their_words() -> None:
    text = Text("外務省は発表した。")
    text.stylize("bold", 4, 8)
    first, second = wrap(text, 14)
    assert [span.style for span in first.spans] == ["bold"]
    assert first.plain[first.spans[0].start : first.spans[0].end] == "発表し"
    assert second.plain[second.spans[0].start : second.spans[0].end] == "た"
