"""Countries that only one side names, and the places by which newspapers call them."""

from __future__ import annotations

from importlib.resources import files

import pytest

from alignqa.judging import default_context
from alignqa.lexicon.support import Support
from alignqa.names import names_in
from alignqa.names.countries import LostCountries, in_place_of_country
from alignqa.names.lost import LostNames
from alignqa.text import Lang

CONTEXT = default_context()


def in_place(english: str, japanese: str) -> tuple[str, str] | None:
    support = Support(english, japanese, CONTEXT.lexicon, CONTEXT.vectors)
    names = LostNames(english, japanese, support, CONTEXT.lexicon, CONTEXT.vectors)
    found = in_place_of_country(
        list(names.in_english(names_in(english, Lang.ENGLISH))),
        list(names.in_japanese(names_in(japanese, Lang.JAPANESE))),
        LostCountries(english, japanese, support, CONTEXT.lexicon),
        names,
    )
    return (found[0].text, found[1].text) if found else None


@pytest.mark.parametrize(
    ("english", "japanese", "expected"),
    [
        ("The team flew to Brazil.", "チームはデンバーに飛んだ。", ("Brazil", "デンバー")),
        ("The team flew to Denver.", "チームはブラジルに飛んだ。", ("Denver", "ブラジル")),
        ("The team flew to Brazil.", "チームはブラジルに飛んだ。", None),
        ("The deal with Paris was signed.", "フランスとの契約は署名された。", None),
        ("The Kremlin denied it.", "ロシアは否定した。", None),
        ("Sales fell in the mid-Brazil region.", "デンバーでは売り上げが落ちた。", None),
        # Two countries: which of them it is, nobody knows.
        ("They left Brazil for Norway.", "彼らはデンバーを後にした。", None),
    ],
)
def test_a_name_in_the_place_of_a_country(
    english: str, japanese: str, expected: tuple[str, str] | None
) -> None:
    assert in_place(english, japanese) == expected


def test_every_seat_has_the_code_of_a_country() -> None:
    text = (files("alignqa") / "data" / "names" / "seats.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()]
    assert all(len(row) == 2 and len(row[0]) == 2 and row[0].isupper() for row in rows)
    assert rows == sorted(rows)
    assert len(set(map(tuple, rows))) == len(rows)
