"""Words that nothing known on the other side stands for."""

from __future__ import annotations

import pytest

from alignqa.judging import default_context
from alignqa.lexicon.left_over import JapaneseForms, are_left_over, means, renderings

SOURCES = default_context().linker.sources


@pytest.mark.parametrize(
    ("english", "japanese", "expected"),
    [
        ("The bridge was destroyed by the flood.", "橋は音楽で破壊された。", True),
        ("The bridge was destroyed by the flood.", "橋は洪水で破壊された。", False),
        # Names and numbers are the matter of other checks.
        ("Robert sold 12 boats.", "ウィリアムは30隻の船を売った。", False),
        ("", "橋は洪水で破壊された。", False),
        ("The bridge was destroyed by the flood.", "", False),
    ],
)
def test_both_sides_must_leave_something_over(english: str, japanese: str, expected: bool) -> None:
    assert are_left_over(english, japanese, SOURCES) is expected


def test_a_word_is_lacking_only_if_its_renderings_are_known() -> None:
    forms = JapaneseForms("橋は音楽で破壊された。")
    assert forms.lack("flood", SOURCES)
    assert not forms.lack("bridge", SOURCES)
    assert not forms.lack("xyzzy", SOURCES)


def test_a_lone_character_counts_as_a_word_only() -> None:
    assert JapaneseForms("火山が見える。").lack("fire", SOURCES)
    assert not JapaneseForms("火が見える。").lack("fire", SOURCES)


def test_parts_of_words_count_where_they_are_given() -> None:
    assert not JapaneseForms("火山が見える。", ["火"]).lack("fire", SOURCES)


def test_what_is_known_of_a_word() -> None:
    assert "洪水" in renderings("flood", SOURCES)
    assert "flood" in means("洪水", SOURCES)
    assert renderings("xyzzy", SOURCES) == ()
    assert means("", SOURCES) == frozenset()
