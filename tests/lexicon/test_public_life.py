"""The table of public life: what its rows must be, and what its marks mean."""

from __future__ import annotations

import pytest

from alignqa.lexicon import Lexicon, english_key
from alignqa.lexicon.public_life import PublicLife


@pytest.fixture(scope="module")
def table() -> PublicLife:
    return PublicLife.read()


def test_either_name_leads_to_the_other(table: PublicLife) -> None:
    assert "共和党" in [entry.text for entry in table.from_english[english_key("GOP")]]
    assert "spokesman" in [entry.text for entry in table.from_japanese["報道官"]]


@pytest.mark.parametrize(
    ("key", "expected"),
    [("police", True), ("報道官", True), ("leader", False), ("大臣", False), ("umbrella", False)],
)
def test_a_general_word_names_no_one_thing(table: PublicLife, key: str, expected: bool) -> None:
    assert table.names_one(key) is expected


def test_an_acronym_is_a_japanese_name_too(table: PublicLife) -> None:
    assert "欧州連合" in [e.text for e in table.from_english["eu"]]
    assert "European Union" in [entry.text for entry in table.from_japanese["EU"]]


def test_capitals_are_needed_where_no_name_is_written_without(table: PublicLife) -> None:
    assert "police" in table.common
    assert "senate" not in table.common


def test_the_dictionary_has_them_beside_its_own() -> None:
    lexicon = Lexicon()
    texts = [entry.text for entry in lexicon.from_english("spokesman")]
    assert {"スポークスマン", "報道官"} <= set(texts)
    assert len(texts) == len(set(texts))
    assert "institution" in {e.kind for e in lexicon.from_english("police") if e.text == "警察"}
