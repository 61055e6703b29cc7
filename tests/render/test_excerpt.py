from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from alignqa.render.excerpt import excerpt
from alignqa.text import Span

ENGLISH = (
    "The ferry stopped for the winter. Its crew, which had worked the route for twelve years, was "
    "told on Friday. The harbour office said the boat would be sold. Nobody has made an offer."
)
JAPANESE = (
    "連絡船は冬のあいだ運休した。十二年にわたって航路を守ってきた乗組員には、金曜日に知らされた。"
    "港湾事務所は、船を売却すると述べた。買い手はまだ現れていない。"
)


def shown(text: str, room: int, *words: str, fallback: float = 0.0) -> str:
    spans = [Span(text.index(word), text.index(word) + len(word)) for word in words]
    return "|".join(part.of(text) for part in excerpt(text, spans, room, fallback))


@pytest.mark.parametrize(
    ("text", "room", "words", "expected"),
    [
        ("Short.", 60, ["Short"], "Short."),
        ("短い。", 60, ["短い"], "短い。"),
        (ENGLISH, 80, ["boat"], "The harbour office said the boat would be sold. "),
        (JAPANESE, 60, ["売却"], "港湾事務所は、船を売却すると述べた。"),
        (
            ENGLISH,
            100,
            ["ferry", "offer"],
            "The ferry stopped for the winter. |Nobody has made an offer.",
        ),
        (ENGLISH, 30, ["route"], "worked the route for twelve "),
        (JAPANESE, 30, ["航路"], "十二年にわたって航路を"),
    ],
)
def test_shows_the_sentence_or_what_fits_of_it(
    text: str, room: int, words: list[str], expected: str
) -> None:
    assert shown(text, room, *words) == expected


@pytest.mark.parametrize(
    ("text", "fallback", "expected"),
    [
        (ENGLISH, 0.0, "The ferry stopped for the winter. "),
        (ENGLISH, 1.0, "Nobody has made an offer."),
        (JAPANESE, 0.0, "連絡船は冬のあいだ運休した。"),
        (JAPANESE, 0.75, "港湾事務所は、船を売却すると述べた。"),
    ],
)
def test_without_a_span_it_stands_at_the_same_fraction(
    text: str, fallback: float, expected: str
) -> None:
    assert shown(text, 50, fallback=fallback) == expected


def test_a_span_longer_than_the_room_keeps_its_ends() -> None:
    parts = excerpt(ENGLISH, [Span(0, len(ENGLISH))], 60)
    assert (parts[0].start, parts[-1].end) == (0, len(ENGLISH))
    assert sum(cell_len(part.of(ENGLISH)) for part in parts) <= 60


@given(
    st.text(st.sampled_from("ab c. d, 12\n外務省は、発表し。ー"), min_size=1, max_size=200),
    st.data(),
    st.integers(1, 100),
)
def test_ranges_are_apart_in_order_and_hold_each_spans_ends(
    text: str, data: st.DataObject, room: int
) -> None:
    starts = data.draw(st.lists(st.integers(0, len(text) - 1), max_size=3))
    spans = [Span(start, data.draw(st.integers(start + 1, len(text)))) for start in starts]
    parts = excerpt(text, spans, room)
    assert parts
    assert all(a.end < b.start for a, b in pairwise(parts))
    for place in [edge for span in spans for edge in (span.start, span.end - 1)]:
        assert any(part.start <= place < part.end for part in parts)
