"""The table of fields: what its rows must be, and which swaps it tells of."""

from __future__ import annotations

import pytest

from alignqa.judging import default_context
from alignqa.lexicon.field_swaps import field_swaps
from alignqa.lexicon.fields import Fields, shipped_fields
from alignqa.text import Lang, Span


@pytest.fixture(scope="module")
def table() -> Fields:
    return shipped_fields()


def swapped(english: str, japanese: str) -> list[tuple[str, str]]:
    found = field_swaps(english, japanese, default_context().linker.sources)
    return [(two.english.text, two.japanese.text) for two in found]


def test_every_thing_has_names_in_both_languages(table: Fields) -> None:
    for lang in Lang:
        for things in table.things[lang].values():
            for thing in things:
                assert thing.japanese or thing.english


def test_every_field_can_be_asked_for_in_both_languages(table: Fields) -> None:
    fields = [{field for own in table.own[lang].values() for field in own} for lang in (*Lang,)]
    assert fields[0] == fields[1]


@pytest.mark.parametrize(
    ("text", "key"), [("apple", "apple"), ("Apple", "^apple"), ("NATO", "^^nato")]
)
def test_a_capital_makes_another_name(table: Fields, text: str, key: str) -> None:
    assert key in table.own[Lang.ENGLISH]
    assert text.lower() == key.lstrip("^")


@pytest.mark.parametrize(
    ("english", "japanese", "expected"),
    [
        ("The hospital closed in May.", "その学校は5月に閉鎖された。", [("hospital", "学校")]),
        ("My uncle sent me a sword.", "叔父が私に傘を送ってくれた。", [("sword", "傘")]),
        ("Toyota hired her last year.", "昨年、任天堂が彼女を雇った。", [("Toyota", "任天堂")]),
        # Another word for the same thing.
        ("The hospital closed in May.", "その医院は5月に閉鎖された。", []),
        # Of another field.
        ("The hospital closed in May.", "その選挙は5月に終わった。", []),
        # Both are said, in another order.
        ("The bank is behind the school.", "学校の裏に銀行がある。", []),
        # The pronoun is no country, the surname no thing.
        ("They told us everything.", "彼らは国連に全てを話した。", []),
        ("Mrs. Church met them again.", "チャーチさんは病院で再び彼らに会った。", []),
        # Part of the name of something else.
        ("Bend it with needle-nose pliers.", "ラジオペンチで曲げる。", []),
    ],
)
def test_swaps(english: str, japanese: str, expected: list[tuple[str, str]]) -> None:
    assert swapped(english, japanese) == expected


def test_a_name_is_in_one_swap_at_most() -> None:
    found = swapped("The library and the museum are closed.", "病院と銀行は閉まっている。")
    assert len(found) == 2
    assert len({word for two in found for word in two}) == 4


def test_only_what_renders_each_other_is_compared() -> None:
    english = "The hospital closed in May. He met her there."
    japanese = "そこは5月に閉鎖された。彼は彼女に学校で会った。"
    sources = default_context().linker.sources
    halves = [
        (Span(0, english.index(" He")), Span(0, japanese.index("彼は"))),
        (Span(english.index("He "), len(english)), Span(japanese.index("彼は"), len(japanese))),
    ]
    assert field_swaps(english, japanese, sources)
    assert not field_swaps(english, japanese, sources, halves)
