"""What translators write for a word, as the shipped table has it, and tables that are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.errors import AlignqaError
from alignqa.lexicon import english_key, japanese_key
from alignqa.lexicon.associations import Associations

# Each must be among what the table knows, from either side.
PAIRS = [
    ("senator", "上院"),
    ("opposition", "野党"),
    ("sanction", "制裁"),
    ("foreign minister", "外相"),
    ("supreme court", "最高裁判所"),
    ("house of representatives", "衆議院"),
    ("announce", "発表"),
    ("investigation", "捜査"),
    ("troops", "部隊"),
    ("economy", "景気"),
]


@pytest.fixture(scope="module")
def associations() -> Associations:
    return Associations()


@pytest.mark.parametrize(("english", "japanese"), PAIRS)
def test_both_ways(associations: Associations, english: str, japanese: str) -> None:
    key, base = english_key(english), japanese_key(japanese)
    assert base in dict(associations.renderings(key))
    assert key in dict(associations.meanings(base))
    assert associations.strength(key, base) > 0


@pytest.mark.parametrize(
    ("english", "japanese"),
    [("senator", "野党"), ("president", "首都"), ("sanction", "部隊"), ("nonsuchword", "部隊")],
)
def test_strangers(associations: Associations, english: str, japanese: str) -> None:
    assert associations.strength(english, japanese) == 0


def test_most_usual_first(associations: Associations) -> None:
    for listed in (associations.renderings("attack"), associations.meanings("攻撃")):
        shares = [share for _, share in listed]
        assert len(shares) > 1
        assert shares == sorted(shares, reverse=True)
        assert all(0 < share <= 1 for share in shares)


def test_a_firm_pair_is_stronger_than_a_loose_one(associations: Associations) -> None:
    assert associations.strength("senator", "上院") > associations.strength("say", "語る")


@given(key=st.text(max_size=20))
def test_any_key_may_be_asked_for(associations: Associations, key: str) -> None:
    for listed in (associations.renderings(key), associations.meanings(key)):
        assert all(text and 0 < share <= 1 for text, share in listed)


@pytest.mark.parametrize(
    "content", [None, b"", b"not a table", b"\x02\x00\x00\x00\x00\x00\x00\x00{}"]
)
def test_a_file_that_is_no_table(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "associations.safetensors"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(AlignqaError, match="cannot be read"):
        Associations(path)
