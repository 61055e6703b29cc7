"""What stands between quotation marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.words.quotations import quotations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Go home,” he said. “Now.”", ["Go home,", "Now."]),
        ('He said "no" and "never".', ["no", "never"]),
        ("「行こう」と言い、『雪国』を閉じた。", ["行こう", "雪国"]),
        ("「彼は『行こう』と言った」", ["彼は『行こう』と言った"]),
        ("「彼は「行こう」と言った」", ["彼は「行こう」と言った"]),
        ("“He called it ‘a start’.”", ["He called it ‘a start’."]),
        # A mark without a partner makes no quotation of what follows.
        ("“This one goes on in the next paragraph.", []),
        ('A 3.5" disk and a 5.25" one', []),
        ('"Never closed, and then a "real" one.', ["real"]),
        ("」閉じるだけ「空", []),
        ("「」と「」", []),
        ("nothing", []),
    ],
)
def test_quotations_stand_between_two_marks_that_belong_together(
    text: str, found: list[str]
) -> None:
    assert [span.of(text) for span in quotations(text)] == found


@given(st.text(alphabet="「」『』“”\"'a 。.", max_size=40))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    found = quotations(text)
    for first, second in pairwise(found):
        assert first.end < second.start
    for span in found:
        assert text[span.start - 1] in '「『“"'
        assert text[span.end] in '」』”"'
